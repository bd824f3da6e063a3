"""The sample month from Excel to the filed return, in a workspace of its own."""

import os
import secrets
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import platformdirs

from app.domain.clock import now
from app.errors import UserError
from app.services import opening, profiles
from app.services.demofiling import DemoReturn, Office
from app.services.demoplan import batches, read_plan, sample_folder, sample_profiles
from app.services.demosteps import Say, Walk
from app.services.desk import Desk
from app.signing.authority import make_demo_signer

ENTITY, CE = "Lantau Digital Exchange Limited", "ZZZ001"
PREPARER, APPROVER = "Wong Mei", "Chan Tai Man"


class DemoFolderTaken(UserError):
    """The folder for the demo cannot be used."""

    code = "demo-folder"


@dataclass(frozen=True, slots=True)
class Demo:
    """Where everything of the demo lies."""

    folder: Path
    returns: tuple[DemoReturn, ...]

    @property
    def workspace(self) -> Path:
        """The workspace."""
        return self.folder / "sample.praya"

    @property
    def passphrase(self) -> Path:
        """The file whose first line opens the workspace."""
        return self.folder / "passphrase.txt"

    @property
    def trust(self) -> Path:
        """The certificate of the demonstration authority."""
        return self.folder / "authority.pem"

    def as_dict(self) -> dict[str, object]:
        """The command line's JSON."""
        return {
            "workspace": str(self.workspace),
            "passphrase_file": str(self.passphrase),
            "trust": str(self.trust),
            "returns": [item.as_dict() for item in self.returns],
        }


def run_demo(out: Path | None, say: Say) -> Demo:
    """Go through September and October. `say` is told every step in a line."""
    demo = Demo(_fresh_folder(out), ())
    say(f"The sample month of {ENTITY}. All of it is invented.")
    desk, office = _make(demo)
    plan = read_plan()
    try:
        walk = Walk(desk, office, say, last_period=max(item.period for item in plan))
        for together in batches(plan):
            walk.go(together)
    finally:
        desk.workspace.close()
    return Demo(demo.folder, tuple(walk.finished))


def open_sample(out: Path | None = None) -> Desk:
    """Go through the sample month silently and open its workspace, for the window."""
    demo = run_demo(out, lambda line: None)
    return opening.open_desk(demo.workspace, seat=PREPARER, passphrase_file=demo.passphrase)


def _fresh_folder(out: Path | None) -> Path:
    """A folder with nothing in it; an earlier demo in the named one is left as it is."""
    if out is None:
        home = Path(platformdirs.user_data_dir("praya", appauthor=False))
        out = home / "samples" / datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    if out.exists() and not out.is_dir():
        raise DemoFolderTaken("this is a file; name a folder for the demo", file=out)
    folder, number = out, 1
    while folder.exists() and any(folder.iterdir()):
        number += 1
        folder = out / f"run-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def _make(demo: Demo) -> tuple[Desk, Office]:
    """The workspace with its profiles, the approver's key, and copies of the workbooks."""
    _write_secret(demo.passphrase, secrets.token_urlsafe(18))
    desk = opening.create_desk(
        demo.workspace, entity=ENTITY, ce=CE, seat=PREPARER, passphrase_file=demo.passphrase
    )
    for file in sample_profiles():
        profiles.add_profile(desk, file)
    password, key = secrets.token_urlsafe(12), demo.folder / "signer.p12"
    signer = make_demo_signer(ENTITY, APPROVER, password, at=now())
    key.write_bytes(signer.p12)
    demo.trust.write_bytes(signer.authority_pem)
    _write_secret(demo.folder / "signer-password.txt", password)
    shutil.copytree(sample_folder(), demo.folder / "workbooks", dirs_exist_ok=True)
    return desk, Office(demo.folder, ENTITY, APPROVER, key, password, demo.trust)


def _write_secret(path: Path, text: str) -> None:
    """A file that only its owner can read."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text + "\n")
