"""The rules of a pack as a list to read: formula, thresholds, what they rest on, whether they count."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from app.domain.pack import Pack
from app.domain.rule import Parameter, Rule

_SIGNS = {"eq": "=", "ne": "≠", "lt": "<", "le": "≤", "gt": ">", "ge": "≥"}
_NAMES = re.compile(r"\$([A-Za-z_][\w.-]*)")


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule in words. `parameters` are the thresholds that it names, each as on the day asked for.

    `state` is active, off or explain, or “not in force”; `reason` and `source` say why it is not active.
    """

    rule: str
    part: str
    severity: str
    scope: str
    formula: str
    tolerance: str
    when: str
    let: Mapping[str, str]
    relations: Mapping[str, str]
    parameters: Mapping[str, str]
    lowered: tuple[str, ...]
    citation: str
    certainty: str
    message: Mapping[str, str]
    effective_from: str | None
    effective_to: str | None
    state: str
    reason: str
    source: str
    history: tuple[Mapping[str, Any], ...]

    @property
    def name(self) -> str:
        """Id and part."""
        return f"{self.rule} ({self.part})" if self.part else self.rule

    def as_dict(self) -> dict[str, Any]:
        """The entry of the command line's JSON."""
        return asdict(self)


def rule_lines(pack: Pack, day: date) -> list[RuleLine]:
    """Every rule of a pack, those too that do not count on the day."""
    return [_line(pack, rule, day) for rule in pack.rules]


def rule_name(rule: Rule) -> str:
    """Id and part."""
    return f"{rule.id} ({rule.part})" if rule.part else rule.id


def formula(rule: Rule) -> str:
    """What decides."""
    if rule.unique:
        return f"unique: {', '.join(rule.unique)}"
    if rule.test is not None:
        return rule.test
    return f"{rule.left} {_SIGNS[rule.operator]} {rule.right}"


def named(pack: Pack, rule: Rule) -> Iterator[Parameter]:
    """The parameters that a rule names, with all their dates."""
    texts = [rule.left, rule.right, rule.test, rule.when, rule.tolerance, *rule.unique]
    texts += [*rule.let.values(), *(item.when for item in rule.lowered)]
    names = {name for text in texts if text for name in _NAMES.findall(text)}
    yield from (item for item in pack.parameters if item.name in names)


def _line(pack: Pack, rule: Rule, day: date) -> RuleLine:
    status = rule.status_on(day)
    dated = rule.effective_from <= day <= rule.effective_to
    in_force = (
        item for item in named(pack, rule) if item.effective_from <= day <= item.effective_to
    )
    return RuleLine(
        rule=rule.id,
        part=rule.part,
        severity=rule.severity.value,
        scope=rule.scope,
        formula=formula(rule),
        tolerance="" if rule.tolerance == "0" else rule.tolerance,
        when=rule.when or "",
        let=dict(rule.let),
        relations={name: str(relation) for name, relation in rule.relations.items()},
        parameters={item.name: f"{item.value} {item.unit}".strip() for item in in_force},
        lowered=tuple(item.when for item in rule.lowered),
        citation=rule.citation,
        certainty=rule.certainty,
        message=dict(rule.messages),
        effective_from=_day(rule.effective_from, date.min),
        effective_to=_day(rule.effective_to, date.max),
        state=status.state if dated else "not in force",
        reason=status.reason("en"),
        source=status.source,
        history=tuple(
            {
                "from": _day(item.start, date.min),
                "state": item.state,
                "reason": dict(item.reasons),
                "source": item.source,
            }
            for item in rule.history
        ),
    )


def _day(day: date, never: date) -> str | None:
    return None if day == never else day.isoformat()
