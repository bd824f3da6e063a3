"""Widgets beside each other that go on in the next line where the width does not suffice."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """As many lines as the width asks for. With `head` the first item keeps the left and takes what is
    free; the others stand at the right, below it where both do not fit.
    """

    def __init__(self, *widgets: QWidget, spacing: int = 8, head: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._head = head
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way in."""
        self._items.append(item)

    def addLayout(self, layout: QLayout) -> None:
        """A layout as one item."""
        self.addChildLayout(layout)
        self._items.append(layout)

    def addStretch(self, _share: int = 0) -> None:
        """The head has its stretch by itself."""

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """A widget at a place."""
        self.addChildWidget(widget)
        self._items.insert(place, QWidgetItem(widget))
        self.invalidate()

    def count(self) -> int:
        """Items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Less width, more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything into its place."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def minimumSize(self) -> QSize:
        """The widest item alone; one line high."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        size = QSize(wide, max((size.height() for size in sizes), default=0))
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, really: bool) -> int:
        """Lines from above to below; returns their height together."""
        items, gap = self._shown(), self.spacing()
        if not items:
            return 0
        margins = self.contentsMargins()
        rect = rect.marginsRemoved(margins)
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in items:
            first = self._head and item is self._items[0]
            width = (item.minimumSize() if first else item.sizeHint()).width()
            if lines[-1] and used + width > rect.width():
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += width + gap
        top = rect.top()
        for line in lines:
            high = max(self._height(item, rect.width()) for item in line)
            if really:
                self._line(line, QRect(rect.left(), top, rect.width(), high))
            top += high + gap
        return top - gap - rect.top() + margins.top() + margins.bottom()

    def _height(self, item: QLayoutItem, width: int) -> int:
        if item.hasHeightForWidth():
            return item.heightForWidth(min(width, item.sizeHint().width()))
        return item.sizeHint().height()

    def _line(self, items: list[QLayoutItem], area: QRect) -> None:
        gap = self.spacing()
        widths = [item.sizeHint().width() for item in items]
        free = area.width() - sum(widths) - gap * (len(items) - 1)
        left = area.left()
        if self._head and items[0] is self._items[0]:
            widths[0] += free
        elif self._head:
            left += max(0, free)
        for item, width in zip(items, widths, strict=True):
            high = min(area.height(), self._height(item, width))
            place = QPoint(left, area.top() + (area.height() - high) // 2)
            item.setGeometry(QRect(place, QSize(min(width, area.width()), high)))
            left += width + gap
