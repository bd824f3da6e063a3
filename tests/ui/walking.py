"""Walks every widget of a window or dialog and tells what a person could not read, reach or hear.

Names and roles come from Qt's own accessibility tree; contrast and the visible focus are measured
from pictures of what is drawn, at three times the size, so that letters have a core.
"""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QWidget,
)

from app.ui.icons import IconLabel

TEXT, GRAPHIC = 4.5, 3.0
"""The least contrast of text, and of lines, icons and the mark of the focus (WCAG 2.2, AA)."""

_ZOOM = 3
_CELLS = 24


def children(root: QWidget) -> Iterator[QWidget]:
    """Every widget that is shown, the root too."""
    if not root.isVisible():
        return
    yield root
    for child in root.findChildren(QWidget):
        # A combo box keeps its list, and other windows are walked by themselves.
        if (
            child.isVisible()
            and child.window() is root.window()
            and not child.visibleRegion().isEmpty()
        ):
            yield child


def said(widget: QWidget) -> str:
    """What it is, for a person who reads a test's answer."""
    own = widget.objectName() or getattr(widget, "text", str)() or ""
    owners = []
    parent = widget.parentWidget()
    while parent is not None and len(owners) < 3:
        if type(parent).__module__.startswith("app."):
            owners.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(widget).__name__} “{str(own)[:48]}” in {' < '.join(owners)}"


def focusable(widget: QWidget) -> bool:
    """Whether Tab or a click gives it the focus."""
    return widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def nameless(root: QWidget) -> Iterator[str]:
    """Controls that a screen reader could not tell: without a name, or without a role of their own."""
    none = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)
    for widget in children(root):
        if not focusable(widget) or widget is root:
            continue
        if widget.focusProxy() is not None or isinstance(widget.parentWidget(), QComboBox):
            continue  # its owner is what is told
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            yield f"no name: {said(widget)}"
        elif told.role() in none:
            yield f"no role: {said(widget)}"


def clipped(root: QWidget) -> Iterator[str]:
    """Texts that have less room than they need, and widgets that reach out of their parent."""
    for widget in children(root):
        if isinstance(widget, QLabel):
            yield from _clipped_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            need = widget.sizeHint()
            if widget.width() + 1 < need.width() or widget.height() + 1 < need.height():
                yield f"cut: {said(widget)} has {widget.size().toTuple()}, needs {need.toTuple()}"
        elif isinstance(widget, QTabBar | QMenuBar):
            yield from _clipped_bar(widget)
        elif isinstance(widget, QLineEdit) and not isinstance(widget.parentWidget(), QComboBox):
            line = widget.fontMetrics().height()
            if widget.height() < line:
                yield f"cut: {said(widget)} is {widget.height()} high, its letters {line}"
        yield from _outside(widget)


def _clipped_bar(widget: QTabBar | QMenuBar) -> Iterator[str]:
    if isinstance(widget, QTabBar):
        for number in range(widget.count()):
            if widget.tabRect(number).right() > widget.width() + 1:
                yield f"cut: tab “{widget.tabText(number)}”"
        return
    for action in widget.actions():
        if not widget.rect().contains(widget.actionGeometry(action)):
            yield f"cut: menu “{action.text()}”"


