"""Where a finding points: the field or row that a rule's `at` names, as far as it is there."""

from dataclasses import dataclass

from app.domain.locator import PathError, parse_path
from app.rules.atoms import Item
from app.rules.tree import path_of


@dataclass(frozen=True, slots=True)
class Target:
    """`key` is empty when the whole row is meant; `path` may end in rows that are not there yet."""

    item: Item
    key: str
    path: str


def locate(item: Item, at: str) -> Target:
    """Follow `at` from a row; where rows are missing the last one that is there answers."""
    try:
        steps = parse_path(at) if at else ()
    except PathError:
        return Target(item, "", path_of(item))
    for number, step in enumerate(steps):
        if step.name == ".." and item.up is not None:
            item = item.up
            continue
        child = item.shape.children.get(step.name)
        if child is None:
            key = "/".join(each.name for each in steps[number:])
            known = key in item.shape.node.index
            return Target(item, key if known else "", path_of(item, key if known else ""))
        rows = item.below[child.slot]
        if step.position > len(rows):
            rest = "/".join(str(each) for each in steps[number:])
            return Target(item, "", path_of(item, rest))
        item = rows[step.position - 1]
    return Target(item, "", path_of(item))
