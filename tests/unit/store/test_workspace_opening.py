"""Making and opening a file: every way to fail has its own error, and none changes the file."""

import json
import os
import subprocess
import sys
import traceback
import zipfile
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import insert, select

from app.errors import UserError
from app.store import files, keyfile
from app.store.engine import connect
from app.store.failures import (
    NotAWorkspace,
    WorkspaceDamaged,
    WorkspaceExists,
    WorkspaceMissing,
    WorkspaceNewer,
    WorkspaceReadOnly,
    WrongPassphrase,
)
from app.store.keyfile import Secret
from app.store.tables import blobs, settings
from app.store.workspace import Workspace

KEY = "x'" + "5a" * 32 + "'"


@pytest.fixture
def closed(space: Workspace) -> Path:
    """A closed workspace with something in it."""
    with space.write() as connection:
        for number in range(40):
            connection.execute(
                insert(blobs).values(
                    sha256=str(number), name="n", media="m", at="t", body=os.urandom(9_000)
                )
            )
    space.close()
    return space.path


def flip(path: Path, place: int) -> None:
    """Change one bit."""
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1]))


def refused(path: Path, secret: Secret, kind: type[UserError]) -> UserError:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as caught:
        Workspace.open(path, secret)
    assert type(caught.value) is kind
    assert caught.value.file == str(path)
    assert KEY not in "".join(traceback.format_exception(caught.value))
    if before is not None:
        assert path.read_bytes() == before
    return caught.value


def test_a_workspace_opens_again(closed: Path, secret: Secret) -> None:
    again = Workspace.open(closed, secret)
    assert again.fact("ce") == "AXC846"
    assert again.damage() == []
    again.close()
    assert sorted(p.name for p in closed.parent.iterdir()) == [
        "space.praya",
        "space.praya.key-check",
    ]


def test_nothing_readable_stands_in_the_file(closed: Path) -> None:
    assert b"SQLite" not in closed.read_bytes()
    assert b"AXC846" not in closed.read_bytes()


@pytest.mark.parametrize("phrase", ["it's", "x'\"; DROP", "x'00'", "港 é"])
def test_a_passphrase_with_quotes_and_signs(tmp_path: Path, phrase: str) -> None:
    path = tmp_path / "a.praya"
    made = connect(path, phrase)
    made.execute("CREATE TABLE t (x)")
    made.close()
    connect(path, phrase).close()
    with pytest.raises(sqlcipher.DatabaseError):
        connect(path, phrase + " ")


def test_what_is_there_is_never_overwritten(closed: Path, secret: Secret) -> None:
    before = closed.read_bytes()
    with pytest.raises(WorkspaceExists):
        Workspace.create(closed, secret, {})
    assert closed.read_bytes() == before


def test_a_workspace_that_cannot_be_filled_never_appears(tmp_path: Path, secret: Secret) -> None:
    def fill(_: Workspace) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Workspace.create(tmp_path / "a.praya", secret, {"ce": "1"}, fill)
    assert list(tmp_path.iterdir()) == []


def test_the_log_of_a_lost_workspace_does_not_get_into_a_new_one(
    tmp_path: Path, secret: Secret
) -> None:
    old = Workspace.create(tmp_path / "a.praya", secret, {"ce": "old"})
    log = files.beside(old.path)[0].read_bytes() if files.beside(old.path)[0].exists() else b""
    with old.write() as connection:
        connection.execute(insert(settings).values(name="old", value="1"))
    log = files.beside(old.path)[0].read_bytes()
    old.close()
    old.path.unlink()
    files.beside(old.path)[0].write_bytes(log)
    new = Workspace.create(tmp_path / "a.praya", secret, {"ce": "new"})
    assert new.fact("ce") == "new"
    assert new.setting("old") == ""
    assert new.damage() == []
    new.close()
    assert (tmp_path / "a.praya-wal.left-over").read_bytes() == log


def test_what_a_killed_program_left_is_cleared_away(tmp_path: Path, secret: Secret) -> None:
    old, fresh = tmp_path / ".a.praya.00ff.new", tmp_path / ".a.praya.00fe.new"
    for draft in (old, fresh):
        draft.write_bytes(b"x")
    os.utime(old, (1_000_000, 1_000_000))
    Workspace.create(tmp_path / "a.praya", secret, {"ce": "1"}).close()
    assert not old.exists()
    assert fresh.exists()  # another program may be making it right now


def test_nothing_there(tmp_path: Path, secret: Secret) -> None:
    refused(tmp_path / "none.praya", secret, WorkspaceMissing)


def test_a_folder(tmp_path: Path, secret: Secret) -> None:
    assert "folder" in refused(tmp_path, secret, NotAWorkspace).message


