"""Stablecoins: what clients and the house hold, their prices day by day, what issuers say."""

import random
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from sample_month.addresses import address
from sample_month.figures import Month
from sample_month.sheets import Book, Cell
from sample_month.workbooks import ZERO, front

UNIT = Decimal("0.000000000000000001")
STEP = Decimal("0.0001")


@dataclass(frozen=True)
class Coin:
    """A stablecoin; the names of the issuers are descriptions, their figures invented."""

    id: str
    issuer: str
    first_issued: date
    statements: dict[int, date]
    outstanding: Decimal
    reserve: dict[str, Decimal]


COINS = (
    Coin("USDT", "Issuer of USDT (figures invented)", date(2014, 10, 6),
         {9: date(2026, 6, 30), 10: date(2026, 9, 30)}, Decimal("184120000000.00"),
         {"treasury bills": Decimal("131400000000.00"), "reverse repo": Decimal("21650000000.00"),
          "money market funds": Decimal("18300000000.00"), "other": Decimal("19880000000.00")}),
    Coin("USDC", "Issuer of USDC (figures invented)", date(2018, 9, 26),
         {9: date(2026, 9, 30), 10: date(2026, 10, 31)}, Decimal("76300000000.00"),
         {"treasury bills": Decimal("41020000000.00"), "reverse repo": Decimal("24500000000.00"),
          "deposits": Decimal("10910000000.00")}),
)  # fmt: skip


@dataclass(frozen=True)
class Price:
    """One day of a coin in US dollars."""

    low: Decimal
    high: Decimal
    close: Decimal


def prices(coin: Coin, month: Month) -> list[Price]:
    """Every day of the month; on 9 October USDC was 32 basis points below par."""
    dice = random.Random(f"{coin.id} {month.end:%Y-%m}")
    found = []
    for day in range(1, month.end.day + 1):
        low, high = 1 - dice.randrange(2, 22) * STEP, 1 + dice.randrange(1, 12) * STEP
        close = 1 + dice.randrange(-2, 2) * STEP
        if (coin.id, month.month, day) == ("USDC", 10, 9):
            low, close = Decimal("0.9961"), Decimal("0.9968")
        found.append(Price(low, high, close))
    return found


def stablecoins(path: Path, month: Month, mistakes: frozenset[str]) -> None:
    """Front page, coins, contracts, daily prices, statements of the issuers."""
    head = ("Coin", "Issuer", "Licence", "Currency", "Owed to clients", "House coins", "Par",
            "Lowest", "Highest", "Close", "Open to", "Months", "Disclosed")  # fmt: skip
    with Book(path) as book:
        book.page("Front page", f"Stablecoins, {month.end:%B %Y}", front(month))
        book.table("Coins", "Stablecoins held", head,
                   [_coin(coin, month, mistakes) for coin in COINS], at=4)  # fmt: skip
        book.table("Contracts", "Token contracts", ("Coin", "CAIP-19"), [
            [c.id, f"eip155:1/erc20:{address('ethereum', 'token ' + c.id)}"] for c in COINS
        ], at=3)  # fmt: skip
        book.table("Daily prices", "US dollars", ("Coin", "Day", "Low", "High", "Close"), [
            [coin.id, date(month.year, month.month, day), price.low, price.high, price.close]
            for coin in COINS for day, price in enumerate(prices(coin, month), 1)
        ], at=3)  # fmt: skip
        book.table("Issuers", "What the issuers state, US dollars",
                   ("Coin", "Statement", "In circulation", "Reserve"), [
            [c.id, c.statements[month.month], c.outstanding, sum(c.reserve.values(), ZERO)]
            for c in COINS
        ], at=3)  # fmt: skip
        book.table("Reserves", "What the reserves consist of", ("Coin", "Kind", "Value"), [
            [c.id, kind, value] for c in COINS for kind, value in c.reserve.items()
        ], at=3)  # fmt: skip


def _coin(coin: Coin, month: Month, mistakes: frozenset[str]) -> list[Cell]:
    days = prices(coin, month)
    owed = month.flows[coin.id].closing
    if coin.id == "USDT" and "unit" in mistakes:
        owed += UNIT
    house = sum(
        (b.quantity for b in month.balances if b.asset.id == coin.id and not b.wallet.client), ZERO
    )
    first = coin.first_issued
    months = 12 * (month.year - first.year) + month.month - first.month
    return [
        coin.id, coin.issuer, "overseas", "USD", owed, house, 1, min(p.low for p in days),
        max(p.high for p in days), days[-1].close, "professional investors",
        months - (month.end.day < first.day), "no",
    ]  # fmt: skip
