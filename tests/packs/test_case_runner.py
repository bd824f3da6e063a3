"""Worked cases whose rules look at other returns, and cases that are written wrongly."""

from collections.abc import Mapping

import pytest
from related_pack import related_files, rule_text

from app.domain.pack import Pack
from app.services.packcases import CaseBench
from app.services.packs import open_pack

RULES = "\n".join(
    (
        rule_text(
            "A-1", 'other = "BBB"', 'scope = "Rows/Row"', 'at = "Qty"', 'left = "Qty"',
            'right = "sum($other/Rows/Row[Asset = $asset]/Qty)"', '[rule.let]', 'asset = "Asset"',
        ),
        rule_text(
            "A-2", 'old = "AAA before"', 'at = "Rows/Row[1]/Qty"',
            'left = "sum(Rows/Row/Qty)"', 'right = "sum($old/Rows/Row/Qty)"',
        ),
        rule_text("A-3", 'all = "BBB all"', 'left = "count($all)"', 'operator = "le"', 'right = "1"'),
    )
)  # fmt: skip
BASE = (
    '<Doc xmlns="urn:{}:1"><Header><ReturnId>1</ReturnId><Submission>ORIGINAL</Submission></Header>'
    "<Rows><Row><Asset>BTC</Asset><Qty>3</Qty></Row></Rows></Doc>"
)


def _pack(name: str, rules: str, cases: str = "") -> Pack:
    files = related_files(name, rules)
    manifest = files.pop("pack.toml").decode()
    files["form/examples/base.xml"] = BASE.format(name.lower()).encode()
    files["form/examples/cases.toml"] = cases.encode()
    return open_pack({**files, "pack.toml": _sealed(manifest, files)})


def _sealed(manifest: str, files: Mapping[str, bytes]) -> bytes:
    import hashlib  # noqa: PLC0415

    head = manifest.partition("[pack.files]")[0]
    sums = "".join(f'"{n}" = "{hashlib.sha256(b).hexdigest()}"\n' for n, b in files.items())
    return f"{head}[pack.files]\n{sums}".encode()


def _problems(cases: str, *, others: bool = True) -> list[str]:
    bench = CaseBench(_pack("AAA", RULES, cases), [_pack("BBB", "")] if others else [])
    return [str(each) for each in bench.problems()]


def _case(rule: str, expect: str, *lines: str) -> str:
    head = ("[[case]]", f'rule = "{rule}"', 'name = "one"', f'expect = "{expect}"')
    return "\n".join((*head, *lines)) + "\n"


@pytest.mark.parametrize(
    "case",
    [
        _case("A-1", "pass"),
        _case("A-1", "fail", 'set = { "Rows/Row[1]/Qty" = "4" }', 'left = "4"', 'right = "3"'),
        _case("A-1", "fail", 'with = { other = { set = { "Rows/Row[1]/Qty" = "2" } } }', 'difference = "1"'),
        _case("A-1", "fail", 'with = { other = { remove = ["Rows/Row[1]"] } }', 'right = "0"'),
        _case("A-1", "pass", "with = { other = false }", 'set = { "Rows/Row[1]/Qty" = "4" }'),
        _case("A-2", "pass", 'set = { "Rows/Row[1]/Qty" = "4" }', 'also = ["A-1"]'),
        _case("A-2", "fail", 'with = { old = { pack = "aaa-1.0", set = { "Rows/Row[1]/Qty" = "9" } } }', 'right = "9"'),
        _case("A-2", "fail", 'with = { "AAA before" = { add = [{ table = "Rows/Row", values = { Qty = "1" } }] } }'),
        _case("A-3", "pass"),
        _case("A-3", "pass", "with = { all = true }"),
        _case("A-3", "fail", 'with = { all = [true, { pack = "bbb-1.0" }] }', 'left = "2"'),
        "[with]\nall = [true, true]\n" + _case("A-3", "pass", "with = { all = [] }"),
    ],
)  # fmt: skip
def test_a_case_says_which_returns_stand_beside_its_own(case: str) -> None:
    problems = _problems(case)
    if case.startswith("[with]"):  # the example return itself is checked beside the file's returns
        assert len(problems) == 1
        assert "the example return: A-3 speaks" in problems[0]
    else:
        assert problems == []


@pytest.mark.parametrize(
    ("case", "message"),
    [
        (_case("A-1", "fail"), "1 finding is due, and there are 0"),
        (_case("A-1", "pass", 'set = { "Rows/Row[1]/Qty" = "4" }'), "it should pass, and the rule says: 4 against 3."),
        (_case("A-1", "fail", 'set = { "Rows/Row[1]/Qty" = "4" }', 'right = "2"'), "right is 3, and the case says 2"),
        (_case("A-3", "pass", 'set = { "Rows/Row[1]/Qty" = "4" }'), "A-1 speaks as well"),
        (_case("A-9", "fail"), "there is no rule A-9"),
        (_case("A-2", "fail"), "there is no return for “AAA before” here"),
        (_case("A-1", "fail", 'with = { nobody = true }'), "“with” names “nobody”; the rules of the pack name"),
        (_case("A-1", "fail", 'with = { other = [true, true] }'), "leads to one return"),
        (_case("A-1", "fail", 'with = { other = { pack = "ccc-1.0" } }'), "there is no pack “ccc-1.0” here"),
        (_case("A-1", "fail", 'set = { "Rows/Row[2]/Qty" = "4" }'), "the example has no row “Rows/Row[2]”"),
        (_case("A-1", "fail", 'set = { "Rows/Row[1]/Price" = "4" }'), "Row has no “Price”"),
        (_case("A-1", "fail", 'set = { "Rows" = "4" }'), "“Rows” is a group"),
        (_case("A-1", "fail", 'add = [{ table = "Wallets/Wallet", values = {} }]'), "the example has no row “Wallets”"),
        (_case("A-1", "maybe"), "“expect” is “maybe”; allowed are pass, fail"),
        (_case("A-1", "pass", 'sets = {}'), "unknown: sets"),
    ],
)  # fmt: skip
def test_a_case_that_gives_something_else_is_named(case: str, message: str) -> None:
    (problem,) = _problems(case)
    assert message in problem


def test_without_the_pack_of_the_other_return_the_case_says_so() -> None:
    (problem,) = _problems(_case("A-1", "fail"), others=False)
    assert "there is no return for “BBB” here" in problem
    assert _problems(_case("A-2", "pass"), others=False) == []
