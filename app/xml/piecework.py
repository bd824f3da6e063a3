"""One piece of a document: what libxml2 says of it, and the values of its keys. Runs in any thread."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from app.xml.pieceframe import Base, chain_of, count, last_of, parsed
from app.xml.piecekeys import Constraint, Key, Target, Unsuited
from app.xml.pieceplan import Tools
from app.xml.places import Places
from app.xml.validate import SchemaProblem, doubtful, own_errors, problem_of

if TYPE_CHECKING:
    from app.domain.schema import Schema

_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_VALUES = frozenset(
    f"SCHEMAV_CVC_{name}"
    for name in [
        "DATATYPE_VALID_1_2_1",
        "DATATYPE_VALID_1_2_2",
        "DATATYPE_VALID_1_2_3",
        "LENGTH_VALID",
        "MINLENGTH_VALID",
        "MAXLENGTH_VALID",
        "PATTERN_VALID",
        "ENUMERATION_VALID",
        "MININCLUSIVE_VALID",
        "MAXINCLUSIVE_VALID",
        "MINEXCLUSIVE_VALID",
        "MAXEXCLUSIVE_VALID",
        "TOTALDIGITS_VALID",
        "FRACTIONDIGITS_VALID",
    ]
)
_LOOSE_TEXT = "SCHEMAV_CVC_COMPLEX_TYPE_2_3"
_HARMLESS = _VALUES | {
    _LOOSE_TEXT,
    "SCHEMAV_ELEMENT_CONTENT",
    "SCHEMAV_CVC_IDC",
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1",
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_2",
    "SCHEMAV_CVC_COMPLEX_TYPE_4",
    "SCHEMAV_CVC_TYPE_3_1_1",
}
"""Errors of which it is known what they keep from the identity constraints."""

_UNEXPECTED = "This element is not expected"


@dataclass
class Answer:
    """What was found in a piece; places are those of the piece within its frame.

    `around` are errors of elements that hold the rows, `keys` the hashes of the values of each
    constraint, `quick` whether no error and no comment can have touched them.
    """

    rows: int
    problems: list[SchemaProblem] = field(default_factory=list)
    around: list[SchemaProblem] = field(default_factory=list)
    quick: bool = True
    keys: "list[array[int]]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit:
    """A target whose value stands there twice or leads nowhere, as far as its hash tells."""

    constraint: int
    order: tuple[int, int]
    values: Key
    tag: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Error:
    """What libxml2 would have said; see `validate.problem_of`."""

    message: str
    line: int
    path: str = ""
    type_name: str = "SCHEMAV_CVC_IDC"


class Work:
    """The tools on one document: a plan's, its schema, and what must not stand in a table."""

    def __init__(self, schema: "Schema | None", identifiers: Iterable[str]) -> None:
        self.schema = schema
        either = b"|".join(re.escape(name.encode()) for name in sorted(identifiers))
        self._identifiers = re.compile(rb"[\s:<](?:%s)[\s=>/]" % either) if either else None

    def check(self, tools: Tools, base: Base, piece: bytes) -> Answer:
        """Everything that is wrong in a piece alone."""
        tree, rows = self._tree(base, piece)
        answer = Answer(rows)
        places = Places(tree, self.schema)
        entries = errors(tools, tree)
        mine = _among_rows(base, entries, places, answer)
        answer.problems = [problem_of(places, entry) for entry in own_errors(mine)]
        if tools.constraints:
            if b"xmlns" in piece or b":type" in piece or b":nil" in piece:
                refuse_chosen_types(tree)
            answer.quick = not _spoken(base.data) and not _spoken(piece) and _apart(tools, entries)
            refused = set() if answer.quick else hide(tools, places, entries)
            for item, skip in zip(tools.constraints, base.selected, strict=True):
                keys = None
                if answer.quick:
                    keys = item.all_values(tree.getroot(), skip, valid=not entries)
                if keys is None:
                    targets = list(item.targets(tree.getroot(), skip, refused))
                    answer.problems += _absent_keys(item, targets, tree, places)
                    keys = [target.values for target in targets if target.values is not None]
                answer.keys.append(array("q", map(hash, keys)))
        return answer

    def look(
        self,
        tools: Tools,
        base: Base,
        piece: bytes,
        part: int,
        bad: list[set[int]],
        *,
        quick: bool,
    ) -> list[Hit]:
        """Every target whose hash is among the bad ones; `quick` as it was told before."""
        tree, _ = self._tree(base, piece)
        places = Places(tree, self.schema)
        refused = set() if quick else hide(tools, places, errors(tools, tree))
        hits = []
        for number, (item, skip) in enumerate(zip(tools.constraints, base.selected, strict=True)):
            if not bad[number]:
                continue
            targets: Iterable[Target] = item.targets(tree.getroot(), skip, refused)
            keys = item.all_values(tree.getroot(), skip, valid=False) if quick else None
            if keys is not None:
                selected = item.selected(tree.getroot())[skip:]
                targets = (
                    Target(element, key) for element, key in zip(selected, keys, strict=True)
                )
            for at, target in enumerate(targets):
                if target.values is None or hash(target.values) not in bad[number]:
                    continue
                element = target.element
                path = places.field_path(tree.getpath(element))
                order = (part, at)
                hits.append(
                    Hit(number, order, target.values, element.tag, path, element.sourceline)
                )
        return hits

    def _tree(self, base: Base, piece: bytes) -> tuple[Any, int]:
        """The piece within its frame, and how many rows it has."""
        if self._identifiers is not None and self._identifiers.search(piece):
            raise Unsuited("identifiers stand in a long table")
        tree = parsed(base.data + piece + base.closing)
        chain = chain_of(tree.getroot(), len(base.run.open))
        counts = tuple(map(count, chain))
        rows = counts[-1] - base.elements[-1]
        if counts[:-1] != base.elements[:-1] or rows < 1:
            raise Unsuited("the rows of a long table are not where they seem to be")
        if not all(item.tag == base.tag for item in last_of(chain[-1], rows)):
            raise Unsuited("the rows of a long table are not alike")
        return tree, rows


