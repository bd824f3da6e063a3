"""Simple values of a schema: their kinds, facets, words and identity constraints."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.schema import Facets, Field, Identity, Kind

XS = "{http://www.w3.org/2001/XMLSchema}"
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


def simple_field(key: str, xsd_type: Any, declared: Any, *, required: bool) -> Field:
    """The field of a simple value, `declared` by an element or an attribute."""
    labels, helps, info = annotations(declared, xsd_type)
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
    primitive = getattr(xsd_type, "primitive_type", None)  # xs:anySimpleType has none
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


Words = tuple[dict[str, str], dict[str, str], dict[str, str]]
"""Labels and help by language, and the pack's own facts."""


def annotations(*components: Any) -> Words:
    """Labels and help by language, and the pack's own facts."""
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


def identities(element: Any) -> Iterator[Identity]:
    """The identity constraints that an element declares."""
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
