"""A printed page as marks at places: what the PDF writer and a printer draw alike.

All lengths are hundredths of a point (1/7200 inch), whole numbers, so that the same content gives the same
page on every machine. Places are counted from the upper left corner of the page.
"""

from dataclasses import dataclass

A4 = (59528, 84189)
"""Width and height of a page that stands."""

FONT = "praya-paper.ttf"
"""The one font of all pages, in `resources/fonts`."""

TONES = {
    "text": 0x1B2430,
    "muted": 0x56616F,
    "line": 0x8A94A1,
    "hair": 0xD3D8DE,
    "alarm": 0xB3261E,
}
"""Colours on white paper; what they say stands in words as well."""


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text in one line; `y` is its base line."""

    x: int
    y: int
    size: int
    text: str
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Box:
    """The outline of a rectangle; without height a line across."""

    x: int
    y: int
    width: int
    height: int = 0
    thick: int = 50
    tone: str = "hair"


Mark = Text | Box


@dataclass(frozen=True, slots=True)
class Page:
    """One page; a `wide` one lies on its side."""

    wide: bool
    marks: tuple[Mark, ...]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return (A4[1], A4[0]) if self.wide else A4


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole document. `language` is its language tag; `title` is what a reader shows in its frame."""

    pages: tuple[Page, ...]
    title: str
    language: str
    subject: str = ""
    author: str = ""
