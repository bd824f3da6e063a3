"""From a pack's XSDs to the compiled schema that the rest of the program works on."""

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import xmlschema
from xmlschema.validators import (
    XsdAnyElement,
    XsdAttribute,
    XsdComplexType,
    XsdElement,
    XsdGroup,
    XsdSimpleType,
)

from app.domain.schema import TEXT_KEY, Facets, Field, Identity, Kind, Node, Schema
from app.xml.packfiles import SchemaError, check_references

XS = "{http://www.w3.org/2001/XMLSchema}"
DS = "http://www.w3.org/2000/09/xmldsig#"
INFO = "{urn:praya:info}info"
LABEL = "urn:praya:label"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_KINDS = {
    "boolean": Kind.BOOLEAN,
    "date": Kind.DATE,
    "dateTime": Kind.DATETIME,
    "string": Kind.TEXT,
    "anyURI": Kind.TEXT,
    "QName": Kind.TEXT,
}


class SchemaUnsupported(SchemaError):
    """The schema uses a construct that this version cannot show."""

    code = "schema-unsupported"


def compile_schema(
    files: Mapping[str, bytes], main: str, root: str, languages: tuple[str, ...] = ("en",)
) -> Schema:
    """Compile the element `root` declared in the file `main` of a pack.

    Every include and import must be answered by another of `files`; anything else is refused.
    """
    check_references(files)
    with tempfile.TemporaryDirectory(prefix="praya-pack-") as folder:
        for name, body in files.items():
            target = Path(folder, *PurePosixPath(name).parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(body)
        try:
            schema = xmlschema.XMLSchema10(
                str(Path(folder, main)), allow="sandbox", base_url=folder, defuse="always"
            )
        except (xmlschema.XMLSchemaException, xmlschema.XMLResourceError, ValueError) as error:
            reason = str(getattr(error, "message", None) or error).strip().splitlines()[0]
            raise SchemaError(f"the schema does not compile: {reason}", file=main) from error
        element = schema.elements.get(root)
        if element is None:
            raise SchemaError(f"the schema declares no element “{root}”", file=main)
        builder = _Builder(schema)
        node = builder.node(element, "", 1, 1)
    return Schema(root=node, languages=languages, signature_slot=builder.signature_slot)


class _Builder:
    def __init__(self, schema: Any) -> None:
        self._schema = schema
        self._open: list[object] = []
        self.signature_slot = False

    def node(self, element: Any, path: str, lowest: int, highest: int | None) -> Node:
        xsd_type = element.type
        if any(xsd_type is seen for seen in self._open):
            raise SchemaUnsupported(f"“{path}” contains itself: recursion is not supported yet")
        self._open.append(xsd_type)
        fields: list[Field] = []
        children: list[Node] = []
        content: list[str] = []
        if isinstance(xsd_type, XsdSimpleType):
            fields.append(self._field(TEXT_KEY, xsd_type, element, required=True))
        else:
            fields += self._attributes(xsd_type, "", required=True)
            if xsd_type.has_simple_content():
                fields.append(self._field(TEXT_KEY, xsd_type.content, element, required=True))
            elif xsd_type.has_complex_content() or xsd_type.content is not None:
                for child, low, high in self._particles(xsd_type.content, 1, 1, path):
                    self._add(child, low, high, path, fields, children, content)
        self._open.pop()
        labels, helps, info = _annotations(element, xsd_type)
        return Node(
            path=path,
            name=element.local_name,
            namespace=element.target_namespace if element.qualified or not path else "",
            min_occurs=lowest,
            max_occurs=highest,
            fields=tuple(fields),
            children=tuple(children),
            content=tuple(content),
            identities=tuple(_identities(element)),
            labels=labels,
            help=helps,
            info=info,
        )

    def _add(
        self,
        child: Any,
        low: int,
        high: int | None,
        path: str,
        fields: list[Field],
        children: list[Node],
        content: list[str],
    ) -> None:
        name = child.local_name
        if name in content:
            raise SchemaUnsupported(f"“{path or child.local_name}” holds {name} twice")
        content.append(name)
        simple = isinstance(child.type, XsdSimpleType)
        if high == 1 and (simple or child.type.has_simple_content()):
            value_type = child.type if simple else child.type.content
            fields.append(self._field(name, value_type, child, required=low > 0))
            if not simple:
                fields.extend(self._attributes(child.type, f"{name}/", required=False))
        else:
            below = f"{path}/{name}" if path else name
            children.append(self.node(child, below, low, high))

    def _particles(
        self, group: Any, low: int, high: int | None, path: str
    ) -> Iterator[tuple[Any, int, int | None]]:
        low *= group.min_occurs
        high = None if high is None or group.max_occurs is None else high * group.max_occurs
        if group.model == "choice" and len(group) > 1:
            low = 0
        for item in group:
            if isinstance(item, XsdGroup):
                yield from self._particles(item, low, high, path)
            elif isinstance(item, XsdAnyElement):
                if DS in item.namespace and not path:
                    self.signature_slot = True
                    continue
                raise SchemaUnsupported(f"“{path}” admits any element: not supported yet")
            elif isinstance(item, XsdElement):
                target = item.ref if item.ref is not None else item
                most = None if high is None or item.max_occurs is None else high * item.max_occurs
                if target.target_namespace == DS and not path:
                    self.signature_slot = True
                    continue
                yield target, low * item.min_occurs, most

    def _attributes(self, xsd_type: XsdComplexType, prefix: str, *, required: bool) -> list[Field]:
        result = []
        for name, attribute in xsd_type.attributes.items():
            if name is None or not isinstance(attribute, XsdAttribute):
                continue
            needed = required and attribute.use == "required"
            key = f"{prefix}@{attribute.local_name}"
            result.append(self._field(key, attribute.type, attribute, required=needed))
        return result

    def _field(self, key: str, xsd_type: Any, declared: Any, *, required: bool) -> Field:
        labels, helps, info = _annotations(declared, xsd_type)
        builtin = _builtin(xsd_type)
        return Field(
            key=key,
            kind=_kind(xsd_type, builtin, info),
            builtin=builtin,
            required=required,
            nillable=bool(getattr(declared, "nillable", False)),
            namespace=(declared.target_namespace if declared.qualified else "") or "",
            facets=_facets(xsd_type),
            default=declared.default,
            fixed=declared.fixed,
            labels=labels,
            help=helps,
            code_labels=_code_labels(xsd_type),
            info=info,
        )


def _builtin(xsd_type: Any) -> str:
    if xsd_type.is_list() or xsd_type.is_union():
        return "string"
    current = xsd_type
    while current is not None and not (current.name or "").startswith(XS):
        current = current.base_type
    return str(current.local_name) if current is not None else "string"


def _kind(xsd_type: Any, builtin: str, info: Mapping[str, str]) -> Kind:
    if info.get("kind") in ("decimal", "integer"):
        return Kind(info["kind"])
    if xsd_type.is_list() or xsd_type.is_union():
        return Kind.TEXT
    primitive = xsd_type.primitive_type
    name = primitive.local_name if primitive is not None else "string"
    if name == "decimal":
        return Kind.DECIMAL if builtin == "decimal" else Kind.INTEGER
    return _KINDS.get(name, Kind.OTHER)


def _lineage(xsd_type: Any) -> Iterator[Any]:
    while xsd_type is not None and not (xsd_type.name or "").startswith(XS):
        yield xsd_type
        xsd_type = xsd_type.base_type


def _facets(xsd_type: Any) -> Facets:
    if xsd_type.is_list() or xsd_type.is_union():
        return Facets(white_space="collapse")
    values: dict[str, Any] = {}
    names = {
        "length": "length",
        "minLength": "min_length",
        "maxLength": "max_length",
        "minInclusive": "min_inclusive",
        "maxInclusive": "max_inclusive",
        "minExclusive": "min_exclusive",
        "maxExclusive": "max_exclusive",
        "totalDigits": "total_digits",
        "fractionDigits": "fraction_digits",
    }
    for name, key in names.items():
        facet = xsd_type.get_facet(XS + name)
        if facet is not None:
            text = facet.elem.get("value") if facet.elem is not None else str(facet.value)
            values[key] = int(text) if "length" in key or "digits" in key else text
    patterns = [
        tuple(pattern.pattern for pattern in step.facets[XS + "pattern"].patterns)
        for step in _lineage(xsd_type)
        if XS + "pattern" in (getattr(step, "facets", None) or {})
        and (
            step.base_type is None
            or step.facets[XS + "pattern"]
            is not (getattr(step.base_type, "facets", None) or {}).get(XS + "pattern")
        )
    ]
    return Facets(
        patterns=tuple(patterns),
        enumeration=tuple(str(value) for value in xsd_type.enumeration or ()),
        white_space=xsd_type.white_space or "preserve",
        **values,
    )


def _code_labels(xsd_type: Any) -> dict[str, dict[str, str]]:
    facet = xsd_type.get_facet(XS + "enumeration")
    if facet is None:
        return {}
    result = {}
    for element in facet:
        texts = {}
        for item in element.iter(XS + "documentation"):
            texts[item.get(XML_LANG, "en")] = _clean(item.text)
        if texts:
            result[element.get("value")] = texts
    return result


def _annotations(*components: Any) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    labels: dict[str, str] = {}
    helps: dict[str, str] = {}
    info: dict[str, str] = {}
    for component in components:
        for owner in [component, *(_lineage(component) if hasattr(component, "base_type") else [])]:
            annotation = getattr(owner, "annotation", None)
            if annotation is None or annotation.elem is None:
                continue
            own = owner is components[0]
            for item in annotation.elem.iter(XS + "documentation"):
                target = labels if item.get("source") == LABEL else helps
                if own or target is helps:
                    target.setdefault(item.get(XML_LANG, "en"), _clean(item.text))
            for item in annotation.elem.iter(INFO):
                for name, value in item.attrib.items():
                    info.setdefault(name, value)
    return labels, helps, info


def _clean(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def _identities(element: Any) -> Iterator[Identity]:
    for constraint in element.identities:
        refer = getattr(constraint, "refer", None)
        yield Identity(
            name=constraint.local_name,
            kind=constraint.elem.tag.removeprefix(XS),
            selector=_local(constraint.selector.path),
            fields=tuple(_local(item.path) for item in constraint.fields),
            refer=refer.local_name if refer is not None else None,
        )


def _local(path: str) -> str:
    return re.sub(r"\{[^}]*\}|[\w.-]+:(?!:)", "", path).removeprefix("./")
