"""Adding a pack in the window: what only a person can choose, and what is told afterwards."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.services.packdoubles import Double
from app.services.packsignature import PackSignature
from app.ui.i18n import noop, tr
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.choice import Choice

_WHAT = {
    "name": noop("its name looks like that one's"),
    "type": noop("its type looks like that one's"),
    "namespace": noop("its namespace looks like that one's"),
    "title": noop("it bears the same title or one that looks like it"),
    "publisher": noop("its publisher's name looks like that one's"),
    "copy": noop("it holds exactly the same schemas"),
    "near-copy": noop("one of its files is that one's but for one short place"),
}


def signature_words(found: PackSignature) -> str:
    """Who signed a pack, in the window's language."""
    if found.state == "unsigned":
        return tr("No publisher has signed it.")
    if found.state == "trusted":
        return tr("Signed by {name}, whom this workspace trusts.").format(name=found.signer)
    return tr("Signed by {name}; whose signature that is was not proven.").format(name=found.signer)


def double_words(found: Sequence[Double]) -> list[str]:
    """What a pack could be taken for, a line each."""
    return [
        tr("It could be taken for {pack}: {what}.").format(
            pack=item.pack, what=tr(_WHAT[item.kind])
        )
        for item in found
    ]


class RootDialog(QDialog):
    """Asks with which element the documents of some schemas begin."""

    def __init__(
        self,
        parent: QWidget,
        path: Path,
        choices: Sequence[tuple[str, str]],
        chosen: Callable[[str, str], None],
    ) -> None:
        super().__init__(parent)
        self._choices, self._chosen = choices, chosen
        self.setWindowTitle(tr("Add a pack"))
        self.roots = Choice()
        several = len({schema for schema, _ in choices}) > 1
        for schema, root in choices:
            self.roots.addItem(f"{root} · {schema}" if several else root)
        self.roots.setAccessibleName(tr("Document element"))
        name = label(tr("Document element"), "strong")
        name.setBuddy(self.roots)
        self.add = Button(tr("Add"), role="primary", clicked=self._add)
        self.add.setDefault(True)
        self.cancel = Button(tr("Cancel"), clicked=self.reject)
        words = tr(
            "{file} has no pack.toml, and its documents may begin with several elements. Choose the"
            " one that this return begins with."
        ).format(file=path.name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(tr("Which document?"), "title"))
        layout.addWidget(label(words, wrap=True))
        layout.addWidget(name)
        layout.addWidget(self.roots)
        layout.addStretch(1)
        layout.addLayout(row(None, self.cancel, self.add))
        self.setMinimumWidth(520)
        self.finished.connect(self.deleteLater)

    def _add(self) -> None:
        schema, root = self._choices[self.roots.currentIndex()]
        self._chosen(schema, root)
        self.accept()
