"""The worked cases of a pack as they are written: a change to its example return, and what follows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.definition import PackError, members, read_toml
from app.domain.pack import Pack
from app.domain.tomltable import Table
from app.services.examplerows import EXAMPLES, Change

FIGURES = ("path", "left", "right", "difference")
"""What a case may state of its finding, beside `severity` and `count`."""


@dataclass(frozen=True)
class Case:
    """One `[[case]]`: `part` empty means any part; `also` are other rules that rightly speak too.

    `companions` are the related returns that it wants otherwise than its file has them, by the
    `$name` of the rules or by the relation.
    """

    pack_id: str
    file: str
    rule: str
    name: str
    expect: str
    part: str = ""
    also: tuple[str, ...] = ()
    change: Change = field(default_factory=Change)
    settings: Mapping[str, str] = field(default_factory=dict)
    companions: Mapping[str, Any] = field(default_factory=dict)
    wanted: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return re.sub(r"[^\w.%]+", "-", f"{self.rule}-{self.name}")


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """A case that does not give what it says; `case` is None for the example return itself."""

    file: str
    case: Case | None
    message: str

    def __str__(self) -> str:
        what = f"{self.case.rule}, “{self.case.name}”" if self.case else "the example return"
        return f"{self.file}: {what}: {self.message}"


def read_cases(pack: Pack) -> tuple[Case, ...]:
    """The cases of a pack; a `PackError` names the file and the case that is written wrongly."""
    found: list[Case] = []
    for name in members(pack.files, EXAMPLES, ".toml"):
        body = read_toml(pack.files[name], name)
        companions = companions_of(body.get("with", {}), name)
        for number, item in enumerate(body.get("case", []), 1):
            found.append(_case(pack, name, number, item, companions))
    return tuple(found)


def _case(
    pack: Pack, file: str, number: int, body: Any, companions: Mapping[str, Any]
) -> Case:  # fmt: skip
    title = body.get("name") if isinstance(body, dict) else None
    table = Table(body, file, f"case {number}" if title is None else f"case “{title}”")
    case = Case(
        pack_id=pack.id,
        file=file,
        rule=table.text("rule"),
        name=table.text("name"),
        expect=table.choice("expect", ("pass", "fail")),
        part=table.text("part", ""),
        also=table.names("also"),
        change=Change(
            table.texts("set", needed=False), table.names("remove"), tuple(table.take("add", ()))
        ),
        settings=table.texts("settings", needed=False),
        companions={**companions, **companions_of(table.take("with", {}), file)},
        wanted={
            key: value
            for key in (*FIGURES, "severity", "count")
            if (value := table.take(key)) is not None
        },
    )
    table.end()
    return case


def companions_of(body: Any, file: str) -> dict[str, Any]:
    """What `with` says of the related returns."""
    if not isinstance(body, dict):
        raise PackError("“with” must name related returns", file=file)
    return dict(body)
