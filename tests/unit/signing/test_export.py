"""What leaves the workspace: whole, verified once more, and listed in a manifest written last."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from signing_makers import identity
from signing_office import Office
from sqlalchemy import text

from app.errors import UserError
from app.services import submission
from app.services.export import Exported, export
from app.services.verification import verify_file
from app.signing.properties import Claims
from app.store import files


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_files_are_as_the_manifest_says(office: Office, tmp_path: Path) -> None:
    number = office.signed()
    out = tmp_path / "deep" / "out"
    files = export(office.boss, number, out)
    assert [item.kind for item in files] == ["return", "pdf", "cover", "manifest"]
    assert all(item.sha256 == digest(item.path) for item in files)
    assert sorted(out.iterdir()) == sorted(item.path for item in files)
    manifest = json.loads(files[-1].path.read_text("utf-8"))
    assert manifest["files"] == [
        {
            "name": item.path.name,
            "sha256": item.sha256,
            "size": item.path.stat().st_size,
            "kind": item.kind,
        }
        for item in files[:-1]
    ]
    assert manifest["state"] == "signed, not yet filed"
    trusted = identity().authority_pem(tmp_path)
    verified = verify_file(files[0].path, [trusted])
    assert (verified.verdict, verified.scope) == ("valid", "whole")
    assert manifest["document_sha256"] == verified.document_sha256
    entries = office.history()
    assert manifest["history"] == {"entry": entries[-2].seq, "hash": entries[-2].hash}
    assert entries[-1].action == "exported"


def test_exporting_again_gives_the_same_files(office: Office, tmp_path: Path) -> None:
    number = office.signed()
    first, second, third = (
        {
            item.path.name: item.sha256
            for item in export(office.boss, number, tmp_path / place, container=True, cover="en")
            if item.kind != "manifest"  # it notes how far the history has come
        }
        for place in "aba"
    )
    assert first == second == third
    assert len(first) == 5


def test_only_a_signed_return_is_exported(office: Office, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="only a signed return"):
        export(office.boss, office.approved(), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_container_carries_the_same_bytes_and_every_signature(
    office: Office, tmp_path: Path
) -> None:
    number = office.approved()
    submission.sign(
        office.boss, number, identity().signer, claims=Claims(role="Responsible officer")
    )
    second = identity("rsa2048")
    submission.add_signature(office.mei, number, second.signer, claims=Claims(role="Preparer"))
    files = export(office.boss, number, tmp_path / "out", container=True)
    assert [item.kind for item in files] == ["return", "container", "pdf", "cover", "manifest"]
    with zipfile.ZipFile(files[1].path) as archive:
        assert archive.read(files[0].path.name) == files[0].path.read_bytes()
    anchors = tmp_path / "anchors.pem"
    anchors.write_bytes(
        b"".join(who.authority.public_bytes(Encoding.PEM) for who in (identity(), second))
    )
    found = verify_file(files[1].path, [anchors])
    assert (found.verdict, found.scope) == ("valid", "whole")
    assert [item.role for item in found.signatures] == ["Responsible officer", "Preparer"]
    assert [item.role for item in submission.signatures_of(office.mei, number)] == [
        "Responsible officer",
        "Preparer",
    ]
    again = export(office.boss, number, tmp_path / "again", container=True)
    assert again[1].sha256 == files[1].sha256


def test_the_same_certificate_does_not_sign_twice_nor_before_or_after_its_time(
    office: Office, receipt: Path
) -> None:
    number = office.approved()
    with pytest.raises(UserError, match="signed and not yet filed"):
        submission.add_signature(office.mei, number, identity("p384").signer)
    office.sign(number)
    with pytest.raises(UserError) as caught:
        submission.add_signature(office.boss, number, identity().signer)
    assert caught.value.code == "signed-already"
    submission.record_receipt(office.mei, number, receipt)
    with pytest.raises(UserError, match="signed and not yet filed"):
        submission.add_signature(office.mei, number, identity("p384").signer)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            "UPDATE blobs SET body = CAST(replace(CAST(body AS TEXT), '980.00', '981.00') AS BLOB)",
            "were changed",
        ),
        ("UPDATE submissions SET unsigned_digest = 'other'", "other content than was approved"),
    ],
)
def test_changed_bytes_are_never_handed_out(
    office: Office, tmp_path: Path, change: str, says: str
) -> None:
    number = office.signed()
    with office.mei.workspace.write() as connection:
        connection.execute(text(change))
    with pytest.raises(UserError, match=says) as caught:
        export(office.boss, number, tmp_path / "out")
    assert caught.value.code == "submission-damaged"
    assert not (tmp_path / "out").exists()


def test_bytes_changed_together_with_their_digest_fail_the_signature(
    office: Office, tmp_path: Path
) -> None:
    number = office.signed()
    with office.mei.workspace.write() as connection:
        body = bytes(
            connection.execute(text("SELECT body FROM blobs WHERE media = 'text/xml'")).scalar_one()
        )
        forged = body.replace(b"980.00", b"981.00")
        sha = hashlib.sha256(forged).hexdigest()
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        connection.execute(
            text("UPDATE blobs SET body = :body, sha256 = :sha WHERE media = 'text/xml'"),
            {"body": forged, "sha": sha},
        )
        connection.execute(text("UPDATE submissions SET blob = :sha"), {"sha": sha})
    with pytest.raises(UserError, match="does not verify"):
        export(office.boss, number, tmp_path / "out")


def test_a_folder_that_cannot_be_written_is_named(office: Office, tmp_path: Path) -> None:
    number = office.signed()
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    rows = len(office.history())
    with pytest.raises(UserError) as caught:
        export(office.boss, number, blocked)
    assert caught.value.code == "export-failed"
    assert len(office.history()) == rows


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_a_failure_in_the_middle_leaves_no_half_file_and_no_manifest(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    number = office.signed()
    real, calls = files.replace, []

    def fails(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == step:
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr("app.store.files.replace", fails)
    rows = len(office.history())
    with pytest.raises(UserError, match="No space left"):
        export(office.boss, number, tmp_path / "out")
    left = [path.name for path in (tmp_path / "out").iterdir()]
    assert len(left) == step - 1
    assert not any(name.endswith((".part", "manifest.json")) for name in left)
    assert len(office.history()) == rows
    monkeypatch.undo()
    assert len(export(office.boss, number, tmp_path / "out")) == 4


def test_an_entry_of_the_result_is_what_the_command_line_prints(tmp_path: Path) -> None:
    item = Exported(tmp_path / "a.xml", "00", "return")
    assert item.as_dict() == {"path": str(tmp_path / "a.xml"), "sha256": "00", "kind": "return"}


def test_a_receipt_shows_in_the_next_manifest(
    office: Office, tmp_path: Path, receipt: Path
) -> None:
    number = office.signed()
    submission.record_receipt(office.mei, number, receipt)
    manifest = export(office.boss, number, tmp_path / "out")[-1].path
    assert json.loads(manifest.read_text("utf-8"))["state"] == "filed"
