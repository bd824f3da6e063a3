"""Reading a pack's TOML files into values; every mistake names the file, the place and what is allowed."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.chain import OCCASIONS
from app.domain.filename import PATTERN, pattern_problem
from app.domain.finding import Severity
from app.domain.pack import Deadline, Manifest, Section, Setting
from app.domain.relation import read_relations
from app.domain.rule import CERTAINTIES, OPERATORS, Lowering, Parameter, Rule
from app.domain.rulestatus import read_statuses
from app.domain.tomltable import PackError, Table, read_toml

__all__ = [
    "MANIFEST",
    "PackError",
    "PathClimbs",
    "is_envelope",
    "members",
    "read_manifest",
    "read_parameters",
    "read_rules",
    "read_sections",
    "read_settings",
    "read_toml",
]

MANIFEST = "pack.toml"


class PathClimbs(PackError):
    """A name in pack.toml that leads out of the pack."""

    code = "pack-climbs"


def read_manifest(body: bytes, file: str = MANIFEST) -> Manifest:
    """`pack.toml`."""
    table = Table(read_toml(body, file).get("pack"), file, "[pack]")
    ends = table.has("effective_to")
    deadline = table.take("deadline")
    review = table.has("review_by")
    since = table.day("effective_from")
    until = table.day("effective_to", date.max) if ends else None
    if until is not None and until < since:
        table.wrong("“effective_to” lies before “effective_from”", "effective_to", "a later date")
    manifest = Manifest(
        id=table.text("id"),
        return_type=table.text("return_type"),
        version=table.text("version"),
        namespace=table.text("namespace"),
        root=table.text("root"),
        schema=table.text("schema"),
        titles=table.texts("title"),
        languages=table.names("languages") or ("en",),
        effective_from=since,
        effective_to=until,
        publisher=table.text("publisher", ""),
        status=table.text("status", ""),
        deadline=_deadline(deadline, file) if deadline is not None else None,
        files=table.texts("files", needed=False),
        occasion=table.choice("occasion", OCCASIONS, OCCASIONS[0]),
        review_by=table.day("review_by", date.max) if review else None,
        file_name=table.text("file_name", PATTERN),
    )
    table.end()
    _check_names(manifest, table)
    return manifest


_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def _check_names(manifest: Manifest, table: Table) -> None:
    for name in (manifest.id, manifest.return_type, manifest.version):
        if not _ID.fullmatch(name):
            table.wrong(f"“{name}” is no name; letters, digits, points and dashes make one")
    problem = pattern_problem(manifest.file_name)
    if problem:
        table.wrong(problem, "file_name")
    for name in manifest.files:
        if name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name:
            raise PathClimbs(f"the name “{name}” leads out of the pack", file=table.file)


def _deadline(body: Any, file: str) -> Deadline:
    table = Table(body, file, "[pack.deadline]")
    days = table.take("days")
    if not isinstance(days, int):
        table.wrong("“days” must be a whole number", "days")
        days = 0
    deadline = Deadline(days, table.text("citation"), table.choice("certainty", CERTAINTIES))
    table.end()
    return deadline


def read_sections(body: bytes, file: str) -> tuple[Section, ...]:
    """The `[[section]]` tables of the form."""
    result = []
    for number, item in enumerate(read_toml(body, file).get("section", []), 1):
        table = Table(item, file, f"section {number}")
        result.append(
            Section(
                id=table.text("id"),
                titles=table.texts("title"),
                items=table.names("items"),
                helps=table.texts("help", needed=False),
            )
        )
        table.end()
    return tuple(result)


def read_rules(body: bytes, file: str) -> tuple[Rule, ...]:
    """The `[[rule]]` tables of one file."""
    return tuple(
        _rule(item, file, number)
        for number, item in enumerate(read_toml(body, file).get("rule", []))
    )


def _rule(item: Any, file: str, number: int) -> Rule:
    table = Table(item, file, _name(item, number))
    active = table.take("active", True)  # noqa: FBT003  (a TOML default)
    rule = Rule(
        id=table.text("id"),
        severity=Severity(table.choice("severity", tuple(s.value for s in Severity))),
        citation=table.text("citation"),
        certainty=table.choice("certainty", CERTAINTIES),
        messages=table.texts("message"),
        part=table.text("part", ""),
        scope=table.text("scope", ""),
        at=table.text("at", ""),
        when=table.maybe("when"),
        left=table.maybe("left"),
        operator=table.choice("operator", OPERATORS, "eq"),
        right=table.maybe("right"),
        tolerance=table.text("tolerance", "0"),
        test=table.maybe("test"),
        unique=table.names("unique"),
        lowered=_lowerings(table),
        let=table.texts("let", needed=False),
        relations=read_relations(table),
        effective_from=table.day("effective_from", date.min),
        effective_to=table.day("effective_to", date.max),
        active=bool(active),
        status_reason=table.text("status_reason", ""),
        source=table.text("source", ""),
        statuses=read_statuses(table),
        file=file,
        number=number,
    )
    table.end()
    if not isinstance(active, bool):
        table.wrong("“active” must be true or false", "active", "true, false")
    return _checked(rule, table)


def _name(item: Any, number: int) -> str:
    """What messages call a rule: its id and part, or its number in the file."""
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        return f"rule {number + 1}"
    return f"{item['id']} ({item['part']})" if item.get("part") else str(item["id"])


def _lowerings(table: Table) -> tuple[Lowering, ...]:
    """`lowered`: a condition, or a list of conditions with their reasons."""
    body = table.take("lowered", [])
    if isinstance(body, str):
        return (Lowering(body),)
    if not isinstance(body, list):
        table.wrong("“lowered” must be a condition, or a list of “when” with “reason”", "lowered")
        return ()
    result = []
    for item in body:
        inner = Table(item, table.file, f"{table.where}, lowered")
        result.append(Lowering(inner.text("when"), inner.texts("reason", needed=False)))
        inner.end()
    return tuple(result)


def _checked(rule: Rule, table: Table) -> Rule:
    ways = [
        rule.left is not None and rule.right is not None,
        rule.test is not None,
        bool(rule.unique),
    ]
    if sum(ways) != 1 or (rule.left is None) != (rule.right is None):
        table.wrong("exactly one of “left” with “right”, “test”, or “unique” is needed")
        return replace(rule, left=None, right=None, unique=(), test="true()")
    if not rule.active and not rule.status_reason:
        table.wrong("a rule that is switched off needs “status_reason”", "active")
    return rule


def read_parameters(body: bytes, file: str) -> tuple[Parameter, ...]:
    """The `[[parameter]]` tables."""
    result = []
    for number, item in enumerate(read_toml(body, file).get("parameter", []), 1):
        table = Table(item, file, f"parameter {number}")
        result.append(
            Parameter(
                name=table.text("name"),
                value=table.text("value"),
                citation=table.text("citation"),
                certainty=table.choice("certainty", CERTAINTIES),
                unit=table.text("unit", ""),
                effective_from=table.day("effective_from", date.min),
                effective_to=table.day("effective_to", date.max),
            )
        )
        table.end()
    return tuple(result)


def read_settings(body: bytes, file: str) -> tuple[Setting, ...]:
    """The `[[setting]]` tables."""
    result = []
    for number, item in enumerate(read_toml(body, file).get("setting", []), 1):
        table = Table(item, file, f"setting {number}")
        choices = table.names("choices")
        result.append(
            Setting(
                name=table.text("name"),
                default=table.choice("default", choices),
                choices=choices,
                labels=table.texts("label"),
                words=_choice_words(table, choices),
            )
        )
        table.end()
    return tuple(result)


def _choice_words(table: Table, choices: tuple[str, ...]) -> dict[str, dict[str, str]]:
    words = Table(table.take("words", {}), table.file, f"{table.where}, words")
    found = {choice: words.texts(choice, needed=False) for choice in choices}
    words.end()
    return {choice: texts for choice, texts in found.items() if texts}


ENVELOPE = ("META-INF/", "mimetype")
"""Members of the ASiC-E container around a signed pack; they are no part of it."""


def is_envelope(name: str) -> bool:
    """Whether a file belongs to the container around a pack."""
    return name == ENVELOPE[1] or name.startswith(ENVELOPE[0])


def members(files: Mapping[str, bytes], folder: str, ending: str) -> list[str]:
    """Names of a pack's files in one folder, in order."""
    return sorted(name for name in files if name.startswith(folder) and name.endswith(ending))
