"""Carry-forward: what a new return takes over from the last one that was filed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.schema import Node, Schema
from app.domain.tomltable import PackError, Table, read_toml


@dataclass(frozen=True, slots=True)
class Carry:
    """One entry of `form/carry.toml`.

    `to` is the schema path of a group or a table (empty: the document element). `key` tells the
    rows of a table apart. `fields` are taken over under their own name: fields, groups inside the
    row, or nested tables. `values` are taken over under another name (new from old). `when` is
    XPath on the old row; without `rows` no row is made that is not there.
    """

    to: str
    key: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    when: str | None = None
    rows: bool = True
    source: str = ""

    def fail(self, message: str) -> PackError:
        """The error that names this entry."""
        return PackError(f"carry to {self.to or 'the document'}: {message}", file=self.source)


def read_carry(body: bytes, file: str) -> tuple[Carry, ...]:
    """The `[[carry]]` tables of `form/carry.toml`."""
    items = read_toml(body, file).get("carry", [])
    return tuple(_carry(item, file, number) for number, item in enumerate(items, 1))


def _carry(item: Any, file: str, number: int) -> Carry:
    table = Table(item, file, f"carry {number}")
    rows = table.take("rows", True)  # noqa: FBT003  (a TOML default)
    found = Carry(
        to=table.text("to", ""),
        key=table.names("key"),
        fields=table.names("fields"),
        values=table.texts("values", needed=False),
        when=table.maybe("when"),
        rows=rows is True,
        source=file,
    )
    table.end()
    if not isinstance(rows, bool):
        raise table.fail("“rows” must be true or false")
    return found


def check_carry(schema: Schema, item: Carry) -> list[PackError]:
    """What of an entry the schema does not have; the same names must be there in the old return."""
    node = schema.nodes.get(item.to)
    if node is None:
        return [item.fail("the schema has no such element")]
    found = []
    if node.repeats and not item.key:
        found.append(item.fail("the rows of a table need a “key”"))
    plain = [*item.key, *item.values, *item.values.values()]
    wrong = [name for name in plain if name not in node.index]
    wrong += [name for name in item.fields if not known(schema, node, name)]
    return [*found, *(item.fail(f"{node.name} has no “{name}”") for name in wrong)]


def known(schema: Schema, node: Node, name: str) -> bool:
    """Whether a name of `fields` leads to a field, a group or a table below a node."""
    path = f"{node.path}/{name}".lstrip("/")
    return name in node.index or path in schema.nodes or schema.place(path) is not None
