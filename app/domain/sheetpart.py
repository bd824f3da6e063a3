"""A part of a sheet as texts, to be looked at, and the letters of its columns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Rows of a sheet by their 1-based number; each has `columns` texts. `row` and `column` are the
    0-based place of the cell that was asked for: in `rows`, and in each of them.
    """

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    columns: int
    row: int
    column: int
    total: int


def column_number(letters: str) -> int:
    """0-based number of a column: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(number: int) -> str:
    """The inverse."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
