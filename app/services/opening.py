"""Opening and making workspaces: the path, the secret, the seat."""

import getpass
from pathlib import Path

import platformdirs

from app.services.desk import Desk
from app.services.packs import add_shipped
from app.store import history, keyfile
from app.store.workspace import Workspace


def default_path() -> Path:
    """The workspace in the user's data folder."""
    return Path(platformdirs.user_data_dir("praya", appauthor=False)) / "workspace.praya"


def default_seat() -> str:
    """The name of the system's user."""
    return getpass.getuser()


def _secret(
    path: Path, passphrase_file: Path | None, *, new: bool, typed: str | None = None
) -> keyfile.Secret:
    if typed is not None:
        return keyfile.Secret(typed, "passphrase")
    from app import credentials  # noqa: PLC0415  (the keyring is slow to import)

    phrase = credentials.passphrase(passphrase_file)
    if phrase is not None:
        return keyfile.Secret(phrase, "passphrase")
    if new:
        key = credentials.new_raw_key()
        credentials.store_key(path, key)
        return keyfile.Secret(key, "keyring")
    return keyfile.Secret(credentials.load_key(path), "keyring")


def create_desk(
    path: Path,
    *,
    entity: str,
    ce: str,
    seat: str,
    passphrase_file: Path | None = None,
    passphrase: str | None = None,
) -> Desk:
    """A new workspace with every pack that comes with the program; `passphrase` is one that was typed."""
    secret = _secret(path, passphrase_file, new=True, typed=passphrase)
    workspace = Workspace.create(path, secret, {"entity": entity, "ce": ce})
    desk = Desk(workspace, seat)
    with workspace.write() as connection:
        history.append(
            connection, seat=seat, action="workspace-created", detail={"entity": entity, "ce": ce}
        )
    add_shipped(desk)
    return desk


def open_desk(
    path: Path,
    *,
    seat: str,
    passphrase_file: Path | None = None,
    passphrase: str | None = None,
) -> Desk:
    """Open a workspace; packs that are new in this program are added."""
    if not path.is_file():
        Workspace.open(
            path, keyfile.Secret("", "passphrase")
        )  # says why, before any secret is asked
    secret = _secret(path, passphrase_file, new=False, typed=passphrase)
    return Desk(Workspace.open(path, secret), seat)
