"""Codes of firms, securities, tokens, currencies and countries."""

import re
from functools import cache

from stdnum import isin, lei
from stdnum.iso7064 import mod_37_36

from app.paths import data_root

_CE = re.compile(r"[A-Z]{3}[0-9]{3}")
_LEI = re.compile(r"[A-Z0-9]{18}[0-9]{2}")
_ISIN = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]")
_DTI_ALPHABET = "0123456789BCDFGHJKLMNPQRSTVWXZ"
_DTI = re.compile(rf"[{_DTI_ALPHABET[1:]}][{_DTI_ALPHABET}]{{8}}")


def is_ce(text: str) -> bool:
    """Central entity number of the SFC: three letters and three digits, as observed (no check digit)."""
    return _CE.fullmatch(text) is not None


def is_lei(text: str) -> bool:
    """Legal entity identifier, ISO 17442. Characters 5 and 6 may be anything: older codes need it."""
    # The library forgives spaces and lower case; the pattern does not.
    return _LEI.fullmatch(text) is not None and bool(lei.is_valid(text))


def is_isin(text: str) -> bool:
    """International securities identification number, ISO 6166."""
    return _ISIN.fullmatch(text) is not None and bool(isin.is_valid(text))


def is_dti(text: str) -> bool:
    """Digital token identifier, ISO 24165: MOD 31,30 over its alphabet, or a registered exception."""
    if _DTI.fullmatch(text) is None:
        return False
    return bool(mod_37_36.is_valid(text, alphabet=_DTI_ALPHABET)) or text in _list("dti-exceptions")


def is_currency(text: str) -> bool:
    """ISO 4217 code in force; XBT is none. Codes for tests and for no currency are part of the list."""
    return text in _list("currencies")


def currency_decimals(text: str) -> int | None:
    """How many decimals the currency has (2 for HKD); None where ISO 4217 says nothing."""
    digits = _list("currencies").get(text, "")
    return int(digits) if digits else None


def is_country(text: str) -> bool:
    """ISO 3166-1 alpha-2 code."""
    return text in _list("countries")


@cache
def _list(name: str) -> dict[str, str]:
    """A code list of `resources/codes`: one code a line, what belongs to it after a comma."""
    text = (data_root() / "resources" / "codes" / f"{name}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {code: rest for code, _, rest in (line.partition(",") for line in lines)}