def _clipped_label(widget: QLabel) -> Iterator[str]:
    if not widget.text() or not widget.pixmap().isNull():
        return
    room = widget.contentsRect()
    if widget.wordWrap():
        need = widget.heightForWidth(widget.width())
        words = widget.text().split()
        wide = max((widget.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        if widget.height() + 1 < need:
            yield f"cut: {said(widget)} is {widget.height()} high, needs {need}"
        elif room.width() + 1 < wide and all(ord(letter) < 0x2E80 for letter in widget.text()):
            yield f"cut: {said(widget)} is {room.width()} wide, a word needs {wide}"
    elif widget.width() + 1 < widget.sizeHint().width():
        yield f"cut: {said(widget)} is {widget.width()} wide, needs {widget.sizeHint().width()}"


def _outside(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(widget, (QScrollBar, QSplitterHandle)):
        return
    area = parent.parentWidget()
    if isinstance(parent, (QAbstractScrollArea, QHeaderView, QTabBar, QComboBox)) or isinstance(
        area, QAbstractScrollArea
    ):
        if isinstance(area, QScrollArea) and widget.width() > parent.width() + 1:
            bar = area.horizontalScrollBar()
            if area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff or not (
                bar.isVisible()
            ):
                yield f"cut: {said(widget)} is wider than what shows it"
        return
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        yield f"outside: {said(widget)} {widget.geometry().getRect()} in {parent.size().toTuple()}"


def picture(window: QWidget, area: QRect, zoom: int = _ZOOM) -> QImage:
    """What a window draws in an area, enlarged without enlarging its pixels."""
    image = QImage(area.size() * zoom, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(zoom)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    window.render(painter, QPoint(), area)
    painter.end()
    return image


def luminance(colour: int) -> float:
    """Relative luminance of a pixel (WCAG 2.2)."""
    parts = ((colour >> 16) & 255, (colour >> 8) & 255, colour & 255)
    lines = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (p / 255 for p in parts)
    ]
    return 0.2126 * lines[0] + 0.7152 * lines[1] + 0.0722 * lines[2]


def contrast(one: int, other: int) -> float:
    """Contrast ratio of two pixels (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pixels(image: QImage) -> Counter[int]:
    """How often each colour occurs."""
    data = bytes(image.constBits())
    words = memoryview(data).cast("I")
    return Counter(word & 0xFFFFFF for word in words)


def ink(image: QImage, area: QRect) -> float:
    """The contrast of what is drawn on the ground of an area; 21 where nothing is drawn."""
    cut = image.copy(QRect(area.topLeft() * _ZOOM, area.size() * _ZOOM).intersected(image.rect()))
    found = pixels(cut)
    if len(found) < 2:
        return 21.0
    ground = found.most_common(1)[0][0]
    # The core of the letters: the strongest twentieth of what is not ground.
    rest = sorted(
        (
            (contrast(colour, ground), number)
            for colour, number in found.items()
            if colour != ground
        ),
        reverse=True,
    )
    wanted, seen = sum(number for _, number in rest) / 20, 0
    for ratio, number in rest:
        seen += number
        if seen >= wanted:
            return ratio
    return 21.0


def pale(root: QWidget) -> Iterator[str]:
    """Texts and icons that stand out too little, measured from a picture of the whole window."""
    whole = picture(root, root.rect())
    for widget in children(root):
        for area, what in _texts(widget):
            seen = widget.visibleRegion().boundingRect().intersected(area)
            if seen != area or area.isEmpty():
                continue
            placed = QRect(widget.mapTo(root, area.topLeft()), area.size())
            least = GRAPHIC if isinstance(widget, IconLabel) else TEXT
            ratio = ink(whole, placed)
            if ratio < least:
                yield f"pale {ratio:.2f}: {what or said(widget)}"


def _texts(widget: QWidget) -> Iterator[tuple[QRect, str]]:
    """Where a widget draws text, without its border."""
    if isinstance(widget, QTabBar):
        for number in range(widget.count()):
            yield widget.tabRect(number).adjusted(4, 4, -4, -5), f"tab “{widget.tabText(number)}”"
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget)
    elif isinstance(widget, QLabel):
        if widget.text() or not widget.pixmap().isNull():
            yield widget.contentsRect(), ""
    elif _written(widget):
        right = 28 if isinstance(widget, QComboBox) else 5
        yield widget.rect().adjusted(5, 4, -right, -4), ""


def _written(widget: QWidget) -> str:
    """The text that a button or field shows."""
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _cells(view: QAbstractItemView) -> Iterator[tuple[QRect, str]]:
    """Cells, in the place of the viewport within the view."""
    model = view.model()
    if model is None:
        return
    shift = view.viewport().pos()
    columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(), 8)
    found = 0
    for row in range(min(model.rowCount(), 8)):
        for column in range(columns):
            index = model.index(row, column)
            area = view.visualRect(index)
            if not index.data() or not view.viewport().rect().contains(area):
                continue
            found += 1
            if found <= _CELLS:
                text = f"cell “{str(index.data())[:30]}” of {said(view)}"
                yield area.adjusted(3, 3, -3, -3).translated(shift), text


def unmarked(root: QWidget) -> Iterator[str]:
    """Controls that look the same, or nearly so, with and without the focus."""
    QApplication.setCursorFlashTime(0)
    for widget in list(children(root)):
        if not focusable(widget) or widget.focusProxy() is not None or widget is root:
            continue
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue  # text that is selected with the mouse
        if isinstance(widget.parentWidget(), QComboBox) or isinstance(widget, QScrollArea):
            continue
        area = QRect(widget.mapTo(root, QPoint()), widget.size()).adjusted(-3, -3, 3, 3)
        area = area.intersected(root.rect())
        _focus(root, None)
        before = picture(root, area, 1)
        _focus(root, widget)
        if root.focusWidget() is not widget:
            continue  # it hands the focus on to what is walked by itself
        after = picture(root, area, 1)
        if _difference(before, after) < GRAPHIC:
            yield f"focus not seen: {said(widget)}"


def _focus(root: QWidget, widget: QWidget | None) -> None:
    held = root.focusWidget()
    if held is not None and held is not widget:
        held.clearFocus()
    if widget is not None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus():  # a platform without active windows
            QApplication.sendEvent(
                widget, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
            )
    QApplication.sendPostedEvents()


def _difference(before: QImage, after: QImage) -> float:
    """The strongest change of a pixel, as a contrast."""
    one = memoryview(bytes(before.constBits())).cast("I")
    other = memoryview(bytes(after.constBits())).cast("I")
    changed = Counter(
        (a & 0xFFFFFF, b & 0xFFFFFF) for a, b in zip(one, other, strict=True) if a != b
    )
    strong = [contrast(a, b) for (a, b), number in changed.items() if number >= 4]
    return max(strong, default=1.0)
