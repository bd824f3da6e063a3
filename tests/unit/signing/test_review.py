"""Four eyes: who may approve, what an approval binds to, and what voids it."""

import json
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from signing_makers import identity
from signing_office import Office

from app.domain.finding import Finding, Severity
from app.domain.seats import same_person
from app.services import drafts, returns, review, rulecheck, submission
from app.services.desk import Desk
from app.services.returns import NotAllowed
from app.services.review import FindingsOpen, FourEyes, ReasonMissing

OTHER_SPELLINGS = ["Mei Wong", "mei wong", "MEI WONG ", "  Mei   Wong", "Mei\u00a0Wong", "Mei\u200b Wong", "ＭＥＩ Wong", "Mei\tWong"]  # fmt: skip


@pytest.mark.parametrize("name", OTHER_SPELLINGS)
def test_another_spelling_of_a_name_is_not_another_person(office: Office, name: str) -> None:
    number = office.draft()
    review.send_for_review(office.mei, number)
    again = Desk(office.mei.workspace, name)
    assert not review.may_approve(again, number)
    with pytest.raises(FourEyes) as caught:
        review.approve(again, number)
    assert caught.value.exit_code == 2
    assert office.state(number) == "in-review"


def test_another_person_approves_and_it_is_one_row_with_the_digests(office: Office) -> None:
    number = office.draft()
    review.send_for_review(office.mei, number)
    before = len(office.history(number))
    assert review.may_approve(office.boss, number)
    review.approve(office.boss, number, "agreed")
    assert office.state(number) == "approved"
    (row,) = office.history(number)[before:]
    detail = json.loads(row.detail)
    assert (row.action, row.seat, detail["comment"]) == ("approved", "Boss", "agreed")
    assert len(detail["digest"]) == len(detail["pack_digest"]) == 64
    assert (detail["before"], detail["after"]) == ("in-review", "approved")
    assert [item.action for item in review.reviews_of(office.mei, number)] == [
        "sent-for-review",
        "approved",
    ]


def test_whoever_edited_in_between_has_prepared_too(office: Office) -> None:
    number = office.draft()
    drafts.set_value(office.boss, number, "Rows/Row[1]/Amount", "981")
    review.send_for_review(office.mei, number)
    with pytest.raises(FourEyes, match="Boss"):
        review.approve(office.boss, number)
    review.approve(Desk(office.mei.workspace, "Third"), number)


def test_undoing_is_preparing(office: Office) -> None:
    number = office.draft()
    drafts.set_value(office.mei, number, "Rows/Row[1]/Amount", "981")
    drafts.undo(office.boss, number)
    review.send_for_review(office.mei, number)
    with pytest.raises(FourEyes):
        review.approve(office.boss, number)


def test_a_nameless_seat_cannot_approve(office: Office) -> None:
    number = office.draft()
    review.send_for_review(office.mei, number)
    for name in ("", "  ", "\u200b"):
        with pytest.raises(FourEyes):
            review.approve(Desk(office.mei.workspace, name), number)


def test_a_draft_cannot_be_approved(office: Office) -> None:
    with pytest.raises(NotAllowed, match="sent for review first"):
        review.approve(office.boss, office.draft())


def test_blocking_findings_stop_the_review_with_exit_code_1(office: Office) -> None:
    number = office.draft()
    drafts.set_value(office.mei, number, "Rows/Row[1]/Amount", "many")
    with pytest.raises(FindingsOpen) as caught:
        review.send_for_review(office.mei, number)
    assert caught.value.exit_code == 1
    assert office.state(number) == "draft"


@pytest.mark.parametrize("act", ["edit", "undo", "row"])
def test_an_edit_voids_the_approval(office: Office, act: str) -> None:
    number = office.approved()
    if act == "edit":
        drafts.set_value(office.mei, number, "Rows/Row[1]/Amount", "981")
    elif act == "undo":
        drafts.undo(office.mei, number)
    else:
        drafts.add_row(office.mei, number, "Rows/Row")
    assert office.state(number) == "draft"
    rows = {row.action: json.loads(row.detail) for row in office.history(number)}
    assert rows["approval-voided"]["approved_digest"] == rows["approved"]["digest"]
    assert rows["approval-voided"]["approved_by"] == "Boss"
    assert review.reviews_of(office.mei, number)[-1].action == "approval-voided"
    with pytest.raises(NotAllowed, match="approved before signing"):
        office.sign(number)


