"""Computed fields held against their formulas: where somebody's value differs, the reason is asked for."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.computed import Computed
from app.domain.languages import LANGUAGES, in_language
from app.domain.layout import key_fields
from app.domain.pack import Pack
from app.domain.rule import Rule
from app.domain.schema import Node, Schema
from app.domain.tomltable import PackError

_SENTENCES = {
    "en": "{row}{label} says {left}; the formula gives {right} ({how}). Say why it differs, or empty"
    " the field and it is computed again.",
    "zh-Hant": "{row}{label}為 {left}；按公式計算為 {right}（{how}）。請說明不同的原因，或清空該欄以重新計算。",
}
_ROW_ENDS = {"en": ": ", "zh-Hant": "："}


def computed_rules(pack: Pack) -> tuple[Rule, ...]:
    """A rule for each formula of a pack; a target that the schema does not have is left to `pack check`."""
    found = []
    for item in pack.computed:
        try:
            node, key = item.place(pack.schema)
        except PackError:
            continue
        messages = _messages(pack.schema, node, key, item)
        found.append(replace(item.rule(node, key, check=True), messages=messages))
    return tuple(found)


def _messages(schema: Schema, node: Node, key: str, item: Computed) -> Mapping[str, str]:
    names = _row_names(schema, node)
    field = node.fields[node.index[key]]
    found = {}
    for language in LANGUAGES:
        row = ", ".join(f"{{{name}}}" for name in names)
        found[language] = (
            in_language(_SENTENCES, language)
            .replace("{row}", f"{row}{in_language(_ROW_ENDS, language)}" if row else "")
            .replace("{label}", _plain(field.label(language)))
            .replace("{how}", _plain(item.words(language)))
        )
    return found


def _plain(text: str) -> str:
    """Words without the braces that a sentence takes for its own."""
    return text.replace("{", "(").replace("}", ")")


def _row_names(schema: Schema, node: Node) -> list[str]:
    """The key of the table's row, as paths from the row of the field."""
    current, climb = node, ""
    while not current.repeats:
        above = schema.parent(current)
        if above is None:
            return []
        current, climb = above, f"../{climb}"
    return [f"{climb}{name}" for name in key_fields(schema, current)]
