"""Print a return and save it as PDF, in whatever state it is."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.pages.base import Page
from app.ui.widgets.ask import ask_new_file

if TYPE_CHECKING:
    from app.paper.marks import Printed


def print_return(page: Page, context: Context, return_id: str) -> None:
    """Show the pages as they will be printed."""
    desk, language = context.desk, context.language

    def work() -> "Printed":
        from app.services.paper import printed_return  # noqa: PLC0415  (brings in XML)

        return printed_return(desk, return_id, language)

    def show(printed: "Printed") -> None:
        from app.ui.printing import PrintPreview  # noqa: PLC0415  (loads the system's printing)

        PrintPreview(page, printed).open()

    page.read(work, show)


def save_pdf(page: Page, context: Context, return_id: str) -> None:
    """Ask where to, and write the same pages as PDF."""
    desk, language = context.desk, context.language

    def suggest() -> str:
        from app.services.paper import pdf_name  # noqa: PLC0415

        return pdf_name(desk, return_id)

    def ask(name: str) -> None:
        kinds = tr("PDF (*.pdf)")
        ask_new_file(page, tr("Save as PDF"), kinds, name, chosen)

    def chosen(file: Path) -> None:
        def write() -> str:
            from app.services.paper import write_pdf  # noqa: PLC0415

            return write_pdf(desk, return_id, file, language)

        def written(_digest: str) -> None:
            page.notice.say("done", tr("Written to {file}.").format(file=file))

        page.read(write, written)

    page.read(suggest, ask)
