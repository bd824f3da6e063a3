"""Two packs side by side: every change in words, and what it does to open drafts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.domain.diffwords import DIRECTION_WORDS, PART_WORDS, change_words, place_words
from app.domain.languages import in_language, pair_in_language
from app.domain.pack import Pack
from app.domain.packdiff import PackChange
from app.services.packeffect import Effect, Item
from app.ui.context import Context
from app.ui.i18n import noop, ntr, tr
from app.ui.models.records import Column
from app.ui.widgets.basic import Button, column, label, row
from app.ui.widgets.choice import Choice
from app.ui.widgets.table import RecordsTable
from app.ui.words import period_words, state_word

_KINDS = {
    "dropped": noop("has no place any more"),
    "unfit": noop("no longer fits"),
    "required": noop("is newly required"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two packs, what differs, and the effect on the drafts of the older one."""

    old: Pack
    new: Pack
    changes: Sequence[PackChange]
    effects: Sequence[Effect]


class CompareDialog(QDialog):
    """Asks with which other pack one is compared."""

    def __init__(
        self, parent: QWidget, pack: Pack, others: Sequence[Pack], chosen: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self.setWindowTitle(tr("Compare packs"))
        self.others = Choice()
        for other in others:
            self.others.addItem(other.id, other.id)
        self.others.setAccessibleName(tr("Other pack"))
        self.compare = Button(tr("Compare"), role="primary", clicked=self._compare)
        self.compare.setDefault(True)
        self.cancel = Button(tr("Cancel"), clicked=self.reject)
        name = label(tr("Other pack"), "strong")
        name.setBuddy(self.others)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(tr("Compare {pack} with").format(pack=pack.id), "title"))
        layout.addWidget(name)
        layout.addWidget(self.others)
        layout.addStretch(1)
        layout.addLayout(row(None, self.cancel, self.compare))
        self.setMinimumWidth(420)
        self.finished.connect(self.deleteLater)

    def _compare(self) -> None:
        self._chosen(str(self.others.currentData()))
        self.accept()


