"""The second validator: xmlschema, for XSD 1.1 and for what libxml2 cannot compile.

It answers as lxml's `XMLSchema` does, so that whoever validates need not know which one it is. It reads
slower by far, and knows the rules of XSD 1.1: assertions, types by condition, open content.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.xml.loading import load


@dataclass(frozen=True, slots=True)
class Entry:
    """An error as libxml2's log tells one: a node path, the line and a code."""

    path: str
    line: int
    message: str
    type_name: str = "SCHEMAV_XSD"


class SecondValidator:
    """A compiled schema of xmlschema with the face of `lxml.etree.XMLSchema`."""

    def __init__(self, files: Mapping[str, bytes], main: str) -> None:
        self._schema = load(files, main)
        self.error_log: list[Entry] = []

    def validate(self, tree: Any) -> bool:
        """Whether the document is valid; `error_log` then tells why not."""
        found = self._schema.iter_errors(tree.getroot(), use_location_hints=False)
        self.error_log = []
        try:
            self.error_log += (_entry(tree, error) for error in found)
        except ArithmeticError:  # as of a duration of ten thousand million years
            self.error_log.append(Entry("", 0, "a value is larger than what can be compared"))
        except KeyError as error:  # as of a type that xsi:type names and nobody declares
            self.error_log.append(Entry("", 0, str(error).strip("'\"")))
        return not self.error_log


def _entry(tree: Any, error: Any) -> Entry:
    element = error.elem if hasattr(error.elem, "sourceline") else None
    reason = " ".join(str(error.reason or error.message).split())
    if element is None:
        return Entry("", 0, reason)
    name = str(element.tag)
    return Entry(tree.getpath(element), element.sourceline or 0, f"Element '{name}': {reason}")
