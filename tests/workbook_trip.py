"""A document through a workbook: opened as a return, written as a filled template, and imported anew."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.services.barepack import Wishes
from app.services.desk import Desk
from app.services.documents import document
from app.services.imports import ImportResult, import_file
from app.services.packintake import take_in
from app.services.packs import add_pack, get_pack
from app.services.returns import get_return, new_return
from app.services.templates import write_template
from app.services.xmlimport import open_xml
from app.store.keyfile import Secret
from app.store.workspace import Workspace

SECRET = Secret("correct horse battery staple", "passphrase")
PERIOD = "2026-10"


@dataclass(frozen=True)
class Trip:
    """The canonical bytes before and after, and what the import said."""

    before: bytes
    after: bytes
    result: ImportResult


def bare_desk(folder: Path, source: Path | Mapping[str, bytes], wishes: Wishes) -> Desk:
    """A new workspace with one pack, of schemas alone or of its files."""
    facts = {"entity": "Lantau Digital Exchange Limited", "ce": "ZZL001"}
    desk = Desk(Workspace.create(folder / "w.praya", SECRET, facts), "mei")
    files = take_in(source, wishes, desk) if isinstance(source, Path) else source
    add_pack(desk, files)
    return desk


def again(desk: Desk, folder: Path) -> Desk:
    """A desk at a copy of the workspace, which has the packs and none of what comes later."""
    folder.mkdir()
    for file in desk.workspace.path.parent.glob(f"{desk.workspace.path.name}*"):
        shutil.copy(file, folder)
    return Desk(Workspace.open(folder / desk.workspace.path.name, SECRET), desk.seat)


def canonical(desk: Desk, number: str) -> bytes:
    """The bytes that would be signed."""
    record = get_return(desk, number)
    with desk.workspace.read() as connection:
        return document(connection, get_pack(desk, record.pack_id), record)


def workbook_trip(
    desk: Desk,
    sample: Path,
    folder: Path,
    saved: Callable[[Path], Path] = lambda path: path,
    period: str = PERIOD,
) -> Trip:
    """Through the template into a return of another workspace that holds nothing; `saved` is between."""
    other = again(desk, folder / "other")
    opened = open_xml(desk, sample, period).record
    book = write_template(desk, opened.return_type, folder / "t.xlsx", return_id=opened.id)
    empty = new_return(other, opened.return_type, period)
    result = import_file(other, empty.id, saved(book))
    trip = Trip(canonical(desk, opened.id), canonical(other, empty.id), result)
    other.workspace.close()
    return trip
