"""Walk through the real window over the sample month and take a picture of every page.

    python scripts/tour.py [FOLDER] [--all]

Pictures go to docs/pictures unless another folder is named; `--all` takes every page in both themes
and both languages. Runs without a screen.
"""

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

from PySide6.QtCore import QElapsedTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from app.services import drafts, imports, opening, profiles, returns  # noqa: E402
from app.services.demo import APPROVER, run_demo  # noqa: E402
from app.services.desk import Desk  # noqa: E402
from app.ui.main_window import MainWindow  # noqa: E402
from app.ui.pages.return_page import ReturnPage  # noqa: E402
from app.ui.welcome import Welcome  # noqa: E402

SIZE = (1280, 800)
LOOKS = (("light", "en"), ("dark", "en"), ("light", "zh-Hant"), ("dark", "zh-Hant"))
KEPT = {
    ("dark", "en"): ("home", "form"),
    ("light", "zh-Hant"): ("home", "form", "ready", "sign", "submissions"),
    ("dark", "zh-Hant"): ("import",),
}


@contextmanager
def sample_folder() -> Iterator[Path]:
    """A folder for the demo, gone afterwards; preferences lie in it too."""
    folder = Path(tempfile.mkdtemp(prefix="praya-tour-"))
    os.environ["XDG_CONFIG_HOME"] = str(folder / "config")
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


class Tour:
    """Drives one window."""

    def __init__(self, folder: Path, pictures: Path, *, everything: bool) -> None:
        self.qt = QApplication.instance() or QApplication([])
        self.pictures, self.everything = pictures, everything
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
        self.look = LOOKS[0]

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
        """Save what is shown, unless this look keeps no such picture."""
        theme, language = self.look
        if not self.everything and self.look != LOOKS[0] and name not in KEPT[self.look]:
            return
        self.settle()
        shown = widget or self.window
        image = shown.grab().toImage()
        ending = "" if self.look == LOOKS[0] else f"-{theme}-{language}"
        image.save(str(self.pictures / f"{name}{ending}.png"), "PNG", 0)

    def walk(self) -> None:
        """Every page in every look."""
        for self.look in LOOKS:
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
            self.computed,
            self.importing,
            self.signed,
            self.new_return,
            self.welcome,
        )

    def pages(self) -> None:
        """The pages of the navigation."""
        window = self.window
        for name in window.pages:
            window.show_page(name)
            self.settle()
            if name == "submissions":
                window.submissions.verify(self.demo.returns[-1].files[0].path)
            self.picture(name)

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


def main() -> int:
    """Take the pictures."""
    names = [item for item in sys.argv[1:] if not item.startswith("--")]
    pictures = Path(names[0]) if names else ROOT / "docs" / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    with sample_folder() as folder:
        tour = Tour(folder, pictures, everything="--all" in sys.argv)
        try:
            tour.walk()
        finally:
            tour.close()
    print(f"{len(list(pictures.glob('*.png')))} pictures in {pictures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
