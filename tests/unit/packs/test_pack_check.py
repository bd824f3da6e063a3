"""`pack check` names every mistake of an author: the file, the line, what is wrong, what is allowed."""

import pytest
from small_pack import FILES, RULES, changed, sealed

from app.domain.definition import PackError
from app.services.packcheck import check_source
from app.services.packproblem import Problem

R, C = "form/rules/rules.toml", "form/examples/cases.toml"
MISTAKES = [
    ("pack.toml", 'id = "small-1.0"', 'id = "small 1"', 1, "is no name"),
    ("pack.toml", 'version = "1.0"', "version = 1.0", 4, "“version” must be text"),
    ("pack.toml", 'status = "', 'satus = "', 10, "did you mean “status”"),
    ("pack.toml", "effective_from = 2026-01-01", 'effective_from = "2026"', 9, "must be a date"),
    ("pack.toml", 'status = "A test"', 'effective_to = "2026-12-31"', 10, "must be a date"),
    ("pack.toml", 'zh-Hant = "小"', "", 12, "missing in zh-Hant"),
    ("pack.toml", "urn:small:1", "urn:small:2", 5, "namespace is “urn:small:1”"),
    ("pack.toml", 'schema = "small', 'schema = "smal', 7, "does not hold its schema"),
    ("pack.toml", 'root = "Small"', 'root = "Smal"', None, "Smal"),
    ("form/form.toml", '"Total"', '"Totla"', 4, "names “Totla”"),
    ("form/form.toml", "[[section]]", "[[sections]]", 1, "unknown: sections"),
    ("form/form.toml", "[[section]]", "[section]", 1, "must be [[section]]"),
    ("form/form.toml", ', zh-Hant = "全部"', "", 3, "missing in zh-Hant"),
    ("form/form.toml", 'items = ["PeriodEnd"', 'items = [7', 4, "must be a list of texts"),
    ("form/form.toml", 'id = "all"', "id = ", 2, "this is not TOML"),
    ("form/parameters.toml", '"HOUSE"', '"House"', 5, "allowed are LAW, LAW?, STD, HOUSE"),
    ("form/parameters.toml", 'value = "0.01"', "value = 0.01", 3, "“value” must be text"),
    ("form/parameters.toml", '"House format"', '""', 4, "the citation is empty"),
    (R, 'severity = "blocking"', 'severity = "error"', 3, "allowed are blocking, explain"),
    (R, 'citation = "House format"\n', "", 1, "“citation” is missing"),
    (R, 'at = "Total"', 'at = "Totl"', 6, "has no “Totl”"),
    (R, 'at = "Total"', 'att = "Total"', 6, "did you mean “at”"),
    (R, 'left = "Total"', 'left = "Totl"', 7, "did you mean Total"),
    (R, 'left = "Total"', 'left = "Total', 7, "this is not TOML"),
    (R, "Lines/Line/Amount)", "Lines/Lin/Amount)", 8, "did you mean Line"),
    (R, "Lines/Line/Amount)", "Lines/Line/Amount", 8, "“(” in column 4 is not closed"),
    (R, "Lines/Line/Amount)", "Lines/Line/Amount)]", 8, "“]” in column 23 closes nothing"),
    (R, "sum(", "sun(", 8, "did you mean sum"),
    (R, "sum(", "p:rond(", 8, "did you mean p:round"),
    (R, '"$tolerance"', '"$tolerence"', 9, "did you mean $tolerance"),
    (R, "{right}.\"", "{rihgt}.\"", 11, "has no “rihgt”"),
    (R, '總數為 {left}', "總數為 {lefft}", 12, "has no “lefft”"),
    (R, 'zh-Hant = "總', 'zh = "總', 10, "missing in zh-Hant"),
    (R, 'right = "sum(Lines/Line/Amount)"', "", 1, "exactly one of “left” with “right”"),
    (R, '"SML-002"', '"SML-001"', 15, "is there twice"),
    (R, '"Lines/Line"', '"Lines/Lin"', 19, "did you mean Lines/Line"),
    (R, '"Amount >= 0"', '"Name >= 0"', 21, "compares text with a number"),
    (R, "at = \"Amount\"", "let = { a = \"Fe\" }", 20, "did you mean Fee"),
    (R, "at = \"Amount\"", "lowered = [{ when = \"Fe > 1\" }]", 20, "did you mean Fee"),
    (R, "at = \"Amount\"", "lowered = [{ wen = \"Fee > 1\" }]", 20, "“when” is missing"),
    (R, "at = \"Amount\"", "active = false", 20, "needs “status_reason”"),
    (R, "at = \"Amount\"", "active = 1", 20, "true or false"),
    (R, "at = \"Amount\"", "with = { a = \"car\" }", 20, "names no return"),
    ("form/computed.toml", 'target = "Total"', 'target = "Totl"', 1, "has no such field"),
    ("form/computed.toml", "Amount)", "Amont)", 1, "did you mean Amount"),
    ("form/computed.toml", "formula", "formla", 3, "did you mean “formula”"),
    ("form/carry.toml", '"Lines/Line"', '"Lines/Lin"', 1, "has no such element"),
    ("form/carry.toml", '"Fee"', '"Fe"', 1, "has no “Fe”"),
    ("form/obligations.toml", '"period-end"', '"PeriodStart"', 4, "no field “PeriodStart”"),
    ("form/obligations.toml", "days = 14", "dais = 14", None, "dais"),
    (C, 'left = "3.02"', 'left = "3.03"', 7, "two cents are not"),
    (C, '"Total" = "3.01"', '"Total" = "3.02"', 1, "a cent is allowed"),
    (C, '"SML-001"', '"SML-007"', 1, "no rule SML-007"),
    (C, 'expect = "pass"', 'expect = "passes"', 4, "allowed are pass, fail"),
    (C, '"Total" = "3.01"', '"Totl" = "3.01"', 1, "Totl"),
    ("form/examples/base.xml", "<Total>3.00", "<Total>4.00", None, "SML-001 speaks at Total"),
    ("form/examples/base.xml", "</Lines>", "", None, "not well-formed XML"),
    ("form/examples/base.xml", "<Total>3.00</Total>", "<Totl/>", None, "Totl"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "line", "said"), MISTAKES)
