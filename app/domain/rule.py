"""Rules and parameters as data: what a regulator may change stands here, never in code."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.finding import Severity
from app.domain.relation import Relation
from app.domain.rulestatus import EXPLAIN, OFF, RuleStatus, newest

CERTAINTIES = ("LAW", "LAW?", "STD", "HOUSE")
"""Found text of the law; text not found; a published standard; a rule of our own."""

OPERATORS = ("eq", "ne", "lt", "le", "gt", "ge")


@dataclass(frozen=True, slots=True)
class Lowering:
    """A condition (XPath) under which an explanation is enough, and the reason by language."""

    when: str
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A business rule.

    `scope` is the schema path of the rows that it looks at (empty: the document element). One of
    `left operator right`, `test` or `unique` decides; `when` says for which rows. The expressions
    are XPath with the scope's row as context, on exact decimals. `tolerance` is an expression too.
    `at` is the path, from the scope's row, of the field that a finding points to.
    `part` tells several entries of one id apart (CWR-001 at the date and day by day).
    The first of `lowered` that applies makes a blocking finding one that *needs explanation*.
    `relations` are the other returns that the expressions see, each as the `$name` of its documents.
    `statuses` is the history of switching the rule off and on; `file` and `number` say where it stands
    (the number of its table in the file, from 0).
    """

    id: str
    severity: Severity
    citation: str
    certainty: str
    messages: Mapping[str, str]
    part: str = ""
    scope: str = ""
    at: str = ""
    when: str | None = None
    left: str | None = None
    operator: str = "eq"
    right: str | None = None
    tolerance: str = "0"
    test: str | None = None
    unique: tuple[str, ...] = ()
    lowered: tuple[Lowering, ...] = ()
    let: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    effective_from: date = date.min
    effective_to: date = date.max
    active: bool = True
    status_reason: str = ""
    source: str = ""
    statuses: tuple[RuleStatus, ...] = ()
    file: str = field(default="", compare=False)
    number: int = field(default=0, compare=False)

    @property
    def history(self) -> tuple[RuleStatus, ...]:
        """Every status, the first one first; `active = false` is one from the beginning."""
        if self.active:
            return self.statuses
        return (
            RuleStatus(OFF, date.min, {"en": self.status_reason}, self.source),
            *self.statuses,
        )

    def status_on(self, day: date) -> RuleStatus:
        """What counts on a day: the newest status that has begun."""
        return newest(self.history, day)

    def in_force(self, day: date) -> bool:
        """Whether the rule counts on a day (the last day of the period)."""
        if not self.effective_from <= day <= self.effective_to:
            return False
        return self.status_on(day).state != OFF

    def on(self, day: date) -> "Rule":
        """The rule as it counts on a day: one that then needs an explanation only is lowered."""
        status = self.status_on(day)
        if status.state != EXPLAIN:
            return self
        return replace(self, lowered=(Lowering("true()", status.reasons), *self.lowered))


@dataclass(frozen=True, slots=True)
class Parameter:
    """A dated threshold. Rules name it as `$name`."""

    name: str
    value: str
    citation: str
    certainty: str
    unit: str = ""
    effective_from: date = date.min
    effective_to: date = date.max


def parameters_on(parameters: tuple[Parameter, ...], day: date) -> dict[str, str]:
    """The values in force on a day, by name; the later of two that overlap wins."""
    return {
        item.name: item.value
        for item in sorted(parameters, key=lambda item: item.effective_from)
        if item.effective_from <= day <= item.effective_to
    }
