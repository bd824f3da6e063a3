"""Movement: the return against the one that was filed last, the greatest changes first."""

from decimal import Decimal

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QToolButton, QWidget

from app.domain.amounts import grouped, parse_decimal
from app.domain.pack import Pack
from app.domain.schema import Field
from app.services.movement import MOST, Kind, Movement, Movements, movements
from app.services.packs import get_pack
from app.ui.context import Context
from app.ui.editor.words import code_text
from app.ui.i18n import noop, ntr, tr
from app.ui.models.records import Column
from app.ui.pages.base import Place
from app.ui.pages.view import View
from app.ui.widgets.basic import column, label, row
from app.ui.widgets.choice import WholeNumber
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.flow import Flow
from app.ui.widgets.table import RecordsTable
from app.ui.words import period_words

_LARGE = 25
"""Percent from which a movement is marked, until the user says otherwise."""

_KINDS = {
    Kind.CHANGED: noop("changed"),
    Kind.NEW: noop("new"),
    Kind.GONE: noop("gone"),
    Kind.SAME: noop("the same"),
}


class MovementView(View):
    """A table that can be sorted and filtered; Enter goes to the field."""

    def __init__(self, context: Context, return_id: str) -> None:
        super().__init__(context, return_id)
        self._pack: Pack | None = None
        self._shown: Movements | None = None
        self.title = label(role="title", wrap=True)
        self.search = QLineEdit()
        self.search.setProperty("searches", "page")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(240)
        self.all = QToolButton()
        self.all.setCheckable(True)
        self.all.setProperty("role", "toggle")
        self.large_label = label(role="muted")
        self.large = WholeNumber()
        self.large.setRange(1, 1000)
        self.large.setValue(_LARGE)
        self.large.setSuffix(" %")
        self.large_label.setBuddy(self.large)
        self.table = RecordsTable(self._columns())
        self.empty = EmptyState("history")
        self.empty.button.hide()
        filled = QWidget()
        layout = column(spacing=12)
        layout.addWidget(self.title)
        tools = Flow(self.search, self.all)
        tools.addLayout(row(self.large_label, self.large))
        layout.addLayout(tools)
        layout.addWidget(self.table, 1)
        filled.setLayout(layout)
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack, 1)
        self.search.textChanged.connect(self._filter)
        self.all.toggled.connect(self.reload)
        self.large.valueChanged.connect(self._say)
        self.table.opened.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self.search.setPlaceholderText(tr("Search place, field, row"))
        self.search.setAccessibleName(tr("Search movements"))
        self.all.setText(tr("Unchanged values too"))
        self.all.setAccessibleName(tr("Unchanged values too"))
        self.large_label.setText(tr("Mark changes of at least"))
        self.large.setAccessibleName(tr("Mark changes of at least"))
        self.table.setAccessibleName(tr("Movement against the last filed return"))
        self.empty.say(
            tr("Nothing to compare with"),
            tr("No return of this type is filed for an earlier period. Once one is, each figure"
               " stands here beside the one filed last."),
        )  # fmt: skip
        self._say()

    def reload(self, _changed: bool = False) -> None:
        """Compare again."""
        desk, number, seen = self.context.desk, self.return_id, self.seen
        if seen is None:
            return
        pack, changed = seen.record.pack_id, not self.all.isChecked()
        self.read(
            lambda: (get_pack(desk, pack), movements(desk, number, changed=changed)), self._show
        )

    def _show(self, found: tuple[Pack, Movements]) -> None:
        self._pack, self._shown = found
        self.table.records.set_records(self._shown.lines)
        self._stack.setCurrentIndex(0 if self._shown.before is not None else 1)
        self._say()

    def _say(self) -> None:
        self.table.records.retranslate()
        shown = self._shown
        if shown is None or shown.before is None:
            return
        large = sum(1 for item in shown.lines if self._large(item))
        parts = [
            tr("Against {period}, filed").format(period=period_words(shown.before.period)),
            ntr("{n} line", "{n} lines", shown.total),
            ntr("{n} marked", "{n} marked", large),
        ]
        if shown.total > len(shown.lines):
            parts.append(tr("the greatest {n} are shown").format(n=f"{MOST:,}"))
        self.title.setText(" · ".join(parts))

    def _filter(self) -> None:
        self.table.proxy.show_only(self.search.text())

    def _open(self, item: object) -> None:
        if isinstance(item, Movement):
            self.go.emit(Place("return", self.return_id, "form", item.path))

    def _large(self, item: Movement) -> bool:
        """A change of that share, a figure that rose from nothing, a row that came or went."""
        if item.kind is Kind.SAME:
            return False
        if item.difference is None:
            return not item.key
        return item.share is None or abs(item.share) >= self.large.value()

    # Words

    def _field(self, item: Movement) -> Field | None:
        if self._pack is None or not item.key:
            return None
        node = self._pack.schema.node(item.node)
        return node.fields[node.index[item.key]]

    def _place(self, item: Movement) -> str:
        if self._pack is None:
            return item.path
        node = self._pack.schema.node(item.node)
        name = node.label(self.context.language)
        return f"{name} › {item.row}" if item.row else name

    def _name(self, item: Movement) -> str:
        field = self._field(item)
        if field is None:
            return tr("The whole row")
        unit = field.info.get("unit")
        words = field.label(self.context.language)
        return f"{words} ({unit})" if unit else words

    def _value(self, item: Movement, text: str | None) -> str:
        field = self._field(item)
        if field is None:
            return ""
        if text is None:
            return "—"
        if field.facets.enumeration:
            return code_text(field, text, self.context.language)
        return grouped(text) if field.kind.numeric else text.replace("\n", " ")

    def _columns(self) -> list[Column]:
        return [
            Column(
                noop("Change"),
                lambda item: tr(_KINDS[item.kind]),
                sort=lambda item: (not self._large(item), list(Kind).index(item.kind)),
                icon=lambda item: ("explain", "explain") if self._large(item) else None,
                hint=lambda item: (
                    tr("A large change") if self._large(item) else tr(_KINDS[item.kind])
                ),
                width=100,
            ),
            Column(noop("Place"), self._place, width=210),
            Column(noop("Field"), self._name),
            Column(
                noop("Last filed"),
                lambda item: self._value(item, item.before),
                sort=lambda item: _amount(item.before),
                numeric=True,
                width=132,
            ),
            Column(
                noop("Now"),
                lambda item: self._value(item, item.after),
                sort=lambda item: _amount(item.after),
                numeric=True,
                width=132,
            ),
            Column(
                noop("Difference"),
                lambda item: _signed(item.difference),
                sort=lambda item: _size(item.difference),
                numeric=True,
                width=132,
            ),
            Column(
                noop("Share"),
                share_words,
                sort=_share_size,
                numeric=True,
                width=96,
            ),
        ]


def share_words(item: Movement) -> str:
    """The difference in percent of what was filed: “+3.20 %”."""
    if item.difference is None:
        return ""
    if item.share is None:
        return tr("from nothing")
    return f"{_signed(str(item.share))} %"


def _signed(text: str | None) -> str:
    if text is None:
        return ""
    return grouped(text) if text.startswith("-") or not Decimal(text) else f"+{grouped(text)}"


def _amount(text: str | None) -> tuple[int, Decimal, str]:
    """Numbers by their value, then texts, then what is absent."""
    if text is None:
        return (2, Decimal(0), "")
    number = parse_decimal(text)
    return (1, Decimal(0), text.casefold()) if number is None else (0, number, "")


def _size(text: str | None) -> Decimal:
    return Decimal(-1) if text is None else abs(Decimal(text))


def _share_size(item: Movement) -> tuple[int, Decimal]:
    if item.difference is None:
        return (0, Decimal(0))
    return (2, Decimal(0)) if item.share is None else (1, abs(item.share))
