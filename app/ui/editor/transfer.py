"""Blocks of cells: what is taken from the clipboard, what is refused, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.changes import Changes
from app.domain.schema import Field
from app.domain.tree import Row
from app.domain.values import check_value
from app.services.desk import Desk
from app.services.editor import paste
from app.ui.editor.normalise import parse_block, stored_text
from app.ui.editor.words import problem_text
from app.ui.i18n import ntr, tr


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell of a block that was not taken: its place in the table, its text, and why."""

    line: int
    column: str
    text: str
    reason: str

    def __str__(self) -> str:
        return tr("Row {line}, {column}: {reason}").format(
            line=self.line, column=self.column, reason=self.reason
        )


@dataclass(frozen=True, slots=True)
class Block:
    """What will be written, line by line, and what will not. `taken` counts cells."""

    lines: tuple[dict[str, str | None], ...]
    refused: tuple[Refused, ...]
    taken: int


def prepare_block(
    text: str, fields: Sequence[Field], column: int, size: tuple[int, int], line: int, language: str
) -> Block:
    """Read a block that begins in a column. One cell fills a selection of `size` rows and columns.

    `line` is the position of the first row, for the report.
    """
    cells = parse_block(text)
    if len(cells) == 1 and len(cells[0]) == 1:
        cells = [cells[0] * size[1] for _ in range(size[0])]
    lines: list[dict[str, str | None]] = []
    refused: list[Refused] = []
    for offset, entries in enumerate(cells):
        taken: dict[str, str | None] = {}
        for place, entry in enumerate(entries, column):
            problem = _take(fields, place, entry, taken, language)
            if problem is not None:
                name = fields[place].label(language) if place < len(fields) else "—"
                refused.append(Refused(line + offset, name, entry, problem))
        lines.append(taken)
    return Block(tuple(lines), tuple(refused), sum(len(taken) for taken in lines))


def _take(
    fields: Sequence[Field], place: int, entry: str, taken: dict[str, str | None], language: str
) -> str | None:
    """Take a cell; or say why not."""
    if place >= len(fields):
        return tr("there is no such column.") if entry.strip() else None
    field = fields[place]
    value = stored_text(field, entry)
    problems = check_value(field, value) if value is not None else []
    if problems:
        return problem_text(problems[0], language)
    taken[field.key] = value
    return None


def paste_block(
    desk: Desk,
    return_id: str,
    parent: int,
    node: str,
    row_ids: Sequence[int],
    block: Block,
    label: str,
) -> tuple[Changes, Block]:
    """Write a block as one step."""
    if not block.taken:
        return Changes(), block
    changes = paste(
        desk,
        return_id,
        parent=parent,
        node=node,
        row_ids=row_ids,
        lines=block.lines,
        label=label,
    )
    return changes, block


def report(block: Block) -> tuple[str, str, str]:
    """Tone, sentence and details of what a paste did."""
    taken = ntr("{n} cell pasted.", "{n} cells pasted.", block.taken)
    if not block.refused:
        return "done", taken, ""
    first = str(block.refused[0])
    kept = ntr("{n} was not taken", "{n} were not taken", len(block.refused))
    details = "\n".join(f"{item} [{item.text}]" for item in block.refused)
    return "blocking", f"{taken} {kept}: {first}", details


def copied_lines(
    rows: Sequence[Row | None], index: dict[str, int], keys: Sequence[str]
) -> list[list[str]]:
    """Raw values of rows, as they are put on the clipboard."""
    return [[row.values[index[key]] or "" for key in keys] for row in rows if row is not None]
