"""The month strip of Home with the year that it shows and what its signs mean."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.period import Period
from app.domain.states import State
from app.services.obligations import Obligation
from app.ui.i18n import tr
from app.ui.icons import IconLabel
from app.ui.pages.base import Place
from app.ui.pages.month_strip import Cell, MonthStrip, state_sign
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.halves import Tiles
from app.ui.words import state_word

_TOLD: tuple[State | None, ...] = (
    None, State.DRAFT, State.VALIDATED, State.IN_REVIEW, State.APPROVED, State.SIGNED, State.FILED,
)  # fmt: skip


def _entry(sign: tuple[str, str], word: QLabel) -> QWidget:
    """A sign with its word."""
    result = QWidget()
    line = row(IconLabel(*sign, 14), word, None, spacing=6)
    result.setLayout(line)
    return result


class Months(QWidget):
    """One year at a time; it begins with the year of the newest return."""

    def __init__(self, go: Callable[[object], None]) -> None:
        super().__init__()
        self._go = go
        self._owed: Sequence[Obligation] = ()
        self._today = date.min
        self.year = 0
        self._title = label(role="title")
        self.back = Button("‹", clicked=self._back)
        self.forth = Button("›", clicked=self._forth)
        self.strip = MonthStrip()
        self.strip.opened.connect(self._open)
        self._words = {state: label(role="small") for state in _TOLD}
        self._late = label(role="small")
        legend = Tiles(narrowest=20, gap=4)
        signs = [(state_sign(state), word) for state, word in self._words.items()]
        signs.append((("overdue", "blocking"), self._late))
        legend.show_tiles([_entry(sign, word) for sign, word in signs])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row(self._title, None, self.back, self.forth))
        layout.addWidget(self.strip)
        layout.addWidget(legend)
        self.hide()

    def retranslate(self) -> None:
        """Texts."""
        self._title.setText(str(self.year) if self.year else "")
        self.back.setAccessibleName(tr("The year before"))
        self.forth.setAccessibleName(tr("The year after"))
        self.back.setToolTip(tr("The year before"))
        self.forth.setToolTip(tr("The year after"))
        self.strip.setAccessibleName(
            tr("Returns of {year}, by month; Enter opens").format(year=self.year)
        )
        for state, word in self._words.items():
            word.setText(state_word(state))
        self._late.setText(tr("Overdue"))

    def show_owed(self, owed: Sequence[Obligation], today: date) -> None:
        """Other returns; the year that is shown stays."""
        self._owed, self._today = owed, today
        if not self.year and owed:
            self.year = max(Period.parse(item.period).year for item in owed)
        self.setVisible(bool(owed))
        self._show()

    def _show(self) -> None:
        years = {Period.parse(item.period).year for item in self._owed} | {self._today.year}
        self.strip.show_year(self._owed, self.year, self._today)
        self.back.setEnabled(self.year > min(years))
        self.forth.setEnabled(self.year < max(years))
        self.retranslate()

    def _back(self) -> None:
        self.year -= 1
        self._show()

    def _forth(self) -> None:
        self.year += 1
        self._show()

    def _open(self, cell: object) -> None:
        if not isinstance(cell, Cell):
            return
        worst = cell.worst()
        if worst is None:
            return
        if len(cell.items) > 1:
            self._go(
                Place("incidents" if worst.follows or worst.return_type == "INC" else "returns")
            )
        elif worst.return_id is None:
            self._go(Place("new", view=f"{cell.return_type} {cell.period}"))
        else:
            self._go(Place("return", worst.return_id))
