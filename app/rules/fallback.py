"""What is not compiled: elementpath itself, on nodes whose values are exact decimals."""

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from elementpath import ElementPathError, XPathContext
from elementpath.xpath_nodes import EtreeElementNode, TextAttributeNode

from app.domain.relation import Relation
from app.rules.atoms import Item, Leaf, RuleFault, Shape, atom_of, text_at
from app.rules.expression import TREE, Expression, Slots
from app.rules.parser import ExpressionError, reason, unknown_variable
from app.rules.tree import Tree

EMPTY: Mapping[str, Any] = {}


class _Element(EtreeElementNode):
    __slots__ = ("thing",)

    thing: Item | Leaf

    @property
    def iter_typed_values(self) -> Iterator[Any]:
        value = atom_of(self.thing)
        if value is not None:
            yield value


class _Attribute(TextAttributeNode):
    __slots__ = ("thing",)

    thing: Leaf

    @property
    def iter_typed_values(self) -> Iterator[Any]:
        value = atom_of(self.thing)
        if value is not None:
            yield value


class Shadow:
    """The whole tree as elementpath's nodes. `first` keeps the nodes of several trees in order."""

    def __init__(self, root: Item, first: int = 0) -> None:
        self._count = first
        self.nodes: dict[Item | Leaf, Any] = {}
        top = self._node(Element(root.shape.node.name), root, None)
        self._fill(top, root)
        self.last = self._count
        self.context = XPathContext(root=top)

    def _node(self, element: Any, thing: Item | Leaf, parent: Any) -> Any:
        self._count += 1
        node = _Element(element, parent, self._count)
        node.thing = thing
        node._attributes = []  # noqa: SLF001  (elementpath fills it only when it is absent)
        self.nodes[thing] = node
        return node

    def _fill(self, node: Any, item: Item) -> None:
        fields: dict[str, Any] = {}
        for index, field in enumerate(item.shape.node.fields):
            text = text_at(item, index)
            owner, _, name = field.key.rpartition("/")
            if text is None:
                continue
            if field.key == ".":
                node.value.text = text
            elif name.startswith("@"):
                if owner == "" or owner in fields:
                    self._attribute(fields.get(owner, node), name[1:], text, Leaf(item, index))
            else:
                element = SubElement(node.value, field.key)
                element.text = text
                fields[field.key] = self._node(element, Leaf(item, index), node)
        for below in item.below:
            for child in below:
                element = SubElement(node.value, child.shape.node.name)
                self._fill(self._node(element, child, node), child)

    def _attribute(self, owner: Any, name: str, text: str, leaf: Leaf) -> None:
        self._count += 1
        node = _Attribute(name, text, owner, self._count)
        node.thing = leaf
        owner.value.set(name, text)
        owner._attributes.append(node)  # noqa: SLF001
        self.nodes[leaf] = node


class _Variables(dict[str, Any]):
    """Variables that are worked out when they are first asked for, as the compiled ones are."""

    def __init__(self, work_out: Callable[[str], Any], known: Mapping[str, Any] = EMPTY) -> None:
        super().__init__(known)
        self._work_out = work_out

    def __missing__(self, name: str) -> Any:
        self[name] = self._work_out(name)
        return self[name]

    def copy(self) -> "_Variables":
        return _Variables(self._work_out, self)


def interpreted(
    token: Any, variables: dict[str, Expression], relations: Sequence[Relation] = ()
) -> Expression:
    """An expression that elementpath works out."""
    used = {name: variables[name] for name in _names(token) if name in variables}

    def many(c: Any, v: Slots) -> list[Any]:
        shadows = _shadows(v[TREE], relations)
        nodes = ChainMap(*(shadow.nodes for shadow in shadows))
        context = copy(shadows[0].context)
        context.item = nodes[c] if isinstance(c, Item | Leaf) else c
        context.variables = _Variables(
            lambda name: [nodes.get(thing, thing) for thing in used[name].many(c, v)]
        )
        try:
            return [_thing(result) for result in token.select(context)]
        except ElementPathError as error:
            raise RuleFault(reason(error)) from error

    slots = frozenset().union(*(variable.slots for variable in used.values()))
    return Expression(many, context=True, slots=slots)


def _shadows(tree: Tree, relations: Sequence[Relation]) -> list[Shadow]:
    """The nodes of the return and of those that it is related to, made when they are not there."""
    trees = [tree, *(other for relation in relations for other in tree.related(relation))]
    last = 0
    for each in trees:
        if each.shadow is None:
            each.load_all()
            each.shadow = Shadow(each.root, last)
        last = max(last, each.shadow.last)
    return [each.shadow for each in trees]


def _thing(result: Any) -> Any:
    if isinstance(result, _Element | _Attribute):
        return result.thing
    if isinstance(result, bool | str | Decimal):
        return result
    if isinstance(result, int):
        return Decimal(result)
    if isinstance(result, float):  # not an amount: it is refused here
        raise RuleFault("the expression gives floating point")
    return str(result)


def _names(token: Any) -> set[str]:
    return {inner[0].value for inner in token.iter() if inner.symbol == "$" and len(inner)}


def check_names(token: Any, roots: Sequence[Shape], variables: dict[str, Expression]) -> None:
    """Refuse names that stand nowhere in the schemas, and variables that nothing defines."""
    known = {root.node.name for root in roots}
    for shape in (shape for root in roots for shape in root.below()):
        known.update(shape.children)
        for field in shape.node.fields:
            known.update(field.key.split("/"))
    bound = _bound(token)
    for name in sorted(_names(token) - bound - set(variables)):
        raise unknown_variable(name, variables)
    for inner, outer in _pairs(token):
        if inner.symbol != "(name)" or outer in ("$", ":", "cast", "castable", "instance", "treat"):
            continue
        name = f"@{inner.value}" if outer in ("@", "attribute") else inner.value
        if name not in known:
            raise ExpressionError(f"the schema has no “{name}”")


def _bound(token: Any) -> set[str]:
    return {
        inner[number][0].value
        for inner in token.iter()
        if inner.symbol in ("for", "some", "every")
        for number in range(0, len(inner) - 1, 2)
    }


def _pairs(token: Any, outer: str = "") -> Iterator[tuple[Any, str]]:
    yield token, outer
    for inner in token:
        yield from _pairs(inner, token.symbol)
