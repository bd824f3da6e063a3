"""One cell at a time: exactly, or a finding."""

import math
from datetime import date, datetime, time

import pytest

from app.domain.finding import Severity
from app.domain.schema import Field, Kind
from app.excel.cells import converter
from app.excel.flaws import Conventions, Flaw
from app.excel.numbers import cell_text, exact_number
from app.excel.scan import LongNumber

moment = datetime.fromisoformat
PLAIN = Conventions()
PROFILE = Conventions(timezone="+08:00", date_order="dmy", thousands=",", parentheses=True)


def read(kind: Kind, value: object, known: Conventions = PLAIN, long: LongNumber | None = None):  # type: ignore[no-untyped-def]
    return converter(Field("F", kind, "string"), known)(value, long)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["0", "1234.50", "-7", "+5", ".5", "5.", "007.10", "1" * 38, f"{'9' * 20}.{'1' * 18}"]
)
def test_a_number_in_a_text_cell_goes_through_as_it_stands(text: str) -> None:
    assert read(Kind.DECIMAL, text) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1,234.50", "CELL-SEPARATOR"),
        ("12,5", "CELL-SEPARATOR"),
        ("(12)", "CELL-PARENTHESES"),
        ("98%", "CELL-PERCENT"),
        ("HK$5", "CELL-NUMBER"),
        ("5 BTC", "CELL-NUMBER"),
        ("-", "CELL-NUMBER"),
        ("n/a", "CELL-NUMBER"),
        ("x20", "CELL-NUMBER"),
        ("1.5E+7", "CELL-SCIENTIFIC"),
        ("-3.0335e-06", "CELL-SCIENTIFIC"),
        ("1 234", "CELL-NUMBER"),
        ("NaN", "CELL-NUMBER"),
        ("1.2.3", "CELL-NUMBER"),
    ],
)
def test_what_is_no_plain_number_is_never_guessed(text: str, code: str) -> None:
    flaw = read(Kind.DECIMAL, text)
    assert isinstance(flaw, Flaw)
    assert (flaw.code, flaw.severity, flaw.text) == (code, Severity.BLOCKING, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,234.50", "1234.50"), ("(1,234)", "-1234"), ("( 5 )", "-5"), ("-1,000,000", "-1000000")],
)
def test_a_profile_may_allow_a_notation(text: str, expected: str) -> None:
    assert read(Kind.DECIMAL, text, PROFILE) == expected


@pytest.mark.parametrize("text", ["1,23", "12,34,567", "1,234,5", "(-5)", ",5", "1,234.5,6"])
def test_and_then_it_is_read_strictly(text: str) -> None:
    flaw = read(Kind.DECIMAL, text, PROFILE)
    assert isinstance(flaw, Flaw)
    assert flaw.severity is Severity.BLOCKING


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        (" 5.2834", "CELL-SPACES", "5.2834"),
        ("5\u00a0", "CELL-SPACES", "5"),
        ("１２３．５", "CELL-FULL-WIDTH", "123.5"),
        ("−7", "CELL-FULL-WIDTH", "-7"),
    ],
)
def test_what_is_certain_is_read_and_noted(text: str, code: str, expected: str) -> None:
    flaw = read(Kind.DECIMAL, text)
    assert isinstance(flaw, Flaw)
    assert (flaw.code, flaw.severity, flaw.text) == (code, Severity.INFORMATION, expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5.0, "5"),
        (363771635.15, "363771635.15"),
        (885197.69, "885197.69"),
        (-0.0, "0"),
        (1e-3, "0.001"),
    ],
)
def test_a_number_cell_gives_the_decimal_that_excel_shows(value: float, expected: str) -> None:
    assert exact_number(value, None) == expected


@pytest.mark.parametrize("raw", ["885197.68999999994", "885197.6899999999"])
def test_a_double_written_in_full_is_the_number_that_was_typed(raw: str) -> None:
    assert exact_number(float(raw), LongNumber(raw, formula=False)) == "885197.69"


@pytest.mark.parametrize(
    "raw",
    [
        "12345678901234567.89",
        "1234567890123456",
        "100000000.000000001",
        "0.123456789012345678",
        "1E+15",
        "999999999999999999",
        "0.12345678901234568",
        "1e300",
    ],
)
def test_more_than_fifteen_digits_in_a_number_cell_block(raw: str) -> None:
    flaw = exact_number(float(raw), LongNumber(raw, formula=False))
    assert isinstance(flaw, Flaw)
    assert (flaw.code, flaw.severity, flaw.text) == ("CELL-PRECISION", Severity.BLOCKING, None)


@pytest.mark.parametrize("formula", [True, False])
def test_the_rest_of_a_calculation_has_to_be_explained(formula: bool) -> None:
    flaw = exact_number(0.1 + 0.2, LongNumber("0.30000000000000004", formula))
    assert isinstance(flaw, Flaw)
    assert (flaw.code, flaw.severity, flaw.text) == ("CELL-RESIDUE", Severity.EXPLAIN, "0.3")


@pytest.mark.parametrize("raw", ["1E-5", "1e-05", "1.0000000000000001E-5"])
def test_a_small_number_is_exact_in_scientific_notation(raw: str) -> None:
    reading = exact_number(float(raw), LongNumber(raw, formula=False))
    assert (reading.text if isinstance(reading, Flaw) else reading) == "0.00001"


