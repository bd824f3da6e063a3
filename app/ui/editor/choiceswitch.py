"""The switches of a form: of several alternatives one is shown, and another one can be taken.

Taking another one asks before it drops what is filled in; it is one step that can be taken back.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from app.domain.schema import Node
from app.services.choosing import choose, filled_names, valued_names
from app.services.formlayout import FieldItem, Item
from app.services.formview import GroupData
from app.ui.editor.session import Session
from app.ui.i18n import tr
from app.ui.widgets.basic import label
from app.ui.widgets.choice import Choice

_SHOWN = 3
_NONE = -1


class ChoiceSwitch(QWidget):
    """One choice of a node: which of its alternatives the row has."""

    def __init__(self, session: Session, node: Node, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._node, self._number = session, node, number
        self._alternatives = node.choices[number]
        self.names = frozenset(name for names in self._alternatives for name in names)
        self._data = GroupData(node.path, None, {}, {})
        self._wanted: dict[int, int] = {}
        self.owner: ChoiceSwitches | None = None
        self._title = label(role="small")
        self._note = label(role="small", wrap=True)
        self.list = Choice(self)
        self.list.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(24)
        self._title.setBuddy(self.list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for widget in (self._title, self.list, self._note):
            box.addWidget(widget)
        self.list.activated.connect(self._activated)
        self.retranslate()

    def bind(self, data: GroupData) -> None:
        """Show which alternative a row has."""
        self._data = data
        self.list.setEnabled(self._session.editable)
        self._show()

    @property
    def chosen(self) -> int:
        """The alternative that is shown; -1 while there is none, or too much is filled in."""
        there = filled_names(self._node, self._data) & self.names
        fitting = [n for n, names in enumerate(self._alternatives) if there <= set(names)]
        wanted = self._wanted.get(self._data.row.id if self._data.row else 0)
        if wanted in fitting:
            return wanted
        if not there:
            return next((n for n, names in enumerate(self._alternatives) if not names), _NONE)
        return min(fitting, key=lambda n: len(self._alternatives[n]), default=_NONE)

    @property
    def hidden(self) -> frozenset[str]:
        """What of the choice is not shown: the other alternatives."""
        chosen = self.chosen
        if chosen != _NONE:
            return self.names - set(self._alternatives[chosen])
        return self.names - filled_names(self._node, self._data)

    def _show(self) -> None:
        chosen = self.chosen
        with QSignalBlocker(self.list):
            self.list.setCurrentIndex(self.list.findData(chosen))
        crowded = chosen == _NONE and bool(filled_names(self._node, self._data) & self.names)
        self._note.setVisible(crowded)
        if self.owner is not None:
            self.owner.arrange()

    def _activated(self, place: int) -> None:
        wanted = int(self.list.itemData(place))
        if wanted in (self.chosen, _NONE) or self._data.row is None:
            self._show()
            return
        lost = (valued_names(self._node, self._data) & self.names) - set(self._alternatives[wanted])
        if lost:
            self._ask(wanted, lost)
        else:
            self._take(wanted)

    def _ask(self, wanted: int, lost: frozenset[str]) -> None:
        what = ", ".join(f"“{name}”" for name in self._words(n for n in self._order() if n in lost))
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Take another alternative?"))
        box.setText(
            tr("This removes what is filled in under {what}. It can be taken back.").format(
                what=what
            )
        )
        take = box.addButton(
            tr("Take “{name}”").format(name=self._name(wanted)), QMessageBox.ButtonRole.AcceptRole
        )
        keep = box.addButton(tr("Keep as it is"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)

        def answered() -> None:
            if box.clickedButton() is take:
                self._take(wanted)
            else:
                self._show()
            box.deleteLater()

        box.finished.connect(answered)
        box.open()

    def _take(self, wanted: int) -> None:
        row = self._data.row
        assert row is not None
        self._wanted[row.id] = wanted
        names = self._alternatives[wanted]
        begins = len(names) == 1 and names[0] in self._node.by_name
        drops = (filled_names(self._node, self._data) & self.names) - set(names)
        if not begins and not drops:
            self._show()
            return
        desk, number = self._session.context.desk, self._session.return_id
        node, choice = self._node.path, self._number
        self._session.write(lambda: choose(desk, number, node, row.id, choice, wanted))

    def _order(self) -> list[str]:
        return [name for name in self._node.content if name in self.names]

    def _words(self, names: Iterator[str]) -> Iterator[str]:
        language = self._session.language
        for name in names:
            at = self._node.index.get(name)
            item = self._node.fields[at] if at is not None else self._node.by_name[name]
            yield item.label(language)

    def _name(self, number: int) -> str:
        names = self._alternatives[number]
        if not names:
            return tr("Nothing of it")
        shown = " · ".join(self._words(iter(names[:_SHOWN])))
        return f"{shown} …" if len(names) > _SHOWN else shown

    def retranslate(self) -> None:
        """Another language."""
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItem(tr("Choose…"), _NONE)
            for number in range(len(self._alternatives)):
                self.list.addItem(self._name(number), number)
        self._title.setText(tr("One of these"))
        self._note.setText(tr("More than one is filled in. Choose which one stays."))
        what = ", ".join(self._name(number) for number in range(len(self._alternatives)))
        self.list.setAccessibleName(tr("One of these: {what}").format(what=what))
        self._show()


class ChoiceSwitches:
    """All switches of a form, and which of its parts they show."""

    def __init__(self, session: Session, node: Node, parent: QWidget) -> None:
        self.switches = [
            ChoiceSwitch(session, node, number, parent) for number in range(len(node.choices))
        ]
        for switch in self.switches:
            switch.owner = self
            switch.hide()
        self.settle: Callable[[], None] = _nothing
        self._placed: set[int] = set()
        self._parts: dict[str, list[QWidget]] = {}

    def before(self, part: Item) -> list[ChoiceSwitch]:
        """The switches that come right before a part, which is the first of theirs."""
        found = []
        for number, switch in enumerate(self.switches):
            if number not in self._placed and name_of(part) in switch.names:
                self._placed.add(number)
                switch.show()
                found.append(switch)
        return found

    def add(self, part: Item, widget: QWidget) -> None:
        """What shows a part of the form."""
        self._parts.setdefault(name_of(part), []).append(widget)

    def bind(self, data: GroupData) -> None:
        """Show the alternatives that a row has."""
        for switch in self.switches:
            switch.bind(data)

    def arrange(self) -> None:
        """Show what is chosen and hide the other alternatives, an inner choice with its alternative."""
        hidden: set[str] = set()
        for switch in self.switches:  # an outer choice stands before those inside it
            switch.setVisible(self._is_placed(switch) and not switch.names <= hidden)
            hidden |= switch.hidden
        named = {name for switch in self.switches for name in switch.names}
        for name in named & self._parts.keys():
            for widget in self._parts[name]:
                widget.setVisible(name not in hidden)
        self.settle()

    def _is_placed(self, switch: ChoiceSwitch) -> bool:
        return self.switches.index(switch) in self._placed

    def switch_for(self, key: str) -> ChoiceSwitch | None:
        """The switch that hides a field or a group; None where none does."""
        name = key.partition("/@")[0]
        return next((switch for switch in self.switches if name in switch.hidden), None)

    def retranslate(self) -> None:
        """Another language."""
        for switch in self.switches:
            switch.retranslate()


def _nothing() -> None:
    """Nothing has to close up."""


def name_of(part: Item) -> str:
    """The name in `Node.content` of a part of a form; that of the value for its attributes."""
    if isinstance(part, FieldItem):
        return part.key.partition("/@")[0]
    return part.node.rpartition("/")[2]
