"""Original and correction side by side: every field that differs, old and new, and why."""

from dataclasses import asdict
from pathlib import Path

import pytest
from signing_makers import identity
from signing_office import Office

from app.errors import UserError
from app.services import corrections, drafts, returns, review, submission
from app.services.comparison import Comparison, compare
from app.services.movement import Kind
from app.services.rendering import render
from app.store import explanations
from app.store.explanations import Explanation


@pytest.fixture
def pair(office: Office) -> tuple[str, str]:
    """A signed return and its correction: a figure mended, a row gone, a row new."""
    original = office.signed()
    number = corrections.correct(office.mei, original).id
    drafts.set_value(office.mei, number, "Rows/Row[1]/Amount", "981.00")
    drafts.remove_row(office.mei, number, "Rows/Row", 2)
    drafts.add_row(office.mei, number, "Rows/Row")
    drafts.set_value(office.mei, number, "Rows/Row[2]/Label", "Wallet 9")
    drafts.set_value(office.mei, number, "Rows/Row[2]/Amount", "20.00")
    return original, number


def told(found: Comparison) -> dict[tuple[str, Kind], tuple[str | None, str | None]]:
    return {(line.path, line.kind): (line.before, line.after) for line in found.lines}


def test_every_changed_field_stands_with_old_and_new(office: Office, pair: tuple[str, str]) -> None:
    original, number = pair
    found = compare(office.mei, number)
    lines = told(found)
    assert (found.original.id, found.correction.id) == (original, number)
    assert lines["Rows/Row[1]/Amount", Kind.CHANGED] == ("980.00", "981.00")
    assert lines["Header/Submission", Kind.CHANGED] == ("ORIGINAL", "RESUBMISSION")
    assert found.total == len(found.lines)
    old_rows = [line for line in found.lines if line.before == "Wallet 2"]
    new_rows = [line for line in found.lines if line.after == "Wallet 9"]
    assert old_rows
    assert new_rows
    mended = next(line for line in found.lines if line.after == "981.00")
    assert mended.origin is not None
    assert mended.origin.by == "Mei Wong"


def test_from_the_original_the_same_pair_is_found(office: Office, pair: tuple[str, str]) -> None:
    assert compare(office.boss, pair[0]) == compare(office.boss, pair[1])


def test_the_words_of_the_correction_and_explanations_are_the_reasons(
    office: Office, pair: tuple[str, str]
) -> None:
    number = pair[1]
    drafts.set_value(office.mei, number, "Header/ChangeSummary", "A transfer was counted late")
    with office.mei.workspace.write() as connection:
        item = Explanation(
            number, "TST-001", "Rows/Row[1]/Amount", "Late transfer", None, None, "", "Mei Wong"
        )
        explanations.put(connection, item)
    found = compare(office.mei, number)
    assert found.summary == "A transfer was counted late"
    line = next(line for line in found.lines if line.path == "Rows/Row[1]/Amount")
    assert line.reason == "TST-001: Late transfer"


def test_a_correction_that_changes_nothing_differs_only_in_its_marks(office: Office) -> None:
    number = corrections.correct(office.mei, office.signed()).id
    assert {line.path.split("/")[0] for line in compare(office.mei, number).lines} == {"Header"}


def test_a_voided_correction_is_no_longer_set_beside(office: Office, pair: tuple[str, str]) -> None:
    submission.void(office.mei, pair[1], "made by mistake")
    with pytest.raises(UserError) as caught:
        compare(office.mei, pair[0])
    assert caught.value.code == "no-correction"
    assert compare(office.mei, pair[1]).original.id == pair[0]


def test_a_return_without_a_correction_has_nothing_beside_it(office: Office) -> None:
    with pytest.raises(UserError, match="no correction"):
        compare(office.mei, office.draft())


def test_the_entry_of_the_command_line_holds_all_of_it(
    office: Office, pair: tuple[str, str]
) -> None:
    found = compare(office.mei, pair[1])
    body = found.as_dict()
    assert body["original"] == {"id": pair[0], "state": "signed"}
    differences = body["differences"]
    assert isinstance(differences, list)
    for entry, line in zip(differences, found.lines, strict=True):
        wanted = asdict(line)
        assert {key: entry[key] for key in ("path", "before", "after", "row", "reason")} == {
            key: wanted[key] for key in ("path", "before", "after", "row", "reason")
        }


def test_what_was_shown_has_to_be_what_is_signed(office: Office, tmp_path: Path) -> None:
    number = office.approved()
    key = identity().signer
    for wrong in ("0" * 64, "zoo " * 8):
        with pytest.raises(UserError) as caught:
            submission.sign(office.boss, number, key, shown=wrong)
        assert caught.value.code == "digest-differs"
    assert office.state(number) == "approved"
    submission.sign(office.boss, number, key, shown=render(office.boss, number, "en").digest)
    assert office.state(number) == "signed"


def test_a_correction_that_is_signed_names_its_original_by_its_own_number(
    office: Office, pair: tuple[str, str]
) -> None:
    review.send_for_review(office.mei, pair[1])
    review.approve(office.boss, pair[1])
    office.sign(pair[1])
    assert returns.get_return(office.mei, pair[1]).replaces_id == pair[0]
    assert returns.get_return(office.mei, pair[0]).state.value == "corrected"
    assert compare(office.mei, pair[0]).correction.id == pair[1]
