"""The history: who did what, and the proof that nobody changed it since.

A chain proves that no row was changed, dropped or put in between. That its end was not cut off, or
all of it written anew, only a hash that lies elsewhere can prove: an *anchor*. Every export and every
backup carries one.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import UserError
from app.services.desk import Desk
from app.services.returns import get_return
from app.store import census, files, history
from app.store.history import Break, Entry, check_chain

__all__ = [
    "Anchor",
    "AnchorUnreadable",
    "Entry",
    "HistoryVerdict",
    "export_lines",
    "read_anchor",
    "show",
    "verify",
    "verify_lines",
]


class AnchorUnreadable(UserError):
    """A file that should say how far the history had come does not."""

    code = "anchor-unreadable"


class HistoryUnreadable(UserError):
    """A file that should hold an exported history does not."""

    code = "history-unreadable"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The number and hash of a row, as noted outside the workspace; `source` says where."""

    entry: int
    hash: str
    source: str


@dataclass(frozen=True, slots=True)
class HistoryVerdict:
    """Whether the history holds. `broken` is the first row that does not, `hash` that of the last row."""

    entries: int
    hash: str
    broken: int | None = None
    reasons: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether everything holds."""
        return not self.reasons

    def as_dict(self) -> dict[str, object]:
        """For the JSON of `praya history verify`."""
        return {
            "verdict": "valid" if self.valid else "invalid",
            "entries": self.entries,
            "hash": self.hash,
            "broken": self.broken,
            "reasons": list(self.reasons),
        }


def show(desk: Desk, return_id: str | None = None) -> list[Entry]:
    """The history from its beginning, of one return or of all."""
    with desk.workspace.read() as connection:
        whole = get_return(desk, return_id).id if return_id else None
        return list(history.entries(connection, whole))


def verify(desk: Desk, anchors: Sequence[Anchor] = ()) -> HistoryVerdict:
    """Compute every hash again, compare with the anchors, and read every kept file."""
    with desk.workspace.read() as connection:
        found = check_chain(history.entries(connection))
        entries, last = history.head(connection)
        reasons = [found.reason] if found else []
        reasons += _missed(
            anchors, {a.entry: history.hash_of(connection, a.entry) for a in anchors}
        )
        reasons += [
            f"the kept file “{name}” was changed" for name in census.changed_files(connection)
        ]
    return HistoryVerdict(entries, last, found.seq if found else None, tuple(reasons))


def _missed(anchors: Iterable[Anchor], hashes: dict[int, str | None]) -> list[str]:
    reasons = []
    for anchor in anchors:
        known = history.GENESIS if anchor.entry == 0 else hashes[anchor.entry]
        if known is None:
            reasons.append(
                f"row {anchor.entry}, which {anchor.source} notes, is gone: the end was cut off"
            )
        elif known != anchor.hash:
            reasons.append(
                f"row {anchor.entry} is another one than {anchor.source} notes:"
                " the history was written anew"
            )
    return reasons


def read_anchor(file: Path) -> Anchor:
    """The anchor in the manifest of an export or of a backup."""
    try:
        body = json.loads(file.read_text(encoding="utf-8"))
        noted = body["history"]
        return Anchor(int(noted["entry"]), str(noted["hash"]), file.name)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AnchorUnreadable(
            "the file is not the manifest of an export or of a backup", file=file
        ) from error


def export_lines(desk: Desk, out: Path) -> HistoryVerdict:
    """Write the whole history as JSON lines, which anyone can verify without this program.

    The recipe is in `docs/workspace.md`.
    """
    with desk.workspace.read() as connection:
        lines = [entry.as_line() + "\n" for entry in history.entries(connection)]
        entries, last = history.head(connection)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        files.write_text(out, "".join(lines))
    except OSError as error:
        raise UserError(f"the file cannot be written: {error.strerror}", file=out) from error
    return HistoryVerdict(entries, last)


def verify_lines(file: Path, anchors: Sequence[Anchor] = ()) -> HistoryVerdict:
    """Verify an exported history; needs no workspace."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise HistoryUnreadable("the file cannot be read", file=file) from error
    chain = [_entry(line, file) for line in text.split("\n") if line]
    found: Break | None = check_chain(chain)
    reasons = [found.reason] if found else []
    hashes: dict[int, str | None] = {anchor.entry: None for anchor in anchors}
    hashes |= {entry.seq: entry.hash for entry in chain}
    reasons += _missed(anchors, hashes)
    last = chain[-1].hash if chain else history.GENESIS
    return HistoryVerdict(len(chain), last, found.seq if found else None, tuple(reasons))


def _entry(line: str, file: Path) -> Entry:
    try:
        body: Any = json.loads(line)
        return Entry(**body)
    except (ValueError, TypeError) as error:
        raise HistoryUnreadable(
            "a line of the file is no row of a history; export it again", file=file
        ) from error
