"""Elements that are kept as XML: from a document to a text of their own, and back to their place.

Both ways keep what Canonical XML 1.0 without comments keeps. The text declares the prefixes that it
uses, in values too (`xsi:type="a:B"`), so that it can stand anywhere.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from app.xml.encoding import XmlRefused
from app.xml.escape import escape_attribute, escape_text
from app.xml.safe import parse

_PREFIX = re.compile(r"(?<![\w.-])([A-Za-z_][\w.-]*):(?=[A-Za-z_])")
_NAME = re.compile(r"\s*<[^\s/>]+")
_UNREADABLE = "unreadable-xml"

Scope = Mapping[str, str]
"""Namespaces by prefix, as they are declared where something is written; the default one under ""."""


class NamespaceRefused(XmlRefused):
    """A relative namespace, of which Canonical XML says that it must fail."""

    code = "xml-relative-namespace"


def element_text(element: Any) -> str:
    """An element as a text of its own."""
    named = sorted(prefixes_in_values(element) & {prefix for prefix in element.nsmap if prefix})
    try:
        body: bytes = etree.tostring(
            element,
            method="c14n",
            exclusive=True,
            with_comments=False,
            with_tail=False,
            inclusive_ns_prefixes=named,
        )
    except etree.C14NError as error:
        raise NamespaceRefused(
            f"line {element.sourceline}: “{element.tag}” declares a namespace that is no absolute"
            " URI; such a document cannot be signed"
        ) from error
    return body.decode()


def prefixes_in_values(element: Any) -> set[str]:
    """What may be prefixes in the texts and attributes of an element."""
    found: set[str] = set()
    for item in element.iter(etree.Element):
        for text in (item.text, item.tail, *item.attrib.values()):
            if text and ":" in text:
                found.update(_PREFIX.findall(text))
    return found


def attributes_text(element: Any, names: Iterable[str]) -> str:
    """Some attributes of an element as they would stand in a tag of their own."""
    spaces = {prefix: uri for prefix, uri in element.nsmap.items() if prefix}
    holder = etree.Element("x", nsmap=spaces)
    for name in names:
        holder.set(name, element.get(name))
    return element_text(holder).removeprefix("<x").removesuffix("></x>").strip()


def is_element(text: str) -> bool:
    """Whether a text is one element of well-formed XML."""
    return _placed(text, {}) is not None


def is_attributes(text: str) -> bool:
    """Whether a text is attributes as they stand in a tag."""
    element = _placed(f"<x {text}/>", {})
    return element is not None and not len(element) and element.tag == "x"


def canonical(text: str, scope: Scope) -> str:
    """An element as it stands in canonical XML where the namespaces of `scope` are declared.

    A text that is no XML stays visible as the text of an element that no schema admits.
    """
    element = _placed(text, scope)
    if element is None:
        return f"<{_UNREADABLE}>{escape_text(text)}</{_UNREADABLE}>"
    holder = element.getparent()
    try:
        body: bytes = etree.tostring(holder, method="c14n", with_comments=False)
    except etree.C14NError:  # a relative namespace
        return f"<{_UNREADABLE}>{escape_text(text)}</{_UNREADABLE}>"
    whole = body.decode()
    return whole[whole.index(">") + 1 : -len("</x>")]


def start_tag(name: str, attributes: str, more: str, scope: Scope) -> str:
    """The start tag of an element with attributes that are kept as a text, in canonical order."""
    whole = canonical(f"<{name}{attributes} {more}></{name}>", {**scope, "": ""})
    if whole.startswith(f"<{_UNREADABLE}>"):
        return f'<{name}{attributes} {_UNREADABLE}="{escape_attribute(more)}">'
    return whole[: -len(f"</{name}>")]


def _placed(text: str, scope: Scope) -> Any | None:
    """The element of a text below one that declares the namespaces; None where it is none."""
    element = _below(text, scope)
    if element is None or not scope.get("") or not _without_namespace(text):
        return element
    start = _NAME.match(text)
    return _below(f'{start[0]} xmlns=""{text[start.end() :]}', scope) if start else None


def _without_namespace(text: str) -> bool:
    """Whether an element of the text is in no namespace, which a default one would change."""
    alone = _below(text, {})
    return alone is not None and any("{" not in item.tag for item in alone.iter(etree.Element))


def _below(text: str, scope: Scope) -> Any | None:
    spaces = declarations({prefix: uri for prefix, uri in scope.items() if uri})
    try:
        holder = parse(f"<x{spaces}>{text}</x>".encode(), file="a value").getroot()
    except (XmlRefused, UnicodeEncodeError):
        return None
    alone = len(holder) == 1 and isinstance(holder[0].tag, str)
    around = (holder.text or "") + (holder[0].tail or "") if alone else ""
    return holder[0] if alone and not around.strip() else None


def declarations(spaces: Scope) -> str:
    """Namespace declarations in canonical order."""
    return "".join(
        f' xmlns{":" + prefix if prefix else ""}="{escape_attribute(uri)}"'
        for prefix, uri in sorted(spaces.items())
    )
