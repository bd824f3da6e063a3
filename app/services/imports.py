"""Import of workbooks: first what would change, then the whole file or nothing, as one step.

A workbook is either the program's own template, which is recognised by itself, or laid out as a
profile says. Its bytes are kept with their digest, so that every origin can be opened again.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from app import infile
from app.domain.changes import Changes
from app.domain.finding import Finding, Severity
from app.domain.origin import Origin, OriginKind
from app.domain.pack import Pack
from app.errors import UserError
from app.excel.findings import Notes
from app.excel.flaws import EXPLAIN, INFORMATION, Flaw
from app.excel.package import MAX_FILE, WorkbookBomb
from app.excel.profile import Profile, ProfileError
from app.excel.single import read_fields, read_groups
from app.excel.template import template_profile
from app.excel.templatestamp import check_stamp
from app.excel.workbook import Workbook
from app.services.carry import carry_into
from app.services.desk import Desk
from app.services.difference import CellChange, Difference, TableCount, difference
from app.services.drafts import editing
from app.services.importing import write_field, write_group, write_tables
from app.services.importjob import Job, Progress, Stop
from app.services.lastfiled import LastFiled
from app.services.merging import field_left, leave_out
from app.services.origins import Origins
from app.services.packs import get_pack
from app.services.profiles import get_profile
from app.services.rejections import Left, Rejections, table_of
from app.services.returns import get_return, require_editable
from app.store import history
from app.store import imports as store
from app.store.returns import ReturnRecord
from app.store.rows import Rows

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LIMIT = 500


class ProfileNeeded(UserError):
    """The workbook is no template and no profile was named."""

    code = "profile-needed"


@dataclass(frozen=True, slots=True)
class CellPreview:
    """One cell that would change; `origin` says where the new value comes from.

    `row` is the path of the table's row that comes, goes or changes with it, else the field itself;
    `kind` is new, changed or gone, said of that row. `choice` is off for what follows from other values and cannot be left
    out. `filed` is the value that was filed last, None where there is none.
    """

    path: str
    before: str | None
    after: str | None
    kind: str
    origin: Origin | None
    row: str = ""
    choice: bool = False
    filed: str | None = None

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON."""
        return {
            "path": self.path,
            "before": self.before,
            "after": self.after,
            "kind": self.kind,
            "origin": self.origin.as_dict() if self.origin else None,
            "filed": self.filed,
        }


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a dry run or an import found. Lists are bounded, all counts are complete.

    `counts` are findings by severity, `codes` by code; `tables` say rows new, changed, gone and the
    same; `cells` counts every value that differs, `changes` lists the first of them. `left` tells what
    was left out; what is blocking in a row that is left out blocks nothing. `head` is the step of the
    return to which the workbook was compared.
    """

    return_id: str
    file: str
    sha256: str
    profile: str
    findings: tuple[Finding, ...]
    counts: dict[str, int]
    codes: dict[str, int]
    rows: dict[str, int]
    fields: int
    difference: Difference = field(default_factory=Difference)
    changes: tuple[CellPreview, ...] = ()
    applied: bool = False
    left: Left | None = None
    head: int = 0
    touched: Changes = field(default_factory=Changes)

    @property
    def blocked(self) -> bool:
        """Whether the file cannot be imported as it is."""
        aside = self.left.blocking if self.left is not None else 0
        return self.counts[Severity.BLOCKING.value] > aside

    @property
    def tables(self) -> list[TableCount]:
        """The tables that the workbook holds or would change; it says nothing of the others."""
        counts = self.difference.tables.values()
        return [c for c in counts if c.path in self.rows or c.new or c.changed or c.gone]

    @property
    def cells(self) -> int:
        """How many values differ."""
        return self.difference.cells

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON."""
        return {
            "return": self.return_id,
            "file": self.file,
            "sha256": self.sha256,
            "profile": self.profile or None,
            "applied": self.applied,
            "blocked": self.blocked,
            "rows": self.rows,
            "fields": self.fields,
            "cells": self.cells,
            "tables": [count.as_dict() for count in self.tables],
            "changes": [change.as_dict() for change in self.changes],
            "counts": self.counts,
            "codes": self.codes,
            "findings": [finding.as_dict() for finding in self.findings],
            "rejected": self.left.as_dict() if self.left is not None else None,
        }


