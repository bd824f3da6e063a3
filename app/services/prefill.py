"""What a new return knows of itself: its number, its period, and who reports."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.clock import stamp
from app.domain.origin import Origin, OriginKind
from app.domain.period import Period
from app.domain.schema import Field, Schema
from app.domain.tree import Row
from app.store.returns import ReturnRecord
from app.store.workspace import as_json

ORIGINAL = "ORIGINAL"


@dataclass(frozen=True, slots=True)
class Known:
    """A value that was filled in: its row and the key of its field."""

    row: int
    key: str


def fill_known(
    rows: list[Row], schema: Schema, record: ReturnRecord, entity: str, ce: str
) -> tuple[list[Row], list[Known]]:
    """New rows with the values that need no person, and which values those are.

    They stand in the document element and in its single groups. Fields are known by the names of
    the house format; a schema that does not use them is left as it is.
    """
    period = Period.parse(record.period)
    known = {
        "ReturnId": record.id,
        "EntityName": entity,
        "CeNumber": ce,
        "PeriodStart": period.start.isoformat(),
        "PeriodEnd": period.end.isoformat(),
    }
    if record.replaces_id is None:
        known["Submission"] = ORIGINAL
    places = {"", *(child.path for child in schema.root.children if not child.repeats)}
    filled: list[Known] = []
    result = []
    for row in rows:
        node = schema.nodes[row.node]
        mine = {f.key: known[f.key] for f in node.fields if row.node in places and _takes(f, known)}
        values = tuple(
            mine.get(field.key, value) for field, value in zip(node.fields, row.values, strict=True)
        )
        result.append(replace(row, values=values))
        filled += [Known(row.id, key) for key in mine]
    return result, filled


def fill_paths(
    rows: list[Row], schema: Schema, values: Mapping[str, str | None]
) -> tuple[list[Row], list[Known]]:
    """New rows with values at schema paths, and which those are; a path without a place is left out.

    None empties a field, in every row where it stands.
    """
    wanted: dict[tuple[str, str], str | None] = {}
    for path, value in values.items():
        place = schema.place(path)
        if place is not None:
            wanted[place[0].path, place[1]] = value
    filled: list[Known] = []
    result = []
    for row in rows:
        fresh = list(row.values)
        for position, field in enumerate(schema.nodes[row.node].fields):
            if (row.node, field.key) in wanted:
                fresh[position] = wanted[row.node, field.key]
                filled.append(Known(row.id, field.key))
        result.append(replace(row, values=tuple(fresh)))
    return result, filled


def origin_json(record: ReturnRecord) -> str:
    """The origin of such a value."""
    return as_json(Origin(OriginKind.COMPUTED, by=record.created_by, at=stamp()).as_dict())


def _takes(field: Field, known: dict[str, str]) -> bool:
    value = known.get(field.key)
    allowed = field.facets.enumeration
    return bool(value) and (not allowed or value in allowed)
