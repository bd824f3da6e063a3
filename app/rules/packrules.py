"""Checking a pack's rules before any return is looked at: every mistake, each with its place."""

from collections.abc import Mapping

from app.domain.definition import PackError
from app.domain.pack import Pack
from app.domain.rule import Rule
from app.rules.program import compile_rule


def check_pack_rules(pack: Pack) -> list[PackError]:
    """What is wrong with the rules of a pack: none of them may fail to compile.

    Rules that are switched off are held to the same. A rule sees the parameters in force on the days
    on which it is in force itself, so one that outlives its parameter is found too.
    """
    found: list[PackError] = []
    seen: set[tuple[str, str]] = set()
    for rule in pack.rules:
        if (rule.id, rule.part) in seen:
            part = f" with the part “{rule.part}”" if rule.part else ""
            found.append(
                PackError(f"rule {rule.id}{part} is there twice; give each its own “part”")
            )
        seen.add((rule.id, rule.part))
        try:
            compile_rule(rule, pack.schema, known_values(pack, rule))
        except PackError as error:
            found.append(error)
    return found


def known_values(pack: Pack, rule: Rule) -> Mapping[str, str]:
    """The parameters and settings that a rule may name, each with one of its values."""
    settings = {setting.name: setting.default for setting in pack.settings}
    parameters = {
        item.name: item.value
        for item in pack.parameters
        if item.effective_from <= rule.effective_to and rule.effective_from <= item.effective_to
    }
    return {**parameters, **settings}