class ImportPreview(ImportReport):
    """What a file would change. Nothing of it has happened."""


class ImportResult(ImportReport):
    """What a file changed; `applied` is false when blocking findings left everything as it was."""


Kind = TypeVar("Kind", bound=ImportReport)


class _Blocked(Exception):
    """Leaves the transaction so that it is rolled back."""


def dry_run(
    desk: Desk,
    return_id: str,
    file: Path,
    profile: str | None = None,
    *,
    limit: int = LIMIT,
    offset: int = 0,
    progress: Progress | None = None,
    cancelled: Stop | None = None,
    rejected: Rejections | None = None,
) -> ImportPreview:
    """What importing a workbook would change, cell by cell, and what is wrong with it.

    `limit` and `offset` choose the page of `changes`. Nothing is written. With `rejected` it shows
    what would change without what is left out.
    """
    body = read_workbook_file(file)
    with desk.workspace.rehearse():
        before = get_return(desk, return_id)
        with (
            infile.named_as_given(file),
            _importing(desk, return_id, file, body, profile, progress, cancelled, rejected) as (
                job,
                pack,
            ),
        ):
            schema = pack.schema
            old = Rows(job.edit.connection, before.id, before.head)
            found = difference(schema, old, job.edit.rows, limit=limit, offset=offset)
            origins = Origins(job.edit.connection, schema, job.edit.rows, pack.computed_targets)
            filed = LastFiled(desk, job.edit, found.changes)
            changes = tuple(_preview(change, origins, job, filed) for change in found.changes)
            preview = _report(ImportPreview, job, found, changes)
    return preview


def import_file(
    desk: Desk,
    return_id: str,
    file: Path,
    profile: str | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Stop | None = None,
    rejected: Rejections | None = None,
) -> ImportResult:
    """Import a workbook as one step; blocking findings leave everything as it was.

    Rows and values that are `rejected` stay as they are, and so does everything where nothing else
    would change. A blocking finding in a row that is rejected does not keep the others out.
    """
    body = read_workbook_file(file)
    result: ImportResult | None = None
    try:
        with (
            infile.named_as_given(file),
            _importing(desk, return_id, file, body, profile, progress, cancelled, rejected) as (
                job,
                pack,
            ),
        ):
            result = _report(ImportResult, job, Difference(), ())
            if result.blocked or not (job.rows or job.fields):
                raise _Blocked
            if rejected:
                record = job.edit.record
                old = Rows(job.edit.connection, record.id, record.head)
                found = difference(pack.schema, old, job.edit.rows, limit=0)
                result = replace(result, difference=found)
                if not found.cells:
                    raise _Blocked
            _record(desk, job)
    except _Blocked:
        assert result is not None
        return result
    assert result is not None
    touched = Changes(
        return_id=result.return_id, structure=True, state=True, label=f"import {file.name}"
    )
    return replace(result, applied=True, touched=touched)


def read_workbook_file(file: Path) -> bytes:
    """The bytes of a file that may be a workbook."""
    too_large = WorkbookBomb("the file is larger than 512 MiB", file=file)
    return infile.read_file(file, MAX_FILE, too_large)


