"""Write the workbooks of the sample month, and the plan of the demo.

    python scripts/build_sample.py [FOLDER]

The same seed gives the same content. October has nine planted mistakes; two workbooks come again in
`corrected/` without the ones that only finance can mend.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sample_month.capital import capital
from sample_month.coins import stablecoins
from sample_month.figures import Month, two_months
from sample_month.incident import PHASES, incident
from sample_month.plan import plan_toml
from sample_month.products import products
from sample_month.workbooks import balances, ledger, write_month

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
MISTAKES = frozenset(
    {"ref", "digits", "address", "hot-day", "total", "abroad", "sign", "unit", "clients"}
)


def build(folder: Path) -> None:
    """All workbooks below a folder."""
    september, october = two_months()
    write_all(folder / "2026-09", september, frozenset())
    write_all(folder / "2026-10", october, MISTAKES)
    for number, phase in enumerate(PHASES):
        incident(folder / "2026-10" / f"incident-{phase}.xlsx", october, number)
    corrected = folder / "2026-10" / "corrected"
    corrected.mkdir(exist_ok=True)
    ledger(corrected / "ledger.xlsx", october, MISTAKES - {"ref"})
    balances(corrected / "balances.xlsx", october, MISTAKES - {"digits"})
    (folder / "plan.toml").write_text(plan_toml(september, october), encoding="utf-8")


def write_all(folder: Path, month: Month, mistakes: frozenset[str]) -> None:
    """The workbooks of all returns of a month, with those mistakes that are named."""
    write_month(folder, month, mistakes)
    capital(folder / "capital.xlsx", month, mistakes)
    stablecoins(folder / "stablecoins.xlsx", month, mistakes)
    products(folder / "products.xlsx", month, mistakes)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
