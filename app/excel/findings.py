"""Findings of a file that is read: lists are bounded, counts are complete."""

from collections import Counter
from dataclasses import dataclass, field

from app.domain.finding import Finding, Severity
from app.domain.origin import Origin, OriginKind
from app.excel.flaws import Flaw

LISTED = 2000
LISTED_PER_CODE = 500

RowPlace = tuple[str, str, int]
"""A row of a table as it was read: the table's schema path, the sheet, the 1-based row of the sheet."""


@dataclass(slots=True)
class Notes:
    """What was noticed while a workbook was read.

    `by_row`, where it is asked for, counts what is blocking in each row of a table.
    """

    file: str
    listed: list[Finding] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    by_row: Counter[RowPlace] | None = None

    @property
    def blocked(self) -> bool:
        """Whether the file must not be imported."""
        return self.severities[Severity.BLOCKING] > 0

    def add(
        self,
        flaw: Flaw,
        sheet: str,
        cell: str | None = None,
        path: str | None = None,
        label: str = "",
        row: RowPlace | None = None,
    ) -> None:
        """Note something about a cell, or about a sheet when `cell` is None; `row` is where it is read."""
        self.codes[flaw.code] += 1
        self.severities[flaw.severity] += 1
        blocking = flaw.severity is Severity.BLOCKING
        if blocking and row is not None and self.by_row is not None:
            self.by_row[row] += 1
        if self.codes[flaw.code] > LISTED_PER_CODE or (len(self.listed) >= LISTED and not blocking):
            return
        place = f"{sheet}!{cell}" if cell else sheet
        what = f" ({label})" if label else ""
        self.listed.append(
            Finding(
                code=flaw.code,
                severity=flaw.severity,
                message=f"{place}{what}: {flaw.message}" if place else flaw.message,
                path=path,
                origin=Origin(OriginKind.FILE, self.file, sheet or None, cell),
                left=flaw.text,
                certainty="STD",
            )
        )
