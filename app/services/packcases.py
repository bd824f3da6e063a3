"""The worked cases of a pack: its example return, a change to it, and what the rules say then.

Returns that the rules look at beside their own are the example returns of the packs at hand, changed
as a case wishes.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from app.domain.definition import PackError, members, read_toml
from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.relation import How, Relation
from app.domain.rule import parameters_on
from app.domain.tomltable import Table
from app.services.casefile import FIGURES, Case, CaseProblem, companions_of, read_cases
from app.services.examplerows import BASE, EXAMPLES, CaseError, Change, base_rows, changed_rows
from app.services.filecheck import reporting_day

if TYPE_CHECKING:  # elementpath is slow to import
    from app.rules.engine import Outcome, Prepared
    from app.rules.tree import Related

__all__ = ["Case", "CaseBench", "CaseProblem", "read_cases"]

_DEFAULT = object()
_NOTHING = Change()


class CaseBench:
    """A pack whose cases are run, with the packs of the returns that its rules look at."""

    def __init__(self, pack: Pack, others: Iterable[Pack] = ()) -> None:
        self.pack = pack
        self._packs = {other.id: other for other in others} | {pack.id: pack}
        self._bases: dict[str, MemoryRows] = {}
        self._prepared: dict[tuple[object, ...], tuple[Prepared, ...]] = {}
        self._names: dict[Relation, set[str]] = {}
        for rule in pack.rules:
            for name, relation in rule.relations.items():
                self._names.setdefault(relation, {str(relation)}).add(name)

    def base(self, pack_id: str = "") -> MemoryRows:
        """The example return of this pack or of another one."""
        pack = self._pack(pack_id or self.pack.id)
        if pack.id not in self._bases:
            self._bases[pack.id] = base_rows(pack)
        return self._bases[pack.id]

    def rows(self, case: Case) -> MemoryRows:
        """The example return with the case's changes."""
        return changed_rows(self.pack, self.base(), case.change)

    def outcomes(
        self,
        rows: MemoryRows,
        settings: Mapping[str, str] | None = None,
        companions: Mapping[str, Any] | None = None,
        *,
        only: str = "",
        compiled: bool = True,
    ) -> "list[Outcome]":
        """What the pack's rules, or only those of one id, say of some rows."""
        from app.rules.engine import run  # noqa: PLC0415  (elementpath is slow to import)

        related = self._related(companions or {})
        chosen = tuple(sorted((settings or {}).items()))
        schemas = tuple((relation, id(found.schema)) for relation, found in related.items())
        key = (chosen, schemas, only, compiled)
        if key not in self._prepared:
            self._prepared[key] = self._prepare(dict(chosen), related, only, compiled=compiled)
        return list(run(self._prepared[key], self.pack.schema, rows, related))

    def _prepare(
        self,
        settings: Mapping[str, str],
        related: "Mapping[Relation, Related]",
        only: str,
        *,
        compiled: bool,
    ) -> "tuple[Prepared, ...]":
        from app.rules.engine import prepare  # noqa: PLC0415

        day = reporting_day(self.pack.schema, self.base())
        values = parameters_on(self.pack.parameters, day)
        values |= {item.name: item.default for item in self.pack.settings} | dict(settings)
        return prepare(
            [rule for rule in self.pack.rules if only in ("", rule.id)],
            self.pack.schema,
            day=day,
            values=values,
            related={relation: found.schema for relation, found in related.items()},
            compiled=compiled,
        )

    def run(self, case: Case, *, compiled: bool = True) -> "list[Outcome]":
        """What the rules say in a case; without `compiled` only its own rule, by elementpath."""
        only = "" if compiled else case.rule
        return self.outcomes(
            self.rows(case), case.settings, case.companions, only=only, compiled=compiled
        )

    def problems(self) -> Iterator[CaseProblem]:
        """Every case that does not give what it says, the example return first."""
        try:
            cases = read_cases(self.pack)
            if not cases and BASE not in self.pack.files:
                return
            yield from self._base_problems(cases)
        except PackError as error:
            yield CaseProblem(error.file or BASE, None, error.message)
            return
        for case in cases:
            for message in self.case_problems(case):
                yield CaseProblem(case.file, case, message)

    def _base_problems(self, cases: Iterable[Case]) -> Iterator[CaseProblem]:
        companions = self.file_companions()
        del cases
        for found in self.outcomes(self.base(), {}, companions):
            text = found.messages.get("en", found.code)
            yield CaseProblem(
                BASE, None, f"{found.code} speaks at {found.path or 'the top'}: {text}"
            )

    def file_companions(self) -> dict[str, Any]:
        """The related returns that the pack's files of cases want."""
        merged: dict[str, Any] = {}
        for name in members(self.pack.files, EXAMPLES, ".toml"):
            merged |= companions_of(read_toml(self.pack.files[name], name).get("with", {}), name)
        return merged

    def case_problems(self, case: Case) -> list[str]:
        """What a case gives otherwise than it says; empty when all is well."""
        try:
            self._require_known(case)
            return list(_judge(case, self.run(case)))
        except PackError as error:
            return [error.message]

    def _require_known(self, case: Case) -> None:
        mine = [rule for rule in self.pack.rules if rule.id == case.rule]
        if not any(rule.part == case.part or not case.part for rule in mine):
            part = f" with the part “{case.part}”" if case.part else ""
            raise CaseError(f"there is no rule {case.rule}{part}")
        bound = self._related(case.companions)
        concerned = [rule for rule in mine if case.part in ("", rule.part)]
        lacking = {str(r) for rule in concerned for r in rule.relations.values() if r not in bound}
        if lacking and case.expect == "fail":
            raise CaseError(
                f"the rule is passed over, for there is no return for “{min(lacking)}” here;"
                " name one in “with”, or give the pack of that type"
            )

    def _related(self, companions: Mapping[str, Any]) -> "dict[Relation, Related]":
        known = {name for names in self._names.values() for name in names}
        unknown = companions.keys() - known
        if unknown:
            there = ", ".join(sorted(known)) or "none"
            raise CaseError(f"“with” names “{min(unknown)}”; the rules of the pack name {there}")
        found = {}
        for relation, names in self._names.items():
            wish = next(
                (companions[name] for name in sorted(names) if name in companions), _DEFAULT
            )
            related = self._bound(relation, wish)
            if related is not None:
                found[relation] = related
        return found

    def _bound(self, relation: Relation, wish: Any) -> "Related | None":
        from app.rules.tree import Related  # noqa: PLC0415

        if wish is _DEFAULT:
            wish = relation.how is How.SAME and self._newest(relation) is not None
        wishes = wish if isinstance(wish, list) else [] if wish is False else [wish]
        if len(wishes) > 1 and not relation.several:
            raise CaseError(f"“{relation}” leads to one return, and “with” gives several")
        packs, rows = [], []
        for each in wishes:
            pack, content = self._companion(relation, each)
            packs.append(pack)
            rows.append(content)
        if not packs:
            newest = self._newest(relation) if relation.several else None
            return None if newest is None else Related(newest.schema)
        if len({pack.id for pack in packs}) > 1:
            raise CaseError(f"the returns of “{relation}” must be of one pack")
        return Related(packs[0].schema, rows)

    def _companion(self, relation: Relation, wish: Any) -> tuple[Pack, MemoryRows]:
        table = Table({} if wish is True else wish, "", f"with, “{relation}”")
        name = table.maybe("pack")
        pack = self._pack(name) if name else self._newest(relation)
        if pack is None:
            raise CaseError(f"there is no pack for the returns of “{relation}” here")
        change = Change(
            table.texts("set", needed=False), table.names("remove"), tuple(table.take("add", ()))
        )
        table.end()
        base = self.base(pack.id)
        return pack, base if change == _NOTHING else changed_rows(pack, base, change)

    def _pack(self, pack_id: str) -> Pack:
        if pack_id not in self._packs:
            known = ", ".join(sorted(self._packs))
            raise CaseError(f"there is no pack “{pack_id}” here; known are {known}")
        return self._packs[pack_id]

    def _newest(self, relation: Relation) -> Pack | None:
        """The pack of the related returns; the pack itself for returns of its own type."""
        wanted = relation.return_type or self.pack.manifest.return_type
        if wanted == self.pack.manifest.return_type:
            return self.pack
        fitting = [pack for pack in self._packs.values() if pack.manifest.return_type == wanted]
        return max(fitting, key=lambda pack: pack.manifest.effective_from, default=None)


