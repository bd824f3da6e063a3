"""A rule, compiled: its expressions, where it points, and its sentences."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from typing import Any

from app.domain.amounts import parse_decimal
from app.domain.definition import PackError
from app.domain.locator import PathError, parse_path
from app.domain.relation import Relation
from app.domain.rule import Lowering, Rule
from app.domain.schema import Schema
from app.rules.atoms import Shape, shape_of
from app.rules.columns import Bulk
from app.rules.compiler import Compiler
from app.rules.expression import ROW, Expression, NotCompiled, Place, Slots, attempt, literal
from app.rules.fallback import check_names, interpreted
from app.rules.operators import valued
from app.rules.parser import ExpressionError, parse
from app.rules.paths import related

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
RESULTS = ("left", "right", "difference", "tolerance")
_PATHS = frozenset({"/", "//", "(name)", "[", "@", ".", "..", "*", "child", "|", "union"})
_ROUNDS = frozenset({"div", "avg", "hours"})
UNSET = object()
LONGEST = 200
"""So much of an expression is shown in a message about it."""


@dataclass
class Program:
    """`needs` are the nodes whose rows must be loaded, `related` those of each related return;
    `rounds` says that a quotient is among it.
    """

    rule: Rule
    size: int = 0
    needs: frozenset[str] = frozenset()
    related: Mapping[Relation, frozenset[str]] = field(default_factory=dict)
    rounds: bool = False
    interpreted: bool = False
    when: Expression | None = None
    left: Expression | None = None
    right: Expression | None = None
    tolerance: Expression | None = None
    test: Expression | None = None
    asks_existence: bool = False
    lets: tuple[int, ...] = ()
    keyed: Mapping[int, Bulk] = field(default_factory=dict)
    unique: list[Expression] = field(default_factory=list)
    lowered: list[tuple[Lowering, Expression]] = field(default_factory=list)
    facts: dict[str, Expression] = field(default_factory=dict)

    def slots(self, tree: Any) -> Slots:
        """Slots for all rows, one after the other; `clear` readies them for a row."""
        return [tree, *([UNSET] * (self.size - 1))]

    def clear(self, slots: Slots, row: Any) -> None:
        """Begin a row: what `let` names is not worked out yet."""
        slots[ROW] = row
        for slot in self.lets:
            slots[slot] = UNSET


Schemas = Mapping[Relation, Schema]
"""The schema of each kind of related return."""

ALONE: Schemas = {}


def compile_rule(
    rule: Rule,
    schema: Schema,
    values: Mapping[str, str],
    *,
    related: Schemas = ALONE,
    compiled: bool = True,
) -> Program:
    """Compile a rule. `values` are the parameters and settings that it may name.

    `related` must have the schema of every relation of the rule. A `PackError` names the rule, the
    attribute and what is wrong. With `compiled` off, elementpath works everything out (slow; the
    tests hold the two together).
    """
    maker = Maker(rule, schema, values, related, compiled=compiled)
    return maker.program()


class Maker:
    """Compiles one rule, attribute by attribute."""

    def __init__(
        self,
        rule: Rule,
        schema: Schema,
        values: Mapping[str, str],
        schemas: Schemas,
        *,
        compiled: bool,
    ) -> None:
        self._rule, self._compiled = rule, compiled
        self._root = shape_of(schema)
        self._compiler = Compiler(self._root)
        self._compiler.variables = {name: constant(value) for name, value in values.items()}
        self._others = self._relate(schemas)
        self._place = Place(self._scope())
        self._rounds = False
        self._interpreted = False
        self._lets: list[int] = []
        self._texts: dict[int, Bulk] = {}

    def fail(self, attribute: str, message: str, text: str = "") -> PackError:
        """The error that names the rule and the attribute."""
        name = f"{self._rule.id} ({self._rule.part})" if self._rule.part else self._rule.id
        shown = f" in “{text if len(text) < LONGEST else text[:LONGEST] + '…'}”" if text else ""
        return PackError(
            f"rule {name}, {attribute}: {message}{shown}",
            file=self._rule.file or self._rule.source or None,
            where=attribute,
        )

    def _relate(self, schemas: Schemas) -> dict[Relation, Shape]:
        """Give the related returns their names; the shape of each kind's document element."""
        shapes: dict[Relation, Shape] = {}
        for name, relation in self._rule.relations.items():
            if relation not in schemas:
                raise self.fail(f"with.{name}", f"there is no schema pack for “{relation}”")
            if name in self._compiler.variables or name in self._rule.let:
                raise self.fail(f"with.{name}", "the name is taken by another value")
            shape = shapes.setdefault(relation, shape_of(schemas[relation], str(relation)))
            self._compiler.variables[name] = related(relation, shape)
        return shapes

    def _scope(self) -> Shape:
        shapes = {shape.node.path: shape for shape in self._root.below()}
        if self._rule.scope not in shapes:
            near = get_close_matches(self._rule.scope, list(shapes))
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise self.fail("scope", f"the schema has no element “{self._rule.scope}”{hint}")
        return shapes[self._rule.scope]

    def program(self) -> Program:
        """The whole rule."""
        rule = self._rule
        for name, text in rule.let.items():
            self._define(name, text)
        program = Program(
            rule,
            when=self._maybe("when", rule.when),
            left=self._value("left", rule.left),
            right=self._value("right", rule.right),
            tolerance=self._value("tolerance", rule.tolerance),
            test=self._maybe("test", rule.test),
            asks_existence=rule.test is not None and is_path(parse(rule.test)),
            unique=[valued(self._expression("unique", text)) for text in rule.unique],
            lowered=[
                (lowering, self._expression("lowered", lowering.when)) for lowering in rule.lowered
            ],
        )
        self._check_kinds(program)
        self._check_at()
        program.facts = self._facts()
        program.lets = tuple(self._lets)
        program.keyed = {
            slot: bulk for slot, bulk in self._texts.items() if slot not in self._compiler.walked
        }
        program.size = self._compiler.size
        needs = self._compiler.needs
        program.needs = frozenset(needs.get(self._root, set()) | {rule.scope})
        program.related = {
            relation: frozenset(needs.get(shape, ())) for relation, shape in self._others.items()
        }
        program.rounds, program.interpreted = self._rounds, self._interpreted
        return program

    def _maybe(self, attribute: str, text: str | None) -> Expression | None:
        return None if text is None else self._expression(attribute, text)

    def _value(self, attribute: str, text: str | None) -> Expression | None:
        if text is None:
            return None
        try:
            return valued(self._expression(attribute, text))
        except ExpressionError as error:
            raise self.fail(attribute, str(error), text) from error

    def _expression(self, attribute: str, text: str) -> Expression:
        compiler = self._compiler
        try:
            token = parse(text)
            self._rounds |= any(inner.symbol in _ROUNDS for inner in token.iter())
            found = self._try(token) if self._compiled else None
            if found is None:
                self._interpreted = True
                roots = [self._root, *self._others.values()]
                check_names(token, roots, compiler.variables)
                for shape in (shape for root in roots for shape in root.below()):
                    compiler.need(shape)
                found = interpreted(token, dict(compiler.variables), list(self._others))
        except ExpressionError as error:
            failure = self.fail(attribute, str(error), text)
            failure.column = error.column
            raise failure from error
        except RecursionError as error:
            raise self.fail(attribute, "the expression is nested too deeply") from error
        return found

    def _try(self, token: Any) -> Expression | None:
        outer = dict(self._compiler.variables)
        try:
            return self._compiler.compile(token, self._place)
        except NotCompiled:
            self._compiler.variables = outer
            return None

    def _define(self, name: str, text: str) -> None:
        body = self._expression(f"let.{name}", text)
        variables = self._compiler.variables
        if body.fixed:
            variables[name] = body
            return
        slot = self._compiler.slot()
        self._lets.append(slot)
        variables[name] = _lazy(slot, body)
        column = body.column
        if body.kind is str and column is not None:
            self._texts[slot] = column

    def mistakes(self) -> list[PackError]:
        """Every mistake of the rule; a name of `let` that fails is taken for anything afterwards."""
        rule, found = self._rule, list[PackError]()
        program = Program(rule)
        tries: list[Callable[[], object]] = [
            *(partial(self._define, name, text) for name, text in rule.let.items()),
            lambda: self._maybe("when", rule.when),
            lambda: setattr(program, "left", self._value("left", rule.left)),
            lambda: setattr(program, "right", self._value("right", rule.right)),
            lambda: self._check_kinds(program),
            lambda: self._value("tolerance", rule.tolerance),
            lambda: self._maybe("test", rule.test),
            *(partial(self._value, "unique", text) for text in rule.unique),
            *(partial(self._expression, "lowered", item.when) for item in rule.lowered),
            self._check_at,
            *(partial(self._expression, *fact) for fact in self._named()),
        ]
        for attempt_one in tries:
            try:
                attempt_one()
            except PackError as error:
                found.append(error)
                name = error.where.removeprefix("let.")
                if name != error.where:
                    self._compiler.variables[name] = Expression(lambda _c, _v: ())
        return found

    def _check_kinds(self, program: Program) -> None:
        left, right = program.left, program.right
        if left and right and left.kind and right.kind and left.kind is not right.kind:
            raise self.fail("left", "the two sides are of different kinds, number and text")

    def _check_at(self) -> None:
        """`at` leads to a field or a row of the schema."""
        if not self._rule.at:
            return
        try:
            steps = parse_path(self._rule.at)
        except PathError as error:
            raise self.fail("at", error.message) from error
        shape: Shape | None = self._place.shape
        for number, step in enumerate(steps):
            if shape is None:
                raise self.fail("at", "“..” leads out of the document", self._rule.at)
            if step.name == "..":
                shape = shape.up
            elif step.name in shape.children:
                shape = shape.children[step.name]
                self._compiler.need(shape)
            else:
                rest = "/".join(item.name for item in steps[number:])
                if rest not in shape.node.index:
                    raise self.fail("at", f"{shape.node.name} has no “{rest}”", self._rule.at)
                return

    def _sentences(self) -> Iterator[tuple[str, str]]:
        yield from self._rule.messages.items()
        for lowering in self._rule.lowered:
            yield from lowering.reasons.items()

    def _facts(self) -> dict[str, Expression]:
        facts: dict[str, Expression] = {}
        for attribute, name in self._named():
            if name not in facts:
                facts[name] = self._expression(attribute, name)
        return facts

    def _named(self) -> Iterator[tuple[str, str]]:
        """What the sentences name beside the results of the rule, and where."""
        for language, message in self._sentences():
            for name in PLACEHOLDER.findall(message):
                if name not in RESULTS:
                    yield f"message.{language}", name


def constant(text: str) -> Expression:
    """A parameter or setting: a number where it reads as one, else text."""
    number = parse_decimal(text)
    return literal(text if number is None else number)


def _lazy(slot: int, body: Expression) -> Expression:
    """A variable of `let`: worked out at the first use in a row, an error included."""
    inner = body.many

    def many(_c: Any, v: Slots) -> Any:
        found = v[slot]
        if found is UNSET:
            found = v[slot] = attempt(inner, v[ROW], v)
        if isinstance(found, Exception):
            raise found.with_traceback(None)
        return found

    result = Expression(many, body.kind, body.place, body.lonely, slots=frozenset({slot, ROW}))
    column = body.column
    if column is not None:
        result.bulk = lambda batch: batch.let(slot, column)
    result.presence = body.presence
    return result


def is_path(token: Any) -> bool:
    """Whether an expression is nothing but a path: as a test it asks for existence."""
    while token.symbol == "(" and len(token) == 1:
        token = token[0]
    return token.symbol in _PATHS
