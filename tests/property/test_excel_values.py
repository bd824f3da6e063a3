"""A value typed in the form, written into a template and imported again is the same value."""

import string
from decimal import Decimal
from pathlib import Path

import pytest
from excel_pack import ITEM, stock_desk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.excel.flaws import Flaw
from app.excel.numbers import exact_number
from app.excel.scan import LongNumber
from app.services import drafts, imports
from app.services.returns import new_return
from app.services.templates import write_template

DIGITS = st.integers(1, 38).flatmap(
    lambda n: st.tuples(
        st.sampled_from(["", "-"]),
        st.text("0123456789", min_size=n, max_size=n),
        st.one_of(
            st.just(""), st.text("0123456789", min_size=1, max_size=18).map(lambda t: f".{t}")
        ),
    ).map("".join)
)
WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
    min_size=1,
    max_size=40,
).map(lambda t: f"a{t}b")
MARKED = st.sampled_from(
    ["_x000D_", "_x005F_", "a\nb", "=1+1", "'x", "a\tb", "007", "1E5", "TRUE", "–"]
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("values")
    desk = stock_desk(folder / "w.praya")
    first, second = (new_return(desk, "STOCK", f"2026-{month}").id for month in ("09", "10"))
    for rid in (first, second):
        drafts.add_row(desk, rid, ITEM)
    yield desk, first, second, folder
    desk.workspace.close()


def through_a_template(world, values: dict[str, str]) -> imports.ImportPreview:  # type: ignore[no-untyped-def]
    desk, first, second, folder = world
    for path, text in values.items():
        drafts.set_value(desk, first, path, text)
    out: Path = write_template(desk, "STOCK", folder / "t.xlsx", return_id=first, overwrite=True)
    assert imports.import_file(desk, second, out).applied
    return imports.dry_run(
        desk,
        first,
        write_template(desk, "STOCK", folder / "u.xlsx", return_id=second, overwrite=True),
    )


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(total=DIGITS, quantity=DIGITS, name=st.one_of(WORDS, MARKED))
def test_values_come_back_to_the_last_digit(world, total: str, quantity: str, name: str) -> None:  # type: ignore[no-untyped-def]
    preview = through_a_template(
        world,
        {"Head/Total": total, "Head/Name": name, f"{ITEM}[1]/Id": name, f"{ITEM}[1]/Qty": quantity},
    )
    assert preview.changes == ()


@given(st.integers(1, 999_999_999_999_999), st.integers(0, 15))
def test_every_number_of_fifteen_digits_is_recovered_from_its_double(
    digits: int, places: int
) -> None:
    number = Decimal(digits).scaleb(-places)
    value = float(number)
    for raw in (repr(value), f"{value:.16g}", f"{value:.17g}"):
        long = LongNumber(raw, formula=False) if len(raw) > 15 or "e" in raw else None
        reading = exact_number(value, long)
        text = reading.text if isinstance(reading, Flaw) else reading
        assert text is not None
        assert Decimal(text) == number


@given(st.text(string.digits, min_size=16, max_size=40), st.integers(0, 15))
def test_a_number_cell_never_yields_another_number(digits: str, places: int) -> None:
    raw = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    reading = exact_number(float(raw), LongNumber(raw, formula=False))
    text = reading.text if isinstance(reading, Flaw) else reading
    if text is not None:
        assert Decimal(text) == Decimal(raw) or float(text) == float(raw)
        assert abs(Decimal(text) - Decimal(raw)) <= abs(Decimal(raw)) * Decimal("1e-15")
