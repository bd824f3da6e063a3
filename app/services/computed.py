"""How a computed value came about: its formula, in words too, and its inputs down to their cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.amounts import grouped, parse_decimal
from app.domain.computed import COMPUTED, Computed, Target
from app.domain.origin import Origin, OriginKind
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.rule import parameters_on
from app.domain.tree import Row, path_of
from app.services.choices import values_for
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import locate
from app.services.formulabook import plan_of
from app.services.origins import Origins
from app.services.overrides import Overrides
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store import explanations
from app.store import settings as settings_store
from app.store.returns import ReturnRecord
from app.store.workspace import Connection

if TYPE_CHECKING:
    from app.rules.formulas import Formula
    from app.rules.inputs import Tracer

DEEPEST = 6
"""So many formulas below each other are followed."""
SHOWN = 50
"""So many inputs of a formula are listed; `count` says how many there are."""
TOLD = 400
"""So many values are told in one answer; formulas beyond are not followed."""


@dataclass(frozen=True, slots=True)
class How:
    """One value and where it comes from.

    `formula` is None for a value that no formula gives. `given` says that somebody's value stands in
    the place of the formula's, which is `result`; `reason` is the explanation of that. `names` are
    the parameters and settings that the formula used. Of `count` inputs the first are listed.
    """

    path: str
    value: str | None
    origin: Origin | None
    formula: Computed | None = None
    result: str | None = None
    given: bool = False
    reason: str | None = None
    names: tuple[tuple[str, str], ...] = ()
    inputs: tuple["How", ...] = ()
    count: int = 0

    def as_dict(self) -> dict[str, object]:
        """For the JSON of `praya how`."""
        body: dict[str, object] = {
            "path": self.path,
            "value": self.value,
            "origin": self.origin.as_dict() if self.origin else None,
        }
        if self.formula is not None:
            body |= {
                "formula": self.formula.formula,
                "let": dict(self.formula.let),
                "when": self.formula.when,
                "how": dict(self.formula.how),
                "citation": self.formula.citation,
                "certainty": self.formula.certainty,
                "result": self.result,
                "given": self.given,
                "reason": self.reason,
                "names": dict(self.names),
                "inputs": [item.as_dict() for item in self.inputs],
                "count": self.count,
            }
        return body

    def lines(self, language: str = "en", depth: int = 0) -> Iterator[str]:
        """For people: a tree, the value first."""
        value = "(empty)" if self.value is None else grouped(self.value)
        come = f"  [{self.origin}]" if self.origin else ""
        yield f"{'  ' * depth}{self.path} = {value}{come}"
        if self.formula is None:
            return
        inside = "  " * (depth + 1)
        yield f"{inside}{self.formula.words(language)}: {self.formula.formula}"
        if self.given:
            yield inside + self._given_line()
        for name, text in self.names:
            yield f"{inside}${name} = {text}"
        for item in self.inputs:
            yield from item.lines(language, depth + 1)
        if self.count > len(self.inputs):
            yield f"{inside}… and {self.count - len(self.inputs)} more"

    def _given_line(self) -> str:
        """That the value is somebody's own, and how it stands to the formula's."""
        by_file = self.origin is not None and self.origin.kind in _BROUGHT
        who = "given by a workbook" if by_file else "given by hand"
        if _same(self.value, self.result):
            return f"{who}; it agrees with the formula"
        why = f"; the reason: {self.reason}" if self.reason else "; no reason is given yet"
        return f"{who}; the formula gives {grouped(self.result or 'nothing')}{why}"


_BROUGHT = frozenset({OriginKind.FILE, OriginKind.PROFILE})


def _same(a: str | None, b: str | None) -> bool:
    """Equal as numbers where both are, else as texts."""
    if a is None or b is None:
        return a is b
    numbers = parse_decimal(a), parse_decimal(b)
    return a == b if None in numbers else numbers[0] == numbers[1]


def how(desk: Desk, return_id: str, path: str) -> How:
    """How the value of a field came about, through other formulas down to what was given."""
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.read() as connection:
        place = locate(pack.schema, rows_at(connection, record), path)
        return _Telling(connection, pack, record).of(place.row, place.field.key, 0)


class _Telling:
    """Everything that is read once for one answer."""

    def __init__(self, connection: Connection, pack: Pack, record: ReturnRecord) -> None:
        self._pack, self._rows = pack, rows_at(connection, record)
        self._origins = Origins(connection, pack.schema, self._rows, pack.computed_targets)
        self._overrides = Overrides(connection, self._rows)
        self._said = explanations.get(connection, record.id)
        self._values = {
            **parameters_on(pack.parameters, Period.parse(record.period).end),
            **values_for(pack, settings_store.get_all(connection)),
        }
        self._formulas: dict[Target, Formula] = {}
        if pack.computed:
            plan = plan_of(connection, pack, record)
            self._formulas = {formula.target: formula for formula in plan.formulas}
        self._tracer: Tracer | None = None
        self._left = TOLD

    def of(self, row: Row, key: str, depth: int) -> How:
        """One value."""
        schema = self._pack.schema
        path = path_of(schema, self._rows, row, key)
        value = row.values[schema.node(row.node).index[key]]
        origin = self._origins.of(row, key)
        formula = self._formulas.get((row.node, key))
        self._left -= 1
        if formula is None or depth > DEEPEST or self._left < 0:
            return How(path, value, origin)
        return self._computed(formula, row, How(path, value, origin), depth)

    def _computed(self, formula: "Formula", row: Row, plain: How, depth: int) -> How:
        from app.rules.formulas import fitted  # noqa: PLC0415  (elementpath is slow to load)
        from app.rules.inputs import Tracer  # noqa: PLC0415
        from app.rules.tree import Tree  # noqa: PLC0415

        if self._tracer is None:
            tree = Tree(self._pack.schema, self._rows)
            self._tracer = Tracer(self._pack.schema, self._values, tree)
        made = self._tracer.made_from(formula, self._tracer.item(row.node, row.id))
        given = self._overrides.given(row, formula.key, plain.value)
        said = self._said.get((COMPUTED, plain.path))
        inputs = []
        for found in made.inputs[: SHOWN if depth == 0 else SHOWN // 5]:
            below = self._rows.get(found.item.id)
            if below is not None:
                inputs.append(self.of(below, found.key, depth + 1))
        return How(
            plain.path,
            plain.value,
            plain.origin,
            formula=formula.computed,
            result=fitted(made.result, formula.field),
            given=given,
            reason=said.text if given and said else None,
            names=tuple((name, self._values[name]) for name in made.names if name in self._values),
            inputs=tuple(inputs),
            count=len(made.inputs),
        )
