"""Reports of one event: numbered, carried over, corrected in their place, ended."""

import json
from typing import Any

import pytest
from event_pack import XSD, event_files

from app.domain.states import State
from app.services import chain, corrections, drafts, following
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.origins import Origins
from app.services.packs import add_pack, get_pack
from app.services.returndump import described
from app.services.returns import get_return, new_return
from app.store import history
from app.store import returns as store
from app.store.returns import ReturnRecord

Values = dict[str, str]


def begin(desk: Desk, period: str = "2026-10") -> ReturnRecord:
    """The first report of an event, filled in."""
    record = new_return(desk, "EVENT", period)
    drafts.set_value(desk, record.id, "Ids/Title", "Hot wallet above its limit")
    drafts.set_value(desk, record.id, "Times/Detection", "2026-10-14T09:30:00+08:00")
    drafts.set_value(desk, record.id, "Times/Report", "2026-10-14T10:00:00+08:00")
    return record


def seal(desk: Desk, record: ReturnRecord, state: State = State.SIGNED) -> None:
    """Put a report into a state; how it gets there is proven elsewhere."""
    with desk.workspace.write() as connection:
        store.set_state(connection, record.id, state)


def values(desk: Desk, record: ReturnRecord) -> Values:
    """Every value that there is, by path."""
    shown = described(desk, get_return(desk, record.id))
    return {str(item["path"]): str(item["value"]) for item in shown if item["value"] is not None}


def origin(desk: Desk, record: ReturnRecord, path: str) -> Any:
    """Where a value came from."""
    schema = get_pack(desk, record.pack_id).schema
    with desk.workspace.read() as connection:
        rows = rows_at(connection, get_return(desk, record.id))
        place = drafts.locate(schema, rows, path)
        return Origins(connection, schema, rows).of(place.row, place.field.key)


def test_an_event_begins_with_a_number_of_its_own(event_desk: Desk) -> None:
    first, second = new_return(event_desk, "EVENT", "2026-10"), begin(event_desk)
    assert values(event_desk, first)["Ids/Id"] == "EVENT-2026-10-01"
    found = values(event_desk, second)
    assert (found["Ids/Id"], found["Ids/Number"], found["Ids/Phase"]) == (
        "EVENT-2026-10-02",
        "1",
        "INITIAL",
    )
    assert origin(event_desk, second, "Ids/Id").kind == "computed"
    corrections.void(event_desk, second.id, "a false alarm")
    third = new_return(event_desk, "EVENT", "2026-10")
    assert values(event_desk, third)["Ids/Id"] == "EVENT-2026-10-03"  # a number is given once


def test_the_next_report_takes_over_what_was_said(event_desk: Desk) -> None:
    first = begin(event_desk)
    for number in (1, 2):
        drafts.add_row(event_desk, first.id, "Note")
        drafts.set_value(event_desk, first.id, f"Note[{number}]/Text", f"note {number}")
    drafts.add_row(event_desk, first.id, "Note[2]/By")
    drafts.set_value(event_desk, first.id, "Note[2]/By[1]/Name", "ops")
    seal(event_desk, first)
    before = values(event_desk, first)
    later = following.follow(event_desk, "event", "2026-11", first.id[:8])
    assert later.follows_id == first.id
    expected = before | {
        "Head/ReturnId": later.id,
        "Head/PeriodStart": "2026-11-01",
        "Ids/Number": "2",
        "Ids/Phase": "INTERMEDIATE",
    }
    del expected["Times/Report"]  # chain.toml: said anew each time
    assert values(event_desk, later) == expected
    note = origin(event_desk, later, "Note[2]/By[1]/Name")
    assert (note.kind, note.return_id, note.period) == ("carried", first.id, "2026-10")
    assert str(note) == "carried from 2026-10"
    assert origin(event_desk, later, "Ids/Number").kind == "computed"
    with event_desk.workspace.read() as connection:
        made = history.of_action(connection, "return-created")[-1]
    assert json.loads(made.detail)["follows"] == first.id


def test_a_chain_has_one_end_and_no_branches(event_desk: Desk) -> None:
    first = begin(event_desk)
    with pytest.raises(following.ChainNotReady, match="sign it first"):
        following.follow(event_desk, "EVENT", "2026-11", first.id)
    seal(event_desk, first, State.FILED)
    with pytest.raises(following.NoChain, match="lies before"):
        following.follow(event_desk, "EVENT", "2026-09", first.id)
    with pytest.raises(following.NoChain, match="a CAR could follow"):
        following.follow(event_desk, "CAR", "2026-11", first.id)
    second = following.follow(event_desk, "EVENT", "2026-11", first.id)
    with pytest.raises(following.ChainContinued, match=second.id[:8]):
        following.follow(event_desk, "EVENT", "2026-11", first.id)
    corrections.void(event_desk, second.id, "begun by mistake")
    second = following.follow(event_desk, "EVENT", "2026-11", first.id)
    assert values(event_desk, second)["Ids/Number"] == "2"
    drafts.set_value(event_desk, second.id, "Ids/Phase", "FINAL")
    assert chain.events(event_desk)[0].open  # the last report is not signed yet
    seal(event_desk, second)
    with pytest.raises(following.ChainEnded):
        following.follow(event_desk, "EVENT", "2026-12", second.id)
    [event] = chain.events(event_desk)
    assert not event.open
    assert [item.id for item in event.reports] == [first.id, second.id]


