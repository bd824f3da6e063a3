"""Messages in schemas that others wrote, with long tables and errors: pieces say what the tree says."""

import importlib.util
import random
import tomllib
from collections import Counter
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from test_pieces import spoil, told

from app.xml import piececut
from app.xml.piecekeys import Unsuited
from app.xml.piecewise import validate_pieces
from app.xml.validate import validate_bytes
from app.xml.verdict import Checker, slices

LIST = Path(__file__).parents[1] / "data" / "schemas_of_others.toml"
ENTRIES = [
    entry for entry in tomllib.loads(LIST.read_text("utf-8"))["schema"] if entry.get("samples")
]
ROUNDS = 12


def longer(root: etree._Element, rows: frozenset[str], dice: random.Random) -> bool:
    """Make a table of one of the elements that may repeat; False where there is none."""
    fitting = [
        item
        for item in root.iter("*")
        if etree.QName(item).localname in rows and item.getparent() is not None
    ]
    if not fitting:
        return False
    row = dice.choice(fitting)
    parent = row.getparent()
    assert parent is not None
    written = etree.tostring(row, with_tail=False)
    for _ in range(30):
        again = etree.fromstring(written)
        again.tail = "\n"
        parent.insert(parent.index(row), again)
    return True


@pytest.mark.parametrize("entry", ENTRIES, ids=[f"{e['package']}-{e['file']}" for e in ENTRIES])
def test_pieces_say_what_the_tree_says(
    entry: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec(entry["package"])
    if found is None or found.origin is None:
        pytest.skip(f"the package {entry['package']} is not installed")
    package = Path(found.origin).parent
    folder = package / entry["folder"]
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.xsd")
    }
    checker = Checker(files, entry["file"])
    samples = [path for pattern in entry["samples"] for path in sorted(package.glob(pattern))]
    compared: Counter[str] = Counter()
    for path in islice(samples, 2):
        body = path.read_bytes()
        for seed in range(ROUNDS):
            dice = random.Random(f"{path.name} {seed}")
            root = etree.fromstring(body)
            name = etree.QName(root)
            try:
                plan = checker.plan((name.namespace or "", name.localname))
            except Unsuited:
                return
            if not longer(root, plan.rows, dice):
                continue
            for _ in range(dice.choice((0, 1, 3, 8))):
                spoil(root, dice)
            data = etree.tostring(root, encoding="UTF-8")
            monkeypatch.setattr(piececut, "PIECE", len(data) // 8)
            monkeypatch.setattr(piececut, "LONGEST_ROW", len(data) // 20)
            whole = validate_bytes(data, checker.validator, file=path.name)
            try:
                pieces = validate_pieces(partial(slices, data, 1000), plan)
            except Unsuited as reason:
                compared[str(reason)] += 1
                continue
            compared["decided"] += 1
            assert told(pieces) == told(whole), f"{path.name} {seed}"
    if not compared:
        pytest.skip("nothing in the samples repeats without end")
    assert compared["decided"] > compared.total() / 3, compared
