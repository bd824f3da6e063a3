"""What free text should not hold: sequences that are refused elsewhere, and wordings that give away too much."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from app.domain.finding import Severity
from app.domain.rule import CERTAINTIES
from app.domain.schema import Field, Kind
from app.domain.tomltable import Table, read_toml
from app.paths import data_root

HOUSE_TEXTS = "resources/codes/texts.toml"

_PROBE = "é 二"
"""A field that takes this takes whatever a person writes."""

_CODE_POINTS = re.compile(r"([0-9A-Fa-f]{1,6})(?:-([0-9A-Fa-f]{1,6}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Characters that are to be written otherwise. `replacement` is empty where they are deleted.

    `first` is what may stand in square brackets to find the first of them.
    """

    id: str
    pattern: re.Pattern[str]
    first: str
    replacement: str
    severity: Severity
    names: Mapping[str, str]
    whys: Mapping[str, str]
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """Wordings that must not be there. One of `cores`, in lower case, is in each of them."""

    id: str
    pattern: re.Pattern[str]
    cores: frozenset[str]
    severity: Severity
    names: Mapping[str, str]
    whys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """The first place of a sequence or wording in a text: 0-based, and how often it is there."""

    rule: Sequence | Screen
    at: int
    found: str
    count: int


@dataclass(frozen=True)
class Texts:
    """A whole list."""

    citation: str
    certainty: str
    sequences: tuple[Sequence, ...] = ()
    screens: tuple[Screen, ...] = ()

    def everywhere(self) -> "Texts":
        """What holds for a pack that says nothing itself: hidden characters, as information."""
        hidden = (item for item in self.sequences if item.everywhere)
        quiet = tuple(
            replace(item, severity=Severity.INFORMATION, everywhere=False) for item in hidden
        )
        return Texts(self.citation, self.certainty, quiet)

    def hits(self, text: str) -> Iterator[Hit]:
        """Everything that the text should not hold, in the order of the list."""
        if self._first.search(text):
            for sequence in self.sequences:
                found = list(sequence.pattern.finditer(text))
                if found:
                    yield Hit(sequence, found[0].start(), found[0][0], len(found))
        yield from self.screened(text)

    # Nearly every text holds nothing: these two decide so without looking for each entry.

    @cached_property
    def _first(self) -> re.Pattern[str]:
        ways = "".join(item.first for item in self.sequences)
        return re.compile(f"[{ways}]" if ways else "(?!)")

    @cached_property
    def _cores(self) -> tuple[str, ...]:
        known = {core for screen in self.screens for core in screen.cores}
        return tuple(core for core in known if not any(o != core and o in core for o in known))

    def _may_hold(self, text: str) -> bool:
        plain = _GAPS.sub(" ", text.translate(_FORMS)).lower()
        return any(core in plain for core in self._cores)

    def may_hit(self, texts: Iterable[str]) -> bool:
        """Whether one of many texts may hold something; when not, each of them holds nothing."""
        joined = "\n".join(texts)
        return self._first.search(joined) is not None or self._may_hold(joined)

    def screened(self, text: str) -> Iterator[Hit]:
        """The wordings alone. A wording inside a longer one that was found is not told again."""
        if not self._may_hold(text):
            return
        plain, places = folded(text)
        taken: set[int] = set()
        for screen in self.screens:
            found = [
                match
                for match in screen.pattern.finditer(plain)
                if taken.isdisjoint(range(match.start(), match.end()))
            ]
            taken.update(at for match in found for at in range(match.start(), match.end()))
            if found:
                first = found[0]
                start, end = places[first.start()], places[first.end() - 1] + 1
                yield Hit(screen, start, text[start:end], len(found))


def folded(text: str) -> tuple[str, list[int]]:
    """A text as wordings are looked for, and the place in the text of each of its characters.

    Compatible forms are made one (full width), invisible characters are dropped, and every run of
    white space, hyphens or both is a single space.
    """
    letters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for form in _FORMS[ord(character)]:
            if form == " " and letters and letters[-1] == " ":
                continue
            letters.append(form)
            places.append(at)
    return "".join(letters), places


