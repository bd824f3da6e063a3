"""`praya validate` on files: any XSD, the packs, signed or not, and what cannot be read."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import data_root
from tests.unit.cli.conftest import Run

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a"
  xmlns:a="urn:a" elementFormDefault="qualified">
<xs:include schemaLocation="sub/ids.xsd"/>
<xs:element name="R"><xs:complexType><xs:sequence>
  <xs:element name="Row" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="Id" type="a:Id"/><xs:element name="Amount" type="xs:decimal"/>
  </xs:sequence><xs:attribute name="n" type="xs:int"/></xs:complexType></xs:element>
</xs:sequence></xs:complexType>
<xs:key name="k"><xs:selector xpath="a:Row"/><xs:field xpath="a:Id"/></xs:key>
</xs:element></xs:schema>"""
IDS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">
<xs:simpleType name="Id"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}"/>
</xs:restriction></xs:simpleType></xs:schema>"""
GOOD = '<R xmlns="urn:a"><Row><Id>AA</Id><Amount>1</Amount></Row></R>'
BAD = """<R xmlns="urn:a">
<Row n="x"><Id>AA</Id><Amount>1</Amount></Row>
<Row><Id>aa</Id><Amount>1,5</Amount></Row>
<!-- a comment counts for nothing --><Row><Id>AA</Id><Amount>1</Amount></Row>
</R>"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    (tmp_path / "xsd" / "sub").mkdir(parents=True)
    (tmp_path / "xsd" / "sub" / "ids.xsd").write_text(IDS, encoding="utf-8")
    path = tmp_path / "xsd" / "main.xsd"
    path.write_text(SCHEMA, encoding="utf-8")
    return path


def write(folder: Path, text: str, name: str = "a.xml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_valid_file(praya: Run, schema: Path, tmp_path: Path) -> None:
    ran = praya("--json", "validate", write(tmp_path, GOOD), "--schema", schema)
    assert ran.code == 0
    assert ran.body == {
        "verdict": "valid",
        "counts": {"blocking": 0, "explain": 0, "information": 0},
        "findings": [],
    }


def test_every_error_with_its_path_and_line(praya: Run, schema: Path, tmp_path: Path) -> None:
    ran = praya("--json", "validate", write(tmp_path, BAD), "--schema", schema)
    assert ran.code == 1
    assert ran.body["counts"] == {"blocking": 4, "explain": 0, "information": 0}
    assert [(f["path"], f["line"]) for f in ran.body["findings"]] == [
        ("Row[1]/@n", 2),
        ("Row[2]/Id", 3),
        ("Row[2]/Amount", 3),
        ("Row[3]", 4),
    ]


def test_paths_do_not_depend_on_prefixes(praya: Run, schema: Path, tmp_path: Path) -> None:
    text = (
        '<q:R xmlns:q="urn:a" xmlns="urn:a"><q:Row><Id>AA</Id><q:Amount>z</q:Amount></q:Row>'
        "<Row><Id>AB</Id><Amount>z</Amount></Row><q:Row><q:Id>AC</q:Id><Amount>z</Amount></q:Row></q:R>"
    )
    ran = praya("--json", "validate", write(tmp_path, text), "--schema", schema)
    paths = [finding["path"] for finding in ran.body["findings"]]
    assert paths == [f"Row[{number}]/Amount" for number in (1, 2, 3)]


def test_as_many_errors_as_xmllint(praya: Run, schema: Path, tmp_path: Path) -> None:
    file = write(tmp_path, BAD)
    ran = praya("--json", "validate", file, "--schema", schema)
    done = subprocess.run(
        ["xmllint", "--noout", "--schema", str(schema), str(file)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    theirs = [line for line in done.stderr.splitlines() if "validity error" in line]
    # xmllint says of the second row's key again that its value was refused.
    again = [line for line in theirs if "precomputed value" in line or "Not all fields" in line]
    assert len(ran.body["findings"]) == len(theirs) - len(again)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "xml"),
        (b"not xml", "xml"),
        (b"<R><Row></R>", "xml"),
        (b'<!DOCTYPE R [<!ENTITY e "x">]><R>&e;</R>', "xml-doctype"),
        (b"\x00\x01\x02", "xml"),
        (b"PK\x03\x04", "xml"),
    ],
)
def test_what_cannot_be_read(
    praya: Run, schema: Path, tmp_path: Path, content: bytes, code: str
) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(content)
    ran = praya("--json", "validate", file, "--schema", schema)
    assert (ran.code, ran.body["verdict"]) == (2, "unreadable")
    assert ran.body["error"]["code"].startswith(code)
    assert ran.body["error"]["file"] == str(file)
    assert ran.err.count("\n") == 1


