"""Schema packs: what the workspace can fill in, since when, and its files."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter, QTabWidget, QWidget

from app.domain.changes import Changes
from app.domain.pack import Pack
from app.services.barepack import Wishes
from app.services.packintake import take_in
from app.services.packs import add_pack, list_packs
from app.ui.context import Context
from app.ui.i18n import noop, ntr, tr
from app.ui.models.records import Column
from app.ui.pages.base import Page
from app.ui.pages.pack_rules import ParametersList, RulesList
from app.ui.sentences import known
from app.ui.widgets.ask import ask_file, ask_folder
from app.ui.widgets.basic import Button, column, label
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.table import RecordsTable
from app.ui.words import certainty_word, day_words, digest_words


class PacksPage(Page):
    """Packs above; the chosen one in words, its rules, thresholds and files below."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add = Button("", "plus", "primary")
        self._menu = QMenu(self.add)
        self._from_folder = self._menu.addAction("")
        self._from_zip = self._menu.addAction("")
        self._from_folder.triggered.connect(self._ask_folder)
        self._from_zip.triggered.connect(self._ask_zip)
        self.add.setMenu(self._menu)
        self.head.addWidget(self.add)
        self.table = RecordsTable(_columns(self))
        self.table.selected.connect(self._show_pack)
        self.empty = EmptyState("packs", self._ask_folder, "plus")
        self.title = label(role="title")
        self.text = label(role="muted", wrap=True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.rules = RulesList(context)
        self.parameters = ParametersList()
        self.files = RecordsTable(_file_columns())
        self.parts = QTabWidget()
        self.parts.setDocumentMode(True)
        about = QWidget()
        about.setLayout(column(self.text, None))
        for part in (self.rules, self.parameters, self.files, about):
            self.parts.addTab(part, "")
        upper, lower = QWidget(), QWidget()
        upper.setLayout(column(self.table, self.empty, spacing=0))
        lower.setLayout(column(self.title, self.parts))
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(upper)
        split.addWidget(lower)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.setProperty("role", "gap")
        split.setSizes([220, 430])
        self.body.addWidget(split, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self.heading.setText(tr("Schema packs"))
        self.add.setText(tr("Add a pack"))
        self._from_folder.setText(tr("From a folder…"))
        self._from_zip.setText(tr("From a zip archive…"))
        self.table.setAccessibleName(tr("Schema packs"))
        self.files.setAccessibleName(tr("Files of the pack"))
        for number, text in enumerate((tr("Rules"), tr("Thresholds"), tr("Files"), tr("About"))):
            self.parts.setTabText(number, text)
        self.parts.setAccessibleName(tr("Parts of the pack"))
        self.parts.tabBar().setAccessibleName(tr("Parts of the pack"))
        self.rules.retranslate()
        self.parameters.retranslate()
        self.empty.say(
            tr("No schema pack"),
            tr("A pack holds the schemas, the form and the rules of one return. Add one from a"
               " folder or a zip archive."),
            tr("Add a pack"),
        )  # fmt: skip
        self._show_pack(self.table.current())

    def concerns(self, changes: Changes) -> bool:
        """Only packs."""
        return changes.packs

    def reload(self) -> None:
        """Read the packs."""
        self.read(lambda: list_packs(self.context.desk), self._show)

    def _show(self, found: list[Pack]) -> None:
        self.table.records.set_records(found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        if found:
            self.table.setCurrentIndex(self.table.proxy.index(0, 0))
        else:
            self._show_pack(None)

    def _show_pack(self, pack: object) -> None:
        shown = isinstance(pack, Pack)
        for widget in (self.title, self.parts):
            widget.setVisible(shown)
        if not isinstance(pack, Pack):
            return
        manifest = pack.manifest
        self.title.setText(f"{manifest.title(self.context.language)} · {manifest.version}")
        lines = [
            tr("Status: {status}").format(status=known(manifest.status) or "—"),
            tr("Publisher: {name}").format(name=manifest.publisher or "—"),
            tr("Namespace: {name}").format(name=manifest.namespace),
            tr("SHA-256 of the pack: {digest}").format(digest=digest_words(pack.digest)),
        ]
        if manifest.deadline is not None:
            words = ntr(
                "Due {n} day after the end of the period",
                "Due {n} days after the end of the period",
                manifest.deadline.days,
            )
            sure = certainty_word(manifest.deadline.certainty)
            lines.append(f"{words} · {manifest.deadline.citation} ({sure})")
        self.text.setText("\n".join(lines))
        self.rules.show_pack(pack)
        self.parameters.show_parameters(pack.parameters)
        sums = dict(manifest.files)
        self.files.records.set_records(
            [(name, len(body), sums.get(name, "")) for name, body in sorted(pack.files.items())]
        )

    def _ask_folder(self) -> None:
        ask_folder(self, tr("Folder of the pack"), self.add_from)

    def _ask_zip(self) -> None:
        ask_file(self, tr("Zip archive of the pack"), tr("Archives (*.zip)"), self.add_from)

    def add_from(self, path: Path) -> None:
        """Add the pack in a folder or archive."""
        desk = self.context.desk
        self.write(lambda: add_pack(desk, take_in(path, Wishes(), desk), path.name), self._added)

    def _added(self, changes: Changes) -> None:
        if changes.packs:
            self.notice.say("done", tr("The pack is added."))
        else:
            self.notice.say("information", tr("The workspace holds this pack already."))


def _columns(page: Page) -> list[Column]:
    return [
        Column(noop("Type"), lambda pack: pack.manifest.return_type, width=80),
        Column(
            noop("Return"),
            lambda pack: pack.manifest.title(page.context.language),
            width=220,
        ),
        Column(noop("Pack"), lambda pack: pack.id, width=110),
        Column(noop("Status"), lambda pack: known(pack.manifest.status)),
        Column(
            noop("In force from"),
            lambda pack: day_words(pack.manifest.effective_from),
            sort=lambda pack: pack.manifest.effective_from,
            width=160,
        ),
        Column(
            noop("until"),
            lambda pack: (
                day_words(pack.manifest.effective_to)
                if pack.manifest.effective_to
                else tr("further notice")
            ),
            width=120,
        ),
        Column(
            noop("SHA-256"),
            lambda pack: pack.digest[:16] + "…",
            hint=lambda pack: pack.digest,
            width=160,
        ),
    ]


def _file_columns() -> list[Column]:
    return [
        Column(noop("File"), lambda item: item[0]),
        Column(
            noop("Bytes"),
            lambda item: f"{item[1]:,}",
            sort=lambda item: item[1],
            numeric=True,
            width=100,
        ),
        Column(
            noop("SHA-256"),
            lambda item: item[2],
            hint=lambda item: item[2],
            width=420,
        ),
    ]
