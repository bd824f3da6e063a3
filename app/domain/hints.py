"""What may have gone wrong where two figures should agree: the slips that people and files make.

A hint is a guess that has been tried: with the other value in its place the comparison holds. Nothing
is ever changed by it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.amounts import grouped, plain
from app.domain.languages import in_language

UNITS = (3, 6, 8, 18)
"""Powers of ten by which units are mistaken: thousands, millions, satoshi, wei."""


class Slip(StrEnum):
    """Kinds of mistakes, the most telling first."""

    DIGITS = "digits"
    UNIT = "unit"
    SIGN = "sign"
    VALUE = "value"


RANK = tuple(Slip)


@dataclass(frozen=True, slots=True)
class Repair:
    """Another value for a figure. `power` is the power of ten of a unit slip, else 0."""

    slip: Slip
    value: Decimal
    power: int = 0


def slips(value: Decimal, difference: Decimal) -> Iterator[Repair]:
    """The slips by which a figure would have moved by exactly the difference, either way."""
    if not difference:
        return
    size = abs(difference)
    for repair in all_slips(value):
        if abs(repair.value - value) == size:
            yield repair


def all_slips(value: Decimal) -> Iterator[Repair]:
    """Every value from which a figure may have come by one slip."""
    yield from _swapped(value)
    yield from _units(value)
    yield Repair(Slip.SIGN, -value)


def _swapped(value: Decimal) -> Iterator[Repair]:
    """Two neighbouring digits the other way round; the difference is then a multiple of nine."""
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return
    digits = (0, *digits)  # 0.90 may have been 9.00
    for place in range(len(digits) - 1):
        one, other = digits[place : place + 2]
        if one != other:
            swapped = (*digits[:place], other, one, *digits[place + 2 :])
            yield Repair(Slip.DIGITS, Decimal((sign, swapped, exponent)))


def _units(value: Decimal) -> Iterator[Repair]:
    for power in UNITS:
        yield Repair(Slip.UNIT, value.scaleb(-power), -power)
        yield Repair(Slip.UNIT, value.scaleb(power), power)


def moved(value: Decimal, difference: Decimal) -> Iterator[Repair]:
    """A figure moved by the difference, either way."""
    yield Repair(Slip.VALUE, value - difference)
    yield Repair(Slip.VALUE, value + difference)


_WORDS: Mapping[Slip, Mapping[str, str]] = {
    Slip.DIGITS: {
        "en": "Two digits may be swapped: with {new} instead of {old} in {place} it would agree.",
        "zh-Hant": "可能有兩個數字對調了：若 {place} 是 {new} 而非 {old}，兩者便會相符。",
    },
    Slip.UNIT: {
        "en": "The unit may be wrong by 10^{power}: with {new} instead of {old} in {place} it would"
        " agree.",
        "zh-Hant": "單位可能差了 10^{power}：若 {place} 是 {new} 而非 {old}，兩者便會相符。",
    },
    Slip.SIGN: {
        "en": "The sign may be wrong: with {new} instead of {old} in {place} it would agree.",
        "zh-Hant": "正負號可能有誤：若 {place} 是 {new} 而非 {old}，兩者便會相符。",
    },
    Slip.VALUE: {
        "en": "It would agree with {new} instead of {old} in {place}.",
        "zh-Hant": "若 {place} 是 {new} 而非 {old}，兩者便會相符。",
    },
}
_MORE = {
    "en": "Or with {new} instead of {old} in {place}.",
    "zh-Hant": "或者 {place} 是 {new} 而非 {old}。",
}


@dataclass(frozen=True, slots=True)
class Hint:
    """One field whose other value would mend a comparison. `old` and `new` are plain decimals."""

    slip: Slip
    path: str
    old: str
    new: str
    power: int = 0

    @classmethod
    def of(cls, repair: Repair, path: str, old: Decimal) -> "Hint":
        """A repair that was tried, at its field."""
        return cls(repair.slip, path, plain(old), plain(repair.value), abs(repair.power))

    def text(self, language: str, place: str | None = None, *, more: bool = False) -> str:
        """The sentence; `place` names the field in words, else by its path."""
        words = _MORE if more else _WORDS[self.slip]
        return in_language(words, language).format(
            place=place or self.path,
            old=grouped(self.old),
            new=grouped(self.new),
            power=self.power,
        )


def sentence(hints: tuple[Hint, ...], language: str, places: Mapping[str, str]) -> str:
    """All hints of a finding as one text; `places` are names of fields by their paths."""
    return " ".join(
        hint.text(language, places.get(hint.path), more=number > 0)
        for number, hint in enumerate(hints)
    )
