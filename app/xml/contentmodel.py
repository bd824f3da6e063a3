"""What a content model says of its elements by name: how often each occurs, and what precedes what.

A form shows an element at one place, however often the model names it. The places follow from what can
stand before what in some valid document: where that is a line, the document's order is the schema's
and need not be kept. Elements that can stand on either side of each other form a *run*: their order
is content, and every one of them is a row.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from xmlschema.validators import XsdAnyElement, XsdElement, XsdGroup

from app.domain.schema import ANY

Count = tuple[int, int | None]
"""How often an element occurs: at least, and at most (None: without a limit)."""

Name = tuple[str, str]
"""Namespace and local name; the wildcard is `("", "*")`."""

WILDCARD: Name = ("", ANY)


@dataclass
class Model:
    """The elements of a content model in the order of their first mention."""

    elements: dict[Name, Any] = field(default_factory=dict)
    counts: dict[Name, Count] = field(default_factory=dict)
    before: dict[Name, set[Name]] = field(default_factory=dict)
    choices: list[list[tuple[Name, ...]]] = field(default_factory=list)
    """Of which alternatives one is chosen; an empty one may be left out altogether."""

    @cached_property
    def places(self) -> list[list[Name]]:
        """The elements in document order; more than one name in an entry is a run."""
        found = _components(list(self.elements), self.before)
        where = {name: number for number, names in enumerate(found) for name in names}
        waits = [
            {where[name] for names in [found[n]] for name in self._after(names)} - {n}
            for n in range(len(found))
        ]
        return [found[number] for number in _in_line(waits)]

    def _after(self, names: Iterable[Name]) -> set[Name]:
        return {other for name in names for other in self.before.get(name, ())}


def alternatives(models: Sequence[Model]) -> Model:
    """The model of a choice between others."""
    result = Model()
    for model in models:
        _take(result, model)
    for name in result.elements:
        counts = [model.counts.get(name, (0, 0)) for model in models]
        result.counts[name] = (min(low for low, _ in counts), _most([high for _, high in counts]))
    return result


def with_open_content(model: Model, open_content: Any) -> Model:
    """The model with elements of other names at its end, or between all others (XSD 1.1)."""
    result = Model(
        dict(model.elements),
        dict(model.counts),
        {name: set(after) for name, after in model.before.items()},
        model.choices,
    )
    result.elements.setdefault(WILDCARD, open_content.any_element)
    result.counts[WILDCARD] = (0, None)
    for name in result.elements:
        result.before.setdefault(name, set()).add(WILDCARD)
        if open_content.mode == "interleave":
            result.before.setdefault(WILDCARD, set()).add(name)
    return result


def model_of(group: Any, substitutes: Any) -> Model:
    """The model of a group; `substitutes` tells which elements may stand where one is named."""
    result = _inside(group, substitutes)
    low, high = group.min_occurs, group.max_occurs
    result.counts = {name: _times(count, (low, high)) for name, count in result.counts.items()}
    if high is None or high > 1:
        names = set(result.elements)
        result.before = {name: set(names) for name in names}
        result.choices = []
    return result


def _inside(group: Any, substitutes: Any) -> Model:
    parts = [_particle(item, substitutes) for item in group]
    if group.model == "choice":
        result = alternatives(parts)
        if len(parts) > 1:
            result.choices.insert(0, [tuple(part.elements) for part in parts])
        return result
    result = Model()
    for part in parts:
        for name, count in part.counts.items():
            known = result.counts.get(name, (0, 0))
            result.counts[name] = (known[0] + count[0], _sum(known[1], count[1]))
        earlier = list(result.elements)
        _take(result, part)
        for name in earlier:
            result.before.setdefault(name, set()).update(part.elements)
        if group.model == "all":
            for name in part.elements:
                result.before.setdefault(name, set()).update(earlier)
    return result


def _particle(item: Any, substitutes: Any) -> Model:
    if isinstance(item, XsdGroup):
        return model_of(item, substitutes)
    count = (item.min_occurs, item.max_occurs)
    if isinstance(item, XsdAnyElement):
        return _single(WILDCARD, item, count)
    if not isinstance(item, XsdElement) or item.max_occurs == 0:
        return Model()
    found = list(substitutes(item))
    if len(found) == 1:
        return _single(name_of(found[0]), found[0], count)
    result = alternatives([_single(name_of(one), one, (1, 1)) for one in found])
    result.counts = {name: _times(each, count) for name, each in result.counts.items()}
    if item.max_occurs is None or item.max_occurs > 1:
        result.before = {name: set(result.elements) for name in result.elements}
    return result


def name_of(element: Any) -> Name:
    """Namespace and local name of an element as it stands in a document."""
    target = element.ref if element.ref is not None else element
    named = target.target_namespace if target.qualified or target.is_global() else ""
    return named or "", target.local_name


def _single(name: Name, element: Any, count: Count) -> Model:
    many = count[1] is None or count[1] > 1
    return Model({name: element}, {name: count}, {name: {name}} if many else {})


def _take(result: Model, part: Model) -> None:
    result.choices += part.choices
    for name, element in part.elements.items():
        result.elements.setdefault(name, element)
    for name, after in part.before.items():
        result.before.setdefault(name, set()).update(after)


def _times(count: Count, by: Count) -> Count:
    low, high = count[0] * by[0], None
    if count[1] == 0 or by[1] == 0:
        high = 0
    elif count[1] is not None and by[1] is not None:
        high = count[1] * by[1]
    return low, high


def _sum(left: int | None, right: int | None) -> int | None:
    return None if left is None or right is None else left + right


def _most(counts: Iterable[int | None]) -> int | None:
    found = list(counts)
    return None if None in found else max((high for high in found if high is not None), default=0)


def _in_line(waits: list[set[int]]) -> Iterator[int]:
    """Numbers in an order in which each stands before what `waits` for it; the lowest first."""
    held = [0] * len(waits)
    for after in waits:
        for number in after:
            held[number] += 1
    free = [number for number, count in enumerate(held) if not count]
    while free:
        number = min(free)
        free.remove(number)
        yield number
        for other in waits[number]:
            held[other] -= 1
            if not held[other]:
                free.append(other)


def _components(names: list[Name], before: dict[Name, set[Name]]) -> list[list[Name]]:
    """Names that precede each other both ways, together (Tarjan's algorithm, without recursion)."""
    rank = {name: number for number, name in enumerate(names)}
    seen: dict[Name, int] = {}
    lowest: dict[Name, int] = {}
    stack: list[Name] = []
    held: set[Name] = set()
    found: list[list[Name]] = []
    for start in names:
        if start in seen:
            continue
        work: list[tuple[Name, Iterator[Name]]] = []
        _enter(start, before, seen, lowest, stack, held, work)
        while work:
            name, following = work[-1]
            other = next(following, None)
            if other is None:
                work.pop()
                if work:
                    lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[name])
                if lowest[name] == seen[name]:
                    at = stack.index(name)
                    found.append(sorted(stack[at:], key=rank.__getitem__))
                    held.difference_update(stack[at:])
                    del stack[at:]
            elif other not in seen:
                _enter(other, before, seen, lowest, stack, held, work)
            elif other in held:
                lowest[name] = min(lowest[name], seen[other])
    return sorted(found, key=lambda names: rank[names[0]])


def _enter(
    name: Name,
    before: dict[Name, set[Name]],
    seen: dict[Name, int],
    lowest: dict[Name, int],
    stack: list[Name],
    held: set[Name],
    work: list[tuple[Name, Iterator[Name]]],
) -> None:
    seen[name] = lowest[name] = len(seen)
    stack.append(name)
    held.add(name)
    work.append((name, iter(sorted(before.get(name, ())))))
