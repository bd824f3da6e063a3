"""Where workbooks that somebody drops can go: which of them are workbooks, and which returns they fit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app import infile
from app.domain.languages import in_language
from app.domain.states import EDITABLE
from app.errors import UserError
from app.excel.workbook import Workbook
from app.services.desk import Desk
from app.services.imports import read_workbook_file
from app.services.layouts import Layout, fitting_layout
from app.services.packs import get_pack
from app.services.returns import list_returns
from app.store.returns import ReturnRecord


@dataclass(frozen=True, slots=True)
class Target:
    """A return that can still be changed. `fits` are the files whose layout is known for it."""

    record: ReturnRecord
    titles: dict[str, str]
    fits: dict[Path, Layout] = field(default_factory=dict)

    def title(self, language: str) -> str:
        """The name of its type."""
        return in_language(self.titles, language) or self.record.return_type


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was dropped. `refused` says of each file that is no workbook why, in one sentence."""

    workbooks: tuple[Path, ...]
    refused: dict[Path, UserError]
    targets: tuple[Target, ...] = ()


def look_at(desk: Desk, files: Sequence[Path], *, targets: bool) -> Dropped:
    """Which files are workbooks and, with `targets`, the returns that they fit, the best first.

    Of two returns that fit as many files the later period comes first: the month that is being made.
    """
    refused: dict[Path, UserError] = {}
    for file in files:
        try:
            with infile.named_as_given(file):
                Workbook(read_workbook_file(file), file.name)
        except UserError as error:
            refused[file] = error
    workbooks = tuple(file for file in files if file not in refused)
    if not targets or not workbooks:
        return Dropped(workbooks, refused)
    found = []
    for record in list_returns(desk):
        if record.state in EDITABLE:
            fits = {f: fit for f in workbooks if (fit := _fit(desk, record.id, f)) is not None}
            titles = dict(get_pack(desk, record.pack_id).manifest.titles)
            found.append(Target(record, titles, fits))
    found.sort(key=lambda target: target.record.return_type)
    found.sort(key=lambda target: (len(target.fits), target.record.period), reverse=True)
    return Dropped(workbooks, refused, tuple(found))


def _fit(desk: Desk, return_id: str, file: Path) -> Layout | None:
    try:
        return fitting_layout(desk, return_id, file)
    except UserError:
        return None  # a template of another pack