class DifferenceDialog(QDialog):
    """Changes in one list, drafts in another; a draft is taken over into the newer pack from here.

    `take_over` gets the id of the draft.
    """

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        found: Difference,
        take_over: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._found, self._take_over = found, take_over
        self._language = context.language
        self.setWindowTitle(tr("What differs between two packs"))
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search place or change"))
        self.search.setAccessibleName(tr("Search changes"))
        self.search.setMinimumWidth(280)
        self.changes = RecordsTable(self._change_columns())
        self.changes.setAccessibleName(tr("Changes"))
        self.changes.records.set_records(list(found.changes))
        self.search.textChanged.connect(self.changes.proxy.show_only)
        self.drafts = RecordsTable(_draft_columns())
        self.drafts.setAccessibleName(tr("Open drafts"))
        self.drafts.records.set_records(list(found.effects))
        self.values = RecordsTable(self._value_columns())
        self.values.setAccessibleName(tr("Values to look at"))
        self.take = Button(
            tr("Take over into {pack}").format(pack=found.new.id), clicked=self._take
        )
        self.parts = QTabWidget()
        self.parts.setDocumentMode(True)
        self.parts.setAccessibleName(tr("Changes and drafts"))
        self.parts.tabBar().setAccessibleName(tr("Changes and drafts"))
        for text, page in (
            (tr("Changes"), self._changes_page()),
            (tr("Open drafts"), self._drafts_page()),
        ):
            self.parts.addTab(page, text)
        self.close_button = Button(tr("Close"), clicked=self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(f"{found.old.id} → {found.new.id}", "title"))
        layout.addWidget(label(self._summary(), "muted", wrap=True))
        layout.addWidget(self.parts, 1)
        layout.addLayout(row(None, self.close_button))
        self.drafts.selected.connect(self._show_draft)
        self._show_draft(self.drafts.current())
        if found.effects:
            self.drafts.setCurrentIndex(self.drafts.proxy.index(0, 0))
        self.resize(1080, 640)
        self.finished.connect(self.deleteLater)

    def _changes_page(self) -> QWidget:
        page = QWidget()
        layout = column(spacing=8)
        layout.addSpacing(8)
        layout.addLayout(row(self.search, None))
        layout.addWidget(self.changes, 1)
        page.setLayout(layout)
        return page

    def _drafts_page(self) -> QWidget:
        page = QWidget()
        layout = column(spacing=8)
        layout.addSpacing(8)
        layout.addWidget(self.drafts, 1)
        layout.addWidget(self.values, 1)
        layout.addLayout(
            row(label(tr("The original stays as it is; a copy is made."), "muted"), None, self.take)
        )
        page.setLayout(layout)
        return page

    def _summary(self) -> str:
        count = len(self._found.changes)
        if not count:
            return tr("The two packs say the same.")
        words = ntr("{n} change", "{n} changes", count)
        tighter = sum(1 for item in self._found.changes if item.direction in ("tighter", "both"))
        if not any(item.part == "schema" for item in self._found.changes):
            return f"{words} · " + tr("The schema is the same.")
        if not tighter:
            return f"{words} · " + tr("Whatever was valid by the schema stays valid.")
        return f"{words} · " + ntr(
            "{n} may make a valid document invalid.",
            "{n} may make a valid document invalid.",
            tighter,
        )

    def _show_draft(self, effect: object) -> None:
        shown = isinstance(effect, Effect)
        self.take.setEnabled(shown)
        self.take.setToolTip("" if shown else tr("There is no open draft of the older pack."))
        items = effect.items if isinstance(effect, Effect) else ()
        self.values.records.set_records(list(items))

    def _take(self) -> None:
        effect = self.drafts.current()
        if isinstance(effect, Effect):
            self._take_over(effect.record.id)
            self.accept()

    def _change_columns(self) -> list[Column]:
        language = self._language
        return [
            Column(noop("Part"), lambda item: pair_in_language(PART_WORDS[item.part], language), width=110),
            Column(noop("Place"), lambda item: _tail_first(place_words(item, self._language)), width=340,
                   hint=lambda item: item.path),
            Column(noop("Change"), lambda item: change_words(item, self._language),
                   hint=lambda item: change_words(item, self._language)),
            Column(noop("Direction"),
                   lambda item: "—" if item.direction == "none" else pair_in_language(DIRECTION_WORDS[item.direction], language),
                   width=150),
        ]  # fmt: skip

    def _value_columns(self) -> list[Column]:
        return [
            Column(noop("Place"), lambda item: _tail_first(item.path), width=340, hint=lambda item: item.path),
            Column(noop("Value"), lambda item: item.value or "—", width=200,
                   hint=lambda item: item.value or ""),
            Column(noop("What"), self._what),
        ]  # fmt: skip

    def _what(self, item: Item) -> str:
        words = tr(_KINDS[item.kind])
        reason = in_language(item.reasons, self._language) if item.kind == "unfit" else ""
        return f"{words}: {reason}" if reason else words


def _tail_first(path: str) -> str:
    """A long path with what it is about in front, so that a narrow column shows that."""
    above, _, last = path.rpartition("/")
    return f"{last} · {above}" if above and " · " not in path else path


def _draft_columns() -> list[Column]:
    return [
        Column(noop("Return"), lambda item: item.record.return_type, width=160),
        Column(noop("Period"), lambda item: period_words(item.record.period), width=140),
        Column(noop("State"), lambda item: state_word(item.record.state), width=160),
        Column(noop("Values to look at"), lambda item: f"{len(item.items):,}",
               sort=lambda item: len(item.items), numeric=True, width=160),
        Column(noop("Id"), lambda item: item.record.id[:8]),
    ]  # fmt: skip
