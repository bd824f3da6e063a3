"""A correction beside its original: every field that differs, old and new, with what was said about it.

Rows of a table are paired by the schema's key, else by their position (`services.movement`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from app.domain.origin import Origin
from app.domain.pack import Pack
from app.domain.schema import Node
from app.domain.states import State
from app.domain.tree import Row
from app.errors import UserError
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import locate
from app.services.movement import Kind, Movement, Pairing
from app.services.origins import Origins
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store import corrections, explanations
from app.store.returns import ReturnRecord
from app.store.workspace import Connection

MOST = 5_000


class NothingToCompare(UserError):
    """The return is no correction, and none corrects it."""

    code = "no-correction"


@dataclass(frozen=True, slots=True)
class Differing:
    """One value that differs, or one whole row that only one of the two has (`key` is empty).

    `path` is a place of the correction; of what is gone, its table. `reason` is what was said of the place
    in explanations, `origin` where the new value came from.
    """

    path: str
    node: str
    key: str
    row: str
    kind: Kind
    before: str | None
    after: str | None
    reason: str = ""
    origin: Origin | None = None

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON."""
        return {
            "path": self.path,
            "kind": self.kind.value,
            "row": self.row,
            "before": self.before,
            "after": self.after,
            "reason": self.reason,
            "origin": self.origin.as_dict() if self.origin else None,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both returns, what the correction says was changed, and the differences in document order.

    At most `MOST` differences are held; `total` counts all.
    """

    original: ReturnRecord
    correction: ReturnRecord
    summary: str
    lines: tuple[Differing, ...]
    total: int

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON."""
        return {
            "original": {"id": self.original.id, "state": self.original.state.value},
            "correction": {"id": self.correction.id, "state": self.correction.state.value},
            "summary": self.summary,
            "total": self.total,
            "differences": [line.as_dict() for line in self.lines],
        }


def compare(desk: Desk, return_id: str) -> Comparison:
    """A correction with its original, or a return with the newest correction of it."""
    with desk.workspace.read() as connection:
        original, correction = _pair(desk, connection, get_return(desk, return_id))
        pack, old_pack = get_pack(desk, correction.pack_id), get_pack(desk, original.pack_id)
        old, new = rows_at(connection, original), rows_at(connection, correction)
        found = (
            item
            for item in _Whole(pack.schema, old_pack.schema, old, new).run()
            if item.kind is not Kind.SAME
        )
        first = list(islice(found, MOST))
        told = _Told(connection, pack, correction)
        lines = tuple(told.line(item) for item in first)
        total = len(lines) + sum(1 for _ in found)
        return Comparison(original, correction, told.summary(), lines, total)


def _pair(
    desk: Desk, connection: Connection, record: ReturnRecord
) -> tuple[ReturnRecord, ReturnRecord]:
    if record.replaces_id is not None:
        return get_return(desk, record.replaces_id), record
    made = corrections.replaced_by(connection, record.id)
    standing = [number for number, state in made if state != State.VOIDED]
    if not standing:
        raise NothingToCompare("the return is no correction, and no correction of it was begun")
    return record, get_return(desk, standing[-1])


class _Whole(Pairing):
    """Of a row that only one side has every value is told as well."""

    def _came(self, node: Node, row: Row, path: str, name: str) -> Iterator[Movement]:
        yield from super()._came(node, row, path, name)
        yield from self._both(node, None, row, path, name)

    def _went(self, node: Node, row: Row, path: str, name: str) -> Iterator[Movement]:
        yield from super()._went(node, row, path, name)
        yield from self._both(node, row, None, path, name)


class _Told:
    """What was said about places of the correction, and where its values came from."""

    def __init__(self, connection: Connection, pack: Pack, record: ReturnRecord) -> None:
        self._schema = pack.schema
        self._rows = rows_at(connection, record)
        self._origins = Origins(connection, pack.schema, self._rows, pack.computed_targets)
        self._said: dict[str, list[str]] = {}
        for (code, path), item in sorted(explanations.get(connection, record.id).items()):
            self._said.setdefault(path, []).append(f"{code}: {item.text}")

    def line(self, item: Movement) -> Differing:
        """A difference with its reason and its origin."""
        origin = None
        if item.key and item.after is not None:
            place = locate(self._schema, self._rows, item.path)
            origin = self._origins.of(place.row, item.key)
        reason = "; ".join(self._said.get(item.path, ()))
        return Differing(
            item.path,
            item.node,
            item.key,
            item.row,
            item.kind,
            item.before,
            item.after,
            reason,
            origin,
        )

    def summary(self) -> str:
        """What the correction itself says was changed; house formats have a field for it."""
        for node in self._schema.nodes.values():
            if "ChangeSummary" in node.index and not node.repeats:
                for row in self._rows.all_of(node.path):
                    return row.values[node.index["ChangeSummary"]] or ""
        return ""
