"""The template of a return: a workbook that is filled in and imported again."""

from collections.abc import Iterator
from pathlib import Path

from app.domain.clock import now
from app.domain.languages import SIMPLIFIED, TRADITIONAL
from app.domain.layout import (
    POSITION,
    Column,
    columns_of,
    groups_in,
    key_fields,
    may_be_bare,
    tables_above,
    tables_of,
)
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.schema import Node, Schema
from app.domain.tree import Row
from app.errors import UserError
from app.excel.marks import THERE
from app.excel.template import mark_of
from app.excel.templatebook import TableContent, TemplateWriter
from app.services.desk import Desk
from app.services.documents import still_rows
from app.services.overrides import Overrides
from app.services.packs import get_pack, pack_for
from app.services.returns import get_return
from app.store import files
from app.store.rows import Rows
from app.store.workspace import Connection

Parents = tuple[tuple[Node, Column | None], ...]
_MANY = 10**6
"""Of the rows of a table the origins are read at once."""


class FileExists(UserError):
    """The template would overwrite a file."""

    code = "file-exists"


class OtherType(UserError):
    """The return that should fill the template is of another type."""

    code = "other-type"


def write_template(
    desk: Desk,
    return_type: str,
    out: Path,
    period: str | None = None,
    *,
    pack_id: str | None = None,
    return_id: str | None = None,
    overwrite: bool = False,
    language: str = TRADITIONAL,
) -> Path:
    """Write the template for a return type, empty or filled with a return as it stands.

    The pack is the return's, or the named one, or the one in force for `period` (by default this
    month). The file appears whole or not at all; an existing one is kept unless `overwrite`.
    English stands beside Chinese: Simplified where `language` says so, else Traditional.
    """
    if out.exists() and not overwrite:
        raise FileExists("there is already a file; choose another name", file=out)
    if return_id is None:
        pack = _pack(desk, return_type, period, pack_id)
        tables = [
            TableContent(t, _keys(pack.schema, t), marks=(POSITION,) if may_be_bare(t) else ())
            for t in tables_of(pack.schema)
        ]
        _write(pack, out, {}, tables, language)
        return out
    record = get_return(desk, return_id)
    if record.return_type.upper() != return_type.upper():
        raise OtherType(
            f"the return {record.id[:8]} is a {record.return_type}, not a {return_type.upper()};"
            " name the type of the return"
        )
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.read() as connection:
        content = _Content(connection, pack, still_rows(connection, record))
        _write(pack, out, content.fields(), content.tables(), language, content.groups())
    return out


def _pack(desk: Desk, return_type: str, period: str | None, pack_id: str | None) -> Pack:
    if pack_id is not None:
        return get_pack(desk, pack_id)
    today = now()
    return pack_for(
        desk, return_type, Period.parse(period) if period else Period(today.year, today.month)
    )


def _write(
    pack: Pack,
    out: Path,
    fields: dict[str, str | None],
    tables: list[TableContent],
    language: str,
    groups: dict[str, Node] | None = None,
) -> None:
    chinese = SIMPLIFIED if language == SIMPLIFIED else TRADITIONAL
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with files.drafted(out) as draft:
            writer = TemplateWriter(pack.schema, pack.manifest, pack.digest, chinese)
            writer.write(draft, fields, tables, groups)
    except OSError as error:
        raise UserError(f"the file cannot be written: {error.strerror}", file=out) from error


def _keys(schema: Schema, table: Node) -> Parents:
    """The columns that name the rows of the tables above: their keys, else their position."""
    return tuple(part for above in tables_above(schema, table) for part in _key(schema, above))


def _key(schema: Schema, above: Node) -> Parents:
    names = key_fields(schema, above)
    return tuple((above, Column(name, above, above.index[name])) for name in names) or (
        (above, None),
    )


