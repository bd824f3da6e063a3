"""Names that a person would take for each other: by capitals, by forms of a letter, by letters of other
alphabets that look the same, or by one slip of the pen.

The table holds the letters of Cyrillic, Greek and Armenian that Unicode's list of confusables (UTS 39)
takes for Latin ones, and the pairs that fonts draw alike.
"""

import re
import unicodedata

_LATIN = {
    "a": "аαɑ", "b": "вьβ", "c": "сϲ", "d": "ԁ", "e": "еєε", "g": "ɡց", "h": "һհн", "i": "іιı",
    "j": "јϳ", "k": "кκ", "m": "м", "n": "пո", "o": "оοσօ", "p": "рρ", "q": "ԛգ", "s": "ѕ",
    "t": "тτ", "u": "υսц", "v": "ѵν", "w": "ԝωա", "x": "хχ", "y": "уγү", "z": "ᴢζ",
}  # fmt: skip
_FOLDED = {ord(other): letter for letter, others in _LATIN.items() for other in others}
_FOLDED |= {ord("0"): "o", ord("1"): "l", ord("|"): "l", ord("i"): "l", ord("5"): "s"}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−_"), "-")
_HIDDEN = {"Cf", "Mn", "Me"}


def skeleton(text: str) -> str:
    """What a name looks like: two names with one skeleton are hard to tell apart."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    seen = "".join(char for char in plain if unicodedata.category(char) not in _HIDDEN)
    return " ".join(seen.translate(_DASHES).translate(_FOLDED).replace("rn", "m").split())


def one_slip(first: str, second: str) -> bool:
    """Whether two different texts are one letter apart: changed, left out, put in, or two swapped."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    rest, other = first[start:], second[start:]
    swapped = len(rest) > 1 and rest[1::-1] + rest[2:] == other
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped


def alike(first: str, second: str) -> bool:
    """Whether a person would take one name for the other, though they differ.

    Names that differ in digits alone are versions of one thing and are told apart. Short names (CAR,
    CWR) are alike only where they look the same, for they differ by a letter rightly.
    """
    if first == second or _without_digits(first) == _without_digits(second):
        return first != second and first.casefold() == second.casefold()
    one, other = skeleton(first), skeleton(second)
    return one == other or _slip_in_a_long_word(one, other)


_WORD = re.compile(r"[^\w]+")
_LONG = 4
"""In words of so many letters a letter seldom differs rightly; “car” and “cwr” are two returns."""


def _slip_in_a_long_word(first: str, second: str) -> bool:
    """Whether two names are one letter apart, and that letter stands in a word of some length."""
    if not one_slip(first, second):
        return False
    words, others = _WORD.split(first), _WORD.split(second)
    if len(words) != len(others):
        return True  # the letter joins or parts two words
    return any(
        mine != theirs and min(len(mine), len(theirs)) >= _LONG
        for mine, theirs in zip(words, others, strict=True)
    )


def _without_digits(text: str) -> str:
    """The text without its numbers, as it stands."""
    return "".join(char for char in text if not (char.isascii() and char.isdigit()))
