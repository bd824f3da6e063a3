"""The XSD files of a pack: what they refer to, and a libxml2 schema that reads nothing else."""

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from lxml import etree

from app.errors import UserError
from app.xml.safe import parse, parser

XS = "{http://www.w3.org/2001/XMLSchema}"
_REFERENCES = (f"{XS}include", f"{XS}import", f"{XS}redefine", f"{XS}override")
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
        root = parse(body, file=name).getroot()
        if root.tag != f"{XS}schema":
            raise SchemaError("this is XML, but not an XSD schema", file=name)
        for reference in root.iter(*_REFERENCES):
            location = reference.get("schemaLocation")
            if location is not None and resolve(name, location) not in files:
                raise ImportRefused(
                    f"line {reference.sourceline}: the schema refers to “{location}”,"
                    " which the pack does not hold; nothing is fetched from elsewhere",
                    file=name,
                )


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


def load_validator(files: Mapping[str, bytes], main: str) -> etree.XMLSchema:
    """libxml2's schema, with every reference answered from the pack."""
    check_references(files)
    resolver = _PackResolver(files)
    reader = parser()
    reader.resolvers.add(resolver)
    document = etree.fromstring(files[main], reader, base_url=_SCHEME + main)
    try:
        return etree.XMLSchema(document.getroottree())
    except etree.XMLSchemaParseError as error:
        last = error.error_log.last_error
        line = f"line {last.line}: " if last is not None else ""
        reason = last.message if last is not None else str(error)
        raise SchemaError(f"{line}the schema does not compile: {reason}", file=main) from error


@lru_cache(maxsize=16)
def cached_validator(digest: str, files: "Frozen", main: str) -> etree.XMLSchema:
    """The validator of a pack, compiled once in a process. `digest` identifies the pack."""
    del digest
    return load_validator(files.files, main)


class Frozen:
    """A pack's files as a cache key: equal when the pack's digest says so."""

    def __init__(self, digest: str, files: Mapping[str, bytes]) -> None:
        self.digest = digest
        self.files = files

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frozen) and other.digest == self.digest
