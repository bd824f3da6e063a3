"""The months of a year with the state of every return: who owes what, at one glance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.domain.period import Period
from app.domain.states import State
from app.services.obligations import Obligation
from app.ui.i18n import ntr, tr
from app.ui.icons import STATE_ICONS, STATE_TOKENS, pixmap
from app.ui.models.records import NO_INDEX, Index
from app.ui.widgets.table import ROW_HEIGHT, prepare
from app.ui.words import day_words, left_words, month_words, period_words, state_word

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 3
_MONTHS = 12
_ORDER = (
    None, State.DRAFT, State.VALIDATED, State.IN_REVIEW, State.APPROVED, State.SIGNED,
    State.FILED, State.CORRECTED, State.VOIDED,
)  # fmt: skip
"""The state that is told for several returns of a month: the one with most left to do."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The returns of one type for one month; those that were voided or replaced count only alone."""

    return_type: str
    period: str
    items: tuple[Obligation, ...] = field(default=())

    def worst(self) -> Obligation | None:
        """The one with most left to do."""
        return min(self.items, key=lambda item: _ORDER.index(item.state), default=None)

    def late(self, today: date) -> bool:
        """Whether one of them is overdue."""
        return any(not item.done and (item.days_left(today) or 0) < 0 for item in self.items)

    def words(self, today: date) -> str:
        """All of it in words, for the eye and for the ear."""
        worst = self.worst()
        head = f"{self.return_type}, {period_words(self.period)}"
        if worst is None:
            return tr("{what}: nothing here").format(what=head)
        parts = [state_word(worst.state)]
        if len(self.items) > 1:
            parts.insert(0, ntr("{n} return", "{n} returns", len(self.items)))
        if worst.due is not None and not worst.done:
            parts.append(tr("due {date}").format(date=day_words(worst.due)))
            parts.append(left_words(worst.days_left(today)))
        return tr("{what}: {words}").format(what=head, words=" · ".join(parts))


def cells_of(owed: Iterable[Obligation], year: int) -> dict[tuple[str, int], Cell]:
    """The cells of a year by type and month; types that owe nothing in it are there with no return."""
    found: dict[tuple[str, int], list[Obligation]] = {}
    types = set()
    for item in owed:
        types.add(item.return_type)
        period = Period.parse(item.period)
        if period.year == year:
            found.setdefault((item.return_type, period.month), []).append(item)
    result = {}
    for name in sorted(types):
        for month in range(1, _MONTHS + 1):
            items = found.get((name, month), [])
            live = [i for i in items if i.state not in (State.VOIDED, State.CORRECTED)] or items
            result[name, month] = Cell(name, str(Period(year, month)), tuple(live))
    return result


def state_sign(state: State | None) -> tuple[str, str]:
    """Icon and colour of a state in the strip; None is a return that nobody has begun."""
    return (STATE_ICONS[state], STATE_TOKENS[state]) if state else ("state-none", "muted")


def _beside(signs: Sequence[QPixmap]) -> QPixmap:
    """Several signs as one: the state, and whether it is late."""
    if len(signs) == 1:
        return signs[0]
    ratio, side = signs[0].devicePixelRatio(), signs[0].width()
    result = QPixmap(side * len(signs) + side // 4, side)
    result.fill(Qt.GlobalColor.transparent)
    result.setDevicePixelRatio(ratio)
    painter = QPainter(result)
    for place, sign in enumerate(signs):
        painter.drawPixmap(round(place * side * 5 / 4 / ratio), 0, sign)
    painter.end()
    return result


class _Middle(QStyledItemDelegate):
    """Signs stand in the middle of their month."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Where the sign stands alone."""
        super().initStyleOption(option, index)
        if not option.text:
            option.decorationAlignment = Qt.AlignmentFlag.AlignCenter
            option.decorationSize = option.rect.size()


class MonthModel(QAbstractTableModel):
    """Types down, months across."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.year, self.today = date.today().year, date.today()  # noqa: DTZ011  (set at once)
        self._types: list[str] = []
        self._cells: dict[tuple[str, int], Cell] = {}

    def show_year(self, owed: Iterable[Obligation], year: int, today: date) -> None:
        """Other returns or another year."""
        self.beginResetModel()
        self.year, self.today = year, today
        self._cells = cells_of(owed, year)
        self._types = sorted({name for name, _ in self._cells})
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Types."""
        return 0 if parent.isValid() else len(self._types)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Months."""
        return 0 if parent.isValid() else _MONTHS

    def cell(self, index: Index) -> Cell | None:
        """What stands at a place."""
        if not index.isValid():
            return None
        return self._cells.get((self._types[index.row()], index.column() + 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """An icon; the words as a tooltip and for screen readers."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(cell)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.words(self.today)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(len(cell.items)) if len(cell.items) > 1 else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return cell if role == CELL_ROLE else None

    def _icon(self, cell: Cell) -> Any:
        worst = cell.worst()
        if worst is None:
            return None
        signs = [pixmap(*state_sign(worst.state))]
        if cell.late(self.today):
            signs.append(pixmap("overdue", "blocking"))
        return _beside(signs)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Months above, types at the side."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return month_words(section + 1)
        return self._types[section] if section < len(self._types) else None


class MonthStrip(QTableView):
    """Arrow keys walk over the months, Enter or a click opens.

    Signals:
        opened(object): the `Cell` that was chosen, which holds at least one return.
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.months = MonthModel(self)
        self.setModel(self.months)
        prepare(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setIconSize(QSize(40, 16))
        self.setItemDelegate(_Middle(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(28)
        header.setProperty("role", "months")
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        header.setSectionsClickable(False)
        side = self.verticalHeader()
        side.show()
        side.setSectionsClickable(False)
        self.clicked.connect(self._open)

    def show_year(self, owed: Iterable[Obligation], year: int, today: date) -> None:
        """Show a year; the height is that of its rows."""
        self.months.show_year(owed, year, today)
        self._fit()

    def _fit(self) -> None:
        rows = self.months.rowCount() * ROW_HEIGHT
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 4)

    def _open(self, index: QModelIndex) -> None:
        cell = self.months.cell(index)
        if cell is not None and cell.items:
            self.opened.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language or font."""
        if event.type() == QEvent.Type.LanguageChange:
            self.months.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _MONTHS - 1)
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.viewport().update()
