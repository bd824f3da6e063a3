"""The XSD files of a pack: what they refer to, and a libxml2 schema that reads nothing else."""

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lxml import etree

from app.errors import UserError
from app.xml.safe import parse, parser

if TYPE_CHECKING:
    from app.xml.second import SecondValidator

XS = "{http://www.w3.org/2001/XMLSchema}"
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XML_FILE = "praya-xml-namespace.xsd"
XML_SCHEMA = b"""<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang">
    <xs:simpleType>
      <xs:union memberTypes="xs:language">
        <xs:simpleType>
          <xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction>
        </xs:simpleType>
      </xs:union>
    </xs:simpleType>
  </xs:attribute>
  <xs:attribute name="space">
    <xs:simpleType>
      <xs:restriction base="xs:NCName">
        <xs:enumeration value="default"/>
        <xs:enumeration value="preserve"/>
      </xs:restriction>
    </xs:simpleType>
  </xs:attribute>
  <xs:attribute name="base" type="xs:anyURI"/>
  <xs:attribute name="id" type="xs:ID"/>
  <xs:attributeGroup name="specialAttrs">
    <xs:attribute ref="xml:base"/>
    <xs:attribute ref="xml:lang"/>
    <xs:attribute ref="xml:space"/>
    <xs:attribute ref="xml:id"/>
  </xs:attributeGroup>
</xs:schema>
"""
"""The attributes of XML itself (xml:lang and others), which many schemas import and few enclose."""

REFERENCES = (f"{XS}include", f"{XS}import", f"{XS}redefine", f"{XS}override")
_HEAD = 1 << 14
"""A document type ends within so many bytes, or stays and is refused."""

_SCHEME = "praya-pack:///"


class SchemaError(UserError):
    """The schema cannot be used."""

    code = "schema-error"


class ImportRefused(SchemaError):
    """The schema asks for a file that its pack does not hold."""

    code = "schema-import-refused"


def check_references(files: Mapping[str, bytes]) -> None:
    """Refuse a pack in which an include or import leads outside it. Nothing is ever fetched."""
    for name, body in files.items():
        root = parse(without_doctype(body), file=name).getroot()
        if root.tag != f"{XS}schema":
            raise SchemaError("this is XML, but not an XSD schema", file=name)
        for reference in root.iter(*REFERENCES):
            location = reference.get("schemaLocation")
            if location is not None and resolve(name, location) not in files:
                raise ImportRefused(
                    f"line {reference.sourceline}: the schema refers to “{location}”,"
                    " which the pack does not hold; nothing is fetched from elsewhere",
                    file=name,
                )


