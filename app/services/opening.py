"""Opening and making workspaces: the path, the secret, the seat."""

import getpass
from pathlib import Path

import platformdirs

from app.domain.identifiers import is_ce
from app.errors import UserError
from app.services.desk import Desk
from app.services.firm import is_firm_name
from app.services.packs import add_shipped
from app.store import history, keyfile
from app.store.keyfile import Secret
from app.store.workspace import Workspace


class NoRecoveryKey(UserError):
    """The workspace has no key of the keyring that could be kept."""

    code = "no-recovery-key"


def default_path() -> Path:
    """The workspace in the user's data folder."""
    return Path(platformdirs.user_data_dir("praya", appauthor=False)) / "workspace.praya"


def default_seat() -> str:
    """The name of the system's user."""
    return getpass.getuser()


def given_secret(passphrase_file: Path | None, typed: str | None = None) -> Secret | None:
    """The passphrase that was typed, stands in a file or in PRAYA_PASSPHRASE; None without any."""
    from app import credentials  # noqa: PLC0415  (the keyring is slow to import)

    phrase = credentials.normal(typed) if typed else credentials.passphrase(passphrase_file)
    return Secret(phrase, "passphrase") if phrase is not None else None


def find_secret(path: Path, passphrase_file: Path | None, typed: str | None = None) -> Secret:
    """What opens the workspace at `path`: a passphrase that was given, or the keyring's key."""
    from app import credentials  # noqa: PLC0415

    secret = given_secret(passphrase_file, typed)
    if secret is not None:
        return secret
    if keyfile.source_of(path) == "passphrase":
        raise credentials.PassphraseMissing(
            "this workspace opens with a passphrase;"
            " give it with --passphrase-file or PRAYA_PASSPHRASE",
            file=path,
        )
    return Secret(credentials.load_key(keyfile.identity_of(path), path), "keyring")


def recovery_key(path: Path) -> str:
    """The key that the keyring holds, to be kept on paper: it opens the file wherever a passphrase does.

    Without it a workspace, and every backup of it, is lost together with the machine's keyring.
    """
    from app import credentials  # noqa: PLC0415

    Workspace.refuse_other_kinds(path, writing=False)
    if keyfile.source_of(path) == "passphrase":
        raise NoRecoveryKey(
            "this workspace opens with its passphrase and has no other key; keep the passphrase",
            file=path,
        )
    return credentials.load_key(keyfile.identity_of(path), path)


class FactsRefused(UserError):
    """A workspace cannot be made for such a firm."""

    code = "facts-refused"


def _require_facts(entity: str, ce: str) -> None:
    if not is_firm_name(entity):
        raise FactsRefused("the firm's name is needed, with at most 255 characters")
    if not is_ce(ce):
        raise FactsRefused(
            f"“{ce}” is no CE number; it has three letters and three digits, such as AXC846"
        )


def create_desk(
    path: Path,
    *,
    entity: str,
    ce: str,
    seat: str,
    passphrase_file: Path | None = None,
    passphrase: str | None = None,
) -> Desk:
    """A new workspace with every pack that comes with the program; `passphrase` is one that was typed.

    It appears with all of that, or not at all.
    """
    from app import credentials  # noqa: PLC0415

    _require_facts(entity, ce)
    given = given_secret(passphrase_file, passphrase)
    secret = given or Secret(credentials.new_raw_key(), "keyring")

    def fill(workspace: Workspace) -> None:
        if given is None:
            credentials.store_key(workspace.identity, secret.key)
        with workspace.write() as connection:
            detail: dict[str, object] = {"entity": entity, "ce": ce}
            history.append(connection, seat=seat, action="workspace-created", detail=detail)
            add_shipped(Desk(workspace, seat))

    return Desk(Workspace.create(path, secret, {"entity": entity, "ce": ce}, fill), seat)


def open_desk(
    path: Path,
    *,
    seat: str,
    passphrase_file: Path | None = None,
    passphrase: str | None = None,
) -> Desk:
    """Open a workspace, and give it the shipped packs that are newer than it; `passphrase` is one that
    was typed.
    """
    # A file that is none says so before any secret is asked for.
    Workspace.refuse_other_kinds(path)
    desk = Desk(Workspace.open(path, find_secret(path, passphrase_file, passphrase)), seat)
    try:
        add_shipped(desk)
    except BaseException:
        desk.workspace.close()
        raise
    return desk