@contextmanager
def _importing(
    desk: Desk,
    return_id: str,
    file: Path,
    body: bytes,
    profile_name: str | None,
    progress: Progress | None,
    cancelled: Stop | None,
    rejected: Rejections | None = None,
) -> Iterator[tuple[Job, Pack]]:
    """One step in which everything of the workbook is written."""
    record = get_return(desk, return_id)
    require_editable(record)
    pack = get_pack(desk, record.pack_id)
    book = Workbook(body, file.name)
    notes = Notes(file.name)
    profile = _choose(desk, record, pack, book, profile_name, notes)
    _note_workbook(book, notes)
    with editing(desk, return_id, f"import {file.name}") as edit:
        blob = store.keep_blob(edit.connection, body, file.name, XLSX)
        job = Job(edit, book, profile, blob, desk.seat, notes, progress, cancelled)
        if rejected:
            job.left, notes.by_row = Left(), Counter()
        write_tables(job)
        for item in read_fields(pack.schema, book, profile, notes):
            column = item.column
            if field_left(job, rejected, column.path):
                continue
            write_field(job, column.node, column.field.key, item.text, item.place)
        for node in read_groups(pack.schema, book, profile, notes):
            if not field_left(job, rejected, node.path):
                write_group(job, node)
        if not job.rows and not job.fields:
            notes.add(Flaw("IMPORT-NOTHING", EXPLAIN, "the workbook changes nothing"), "")
        if rejected:
            leave_out(job, rejected)
        spared = job.left.spared if job.left is not None else ()
        carry_into(desk, edit, rows=False, tables=job.rows, spared=spared)
        edit.settle()  # a dry run shows what is computed as well
        yield job, pack


def _choose(
    desk: Desk, record: ReturnRecord, pack: Pack, book: Workbook, name: str | None, notes: Notes
) -> Profile:
    """The named profile, or the template's own layout."""
    if name is not None:
        profile = get_profile(desk, name)
        if profile.return_type != record.return_type.upper():
            raise ProfileError(
                f"the profile “{name}” is for {profile.return_type}; the return is {record.return_type}"
            )
        return profile
    if not check_stamp(book, pack.id, pack.digest, record.return_type, notes):
        raise ProfileNeeded(
            "the workbook is not a template of this program; name the profile of its layout",
            file=book.file,
        )
    return template_profile(pack.schema, record.return_type, book)


def _note_workbook(book: Workbook, notes: Notes) -> None:
    if book.counts_from_1904:
        notes.add(Flaw("WORKBOOK-1904", INFORMATION, "the workbook counts its days from 1904"), "")
    if book.linked:
        message = "formulas refer to other workbooks; their last stored results are read"
        notes.add(Flaw("WORKBOOK-LINKS", EXPLAIN, message), "")


def _preview(change: CellChange, origins: Origins, job: Job, filed: LastFiled) -> CellPreview:
    origin = None
    if change.row is not None and change.after is not None:
        origin = origins.of(change.row, change.key)
    row = change.unit or change.path
    given = origin is not None and origin.kind in (OriginKind.FILE, OriginKind.PROFILE)
    choice = job.replaced(table_of(row)) if "]" in row else given
    return CellPreview(
        change.path,
        change.before,
        change.after,
        change.kind,
        origin,
        row=row,
        choice=choice,
        filed=filed.value(change),
    )


def _report(
    kind: type[Kind], job: Job, found: Difference, changes: tuple[CellPreview, ...]
) -> Kind:
    notes = job.notes
    return kind(
        return_id=job.edit.record.id,
        file=job.book.file,
        sha256=job.blob,
        profile=job.profile.name,
        findings=tuple(notes.listed),
        counts={severity.value: notes.severities[severity] for severity in Severity},
        codes=dict(sorted(notes.codes.items())),
        rows=dict(job.rows),
        fields=job.fields,
        difference=found,
        changes=changes,
        left=job.left,
        head=job.edit.record.head,
    )


def _record(desk: Desk, job: Job) -> None:
    history.append(
        job.edit.connection,
        seat=desk.seat,
        action="imported",
        return_id=job.edit.record.id,
        detail={
            "file": job.book.file,
            "sha256": job.blob,
            "profile": job.profile.name or None,
            "rows": dict(job.rows),
            "fields": job.fields,
            "findings": dict(sorted(job.notes.codes.items())),
            **({"rejected": job.left.as_dict()} if job.left is not None else {}),
        },
    )
