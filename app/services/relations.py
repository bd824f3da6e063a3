"""The other returns of the workspace that a return's rules look at, found and made ready to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.finding import Finding, Severity
from app.domain.languages import LANGUAGES, in_language
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.relation import How, Relation
from app.domain.rule import Rule
from app.domain.schema import Schema
from app.domain.states import State
from app.domain.tree import PlacedRows, Row
from app.rules.tree import Related
from app.services.chain import earlier_reports
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.packs import get_pack, list_packs
from app.store import returns as store
from app.store import submissions
from app.store.returns import ReturnRecord
from app.store.workspace import Connection

NOT_COMPARED = "XR-000"
_GONE = frozenset({State.VOIDED, State.CORRECTED})


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Where a relation leads: the pack that its returns are read by, and their rows.

    `outdated` says that the returns are under an earlier pack than the newest of their type, so that
    a rule may name a field that they do not have.
    """

    pack: Pack
    records: tuple[ReturnRecord, ...]
    related: Related
    outdated: bool


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Every relation that leads somewhere; `missing` are those for which a return is still to come."""

    found: Mapping[Relation, Neighbour]
    missing: tuple[Relation, ...] = ()

    @property
    def related(self) -> dict[Relation, Related]:
        """What the engine runs the rules with."""
        return {relation: each.related for relation, each in self.found.items()}

    @property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """The packs that the rules are compiled against, for telling compilations apart."""
        return tuple(sorted((str(name), each.pack.digest) for name, each in self.found.items()))


ALONE = Neighbours({})
"""A file by itself: rules that look at other returns are passed over."""


def neighbours(
    desk: Desk, connection: Connection, pack: Pack, record: ReturnRecord, rules: Iterable[Rule]
) -> Neighbours:
    """The returns that some rules of a return look at, as they stand now."""
    found: dict[Relation, Neighbour] = {}
    missing: list[Relation] = []
    wanted = dict.fromkeys(each for rule in rules for each in rule.relations.values())
    known = list_packs(desk) if wanted else []
    for relation in wanted:
        records = tuple(related_records(connection, record, relation))
        neighbour = _neighbour(desk, connection, pack, relation, records, known)
        if neighbour is not None:
            found[relation] = neighbour
        elif relation.how is How.SAME or relation.several:
            missing.append(relation)
    return Neighbours(found, tuple(missing))


def related_records(
    connection: Connection, record: ReturnRecord, relation: Relation
) -> Iterator[ReturnRecord]:
    """The returns to which a relation leads from a return, in the order in which rules see them."""
    if relation.how is How.CHAIN:
        yield from earlier_reports(connection, record)
    elif relation.how is How.REPLACED:
        old = store.get_return(connection, record.replaces_id) if record.replaces_id else None
        yield from () if old is None else (old,)
    elif relation.how is How.BEFORE:
        before = last_filed(connection, relation.return_type, record.period)
        yield from () if before is None else (before,)
    else:
        others = _standing(connection, record, relation.return_type)
        if relation.how is How.ALL:
            yield from (other for other in others if other.period <= record.period)
        else:
            same = [other for other in others if other.period == record.period]
            yield from same[-1:]


def _standing(
    connection: Connection, record: ReturnRecord, return_type: str
) -> list[ReturnRecord]:  # fmt: skip
    """The other returns of a type that nothing has taken the place of, the oldest first."""
    found = [
        other
        for other in store.find_returns(connection)
        if other.return_type == return_type and other.id != record.id and other.state not in _GONE
    ]
    return sorted(found, key=lambda other: (other.period, other.created_at))


def last_filed(connection: Connection, return_type: str, period: str) -> ReturnRecord | None:
    """The filed return of a type for the latest period before this one.

    While the correction of a filed return has no receipt yet, the return that it corrects is still
    the last that was filed.
    """
    earlier = [
        other
        for other in store.find_returns(connection)
        if other.return_type == return_type
        and other.period < period
        and _was_filed(connection, other)
    ]
    return max(
        earlier,
        key=lambda other: (other.period, other.state is State.FILED, other.created_at),
        default=None,
    )


def _was_filed(connection: Connection, record: ReturnRecord) -> bool:
    if record.state is State.CORRECTED:
        submission = submissions.last_submission(connection, record.id)
        return submission is not None and bool(submissions.receipts_of(connection, submission.id))
    return record.state is State.FILED


def _neighbour(
    desk: Desk,
    connection: Connection,
    pack: Pack,
    relation: Relation,
    records: tuple[ReturnRecord, ...],
    known: Iterable[Pack],
) -> Neighbour | None:
    """The returns, read by the newest of their packs; where there is none yet, by the type's newest."""
    wanted = relation.return_type or pack.manifest.return_type
    newest = _newest(each for each in known if each.manifest.return_type == wanted)
    used = _newest(get_pack(desk, record.pack_id) for record in records)
    if used is None:
        if newest is None or not relation.several:
            return None
        return Neighbour(newest, (), Related(newest.schema), outdated=False)
    rows = []
    for record in records:
        own = get_pack(desk, record.pack_id).schema
        mine = rows_at(connection, record)
        rows.append(mine if own is used.schema else SeenThrough(mine, own, used.schema))
    return Neighbour(used, records, Related(used.schema, rows), outdated=used is not newest)


