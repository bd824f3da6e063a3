"""What an import's dry run found, in words."""

from collections.abc import Callable

from app.domain.finding import Finding, Severity
from app.services.imports import ImportPreview, ImportResult
from app.ui.i18n import ntr, tr
from app.ui.pages.import_choices import Choices


def counts_words(found: ImportPreview) -> str:
    """How many values differ."""
    total = ntr("{n} value differs", "{n} values differ", found.cells)
    if found.cells > len(found.changes):
        total += " " + tr("(the first {n} are listed)").format(n=f"{len(found.changes):,}")
    return total


def worst_first(found: ImportPreview) -> list[Finding]:
    """Findings by their severity."""
    order = list(Severity)
    return sorted(found.findings, key=lambda finding: order.index(finding.severity))


def tables_words(found: ImportPreview, place: Callable[[str], str]) -> str:
    """Rows of each table that come, change and go."""

    def name(path: str) -> str:
        return place(path).rpartition(" › ")[2]

    return " · ".join(
        tr("{table}: {new} new, {changed} changed, {gone} gone, {same} the same").format(
            table=name(count.path),
            new=f"{count.new:,}",
            changed=f"{count.changed:,}",
            gone=f"{count.gone:,}",
            same=f"{count.same:,}",
        )
        for count in found.difference.tables.values()
        if count.new or count.changed or count.gone
    )


def wrong_words(found: ImportPreview) -> str:
    """How many findings of each severity."""
    if not any(found.counts.values()):
        return tr("Nothing; the workbook is read to the last cell.")
    counts = found.counts
    return " · ".join(
        (
            tr("{n} blocking").format(n=counts[Severity.BLOCKING.value]),
            tr("{n} to explain").format(n=counts[Severity.EXPLAIN.value]),
            tr("{n} for information").format(n=counts[Severity.INFORMATION.value]),
        )
    )


def left_words(choices: Choices) -> str:
    """What the user has decided so far."""
    if choices.only:
        return tr("Everything stays as it is but what you take.")
    if not choices.any_left:
        return tr("Everything is taken. Space leaves a row as it is, Ctrl+Space a single value.")
    return ntr("{n} row stays as it is.", "{n} rows stay as they are.", choices.rows_left)


def imported_words(result: ImportResult) -> str:
    """What came in and what did not, as one sentence after the other."""
    rows = sum(result.rows.values())
    taken = ntr("{n} row imported", "{n} rows imported", rows)
    if result.left is None:
        return tr("{rows} from {file}. It is one step: Undo takes all of it back.").format(
            rows=taken, file=result.file
        )
    left = ntr("{n} row stayed as it was", "{n} rows stayed as they were", result.left.rows)
    if result.left.values:
        left += ", " + ntr("{n} single value too", "{n} single values too", result.left.values)
    return tr("{file} is imported; {left}. It is one step: Undo takes all of it back.").format(
        left=left, file=result.file
    )
