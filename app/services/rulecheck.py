"""Tier three of the checks: the business rules of the pack."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from app.domain.computed import COMPUTED
from app.domain.definition import PackError
from app.domain.finding import Finding, Severity
from app.domain.origin import Origin
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.relation import Relation
from app.domain.rule import Rule, parameters_on
from app.services.choices import values_for
from app.services.computedrules import computed_rules
from app.services.desk import Desk
from app.services.origins import Origins
from app.services.relations import ALONE, Neighbours, gap_before, neighbours, not_compared
from app.store import explanations
from app.store import settings as settings_store
from app.store.returns import ReturnRecord
from app.store.rows import Rows
from app.store.workspace import Connection

if TYPE_CHECKING:  # the engine is loaded at the first check: it is not needed at start-up
    from app.rules.engine import Outcome, Prepared
    from app.rules.program import Program
    from app.rules.tree import RowSource


@dataclass(frozen=True, slots=True)
class Breach:
    """A finding of a rule, and the field that it points to (`key` empty: the row as a whole)."""

    finding: Finding
    row_id: int
    key: str


def breaches(
    pack: Pack,
    rows: "RowSource",
    *,
    day: date,
    settings: Mapping[str, str],
    around: Neighbours = ALONE,
) -> Iterator[Breach]:
    """What the pack's rules in force on a day say about some rows, wherever these come from.

    `settings` are the choices of the workspace; the pack's defaults stand for what is not in it.
    `around` are the other returns that the rules look at; rules that lack one are passed over.
    """
    from app.rules.engine import run  # noqa: PLC0415  (elementpath: only when something is checked)

    prepared = [
        (rule, program)
        for rule, program in _prepared(pack, day, settings, around)
        if not _lost(rule, program, around)
    ]
    blocked: set[str] = set()
    for outcome in run(prepared, pack.schema, rows, around.related):
        if outcome.code == COMPUTED and outcome.path in blocked:
            continue  # a rule refuses the value already; its reason does not matter
        if outcome.severity is Severity.BLOCKING:
            blocked.add(outcome.path)
        yield Breach(_finding(outcome), outcome.row_id, outcome.key)


_programs: "OrderedDict[tuple[object, ...], tuple[Prepared, ...]]" = OrderedDict()
_lock = Lock()
_KEPT = 8


def _prepared(
    pack: Pack, day: date, settings: Mapping[str, str], around: Neighbours
) -> "tuple[Prepared, ...]":
    """The pack's rules in force on a day, compiled; kept, because reading them takes longer than a check.

    The digests stand for the rules and the schemas; the rest of the key is what else they depend on.
    """
    from app.rules.engine import prepare  # noqa: PLC0415

    values = {**parameters_on(pack.parameters, day), **values_for(pack, settings)}
    in_force = tuple(rule.in_force(day) and rule.status_on(day).state for rule in pack.rules)
    computed = tuple(item.in_force(day) for item in pack.computed)
    key = (pack.digest, in_force, computed, tuple(sorted(values.items())), around.digests)
    schemas = {relation: each.pack.schema for relation, each in around.found.items()}
    with _lock:
        found = _programs.pop(key, None)
        if found is None:
            rules = (*pack.rules, *computed_rules(pack))
            found = prepare(rules, pack.schema, day=day, values=values, related=schemas)
        _programs[key] = found
        if len(_programs) > _KEPT:
            _programs.popitem(last=False)
    return found


def _lost(rule: Rule, program: "Program | PackError", around: Neighbours) -> Relation | None:
    """The relation for which a rule names what returns under an earlier pack do not have."""
    if not isinstance(program, PackError):
        return None
    outdated = (name for name in rule.relations.values() if around.found[name].outdated)
    return next(outdated, None)


def _finding(outcome: "Outcome") -> Finding:
    messages = dict(outcome.messages)
    return Finding(
        code=outcome.code,
        severity=outcome.severity,
        message=messages.get("en") or next(iter(messages.values()), outcome.code),
        path=outcome.path or None,
        left=outcome.left,
        right=outcome.right,
        difference=outcome.difference,
        citation=outcome.rule.citation or None,
        certainty=outcome.rule.certainty,
        messages=messages,
    )


def rule_findings(
    desk: Desk,
    connection: Connection,
    pack: Pack,
    record: ReturnRecord,
    rows: Rows,
    origins: Origins,
) -> Iterator[Finding]:
    """Findings of every rule in force on the last day of the period, with what explains them."""
    day = Period.parse(record.period).end
    chosen = settings_store.get_all(connection)
    said = explanations.get(connection, record.id)
    asking = [rule for rule in pack.rules if rule.relations and rule.in_force(day)]
    around = neighbours(desk, connection, pack, record, asking)
    yield from _not_compared(record, asking, around)
    gap = gap_before(record, around)
    if gap is not None:
        yield replace(gap, explanation=explained(gap, said))
    for rule, program in _prepared(pack, day, chosen, around):
        relation = _lost(rule, program, around)
        if relation is not None:
            assert isinstance(program, PackError)
            yield not_compared(record, relation, [rule], program.message)
    for breach in breaches(pack, rows, day=day, settings=chosen, around=around):
        finding = breach.finding
        yield replace(
            finding,
            origin=_origin(rows, origins, breach),
            explanation=explained(finding, said),
        )


def programs(
    desk: Desk, connection: Connection, pack: Pack, record: ReturnRecord
) -> "tuple[list[Program], Neighbours]":
    """The rules that a check of a return runs, compiled, and the other returns that they look at."""
    day = Period.parse(record.period).end
    asking = [rule for rule in pack.rules if rule.relations and rule.in_force(day)]
    around = neighbours(desk, connection, pack, record, asking)
    prepared = _prepared(pack, day, settings_store.get_all(connection), around)
    return [item for _, item in prepared if not isinstance(item, PackError)], around


def _not_compared(
    record: ReturnRecord, rules: Iterable[Rule], around: Neighbours
) -> Iterator[Finding]:
    """One note for each type of return that is not there yet."""
    lacking: dict[str, tuple[Relation, list[Rule]]] = {}
    for rule in rules:
        for relation in set(rule.relations.values()) & set(around.missing):
            lacking.setdefault(relation.return_type, (relation, []))[1].append(rule)
    for _, (relation, concerned) in sorted(lacking.items()):
        yield not_compared(record, relation, concerned)


def passed_over(pack: Pack, day: date) -> tuple[str, ...]:
    """The rules in force on a day that look at other returns, which a file by itself has not."""
    return tuple(
        dict.fromkeys(rule.id for rule in pack.rules if rule.relations and rule.in_force(day))
    )


def _origin(rows: Rows, origins: Origins, breach: Breach) -> Origin | None:
    row = rows.get(breach.row_id) if breach.key else None
    return origins.of(row, breach.key) if row is not None else None


def explained(
    finding: Finding, said: Mapping[tuple[str, str], explanations.Explanation]
) -> str | None:
    """The explanation of a finding, as long as its figures are those that were explained."""
    item = said.get((finding.code, finding.path or ""))
    if item is None or (item.left, item.right) != (finding.left, finding.right):
        return None
    return item.text


Lines = Callable[[int, str], int | None]


def file_findings(
    pack: Pack, rows: "RowSource", *, day: date, settings: Mapping[str, str], line: Lines
) -> Iterator[Finding]:
    """The same for a file; `line` tells the line of a field of a row."""
    for breach in breaches(pack, rows, day=day, settings=settings):
        yield replace(breach.finding, line=line(breach.row_id, breach.key))
