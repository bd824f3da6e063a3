"""An XML document of somebody else's making as a return: opened by its pack, with nothing lost unseen."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.tree import Row
from app.errors import UserError
from app.services.computing import settle
from app.services.desk import Desk
from app.services.filecheck import fitting_pack, stated_day
from app.services.returns import blank_record, note_created, refuse_second
from app.store import imports
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.rows import ORDER_STEP, RowWriter
from app.store.workspace import Connection
from app.xml.kept import Left, first_difference, left_behind
from app.xml.reader import XmlRows, read_rows
from app.xml.safe import parse, read_file
from app.xml.writer import document_bytes

MEDIA = "application/xml"


class XmlNotKept(UserError):
    """The document holds something that no row of its schema can hold."""

    code = "xml-not-kept"


class PeriodUnknown(UserError):
    """Neither the document nor the user says which period the return is for."""

    code = "period-unknown"


@dataclass(frozen=True, slots=True)
class Opened:
    """A return that was made from a document. `left` is what stands in the document alone."""

    record: ReturnRecord
    file: str
    sha256: str
    rows: int
    left: tuple[Left, ...]


def open_xml(
    desk: Desk, file: Path, period: str | None = None, pack_id: str | None = None
) -> Opened:
    """Make a return of a document's type with all its values, right or wrong.

    The pack is the named one, or the one whose namespace and document element the file has. The
    period is the given one, or the month of the document's `PeriodEnd`. Raises a `UserError` when the
    file cannot be read, no pack fits, or something in it would be lost.
    """
    body = read_file(file)
    tree = parse(body, file=str(file))
    pack = fitting_pack(desk, tree, pack_id, file)
    rows = read_rows(tree, pack.schema)
    _refuse_loss(tree, pack, rows, file)
    record = blank_record(
        desk, pack.manifest.return_type, _period(pack, rows, period, file), pack.id
    )
    with desk.workspace.write() as connection:
        if pack.chain is None:
            refuse_second(connection, record)
        digest = imports.keep_blob(connection, body, file.name, MEDIA)
        store.insert_return(connection, record)
        count = _fill(desk, connection, pack, record, rows, (digest, file.name))
        note_created(
            desk,
            connection,
            record,
            pack,
            file=file.name,
            sha256=digest,
            rows=count,
            left=_said(tree),
        )
    return Opened(record, file.name, digest, count, tuple(left_behind(tree)))


def _said(tree: Any) -> dict[str, int]:
    return {item.kind: item.count for item in left_behind(tree)}


def _refuse_loss(tree: Any, pack: Pack, rows: XmlRows, file: Path) -> None:
    """Write the rows and compare: what the schema has no place for is named and refused."""
    written = parse(document_bytes(pack.schema, rows), file=str(file)).getroot()
    lost = first_difference(tree.getroot(), written)
    if lost is not None:
        name = str(lost.tag).rpartition("}")[2]
        raise XmlNotKept(
            f"line {lost.sourceline}: “{name}” or what stands in it has no place in {pack.id} and"
            " would be lost; “praya validate” says what is wrong with the file",
            file=file,
        )


def _period(pack: Pack, rows: XmlRows, given: str | None, file: Path) -> str:
    if given:
        return str(Period.parse(given))
    day = stated_day(pack.schema, rows)
    if day is None:
        raise PeriodUnknown(
            "the document does not say its period; give it, such as --period 2026-10", file=file
        )
    return f"{day:%Y-%m}"


def _fill(
    desk: Desk,
    connection: Connection,
    pack: Pack,
    record: ReturnRecord,
    rows: XmlRows,
    source: tuple[str, str],
) -> int:
    """Put the rows in, each with the line on which its element begins."""
    digest, name = source
    columns: imports.Columns = {
        node.path: {
            field.key: {"kind": "file", "sheet": None, "column": "line "} for field in node.fields
        }
        for node in pack.schema.nodes.values()
    }
    number = imports.add_source(
        connection, record.id, digest, name, imports.XML_PROFILE, columns, desk.seat
    )
    writer = RowWriter(connection, record.id, 0)
    first = writer.new_ids(len(rows))
    writer.insert(_moved(rows, first, number))
    settle(connection, record, pack, writer, desk.seat)
    return len(rows)


def _moved(rows: XmlRows, first: int, source: int) -> Iterator[Row]:
    """The rows of the document under numbers of the workspace; they count from 1 in document order."""
    waiting = [rows.root()]
    while waiting:
        row = waiting.pop()
        above = None if row.parent is None else first + row.parent - 1
        yield Row(
            first + row.id - 1,
            above,
            row.node,
            row.order * ORDER_STEP,
            row.values,
            source,
            rows.line(row.id),
        )
        waiting += reversed(list(rows.children(row.id)))
