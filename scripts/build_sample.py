"""Write the workbooks of the sample month, and the plan of the demo.

    python scripts/build_sample.py [FOLDER]

The same seed gives the same content. October has six planted mistakes; two workbooks come again in
`corrected/` without the ones that only finance can mend.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sample_month.figures import two_months
from sample_month.plan import plan_toml
from sample_month.workbooks import balances, ledger, write_month

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
MISTAKES = frozenset({"ref", "digits", "address", "hot-day", "total", "abroad"})


def build(folder: Path) -> None:
    """All workbooks below a folder."""
    september, october = two_months()
    write_month(folder / "2026-09", september, frozenset())
    write_month(folder / "2026-10", october, MISTAKES)
    corrected = folder / "2026-10" / "corrected"
    corrected.mkdir(exist_ok=True)
    ledger(corrected / "ledger.xlsx", october, MISTAKES - {"ref"})
    balances(corrected / "balances.xlsx", october, MISTAKES - {"digits"})
    (folder / "plan.toml").write_text(plan_toml(september, october), encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
