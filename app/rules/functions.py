"""The functions of the namespace `urn:praya:functions`. An absent argument gives an absent answer."""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.domain import identifiers
from app.rules.arithmetic import FREE, number, text
from app.rules.atoms import Atom, RuleFault, Undecided

FUNCTIONS_NAMESPACE = "urn:praya:functions"


def _known(check: Callable[[str], bool]) -> Callable[..., Atom]:
    return lambda value: check(text(value))


def _address(chain: Atom, address: Atom) -> bool:
    return identifiers.check_address(text(chain), text(address))


def round_half_up(value: Atom, digits: Atom) -> Decimal:
    """A number with so many decimal digits; a half goes away from zero."""
    places = number(digits)
    if places != places.to_integral_value():
        raise RuleFault("the number of digits must be whole")
    return number(value).quantize(
        Decimal(1).scaleb(-int(places)), rounding=ROUND_HALF_UP, context=FREE
    )


def _day(value: Atom) -> date:
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError as error:
        raise Undecided(f"“{value}” is not a date") from error


def _days(start: Atom, end: Atom) -> Decimal:
    return Decimal((_day(end) - _day(start)).days)


FUNCTIONS: dict[str, tuple[int, type, Callable[..., Atom]]] = {
    "lei": (1, bool, _known(identifiers.is_lei)),
    "isin": (1, bool, _known(identifiers.is_isin)),
    "dti": (1, bool, _known(identifiers.is_dti)),
    "ce": (1, bool, _known(identifiers.is_ce)),
    "caip2": (1, bool, _known(identifiers.is_caip2)),
    "caip10": (1, bool, _known(identifiers.is_caip10)),
    "caip19": (1, bool, _known(identifiers.is_caip19)),
    "currency": (1, bool, _known(identifiers.is_currency)),
    "country": (1, bool, _known(identifiers.is_country)),
    "address": (2, bool, _address),
    "round": (2, Decimal, round_half_up),
    "days": (2, Decimal, _days),
}
"""Name → number of arguments, what comes out, and the function itself."""

NUMERIC_ARGUMENTS = frozenset({"round"})


def call(name: str, *arguments: Atom | None) -> Atom | None:
    """Apply a function; None as soon as one argument is absent."""
    given = [argument for argument in arguments if argument is not None]
    if len(given) < len(arguments):
        return None
    return FUNCTIONS[name][2](*given)
