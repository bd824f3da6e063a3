"""The short form of a deadline in pack.toml and the table of obligations: each told by the other."""

from dataclasses import replace

from app.domain.obligation import PERIOD_END, ROLLS, ObligationRule
from app.domain.pack import Deadline, Manifest

_TITLES = {"en": "File the return", "zh-Hant": "提交申報表"}


def agree(
    manifest: Manifest, table: tuple[ObligationRule, ...]
) -> tuple[Manifest, tuple[ObligationRule, ...]]:
    """A manifest whose `deadline` says what the table says, and a table that says what it says.

    A pack has the one or the other. What the table holds beyond days after the period's end has no
    short form.
    """
    if table:
        return replace(manifest, deadline=_short(table)), table
    if manifest.deadline is None:
        return manifest, ()
    return manifest, (
        ObligationRule(
            id="filing",
            kind="filing",
            start=PERIOD_END,
            count=manifest.deadline.days,
            unit="days",
            citation=manifest.deadline.citation,
            certainty=manifest.deadline.certainty,
            titles=_TITLES,
        ),
    )


def _short(table: tuple[ObligationRule, ...]) -> Deadline | None:
    plain = [
        rule
        for rule in table
        if (rule.kind, rule.start, rule.unit, rule.roll) == ("filing", PERIOD_END, "days", ROLLS[0])
    ]
    if not plain:
        return None
    rule = max(plain, key=lambda rule: rule.effective_from)
    return Deadline(rule.count, rule.citation, rule.certainty)
