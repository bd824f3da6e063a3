"""The order of rows in the document: a list of all that can change places, and a step up or down."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.services.rowmoves import Place, move_row, order_of
from app.ui.editor.session import Session
from app.ui.i18n import tr
from app.ui.widgets.basic import Button, label, row


class OrderDialog(QDialog):
    """Rows of a table, or of all tables of a run. Every move is one step and shows at once."""

    def __init__(self, session: Session, parent_row: int, node: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._parent_row, self._node = session, parent_row, node
        self._places: list[Place] = []
        self._chosen: int | None = None
        self.setWindowTitle(tr("Order in the document"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Rows in the order of the document"))
        self.up = Button(clicked=lambda: self._move(-1))
        self.up.setText(tr("Up"))
        self.up.setAccessibleName(tr("Move the chosen row up"))
        self.down = Button(clicked=lambda: self._move(1))
        self.down.setText(tr("Down"))
        self.down.setAccessibleName(tr("Move the chosen row down"))
        close = Button(tr("Close"), clicked=self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(tr("Order in the document"), "title"))
        box.addWidget(label(tr("Each move can be taken back with Ctrl+Z."), "muted", wrap=True))
        box.addWidget(self.list, 1)
        box.addLayout(row(self.up, self.down, None, close))
        self.resize(520, 480)
        self.list.currentRowChanged.connect(self._look)
        self.finished.connect(self.deleteLater)
        self._read()

    def _read(self) -> None:
        desk, number = self._session.context.desk, self._session.return_id
        parent, node = self._parent_row, self._node
        self._session.run(lambda: order_of(desk, number, parent, node), self._show)

    def _show(self, places: list[Place]) -> None:
        self._places = places
        self.list.clear()
        schema, language = self._session.schema, self._session.language
        for place in places:
            name = schema.node(place.node).label(language)
            words = f"{name} {place.position}"
            text = f"{words}   {place.words}" if place.words else words
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, place.row)
            if place.row == self._chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._look()

    def _look(self) -> None:
        at = self.list.currentRow()
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(self._places) - 1)

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        if not 0 <= at < len(self._places):
            return
        place = self._places[at]
        self._chosen = place.row
        desk, number = self._session.context.desk, self._session.return_id
        self._session.write(
            lambda: move_row(desk, number, place.node, place.row, by), lambda _: self._read()
        )


def order_button(session: Session, node: str, above: Callable[[], int | None]) -> Button:
    """The button of a table that shows the order of its rows; `above` tells the row they stand in."""

    def show() -> None:
        parent = above()
        if parent is not None:
            OrderDialog(session, parent, node, button.window()).open()

    button = Button(role="link", clicked=show)
    return button
