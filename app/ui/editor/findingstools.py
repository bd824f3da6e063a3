"""What can be done with all findings: a list for Excel, and marks in copies of the own workbooks."""

from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from app.services.findingsout import FindingsFile
from app.ui.editor.session import Session
from app.ui.i18n import ntr, tr
from app.ui.widgets.ask import ask_folder, ask_new_file
from app.ui.widgets.basic import Button


class FindingsTools(Button):
    """A button with a menu."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(icon_name="export", role="link")
        self.setParent(parent)
        self._session = session
        self._menu = QMenu(self)
        self.list = self._menu.addAction("")
        self.list.triggered.connect(self._ask_file)
        self.mark = self._menu.addAction("")
        self.mark.triggered.connect(self._ask_folder)
        self._menu.addSeparator()
        self.copy = self._menu.addAction("")
        self.setMenu(self._menu)

    def retranslate(self) -> None:
        """Texts."""
        self.setText(tr("Export"))
        self.setAccessibleName(tr("Export the findings"))
        self.list.setText(tr("As a list (.xlsx)…"))
        self.mark.setText(tr("Marked in a copy of your workbook…"))
        self.copy.setText(tr("Copy the chosen finding"))

    def _ask_file(self) -> None:
        suggestion = tr("findings") + ".xlsx"
        ask_new_file(
            self.window(),
            tr("Export the findings"),
            tr("Workbooks (*.xlsx)"),
            suggestion,
            self.write,
        )

    def _ask_folder(self) -> None:
        ask_folder(self.window(), tr("Folder for the marked copies"), self.write_marked)

    def write(self, out: Path) -> None:
        """Write the list."""
        session = self._session
        desk, number, language = session.context.desk, session.return_id, session.language

        def work() -> list[FindingsFile]:
            from app.services.findingsout import export_findings  # noqa: PLC0415  (rules are heavy)

            return [export_findings(desk, number, out, language)]

        session.run(work, self._written)

    def write_marked(self, folder: Path) -> None:
        """Write copies of the workbooks that were imported, wrong cells marked."""
        session = self._session
        desk, number, language = session.context.desk, session.return_id, session.language

        def work() -> list[FindingsFile]:
            from app.services.findingsout import mark_workbooks  # noqa: PLC0415

            return mark_workbooks(desk, number, folder, language)

        session.run(work, self._written)

    def _written(self, found: list[FindingsFile]) -> None:
        lines = [
            tr("{file}: {findings}").format(
                file=item.path.name, findings=ntr("{n} finding", "{n} findings", item.findings)
            )
            for item in found
        ]
        folder = found[0].path.parent
        self._session.notice(
            "done",
            "\n".join((tr("Written to {file}.").format(file=folder), *lines)),
            "\n".join(f"{item.sha256}  {item.path}" for item in found),
        )
