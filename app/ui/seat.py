"""Who acts: a small question, asked from the line at the bottom and from the settings."""

from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.services.desk import Desk
from app.services.seats import earlier_seats
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.choice import Choice
from app.ui.widgets.notice import Notice


def take_seat(context: Context, name: str) -> bool:
    """Let somebody act from now on; False where the name is empty or acts already."""
    name = " ".join(name.split())
    if not name or name == context.desk.seat:
        return False
    context.desk = Desk(context.desk.workspace, name)
    context.changes.tell(Changes(state=True, settings=True, label="seat"))
    return True


class SeatDialog(QDialog):
    """The names that have acted here, or a new one. Opened with `open()`."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.notice = Notice()
        self.names = Choice()
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setMaxVisibleItems(12)
        self.names.setAccessibleName(tr("Seat"))
        self.names.addItem(context.desk.seat)
        self.take = Button(tr("Take this seat"), role="primary", clicked=self._take)
        self.take.setDefault(True)
        self.cancel = Button(tr("Cancel"), clicked=self.reject)
        self.setWindowTitle(tr("Who acts"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(tr("Who acts"), "title"))
        layout.addWidget(
            label(
                tr("Every change, approval and signature is recorded under this name. Whoever"
                   " prepared a return cannot approve it."),
                wrap=True,
            )
        )  # fmt: skip
        layout.addWidget(self.names)
        layout.addWidget(self.notice)
        layout.addLayout(row(None, self.cancel, self.take))
        self.setMinimumWidth(440)
        self.names.editTextChanged.connect(self._look)
        self.finished.connect(self.deleteLater)
        self._look()
        line = self.names.lineEdit()
        if line is not None:
            line.selectAll()
        self.names.setFocus()
        desk = context.desk
        context.tasks.run(
            lambda: earlier_seats(desk), self._show_names, self.notice.fail, owner=self
        )

    def _show_names(self, found: list[str]) -> None:
        known = {self.names.itemText(line) for line in range(self.names.count())}
        self.names.addItems([name for name in found if name not in known])

    def _look(self) -> None:
        name = " ".join(self.names.currentText().split())
        self.take.setEnabled(bool(name) and name != self._context.desk.seat)

    def _take(self) -> None:
        if take_seat(self._context, self.names.currentText()):
            self.accept()
