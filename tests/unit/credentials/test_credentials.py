"""Secrets: which keyrings are trusted, how a passphrase is read, and that neither ever shows."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from app import credentials
from app.cli.main import main
from app.credentials import KeyringRefused, PassphraseMissing
from app.errors import FileMissing, FileUnreadable
from app.services import opening
from app.store import keyfile


class Memory(KeyringBackend):
    """A keyring in memory that stands where the system's would."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError


class Plaintext(Memory):
    """The one of keyrings.alt: it would take the key and write it down."""


class Locked(Memory):
    """A keyring that its user does not unlock; its own words could hold the key."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.KeyringLocked(password)

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked("x'00'")


class Forgetful(Memory):
    """A keyring that keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


Memory.__module__ = Locked.__module__ = Forgetful.__module__ = "keyring.backends.SecretService"
Plaintext.__module__ = "keyrings.alt.file"


@pytest.fixture(autouse=True)
def _restore(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("PRAYA_PASSPHRASE", raising=False)
    monkeypatch.setattr(opening, "add_shipped", lambda _: None)  # packs are not what is tested
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def chain_of(*members: KeyringBackend) -> KeyringBackend:
    return type("Chain", (chainer.ChainerBackend,), {"backends": list(members)})()


@pytest.mark.parametrize(
    "backend",
    [
        null.Keyring(),
        fail.Keyring(),
        Plaintext(),
        chain_of(),
        chain_of(Plaintext(), null.Keyring()),
    ],
    ids=["null", "fail", "plain text", "empty chain", "chain of plain text"],
)
def test_what_does_not_keep_secrets_is_refused(backend: KeyringBackend, tmp_path: Path) -> None:
    keyring.set_keyring(backend)
    with pytest.raises(KeyringRefused, match="does not keep secrets safely"):
        credentials.store_key("id", credentials.new_raw_key())
    with pytest.raises(KeyringRefused):
        credentials.load_key("id", tmp_path)
    with pytest.raises(KeyringRefused):
        opening.create_desk(tmp_path / "a.praya", entity="X", ce="ZZL001", seat="mei")
    assert list(tmp_path.iterdir()) == []


def test_of_a_chain_only_the_safe_member_gets_the_key() -> None:
    plain, safe = Plaintext(), Memory()
    keyring.set_keyring(chain_of(plain, safe))
    credentials.store_key("id", "x'00'")
    assert safe.kept == {("praya", "id"): "x'00'"}
    assert plain.kept == {}


def test_a_name_that_only_looks_like_an_allowed_one_is_refused() -> None:
    class Keyring(Memory):
        pass

    Keyring.__module__ = "keyring.backends.SecretServiceLookalike"
    keyring.set_keyring(Keyring())
    with pytest.raises(KeyringRefused):
        credentials.store_key("id", "x'00'")


def test_a_locked_keyring_says_so_and_shows_nothing(tmp_path: Path) -> None:
    keyring.set_keyring(Locked())
    with pytest.raises(KeyringRefused, match="KeyringLocked") as caught:
        credentials.store_key("id", "x'5e5e'")
    assert "5e5e" not in str(caught.value)
    with pytest.raises(KeyringRefused):
        credentials.load_key("id", tmp_path)
    keyring.set_keyring(Forgetful())
    with pytest.raises(KeyringRefused, match="did not keep"):
        credentials.store_key("id", "x'5e5e'")


def test_a_workspace_of_the_keyring_is_found_again_wherever_it_moves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    safe = Memory()
    keyring.set_keyring(safe)
    path = tmp_path / "a.praya"
    desk = opening.create_desk(path, entity="X", ce="ZZL001", seat="mei")
    desk.workspace.close()
    (moved := tmp_path / "other").mkdir()
    path.rename(moved / "b.praya")
    keyfile.check_path(path).rename(keyfile.check_path(moved / "b.praya"))
    opening.open_desk(moved / "b.praya", seat="mei").workspace.close()
    keyfile.check_path(moved / "b.praya").unlink()
    opening.open_desk(moved / "b.praya", seat="mei").workspace.close()
    (key,) = safe.kept.values()
    assert opening.recovery_key(moved / "b.praya") == key
    capsys.readouterr()
    assert main(["--workspace", str(moved / "b.praya"), "recovery-key"]) == 0
    printed, warning = capsys.readouterr().out.splitlines()
    assert (printed, warning.startswith("Whoever has this key")) == (key, True)
    safe.kept.clear()
    with pytest.raises(PassphraseMissing, match="recovery key"):
        opening.open_desk(moved / "b.praya", seat="mei")
    opening.open_desk(moved / "b.praya", seat="mei", passphrase=key).workspace.close()
    credentials.forget_key("never there")


def test_a_passphrase_workspace_does_not_ask_the_keyring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.set_keyring(fail.Keyring())
    monkeypatch.setenv("PRAYA_PASSPHRASE", "correct horse")
    path = tmp_path / "a.praya"
    desk = opening.create_desk(path, entity="X", ce="ZZL001", seat="mei")
    assert desk.workspace.fact("entity") == "X"
    desk.workspace.close()
    opening.open_desk(path, seat="mei").workspace.close()
    monkeypatch.delenv("PRAYA_PASSPHRASE")
    with pytest.raises(PassphraseMissing, match="opens with a passphrase"):
        opening.open_desk(path, seat="mei")
    with pytest.raises(keyfile.WrongPassphrase):
        opening.open_desk(path, seat="mei", passphrase="wrong")


@pytest.mark.parametrize(
    "body",
    [b"pass word", b"pass word\n", b"pass word\r\nsecond", b"\xef\xbb\xbfpass word\n"],
)
def test_the_first_line_of_the_file_counts(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "p").write_bytes(body)
    assert credentials.passphrase(tmp_path / "p") == "pass word"


def test_accents_are_the_same_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRAYA_PASSPHRASE", "cafe\u0301")
    assert credentials.passphrase(None) == "caf\u00e9"
    monkeypatch.setenv("PRAYA_PASSPHRASE", "")
    assert credentials.passphrase(None) is None


@pytest.mark.parametrize("body", [b"", b"\n", b"a\x00b", b"a\tb"])
def test_files_without_a_passphrase(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "p").write_bytes(body)
    with pytest.raises(PassphraseMissing):
        credentials.passphrase(tmp_path / "p")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(b"\xff\xfe")
    with pytest.raises(FileUnreadable, match="UTF-8"):
        credentials.passphrase(tmp_path / "p")
    with pytest.raises(FileMissing):
        credentials.passphrase(tmp_path / "none")
