"""What the form reads: its single groups, where a value came from, what was filed last, a path's place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.computed import COMPUTED
from app.domain.locator import parse_path
from app.domain.origin import Origin
from app.domain.pack import Pack
from app.domain.schema import TEXT_KEY, Node, Schema
from app.domain.states import EDITABLE, State
from app.domain.tree import Row, path_of
from app.errors import UserError
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import locate
from app.services.given import Given
from app.services.lastcheck import LastCheck, last_check
from app.services.origins import Origins
from app.services.packs import get_pack
from app.services.returns import get_return, list_returns
from app.store import explanations
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.rowpages import RowPages
from app.store.rows import Rows
from app.store.workspace import Connection


@dataclass(frozen=True, slots=True)
class GroupData:
    """One single group as it stands: its row (None while it is absent) and what is below it.

    `given` are the keys of its computed fields whose value is somebody's and not the formula's.
    """

    node: str
    row: Row | None
    groups: Mapping[str, "GroupData"]
    tables: Mapping[str, int]
    given: frozenset[str] = frozenset()

    def find(self, node: str) -> "GroupData | None":
        """The group of a schema path at or below this one; None when it is not there."""
        if node == self.node:
            return self
        for path, group in self.groups.items():
            if node == path or node.startswith(path + "/"):
                return group.find(node)
        return None


@dataclass(frozen=True, slots=True)
class FormData:
    """A return as the form shows it. `undo` and `redo` are the labels of the steps, or empty;
    `checked` is what the history knows of the last check; `reasons` say, by path, why a value
    differs from its formula.
    """

    record: ReturnRecord
    pack: Pack
    root: GroupData
    undo: str
    redo: str
    checked: LastCheck | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)

    @property
    def editable(self) -> bool:
        """Whether values may still be changed."""
        return self.record.state in EDITABLE


@dataclass(frozen=True, slots=True)
class Filed:
    """A value of the return that was filed last. `period` such as 2026-09."""

    period: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """One value as it is stored, and what is known of it."""

    path: str
    value: str | None
    origin: Origin | None
    filed: Filed | None


@dataclass(frozen=True, slots=True)
class TableStep:
    """A row of a table on the way to a place."""

    node: str
    parent: int
    row: int


@dataclass(frozen=True, slots=True)
class Target:
    """Where a path leads: the tables on the way, the group, and the field's key (empty: the group)."""

    path: str
    tables: tuple[TableStep, ...]
    node: str
    key: str


def read_form(desk: Desk, return_id: str, counted: GroupData | None = None) -> FormData:
    """The single groups of a return. With `counted`, the lengths of its tables are taken from there."""
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.read() as connection:
        rows = rows_at(connection, record)
        given = Given(connection, pack, rows)
        root = _group(rows, pack.schema.root, rows.root(), counted, given)
        undo = store.step_label(connection, record.id, record.head) if record.head else ""
        following = record.head + 1
        redo = (
            store.step_label(connection, record.id, following) if following <= record.steps else ""
        )
        checked = last_check(connection, record.id)
        reasons = {
            path: item.text
            for (code, path), item in explanations.get(connection, record.id).items()
            if code == COMPUTED
        }
    return FormData(record, pack, root, undo, redo, checked, reasons)


def read_group(desk: Desk, return_id: str, row_id: int) -> GroupData | None:
    """A row of a table with the groups and tables below it; None when it is gone."""
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.read() as connection:
        rows = rows_at(connection, record)
        row = rows.get(row_id)
        if row is None:
            return None
        given = Given(connection, pack, rows)
        return _group(rows, pack.schema.node(row.node), row, None, given)


def _group(
    rows: Rows, node: Node, row: Row | None, counted: GroupData | None, given: Given
) -> GroupData:
    groups: dict[str, GroupData] = {}
    tables: dict[str, int] = {}
    if row is not None:
        for child in node.children:
            known = counted.groups.get(child.path) if counted else None
            if not child.repeats:
                below = next(rows.children(row.id, child.path, limit=1), None)
                groups[child.path] = _group(rows, child, below, known, given)
            elif counted is not None and child.path in counted.tables:
                tables[child.path] = counted.tables[child.path]
            else:
                tables[child.path] = rows.count(row.id, child.path)
    own = given.of(row) if row is not None else frozenset()
    return GroupData(node.path, row, groups, tables, own)


