"""A widget with wrapped texts that is never lower than these texts need at its width.

Qt reckons the least height of such a widget at a width of its own choice; in a splitter or a scroll
area that is too low as soon as the letters are large.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_MOMENTS = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show)


class KeepWhole(QObject):
    """Follows one widget that has a layout; the widget owns it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width, or other texts."""
        if watched is self._widget and event.type() in _MOMENTS:
            self._measure()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        layout = self._widget.layout()
        if layout is None or not layout.hasHeightForWidth():
            return
        needed = layout.totalMinimumHeightForWidth(self._widget.width())
        if needed != self._widget.minimumHeight():
            self._widget.setMinimumHeight(needed)
