"""A return as a person reads it before signing, read back from the canonical bytes themselves.

What is shown is what those bytes hold, whatever the workspace's rows may say.
"""

import hashlib
from dataclasses import dataclass
from itertools import islice

from app.domain.amounts import grouped
from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.schema import Field, Kind, Node
from app.services.desk import Desk
from app.services.digestwords import digest_groups, digest_words
from app.services.documents import parts
from app.services.formlayout import FieldItem, GroupItem, Item, TableItem, layout, ordered_fields
from app.services.packs import get_pack
from app.services.returns import get_return
from app.xml.reader import read_rows
from app.xml.safe import parse

DASH = "—"
_YES, _NO = {"en": "Yes", "zh-Hant": "是"}, {"en": "No", "zh-Hant": "否"}
_ANSWERS = {"true": _YES, "1": _YES, "false": _NO, "0": _NO}


@dataclass(frozen=True, slots=True)
class Line:
    """One value with its name; `numeric` values stand at the right."""

    label: str
    value: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its titles, the first rows, and how many there are in all."""

    title: str
    titles: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or a group in it: a heading with lines and tables."""

    title: str
    level: int
    lines: tuple[Line, ...]
    sheets: tuple[Sheet, ...]


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


def render_bytes(pack: Pack, body: bytes, language: str, limit: int = 50) -> Rendering:
    """The same for the canonical bytes of a document without its signature."""
    rows = read_rows(parse(body, file="the return"), pack.schema)
    painter = _Painter(rows, language, limit, pack.schema.nodes)
    found: list[Part] = []
    for section in layout(pack):
        found.append(Part(section.title(language), 1, (), ()))
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


class _Painter:
    def __init__(self, rows: MemoryRows, language: str, limit: int, nodes: dict[str, Node]) -> None:
        self._rows, self._language, self._limit, self._nodes = rows, language, limit, nodes

    def item(self, item: Item, level: int) -> list[Part]:
        if isinstance(item, GroupItem):
            return self._group(item, level)
        if isinstance(item, TableItem):
            return self._table(item.node)
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
        own = [Part(node.label(self._language), level, lines, ())] if lines else []
        return own + [
            below
            for part in item.items
            if not isinstance(part, FieldItem)
            for below in self.item(part, level + 1)
        ]

    def _table(self, path: str) -> list[Part]:
        node = self._nodes[path]
        fields = ordered_fields(node)
        total = sum(1 for _ in self._rows.all_of(path))
        first = tuple(
            tuple(self._text(field, row.values[node.index[field.key]]) for field in fields)
            for row in islice(self._rows.all_of(path), self._limit)
        )
        sheet = Sheet(
            node.label(self._language),
            tuple(field.label(self._language) for field in fields),
            tuple(field.kind.numeric for field in fields),
            first,
            total,
        )
        nested = [
            part for child in node.children if child.repeats for part in self._table(child.path)
        ]
        return [Part(sheet.title, 2, (), (sheet,)), *nested]

    def _line(self, field: Field, value: str | None) -> Line:
        text = self._text(field, value)
        unit = field.info.get("unit", "")
        return Line(
            field.label(self._language),
            f"{text} {unit}".strip() if value is not None else text,
            field.kind.numeric,
        )

    def _text(self, field: Field, value: str | None) -> str:
        if value is None:
            return DASH
        labels = field.code_labels.get(value)
        if labels:
            return labels.get(self._language) or labels.get("en") or value
        if field.kind is Kind.BOOLEAN and value in _ANSWERS:
            return _ANSWERS[value].get(self._language, _ANSWERS[value]["en"])
        return grouped(value) if field.kind.numeric else value
