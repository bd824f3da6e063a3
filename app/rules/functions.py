"""The functions of the namespace `urn:praya:functions`. An absent argument gives an absent answer."""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from app.domain import freetext, identifiers, moments, workdays
from app.rules.arithmetic import FREE, number, text
from app.rules.atoms import Atom, RuleFault, Undecided

FUNCTIONS_NAMESPACE = "urn:praya:functions"


def _known(check: Callable[[str], bool]) -> Callable[..., Atom]:
    return lambda value: check(text(value))


def _address(chain: Atom, address: Atom) -> bool:
    return identifiers.check_address(text(chain), text(address))


def round_half_up(value: Atom, digits: Atom) -> Decimal:
    """A number with so many decimal digits; a half goes away from zero."""
    return number(value).quantize(_last(number(digits)), rounding=ROUND_HALF_UP, context=FREE)


@lru_cache(maxsize=64)
def _last(places: Decimal) -> Decimal:
    """One unit in the last of so many places."""
    if places != places.to_integral_value():
        raise RuleFault("the number of digits must be whole")
    return Decimal(1).scaleb(-int(places))


def _day(value: Atom) -> date:
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError as error:
        raise Undecided(f"“{value}” is not a date") from error


def _hong_kong_day(value: Atom) -> date:
    found = moments.hong_kong_day(text(value))
    if found is None:
        raise Undecided(f"“{value}” is not a date")
    return found


def _days(start: Atom, end: Atom) -> Decimal:
    return Decimal((_day(end) - _day(start)).days)


def _months(start: Atom, end: Atom) -> Decimal:
    return Decimal(moments.months_between(_day(start), _day(end)))


def _workdays(start: Atom, end: Atom) -> Decimal:
    first, last = _hong_kong_day(start), _hong_kong_day(end)
    try:
        return Decimal(workdays.workdays(first, last))
    except workdays.OutsideCalendar as error:
        raise RuleFault(str(error)) from error


def _workday(start: Atom, count: Atom) -> str:
    wanted = number(count)
    if wanted != wanted.to_integral_value() or not 0 <= wanted <= _FARTHEST:
        raise RuleFault(f"p:workday() counts whole days from 0 to {_FARTHEST}")
    first = _hong_kong_day(start)
    try:
        return workdays.workday(first, int(wanted)).isoformat()
    except (workdays.OutsideCalendar, OverflowError) as error:
        raise RuleFault(str(error)) from error


_FARTHEST = 10000


def _moment(value: Atom) -> Decimal:
    found = moments.moment(text(value))
    if found is None:
        raise Undecided(f"“{value}” is no date and time with its zone")
    return found


def _hours(start: Atom, end: Atom) -> Decimal:
    return FREE.divide(FREE.subtract(_moment(end), _moment(start)), Decimal(3600))


def _after(later: Atom, earlier: Atom) -> bool:
    return _moment(later) > _moment(earlier)


def _transaction(chain: Atom, number_: Atom) -> bool:
    return identifiers.is_txid(text(chain), text(number_))


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
    "months": (2, Decimal, _months),
    "hours": (2, Decimal, _hours),
    "after": (2, bool, _after),
    "workdays": (2, Decimal, _workdays),
    "workday": (2, str, _workday),
    "email": (1, bool, _known(identifiers.is_email)),
    "phone": (1, bool, _known(identifiers.is_phone)),
    "txid": (2, bool, _transaction),
    "screened": (1, bool, _known(freetext.is_screened)),
}
"""Name → number of arguments, what comes out, and the function itself."""

NUMERIC_ARGUMENTS: dict[str, tuple[int, ...]] = {"round": (0, 1), "workday": (1,)}
"""Which arguments of a function are numbers; all others are text."""


def call(name: str, *arguments: Atom | None) -> Atom | None:
    """Apply a function; None as soon as one argument is absent."""
    given = [argument for argument in arguments if argument is not None]
    if len(given) < len(arguments):
        return None
    return FUNCTIONS[name][2](*given)
