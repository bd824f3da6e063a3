"""What the firm says of itself: written as shown, kept in the history, taken back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import firm
from app.services.desk import Desk
from app.store import history


def test_what_the_firm_says_is_kept_and_taken_back(event_desk: Desk) -> None:
    assert {item.name: item.value for item in firm.list_firm(event_desk)} == {
        "entity": event_desk.workspace.fact("entity"),
        "ce": event_desk.workspace.fact("ce"),
        "licence_from": "",
        "financial_year_end": "",
        "explanation_growth": "25",
        "certificate_entity": "warn",
    }
    assert firm.set_firm(event_desk, "financial_year_end", " 02-29 ").settings
    assert firm.get_firm(event_desk, "financial_year_end").value == "02-29"
    firm.set_firm(event_desk, "explanation_growth", "0")
    assert firm.get_firm(event_desk, "explanation_growth").value == "0"
    firm.set_firm(event_desk, "explanation_growth", "")
    assert firm.get_firm(event_desk, "explanation_growth").value == "25"
    assert not firm.set_firm(event_desk, "explanation_growth", "25").settings
    with event_desk.workspace.read() as connection:
        said = [json.loads(entry.detail) for entry in history.of_action(connection, "setting")]
    assert said[-1] == {"name": "explanation_growth", "before": "0", "after": "25"}
    assert len(said) == 3


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("licence_from", "2026-02-30"),
        ("licence_from", "20261015"),
        ("licence_from", "15.10.2026"),
        ("financial_year_end", "13-01"),
        ("financial_year_end", "2026-12-31"),
        ("financial_year_end", "12-31\n12-31"),
        ("explanation_growth", "-5"),
        ("explanation_growth", "12.5"),
        ("explanation_growth", "٢٥"),
        ("explanation_growth", "025"),
    ],
)
def test_a_value_of_another_form_is_refused(event_desk: Desk, name: str, value: str) -> None:
    with pytest.raises(firm.SettingRefused, match=firm.get_firm(event_desk, name).form):
        firm.set_firm(event_desk, name, value)


@given(st.dates())
def test_every_day_of_a_year_can_end_it(day: object) -> None:
    assert firm._is_month_day(str(day)[5:])
