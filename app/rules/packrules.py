"""Checking a pack's rules before any return is looked at: every mistake, each with its place."""

from collections.abc import Mapping

from app.domain.definition import PackError
from app.domain.pack import Pack
from app.domain.rule import Rule
from app.rules.program import ALONE, Maker, Schemas


def check_pack_rules(pack: Pack, related: Schemas = ALONE) -> list[tuple[Rule, PackError]]:
    """What is wrong with the rules of a pack: none of them may fail to compile.

    Rules that are switched off are held to the same. A rule sees the parameters in force on the days
    on which it is in force itself, so one that outlives its parameter is found too. `related` has the
    schemas of other returns; rules that look at a return without one are passed over.
    """
    found: list[tuple[Rule, PackError]] = []
    seen: set[tuple[str, str]] = set()
    for rule in pack.rules:
        if (rule.id, rule.part) in seen:
            part = f" with the part “{rule.part}”" if rule.part else ""
            message = f"rule {rule.id}{part} is there twice; give each its own “part”"
            found.append((rule, PackError(message, file=rule.file or None, where="id")))
        seen.add((rule.id, rule.part))
        if related.keys() >= set(rule.relations.values()):
            found.extend((rule, error) for error in _mistakes(pack, rule, related))
    return found


def _mistakes(pack: Pack, rule: Rule, related: Schemas) -> list[PackError]:
    try:
        maker = Maker(rule, pack.schema, known_values(pack, rule), related, compiled=True)
    except PackError as error:
        return [error]
    return maker.mistakes()


def known_values(pack: Pack, rule: Rule) -> Mapping[str, str]:
    """The parameters and settings that a rule may name, each with one of its values."""
    settings = {setting.name: setting.default for setting in pack.settings}
    parameters = {
        item.name: item.value
        for item in pack.parameters
        if item.effective_from <= rule.effective_to and rule.effective_from <= item.effective_to
    }
    return {**parameters, **settings}
