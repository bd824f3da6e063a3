"""Every text that a window shows: of labels, buttons, lists, tables and what a pointer would be told."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def texts_shown(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Each text with its widget; what people type into is left out but for its hints."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible():
            for text in (widget.toolTip(), widget.accessibleName(), *_own(widget)):
                yield widget, text


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText() if widget.isReadOnly() else ""
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QAbstractItemView):
        yield from _model(widget.model()) if widget.model() is not None else ()
    elif callable(getattr(widget, "text", None)):
        yield str(widget.text())  # type: ignore[attr-defined]


def _model(model: QAbstractItemModel, below: QModelIndex | None = None) -> Iterator[str]:
    parent = below or QModelIndex()
    rows = model.rowCount(parent)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    if below is None:
        for column in range(columns):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(rows, 200)):
        for column in range(columns):
            at = model.index(row, column, parent)
            for role in _ROLES:
                yield str(model.data(at, role) or "")
        first = model.index(row, 0, parent)
        if model.rowCount(first):
            yield from _model(model, first)
