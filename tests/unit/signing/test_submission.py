"""Signing, receipts, voiding and correcting: what is kept, and what each act records."""

import hashlib
import json
from pathlib import Path

import pytest
from signing_makers import PASSWORD, identity, small_pack
from signing_office import Office
from sqlalchemy import text

from app.errors import UserError
from app.services import corrections, drafts, returns, review, submission
from app.services.desk import Desk
from app.services.documents import document
from app.services.keysources import KeyFile
from app.services.packs import add_pack, get_pack
from app.services.returns import NotAllowed
from app.services.signatures import ApprovalStale
from app.signing.xades import sign_document
from app.store import imports as blobs
from app.store.workspace import Workspace


def kept(office: Office, number: str) -> bytes:
    held = submission.submission_of(office.mei, number)
    assert held is not None
    with office.mei.workspace.read() as connection:
        return blobs.blob_body(connection, held.blob)


def values(office: Office, number: str) -> bytes:
    record = returns.get_return(office.mei, number)
    with office.mei.workspace.read() as connection:
        return document(connection, get_pack(office.mei, record.pack_id), record)


def test_what_is_signed_is_what_was_approved_in_one_history_row(office: Office) -> None:
    number = office.approved()
    approved = json.loads(office.history(number)[-1].detail)["digest"]
    before = len(office.history(number))
    office.sign(number)
    (row,) = office.history(number)[before:]
    detail = json.loads(row.detail)
    body = kept(office, number)
    assert detail["document_sha256"] == detail["digest"] == approved
    assert detail["sha256"] == hashlib.sha256(body).hexdigest()
    assert body.startswith(values(office, number).rpartition(b"\n</")[0])
    assert office.state(number) == "signed"


def test_a_pkcs12_file_signs_and_a_bad_one_changes_nothing(office: Office, tmp_path: Path) -> None:
    number = office.approved()
    path = tmp_path / "key.p12"
    path.write_bytes(identity().p12())
    rows = len(office.history())
    with pytest.raises(UserError) as caught:
        submission.sign_with(office.boss, number, KeyFile(path, "wrong"))
    assert caught.value.code == "p12-wrong-password"
    with pytest.raises(UserError) as caught:
        submission.sign_with(office.boss, number, KeyFile(tmp_path / "none.p12", "wrong"))
    assert caught.value.exit_code == 2
    assert (office.state(number), len(office.history())) == ("approved", rows)
    submission.sign_with(office.boss, number, KeyFile(path, PASSWORD))
    assert office.state(number) == "signed"


def test_content_that_changed_behind_the_approval_is_not_signed(office: Office) -> None:
    number = office.approved()
    with office.mei.workspace.write() as connection:
        changed = connection.execute(
            text("UPDATE rows SET vals = replace(vals, '980.00', '981.00') WHERE return_id = :id"),
            {"id": number},
        )
        assert changed.rowcount
    with pytest.raises(ApprovalStale, match="differs from what was approved"):
        office.sign(number)
    assert submission.submission_of(office.mei, number) is None


def test_another_pack_than_at_approval_is_not_signed(office: Office) -> None:
    number = office.approved()
    with office.mei.workspace.write() as connection:
        connection.execute(text("UPDATE reviews SET pack_digest = 'other'"))
    with pytest.raises(ApprovalStale, match="schema pack differs"):
        office.sign(number)


