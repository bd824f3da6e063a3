"""Workbooks that are dropped on the window, wherever that is."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData, QObject

from app.domain.states import EDITABLE
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.pages.drop_dialog import DropDialog
from app.ui.pages.return_page import ReturnPage
from app.ui.sentences import sentence
from app.ui.tasks import Job
from app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.services.droptargets import Dropped


class Frame(Protocol):
    """What dropping needs of the window."""

    def current_return(self) -> ReturnPage | None:
        """The page of the return that is shown."""

    def open_return(self, return_id: str, view: str = "", path: str = "") -> None:
        """Go to a return."""

    def shown_notice(self) -> Notice:
        """Where the page that is shown says something."""


def dropped_files(data: QMimeData) -> list[Path]:
    """The files of the local disk among what is dragged, each once."""
    found = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return list(dict.fromkeys(found))


class Dropping:
    """On a return's page its return takes the workbooks; elsewhere the user is asked which does."""

    def __init__(self, frame: Frame, owner: QObject, context: Context) -> None:
        self._frame, self._owner, self._context = frame, owner, context
        self.dialog: DropDialog | None = None

    def take(self, files: Sequence[Path]) -> None:
        """Look at what was dropped, beside the window."""
        page = self._frame.current_return()
        seen = page.seen if page is not None else None
        if seen is not None and seen.record.state not in EDITABLE:
            text = tr("This return can no longer be changed, so nothing is imported into it.")
            self._frame.shown_notice().say("explain", text)
            return
        desk, targets = self._context.desk, page is None
        here = page.return_id if page is not None else ""

        def work(job: Job) -> "Dropped":
            from app.services.droptargets import look_at  # noqa: PLC0415  (it reads workbooks)

            job.report(0)
            return look_at(desk, files, targets=targets)

        def done(found: "Dropped") -> None:
            self._looked(found, here)

        title = tr("Looking at {n} dropped files").format(n=len(files))
        self._context.tasks.run_long(title, work, done, self._failed, owner=self._owner)

    def _failed(self, error: BaseException) -> None:
        self._frame.shown_notice().fail(error)

    def _looked(self, found: "Dropped", here: str) -> None:
        if here and found.workbooks:
            self._into(here, found)
        if found.refused:
            self._refuse(found)
        if here or not found.workbooks:
            return
        if not found.targets:
            text = tr("There is no return that could take a workbook. Begin one first.")
            self._frame.shown_notice().say("explain", text)
            return

        def chosen(return_id: str) -> None:
            self._into(return_id, found)

        window = self._frame.shown_notice().window()
        self.dialog = DropDialog(window, found, self._context.language, chosen)
        self.dialog.open()

    def _refuse(self, found: "Dropped") -> None:
        """One sentence; where several were dropped, with what becomes of the others."""
        file, error = next(iter(found.refused.items()))
        text = tr("{file} is not imported: {why}.").format(
            file=file.name, why=sentence(error.message).rstrip(".。")
        )
        if len(found.refused) > 1:
            names = ", ".join(item.name for item in found.refused)
            text = tr("These are no workbooks and are not imported: {names}.").format(names=names)
        details = "\n".join(f"{item}: {why.code}" for item, why in found.refused.items())
        self._frame.shown_notice().say("blocking", text, details)

    def _into(self, return_id: str, found: "Dropped") -> None:
        self._frame.open_return(return_id, "import")
        page = self._frame.current_return()
        if page is not None:
            page.imports.use_files(found.workbooks)
