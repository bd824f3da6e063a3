"""Tier three of the checks: the business rules of the pack."""

from collections.abc import Iterator

from app.domain.finding import Finding
from app.domain.pack import Pack
from app.services.desk import Desk
from app.services.origins import Origins
from app.store.returns import ReturnRecord
from app.store.rows import Rows
from app.store.workspace import Connection


def rule_findings(
    desk: Desk,
    connection: Connection,
    pack: Pack,
    record: ReturnRecord,
    rows: Rows,
    origins: Origins,
) -> Iterator[Finding]:
    """Findings of every rule in force on the last day of the period."""
    del desk, connection, pack, record, rows, origins
    yield from ()