def test_files_of_another_kind(tmp_path: Path, secret: Secret) -> None:
    path = tmp_path / "x.praya"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "b")
    assert "zip" in refused(path, secret, NotAWorkspace).message
    for head, word in [
        (b"%PDF-1.7 and so on", "PDF"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"", "empty"),
        (b"short", "short"),
        (os.urandom(5000), "key check"),
    ]:
        path.write_bytes(head)
        assert word in refused(path, secret, NotAWorkspace).message
    path.unlink()
    plain = sqlcipher.connect(str(path))
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    assert "unencrypted" in refused(path, secret, NotAWorkspace).message


def test_another_programs_encrypted_database(tmp_path: Path, secret: Secret) -> None:
    path = tmp_path / "x.praya"
    theirs = sqlcipher.connect(str(path))
    theirs.execute(f'PRAGMA key="{KEY}"')
    theirs.execute("CREATE TABLE t (x)")
    theirs.close()
    assert "another program" in refused(path, secret, NotAWorkspace).message


def test_a_wrong_passphrase(closed: Path) -> None:
    refused(closed, Secret("wrong", "passphrase"), WrongPassphrase)
    refused(closed, Secret("x'" + "00" * 32 + "'", "keyring"), WrongPassphrase)


@pytest.mark.parametrize("place", [0, 15, 16, 100, 4095])
def test_a_damaged_first_page(closed: Path, secret: Secret, place: int) -> None:
    flip(closed, place)
    refused(closed, secret, WorkspaceDamaged)
    refused(closed, Secret("wrong", "passphrase"), WrongPassphrase)


def test_a_damaged_page_in_the_middle_is_found(closed: Path, secret: Secret) -> None:
    flip(closed, closed.stat().st_size // 2)
    space = Workspace.open(closed, secret)
    assert space.damage() != []
    with pytest.raises(WorkspaceDamaged), space.read() as connection:
        connection.execute(select(blobs.c.body)).all()
    space.close()


@pytest.mark.parametrize("keep", [0, 10, 100, 4096, 0.5, 0.99])
def test_a_file_that_is_cut_off(closed: Path, secret: Secret, keep: float) -> None:
    size = closed.stat().st_size
    os.truncate(closed, int(size * keep) if isinstance(keep, float) else keep)
    refused(closed, secret, WorkspaceDamaged)


def test_a_missing_key_check_is_made_again(closed: Path, secret: Secret) -> None:
    keyfile.check_path(closed).unlink()
    assert (
        "cannot be told apart" in refused(closed, Secret("w", "passphrase"), NotAWorkspace).message
    )
    Workspace.open(closed, secret).close()
    refused(closed, Secret("w", "passphrase"), WrongPassphrase)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"salt": "zz", "check": 1, "source": "k"}', "\udcff"]
)
def test_a_broken_key_check_hinders_nobody(closed: Path, secret: Secret, text: str) -> None:
    keyfile.check_path(closed).write_bytes(text.encode(errors="surrogateescape"))
    Workspace.open(closed, secret).close()


def test_the_key_check_holds_no_secret(closed: Path, secret: Secret) -> None:
    text = keyfile.check_path(closed).read_text()
    assert KEY[2:-1] not in text
    assert json.loads(text)["file"] == closed.read_bytes()[:16].hex()
    assert KEY not in repr(secret)
    assert "5a5a" not in f"{secret!r} {secret!s}"


def test_a_newer_file(space: Workspace, secret: Secret) -> None:
    with space.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num='9999'")
    space.close()
    refused(space.path, secret, WorkspaceNewer)


def test_a_workspace_moves_with_its_name(closed: Path, secret: Secret, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    moved = closed.rename(tmp_path / "elsewhere" / "moved.praya")
    identity = keyfile.identity_of(moved)  # without its key check, from the file itself
    keyfile.check_path(closed).rename(keyfile.check_path(moved))
    assert keyfile.identity_of(moved) == identity
    opened = Workspace.open(moved, secret)
    assert opened.identity == identity
    opened.close()


_AS_NOBODY = """
import os, sys
from pathlib import Path
from app.store.failures import WorkspaceReadOnly, WorkspaceUnreadable
from app.store.keyfile import Secret
from app.store.workspace import Workspace
if os.getuid() == 0:  # nothing is forbidden to root
    os.setgid(65534); os.setuid(65534)
try:
    Workspace.open(Path(sys.argv[1]), Secret(sys.argv[2], "keyring"))
except (WorkspaceReadOnly, WorkspaceUnreadable) as error:
    print(error.code)
"""


@pytest.mark.parametrize(
    ("mode", "code"), [(0o444, "workspace-read-only"), (0o000, "workspace-unreadable")]
)
def test_a_file_without_the_rights(closed: Path, mode: int, code: str) -> None:
    for folder in [closed.parent, *closed.parent.parents]:
        if (
            folder.stat().st_uid == os.getuid()
            and folder != folder.parent
            and "pytest" in str(folder)
        ):
            folder.chmod(0o777)
    closed.chmod(mode)
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(closed), KEY],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout.strip() == code
    assert WorkspaceReadOnly.code == "workspace-read-only"
