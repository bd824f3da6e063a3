"""A return as a person reads it before signing, read back from the canonical bytes themselves.

What is shown is what those bytes hold, whatever the workspace's rows may say: every value, in the order
and with the names and units that the pack gives. Nothing of what the bytes hold is left out but rows of a
table beyond `limit`, and those are counted.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from app.domain.amounts import grouped
from app.domain.languages import in_language
from app.domain.layout import key_fields, table_above
from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.page import Line, Part, Sheet, seen
from app.domain.schema import Field, Kind, Node, Schema
from app.domain.tree import Row
from app.services.desk import Desk
from app.services.digestwords import digest_groups, digest_words
from app.services.documents import parts
from app.services.formlayout import (
    FieldItem,
    GroupItem,
    Item,
    TableItem,
    layout,
    reading_order,
)
from app.services.packs import get_pack
from app.services.paperwords import paper_words, unit_words
from app.services.returns import get_return
from app.xml.excerpt import SHORT, read_excerpt

DASH = "—"
_ANSWERS = {"true": "yes", "1": "yes", "false": "no", "0": "no"}


@dataclass(frozen=True, slots=True)
class Rendering:
    """What is shown for signing. `digest` is the SHA-256 of the canonical XML that it was read from."""

    parts: tuple[Part, ...]
    digest: str

    @property
    def groups(self) -> tuple[str, ...]:
        """The digest as hex in groups."""
        return digest_groups(self.digest)

    @property
    def words(self) -> tuple[str, ...]:
        """The digest as words."""
        return digest_words(self.digest)


def render(desk: Desk, return_id: str, language: str, limit: int = 50) -> Rendering:
    """The whole return, tables to their first `limit` rows with the count of all of them."""
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.read() as connection:
        body = b"".join(parts(connection, pack, record))
    return render_bytes(pack, body, language, limit)


def render_bytes(
    pack: Pack, body: bytes, language: str, limit: int = 50, *, short: int = SHORT
) -> Rendering:
    """The same for the canonical bytes of a document without its signature.

    Of documents longer than `short` bytes no more rows are held than are shown.
    """
    rows, counts = read_excerpt(body, pack.schema, limit, file="the return", short=short)
    painter = _Painter(rows, counts, language, limit, pack.schema)
    found: list[Part] = []
    for section in layout(pack):
        found.append(Part(section.title(language), 1))
        for block in section.blocks:
            found += painter.item(block, 2)
    return Rendering(tuple(_joined(found)), hashlib.sha256(body).hexdigest())


def _joined(parts: list[Part]) -> list[Part]:
    """A heading that is followed by a part of the same name needs to stand only once."""
    result: list[Part] = []
    for part in parts:
        last = result[-1] if result else None
        if last is not None and not last.lines and not last.sheets and last.title == part.title:
            result[-1] = Part(part.title, last.level, part.lines, part.sheets)
        else:
            result.append(part)
    return result


@dataclass(frozen=True, slots=True)
class _Column:
    """A field of a table, or of a single group inside its rows; `title` is its heading."""

    node: Node
    field: Field
    title: str


class _Painter:
    def __init__(
        self, rows: MemoryRows, counts: Counter[str], language: str, limit: int, schema: Schema
    ) -> None:
        self._rows, self._counts = rows, counts
        self._language, self._limit = language, limit
        self._schema, self._nodes = schema, schema.nodes
        self._words = paper_words(language)

    def item(self, item: Item, level: int) -> list[Part]:
        if isinstance(item, GroupItem):
            return self._group(item, level)
        if isinstance(item, TableItem):
            return list(self._table(self._nodes[item.node]))
        return []

    def _group(self, item: GroupItem, level: int) -> list[Part]:
        node = self._nodes[item.node]
        row = next(iter(self._rows.all_of(item.node)), None)
        if row is None:
            return []
        lines = tuple(
            self._line(node.fields[node.index[part.key]], row.values[node.index[part.key]])
            for part in item.items
            if isinstance(part, FieldItem)
        )
        own = [Part(node.label(self._language), level, lines)] if lines else []
        return own + [
            below
            for part in item.items
            if not isinstance(part, FieldItem)
            for below in self.item(part, level + 1)
        ]

    # Tables

    def _table(self, node: Node) -> Iterator[Part]:
        """The table, and after it every table that is nested in its rows."""
        columns = list(self._columns(node, ""))
        nested = list(self._nested(node))
        above = table_above(self._schema, node)
        titles = [column.title for column in columns]
        numeric = [column.field.kind.numeric for column in columns]
        if nested or above is not None:
            first = self._words["number"]
            if above is not None:
                first = self._words["row_of"].format(table=above.label(self._language))
            titles.insert(0, first)
            numeric.insert(0, above is None)
        found = self._rows.all_of(node.path)
        rows = tuple(
            self._cells(row, columns, above, bool(nested)) for row in islice(found, self._limit)
        )
        total = self._counts.get(node.path) or len(rows) + sum(1 for _ in found)
        title = node.label(self._language)
        yield Part(title, 2, (), (Sheet(title, tuple(titles), tuple(numeric), rows, total),))
        for child in nested:
            yield from self._table(child)

    def _columns(self, node: Node, before: str) -> Iterator[_Column]:
        for item in reading_order(node):
            if isinstance(item, FieldItem):
                field = node.fields[node.index[item.key]]
                yield _Column(node, field, before + self._title(field))
                continue
            child = self._nodes[item.node]
            if not child.repeats:
                yield from self._columns(child, f"{before}{child.label(self._language)} › ")

    def _nested(self, node: Node) -> Iterator[Node]:
        for child in node.children:
            if child.repeats:
                yield child
            else:
                yield from self._nested(child)

    def _cells(
        self, row: Row, columns: list[_Column], above: Node | None, numbered: bool
    ) -> tuple[str, ...]:
        held = dict(self._single(row))
        cells = [
            self._text(column.field, self._value(held.get(column.node.path), column))
            for column in columns
        ]
        if above is not None:
            cells.insert(0, self._reference(row, above))
        elif numbered:
            cells.insert(0, str(self._rows.position(row)))
        return tuple(cells)

    def _single(self, row: Row) -> Iterator[tuple[str, Row]]:
        """The row and those of the single groups inside it, by the path of their node."""
        yield row.node, row
        for child in self._nodes[row.node].children:
            if not child.repeats:
                for below in self._rows.children(row.id, child.path):
                    yield from self._single(below)

    def _value(self, row: Row | None, column: _Column) -> str | None:
        return row.values[column.node.index[column.field.key]] if row is not None else None

    def _reference(self, row: Row, above: Node) -> str:
        """The row in which a nested row stands: its number and, where it has one, its key."""
        current: Row | None = row
        while current is not None and current.node != above.path:
            current = self._rows.get(current.parent) if current.parent is not None else None
        if current is None:
            return DASH
        key = [
            value
            for name in key_fields(self._schema, above)
            if (value := current.values[above.index[name]]) is not None
        ]
        own = " · ".join((str(self._rows.position(current)), *map(seen, key)))
        over = table_above(self._schema, above)
        return f"{self._reference(current, over)} › {own}" if over is not None else own

    # Words

    def _title(self, field: Field) -> str:
        unit = field.info.get("unit", "")
        label = field.label(self._language)
        return f"{label} ({unit_words(unit, self._language)})" if unit else label

    def _line(self, field: Field, value: str | None) -> Line:
        text = self._text(field, value)
        unit = unit_words(field.info.get("unit", ""), self._language)
        return Line(
            field.label(self._language),
            f"{text} {unit}".strip() if value is not None else text,
            field.kind.numeric,
        )

    def _text(self, field: Field, value: str | None) -> str:
        if value is None:
            return DASH
        label = self._code(field, value)
        if label:
            return label
        if field.kind is Kind.BOOLEAN and value in _ANSWERS:
            return self._words[_ANSWERS[value]]
        return grouped(value) if field.kind.numeric else seen(value)

    def _code(self, field: Field, value: str) -> str:
        """The word for a code; with the code itself where another code has the same word."""
        word = self._word(field, value)
        again = any(self._word(field, code) == word for code in field.code_labels if code != value)
        return f"{word} ({value})" if word and again else word

    def _word(self, field: Field, code: str) -> str:
        labels = field.code_labels.get(code, {})
        return in_language(labels, self._language)
