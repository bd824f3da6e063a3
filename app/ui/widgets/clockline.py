"""One running clock as a line: what is due, by when, what is left, and how sure that is."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.clocks import Clock
from app.ui.i18n import tr
from app.ui.icons import IconLabel
from app.ui.widgets.basic import column, label
from app.ui.words import certainty_word, day_words, minute_words, span_words
from app.ui.words import left_words as days_left_words


class ClockLine(QWidget):
    """Drawn again at every look."""

    def __init__(self, clock: Clock, language: str) -> None:
        super().__init__()
        tone = "blocking" if clock.overdue else "muted"
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(IconLabel("overdue" if clock.overdue else "calendar", tone))
        self.left = label(left_words(clock), "blocking" if clock.overdue else "strong")
        self.left.setMinimumWidth(170)
        layout.addWidget(self.left)
        self.what = label(clock.title(language), wrap=True)
        self.sure = label(
            f"{due_words(clock)} · {certainty_word(clock.certainty)}", "small", wrap=True
        )
        self.sure.setToolTip(clock.citation)
        layout.addLayout(column(self.what, self.sure, spacing=2), 1)


def left_words(clock: Clock) -> str:
    """What is left, or since when it is over; in days where the law counts days."""
    if not clock.exact:
        today = (clock.due - clock.remaining).date()
        return days_left_words((date.fromisoformat(clock.last_day) - today).days)
    span = span_words(abs(clock.remaining))
    return (
        tr("overdue by {time}").format(time=span)
        if clock.overdue
        else tr("{time} left").format(time=span)
    )


def due_words(clock: Clock) -> str:
    """Until when: a moment in Hong Kong, or the last day."""
    if clock.exact:
        return tr("due {moment}").format(moment=minute_words(clock.due))
    return tr("due {date}").format(date=day_words(date.fromisoformat(clock.last_day)))
