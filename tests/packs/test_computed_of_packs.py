"""The formulas of the shipped packs: they compile, and the worked example of each is what they give."""

from decimal import Decimal

import pytest
from pack_cases import base_rows, packs

from app.domain.pack import Pack
from app.rules.formulas import evaluate, fitted
from app.rules.tree import Tree
from app.services.filecheck import reporting_day
from app.services.formulabook import plan_for


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_formulas_give_what_the_worked_example_says(pack: Pack) -> None:
    plan = plan_for(pack, reporting_day(pack.schema, base_rows(pack)), {})
    assert plan.mistakes == ()
    tree = Tree(pack.schema, base_rows(pack))
    wrong = [
        (formula.computed.target, held, fitted(value, formula.field))
        for formula in plan.formulas
        for item, value in evaluate(formula, tree)
        if (held := item.values[formula.index]) is not None
        if value != (Decimal(held) if isinstance(value, Decimal) else held)
    ]
    assert wrong == []


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_formulas_are_worded_in_every_language(pack: Pack) -> None:
    for item in pack.computed:
        assert set(item.how) >= set(pack.manifest.languages), item.target
