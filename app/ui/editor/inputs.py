"""One input for each kind of value. Each holds text exactly as it is stored, never a number.

Every input has `set_value(text or None)`, `value()`, `set_read_only()` and these signals:
    edited(): the text changed under the user's hands.
    committed(): Enter was pressed or the focus left.
    entered(): the focus came.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.domain.amounts import grouped
from app.domain.clock import now
from app.domain.languages import in_language
from app.domain.schema import XML_TEXT, Field, Kind
from app.ui.editor.normalise import stored_text
from app.ui.editor.xmltree import XmlInput
from app.ui.i18n import tr
from app.ui.theme import number_font
from app.ui.widgets.choice import Choice
from app.ui.words import unit_word

_LONG = 256


class Line(QLineEdit):
    """One line that leaves undo to the return where it has nothing of its own to undo."""

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z belongs to the return where there is nothing to undo in the text itself."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)


class TextInput(Line):
    """One line. The unit stands inside at the right; numbers are grouped while nobody edits them."""

    edited = Signal()
    committed = Signal()
    entered = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._stored: str | None = None
        self._unit = QLabel(unit_word(field.info.get("unit")), self)
        self._unit.setProperty("role", "small")
        self._unit.setVisible(bool(self._unit.text()))
        if field.kind.numeric:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setFont(number_font(self.font()))
        self.textEdited.connect(self.edited)
        self.returnPressed.connect(self.committed)

    def set_value(self, text: str | None) -> None:
        """Show a stored value."""
        self._stored = text
        self._show(raw=self.hasFocus() and not self.isReadOnly())

    def _show(self, *, raw: bool) -> None:
        text = self._stored or ""
        self.setText(text if raw or not self._field.kind.numeric else grouped(text))
        if not self.hasFocus():
            self.setCursorPosition(0)

    def value(self) -> str | None:
        """The value as it would be stored."""
        shown = self.text()
        if not self.isModified():
            return self._stored
        return stored_text(self._field, shown)

    @property
    def dirty(self) -> bool:
        """Typed and not yet committed."""
        return self.isModified() and self.value() != self._stored

    def set_read_only(self, fixed: bool) -> None:
        """Show without letting it be changed."""
        self.setReadOnly(fixed)

    def retranslate(self, _language: str) -> None:
        """Nothing here is language."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Raw text while it is edited."""
        super().focusInEvent(event)
        grouped_now = self.text() != (self._stored or "")
        if grouped_now and not self.isModified() and not self.isReadOnly():
            self._show(raw=True)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is saved."""
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            return
        self.committed.emit()
        if not self.isModified():
            self._show(raw=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was typed; Ctrl+; writes today."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._show(raw=True)
            self.edited.emit()
            return
        today = event.key() == Qt.Key.Key_Semicolon and bool(
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if today and self._field.kind is Kind.DATE and not self.isReadOnly():
            self.setText(now().astimezone().date().isoformat())
            self.setModified(True)
            self.edited.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The unit keeps its place at the right."""
        super().resizeEvent(event)
        if not self._unit.isHidden():
            size = self._unit.sizeHint()
            self._unit.setGeometry(
                self.width() - size.width() - 10,
                (self.height() - size.height()) // 2,
                size.width(),
                size.height(),
            )
            self.setTextMargins(0, 0, size.width() + 6, 0)


class LongInput(QPlainTextEdit):
    """Several lines; Tab leaves, Enter makes a line."""

    edited = Signal()
    committed = Signal()
    entered = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._stored: str | None = None
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 20)
        self.textChanged.connect(self.edited)

    def set_value(self, text: str | None) -> None:
        """Show a stored value."""
        self._stored = text
        if self.toPlainText() != (text or ""):
            self.blockSignals(True)
            self.setPlainText(text or "")
            self.blockSignals(False)

    def value(self) -> str | None:
        """The value as it would be stored."""
        typed = self.toPlainText()
        return self._stored if typed == (self._stored or "") else stored_text(self._field, typed)

    @property
    def dirty(self) -> bool:
        """Typed and not yet committed."""
        return self.value() != self._stored

    def set_read_only(self, fixed: bool) -> None:
        """Show without letting it be changed."""
        self.setReadOnly(fixed)

    def retranslate(self, _language: str) -> None:
        """Nothing here is language."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell who has the focus."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is saved."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.committed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls on where this has nothing to scroll."""
        if self.verticalScrollBar().maximum() == 0 or not self.hasFocus():
            event.ignore()
        else:
            super().wheelEvent(event)


