"""What a new return knows of itself: its number, its period, and who reports."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.clock import stamp
from app.domain.origin import Origin, OriginKind
from app.domain.period import Period
from app.domain.schema import Field, Schema
from app.domain.tree import Row
from app.services.desk import Desk
from app.services.firm import firm_value
from app.store.returns import ReturnRecord
from app.store.workspace import Connection, as_json

ORIGINAL = "ORIGINAL"


@dataclass(frozen=True, slots=True)
class Known:
    """A value that was filled in: its row and the key of its field."""

    row: int
    key: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the workspace knows of the firm. `licence_from` is an ISO date, empty where not known."""

    entity: str
    ce: str
    licence_from: str = ""


def facts_of(desk: Desk, connection: Connection) -> Facts:
    """The facts of the workspace."""
    space = desk.workspace
    return Facts(space.fact("entity"), space.fact("ce"), firm_value(connection, "licence_from"))


def filled_places(schema: Schema) -> tuple[str, ...]:
    """Where such values stand: in the document element and in its single groups."""
    return ("", *(child.path for child in schema.root.children if not child.repeats))


def fill_known(
    rows: list[Row],
    schema: Schema,
    record: ReturnRecord,
    facts: Facts,
) -> tuple[list[Row], list[Known]]:
    """New rows with the values that need no person, and which values those are.

    They stand in the document element and in its single groups. Fields are known by the names of
    the house format; a schema that does not use them is left as it is.
    """
    period = Period.parse(record.period)
    known = {
        "ReturnId": record.id,
        "EntityName": facts.entity,
        "CeNumber": facts.ce,
        "PeriodStart": _first_day(period, facts.licence_from),
        "PeriodEnd": period.end.isoformat(),
    }
    if record.replaces_id is None:
        known["Submission"] = ORIGINAL
    places = set(filled_places(schema))
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


def _first_day(period: Period, licence_from: str) -> str:
    """The first day to report on: that of the month, or of a licence that began within it."""
    first, last = period.start.isoformat(), period.end.isoformat()
    return licence_from if first < licence_from <= last else first


def _takes(field: Field, known: dict[str, str]) -> bool:
    value = known.get(field.key)
    allowed = field.facets.enumeration
    return bool(value) and (not allowed or value in allowed)
