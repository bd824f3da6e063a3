"""Reading XML that may be hostile: no DOCTYPE, no entities, no network, bounded depth."""

from lxml import etree

from app.errors import UserError

MAX_BYTES = 1 << 30


class XmlRefused(UserError):
    """The XML is broken or holds something that is never accepted."""

    code = "xml-refused"


class DoctypeRefused(XmlRefused):
    """The XML declares a document type."""

    code = "xml-doctype"


def parser(*, keep_comments: bool = True) -> etree.XMLParser:
    """A parser that resolves nothing and loads nothing."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=not keep_comments,
        collect_ids=False,
    )


def parse(data: bytes, *, file: str) -> etree._ElementTree:
    """The document of some bytes; a refusal names the file, the line and the reason."""
    if len(data) > MAX_BYTES:
        raise XmlRefused("the file is larger than 1 GiB", file=file)
    try:
        root = etree.fromstring(data, parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        place = f"line {line}: " if line else ""
        if b"<!DOCTYPE" in data[:4096]:
            raise DoctypeRefused(_DOCTYPE, file=file) from error
        reason = str(getattr(error, "msg", None) or error).split(", line ")[0]
        raise XmlRefused(f"{place}this is not well-formed XML: {reason}", file=file) from error
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None or tree.docinfo.externalDTD is not None:
        raise DoctypeRefused(_DOCTYPE, file=file)
    return tree


_DOCTYPE = "the file declares a DOCTYPE, which is refused because entities can hide content"
