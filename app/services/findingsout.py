"""Findings on their way out: as a list in a workbook, or back in the workbooks they came from."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.domain.finding import Finding, Severity
from app.domain.hints import sentence
from app.domain.languages import words_in
from app.domain.locator import parse_path
from app.domain.schema import Schema
from app.domain.tree import Row
from app.errors import UserError
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import descend, locate
from app.services.hints import Hints, hints
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store import files
from app.store import imports as store
from app.store.rows import Rows
from app.store.workspace import Connection

_TITLES = {
    "en": ("Severity", "Code", "Place", "Field", "Message", "Hint", "Expected", "Found",
           "Difference", "Explanation", "File", "Sheet", "Cell", "Citation", "Certainty"),
    "zh-Hant": ("嚴重程度", "代碼", "位置", "欄位", "說明", "提示", "應為", "實際", "差額", "解釋", "檔案",
                "工作表", "儲存格", "出處", "確定程度"),
}  # fmt: skip
_WIDE = frozenset((4, 5, 9))
_SEVERITIES = {
    "en": {
        Severity.BLOCKING: "Blocking",
        Severity.EXPLAIN: "Needs explanation",
        Severity.INFORMATION: "Information",
    },
    "zh-Hant": {
        Severity.BLOCKING: "不可遞交",
        Severity.EXPLAIN: "需要解釋",
        Severity.INFORMATION: "資料",
    },
}


class NothingToMark(UserError):
    """No finding leads to a cell of an imported workbook."""

    code = "nothing-to-mark"


class FindingsNotWritten(UserError):
    """The files cannot be written."""

    code = "findings-not-written"


@dataclass(frozen=True, slots=True)
class FindingsFile:
    """A file that was written, and how many findings stand in it."""

    path: Path
    sha256: str
    findings: int

    def as_dict(self) -> dict[str, object]:
        """One entry of `files`."""
        return {"path": str(self.path), "sha256": self.sha256, "findings": self.findings}


def export_findings(desk: Desk, return_id: str, out: Path, language: str = "en") -> FindingsFile:
    """Check a return and write its findings as a list (.xlsx), every cell as text."""
    from app.excel.findingsbook import write_findings  # noqa: PLC0415  (a workbook library)

    record = get_return(desk, return_id)
    verdict = check_return(desk, record.id)
    schema = get_pack(desk, record.pack_id).schema
    said = hints(desk, record.id, verdict.findings)
    lines = [_line(finding, schema, said, language) for finding in verdict.findings]
    try:
        with files.drafted(out) as draft:
            write_findings(draft, words_in(_TITLES, language), _WIDE, lines)
        body = out.read_bytes()
    except OSError as error:
        raise _not_written(error, out) from error
    return FindingsFile(out, hashlib.sha256(body).hexdigest(), len(lines))


def _not_written(error: OSError, path: Path) -> FindingsNotWritten:
    return FindingsNotWritten(f"the file cannot be written: {error.strerror}", file=path)


def _line(finding: Finding, schema: Schema, said: Hints, language: str) -> Sequence[str]:
    origin = finding.origin
    return (
        words_in(_SEVERITIES, language)[finding.severity],
        finding.code,
        finding.path or "",
        _field(finding.path, schema, language),
        finding.text(language),
        sentence(said.get((finding.code, finding.path or ""), ()), language, {}),
        finding.right or "",
        finding.left or "",
        finding.difference or "",
        finding.explanation or "",
        (origin.file if origin else None) or "",
        (origin.sheet if origin else None) or "",
        (origin.cell if origin else None) or "",
        finding.citation or "",
        finding.certainty or "",
    )


def _field(path: str | None, schema: Schema, language: str) -> str:
    place = schema.place(_without_positions(path)) if path else None
    return place[0].fields[place[0].index[place[1]]].label(language) if place else ""


def _without_positions(path: str) -> str:
    return "/".join(step.partition("[")[0] for step in path.split("/"))


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a kept workbook."""

    blob: str
    file: str
    sheet: str
    cell: str


