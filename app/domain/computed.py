"""Computed fields: values that follow from others by a formula of the pack."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.domain.finding import Severity
from app.domain.languages import in_language
from app.domain.rule import CERTAINTIES, Rule
from app.domain.schema import TEXT_KEY, Node, Schema
from app.domain.tomltable import PackError, Table, read_toml

COMPUTED = "COMPUTED"
"""Code of the finding that asks why a value differs from its formula."""

Target = tuple[str, str]
"""The path of a node and the key of one of its fields."""


@dataclass(frozen=True, slots=True)
class Computed:
    """One computed field.

    `target` is its schema path. `formula` is XPath in the language of the rules, with the row of the
    target as context; `let` and `when` are those of a rule. `how` says the formula in words.
    `source` is the file of the pack that it stands in.
    """

    target: str
    formula: str
    citation: str
    certainty: str
    how: Mapping[str, str]
    when: str | None = None
    let: Mapping[str, str] = field(default_factory=dict)
    effective_from: date = date.min
    effective_to: date = date.max
    source: str = ""

    def in_force(self, day: date) -> bool:
        """Whether the formula counts on a day (the last day of the period)."""
        return self.effective_from <= day <= self.effective_to

    def words(self, language: str) -> str:
        """The formula in words, in English where the language is missing."""
        return in_language(self.how, language)

    def place(self, schema: Schema) -> tuple[Node, str]:
        """The node and key of the target; a `PackError` when the schema has no such field."""
        found = schema.place(self.target)
        if found is None:
            raise PackError(
                f"computed field {self.target}: the schema has no such field", file=self.source
            )
        return found

    def rule(self, node: Node, key: str, *, check: bool) -> Rule:
        """The formula as a rule: alone, or with `check` compared with what the field says."""
        return Rule(
            id=COMPUTED,
            part=self.target,
            severity=Severity.EXPLAIN,
            citation=self.citation,
            certainty=self.certainty,
            messages={},
            scope=node.path,
            at="" if key == TEXT_KEY else key,
            when=self.when,
            left=key if check else self.formula,
            right=self.formula if check else None,
            let=self.let,
            effective_from=self.effective_from,
            effective_to=self.effective_to,
            source=self.source,
        )


def read_computed(body: bytes, file: str) -> tuple[Computed, ...]:
    """The `[[computed]]` tables of `form/computed.toml`."""
    items = read_toml(body, file).get("computed", [])
    return tuple(_computed(item, file, number) for number, item in enumerate(items, 1))


def _computed(item: Any, file: str, number: int) -> Computed:
    name = item.get("target", f"computed {number}") if isinstance(item, dict) else number
    table = Table(item, file, f"computed field {name}")
    found = Computed(
        target=table.text("target"),
        formula=table.text("formula"),
        citation=table.text("citation"),
        certainty=table.choice("certainty", CERTAINTIES),
        how=table.texts("how"),
        when=table.maybe("when"),
        let=table.texts("let", needed=False),
        effective_from=table.day("effective_from", date.min),
        effective_to=table.day("effective_to", date.max),
        source=file,
    )
    table.end()
    return found


def targets(schema: Schema, items: tuple[Computed, ...]) -> frozenset[Target]:
    """Where the computed fields stand; those that the schema does not have are left out."""
    found = (schema.place(item.target) for item in items)
    return frozenset((place[0].path, place[1]) for place in found if place is not None)