def _judge(case: Case, found: "list[Outcome]") -> Iterator[str]:
    """How the outcomes differ from what a case says."""
    strangers = sorted({each.code for each in found} - {case.rule, *case.also})
    if strangers:
        said = next(each for each in found if each.code == strangers[0])
        yield f"{', '.join(strangers)} speaks as well: {said.messages.get('en', '')}"
    mine = [each for each in found if each.code == case.rule]
    if case.expect == "pass":
        if mine:
            yield f"it should pass, and the rule says: {mine[0].messages.get('en', '')}"
        return
    parts = sorted({each.rule.part for each in mine} - {case.part})
    if parts and case.rule not in case.also:
        yield f"part “{parts[0]}” of the rule speaks as well; name the rule in “also”"
    chosen = [each for each in mine if each.rule.part == case.part]
    if len(chosen) != case.wanted.get("count", 1):
        yield f"{case.wanted.get('count', 1)} finding is due, and there are {len(chosen)}"
    if chosen:
        yield from _differing(case, chosen[0])


def _differing(case: Case, found: "Outcome") -> Iterator[str]:
    given = {name: getattr(found, name) for name in FIGURES}
    given["severity"] = found.severity.value
    stated = {"severity": found.rule.severity.value, **case.wanted}
    for name, value in given.items():
        if name in stated and stated[name] != value:
            yield f"{name} is {value}, and the case says {stated[name]}"
    for language, sentence in found.messages.items():
        if "{" in sentence:
            yield f"the message ({language}) has a place that is not filled"
