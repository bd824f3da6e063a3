"""What is measured. Each step runs in a process of its own and prints its seconds.

Each step imports what it names outside the clock; what the product loads on first use is inside.
"""

import hashlib
import io
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from app.services.desk import Desk
from bench.data import COLUMNS, entries, open_empty, open_ledger

if TYPE_CHECKING:
    from app.services.imports import ImportReport
    from app.signing.authority import DemoSigner
    from app.signing.keys import SigningKey

STEPS: dict[str, Callable[[Path], float]] = {}


def step(run: Callable[[Path], float]) -> Callable[[Path], float]:
    """Register a step under its own name."""
    STEPS[run.__name__] = run
    return run


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@step
def write_praya(folder: Path) -> float:
    from app.services.documents import parts  # noqa: PLC0415
    from app.services.returns import get_return  # noqa: PLC0415

    desk, return_id, pack = open_ledger(folder)
    record = get_return(desk, return_id)
    with desk.workspace.read() as connection, (folder / "out.xml").open("wb") as out:
        return timed(lambda: [out.write(part) for part in parts(connection, pack, record)])


@step
def write_formatted_strings(folder: Path) -> float:
    from xml.sax.saxutils import escape  # noqa: PLC0415

    rows = list(entries(int((folder / "count").read_text())))
    template = "<Entry>" + "".join(f"<{name}>{{}}</{name}>" for name in COLUMNS) + "</Entry>\n"

    def work() -> None:
        with (folder / "out2.xml").open("w", encoding="utf-8") as out:
            for cells in rows:
                out.write(template.format(*map(escape, cells)))

    return timed(work)


@step
def validate_praya(folder: Path) -> float:
    from app.services.schemacheck import check_against_schema  # noqa: PLC0415

    return timed(lambda: check_against_schema(folder / "ledger.xml", folder / "ledger.xsd"))


@step
def validate_xmllint(folder: Path) -> float:
    return _xmllint(folder, "--noout")


@step
def validate_xmllint_stream(folder: Path) -> float:
    return _xmllint(folder, "--noout", "--stream")


def _xmllint(folder: Path, *how: str) -> float:
    command: list[str | Path] = [
        "xmllint",
        *how,
        "--schema",
        folder / "ledger.xsd",
        folder / "ledger.xml",
    ]
    return timed(lambda: subprocess.run(command, check=True, capture_output=True))


def _key() -> "tuple[SigningKey, DemoSigner]":
    from app.domain.clock import now  # noqa: PLC0415
    from app.signing.authority import make_demo_signer  # noqa: PLC0415
    from app.signing.keys import load_p12  # noqa: PLC0415

    demo = make_demo_signer("Bench", "Bench", "bench", at=now())
    return load_p12(demo.p12, "bench", file="bench.p12", at=now()), demo


def _key_of_libraries() -> tuple[ec.EllipticCurvePrivateKey, str]:
    """The same kind of key as the libraries take it, and its certificate in PEM."""
    _, demo = _key()
    key, certificate, _ = pkcs12.load_key_and_certificates(demo.p12, b"bench")
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    assert certificate is not None
    return key, certificate.public_bytes(Encoding.PEM).decode()


def _canonical(folder: Path) -> list[bytes]:
    body = (folder / "ledger.xml").read_bytes().split(b"\n", 1)[1]
    end = body.rindex(b"</")
    return [body[at : min(at + 65536, end)] for at in range(0, end, 65536)] + [body[end:]]


@step
def sign_praya(folder: Path) -> float:
    from app.domain.clock import now  # noqa: PLC0415
    from app.signing.xades import sign_document  # noqa: PLC0415
    from app.xml.writer import DECLARATION  # noqa: PLC0415

    key, demo = _key()
    parts = _canonical(folder)
    (folder / "authority.pem").write_bytes(demo.authority_pem)
    with (folder / "signed.xml").open("wb") as out:
        return timed(lambda: sign_document(DECLARATION, parts, out.write, key, at=now()))


@step
def sign_sha256_alone(folder: Path) -> float:
    body = (folder / "ledger.xml").read_bytes()
    return timed(lambda: hashlib.sha256(body).hexdigest())


