"""A table of the form: its rows, what can be done with them, and what stands below the chosen row."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.languages import in_language
from app.domain.schema import Node
from app.services.formlayout import FormSection, group_item
from app.services.formview import GroupData, TableStep, Target, read_group
from app.ui.editor.cellblocks import CellBlocks
from app.ui.editor.detail import RowDetail
from app.ui.editor.form import FormMaker
from app.ui.editor.gridmodel import GridModel
from app.ui.editor.gridview import GridView
from app.ui.editor.rowactions import RowActions
from app.ui.editor.roworder import order_button
from app.ui.editor.session import Focus, Session
from app.ui.editor.tableorder import TableOrder
from app.ui.editor.totalsbar import TotalsBar
from app.ui.i18n import ntr, tr
from app.ui.widgets.basic import Button, label, scrolled, set_role
from app.ui.widgets.table import ROW_HEIGHT

_MOST_ROWS = 10
_FEW = 5
QWIDGETSIZE_MAX = 16_777_215


class TableBlock(QWidget):
    """Bound to the rows of one node below one row."""

    def __init__(self, session: Session, node: Node, make_form: FormMaker, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.node = node
        self._make_form = make_form
        self.model = GridModel(session, node, self)
        self.view = GridView(session, self.model, self)
        self.cells = CellBlocks(session, self.view)
        self.totals = TotalsBar(session, self.view)
        self.setFocusProxy(self.view)
        self.detail: RowDetail | None = None
        self.fills_page = False
        self._section: FormSection | None = None
        self._below: QScrollArea | None = None
        self._target: tuple[Target, int] | None = None
        self._again: tuple[list[int], int] | None = None
        self._fitted = False
        self._title = label(role="strong")
        self._help = label(role="small", wrap=True)
        self._count = label(role="muted")
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(220)
        self.only = QToolButton(self)
        self.only.setCheckable(True)
        self.only.setProperty("role", "toggle")
        self.add = Button(icon_name="plus", role="link", clicked=self.add_row)
        self.remove = Button(role="link")
        self.all = Button(icon_name="close", role="link")
        self.all.hide()
        self.order = order_button(session, node.path, lambda: self.model.parent_row)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        tools: tuple[QWidget, ...] = (
            self.all,
            self.search,
            self.only,
            self.order,
            self.add,
            self.remove,
        )
        for tool in tools:
            head.addWidget(tool)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self._help)
        self._rows = QWidget(self)
        foot = QVBoxLayout(self._rows)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(self.view, 1)
        foot.addWidget(self.totals)
        box.addWidget(self._rows, 1)
        if self.node.children or self.node.opaque:
            item = group_item(self._session.schema, self.node.path)
            self.detail = RowDetail(self._session, item, self._make_form, self)
            box.addWidget(self.detail)

    def _connect(self) -> None:
        self.view.moved.connect(self._moved)
        self.view.copied.connect(self.cells.copy)
        self.view.pasted.connect(self.cells.paste)
        self.view.filled.connect(self.cells.fill_down)
        self.view.cleared.connect(self.cells.clear)
        self.shown = TableOrder(self._session, self)
        self.rows = RowActions(self._session, self)
        self.model.rowsInserted.connect(self._counted)
        self.model.rowsRemoved.connect(self._counted)
        self.model.modelReset.connect(self._counted)
        self.model.dataChanged.connect(self._read)
        self._session.touched.connect(self._touched)
        self.search.installEventFilter(self)

    # What is shown

    def bind(self, parent: int, path: str, count: int) -> None:
        """Show the rows below a row."""
        if parent != self.model.parent_row:
            self._fitted = False
        self.model.open(parent, path, count)
        editable = self._session.editable
        self.add.setVisible(editable)
        self.remove.setVisible(editable)
        self._counted()
        if not count and not self._fitted:
            self.view.fit_columns()

    def bind_absent(self, path: str) -> None:
        """The group that would hold the table is absent: the first row brings it."""
        self.model.close(path)
        self.add.setVisible(self._session.editable)
        self.remove.setVisible(self._session.editable)
        self._counted()
        self.view.fit_columns()

    def fill_page(self, section: FormSection) -> None:
        """The table is all that its section shows: it takes the whole height and says its title.

        What stands below the chosen row gets a part of that height, and scrolls by itself.
        """
        self.fills_page = True
        self._section = section
        self.view.setMaximumHeight(QWIDGETSIZE_MAX)
        self.view.setMinimumHeight(4 * ROW_HEIGHT)
        set_role(self._title, "title")
        if self.detail is not None:
            self._below = scrolled(self.detail)
            self._below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.split = QSplitter(Qt.Orientation.Vertical)
            self.split.setProperty("role", "gap")
            self.split.setHandleWidth(8)
            box = self.layout()
            assert isinstance(box, QVBoxLayout)
            box.removeWidget(self._rows)
            self.split.addWidget(self._rows)
            self.split.addWidget(self._below)
            self.split.setSizes([260, 200])
            self.split.setCollapsible(0, False)
            self._below.setMinimumHeight(96)
            box.addWidget(self.split, 1)
        self.retranslate()

    def _touched(self, changes: object) -> None:
        if not isinstance(changes, Changes):
            return
        self.model.touched(changes)
        if changes.rows or changes.structure:
            self.totals.renew()
        if self.detail is not None and (changes.structure or changes.rows):
            self._show_detail()

    @property
    def _in_run(self) -> bool:
        """Whether rows of other tables may stand among these."""
        above = self._session.schema.parent(self.node)
        return above is not None and any(self.node.name in run for run in above.runs)

    def _read(self) -> None:
        if not self._fitted and self.model.rowCount() and self.model.row_at(0) is not None:
            self._fitted = True
            self.view.fit_columns()

    def _counted(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        text = ntr("{n} row", "{n} rows", total)
        if not self.model.view.plain and shown != total:
            text = tr("{shown} of {rows}").format(shown=f"{shown:,}", rows=text)
        self._count.setText(text)
        self.remove.setEnabled(shown > 0)
        self.order.setVisible(
            self._session.editable and (total > 1 or (total > 0 and self._in_run))
        )
        self._offer_search(total)
        if not self.fills_page:
            rows = max(1, min(_MOST_ROWS, shown))
            height = self.view.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT
            self.view.setFixedHeight(height + 20)
        if self.detail is not None and not shown:
            self.detail.hide()
        elif self.detail is not None and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self._choose_again()
        self._go_on()

    def _offer_search(self, total: int) -> None:
        """A handful of rows needs no search; an empty table says how to begin."""
        wanted = total > _FEW or bool(self.search.text())
        self.search.setVisible(wanted)
        self.only.setVisible(bool(self.search.text()))
        if self.model.view.text:
            self.view.hint = tr("No row matches.")
        elif self._session.editable:
            self.view.hint = tr("No rows yet. Add one, or paste a block from a workbook (Ctrl+V).")
        else:
            self.view.hint = tr("No rows.")

    def show_findings(self) -> None:
        """There is another verdict."""
        self.model.forget_marks()
        if self.detail is not None:
            self.detail.show_findings()

    def retranslate(self) -> None:
        """Another language."""
        language = self._session.language
        name = self.node.label(language)
        help_text = in_language(self.node.help, language)
        if self._section is not None:
            help_text = self._section.help(language) or help_text
        self._title.setText(self._section.title(language) if self._section else name)
        self._help.setText(help_text)
        self._help.setVisible(bool(help_text))
        self.view.setAccessibleName(name)
        self.search.setPlaceholderText(tr("Find in the table"))
        self.search.setAccessibleName(tr("Find in “{what}”").format(what=name))
        self.shown.retranslate()
        self.only.setText(tr("Only matches"))
        self.only.setAccessibleName(tr("Show only the rows that match"))
        self.add.setText(tr("Add row"))
        self.add.setAccessibleName(tr("Add a row to “{what}”").format(what=name))
        self.order.setText(tr("Order"))
        self.order.setAccessibleName(tr("Order of the rows of “{what}”").format(what=name))
        self.remove.setText(tr("Remove"))
        self.remove.setAccessibleName(tr("Remove the chosen rows of “{what}”").format(what=name))
        self.model.headerDataChanged.emit(
            Qt.Orientation.Horizontal, 0, self.model.columnCount() - 1
        )
        self.model.forget_marks()
        self._counted()
        if self.detail is not None:
            self.detail.retranslate()

    # The chosen row

    def _moved(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        if self.view.hasFocus() and self.model.fields:
            field = self.model.fields[index.column()]
            text = self.model.data(index, Qt.ItemDataRole.EditRole)
            path = self.model.path_at(index.row(), index.column())
            row = self.model.id_at(index.row())
            self._session.focused.emit(Focus(row, self.node.path, field, text, path))
        self._show_detail()

    def _show_detail(self) -> None:
        index = self.view.currentIndex()
        if self.detail is None or not index.isValid():
            return
        row, position = self.model.id_at(index.row()), self.model.position(index.row())
        desk, number = self._session.context.desk, self._session.return_id

        def done(data: GroupData | None) -> None:
            here = self.view.currentIndex()
            if here.isValid() and self.model.id_at(here.row()) == row and self.detail is not None:
                self.detail.bind(data, f"{self.model.path}[{position}]", position)
                self._go_on()

        self._session.run(lambda: read_group(desk, number, row), done)

    def reveal(self, target: Target, depth: int) -> QWidget:
        """Go to a row, and on to what stands below it, as soon as they were read."""
        self._target = (target, depth)
        self._go_on()
        return self

    def _go_on(self) -> None:
        if self._target is None:
            return
        target, depth = self._target
        row = target.tables[depth].row
        place = self.model.find(row)
        if place < 0:
            self.shown.show_all()
            return
        here = depth == len(target.tables) - 1 and target.node == self.node.path
        keys = [field.key for field in self.model.fields]
        column = keys.index(target.key) if here and target.key in keys else 0
        self.view.go_to(place, column)
        if here:
            self._target = None
            self.view.setFocus()
        elif self.detail is not None and self.detail.shows(row):
            self._target = None
            found = self.detail.place_of(target, depth + 1)
            if found is not None:
                self._session.scrolled.emit(found)

    def flush(self) -> None:
        """Save what is being typed into a cell or below the table."""
        self.view.finish_typing()
        if self.detail is not None:
            self.detail.flush()

    def select_rows(self, rows: list[int], column: int) -> None:
        """Choose rows again that have just moved, once the table knows their places."""
        self._again = (rows, column)

    def _choose_again(self) -> None:
        if self._again is None:
            return
        rows, column = self._again
        places = self.model.find_many(rows)
        if len(places) == len(rows):
            self._again = None
            self.view.choose_rows(min(places.values()), max(places.values()), column)

    # What can be done

    def add_row(self) -> None:
        """An empty row at the end, ready to be typed into."""
        self.shown.show_all()
        self._session.add_row(self.model.parent_row, self.node.path, self.added)

    def added(self, changes: Changes) -> None:
        """Go to the row that was added, as soon as it is listed."""
        for row in changes.rows:
            step = TableStep(self.node.path, 0, row)
            self._target = (Target("", (step,), self.node.path, ""), 0)
            self._go_on()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """In the search Enter goes to the next match, Shift+Enter to the one before, Escape back."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape:
                self.view.setFocus()
                return True
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
                self.shown.find(forward=not back)
                return True
        return False
