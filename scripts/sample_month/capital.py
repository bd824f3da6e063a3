"""The liquid capital of two months, and the workbook in which finance works it out."""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from sample_month.figures import CENT, Month
from sample_month.sheets import Book, Cell, clock
from sample_month.workbooks import COVERS, ZERO, front

FLOOR = Decimal(3_000_000)


@dataclass(frozen=True)
class Capital:
    """What finance knows; the requirement and the excess follow."""

    paid_up: Decimal
    liquid_assets: Decimal
    ranking_liabilities: Decimal
    adjusted_liabilities: Decimal
    expenses: Decimal
    cash: Decimal
    deposits: Decimal
    bills: Decimal
    certificates: Decimal
    house_coins: Decimal
    drawn: Decimal
    filed: datetime | None

    @property
    def liquid(self) -> Decimal:
        return self.liquid_assets - self.ranking_liabilities

    @property
    def required(self) -> Decimal:
        variable = (self.adjusted_liabilities / 20).quantize(CENT, ROUND_HALF_UP)
        return max(FLOOR, variable)

    @property
    def excess(self) -> Decimal:
        return self.liquid - self.required


BEFORE = Decimal("37902118.66")
"""Liquid capital at the end of August, from before Praya."""

CAPITALS = {
    9: Capital(
        Decimal("25000000.00"), Decimal("61480220.35"), Decimal("22915804.10"),
        Decimal("118240660.40"), Decimal("41218733.09"), Decimal("812440.12"),
        Decimal("34600000.00"), Decimal("9914050.00"), Decimal("4000000.00"),
        Decimal("6120418.77"), Decimal("0.00"), clock(10, 19, 15, 40),
    ),
    10: Capital(
        Decimal("25000000.00"), Decimal("63018447.92"), Decimal("24377190.55"),
        Decimal("121905334.80"), Decimal("41907215.64"), Decimal("774905.58"),
        Decimal("35100000.00"), Decimal("9938210.00"), Decimal("4000000.00"),
        Decimal("6388290.14"), Decimal("4500000.00"), None,
    ),
}  # fmt: skip


def capital(path: Path, month: Month, mistakes: frozenset[str]) -> None:
    """Front page, liquid capital, own assets, bank lines."""
    figures = CAPITALS[month.month]
    excess = -figures.excess if "sign" in mistakes else figures.excess
    deposits = sum((limit for _, kind, *_, limit, _, _ in COVERS if kind == "deposit"), ZERO)
    liquid: list[tuple[str, Cell]] = [
        ("Paid-up share capital", figures.paid_up),
        ("Liquid assets", figures.liquid_assets),
        ("Ranking liabilities", figures.ranking_liabilities),
        ("Liquid capital", figures.liquid),
        ("Adjusted liabilities", figures.adjusted_liabilities),
        ("Required liquid capital", figures.required),
        ("Excess", excess),
        ("Worked out by", "Ho Suk Yee"),
        ("Checked by", "Lam Kit"),
        ("FRR return filed", figures.filed),
        ("WINGS reference", f"W-{month.end:%Y%m}-FRR-0417" if figures.filed else None),
    ]
    own: list[tuple[str, Cell]] = [
        ("Expenses of twelve months", figures.expenses),
        ("Cash", figures.cash),
        ("Deposits", figures.deposits),
        ("Treasury bills", figures.bills),
        ("Certificates of deposit", figures.certificates),
        ("Coins among them", ZERO),
        ("Coins of the house, value", figures.house_coins),
        ("Deposits on trust for compensation", deposits),
        ("of it counted above", ZERO),
    ]
    head = ("Line", "Bank", "Limit HKD", "Drawn HKD")
    lines: list[list[Cell]] = [
        ["RCF-1", "Bank of Lamma Limited", Decimal("20000000.00"), figures.drawn],
        ["OD-1", "Harbour East Bank Limited", Decimal("5000000.00"), ZERO],
    ]
    with Book(path) as book:
        book.page("Front page", f"Liquid capital, {month.end:%B %Y}", front(month))
        book.page("Liquid capital", f"Liquid capital at {month.end:%d %B %Y}, HKD", liquid)
        book.page("Own assets", "Own liquid assets in Hong Kong, HKD", own)
        book.table("Bank lines", "Credit lines", head, lines, at=3)
