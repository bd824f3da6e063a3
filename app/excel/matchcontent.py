"""What the cells of a column say about the field they could belong to."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import IntEnum

from app.domain import identifiers
from app.domain.schema import Field, Kind
from app.domain.values import check_value
from app.excel.cells import converter
from app.excel.flaws import BLANK, Conventions, Flaw
from app.excel.numbers import cell_text
from app.excel.workbook import Value

SAMPLE = 60
"""So many different values of a column are looked at."""
_FEW = 40
"""A column with more different words than this is no list of words that stand for codes."""
_LONGEST_WORD = 60
_STRAY = 5
"""One cell of five may be another thing: a total's name, a remark, a mistake."""
_SHORTEST_ADDRESS = 25

_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "lei": identifiers.is_lei,
    "dti": identifiers.is_dti,
    "caip2": identifiers.is_caip2,
    "caip10": identifiers.is_caip10,
    "caip19": identifiers.is_caip19,
    "country": identifiers.is_country,
    "currency": identifiers.is_currency,
    "isin": identifiers.is_isin,
    "email": identifiers.is_email,
    "phone": identifiers.is_phone,
    "address": lambda text: len(text) >= _SHORTEST_ADDRESS and " " not in text,
}
_TRANSLATED = frozenset({"country", "currency"})
"""Checks of codes for which people write words."""


class Evidence(IntEnum):
    """What the cells say: that it cannot be, nothing, that it may be, that little else could be."""

    AGAINST = -1
    NOTHING = 0
    POSSIBLE = 1
    PARTICULAR = 2


def evidence(target: Field, cells: Sequence[Value], conventions: Conventions) -> Evidence:
    """What a sample of a column's cells says about a field."""
    values = [cell for cell in dict.fromkeys(cells) if not _blank(cell)][:SAMPLE]
    if not values:
        return Evidence.NOTHING
    if target.kind in (Kind.TEXT, Kind.OTHER):
        return _of_text(target, values, conventions)
    convert = converter(target, conventions)
    wrong = 0
    for value in values:
        read = convert(value, None)
        text = read.text if isinstance(read, Flaw) else read
        lost = target.kind.numeric and text is None and _all_numbers([value])
        wrong += not lost and (text is None or bool(check_value(target, text)))
    if wrong * _STRAY > len(values) or _other_moment(target, values):
        return Evidence.AGAINST
    if target.kind.numeric or (target.kind is Kind.BOOLEAN and _all_numbers(values)):
        return Evidence.POSSIBLE
    return Evidence.PARTICULAR


def is_coded(target: Field) -> bool:
    """Whether people may write words where the return wants a code."""
    return bool(target.facets.enumeration) or target.info.get("check") in _TRANSLATED


def known_code(target: Field, word: str) -> str | None:
    """The code that a word is, or that has the word as its name in any language; None where none."""
    if not check_value(target, word) and _checked(target, word):
        return word
    wanted = word.strip(BLANK).casefold()
    for code in target.facets.enumeration:
        names = [code, code.replace("_", " "), code.replace("_", "-")]
        names += target.code_labels.get(code, {}).values()
        if wanted in (name.casefold() for name in names):
            return code
    return None


def _of_text(target: Field, values: list[Value], conventions: Conventions) -> Evidence:
    texts = [value for value in values if isinstance(value, str)]
    if (len(values) - len(texts)) * _STRAY > len(values):
        # Figures in a column for a text may be account numbers; dates, and codes, they never are.
        plain = _all_numbers(values) and not is_coded(target) and not target.info.get("check")
        fits = plain and all(not check_value(target, cell_text(value)) for value in values)
        return Evidence.NOTHING if fits else Evidence.AGAINST
    if is_coded(target):
        known = sum(known_code(target, text) is not None for text in texts)
        if known == len(texts):
            return Evidence.PARTICULAR
        short = max(map(len, texts)) <= _LONGEST_WORD
        return Evidence.NOTHING if len(texts) <= _FEW and short else Evidence.AGAINST
    convert = converter(target, conventions)
    wrong = 0
    for text in texts:
        read = convert(text, None)
        plain_text = read.text if isinstance(read, Flaw) else read
        if plain_text in conventions.empty:
            continue
        bad = plain_text is None or bool(check_value(target, plain_text))
        wrong += bad or not _checked(target, plain_text or "")
    if wrong * _STRAY > len(texts):
        return Evidence.AGAINST
    return Evidence.PARTICULAR if target.info.get("check") in _CHECKS else Evidence.POSSIBLE


def _checked(target: Field, text: str) -> bool:
    test = _CHECKS.get(target.info.get("check", ""))
    return test is None or test(text)


def _other_moment(target: Field, values: list[Value]) -> bool:
    """Whether the cells hold times of day that a field for dates would lose."""
    if target.kind is not Kind.DATE:
        return False
    timed = sum(
        isinstance(v, datetime) and (v.hour, v.minute, v.second) != (0, 0, 0) for v in values
    )
    return timed * _STRAY > len(values)


def _all_numbers(values: list[Value]) -> bool:
    """Whether all are number cells; their values are not looked at."""
    return not any(isinstance(v, str | bool | date | time | timedelta) for v in values)


def _blank(value: Value) -> bool:
    return isinstance(value, str) and not value.strip(BLANK)
