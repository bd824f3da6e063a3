"""Which layout a workbook has: the program's own template, or one of the profiles that are kept."""

from dataclasses import dataclass
from pathlib import Path

from app import infile
from app.domain.schema import Schema
from app.excel.binding import bind
from app.excel.findings import Notes
from app.excel.profile import Profile, ProfileError
from app.excel.profilefile import read_profile
from app.excel.single import sheet_of
from app.excel.templatestamp import check_stamp
from app.excel.workbook import Workbook
from app.services.desk import Desk
from app.services.importjob import Progress
from app.services.imports import ImportPreview, dry_run, read_workbook_file
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store import imports as store


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout that fits a workbook. `profile` is None for the program's own template; `columns`
    says how many columns and cells of the workbook it names.
    """

    profile: str | None
    columns: int = 0


def fitting_layout(desk: Desk, return_id: str, file: Path) -> Layout | None:
    """The layout that fits the workbook by its sheets and headings; None where none does.

    Where several fit, the one that names most of the workbook is taken, then the first by name.
    """
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    book = Workbook(read_workbook_file(file), file.name)
    with infile.named_as_given(file):
        if check_stamp(book, pack.id, pack.digest, record.return_type, Notes(file.name)):
            return Layout(None)
    with desk.workspace.read() as connection:
        kept = store.find_profiles(connection)
    kind = record.return_type.upper()
    profiles = [
        read_profile(p.body.encode(), p.name) for p in kept if p.return_type.upper() == kind
    ]
    found = [Layout(p.name, _named(p)) for p in profiles if _fits(p, pack.schema, book)]
    return min(found, key=lambda item: (-item.columns, item.profile or ""), default=None)


@dataclass(frozen=True, slots=True)
class Look:
    """A dry run with the layout by which the workbook was read."""

    profile: str | None
    preview: ImportPreview


def look_into(
    desk: Desk,
    return_id: str,
    file: Path,
    profile: str | None,
    *,
    find: bool,
    limit: int,
    progress: Progress | None = None,
) -> Look | None:
    """A dry run by a layout, or by the one that fits (`find`); None where none does."""
    layout = fitting_layout(desk, return_id, file) if find else Layout(profile)
    if layout is None:
        return None
    preview = dry_run(desk, return_id, file, layout.profile, limit=limit, progress=progress)
    return Look(layout.profile, preview)


def _fits(profile: Profile, schema: Schema, book: Workbook) -> bool:
    """Whether every sheet and heading that the profile names is there."""
    try:
        for table in profile.tables:
            bind(schema, book, table, profile.conventions)
        for item in profile.fields:
            if item.source.from_file:
                sheet_of(book, item)
    except ProfileError:
        return False
    return bool(profile.tables or profile.fields)


def _named(profile: Profile) -> int:
    sources = [source for table in profile.tables for source in table.columns.values()]
    sources += [item.source for item in profile.fields]
    return sum(1 for source in sources if source.from_file)