def read_facts(desk: Desk, return_id: str, row_id: int, key: str) -> Facts | None:
    """Path, origin and last filed value of one field; None when its row is gone."""
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    schema = pack.schema
    before = _last_filed(desk, record)
    with desk.workspace.read() as connection:
        rows = rows_at(connection, record)
        row = rows.get(row_id)
        if row is None:
            return None
        path = path_of(schema, rows, row, key)
        origin = Origins(connection, schema, rows, pack.computed_targets).of(row, key)
        filed = _filed(desk, connection, schema, rows, row, key, before) if before else None
    return Facts(path, row.values[schema.node(row.node).index[key]], origin, filed)


def _last_filed(desk: Desk, record: ReturnRecord) -> ReturnRecord | None:
    """The newest filed return of the same type for an earlier period (periods sort as text)."""
    earlier = [
        item
        for item in list_returns(desk)
        if item.return_type == record.return_type
        and item.state is State.FILED
        and item.period < record.period
    ]
    return max(earlier, key=lambda item: item.period, default=None)


def _filed(
    desk: Desk,
    connection: Connection,
    schema: Schema,
    rows: Rows,
    row: Row,
    key: str,
    before: ReturnRecord,
) -> Filed | None:
    old_schema = get_pack(desk, before.pack_id).schema
    old = rows_at(connection, before)
    node = schema.node(row.node)
    if node.repeats:
        twin = _twin(RowPages(connection, before.id, before.head), schema, old_schema, row)
        index = old_schema.nodes[row.node].index.get(key) if twin else None
        return Filed(before.period, twin.values[index]) if twin and index is not None else None
    if any(step.explicit for step in parse_path(path_of(schema, rows, row, key) or TEXT_KEY)):
        return None
    try:
        place = locate(old_schema, old, path_of(schema, rows, row, key))
    except UserError:
        return None  # the older pack has no such field
    return Filed(before.period, place.row.values[place.node.index[place.field.key]])


def _twin(old: RowPages, schema: Schema, old_schema: Schema, row: Row) -> Row | None:
    """The row of the same key in the older return, for tables directly below single groups."""
    keys = key_fields(schema, row.node)
    node, old_node = schema.node(row.node), old_schema.nodes.get(row.node)
    if not keys or old_node is None or any(key not in old_node.index for key in keys):
        return None
    wanted = [row.values[node.index[key]] for key in keys]
    places = [old_node.index[key] for key in keys]
    for candidate in old.all_of(row.node):
        if [candidate.values[place] for place in places] == wanted:
            return candidate
    return None


def key_fields(schema: Schema, path: str) -> tuple[str, ...]:
    """The fields that identify a table's row: those of the first key or unique that selects it."""
    node = schema.node(path)
    for owner in schema.nodes.values():
        for identity in owner.identities:
            selected = "/".join(part for part in (owner.path, identity.selector) if part)
            fits = identity.kind in ("key", "unique") and selected == path
            if fits and all(field in node.index for field in identity.fields):
                return identity.fields
    return ()


def find_target(desk: Desk, return_id: str, path: str) -> Target:
    """The place of a path, or the nearest one above it that is there."""
    record = get_return(desk, return_id)
    schema = get_pack(desk, record.pack_id).schema
    with desk.workspace.read() as connection:
        return _target(schema, rows_at(connection, record), path)


def _target(schema: Schema, rows: Rows, path: str) -> Target:
    steps = parse_path(path)
    row, node = rows.root(), schema.root
    tables: list[TableStep] = []
    rest = list(steps)
    while rest:
        child = node.by_name.get(rest[0].name)
        if child is None:
            break
        found = next(rows.children(row.id, child.path, limit=1, offset=rest[0].position - 1), None)
        if found is None:
            return Target(path, tuple(tables), child.path, "")
        if child.repeats:
            tables.append(TableStep(child.path, row.id, found.id))
        row, node = found, child
        rest.pop(0)
    key = "/".join(step.name for step in rest) or TEXT_KEY
    if key not in node.index:
        key = key.partition("/")[0]
    return Target(path, tuple(tables), node.path, key if key in node.index else "")
