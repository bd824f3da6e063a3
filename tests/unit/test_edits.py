"""Edits that must not pass: each is refused by name and changes nothing."""

import pytest

from app.domain.finding import Verdict
from app.domain.locator import PathError
from app.domain.period import PeriodError
from app.domain.seats import same_person
from app.errors import UserError
from app.services import corrections, drafts, editor, opening, returns
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.drafts import CharacterRefused, FieldMissing
from app.services.explanations import ExplanationEmpty, explain
from app.services.returns import ReturnExists
from app.store import history, submissions
from app.store.returns import get_return


@pytest.fixture
def draft(desk: Desk) -> str:
    return returns.new_return(desk, "CAR", "2026-10").id


def steps(desk: Desk) -> int:
    with desk.workspace.read() as connection:
        return history.head(connection)[0]


REFUSED = [
    ("Header/CeNumber[2]", FieldMissing),
    ("Header[2]/CeNumber", FieldMissing),
    ("AssetPositions/AssetPosition[99999999999999999999]/Ticker", PathError),
    ("AssetPositions/AssetPosition[0]/Ticker", PathError),
    ("Header/..", FieldMissing),
    ("", PathError),
]


@pytest.mark.parametrize(("path", "error"), REFUSED)
def test_a_path_that_leads_nowhere_is_refused(
    desk: Desk, draft: str, path: str, error: type[UserError]
) -> None:
    before = steps(desk)
    with pytest.raises(error):
        drafts.set_value(desk, draft, path, "ABC123")
    assert steps(desk) == before


def test_a_group_that_occurs_once_is_no_table(desk: Desk, draft: str) -> None:
    with pytest.raises(FieldMissing, match="no table"):
        drafts.add_row(desk, draft, "Header")


@pytest.mark.parametrize("position", [0, -1, 10**20])
def test_a_row_that_cannot_be_is_not_removed(desk: Desk, draft: str, position: int) -> None:
    with pytest.raises(FieldMissing):
        drafts.remove_row(desk, draft, "Flows/Flow", position)


@pytest.mark.parametrize("position", [0, -1, 2, 10**20])
def test_a_row_is_not_added_where_there_is_no_place(desk: Desk, draft: str, position: int) -> None:
    before = steps(desk)
    with pytest.raises(FieldMissing, match="no place"):
        drafts.add_row(desk, draft, "Flows/Flow", position)
    assert steps(desk) == before
    drafts.add_row(desk, draft, "Flows/Flow", 1)


@pytest.mark.parametrize("text", ["a\x01b", "\x00", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_carry_is_refused(desk: Desk, draft: str, text: str) -> None:
    with pytest.raises(CharacterRefused, match=r"U\+"):
        drafts.set_value(desk, draft, "Header/EntityName", text)
    with desk.workspace.read() as connection:
        record = get_return(connection, draft)
        assert record is not None
        row = drafts.locate(
            returns_schema(desk, record.pack_id),
            drafts.Rows(connection, draft, record.head),
            "Header/EntityName",
        ).row
    with pytest.raises(CharacterRefused):
        editor.set_cells(desk, draft, [editor.Cell(row.id, "EntityName", text)], "paste")
    assert isinstance(check_return(desk, draft), Verdict)


def returns_schema(desk: Desk, pack_id: str) -> drafts.Schema:
    return drafts.get_pack(desk, pack_id).schema


@pytest.mark.parametrize("period", ["9999-12", "0000-01", "1969-12", "2026-13", "2026-1", ""])
def test_a_period_that_is_a_slip_is_refused(desk: Desk, period: str) -> None:
    with pytest.raises(PeriodError):
        returns.new_return(desk, "CAR", period)


def test_a_second_original_for_a_period_is_refused(desk: Desk, draft: str) -> None:
    with pytest.raises(ReturnExists, match=draft[:8]):
        returns.new_return(desk, "CAR", "2026-10")
    corrections.void(desk, draft, "made by mistake")
    assert returns.new_return(desk, "CAR", "2026-10").id != draft


@pytest.mark.parametrize("text", [".", "--", "  ? ", "ok"])
def test_a_full_stop_explains_nothing(desk: Desk, draft: str, text: str) -> None:
    with pytest.raises(ExplanationEmpty):
        explain(desk, draft, "CAR-011", None, text)


def test_letters_that_look_alike_are_one_person() -> None:
    assert same_person("Сarol") == same_person("Carol") == same_person("ＣＡＲＯＬ ")
    assert same_person("陳大文") != same_person("陳小文")


def test_who_prepared_the_original_has_prepared_its_correction(desk: Desk, draft: str) -> None:
    with desk.workspace.write() as connection:
        original = get_return(connection, draft)
        assert original is not None
        correction = returns.blank_record(
            Desk(desk.workspace, "alice"), "CAR", "2026-10", original.pack_id, replaces=draft
        )
        assert "mei" in submissions.preparers(connection, correction)


@pytest.mark.parametrize(
    ("entity", "ce"),
    [("", "AXC846"), (" ", "AXC846"), ("x" * 256, "AXC846"), ("X", ""), ("X", "axc846")],
)
def test_a_workspace_needs_a_firm(tmp_path, entity: str, ce: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "new.praya"
    with pytest.raises(opening.FactsRefused):
        opening.create_desk(path, entity=entity, ce=ce, seat="mei", passphrase="pw")
    assert not path.exists()
