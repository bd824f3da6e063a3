"""Large documents without a workspace or a workbook: the XSD verdict, wrong rows, signature, verifying.

python -m bench.large [--rows N …] [--keep FOLDER]

Prints processor seconds (of all threads, children too) and peak memory, each beside its rival.
"""

import argparse
import hashlib
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from bench.data import COLUMNS, HERE, entries

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
END = b"\n</Ledger>"
WRONG = 10
"""Every tenth row of the wrong file has a wrong date, every two-hundredth a doubled or dangling key."""


def write(folder: Path, count: int) -> None:
    """The ledger as the program writes it, and the same with wrong rows."""
    dice = random.Random(5)
    row = "\n    <Entry>%s\n    </Entry>"
    with (folder / "ledger.xml").open("wb") as right, (folder / "wrong.xml").open("wb") as wrong:
        for out in (right, wrong):
            out.write(HEAD + b'<Ledger xmlns="urn:praya:bench:1">\n  <Accounts>')
            for number in range(1000):
                name = f"A{number:04d}"
                out.write(
                    f"\n    <Account>\n      <AccountId>{name}</AccountId>\n    </Account>".encode()
                )
            out.write(b"\n  </Accounts>\n  <Entries>")
        for values in entries(count):
            right.write((row % _cells(values)).encode())
            wrong.write((row % _cells(_spoiled(values, dice))).encode())
        for out in (right, wrong):
            out.write(b"\n  </Entries>" + END)
    shutil.copy(HERE / "ledger" / "ledger.xsd", folder)


def _cells(values: tuple[str, ...]) -> str:
    held = zip(COLUMNS, values, strict=True)
    return "".join(f"\n      <{name}>{escape(value)}</{name}>" for name, value in held if value)


def _spoiled(values: tuple[str, ...], dice: random.Random) -> tuple[str, ...]:
    found = dict(zip(COLUMNS, values, strict=True))
    if dice.random() < 1 / WRONG:
        found["Date"] = "yesterday"
    if dice.random() < 1 / WRONG / 20:
        found["AccountId"] = "A9999"
    if dice.random() < 1 / WRONG / 20:
        found["TxHash"] = "0" * 64
    return tuple(found.values())


def validate(folder: Path) -> None:
    """The complete XSD verdict of the right file."""
    _validate(folder, "ledger.xml", valid=True)


def validate_wrong(folder: Path) -> None:
    """The same of the wrong one."""
    _validate(folder, "wrong.xml", valid=False)


def _validate(folder: Path, name: str, *, valid: bool) -> None:
    from app.services.schemacheck import check_against_schema  # noqa: PLC0415

    assert check_against_schema(folder / name, folder / "ledger.xsd").valid is valid


def sign(folder: Path) -> None:
    """The enveloped signature while the document is copied."""
    from app.domain.clock import now  # noqa: PLC0415
    from app.signing.authority import make_demo_signer  # noqa: PLC0415
    from app.signing.keys import load_p12  # noqa: PLC0415
    from app.signing.xades import sign_document  # noqa: PLC0415

    demo = make_demo_signer("Bench", "Bench", "bench", at=now())
    key = load_p12(demo.p12, "bench", file="bench.p12", at=now())
    (folder / "authority.pem").write_bytes(demo.authority_pem)
    with (folder / "signed.xml").open("wb") as out:
        sign_document(HEAD, _parts(folder), out.write, key, at=now())


def _parts(folder: Path) -> Iterator[bytes]:
    path = folder / "ledger.xml"
    left = path.stat().st_size - len(HEAD) - len(END)
    with path.open("rb") as source:
        source.seek(len(HEAD))
        while left:
            part = source.read(min(1 << 18, left))
            left -= len(part)
            yield part
    yield END


def copy_and_hash(folder: Path) -> None:
    """What signing cannot do without: read, SHA-256, write."""
    digest = hashlib.sha256()
    with (folder / "copy.xml").open("wb") as out:
        for part in _parts(folder):
            digest.update(part)
            out.write(part)


def verify(folder: Path) -> None:
    """The signed file."""
    from app.services.verification import verify_file  # noqa: PLC0415

    found = verify_file(folder / "signed.xml", [folder / "authority.pem"])
    assert found.verdict == "valid", found.reasons


def xmllint(folder: Path, *how: str) -> None:
    """libxml2's own program."""
    subprocess.run(
        ["xmllint", "--noout", *how, "--schema", folder / "ledger.xsd", folder / "ledger.xml"],
        check=True,
        capture_output=True,
    )


def xmllint_stream(folder: Path) -> None:
    """The same without a tree."""
    xmllint(folder, "--stream")


def xmlsec1(folder: Path) -> None:
    """The usual verifier."""
    trusted = str(folder / "authority.pem")
    command = ["xmlsec1", "--verify", "--trusted-pem", trusted, str(folder / "signed.xml")]
    subprocess.run(command, check=True, capture_output=True)


PAIRS: tuple[tuple[str, Callable[[Path], None], tuple[Callable[[Path], None], ...]], ...] = (
    ("complete XSD verdict", validate, (xmllint_stream,)),
    ("the same, every tenth row wrong", validate_wrong, (validate,)),
    ("sign", sign, (copy_and_hash,)),
    ("verify", verify, (xmlsec1,)),
)
LARGEST = {"xmlsec1": 100_000}
"""Beyond so many rows it needs more than four GB."""


def measure(step: Callable[[Path], None], folder: Path) -> tuple[float, int]:
    """Processor seconds and peak memory in MB of a step in a process of its own."""
    command = [sys.executable, "-m", "bench.large", "--step", step.__name__, "--keep", str(folder)]
    with subprocess.Popen(command) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{step.__name__} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def table(folder: Path, count: int) -> None:
    """Every step beside its rivals, on as many rows."""
    subprocess.run(
        [sys.executable, "-m", "bench.large", "--write", str(count), "--keep", str(folder)],
        check=True,
    )
    size = (folder / "ledger.xml").stat().st_size >> 20
    print(f"\n{count:,} rows, {size} MB\n")
    print("| step | Praya, s | MB | beside | s | MB | times |\n|---|---|---|---|---|---|---|")
    for title, own, rivals in PAIRS:
        seconds, peak = measure(own, folder)
        for rival in rivals:
            if count <= LARGEST.get(rival.__name__, count):
                other, theirs = measure(rival, folder)
                name = rival.__name__.replace("_", " ")
                print(
                    f"| {title} | {seconds:.2f} | {peak} | {name} | {other:.2f} | {theirs}"
                    f" | {seconds / other:.2f} |",
                    flush=True,
                )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.large", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--keep", type=Path, help="a folder for the files")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--write", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        globals()[options.step](options.keep)
        return
    if options.write:
        write(options.keep, options.write)
        return
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="praya-bench-") as name:
        for count in options.rows:
            table(options.keep or Path(name), count)


if __name__ == "__main__":
    main()
