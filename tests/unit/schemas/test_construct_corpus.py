"""Every construct of XSD: loaded, drawn, filled, written, judged, with another program as the judge."""

import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from bare_pack import bare_files
from lxml import etree
from roundtrip import content, round_trip_on

from app.domain.pack import Pack
from app.domain.schema import Node
from app.services.checks import without_echoes, wrong_values
from app.services.formlayout import GroupItem, Item, TableItem, group_item, layout, ordered_fields
from app.services.packs import open_pack
from app.xml.packfiles import answered, is_newer, load_validator
from app.xml.reader import read_bound, read_rows
from app.xml.revise import revise
from app.xml.safe import parse
from app.xml.validate import validate

DATA = Path(__file__).parents[2] / "data"
FOLDERS = sorted(path.parent for path in (DATA / "constructs").glob("*/schema.xsd"))
KNOWN = tomllib.loads((DATA / "disagreements.toml").read_text("utf-8"))["case"]


def documents(kind: str) -> Iterator[Any]:
    for folder in FOLDERS:
        for file in sorted(folder.glob(f"{kind}-*.xml")):
            yield pytest.param(file, id=f"{folder.name}-{file.stem}")


@cache
def files_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.glob("*.xsd")}


@cache
def pack_of(folder: Path) -> Pack:
    files = files_of(folder)
    space = etree.fromstring(files["schema.xsd"]).get("targetNamespace") or ""
    return open_pack(bare_files(files, "schema.xsd", "R", space))


@cache
def validator_of(folder: Path) -> Any:
    return load_validator(files_of(folder), "schema.xsd")


def verdict(file: Path) -> bool:
    """Whether the product holds a document valid: its values and its structure."""
    schema = pack_of(file.parent).schema
    tree = parse(file.read_bytes(), file=file.name)
    root = tree.getroot()
    if (etree.QName(root).namespace or "", etree.QName(root).localname) != (
        schema.root.namespace,
        schema.root.name,
    ):
        return False
    values = [found for _, _, found in wrong_values(schema, read_rows(tree, schema))]
    problems = validate(tree, validator_of(file.parent), schema)
    return not values and not list(without_echoes(problems, values))


def judged(file: Path, tmp_path: Path) -> bool:
    """What the other program says."""
    whole = answered(files_of(file.parent))
    for name, body in whole.items():
        (tmp_path / name).write_bytes(body)
    if is_newer(whole):
        return bool(xmlschema.XMLSchema11(str(tmp_path / "schema.xsd")).is_valid(str(file)))
    command = ["xmllint", "--noout", "--nonet", "--schema", str(tmp_path / "schema.xsd"), str(file)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def listed(file: Path) -> str:
    """What the list of disagreements says that the other program answers; empty where nothing."""
    name = f"{file.parent.name}/{file.stem}"
    return next((item["judge"] for item in KNOWN if item.get("document") == name), "")


@pytest.mark.parametrize("file", list(documents("valid")))
def test_a_valid_document_is_accepted_and_comes_back(file: Path, tmp_path: Path) -> None:
    assert verdict(file)
    assert judged(file, tmp_path) is (listed(file) != "invalid")
    body = file.read_bytes()
    done = round_trip_on(pack_of(file.parent).schema, body)
    assert content(done.after) == content(done.before)
    after = tmp_path / file.parent.name / "after.xml"
    after.parent.mkdir()
    after.write_bytes(done.written)
    tree = parse(body, file="before")
    rows = read_bound(tree, done.schema)
    revise(tree, done.schema, rows, rows)
    assert etree.tostring(tree) == etree.tostring(parse(body, file="before"))
    problems = validate(parse(done.written, file="after"), validator_of(file.parent), done.schema)
    assert problems == []


@pytest.mark.parametrize("file", list(documents("invalid")))
def test_an_invalid_document_is_refused(file: Path, tmp_path: Path) -> None:
    assert not verdict(file)
    assert judged(file, tmp_path) is (listed(file) == "valid")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_form_shows_everything(folder: Path) -> None:
    """Every field and every group is in a section, or below the row of a table."""
    pack = pack_of(folder)
    shown: set[tuple[str, str]] = set()
    for section in layout(pack):
        for block in section.blocks:
            _collect(pack, block, shown)
    wanted = {(node.path, field.key) for node in pack.schema.root.walk() for field in node.fields}
    assert wanted <= shown


def _collect(pack: Pack, item: Item, shown: set[tuple[str, str]]) -> None:
    if isinstance(item, TableItem):
        node: Node = pack.schema.node(item.node)
        shown.update((node.path, field.key) for field in ordered_fields(node))
        for below in group_item(pack.schema, item.node).items:
            _collect(pack, below, shown)
    elif isinstance(item, GroupItem):
        for part in item.items:
            if isinstance(part, GroupItem | TableItem):
                _collect(pack, part, shown)
            else:
                shown.add((item.node, part.key))
