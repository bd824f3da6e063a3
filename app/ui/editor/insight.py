"""What is built only when it comes into sight: a large form has more fields than anybody looks at."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.services.formlayout import FieldItem, GroupItem

ROOM = 24
"""So many fields are built at once, so that the first picture of a page is whole."""

_LINE, _BLOCK, _COLUMNS = 72, 64, 2


class Waiting(QFrame):
    """A frame that has its inside to come while it `waits`.

    Qt paints only what is in sight, so that being painted is what it waits for. The keys reach it too:
    nothing is passed over by Tab because it was not looked at yet.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.waits = False
        self._asked = False

    def appear(self) -> None:
        """Build what is to come."""
        raise NotImplementedError

    def wait_for_sight(self, height: int) -> None:
        """Keep about the place that the inside will take, in pixels, and wait."""
        self.waits = True
        self.setMinimumHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def end_waiting(self) -> None:
        """The inside is there, or there is none."""
        if self.waits:
            self.waits = False
            self.setMinimumHeight(0)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """It came into sight."""
        super().paintEvent(event)
        if self.waits and not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self._seen)

    def _seen(self) -> None:
        self._asked = False
        if self.waits:
            self.appear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys came: they go on to the first of what is inside, backwards to the last."""
        super().focusInEvent(event)
        if not self.waits:
            return
        self.appear()
        inside = takers(self)
        if inside:
            back = event.reason() is Qt.FocusReason.BacktabFocusReason
            inside[-1 if back else 0].setFocus(event.reason())


def takers(widget: QWidget) -> list[QWidget]:
    """What in a widget takes the keys by Tab, in the order of the form."""
    return [
        child
        for child in widget.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and not child.isHidden()
    ]


def follow(before: QWidget, inside: QWidget) -> None:
    """Let Tab go from a widget to what was built after it, before what was built earlier."""
    for child in inside.findChildren(QWidget):
        same = child.window() is before.window()  # the list of a combo box is a window of its own
        if same and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, child)
            before = child


def height_of(item: GroupItem) -> int:
    """About the height that a group will have, in pixels; of its groups the heads alone."""
    fields = sum(isinstance(part, FieldItem) for part in item.items)
    return -(-fields // _COLUMNS) * _LINE + (len(item.items) - fields + 1) * _BLOCK
