"""Compiled paths: child and parent steps, fields, predicates, and lookups by a hash of their key."""

from collections.abc import Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from app.domain.relation import Relation
from app.rules import columns
from app.rules.atoms import Item, Leaf, Shape, text_at
from app.rules.columns import UNKNOWN, Batch
from app.rules.expression import (
    POSITION,
    SIZE,
    TREE,
    Expression,
    Indexed,
    Keep,
    Many,
    NotCompiled,
    Place,
    Slots,
    effective,
)
from app.rules.lookups import whole_index
from app.rules.parser import ExpressionError


def child(place: Place, name: str) -> Expression:
    """The step to a child element or, with @, to an attribute."""
    shape = place.shape
    if shape is None:
        raise ExpressionError(f"a path from the top begins with the document element, not “{name}”")
    if place.index is not None:
        key = f"{shape.node.fields[place.index].key}/{name}"
        return _attribute(shape, key, place)
    if name in shape.children:
        return _rows(shape.children[name])
    if name in shape.node.index:
        return _field(shape, shape.node.index[name])
    raise unknown(name, shape)


def _attribute(shape: Shape, key: str, place: Place) -> Expression:
    if key not in shape.node.index:
        assert place.index is not None
        owner = shape.node.fields[place.index].key
        raise ExpressionError(f"“{owner}” is a field and holds no “{key.rpartition('/')[2]}”")
    step = _field(shape, shape.node.index[key])
    many, values = step.many, step.atoms
    step.many = lambda leaf, v: many(leaf.item, v)
    step.values = lambda leaf, v: values(leaf.item, v)
    step.single = step.bulk = step.presence = step.field = None
    return step


def unknown(name: str, shape: Shape) -> ExpressionError:
    """There is no such child; near names are suggested."""
    known = [*shape.children, *shape.node.index]
    near = get_close_matches(name, known)
    hint = f"did you mean {' or '.join(near)}?" if near else f"it holds {', '.join(known[:12])}"
    return ExpressionError(f"{shape.node.name} has no “{name}”; {hint}")


def _rows(shape: Shape) -> Expression:
    slot = shape.slot
    return Expression(
        many=lambda item, _v: item.below[slot],
        kind=Place(shape).kind,
        place=Place(shape),
        lonely=not shape.node.repeats,
        context=True,
    )


def _field(shape: Shape, index: int) -> Expression:
    read = shape.readers[index]

    def many(item: Item, _v: Slots) -> Sequence[Leaf]:
        return () if text_at(item, index) is None else (Leaf(item, index),)

    place = Place(shape, index)
    return Expression(
        many=many,
        kind=place.kind,
        place=place,
        lonely=True,
        context=True,
        single=lambda item, _v: read(item),
        bulk=lambda batch: batch.field(shape, index),
        presence=lambda batch: batch.present(shape, index),
        field=(shape, index),
    )


def here(place: Place) -> Expression:
    """The context item as a node."""
    return Expression(
        many=lambda item, _v: (item,), kind=place.kind, place=place, lonely=True, context=True
    )


def document(root: Shape, name: str) -> Expression:
    """The first step of an absolute path."""
    if name != root.node.name:
        raise ExpressionError(f"the document element is “{root.node.name}”, not “{name}”")
    return Expression(
        many=lambda _c, v: (v[TREE].root,), kind=Place(root).kind, place=Place(root), lonely=True
    )


def related(relation: Relation, root: Shape) -> Expression:
    """The document elements of the returns that a relation leads to."""
    place = Place(root)
    return Expression(
        many=lambda _c, v: [tree.root for tree in v[TREE].related(relation)],
        kind=place.kind,
        place=place,
        lonely=not relation.several,
    )


def parent(place: Place) -> Expression:
    """The step `..`."""
    if place.shape is None or (place.index is None and place.shape.up is None):
        raise ExpressionError("“..” leads out of the document")
    if place.index is None:
        up = Place(place.shape.up)
        many: Many = lambda item, _v: (item.up,)  # noqa: E731
    elif "/@" in place.shape.node.fields[place.index].key:
        raise NotCompiled
    else:
        up = Place(place.shape)
        many = lambda leaf, _v: (leaf.item,)  # noqa: E731
    return Expression(many=many, kind=up.kind, place=up, lonely=True, context=True)


