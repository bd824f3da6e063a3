"""What the result of a formula was made from: the fields whose values went into it, in one row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from app.domain.rule import Rule
from app.domain.schema import Schema
from app.domain.tomltable import PackError
from app.rules import arithmetic
from app.rules.atoms import Atom, Item, Leaf, RuleFault, Undecided
from app.rules.formulas import Formula
from app.rules.parser import parse
from app.rules.program import ALONE, Program, Schemas, compile_rule
from app.rules.tree import Tree

_PATHS = frozenset(("/", "(name)", "[", "@", ".", "..", "preceding-sibling", "following-sibling"))
_BINDERS = frozenset(("for", "some", "every"))


@dataclass(frozen=True, slots=True)
class Input:
    """A field that went into a result."""

    item: Item
    key: str


@dataclass(frozen=True, slots=True)
class Made:
    """A formula's result in one row, the fields that it was made from, and the names that it used."""

    result: Atom | None
    inputs: tuple[Input, ...]
    names: tuple[str, ...]


class Tracer:
    """Finds what results were made from, in the rows of one return."""

    def __init__(self, schema: Schema, values: Mapping[str, str], tree: Tree) -> None:
        self._schema, self._values, self._tree = schema, values, tree
        self._paths: dict[Formula, tuple[list[Program], tuple[str, ...]]] = {}

    def item(self, node: str, number: int) -> Item:
        """A row of a node by its number."""
        return next(item for item in self._tree.of(node) if item.id == number)

    def made_from(self, formula: Formula, item: Item) -> Made:
        """How the result of a row came about. Keys by which rows were only found are no inputs."""
        if formula not in self._paths:
            self._paths[formula] = self._compile(formula)
        programs, names = self._paths[formula]
        found: dict[tuple[int, str], Input] = {}
        for program in programs:
            for leaf in _leaves(program, self._tree, item):
                found.setdefault((leaf.item.id, leaf.key), leaf)
        return Made(_result(formula, self._tree, item), tuple(found.values()), names)

    def _compile(self, formula: Formula) -> tuple[list[Program], tuple[str, ...]]:
        """The paths of a formula, each as a program of its own."""
        walk = _Walk(formula.computed.let)
        texts = dict.fromkeys(walk.paths(parse(formula.computed.formula), {}))
        rule = formula.computed.rule(self._schema.node(formula.node), formula.key, check=False)
        programs = []
        for text in texts:
            alone = replace(rule, left=None, when=None, test=text)
            with suppress(PackError):  # a path that only makes sense inside the formula
                programs.append(compile_rule(alone, self._schema, self._values))
        return programs, tuple(sorted(walk.names))


def readers(
    rule: Rule, schema: Schema, values: Mapping[str, str], related: Schemas = ALONE
) -> list[Program]:
    """A program for each path with whose value the two sides of a comparison work."""
    walk = _Walk(rule.let)
    sides = (side for side in (rule.left, rule.right) if side is not None)
    texts = dict.fromkeys(text for side in sides for text in walk.paths(parse(side), {}))
    bare = replace(
        rule, left=None, right=None, when=None, tolerance="0", lowered=(), messages={}, at=""
    )
    programs = []
    for text in texts:
        with suppress(PackError):  # a path that only makes sense inside the comparison
            programs.append(compile_rule(replace(bare, test=text), schema, values, related=related))
    return programs


def fields_read(programs: Iterable[Program], tree: Tree, item: Item) -> tuple[Input, ...]:
    """The fields to which these paths lead from a row."""
    found: dict[tuple[int, str], Input] = {}
    for program in programs:
        tree.load_related(program.related)
        for leaf in _leaves(program, tree, item):
            found.setdefault((leaf.item.id, leaf.key), leaf)
    return tuple(found.values())


def _result(formula: Formula, tree: Tree, item: Item) -> Atom | None:
    program = formula.program
    assert program.left is not None
    tree.load(program.needs)
    slots = program.slots(tree)
    try:
        with arithmetic.exactly(rounds=program.rounds):
            program.clear(slots, item)
            if program.when is not None and not program.when.truth(item, slots):
                return None
            result: Atom | None = program.left.one(item, slots)
            return result
    except (Undecided, RuleFault, ArithmeticError, RecursionError):
        return None
    finally:
        tree.memo.clear()


def _leaves(program: Program, tree: Tree, item: Item) -> Iterator[Input]:
    """The fields to which a path of a formula leads."""
    assert program.test is not None
    tree.load(program.needs)
    slots = program.slots(tree)
    program.clear(slots, item)
    try:
        with arithmetic.exactly(rounds=program.rounds):
            found = list(program.test.many(item, slots))
    except (Undecided, RuleFault, ArithmeticError, RecursionError):
        found = []
    tree.memo.clear()
    for thing in found:
        if isinstance(thing, Leaf):
            yield Input(thing.item, thing.field.key)
        elif isinstance(thing, Item) and thing.shape.own is not None:
            yield Input(thing, thing.shape.node.fields[thing.shape.own].key)


class _Walk:
    """Finds the paths whose values a formula works with, and not those inside predicates."""

    def __init__(self, lets: Mapping[str, str]) -> None:
        self._lets = lets
        self._open: set[str] = set()
        self.names: set[str] = set()

    def paths(self, token: Any, bound: Mapping[str, str]) -> Iterator[str]:
        """The paths as texts; `bound` says what the variables of loops stand for."""
        symbol = token.symbol
        if symbol == "$":
            yield from self._variable(token[0].value, bound)
        elif symbol in _PATHS:
            yield _with(token.source, bound)
        elif symbol in _BINDERS:
            inner = dict(bound)
            for number in range(0, len(token) - 1, 2):
                inner[token[number][0].value] = f"({_with(token[number + 1].source, inner)})"
            yield from self.paths(token[len(token) - 1], inner)
        elif symbol == ":":
            yield from self.paths(token[1], bound)
        else:
            for part in token:
                yield from self.paths(part, bound)

    def _variable(self, name: str, bound: Mapping[str, str]) -> Iterator[str]:
        if name in bound:
            yield bound[name]
        elif name not in self._lets:
            self.names.add(name)
        elif name not in self._open:
            self._open.add(name)
            yield from self.paths(parse(self._lets[name]), {})
            self._open.discard(name)


def _with(text: str, bound: Mapping[str, str]) -> str:
    """A path with the variables of loops replaced by what they stand for."""
    for name, source in bound.items():
        text = source.join(re.split(rf"\${re.escape(name)}(?![\w-])", text))
    return text
