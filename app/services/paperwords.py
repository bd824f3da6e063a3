"""What a printed page says beside the words of its pack, from `resources/paper/words.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache

from app.domain.languages import in_language, words_in
from app.paths import data_root


@cache
def _book() -> dict[str, dict[str, str]]:
    file = data_root() / "resources" / "paper" / "words.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def paper_words(language: str) -> Mapping[str, str]:
    """The words of a language, English where we have none of it."""
    return words_in(_book(), language)


def unit_words(unit: str, language: str) -> str:
    """A unit as the pack names it, in the language where we know its words."""
    units: Mapping[str, Mapping[str, str]] = _book()["units"]  # type: ignore[assignment]
    return (
        in_language({name: words.get(unit, "") for name, words in units.items()}, language) or unit
    )