def answered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, with every import that names no file of the pack answered by its namespace.

    Raises a `SchemaError` where a reference stays unanswered. Nothing is ever fetched.
    """
    result = {name: without_doctype(body) for name, body in files.items()}
    roots = {name: parse(body, file=name).getroot() for name, body in result.items()}
    homes = _homes(roots)
    for name, root in roots.items():
        changed = False
        for reference in root.iter(f"{XS}import"):
            location = reference.get("schemaLocation")
            if location is not None and resolve(name, location) in files:
                continue
            home = homes.get(reference.get("namespace", ""))
            if reference.get("namespace") == XML_NAMESPACE and home is None:
                result[XML_FILE] = XML_SCHEMA
                home = XML_FILE
            if home is not None:
                reference.set("schemaLocation", posixpath.relpath(home, posixpath.dirname(name)))
                changed = True
        if changed:
            result[name] = etree.tostring(root.getroottree(), encoding="UTF-8")
    check_references(result)
    return result


_DOCTYPE = re.compile(
    rb"""\A((?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*)"""
    rb"""(<!DOCTYPE(?:[^\[\]<>"']|"[^"]*"|'[^']*')*"""
    rb"""(?:\[(?:<!--.*?-->|"[^"]*"|'[^']*'|[^\]"'])*\]\s*)?>)""",
    re.DOTALL,
)
_SIGNATURES = re.compile(rb"""targetNamespace=["']http://www\.w3\.org/2000/09/xmldsig#["']""")


def without_doctype(body: bytes) -> bytes:
    """The signature schema of the W3C without its document type; any other file as it is.

    Nothing of the type is read: a schema that uses an entity of it is refused by the parser.
    """
    found = _DOCTYPE.match(body[:_HEAD]) if _SIGNATURES.search(body[:_HEAD]) else None
    if found is None:
        return body
    return found[1] + b"\n" * found[2].count(b"\n") + body[found.end() :]


def _homes(roots: Mapping[str, etree._Element]) -> dict[str, str]:
    """The one file of each namespace, where it is one: what another includes is a part of that."""
    found: dict[str, set[str]] = {}
    parts: set[str] = set()
    for name, root in roots.items():
        found.setdefault(root.get("targetNamespace", ""), set()).add(name)
        for reference in root.iter(f"{XS}include", f"{XS}redefine", f"{XS}override"):
            parts.add(resolve(name, reference.get("schemaLocation", "")))
    homes = {namespace: names - parts for namespace, names in found.items() if namespace}
    return {namespace: min(names) for namespace, names in homes.items() if len(names) == 1}


def resolve(base: str, location: str) -> str:
    """The pack's name of a file that another one refers to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), location))


class _PackResolver(etree.Resolver):
    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__()
        self._files = files
        self.refused: list[str] = []

    def resolve(self, system_url: str, public_id: str, context: Any = None) -> Any:
        name = posixpath.normpath((system_url or "").removeprefix(_SCHEME))
        if name in self._files:
            return self.resolve_string(self._files[name], context, base_url=_SCHEME + name)
        self.refused.append(system_url)
        return self.resolve_string(b"<refused/>", context, base_url=_SCHEME)


def load_validator(files: Mapping[str, bytes], main: str) -> "etree.XMLSchema | SecondValidator":
    """The validator of a schema, with every reference answered from the pack.

    libxml2 for XSD 1.0; xmlschema for XSD 1.1 and where libxml2 refuses a schema that is right.
    """
    whole = answered(files)
    if is_newer(whole):
        from app.xml.second import SecondValidator  # noqa: PLC0415  (slow to load)

        return SecondValidator(whole, main)
    resolver = _PackResolver(whole)
    reader = parser()
    reader.resolvers.add(resolver)
    document = etree.fromstring(whole[main], reader, base_url=_SCHEME + main)
    try:
        return etree.XMLSchema(document.getroottree())
    except etree.XMLSchemaParseError as error:
        last = error.error_log.last_error
        line = f"line {last.line}: " if last is not None else ""
        reason = last.message if last is not None else str(error)
        refusal = SchemaError(f"{line}the schema does not compile: {reason}", file=main)
        return _second_opinion(whole, main, refusal, error)


def _second_opinion(
    files: Mapping[str, bytes], main: str, refusal: SchemaError, cause: Exception
) -> "SecondValidator":
    from app.xml.second import SecondValidator  # noqa: PLC0415  (slow to load)

    try:
        return SecondValidator(files, main)
    except SchemaError:
        raise refusal from cause


_VERSION = "{http://www.w3.org/2007/XMLSchema-versioning}minVersion"
_NEWER = (
    f"{XS}assert",
    f"{XS}assertion",
    f"{XS}alternative",
    f"{XS}override",
    f"{XS}openContent",
    f"{XS}defaultOpenContent",
    f"{XS}explicitTimezone",
)


def is_newer(files: Mapping[str, bytes]) -> bool:
    """Whether a schema says that it is XSD 1.1, or uses what XSD 1.0 does not have."""
    for name, body in files.items():
        root = parse(body, file=name).getroot()
        if root.get(_VERSION, "1.0") >= "1.1" or next(root.iter(*_NEWER), None) is not None:
            return True
    return False
