"""Words about matched columns: fields by their names, how sure a proposal is, and what is missing."""

from collections.abc import Callable

from app.domain.layout import tables_of
from app.domain.schema import Field, Node, Schema
from app.excel.matched import Trouble
from app.excel.matching import Match, SheetMatch, Sureness, Target
from app.ui.i18n import noop, ntr, tr
from app.ui.models.records import Column
from app.ui.pages.match_state import MatchState

SURENESS_WORDS = {
    Sureness.SURE: noop("Sure: name and content agree"),
    Sureness.NAME: noop("Likely: by name"),
    Sureness.CONTENT: noop("Likely: by content"),
    Sureness.UNSURE: noop("Unsure: please look"),
}
_ICONS = {
    Sureness.SURE: ("done", "done"),
    Sureness.NAME: ("information", "information"),
    Sureness.CONTENT: ("information", "information"),
    Sureness.UNSURE: ("unknown", "explain"),
}


def columns(state: Callable[[], MatchState], language: Callable[[], str]) -> list[Column]:
    """Column, heading, examples, field, how sure."""
    return [
        Column(noop("Column"), lambda match: match.place, width=80),
        Column(noop("Heading"), lambda match: match.title or "—", width=180),
        Column(noop("Examples"), lambda match: " · ".join(match.samples) or "—"),
        Column(noop("Field"), lambda match: _field_words(state(), match, language()), width=250),
        Column(
            noop("How sure"),
            lambda match: _sure_words(state(), match),
            icon=lambda match: _sure_icon(state(), match),
            width=250,
        ),
    ]


def target_words(target: Target, language: str) -> str:
    """A field's name, with that of its group or of the table above."""
    label, node = target.column.field.label(language), target.column.node
    if target.above:
        return tr("{table} it belongs to: {field}").format(table=node.label(language), field=label)
    grouped = bool(node.path) and not node.repeats
    return f"{node.label(language)} › {label}" if grouped else label


def table_words(schema: Schema, node: Node, language: str) -> str:
    """A table's name with those above it."""
    names, above = [node.label(language)], schema.parent(node)
    while above is not None and above.path:
        if above.label(language) != names[0]:
            names.insert(0, above.label(language))
        above = schema.parent(above)
    return " › ".join(names)


def tables_to_choose(schema: Schema, language: str) -> list[tuple[str, str | None]]:
    """What a sheet can hold: nothing, single fields, a table."""
    listed: list[tuple[str, str | None]] = [
        (tr("Nothing for this return"), None),
        (tr("Single fields, a name and beside it a value"), ""),
    ]
    return listed + [(table_words(schema, node, language), node.path) for node in tables_of(schema)]


def sheet_words(schema: Schema, sheet: SheetMatch, language: str) -> str:
    """A sheet with what it holds."""
    if sheet.table is None:
        return tr("{sheet} (not imported)").format(sheet=sheet.sheet)
    name = (
        table_words(schema, schema.nodes[sheet.table], language)
        if sheet.table
        else tr("single fields")
    )
    return f"{sheet.sheet} → {name}"


def codes_of(item: Field, language: str) -> list[tuple[str, str]]:
    """The codes of a field with their names; empty where they are typed."""
    names = item.code_labels
    return [
        (f"{names[code].get(language) or names[code].get('en', code)} ({code})", code)
        if names.get(code)
        else (code, code)
        for code in item.facets.enumeration
    ]


def count_words(state: MatchState) -> str:
    """How many columns of the sheet have a field."""
    matches = state.current.matches
    given = sum(match.key is not None for match in matches)
    said = ntr("{n} column has a field", "{n} columns have a field", given)
    left = len(matches) - given
    return said if not left else f"{said} · " + ntr("{n} has none", "{n} have none", left)


def trouble_words(trouble: Trouble, schema: Schema, language: str) -> str:
    """What has to be decided first, in one sentence."""
    if trouble.kind == "nothing":
        return tr("No column has a field yet. Choose what a sheet holds, and its fields.")
    node = schema.nodes[trouble.table]
    table = table_words(schema, node, language)
    words = {
        "twice": tr("On the sheet {sheet} two columns have the same field. Choose one of them."),
        "two-sheets": tr(
            "{table} stands on two sheets. Choose one; the sheet {sheet} is the second."
        ),
        "no-parent": tr(
            "On the sheet {sheet}, choose the column that says to which row above a row of {table}"
            " belongs."
        ),
    }
    return words[trouble.kind].format(sheet=trouble.sheet, table=table)


def _field_words(state: MatchState, match: Match, language: str) -> str:
    if match.key is None:
        return tr("Not imported")
    return target_words(state.targets[match.key], language)


def _sure_words(state: MatchState, match: Match) -> str:
    if match.key is None:
        return ""
    if unsaid := state.unsaid(match):
        return ntr("{n} word stands for nothing yet", "{n} words stand for nothing yet", unsaid)
    if match.sureness is not None:
        return tr(SURENESS_WORDS[match.sureness])
    if state.is_against(match):
        return tr("Your choice; the cells look different")
    return tr("Your choice")


def _sure_icon(state: MatchState, match: Match) -> tuple[str, str] | None:
    if match.key is None:
        return None
    if state.unsaid(match) or state.is_against(match):
        return "explain", "explain"
    return _ICONS[match.sureness] if match.sureness is not None else ("edited", "accent")
