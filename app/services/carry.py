"""Carry-forward: what a return takes over from the last one of its type that was filed.

Nothing that is there is ever overwritten, nor what somebody has emptied. Rows that are made point
to the filed document as their source; a value that is put into a row of another kind has an origin
of its own.
"""

import json
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from app.domain.carry import Carry, check_carry
from app.domain.changes import Changes
from app.domain.clock import stamp
from app.domain.computed import Target
from app.domain.origin import Origin, OriginKind
from app.domain.pack import Pack
from app.domain.schema import Node
from app.domain.tree import Row, Values
from app.services.carriedrows import Copier, OldReturn, key_of, places
from app.services.desk import Desk
from app.services.drafts import Editing, editing
from app.services.filed import last_filed_before
from app.services.groups import ensure_group, ensure_holder
from app.services.packs import get_pack
from app.store import history, imports
from app.store.returns import ReturnRecord
from app.store.rows import ORDER_STEP, RowWriter
from app.store.submissions import last_submission
from app.store.workspace import Connection, as_json


@dataclass(slots=True)
class Carried:
    """What was carried: from which return, how many rows were made and how many values filled."""

    source: ReturnRecord
    rows: int = 0
    values: int = 0
    tables: Counter[str] = field(default_factory=Counter)

    @property
    def any(self) -> bool:
        """Whether anything was carried."""
        return bool(self.rows or self.values)

    def as_dict(self) -> dict[str, object]:
        """For the history and the command line's JSON."""
        return {
            "from": self.source.id,
            "period": self.source.period,
            "rows": self.rows,
            "values": self.values,
            "tables": dict(self.tables),
        }


def carry(desk: Desk, return_id: str) -> tuple[Changes, Carried | None]:
    """Fill what is empty from the last filed return, as one step; tables without rows get theirs.

    None when no return of the type was filed for an earlier period.
    """
    with editing(desk, return_id, "carry forward") as edit:
        found = carry_into(desk, edit, rows=True)
    return edit.changes(structure=True), found


def begin(
    desk: Desk, connection: Connection, pack: Pack, record: ReturnRecord, writer: RowWriter
) -> None:
    """What a return that is being made takes over, and what follows from that."""
    edit = Editing(connection, record, pack, writer, desk.seat)
    carry_into(desk, edit, rows=True)
    edit.settle()


def carried_into(desk: Desk, return_id: str) -> dict[str, object] | None:
    """What was carried into a return last, as the history has it; None when nothing was."""
    with desk.workspace.read() as connection:
        entry = history.last(connection, return_id, "carried")
    return None if entry is None else dict(json.loads(entry.detail))


def carry_into(
    desk: Desk,
    edit: Editing,
    *,
    rows: bool,
    tables: Iterable[str] | None = None,
    spared: Container[int] = (),
) -> Carried | None:
    """The same within a step. Without `rows` no row is made; `tables` are the only tables that matter.

    Nothing is put into the rows whose numbers are `spared`.
    """
    if not edit.pack.carry:
        return None
    source = last_filed_before(edit.connection, edit.record)
    if source is None:
        return None
    old = OldReturn.of(edit.connection, get_pack(desk, source.pack_id), source)
    carrier = _Carrier(edit, old, Carried(source), rows=rows, spared=spared)
    wanted = None if tables is None else set(tables)
    for item in edit.pack.carry:
        if not check_carry(edit.pack.schema, item):
            carrier.one(item, wanted)
    if carrier.done.any:
        history.append(
            edit.connection,
            seat=edit.seat,
            action="carried",
            return_id=edit.record.id,
            detail=carrier.done.as_dict(),
        )
    return carrier.done


