"""Small building blocks: labels, buttons, cards and boxes in the look of the house."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.icons import icon


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label with a role of the style sheet: page, title, strong, muted, small, digest …"""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if role:
        result.setProperty("role", role)
    return result


def set_role(widget: QWidget, role: str, name: str = "role") -> None:
    """Another role for a widget that is already shown."""
    if widget.property(name) != role:
        widget.setProperty(name, role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Flat(QToolButton):
    """A tool button that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class Button(QPushButton):
    """A button with an icon of the theme; `role` is primary, link or empty."""

    def __init__(
        self,
        text: str = "",
        icon_name: str = "",
        role: str = "",
        clicked: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(text)
        self._icon_name = icon_name
        if role:
            self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setIconSize(QSize(16, 16))
        self._draw()
        if clicked is not None:
            self.clicked.connect(clicked)

    def set_icon_name(self, name: str) -> None:
        """Another icon."""
        self._icon_name = name
        self._draw()

    def _draw(self) -> None:
        if self._icon_name:
            colours = {"primary": "on_accent", "link": "accent"}
            self.setIcon(icon(self._icon_name, colours.get(str(self.property("role")), "text")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does; a dialog would press its default button instead."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """New colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)


def frame(role: str) -> QFrame:
    """A surface: card, head, rule or notice."""
    result = QFrame()
    result.setProperty("role", role)
    return result


def row(*items: QWidget | int | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside each other; None is a stretch, a number a gap in pixels."""
    result = QHBoxLayout()
    _fill(result, items, spacing)
    return result


def column(*items: QWidget | int | None, spacing: int = 8) -> QVBoxLayout:
    """Widgets below each other; None is a stretch, a number a gap in pixels."""
    result = QVBoxLayout()
    _fill(result, items, spacing)
    return result


def _fill(layout: QBoxLayout, items: tuple[QWidget | int | None, ...], spacing: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        else:
            layout.addWidget(item)


def order_tabs(content: QWidget) -> None:
    """Let Tab go through the controls of a page from above to below, and from left to right."""
    found = [
        child
        for child in content.findChildren(QWidget)
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    found.sort(key=lambda child: child.mapTo(content, QPoint()).toTuple()[::-1])
    for first, second in pairwise(found):
        QWidget.setTabOrder(first, second)


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def fitted(dialog: QWidget) -> None:
    """As high as its wrapped texts ask for at its width; Qt alone opens it lower."""
    layout = dialog.layout()
    if layout is None:
        return
    width = max(dialog.minimumWidth(), dialog.sizeHint().width())
    wanted = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
    dialog.resize(width, max(wanted, dialog.sizeHint().height()))


def scrolled(content: QWidget) -> QScrollArea:
    """A scroll area that grows its content to its width."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setObjectName("content")
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    return area