def _apart(tools: Tools, entries: list[Any]) -> bool:
    """Whether all errors are values of elements that are no field of a key."""
    for entry in entries:
        found = _ELEMENT.match(entry.message)
        if entry.type_name not in _VALUES or found is None or "attribute" in found[2]:
            return False
        if any(item.reads(found[1]) for item in tools.constraints):
            return False
    return True


_ELEMENT = re.compile(r"Element '([^']*)'(.{0,12})", re.DOTALL)


def _among_rows(base: Base, entries: list[Any], places: Places, answer: Answer) -> list[Any]:
    """The errors of the piece's rows; of the elements around them only loose text is news."""
    mine, known = [], Counter(base.known)
    for entry in entries:
        if entry.line >= base.first_line:
            mine.append(entry)
        elif known[mark(entry)]:
            known[mark(entry)] -= 1
        elif entry.type_name == _LOOSE_TEXT:
            answer.around.append(problem_of(places, entry))
        else:
            raise Unsuited("an error of a piece stands outside its rows")
    return mine


def _absent_keys(
    item: Constraint, targets: list[Target], tree: Any, places: Places
) -> Iterator[SchemaProblem]:
    if item.kind == "key":
        for target in targets:
            if target.absent:
                yield absent(item, target, tree, places)


def errors(tools: Tools, tree: Any) -> list[Any]:
    """What libxml2 says; an error of which it is not known what it hides from the keys is `Unsuited`."""
    if tools.inner.validate(tree):
        return []
    entries = list(cast(Iterable[Any], tools.inner.error_log))
    if any(map(doubtful, entries)):
        raise Unsuited("blanks stand around a date, of which libxml2 judges wrongly")
    if tools.constraints and any(entry.type_name not in _HARMLESS for entry in entries):
        raise Unsuited("what an error keeps from the keys is not known")
    return entries


def hide(tools: Tools, places: Places, entries: list[Any]) -> set[Any]:
    """Take away what libxml2 passes over after an unexpected element; the elements of refused values."""
    if not tools.constraints:
        return set()
    refused, unexpected = set(), []
    attributes = any("@" in path for item in tools.constraints for path in item.fields)
    for entry in entries:
        if entry.type_name in _VALUES:
            if attributes and ", attribute '" in entry.message:
                raise Unsuited("an attribute of a key may have been refused")
            refused.add(places.element(entry.path))
        elif entry.type_name == "SCHEMAV_ELEMENT_CONTENT" and _UNEXPECTED in entry.message:
            unexpected.append(places.element(entry.path))
    for element in unexpected:
        if element is None:
            raise Unsuited("the place of an error is not known")
        parent = element.getparent()
        if parent is not None:
            for gone in [*element.itersiblings(), element]:
                parent.remove(gone)
    return refused


def refuse_chosen_types(tree: Any) -> None:
    """A type or a nil that the document itself chooses changes what a key is."""
    if tree.xpath(_CHOSEN, namespaces={"xsi": _INSTANCE}):
        raise Unsuited("the document chooses types itself")


_CHOSEN = "boolean(//@xsi:type | //@xsi:nil)"


def absent(item: Constraint, target: Target, tree: Any, places: Places) -> SchemaProblem:
    """What is said of an element without a field of its key."""
    element = target.element
    error = Error(item.missing(element.tag), element.sourceline, tree.getpath(element))
    return problem_of(places, error)


def mark(entry: Any) -> tuple[str, int, str]:
    """By what an error is known again."""
    return entry.path or "", entry.line, entry.message


def _spoken(data: bytes) -> bool:
    """Whether comments, sections or instructions may stand there, which part a text in several."""
    return (b"!" in data and b"<!" in data) or (b"?" in data[5:] and b"<?" in data[5:])
