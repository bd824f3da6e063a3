"""Simplified Chinese: everything that the shipped packs and the layers below the window say.

OpenCC is asked as the judge: a text in which it still finds a Traditional sign is a text that was left out.
"""

import ast
import re
import runpy
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest
from opencc import OpenCC
from pack_cases import base_rows, bench, cases, packs

from app.domain.languages import (
    LANGUAGES,
    SIMPLIFIED,
    TRADITIONAL,
    in_language,
    simplified,
    words_in,
)
from app.domain.pack import Pack
from app.domain.values import check_value
from app.domain.wording import schema_texts
from app.paper.pdf import pdf_bytes
from app.paper.sheet import Paper, lay_out
from app.services.computedrules import computed_rules
from app.services.paperwords import paper_words, unit_words
from app.services.rendering import render_bytes
from app.xml.writer import canonical_parts

ROOT = Path(__file__).resolve().parents[2]
HAN = re.compile("[\u3400-\u9fff]")
PACKS = packs()


@cache
def judge() -> OpenCC:
    return OpenCC("t2s")


def left(text: str) -> str:
    """The signs of a text that OpenCC would still write otherwise."""
    made = judge().convert(text)
    return "".join(a for a, b in zip(text, made, strict=True) if a != b)


def spoken(value: object, seen: set[int] | None = None) -> Iterator[Mapping[str, str]]:
    """Every mapping by language in a pack, however deep."""
    seen = set() if seen is None else seen
    if isinstance(value, str | bytes | int | None) or id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Mapping):
        if isinstance(value.get(TRADITIONAL), str):
            yield value
        for each in value.values():
            yield from spoken(each, seen)
    elif is_dataclass(value):
        for item in fields(value):
            yield from spoken(getattr(value, item.name, None), seen)
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from spoken(each, seen)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_no_text_of_a_pack_keeps_a_traditional_sign(pack: Pack) -> None:
    texts = list(spoken(pack))
    assert len(texts) > 150, "the walk finds the texts of schema, rules, form and deadlines"
    found = [in_language(each, SIMPLIFIED) for each in texts]
    assert [(text, left(text)) for text in found if left(text)] == []
    assert sum(bool(HAN.search(text)) for text in found) > len(texts) * 0.9
    changed = sum(
        in_language(each, TRADITIONAL) != text for each, text in zip(texts, found, strict=True)
    )
    assert changed > len(texts) / 2


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_places_in_a_converted_message_stay(pack: Pack) -> None:
    for each in spoken(pack):
        ours, theirs = each[TRADITIONAL], in_language(each, SIMPLIFIED)
        assert re.findall(r"{[^}]*}", ours) == re.findall(r"{[^}]*}", theirs)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_no_finding_of_the_worked_cases_keeps_one(pack: Pack) -> None:
    found = [each for case in cases(pack) for each in bench(pack.id).run(case)]
    assert len({each.code for each in found}) > 10
    for each in found:
        assert left(each.messages[SIMPLIFIED]) == "", each.code
        assert "{" not in each.messages[SIMPLIFIED]
    for rule in computed_rules(pack):
        assert left(rule.messages[SIMPLIFIED]) == ""
        assert rule.messages[SIMPLIFIED] != rule.messages[TRADITIONAL]


def test_every_chinese_literal_below_the_window_is_in_the_catalogue_whole() -> None:
    """A text that is put together as an f-string could not be looked up."""
    for path in (ROOT / "app").rglob("*.py"):
        if "ui" in path.relative_to(ROOT).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                for piece in node.values:
                    assert not (isinstance(piece, ast.Constant) and HAN.search(str(piece.value))), (
                        f"{path.name}:{node.lineno}"
                    )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert left(simplified(node.value)) == "", f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_pages_on_paper_hold_none(pack: Pack) -> None:
    body = b"".join(canonical_parts(pack.schema, base_rows(pack)))
    shown = render_bytes(pack, body, SIMPLIFIED, 500)
    printed = lay_out(
        Paper(
            title=f"{pack.manifest.title(SIMPLIFIED)} · 2026-10",
            under="Lantau Digital Exchange Limited",
            state=paper_words(SIMPLIFIED)["state_draft"],
            facts=(),
            notes=(),
            parts=shown.parts,
            digest=shown.digest,
            digest_words="",
            words=paper_words(SIMPLIFIED),
            language=SIMPLIFIED,
            banner=paper_words(SIMPLIFIED)["draft_banner"],
        )
    )
    run = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf_bytes(printed), capture_output=True, check=True
    )
    text = run.stdout.decode()
    typed = body.decode()
    assert HAN.search(text)
    assert "[U+" not in text, "the font has every sign"
    assert [sign for sign in left_lines(text) if sign not in typed] == []


def left_lines(text: str) -> list[str]:
    return [sign for line in text.splitlines() for sign in left(line)]


def test_units_and_words_of_the_paper() -> None:
    for words in paper_words(SIMPLIFIED).values():
        assert left(words) == ""
    assert set(paper_words(SIMPLIFIED)) == set(paper_words("en"))
    assert unit_words("HKD per unit", SIMPLIFIED) == "每单位港元"
    assert unit_words("parsec", SIMPLIFIED) == "parsec"


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        ({"en": "a", "zh-Hant": "規則", "zh": "規", "zh-CN": "规", "zh-Hans": "规则"}, "规则"),
        ({"en": "a", "zh-Hant": "規則", "zh": "規", "zh-CN": "规"}, "规"),
        ({"en": "a", "zh-Hant": "規則", "zh": "中"}, "中"),
        ({"en": "a", "zh-Hant": "規則"}, "规则"),
        ({"en": "a", "zh-Hant": "外來申報之機構無此句"}, "外來申報之機構無此句"),
        ({"en": "a"}, "a"),
        ({"fr": "b"}, ""),
    ],
)
def test_the_nearest_text_is_taken(texts: dict[str, str], wanted: str) -> None:
    assert in_language(texts, SIMPLIFIED) == wanted


def test_english_and_traditional_are_untouched() -> None:
    texts = {"en": "Rules", "zh-Hant": "規則", "zh-Hans": "规则"}
    assert [in_language(texts, each) for each in LANGUAGES] == ["Rules", "規則", "规则"]
    assert words_in({"en": {"a": "x"}, "zh-Hant": {"a": "規則"}}, "zh-Hant") == {"a": "規則"}


def test_what_somebody_typed_is_not_converted() -> None:
    """Values are filled into a converted sentence as they are."""
    problem = next(iter(check_value(_number(), "臺灣銀行")))
    assert "「臺灣銀行」" in problem.text(SIMPLIFIED)
    assert left(problem.text(SIMPLIFIED).replace("臺灣銀行", "")) == ""
    facts = {"name": "帳戶", "value": "甲", "constraint": "c"}
    assert schema_texts("SCHEMAV_CVC_IDC:duplicate", facts)[SIMPLIFIED].startswith("帳戶：甲 重复")


def _number() -> object:
    for pack in PACKS:
        for node in pack.schema.nodes.values():
            for field in node.fields:
                if field.kind.value == "decimal":
                    return field
    raise AssertionError("no number")


def test_the_catalogue_holds_what_conversion_gives_and_nothing_else() -> None:
    names = runpy.run_path(str(ROOT / "scripts" / "translations.py"), run_name="translations")
    assert names["derived_texts"]() == names["TEXTS"].read_text(encoding="utf-8")
    assert names["check_derived"]() == []
