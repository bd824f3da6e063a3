"""docs/rules.md: fresh, and every rule of the data model is in it."""

import runpy
from pathlib import Path

from pack_cases import packs

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "rules_table.py"))


def test_the_page_of_rules_is_what_the_packs_say() -> None:
    fresh = SCRIPT["document"](list(packs()))
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert page == fresh, "run: python scripts/rules_table.py"


def test_every_id_of_the_data_model_is_a_rule_or_says_what_keeps_it() -> None:
    known = {rule.id for pack in packs() for rule in pack.rules}
    wanted = {
        f"{prefix}-{number:03}"
        for prefix, last, _ in SCRIPT["BLOCKS"]
        for number in range(1, last + 1)
    }
    assert len(wanted) == 87
    assert wanted - known == set(SCRIPT["ELSEWHERE"])


def test_the_tests_that_are_named_instead_of_a_rule_exist() -> None:
    written = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")
    )
    for text in SCRIPT["ELSEWHERE"].values():
        names = [name for name in text.split("`") if name.startswith("test_")]
        assert names
        assert [name for name in names if f"def {name}(" not in written] == []