@step
def sign_signxml(folder: Path) -> float:
    from lxml import etree  # noqa: PLC0415
    from signxml.algorithms import SignatureConstructionMethod  # noqa: PLC0415
    from signxml.signer import XMLSigner  # noqa: PLC0415

    key, pem = _key_of_libraries()

    def work() -> None:
        tree = etree.parse(folder / "ledger.xml")
        signer = XMLSigner(
            method=SignatureConstructionMethod.enveloped, signature_algorithm="ecdsa-sha256"
        )
        signed = signer.sign(tree.getroot(), key=key, cert=pem)
        signed.getroottree().write(str(folder / "signed2.xml"))

    return timed(work)


@step
def verify_praya(folder: Path) -> float:
    from app.services.verification import verify_file  # noqa: PLC0415

    def work() -> None:
        verdict = verify_file(folder / "signed.xml", [folder / "authority.pem"]).verdict
        assert verdict == "valid", verdict

    return timed(work)


@step
def verify_xmlsec1(folder: Path) -> float:
    trust = folder / "authority.pem"
    command: list[str | Path] = [
        "xmlsec1",
        "--verify",
        "--trusted-pem",
        trust,
        folder / "signed.xml",
    ]
    return timed(lambda: subprocess.run(command, check=True, capture_output=True))


@step
def dry_run_praya(folder: Path) -> float:
    from app.services.imports import dry_run  # noqa: PLC0415

    desk, return_id = open_empty(folder)
    return timed(lambda: _unblocked(dry_run(desk, return_id, folder / "ledger.xlsx", "bench")))


@step
def import_praya(folder: Path) -> float:
    from app.services.imports import import_file  # noqa: PLC0415

    desk, return_id = open_empty(folder)
    return timed(lambda: _unblocked(import_file(desk, return_id, folder / "ledger.xlsx", "bench")))


def _unblocked(report: "ImportReport") -> None:
    assert not report.blocked, report.findings


@step
def read_calamine(folder: Path) -> float:
    import python_calamine  # noqa: PLC0415

    def work() -> None:
        body = io.BytesIO((folder / "ledger.xlsx").read_bytes())
        book = python_calamine.load_workbook(body)
        for name in book.sheet_names:
            for _ in book.get_sheet_by_name(name).iter_rows():
                pass

    return timed(work)


@step
def check_praya(folder: Path) -> float:
    from app.services.checks import check_return  # noqa: PLC0415

    desk, return_id, _ = open_ledger(folder)
    with desk.workspace.write() as connection:
        connection.exec_driver_sql("DELETE FROM verdicts")

    def work() -> None:
        assert check_return(desk, return_id).valid

    return timed(work)


@step
def check_again_praya(folder: Path) -> float:
    """A check of what was checked already: the way to a signature asks for it three times more."""
    from app.services.checks import check_return  # noqa: PLC0415

    desk, return_id, _ = open_ledger(folder)
    assert check_return(desk, return_id).valid

    def work() -> None:
        assert check_return(desk, return_id).valid

    return timed(work)


@step
def path_praya(folder: Path) -> float:
    from app.services import checks, submission  # noqa: PLC0415
    from app.services.imports import dry_run, import_file  # noqa: PLC0415

    key, _ = _key()
    desk, return_id = open_empty(folder)
    boss = Desk(desk.workspace, "boss")
    book = folder / "ledger.xlsx"

    def work() -> None:
        _unblocked(dry_run(desk, return_id, book, "bench"))
        _unblocked(import_file(desk, return_id, book, "bench"))
        assert checks.check_return(desk, return_id).valid
        submission.send_for_review(desk, return_id)
        submission.approve(boss, return_id)
        submission.sign(boss, return_id, key)
        submission.export(boss, return_id, folder)

    return timed(work)


@step
def path_usual_script(folder: Path) -> float:
    from bench.usual_script import workbook_to_signed_xml  # noqa: PLC0415

    key, pem = _key_of_libraries()
    return timed(lambda: workbook_to_signed_xml(folder, key, pem))


if __name__ == "__main__":
    sys.stdout.write(f"{STEPS[sys.argv[1]](Path(sys.argv[2])):.4f}\n")
