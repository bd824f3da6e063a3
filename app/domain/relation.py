"""Relations: which other returns a rule looks at beside its own."""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.tomltable import Table

_TYPED = re.compile(r"([A-Z][A-Z0-9._-]{0,63})(?: (before|all))?", re.ASCII)

ALLOWED = '"CWR", "CWR before", "INC all", "chain" or "replaced"'
"""How a relation is written, with examples of return types."""


class How(StrEnum):
    """The way from a return to another."""

    SAME = "same"
    BEFORE = "before"
    ALL = "all"
    CHAIN = "chain"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation. `return_type` is empty where it is the type of the return itself.

    - SAME: the return of that type for the same period
    - BEFORE: the last filed return of that type for an earlier period
    - ALL: every report of that type up to the period
    - CHAIN: the earlier reports of the chain that the return belongs to, the first one first
    - REPLACED: the return that this one corrects
    """

    how: How
    return_type: str = ""

    @property
    def several(self) -> bool:
        """Whether it may lead to more than one return; none is then as good as one."""
        return self.how in (How.ALL, How.CHAIN)

    def __str__(self) -> str:
        if not self.return_type:
            return self.how.value
        return self.return_type if self.how is How.SAME else f"{self.return_type} {self.how.value}"


def parse_relation(text: str) -> Relation | None:
    """The relation that a rule's `with` names; None when the text names none."""
    if text in (How.CHAIN, How.REPLACED):
        return Relation(How(text))
    match = _TYPED.fullmatch(text)
    if match is None:
        return None
    return Relation(How(match[2] or "same"), match[1])


_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


def read_relations(table: Table) -> dict[str, Relation]:
    """A rule's `with`: the names of other returns, and how they are related to this one."""
    body = table.take("with", {})
    if not isinstance(body, dict):
        table.wrong("“with” must name other returns", "with", ALLOWED)
        return {}
    found = {}
    for name, text in body.items():
        relation = parse_relation(text) if isinstance(text, str) else None
        if relation is None:
            table.wrong(f"“with”, {name}: “{text}” names no return; write {ALLOWED}", "with")
        elif not _NAME.fullmatch(name):
            table.wrong(f"“with”: “{name}” is no name for a variable", "with")
        else:
            found[name] = relation
    return found
