"""Free text: what is refused elsewhere, and what must not be there; nothing else."""

import pytest
from event_pack import XSD, event_files
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.finding import Finding, Severity
from app.domain.freetext import folded, house_texts, is_free, is_screened, read_texts
from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.tomltable import PackError
from app.rules.functions import call
from app.services.packs import open_pack, shipped_packs
from app.services.texts import text_findings
from app.xml.reader import read_rows
from app.xml.safe import parse

EVENT = open_pack(event_files())
FORBIDDEN = (
    "STR-2026/000123 was filed",
    "see str no. 2026/17",
    "JFIU ref. no. 4711",
    "We told the jfiu.",
    "a Suspicious-Transaction\nReport",
    "suspicious activity reports",
    "ＳＴＲ２０２６",
    "J\u200bF\u2060IU",
    "Joint  Financial Intelligence Unit",
    "reported through STREAMS 2",
    "已提交可疑交易報告",
    "已通知聯合財富情報組。",
    "已提交可疑交易报告",
    "letter of no\u2010consent",
    "An STR was made on 12 October.",
    "we filed  an STR",
)
DOUBTFUL = (
    "An STR was considered",
    "STR代幣",
    "suspicious transactions left the wallet",
    "after a tip-off by a client",
    "交易可疑，屬可疑交易",
    "STREAMS of data",
    "section 25A",
)
HARMLESS = (
    "STRONG demand", "street", "ASTR", "STR1KE", "STR9", "_STR_", "str", "Stream processing restarted",
    "livestreams", "a construct", "the Hong Kong SAR in 2026", "SAR 2026/00123", "a suspicion",
    "transactions that were suspiciously slow", "reports of transactions", "jfiux", "tip office",
    "a - b", "a-b", "14–21 October", "30 % < 40 % > 20 %", "A&B", "# 5", "https://x.hk/a*b", "1/2",
    "冷錢包「主要」，一切正常——已核對。", "Zoë", "\t tab\nand line", "¥ € £", "交易報告", "情報",
)  # fmt: skip


def codes(text: str) -> list[tuple[str, str]]:
    return [(hit.rule.id, hit.rule.severity.value) for hit in house_texts().hits(text)]


@pytest.mark.parametrize("text", FORBIDDEN)
def test_a_wording_that_gives_a_report_away_is_blocking(text: str) -> None:
    assert ("suspicious-report", "blocking") in codes(text)
    assert not is_screened(text)
    assert call("screened", text) is False


@pytest.mark.parametrize("text", DOUBTFUL)
def test_a_wording_that_may_be_harmless_asks_for_words(text: str) -> None:
    assert codes(text) == [("suspicious-wording", "explain")]
    assert is_screened(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "found", "severity"),
    [
        ("rate cut -- see", "hyphens", "explain"),
        ("a /* b */", "comment", "explain"),
        ("&#8217;", "reference", "explain"),
        ("<!-- x", "markup", "explain"),
        ("the “main” wallet", "double-quotes", "information"),
        ("client’s", "single-quotes", "information"),
        ("a\u00a0b", "spaces", "information"),
        ("abc\u202edef", "direction", "blocking"),
        ("abc\u2067def", "direction", "blocking"),
        ("zero\u200bwidth", "invisible", "blocking"),
        ("\U000e0041", "invisible", "blocking"),
        ("bell\u0085", "control", "blocking"),
        ("line\u2028separator", "control", "blocking"),
        ("\ue000", "private", "explain"),
    ],
)
def test_a_sequence_is_found_and_told_once(text: str, found: str, severity: str) -> None:
    assert (found, severity) in codes(text)


@given(st.text(st.sampled_from("abc XYZ 012 .,;:()-/冷錢包「」，。"), max_size=60))
def test_a_wording_is_found_wherever_it_stands(around: str) -> None:
    text = f"{around} ｊｆｉｕ {around}"
    [hit] = [hit for hit in house_texts().screened(text) if hit.rule.id == "suspicious-report"]
    assert "ｊｆｉｕ" in hit.found
    assert text[hit.at :].startswith(hit.found)


PIECES = (
    *FORBIDDEN,
    *DOUBTFUL,
    *HARMLESS,
    "JF",
    "IU",
    "S",
    "TR",
    " -",
    "\u00ad",
    "Ř",
    "ſtr",
    "\u030c",
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=6).map("".join))
def test_looking_quickly_finds_what_looking_slowly_finds(text: str) -> None:
    plain, _ = folded(text)
    slowly = {screen.id for screen in house_texts().screens if screen.pattern.search(plain)}
    quickly = {hit.rule.id for hit in house_texts().screened(text)}
    assert quickly <= slowly
    assert bool(quickly) == bool(slowly)
    sequences = {item.id for item in house_texts().sequences if item.pattern.search(text)}
    assert {hit.rule.id for hit in house_texts().hits(text)} - quickly == sequences


@given(st.text(max_size=80))
def test_every_character_keeps_its_place(text: str) -> None:
    plain, places = folded(text)
    assert len(plain) == len(places)
    assert places == sorted(places)
    assert all(0 <= at < len(text) for at in places)
    for hit in house_texts().hits(text):
        assert text[hit.at : hit.at + len(hit.found)] == hit.found


def findings(values: dict[str, object], pack: Pack = EVENT) -> list[Finding]:
    """What is said of a report with these values."""
    return [item for _, _, item in text_findings(pack, MemoryRows.of(pack.schema, values))]


