"""Tier two of the checks: a document against its XSD, the full list of errors with their places."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from app.domain.wording import schema_texts
from app.xml.places import Places
from app.xml.safe import parse

if TYPE_CHECKING:  # a lone schema is checked without the compiled one
    from app.domain.schema import Schema
    from app.xml.second import SecondValidator

    Validator = etree.XMLSchema | SecondValidator

_NAMESPACE = re.compile(r"\{[^{}]*[:/][^{}]*\}")
_ATTRIBUTE = re.compile(r"^Element '[^']*', attribute '(?:\{[^}]*\})?([^']+)'")


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """One error of the XSD. `path` is a field path; `code` libxml2's name of the broken rule.

    `messages` has our own sentence by language where we have one, `message` libxml2's otherwise.
    """

    path: str
    line: int
    code: str
    message: str
    messages: Mapping[str, str] = field(default_factory=dict)


def validate(
    tree: etree._ElementTree, validator: "Validator", schema: "Schema | None" = None
) -> list[SchemaProblem]:
    """All errors of a parsed document, in the validator's order; none when it is valid."""
    if validator.validate(tree):
        return []
    places = Places(tree, schema)
    entries = list(cast(Iterable[Any], validator.error_log))
    if any(map(doubtful, entries)):
        entries = _judged_again(tree, validator, places, entries)
    entries = own_errors(entries)
    return [problem_of(places, entry) for entry in entries]


def validate_bytes(
    data: bytes, validator: "Validator", *, file: str, schema: "Schema | None" = None
) -> list[SchemaProblem]:
    """The same for bytes; what cannot be read is refused by name."""
    return validate(parse(data, file=file), validator, schema)


_BLANKS = re.compile(r"'(\s[^']*|[^']*\s)' is not a valid value of the (?:local )?atomic type")


def doubtful(entry: Any) -> bool:
    """Whether libxml2 may be wrong: it refuses dates and durations that have blanks around them."""
    return bool(
        entry.type_name == "SCHEMAV_CVC_DATATYPE_VALID_1_2_1" and _BLANKS.search(entry.message)
    )


def _judged_again(
    tree: etree._ElementTree, validator: "Validator", places: Places, entries: list[Any]
) -> list[Any]:
    """The errors that are left without the blanks, which every type of those values lets collapse.

    The document is as it was afterwards.
    """
    changed: list[tuple[Any, str | None, str]] = []
    for entry in filter(doubtful, entries):
        element = places.element(entry.path)
        named = _ATTRIBUTE.match(entry.message)
        if element is None:
            continue
        name = next((n for n in element.attrib if named and n.rpartition("}")[2] == named[1]), None)
        text = element.get(name) if name else (element.text or "") if not len(element) else None
        if text is not None:
            changed.append((element, name, text))
            _put(element, name, text.strip())
    validator.validate(tree)
    left = list(cast(Iterable[Any], validator.error_log))
    for element, name, text in reversed(changed):
        _put(element, name, text)
    return left


def _put(element: Any, name: str | None, text: str) -> None:
    if name is None:
        element.text = text
    else:
        element.set(name, text)


def own_errors(entries: list[Any]) -> list[Any]:
    """Without what libxml2 says again: that a key cannot be formed from a value it has just refused."""
    refused = [entry.path or "" for entry in entries if _NO_KEY_VALUE in entry.message]
    if not refused:
        return entries
    above = {path.rsplit("/", depth)[0] for path in refused for depth in range(1, path.count("/"))}
    return [
        entry
        for entry in entries
        if _NO_KEY_VALUE not in entry.message
        and not (_NO_KEY in entry.message and (entry.path or "") in above)
    ]


_NO_KEY_VALUE = "Warning: No precomputed value available"
_NO_KEY = "Not all fields of key identity-constraint"


def problem_of(places: Places | None, entry: Any) -> SchemaProblem:
    """An error of libxml2 with its field path; without one where there are no places to look at."""
    path = ""
    if places is not None:
        path = places.field_path(entry.path) if entry.path else _reference(places, entry)
    attribute = _ATTRIBUTE.match(entry.message)
    if attribute and not path.endswith(f"@{attribute[1]}"):
        path = f"{path}/@{attribute[1]}" if path else f"@{attribute[1]}"
    plain = _plain_message(entry.message)
    messages = _own_words(entry.type_name, plain)
    return SchemaProblem(path, entry.line, entry.type_name, messages.get("en", plain), messages)


def _reference(places: Places, entry: Any) -> str:
    found = _KEY.match(_plain_message(entry.message))
    if found is None:
        return ""
    return places.path_at_line(entry.line, found[1], re.findall(r"'([^']*)'", found[2]))


_MISSING = re.compile(
    r"Element '([^']+)': Missing child element\(s\)\. Expected is (?:one of )?\((.+)\)"
)
_UNEXPECTED = re.compile(
    r"Element '([^']+)': This element is not expected\.(?: Expected is (?:one of )?\((.+)\))?"
)
_KEY = re.compile(r"Element '([^']+)': .*?(\[.*\]).*?(?:constraint|keyref) '([^']+)'")


def _own_words(code: str, message: str) -> dict[str, str]:
    if code == "SCHEMAV_ELEMENT_CONTENT":
        if found := _MISSING.match(message):
            facts = {"name": found[1], "expected": found[2].strip()}
            return schema_texts(f"{code}:missing", facts)
        if found := _UNEXPECTED.match(message):
            facts = {"name": found[1], "expected": (found[2] or "nothing").strip()}
            return schema_texts(f"{code}:unexpected", facts)
    if code == "SCHEMAV_CVC_IDC" and (found := _KEY.match(message)):
        kind = "unmatched" if "No match found" in message else "duplicate"
        facts = {"name": found[1], "value": found[2], "constraint": found[3]}
        return schema_texts(f"{code}:{kind}", facts)
    return {}


def _plain_message(message: str) -> str:
    """libxml2's sentence without namespaces; its head, the element's name, stays."""
    return _NAMESPACE.sub("", message)


def root_name(tree: etree._ElementTree) -> tuple[str, str]:
    """Namespace and local name of the document element."""
    name = etree.QName(tree.getroot())
    return name.namespace or "", name.localname
