"""Lines of a question and its answer: which code a word stands for, what a field gets in every row."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.basic import clear, label
from app.ui.widgets.choice import Choice

Answered = Callable[[str], None]


class Answers(QWidget):
    """Two columns: words, and beside each a list to choose from, or a line to type in."""

    def __init__(self) -> None:
        super().__init__()
        self.inputs: list[Choice | QLineEdit] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 8, 0)
        self._grid = QGridLayout()
        self.empty()

    def empty(self) -> None:
        """No line."""
        clear(self._box)
        self.inputs = []
        lines = QWidget()
        self._grid = QGridLayout(lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._box.addWidget(lines)
        self._box.addStretch(1)

    def add(
        self, words: str, choices: Sequence[tuple[str, str]], chosen: str, answered: Answered
    ) -> None:
        """One more line. Without choices it is typed."""
        at = len(self.inputs)
        name = label(words)
        name.setToolTip(words)
        given = self._list(choices, chosen, answered) if choices else self._line(chosen, answered)
        given.setAccessibleName(words)
        name.setBuddy(given)
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(given, at, 1)
        self.inputs.append(given)

    def _list(self, choices: Sequence[tuple[str, str]], chosen: str, answered: Answered) -> Choice:
        box = Choice()
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItem("—", "")
        for text, code in choices:
            box.addItem(text, code)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.activated.connect(lambda _at: answered(str(box.currentData())))
        return box

    def _line(self, chosen: str, answered: Answered) -> QLineEdit:
        line = QLineEdit(chosen)
        line.textEdited.connect(answered)
        return line
