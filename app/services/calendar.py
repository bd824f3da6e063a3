"""Deadlines as a calendar file (RFC 5545) that any calendar program reads."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.languages import ENGLISH, TRADITIONAL, in_language, words_in
from app.domain.obligation import HONG_KONG
from app.services.clocks import Clock, alerts
from app.services.desk import Desk
from app.services.obligations import Obligation, obligations
from app.services.reminders import Reminder, reminders
from app.store.files import hand_out

if TYPE_CHECKING:
    from icalendar import Calendar

MONTHS_AHEAD = 12
"""How far the returns of coming months are shown."""

_NINE = timedelta(hours=9)
_DAY_ALARMS = (timedelta(days=-7) + _NINE, timedelta(days=-1) + _NINE, _NINE)
_EXACT_ALARMS = (timedelta(hours=-1), timedelta())
_REMINDER_ALARMS = (timedelta(days=-30) + _NINE, timedelta(days=-7) + _NINE)

_WORDS = {
    "en": {
        "calendar": "Regulatory deadlines of {entity}",
        "LAW": "law",
        "LAW?": "law, text not found by us",
        "STD": "standard",
        "HOUSE": "house rule, no law",
        "deadline": "Deadline: {certainty}. {citation}",
        "duty": "Duty: {certainty}; the day: {day}. {citation}",
        "state": "State when this file was written: {state}",
        "not-begun": "not begun",
        "days": "Days are calendar days in Hong Kong.",
    },
    "zh-Hant": {
        "calendar": "{entity} 的監管期限",
        "LAW": "法例",
        "LAW?": "法例（我們未能找到條文）",
        "STD": "標準",
        "HOUSE": "內部規則，並非法例",
        "deadline": "期限依據：{certainty}。{citation}",
        "duty": "責任依據：{certainty}；日期依據：{day}。{citation}",
        "state": "寫入本檔案時的狀態：{state}",
        "not-begun": "尚未開始",
        "days": "日數按香港曆日計算。",
    },
}
_STATES_ZH = {
    "draft": "草稿",
    "validated": "已核對",
    "in-review": "批核中",
    "approved": "已批准",
    "signed": "已簽署，尚未提交",
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry before it is written. `when` is a day, or a moment where hours count."""

    key: str
    category: str
    summary: str
    lines: tuple[str, ...]
    when: date | datetime
    alarms: tuple[timedelta, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The file that was written, how many entries it has, and its SHA-256 as hex."""

    path: Path
    entries: int
    sha256: str


def write_calendar(desk: Desk, target: Path, now: datetime, language: str = "en") -> Written:
    """Write every open obligation, alert and reminder; the file appears whole or not at all."""
    body, count = calendar_bytes(desk, now, language)
    hand_out(target, body)
    return Written(target, count, hashlib.sha256(body).hexdigest())


def calendar_bytes(desk: Desk, now: datetime, language: str = "en") -> tuple[bytes, int]:
    """The file and the number of its entries, at a moment with its zone.

    The same deadline has the same UID in every file, so that a calendar program that reads a later
    file moves the entry that it has.
    """
    from icalendar import Calendar  # noqa: PLC0415  (only where a calendar is written)

    words = words_in(_WORDS, language)
    entity = desk.workspace.fact("entity")
    calendar = Calendar()
    calendar.add("prodid", "-//Praya//Regulatory returns//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words["calendar"].format(entity=entity))
    calendar.add("x-wr-timezone", "Asia/Hong_Kong")
    entries = list(_entries(desk, now, language))
    for entry in entries:
        _add(calendar, entry, now, desk.workspace.fact("ce"))
    return calendar.to_ical(), len(entries)


def _entries(desk: Desk, now: datetime, language: str) -> Iterator[_Entry]:
    today = now.astimezone(HONG_KONG).date()
    words = words_in(_WORDS, language)
    for item in obligations(desk, today, ahead=MONTHS_AHEAD):
        if item.due is not None and not item.done:
            yield _of_return(item, item.due_at or item.due, language)
    seen: Counter[tuple[str, str]] = Counter()
    for clock in alerts(desk, now):
        if clock.kind != "filing":  # it is there as its return
            seen[clock.return_id, clock.id] += 1
            yield _of_clock(clock, seen[clock.return_id, clock.id], language)
    for reminder in reminders(desk, today):
        if reminder.due is not None:
            yield _of_reminder(reminder, reminder.due.day, words, language)


def _of_return(item: Obligation, when: date | datetime, language: str) -> _Entry:
    words = words_in(_WORDS, language)
    state = item.state.value if item.state else words["not-begun"]
    name = in_language(item.words, language) or in_language(item.titles, language)
    event = item.return_id if item.due_at is not None or item.follows else None
    return _Entry(
        key=f"filing/{item.return_type}/{event or item.period}",
        category=item.return_type,
        summary=f"{item.return_type} {item.period}: {name}",
        lines=(
            _basis(words, item.certainty, item.citation),
            words["state"].format(
                state=state
                if language == ENGLISH
                else in_language({TRADITIONAL: _STATES_ZH.get(state, state)}, language)
            ),
            *((words["days"],) if item.due_at is None else ()),
        ),
        when=when,
        alarms=_DAY_ALARMS if not isinstance(when, datetime) else _EXACT_ALARMS,
    )


def _of_clock(clock: Clock, number: int, language: str) -> _Entry:
    words = words_in(_WORDS, language)
    about = clock.event_title or clock.event or f"{clock.return_type} {clock.period}"
    return _Entry(
        key=f"{clock.kind}/{clock.return_id}/{clock.id}/{number}",
        category=clock.return_type,
        summary=f"{clock.event or clock.return_type}: {clock.title(language)}",
        lines=(about, _basis(words, clock.certainty, clock.citation)),
        when=clock.due if clock.exact else date.fromisoformat(clock.last_day),
        alarms=_EXACT_ALARMS if clock.exact else _DAY_ALARMS,
    )


def _of_reminder(item: Reminder, day: date, words: dict[str, str], language: str) -> _Entry:
    duty = item.duty
    basis = words["duty"].format(
        certainty=words[duty.certainty], day=words[duty.day_certainty], citation=duty.citation
    )
    note = duty.note(language)
    return _Entry(
        key=f"reminder/{duty.id}/{day.isoformat()}",
        category="Praya",
        summary=duty.title(language),
        lines=(note, basis) if note else (basis,),
        when=day,
        alarms=_REMINDER_ALARMS,
    )


def _basis(words: dict[str, str], certainty: str | None, citation: str | None) -> str:
    return words["deadline"].format(
        certainty=words.get(certainty or "", certainty or ""), citation=citation or ""
    )


def _add(calendar: "Calendar", entry: _Entry, now: datetime, ce: str) -> None:
    from icalendar import Alarm, Event  # noqa: PLC0415

    event: Event = Event()
    event.add("uid", _uid(entry.key, ce))
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("summary", entry.summary)
    event.add("description", "\n".join(entry.lines))
    event.add("categories", [entry.category])
    event.add("transp", "TRANSPARENT")
    if isinstance(entry.when, datetime):
        event.add("dtstart", entry.when.astimezone(UTC).replace(microsecond=0))
    else:
        event.add("dtstart", entry.when)
        event.add("dtend", entry.when + timedelta(days=1))
    for before in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.summary)
        alarm.add("trigger", before)
        event.add_component(alarm)
    calendar.add_component(event)


def _uid(key: str, ce: str) -> str:
    """The same for the same deadline of the same firm, whenever and wherever it is written."""
    return f"{hashlib.sha256(f'{ce}/{key}'.encode()).hexdigest()[:32]}@praya"
