"""One import while it runs: what is shared by everything that takes part in it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.errors import UserError
from app.excel.findings import Notes
from app.excel.profile import Profile
from app.excel.workbook import Workbook
from app.services.drafts import Editing
from app.services.rejections import Left

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]
EVERY = 2000


class ImportCancelled(UserError):
    """The user stopped the import; nothing was changed."""

    code = "import-cancelled"


@dataclass(slots=True)
class Job:
    """One import while it runs: where it comes from, what is counted, whom to tell."""

    edit: Editing
    book: Workbook
    profile: Profile
    blob: str
    seat: str
    notes: Notes
    progress: Progress | None = None
    cancelled: Stop | None = None
    rows: dict[str, int] = field(default_factory=dict)
    fields: int = 0
    done: int = 0
    left: Left | None = None

    def replaced(self, table: str) -> bool:
        """Whether the import has made the rows of a table anew: its own, or those around it."""
        return any(f"{table}/".startswith(f"{path}/") for path in self.rows)

    def tick(self) -> None:
        """Count a row; now and then tell how far it is and ask whether to stop."""
        self.done += 1
        if self.done % EVERY == 0:
            if self.cancelled is not None and self.cancelled():
                raise ImportCancelled("the import was stopped; nothing was changed")
            if self.progress is not None:
                self.progress(self.done, 0)
