"""Computed fields against an evaluator of our own: after every step they are what the formulas give."""

import tempfile
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sheet_pack import sheet_desk

from app.domain.tree import Row
from app.services import drafts, editor, returns
from app.services import settings as choices
from app.services.documents import rows_at
from app.services.editor import Cell
from app.services.packs import get_pack
from app.services.returns import get_return

NUMBERS = st.sampled_from(["1", "2.5", "-3.005", "40", "0.333", "1234567890.125", "0", "x", None])
CODES = st.sampled_from(["A", "A", "B", None])
BEGUN = [
    ("Rate", {"Code": "A", "Value": "2"}),
    ("Rate", {"Code": "B", "Value": "0.5"}),
    ("Line", {"Id": "1", "Code": "A", "Qty": "3"}),
    ("Line", {"Id": "2", "Code": "B", "Qty": "7.77"}),
    ("Split", {"Code": "A"}),
    ("Split", {"Code": "B"}),
]
"""So that most edits change something that others follow from."""
CELLS = {
    "Rate": {"Code": CODES, "Value": NUMBERS},
    "Line": {"Id": CODES, "Code": CODES, "Qty": NUMBERS, "Value": NUMBERS, "Parts": NUMBERS},
    "Line/Part": {"Amount": NUMBERS, "Times": NUMBERS},
    "Split": {"Code": CODES, "Sum": NUMBERS},
    "Totals": {"Grand": NUMBERS, "Greatest": NUMBERS},
}
COMPUTED = {
    ("Totals", "Word"), ("Totals", "Grand"), ("Totals", "Greatest"), ("Split", "Sum"),
    ("Line", "Value"), ("Line", "Parts"), ("Line", "Share"), ("Line/Part", "Times"),
}  # fmt: skip
Cells = dict[str, str | None]


class Nothing(Exception):
    """The formula gives nothing: a value is no number, or one was wanted and there are several."""


