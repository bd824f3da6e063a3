"""A verdict that still holds is not worked out again: what it depends on, and whether that is the same.

A check runs on request, before review, before approval and before signing. The content is compared by
the digest of its canonical form, which all of these need anyway; everything else by a fingerprint.
"""

import hashlib
import json
from dataclasses import asdict
from functools import cache

from app.domain.clock import now
from app.domain.finding import Finding
from app.domain.pack import Pack
from app.paths import data_root
from app.services.desk import Desk
from app.services.prefill import facts_of
from app.store import explanations
from app.store import settings as settings_store
from app.store import verdicts as store
from app.store.packs import digests_of_all
from app.store.returns import ReturnRecord
from app.store.submissions import receipt_marks
from app.store.workspace import Connection
from app.version import program_version

MOST = 5000
"""A verdict with more findings is not kept: with so many, the return will be changed first."""


def fingerprint(desk: Desk, connection: Connection, pack: Pack, record: ReturnRecord) -> str:
    """SHA-256 of everything but the content that a check of the return depends on.

    That another return was changed shows by the number of its row in the history: undo and a new edit
    lead to the step of the same number with another content.
    """
    said = explanations.get(connection, record.id).values()
    facts = [
        program_version(),
        _house(),
        now().date().isoformat(),
        pack.digest,
        [record.return_type, record.period, record.head, record.replaces_id, record.follows_id],
        repr(facts_of(desk, connection)),
        sorted(settings_store.get_all(connection).items()),
        sorted(json.dumps(asdict(item), sort_keys=True) for item in said),
        sorted(digests_of_all(connection).items()),
        store.other_returns(connection, record.id),
        store.last_change(connection, record.id),
        receipt_marks(connection, record.id, record.replaces_id),
    ]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


@cache
def _house() -> str:
    """The lists that come with the program and not with a pack."""
    found = hashlib.sha256()
    for file in sorted((data_root() / "resources" / "codes").iterdir()):
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def keep(
    connection: Connection,
    record: ReturnRecord,
    mark: str,
    digest: str,
    findings: tuple[Finding, ...],
) -> None:
    """Keep what a check has found; `digest` is that of the content that it saw."""
    if len(findings) > MOST or not digest:
        store.forget(connection, record.id)
    else:
        store.keep(connection, record.id, mark, digest, findings)
