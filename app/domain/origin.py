"""Where a value came from."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class OriginKind(StrEnum):
    """How a value got into the return."""

    TYPED = "typed"
    FILE = "file"
    PROFILE = "profile"
    CARRIED = "carried"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Origin:
    """One value's origin, as the command line's JSON shows it. `at` is ISO 8601 in UTC.

    `return_id` and `period` say of a carried value which return it was carried from.
    """

    kind: OriginKind
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    by: str | None = None
    at: str | None = None
    return_id: str | None = None
    period: str | None = None

    def as_dict(self) -> dict[str, str | None]:
        """The `origin` object of the JSON contract; a carried value also names its return."""
        body: dict[str, str | None] = asdict(self)
        if self.return_id is None:
            del body["return_id"], body["period"]
        return body

    def __str__(self) -> str:
        if self.kind in (OriginKind.FILE, OriginKind.PROFILE) and self.file:
            place = "!".join(part for part in (self.sheet, self.cell) if part)
            return f"{self.file} {place}".strip()
        if self.period is not None:
            return f"{self.kind.value} from {self.period}"
        return f"{self.kind.value} by {self.by}" if self.by else self.kind.value
