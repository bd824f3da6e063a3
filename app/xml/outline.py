"""What stands at the top of some XSDs, without compiling them: elements, namespaces, who needs whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from app.xml.packfiles import REFERENCES, XML_NAMESPACE, XS, SchemaError, resolve, without_doctype
from app.xml.safe import parse

_LANG = f"{{{XML_NAMESPACE}}}lang"


@dataclass(frozen=True, slots=True)
class Reference:
    """An include or import: the kind, the namespace that an import asks for, the place, the line."""

    kind: str
    namespace: str
    location: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The top of one XSD. `roots` are the elements that a document may begin with, by the file alone;
    `used` the local names of the elements that it refers to.
    """

    name: str
    namespace: str
    version: str
    roots: tuple[str, ...]
    used: frozenset[str]
    languages: frozenset[str]
    references: tuple[Reference, ...]

    def needed(self, files: Mapping[str, object]) -> set[str]:
        """The files of the pack to which it refers by their place."""
        places = {resolve(self.name, ref.location) for ref in self.references if ref.location}
        return {place for place in places if place in files}


@lru_cache(maxsize=256)
def outline(name: str, body: bytes) -> Outline:
    """Read the top of an XSD; what is none is a `SchemaError` or the refusal of the reader."""
    root = parse(without_doctype(body), file=name).getroot()
    if root.tag != f"{XS}schema":
        raise SchemaError("this is XML, but not an XSD schema", file=name)
    return Outline(
        name=name,
        namespace=root.get("targetNamespace", ""),
        version=root.get("version", "").strip(),
        roots=tuple(
            str(item.get("name"))
            for item in root.iterchildren(f"{XS}element")
            if item.get("abstract", "false").strip() not in ("true", "1")
        ),
        used=frozenset(
            str(item.get("ref")).rpartition(":")[2]
            for item in root.iter(f"{XS}element")
            if item.get("ref")
        ),
        languages=frozenset(
            str(item.get(_LANG)) for item in root.iter(f"{XS}documentation") if item.get(_LANG)
        ),
        references=tuple(_reference(item) for item in root.iter(*REFERENCES)),
    )


def _reference(item: etree._Element) -> Reference:
    return Reference(
        kind=etree.QName(item).localname,
        namespace=item.get("namespace", ""),
        location=item.get("schemaLocation"),
        line=int(str(item.sourceline)),
    )


def canonical_schema(name: str, body: bytes) -> bytes:
    """An XSD as far as it decides on documents: without annotations, comments, blanks and version."""
    root = parse(without_doctype(body), file=name, keep_indents=False).getroot()
    etree.strip_elements(root, f"{XS}annotation", with_tail=False)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for key in {"version", "id"} & {str(name) for name in root.attrib}:
        del root.attrib[key]
    for element in root.iter(etree.Element):
        element.text, element.tail = (element.text or "").strip(), (element.tail or "").strip()
    return etree.tostring(root, method="c14n", with_comments=False)
