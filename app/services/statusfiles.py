"""Status messages read back onto returns: which return one answers, what it says, and where.

A status message is kept as a receipt, byte for byte, and read again whenever it is shown, so that nothing
but the file itself says what the authority said.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from app.domain.finding import Finding, Severity
from app.domain.languages import LANGUAGES, in_language
from app.domain.pack import Pack
from app.domain.schema import Node
from app.domain.statusmessage import StatusError, StatusMap, StatusMessage, read_status_maps
from app.domain.tree import Row, path_of
from app.errors import UserError
from app.paths import data_root
from app.services.desk import Desk
from app.services.documents import rows_at, validator
from app.services.packs import get_pack, list_packs
from app.services.receipts import ReceiptUnclear
from app.services.returns import get_return
from app.store import imports as blobs
from app.store import returns as returns_store
from app.store import submissions as store
from app.store.returns import ReturnRecord
from app.store.rows import Rows
from app.store.workspace import Connection
from app.xml.safe import parse
from app.xml.statusxml import read_status, root_of
from app.xml.validate import validate


class StatusInvalid(UserError):
    """A status message that is not valid by its own schema."""

    code = "status-invalid"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status message with the places that its map names."""

    message: StatusMessage
    places: StatusMap


def recognised(desk: Desk, body: bytes, file: str) -> Answer | None:
    """The status message that some bytes are; None where they are none that a map knows.

    Where the workspace holds its schema, one that is not valid by it is refused.
    """
    places = _places(desk, body)
    if not places:
        return None
    tree = parse(body, file=file)
    fitting = [item for item in places if (item.namespace, item.root) == root_of(tree)]
    if not fitting:
        return None
    _require_valid(desk, fitting[0], body, file)
    return Answer(read_status(tree, fitting[0], file), fitting[0])


def _places(desk: Desk, body: bytes) -> list[StatusMap]:
    """The maps whose document element some bytes mention: those of packs, then the program's own."""
    own = (item for pack in list_packs(desk) for item in pack.status_maps)
    return [item for item in (*own, *_shipped()) if item.root.encode() in body]


@lru_cache(maxsize=1)
def _shipped() -> tuple[StatusMap, ...]:
    files = sorted((data_root() / "resources" / "status").glob("*.toml"))
    return tuple(item for file in files for item in read_status_maps(file.read_bytes(), file.name))


def _require_valid(desk: Desk, places: StatusMap, body: bytes, file: str) -> None:
    for pack in list_packs(desk):
        manifest = pack.manifest
        if (manifest.namespace, manifest.root) != (places.namespace, places.root):
            continue
        problem = next(iter(validate(parse(body, file=file), validator(pack), pack.schema)), None)
        if problem is not None:
            raise StatusInvalid(
                f"line {problem.line}: the status message is not valid by {pack.id}:"
                f" {problem.message}",
                file=file,
            )
        return


def answered_return(desk: Desk, connection: Connection, answer: Answer) -> ReturnRecord:
    """The signed return that a status message answers: by the message's id, else by its records."""
    candidates = list(_signed(desk, connection, answer.places))
    message = answer.message.message
    if message is not None:
        found = [record for record, pack in candidates if named(connection, record, pack, answer)]
        said = f"the message “{message}”"
    else:
        found = [
            record
            for record, pack in candidates
            if _records(connection, record, pack, answer, answer.message.records)
        ]
        said = "records of one return"
    if len(found) == 1:
        return found[0]
    what = "no signed return" if not found else f"{len(found)} returns"
    raise ReceiptUnclear(
        f"the status message answers {said}, and {what} of this workspace fits; say which return"
        " it is for with “praya receipt ID FILE”"
    )


def _signed(
    desk: Desk, connection: Connection, places: StatusMap
) -> Iterator[tuple[ReturnRecord, Pack]]:
    for record in returns_store.find_returns(connection):
        if store.last_submission(connection, record.id) is None:
            continue
        pack = get_pack(desk, record.pack_id)
        if pack.manifest.namespace in places.answers:
            yield record, pack


def named(connection: Connection, record: ReturnRecord, pack: Pack, answer: Answer) -> bool:
    """Whether a status message names a return by the id of its message, or names none."""
    if answer.message.message is None:
        return True
    place = pack.schema.place(answer.places.own_message)
    if place is None:
        return False
    node, key = place
    rows = rows_at(connection, record).all_of(node.path)
    return any(row.values[node.index[key]] == answer.message.message for row in rows)


def status_of(desk: Desk, return_id: str) -> StatusMessage | None:
    """The newest status message on a return, with the places of its errors; None without one."""
    with desk.workspace.read() as connection:
        record = get_return(desk, return_id)
        return status_here(desk, connection, record)


def status_here(
    desk: Desk, connection: Connection, record: ReturnRecord, shown: ReturnRecord | None = None
) -> StatusMessage | None:
    """The same; `shown` is the return in which the places are looked for (a correction)."""
    submission = store.last_submission(connection, record.id)
    for receipt in reversed(store.receipts_of(connection, submission.id) if submission else []):
        try:
            answer = recognised(desk, blobs.blob_body(connection, receipt.blob), receipt.blob[:8])
        except UserError:
            continue  # any file may be a receipt
        if answer is not None:
            return placed(connection, shown or record, get_pack(desk, record.pack_id), answer)
    return None


