"""Walk through the real window over the sample month and take a picture of every page and dialog.

    python scripts/tour.py [FOLDER] [--all] [--pseudo] [--scale 2]

Without options the pictures of the guide go to docs/pictures. `--all` takes every page in both themes
and every language and puts them into FOLDER (out/screenshots unless named); those of the guide go to
docs/pictures in the same walk. `--pseudo` adds the language of testers, longer and accented; `--scale`
is the scale of the screen. Ends with an error when a page is missing. Runs without a screen.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZE = (1280, 800)
LANGUAGES = ("en", "zh-Hant", "zh-Hans")
THEMES = ("light", "dark")
FIRST = ("light", "en")
KEPT = {
    ("dark", "en"): ("home", "form"),
    ("light", "zh-Hant"): ("home", "form", "ready", "sign", "submissions"),
    ("dark", "zh-Hant"): ("import",),
    ("light", "zh-Hans"): ("home",),
}
"""What the guide shows in other looks than the first; in that one it shows every page."""


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--pseudo", action="store_true")
    parser.add_argument("--scale", default="")
    return parser.parse_args()


if __name__ == "__main__":  # Qt takes the scale as it is loaded
    OPTIONS = _options()
    if OPTIONS.scale:
        os.environ["QT_SCALE_FACTOR"] = OPTIONS.scale
    if OPTIONS.pseudo:
        os.environ["PRAYA_PSEUDO"] = "1"

from PySide6.QtCore import QElapsedTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from app.services import drafts, imports, opening, profiles, returns  # noqa: E402
from app.services.demo import APPROVER, run_demo  # noqa: E402
from app.services.desk import Desk  # noqa: E402
from app.ui.main_window import PAGES, MainWindow  # noqa: E402
from app.ui.pages.receipt import ReceiptDialog  # noqa: E402
from app.ui.pages.return_page import VIEWS, ReturnPage  # noqa: E402
from app.ui.welcome import Welcome  # noqa: E402

DIALOGS = (
    "palette",
    "goto",
    "help",
    "keys",
    "about",
    "diagnostics",
    "news",
    "restore",
    "seat",
    "comment",
    "receipt",
    "new-return",
)
EVERY = (
    frozenset(PAGES)
    | frozenset(VIEWS)
    | frozenset(DIALOGS)
    | {"calendar", "table", "computed", "welcome"}
)
"""What there has to be a picture of."""


@contextmanager
def sample_folder() -> Iterator[Path]:
    """A folder for the demo, gone afterwards; preferences and the log lie in it too."""
    folder = Path(tempfile.mkdtemp(prefix="praya-tour-"))
    os.environ["XDG_CONFIG_HOME"] = str(folder / "config")
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


class Tour:
    """Drives one window. `guide` gets the pictures of the guide, `every` all of them."""

    def __init__(self, folder: Path, guide: Path | None, every: Path | None = None) -> None:
        self.qt = QApplication.instance() or QApplication([])
        self.guide, self.every = guide, every
        self.looks: tuple[tuple[str, str], ...] = (FIRST, *KEPT)
        self.look = FIRST
        self.taken: set[tuple[tuple[str, str], str]] = set()
        self.demo = run_demo(folder / "demo", lambda line: None)
        desk = opening.open_desk(
            self.demo.workspace, seat=APPROVER, passphrase_file=self.demo.passphrase
        )
        self.draft = self._draft(desk)
        self.window = MainWindow(desk)
        self.window.submissions.trust_file(self.demo.trust)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def _draft(self, desk: Desk) -> str:
        """A November return that is half done, with findings."""
        workbooks = ROOT / "resources" / "sample" / "2026-10"
        record = returns.new_return(desk, "CWR", "2026-11")
        names = [item.name for item in profiles.list_profiles(desk, "CWR")]
        for file, word in (("wallets.xlsx", "wallets"), ("daily-positions.xlsx", "daily")):
            name = next(item for item in names if word in item)
            imports.import_file(desk, record.id, workbooks / file, name)
        drafts.set_value(desk, record.id, "Wallets/Wallet[3]/Label", "Cold vault C, bitcoin")
        return record.id

    def settle(self) -> None:
        """Let everything that was begun come to rest."""
        timer = QElapsedTimer()
        timer.start()
        quiet = 0
        while quiet < 12 and timer.elapsed() < 20_000:
            self.qt.processEvents()
            quiet = quiet + 1 if self.window.tasks.idle else 0
            self.qt.thread().msleep(10)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Save what is shown."""
        self.settle()
        image = (widget or self.window).grab().toImage()
        theme, language = self.look
        ending = "" if self.look == FIRST else f"-{theme}-{language}"
        folders = [self.every]
        if self.look == FIRST or name in KEPT.get(self.look, ()):
            folders.append(self.guide)
        for folder in folders:
            if folder is not None and image.save(str(folder / f"{name}{ending}.png"), "PNG", 0):
                self.taken.add((self.look, name))

    def missing(self) -> list[str]:
        """Pages of which there is no picture though there has to be one."""
        return [
            f"{name} ({', '.join(look)})"
            for look in self.looks
            for name in sorted(EVERY)
            if (self.every is not None or look == FIRST or name in KEPT.get(look, ()))
            and (look, name) not in self.taken
        ]

    def walk(self) -> None:
        """Every page in every look."""
        for look in self.looks:
            self.look = look
            self.window.look.set_theme(self.look[0])
            self.window.look.set_language(self.look[1])
            self.settle()
            for stop in self.stops():
                stop()

    def stops(self) -> tuple[Callable[[], None], ...]:
        """The pages in the order of the work."""
        return (
            self.pages,
            self.form,
            self.table,
            self.movement,
            self.what_if,
            self.computed,
            self.importing,
            self.signed,
            self.dialogs,
            self.new_return,
            self.welcome,
        )

    def pages(self) -> None:
        """The pages of the navigation, and Home's other view."""
        window = self.window
        for name in window.pages:
            window.show_page(name)
            self.settle()
            if name == "submissions":
                window.submissions.verify(self.demo.returns[-1].files[0].path)
            self.picture(name)
        home = window.pages["home"]
        window.show_page("home")
        home.as_calendar.click()  # type: ignore[attr-defined]
        self.picture("calendar")
        home.as_list.click()  # type: ignore[attr-defined]

    def form(self) -> None:
        """A form with findings."""
        window = self.window
        window.open_return(self.draft)
        self.settle()
        window.menus.do("check")
        self.settle()
        window.menus.do("next")
        self.picture("form")

    def table(self) -> None:
        """A table with a finding in it."""
        self.window.open_return(self.draft, path="Wallets/Wallet[3]/Label")
        self.picture("table")

    def movement(self) -> None:
        """October against what was filed for September."""
        self._return(self._october("CWR"), "movement")
        self.picture("movement")

    def what_if(self) -> None:
        """Which transfers would bring October's ratio and cover back."""
        self._return(self._october("CWR"), "what-if")
        self.picture("what-if")

    def computed(self) -> None:
        """What a computed cell is made from."""
        page = self._return(self._october("CWR"), "form")
        self.window.activateWindow()
        page.editor.go_to("AssetSplits/AssetSplit[1]/ColdHkd")
        self.settle()
        QTest.qWait(400)
        self.picture("computed")

    def _october(self, return_type: str) -> str:
        """The newest October return of a type."""
        desk = self.window.context.desk
        found = (item for item in returns.list_returns(desk) if item.period == "2026-10")
        return next(item.id for item in found if item.return_type == return_type)

    def importing(self) -> None:
        """A dry run with a cell that cannot be read exactly."""
        page = self._return(self.draft, "import")
        self.settle()
        workbook = ROOT / "resources" / "sample" / "2026-10" / "balances.xlsx"
        names = [page.imports.profile.itemData(n) for n in range(page.imports.profile.count())]
        profile = next(name for name in names if name and "balances" in name)
        page.imports.use_file(workbook, profile)
        self.picture("import")

    def signed(self) -> None:
        """The checklist and the signature of a signed return."""
        number = self.demo.returns[-1].record.id
        self._return(number, "ready")
        self.picture("ready")
        self._return(number, "sign")
        self.picture("sign")

    def dialogs(self) -> None:
        """What is opened over the window."""
        window = self.window
        page = self._return(self.draft, "form")
        self.settle()
        for name in DIALOGS[: DIALOGS.index("comment")]:
            window.menus.do(name)
            self._dialog(name)
        page.act("comment")
        self._dialog("comment")
        signed = self._return(self.demo.returns[-1].record.id, "sign")
        self.settle()
        assert signed.seen is not None
        language, seat = window.context.language, window.context.desk.seat
        receipt = self.demo.workspace.with_name("receipt-2026-11-14.pdf")
        ReceiptDialog(signed, signed.seen, language, seat, receipt, lambda *_: None).open()
        self._dialog("receipt")

    def _dialog(self, name: str) -> None:
        """Take the dialog that is open, and close it."""
        self.settle()
        shown = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        for dialog in shown[-1:]:
            self.picture(name, dialog)
        for dialog in shown:
            dialog.reject()
        self.settle()

    def new_return(self) -> None:
        """The dialog over its window."""
        self.window.new_return("CAR", "2026-11")
        self.settle()
        dialog = self.window.dialog
        assert dialog is not None
        self.picture("new-return", dialog)
        dialog.reject()

    def welcome(self) -> None:
        """The first window of all."""
        page = Welcome(self.window.look, Path("workspace.praya"))
        page.show()
        page.entity.setText("Lantau Digital Exchange Limited")
        page.ce.setText("ZZZ001")
        for field in (page.seat, page.open_seat):
            field.setText("Wong Mei")
        self.picture("welcome", page)
        page.close()

    def _return(self, number: str, view: str) -> ReturnPage:
        self.window.open_return(number, view)
        page = self.window.return_page
        assert page is not None
        return page

    def close(self) -> None:
        """Close window and workspace."""
        desk = self.window.context.desk
        self.window.close()
        desk.workspace.close()


def main(options: argparse.Namespace) -> int:
    """Take the pictures."""
    guide = ROOT / "docs" / "pictures"
    every = None
    if options.all:
        every = options.folder or ROOT / "out" / "screenshots"
    elif options.folder:
        guide = options.folder
    for folder in (guide, every):
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
    with sample_folder() as folder:
        tour = Tour(folder, None if options.scale else guide, every)
        if every is not None:
            languages = (*LANGUAGES, "xx") if options.pseudo else LANGUAGES
            tour.looks = tuple((theme, each) for theme in THEMES for each in languages)
        try:
            tour.walk()
        finally:
            tour.close()
    missing = tour.missing()
    print(f"{len(tour.taken)} pictures in {every or guide}")
    if missing:
        print("missing: " + "; ".join(missing), file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(OPTIONS))