def sibling(place: Place, name: str, *, before: bool) -> Expression:
    """The rows of the same table before or after a row, in document order."""
    shape = place.shape
    if shape is None or shape.up is None or place.index is not None or name != shape.node.name:
        raise NotCompiled
    slot = shape.slot

    def many(item: Item, _v: Slots) -> Sequence[Item]:
        assert item.up is not None
        rows: Sequence[Item] = item.up.below[slot]
        return rows[: item.position - 1] if before else rows[item.position :]

    return Expression(many, place.kind, Place(shape), context=True)


def join(left: Expression, right: Expression, *, upwards: bool) -> Expression:
    """`left/right`; `upwards` says that the step may reach one node from several."""
    slots = left.slots | right.slots
    lonely = left.lonely and right.lonely
    outer, inner = left.many, right.many
    if left.fixed and right.indexed is not None:
        many = whole_index(outer, right.indexed)
    elif upwards and not left.lonely:
        many = _distinct_nodes(outer, inner)
    else:
        many = _chained(outer, inner)
    result = Expression(many, right.kind, right.place, lonely, context=left.context, slots=slots)
    if right.single is not None and right.kind is not None and right.indexed is None:
        _add_values(result, outer, right)
    return result


def _chained(outer: Many, inner: Many) -> Many:
    def many(c: Any, v: Slots) -> Sequence[Any]:
        items = outer(c, v)
        if len(items) == 1:
            return inner(items[0], v)
        return [found for item in items for found in inner(item, v)]

    return many


def _distinct_nodes(outer: Many, inner: Many) -> Many:
    def many(c: Any, v: Slots) -> Sequence[Any]:
        return list(dict.fromkeys(found for item in outer(c, v) for found in inner(item, v)))

    return many


def _add_values(result: Expression, outer: Many, right: Expression) -> None:
    read = right.one
    if result.lonely:

        def single(c: Any, v: Slots) -> Any:
            items = outer(c, v)
            return read(items[0], v) if items else None

        result.single = single
        return

    place = right.field

    def values(c: Any, v: Slots) -> Sequence[Any]:
        items = outer(c, v)
        column: Sequence[Any] | None = None
        if place is not None:
            column = v[TREE].column(items, *place)
        if column is not None:
            return column
        return [value for item in items if (value := read(item, v)) is not None]

    result.values = values


def filtered(base: Expression, predicate: Expression, *, positional: bool) -> Expression:
    """`base[predicate]`."""
    step = base.many
    slots = base.slots | (predicate.slots - {POSITION, SIZE})
    result = Expression(step, base.kind, base.place, base.lonely, context=base.context, slots=slots)
    by_truth = predicate.kind in (bool, str) or predicate.place is not None
    if by_truth and not positional:
        keep = _keeping(predicate)
        result.many = lambda c, v: keep(step(c, v), v)
        if base.indexed is not None:
            old = base.indexed
            result.indexed = Indexed(old.step, old.key, old.probe, [*old.rest, keep], old.field)
    elif predicate.constant and predicate.kind is Decimal:
        result.many = _numbered(step, predicate.one(None, []))
        result.lonely = True
    else:
        result.many = _positions(step, predicate.many)
    return result


def _keeping(predicate: Expression) -> Keep:
    """What lets the rows through for which the predicate is true."""
    truth = predicate.truth
    decided = None if predicate.slots else predicate.decided

    def keep(items: Sequence[Any], v: Slots) -> Sequence[Any]:
        if decided is None or len(items) <= columns.FEW or not isinstance(items[0], Item):
            return [item for item in items if truth(item, v)]
        known = decided(Batch(items, v, v[TREE].columns_of(items))).values
        return [
            item
            for item, good in zip(items, known, strict=True)
            if good is True or (good is UNKNOWN and truth(item, v))
        ]

    return keep


def _numbered(step: Many, number: Decimal) -> Many:
    index = int(number) - 1
    if number != index + 1 or index < 0:
        return lambda _c, _v: ()
    return lambda c, v: step(c, v)[index : index + 1]


def _positions(step: Many, predicate: Many) -> Many:
    def many(c: Any, v: Slots) -> Sequence[Any]:
        items = step(c, v)
        outer = v[POSITION], v[SIZE]
        found = []
        v[SIZE] = Decimal(len(items))
        for position, item in enumerate(items, 1):
            v[POSITION] = Decimal(position)
            kept = predicate(item, v)
            if len(kept) == 1 and isinstance(kept[0], Decimal):
                good = kept[0] == position
            else:
                good = effective(kept)
            if good:
                found.append(item)
        v[POSITION], v[SIZE] = outer
        return found

    return many
