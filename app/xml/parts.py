"""XML as a tree of parts that a person can edit: elements, attributes, namespaces, texts, comments.

From a text and back to one that says the same. Names are kept as they are written, with their prefix.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from lxml import etree

from app.xml.encoding import XmlRefused
from app.xml.escape import escape_attribute, escape_text
from app.xml.safe import parse


class PartKind(StrEnum):
    """What a part is."""

    ELEMENT = "element"
    ATTRIBUTE = "attribute"
    NAMESPACE = "namespace"
    TEXT = "text"
    COMMENT = "comment"
    INSTRUCTION = "instruction"


@dataclass(slots=True)
class Part:
    """A part with its name as it is written and its value; elements have parts of their own."""

    kind: PartKind
    name: str = ""
    value: str = ""
    parts: "list[Part]" = field(default_factory=list)


def parts_of(text: str) -> Part | None:
    """The tree of an element; None where the text is none.

    Blanks between elements are left out; blanks beside text are text.
    """
    try:
        root = parse(text.encode(), file="a value").getroot()
    except (XmlRefused, UnicodeEncodeError):
        return None
    return _element(root, {})


def _element(element: Any, above: dict[str | None, str]) -> Part:
    part = Part(PartKind.ELEMENT, _name(element, element.tag))
    spaces = dict(element.nsmap)
    for prefix, space in sorted(spaces.items(), key=lambda item: item[0] or ""):
        if above.get(prefix) != space:
            part.parts.append(Part(PartKind.NAMESPACE, prefix or "", space))
    for name, value in element.attrib.items():
        part.parts.append(Part(PartKind.ATTRIBUTE, _name(element, name), value))
    mixed = bool("".join([element.text or "", *(child.tail or "" for child in element)]).strip())
    blank = mixed or not len(element)
    _text(part, element.text, blank=blank)
    for child in element:
        if child.tag is etree.Comment:
            part.parts.append(Part(PartKind.COMMENT, "", child.text or ""))
        elif child.tag is etree.PI:
            part.parts.append(Part(PartKind.INSTRUCTION, child.target, child.text or ""))
        else:
            part.parts.append(_element(child, spaces))
        _text(part, child.tail, blank=blank)
    return part


def _text(part: Part, text: str | None, *, blank: bool) -> None:
    if text and (blank or text.strip()):
        part.parts.append(Part(PartKind.TEXT, "", text))


def _name(element: Any, tag: str) -> str:
    name = etree.QName(tag)
    if not name.namespace:
        return name.localname
    if tag == element.tag:
        prefix = element.prefix
    else:
        fitting = [p for p, space in element.nsmap.items() if space == name.namespace and p]
        prefix = "xml" if "XML/1998" in name.namespace else min(fitting, default="")
    return f"{prefix}:{name.localname}" if prefix else name.localname


def text_of(part: Part) -> str:
    """The text of a tree; whether it is XML depends on its names."""
    if part.kind is PartKind.TEXT:
        return escape_text(part.value)
    if part.kind is PartKind.COMMENT:
        return f"<!--{part.value}-->"
    if part.kind is PartKind.INSTRUCTION:
        return f"<?{part.name} {part.value}?>" if part.value else f"<?{part.name}?>"
    tags = [_declared(item) for item in part.parts if item.kind in _IN_TAG]
    inside = "".join(text_of(item) for item in part.parts if item.kind not in _IN_TAG)
    return f"<{part.name}{''.join(tags)}>{inside}</{part.name}>"


_IN_TAG = (PartKind.ATTRIBUTE, PartKind.NAMESPACE)


def _declared(part: Part) -> str:
    name = part.name
    if part.kind is PartKind.NAMESPACE:
        name = f"xmlns:{name}" if name else "xmlns"
    return f' {name}="{escape_attribute(part.value)}"'


def leaf_text(part: Part) -> Part | None:
    """The only text of an element that holds no other content; None for any other part."""
    content = [item for item in part.parts if item.kind not in _IN_TAG]
    alone = part.kind is PartKind.ELEMENT and len(content) == 1
    return content[0] if alone and content[0].kind is PartKind.TEXT else None


def why_not(text: str) -> str:
    """Why a text is no element; empty where it is one."""
    try:
        parse(text.encode(), file="a value")
    except XmlRefused as error:
        return error.message
    except UnicodeEncodeError:
        return "a character stands here that XML cannot carry"
    return ""
