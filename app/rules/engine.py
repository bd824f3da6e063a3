"""Checking business rules against the rows of a return, exactly."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.definition import PackError
from app.domain.finding import Severity
from app.domain.relation import Relation
from app.domain.rule import Lowering, Rule
from app.domain.schema import Schema
from app.rules import arithmetic, sentences
from app.rules.atoms import Atom, Item, RuleFault, Undecided, text_of
from app.rules.expression import One, Slots, attempt, effective
from app.rules.operators import checked
from app.rules.program import ALONE, Program, Schemas, compile_rule
from app.rules.suspects import suspects
from app.rules.target import locate
from app.rules.tree import NO_RELATIONS, Related, RowSource, Tree, path_of

RULE_ERROR = "RULE-ERROR"
_NONE = Decimal(0)
_UNITS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "eq": lambda difference, tolerance: abs(difference) <= tolerance,
    "ne": lambda difference, tolerance: abs(difference) > tolerance,
    "lt": lambda difference, tolerance: difference < tolerance,
    "le": lambda difference, tolerance: difference <= tolerance,
    "gt": lambda difference, tolerance: difference > -tolerance,
    "ge": lambda difference, tolerance: difference >= -tolerance,
}
_TEXTS: dict[str, Callable[[str, str], bool]] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One breach of a rule.

    `row_id` and `key` name the field that it points to (`key` is empty for a row as a whole), `path`
    its field path. `left`, `right`, `difference` are exact plain decimals or text. `note` says why
    the severity was lowered. `code` is the rule's id, or RULE-ERROR when the rule cannot be worked out.
    """

    rule: Rule
    code: str
    severity: Severity
    row_id: int
    key: str
    path: str
    left: str | None = None
    right: str | None = None
    difference: str | None = None
    messages: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Breach:
    left: Atom | None = None
    right: Atom | None = None
    difference: Decimal | None = None
    tolerance: Decimal | None = None


Prepared = tuple[Rule, Program | PackError]
"""A rule, and its program or why it does not compile."""


def prepare(
    rules: Iterable[Rule],
    schema: Schema,
    *,
    day: date,
    values: Mapping[str, str],
    related: Schemas = ALONE,
    compiled: bool = True,
) -> tuple[Prepared, ...]:
    """The rules in force on a day, compiled; what they give can be run over any rows of the schema.

    `values` are the parameters in force and the settings, by name. `related` has the schema of each
    relation that leads somewhere; rules that name another are passed over. `compiled` off lets
    elementpath decide everything.
    """
    return tuple(
        (rule, _program(rule, schema, values, related, compiled=compiled))
        for rule in (rule.on(day) for rule in rules if rule.in_force(day))
        if related.keys() >= set(rule.relations.values())
    )


def _program(
    rule: Rule, schema: Schema, values: Mapping[str, str], related: Schemas, *, compiled: bool
) -> Program | PackError:
    try:
        return compile_rule(rule, schema, values, related=related, compiled=compiled)
    except PackError as error:
        return error.with_traceback(None)  # it may be kept; its frames need not


def check(
    rules: Iterable[Rule],
    schema: Schema,
    rows: RowSource,
    *,
    day: date,
    values: Mapping[str, str],
    related: Mapping[Relation, Related] = NO_RELATIONS,
    compiled: bool = True,
) -> Iterator[Outcome]:
    """Every breach of the rules in force on a day, compiled as `prepare` does."""
    schemas = {relation: found.schema for relation, found in related.items()}
    prepared = prepare(
        rules, schema, day=day, values=values, related=schemas, compiled=compiled
    )  # fmt: skip
    yield from run(prepared, schema, rows, related)


def run(
    prepared: Iterable[Prepared],
    schema: Schema,
    rows: RowSource,
    related: Mapping[Relation, Related] = NO_RELATIONS,
) -> Iterator[Outcome]:
    """Every breach, rule by rule, rows in document order.

    `related` are the other returns; their schemas must be those that the rules were prepared with.
    A rule that does not compile or that fails at a row gives one blocking RULE-ERROR; it never
    passes silently.
    """
    tree = Tree(schema, rows, related)
    for rule, program in prepared:
        if isinstance(program, PackError):
            yield _error(rule, tree.root, program.message, 1)
        else:
            yield from _rule(program, tree)


