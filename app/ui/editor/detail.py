"""What stands below the chosen row of a table: its groups and its own tables."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.services.formlayout import GroupItem
from app.services.formview import GroupData, Target
from app.ui.editor.form import Form, FormMaker
from app.ui.editor.session import Session
from app.ui.i18n import tr
from app.ui.widgets.basic import label


class RowDetail(QFrame):
    """Drawn when the first row is shown, then bound to one row after the other."""

    def __init__(
        self, session: Session, item: GroupItem, make_form: FormMaker, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._make_form = make_form
        self._session = session
        self._item = item
        self._row: int | None = None
        self._position = 0
        self._form: Form | None = None
        self.setProperty("role", "group")
        self._title = label(role="strong")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 8, 12, 12)
        self._box.setSpacing(8)
        self._box.addWidget(self._title)
        self.hide()

    def bind(self, data: GroupData | None, path: str, position: int) -> None:
        """Show what stands below a row."""
        self._row = data.row.id if data is not None and data.row is not None else None
        self.setVisible(data is not None)
        if data is None:
            return
        if self._form is None:
            self._form = self._make_form(self._session, self._item, self)
            self._box.addWidget(self._form)
        self._position = position
        self._form.bind(data, path)
        self._say()

    def shows(self, row: int) -> bool:
        """Whether a row is the one that is shown."""
        return self._row == row

    def place_of(self, target: Target, depth: int) -> QWidget | None:
        """Focus what a target names below the row."""
        return self._form.place_of(target, depth) if self._form is not None else None

    def show_findings(self) -> None:
        """There is another verdict."""
        if self._form is not None:
            self._form.show_findings()

    def flush(self) -> None:
        """Save what is being typed."""
        if self._form is not None:
            self._form.flush()

    def _say(self) -> None:
        name = self._session.schema.node(self._item.node).label(self._session.language)
        self._title.setText(tr("{what} {n}").format(what=name, n=self._position))

    def retranslate(self) -> None:
        """Another language."""
        self._say()
        if self._form is not None:
            self._form.retranslate()
