"""What a table on the screen reads: the numbers of its rows, in an order, and pages of rows."""

from dataclasses import dataclass
from decimal import Decimal

from app.domain.amounts import parse_decimal
from app.domain.schema import Node
from app.domain.tree import Row
from app.services.desk import Desk
from app.services.given import Given
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store.rowpages import RowPages


@dataclass(frozen=True, slots=True)
class View:
    """How a table is shown: sorted by a field (None: as in the document), only rows that hold a text
    in any column, and only those that have just these values (None: no value) in some columns.
    """

    sort: str | None = None
    descending: bool = False
    text: str = ""
    only: tuple[tuple[str, str | None], ...] = ()

    @property
    def plain(self) -> bool:
        """Every row, in the order of the document."""
        return self.sort is None and not self.narrow

    @property
    def narrow(self) -> bool:
        """Whether it may leave rows out."""
        return bool(self.text or self.only)


def narrowed(pages: RowPages, parent: int, shape: Node, view: View) -> list[int] | None:
    """Numbers of the rows that a view leaves, in document order; None where it leaves all."""
    found: list[int] | None = None
    if view.only:
        wanted = [(shape.index[key], text) for key, text in view.only]
        found = pages.having(parent, shape.path, wanted)
    if view.text:
        matching = pages.matching(parent, shape.path, view.text, range(len(shape.fields)))
        kept = set(found) if found is not None else None
        found = [number for number in matching if kept is None or number in kept]
    return found


def row_ids(
    desk: Desk, return_id: str, parent: int, node: str, view: View, limit: int = -1
) -> list[int]:
    """Numbers of the rows that a view shows. Numbers are compared exactly, texts without case."""
    record = get_return(desk, return_id)
    shape = get_pack(desk, record.pack_id).schema.node(node)
    with desk.workspace.read() as connection:
        pages = RowPages(connection, record.id, record.head)
        if view.plain:
            return pages.ids(parent, node, limit)
        wanted = narrowed(pages, parent, shape, view)
        if view.sort is None:
            return wanted or []
        pairs = pages.column(parent, node, shape.index[view.sort])
    if wanted is not None:
        kept = set(wanted)
        pairs = [pair for pair in pairs if pair[0] in kept]
    return _sorted(pairs, shape, view)


def _sorted(pairs: list[tuple[int, str | None]], node: Node, view: View) -> list[int]:
    assert view.sort is not None
    numeric = node.fields[node.index[view.sort]].kind.numeric
    given = [pair for pair in pairs if pair[1] is not None]
    absent = [pair[0] for pair in pairs if pair[1] is None]
    if numeric:
        numbers = [(number, parse_decimal(text or "")) for number, text in given]
        amounts = [(number, value) for number, value in numbers if value is not None]
        odd = [number for number, value in numbers if value is None]
        amounts.sort(key=_amount, reverse=view.descending)
        return [number for number, _ in amounts] + odd + absent
    given.sort(key=_text, reverse=view.descending)
    return [number for number, _ in given] + absent


def _amount(pair: tuple[int, Decimal]) -> Decimal:
    return pair[1]


def _text(pair: tuple[int, str | None]) -> str:
    return (pair[1] or "").casefold()


@dataclass(frozen=True, slots=True)
class Page:
    """Rows by number, and the keys of their computed fields whose value somebody gave."""

    rows: dict[int, Row]
    given: dict[int, frozenset[str]]


def read_page(desk: Desk, return_id: str, wanted: list[int]) -> Page:
    """Rows of one node by number, as they stand; rows that are gone are left out."""
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.read() as connection:
        pages = RowPages(connection, record.id, record.head)
        found = pages.several(wanted)
        return Page(found, Given(connection, pack, pages).of_all(found.values()))


def read_rows(desk: Desk, return_id: str, wanted: list[int]) -> dict[int, Row]:
    """Rows by number, as they stand; rows that are gone are left out."""
    record = get_return(desk, return_id)
    with desk.workspace.read() as connection:
        return RowPages(connection, record.id, record.head).several(wanted)
