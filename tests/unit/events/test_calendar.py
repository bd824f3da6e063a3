"""The calendar file: what the library reads back, and what RFC 5545 asks of its bytes."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from app.domain.states import State
from app.services import drafts, firm
from app.services.calendar import calendar_bytes, write_calendar
from app.services.clocks import alerts
from app.services.desk import Desk
from app.services.obligations import obligations
from app.services.reminders import reminders
from app.services.returns import new_return
from app.store import returns as store
from app.store.files import FileUnwritable

NOW = datetime(2026, 11, 3, 4, 30, 15, 123456, tzinfo=UTC)


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A desk with an incident, a notice under way, a filed return and a financial year."""
    firm.set_firm(desk, "financial_year_end", "03-31")
    incident = new_return(desk, "INC", "2026-11").id
    drafts.set_value(desk, incident, "Times/Detection", "2026-11-03T11:00:00+08:00")
    drafts.set_value(desk, incident, "Description/Title", "Signing; halted, 熱錢包\nsecond line")
    capital = new_return(desk, "FRS", "2026-10").id
    drafts.add_row(desk, capital, "Notifications/Notification")
    drafts.set_value(desk, capital, "Notifications/Notification[1]/AwareOn", "2026-11-02")
    filed = new_return(desk, "CWR", "2026-10").id
    with desk.workspace.write() as connection:
        store.set_state(connection, filed, State.FILED)
    return desk


def read(body: bytes) -> dict[str, Any]:
    """The entries by their UID, as the library reads them."""
    calendar = icalendar.Calendar.from_ical(body)
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def content_lines(body: bytes) -> Iterator[tuple[str, str]]:
    """Names and values by our own reading: unfold, split at the first colon, undo the escapes."""
    text = body.decode("utf-8").replace("\r\n ", "")
    for line in text.split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        yield name, re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), value)


def test_every_open_deadline_is_an_entry(busy: Desk) -> None:
    body, count = calendar_bytes(busy, NOW)
    events = read(body)
    assert len(events) == count  # and no two share a UID
    today = date(2026, 11, 3)
    filings = [item for item in obligations(busy, today, ahead=12) if item.due and not item.done]
    clocks = [clock for clock in alerts(busy, NOW) if clock.kind != "filing"]
    coming = [item for item in reminders(busy, today) if item.due]
    assert count == len(filings) + len(clocks) + len(coming)
    texts = [str(event["SUMMARY"]) for event in events.values()]
    assert not any(text.startswith("CWR 2026-10") for text in texts)
    assert any(text.startswith("CWR 2026-11") for text in texts)
    days = {item.due for item in filings if item.due_at is None}
    days |= {date.fromisoformat(clock.last_day) for clock in clocks if not clock.exact}
    days |= {item.due.day for item in coming if item.due}
    moments = {item.due_at for item in filings if item.due_at}
    moments |= {clock.due for clock in clocks if clock.exact}
    starts = [event["DTSTART"].dt for event in events.values()]
    assert {start for start in starts if not isinstance(start, datetime)} == days
    assert {start for start in starts if isinstance(start, datetime)} == moments


def test_an_entry_says_what_it_rests_on(busy: Desk) -> None:
    events = read(calendar_bytes(busy, NOW)[0]).values()
    by_text = {str(event["SUMMARY"]): event for event in events}
    filing = by_text["FRS 2026-10: File the FRR return, and this summary with it"]
    assert filing["DTSTART"].dt == date(2026, 11, 21)
    assert "Deadline: law. FRR (Cap. 571N) s 56(1)" in filing["DESCRIPTION"]
    assert "draft" in filing["DESCRIPTION"]
    alarms = [alarm["TRIGGER"].dt for alarm in filing.walk("VALARM")]
    assert alarms == [timedelta(days=-7, hours=9), timedelta(days=-1, hours=9), timedelta(hours=9)]
    alert = by_text["INC-2026-11-01: Initial report not signed 4 hours after detection"]
    assert alert["DTSTART"].dt == datetime(2026, 11, 3, 7, 0, tzinfo=UTC)
    assert "house rule, no law" in alert["DESCRIPTION"]
    assert "Signing; halted, 熱錢包" in alert["DESCRIPTION"]
    assert alert["DTSTAMP"].dt == NOW.replace(microsecond=0)
    yearly = by_text["Annual technology audit"]
    assert yearly["DTSTART"].dt == date(2027, 3, 31)
    assert "Duty: law; the day: house rule, no law." in yearly["DESCRIPTION"]


def test_the_same_deadline_keeps_its_uid(busy: Desk) -> None:
    before = {str(e["SUMMARY"]): uid for uid, e in read(calendar_bytes(busy, NOW)[0]).items()}
    new_return(busy, "CAR", "2026-10")  # begun in the meantime
    later = calendar_bytes(busy, NOW + timedelta(hours=1))[0]
    after = {str(e["SUMMARY"]): uid for uid, e in read(later).items()}
    assert after == before
    chinese = read(calendar_bytes(busy, NOW, "zh-Hant")[0])
    assert set(chinese) == set(before.values())
    assert any("提交客戶資產申報表" in str(event["SUMMARY"]) for event in chinese.values())
    assert any("並非法例" in str(event["DESCRIPTION"]) for event in chinese.values())


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_the_bytes_are_those_of_rfc_5545(busy: Desk, language: str) -> None:
    body, count = calendar_bytes(busy, NOW, language)
    assert body.endswith(b"END:VCALENDAR\r\n")
    lines = body.split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 75  # octets, without the line break (section 3.1)
    for line in lines:
        line.decode("utf-8")  # no character is torn apart where a line is folded
    found = list(content_lines(body))
    names = [name.partition(";")[0] for name, _ in found]
    assert found[0] == ("BEGIN", "VCALENDAR")
    assert names.count("VERSION") == names.count("PRODID") == 1
    for name in ("UID", "DTSTAMP", "DTSTART", "TRANSP"):
        assert names.count(name) == count, name
    opened = [value for name, value in found if name == "BEGIN"]
    assert opened.count("VEVENT") == count
    assert names.count("TRIGGER") == opened.count("VALARM")
    depth: list[str] = []
    for name, value in found:
        if name == "BEGIN":
            depth.append(value)
        elif name == "END":
            assert depth.pop() == value
    assert depth == []
    assert all(re.fullmatch(r"-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?", value) for name, value in found if name == "TRIGGER")  # fmt: skip
    said = {str(event["DESCRIPTION"]) for event in read(body).values()}
    ours = {value for name, value in found if name == "DESCRIPTION"}
    assert said <= ours  # the two readings agree on every text


def test_the_file_is_written_whole_or_not_at_all(busy: Desk, tmp_path: Path) -> None:
    target = tmp_path / "deadlines.ics"
    written = write_calendar(busy, target, NOW)
    assert (written.entries, target.read_bytes()) == (
        calendar_bytes(busy, NOW)[1],
        calendar_bytes(busy, NOW)[0],
    )
    with pytest.raises(FileUnwritable):
        write_calendar(busy, tmp_path / "nowhere" / "deadlines.ics", NOW)
    assert [item.name for item in tmp_path.glob("*deadlines*")] == ["deadlines.ics"]
