"""Asks into which return workbooks go that were dropped where no return is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.i18n import ntr, tr
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.choice import Choice
from app.ui.words import period_words

if TYPE_CHECKING:
    from app.services.droptargets import Dropped, Target


class DropDialog(QDialog):
    """The returns that can still be changed, those that the workbooks fit first.

    `chosen` gets the return's id.
    """

    def __init__(
        self, parent: QWidget, dropped: "Dropped", language: str, chosen: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self.returns = Choice()
        for target in dropped.targets:
            self.returns.addItem(_words(target, len(dropped.workbooks), language), target.record.id)
        names = ", ".join(file.name for file in dropped.workbooks)
        title = ntr("Import {n} workbook", "Import {n} workbooks", len(dropped.workbooks))
        self.setWindowTitle(title)
        self.go_button = Button(tr("Look at the import"), role="primary", clicked=self._go)
        self.go_button.setDefault(True)
        self.cancel = Button(tr("Cancel"), clicked=self.reject)
        question = label(tr("Into which return?"), "strong")
        question.setBuddy(self.returns)
        self.returns.setAccessibleName(tr("Into which return?"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(title, "title"))
        layout.addWidget(label(names, "muted", wrap=True))
        layout.addWidget(question)
        layout.addWidget(self.returns)
        layout.addWidget(label(tr("Nothing changes before you have seen what would."), "small"))
        layout.addLayout(row(None, self.cancel, self.go_button))
        self.setMinimumWidth(520)
        self.finished.connect(self.deleteLater)

    def _go(self) -> None:
        chosen = str(self.returns.currentData())
        self.accept()
        self._chosen(chosen)


def _words(target: "Target", files: int, language: str) -> str:
    name = f"{target.title(language)} · {period_words(target.record.period)}"
    if not target.fits:
        return tr("{name} (layout not known yet)").format(name=name)
    if len(target.fits) == files:
        return tr("{name} (fits)").format(name=name)
    return tr("{name} ({n} of {all} fit)").format(name=name, n=len(target.fits), all=files)
