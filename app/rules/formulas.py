"""Formulas of computed fields: compiled, put in their order, and worked out row by row."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from app.domain.amounts import plain
from app.domain.computed import Computed, Target
from app.domain.finding import Severity
from app.domain.rule import Rule
from app.domain.schema import Field, Kind, Schema
from app.domain.tomltable import PackError
from app.rules import arithmetic
from app.rules.atoms import Atom, Item, RuleFault, Shape, Undecided, text_of
from app.rules.program import Program, compile_rule
from app.rules.reads import Reads, reads_of
from app.rules.tree import RowSource, Tree

PADDED = 4
"""Amounts and ratios of a type with up to so many decimals show all of them: 500.00."""


@dataclass(frozen=True, eq=False)
class Formula:
    """A computed field, compiled. `node`, `key` and `index` say where its value stands."""

    computed: Computed
    program: Program
    reads: Reads
    node: str
    key: str
    index: int
    field: Field

    @property
    def target(self) -> Target:
        """Its place."""
        return self.node, self.key


@dataclass(frozen=True)
class Plan:
    """The formulas of a pack in force on a day, each after those that it reads.

    `mistakes` says of the others why they cannot be worked out.
    """

    formulas: tuple[Formula, ...] = ()
    mistakes: tuple[PackError, ...] = ()


def plan(
    items: Iterable[Computed],
    schema: Schema,
    *,
    day: date | None,
    values: Mapping[str, str],
    settings: frozenset[str] = frozenset(),
) -> Plan:
    """Compile what is in force on a day (None: everything) and find the order.

    `values` are parameters and settings by name; `settings` says which of them may change later.
    """
    formulas: dict[Target, Formula] = {}
    mistakes: list[PackError] = []
    root = Shape(schema.root)
    shapes = {shape.node.path: shape for shape in root.below()}
    for item in items:
        if day is not None and not item.in_force(day):
            continue
        try:
            formula = _compile(item, schema, shapes, values, settings)
        except PackError as error:
            mistakes.append(error.with_traceback(None))
            continue
        if formula.target in formulas and day is not None:
            mistakes.append(_fail(item, "it is there twice for the same day"))
        formulas[formula.target] = formula
    ordered, cycle = _ordered(list(formulas.values()))
    return Plan(tuple(ordered), (*mistakes, *cycle))


def _fail(item: Computed, message: str) -> PackError:
    return PackError(f"computed field {item.target}: {message}", file=item.source or None)


def _compile(
    item: Computed,
    schema: Schema,
    shapes: Mapping[str, Shape],
    values: Mapping[str, str],
    settings: frozenset[str],
) -> Formula:
    node, key = item.place(schema)
    try:
        compile_rule(item.rule(node, key, check=True), schema, values)
        program = compile_rule(item.rule(node, key, check=False), schema, values)
    except PackError as error:
        raise _fail(item, error.message.partition(": ")[2] or error.message) from error
    if program.left is not None and program.left.kind is bool:
        raise _fail(item, "the formula is a condition; write if (…) then 'true' else 'false'")
    texts = [item.formula] if item.when is None else [item.formula, item.when]
    reads = reads_of(shapes[node.path], texts, item.let, settings)
    index = node.index[key]
    return Formula(item, program, reads, node.path, key, index, node.fields[index])


def _ordered(formulas: list[Formula]) -> tuple[list[Formula], list[PackError]]:
    """The formulas in an order in which they can be worked out; those in a circle are left out."""
    mistakes = []
    while True:
        by_target = {formula.target: formula for formula in formulas}
        above = {
            formula.target: [other for other in by_target if formula.reads.depends_on(other)]
            for formula in formulas
        }
        try:
            order = list(TopologicalSorter(above).static_order())
        except CycleError as error:
            circle = list(dict.fromkeys(error.args[1]))
            names = " → ".join(by_target[target].computed.target for target in circle)
            mistakes.append(
                _fail(by_target[circle[0]].computed, f"the formulas go round in a circle: {names}")
            )
            formulas = [formula for formula in formulas if formula.target not in circle]
            continue
        return [by_target[target] for target in order], mistakes


def evaluate(formula: Formula, tree: Tree) -> Iterator[tuple[Item, Atom | None]]:
    """What the formula gives for each of its rows; None where it gives nothing or cannot be worked out."""
    program = formula.program
    tree.load(program.needs)
    assert program.left is not None
    one = program.left.one
    when = program.when.truth if program.when is not None else None
    slots = program.slots(tree)
    found: list[tuple[Item, Atom | None]] = []
    # The context is set around all rows and not around a yield, which would leak it.
    with arithmetic.exactly(rounds=program.rounds):
        for item in tree.of(formula.node):
            program.clear(slots, item)
            try:
                holds = when is None or when(item, slots)
                found.append((item, one(item, slots) if holds else None))
            except (Undecided, RuleFault, ArithmeticError, RecursionError):
                found.append((item, None))
    tree.memo.clear()
    yield from found


def fitted(value: Atom | None, field: Field) -> str | None:
    """A result as the text that stands in the field: plain, with the decimals that amounts show."""
    if not isinstance(value, Decimal):
        return None if value is None else text_of(value)
    text = plain(value)
    digits = field.facets.fraction_digits
    if field.kind is not Kind.DECIMAL or not digits or digits > PADDED:
        return text
    whole, _, fraction = text.partition(".")
    return f"{whole}.{fraction.ljust(digits, '0')}"


def rows_where(
    condition: str, schema: Schema, rows: RowSource, node: str, values: Mapping[str, str]
) -> set[int]:
    """Numbers of the rows of a node for which a condition holds; a `PackError` when it does not compile."""
    rule = Rule(
        id=f"when of {node}",
        severity=Severity.INFORMATION,
        citation="",
        certainty="HOUSE",
        messages={},
        scope=node,
        test=condition,
    )
    program = compile_rule(rule, schema, values)
    assert program.test is not None
    truth, found = program.test.truth, set()
    tree = Tree(schema, rows)
    tree.load(program.needs)
    slots = program.slots(tree)
    with arithmetic.exactly(rounds=program.rounds):
        for item in tree.of(node):
            program.clear(slots, item)
            with suppress(Undecided, RuleFault, ArithmeticError, RecursionError):
                if truth(item, slots):
                    found.add(item.id)
    return found
