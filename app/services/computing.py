"""Working out computed fields: at the end of every step, inside it, from what the step has touched.

Because it is part of the step, undo takes both back and a dry run shows both. A change of one cell
reads only the rows that it concerns, and a plain sum over a table is kept by adding and subtracting
what changed; all is exact either way.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.amounts import parse_decimal
from app.domain.clock import stamp
from app.domain.origin import Origin, OriginKind
from app.domain.pack import Pack
from app.domain.tree import Row, Values
from app.services.affected import Affected, Change, affected
from app.services.formulabook import plan_of
from app.services.overrides import FEW, Overrides
from app.services.partrows import Overlay, Part
from app.store.returns import ReturnRecord
from app.store.rows import RowWriter
from app.store.workspace import Connection, as_json

if TYPE_CHECKING:
    from app.rules.atoms import Atom
    from app.rules.formulas import Formula
    from app.rules.tree import Tree


def settle(
    connection: Connection, record: ReturnRecord, pack: Pack, rows: RowWriter, seat: str
) -> frozenset[int]:
    """Work out what follows from a step's changes; returns the rows whose values that changed."""
    if not pack.computed or not rows.touched:
        return frozenset()
    formulas = plan_of(connection, pack, record).formulas
    settling = _Settling(connection, pack, rows, seat)
    for formula in formulas:
        settling.one(formula)
    settling.write()
    rows.touched.clear()
    return settling.derived


