"""A return as a page of text: headings, values with their names, tables. What screen and paper show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One value with its name; `numeric` values stand at the right."""

    label: str
    value: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its titles, the first rows, and how many there are in all."""

    title: str
    titles: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or a group in it: a heading with lines, tables and sentences."""

    title: str
    level: int
    lines: tuple[Line, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    notes: tuple[str, ...] = ()


def seen(text: str) -> str:
    """The text with every sign that cannot be seen, or that turns the direction, told by its number.

    What is shown for signing must not look like something else; breaks and wide blanks stay.
    """
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or sign in _PLAIN else f"[U+{ord(sign):04X}]" for sign in text
    )


_PLAIN = "\n\u3000\u00a0"