def _newest(packs: Iterable[Pack]) -> Pack | None:
    return max(
        packs, key=lambda pack: (pack.manifest.effective_from, pack.manifest.version), default=None
    )


class SeenThrough:
    """The rows of a return under one version of a pack, as another version would have them.

    What the other version does not know is left out, and what it has in addition is absent.
    """

    def __init__(self, rows: PlacedRows, own: Schema, wanted: Schema) -> None:
        self._rows, self._own, self._wanted = rows, own, wanted

    def root(self) -> Row:
        """The row of the document element."""
        return self._as_wanted(self._rows.root())

    def children(self, parent: int | None, node: str | None = None) -> Iterator[Row]:
        """Rows below a row that both versions have."""
        for row in self._rows.children(parent, node):
            if row.node in self._wanted.nodes:
                yield self._as_wanted(row)

    def all_of(self, node: str) -> Iterator[Row]:
        """Every row of a node."""
        if node in self._own.nodes:
            yield from map(self._as_wanted, self._rows.all_of(node))

    def _as_wanted(self, row: Row) -> Row:
        index = self._own.node(row.node).index
        values = tuple(
            row.values[index[field.key]] if field.key in index else None
            for field in self._wanted.node(row.node).fields
        )
        return Row(row.id, row.parent, row.node, row.order, values, row.source, row.source_row)


_UNABLE = {
    "en": "Not compared with {what} by {ids}: {reason}.",
    "zh-Hant": "{ids} 未能與 {what} 比較：{reason}。",
}
_NOT_YET = {
    "en": "Not compared yet ({ids}): there is no {what} of {period}. Begin it or bring it in, then check"
    " again.",
    "zh-Hant": "尚未比較：{ids} 須參照 {period} 的 {what}，但該申報表仍未建立。"
    "請先建立或匯入該申報表，然後再次檢查。",
}
_GAP = {
    "en": "The last filed {type} is of {filed}, and none was filed for {before}. Opening figures and"
    " comparisons rest on {filed}: file what is missing first, or explain why there is none.",
    "zh-Hant": "上一份已存檔的 {type} 屬於 {filed}，而 {before} 並無存檔。"
    "期初數字及比較均以 {filed} 為準：請先存檔欠缺的申報表，或解釋為何沒有。",
}


def _filled(texts: Mapping[str, str], **facts: str) -> dict[str, str]:
    return {language: in_language(texts, language).format(**facts) for language in LANGUAGES}


def not_compared(
    record: ReturnRecord, relation: Relation, rules: Iterable[Rule], reason: str = ""
) -> Finding:
    """The note that some rules could not compare yet, and with what."""
    ids = ", ".join(sorted({rule.id for rule in rules}))
    what = relation.return_type or str(relation)
    if reason:
        messages = _filled(_UNABLE, what=what, ids=ids, reason=reason)
    else:
        messages = _filled(_NOT_YET, what=what, ids=ids, period=record.period)
    return Finding(
        code=NOT_COMPARED,
        severity=Severity.INFORMATION,
        message=messages["en"],
        messages=messages,
        citation="House format",
        certainty="HOUSE",
    )


GAP = "PERIOD-GAP"


def gap_before(record: ReturnRecord, around: Neighbours) -> Finding | None:
    """The question why nothing was filed for the month before, where the last filed is older."""
    filed = [
        each.records[0].period
        for relation, each in around.found.items()
        if relation.how is How.BEFORE and relation.return_type == record.return_type
    ]
    before = str(Period.parse(record.period).shifted(-1))
    if not filed or filed[0] >= before:
        return None
    messages = _filled(_GAP, type=record.return_type, filed=filed[0], before=before)
    return Finding(
        code=GAP,
        severity=Severity.EXPLAIN,
        message=messages["en"],
        messages=messages,
        left=filed[0],
        right=before,
        citation="House format",
        certainty="HOUSE",
    )
