"""The sentences of findings: a rule's messages with their numbers filled in, in each language."""

from collections.abc import Mapping
from decimal import Decimal

from app.domain.amounts import grouped
from app.domain.rule import Lowering
from app.rules.atoms import Atom, Item, RuleFault, Undecided, text_of
from app.rules.expression import Many, Slots
from app.rules.program import PLACEHOLDER

ABSENT = "—"
FRACTION_SHOWN = 24
"""Digits after the point that a sentence shows; a longer quotient is cut and says so."""

_LOWERED = {
    "en": " An explanation is enough here.",
    "zh-Hant": "（此處只需作出解釋。）",
}
_BECAUSE = {
    "en": " An explanation is enough: {reason}.",
    "zh-Hant": "（只需作出解釋：{reason}。）",
}
_ERROR = {
    "en": "Rule {rule} cannot be worked out: {reason}.",
    "zh-Hant": "規則 {rule} 無法計算：{reason}。",
}
_MORE = {
    "en": " This concerns {count} rows; the first is shown.",
    "zh-Hant": "共涉及 {count} 行，所示為首行。",
}


def fill(
    messages: Mapping[str, str], values: Mapping[str, str], lowering: Lowering | None
) -> dict[str, str]:
    """The messages with every placeholder replaced; numbers are grouped for the eye."""
    result = {}
    for language, message in messages.items():
        whole = message + ("" if lowering is None else _enough(lowering, language))
        result[language] = PLACEHOLDER.sub(lambda match: values.get(match[1], ABSENT), whole)
    return result


def reason(lowering: Lowering | None, values: Mapping[str, str]) -> str | None:
    """Why the severity was lowered, in English; the condition where the rule gives no reason."""
    if lowering is None:
        return None
    text = lowering.reasons.get("en")
    if text is None:
        return lowering.when
    return PLACEHOLDER.sub(lambda match: values.get(match[1], ABSENT), text)


def _enough(lowering: Lowering, language: str) -> str:
    because = lowering.reasons.get(language) or lowering.reasons.get("en")
    if because is None:
        return _LOWERED.get(language, _LOWERED["en"])
    return _BECAUSE.get(language, _BECAUSE["en"]).replace("{reason}", because.rstrip(".。"))


def shown(value: Atom | None) -> str:
    """A value in a sentence: numbers grouped, text as it is, a dash for nothing."""
    if value is None:
        return ABSENT
    text = text_of(value)
    if not isinstance(value, Decimal):
        return text
    whole, dot, fraction = text.partition(".")
    if len(fraction) > FRACTION_SHOWN:
        return grouped(f"{whole}{dot}{fraction[:FRACTION_SHOWN]}") + "…"
    return grouped(text)


def fact(read: Many, item: Item, slots: Slots) -> str:
    """What stands at a path that a message names, as far as it can be shown."""
    try:
        found = read(item, slots)
    except (Undecided, RuleFault, ArithmeticError):
        return ABSENT
    if not found:
        return ABSENT
    return ", ".join(shown(value) for value in found[:5]) + (" …" if len(found) > 5 else "")


def rule_error(rule: str, reason: str, count: int) -> dict[str, str]:
    """The sentences of RULE-ERROR."""
    return {
        language: text.format(rule=rule, reason=reason.rstrip("."))
        + (_MORE[language].format(count=grouped(str(count))) if count > 1 else "")
        for language, text in _ERROR.items()
    }
