"""Compiled closures and elementpath decide alike, to the last digit, on random returns and expressions."""

from datetime import date
from decimal import Decimal
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.amounts import plain
from app.domain.definition import PackError
from app.domain.finding import Severity
from app.domain.memory import MemoryRows
from app.domain.relation import How, Relation
from app.domain.rule import Rule
from app.domain.schema import Field, Kind, Node, Schema
from app.rules import columns, lookups
from app.rules.engine import Outcome, check
from app.rules.program import compile_rule
from app.rules.tree import Related


def _text(key: str) -> Field:
    return Field(key, Kind.TEXT, "string", required=False)


def _number(key: str) -> Field:
    return Field(key, Kind.DECIMAL, "decimal", required=False)


BALANCE = Node("Wallets/Wallet/Balance", "Balance", "u", 0, None, (_text("Asset"), _number("Qty")))
WALLET = Node(
    "Wallets/Wallet", "Wallet", "u", 0, None,
    (_text("Id"), _text("Storage"), _number("Cold"), _number("Hot")), (BALANCE,),
)  # fmt: skip
SPLIT = Node("Splits/Split", "Split", "u", 0, None, (_text("Asset"), _number("Qty")))
SCHEMA = Schema(
    Node(
        "", "Return", "u", fields=(_number("Total"),),
        children=(
            Node("Wallets", "Wallets", "u", children=(WALLET,)),
            Node("Splits", "Splits", "u", children=(SPLIT,)),
        ),
    )
)  # fmt: skip

amounts = st.one_of(
    st.none(),
    st.sampled_from(["0", "-0.0", "1", "1.50", " 2 ", "+3", "x", "", "1e5", "007"]),
    st.decimals(allow_nan=False, allow_infinity=False, places=18, min_value=-(10**19), max_value=10**19).map(plain),
)  # fmt: skip
names = st.sampled_from(["a", "b", "c", "COLD", "", "ä 1"])
texts = st.one_of(st.none(), names)
balances = st.fixed_dictionaries({"Asset": texts, "Qty": amounts})
splits = st.fixed_dictionaries({"Asset": texts, "Qty": amounts})
wallets = st.fixed_dictionaries(
    {"Id": texts, "Storage": texts, "Cold": amounts, "Hot": amounts, "Balance": st.lists(balances, max_size=3)}
)  # fmt: skip
documents = st.fixed_dictionaries(
    {
        "Total": amounts,
        "Wallets": st.fixed_dictionaries({"Wallet": st.lists(wallets, max_size=5)}),
        "Splits": st.fixed_dictionaries({"Split": st.lists(splits, max_size=3)}),
    }
)

# Paths from a wallet: to one number, to several, to one text, to several; and groups of rows.
NUMBER = ["Cold", "Hot", "../../Total", "/Return/Total", "./Cold", "../Wallet[1]/Hot", "$n", "$p"]
NUMBERS = [
    "Balance/Qty", "../Wallet/Cold", "/Return/Wallets/Wallet/Hot", "../Wallet/Balance/Qty", "Cold",
    "/Return/Splits/Split/Qty", "/Return/Wallets/Wallet[Storage = 'COLD']/Cold", "Cold | Hot", "*/Qty",
    "/Return/Splits/Split[Asset = $t]/Qty", "../Wallet[Id = $t]/Cold", "Balance[Asset = $t][Qty > 1]/Qty",
    "/Return/Wallets/Wallet/Balance[Asset = $t][../Storage = 'COLD']/Qty", "//Qty", "()",
    "/Return/Wallets/Wallet/Balance[last()]/Qty", "(../Wallet/Balance)[position() < 3]/Qty",
    "../Wallet[Balance/Asset = $t]/Balance/../Cold", "preceding-sibling::Wallet/Cold", "$many",
    "preceding-sibling::Wallet[Storage = $t]/Cold", "following-sibling::Wallet/Hot",
    "/Return/Wallets/Wallet[Id = $t or Storage = 'COLD'][Hot]/Cold", "child::Balance/child::Qty",
]  # fmt: skip
TEXT = ["Id", "Storage", "'a'", "'COLD'", "$t", "../Wallet[1]/Id", "Balance[2]/Asset"]
TEXTS = [
    "Balance/Asset",
    "../Wallet/Id",
    "/Return/Splits/Split/Asset",
    "('a', 'c')",
    "//Asset",
    "Id",
]
ROWS = [
    "Balance",
    "../Wallet",
    "/Return/Splits/Split",
    "../Wallet[Storage = $t]",
    "../Wallet/Balance",
]


