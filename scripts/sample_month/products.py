"""Clients by class, tokens, tokenised products, staking and derivatives, and how things went."""

import random
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from sample_month.addresses import address
from sample_month.figures import ASSETS, Asset, Month
from sample_month.sheets import Book, Cell
from sample_month.workbooks import clients_with_assets, front

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Clients:
    """The clients of one class; what is closed and what is active at the end follow."""

    name: str
    opening: int
    opened: int
    closed: int
    active: int
    trained: int
    with_assets: int
    blocked: int

    @property
    def closing(self) -> int:
        return self.opening + self.opened - self.closed


def classes(month: Month) -> list[Clients]:
    """Five classes; those with assets add up to the client ledger's count."""
    at = month.month - 9
    small = [("individual professional", 1_204, 31, 12, 1_180, 64, 1_014),
             ("corporate professional", 218, 6, 3, 209, 20, 187),
             ("qualified corporate", 41, 2, 1, 40, 0, 37),
             ("institution", 63, 3, 1, 60, 0, 55)]  # fmt: skip
    others = [
        Clients(name, opening + at * (opened - closed), opened, closed, active + at,
                trained + at, held + at, 2)
        for name, opening, opened, closed, active, trained, held in small
    ]  # fmt: skip
    held = clients_with_assets(month) - sum(item.with_assets for item in others)
    retail = Clients("retail", 38_911 + at * 642, 941 + 17 * at, 299 + 5 * at, 36_480 + 611 * at,
                     2_117 + 40 * at, held, 388 + 6 * at)  # fmt: skip
    return [retail, *others]


FIRST = {
    "BTC": date(2009, 1, 3), "ETH": date(2015, 7, 30), "USDT": date(2014, 10, 6),
    "USDC": date(2018, 9, 26), "SOL": date(2020, 3, 16), "XRP": date(2012, 6, 2),
    "TON": date(2021, 9, 1), "LTC": date(2011, 10, 13), "DOGE": date(2013, 12, 6),
    "AVAX": date(2020, 9, 21), "POL": date(2023, 10, 25), "TRX": date(2017, 8, 28),
    "BNB": date(2017, 7, 25), "LINK": date(2017, 9, 19),
}  # fmt: skip
CONTRACTS = ("USDT", "USDC", "LINK")


def isin(body: str) -> str:
    """An ISIN of eleven characters and its check digit (Luhn over the expanded digits)."""
    digits = "".join(str(int(char, 36)) for char in body)
    total = 0
    for number, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if number % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return f"{body}{-total % 10}"


def products(path: Path, month: Month, mistakes: frozenset[str]) -> None:
    """Front page, clients, tokens, products, staking, derivatives and conduct."""
    dice = random.Random(f"products {month.end:%Y-%m}")
    with Book(path) as book:
        book.page("Front page", f"Clients and products, {month.end:%B %Y}", front(month))
        book.table("Clients", "Clients by class", _CLIENT_HEAD, _clients(month, mistakes), at=3)
        book.table("Tokens", "Tokens admitted to trading", _TOKEN_HEAD,
                   [_token(dice, asset) for asset in ASSETS], at=4)  # fmt: skip
        book.table("Products", "Tokenised products distributed", _PRODUCT_HEAD, _products(month),
                   at=3)  # fmt: skip
        book.table("Staking", "Coins staked for clients", _STAKING_HEAD, _staking(month), at=3)
        book.table("Perpetuals", "Contracts of professional investors", _DERIVATIVE_HEAD, [
            ["BTC-PERP", "perpetual", "BTC", Decimal(dice.randrange(10**9, 2 * 10**9)) * CENT,
             Decimal(dice.randrange(10**8, 2 * 10**8)) * CENT, 0, 31, 12, 4, 9]
        ], at=3)  # fmt: skip
        book.page("Conduct", "Complaints, transfers, governance", _conduct(month))


_CLIENT_HEAD = ("Class", "Start", "Opened", "Closed", "End", "Active", "Holding assets",
                "Passed test", "Trained", "Over limit", "Blocked by place")  # fmt: skip
_TOKEN_HEAD = ("Coin", "DTI", "CAIP-19", "Class", "Retail", "Professional", "First issued",
               "Due diligence", "Decision", "Decided", "Index 1", "Provider 1", "Index 2",
               "Provider 2", "Smart contract", "Chain", "Contract", "Audited", "Auditor",
               "Volume retail HKD", "Volume professional HKD", "Trades", "Spread bps",
               "Market maker %")  # fmt: skip
