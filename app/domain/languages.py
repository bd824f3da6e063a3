"""Texts by language: what is nearest to the language that is asked for.

Packs and services speak English and Traditional Chinese. Simplified Chinese comes from a text of its own
where there is one (`zh-Hans`, `zh-CN`, `zh`), else from the catalogue that is made of all texts of the
program and of its packs when it is built (`scripts/translations.py`): nothing is converted here, so what
somebody typed is never altered. Texts with places are looked up before the places are filled.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar, cast

from app.paths import data_root

ENGLISH, TRADITIONAL, SIMPLIFIED = "en", "zh-Hant", "zh-Hans"
_T = TypeVar("_T")

LANGUAGES = (ENGLISH, TRADITIONAL, SIMPLIFIED)
"""The languages in which everything can be said."""

_NEAREST = {
    TRADITIONAL: (TRADITIONAL, "zh-HK", "zh-TW", "zh"),
    SIMPLIFIED: (SIMPLIFIED, "zh-CN", "zh-SG", "zh"),
}


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in a language or what is nearest to it, at last in English; empty where there is none."""
    for name in _NEAREST.get(language, (language,)):
        if text := texts.get(name):
            return text
    if language == SIMPLIFIED and (text := texts.get(TRADITIONAL)):
        return simplified(text)
    return texts.get(ENGLISH, "")


def pair_in_language(texts: tuple[str, str], language: str) -> str:
    """Of an English and a Traditional Chinese text the one in a language."""
    return in_language({ENGLISH: texts[0], TRADITIONAL: texts[1]}, language)


def words_in(books: Mapping[str, _T], language: str) -> _T:
    """A whole book of words (texts, or what holds texts) in a language, in English where it has none."""
    if language == SIMPLIFIED and SIMPLIFIED not in books and TRADITIONAL in books:
        return cast("_T", _simplified(books[TRADITIONAL]))
    return books.get(language, books[ENGLISH])


def with_simplified(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts, and the one in Simplified Chinese where there is a Chinese one."""
    found = dict(texts)
    if TRADITIONAL in found and SIMPLIFIED not in found:
        found[SIMPLIFIED] = in_language(found, SIMPLIFIED)
    return found


def simplified(text: str) -> str:
    """A text of the program or of its packs in Simplified Chinese; as it is where the catalogue has none."""
    return catalogue().get(text, text)


def _simplified(words: object) -> object:
    if isinstance(words, str):
        return simplified(words)
    if isinstance(words, tuple):
        return tuple(_simplified(each) for each in words)
    if isinstance(words, Mapping):
        return {key: _simplified(value) for key, value in words.items()}
    return words


@lru_cache(maxsize=1)
def catalogue() -> dict[str, str]:
    """Traditional texts with the Simplified ones, where they differ."""
    file = data_root() / "resources" / "i18n" / "texts_zh_Hans.json"
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return found
