"""Sentences of the layers below in the window's language.

Refusals, reasons and doubts are raised as English sentences with facts in them, and the command line
shows them so. `resources/i18n/sentences_*.toml` holds them in other languages, keyed by the sentence
as the source writes it with `{}` for each fact. What it does not hold stays English.
`sentences_en.toml` holds the few that name a command, with the window's own way instead.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from app.domain.finding import Finding
from app.domain.languages import in_language
from app.paths import data_root
from app.ui.i18n import language_in_use

_LONGEST_PLACE = 160
"""What stands before a colon and is longer than this is no place but a sentence."""


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """`exact` are sentences without facts, `patterns` the others, the most particular first."""

    exact: dict[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache
def _catalogue(language: str) -> _Catalogue:
    name = f"sentences_{language.replace('-', '_')}.toml"
    file = data_root() / "resources" / "i18n" / name
    if not file.exists():
        return _Catalogue({}, ())
    known: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))["sentences"]
    exact = {text: words for text, words in known.items() if "{}" not in text}
    gaps = sorted((text for text in known if "{}" in text), key=_particular, reverse=True)
    return _Catalogue(exact, tuple((_pattern(text), known[text]) for text in gaps))


def _particular(text: str) -> int:
    return len(text.replace("{}", ""))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(re.escape(part) for part in text.split("{}")), re.DOTALL)


@lru_cache(maxsize=4096)
def translated(text: str, language: str) -> str | None:
    """A sentence in a language; None where the catalogue does not hold it."""
    catalogue = _catalogue(language)
    if text in catalogue.exact:
        return catalogue.exact[text]
    for pattern, words in catalogue.patterns:
        match = pattern.fullmatch(text)
        if match is not None:
            return words.format(*(translated(fact, language) or fact for fact in match.groups()))
    place, colon, rest = text.partition(": ")
    if colon and len(place) <= _LONGEST_PLACE:
        said = translated(rest, language)
        mark = "：" if language.startswith("zh") else ": "
        return f"{place}{mark}{said}" if said is not None else None
    return None


def known(text: str) -> str:
    """A text of the layers below as it is shown, in English where no other words are known."""
    return translated(text, language_in_use()) or text


def sentence(text: str) -> str:
    """The same as a whole sentence, with a capital and a full stop."""
    said = translated(text, language_in_use())
    shown = said or text
    shown = shown[:1].upper() + shown[1:]
    if shown.endswith((".", "!", "?", "。")):
        return shown
    chinese = said is not None and language_in_use().startswith("zh")
    return shown + ("。" if chinese else ".")


def finding_words(finding: Finding, language: str) -> str:
    """A finding in a language: the pack's own words, else what the catalogue knows."""
    own = (
        in_language({**finding.messages, "en": ""}, language)
        if language != "en"
        else finding.message
    )
    return own or translated(finding.message, language) or finding.message
