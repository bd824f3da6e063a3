"""Business days in Hong Kong, against the list of general holidays that was gazetted for 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.workdays import OutsideCalendar, general_holidays, is_workday, workday, workdays

# General holidays for 2026 as the Government announced them, beside the Sundays.
GAZETTED = {
    date(2026, month, day)
    for month, day in (
        (1, 1), (2, 17), (2, 18), (2, 19), (4, 3), (4, 4), (4, 6), (4, 7), (5, 1),
        (5, 25), (6, 19), (7, 1), (9, 26), (10, 1), (10, 19), (12, 25), (12, 26),
    )
}  # fmt: skip

days = st.dates(date(1999, 1, 1), date(2060, 12, 31))


def test_the_calendar_of_2026_is_the_gazetted_one() -> None:
    weekdays = {day for day in general_holidays(2026) if day.weekday() != 6}
    assert weekdays == GAZETTED
    every = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert [day for day in every if is_workday(day)] == [
        day for day in every if day.weekday() < 5 and day not in GAZETTED
    ]


def test_counting_around_holidays() -> None:
    assert workdays(date(2026, 9, 30), date(2026, 10, 1)) == 0  # National Day
    assert workdays(date(2026, 9, 30), date(2026, 10, 2)) == 1
    assert workdays(date(2026, 2, 16), date(2026, 2, 20)) == 1  # the Chinese New Year between
    assert workdays(date(2026, 4, 2), date(2026, 4, 8)) == 1  # Easter and Ching Ming
    assert workdays(date(2026, 10, 2), date(2026, 9, 30)) == -1
    assert workday(date(2026, 4, 2), 1) == date(2026, 4, 8)
    assert workday(date(2026, 10, 1), 0) == date(2026, 10, 2)
    assert workday(date(2026, 10, 2), 0) == date(2026, 10, 2)


@settings(deadline=None)
@given(days, st.integers(0, 900))
def test_counting_is_the_same_day_by_day(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    one_by_one = sum(is_workday(start + timedelta(days=n)) for n in range(1, length + 1))
    assert workdays(start, end) == one_by_one
    assert workdays(end, start) == -one_by_one


@settings(deadline=None)
@given(days, st.integers(1, 300))
def test_the_nth_business_day_is_n_business_days_away(start: date, number: int) -> None:
    found = workday(start, number)
    assert is_workday(found)
    assert workdays(start, found) == number


def test_outside_the_calendar_nothing_is_guessed() -> None:
    with pytest.raises(OutsideCalendar):
        workdays(date(2100, 12, 1), date(2101, 1, 3))
    with pytest.raises(OutsideCalendar):
        workday(date(2100, 12, 31), 1)
    with pytest.raises(ValueError, match="forwards"):
        workday(date(2026, 1, 1), -1)
