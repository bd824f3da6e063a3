"""Programs of other people that check what we made: xmllint and xmlsec1, where they are installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.pack import Pack

_SECONDS = 60


@dataclass(frozen=True, slots=True)
class OutsideCheck:
    """What another program says. `passed` is None where it is not installed."""

    program: str
    passed: bool | None
    said: str


def check_with_xmllint(file: Path, pack: Pack) -> OutsideCheck:
    """Whether xmllint finds the file valid against the pack's XSD."""
    with tempfile.TemporaryDirectory(prefix="praya-xsd-") as folder:
        for name, body in pack.schema_files.items():
            target = Path(folder, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(body)
        schema = str(Path(folder, pack.manifest.schema))
        return _run("xmllint", ("--noout", "--nonet", "--schema", schema, str(file)))


def check_with_xmlsec1(file: Path, trust: Path) -> OutsideCheck:
    """Whether xmlsec1 finds the signature valid and its signer below `trust`."""
    return _run("xmlsec1", ("--verify", "--trusted-pem", str(trust), str(file)))


def _run(program: str, arguments: Sequence[str]) -> OutsideCheck:
    path = shutil.which(program)
    if path is None:
        return OutsideCheck(program, None, "not installed here")
    try:
        done = subprocess.run(  # noqa: S603  (a fixed program on a file of our own, no shell)
            [path, *arguments], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return OutsideCheck(program, passed=False, said=str(error))
    lines = (done.stdout + done.stderr).strip().splitlines()
    return OutsideCheck(program, done.returncode == 0, lines[-1].strip() if lines else "")