def test_files_that_are_not_there(praya: Run, schema: Path, tmp_path: Path) -> None:
    file = write(tmp_path, GOOD)
    for arguments in (
        (tmp_path / "no.xml", "--schema", schema),
        (file, "--schema", tmp_path / "no.xsd"),
        (tmp_path / "no.xml",),
    ):
        ran = praya("--json", "validate", *arguments)
        assert (ran.code, ran.body["verdict"]) == (2, "unreadable")
        assert ran.body["error"]["code"] == "file-missing"


@pytest.mark.parametrize(
    "location", ["../outside.xsd", "https://example.org/a.xsd", "sub/none.xsd", "/etc/a.xsd"]
)
def test_a_schema_reads_its_own_folder_only(praya: Run, tmp_path: Path, location: str) -> None:
    (tmp_path / "xsd").mkdir()
    write(tmp_path, IDS, "outside.xsd")
    schema = write(tmp_path / "xsd", SCHEMA.replace("sub/ids.xsd", location), "main.xsd")
    ran = praya("--json", "validate", write(tmp_path, GOOD), "--schema", schema)
    assert (ran.code, ran.body["verdict"]) == (2, "unreadable")
    assert ran.body["error"]["code"] == "schema-import-refused"
    assert location in ran.body["error"]["message"]


def test_a_schema_that_does_not_compile(praya: Run, schema: Path, tmp_path: Path) -> None:
    schema.write_text(SCHEMA.replace("a:Id", "a:Unknown"), encoding="utf-8")
    ran = praya("--json", "validate", write(tmp_path, GOOD), "--schema", schema)
    assert (ran.code, ran.body["verdict"]) == (2, "unreadable")
    assert ran.body["error"]["code"] == "schema-error"


@pytest.mark.parametrize("return_type", ["car", "cwr"])
def test_the_packs_that_come_along_serve_without_a_workspace(praya: Run, return_type: str) -> None:
    base = data_root() / "forms" / return_type / "1.0" / "examples" / "base.xml"
    ran = praya("--json", "validate", base)
    assert (ran.code, ran.body["findings"]) == (0, [])
    assert praya("validate", base, "--pack", f"{return_type}-1.0").code == 0


def test_values_rules_and_schema_name_the_line(praya: Run, tmp_path: Path) -> None:
    base = data_root() / "forms" / "cwr" / "1.0" / "examples" / "base.xml"
    text = base.read_text(encoding="utf-8")
    start = text.index("<KeyLocationCountry>HK")
    text = text[:start] + text[start:].replace(">HK<", ">SG<", 1).replace("<Tech>", "<Tech>X", 1)
    ran = praya("--json", "validate", write(tmp_path, text))
    assert ran.code == 1
    line = text[:start].count("\n") + 1
    abroad = [f for f in ran.body["findings"] if f["code"] == "CWR-009"]
    assert [f["line"] for f in abroad] == [line]
    assert abroad[0]["path"].endswith("/KeyLocationCountry")


def test_another_namespace_and_another_pack(praya: Run, tmp_path: Path) -> None:
    ran = praya("--json", "validate", write(tmp_path, GOOD))
    assert (ran.code, ran.body["error"]["code"]) == (2, "pack-missing")
    base = data_root() / "forms" / "car" / "1.0" / "examples" / "base.xml"
    ran = praya("--json", "validate", base, "--pack", "cwr-1.0")
    assert (ran.code, ran.body["error"]["code"]) == (2, "wrong-root")
    ran = praya("--json", "validate", base, "--pack", "xyz-9")
    assert (ran.code, ran.body["error"]["code"]) == (2, "pack-missing")


def test_a_lone_schema_loads_nothing_heavy(schema: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from app.cli.main import main;"
        f"code = main(['validate', {str(write(tmp_path, GOOD))!r}, '--schema', {str(schema)!r}]);"
        "heavy = {'sqlalchemy', 'xmlschema', 'elementpath', 'cryptography', 'keyring', 'PySide6',"
        " 'openpyxl', 'platformdirs'} & set(sys.modules);"
        "sys.exit(f'{code} {heavy}' if code or heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", [("validate",), ("verify",), ("validate", "--schema", "x.xsd")])
def test_a_file_beyond_all_measure_is_refused_before_it_is_read(
    praya: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    schema = tmp_path / "x.xsd"
    schema.write_text('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>', encoding="utf-8")
    huge = tmp_path / "huge.xml"
    with huge.open("wb") as out:
        out.truncate((1 << 30) + 1)
    real = Path.read_bytes

    def read(path: Path) -> bytes:
        assert path != huge
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    monkeypatch.chdir(tmp_path)
    ran = praya("--json", *command, huge)
    assert (ran.code, ran.body["error"]["code"]) == (2, "xml-too-large")
