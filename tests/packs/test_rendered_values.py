"""Nothing that the signed bytes hold is missing from what is shown: neither value, nor place, nor unit."""

from collections import Counter

import pytest
from lxml import etree
from pack_cases import packs

from app.domain.amounts import grouped
from app.domain.pack import Pack
from app.domain.page import seen
from app.domain.schema import Field
from app.services.rendering import DASH, Rendering, render_bytes
from app.xml.reader import read_rows
from app.xml.safe import parse
from app.xml.writer import canonical_parts

PACKS = packs()


def base(pack: Pack) -> bytes:
    rows = read_rows(parse(pack.files["form/examples/base.xml"], file="base.xml"), pack.schema)
    return b"".join(canonical_parts(pack.schema, rows))


def shown(rendering: Rendering) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in rendering.parts:
        found.update(line.value for line in part.lines if line.value != DASH)
        for sheet in part.sheets:
            found.update(cell for row in sheet.rows for cell in row if cell != DASH)
    return found


def leaves(body: bytes) -> list[str]:
    """Every text and attribute of the document, by a reader that knows nothing of the product."""
    found = []
    for element in etree.fromstring(body).iter():
        found += list(element.attrib.values())
        if len(element) == 0 and element.text:
            found.append(element.text)
    return found


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_every_value_of_the_bytes_is_shown(pack: Pack, language: str) -> None:
    body = base(pack)
    rendering = render_bytes(pack, body, language, limit=10_000)
    texts = " \n".join(shown(rendering))
    words: dict[str, set[str | None]] = {}
    for node in pack.schema.nodes.values():
        for field in node.fields:
            for code, labels in field.code_labels.items():
                words.setdefault(code, set()).update((labels.get(language), labels.get("en")))
    for value in leaves(body):
        told = {seen(value), grouped(value), *(words.get(value) or ())} - {None}
        if value in ("true", "false"):
            told |= {"Yes", "No", "是", "否"}
        assert any(str(item) in texts for item in told), value


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_as_many_values_are_shown_as_the_bytes_hold(pack: Pack) -> None:
    body = base(pack)
    rendering = render_bytes(pack, body, "en", limit=10_000)
    extra = sum(
        len(sheet.rows)
        for part in rendering.parts
        for sheet in part.sheets
        if sheet.titles[0] == "No." or sheet.titles[0].startswith("Row of")
    )
    assert shown(rendering).total() - extra == len(leaves(body))


def test_the_addresses_of_a_wallet_stand_with_their_wallet() -> None:
    pack = next(item for item in PACKS if item.id.startswith("cwr"))
    rendering = render_bytes(pack, base(pack), "en", limit=10_000)
    node = pack.schema.node("Wallets/Wallet/Addresses/Address")
    sheet = next(
        sheet
        for part in rendering.parts
        for sheet in part.sheets
        if sheet.title == node.label("en") and sheet.titles[0].startswith("Row of")
    )
    assert sheet.total == base(pack).count(b"<Address>") > 0
    wallets = next(
        sheet for part in rendering.parts for sheet in part.sheets if sheet.titles[0] == "No."
    )
    assert sheet.rows[0][0].startswith(f"1 · {wallets.rows[0][1]}")


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_columns_of_amounts_name_their_unit(pack: Pack) -> None:
    rendering = render_bytes(pack, base(pack), "en")
    titles = [t for part in rendering.parts for sheet in part.sheets for t in sheet.titles]
    fields: list[Field] = [
        field
        for node in pack.schema.nodes.values()
        if node.repeats
        for field in node.fields
        if field.info.get("unit")
    ]
    for field in fields:
        assert f"{field.label('en')} ({field.info['unit']})" in titles


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pay\u202e001", "pay[U+202E]001"),
        ("a\u200bb", "a[U+200B]b"),
        ("two\nlines", "two\nlines"),
        ("臺灣\u3000空白", "臺灣\u3000空白"),
        ("\ufeffx", "[U+FEFF]x"),
        ("\u2067x\u2069", "[U+2067]x[U+2069]"),
    ],
)
def test_signs_that_cannot_be_seen_are_told(text: str, told: str) -> None:
    assert seen(text) == told
