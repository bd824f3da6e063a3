"""What the last check of a return found, read from the history, and whether it still speaks of it."""

import json
from dataclasses import dataclass, field

from app.domain.finding import Severity
from app.store import history
from app.store.submissions import NOT_PREPARING
from app.store.workspace import Connection

_HARMLESS = frozenset(NOT_PREPARING) - {"state", "approval-voided"} | {"explained"}
"""Acts after which the findings are still those that were found."""


@dataclass(frozen=True, slots=True)
class LastCheck:
    """Counts of findings; `stale` when the return was changed since. `at` is ISO 8601 in UTC."""

    blocking: int
    unexplained: int
    stale: bool
    at: str = field(default="", compare=False)


def last_check(connection: Connection, return_id: str) -> LastCheck | None:
    """The newest check that the history holds; None when there was none."""
    entry = history.last(connection, return_id, "checked")
    if entry is None:
        return None
    detail = json.loads(entry.detail)
    counts = detail["counts"]
    unexplained = int(detail.get("unexplained", counts[Severity.EXPLAIN.value]))
    stale = False
    for action, text in history.since(connection, return_id, entry.seq):
        stale = stale or action not in _HARMLESS
        if action == "explained":
            unexplained -= _explained(json.loads(text))
    blocking = int(counts[Severity.BLOCKING.value])
    return LastCheck(blocking, max(0, unexplained), stale, entry.at)


def _explained(detail: dict[str, object]) -> int:
    """One for an explanation that was given, minus one for one that was taken back."""
    return int(detail.get("before") is None) - int(detail.get("after") is None)
