"""Reading XML that may be hostile: no DOCTYPE, no entities, no network, bounded depth.

Every refusal has its own code, and one sentence that says what is wrong and where.
"""

import re
from pathlib import Path
from typing import Any

from lxml import etree

from app import infile
from app.xml.encoding import XmlRefused, check_encoding

MAX_BYTES = 1 << 30
MAX_ATTRIBUTES = 1000
XINCLUDE = "http://www.w3.org/2001/XInclude"


class DoctypeRefused(XmlRefused):
    """The XML declares a document type."""

    code = "xml-doctype"


class EntityRefused(XmlRefused):
    """The XML uses an entity that is none of the five of XML itself."""

    code = "xml-entity"


class IncludeRefused(XmlRefused):
    """The XML asks for another file to be put into it."""

    code = "xml-xinclude"


class TooLarge(XmlRefused):
    """The file is larger than anything that is read."""

    code = "xml-too-large"


class TooDeep(XmlRefused):
    """Elements are nested beyond any use."""

    code = "xml-too-deep"


class TooManyAttributes(XmlRefused):
    """An element has attributes beyond any use."""

    code = "xml-too-many-attributes"


class ValueTooLong(XmlRefused):
    """A single text, name or attribute is beyond any use."""

    code = "xml-value-too-long"


class CharacterRefused(XmlRefused):
    """A character that XML cannot carry."""

    code = "xml-character"


class NotWellFormed(XmlRefused):
    """The XML breaks the rules of XML."""

    code = "xml-not-well-formed"


def parser(*, keep_comments: bool = True, keep_indents: bool = True) -> etree.XMLParser:
    """A parser that resolves nothing and loads nothing."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=not keep_comments,
        remove_blank_text=not keep_indents,
        collect_ids=False,
    )


class _Nothing:
    """Takes what a parser reads, and keeps none of it."""

    def close(self) -> None:
        """That was all."""


def feeder() -> etree.XMLParser:
    """The same parser for bytes that come one after another; it builds no tree and only says what breaks
    the rules of XML.
    """
    target: Any = _Nothing()  # the stubs ask for more than lxml does
    return etree.XMLParser(
        target=target,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        collect_ids=False,
    )


def read_file(file: Path) -> bytes:
    """The bytes of a file; one that is too large is refused before it is read."""
    return infile.read_file(file, MAX_BYTES, TooLarge("the file is larger than 1 GiB", file=file))


def parse(data: bytes, *, file: str, keep_indents: bool = True) -> etree._ElementTree:
    """The document of some bytes; a refusal names the file, the line and the reason.

    Without the blanks that stand between elements a tree needs three quarters of the memory.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge("the file is larger than 1 GiB", file=file)
    check_encoding(data, file)
    if declares_doctype(data):
        raise DoctypeRefused(_DOCTYPE, file=file)
    try:
        root = etree.fromstring(data, parser(keep_indents=keep_indents))
    except etree.XMLSyntaxError as error:
        raise _why(error, file) from error
    except ValueError as error:
        raise NotWellFormed(f"this is not well-formed XML: {error}", file=file) from error
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None or tree.docinfo.externalDTD is not None:
        raise DoctypeRefused(_DOCTYPE, file=file)
    _refuse_placeholders(root, file)
    if _LONG_TAG.search(data):
        _refuse_many_attributes(root, file)
    return tree


def declares_doctype(data: bytes) -> bool:
    """Whether a DOCTYPE stands before the document element; a comment may speak of one."""
    at = 0
    while True:
        at = data.find(b"<", at)
        if at < 0:
            return False
        end = next((mark for start, mark in _SKIPPED if data.startswith(start, at)), None)
        if end is None:
            return data.startswith(b"<!DOCTYPE", at)
        at = data.find(end, at)
        if at < 0:
            return False


_SKIPPED = ((b"<?", b"?>"), (b"<!--", b"-->"))
_DOCTYPE = "the file declares a DOCTYPE, which is refused because entities can hide content"


def _refuse_placeholders(root: etree._Element, file: str) -> None:
    entity = next(root.iter(etree.Entity), None)
    if entity is not None:
        raise EntityRefused(
            f"line {entity.sourceline}: the entity {entity.text} is not defined by XML itself;"
            " write the character instead",
            file=file,
        )
    include = next(root.iter(f"{{{XINCLUDE}}}*"), None)
    if include is not None:
        raise IncludeRefused(
            f"line {include.sourceline}: the file asks for another file (XInclude), which is"
            " refused; put the content itself here",
            file=file,
        )


# No value of an attribute holds a “<”, and none is written in less than five bytes, so that whatever has
# too many shows as a long tag. To look for one takes a tenth of what counting at every element does.
_LONG_TAG = re.compile(rb"<[^<]{%d}" % (5 * MAX_ATTRIBUTES))


def _refuse_many_attributes(root: etree._Element, file: str) -> None:
    """lxml looks up every value from the first attribute on, so n of them cost n² steps."""
    for element in root.iter(etree.Element):
        if len(element.attrib) > MAX_ATTRIBUTES:
            raise TooManyAttributes(
                f"line {element.sourceline}: {etree.QName(element).localname} has more than"
                f" {MAX_ATTRIBUTES:,} attributes",
                file=file,
            )


def _why(error: etree.XMLSyntaxError, file: str) -> XmlRefused:
    """The refusal that fits what libxml2 said."""
    line = error.lineno or 0
    place = f"line {line}: " if line else ""
    reason = str(error.msg or error).split(", line ")[0]
    if "xcessive depth" in reason:
        return TooDeep(f"{place}elements are nested more than 256 deep", file=file)
    if any(sign in reason for sign in _LONG):
        return ValueTooLong(
            f"{place}a text or attribute is longer than 10 million bytes", file=file
        )
    if "Entity" in reason and "not defined" in reason:
        return EntityRefused(
            f"{place}{reason}; only the five entities of XML itself are accepted", file=file
        )
    if "PCDATA invalid Char" in reason or "xmlParseCharRef" in reason or "invalid xml" in reason:
        return CharacterRefused(
            f"{place}a character stands here that XML cannot carry ({reason})", file=file
        )
    return NotWellFormed(f"{place}this is not well-formed XML: {reason}", file=file)


_LONG = (
    "too long",
    "too big",
    "huge text node",
    "Buffer size limit",
    "Huge input lookup",
    "Resource limit",
)