def number(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        raise Nothing from None


def numbers(texts: list[str | None]) -> list[Decimal]:
    return [found for text in texts if (found := number(text)) is not None]


def shown(value: Decimal | None, digits: int = 0) -> str | None:
    if value is None:
        return None
    text = format(value + 0, "f")
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0").ljust(digits, "0")
    plain = f"{whole}.{fraction}" if fraction else whole
    return plain.lstrip("-") if value == 0 else plain


@dataclass
class Sheet:
    """The return as plain mappings, with what somebody gave."""

    rows: dict[int, Row]
    cells: dict[int, Cells]
    given: set[tuple[int, str]] = field(default_factory=set)
    limit: Decimal = Decimal(100)

    def of(self, node: str, parent: int | None = None) -> list[int]:
        return [
            number
            for number, row in self.rows.items()
            if row.node == node and parent in (None, row.parent)
        ]

    def wanted(self, row: int, key: str) -> str | None:
        """What a computed field has to hold, from what the others hold."""
        try:
            return getattr(self, "_" + key.lower())(row)  # type: ignore[no-any-return]
        except Nothing:
            return None

    def column(self, node: str, key: str, code: str | None = None) -> list[str | None]:
        return [
            self.cells[row][key]
            for row in self.of(node)
            if code is None or self.cells[row]["Code"] == code
        ]

    def _value(self, row: int) -> str | None:
        quantity, code = number(self.cells[row]["Qty"]), self.cells[row]["Code"]
        rates = numbers(self.column("Rate", "Value", code)) if code is not None else []
        if len(rates) > 1:
            raise Nothing
        if quantity is None or not rates:
            return None
        return shown((quantity * rates[0]).quantize(Decimal("0.01"), ROUND_HALF_UP), 2)

    def _parts(self, row: int) -> str | None:
        parts = self.of("Line/Part", row)
        amounts = [self.cells[part]["Amount"] for part in parts]
        return shown(sum(numbers(amounts), Decimal(0))) if parts else None

    def _times(self, row: int) -> str | None:
        above = self.rows[row].parent
        assert above is not None
        amount, quantity = number(self.cells[row]["Amount"]), self.cells[above]["Qty"]
        if amount is None:
            return None
        other = number(quantity)
        return None if other is None else shown(amount * other)

    def _grand(self, _row: int) -> str | None:
        return shown(sum(numbers(self.column("Line", "Value")), Decimal(0)), 2)

    def _greatest(self, _row: int) -> str | None:
        return shown(max(numbers(self.column("Line", "Value")), default=None), 2)

    def _sum(self, row: int) -> str | None:
        code = self.cells[row]["Code"]
        values = self.column("Line", "Value", code) if code is not None else []
        return shown(sum(numbers(values), Decimal(0)), 2)

    def _word(self, row: int) -> str | None:
        grand = number(self.cells[row]["Grand"])
        return "much" if grand is not None and grand > self.limit else "little"

    def _share(self, row: int) -> str | None:
        total = number(self.cells[self.of("Totals")[0]]["Grand"])
        if total is None or not total > 0:
            return None
        value = number(self.cells[row]["Value"])
        if value is None:
            return None
        scaled = value * 1000000
        whole = (abs(scaled) // total) * (-1 if scaled < 0 else 1)
        return shown(whole / 10000)


class Editing(RuleBasedStateMachine):
    """Random edits, undone and redone."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = sheet_desk(Path(self.folder.name) / "s.praya")
        self.id = returns.new_return(self.desk, "SHEET", "2026-10").id
        self.steps = [self.read(set())]
        self.head = 0
        self.limit = Decimal(100)
        for node, cells in BEGUN:
            self.add(node)
            new = max(self.sheet.of(node))
            block = [Cell(new, key, text) for key, text in cells.items()]
            editor.set_cells(self.desk, self.id, block, "begin")
            self.step(set())

    def teardown(self) -> None:
        self.desk.workspace.close()
        self.folder.cleanup()

    def read(self, given: set[tuple[int, str]]) -> Sheet:
        record = get_return(self.desk, self.id)
        schema = get_pack(self.desk, record.pack_id).schema
        with self.desk.workspace.read() as connection:
            rows = rows_at(connection, record)
            found = {row.id: row for node in schema.nodes for row in rows.all_of(node)}
        cells = {
            row.id: dict(zip(schema.nodes[row.node].index, row.values, strict=True))
            for row in found.values()
        }
        return Sheet(found, cells, {mark for mark in given if mark[0] in found})

    @property
    def sheet(self) -> Sheet:
        return self.steps[self.head]

    def step(self, given: set[tuple[int, str]]) -> None:
        del self.steps[self.head + 1 :]
        self.steps.append(self.read(given))
        self.head += 1

    @rule(data=st.data())
    def type(self, data: st.DataObject) -> None:
        rows = [row for row in self.sheet.rows.values() if row.node in CELLS]
        row = data.draw(st.sampled_from(rows))
        key = data.draw(st.sampled_from(sorted(CELLS[row.node])))
        text = data.draw(CELLS[row.node][key])
        drafts.set_cell(self.desk, self.id, row.id, key, text)
        self.step(self.mark(row, key, text))
        if text is not None:
            assert self.sheet.cells[row.id][key] == text

    def mark(self, row: Row, key: str, text: str | None) -> set[tuple[int, str]]:
        given = set(self.sheet.given)
        if (row.node, key) in COMPUTED:
            (given.discard if text is None else given.add)((row.id, key))
        return given

    @rule(data=st.data())
    def paste(self, data: st.DataObject) -> None:
        lines = data.draw(
            st.lists(
                st.fixed_dictionaries({"Id": CODES, "Code": CODES, "Qty": NUMBERS}), max_size=4
            )
        )
        root, known = self.sheet.of("")[0], self.sheet.of("Line")[:2]
        editor.paste(
            self.desk, self.id, parent=root, node="Line", row_ids=known, lines=lines, label="paste"
        )
        self.step(self.sheet.given)

    @rule(node=st.sampled_from(["Rate", "Line", "Split"]))
    def add(self, node: str) -> None:
        drafts.add_row(self.desk, self.id, node)
        self.step(self.sheet.given)

    @precondition(lambda self: self.sheet.of("Line"))
    @rule(data=st.data())
    def add_part(self, data: st.DataObject) -> None:
        line = data.draw(st.sampled_from(self.sheet.of("Line")))
        editor.add_table_row(self.desk, self.id, line, "Line/Part")
        self.step(self.sheet.given)

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        rows = [
            row.id for row in self.sheet.rows.values() if row.node in CELLS and row.node != "Totals"
        ]
        gone = data.draw(st.lists(st.sampled_from(rows), max_size=2, unique=True)) if rows else []
        editor.remove_rows(self.desk, self.id, gone, "remove")
        self.step(self.sheet.given)

    @rule(value=st.sampled_from(["10", "100"]))
    def choose(self, value: str) -> None:
        before = choices.get(self.desk, "limit")
        choices.set_setting(self.desk, "limit", value)
        if before.value != value or not before.changed:
            self.limit = Decimal(value)
            self.step(self.sheet.given)

    @rule()
    def undo_and_redo(self) -> None:
        drafts.undo(self.desk, self.id)
        if self.head:
            assert self.read(set()).cells == self.steps[self.head - 1].cells
            drafts.redo(self.desk, self.id)

    @precondition(lambda self: self.head > 0)
    @rule()
    def undo(self) -> None:
        limits = {step.limit for step in self.steps}
        if len(limits) == 1:  # a step before another choice holds what followed from that choice
            drafts.undo(self.desk, self.id)
            self.head -= 1

    @invariant()
    def every_field_is_what_its_formula_gives(self) -> None:
        now = self.read(self.sheet.given)
        assert now.cells == self.sheet.cells
        now.limit = self.sheet.limit = self.limit
        for row in now.rows.values():
            for key, value in now.cells[row.id].items():
                if (row.node, key) in COMPUTED and (row.id, key) not in now.given:
                    assert value == now.wanted(row.id, key), (row.node, key, now.cells)


TestComputedFields = Editing.TestCase
TestComputedFields.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
