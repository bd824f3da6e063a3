"""A small return for the tests of the rule engine, and the one way in which they ask it."""

from collections.abc import Mapping
from datetime import date

from app.domain.finding import Severity
from app.domain.memory import Content, MemoryRows
from app.domain.rule import Rule
from app.domain.schema import Facets, Field, Kind, Node, Schema
from app.rules.engine import Outcome, check

DAY = date(2026, 10, 31)


def _text(key: str, white_space: str = "preserve") -> Field:
    return Field(key, Kind.TEXT, "string", required=False, facets=Facets(white_space=white_space))


def _number(key: str) -> Field:
    return Field(key, Kind.DECIMAL, "decimal", required=False)


_BALANCE = Node(
    "Wallets/Wallet/Balances/Balance",
    "Balance",
    "urn:x",
    0,
    None,
    (_text("AssetId"), _number("Qty"), _number("Value"), _text("Value/@ccy")),
)
_BALANCES = Node("Wallets/Wallet/Balances", "Balances", "urn:x", 0, 1, children=(_BALANCE,))
_ADDRESS = Node(
    "Wallets/Wallet/Address", "Address", "urn:x", 0, None, (_text("."), _text("@chain"))
)
_WALLET = Node(
    "Wallets/Wallet",
    "Wallet",
    "urn:x",
    0,
    None,
    (
        _text("@no"),
        _text("WalletId"),
        _text("Storage", "collapse"),
        _number("Cold"),
        _number("Hot"),
        Field("Contract", Kind.BOOLEAN, "boolean", required=False),
    ),
    (_ADDRESS, _BALANCES),
)
_SPLIT = Node(
    "Splits/Split",
    "Split",
    "urn:x",
    0,
    None,
    (_text("AssetId"), _number("Qty"), Field("Count", Kind.INTEGER, "integer", required=False)),
)
SCHEMA = Schema(
    Node(
        "",
        "Return",
        "urn:x",
        fields=(_number("Total"), _text("Name")),
        children=(
            Node("Header", "Header", "urn:x", 1, 1, (_text("Lei"), _text("Start"), _text("End"))),
            Node("Wallets", "Wallets", "urn:x", 1, 1, children=(_WALLET,)),
            Node("Splits", "Splits", "urn:x", 1, 1, children=(_SPLIT,)),
        ),
    )
)


def rule(**fields: object) -> Rule:
    """A blocking rule T-1 with an English message."""
    body: dict[str, object] = {
        "id": "T-1",
        "severity": Severity.BLOCKING,
        "citation": "none",
        "certainty": "HOUSE",
        "messages": {"en": "Wrong."},
    }
    return Rule(**{**body, **fields})  # type: ignore[arg-type]


def outcomes(
    one: Rule, content: Content, values: Mapping[str, str] | None = None, day: date = DAY
) -> list[Outcome]:
    """What the engine finds; that elementpath finds the same is part of every such question."""
    rows = MemoryRows.of(SCHEMA, content)
    found = [
        list(check([one], SCHEMA, rows, day=day, values=values or {}, compiled=compiled))
        for compiled in (True, False)
    ]
    assert found[0] == found[1]
    return found[0]


def compiled_outcomes(one: Rule, content: Content) -> list[Outcome]:
    """What the engine finds; elementpath's own sentence would be another."""
    rows = MemoryRows.of(SCHEMA, content)
    return list(check([one], SCHEMA, rows, day=DAY, values={}))


def wallets(*rows: Content) -> Content:
    """A return with these wallets."""
    return {"Header": {}, "Wallets": {"Wallet": list(rows)}, "Splits": {}}
