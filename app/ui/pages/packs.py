"""Schema packs: what the workspace can fill in, since when, and its files."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter, QTabWidget, QWidget

from app.domain.changes import Changes
from app.domain.pack import Pack
from app.services.barepack import ALWAYS, RootUnclear, Wishes
from app.services.obligations import hong_kong_today
from app.services.packdoubles import Double, doubles
from app.services.packfreshness import Staleness, staleness
from app.services.packintake import take_in
from app.services.packremoval import remove_pack
from app.services.packs import add_pack, by_newness, get_pack, list_packs, open_pack
from app.services.packsignature import PackSignature, signature_of
from app.ui.context import Context
from app.ui.i18n import noop, ntr, tr
from app.ui.icons import IconLabel
from app.ui.models.records import Column
from app.ui.pages.base import Page, Place
from app.ui.pages.pack_adding import RootDialog, double_words, signature_words
from app.ui.pages.pack_difference import CompareDialog, Difference, DifferenceDialog
from app.ui.pages.pack_rules import ParametersList, RulesList
from app.ui.sentences import known
from app.ui.widgets.ask import ask_file, ask_folder
from app.ui.widgets.basic import Button, column, frame, label, row, scrolled
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
        self._from_xsd = self._menu.addAction("")
        self._from_folder.triggered.connect(self._ask_folder)
        self._from_zip.triggered.connect(self._ask_zip)
        self._from_xsd.triggered.connect(self._ask_xsd)
        self.add.setMenu(self._menu)
        self.compare = Button("", "", clicked=self._ask_compare)
        self.remove = Button("", "", clicked=self._remove)
        for button in (self.remove, self.compare, self.add):
            self.head.addWidget(button)
        self.banner = frame("notice")
        self.banner.setProperty("tone", "explain")
        self._banner_icon, self._banner_text = IconLabel(), label(wrap=True)
        self._banner_icon.show_icon("explain", "explain")
        banner = row(self._banner_icon, self._banner_text, spacing=10)
        banner.setContentsMargins(12, 8, 12, 8)
        banner.setStretch(1, 1)
        self.banner.setLayout(banner)
        self.banner.hide()
        self._dates: list[Staleness] = []
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
        for part in (scrolled(self.rules), self.parameters, self.files, about):
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
        self.body.addWidget(self.banner)
        self.body.addWidget(split, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self.heading.setText(tr("Schema packs"))
        self.add.setText(tr("Add a pack"))
        self._from_folder.setText(tr("From a folder…"))
        self._from_zip.setText(tr("From a zip archive…"))
        self._from_xsd.setText(tr("From a single XSD…"))
        self.compare.setText(tr("Compare…"))
        self.remove.setText(tr("Remove"))
        self._show_banner(self._dates)
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
               " folder, a zip archive or a single XSD."),
            tr("Add a pack"),
        )  # fmt: skip
        self._show_pack(self.table.current())

    def concerns(self, changes: Changes) -> bool:
        """Only packs."""
        return changes.packs

    def reload(self) -> None:
        """Read the packs."""
        desk = self.context.desk
        self.read(lambda: list_packs(desk), self._show)
        self.read(lambda: staleness(desk, hong_kong_today()), self._show_banner)

    def _show_banner(self, found: list[Staleness]) -> None:
        """What the packs' own dates say, a line each."""
        self._dates = found
        self._banner_text.setText("\n".join(map(stale_words, found)))
        self.banner.setAccessibleName(self._banner_text.text())
        self.banner.setVisible(bool(found))

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
        self.remove.setEnabled(shown)
        self.compare.setEnabled(shown and self.table.records.rowCount() > 1)
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
        if manifest.review_by is not None:
            lines.append(
                tr("To be looked at again by {day}").format(day=day_words(manifest.review_by))
            )
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

    def _ask_xsd(self) -> None:
        ask_file(self, tr("Schema"), tr("XML schemas (*.xsd)"), self.add_from)

    def add_from(self, path: Path, wishes: Wishes | None = None) -> None:
        """Add the pack in a folder or archive, or the one that a schema makes."""
        desk, told = self.context.desk, _Told()

        def work() -> Changes:
            try:
                files = take_in(path, wishes or Wishes(), desk)
            except RootUnclear as unclear:
                told.choices = unclear.choices
                return Changes()
            pack = open_pack(files, source=path.name)
            told.doubles, told.signature = doubles(desk, pack), signature_of(desk, files)
            return add_pack(desk, files, path.name)

        self.write(work, lambda changes: self._added(path, changes, told))

    def _added(self, path: Path, changes: Changes, told: "_Told") -> None:
        if told.choices:

            def chosen(schema: str, root: str) -> None:
                self.add_from(path, Wishes(schema=schema, root=root))

            RootDialog(self, path, told.choices, chosen).open()
            return
        if not changes.packs:
            self.notice.say("information", tr("The workspace holds this pack already."))
            return
        lines = [tr("The pack is added."), *double_words(told.doubles)]
        if told.signature is not None:
            lines.insert(1, signature_words(told.signature))
        self.notice.say("explain" if told.doubles else "done", "\n".join(lines))

    def _remove(self) -> None:
        pack = self.table.current()
        if isinstance(pack, Pack):
            desk, number = self.context.desk, pack.id
            self.write(lambda: remove_pack(desk, number), self._removed)

    def _removed(self, _changes: Changes) -> None:
        self.notice.say("done", tr("The pack is removed."))

    def _ask_compare(self) -> None:
        pack = self.table.current()
        if not isinstance(pack, Pack):
            return
        others = [item for item in self.table.records.records if item.id != pack.id]
        kind = pack.manifest.return_type
        others.sort(key=lambda item: (item.manifest.return_type != kind, item.id))
        CompareDialog(self, pack, others, lambda other: self.show_difference(pack.id, other)).open()

    def show_difference(self, first: str, second: str) -> None:
        """Two packs side by side, the one that took effect earlier first."""
        desk = self.context.desk

        def work() -> Difference:
            from app.services.packdifference import difference  # noqa: PLC0415  (reads schemas)
            from app.services.packeffect import effects  # noqa: PLC0415

            old, new = sorted((get_pack(desk, first), get_pack(desk, second)), key=by_newness)
            same = old.manifest.return_type == new.manifest.return_type
            return Difference(
                old, new, difference(old, new), effects(desk, old, new) if same else []
            )

        self.read(work, self._show_difference)

    def _show_difference(self, found: Difference) -> None:
        def take(return_id: str) -> None:
            desk = self.context.desk
            new = found.new.id

            def work() -> Changes:
                from app.services.packeffect import migrate  # noqa: PLC0415

                done = migrate(desk, return_id, new)
                return done.changes

            self.write(work, lambda changes: self._taken(changes, new))

        DifferenceDialog(self, self.context, found, take).open()

    def _taken(self, changes: Changes, pack: str) -> None:
        words = tr("A copy of the draft under {pack} is made; the original stays as it is.")
        number = changes.return_id
        link = (tr("Open the copy"), lambda: self.go.emit(Place("return", number)))
        self.notice.say("done", words.format(pack=pack), link=link)


