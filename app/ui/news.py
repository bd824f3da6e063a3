"""What the newest version brought: the first part of the list of changes that comes with the program."""

import re

from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from app.paths import data_root
from app.ui.i18n import language_in_use, tr
from app.ui.widgets.basic import Button, label, row

_PART = re.compile(r"^## ", re.MULTILINE)


def newest_part(text: str) -> tuple[str, str]:
    """Name and text of the newest part of a list in the form of Keep a Changelog that says something."""
    for part in _PART.split(text)[1:]:
        name, _, body = part.partition("\n")
        if body.strip():
            return name.partition(" - ")[0].strip(" []"), body.strip()
    return "", ""


class NewsDialog(QDialog):
    """The list is read with the keys, and can be selected and copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What’s new"))
        file = data_root() / "CHANGELOG.md"
        name, body = newest_part(file.read_text(encoding="utf-8"))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("What’s new"))
        self.text.setMarkdown(body.replace("\n### ", "\n\n### "))
        self.close_button = Button(tr("Close"), role="primary", clicked=self.reject)
        title = tr("New in this version") if name == "Unreleased" else name
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(title, "title"))
        if language_in_use() != "en":
            layout.addWidget(label(tr("The list of changes is written in English."), "muted"))
        layout.addWidget(self.text, 1)
        layout.addLayout(row(None, self.close_button))
        self.resize(720, 560)
        self.text.setFocus()
