"""The sentences of findings: a rule's messages with their numbers filled in, in each language."""

from collections.abc import Mapping
from decimal import Decimal

from app.domain.amounts import grouped
from app.domain.languages import LANGUAGES, in_language, with_simplified, words_in
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
    for language, message in with_simplified(messages).items():
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
    because = in_language(lowering.reasons, language)
    if not because:
        return words_in(_LOWERED, language)
    return words_in(_BECAUSE, language).replace("{reason}", because.rstrip(".。"))


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
        language: in_language(_ERROR, language).format(rule=rule, reason=reason.rstrip("."))
        + (in_language(_MORE, language).format(count=grouped(str(count))) if count > 1 else "")
        for language in LANGUAGES
    }
