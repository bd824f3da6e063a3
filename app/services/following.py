"""The next report of an event: everything that the earlier one said, under the next number."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.clock import stamp
from app.domain.origin import Origin, OriginKind
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.schema import Node, Schema
from app.domain.tree import Row
from app.errors import UserError
from app.services.chain import SEALED, chain_of, earlier_reports, followers, in_force, value_at
from app.services.computing import settle
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.overrides import Overrides
from app.services.packs import get_pack, pack_for
from app.services.prefill import Known, facts_of, fill_known, fill_paths, origin_json
from app.services.returns import blank_record, get_return, note_created, skeleton
from app.store import corrections
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.rows import ORDER_STEP, Rows, RowWriter
from app.store.workspace import Connection, as_json

_OF_A_CORRECTION = ("ReplacesId", "ReplacesID", "ChangeSummary")
"""What only the correction of a return says of itself."""


class NoChain(UserError):
    """Returns of this type answer no event."""

    code = "no-chain"


class ChainNotReady(UserError):
    """The earlier report can still change, so nothing can be built on it."""

    code = "chain-not-ready"


class ChainEnded(UserError):
    """The earlier report was the last one."""

    code = "chain-ended"


class ChainContinued(UserError):
    """Another report follows the earlier one already."""

    code = "chain-continued"


def follow(desk: Desk, return_type: str, period_text: str, earlier_id: str) -> ReturnRecord:
    """The report after a signed one: its values, the next number, the phase in the middle."""
    period = Period.parse(period_text)
    with desk.workspace.write() as connection:
        earlier = in_force(connection, get_return(desk, earlier_id))
        _refuse(desk, connection, earlier, return_type, period)
        pack = pack_for(desk, return_type, period)
        record = blank_record(
            desk, pack.manifest.return_type, str(period), pack.id, follows=earlier.id
        )
        store.insert_return(connection, record)
        count = _fill(desk, connection, earlier, pack, record)
        note_created(desk, connection, record, pack, follows=earlier.id, rows=count)
    return record


def _refuse(
    desk: Desk, connection: Connection, earlier: ReturnRecord, return_type: str, period: Period
) -> None:
    pack = get_pack(desk, earlier.pack_id)
    short = f"{earlier.return_type} {earlier.period} ({earlier.id[:8]})"
    if pack.chain is None or earlier.return_type != return_type.upper():
        raise NoChain(f"{short} is no report of an event that a {return_type.upper()} could follow")
    if earlier.state not in SEALED:
        raise ChainNotReady(
            f"{short} is {earlier.state.value}; sign it first, or void it and follow the one before"
        )
    for other, state in corrections.replaced_by(connection, earlier.id):
        if state != "voided":
            raise ChainNotReady(
                f"the correction {other[:8]} of {short} is {state}; sign or void it first"
            )
    for later in followers(connection, earlier):
        raise ChainContinued(f"{later.id[:8]} follows {short} already; follow that one, or void it")
    if value_at(pack.schema, rows_at(connection, earlier), pack.chain.phase) == pack.chain.last:
        raise ChainEnded(f"{short} is the last report of its event; begin a new one, or correct it")
    if str(period) < earlier.period:
        raise NoChain(f"{period} lies before {short}; give its period or a later one")


def _fill(
    desk: Desk, connection: Connection, earlier: ReturnRecord, pack: Pack, record: ReturnRecord
) -> int:
    """Copy, renumber, and note where each value came from; returns how many rows there are."""
    writer = RowWriter(connection, record.id, 0)
    old = get_pack(desk, earlier.pack_id).schema
    copier = _Copier(writer, rows_at(connection, earlier), old, pack.schema)
    rows = list(copier.rows())
    said = _said(connection, pack, copier)
    rows, _ = fill_paths(rows, pack.schema, _emptied(pack))
    rows, known = fill_known(rows, pack.schema, record, facts_of(desk, connection))
    rows, numbered = fill_paths(rows, pack.schema, _numbers(connection, pack, record, copier))
    writer.insert(rows)
    formulas = {Known(row.id, key) for row in rows for key in _computed(pack, row)} - said
    _note_origins(writer, pack, rows, ({*known, *numbered}, formulas), (earlier, record))
    settle(connection, record, pack, writer, desk.seat)
    return len(rows)


def _emptied(pack: Pack) -> dict[str, str | None]:
    holders = ["", *(child.path for child in pack.schema.root.children if not child.repeats)]
    once = [f"{path}/{key}".lstrip("/") for path in holders for key in _OF_A_CORRECTION]
    return dict.fromkeys([*chain_of(pack).fresh, *once])


def _numbers(
    connection: Connection, pack: Pack, record: ReturnRecord, copier: "_Copier"
) -> dict[str, str | None]:
    chain = chain_of(pack)
    before = value_at(copier.old, copier.source, chain.sequence) or ""
    count = int(before) if before.isdecimal() else len(earlier_reports(connection, record))
    return {chain.sequence: str(count + 1), chain.phase: chain.next}


def _note_origins(
    writer: RowWriter,
    pack: Pack,
    rows: list[Row],
    kinds: tuple[set[Known], set[Known]],
    ends: tuple[ReturnRecord, ReturnRecord],
) -> None:
    """Where each value came from. `kinds` are those of the program, and those of formulas: without."""
    (own, formulas), (earlier, record) = kinds, ends
    carried = Origin(
        OriginKind.CARRIED,
        by=record.created_by,
        at=stamp(),
        return_id=earlier.id,
        period=earlier.period,
    )
    texts = {True: origin_json(record), False: as_json(carried.as_dict())}
    for row in rows:
        for item, value in zip(pack.schema.nodes[row.node].fields, row.values, strict=True):
            cell = Known(row.id, item.key)
            if value is not None and item.fixed is None and cell not in formulas:
                writer.set_origin(row.id, item.key, texts[cell in own])


def _computed(pack: Pack, row: Row) -> Iterator[str]:
    return (key for node, key in pack.computed_targets if node == row.node)


def _said(connection: Connection, pack: Pack, copier: "_Copier") -> set[Known]:
    """The values of computed fields that somebody gave in the earlier report: they stay."""
    overrides = Overrides(connection, copier.source)
    return {
        Known(number, key)
        for number, before in copier.copied.items()
        for key in _computed(pack, before)
        if key in copier.old.nodes[before.node].index
        and overrides.given(before, key, before.values[copier.old.nodes[before.node].index[key]])
    }


@dataclass(frozen=True, slots=True)
class _Copier:
    """Rows of one return as new rows of another, by the names of their elements and fields."""

    writer: RowWriter
    source: Rows
    old: Schema
    new: Schema
    copied: dict[int, Row] = field(default_factory=dict)
    """The row of the earlier report by the number of its copy."""

    def rows(self) -> Iterator[Row]:
        """All of them, parents first."""
        return self._copied(self.new.root, self.source.root(), None, ORDER_STEP)

    def _copied(self, node: Node, before: Row, parent: int | None, order: int) -> Iterator[Row]:
        own = self.writer.new_ids(1)
        index = self.old.nodes[node.path].index
        values = tuple(
            before.values[index[item.key]] if item.key in index else None for item in node.fields
        )
        self.copied[own] = before
        yield Row(own, parent, node.path, order, values)
        for number, child in enumerate(node.children, 1):
            known = child.path in self.old.nodes
            below = list(self.source.children(before.id, child.path)) if known else []
            for row in below:
                yield from self._copied(child, row, own, row.order)
            if not below and not child.repeats and child.min_occurs:
                yield from skeleton(self.writer, child, own, number * ORDER_STEP)
