"""What is wrong with a pack that can be read: words, citations, names, rules, worked cases."""

from collections.abc import Iterator, Mapping
from itertools import chain

from app.domain.carry import check_carry
from app.domain.finding import Severity
from app.domain.obligation import BEGUN, PERIOD_END
from app.domain.pack import Pack
from app.domain.relation import Relation
from app.domain.rule import Rule
from app.domain.schema import Schema
from app.domain.tomlplaces import Path as Keys
from app.domain.tomltable import PackError
from app.errors import UserError
from app.rules.formulas import plan
from app.rules.packrules import check_pack_rules, known_values
from app.rules.program import compile_rule
from app.rules.series import compile_chart
from app.services.documents import validator
from app.services.examplerows import BASE
from app.services.filecheck import reporting_day
from app.services.packcases import CaseBench, CaseProblem, read_cases
from app.services.packproblem import Finder, Problem, of_error
from app.xml.safe import parse
from app.xml.validate import validate

_FORM, _PARAMETERS, _SETTINGS, _OBLIGATIONS, _COMPUTED, _CARRY, _CHAIN, _CHARTS = (
    f"form/{name}.toml"
    for name in (
        "form",
        "parameters",
        "settings",
        "obligations",
        "computed",
        "carry",
        "chain",
        "charts",
    )
)