_PRODUCT_HEAD = ("Product", "Kind", "Name", "Issuer", "ISIN", "Authorisation", "Currency",
                 "Nominal", "Coupon %", "Matures", "Units", "Value HKD", "Trades", "Volume HKD",
                 "NAV", "NAV of", "Close", "Ledger", "Platform", "Title", "Rights")  # fmt: skip
_STAKING_HEAD = ("Coin", "Staked", "Validators", "Operator", "Clients", "Rewards", "Slashed",
                 "Days to leave", "Keys with us", "Approval")  # fmt: skip
_DERIVATIVE_HEAD = ("Contract", "Kind", "On", "Notional HKD", "Open HKD", "Retail",
                    "Individual", "Corporate", "Qualified", "Institutions")  # fmt: skip


def _clients(month: Month, mistakes: frozenset[str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for item in classes(month):
        tested = item.name in ("retail", "individual professional", "corporate professional")
        slip = 10 if item.name == "retail" and "clients" in mistakes else 0
        rows.append([
            item.name, item.opening, item.opened, item.closed + slip, item.closing, item.active,
            item.with_assets, item.active - item.trained if tested else 0, item.trained, 0,
            item.blocked,
        ])  # fmt: skip
    return rows


def _token(dice: random.Random, asset: Asset) -> list[Cell]:
    coin = asset.asset_class == "VA"
    contract = asset.id in CONTRACTS
    decided = date(2024, 5 + len(asset.id), 16)
    return [
        asset.id, asset.dti or None, asset.caip19 or None, "coin" if coin else "stablecoin",
        "yes" if coin else "no", "yes", FIRST[asset.id], date(2026, 4, 9),
        f"TARC/{decided:%Y}/{asset.id}", decided,
        *(("Causeway Large Cap", "Causeway Indices Limited", "Orient Digital 20",
           "Orient Benchmark Services") if coin else (None,) * 4),
        "yes" if contract else "no", "ethereum" if contract else None,
        address("ethereum", f"token {asset.id}") if contract else None,
        date(2026, 2, 27) if contract else None, "Fo Tan Code Review" if contract else None,
        Decimal(dice.randrange(10**9, 9 * 10**10)) * CENT,
        Decimal(dice.randrange(10**9, 4 * 10**10)) * CENT, dice.randrange(900, 90_000),
        Decimal(dice.randrange(150, 1_900)) * CENT, Decimal(dice.randrange(0, 1_800)) * CENT,
    ]  # fmt: skip


def _products(month: Month) -> list[list[Cell]]:
    at = month.month - 9
    return [
        ["GB-2028", "green bond", "Tokenised green bond 2028 (invented)", "Issuer of GB-2028",
         isin("HK000099901"), None, "HKD", Decimal("1000000.00"), Decimal("2.5"),
         date(2028, 11, 20), 12 + at, Decimal(12 + at) * 1_002_300, 2 + at,
         Decimal(1 + at) * 1_002_300, None, None, None, "private", "Harbour ledger",
         "Registered holder on the ledger", "Direct claim on the issuer"],
        ["MMF-HKD", "fund", "Tokenised money market fund (invented)", "Manager of MMF-HKD",
         isin("HK000099902"), "BXX001", "HKD", Decimal("10.00"), None, None, 184_200 + 900 * at,
         Decimal("1871472.00") + 9_160 * at, 61 + 5 * at, Decimal("412210.80"),
         Decimal("10.1600"), month.end, Decimal("10.1620"), "private", "Harbour ledger",
         "Trustee of the fund", "Units of the fund"],
    ]  # fmt: skip


def _staking(month: Month) -> list[list[Cell]]:
    units, rewards = month.staked("ETH")[0], month.flows["ETH"].rewards
    return [["ETH", units, int(units) // 32, "Lantau Custody Trustee Limited",
             412 + 19 * (month.month - 9), rewards, Decimal(0), 27, "yes",
             "SFC/STAKING/2026/0008"]]  # fmt: skip


def _conduct(month: Month) -> list[tuple[str, Cell]]:
    at = month.month - 9
    complaints, transfers, exceptions = (14, 11), (48_207, 51_388), (36, 29)
    before = (107, 411_920, 288)
    lines: list[tuple[str, Cell]] = []
    for name, counts, earlier in zip(
        ("Complaints", "Travel-rule transfers", "of them with exceptions"),
        (complaints, transfers, exceptions), before, strict=True,
    ):  # fmt: skip
        lines += [(name, counts[at]), ("since January", earlier + sum(counts[: at + 1]))]
    return [
        *lines,
        ("Report to the board", date(2026, month.month, 22)),
        ("Yearly review", date(2026, 3, 31)),
    ]