def test_sending_back_needs_a_reason_and_voids_the_approval(office: Office) -> None:
    number = office.approved()
    with pytest.raises(ReasonMissing):
        review.send_back(office.boss, number, "  ")
    review.send_back(office.boss, number, "the total of row 2 is last month's")
    assert office.state(number) == "draft"
    assert review.reviews_of(office.mei, number)[-1].comment.startswith("the total")
    with pytest.raises(NotAllowed):
        review.send_back(office.boss, number, "again")


def test_a_comment_changes_no_state(office: Office) -> None:
    number = office.draft()
    review.add_comment(office.boss, number, "where is the third wallet?")
    assert office.state(number) == "draft"
    assert office.history(number)[-1].action == "commented"
    review.send_for_review(office.mei, number)
    review.approve(office.boss, number)  # who only commented has not prepared
    with pytest.raises(ReasonMissing):
        review.add_comment(office.boss, number, "")


def soft(office: Office, explanation: str | None) -> Finding:
    return Finding("TST-001", Severity.EXPLAIN, "large movement", explanation=explanation)


def find(monkeypatch: pytest.MonkeyPatch, held: list[Finding]) -> None:
    """Let the rules find this, as after a change of which no verdict that was kept knows anything."""
    numbers = count()
    monkeypatch.setattr("app.services.checks.rule_findings", lambda *_: iter(held))
    monkeypatch.setattr("app.services.checks.fingerprint", lambda *_: f"changed {next(numbers)}")


@pytest.mark.parametrize("stage", ["review", "approval", "signing"])
def test_a_missing_explanation_stops_every_stage(
    office: Office, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    """The findings of the pack's rules can change without the content: by a setting, for example."""
    number = office.draft()
    if stage != "review":
        review.send_for_review(office.mei, number)
    if stage == "signing":
        review.approve(office.boss, number)
    held = [soft(office, None)]
    find(monkeypatch, held)
    acts = {
        "review": lambda: review.send_for_review(office.mei, number),
        "approval": lambda: review.approve(office.boss, number),
        "signing": lambda: office.sign(number),
    }
    with pytest.raises(FindingsOpen, match="one finding needs an explanation"):
        acts[stage]()
    held[0] = replace(held[0], explanation="a client moved its holdings")
    acts[stage]()
    assert rulecheck.rule_findings is not None


def test_findings_that_block_now_stop_the_signature(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = office.approved()
    blocking = Finding("TST-002", Severity.BLOCKING, "the ratio is too low")
    find(monkeypatch, [blocking])
    with pytest.raises(FindingsOpen, match="before signing"):
        office.sign(number)
    assert office.state(number) == "approved"
    assert submission.submission_of(office.mei, number) is None


def test_no_stage_can_be_left_out_or_repeated(office: Office) -> None:
    number = office.draft()
    with pytest.raises(NotAllowed):
        office.sign(number)
    review.send_for_review(office.mei, number)
    with pytest.raises(NotAllowed):
        review.send_for_review(office.mei, number)
    with pytest.raises(NotAllowed):
        office.sign(number)
    review.approve(office.boss, number)
    office.sign(number)
    with pytest.raises(NotAllowed):
        submission.sign(office.boss, number, identity().signer)
    with pytest.raises(NotAllowed):
        drafts.set_value(office.mei, number, "Rows/Row[1]/Amount", "1")
    with pytest.raises(NotAllowed):
        drafts.undo(office.mei, number)
    assert returns.get_return(office.mei, number).state.value == "signed"


@given(st.text(max_size=12), st.sampled_from([" ", "\t", "\u200d", "\u00a0", "\u2003"]))
def test_comparing_names_is_stable(name: str, stray: str) -> None:
    folded = same_person(name)
    assert same_person(folded) == folded
    assert same_person(f"{stray}{name}{stray}") == folded
    assert same_person(name.upper().lower()) == same_person(name.upper())