class _Settling:
    """One pass over the formulas, with the new values in hand until all are known."""

    def __init__(self, connection: Connection, pack: Pack, rows: RowWriter, seat: str) -> None:
        self._schema, self._rows, self._seat = pack.schema, rows, seat
        self._overrides = Overrides(connection, rows)
        touched = rows.touched
        self._whole = [node for node in pack.schema.nodes if touched.is_whole(node)]
        self._bulk = frozenset(self._whole)
        before: dict[int, Row | None] = {**touched.before, **dict.fromkeys(touched.fresh)}
        self._changes = {
            number: Change(row, after)
            for number, row in before.items()
            if (after := rows.get(number)) is not None or row is not None
        }
        self._source = Overlay(rows, frozenset(node for node, _ in pack.computed_targets))
        self._full: Tree | None = None
        self._emptied: list[tuple[Row, str]] = []

    @property
    def derived(self) -> frozenset[int]:
        """The rows that got other values."""
        return frozenset(self._source.values)

    def one(self, formula: "Formula") -> None:
        """Work one formula out where it is concerned."""
        changes = self._changes.values()
        found = affected(formula, self._schema, changes, self._whole, self._above)
        if found.none:
            return
        if found.sums is not None:
            self._sum(formula, found)
        if found.every:
            self._every(formula)
        elif found.rows:
            self._some(formula, found.rows)

    def _above(self, row: Row, node: str) -> int | None:
        current: Row | None = row
        while current is not None and current.node != node:
            current = self._rows.get(current.parent) if current.parent is not None else None
        return current.id if current is not None else None

    def _every(self, formula: "Formula") -> None:
        """All rows, on one tree that the formulas after it use too."""
        from app.rules.formulas import evaluate, fitted  # noqa: PLC0415
        from app.rules.tree import Tree  # noqa: PLC0415

        tree = self._full = self._full or Tree(self._schema, self._source)
        found = list(evaluate(formula, tree))
        self._overrides.expect(formula.key, len(found))
        index, field = formula.index, formula.field
        for item, value in found:
            text = fitted(value, field)
            if item.values[index] != text:
                values = self._take(formula, self._source.held[item.id], text)
                if values is not None:
                    item.values = values
        tree.columns.clear()  # what was read of these rows before is no longer so
        tree.shadow = None

    def _some(self, formula: "Formula", numbers: set[int]) -> None:
        """A few rows, with nothing loaded but what they look at."""
        from app.rules.formulas import evaluate  # noqa: PLC0415
        from app.rules.tree import Tree  # noqa: PLC0415

        part = Part(self._schema, self._source, formula, self._of(numbers))
        self._overrides.expect(formula.key, len(numbers))
        for item, value in evaluate(formula, Tree(self._schema, part)):
            if item.id in numbers:
                self._keep(formula, part.row(item.id), value)

    def _of(self, numbers: set[int]) -> list[Row]:
        found = (self._rows.get(number) for number in sorted(numbers))
        return [self._source.current(row) for row in found if row is not None]

    def _sum(self, formula: "Formula", found: Affected) -> None:
        """Keep a total: what the changed rows gave goes off, what they give now comes on."""
        assert found.sums is not None
        table = found.sums
        before = self._part_sums(formula, table, (c.before for c in self._of_node(table)))
        after = self._part_sums(formula, table, (c.after for c in self._of_node(table)))
        self._overrides.expect(formula.key, len(before))
        for number, (row, old) in before.items():
            if number in found.rows:
                continue
            total = _moved(row.values[formula.index], old, after[number][1])
            if total is None:
                found.rows.add(number)
            else:
                self._keep(formula, row, total)

    def _of_node(self, node: str) -> Iterator[Change]:
        return (change for change in self._changes.values() if change.row.node == node)

    def _part_sums(
        self, formula: "Formula", table: str, rows: Iterable[Row | None]
    ) -> "dict[int, tuple[Row, Atom | None]]":
        from app.rules.formulas import evaluate  # noqa: PLC0415
        from app.rules.tree import Tree  # noqa: PLC0415

        part = Part(self._schema, self._source, formula, None)
        part.only[table] = [row for row in rows if row is not None]
        results = evaluate(formula, Tree(self._schema, part))
        return {item.id: (part.row(item.id), value) for item, value in results}

    def _keep(self, formula: "Formula", row: Row, value: "Atom | None") -> None:
        """Put a result into its row; what was loaded whole is then no longer up to date."""
        from app.rules.formulas import fitted  # noqa: PLC0415

        if self._take(formula, row, fitted(value, formula.field)) is not None:
            self._full = None

    def _take(self, formula: "Formula", row: Row, text: str | None) -> Values | None:
        """Put a text into its row, unless somebody gave a value; returns the row's new values."""
        current = self._source.values.get(row.id, row.values)
        index = formula.index
        held = current[index]
        if held == text or self._overrides.given(row, formula.key, held):
            return None
        values = (*current[:index], text, *current[index + 1 :])
        if held is None:
            self._emptied.append((row, formula.key))
        self._source.put(row, values)
        if row.node not in self._bulk:
            self._note(row, replace(row, values=values))
        return values

    def _note(self, row: Row, after: Row) -> None:
        known = self._changes.get(row.id)
        if known is None:
            self._changes[row.id] = Change(row, after)
        else:
            known.after = after

    def write(self) -> None:
        """Store the new values, and that they are the formulas' even where somebody had emptied one."""
        self._rows.rewrite(self._source.changed())
        if len(self._emptied) > FEW:
            for key in {key for _, key in self._emptied}:
                self._overrides.expect(key, len(self._emptied))
        origin = as_json(Origin(OriginKind.COMPUTED, by=self._seat, at=stamp()).as_dict())
        for row, key in self._emptied:
            own = self._overrides.own(row.id, key)
            if own is not None and own is not OriginKind.COMPUTED:
                self._rows.set_origin(row.id, key, origin)


def _moved(held: str | None, old: "Atom | None", new: "Atom | None") -> Decimal | None:
    """A total after a change; None where it has to be worked out from all rows."""
    from app.rules.arithmetic import exactly  # noqa: PLC0415

    total = parse_decimal(held or "")
    if total is None or not isinstance(old, Decimal) or not isinstance(new, Decimal):
        return None
    try:
        with exactly(rounds=False):
            return total - old + new
    except ArithmeticError:
        return None
