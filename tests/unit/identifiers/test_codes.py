"""Codes against published vectors, and against the mistakes people make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import isin

from app.domain import identifiers as ids

_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

LEI = ["HWUPKR0MPOU8FGXBT394", "2HI3YI5320L3RW6NJ957", "5493001KJTIIGC8Y1R12"]
DTI = [
    "X9J9K872S",
    "HWRGLMT9T",
    "9X1Z1NQG5",
    "3WCGMWKQM",
    "WGJSRNZGM",
    "J7KQCG93W",
    "44SDQ6NX0",
    "10ZW1X3N5",
    "4H95J0R2X",  # Bitcoin, the registered exception
]
ISIN = ["US0378331005", "HK0000069689", "GB0002634946", "XS0971721963"]


@pytest.mark.parametrize("text", LEI)
def test_lei_is_accepted(text: str) -> None:
    assert ids.is_lei(text)


@pytest.mark.parametrize("text", DTI)
def test_dti_is_accepted(text: str) -> None:
    assert ids.is_dti(text)


@pytest.mark.parametrize("text", ISIN)
def test_isin_is_accepted(text: str) -> None:
    assert ids.is_isin(text)


def mutants(text: str, alphabet: str) -> list[str]:
    """The text with each of its characters replaced by every other one of the alphabet."""
    return [
        text[:place] + letter + text[place + 1 :]
        for place, old in enumerate(text)
        for letter in alphabet
        if letter != old and old in alphabet
    ]


@pytest.mark.parametrize("alphabet", [_DIGITS, _LETTERS])
@pytest.mark.parametrize("text", LEI)
def test_no_mistyped_character_passes_as_lei(text: str, alphabet: str) -> None:
    # A digit for a letter can slip through: the letter stands for two digits, and the sum may agree.
    assert not any(ids.is_lei(wrong) for wrong in mutants(text, alphabet))


@pytest.mark.parametrize("text", ISIN)
def test_no_mistyped_digit_passes_as_isin(text: str) -> None:
    assert not any(ids.is_isin(wrong) for wrong in mutants(text, _DIGITS))


@pytest.mark.parametrize("text", DTI[:-1])
def test_no_mistyped_character_passes_as_dti(text: str) -> None:
    assert not any(ids.is_dti(wrong) for wrong in mutants(text, "0123456789BCDFGHJKLMNPQRSTVWXZ"))


@pytest.mark.parametrize("check", [ids.is_lei, ids.is_dti, ids.is_isin])
@pytest.mark.parametrize("change", [str.lower, " {}".format, "{} ".format, "{}\n".format])
def test_nothing_is_forgiven(check, change) -> None:  # type: ignore[no-untyped-def]
    for good in (LEI[0], DTI[0], ISIN[0]):
        assert not check(change(good))
    assert not ids.is_lei("HWUPKR0MPOU8FGXBT395")
    assert not ids.is_lei("HWUPKR0M-POU8FGXBT394")


def test_ce_numbers() -> None:
    assert ids.is_ce("AXC846")
    for wrong in ("axc846", "AXC84", "AXC8461", "AX8461", "AXC846 ", "ＡXC846", "AXC８46", ""):
        assert not ids.is_ce(wrong)


def test_currencies() -> None:
    for code in ("HKD", "USD", "CNY", "EUR", "XCG", "ZWG"):
        assert ids.is_currency(code)
    for wrong in ("XBT", "BTC", "hkd", "HRK", "BGN", "CNH", "HKD ", ""):
        assert not ids.is_currency(wrong)
    assert ids.currency_decimals("HKD") == 2
    assert ids.currency_decimals("JPY") == 0
    assert ids.currency_decimals("BHD") == 3
    assert ids.currency_decimals("XAU") is None
    assert ids.currency_decimals("XBT") is None


def test_countries() -> None:
    for code in ("HK", "CN", "GB", "TW", "BQ"):
        assert ids.is_country(code)
    for wrong in ("UK", "hk", "XX", "EU", "HKG", "AN", ""):
        assert not ids.is_country(wrong)


def test_the_isin_prefixes_of_the_library_are_our_countries() -> None:
    ours = {a + b for a in _LETTERS for b in _LETTERS if ids.is_country(a + b)}
    withdrawn = {"AN", "CS"}  # the library still knows them for old securities
    assert ours == set(isin._iso_3116_1_country_codes) - withdrawn


@given(st.text(max_size=60) | st.text("0123456789ABCDEFXZ:/-.% ", max_size=60))
def test_no_text_makes_them_raise(text: str) -> None:
    for check in (
        ids.is_lei,
        ids.is_isin,
        ids.is_dti,
        ids.is_ce,
        ids.is_caip2,
        ids.is_caip10,
        ids.is_caip19,
        ids.is_currency,
        ids.is_country,
    ):
        assert check(text) in (True, False)