def test_a_failure_while_signing_leaves_nothing_behind(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = office.approved()
    rows = len(office.history())

    def torn(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.services.signatures.mark_corrected", torn)
    with pytest.raises(OSError, match="No space"):
        office.sign(number)
    assert (office.state(number), len(office.history())) == ("approved", rows)
    assert submission.submission_of(office.mei, number) is None
    with office.mei.workspace.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM blobs")).scalar() == 0


def test_a_schema_without_a_place_for_it_is_signed_beside_the_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    mei, boss = Desk(workspace, "Mei"), Desk(workspace, "Boss")
    add_pack(mei, small_pack(slot=False))
    office = Office(mei, boss)
    number = office.approved()
    office.sign(number)
    assert b"Signature" not in kept(office, number)
    files = submission.export(boss, number, tmp_path)
    assert [item.kind for item in files] == ["return", "container", "pdf", "cover", "manifest"]
    found = submission.verify_file(files[1].path, [identity().authority_pem(tmp_path)])
    assert (found.verdict, found.scope) == ("valid", "whole")
    assert found.covers == (files[0].path.name,)


def test_a_signature_that_would_not_verify_is_never_kept(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = office.approved()

    def wrong(declaration, parts, sink, key, **more):  # type: ignore[no-untyped-def]
        body = bytearray()
        signed = sign_document(declaration, parts, body.extend, key, **more)
        sink(bytes(body).replace(b"980.00", b"981.00"))
        return signed

    monkeypatch.setattr("app.services.signatures.sign_document", wrong)
    with pytest.raises(Exception, match="does not verify"):
        office.sign(number)
    assert office.state(number) == "approved"


def test_a_receipt_files_the_exact_bytes(office: Office, receipt: Path, tmp_path: Path) -> None:
    number = office.signed()
    with pytest.raises(NotAllowed):
        submission.record_receipt(office.mei, office.draft(period="2026-11"), receipt)
    submission.record_receipt(office.mei, number, receipt)
    assert office.state(number) == "filed"
    detail = json.loads(office.history(number)[-1].detail)
    held = submission.submission_of(office.mei, number)
    assert held is not None
    assert detail["sha256"] == held.blob
    assert detail["receipt_sha256"] == hashlib.sha256(receipt.read_bytes()).hexdigest()
    assert detail["names_the_digest"] is False
    assert [item.blob for item in submission.receipts_of(office.mei, number)] == [
        detail["receipt_sha256"]
    ]
    second = tmp_path / "acknowledgement.xml"
    second.write_text(f"<ok file='{held.blob.upper()}'/>")
    submission.record_receipt(office.mei, number, second)
    assert office.state(number) == "filed"
    assert json.loads(office.history(number)[-1].detail)["names_the_digest"] is True
    assert len(submission.receipts_of(office.mei, number)) == 2


def test_what_is_no_receipt_is_refused(office: Office, receipt: Path, tmp_path: Path) -> None:
    number = office.signed()
    own = tmp_path / "own.xml"
    own.write_bytes(kept(office, number))
    empty = tmp_path / "empty"
    empty.touch()
    for path in (own, empty):
        with pytest.raises(UserError) as caught:
            submission.record_receipt(office.mei, number, path)
        assert caught.value.code == "receipt-refused"
    with pytest.raises(UserError):
        submission.record_receipt(office.mei, number, tmp_path)
    assert office.state(number) == "signed"
    submission.record_receipt(office.mei, number, receipt)
    with pytest.raises(UserError, match="already"):
        submission.record_receipt(office.mei, number, receipt)


def test_voiding_needs_a_reason_and_ends_a_return(office: Office, receipt: Path) -> None:
    number = office.signed()
    with pytest.raises(NotAllowed, match="reason"):
        corrections.void(office.mei, number, " ")
    corrections.void(office.mei, number, "wrong month")
    assert office.state(number) == "voided"
    detail = json.loads(office.history(number)[-1].detail)
    assert (detail["reason"], detail["before"]) == ("wrong month", "signed")
    for act in (
        lambda: corrections.void(office.mei, number, "again"),
        lambda: corrections.correct(office.mei, number),
        lambda: submission.record_receipt(office.mei, number, receipt),
        lambda: drafts.set_value(office.mei, number, "Rows/Row[1]/Amount", "1"),
        lambda: submission.export(office.mei, number, receipt.parent),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_filed_return_is_not_voided(office: Office, receipt: Path) -> None:
    number = office.signed()
    submission.record_receipt(office.mei, number, receipt)
    with pytest.raises(NotAllowed, match="correct"):
        corrections.void(office.mei, number, "oops")


def test_a_draft_is_not_corrected(office: Office) -> None:
    with pytest.raises(NotAllowed, match="only a signed or filed"):
        corrections.correct(office.mei, office.draft())


def test_a_correction_copies_names_and_replaces_the_original(office: Office, receipt: Path) -> None:
    number = office.signed()
    submission.record_receipt(office.mei, number, receipt)
    original = values(office, number)
    fresh = corrections.correct(office.mei, number)
    assert (fresh.return_type, fresh.period, fresh.pack_id) == ("TST", "2026-10", "tst-1.0")
    assert fresh.replaces_id == number
    expected = original.replace(number.encode(), fresh.id.encode()).replace(
        b"<Submission>ORIGINAL</Submission>",
        b"<Submission>RESUBMISSION</Submission>\n    <ReplacesId>%s</ReplacesId>" % number.encode(),
    )
    assert f"<ReturnId>{number}</ReturnId>".encode() in original
    assert values(office, fresh.id) == expected
    assert values(office, number) == original
    with pytest.raises(NotAllowed) as caught:
        corrections.correct(office.mei, number)
    assert caught.value.code == "correction-open"

    drafts.set_value(office.mei, fresh.id, "Rows/Row[1]/Amount", "980.01")
    drafts.undo(office.mei, fresh.id)
    assert values(office, fresh.id) == expected
    drafts.redo(office.mei, fresh.id)
    assert values(office, number) == original
    drafts.set_value(office.mei, fresh.id, "Header/ChangeSummary", "the cold balance")
    review.send_for_review(office.mei, fresh.id)
    review.approve(office.boss, fresh.id)
    assert office.state(number) == "filed"
    office.sign(fresh.id)
    assert (office.state(number), office.state(fresh.id)) == ("corrected", "signed")
    assert office.history(number)[-1].action == "corrected"
    assert json.loads(office.history(number)[-1].detail)["by"] == fresh.id
    with pytest.raises(NotAllowed):
        corrections.correct(office.mei, number)
    third = corrections.correct(office.mei, fresh.id)  # a correction is corrected in its turn
    assert f"<ReplacesId>{fresh.id}</ReplacesId>".encode() in values(office, third.id)
    assert b"<ChangeSummary>" not in values(office, third.id)  # it has to be said anew


def test_a_voided_correction_makes_room_for_another(office: Office) -> None:
    number = office.signed()
    first = corrections.correct(office.mei, number)
    corrections.void(office.mei, first.id, "started too early")
    assert corrections.correct(office.mei, number).id != first.id
    assert office.state(number) == "signed"


def test_a_correction_keeps_the_origins_and_explanations(office: Office) -> None:
    number = office.signed()
    with office.mei.workspace.write() as connection:
        connection.execute(
            text(
                "INSERT INTO explanations VALUES (:id, 'C', 'P', 'because', '1', '2', 'then', 'Mei')"
            ),
            {"id": number},
        )
    fresh = corrections.correct(office.boss, number)
    query = text(
        "SELECT o.origin FROM origins o JOIN rows r ON r.id = o.row_id"
        " WHERE o.return_id = :id AND r.node = 'Rows/Row' AND o.field = 'Amount' ORDER BY r.ord"
    )
    with office.mei.workspace.read() as connection:
        before = list(connection.execute(query, {"id": number}).scalars())
        after = list(connection.execute(query, {"id": fresh.id}).scalars())
        told = connection.execute(
            text("SELECT text FROM explanations WHERE return_id = :id"), {"id": fresh.id}
        ).scalars()
        assert list(told) == ["because"]
    assert [json.loads(item)["by"] for item in after] == ["Mei Wong", "Mei Wong"]
    assert set(after) <= set(before)


def test_only_one_first_submission_of_a_period_is_signed(office: Office) -> None:
    """Two drafts may stand side by side; signing one leaves no room for the other."""
    first, second = office.signed(), office.draft(period="2026-11")
    submission.send_for_review(office.mei, second)
    submission.approve(office.boss, second, "agreed")
    with office.mei.workspace.write() as connection:
        connection.execute(
            text("update returns set period = '2026-10' where id = :id"), {"id": second}
        )
    with pytest.raises(UserError) as caught:
        office.sign(second)
    assert caught.value.code == "return-exists"
    assert "signed already" in caught.value.message
    assert office.state(second) == "approved"
    assert office.state(first) == "signed"
