"""The columns of an import's dry run."""

from collections.abc import Callable

from app.domain.finding import Finding, Severity
from app.domain.origin import Origin
from app.services.imports import CellPreview
from app.ui.context import Context
from app.ui.i18n import noop, tr
from app.ui.icons import SEVERITY_ICONS, SEVERITY_TOKENS
from app.ui.models.records import Column
from app.ui.pages.import_choices import Decision
from app.ui.sentences import finding_words
from app.ui.words import severity_word

KIND_WORDS = {"new": noop("New"), "changed": noop("Changed"), "gone": noop("Gone")}
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
    place: Callable[[str], str], decision: Callable[[CellPreview], Decision]
) -> list[Column]:
    """Decision, kind, place, before, after, last filed, cell. `place` says a path in words."""

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
            width=105,
        ),
        Column(
            noop("Kind"),
            lambda item: tr(KIND_WORDS[kind_of(item)]),
            icon=lambda item: (_KIND_ICONS[kind_of(item)], "muted"),
            width=105,
        ),
        Column(noop("Place"), lambda item: place(item.path), hint=lambda item: item.path),
        Column(noop("Current"), _before, numeric=True, width=150),
        Column(noop("File"), _after, numeric=True, width=150),
        Column(noop("Last filed"), _filed, numeric=True, width=150),
        Column(noop("Cell"), lambda item: cell_words(item.origin), width=120),
    ]


def _filed(item: CellPreview) -> str:
    return item.filed if item.filed is not None else "—"


def _before(item: CellPreview) -> str:
    # As stored: an identifier of digits alone looks like a number, and only its field knows better.
    return item.before if item.before is not None else "—"


def _after(item: CellPreview) -> str:
    return item.after if item.after is not None else "—"


def cell_words(origin: Origin | None) -> str:
    """Sheet and cell; a value that the profile supplied says so."""
    if origin is None:
        return ""
    if origin.sheet is None and origin.cell is None:
        return tr("profile") if origin.kind == "profile" else ""
    return f"{origin.sheet or ''}!{origin.cell}" if origin.cell else (origin.sheet or "")


def finding_columns(context: Context) -> list[Column]:
    """Severity, cell, message, code."""

    def message(item: Finding) -> str:
        return finding_words(item, context.language)

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
