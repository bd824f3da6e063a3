"""The deadlines of a month in a calendar; the rows of the chosen day stand below it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.services.obligations import Obligation
from app.ui.i18n import noop, ntr, tr
from app.ui.icons import pixmap
from app.ui.models.records import NO_INDEX, Index
from app.ui.pages.due_list import DueList, Go
from app.ui.theme import tokens
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.table import prepare
from app.ui.words import day_words, period_words, state_word

_WEEKDAYS = (
    noop("Mon"), noop("Tue"), noop("Wed"), noop("Thu"), noop("Fri"), noop("Sat"), noop("Sun"),
)  # fmt: skip
_WEEKS, _DAYS = 6, 7


class DaysModel(QAbstractTableModel):
    """Six weeks from the Monday before the first of the month."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first, self.today = date(2000, 1, 1), date.min
        self._owed: dict[date, list[Obligation]] = {}

    def show_month(self, owed: Sequence[Obligation], first: date, today: date) -> None:
        """Another month or other returns."""
        self.beginResetModel()
        self.first, self.today = first, today
        self._owed = {}
        for item in owed:
            if item.due is not None:
                self._owed.setdefault(item.due, []).append(item)
        self.endResetModel()

    def day(self, index: Index) -> date:
        """The day of a cell."""
        start = self.first - timedelta(days=self.first.weekday())
        return start + timedelta(days=index.row() * _DAYS + index.column())

    def place(self, day: date) -> QModelIndex:
        """The cell of a day; invalid where the month does not show it."""
        start = self.first - timedelta(days=self.first.weekday())
        number = (day - start).days
        if not 0 <= number < _WEEKS * _DAYS:
            return QModelIndex()
        return self.index(number // _DAYS, number % _DAYS)

    def owed_on(self, day: date) -> list[Obligation]:
        """What is due that day."""
        return self._owed.get(day, [])

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Weeks."""
        return 0 if parent.isValid() else _WEEKS

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Days of the week."""
        return 0 if parent.isValid() else _DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number of the day with what is due; late and today are told by shape and words."""
        if not index.isValid():
            return None
        day = self.day(index)
        items = self.owed_on(day)
        late = any(not item.done for item in items) and day < self.today
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(day, items)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(day, items)
        if role == Qt.ItemDataRole.DecorationRole and items:
            return pixmap(*_sign(items, late=late))
        return self._look(day, role)

    def _look(self, day: date, role: int) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and day.month != self.first.month:
            return QColor(tokens().muted)
        if role == Qt.ItemDataRole.FontRole and day == self.today:
            bold = QFont()
            bold.setBold(True)
            bold.setUnderline(True)
            return bold
        return None

    def _text(self, day: date, items: Sequence[Obligation]) -> str:
        if not items:
            return str(day.day)
        return f"{day.day} · " + ntr("{n} due", "{n} due", len(items))

    def _words(self, day: date, items: Sequence[Obligation]) -> str:
        parts = [day_words(day)]
        if day == self.today:
            parts.append(tr("today"))
        parts += [
            f"{item.return_type} {period_words(item.period)} ({state_word(item.state)})"
            for item in items
        ]
        if not items:
            parts.append(tr("nothing due"))
        return tr(", ").join(parts)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The days of the week."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return tr(_WEEKDAYS[section])
        return None


def _sign(items: Sequence[Obligation], *, late: bool) -> tuple[str, str]:
    if all(item.done for item in items):
        return "done", "done"
    return ("overdue", "blocking") if late else ("calendar", "text")


class DaysView(QTableView):
    """Arrow keys walk over the days."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.days = DaysModel(self)
        self.setModel(self.days)
        prepare(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(28)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)

    def fit(self) -> None:
        """As high as its weeks."""
        height = max(28, self.fontMetrics().height() + 10)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + _WEEKS * height + 4)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.days.day(index))


class DueCalendar(QWidget):
    """A month at a time, beginning with the one of the next deadline."""

    def __init__(self, go: Go) -> None:
        super().__init__()
        self._owed: Sequence[Obligation] = ()
        self._today, self._language = date.min, "en"
        self.day = date.min
        self._title = label(role="strong")
        self.back = Button("‹", clicked=self._back)
        self.forth = Button("›", clicked=self._forth)
        self.view = DaysView()
        self.view.chosen.connect(self._choose)
        self.told = label(role="small", wrap=True)
        self.list = DueList(go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row(self._title, None, self.back, self.forth))
        for widget in (self.view, self.told, self.list):
            layout.addWidget(widget)

    def show_owed(self, owed: Sequence[Obligation], today: date, language: str) -> None:
        """Other returns; the chosen day stays."""
        self._owed, self._today, self._language = owed, today, language
        if self.day == date.min:
            left = [item.due for item in owed if item.due and not item.done]
            self.day = min(left, default=today)
        self._show()

    def _show(self) -> None:
        first = self.day.replace(day=1)
        self.view.days.show_month(self._owed, first, self._today)
        self.view.fit()
        self.retranslate()
        self.view.setCurrentIndex(self.view.days.place(self.day))

    def retranslate(self) -> None:
        """Texts."""
        month = period_words(f"{self.day:%Y-%m}") if self.day != date.min else ""
        self._title.setText(month)
        self.view.setAccessibleName(tr("Deadlines of {month}").format(month=month))
        for button, words in (
            (self.back, tr("The month before")),
            (self.forth, tr("The month after")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _choose(self, day: object) -> None:
        if not isinstance(day, date):
            return
        items = self.view.days.owed_on(day)
        words = ntr("{n} return due", "{n} returns due", len(items)) if items else tr("nothing due")
        self.told.setText(tr("{day}: {words}").format(day=day_words(day), words=words))
        self.list.show_items(items, self._today, self._language)
        self.day = day
        if (day.year, day.month) != (self.view.days.first.year, self.view.days.first.month):
            self._show()

    def _back(self) -> None:
        self.day = (self.day.replace(day=1) - timedelta(days=1)).replace(day=1)
        self._show()

    def _forth(self) -> None:
        self.day = (self.day.replace(day=1) + timedelta(days=32)).replace(day=1)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.view.fit()