HOUSE = open_pack(
    event_files(
        xsd=XSD.replace(b"urn:event:1", b"urn:praya:event:1"), namespace="urn:praya:event:1"
    )
)


def test_a_finding_says_what_where_and_what_instead() -> None:
    [hyphens] = findings({"Ids": {"Title": "rate cut -- see -- below"}}, HOUSE)
    assert (hyphens.code, hyphens.severity, hyphens.path) == (
        "TEXT-CHARACTER",
        Severity.EXPLAIN,
        "Ids/Title",
    )
    assert (hyphens.left, hyphens.right, hyphens.certainty) == ("--", "-", "HOUSE")
    assert hyphens.message == (
        "Title: “--” (two hyphens) at character 10, 2 times in all: filters against injected commands"
        " refuse it. Write “-” instead."
    )
    assert hyphens.messages["zh-Hant"] == (
        "Title：第 10 個字元的「--」（連續兩個連字號），共 2 處：防注入的過濾系統會拒收。請改寫為「-」。"
    )
    table = {"Note": [{"Text": "x"}, {"Text": "first line\nsecond \u202etxt.exe"}]}
    [turned] = findings(table, HOUSE)
    assert (turned.path, turned.left, turned.right) == ("Note[2]/Text", "U+202E", "")
    assert turned.severity is Severity.BLOCKING
    assert (
        "(a mark that turns the direction of writing) in line 2, at character 8" in turned.message
    )
    assert turned.message.endswith("Delete it.")
    [space] = findings({"Ids": {"Title": "a\u00a0b"}}, HOUSE)
    assert "U+00A0" in space.message
    assert space.message.endswith("Write a plain space instead.")


def test_one_explanation_is_enough_for_one_field() -> None:
    found = findings({"Ids": {"Title": "a -- b /* c */ STR \u202e"}}, HOUSE)
    assert [(item.code, item.severity.value, item.left) for item in found] == [
        ("TEXT-CHARACTER", "blocking", "U+202E"),
        ("TEXT-CHARACTER", "explain", "-- /*"),
        ("TEXT-WORDING", "explain", "STR"),
    ]


def test_a_foreign_pack_is_only_told_of_hidden_characters() -> None:
    found = findings({"Ids": {"Title": "JFIU -- “x” \u202e \u200b"}})
    assert [(item.left, item.severity.value) for item in found] == [("U+202E", "information")]


def test_a_pack_goes_by_a_list_of_its_own() -> None:
    body = """[texts]
citation = "Upload guide 3.2"
certainty = "STD"
[[sequence]]
id = "pipe"
texts = ["|"]
replacement = "/"
severity = "blocking"
name = { en = "a pipe" }
why = { en = "it ends a field there" }
"""
    pack = open_pack(event_files(texts=body.encode()))
    [pipe] = findings({"Ids": {"Title": "a | b -- \u202e"}}, pack)
    assert (pipe.left, pipe.citation, pipe.certainty) == ("|", "Upload guide 3.2", "STD")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('characters = ["202E-202A"]', "no character or range"),
        ('characters = ["110000"]', "no character or range"),
        ('characters = ["(a+)+"]', "no character or range"),
        ("", "is needed"),
        ('texts = ["x"]\nsurprise = 1', "surprise"),
    ],
)
def test_a_mistake_in_a_list_is_named(body: str, said: str) -> None:
    text = f"""[texts]
citation = "C"
certainty = "HOUSE"
[[sequence]]
id = "x"
{body}
replacement = ""
severity = "explain"
name = {{ en = "x" }}
why = {{ en = "x" }}
"""
    with pytest.raises(PackError, match=said):
        read_texts(text.encode(), "form/texts.toml")


def test_only_what_a_person_may_write_freely_is_looked_at() -> None:
    free = {
        f"{pack.id}/{node.path}/{field.key}"
        for pack in PACKS
        for node in pack.schema.root.walk()
        for field in node.fields
        if is_free(field)
    }
    assert {"inc-1.0/Description/Text", "inc-1.0/Contacts/Contact/Name"} <= free
    assert "car-1.0/ClientMoney/Account/BankName" in free
    closed = ("ReturnId", "CeNumber", "Lei", "PriceSetSha256", "Phase", "Status")
    assert not {path for path in free if path.rpartition("/")[2] in closed}


PACKS = [open_pack(files) for files in shipped_packs()]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_the_worked_examples_hold_nothing_of_it(pack: Pack) -> None:
    rows = read_rows(parse(pack.files["form/examples/base.xml"], file=pack.id), pack.schema)
    assert [item.message for _, _, item in text_findings(pack, rows)] == []


def test_every_entry_of_the_list_speaks_both_languages() -> None:
    for item in (*house_texts().sequences, *house_texts().screens):
        assert set(item.names) == set(item.whys) == {"en", "zh-Hant"}


PIECES = st.sampled_from(
    ["a", "Σ", "S", "TR", "STR", " ", "-", "--", "suspicious", "transaction", "tip", "off", "JFIU",
     "\u200b", "Ｓ", "“", "&#", "\n", "/*", "was filed", "report"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=5).map("".join), max_size=4))
def test_of_many_texts_that_may_hold_nothing_none_does(many: list[str]) -> None:
    texts = house_texts()
    assert texts.may_hit(many) or not any(list(texts.hits(text)) for text in many)
