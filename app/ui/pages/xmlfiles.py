"""An XML file becomes a return, and a return is saved as XML."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.errors import UserError
from app.ui.context import Context
from app.ui.i18n import noop, tr
from app.ui.pages.base import Page
from app.ui.tasks import Job
from app.ui.widgets.ask import WordsDialog, ask_file, ask_new_file
from app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.services.xmlimport import Opened
    from app.services.xmlsave import Saved

_LEFT = {
    "comment": noop("comments"),
    "instruction": noop("processing instructions"),
    "schema-location": noop("hints where the schema lies"),
    "signature": noop("a signature"),
}
_FORMS = {
    "unchanged": noop("Written to {file}: the opened file, byte for byte."),
    "opened": noop("Written to {file}: the opened file with what was changed since."),
    "canonical": noop("Written to {file} in the program's own form."),
}


class Frame(Protocol):
    """What opening a file needs of the window."""

    def open_return(self, return_id: str, view: str = "", path: str = "") -> None:
        """Go to a return."""

    def shown_notice(self) -> Notice:
        """Where the page that is shown says something."""


class XmlFiles:
    """Opens XML files as returns, beside the window."""

    def __init__(self, frame: Frame, owner: QWidget, context: Context) -> None:
        self._frame, self._owner, self._context = frame, owner, context

    def ask(self) -> None:
        """Ask for a file."""
        ask_file(self._owner, tr("Open an XML file"), tr("XML files (*.xml)"), self.open)

    def open(self, file: Path, period: str | None = None) -> None:
        """Make a return of a file; where the file does not say its period, ask for it."""
        desk = self._context.desk

        def work(job: Job) -> "Opened":
            from app.services.xmlimport import open_xml  # noqa: PLC0415  (brings in XML)

            job.report(0)
            return open_xml(desk, file, period)

        title = tr("Opening {file}").format(file=file.name)
        self._context.tasks.run_long(
            title, work, self._opened, lambda error: self._failed(error, file), owner=self._owner
        )

    def _opened(self, opened: "Opened") -> None:
        number = opened.record.id
        self._context.changes.tell(Changes(return_id=number, structure=True, returns=True))
        self._frame.open_return(number)
        if opened.left:
            what = ", ".join(tr(_LEFT[item.kind]) for item in opened.left)
            text = tr(
                "Beside its values the file holds {what}. “Save as XML” keeps what is no signature;"
                " what is signed will not hold it."
            )
            self._frame.shown_notice().say("information", text.format(what=what))

    def _failed(self, error: BaseException, file: Path) -> None:
        if isinstance(error, UserError) and error.code == "period-unknown":
            self._ask_period(lambda text: self.open(file, text))
        else:
            self._frame.shown_notice().fail(error)

    def _ask_period(self, answered: Callable[[str], None]) -> None:
        text = tr("The file does not say which period it is for. Give it, such as 2026-10.")
        title, button = tr("Which period?"), tr("Open")
        WordsDialog(self._owner, title, text, button, answered, required=True).open()


def save_xml_file(page: Page, context: Context, return_id: str) -> None:
    """Ask where to, and write a return as XML without a signature."""
    desk = context.desk

    def chosen(file: Path) -> None:
        def write() -> "Saved":
            from app.services.xmlsave import save_xml  # noqa: PLC0415  (brings in XML)

            return save_xml(desk, return_id, file)

        def written(saved: "Saved") -> None:
            page.notice.say("done", tr(_FORMS[saved.form]).format(file=saved.path))

        page.read(write, written)

    def suggest() -> str:
        from app.services.naming import file_stem  # noqa: PLC0415
        from app.services.returns import get_return  # noqa: PLC0415

        return f"{file_stem(desk, get_return(desk, return_id))}.xml"

    def ask(name: str) -> None:
        ask_new_file(page, tr("Save as XML"), tr("XML files (*.xml)"), name, chosen)

    page.read(suggest, ask)
