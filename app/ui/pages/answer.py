"""What is said after a receipt was recorded: filed, or what the authority answered."""

from app.domain.statusmessage import StatusMessage
from app.services.submission import status_of
from app.ui.i18n import ntr, tr
from app.ui.pages.base import Page


def tell_answer(page: Page, return_id: str) -> None:
    """Say on a page what came of the newest receipt of a return."""
    desk = page.context.desk
    page.read(lambda: status_of(desk, return_id), lambda found: _say(page, found))


def _say(page: Page, found: StatusMessage | None) -> None:
    if found is None:
        page.notice.say("done", tr("The receipt is recorded; the return is filed."))
        return
    count = len(found.file_errors) + len(found.record_errors)
    errors = ntr("{n} error", "{n} errors", count)
    if not found.accepted:
        words = tr(
            "The authority has rejected the file ({errors}); it is not filed. Check the return"
            " (F8) to see each error at its record, then correct the return."
        )
        page.notice.say("blocking", words.format(errors=errors))
    elif count:
        words = tr(
            "The authority has accepted the file, with {errors} in its records; the return is"
            " filed. Check it (F8) to see each error at its record."
        )
        page.notice.say("explain", words.format(errors=errors))
    else:
        page.notice.say("done", tr("The authority has accepted the file; the return is filed."))
