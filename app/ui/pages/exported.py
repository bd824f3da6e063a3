"""What was written at an export: every file with its digest, and the way to the folder."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.services.submission import Exported
from app.ui.i18n import tr
from app.ui.widgets.notice import Notice
from app.ui.words import digest_words


def say_exported(notice: Notice, files: list[Exported]) -> None:
    """Say it in the page."""
    folder = files[0].path.parent
    lines = [
        tr("Written to {folder}. Hand the files over, then record the receipt.").format(
            folder=folder
        )
    ]
    for item in files:
        digest = tr("SHA-256 {digest}").format(digest=digest_words(item.sha256))
        lines += [item.path.name, f"    {digest}"]
    details = "\n".join(f"{item.sha256}  {item.path}" for item in files)

    def open_folder() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    notice.say("done", "\n".join(lines), details, (tr("Open folder"), open_folder))
