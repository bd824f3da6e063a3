"""The example return of a pack, and the changes that a worked case makes to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.definition import PackError
from app.domain.locator import PathError, Step, parse_path
from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.schema import TEXT_KEY
from app.domain.tree import Row

EXAMPLES = "form/examples/"
BASE = f"{EXAMPLES}base.xml"


class CaseError(PackError):
    """A worked case that cannot be carried out as it is written."""

    code = "case-error"


@dataclass(frozen=True, slots=True)
class Change:
    """Values to set by path, fields or rows to remove, rows to add; in this order."""

    changes: Mapping[str, str] = field(default_factory=dict)
    removed: Sequence[str] = ()
    added: Sequence[Mapping[str, Any]] = ()


def base_rows(pack: Pack) -> MemoryRows:
    """The rows of `examples/base.xml`."""
    from app.xml.reader import read_rows  # noqa: PLC0415  (lxml: only when cases are run)
    from app.xml.safe import parse  # noqa: PLC0415

    if BASE not in pack.files:
        raise CaseError(f"{pack.id} has no example return for its cases", file=BASE)
    return read_rows(parse(pack.files[BASE], file=BASE), pack.schema)


def changed_rows(pack: Pack, rows: MemoryRows, change: Change) -> MemoryRows:
    """The rows with a change made to them. The rows given stay as they are."""
    rows = MemoryRows(_all(rows))
    for path, value in change.changes.items():
        rows = _with_value(pack, rows, path, value)
    for path in change.removed:
        rows = _without(pack, rows, path)
    added: Sequence[object] = change.added  # as somebody wrote them
    for addition in added:
        if not isinstance(addition, Mapping) or addition.keys() != {"table", "values"}:
            raise CaseError("each entry of “add” needs “table” and “values”, and nothing else")
        _add(pack, rows, addition["table"], addition["values"])
    return rows


def find_row(rows: MemoryRows, steps: tuple[Step, ...]) -> Row:
    """The row that a path names."""
    row = rows.root()
    for number, step in enumerate(steps, 1):
        node = f"{row.node}/{step.name}" if row.node else step.name
        found = list(rows.children(row.id, node))
        if not 1 <= step.position <= len(found):
            path = "/".join(str(each) for each in steps[:number])
            raise CaseError(f"the example has no row “{path}”")
        row = found[step.position - 1]
    return row


def _steps(path: str) -> tuple[Step, ...]:
    try:
        return parse_path(path)
    except PathError as error:
        raise CaseError(error.message) from error


def _place(pack: Pack, rows: MemoryRows, path: str) -> tuple[Row, str]:
    """The row of a path and the key of its field (empty when the path names the row itself)."""
    steps = _steps(path)
    row, node = rows.root(), pack.schema.root
    for number, step in enumerate(steps):
        if step.name not in node.by_name:
            key = "/".join(each.name for each in steps[number:])
            if key not in node.index:
                raise CaseError(f"{node.name} has no “{key}” (in “{path}”)")
            return row, key
        row = find_row(rows, steps[: number + 1])
        node = node.by_name[step.name]
    return row, ""


def _with_value(pack: Pack, rows: MemoryRows, path: str, value: str | None) -> MemoryRows:
    row, key = _place(pack, rows, path)
    node = pack.schema.node(row.node)
    if (key or TEXT_KEY) not in node.index:
        raise CaseError(f"“{path}” is a group and takes no value")
    if value is not None and not isinstance(value, str):
        raise CaseError(f"the value of “{path}” must be text in quotation marks")
    values = list(row.values)
    values[node.index[key or TEXT_KEY]] = value
    fresh = Row(row.id, row.parent, row.node, row.order, tuple(values))
    return MemoryRows(fresh if item.id == row.id else item for item in _all(rows))


def _without(pack: Pack, rows: MemoryRows, path: str) -> MemoryRows:
    row, key = _place(pack, rows, path)
    if key:
        return _with_value(pack, rows, path, None)
    gone = {item.id for item in _all(rows, row)}
    return MemoryRows(item for item in _all(rows) if item.id not in gone)


def _all(rows: MemoryRows, start: Row | None = None) -> Iterator[Row]:
    row = start or rows.root()
    yield row
    for below in rows.children(row.id):
        yield from _all(rows, below)


def _add(pack: Pack, rows: MemoryRows, table: str, values: Mapping[str, str]) -> None:
    above, _, name = table.rpartition("/")
    parent = find_row(rows, _steps(above) if above else ())
    node = pack.schema.node(parent.node).by_name.get(name)
    if node is None:
        raise CaseError(f"“{table}” is no table and no group of the schema")
    unknown = values.keys() - node.index.keys()
    if unknown:
        raise CaseError(f"{node.name} has no “{min(unknown)}”")
    rows.add(parent.id, node.path, tuple(values.get(item.key) for item in node.fields))