def test_a_calculated_third_has_to_be_explained_and_a_typed_one_blocks() -> None:
    for formula, code in ((True, "CELL-RESIDUE"), (False, "CELL-PRECISION")):
        flaw = exact_number(1 / 3, LongNumber("0.33333333333333331", formula))
        assert isinstance(flaw, Flaw)
        assert flaw.code == code


def test_what_is_no_number_at_all() -> None:
    for value in (math.inf, math.nan):
        flaw = exact_number(value, None)
        assert isinstance(flaw, Flaw)
        assert flaw.code == "CELL-ERROR"


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (Kind.DECIMAL, True, "CELL-TYPE"),
        (Kind.DECIMAL, date(2026, 1, 1), "CELL-TYPE"),
        (Kind.TEXT, True, "CELL-TYPE"),
        (Kind.TEXT, date(2026, 10, 1), "CELL-TYPE"),
        (Kind.BOOLEAN, "maybe", "CELL-BOOLEAN"),
        (Kind.BOOLEAN, 2.0, "CELL-BOOLEAN"),
        (Kind.DATE, 46326.0, "CELL-DATE-NUMBER"),
        (Kind.DATE, time(3), "CELL-TYPE"),
        (Kind.DATE, "31/10/2026", "CELL-DATE-TEXT"),
        (Kind.DATE, "2026-02-30", "CELL-DATE-TEXT"),
        (Kind.DATE, "October", "CELL-DATE-TEXT"),
        (Kind.DATETIME, moment("2026-10-31T12:00:00"), "CELL-TIMEZONE"),
        (Kind.DATETIME, "2026-10-31T12:00:00", "CELL-TIMEZONE"),
        (Kind.DATETIME, date(2026, 10, 31), "CELL-TIME-MISSING"),
        (Kind.DATETIME, "noon", "CELL-DATE-TEXT"),
    ],
)
def test_a_cell_of_another_kind_blocks(kind: Kind, value: object, code: str) -> None:
    flaw = read(kind, value)
    assert isinstance(flaw, Flaw)
    assert (flaw.code, flaw.severity) == (code, Severity.BLOCKING)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.BOOLEAN, True, "true"),
        (Kind.BOOLEAN, "Yes", "true"),
        (Kind.BOOLEAN, "否", "false"),
        (Kind.BOOLEAN, 0.0, "false"),
        (Kind.DATE, date(2026, 10, 31), "2026-10-31"),
        (Kind.DATE, moment("2026-10-31T00:00:00"), "2026-10-31"),
        (Kind.DATETIME, "2026-10-31T23:59:59+08:00", "2026-10-31T23:59:59+08:00"),
        (Kind.DATETIME, moment("2026-10-31T23:59:59"), "2026-10-31T23:59:59+08:00"),
        (Kind.DATETIME, moment("2026-10-31T23:59:59.999000"), "2026-10-31T23:59:59.999+08:00"),
        (Kind.DATETIME, moment("2026-10-31T23:59:58.001000"), "2026-10-31T23:59:58.001+08:00"),
        (Kind.DATETIME, moment("2026-10-31T01:00:00.250000"), "2026-10-31T01:00:00.250+08:00"),
        (Kind.TEXT, "", None),
        (Kind.DECIMAL, "", None),
        (Kind.DECIMAL, "  ", None),
        (Kind.TEXT, "007", "007"),
    ],
)
def test_what_is_read_without_a_word(kind: Kind, value: object, expected: str | None) -> None:
    assert read(kind, value, PROFILE) == expected


@pytest.mark.parametrize("kind", [Kind.DATE, Kind.DATETIME])
def test_a_number_for_a_date_is_named_also_when_it_is_long(kind: Kind) -> None:
    for value, long in (
        (46326.99999999999, None),
        (46326.99999999999, LongNumber("46326.999999999993", formula=False)),
    ):
        flaw = read(kind, value, PROFILE, long)
        assert isinstance(flaw, Flaw)
        assert flaw.code == "CELL-DATE-NUMBER"
        assert "the number 46326.99999999999" in flaw.message


def test_dates_as_text_follow_the_profile() -> None:
    for text, order in (("31/10/2026", "dmy"), ("10/31/2026", "mdy"), ("2026.10.31", "ymd")):
        flaw = read(Kind.DATE, text, Conventions(date_order=order))
        assert isinstance(flaw, Flaw)
        assert (flaw.severity, flaw.text) == (Severity.INFORMATION, "2026-10-31")


def test_a_number_in_a_text_field_is_noted() -> None:
    flaw = read(Kind.TEXT, 7.0)
    assert isinstance(flaw, Flaw)
    assert (flaw.code, flaw.severity, flaw.text) == ("CELL-NUMBER-AS-TEXT", Severity.EXPLAIN, "7")


def test_the_text_for_maps_and_filters() -> None:
    assert cell_text(" a ") == "a"
    assert cell_text(value=True) == "TRUE"
    assert cell_text(5.0) == "5"
    assert cell_text(date(2026, 1, 2)) == "2026-01-02"
