"""What a new return knows of itself: its number, its period, and who reports."""

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


def origin_json(record: ReturnRecord) -> str:
    """The origin of such a value."""
    return as_json(Origin(OriginKind.COMPUTED, by=record.created_by, at=stamp()).as_dict())


def _takes(field: Field, known: dict[str, str]) -> bool:
    value = known.get(field.key)
    allowed = field.facets.enumeration
    return bool(value) and (not allowed or value in allowed)