# Paths into another return: one document (`$one`), and several (`$all`).
NUMBERS += [
    "$one/Wallets/Wallet/Cold", "$one/Total", "$all/Wallets/Wallet/Hot", "$all/Total",
    "$one/Wallets/Wallet[Id = $t]/Cold", "$one/Splits/Split[Asset = $t][Qty > 1]/Qty",
    "$all/Splits/Split[Asset = $t]/Qty", "$all/Wallets/Wallet/Balance[Asset = $t]/../Hot",
    "$all[Wallets/Wallet/Id = $t]/Total", "$all[Total = $n]/Splits/Split/Qty", "$one//Qty",
    "$one/Wallets/Wallet[Storage = 'COLD']/Cold", "$all/Total | $one/Total | Cold",
    "$one/Splits/Split/preceding-sibling::Split/Qty", "$all/Wallets/Wallet[last()]/Cold",
    "for $i in Balance/Asset return $one/Splits/Split[Asset = $i]/Qty",
    "for $i in $all/Wallets/Wallet/Id return ../Wallet[Id = $i]/Cold",
]  # fmt: skip
ROWS += ["$one", "$all", "$all/Wallets/Wallet[Storage = $t]", "$one/Splits/Split[Asset = $t]"]
TEXTS += ["$one/Wallets/Wallet/Id", "$all/Splits/Split/Asset", "$one/Wallets/Wallet[Cold = $n]/Id"]


def _deeper(number: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    numbers = st.one_of(
        st.sampled_from(NUMBERS),
        st.builds("({}, {})".format, number, number),
        st.builds("(for $x in {} return $x * {})".format, st.sampled_from(NUMBERS), number),
        st.builds("distinct-values({})".format, st.sampled_from(NUMBERS)),
    )
    text = st.one_of(
        st.sampled_from(TEXT),
        st.builds("concat({}, {})".format, st.sampled_from(TEXT), st.sampled_from([*TEXT, "Cold"])),
        st.builds("substring({}, {}, 2)".format, st.sampled_from(TEXT), st.sampled_from("012")),
        st.builds("upper-case({})".format, st.sampled_from(TEXT)),
        st.builds("substring-before({}, {})".format, st.sampled_from(TEXT), st.sampled_from(TEXT)),
        st.builds("normalize-space(string({}))".format, st.sampled_from([*TEXT, "Cold"])),
    )
    compare = st.sampled_from(["=", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "ge"])
    many_compare = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
    test = st.one_of(
        st.builds("{} {} {}".format, number, compare, number),
        st.builds("{} {} {}".format, numbers, many_compare, numbers),
        st.builds("{} {} {}".format, text, compare, text),
        st.builds("{} {} {}".format, text, many_compare, st.sampled_from(TEXTS)),
        st.builds("({})".format, st.sampled_from([*NUMBERS, *TEXTS, *ROWS])),
        st.builds("{}({})".format, st.sampled_from(["exists", "empty", "not", "boolean"]), st.sampled_from([*ROWS, *TEXTS])),
        st.builds("(some $x in {} satisfies $x > {})".format, st.sampled_from(NUMBERS), number),
        st.builds("(every $x in {}, $y in {} satisfies $x/Qty = $y)".format, st.sampled_from(["Balance", "//Split"]), st.sampled_from(NUMBERS)),
        st.builds("{}({}, {})".format, st.sampled_from(["starts-with", "contains", "ends-with"]), text, text),
        st.builds("matches({}, '^[a-c]$')".format, text),
    )  # fmt: skip
    condition = st.one_of(
        test,
        st.builds("(({}) {} ({}))".format, test, st.sampled_from(["and", "or"]), test),
        st.builds("not({})".format, test),
    )
    return st.one_of(
        st.builds("({} {} {})".format, number, st.sampled_from(["+", "-", "*", "div", "mod"]), number),
        st.builds("{}({})".format, st.sampled_from(["sum", "min", "max", "count", "avg"]), numbers),
        st.builds("sum({}, {})".format, numbers, number),
        st.builds("count({})".format, st.sampled_from([*ROWS, *TEXTS])),
        st.builds("{}({})".format, st.sampled_from(["abs", "floor", "ceiling", "round", "-", "+"]), number),
        st.builds("p:round({}, {})".format, number, st.sampled_from(["0", "2", "-3"])),
        st.builds("(if ({}) then {} else {})".format, condition, number, number),
        st.builds("string-length({})".format, text),
        st.builds("xs:decimal({})".format, st.sampled_from(["Cold", "'1.5'", "Id"])),
    )  # fmt: skip


expressions = st.recursive(st.sampled_from([*NUMBER, "1", "0", "2.5", "-7"]), _deeper, max_leaves=6)


RELATIONS = {"one": Relation(How.SAME, "OTHER"), "all": Relation(How.ALL, "OTHER")}


def _answers(
    rule: Rule, rows: MemoryRows, others: list[MemoryRows], *, compiled: bool
) -> list[object]:
    related = {
        RELATIONS["one"]: Related(SCHEMA, others[:1]), RELATIONS["all"]: Related(SCHEMA, others)
    }  # fmt: skip
    found = check(
        [rule], SCHEMA, rows, day=date(2026, 10, 31), values={"p": "98", "word": "a"},
        related=related, compiled=compiled,
    )  # fmt: skip
    return [_comparable(outcome) for outcome in found]


def _comparable(outcome: Outcome) -> object:
    # The sentences about an error come from two programs; that there is one, and where, must agree.
    if outcome.code == "RULE-ERROR":
        return outcome.code, outcome.path
    return outcome


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    documents, st.lists(documents, max_size=3), expressions, expressions, st.sampled_from(["eq", "ne", "lt", "le", "gt", "ge"]),
    st.sampled_from(["Id", "'a'", "../Wallet[2]/Storage"]), st.sampled_from(NUMBERS[:9]),
    st.sampled_from([0, 16]),
)  # fmt: skip
def test_both_ways_give_the_same_verdict_and_the_same_figures(
    document: dict[str, object],
    others: list[dict[str, object]],
    left: str,
    right: str,
    operator: str,
    text: str,
    many: str,
    linear: int,
) -> None:
    rule = Rule(
        id="T-1",
        severity=Severity.BLOCKING,
        citation="",
        certainty="HOUSE",
        messages={"en": "{left} {right} {difference} {$n} {Id} {../Wallet/Cold}"},
        scope="Wallets/Wallet",
        at="Cold",
        left=left,
        operator=operator,
        right=right,
        let={"n": "sum(Hot)", "t": text, "many": many},
        relations=RELATIONS,
    )
    rows = MemoryRows.of(SCHEMA, document)
    related = [MemoryRows.of(SCHEMA, other) for other in others]
    with patch.object(lookups, "LINEAR", linear), patch.object(columns, "FEW", 4 * linear):
        fast = _answers(rule, rows, related, compiled=True)
        assert fast == _answers(rule, rows, related, compiled=False)