def test_a_signed_report_under_another_is_not_voided(event_desk: Desk) -> None:
    first = begin(event_desk)
    seal(event_desk, first)
    second = following.follow(event_desk, "EVENT", "2026-10", first.id)
    with pytest.raises(corrections.ReportFollowed, match=second.id[:8]):
        corrections.void(event_desk, first.id, "wrong")
    corrections.void(event_desk, second.id, "first this one")
    corrections.void(event_desk, first.id, "wrong")
    assert chain.events(event_desk) == []


def test_a_correction_stands_in_the_place_of_its_report(event_desk: Desk) -> None:
    first = begin(event_desk)
    seal(event_desk, first)
    second = following.follow(event_desk, "EVENT", "2026-10", first.id)
    seal(event_desk, second)
    fixed = corrections.correct(event_desk, second.id)
    assert fixed.follows_id == first.id
    with pytest.raises(following.ChainNotReady, match="correction"):
        following.follow(event_desk, "EVENT", "2026-11", second.id)
    [event] = chain.events(event_desk)  # the draft of a correction is not a report yet
    assert [item.id for item in event.reports] == [first.id, second.id]
    seal(event_desk, fixed)
    seal(event_desk, second, State.CORRECTED)
    third = following.follow(event_desk, "EVENT", "2026-11", second.id)  # the old id leads there
    assert third.follows_id == fixed.id
    assert values(event_desk, third)["Ids/Number"] == "3"
    assert "Head/ReplacesId" not in values(event_desk, third)
    again = corrections.correct(event_desk, first.id)  # and the first one is corrected at last
    seal(event_desk, again)
    seal(event_desk, first, State.CORRECTED)
    with event_desk.workspace.read() as connection:
        found = chain.earlier_reports(connection, third)
        assert [item.id for item in found] == [again.id, fixed.id]
        assert [item.id for item in chain.followers(connection, again)] == [second.id]
    [event] = chain.events(event_desk)
    assert [item.id for item in event.reports] == [again.id, fixed.id, third.id]
    assert event.title == "Hot wallet above its limit"


def test_a_following_report_may_be_of_a_newer_version(event_desk: Desk) -> None:
    first = begin(event_desk)
    drafts.add_row(event_desk, first.id, "Note")
    drafts.set_value(event_desk, first.id, "Note[1]/Text", "kept")
    seal(event_desk, first)
    newer = XSD.replace(
        b'<xs:element name="Title" type="xs:string"/>\n  </xs:sequence>',
        b'<xs:element name="Grade" type="xs:string" minOccurs="0"/>'
        b'<xs:element name="Title" type="xs:string"/>\n  </xs:sequence>',
    )
    assert newer != XSD
    add_pack(event_desk, event_files("27.0", xsd=newer))
    second = following.follow(event_desk, "EVENT", "2026-11", first.id)
    assert second.pack_id == "event-27.0"
    found = values(event_desk, second)
    assert found["Ids/Title"] == "Hot wallet above its limit"
    assert found["Note[1]/Text"] == "kept"
    assert "Ids/Grade" not in found


COMPUTED = b"""[[computed]]
target = "Times/NextUpdate"
formula = "Report"
citation = "House format"
certainty = "HOUSE"
how = { en = "The time of the report" }
"""


def test_what_is_computed_goes_on_being_computed(event_desk: Desk) -> None:
    add_pack(event_desk, event_files("26.0", computed=COMPUTED))
    first = begin(event_desk)
    assert values(event_desk, first)["Times/NextUpdate"] == "2026-10-14T10:00:00+08:00"
    seal(event_desk, first)
    second = following.follow(event_desk, "EVENT", "2026-10", first.id)
    assert "Times/NextUpdate" not in values(event_desk, second)  # its report has no time yet
    for moment in ("2026-10-15T10:00:00+08:00", "2026-10-16T10:00:00+08:00"):
        drafts.set_value(event_desk, second.id, "Times/Report", moment)
        assert values(event_desk, second)["Times/NextUpdate"] == moment
    drafts.set_value(event_desk, second.id, "Times/NextUpdate", "2026-10-20T10:00:00+08:00")
    seal(event_desk, second)
    third = following.follow(event_desk, "EVENT", "2026-10", second.id)
    assert values(event_desk, third)["Times/NextUpdate"] == "2026-10-20T10:00:00+08:00"
    assert origin(event_desk, third, "Times/NextUpdate").kind == "carried"  # somebody had said it
