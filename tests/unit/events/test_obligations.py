"""Deadlines from tables: how they are counted, when they are done, and which entry applies."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from event_pack import event_files
from hypothesis import given
from hypothesis import strategies as st

from app.domain.obligation import HONG_KONG, deadline, newest, read_obligations, start_of
from app.domain.period import Period
from app.domain.states import State
from app.domain.tomltable import PackError
from app.services import clocks, drafts, firm, following
from app.services.desk import Desk
from app.services.obligations import obligation_of, obligations
from app.services.packs import add_pack, list_packs, open_pack, shipped_packs
from app.services.reminders import duties, reminders
from app.services.returns import get_return, new_return
from app.store import returns as store

TABLE = """
[[obligation]]
id = "filing"
kind = "filing"
from = "Times/Detection"
hours = 0
when = "Ids/Phase = 'INITIAL'"
citation = "C"
certainty = "LAW?"
title = { en = "Report at once", zh-Hant = "即時報告" }
[[obligation]]
id = "four"
kind = "alert"
from = "Times/Detection"
hours = 4
when = "Ids/Phase = 'INITIAL'"
citation = "C"
certainty = "HOUSE"
title = { en = "Four hours" }
[[obligation]]
id = "second"
kind = "next"
from = "Times/Report"
hours = 72
when = "Ids/Phase = 'INITIAL'"
citation = "C"
certainty = "HOUSE"
title = { en = "Second report" }
[[obligation]]
id = "last"
kind = "next"
from = "Times/Report"
months = 1
when = "Ids/Phase = 'INTERMEDIATE'"
citation = "C"
certainty = "HOUSE"
title = { en = "Last report" }
"""
DETECTED = "2026-10-30T22:15:00+08:00"


def moment(text: str) -> datetime:
    """A moment with its zone."""
    return datetime.fromisoformat(text)


@pytest.fixture
def desk_with_clocks(event_desk: Desk) -> Desk:
    """The same workspace with a newer pack that has a table of obligations."""
    add_pack(event_desk, event_files("26.0", obligations=TABLE.encode()))
    return event_desk


def seal(desk: Desk, number: str, state: State = State.SIGNED) -> None:
    with desk.workspace.write() as connection:
        store.set_state(connection, number, state)


def running(desk: Desk, now: str) -> dict[str, clocks.Clock]:
    return {clock.id: clock for clock in clocks.clocks(desk, moment(now))}


def test_the_clocks_of_an_event_run_from_its_detection(desk_with_clocks: Desk) -> None:
    desk = desk_with_clocks
    record = new_return(desk, "EVENT", "2026-10")
    assert clocks.clocks(desk, moment(DETECTED)) == []  # nobody has said when it was noticed
    assert obligation_of(desk, record).due is None
    drafts.set_value(desk, record.id, "Times/Detection", DETECTED)
    found = running(desk, "2026-10-31T01:15:00+08:00")
    assert set(found) == {"filing", "four"}
    assert found["four"].started == moment(DETECTED)
    assert found["four"].due == moment("2026-10-31T02:15:00+08:00")
    assert (found["four"].remaining, found["four"].overdue) == (timedelta(hours=1), False)
    assert (found["filing"].remaining, found["filing"].overdue) == (timedelta(hours=-3), True)
    assert found["four"].event == "EVENT-2026-10-01"
    assert not running(desk, "2026-10-30T18:15:00Z")["four"].overdue  # on the second itself
    assert running(desk, "2026-10-30T18:15:01Z")["four"].overdue
    owed = obligation_of(desk, get_return(desk, record.id))
    assert (owed.due, owed.due_at) == (date(2026, 10, 30), moment(DETECTED))
    assert owed.words["zh-Hant"] == "即時報告"


def test_the_next_report_is_due_after_the_signed_one(desk_with_clocks: Desk) -> None:
    desk = desk_with_clocks
    first = new_return(desk, "EVENT", "2026-10")
    drafts.set_value(desk, first.id, "Times/Detection", DETECTED)
    drafts.set_value(desk, first.id, "Times/Report", "2026-10-31T00:15:00+08:00")
    assert "second" not in running(
        desk, DETECTED
    )  # it is counted from a report that was handed over
    seal(desk, first.id)
    assert set(running(desk, DETECTED)) == {"filing", "second"}  # signed, not yet filed
    seal(desk, first.id, State.FILED)
    assert set(running(desk, DETECTED)) == {"second"}
    second = following.follow(desk, "EVENT", "2026-11", first.id)
    due = obligation_of(desk, second)
    assert due.due_at == moment("2026-11-03T00:15:00+08:00")
    drafts.set_value(desk, second.id, "Times/Report", "2026-10-31T00:20:00+08:00")
    seal(desk, second.id, State.FILED)
    found = running(desk, "2026-11-29T00:20:00+08:00")
    assert set(found) == {"last"}  # a month after 31 October is 30 November
    assert found["last"].due == moment("2026-11-30T00:20:00+08:00")
    assert found["last"].remaining == timedelta(days=1)
    last = following.follow(desk, "EVENT", "2026-11", second.id)
    drafts.set_value(desk, last.id, "Ids/Phase", "FINAL")
    seal(desk, last.id, State.FILED)
    assert running(desk, DETECTED) == {}


def test_clocks_ask_for_nothing_but_the_moment(desk_with_clocks: Desk) -> None:
    record = new_return(desk_with_clocks, "EVENT", "2026-10")
    drafts.set_value(desk_with_clocks, record.id, "Times/Detection", DETECTED)
    same = [clocks.clocks(desk_with_clocks, moment("2026-10-31T00:00:00Z")) for _ in range(2)]
    assert same[0] == same[1]


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), st.integers(0, 2000))  # noqa: DTZ001
def test_hours_are_hours_in_every_zone(naive: datetime, hours: int) -> None:
    start = naive.replace(tzinfo=UTC)
    due = deadline(start, hours, "hours")
    assert due.moment - start == timedelta(hours=hours)
    assert due == deadline(start.astimezone(HONG_KONG), hours, "hours")


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 400))
def test_a_deadline_in_days_ends_with_its_day_in_hong_kong(start: date, days: int) -> None:
    due = deadline(start, days, "days")
    assert due.day.toordinal() == start.toordinal() + days
    assert not due.over(datetime.combine(due.day, time(23, 59, 59), HONG_KONG))
    assert due.over(due.moment)
    late = datetime.combine(start, time(23, 59), HONG_KONG)
    assert deadline(late, days, "days").day == due.day  # the clock of the start does not matter


@pytest.mark.parametrize(
    ("start", "count", "unit", "roll", "day"),
    [
        # 25 and 26 December 2026 are general holidays, a Friday and a Saturday.
        ("2026-12-24", 1, "business_days", "none", "2026-12-28"),
        ("2026-12-24", 1, "days", "none", "2026-12-25"),
        ("2026-12-24", 1, "days", "next-business-day", "2026-12-28"),
        ("2026-12-28", 0, "days", "next-business-day", "2026-12-28"),
        # The Lunar New Year of 2027: 6 February is a Saturday, 8 and 9 February are holidays.
        ("2027-02-05", 1, "business_days", "none", "2027-02-10"),
        ("2026-10-31", 1, "months", "none", "2026-11-30"),
        ("2027-01-31", 1, "months", "none", "2027-02-28"),
        ("2028-01-31", 1, "months", "none", "2028-02-29"),
        ("2026-10-31", 14, "days", "none", "2026-11-14"),
        ("2026-10-31", 21, "days", "none", "2026-11-21"),
    ],
)
def test_days_are_counted_as_the_table_says(
    start: str, count: int, unit: str, roll: str, day: str
) -> None:
    assert deadline(date.fromisoformat(start), count, unit, roll).day == date.fromisoformat(day)


def test_a_moment_without_a_zone_is_hong_kongs() -> None:
    assert start_of("2026-10-30T22:15:00") == moment(DETECTED)
    assert start_of("2026-10-30T14:15:00Z") == moment(DETECTED)
    assert start_of("2026-10-30") == date(2026, 10, 30)
    assert start_of("2026-10-30+08:00") == date(2026, 10, 30)
    assert start_of("soon") is None
    assert start_of("") is None


def test_the_entry_that_took_effect_last_decides() -> None:
    old, new = (
        f'[[obligation]]\nid = "filing"\nkind = "filing"\nfrom = "period-end"\ndays = {days}\n'
        f'effective_from = {since}\ncitation = "C"\ncertainty = "LAW"\ntitle = {{ en = "F" }}\n'
        for days, since in ((14, "2023-06-01"), (10, "2027-01-01"))
    )
    table = read_obligations((new + old).encode(), "t.toml")
    for month, days in (("2026-12", 14), ("2027-01", 10)):
        [rule] = newest(table, Period.parse(month).end)
        assert rule.count == days
    assert newest(table, date(2023, 5, 31)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("days = 3", "exactly one of hours, days, business_days, months"),
        ('kind = "deadline"', "kind"),
        ('roll = "back"', "roll"),
        ('surprise = "x"', "surprise"),
    ],
)
def test_a_mistake_in_the_table_is_named(change: str, said: str) -> None:
    lines = [
        line
        for line in TABLE.splitlines()
        if not line.startswith(change.split(" = ", maxsplit=1)[0])
    ]
    at = lines.index('id = "filing"') + 1
    body = "\n".join([*lines[:at], change, *lines[at:]])
    with pytest.raises(PackError, match=said) as caught:
        read_obligations(body.encode(), "form/obligations.toml")
    assert caught.value.file == "form/obligations.toml"


def test_every_shipped_return_knows_its_deadline() -> None:
    packs = {pack.manifest.return_type: pack for pack in map(open_pack, shipped_packs())}
    found = {
        name: (rule.count, rule.unit, rule.certainty)
        for name, pack in packs.items()
        for rule in pack.obligations
        if rule.kind == "filing"
    }
    assert found == {
        "CAR": (14, "days", "LAW?"),
        "CWR": (14, "days", "LAW?"),
        "FRS": (21, "days", "LAW"),
        "INC": (0, "hours", "LAW?"),
        "PTS": (14, "days", "HOUSE"),
        "SCR": (14, "days", "HOUSE"),
    }
    for pack in packs.values():
        for rule in pack.obligations:
            assert set(rule.titles) == {"en", "zh-Hant"}, rule.id
            for path in (rule.start, rule.until):
                assert path in ("", "period-end", "begun") or pack.schema.place(path), path
        if pack.chain is not None:
            assert all(pack.schema.place(path) for path in pack.chain.paths)


def test_a_notice_runs_for_each_ground_until_it_was_given(desk: Desk) -> None:
    number = new_return(desk, "FRS", "2026-10").id
    for ground, aware in (("1", "2026-10-16"), ("2", "2026-10-30")):
        drafts.add_row(desk, number, "Notifications/Notification")
        drafts.set_value(desk, number, f"Notifications/Notification[{ground}]/AwareOn", aware)
    now = moment("2026-11-02T12:00:00+08:00")
    # Friday the 16th; Monday the 19th was a holiday, the day after the Chung Yeung Festival.
    days = [clock.last_day for clock in clocks.alerts(desk, now) if clock.id == "notice"]
    assert days == ["2026-10-20", "2026-11-02"]
    drafts.set_value(desk, number, "Notifications/Notification[1]/NotifiedOn", "2026-10-20")
    [left] = clocks.alerts(desk, now)
    assert (left.last_day, left.overdue, left.certainty) == ("2026-11-02", False, "LAW")
    assert left.remaining == timedelta(hours=12)


def test_what_is_due_begins_with_the_licence(desk: Desk) -> None:
    today = date(2026, 11, 3)
    types = {pack.manifest.return_type for pack in list_packs(desk)} - {"INC"}
    assert {item.return_type for item in obligations(desk, today)} == types
    firm.set_firm(desk, "licence_from", "2026-11-02")
    assert obligations(desk, today) == []
    assert {item.period for item in obligations(desk, today, ahead=2)} == {"2026-11", "2026-12"}
    firm.set_firm(desk, "licence_from", "2026-10-31")
    assert {item.period for item in obligations(desk, today)} == {"2026-10"}


def test_duties_come_again_every_year_and_month(event_desk: Desk) -> None:
    today = date(2026, 11, 22)
    undated = {item.duty.id for item in reminders(event_desk, today) if item.due is None}
    assert undated == {duty.id for duty in duties() if duty.start == "financial-year-end"}
    firm.set_firm(event_desk, "financial_year_end", "02-29")
    found = {item.duty.id: item.due.day for item in reminders(event_desk, today) if item.due}
    assert found["audited-accounts"] == date(2027, 6, 28)
    assert found["technology-audit"] == date(2027, 2, 28)
    assert found["board-report"] == date(2026, 11, 30)
    assert found["frr-quarterly-forms"] == date(2027, 1, 21)
    for duty in duties():
        assert set(duty.titles) == {"en", "zh-Hant"}
        assert set(duty.notes) in ({"en", "zh-Hant"}, set())


@given(st.dates(date(1995, 1, 1), date(2090, 1, 1)))
def test_the_next_day_of_a_duty_is_never_past_and_never_skipped(today: date) -> None:
    for duty in duties():
        found = duty.next_due(today, "12-31")
        assert found is not None
        start, due = found
        assert due.day >= today
        again = duty.next_due(due.day, "12-31")
        assert again == (start, due)  # nothing lies between
