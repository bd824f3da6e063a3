"""What a command is pointed at: no file at all, one that cannot be read, something that is no file."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.paths import data_root
from tests.unit.cli.conftest import Run

GOOD = '<R xmlns="urn:a"/>'
XSD = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">{}</xs:schema>'
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.xml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "main.xsd"
    path.write_text(XSD.format('<xs:element name="R"/>'), encoding="utf-8")
    return path


def commands(file: Path, tmp_path: Path, number: str) -> Sequence[tuple[str | Path, ...]]:
    """Every command that reads a file which a person names, pointed at this one."""
    some = tmp_path / "good.xml"
    return (
        ("validate", file),
        ("validate", some, "--schema", file),
        ("verify", file),
        ("verify", some, "--trust", file),
        ("sign", number, "--p12", file, "--p12-passphrase-file", some),
        ("sign", number, "--p12", some, "--p12-passphrase-file", file),
        ("receipt", number, file),
        ("import", number, file),
        ("profile", "add", file),
    )


def odd(tmp_path: Path, kind: str) -> Path:
    if kind == "pipe":
        path = tmp_path / "pipe"
        os.mkfifo(path)
        return path
    return {"device": Path("/dev/zero"), "folder": tmp_path, "nothing": tmp_path / "none"}[kind]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are no files there")
@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        ("pipe", "file-unreadable", "is not a file"),
        ("device", "file-unreadable", "is not a file"),
        ("folder", "file-unreadable", "is not a file"),
        ("nothing", "file-missing", "no such file"),
    ],
)
def test_whatever_is_no_file_has_one_code_in_every_command(
    office: Run, good: Path, tmp_path: Path, kind: str, code: str, words: str
) -> None:
    assert good.exists()
    number = office("return", "new", "CAR", "2026-10").body["id"]
    path = odd(tmp_path, kind)
    calls = [*commands(path, tmp_path, number)]
    if kind == "folder":  # certificates may come from one, and so may a pack
        calls = [call for call in calls if "--trust" not in call]
    else:
        calls.append(("pack", "add", path))
    for call in calls:
        ran = office(*call)
        assert ran.code == 2, call
        error = ran.body["error"]
        assert (error["code"], error["file"]) == (code, str(path)), call
        assert words in error["message"], call
        assert ran.body.get("verdict") == ("unreadable" if call[0] == "validate" else None)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files there")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "nothing"])
def test_a_workspace_is_restored_from_a_file_alone(praya: Run, tmp_path: Path, kind: str) -> None:
    path = odd(tmp_path, kind)
    ran = praya("--json", "--workspace", tmp_path / "w", "restore", path)
    wanted = "file-missing" if kind == "nothing" else "file-unreadable"
    assert (ran.code, ran.body["error"]["code"]) == (2, wanted)
    assert not (tmp_path / "w").exists()


def test_a_passphrase_file_that_cannot_be_read(praya: Run, tmp_path: Path) -> None:
    for file, code in (("none", "file-missing"), (".", "file-unreadable")):
        secret = tmp_path / file
        ran = praya("--json", "--workspace", tmp_path / "w", "--passphrase-file", secret,
                    "init", "--entity", "X", "--ce", "ZZZ001")  # fmt: skip
        assert (ran.code, ran.body["error"]["code"]) == (2, code)
        assert ran.body["error"]["file"] == str(secret)


def test_something_under_that_name_is_meant_rather_than_an_id(
    praya: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    ran = praya("--json", "validate", "folder")
    assert (ran.code, ran.body["verdict"]) == (2, "unreadable")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_schema_behind_a_link(praya: Run, good: Path, schema: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.xsd"
    link.parent.mkdir()
    link.symlink_to(schema)
    assert praya("--json", "validate", good, "--schema", link).body["verdict"] == "valid"


@pytest.mark.parametrize("content", ["<broken", XSD.format('<xs:element type="x"/>'), "<R/>"])
def test_a_refused_schema_is_named_as_it_was_given(
    praya: Run, good: Path, schema: Path, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema.write_text(content, encoding="utf-8")
    monkeypatch.chdir(schema.parent.parent)
    given = Path(schema.parent.name) / schema.name
    ran = praya("--json", "validate", good, "--schema", given)
    assert (ran.code, ran.body["verdict"]) == (2, "unreadable")
    assert ran.body["error"]["file"] == str(given)


def test_refused_workbooks_and_profiles_are_named_as_they_were_given(
    office: Run, tmp_path: Path
) -> None:
    number = office("return", "new", "CAR", "2026-10").body["id"]
    for name, text in (("a.xlsx", "id,qty"), ("p.toml", "name = ")):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        call = ("import", number, file) if name == "a.xlsx" else ("profile", "add", file)
        error = office(*call).body["error"]
        assert error["file"] == str(file)


def test_an_id_that_fits_several_returns(office: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = iter(["ab1", "ab2"])
    monkeypatch.setattr("app.services.returns.uuid.uuid4", lambda: next(ids))
    for period in ("2026-09", "2026-10"):
        office("return", "new", "CAR", period)
    codes = [
        office("return", "show", text).body.get("error", {}).get("code")
        for text in ("ab", "ab1", "ac", " ")
    ]
    assert codes == ["return-ambiguous", None, "return-missing", "return-missing"]


def test_a_known_namespace_with_another_root(praya: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text('<Return xmlns="urn:praya:car:1"/>', encoding="utf-8")
    ran = praya("--json", "validate", file)
    assert (ran.code, ran.body["verdict"]) == (2, "unreadable")
    assert ran.body["error"]["code"] == "wrong-root"
    assert "“Return”" in ran.body["error"]["message"]
    assert "“ClientAssetsReturn”" in ran.body["error"]["message"]


@pytest.mark.parametrize(("count", "refused"), [(1000, False), (1001, True), (200_000, True)])
def test_more_attributes_than_anything_needs(
    praya: Run, schema: Path, tmp_path: Path, count: int, refused: bool
) -> None:
    schema.write_text(
        XSD.format('<xs:element name="R"><xs:complexType/></xs:element>'), encoding="utf-8"
    )
    file = tmp_path / "many.xml"
    names = " ".join(f'a{number}=""' for number in range(count))
    file.write_text(f'<R xmlns="urn:a" {names}/>', encoding="utf-8")
    ran = praya("--json", "validate", file, "--schema", schema)
    if not refused:
        assert ran.body["counts"]["blocking"] == 1000
        return
    assert ran.body["error"]["code"] == "xml-too-many-attributes"
    assert "R has more than 1,000 attributes" in ran.body["error"]["message"]


def test_json_without_a_command(praya: Run) -> None:
    ran = praya("--json")
    assert (ran.code, ran.body["error"]["code"]) == (2, "usage")
    assert "needs a command" in ran.body["error"]["message"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("arguments", [("--help",), ("--json", "--version")])
def test_an_answer_that_cannot_be_written_is_never_a_verdict(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "app", *arguments]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, check=False, cwd=data_root()
        )
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "no space left" in done.stderr.decode()


def test_nobody_listening_does_not_stop_the_work() -> None:
    program = (
        "import sys, argparse; from app.cli.session import Session;"
        "input(); s = Session(argparse.Namespace(json=False));"
        "s.say('one'); s.say('two'); print('done', file=sys.stderr)"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=data_root(),
    )  # fmt: skip
    assert running.stdout is not None
    running.stdout.close()
    running.stdout = None
    _, said = running.communicate(b"\n")
    assert (running.returncode, said.decode().split()) == (0, ["done"])