def test_a_mistake_is_named_with_its_line(
    file: str, old: str, new: str, line: int | None, said: str
) -> None:
    try:
        problems = check_source(changed(file, old, new)).problems
    except PackError as error:  # a pack.toml that cannot be used is refused as a whole
        problems = (Problem(error.file or "", error.line, "", error.message),)
    fitting = [item for item in problems if said in item.message or said in item.allowed]
    assert fitting, [str(item) for item in problems]
    assert line is None or line in {item.line for item in fitting}, [str(i) for i in problems]


def test_a_pack_in_order_has_no_problems() -> None:
    checked = check_source(sealed(FILES))
    assert checked.problems == ()
    assert checked.pack is not None


def test_every_mistake_is_named_at_once() -> None:
    rules = RULES.replace('"Total"', '"Totl"').replace("{Amount}", "{Amuont}")
    rules = rules.replace('"Amount >= 0"', '"Amount >= (0"').replace('"explain"', '"explian"')
    files = FILES | {
        R: rules,
        "form/parameters.toml": FILES["form/parameters.toml"] + 'unti = "%"\n',
    }
    problems = check_source(sealed(files)).problems
    places = [(item.file.rpartition("/")[2], item.line) for item in problems]
    assert {
        ("parameters.toml", 6),
        *(("rules.toml", line) for line in (6, 7, 16, 21, 23, 24)),
    } <= set(places)
    assert places == sorted(places)


def test_the_column_is_told_in_the_expression_and_in_the_line() -> None:
    (problem,) = check_source(changed(R, "Lines/Line/Amount)", "Lines/Line/Amount")).problems
    assert problem.message.endswith("column 13 of the line")


def test_hashes_and_names_of_files_are_told_all_together() -> None:
    files = sealed(FILES)
    files["form/form.toml"] += b"\n"
    files["form/paramters.toml"] = b""
    del files["form/carry.toml"]
    said = [item.message for item in check_source(files).problems]
    assert sum("differs from its hash" in text for text in said) == 1
    assert sum("not listed" in text for text in said) == 1
    assert sum("not in the pack" in text for text in said) == 1
    assert "no part of a pack has this name" in said


def test_a_rule_needs_an_example_that_passes_and_one_that_fails() -> None:
    files = FILES | {C: FILES[C].replace('expect = "fail"\nset', 'expect = "pass"\nset')}
    problems = check_source(sealed(files)).problems
    assert any(item.line == 14 and "no example that fails" in item.message for item in problems)


def test_a_pack_without_a_manifest_is_refused() -> None:
    with pytest.raises(PackError, match=r"no pack\.toml"):
        check_source({"small.xsd": b""})