@dataclass
class _Told:
    """What the worker found out while a pack was added."""

    choices: tuple[tuple[str, str], ...] = ()
    doubles: list[Double] = field(default_factory=list)
    signature: PackSignature | None = None


_STALE = {
    "ended": noop("{pack} is no longer in force since {day}."),
    "superseded": noop("{other} has taken the place of {pack} since {day}."),
    "future": noop("{pack} comes into force on {day}."),
    "review": noop("{pack} was to be looked at again by {day}: ask its publisher whether it still holds."),
    "gap": noop("No pack for {type} is in force now; a new return cannot be begun."),
    "tie": noop("{pack} and {other} are in force from the same day; {other} is taken."),
}  # fmt: skip


def stale_words(item: Staleness) -> str:
    """What a pack's dates say, in the window's language."""
    return tr(_STALE[item.kind]).format(
        pack=item.pack, other=item.other, day=day_words(item.day), type=item.return_type
    )


def _columns(page: Page) -> list[Column]:
    return [
        Column(
            noop("Type"),
            lambda pack: pack.manifest.return_type,
            hint=lambda pack: pack.manifest.return_type,
            width=110,
        ),
        Column(
            noop("Return"),
            lambda pack: pack.manifest.title(page.context.language),
            width=220,
        ),
        Column(noop("Pack"), lambda pack: pack.id, width=110),
        Column(noop("Status"), lambda pack: known(pack.manifest.status)),
        Column(
            noop("In force from"),
            lambda pack: (
                tr("any time")
                if pack.manifest.effective_from == ALWAYS
                else day_words(pack.manifest.effective_from)
            ),
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
