"""The status of a rule over time: whether it counts, and why it was switched off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.languages import in_language
from app.domain.tomltable import Table

ACTIVE, OFF, EXPLAIN = STATES = ("active", "off", "explain")
"""The rule counts; says nothing; asks for an explanation where it would block."""


@dataclass(frozen=True, slots=True)
class RuleStatus:
    """From a day on: one of `STATES`, the reason by language, and what the decision rests on."""

    state: str
    start: date
    reasons: Mapping[str, str]
    source: str

    def reason(self, language: str) -> str:
        """The reason, in English where the language is missing."""
        return in_language(self.reasons, language)


FROM_THE_BEGINNING = RuleStatus(ACTIVE, date.min, {}, "")


def newest(history: Iterable[RuleStatus], day: date) -> RuleStatus:
    """The status on a day; a rule that has none counts."""
    begun = [status for status in history if status.start <= day]
    return max(begun, key=lambda status: status.start, default=FROM_THE_BEGINNING)


def read_statuses(table: Table) -> tuple[RuleStatus, ...]:
    """The `[[rule.status]]` tables of a rule."""
    found = []
    for number, item in enumerate(table.tables("status"), 1):
        inner = Table(item, table.file, f"{table.where}, status {number}")
        state = inner.choice("state", STATES)
        needed = state != ACTIVE
        found.append(
            RuleStatus(
                state,
                inner.day("from"),
                inner.text_or_texts("reason", needed=needed),
                inner.text("source", None if needed else ""),
            )
        )
        inner.end()
    if len({status.start for status in found}) < len(found):
        table.wrong("two of “status” begin on the same day", "status")
    return tuple(sorted(found, key=lambda status: status.start))