@settings(max_examples=60, deadline=None)
@given(expressions)
def test_most_expressions_need_no_help(expression: str) -> None:
    """Only what the grammar here leaves to elementpath on purpose is left to it."""
    rule = Rule(
        "T-1", Severity.BLOCKING, "", "HOUSE", {"en": ""}, scope="Wallets/Wallet",
        left=expression, right="0", let={"n": "1", "t": "'a'", "many": "Cold"}, relations=RELATIONS,
    )  # fmt: skip
    schemas = dict.fromkeys(RELATIONS.values(), SCHEMA)
    helped = any(part in expression for part in ("//", "|", "*/", "sibling", "ends-"))
    try:
        assert compile_rule(rule, SCHEMA, {"p": "98"}, related=schemas).interpreted <= helped
    except PackError as error:
        # What is wrong without any row is refused: a constant division by zero, constant sequences.
        known = ("division by zero", "effective boolean value")
        assert any(part in error.message for part in known)  # noqa: PT017


@settings(max_examples=60, deadline=None)
@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=18, min_value=0, max_value=10**20 - 1), min_size=1, max_size=8))  # fmt: skip
def test_sums_are_those_of_whole_numbers(values: list[Decimal]) -> None:
    """Python's own integers are the oracle."""
    wallets_ = [{"Cold": plain(value)} for value in values]
    rows = MemoryRows.of(SCHEMA, {"Wallets": {"Wallet": wallets_}, "Splits": {}})
    rule = Rule(
        "T-1", Severity.BLOCKING, "", "HOUSE", {"en": ""}, left="sum(Wallets/Wallet/Cold)", right="-1"
    )  # fmt: skip
    whole = sum(int(value.scaleb(18)) for value in values)
    for compiled in (True, False):
        (outcome,) = check(
            [rule], SCHEMA, rows, day=date(2026, 10, 31), values={}, compiled=compiled
        )
        assert Decimal(outcome.left or "").scaleb(18) == whole