def placed(
    connection: Connection, record: ReturnRecord, pack: Pack, answer: Answer
) -> StatusMessage:
    """The message with the places in a return that its record errors mean."""
    found = _records(connection, record, pack, answer, answer.message.records)
    rows = rows_at(connection, record)
    errors = [
        replace(error, paths=tuple(_paths(pack, rows, error, found)))
        for error in answer.message.record_errors
    ]
    return answer.message.placed(errors)


def _records(
    connection: Connection,
    record: ReturnRecord,
    pack: Pack,
    answer: Answer,
    wanted: Iterable[str],
) -> Mapping[str, tuple[Row, str]]:
    """Rows and keys of the fields that hold the names of some records, by name."""
    left = set(wanted)
    found: dict[str, tuple[Row, str]] = {}
    rows = rows_at(connection, record)
    for name in filter(None, (answer.places.own_record, answer.places.own_replaced)):
        for node in pack.schema.nodes.values():
            keys = [field.key for field in node.fields if field.local == name]
            for row in rows.all_of(node.path) if keys and left else ():
                for key in keys:
                    value = row.values[node.index[key]]
                    if value in left:
                        found.setdefault(str(value), (row, key))
        left -= found.keys()
    return found


def _paths(
    pack: Pack, rows: Rows, error: StatusError, found: Mapping[str, tuple[Row, str]]
) -> Iterator[str]:
    """The fields in error of each record, or the record's own name where they cannot be told."""
    for ref in error.records:
        if ref not in found:
            continue
        row, key = found[ref]
        inner = [path for text in error.fields for path in _field(pack, rows, row, text)]
        yield from inner or [path_of(pack.schema, rows, row, key)]


_STEP = re.compile(r"(?:[\w.-]+:)?(@?[\w.-]+)(?:\[[^\]]*\])?")


def _field(pack: Pack, rows: Rows, record: Row, text: str) -> Iterator[str]:
    """Where a field path of the authority leads in the record: the first row that holds it."""
    steps = [found[1] for part in text.strip("/").split("/") if (found := _STEP.fullmatch(part))]
    home = _table(pack, rows, record)
    if not steps or home is None:
        return
    for start in range(len(steps)):
        for base in ("", f"{home.node}/"):
            place = pack.schema.place(base + "/".join(steps[start:]))
            if place is None:
                continue
            node, key = place
            inside = _below(pack, rows, home, node)
            if inside is not None:
                yield path_of(pack.schema, rows, inside, key)
                return


def _table(pack: Pack, rows: Rows, row: Row) -> Row | None:
    """The row of a table in which a row stands; the document element's where it is in none."""
    current: Row | None = row
    while current is not None and not pack.schema.node(current.node).repeats:
        if current.parent is None:
            return current
        current = rows.get(current.parent)
    return current


def _below(pack: Pack, rows: Rows, home: Row, node: Node) -> Row | None:
    """The first row of a node below a row; the row itself for its own node."""
    if node.path == home.node:
        return home
    if home.node and not node.path.startswith(f"{home.node}/"):
        return None
    current: Row | None = home
    path = home.node
    for name in node.path.removeprefix(home.node).strip("/").split("/"):
        path = f"{path}/{name}".lstrip("/")
        if current is None:
            return None
        current = next(rows.children(current.id, path), None)
    return current


def status_findings(desk: Desk, connection: Connection, record: ReturnRecord) -> Iterator[Finding]:
    """What an authority found wrong: blocking on the return that it answered, and as information on
    the correction of that return, at the same record.
    """
    yield from _findings(status_here(desk, connection, record), Severity.BLOCKING)
    replaced = record.replaces_id
    original = returns_store.get_return(connection, replaced) if replaced else None
    if original is not None:
        message = status_here(desk, connection, original, shown=record)
        yield from _findings(message, Severity.INFORMATION)


_FOUND = {
    "en": "The authority found error {code}: {words}{names}",
    "zh-Hant": "當局發現錯誤 {code}：{words}{names}",
}
_NO_DETAILS = {"en": "no details are given", "zh-Hant": "未提供詳情"}


def _findings(message: StatusMessage | None, severity: Severity) -> Iterator[Finding]:
    if message is None:
        return
    for error in (*message.file_errors, *message.record_errors):
        names = f" ({', '.join(error.records)})" if error.records else ""
        messages = {
            language: in_language(_FOUND, language).format(
                code=error.code, words=error.text or in_language(_NO_DETAILS, language), names=names
            )
            for language in LANGUAGES
        }
        for path in error.paths or (None,):
            yield Finding(
                code=f"STATUS-{error.code or 'ERROR'}",
                severity=severity,
                message=messages["en"],
                messages=messages,
                path=path,
                citation=f"Status message {message.number}".strip(),
                certainty="STD",
            )


def refuse_other(
    connection: Connection, record: ReturnRecord, pack: Pack, answer: Answer, file: Path
) -> UserError | None:
    """The refusal of a status message that answers another message than a return's own."""
    if pack.manifest.namespace in answer.places.answers and named(connection, record, pack, answer):
        return None
    return ReceiptUnclear(
        f"the status message answers “{answer.message.message}”, which is not the message of"
        f" {record.return_type} {record.period}",
        file=file,
    )
