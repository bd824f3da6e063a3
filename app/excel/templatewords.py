"""The words of a template, English and Chinese side by side: heads, hints, titles, names of sheets.

`chinese` is the Chinese that a template is written in, `zh-Hant` or `zh-Hans`.
"""

import re
from collections.abc import Iterable

from app.domain.languages import ENGLISH, TRADITIONAL, in_language
from app.domain.layout import POSITION, Column
from app.domain.schema import Field, Kind, Node, Schema
from app.excel.instructions import SHARED
from app.excel.template import column_path

_HINTS = {
    Kind.DECIMAL: ("number as text", "文字格式數字"),
    Kind.INTEGER: ("whole number", "整數"),
    Kind.BOOLEAN: ("true or false", "true 或 false"),
    Kind.DATE: ("date 2026-10-31", "日期"),
    Kind.DATETIME: ("time 2026-10-31T23:59:59+08:00", "時間"),
}


def chinese_of(text: str, chinese: str) -> str:
    """A text of our own that is, or holds, Traditional Chinese, in the Chinese of the template."""
    return in_language({TRADITIONAL: text}, chinese)


def codes_of(item: Field) -> tuple[str, ...]:
    """The codes that a field allows; empty where it allows more."""
    return ("true", "false") if item.kind is Kind.BOOLEAN else item.facets.enumeration


def name_of(item: Field, language: str) -> str:
    """A field's name; a star marks one that is needed."""
    return item.label(language) + (" *" if item.required else "")


def hint_of(item: Field, chinese: str) -> str:
    """How a field is written: its unit, and a form or an example."""
    if item.fixed is not None:
        return chinese_of("always 固定為 {value}", chinese).format(value=item.fixed)
    parts = [item.info.get("unit", "")]
    if codes_of(item):
        parts.append(chinese_of("choose from the list 從清單選擇", chinese))
    elif item.kind in _HINTS:
        english, words = _HINTS[item.kind]
        parts.append(f"{english} / {chinese_of(words, chinese)}")
    elif item.info.get("example"):
        parts.append(f"{chinese_of('e.g. 如', chinese)} {item.info['example']}")
    return " · ".join(part for part in parts if part)


def parent_head(node: Node, column: Column | None, chinese: str) -> tuple[str, str, str, str]:
    """Path, English, Chinese and hint of a column that tells the row of the table above."""
    names = node.label(ENGLISH), node.label(chinese)
    if column is None:
        path = column_path(node.path, POSITION)
        number, first = (
            chinese_of(text, chinese) for text in ("{name}：行次", "1 for the first 首行為 1")
        )
        return path, f"{names[0]}: row number *", number.format(name=names[1]), first
    english = f"{names[0]}: {column.field.label(ENGLISH)} *"
    head = f"{names[1]}：{column.field.label(chinese)}"
    hint = chinese_of("row it belongs to 所屬的行", chinese)
    return column_path(node.path, column.key), english, head, hint


def mark_head(table: Node, key: str, chinese: str) -> tuple[str, str, str, str]:
    """The same of a column that says that a row, or a group inside it, is there without a value."""
    path = column_path(table.path, key)
    if key == POSITION:
        number, first = (chinese_of(text, chinese) for text in ("行次", "1 for the first 首行為 1"))
        return path, "Row number", number, first
    node = table
    for name in key.split("/")[:-1]:
        node = node.by_name[name]
    return path, *mark_names(node, chinese), chinese_of(MARK_HINT, chinese)


MARK_HINT = "1 where it is there 有此項者填 1"


def mark_names(node: Node, chinese: str) -> tuple[str, str]:
    """How it is called that a group is there."""
    there = chinese_of("{name}：有此項", chinese).format(name=node.label(chinese))
    return f"{node.label(ENGLISH)}: there", there


def table_title(schema: Schema, node: Node, language: str) -> str:
    """The names of the groups down to a table."""
    names, current = [node.label(language)], schema.parent(node)
    while current is not None and current.path:
        names.insert(0, current.label(language))
        current = schema.parent(current)
    return " › ".join(names)


def sheet_names(tables: Iterable[Node]) -> dict[str, str]:
    """A sheet name a table: at most 31 characters, none twice."""
    taken = {name.casefold() for name in (SHARED.instructions, SHARED.fields, SHARED.lists)}
    names: dict[str, str] = {}
    for node in tables:
        plain = re.sub(r"[\[\]:*?/\\']", "", node.name)[:31] or "Table"
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain[:27]} {number}"
        taken.add(name.casefold())
        names[node.path] = name
    return names
