"""The names of exported files: a pack's pattern, filled with parts that any file system takes."""

import re
from collections.abc import Mapping

PATTERN = "{type}_{ce}_{period}_{id}"
"""Where a pack has none of its own: `CAR_ABC123_2026-10_1f3c9a20`."""

PLACES = ("type", "version", "ce", "period", "year", "month", "id")

_PLAIN = re.compile(r"[A-Za-z0-9._-]*", re.ASCII)
_PLACE = re.compile(r"\{([^{}]*)\}")
_MOST = 120


def pattern_problem(pattern: str) -> str:
    """What is wrong with a pattern; empty where nothing is."""
    unknown = [name for name in _PLACE.findall(pattern) if name not in PLACES]
    if unknown:
        return f"“{{{unknown[0]}}}” is none of {', '.join(f'{{{name}}}' for name in PLACES)}"
    if not _PLAIN.fullmatch(_PLACE.sub("", pattern)) or len(pattern) > _MOST:
        return "a file name has up to 120 letters, digits, points, dashes and underscores"
    if "{id}" not in pattern:
        return "without “{id}” two returns could have files of the same name"
    return ""


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """The name without an ending. Signs that a portal might refuse become dashes; what is empty goes."""
    parts = {
        name: re.sub(r"[^A-Za-z0-9.-]+", "-", text).strip("-.") for name, text in values.items()
    }
    name = _PLACE.sub(lambda found: parts.get(found[1], ""), pattern)
    return re.sub(r"_{2,}", "_", name).strip("._-")
