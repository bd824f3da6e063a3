"""The page of the kept workbook that a value came from, as it was when it was imported."""

import hashlib
from dataclasses import dataclass

from app.domain.origin import Origin, OriginKind
from app.domain.sheetpart import SheetPart
from app.domain.tree import Row
from app.errors import UserError
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.origins import Origins
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store import imports as store
from app.store.workspace import Connection


class NoKeptPage(UserError):
    """The value comes from no cell of a workbook that the workspace keeps."""

    code = "no-kept-page"


class KeptPageDamaged(UserError):
    """The kept bytes are not those that were imported."""

    code = "kept-page-damaged"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """The rows around the origin of a value; `body` are the workbook's bytes, `sha256` their digest."""

    origin: Origin
    part: SheetPart
    sha256: str
    body: bytes


def has_page(origin: Origin | None) -> bool:
    """Whether an origin names a cell of a file."""
    return (
        origin is not None
        and origin.kind is OriginKind.FILE
        and bool(origin.file and origin.sheet and origin.cell)
    )


def kept_page(desk: Desk, return_id: str, row_id: int, key: str) -> KeptPage:
    """Read the sheet that a value came from out of the bytes that the workspace keeps.

    Raises `NoKeptPage` where the value has another origin, `KeptPageDamaged` where the bytes have
    changed since they were imported.
    """
    from app.excel.pageview import read_part  # noqa: PLC0415  (a workbook library)
    from app.excel.workbook import Workbook  # noqa: PLC0415

    origin, sha256, body = _find(desk, return_id, row_id, key)
    if hashlib.sha256(body).hexdigest() != sha256:
        raise KeptPageDamaged(
            "the kept workbook is not the one that was imported; restore a backup", file=origin.file
        )
    book = Workbook(body, origin.file or "")
    sheet = book.sheet(origin.sheet or "")
    part = read_part(book, sheet, origin.cell or "") if sheet is not None else None
    if part is None:
        raise _nothing()
    return KeptPage(origin, part, sha256, body)


def _nothing() -> NoKeptPage:
    return NoKeptPage("this value comes from no cell of a workbook that is kept here")


def _find(desk: Desk, return_id: str, row_id: int, key: str) -> tuple[Origin, str, bytes]:
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.read() as connection:
        rows = rows_at(connection, record)
        row = rows.get(row_id)
        if row is None:
            raise _nothing()
        origin = Origins(connection, pack.schema, rows, pack.computed_targets).of(row, key)
        if origin is None or not has_page(origin):
            raise _nothing()
        blob = _blob(connection, record.id, row, origin)
        if blob is None:
            raise _nothing()
        return origin, blob, store.blob_body(connection, blob)


def _blob(connection: Connection, return_id: str, row: Row, origin: Origin) -> str | None:
    """The import of the row; a single value may have come with another one of the same return."""
    if row.source is not None:
        source = store.get_source(connection, row.source)
        if source.file == origin.file and source.at == origin.at:
            return source.blob
    found = store.sources_of(connection, return_id, origin.file or "")
    same = [source for source in found if source.at == origin.at] or found
    return same[-1].blob if same else None
