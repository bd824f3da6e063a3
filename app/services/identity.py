"""Whether a return says of itself what the workspace knows: its number, its firm, its period.

A workbook or a slip of the hand can bring another return's. Nothing else would notice: the document is
valid, and what is filed would answer for another month.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.finding import Finding, Severity
from app.domain.languages import LANGUAGES, in_language
from app.domain.period import Period
from app.domain.schema import Field, Schema
from app.domain.tree import PlacedRows, Row, path_of
from app.services.prefill import Facts, filled_places
from app.store.returns import ReturnRecord

CODE = "IDENTITY"


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What stands there, what has to, and how bad it is that it does not."""

    found: str
    wanted: str
    severity: Severity = Severity.BLOCKING


def identity_findings(
    schema: Schema, rows: PlacedRows, record: ReturnRecord, facts: Facts
) -> Iterator[tuple[Row, str, Finding]]:
    """Each value that belongs to another return, with its row and the key of its field."""
    for place in filled_places(schema):
        node = schema.nodes[place]
        for row in rows.all_of(place) if place else [rows.root()]:
            for field, value in zip(node.fields, row.values, strict=True):
                wrong = _wrong(field.key, value, record, facts) if value else None
                if wrong is not None:
                    path = path_of(schema, rows, row, field.key)
                    yield row, field.key, _finding(field, path, wrong)


def _wrong(key: str, value: str, record: ReturnRecord, facts: Facts) -> _Wrong | None:
    text, period = value.strip(), Period.parse(record.period)
    if key in ("PeriodStart", "PeriodEnd"):
        first, last = period.start.isoformat(), period.end.isoformat()
        inside = first <= text[:10] <= last
        return None if inside else _Wrong(text, first if key == "PeriodStart" else last)
    wanted = {
        "ReturnId": record.id,
        "CeNumber": facts.ce,
        "EntityName": facts.entity,
    }.get(key)
    if not wanted or text == wanted:
        return None
    severity = Severity.INFORMATION if key == "EntityName" else Severity.BLOCKING
    return _Wrong(text, wanted, severity)


_OTHER_NAME = {
    "en": "{label}: “{found}” is not how the workspace names the firm, “{wanted}”. Correct it where it is"
    " a slip.",
    "zh-Hant": "{label}：「{found}」與工作區所載的公司名稱「{wanted}」不同。如屬筆誤，請更正。",
}
_OTHER_RETURN = {
    "en": "{label}: “{found}” is not this return's; it has to be “{wanted}”. Correct it: it may have come"
    " with another workbook.",
    "zh-Hant": "{label}：「{found}」並不屬於本申報表；應為「{wanted}」。請更正：此數值可能由其他工作簿帶入。",
}


def _finding(field: Field, path: str, wrong: _Wrong) -> Finding:
    texts = _OTHER_NAME if wrong.severity is Severity.INFORMATION else _OTHER_RETURN
    messages = {
        language: in_language(texts, language).format(
            label=field.label(language), found=wrong.found, wanted=wrong.wanted
        )
        for language in LANGUAGES
    }
    return Finding(
        code=CODE,
        severity=wrong.severity,
        message=messages["en"],
        messages=messages,
        path=path,
        left=wrong.found,
        right=wrong.wanted,
        citation="House format",
        certainty="HOUSE",
    )
