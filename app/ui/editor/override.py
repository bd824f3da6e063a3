"""A value that stands where the formula's would: why it does, and the way back to the formula."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.editor.inputs import Line
from app.ui.editor.session import Session
from app.ui.i18n import tr
from app.ui.icons import IconLabel
from app.ui.widgets.basic import Button, label, row, set_role


class OverrideLine(QWidget):
    """Below a field, or in the panel for a cell; asks for the reason where it stands."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._row: int | None = None
        self._key, self._path, self._name, self._kept = "", "", "", ""
        self._mark = IconLabel("edited", "explain")
        self._words = label(role="small", wrap=True)
        self._wanted = False
        self.again = Button(icon_name="computed", role="link", clicked=self._again)
        self.reason = Line(self)
        self.reason.editingFinished.connect(self._give)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        head = row(self._mark, self._words, spacing=6)
        head.setStretch(1, 1)
        box.addLayout(head)
        box.addWidget(self.reason)
        box.addLayout(row(self.again, None))
        self.hide()

    def bind(self, row: int, key: str, path: str, name: str) -> None:
        """Stand for a value; what is being typed of its reason is kept."""
        other = (row, key) != (self._row, self._key)
        self._row, self._key, self._path, self._name = row, key, path, name
        form = self._session.form
        self._kept = form.reasons.get(path, "") if form is not None else ""
        if other or not self.reason.isModified():
            self.reason.setText(self._kept)
        self.reason.setReadOnly(not self._session.editable)
        self.again.setVisible(self._session.editable)
        self.retranslate()

    def ask(self, *, wanted: bool) -> None:
        """Ask for the reason, or only offer the way back."""
        self._wanted = wanted
        self.reason.setVisible(wanted)
        self._mark.show_icon("edited", "explain" if wanted else "muted")
        set_role(self._words, "explain" if wanted else "small")
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self._words.setText(
            tr("Given instead of the computed value")
            if self._wanted
            else tr("given by hand or file")
        )
        self.reason.setPlaceholderText(tr("Why it differs from the formula"))
        self.reason.setAccessibleName(
            tr("Why “{what}” differs from the formula").format(what=self._name)
        )
        self.again.setText(tr("Use the computed value again"))
        self.again.setAccessibleName(
            tr("Use the computed value of “{what}” again").format(what=self._name)
        )

    def _give(self) -> None:
        text = self.reason.text().strip()
        self.reason.setModified(False)
        if text != self._kept and self._session.editable:
            self._kept = text
            self._session.give_reason(self._path, text)

    def _again(self) -> None:
        if self._row is not None:
            self.reason.clear()
            self._session.save(self._row, self._key, None)