class _Carrier:
    """Carries one entry of the pack after the other."""

    def __init__(
        self,
        edit: Editing,
        old: OldReturn,
        done: Carried,
        *,
        rows: bool,
        spared: Container[int] = (),
    ) -> None:
        self._spared = spared
        self._edit, self._old, self.done, self._rows = edit, old, done, rows
        self._computed: frozenset[Target] = edit.pack.computed_targets
        self._number: int | None = None

    def one(self, item: Carry, tables: set[str] | None) -> None:
        node = self._edit.schema.node(item.to)
        if node.path not in self._old.schema.nodes:
            return
        if not node.repeats:
            self._group(item, node)
        elif tables is None or node.path in tables:
            self._table(item, node)

    def _group(self, item: Carry, node: Node) -> None:
        before = next(iter(self._old.rows_of(item, node)), None)
        if before is None:
            return
        row = next(self._edit.rows.all_of(node.path), None)
        values = dict(self._old.values(item, node, before))
        if row is None and self._rows and any(value is not None for value in values.values()):
            row = ensure_group(self._edit, node)
        if row is not None:
            self._fill([(row, values)])

    def _table(self, item: Carry, node: Node) -> None:
        """Rows of the same key are filled; what has no row yet gets one in an empty table."""
        known = {key_of(node, item, row): row for row in self._edit.rows.all_of(node.path)}
        filling, fresh = [], []
        for before in self._old.rows_of(item, node):
            key = key_of(self._old.schema.node(node.path), item, before)
            if None in key:
                continue
            if key in known:
                filling.append((known[key], dict(self._old.values(item, node, before))))
            elif not known:
                fresh.append(before)
        self._fill(filling)
        if self._rows and item.rows and fresh:
            self._make(item, node, fresh)

    def _fill(self, found: list[tuple[Row, dict[str, str | None]]]) -> None:
        """Put values where nothing stands and nobody has emptied the field."""
        edit = self._edit
        keys = {key for _, values in found for key in values}
        many = len(found) > 20
        own = {key: edit.rows.typed_origins(key) for key in keys} if many else {}
        changes: list[tuple[Row, Values]] = []
        cells: list[tuple[int, str]] = []
        for row, wanted in found:
            if row.id in self._spared:
                continue
            node = edit.schema.node(row.node)
            values = list(row.values)
            for key, value in wanted.items():
                index = node.index.get(key)
                if index is None or value is None or values[index] is not None:
                    continue
                if (row.node, key) in self._computed or self._emptied(row.id, key, own):
                    continue
                values[index] = value
                cells.append((row.id, key))
            if tuple(values) != row.values:
                changes.append((row, tuple(values)))
        edit.rows.rewrite(changes)
        edit.rows.put_origins(cells, as_json(self._origin().as_dict()))
        self.done.values += len(cells)

    def _emptied(self, row: int, key: str, own: dict[str, dict[int, str]]) -> bool:
        if key in own:
            return row in own[key]
        return self._edit.rows.typed_origin(row, key) is not None

    def _origin(self) -> Origin:
        source = self.done.source
        return Origin(
            OriginKind.CARRIED,
            by=self._edit.seat,
            at=stamp(),
            return_id=source.id,
            period=source.period,
        )

    def _make(self, item: Carry, node: Node, found: list[Row]) -> None:
        edit = self._edit
        parent = ensure_holder(edit, node).id
        copier = Copier(edit.rows, self._old, self._source())
        order = edit.rows.last_order(parent)
        made: list[Row] = []
        for before in found:
            order += ORDER_STEP
            rows = copier.row(item, node, before, parent, order)
            made += [self._without_computed(row) for row in rows]
            self.done.rows += 1
            self.done.tables[node.path] += 1
        edit.rows.insert(made)
        if self._source() is None:  # without a filed document each value says so itself
            cells = [
                (row.id, item.key)
                for row in made
                for item, value in zip(edit.schema.node(row.node).fields, row.values, strict=True)
                if value is not None and item.fixed is None
            ]
            edit.rows.put_origins(cells, as_json(self._origin().as_dict()))

    def _without_computed(self, row: Row) -> Row:
        node = self._edit.schema.node(row.node)
        values = tuple(
            None if (row.node, item.key) in self._computed else value
            for item, value in zip(node.fields, row.values, strict=True)
        )
        return Row(row.id, row.parent, row.node, row.order, values, row.source, row.source_row)

    def _source(self) -> int | None:
        """The filed document as the source of the rows that are made."""
        if self._number is None:
            self._number = _add_source(self._edit, self.done.source, self._computed)
        return self._number


def _add_source(edit: Editing, source: ReturnRecord, computed: frozenset[Target]) -> int | None:
    submission = last_submission(edit.connection, source.id)
    if submission is None:
        return None
    kind: dict[str, str | None] = {
        "kind": OriginKind.CARRIED.value,
        "sheet": None,
        "return_id": source.id,
        "period": source.period,
    }
    columns: imports.Columns = {}
    for item in edit.pack.carry:
        for path, key in places(edit.schema, item):
            if (path, key) not in computed:
                columns.setdefault(path, {})[key] = kind
    name = f"{source.return_type} {source.period}"
    return imports.add_source(
        edit.connection, edit.record.id, submission.blob, name, "", columns, edit.seat
    )
