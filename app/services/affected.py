"""Which rows of a computed field a change concerns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.schema import Schema
from app.domain.tree import Row

if TYPE_CHECKING:
    from app.rules.formulas import Formula


@dataclass(slots=True)
class Change:
    """One row as it was and as it is; None where it was not there, or is no more."""

    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row, as it is or as it was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def structural(self) -> bool:
        """Whether a row came or went."""
        return self.before is None or self.after is None

    def touches(self, index: int) -> bool:
        """Whether a value differs."""
        before = self.before.values[index] if self.before else None
        after = self.after.values[index] if self.after else None
        return before != after


@dataclass(slots=True)
class Affected:
    """Rows of a formula to work out again: `rows` by number, or `every` row.

    `sums` is the table of which some rows changed, when the formula is a sum over it.
    """

    rows: set[int] = field(default_factory=set)
    every: bool = False
    sums: str | None = None

    @property
    def none(self) -> bool:
        """Whether nothing has to be worked out."""
        return not (self.rows or self.every or self.sums)


def affected(
    formula: "Formula",
    schema: Schema,
    changes: Iterable[Change],
    whole: Iterable[str],
    above: Callable[[Row, str], int | None],
) -> Affected:
    """What changes mean for a formula. `above` finds the row of a node above a row."""
    asking = _Asking(formula, schema, above)
    if asking.reads_whole(whole):
        return Affected(every=True)
    for change in changes:
        asking.ask(change)
        if asking.found.every:
            return Affected(every=True)
    return asking.answer()


class _Asking:
    def __init__(
        self, formula: "Formula", schema: Schema, above: Callable[[Row, str], int | None]
    ) -> None:
        from app.rules.reads import Reach  # noqa: PLC0415

        self._formula, self._schema, self._above = formula, schema, above
        self._reach = Reach
        self._wide: set[str] = set()
        self.found = Affected()

    def reads_whole(self, whole: Iterable[str]) -> bool:
        reads, mine = self._formula.reads, self._formula.node
        read = {path for path, _ in reads.rows} | {target[0] for target, _ in reads.fields}
        return any(reads.everything or path == mine or path in read for path in whole)

    def ask(self, change: Change) -> None:
        formula, reach = self._formula, self._reach
        if formula.reads.everything:
            self.found.every = True
            return
        node = change.row.node
        hits = {how for how in reach if self._hit(change, node, how)}
        if reach.WIDE in hits:
            self._wide.add(node)
        if reach.ABOVE in hits:
            self.found.every = True
        mine = node == formula.node
        if mine and (reach.OWN in hits or change.structural or change.touches(formula.index)):
            if change.after is not None:
                self.found.rows.add(change.after.id)
        elif reach.OWN in hits:
            row = self._above(change.row, formula.node)
            if row is not None:
                self.found.rows.add(row)

    def _hit(self, change: Change, node: str, reach: int) -> bool:
        reads = self._formula.reads
        if change.structural and any((node, how) in reads.rows for how in [reach]):
            return True
        index = self._schema.nodes[node].index
        return any(
            path == node and how == reach and change.touches(index[key])
            for (path, key), how in reads.fields
        )

    def answer(self) -> Affected:
        found, wide = self.found, self._wide
        if wide:
            table = next(iter(wide))
            if len(wide) == 1 and table in self._formula.reads.additive:
                found.sums = table
            else:
                found.every = True
        return found
