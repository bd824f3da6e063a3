"""A single group of the form: its fields, the boxes of its groups, its tables."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.languages import in_language
from app.domain.schema import Node
from app.services.formlayout import FieldItem, GroupItem, TableItem
from app.services.formview import GroupData, Target
from app.ui.editor.choiceswitch import ChoiceSwitches
from app.ui.editor.field import FieldFrame
from app.ui.editor.fieldgrid import FieldGrid
from app.ui.editor.form import Form
from app.ui.editor.insight import ROOM, Waiting, follow, height_of
from app.ui.editor.session import Session
from app.ui.editor.table import TableBlock
from app.ui.i18n import tr
from app.ui.widgets.basic import Button, label


class GroupForm(Form):
    """Draws a `GroupItem` once and is then bound to one row after the other."""

    def __init__(self, session: Session, item: GroupItem, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.node: Node = session.schema.node(item.node)
        self.fields: dict[str, FieldFrame] = {}
        self.boxes: dict[str, GroupBox] = {}
        self.tables: dict[str, TableBlock] = {}
        self.room = self.left = ROOM
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self.choices = ChoiceSwitches(session, self.node, self)
        self.grids: list[FieldGrid] = []
        self.choices.settle = self._close_up
        grid: FieldGrid | None = None
        for part in item.items:
            for switch in self.choices.before(part):
                self._box.addWidget(switch)
                grid = None
            if isinstance(part, FieldItem):
                if grid is None:
                    grid = FieldGrid(self)
                    self.grids.append(grid)
                    self._box.addWidget(grid)
                self._add_field(grid, part.key)
                self.choices.add(part, self.fields[part.key])
                continue
            grid = None
            if isinstance(part, TableItem):
                self._add_table(part.node)
                self.choices.add(part, self.tables[part.node])
            else:
                self._add_box(part)
                self.choices.add(part, self.boxes[part.node])

    def _add_field(self, grid: FieldGrid, key: str) -> None:
        field = self.node.fields[self.node.index[key]]
        frame = FieldFrame(self._session, self.node.path, field, grid)
        grid.add(frame)
        self.fields[key] = frame

    def _add_table(self, node: str) -> None:
        of = self._session.schema.node(node)
        self.tables[node] = TableBlock(self._session, of, GroupForm, self)
        self._box.addWidget(self.tables[node])

    def _add_box(self, item: GroupItem) -> None:
        self.boxes[item.node] = GroupBox(self._session, item, self)
        self._box.addWidget(self.boxes[item.node])

    def _close_up(self) -> None:
        for grid in self.grids:
            grid.settle()

    def bind(self, data: GroupData, path: str) -> None:
        """Show a row; `path` is its place, such as `Header` or `Wallets/Wallet[3]`."""
        if data.row is None:
            return
        for key, frame in self.fields.items():
            place = _below(path, key)
            value = data.row.values[self.node.index[key]]
            frame.bind(data.row.id, place, value, given=key in data.given)
        room = self.room - len(self.fields)
        for node, box in self.boxes.items():
            child = data.groups.get(node) or GroupData(node, None, {}, {})
            box.room = room
            box.bind(child, _below(path, node.rpartition("/")[2]), data.row.id)
            room = box.left
        for node, table in self.tables.items():
            name = node.rpartition("/")[2]
            table.bind(data.row.id, _below(path, name), data.tables.get(node, 0))
        self.choices.bind(data)
        self.left = room

    def show_findings(self) -> None:
        """There is another verdict."""
        for frame in self.fields.values():
            frame.show_findings()
        for box in self.boxes.values():
            if box.form is not None:
                box.form.show_findings()
        for table in self.tables.values():
            table.show_findings()

    def retranslate(self) -> None:
        """Another language."""
        self.choices.retranslate()
        for frame in self.fields.values():
            frame.retranslate()
        for box in self.boxes.values():
            box.retranslate()
        for table in self.tables.values():
            table.retranslate()

    def place_of(self, target: Target, depth: int) -> QWidget | None:
        """Focus what a target names here; returns the widget to scroll to, None when not here."""
        wanted = target.tables[depth].node if depth < len(target.tables) else target.node
        if depth < len(target.tables) and wanted in self.tables:
            return self.tables[wanted].reveal(target, depth)
        for node, box in self.boxes.items():
            if wanted == node or wanted.startswith(f"{node}/"):
                return box.place_of(target, depth)
        if wanted in self.tables:  # the table is empty
            self.tables[wanted].setFocus()
            return self.tables[wanted]
        if wanted == self.node.path and depth >= len(target.tables):
            return self._focus_field(target.key)
        return None

    def _focus_field(self, key: str) -> QWidget | None:
        switch = self.choices.switch_for(key)
        if switch is not None:
            switch.list.setFocus()
            return switch
        frame = self.fields.get(key) or next(iter(self.fields.values()), None)
        if frame is not None:
            frame.input.setFocus()
        return frame

    def flush(self) -> None:
        """Save what is being typed."""
        for frame in self.fields.values():
            frame.commit()
        for box in self.boxes.values():
            if box.form is not None:
                box.form.flush()
        for table in self.tables.values():
            table.flush()


class GroupBox(Waiting):
    """A titled box; an optional group is added and removed as a whole.

    `room` is how many more fields the page builds at once, and `left` what the box leaves of them;
    beyond it the inside waits for sight.
    """

    def __init__(self, session: Session, item: GroupItem, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._item = item
        self._node = session.schema.node(item.node)
        self._parent: int | None = None
        self._row: int | None = None
        self._shown = (GroupData(item.node, None, {}, {}), "")
        self.room = self.left = ROOM
        self.form: GroupForm | None = None
        self.setProperty("role", "group")
        self._title = label(role="strong")
        self._help = label(role="small", wrap=True)
        self.add = Button(icon_name="plus", role="link", clicked=self._add)
        self.remove = Button(role="link", clicked=self._remove)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.add)
        head.addWidget(self.remove)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 12, 16, 16)
        self._box.setSpacing(8)
        self._box.addLayout(head)
        self._box.addWidget(self._help)
        self.retranslate()

    def bind(self, data: GroupData, path: str, parent: int) -> None:
        """Show the group, or that it is absent."""
        self._parent = parent
        self._row = data.row.id if data.row else None
        self._shown = (data, path)
        optional = self._node.min_occurs == 0
        editable = self._session.editable
        self.add.setVisible(data.row is None and editable)
        self.remove.setVisible(data.row is not None and optional and editable)
        self.left = self.room
        if data.row is None:
            self.end_waiting()
        elif self.form is None and self.room <= 0 and self.visibleRegion().isEmpty():
            self.wait_for_sight(height_of(self._item))
        elif self.form is None:
            self.appear()
            return
        self._bind_form()

    def _bind_form(self) -> None:
        data, path = self._shown
        if self.form is not None:
            self.form.setVisible(data.row is not None)
            self.form.room = self.room
            self.form.bind(data, path)
            self.left = self.form.left if data.row is not None else self.room

    def appear(self) -> None:
        """Build the form of the row that is to be shown; Tab reaches it after the box's buttons."""
        self.form = GroupForm(self._session, self._item, self)
        self._box.addWidget(self.form)
        self.room = self.room if self.room > 0 else ROOM
        self._bind_form()
        self.end_waiting()
        follow(self.remove, self.form)

    def place_of(self, target: Target, depth: int) -> QWidget | None:
        """The group's own field, or the button that adds it."""
        if self._row is None:
            self.add.setFocus()
            return self
        if self.form is None:
            self.appear()
            assert self.form is not None
        return self.form.place_of(target, depth) or self

    def _add(self) -> None:
        if self._parent is not None:
            self._session.add_group(self._parent, self._node.path)

    def _remove(self) -> None:
        if self._row is not None:
            self._session.remove([self._row], f"remove {self._node.path}")

    def retranslate(self) -> None:
        """Another language."""
        language = self._session.language
        name = self._node.label(language)
        help_text = in_language(self._node.help, language)
        self._title.setText(name)
        self._help.setText(help_text)
        self._help.setVisible(bool(help_text))
        self.add.setText(tr("Add"))
        self.add.setAccessibleName(tr("Add “{what}”").format(what=name))
        self.remove.setText(tr("Remove"))
        self.remove.setAccessibleName(tr("Remove “{what}”").format(what=name))
        if self.form is not None:
            self.form.retranslate()


def _below(path: str, name: str) -> str:
    if name == ".":
        return path
    return f"{path}/{name}" if path else name


__all__ = ["GroupBox", "GroupForm"]
