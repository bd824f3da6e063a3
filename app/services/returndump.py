"""A return as a flat list of paths and values, for scripts and for a quick look."""

from collections.abc import Iterator

from app.domain.schema import TEXT_KEY, Node
from app.domain.tree import Row
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.packs import get_pack
from app.store.returns import ReturnRecord
from app.store.rows import Rows


def described(desk: Desk, record: ReturnRecord) -> list[dict[str, object]]:
    """Every field of every row in document order: `path` and `value` (None where it is empty)."""
    schema = get_pack(desk, record.pack_id).schema
    with desk.workspace.read() as connection:
        rows = rows_at(connection, record)
        return [
            {"path": path, "value": value}
            for path, value in _below(schema.root, rows.root(), rows, "")
        ]


def _below(node: Node, row: Row, rows: Rows, path: str) -> Iterator[tuple[str, str | None]]:
    for field, value in zip(node.fields, row.values, strict=True):
        if value is None and "@" in field.key:
            continue
        yield (path if field.key == TEXT_KEY else f"{path}/{field.key}".lstrip("/")), value
    for child in node.children:
        for number, below in enumerate(rows.children(row.id, child.path), 1):
            step = f"{child.name}[{number}]" if child.repeats else child.name
            yield from _below(child, below, rows, f"{path}/{step}".lstrip("/"))
