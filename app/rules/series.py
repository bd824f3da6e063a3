"""Expressions worked out for every row of a place: the points of a chart."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from app.domain.chart import Chart
from app.domain.finding import Severity
from app.domain.rule import Rule
from app.domain.schema import Schema
from app.domain.tomltable import PackError
from app.rules import arithmetic
from app.rules.atoms import Atom, RuleFault, Undecided
from app.rules.program import Program, compile_rule
from app.rules.tree import RowSource, Tree


@dataclass(frozen=True, eq=False)
class Drawn:
    """A chart, compiled: one program for each of its expressions."""

    chart: Chart
    programs: Mapping[str, Program]


def compile_chart(chart: Chart, schema: Schema, values: Mapping[str, str]) -> Drawn:
    """Compile; `values` are parameters and settings by name. A `PackError` names the chart."""
    if chart.rows and chart.rows not in schema.nodes:
        raise PackError(
            f"chart {chart.id}: the schema has no “{chart.rows}”", file=chart.source or None
        )
    return Drawn(
        chart,
        {
            name: compile_rule(_rule(chart, name, text), schema, values)
            for name, text in chart.expressions()
        },
    )


def _rule(chart: Chart, name: str, text: str) -> Rule:
    return Rule(
        id=f"chart {chart.id}",
        part=name,
        severity=Severity.INFORMATION,
        citation=chart.citation,
        certainty=chart.certainty,
        messages={},
        scope=chart.rows,
        when=chart.when,
        left=text,
        let=chart.let,
        source=chart.source,
    )


def points(drawn: Drawn, schema: Schema, rows: RowSource) -> list[dict[str, Atom]]:
    """What the expressions give for each row; one that gives nothing there is left out."""
    tree = Tree(schema, rows)
    for program in drawn.programs.values():
        tree.load(program.needs)
    found: dict[int, dict[str, Atom]] = {}
    for name, program in drawn.programs.items():
        for row, value in _worked_out(program, tree, drawn.chart.rows):
            found.setdefault(row, {})[name] = value
    return list(found.values())


def _worked_out(program: Program, tree: Tree, node: str) -> list[tuple[int, Atom]]:
    assert program.left is not None
    one = program.left.one
    when = program.when.truth if program.when is not None else None
    slots = program.slots(tree)
    found = []
    with arithmetic.exactly(rounds=program.rounds):
        for item in tree.of(node):
            program.clear(slots, item)
            with suppress(Undecided, RuleFault, ArithmeticError, RecursionError):
                if when is None or when(item, slots):
                    value = one(item, slots)
                    if value is not None:
                        found.append((item.id, value))
    return found
