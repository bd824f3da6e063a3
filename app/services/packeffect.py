"""What a newer version of a pack does to drafts, and a copy of a draft under it.

Values go where the same names stand in the newer schema. What has no place there any more, what no longer
fits, and what is newly required is listed value by value; the original is never touched.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field

from app.domain.changes import Changes
from app.domain.languages import LANGUAGES
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.schema import Node, Schema
from app.domain.states import EDITABLE
from app.domain.tree import Row, path_of
from app.domain.values import check_value
from app.errors import UserError
from app.services.computing import settle
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.packs import get_pack
from app.services.returns import (
    NotAllowed,
    blank_record,
    get_return,
    note_created,
    skeleton,
)
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.rows import ORDER_STEP, Rows, RowWriter
from app.store.workspace import Connection

DROPPED, UNFIT, REQUIRED = "dropped", "unfit", "required"


class OtherReturn(UserError):
    """The packs are for different kinds of return."""

    code = "pack-other-return"


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a draft that a newer version concerns. `kind` is dropped, unfit or required."""

    kind: str
    path: str
    value: str | None
    reasons: Mapping[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """For people, in English."""
        if self.kind == DROPPED:
            return f"{self.path}: “{self.value}” has no place any more"
        if self.kind == UNFIT:
            return f"{self.path}: “{self.value}” no longer fits: {self.reasons.get('en', '')}"
        return f"{self.path}: a value is newly required"

    def as_dict(self) -> dict[str, object]:
        """The command line's JSON."""
        return {**asdict(self), "reasons": dict(self.reasons)}


@dataclass(frozen=True, slots=True)
class Effect:
    """What a newer version does to one draft."""

    record: ReturnRecord
    pack: str
    items: tuple[Item, ...]

    @property
    def sentence(self) -> str:
        """For people, in English."""
        name = f"{self.record.return_type} {self.record.period} ({self.record.id[:8]})"
        if not self.items:
            return f"{name} fits {self.pack} as it stands"
        return f"{name} under {self.pack}: {len(self.items)} values to look at"

    def as_dict(self) -> dict[str, object]:
        """An entry of `drafts`."""
        return {
            "id": self.record.id,
            "type": self.record.return_type,
            "period": self.record.period,
            "state": self.record.state.value,
            "items": [item.as_dict() for item in self.items],
        }


@dataclass(frozen=True, slots=True)
class Migrated:
    """A copy of a draft under another pack."""

    record: ReturnRecord
    items: tuple[Item, ...]
    rows: int
    changes: Changes


def effects(desk: Desk, old: Pack, new: Pack) -> list[Effect]:
    """The effect on every draft that was made with the older pack."""
    found = []
    with desk.workspace.read() as connection:
        for record in store.find_returns(connection):
            if record.pack_id == old.id and record.state in EDITABLE:
                move = _Move(old.schema, new.schema, rows_at(connection, record))
                found.append(Effect(record, new.id, tuple(move.items())))
    return found


def effect(desk: Desk, return_id: str, pack_id: str) -> Effect:
    """The effect of a pack of the workspace on one return."""
    record = get_return(desk, return_id)
    old, new = get_pack(desk, record.pack_id), get_pack(desk, pack_id)
    _require_kind(old, new)
    with desk.workspace.read() as connection:
        move = _Move(old.schema, new.schema, rows_at(connection, record))
        return Effect(record, new.id, tuple(move.items()))


def migrate(desk: Desk, return_id: str, pack_id: str) -> Migrated:
    """A new draft with the content of a return, under another pack; the original stays as it is.

    Origins go with their values. Every value that has no place is in the answer and in the history.
    """
    original = get_return(desk, return_id)
    old, new = get_pack(desk, original.pack_id), get_pack(desk, pack_id)
    _require_kind(old, new)
    if old.id == new.id:
        raise NotAllowed(f"the return is under {new.id} already")
    if original.state not in EDITABLE:
        raise NotAllowed(
            f"the return is {original.state.value}; only a draft is taken over into another pack"
        )
    period = Period.parse(original.period)
    if not new.manifest.in_force(period.start, period.end):
        raise NotAllowed(
            f"{new.id} does not serve {original.period}: it is in force from"
            f" {new.manifest.effective_from}"
        )
    with desk.workspace.write() as connection:
        record = blank_record(
            desk, new.manifest.return_type, original.period, new.id, follows=original.follows_id
        )
        store.insert_return(connection, record)
        move = _Move(old.schema, new.schema, rows_at(connection, original))
        items = tuple(move.items())
        count = move.copy(connection, record)
        settle(connection, record, new, RowWriter(connection, record.id, 0), desk.seat)
        note_created(
            desk,
            connection,
            record,
            new,
            migrated_from=original.id,
            from_pack=old.id,
            from_pack_digest=old.digest,
            rows=count,
            dropped=[
                {"path": item.path, "value": item.value} for item in items if item.kind == DROPPED
            ],
        )
    changes = Changes(return_id=record.id, returns=True)
    return Migrated(record, items, count, changes)


def _require_kind(old: Pack, new: Pack) -> None:
    if old.manifest.return_type != new.manifest.return_type:
        raise OtherReturn(
            f"{new.id} is for {new.manifest.return_type}, and the return is a"
            f" {old.manifest.return_type}"
        )


class _Move:
    """The rows of one return on their way into another schema."""

    def __init__(self, old: Schema, new: Schema, rows: Rows) -> None:
        self._old, self._new, self._rows = old, new, rows
        self._places = {path: self._place(node) for path, node in old.nodes.items()}

    def _place(self, node: Node) -> Node | None:
        """The node in the newer schema; None where it is no longer there as what it was."""
        found = self._new.nodes.get(node.path)
        if found is None or found.opaque != node.opaque or (node.repeats and not found.repeats):
            return None
        parent = self._old.parent(node)
        return found if parent is None or self._place(parent) is not None else None

    def items(self) -> Iterator[Item]:
        """Every value that is lost, no longer fits or is newly asked for, node by node."""
        for node in self._old.nodes.values():
            target = self._places[node.path]
            for row in self._rows.all_of(node.path):
                yield from self._row(node, target, row)
        yield from self._missing()

    def _row(self, node: Node, target: Node | None, row: Row) -> Iterator[Item]:
        for item, value in zip(node.fields, row.values, strict=True):
            at = None if target is None else target.index.get(item.key)
            if at is None or target is None:
                if value is not None:
                    yield Item(DROPPED, self._path(row, item.key), value)
                continue
            problems = check_value(target.fields[at], value)
            known = {problem.code for problem in check_value(item, value)}
            for problem in problems:
                if value is None and "/@" in item.key:
                    continue
                if problem.code not in known:
                    kind = REQUIRED if value is None else UNFIT
                    reasons = {lang: problem.text(lang) for lang in LANGUAGES}
                    yield Item(kind, self._path(row, item.key), value, reasons)
        if target is not None:
            for item in target.fields:
                if item.required and item.key not in node.index and item.fixed is None:
                    yield Item(REQUIRED, self._path(row, item.key), None)

    def _missing(self) -> Iterator[Item]:
        """Groups and tables that are newly required, below each row that is there."""
        for path, target in self._places.items():
            for child in target.children if target is not None else ():
                old = self._old.nodes.get(child.path)
                if child.min_occurs and (old is None or not old.min_occurs):
                    for row in self._rows.all_of(path):
                        if next(self._rows.children(row.id, child.path), None) is None:
                            yield Item(REQUIRED, self._path(row, child.name), None)

    def _path(self, row: Row, key: str) -> str:
        return path_of(self._old, self._rows, row, key)

    def copy(self, connection: Connection, record: ReturnRecord) -> int:
        """Put what has a place into the new return; gives how many rows there are."""
        writer = RowWriter(connection, record.id, 0)
        numbers: dict[int, int] = {}
        there: set[tuple[int, str]] = set()
        count = 0
        for node in self._old.nodes.values():  # parents first
            target = self._places[node.path]
            if target is None:
                continue
            kept = [row for row in self._rows.all_of(node.path) if self._has_parent(row, numbers)]
            first = writer.new_ids(len(kept)) if kept else 0
            numbers |= {row.id: first + place for place, row in enumerate(kept)}
            there |= {(numbers[row.parent], node.path) for row in kept if row.parent is not None}
            count += writer.insert(self._moved(row, node, target, numbers) for row in kept)
            self._origins(writer, node, target, kept, numbers)
        return count + self._fill(writer, numbers, there)

    @staticmethod
    def _has_parent(row: Row, numbers: Mapping[int, int]) -> bool:
        return row.parent is None or row.parent in numbers

    @staticmethod
    def _moved(row: Row, node: Node, target: Node, numbers: Mapping[int, int]) -> Row:
        values = tuple(
            row.values[node.index[item.key]]
            if item.key in node.index
            else item.fixed
            if item.required
            else None
            for item in target.fields
        )
        parent = None if row.parent is None else numbers[row.parent]
        return Row(numbers[row.id], parent, row.node, row.order, values, row.source, row.source_row)

    def _origins(
        self,
        writer: RowWriter,
        node: Node,
        target: Node,
        kept: list[Row],
        numbers: Mapping[int, int],
    ) -> None:
        mine = {row.id for row in kept}
        for key in node.index.keys() & target.index.keys() if mine else ():
            for row_id, origin in self._rows.typed_origins(key).items():
                if row_id in mine:
                    writer.set_origin(numbers[row_id], key, origin)

    def _fill(
        self, writer: RowWriter, numbers: Mapping[int, int], there: set[tuple[int, str]]
    ) -> int:
        """Single groups that the newer schema always has."""
        new: list[Row] = []
        for path, target in self._places.items():
            wanted = [
                (number, child)
                for number, child in enumerate(target.children if target else (), 1)
                if child.min_occurs and not child.repeats
            ]
            for row in self._rows.all_of(path) if wanted else ():
                if row.id not in numbers:
                    continue
                for number, child in wanted:
                    if (numbers[row.id], child.path) not in there:
                        new += skeleton(writer, child, numbers[row.id], number * ORDER_STEP)
        writer.insert(new)
        return len(new)