def mark_workbooks(
    desk: Desk, return_id: str, folder: Path, language: str = "en"
) -> list[FindingsFile]:
    """Check a return and write copies of the workbooks that it was made from, wrong cells marked.

    The originals are never touched: the copies are made from the bytes that the workspace keeps, and
    go into `folder` under names that are free there.
    """
    from app.excel.markedbook import Mark, marked  # noqa: PLC0415  (a workbook library)

    record = get_return(desk, return_id)
    verdict = check_return(desk, record.id)
    schema = get_pack(desk, record.pack_id).schema
    said = hints(desk, record.id, verdict.findings)
    books: dict[tuple[str, str], list[Mark]] = {}
    bodies: dict[str, bytes] = {}
    with desk.workspace.read() as connection:
        cells = _Cells(connection, schema, rows_at(connection, record))
        for finding in verdict.findings:
            for place in cells.of(finding):
                text = " ".join(_words(finding, said, language))
                mark = Mark(place.sheet, place.cell, finding.severity, text)
                books.setdefault((place.blob, place.file), []).append(mark)
        for blob, _file in books:
            bodies[blob] = store.blob_body(connection, blob)
    if not books:
        raise NothingToMark(
            "no finding leads to a cell of a workbook that was imported; export them as a list"
        )
    written = []
    for (blob, name), marks in books.items():
        copy = marked(bodies[blob], name, marks)
        out = _free(folder, name)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            files.write_bytes(out, copy)
        except OSError as error:
            raise _not_written(error, out) from error
        written.append(FindingsFile(out, hashlib.sha256(copy).hexdigest(), len(marks)))
    return written


def _words(finding: Finding, said: Hints, language: str) -> Iterator[str]:
    yield f"{finding.code}: {finding.text(language)}"
    found = said.get((finding.code, finding.path or ""))
    if found:
        yield sentence(found, language, {})


def _free(folder: Path, name: str) -> Path:
    """A name that no file bears yet."""
    plain = Path(os.path.basename(name))  # noqa: PTH119  (a name of another system may hold “\\”)
    stem = plain.stem.replace("\\", "_")
    number = 1
    while True:
        more = f" ({number})" if number > 1 else ""
        path = folder / f"{stem}-findings{more}.xlsx"
        if not path.exists():
            return path
        number += 1


class _Cells:
    """Finds the cells of imported workbooks to which findings lead."""

    def __init__(self, connection: Connection, schema: Schema, rows: Rows) -> None:
        self._connection, self._schema, self._rows = connection, schema, rows
        self._sources: dict[int, store.Source] = {}

    def of(self, finding: Finding) -> Iterator[_Cell]:
        """The cell of the field; where it came from no cell, the first one of its row."""
        if not finding.path:
            return
        row, key = self._row(finding.path)
        if row is None or row.source is None:
            return
        if key and self._rows.typed_origin(row.id, key) is not None:
            key = ""  # somebody has typed over what the file said
        if row.source not in self._sources:
            self._sources[row.source] = store.get_source(self._connection, row.source)
        source = self._sources[row.source]
        columns = source.columns.get(row.node, {})
        places = [columns[key]] if key in columns else []
        for place in (*places, *columns.values()):
            cell = place.get("cell") or _at(place.get("column"), row.source_row)
            sheet = place.get("sheet")
            if cell and sheet and place.get("kind", "file") == "file":
                yield _Cell(source.blob, source.file, sheet, cell)
                return

    def _row(self, path: str) -> tuple[Row | None, str]:
        with suppress(UserError):
            place = locate(self._schema, self._rows, path)
            return place.row, place.field.key
        with suppress(UserError):  # a row as a whole, or something that is not there
            return descend(self._schema, self._rows, parse_path(path))[0], ""
        return None, ""


def _at(column: str | None, row: int | None) -> str | None:
    return f"{column}{row}" if column and row else None
