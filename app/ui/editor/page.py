"""One section on the screen: its heading and its blocks, scrolled as one."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.services.formlayout import FormSection, GroupItem, TableItem
from app.services.formview import FormData, GroupData, Target
from app.ui.editor.group import GroupBox, GroupForm
from app.ui.editor.insight import ROOM
from app.ui.editor.session import Session
from app.ui.editor.table import TableBlock
from app.ui.widgets.basic import label

_SETTLES = 1_000
"""Milliseconds after which a page that was scrolled to a field stays where the user puts it."""


class SectionPage(QScrollArea):
    """Built when the section is first shown."""

    def __init__(self, session: Session, section: FormSection, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._section = section
        self.forms: list[tuple[str, GroupForm | GroupBox]] = []
        self.tables: dict[str, TableBlock] = {}
        self._sought: QWidget | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLES)
        self._settled.timeout.connect(self._let_go)
        self.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        content = QWidget()
        content.setObjectName("content")
        self._box = QVBoxLayout(content)
        self._box.setContentsMargins(24, 16, 24, 24)
        self._box.setSpacing(16)
        self._title = label(role="title")
        self._help = label(role="muted", wrap=True)
        self._box.addWidget(self._title)
        self._box.addWidget(self._help)
        for block in section.blocks:
            if isinstance(block, TableItem):
                self._add_table(block, content)
            else:
                self._add_group(block, content)
        self._finish()
        self.setWidget(content)
        self.retranslate()

    def _add_table(self, item: TableItem, content: QWidget) -> None:
        node = self._session.schema.node(item.node)
        table = TableBlock(self._session, node, GroupForm, content)
        self.tables[item.node] = table
        self._box.addWidget(table)

    def _add_group(self, item: GroupItem, content: QWidget) -> None:
        node = self._session.schema.node(item.node)
        boxed = bool(item.node) and (node.min_occurs == 0 or len(self._section.blocks) > 1)
        form = (GroupBox if boxed else GroupForm)(self._session, item, content)
        self.forms.append((item.node, form))
        self._box.addWidget(form)

    def _finish(self) -> None:
        alone = len(self._section.blocks) == 1 and len(self.tables) == 1
        table = next(iter(self.tables.values()), None)
        if alone and table is not None:
            self._box.setContentsMargins(16, 10, 16, 12)
            for heading in (self._title, self._help):
                heading.hide()
            table.fill_page(self._section)
            self._box.setStretchFactor(table, 1)
        else:
            self._box.addStretch(1)

    def bind(self, form: FormData) -> None:
        """Show the values."""
        room = ROOM
        for node, shown in self.forms:
            data = form.root.find(node) or GroupData(node, None, {}, {})
            shown.room = room
            if isinstance(shown, GroupForm):
                shown.bind(data, node)
                room = shown.left
                continue
            above = form.root.find(node.rpartition("/")[0])
            if above is not None and above.row is not None:
                shown.bind(data, node, above.row.id)
                room = shown.left
        for node, table in self.tables.items():
            above = form.root.find(node.rpartition("/")[0])
            if above is not None and above.row is not None:
                table.bind(above.row.id, node, above.tables.get(node, 0))
            else:
                table.bind_absent(node)

    def reveal(self, target: Target) -> bool:
        """Focus what a target names; false when it is not here."""
        found: QWidget | None = None
        wanted = target.tables[0].node if target.tables else target.node
        if wanted in self.tables:
            found = self.tables[wanted]
            if target.tables:
                found = self.tables[wanted].reveal(target, 0)
            else:
                found.setFocus()
        for node, shown in self.forms if found is None else ():
            if wanted == node or wanted.startswith(f"{node}/") or not node:
                found = shown.place_of(target, 0)
                if found is not None:
                    break
        if found is not None:
            self.scroll_to(found)
        return found is not None

    def take_focus(self) -> bool:
        """Focus the first field or table; false where there is none."""
        widget = self.nextInFocusChain()
        while widget is not None and self.isAncestorOf(widget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            widget = widget.nextInFocusChain()
        return False

    def scroll_to(self, widget: QWidget) -> None:
        """Bring a widget into view, once the layout has settled, and keep it there meanwhile."""
        self._sought = widget
        self._settled.start()
        QTimer.singleShot(0, widget, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """Tables above may have got their rows and pushed it down."""
        if self._sought is None or not isValid(self._sought):  # type: ignore[no-untyped-call]
            return
        above = self._sought.parentWidget()
        while above is not None and above is not self:
            if isinstance(above, QScrollArea):  # what stands below a row scrolls by itself
                above.ensureWidgetVisible(self._sought, 24, 48)
            above = above.parentWidget()
        self.ensureWidgetVisible(self._sought, 24, 48)

    def _let_go(self) -> None:
        self._sought = None

    def show_findings(self) -> None:
        """There is another verdict."""
        for _node, shown in self.forms:
            form = shown if isinstance(shown, GroupForm) else shown.form
            if form is not None:
                form.show_findings()
        for table in self.tables.values():
            table.show_findings()

    def flush(self) -> None:
        """Save what is being typed."""
        for _node, shown in self.forms:
            form = shown if isinstance(shown, GroupForm) else shown.form
            if form is not None:
                form.flush()
        for table in self.tables.values():
            table.flush()

    def retranslate(self) -> None:
        """Another language."""
        language = self._session.language
        self._title.setText(self._section.title(language))
        self.setAccessibleName(self._section.title(language))
        help_text = self._section.help(language)
        self._help.setText(help_text)
        fills = any(table.fills_page for table in self.tables.values())
        self._help.setVisible(bool(help_text) and not fills)
        for _node, shown in self.forms:
            shown.retranslate()
        for table in self.tables.values():
            table.retranslate()
