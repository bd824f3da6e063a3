"""Which single figure, written otherwise, would make a failed comparison hold: tried, not guessed."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from app.domain.amounts import parse_decimal, plain
from app.domain.hints import RANK, Hint, Repair, Slip, all_slips, moved, slips
from app.domain.schema import Schema
from app.rules import arithmetic
from app.rules.atoms import Item, RuleFault, Undecided
from app.rules.expression import Slots
from app.rules.inputs import Input, fields_read, readers
from app.rules.program import ALONE, Program, Schemas
from app.rules.suspects import suspects
from app.rules.target import locate
from app.rules.tree import Tree, path_of

FEW = 8
"""With more figures than this, “one of them is out by the difference” says nothing; and slips are
tried only where they move the figure by just the difference.
"""
MOST_FIGURES = 2_000
MOST_TRIALS, LEAST_TRIALS = 400, 20
MOST_ROWS = 20_000
AFFORDED = 200_000
"""So many rows are gone through for one finding, trials times rows."""
SHOWN = 3


class Repairs:
    """Looks for slips in the rows of one return."""

    def __init__(
        self, schema: Schema, values: Mapping[str, str], tree: Tree, related: Schemas = ALONE
    ) -> None:
        self._schema, self._values, self._tree, self._related = schema, values, tree, related

    def of(
        self, program: Program, paths: Collection[str]
    ) -> Iterator[tuple[str, tuple[Hint, ...]]]:
        """For the breaches of a rule at some paths, the hints that mend them."""
        tree, rule = self._tree, program.rule
        if program.left is None or rule.operator != "eq":
            return
        tree.load(program.needs)
        tree.load_related(program.related)
        size = sum(len(tree.of(node)) for node in program.needs)
        if size > MOST_ROWS:
            return
        trials = max(LEAST_TRIALS, min(MOST_TRIALS, AFFORDED // max(1, size)))
        paths_read: list[Program] | None = None
        with arithmetic.exactly(rounds=program.rounds):
            slots = program.slots(tree)
            concerned = list(suspects(program, tree, tree.of(rule.scope), slots))
        for item in concerned:
            where = locate(item, rule.at).path
            if where not in paths:
                continue
            if paths_read is None:
                paths_read = readers(rule, self._schema, self._values, self._related)
            figures = fields_read(paths_read, tree, item)
            found = tuple(self._tried(program, item, figures, trials))
            if found:
                yield where, found

    def _tried(
        self, program: Program, item: Item, figures: tuple[Input, ...], trials: int
    ) -> Iterator[Hint]:
        sides = self._sides(program, item)
        if sides is None or not 0 < len(figures) <= MOST_FIGURES:
            return
        proposed = sorted(_proposed(figures, *sides), key=lambda each: RANK.index(each[1].slip))
        kind: Slip | None = None
        shown = 0
        for figure, repair, old in proposed[:trials]:
            if kind is not None and repair.slip is not kind:
                return
            if shown < SHOWN and self._holds(program, item, figure, repair.value):
                kind, shown = repair.slip, shown + 1
                yield Hint.of(repair, path_of(figure.item, figure.key), old)

    def _holds(self, program: Program, item: Item, figure: Input, value: Decimal) -> bool:
        """Whether the comparison would hold with another value in the field."""
        held = figure.item
        before, index = held.values, held.shape.node.index[figure.key]
        self._forget()
        held.values = (*before[:index], plain(value), *before[index + 1 :])
        try:
            sides = self._sides(program, item)
            return sides is not None and abs(sides[0] - sides[1]) <= sides[2]
        finally:
            held.values = before
            self._forget()

    def _forget(self) -> None:
        self._tree.memo.clear()
        self._tree.columns.clear()
        self._tree.shadow = None

    def _sides(self, program: Program, item: Item) -> tuple[Decimal, Decimal, Decimal] | None:
        """Left, right and tolerance; None where they are no numbers."""
        assert program.left is not None
        assert program.right is not None
        assert program.tolerance is not None
        slots: Slots = program.slots(self._tree)
        program.clear(slots, item)
        try:
            with arithmetic.exactly(rounds=program.rounds):
                if program.when is not None and not program.when.truth(item, slots):
                    return None
                left, right = program.left.one(item, slots), program.right.one(item, slots)
                allowed = program.tolerance.one(item, slots) or Decimal(0)
        except (Undecided, RuleFault, ArithmeticError, RecursionError):
            return None
        numbers = (left, right, allowed)
        if not all(isinstance(number, Decimal) for number in numbers):
            return None
        return numbers


def _proposed(
    figures: tuple[Input, ...], left: Decimal, right: Decimal, _allowed: Decimal
) -> Iterator[tuple[Input, Repair, Decimal]]:
    difference, few = left - right, len(figures) <= FEW
    for figure in figures:
        text = figure.item.values[figure.item.shape.node.index[figure.key]]
        value = parse_decimal(text) if text and _numeric(figure) else None
        if value is None:
            continue
        found = list(all_slips(value) if few else slips(value, difference))
        if few and len(figures) > 1:  # a figure against a fixed limit: the finding says it already
            found += moved(value, difference)
        for repair in dict.fromkeys(found):
            yield figure, repair, value


def _numeric(figure: Input) -> bool:
    node = figure.item.shape.node
    return node.fields[node.index[figure.key]].kind.numeric