class _Forms(dict[int, str]):
    """Each character as wordings are looked for; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        form = "".join(map(_form, unicodedata.normalize("NFKC", chr(code))))
        self[code] = form
        return form


def _form(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cf" or character == "\u034f":
        return ""
    return " " if character.isspace() or kind == "Pd" else character


_FORMS = _Forms()
_GAPS = re.compile(" +")


def is_free(field: Field) -> bool:
    """Whether a person may write anything into a field, and not a code or a number of some form."""
    facets = field.facets
    return (
        field.kind is Kind.TEXT
        and not facets.enumeration
        and field.fixed is None
        and all(any(re.search(way, _PROBE) for way in group) for group in facets.patterns)
        and (facets.max_length is None or facets.max_length >= len(_PROBE))
        and facets.length is None
    )


@cache
def house_texts() -> Texts:
    """The list that comes with the program."""
    return read_texts((data_root() / HOUSE_TEXTS).read_bytes(), HOUSE_TEXTS)


def is_screened(text: str) -> bool:
    """Whether a text holds none of the wordings that the program's list forbids outright."""
    hits = house_texts().screened(text)
    return all(hit.rule.severity is not Severity.BLOCKING for hit in hits)


def read_texts(body: bytes, file: str) -> Texts:
    """`texts.toml`. Its entries are words and characters, never expressions, so none can run away."""
    document = read_toml(body, file)
    table = Table(document.get("texts"), file, "[texts]")
    texts = Texts(
        table.text("citation"),
        table.choice("certainty", CERTAINTIES),
        tuple(
            _sequence(Table(item, file, f"sequence {number}"))
            for number, item in enumerate(document.get("sequence", []), 1)
        ),
        tuple(
            _screen(Table(item, file, f"screen {number}"))
            for number, item in enumerate(document.get("screen", []), 1)
        ),
    )
    table.end()
    return texts


def _sequence(table: Table) -> Sequence:
    ranges = [_class(table, text) for text in table.names("characters")]
    texts = [text for text in table.names("texts") if text]
    ways = [f"[{item}]" for item in ranges if item] + [re.escape(text) for text in texts]
    everywhere: Any = table.take("everywhere", False)  # noqa: FBT003  (a TOML default)
    if not ways:
        table.wrong("“characters” or “texts” is needed")
    sequence = Sequence(
        id=table.text("id"),
        pattern=re.compile("|".join(ways) or "(?!)"),
        first="".join(ranges) + "".join(re.escape(text[0]) for text in texts),
        replacement=table.text("replacement"),
        severity=_severity(table),
        names=table.texts("name"),
        whys=table.texts("why"),
        everywhere=everywhere is True,
    )
    table.end()
    return sequence


def _severity(table: Table) -> Severity:
    return Severity(table.choice("severity", tuple(s.value for s in Severity)))


def _class(table: Table, text: str) -> str:
    match = _CODE_POINTS.fullmatch(text)
    first = int(match[1], 16) if match else 0
    last = int(match[2] or match[1], 16) if match else -1
    if not first <= last <= 0x10FFFF:
        table.wrong(f"“{text}” is no character or range", "characters", "such as 202A-202E")
        return ""
    return f"\\U{first:08x}-\\U{last:08x}"


def _screen(table: Table) -> Screen:
    kinds = {
        "words": lambda text: f"(?i:{_whole(text)})",
        "exact": _whole,
        "phrases": lambda text: re.escape(folded(text)[0]),
        "references": _reference,
    }
    given = [(kind, text) for kind in kinds for text in table.names(kind) if text]
    if not given:
        table.wrong("“words”, “exact”, “phrases” or “references” is needed")
    words = sorted((kinds[kind](text) for kind, text in given), key=len, reverse=True)
    screen = Screen(
        id=table.text("id"),
        pattern=re.compile("|".join(words) or "(?!)"),
        cores=frozenset(folded(text)[0].lower() for _, text in given),
        severity=_severity(table),
        names=table.texts("name"),
        whys=table.texts("why"),
    )
    table.end()
    return screen


_BEFORE, _AFTER = r"(?<![0-9A-Za-z_])", r"(?![0-9A-Za-z_])"


def _whole(text: str) -> str:
    """The word on its own: “STR” is not in “STRONG”, but stands before 交 as well as before a space."""
    return _BEFORE + re.escape(folded(text)[0]) + _AFTER


def _reference(text: str) -> str:
    """The word, then a number that looks like that of a case: STR-2026/000123, JFIU ref. no. 4711."""
    word = re.escape(folded(text)[0])
    return (
        rf"{_BEFORE}(?i:{word})[ .:#/]{{0,3}}(?i:(?:case|ref|reference|file|no|number)[ .:#/]{{1,3}}){{0,3}}"
        r"(?:[0-9]{3}[0-9A-Za-z]{0,13}|[0-9]{1,2}[ /][0-9]{2,16})(?:[ /][0-9A-Za-z]{1,16}){0,3}"
        + _AFTER
    )
