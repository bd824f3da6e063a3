"""The columns of an import's dry run."""

from collections.abc import Callable

from app.domain.amounts import grouped
from app.domain.finding import Finding, Severity
from app.domain.origin import Origin
from app.domain.schema import Schema
from app.services.imports import CellPreview
from app.ui.context import Context
from app.ui.editor.words import field_at
from app.ui.i18n import noop, tr
from app.ui.icons import SEVERITY_ICONS, SEVERITY_TOKENS
from app.ui.models.records import Column
from app.ui.pages.import_choices import Decision
from app.ui.sentences import finding_words
from app.ui.words import severity_word

KIND_WORDS = {"new": noop("New"), "changed": noop("Changed"), "gone": noop("Gone")}
FILED = noop("Last filed")
_KIND_ICONS = {"new": "plus", "changed": "sign", "gone": "close"}
_RANK = list(Severity)


def kind_of(item: CellPreview) -> str:
    """New where there was no value before, gone where there is none after: said of the value."""
    if item.before is None:
        return "new"
    return "gone" if item.after is None else "changed"


DECISION_WORDS = {
    Decision.TAKE: noop("Take"),
    Decision.LEAVE: noop("Leave"),
    Decision.FOLLOW: noop("Follows"),
}
_DECISION_ICONS = {
    Decision.TAKE: ("done", "done"),
    Decision.LEAVE: ("close", "muted"),
    Decision.FOLLOW: ("computed", "muted"),
}


def change_columns(
    place: Callable[[str], str],
    decision: Callable[[CellPreview], Decision],
    value: Callable[[str, str | None], str],
) -> list[Column]:
    """Decision, kind, place, before, after, last filed, cell. `place` says a path in words, `value` a
    value of it.
    """

    def why(item: CellPreview) -> str:
        words = {
            Decision.TAKE: tr("The value of the file is taken."),
            Decision.LEAVE: tr("It stays as it is now."),
            Decision.FOLLOW: tr("It is computed or carried, and follows from the others."),
        }
        return words[decision(item)]

    return [
        Column(
            noop("Decision"),
            lambda item: tr(DECISION_WORDS[decision(item)]),
            icon=lambda item: _DECISION_ICONS[decision(item)],
            hint=why,
            width=96,
        ),
        Column(
            noop("Kind"),
            lambda item: tr(KIND_WORDS[kind_of(item)]),
            icon=lambda item: (_KIND_ICONS[kind_of(item)], "muted"),
            width=105,
        ),
        Column(
            noop("Place"),
            lambda item: place(item.path),
            hint=lambda item: f"{place(item.path)}\n{item.path}",
            end_first=True,
        ),
        Column(noop("Current"), lambda i: value(i.path, i.before), numeric=True, width=132),
        Column(noop("File"), lambda i: value(i.path, i.after), numeric=True, width=132),
        Column(FILED, lambda i: value(i.path, i.filed), numeric=True, width=132),
        Column(noop("Cell"), lambda item: cell_words(item.origin), width=120),
    ]


def value_words(schema: Schema | None, path: str, value: str | None) -> str:
    """A value as it is shown: numbers in groups of three, everything else as it is stored."""
    if value is None:
        return "—"
    # An identifier of digits alone looks like a number, and only its field knows better.
    field = field_at(schema, path) if schema is not None else None
    return grouped(value) if field is not None and field.kind.numeric else value


def cell_words(origin: Origin | None) -> str:
    """Sheet and cell; a value that the profile supplied says so."""
    if origin is None:
        return ""
    if origin.sheet is None and origin.cell is None:
        return tr("profile") if origin.kind == "profile" else ""
    return f"{origin.sheet or ''}!{origin.cell}" if origin.cell else (origin.sheet or "")


def note_words(item: Finding, language: str, place: Callable[[str], str]) -> str:
    """A finding of the dry run; a table is named as the form names it and not as the XML does."""
    words = finding_words(item, language)
    if item.code == "TABLE-EMPTY" and item.path:
        words = words.replace(item.path, f"“{place(item.path)}”")
    return words


def finding_columns(context: Context, place: Callable[[str], str]) -> list[Column]:
    """Severity, cell, message, code."""

    def message(item: Finding) -> str:
        return note_words(item, context.language, place)

    return [
        Column(
            noop("Severity"),
            lambda item: severity_word(item.severity),
            sort=lambda item: _RANK.index(item.severity),
            icon=lambda item: (SEVERITY_ICONS[item.severity], SEVERITY_TOKENS[item.severity]),
            width=150,
        ),
        Column(noop("Cell"), lambda item: cell_words(item.origin), width=180),
        Column(noop("Message"), message),
        Column(noop("Code"), lambda item: item.code, width=170),
    ]
