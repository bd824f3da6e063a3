"""From a pack's XSDs to the compiled schema that the rest of the program works on.

What a form cannot show well is *opaque*: mixed content, wildcards, types of any content, what lies
deeper than recursion is unrolled, and what is beyond the size of any form. An opaque element is one row
whose value is the element itself as XML, so that it is edited as text and never lost.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from xmlschema.validators import XsdAnyElement, XsdAttribute, XsdComplexType, XsdSimpleType

from app.domain.schema import (
    ANY,
    ANY_ATTRIBUTES,
    NIL,
    TEXT_KEY,
    TYPE,
    TYPE_INFO,
    XML_ATTRIBUTES,
    XML_TEXT,
    XSI,
    Facets,
    Field,
    Kind,
    Node,
    Schema,
)
from app.xml.contentmodel import (
    WILDCARD,
    Model,
    Name,
    alternatives,
    model_of,
    with_open_content,
)
from app.xml.loading import load
from app.xml.packfiles import SchemaError
from app.xml.simple import XS, Words, annotations, identities, simple_field

DS = "http://www.w3.org/2000/09/xmldsig#"
XML = "http://www.w3.org/XML/1998/namespace"

_GENEROSITY = ((3, 60), (1, 60), (1, 12), (1, 8), (1, 6), (1, 5), (1, 4), (1, 3), (1, 2))
"""How often a type may stand inside itself, and how deep elements are shown: tried one after another."""

MAX_NODES = 6000


_XML = {"en": "XML"}
_OTHERS = {"en": "Other elements", "zh-Hant": "其他元素"}
_OTHER_ATTRIBUTES = {"en": "Other attributes", "zh-Hant": "其他屬性"}
_TYPE_LABEL = {"en": "Type", "zh-Hant": "類型"}


class _TooMany(Exception):
    """More nodes than any form can show."""


def compile_schema(
    files: Mapping[str, bytes], main: str, root: str, languages: tuple[str, ...] = ("en",)
) -> Schema:
    """Compile the element `root` declared in the file `main` of a pack.

    Every include and import must be answered by another of `files`; anything else is refused.
    """
    schema = load(files, main)
    element = schema.elements.get(root)
    if element is None:
        raise SchemaError(f"the schema declares no element “{root}”", file=main)
    if element.abstract:
        raise SchemaError(f"the element “{root}” is abstract and stands in no document", file=main)
    for again, depth in _GENEROSITY:
        builder = _Builder(schema, again, depth)
        try:
            node = builder.node(element, "", 1, 1)
        except _TooMany:
            continue
        return Schema(
            root=node,
            languages=languages,
            signature_slot=builder.signature_slot,
            prefixes=_used(builder.prefixes, node),
        )
    raise SchemaError(f"“{root}” holds more elements than a form can show", file=main)


@dataclass(slots=True)
class _Inside:
    """What stands in a node, while it is being gathered."""

    fields: list[Field]
    children: list[Node]
    content: list[str]
    runs: list[tuple[str, ...]]
    choices: tuple[tuple[tuple[str, ...], ...], ...] = ()


class _Builder:
    def __init__(self, schema: Any, again: int, depth: int) -> None:
        self._schema = schema
        self._again = again
        self._depth = depth
        self._open: list[object] = []
        self._made = 0
        self._derived = _derived_types(schema)
        self._attribute_fields: dict[tuple[tuple[int, ...], str, bool], list[Field]] = {}
        self._models: dict[tuple[int, ...], Model] = {}
        self._texts: dict[tuple[str, int, bool], Field] = {}
        self._words: dict[int, Words] = {}
        self.signature_slot = False
        own = schema.target_namespace
        self.prefixes = {
            namespace: prefix
            for prefix, namespace in sorted(schema.namespaces.items(), reverse=True)
            if prefix and namespace not in ("", own, XML, XS.strip("{}"), XSI)
        }

    def node(
        self, element: Any, path: str, low: int, high: int | None, key: str | None = None
    ) -> Node:
        self._made += 1
        if self._made > MAX_NODES:
            raise _TooMany
        inside = _Inside([], [], [], [])
        if self._is_opaque(element, path):
            inside.fields.append(_opaque_field(element))
        else:
            self._open.append(element.type)
            self._fill(inside, element, path)
            self._open.pop()
        if id(element) not in self._words:
            self._words[id(element)] = annotations(element, element.type)
        labels, helps, info = self._words[id(element)]
        name = element.local_name
        return Node(
            path=path,
            name=key or name,
            namespace=_namespace(element),
            min_occurs=low,
            max_occurs=high,
            fields=tuple(inside.fields),
            children=tuple(inside.children),
            content=tuple(inside.content),
            identities=tuple(identities(element)),
            labels=labels,
            help=helps,
            info=info,
            runs=tuple(inside.runs),
            choices=inside.choices,
            tag=name if key and key != name else "",
        )

    def _is_opaque(self, element: Any, path: str) -> bool:
        xsd_type = element.type
        if sum(xsd_type is seen for seen in self._open) >= self._again:
            return True
        if isinstance(xsd_type, XsdSimpleType) or _text_only(xsd_type):
            return False
        types = self._types(element)
        return any(t.mixed for t in types) or not types or path.count("/") + 1 >= self._depth

    def _fill(self, inside: _Inside, element: Any, path: str) -> None:
        xsd_type = element.type
        if element.nillable:
            inside.fields.append(_nil_field(NIL))
        if isinstance(xsd_type, XsdSimpleType):
            inside.fields.append(_text_field(TEXT_KEY, xsd_type, element, required=True))
            return
        types = self._types(element)
        if types != [xsd_type]:
            inside.fields.append(_type_field(types, required=xsd_type.abstract))
        self._attributes(inside, types, "", required=True)
        if xsd_type.has_simple_content() or _text_only(xsd_type):
            inside.fields.append(_text_field(TEXT_KEY, xsd_type, element, required=True))
            return
        groups = [t.content for t in types if not t.has_simple_content()]
        known = tuple(map(id, groups))
        if known not in self._models:
            self._models[known] = alternatives([model_of(group, _substitutes) for group in groups])
        model = self._models[known]
        for open_content in (getattr(t, "open_content", None) for t in types):
            if open_content is not None and open_content.mode != "none":
                model = with_open_content(model, open_content)
        self._content(inside, model, path)

    def _content(self, inside: _Inside, model: Model, path: str) -> None:
        keys: dict[Name, str] = {}
        for names in model.places:
            for name in names:
                if not self._is_slot(model, name, path) and model.counts[name][1] != 0:
                    keys[name] = self._add(inside, model, name, path, row=len(names) > 1)
            run = tuple(keys[name] for name in names if name in keys)
            if len(run) > 1:
                inside.runs.append(run)
        inside.choices = tuple(
            tuple(tuple(keys[name] for name in names if name in keys) for names in choice)
            for choice in model.choices
        )

    def _is_slot(self, model: Model, name: Name, path: str) -> bool:
        """Whether this is the room for the signature; what stands there is no value of the return."""
        if path:
            return False
        element = model.elements[name]
        slot = DS in element.namespace if name == WILDCARD else name[0] == DS
        self.signature_slot = self.signature_slot or slot
        return slot

    def _add(self, inside: _Inside, model: Model, name: Name, path: str, *, row: bool) -> str:
        element = model.elements[name]
        low, high = model.counts[name]
        key = name[1]
        if key in inside.content:
            prefix = self.prefixes.get(name[0]) or f"n{len(inside.content)}"
            key = f"{prefix}:{name[1]}"
        inside.content.append(key)
        below = f"{path}/{key}" if path else key
        if isinstance(element, XsdAnyElement):
            inside.children.append(_any_node(below, low, high))
            return key
        element = element.ref if element.ref is not None else element
        simple = isinstance(element.type, XsdSimpleType)
        flat = simple or element.type.has_simple_content() or _text_only(element.type)
        if row or high != 1 or not flat or key != name[1] or element.type.is_empty():
            inside.children.append(self.node(element, below, low, high, key))
            return key
        known = (key, id(element), low > 0)
        if known not in self._texts:
            self._texts[known] = _text_field(key, element.type, element, required=low > 0)
        inside.fields.append(self._texts[known])
        if element.nillable:
            inside.fields.append(_nil_field(f"{key}/{NIL}"))
        if not simple:
            self._attributes(inside, [element.type], f"{key}/", required=False)
        return key

    def _types(self, element: Any) -> list[Any]:
        """The types that an element may have in a document, its own first."""
        xsd_type = element.type
        if isinstance(xsd_type, XsdSimpleType) or xsd_type.has_simple_content():
            return [xsd_type]
        if xsd_type.name == f"{XS}anyType":
            return [xsd_type]
        by_condition = [item.type for item in getattr(element, "alternatives", None) or ()]
        found = [xsd_type, *self._derived.get(xsd_type.name, ())]
        found += [item for item in by_condition if item.is_complex() and item not in found]
        return [item for item in found if not item.abstract]

    def _attributes(
        self, inside: _Inside, types: list[XsdComplexType], prefix: str, *, required: bool
    ) -> None:
        wanted = (tuple(map(id, types)), prefix, required)
        if wanted not in self._attribute_fields:
            found = list(self._gather(types, prefix, required=required))
            self._attribute_fields[wanted] = list({item.key: item for item in found[::-1]}.values())
        inside.fields += self._attribute_fields[wanted][::-1]

    def _gather(
        self, types: list[XsdComplexType], prefix: str, *, required: bool
    ) -> Iterator[Field]:
        everywhere = set.intersection(*(set(item.attributes) for item in types))
        for xsd_type in types:
            for name, attribute in xsd_type.attributes.items():
                if name is None:
                    yield _any_attributes(f"{prefix}{ANY_ATTRIBUTES}")
                    continue
                if not isinstance(attribute, XsdAttribute) or attribute.use == "prohibited":
                    continue
                needed = required and attribute.use == "required" and name in everywhere
                namespace = name[1:].partition("}")[0] if name.startswith("{") else ""
                key = f"{prefix}@{attribute.local_name}"
                if namespace and namespace != self._schema.target_namespace:
                    alias = "xml" if namespace == XML else self.prefixes.get(namespace)
                    key = f"{prefix}@{alias or 'a'}:{attribute.local_name}"
                field = simple_field(key, attribute.type, attribute, required=needed)
                yield replace(field, namespace=namespace)


def _used(prefixes: Mapping[str, str], root: Node) -> dict[str, str]:
    spaces = {item.namespace for item in root.walk()}
    spaces |= {field.namespace for item in root.walk() for field in item.fields}
    return {space: prefix for space, prefix in prefixes.items() if space in spaces}


def _derived_types(schema: Any) -> dict[str, list[Any]]:
    """The complex types of the schema by the names of those that they are derived from."""
    found: dict[str, list[Any]] = {}
    for item in schema.maps.types.values():
        if not isinstance(item, XsdComplexType) or (item.name or "").startswith(XS):
            continue
        base = item.base_type
        while base is not None and base is not item and not (base.name or "").startswith(XS):
            if base.name:
                found.setdefault(base.name, []).append(item)
            base = base.base_type
    return found


def _substitutes(element: Any) -> Iterator[Any]:
    """The elements that may stand where one is named."""
    target = element.ref if element.ref is not None else element
    if not target.abstract:
        yield target
    seen = {target.name}
    for other in element.iter_substitutes():
        if other.name not in seen and not other.abstract:
            seen.add(other.name)
            yield other


def _namespace(element: Any) -> str:
    qualified = element.qualified or element.is_global()
    return (element.target_namespace if qualified else "") or ""


def _text_only(xsd_type: Any) -> bool:
    """Whether mixed content has no element, so that it is a text."""
    return bool(xsd_type.is_complex() and xsd_type.mixed and xsd_type.is_emptiable()) and (
        not xsd_type.has_simple_content()
        and len(xsd_type.content) == 0
        and xsd_type.open_content is None
    )


def _text_field(key: str, xsd_type: Any, element: Any, *, required: bool) -> Field:
    value = xsd_type
    if _text_only(xsd_type):
        value = xsd_type.maps.types[f"{XS}string"]
    elif not isinstance(xsd_type, XsdSimpleType):
        value = xsd_type.content
    field = simple_field(key, value, element, required=required)
    if key == TEXT_KEY and not field.labels:  # “.” would say nothing
        return replace(field, labels={"en": element.local_name})
    return field


def _opaque_field(element: Any) -> Field:
    labels, helps, info = annotations(element, element.type)
    return Field(TEXT_KEY, Kind.OTHER, XML_TEXT, labels=labels or _XML, help=helps, info=info)


def _any_node(path: str, low: int, high: int | None) -> Node:
    field = Field(TEXT_KEY, Kind.OTHER, XML_TEXT, labels=_XML)
    return Node(path, ANY, "", low, high, fields=(field,), labels=_OTHERS)


def _any_attributes(key: str) -> Field:
    return Field(key, Kind.OTHER, XML_ATTRIBUTES, required=False, labels=_OTHER_ATTRIBUTES)


def _nil_field(key: str) -> Field:
    return Field(key, Kind.BOOLEAN, "boolean", required=False, namespace=XSI)


def _type_field(types: list[Any], *, required: bool) -> Field:
    """The choice between types; `info` tells the namespace of each."""
    spaces = {item.local_name: item.target_namespace or "" for item in types if item.name}
    facets = Facets(enumeration=tuple(spaces), white_space="collapse")
    info = {TYPE_INFO + name: namespace for name, namespace in spaces.items()}
    return Field(
        TYPE,
        Kind.TEXT,
        "QName",
        required=required,
        namespace=XSI,
        facets=facets,
        info=info,
        labels=_TYPE_LABEL,
    )
