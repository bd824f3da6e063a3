"""A year's CARF message for 1,000 users, from the OECD's own schema and a workbook to what comes back.

Everything goes through the command line, as the recipe in docs/packs.md tells it. The schema is judged by
xmllint as well, the signature by xmlsec1.
"""

import subprocess
import zipfile
from pathlib import Path

import aeoi
import pytest
from carf import OECD, doc_ref, fill, status
from lxml import etree
from signing_makers import PASSWORD, identity

from tests.unit.cli.conftest import Run

USERS = 1000


def test_a_message_for_a_thousand_users_from_workbook_to_status(
    office: Run, tmp_path: Path
) -> None:
    added = office("pack", "add", OECD / "carf_v1.5", "--type", "CARF", "--from", "2026-01-01")
    assert (added.code, added.body["id"]) == (0, "carf-1.5")
    assert added.body["signature"]["state"] == "unsigned"
    book = tmp_path / "carf.xlsx"
    assert office("template", "CARF", "--out", book, "--period", "2026-12").code == 0
    fill(book, USERS)
    number = office("return", "new", "CARF", "2026-12").body["id"]
    assert office("import", number, book).code == 0
    checked = office("validate", number)
    assert (checked.code, checked.body["verdict"]) == (0, "valid")
    assert office("review", number).code == 0
    assert office("approve", number).body["error"]["code"] == "four-eyes"
    assert office("approve", number, seat="boss").code == 0
    exported = sign_and_export(office, number, tmp_path)
    judged_by_others(tmp_path, exported)
    wrong = tmp_path / "status.xml"
    tin = "CARF_OECD/CARFBody/CryptoUsers/UserID/Individual/TIN"
    wrong.write_bytes(status(records=(("50007", "TIN is not known", doc_ref(USERS), tin),)))
    answer = office("receipt", wrong).body
    assert (answer["id"], answer["state"]) == (number, "signed")
    place = f"CARFBody[1]/CryptoUsers[{USERS}]/UserID/Individual/TIN[1]"
    assert answer["status"]["record_errors"][0]["paths"] == [place]
    (found,) = office("validate", number).body["findings"]
    assert (found["code"], found["path"]) == ("STATUS-50007", place)
    wrong.write_bytes(status(verdict="Accepted"))
    assert office("receipt", wrong).body["state"] == "filed"


def sign_and_export(office: Run, number: str, folder: Path) -> Path:
    """Sign beside the file, for its schema admits no signature, and unpack the container."""
    key, password = folder / "key.p12", folder / "key-password"
    key.write_bytes(identity().p12())
    password.write_text(PASSWORD, encoding="utf-8")
    signed = office("sign", number, "--p12", key, "--p12-passphrase-file", password, seat="boss")
    assert (signed.code, signed.body["state"]) == (0, "signed")
    files = office("export", number, "--out", folder / "out").body["files"]
    (container,) = (Path(item["path"]) for item in files if item["kind"] == "container")
    trust = identity().authority_pem(folder)
    verified = office("verify", container, "--trust", trust).body
    assert (verified["verdict"], verified["scope"]) == ("valid", "whole")
    with zipfile.ZipFile(container) as archive:
        archive.extractall(folder / "inside")
    (document,) = (folder / "inside").glob("*.xml")
    return document


def judged_by_others(folder: Path, document: Path) -> None:
    """What programs that are not ours say of the exported file and its signature."""
    users = etree.parse(document).getroot().findall(".//{urn:oecd:ties:carf:v1}CryptoUsers")
    assert len(users) == USERS
    schema = OECD / "carf_v1.5" / "CARFXML_v1.5.xsd"
    assert run(folder, "xmllint", "--noout", "--schema", schema, document) == 0
    broken = folder / "broken.xml"
    broken.write_bytes(document.read_bytes().replace(b"CARF901", b"CARF999"))
    assert run(folder, "xmllint", "--noout", "--schema", schema, broken) != 0
    inside = document.parent
    verify = (
        "xmlsec1", "--verify", "--enabled-reference-uris", "same-doc,remote",
        "--trusted-pem", folder / "authority.pem", "META-INF/signatures0.xml",
    )  # fmt: skip
    assert run(inside, *verify) == 0
    document.write_bytes(document.read_bytes().replace(b"Chan 1<", b"Chan 2<"))
    assert run(inside, *verify) != 0


def run(folder: Path, *command: object) -> int:
    done = subprocess.run(
        [str(item) for item in command], check=False, cwd=folder, capture_output=True, timeout=60
    )
    return done.returncode


SCHEMAS = ["carf_v1.5", "carf_status_message_v1.1", "generic_status_message_v2.0"]


@pytest.mark.parametrize("folder", SCHEMAS)
def test_each_schema_of_the_oecd_makes_a_pack_and_a_template(
    office: Run, tmp_path: Path, folder: str
) -> None:
    body = office("pack", "add", OECD / folder).body
    assert body["added"]
    assert office("template", body["type"], "--out", tmp_path / "t.xlsx").code == 0
    assert office("return", "new", body["type"], "2026-10").code == 0


@pytest.mark.parametrize("sample", sorted((OECD / "samples").glob("*.xml")), ids=lambda p: p.stem)
def test_each_sample_has_the_verdict_of_xmllint_and_comes_back_whole(
    office: Run, tmp_path: Path, sample: Path
) -> None:
    folder = Path(aeoi.__file__).parent / "xsd" / "crs_v2.0"
    assert office("pack", "add", folder, "--type", "CRS", "--from", "2014-01-01").code == 0
    opened = office("return", "open", sample, "--period", "2017-12").body
    number = opened["id"]
    said = office("validate", sample)
    assert office("validate", number).body["verdict"] == said.body["verdict"]
    agreed = run(tmp_path, "xmllint", "--noout", "--schema", folder / "CrsXML_v2.0.xsd", sample)
    assert (said.code == 0) == (agreed == 0)