class ChoiceInput(Choice):
    """A code of a list, or yes and no, with *nothing* as first choice; a wrong value stays visible.

    Lists of codes are found by typing any part of the code or of its name in any language.
    """

    edited = Signal()
    committed = Signal()
    entered = Signal()

    def __init__(self, field: Field, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._stored: str | None = None
        self._fixed = False
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(14)
        if field.kind is not Kind.BOOLEAN or field.facets.enumeration:
            self._make_searchable()
        self.retranslate(language)
        self.activated.connect(self._chosen)

    def _make_searchable(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line = self.lineEdit()
        assert line is not None
        line.setFrame(False)
        line.textEdited.connect(self.edited)
        line.returnPressed.connect(self.committed)

    def retranslate(self, language: str) -> None:
        """The names of the codes in a language, the other ones beside them."""
        kept = self.value() if self.count() else self._stored
        self.blockSignals(True)
        self.clear()
        self.addItem("" if self.isEditable() else tr("Not answered"), None)
        if self._field.kind is Kind.BOOLEAN and not self._field.facets.enumeration:
            self.addItem(tr("Yes"), "true")
            self.addItem(tr("No"), "false")
        for code in self._field.facets.enumeration:
            self.addItem(_code_names(self._field, code, language), code)
        self.blockSignals(False)
        self._show(kept)

    def _show(self, text: str | None) -> None:
        place = self.findData(_plain_boolean(self._field, text)) if text is not None else 0
        if place >= 0:
            self.setCurrentIndex(place)
        elif self.isEditable():
            self.setCurrentIndex(-1)
            self.setEditText(text or "")
        else:
            self.addItem(text or "", text)
            self.setCurrentIndex(self.count() - 1)
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)

    def set_value(self, text: str | None) -> None:
        """Show a stored value."""
        self._stored = text
        self._show(text)

    def value(self) -> str | None:
        """The code; what was typed where it is none of the list."""
        shown = self.currentText()
        place = self.findText(shown, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            data = self.itemData(place)
            same = _plain_boolean(self._field, self._stored) == data
            return self._stored if same else data
        return stored_text(self._field, shown)

    @property
    def dirty(self) -> bool:
        """Chosen or typed and not yet committed."""
        return self.value() != self._stored

    def set_read_only(self, fixed: bool) -> None:
        """Show without letting it be changed."""
        self._fixed = fixed
        line = self.lineEdit()
        if line is not None:
            line.setReadOnly(fixed)

    def _chosen(self) -> None:
        self.edited.emit()
        self.committed.emit()

    def showPopup(self) -> None:
        """Nothing to choose where it is fixed."""
        if not self._fixed:
            super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the list; nothing changes where it is fixed."""
        leaving = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if self._fixed and not leaving:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab with the list of matches open: Qt moves the focus without telling the box."""
        completer = self.completer() if self.isEditable() else None
        popup = completer.popup() if completer is not None else None
        if popup is not None and popup.isVisible():
            popup.hide()
            self.committed.emit()
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell who has the focus."""
        super().focusInEvent(event)
        line = self.lineEdit()
        if line is not None and event.reason() is not Qt.FocusReason.PopupFocusReason:
            line.selectAll()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was chosen is saved."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.committed.emit()


Input = TextInput | LongInput | ChoiceInput | XmlInput


def make_input(field: Field, language: str, parent: QWidget, *, in_table: bool = False) -> Input:
    """The input that fits a field."""
    if field.facets.enumeration or field.kind is Kind.BOOLEAN:
        return ChoiceInput(field, language, parent)
    if field.builtin == XML_TEXT and not in_table:
        return XmlInput(field, parent)
    if is_long(field) and not in_table:
        return LongInput(field, parent)
    result = TextInput(field, parent)
    if field.kind is Kind.DATE:
        result.setPlaceholderText("YYYY-MM-DD")
    elif field.kind is Kind.DATETIME:
        result.setPlaceholderText("YYYY-MM-DDThh:mm:ss+08:00")
    return result


def is_long(field: Field) -> bool:
    """Whether a text wants several lines."""
    facets = field.facets
    if field.kind is not Kind.TEXT or facets.patterns or facets.length is not None:
        return False
    return facets.max_length is not None and facets.max_length >= _LONG


def _code_names(field: Field, code: str, language: str) -> str:
    labels = field.code_labels.get(code, {})
    own = in_language(labels, language)
    others = [
        text for name, text in labels.items() if text != own and name[:2] != language[:2]
    ]  # of one language one script
    names = [name for name in (own, *others) if name]
    return f"{code} – {' · '.join(names)}" if names else code


def _plain_boolean(field: Field, text: str | None) -> str | None:
    if field.kind is Kind.BOOLEAN and not field.facets.enumeration:
        return {"1": "true", "0": "false"}.get(text or "", text)
    return text
