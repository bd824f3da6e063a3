"""Cells: drawn with their mark, edited with the same inputs as the form."""

from typing import Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.values import check_value
from app.ui.editor.gridmodel import GIVEN_ROLE, MARK_ROLE, GridModel
from app.ui.editor.inputs import ChoiceInput, Input, LongInput, TextInput, make_input
from app.ui.editor.session import Session, Typing
from app.ui.icons import SEVERITY_ICONS, SEVERITY_TOKENS, pixmap
from app.ui.theme import tokens
from app.ui.widgets.basic import set_role

_Index = QModelIndex | QPersistentModelIndex
_ICON = 12


class CellKeys(Protocol):
    """What the delegate asks of its table."""

    def step_down(self, *, up: bool = False) -> None:
        """Make the cell below current."""
        ...

    def leave(self, *, forward: bool) -> None:
        """Give the focus away."""
        ...


class CellDelegate(QStyledItemDelegate):
    """Paints marks as border and icon; makes an input for a cell."""

    def __init__(self, session: Session, parent: QObject, keys: CellKeys | None = None) -> None:
        """`keys` is the table that the keys move in, where that is not the view itself."""
        super().__init__(parent)
        self._session = session
        self._keys = keys

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The value, and a border with an icon where something is wrong."""
        severity = index.data(MARK_ROLE)
        if severity is not None:
            self._paint_marked(
                painter, option, index, SEVERITY_ICONS[severity], SEVERITY_TOKENS[severity]
            )
        elif index.data(GIVEN_ROLE):
            self._paint_marked(painter, option, index, "edited", "muted", border=False)
        else:
            super().paint(painter, option, index)

    def _paint_marked(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        icon: str,
        token: str,
        *,
        border: bool = True,
    ) -> None:
        inner = QStyleOptionViewItem(option)
        right = bool(
            Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
            & Qt.AlignmentFlag.AlignRight
        )
        rect = option.rect
        if right:
            inner.rect = rect.adjusted(_ICON + 4, 0, 0, 0)
        else:
            inner.rect = rect.adjusted(0, 0, -_ICON - 4, 0)
        super().paint(painter, inner, index)
        painter.save()
        if border:
            painter.setPen(QPen(QColor(getattr(tokens(), token)), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        left = rect.left() + 5 if right else rect.right() - _ICON - 5
        painter.drawPixmap(
            left,
            rect.top() + (rect.height() - _ICON) // 2,
            pixmap(icon, token, _ICON),
        )
        painter.restore()

    def createEditor(
        self, parent: QWidget | None, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """The input of the cell's field."""
        assert parent is not None
        model = cast(GridModel, index.model())
        field = model.fields[index.column()]
        editor = make_input(field, self._session.language, parent, in_table=True)
        editor.setProperty("cell", True)
        editor.setAccessibleName(
            f"{field.label(self._session.language)}, {model.position(index.row())}"
        )

        place = QPersistentModelIndex(index)

        def check() -> None:
            text = editor.value()
            wrong = text is not None and bool(check_value(field, text))
            set_role(editor, "blocking" if wrong else "", "mark")
            if editor.dirty and place.isValid():
                row = model.id_at(place.row())
                path = model.path_at(place.row(), place.column())
                self._session.typing.emit(Typing(row, field.key, path, text))

        editor.edited.connect(check)
        if isinstance(editor, ChoiceInput):
            editor.activated.connect(lambda: self.finish(editor))
        return editor

    def finish(self, editor: QWidget) -> None:
        """Store what was typed and close the input."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Raw text."""
        value = index.data(Qt.ItemDataRole.EditRole)
        field = cast(Input, editor)
        if not field.dirty:
            field.set_value(value)
        if isinstance(editor, TextInput):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Store it, right or wrong."""
        model.setData(index, cast(Input, editor).value())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        """The whole cell, and the width that a list of codes needs."""
        rect = option.rect
        if isinstance(editor, ChoiceInput | LongInput):
            rect.setWidth(max(rect.width(), 220))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter stores and goes down, Ctrl+Tab stores and leaves the table."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(editor, QWidget)
        if pressed and self._handled(cast(QWidget, editor), cast(QKeyEvent, event)):
            return True
        return super().eventFilter(editor, event)

    def _handled(self, editor: QWidget, event: QKeyEvent) -> bool:
        view = self._keys or cast(CellKeys, self.parent())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish(editor)
            view.step_down(up=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        if control and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.finish(editor)
            view.leave(forward=event.key() == Qt.Key.Key_Tab)
            return True
        return False
