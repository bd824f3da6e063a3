"""From a workbook that no layout fits to its matched columns, and back with the profile that is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.services.apart import carry_out, heavy_file
from app.services.profiles import ProfileInfo
from app.ui.context import Context
from app.ui.pages.match_dialog import MatchDialog
from app.ui.pages.match_state import MatchState

Failed = Callable[[BaseException], None]


class Matcher:
    """Reads a workbook, opens the dialog over `view` and keeps what comes of it.

    `kept` gets the profile when it is in the workspace, `failed` what went wrong while reading.
    """

    def __init__(
        self,
        view: QWidget,
        context: Context,
        return_id: str,
        kept: Callable[[ProfileInfo], None],
        failed: Failed,
    ) -> None:
        self._view, self._context, self._return_id = view, context, return_id
        self._kept, self._failed = kept, failed
        self.dialog: MatchDialog | None = None

    def open(self, file: Path) -> None:
        """Propose, then let the user correct."""
        desk, number = self._context.desk, self._return_id

        def work() -> Any:
            from app.services.matching import propose  # noqa: PLC0415  (slow to import)

            return carry_out(heavy_file(file), desk, propose, number, file)

        self._context.tasks.run(work, self._show, self._failed, owner=self._view)

    def _show(self, proposal: Any) -> None:
        self.dialog = MatchDialog(self._view, proposal, self._context.language, self._keep)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _keep(self, state: MatchState, name: str) -> None:
        desk, dialog = self._context.desk, self.dialog
        assert dialog is not None
        proposal, sheets, constants = state.proposal, list(state.sheets), state.constants

        def work() -> ProfileInfo:
            from app.services.matching import keep_match  # noqa: PLC0415

            return keep_match(desk, proposal, sheets, constants, name)

        def kept(info: ProfileInfo) -> None:
            dialog.accept()
            self._kept(info)

        self._context.tasks.run(work, kept, dialog.notice.fail, owner=dialog)