def _rule(program: Program, tree: Tree) -> Iterator[Outcome]:
    # The contexts are set around the whole rule and not around a yield, which would leak them.
    with _uncollected(), arithmetic.exactly(rounds=program.rounds):
        tree.load(program.needs)
        tree.load_related(program.related)
        found = list(_Run(program, tree).outcomes())
    tree.memo.clear()
    yield from found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles again and again while very many rows come into being.

    They all live until the run is over: the search, which grows with them, finds nothing.
    """
    busy = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if busy:
            gc.enable()


Decide = Callable[[Item, Slots], _Breach | None]


class _Run:
    """One rule over its rows."""

    def __init__(self, program: Program, tree: Tree) -> None:
        self._program, self._tree, self._rule = program, tree, program.rule
        self._seen: dict[tuple[object, ...], Item] = {}
        self._faults = 0
        self._first_fault: tuple[Item, str] | None = None
        self._decide = self._decision()

    def _decision(self) -> Decide:
        program = self._program
        if program.test is not None:
            return self._by_test
        if program.unique:
            return self._by_uniqueness
        assert program.left is not None
        assert program.right is not None
        assert program.tolerance is not None
        return self._comparison(program.left.one, program.right.one, program.tolerance.one)

    def outcomes(self) -> Iterator[Outcome]:
        program, tree = self._program, self._tree
        when = program.when.truth if program.when is not None else None
        slots = program.slots(tree)
        for item in suspects(program, tree, tree.of(self._rule.scope), slots):
            program.clear(slots, item)
            try:
                if when is not None and not when(item, slots):
                    continue
                breach = self._decide(item, slots)
                if breach is not None:
                    yield self._outcome(item, slots, breach)
            except Undecided:
                continue
            except (RuleFault, ArithmeticError, RecursionError) as error:
                self._fault(item, error)
        if self._first_fault is not None:
            item, reason = self._first_fault
            yield _error(self._rule, item, reason, self._faults)

    def _fault(self, item: Item, error: Exception) -> None:
        self._faults += 1
        if self._first_fault is None:
            self._first_fault = item, arithmetic.explain(error)

    def _comparison(self, left: One, right: One, tolerance: One) -> Decide:
        as_units, as_texts = _UNITS[self._rule.operator], _TEXTS[self._rule.operator]

        def decide(item: Item, slots: Slots) -> _Breach | None:
            a = left(item, slots)
            b = None if a is None else right(item, slots)
            if a is None or b is None:
                return None
            if not isinstance(a, Decimal) or not isinstance(b, Decimal):
                return None if checked(as_texts, a, b) else _Breach(a, b)
            allowed = arithmetic.number(tolerance(item, slots) or _NONE)
            difference = a - b
            if as_units(difference, allowed):
                return None
            return _Breach(a, b, difference, allowed)

        return decide

    def _by_test(self, item: Item, slots: Slots) -> _Breach | None:
        assert self._program.test is not None
        found = self._program.test.many(item, slots)
        if not found and not self._program.asks_existence:
            return None
        return None if effective(found) else _Breach()

    def _by_uniqueness(self, item: Item, slots: Slots) -> _Breach | None:
        values = [expression.one(item, slots) for expression in self._program.unique]
        if any(value is None for value in values):
            return None
        first = self._seen.setdefault(tuple((type(value), value) for value in values), item)
        if first is item:
            return None
        return _Breach(" · ".join(text_of(value) for value in values), path_of(first))

    def _outcome(self, item: Item, slots: Slots, breach: _Breach) -> Outcome:
        rule, target = self._rule, locate(item, self._rule.at)
        lowering = self._lowering(item, slots) if rule.severity is Severity.BLOCKING else None
        shown = {
            "left": sentences.shown(breach.left),
            "right": sentences.shown(breach.right),
            "difference": sentences.shown(breach.difference),
            "tolerance": sentences.shown(breach.tolerance),
        }
        for name, expression in self._program.facts.items():
            shown[name] = sentences.fact(expression.atoms, item, slots)
        return Outcome(
            rule=rule,
            code=rule.id,
            severity=rule.severity if lowering is None else Severity.EXPLAIN,
            row_id=target.item.id,
            key=target.key,
            path=target.path,
            left=_text(breach.left),
            right=_text(breach.right),
            difference=_text(breach.difference),
            messages=sentences.fill(rule.messages, shown, lowering),
            note=sentences.reason(lowering, shown),
        )

    def _lowering(self, item: Item, slots: Slots) -> Lowering | None:
        for lowering, condition in self._program.lowered:
            if attempt(condition.truth, item, slots) is True:
                return lowering
        return None


def _text(value: Atom | None) -> str | None:
    return None if value is None else text_of(value)


def _error(rule: Rule, item: Item, reason: str, count: int) -> Outcome:
    target = locate(item, rule.at)
    return Outcome(
        rule=rule,
        code=RULE_ERROR,
        severity=Severity.BLOCKING,
        row_id=target.item.id,
        key=target.key,
        path=target.path,
        messages=sentences.rule_error(rule.id, reason, count),
    )
