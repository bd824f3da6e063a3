"""How far a heading's words and a field's names say the same: by equal words, near spellings, synonyms.

What counts as the same word stands in `resources/matching/words.toml`.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from app.domain.schema import TEXT_KEY
from app.paths import data_root

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_NEAR_FROM = 5
"""Words shorter than this have to be spelled alike: From and Form are two words."""


class Likeness(IntEnum):
    """How alike two names are."""

    NONE = 0
    SOME = 1
    NEAR = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Words:
    """What a name comes to: as it is written, its words, and those among them that say something."""

    text: str
    every: frozenset[str]
    telling: frozenset[str]


def words_of(name: str) -> Words:
    """The words of a heading, of a label, or of an element's name such as `LastOutflowAt`."""
    same, little = _book()
    plain = [_stem(word) for word in _WORD.findall(_CAMEL.sub(" ", name).casefold())]
    every = frozenset(same.get(word, word) for word in plain)
    telling = every - little
    return Words(" ".join(plain), every, telling or every)


def likeness(heading: Words, names: Iterable[Words]) -> tuple[Likeness, int]:
    """How alike a heading is to the best of a field's names, with points from 0 to 100."""
    return max((_alike(heading, name) for name in names), default=(Likeness.NONE, 0))


def names_of(key: str, labels: Iterable[str]) -> tuple[Words, ...]:
    """What a field is called: its element's name and its labels."""
    plain = key.rpartition("/")[2].lstrip("@").rpartition(":")[2]
    given = [*labels, *([plain] if plain and key != TEXT_KEY else [])]
    return tuple(dict.fromkeys(words_of(name) for name in given if name))


def _alike(one: Words, other: Words) -> tuple[Likeness, int]:
    if one.every == other.every and one.every:
        return Likeness.SAME, 100 if one.text == other.text else 95
    if one.telling == other.telling and one.telling:
        return Likeness.NEAR, 80
    shared = _shared(one.telling, other.telling)
    if not shared:
        return Likeness.NONE, 0
    most = max(len(one.telling), len(other.telling))
    points = 70 * shared // most
    if shared == most or (shared * 3 >= most * 2 and most > 2):
        return Likeness.NEAR, points
    return Likeness.SOME, points


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    left = set(other - one)
    found = len(one & other)
    for word in sorted(one - other):
        near = next((item for item in sorted(left) if _near(word, item)), None)
        if near is not None:
            left.discard(near)
            found += 1
    return found


def _near(one: str, other: str) -> bool:
    """Whether two words differ by a letter or two, or one is the other cut short."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _NEAR_FROM - 1 and long.startswith(short):
        return True
    if len(short) < _NEAR_FROM:
        return False
    return _distance(short, long) <= (1 if len(short) < _NEAR_FROM + 3 else 2)


def _distance(one: str, other: str) -> int:
    """Letters to put in, take out or change (Levenshtein)."""
    before = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        line = [number]
        for at, against in enumerate(other, 1):
            line.append(min(before[at] + 1, line[-1] + 1, before[at - 1] + (letter != against)))
        before = line
    return before[-1]


def _stem(word: str) -> str:
    """A word without the ending of number."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "su" else word


@lru_cache(maxsize=1)
def _book() -> tuple[dict[str, str], frozenset[str]]:
    """The first of its group for each word that has others like it, and the words that say little."""
    body = tomllib.loads(
        (data_root() / "resources" / "matching" / "words.toml").read_text(encoding="utf-8")
    )
    same = {_stem(word): _stem(group[0]) for group in body["same"] for word in group}
    return same, frozenset(_stem(word) for word in body["little"])
