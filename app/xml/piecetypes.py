"""Of which type the fields of identity constraints are: what makes two of their values equal."""

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from app.xml.packfiles import XS
from app.xml.piecekeys import Unsuited, Value

_SPACE = "http://www.w3.org/2001/XMLSchema"
_COLLAPSED = ["token", "language", "Name", "NCName", "NMTOKEN", "anyURI"]
_WHOLE = [
    "integer",
    "long",
    "int",
    "short",
    "byte",
    "nonNegativeInteger",
    "positiveInteger",
    "nonPositiveInteger",
    "negativeInteger",
    "unsignedLong",
    "unsignedInt",
    "unsignedShort",
    "unsignedByte",
]
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NUMBER = re.compile(r"([+-]?)0*(\d*)(?:\.(\d*?)0*)?", re.ASCII)
_BLANKS = re.compile(r"[ \t\n\r]+")
_NAME = re.compile(r"(?:[\w.-]+:)?([\w.-]+)")


def _collapsed(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")


def _replaced(text: str) -> str:
    return text.translate({9: " ", 10: " ", 13: " "})


def _date(text: str) -> str:
    plain = _collapsed(text)
    if not _DATE.fullmatch(plain):
        raise Unsuited("a date of a key has a time zone")
    return plain


def _boolean(text: str) -> str:
    plain = _collapsed(text)
    return {"1": "true", "0": "false"}.get(plain, plain)


def _decimal(text: str, end: str = ".0") -> str:
    """The canonical form as libxml2 writes it, so that equal numbers are equal texts."""
    found = _NUMBER.fullmatch(_collapsed(text))
    if found is None:
        raise Unsuited("a number of a key is not written as one")
    sign, whole, rest = found[1], found[2] or "0", found[3]
    number = f"{whole}.{rest}" if rest else f"{whole}{end}"
    return f"-{number}" if sign == "-" and (whole != "0" or rest) else number


def _whole(text: str) -> str:
    return _decimal(text, "")


_SPACES: dict[str, Callable[[str], str]] = {"replace": _replaced, "collapse": _collapsed}
_KINDS: dict[str, Value] = {
    "string": Value("text", str),
    "normalizedString": Value("text", _replaced),
    **{name: Value("text", _collapsed) for name in _COLLAPSED},
    "decimal": Value("number", _decimal),
    **{name: Value("number", _whole) for name in _WHOLE},
    "boolean": Value("boolean", _boolean),
    "date": Value("date", _date),
}


class Types:
    """The declarations of a schema's files by name. A name with two meanings is `Unsuited`."""

    def __init__(self, trees: list[Any]) -> None:
        self._trees = trees

    def of_field(self, selector: str, field: str) -> Value:
        """How values of a field are compared."""
        path = selector if field.strip() == "." else field
        found: set[Value] = set()
        for branch in path.split("|"):
            last = branch.strip().rpartition("/")[2].strip()
            attribute = last.startswith(("@", "attribute::"))
            name = _NAME.fullmatch(last.removeprefix("@").removeprefix("attribute::").strip())
            if name is None or last == ".":
                raise Unsuited("the field of a key is no plain name")
            found |= self._named(name[1], "attribute" if attribute else "element")
        if len(found) != 1:
            raise Unsuited("the field of a key is of several types")
        return found.pop()

    def once(self, field: str) -> bool:
        """Whether a valid element can hold the field once at most; False where that is not plain."""
        path = field.strip()
        if path == "." or path.startswith("@"):
            return True
        name = _NAME.fullmatch(path)
        if name is None:
            return False
        return all(
            _single(item, name[1])
            for tree in self._trees
            for item in tree.iter(f"{XS}element")
            if item.getparent() is not tree
            and name[1] in (item.get("name"), item.get("ref", "").rpartition(":")[2])
        )

    def _named(self, name: str, kind: str) -> set[Value]:
        declared = [
            item
            for tree in self._trees
            for item in tree.iter(f"{XS}{kind}")
            if item.get("name") == name
        ]
        if any(
            item.get("default") is not None or item.get("fixed") is not None for item in declared
        ):
            raise Unsuited("the field of a key has a value by default")
        return {self._of_declaration(item) for item in declared}

    def _of_declaration(self, item: Any) -> Value:
        named = item.get("type")
        if named is not None:
            return self._of_name(item, named, 0)
        inner = item.find(f"{XS}simpleType")
        if inner is None:
            raise Unsuited("the field of a key is no simple value")
        return self._of_type(inner, 0)

    def _of_name(self, item: Any, name: str, depth: int) -> Value:
        prefix, _, local = name.strip().rpartition(":")
        if item.nsmap.get(prefix or None) == _SPACE:
            if local not in _KINDS:
                raise Unsuited(f"the field of a key is of the type {local}")
            return _KINDS[local]
        if depth > 50:
            raise Unsuited("the types of the schema name each other")
        found = {
            self._of_type(declared, depth + 1)
            for tree in self._trees
            for declared in tree.iterchildren(f"{XS}simpleType", f"{XS}complexType")
            if declared.get("name") == local
        }
        if len(found) != 1:
            raise Unsuited("the type of a key's field is not the only one of its name")
        return found.pop()

    def _of_type(self, item: Any, depth: int) -> Value:
        if item.tag == f"{XS}complexType":
            item = item.find(f"{XS}simpleContent")
            if item is None:
                raise Unsuited("the field of a key is no simple value")
            derived = next(item.iterchildren(f"{XS}extension", f"{XS}restriction"), None)
        else:
            derived = item.find(f"{XS}restriction")
        if derived is None:
            raise Unsuited("the field of a key is a list or one of several types")
        if derived.get("base") is not None:
            base = self._of_name(derived, derived.get("base"), depth)
        else:
            base = self._of_type(derived.find(f"{XS}simpleType"), depth + 1)
        facet = derived.find(f"{XS}whiteSpace")
        if facet is not None and base.family == "text":
            return Value("text", _SPACES.get(facet.get("value", ""), base.normal))
        return base

    def identifiers(self) -> frozenset[str]:
        """Names of attributes and elements of the type ID."""
        dangerous, names = {"ID"}, set()
        for _ in range(20):
            before = len(dangerous)
            for tree in self._trees:
                for item in tree.iter(etree.Element):
                    told = [
                        item.get(key, "") for key in ("type", "base", "itemType", "memberTypes")
                    ]
                    locals_ = {part.rpartition(":")[2] for part in " ".join(told).split()}
                    if locals_ & dangerous:
                        holder = _named_holder(item)
                        if holder.tag in (f"{XS}attribute", f"{XS}element"):
                            names.add(holder.get("name", ""))
                        else:
                            dangerous.add(holder.get("name", ""))
            if len(dangerous) == before:
                break
        return frozenset(names)


def _single(particle: Any, name: str) -> bool:
    """The only particle of its name in a type of its own that asks for nothing twice."""
    if particle.get("maxOccurs", "1") != "1":
        return False
    above = particle.getparent()
    while above.tag in (f"{XS}sequence", f"{XS}choice", f"{XS}all"):
        if above.get("maxOccurs", "1") != "1":
            return False
        top, above = above, above.getparent()
    if (
        above.tag != f"{XS}complexType"
        or next(top.iter(f"{XS}group", f"{XS}any"), None) is not None
    ):
        return False
    held = [(item.get("name"), item.get("ref", "").rpartition(":")[2]) for item in top.iter()]
    return sum(name in names for names in held) == 1


def _named_holder(item: Any) -> Any:
    while item.get("name") is None and item.getparent() is not None:
        item = item.getparent()
    return item
