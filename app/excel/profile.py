"""Import profiles: where a return's data stand in a workbook of somebody else's layout.

`profilefile.py` reads them; a template makes one from its own header rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.errors import UserError
from app.excel.flaws import Conventions

SAME_ROW = "same-row"
CATCH_ALL = "*"


class ProfileError(UserError):
    """A profile that cannot be used."""

    code = "profile-error"


@dataclass(frozen=True, slots=True)
class Source:
    """Where one field's value comes from.

    Exactly one of: a column by header text (several spellings allowed) or by letter, one cell, a
    constant, or a running number written with a pattern such as `W-0000`. `values` translates
    texts of the cell; `default` serves where the cell is empty. What is not taken from the cell
    (constant, running number, default, the `*` entry of a map) has the origin *profile*.
    """

    headers: tuple[str, ...] = ()
    letter: str = ""
    cell: str = ""
    constant: str | None = None
    running: str = ""
    values: Mapping[str, str] | None = None
    default: str | None = None

    @property
    def from_file(self) -> bool:
        """Whether a cell is read at all."""
        return bool(self.headers or self.letter or self.cell)


@dataclass(frozen=True, slots=True)
class Filter:
    """Rows are skipped (or kept) when the cell of a column is one of these texts."""

    column: Source
    texts: frozenset[str]
    keep: bool


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table of the return and the part of a sheet that holds it.

    Without `header` (a 1-based row) the first row that holds all named headers is taken. `first` is
    the first row of data, by default the one below the header. The table ends with the sheet, or
    with `last`, or where `ends_blank` at the first wholly blank row.
    `parent` says to which row of the table above a row of a nested table belongs: the one read from
    the same row of the sheet, or the one with these key values (`#` stands for its position).
    `marks` are columns of a template that say that something is there which has no value of its own:
    `#` the row itself, by its position, and `Group/#` a group inside it.
    """

    path: str
    where: str
    sheets: tuple[str, ...] = ()
    header: int | None = None
    first: int | None = None
    last: int | None = None
    left: int = 0
    right: int | None = None
    ends_blank: bool = False
    columns: Mapping[str, Source] = field(default_factory=dict)
    filters: tuple[Filter, ...] = ()
    parent: Mapping[str, Source] = field(default_factory=dict)
    same_row: bool = False
    marks: Mapping[str, Source] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field outside every table."""

    path: str
    where: str
    source: Source
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile, read from its file or made from a template's own header rows."""

    name: str
    return_type: str
    title: str = ""
    conventions: Conventions = field(default_factory=Conventions)
    tables: tuple[TableSpec, ...] = ()
    fields: tuple[FieldSpec, ...] = ()
    groups: tuple[FieldSpec, ...] = ()
    template: bool = False
