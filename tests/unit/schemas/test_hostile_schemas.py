"""Schemas made to exhaust a computer are refused by name and in time; the next one compiles as ever."""

import contextlib
import multiprocessing
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.services import schemacheck
from app.services.schemacheck import check_against_schema
from app.xml import apart as alone
from app.xml.compile import compile_schema
from app.xml.limits import SchemaTooHard
from app.xml.packfiles import ImportRefused, SchemaError
from app.xml.trial import compile_apart

HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
GOOD = f'{HEAD}<xs:element name="R" type="xs:string"/></xs:schema>'


def doubled(levels: int) -> str:
    """Groups that name the next one twice: a few lines, and two to the power of `levels` elements."""
    groups = "".join(
        f'<xs:group name="g{n}"><xs:sequence><xs:group ref="g{n + 1}"/><xs:group ref="g{n + 1}"/>'
        "</xs:sequence></xs:group>"
        for n in range(levels)
    )
    last = (
        f'<xs:group name="g{levels}"><xs:sequence><xs:element name="A" type="xs:string"'
        ' minOccurs="0"/></xs:sequence></xs:group>'
    )
    root = '<xs:element name="R"><xs:complexType><xs:group ref="g0"/></xs:complexType></xs:element>'
    return f"{HEAD}{root}{groups}{last}</xs:schema>"


def many(count: int) -> str:
    inner = f'<xs:sequence maxOccurs="{count}"><xs:element name="A" type="xs:string" minOccurs="2"'
    return (
        f'{HEAD}<xs:element name="R"><xs:complexType><xs:sequence maxOccurs="{count}">{inner}'
        f' maxOccurs="{count}"/></xs:sequence></xs:sequence></xs:complexType></xs:element></xs:schema>'
    )


def apart(files: Mapping[str, str], seconds: float = 60.0) -> object:
    bodies = {name: body.encode() for name, body in files.items()}
    return compile_apart(bodies, "a.xsd", "R", ("en",), seconds)


@pytest.mark.parametrize(
    "files",
    [{"a.xsd": doubled(40)}, {"a.xsd": many(100_000_000)}],
    ids=["groups that double", "huge maxOccurs"],
)
def test_what_asks_for_too_much_is_ended(files: Mapping[str, str]) -> None:
    apart({"a.xsd": GOOD})
    begun = time.monotonic()
    with contextlib.suppress(SchemaTooHard):
        apart(files, 2.0)
    assert time.monotonic() - begun < 6
    assert apart({"a.xsd": GOOD}) == compile_schema({"a.xsd": GOOD.encode()}, "a.xsd", "R")


def test_groups_that_double_are_refused() -> None:
    with pytest.raises(SchemaTooHard, match=r"a\.xsd: .* not understood within 1 seconds"):
        apart({"a.xsd": doubled(40)}, 1.0)


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        ({"a.xsd": f'{HEAD}<xs:include schemaLocation="http://example.org/b.xsd"/></xs:schema>'}, ImportRefused),
        ({"a.xsd": f'{HEAD}<xs:element name="R" type="T"/></xs:schema>'}, SchemaError),
        ({"a.xsd": HEAD}, Exception),
    ],
    ids=["remote", "broken", "no XML"],
)  # fmt: skip
def test_the_refusals_are_those_of_the_compiler(
    files: Mapping[str, str], kind: type[Exception]
) -> None:
    bodies = {name: body.encode() for name, body in files.items()}
    with pytest.raises(kind) as here:
        compile_schema(bodies, "a.xsd", "R")
    with pytest.raises(kind) as there:
        apart(files)
    assert (type(here.value), str(here.value)) == (type(there.value), str(there.value))


LONE = {
    "groups that double": doubled(40),
    "a pattern without end": (
        f'{HEAD}<xs:element name="R"><xs:simpleType><xs:restriction base="xs:string">'
        '<xs:assertion test="true()"/><xs:pattern value="(a|aa|a*)*b"/></xs:restriction>'
        "</xs:simpleType></xs:element></xs:schema>"
    ),
    "a remote schema": (
        f'{HEAD}<xs:import namespace="urn:x" schemaLocation="http://example.org/x.xsd"/></xs:schema>'
    ),
    "names in a circle": (
        f'{HEAD}<xs:group name="a"><xs:sequence><xs:group ref="a"/></xs:sequence></xs:group>'
        '<xs:element name="R"><xs:complexType><xs:group ref="a"/></xs:complexType></xs:element>'
        "</xs:schema>"
    ),
}


@pytest.mark.parametrize("schema", LONE.values(), ids=LONE.keys())
def test_a_lone_schema_is_held_to_the_limits(
    schema: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“praya validate FILE --schema XSD” ends in time, and its refusal names the schema."""
    monkeypatch.setattr(alone, "SECONDS", 3.0)
    monkeypatch.setattr(schemacheck, "SECONDS", 3.0)
    (tmp_path / "hard.xsd").write_text(schema, encoding="utf-8")
    (tmp_path / "a.xml").write_text(f"<R>{'a' * 60}</R>", encoding="utf-8")
    begun = time.monotonic()
    with pytest.raises(SchemaError) as refused:
        check_against_schema(tmp_path / "a.xml", tmp_path / "hard.xsd")
    assert time.monotonic() - begun < 20
    assert "hard.xsd" in str(refused.value)


def test_giving_up_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C while a schema is tried: nothing goes on behind."""

    def stop(*_: object) -> bool:
        raise KeyboardInterrupt

    before = {child.pid for child in multiprocessing.active_children()}
    monkeypatch.setattr("multiprocessing.connection.Connection.poll", stop)
    with pytest.raises(KeyboardInterrupt):
        alone.prove({"a.xsd": doubled(40).encode()}, "a.xsd")
    assert {child.pid for child in multiprocessing.active_children()} <= before


def test_files_that_include_each_other_are_one_schema() -> None:
    inner = f'{HEAD}<xs:include schemaLocation="a.xsd"/><xs:element name="B" type="xs:int"/></xs:schema>'
    outer = GOOD.replace("<xs:element", '<xs:include schemaLocation="b.xsd"/><xs:element', 1)
    assert apart({"a.xsd": outer, "b.xsd": inner}) is not None