class Linter:
    """Every problem of a pack whose files could be read. `others` are packs of related returns."""

    def __init__(self, pack: Pack, finder: Finder, others: tuple[Pack, ...]) -> None:
        self._pack, self._finder, self._others = pack, finder, others
        self._bench = CaseBench(pack, others)

    def problems(self) -> Iterator[Problem]:
        """All but those of the worked cases."""
        yield from self._words()
        yield from self._citations()
        yield from self._form()
        yield from self._rules()
        yield from self._computed()
        yield from self._carry()
        yield from self._charts()
        yield from self._dates()

    def _problem(
        self, file: str, path: Keys, where: str, message: str, allowed: str = ""
    ) -> Problem:
        return Problem(file, self._finder.line(file, path), where, message, allowed)

    def _words(self) -> Iterator[Problem]:
        """Texts that lack one of the pack's languages."""
        languages = self._pack.manifest.languages
        for file, path, texts in self._texts():
            missing = [each for each in languages if texts and not texts.get(each, "").strip()]
            if missing:
                where = ".".join(str(key) for key in path)
                message = f"the text is missing in {', '.join(missing)}"
                yield self._problem(file, path, where, message, ", ".join(languages))

    def _texts(self) -> Iterator[tuple[str, Keys, Mapping[str, str]]]:
        pack = self._pack
        yield "pack.toml", ("pack", "title"), pack.manifest.titles
        for number, section in enumerate(pack.sections):
            yield _FORM, ("section", number, "title"), section.titles
            yield _FORM, ("section", number, "help"), section.helps
        for number, setting in enumerate(pack.settings):
            yield _SETTINGS, ("setting", number, "label"), setting.labels
            for choice, words in setting.words.items():
                yield _SETTINGS, ("setting", number, "words", choice), words
        for rule in pack.rules:
            at = ("rule", rule.number)
            yield rule.file, (*at, "message"), rule.messages
            for number, lowering in enumerate(rule.lowered):
                yield rule.file, (*at, "lowered", number, "reason"), lowering.reasons
        for number, item in enumerate(pack.computed):
            yield _COMPUTED, ("computed", number, "how"), item.how
        yield from self._chart_texts()
        if _OBLIGATIONS in pack.files:
            for number, duty in enumerate(pack.obligations):
                yield _OBLIGATIONS, ("obligation", number, "title"), duty.titles

    def _chart_texts(self) -> Iterator[tuple[str, Keys, Mapping[str, str]]]:
        for number, chart in enumerate(self._pack.charts):
            path = ("chart", number)
            yield _CHARTS, (*path, "title"), chart.titles
            for place, series in enumerate(chart.series):
                yield _CHARTS, (*path, "series", place, "title"), series.titles
            if chart.headroom is not None:
                yield _CHARTS, (*path, "headroom", "room"), chart.headroom.room
                yield _CHARTS, (*path, "headroom", "short"), chart.headroom.short

    def _citations(self) -> Iterator[Problem]:
        """What rests on nothing."""
        pack = self._pack
        entries = chain(
            ((rule.file, ("rule", rule.number), rule.citation) for rule in pack.rules),
            (
                (_PARAMETERS, ("parameter", number), item.citation)
                for number, item in enumerate(pack.parameters)
            ),
            (
                (_COMPUTED, ("computed", number), item.citation)
                for number, item in enumerate(pack.computed)
            ),
            (
                (_CHARTS, ("chart", number), chart.citation)
                for number, chart in enumerate(pack.charts)
            ),
        )
        for file, path, citation in entries:
            if not citation.strip():
                yield self._problem(
                    file,
                    (*path, "citation"),
                    "citation",
                    "the citation is empty; say what it rests on",
                )

    def _form(self) -> Iterator[Problem]:
        """Sections, fields of a chain, parameters that are there twice."""
        schema = self._pack.schema
        for number, section in enumerate(self._pack.sections):
            for place, item in enumerate(section.items):
                if item not in schema.nodes and schema.place(item) is None:
                    path = ("section", number, "items", place)
                    message = (
                        f"section “{section.id}” names “{item}”, which the schema does not have"
                    )
                    yield self._problem(_FORM, path, section.id, message)
        for name in self._pack.chain.paths if self._pack.chain else ():
            if schema.place(name) is None:
                message = f"the schema has no field “{name}”"
                yield self._problem(_CHAIN, ("chain",), "chain", message)
        seen = set()
        for number, parameter in enumerate(self._pack.parameters):
            name = parameter.name
            if (name, parameter.effective_from) in seen:
                message = f"parameter “{name}” is there twice from the same day"
                yield self._problem(_PARAMETERS, ("parameter", number, "name"), name, message)
            seen.add((name, parameter.effective_from))

    def _rules(self) -> Iterator[Problem]:
        """Rules that do not compile."""
        for rule, error in check_pack_rules(self._pack, self._schemas()):
            path: Keys = ("rule", rule.number, *error.where.split("."))
            line = self._finder.line(rule.file, path)
            message = error.message
            if error.column is not None:
                line, column = self._finder.column(rule.file, path, error.column)
                message += column
            yield Problem(rule.file, line, error.where, message, error.allowed)

    def _schemas(self) -> dict[Relation, Schema]:
        """The schema of each kind of related return, as far as its pack is at hand."""
        newest = {self._pack.manifest.return_type: self._pack}
        for pack in sorted(self._others, key=lambda item: item.manifest.effective_from):
            if pack.manifest.return_type != self._pack.manifest.return_type:
                newest[pack.manifest.return_type] = pack
        own = self._pack.manifest.return_type
        relations = {each for rule in self._pack.rules for each in rule.relations.values()}
        return {
            each: newest[each.return_type or own].schema
            for each in relations
            if (each.return_type or own) in newest
        }

    def _computed(self) -> Iterator[Problem]:
        """Formulas that do not compile, name nothing, or go round in a circle."""
        values = self._values()
        for error in plan(self._pack.computed, self._pack.schema, day=None, values=values).mistakes:
            problem = of_error(error, _COMPUTED)
            target = error.message.removeprefix("computed field ").partition(":")[0]
            path = self._finder.entry(_COMPUTED, "computed", "target", target)
            yield self._problem(_COMPUTED, path, target, problem.message)

    def _values(self) -> dict[str, str]:
        """Everything that an expression may name, of any day."""
        values: dict[str, str] = {}
        for rule in self._pack.rules:
            values |= known_values(self._pack, rule)
        values |= {item.name: item.value for item in self._pack.parameters}
        return values | {item.name: item.default for item in self._pack.settings}

    def _charts(self) -> Iterator[Problem]:
        """Charts whose expressions do not compile."""
        for number, chart in enumerate(self._pack.charts):
            try:
                compile_chart(chart, self._pack.schema, self._values())
            except PackError as error:
                problem = of_error(error, _CHARTS)
                yield self._problem(_CHARTS, ("chart", number), chart.id, problem.message)

    def _carry(self) -> Iterator[Problem]:
        """Entries of the carry-forward that name what is not there."""
        for number, item in enumerate(self._pack.carry):
            errors = check_carry(self._pack.schema, item)
            if not errors and item.when is not None:
                errors = self._condition(item.to, item.when, "when")
            for error in errors:
                yield self._problem(_CARRY, ("carry", number), item.to, error.message)

    def _dates(self) -> Iterator[Problem]:
        """Deadlines that count from nothing."""
        if _OBLIGATIONS not in self._pack.files:
            return
        schema = self._pack.schema
        for number, item in enumerate(self._pack.obligations):
            path = ("obligation", number)
            for key, field in (("from", item.start), ("until", item.until)):
                if field and field not in (PERIOD_END, BEGUN) and schema.place(field) is None:
                    message = f"the schema has no field “{field}”"
                    allowed = f"{PERIOD_END}, {BEGUN}, or the path of a field"
                    yield self._problem(_OBLIGATIONS, (*path, key), item.id, message, allowed)
            if item.when is not None:
                for error in self._condition("", item.when, "when"):
                    yield self._problem(_OBLIGATIONS, (*path, "when"), item.id, error.message)

    def _condition(self, scope: str, text: str, name: str) -> list[PackError]:
        rule = Rule(name, Severity.INFORMATION, "", "HOUSE", {}, scope=scope, test=text)
        try:
            compile_rule(rule, self._pack.schema, known_values(self._pack, rule))
        except PackError as error:
            return [error]
        return []

    def cases(self) -> Iterator[Problem]:
        """Cases that do not give what they say, and rules without a pair of them."""
        wrong = list(self._base())
        if wrong:
            yield from wrong
            return
        for problem in self._bench.problems():
            yield self._case(problem)
        try:
            cases = read_cases(self._pack)
        except PackError:
            return  # reported above
        passing = {case.rule for case in cases if case.expect == "pass"}
        failing = {(case.rule, case.part) for case in cases if case.expect == "fail"}
        there = BASE in self._pack.files
        day = reporting_day(self._pack.schema, self._bench.base()) if there else None
        for rule in self._pack.rules:
            if day is not None and not rule.in_force(day):
                continue
            lacking = [] if rule.id in passing else ["passes"]
            lacking += [] if (rule.id, rule.part) in failing else ["fails"]
            if lacking:
                name = f"{rule.id} ({rule.part})" if rule.part else rule.id
                yield self._problem(
                    rule.file,
                    ("rule", rule.number),
                    name,
                    f"{name} has no example that {' and none that '.join(lacking)};"
                    " add cases under form/examples/",
                )

    def _base(self) -> Iterator[Problem]:
        """What is wrong with the example return as a document."""
        if BASE not in self._pack.files:
            return
        where = "the example return"
        try:
            tree = parse(self._pack.files[BASE], file=BASE)
            for problem in validate(tree, validator(self._pack), self._pack.schema):
                message = f"{problem.path}: {problem.message}" if problem.path else problem.message
                yield Problem(BASE, problem.line, where, message)
            self._bench.base()
        except UserError as error:
            yield Problem(BASE, None, where, error.message)

    def _case(self, problem: CaseProblem) -> Problem:
        if problem.case is None:
            return Problem(problem.file, None, "the example return", problem.message)
        name = problem.case.name
        path = self._finder.entry(problem.file, "case", "name", name)
        message = f"{problem.case.rule}, “{name}”: {problem.message}"
        return self._problem(problem.file, path, name, message)