class _Content:
    """A return's values in the shape of the template.

    What only a formula gives stays blank: it is computed anew when the workbook comes back, whatever
    has been changed in it.
    """

    def __init__(self, connection: Connection, pack: Pack, rows: Rows) -> None:
        self._schema, self._rows = pack.schema, rows
        self._computed = pack.computed_targets
        self._overrides = Overrides(connection, rows)
        self._bare: dict[str, frozenset[int]] = {}

    def _value(self, row: Row | None, column: Column) -> str | None:
        if row is None:
            return None
        value, key = row.values[column.index], column.field.key
        if (row.node, key) in self._computed and not self._overrides.given(row, key, value):
            return None
        return value

    def fields(self) -> dict[str, str | None]:
        """Single fields by their path."""
        found: dict[str, str | None] = {}
        held: dict[str, Row | None] = {}
        for column in columns_of(self._schema.root):
            path = column.node.path
            if path not in held:
                held[path] = next(self._rows.all_of(path), None)
            row = held[path]
            found[column.path] = self._value(row, column)
        return found

    def tables(self) -> list[TableContent]:
        """Every table with its rows, streaming."""
        found = []
        for node in tables_of(self._schema):
            parents = tuple(
                part
                for above in tables_above(self._schema, node)
                for part in (
                    _key(self._schema, above) if self._telling(above) else ((above, None),)
                )
            )
            marks = self._marks(node)
            rows = self._table_rows(node, parents, marks)
            found.append(TableContent(node, parents, rows, marks=marks))
        return found

    def groups(self) -> dict[str, Node]:
        """Groups outside the tables that a document may lack, and that are there without any value."""
        return {
            path: node
            for path, node in groups_in(self._schema.root)
            if not node.min_occurs and self._bare_rows(node)
        }

    def _marks(self, table: Node) -> tuple[str, ...]:
        """What of a table's rows is there without any value, so that a column has to say so."""
        own = (POSITION,) if may_be_bare(table) or self._bare_rows(table) else ()
        return (
            *own,
            *(
                mark_of(path)
                for path, node in groups_in(table)
                if not node.min_occurs and self._bare_rows(node)
            ),
        )

    def _bare_rows(self, node: Node) -> frozenset[int]:
        """The rows of a node that have no value, neither their own nor in the groups inside."""
        if node.path not in self._bare:
            self._bare[node.path] = self._find_bare(node)
        return self._bare[node.path]

    def _find_bare(self, node: Node) -> frozenset[int]:
        columns = [Column(item.key, node, at) for at, item in enumerate(node.fields)]
        bare = {
            row.id
            for row in self._rows.all_of(node.path)
            if all(self._value(row, column) is None for column in columns)
        }
        for child in node.children if bare else ():
            if not child.repeats:
                empty = self._bare_rows(child)
                for row in self._rows.all_of(child.path):
                    if row.id not in empty and row.parent is not None:
                        bare.discard(row.parent)
        return frozenset(bare)

    def _telling(self, table: Node) -> bool:
        """Whether the key of a table is complete and tells its rows apart, as it stands."""
        places = [table.index[name] for name in key_fields(self._schema, table)]
        seen: set[tuple[str | None, ...]] = set()
        for row in self._rows.all_of(table.path):
            key = tuple(row.values[place] for place in places)
            if None in key or key in seen:
                return False
            seen.add(key)
        return bool(places)

    def _table_rows(
        self, node: Node, parents: Parents, marks: tuple[str, ...]
    ) -> Iterator[list[str | None]]:
        columns = list(columns_of(node))
        for path, key in self._computed:
            if any((column.node.path, column.field.key) == (path, key) for column in columns):
                self._overrides.expect(key, _MANY)
        marked = [key.rpartition("/")[0] for key in marks if key != POSITION]
        parts = [(path, self._schema.node(f"{node.path}/{path}")) for path in marked]
        groups = self._groups(
            {column.node.path for column in columns} | {part.path for _, part in parts}
        )
        counts: dict[int | None, int] = {}
        above = self._above(node) if parents else {}
        for row in self._rows.all_of(node.path):
            values: list[str | None] = []
            chain = self._chain(row, above) if parents else {}
            for table, column in parents:
                owner, position = chain[table.path]
                values.append(str(position) if column is None else owner.values[column.index])
            if POSITION in marks:
                counts[row.parent] = counts.get(row.parent, 0) + 1
                values.append(str(counts[row.parent]))
            for _, part in parts:
                holder = self._holder(row, node, part, groups)
                there = holder is not None and holder.id in self._bare_rows(part)
                values.append(THERE if there else None)
            for column in columns:
                holder = self._holder(row, node, column.node, groups)
                values.append(self._value(holder, column))
            yield values

    def _groups(self, paths: set[str]) -> dict[tuple[int, str], Row]:
        """Rows of single groups by their parent."""
        wanted = {
            node.path
            for node in self._schema.root.walk()
            if any(path == node.path or path.startswith(f"{node.path}/") for path in paths)
            and not node.repeats
        }
        return {
            (row.parent, path): row
            for path in sorted(wanted)
            for row in self._rows.all_of(path)
            if row.parent is not None
        }

    def _holder(
        self, row: Row, table: Node, node: Node, groups: dict[tuple[int, str], Row]
    ) -> Row | None:
        """The row of a group inside a table's row."""
        current: Row | None = row
        path = table.path
        for name in node.path.removeprefix(table.path).strip("/").split("/"):
            if name and current is not None:
                path = f"{path}/{name}"
                current = groups.get((current.id, path))
        return current

    def _above(self, node: Node) -> dict[int, tuple[Row, int]]:
        """All rows of the nodes above by number, with their position."""
        found: dict[int, tuple[Row, int]] = {}
        parent = self._schema.parent(node)
        while parent is not None:
            counts: dict[int | None, int] = {}
            for row in self._rows.all_of(parent.path):
                counts[row.parent] = counts.get(row.parent, 0) + 1
                found[row.id] = (row, counts[row.parent])
            parent = self._schema.parent(parent)
        return found

    def _chain(self, row: Row, above: dict[int, tuple[Row, int]]) -> dict[str, tuple[Row, int]]:
        chain: dict[str, tuple[Row, int]] = {}
        number = row.parent
        while number is not None:
            chain[above[number][0].node] = above[number]
            number = above[number][0].parent
        return chain
