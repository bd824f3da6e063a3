"""The pictures of Home and of a return: series over days and months, in exact decimals."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from threading import Lock
from typing import TYPE_CHECKING

from app.domain.chart import DAY, ROOM, Chart
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.rule import parameters_on
from app.domain.states import State
from app.services.choices import values_for
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.packs import get_pack, list_packs
from app.store import returns as store
from app.store import settings as settings_store
from app.store.returns import ReturnRecord
from app.store.workspace import Connection

if TYPE_CHECKING:
    from app.rules.atoms import Atom

MONTHS = 24
"""So many months back Home looks."""


@dataclass(frozen=True, slots=True)
class Point:
    """One day of one return. `values` are in the order of the chart's series, None where there is none.

    `headroom` is how far the limit is, in the unit of the chart's headroom; negative beyond it.
    """

    day: date
    period: str
    return_id: str
    state: State
    values: tuple[Decimal | None, ...]
    headroom: Decimal | None = None

    @property
    def total(self) -> Decimal | None:
        """What its values come to; None where one is missing."""
        known = [value for value in self.values if value is not None]
        return sum(known, Decimal(0)) if len(known) == len(self.values) else None


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its points, the oldest first."""

    return_type: str
    chart: Chart
    points: tuple[Point, ...]

    @property
    def daily(self) -> bool:
        """Whether a month has more than one point."""
        return bool(self.chart.rows)

    def monthly(self) -> tuple[Point, ...]:
        """One point for each month: the day with the least headroom, else the last one."""
        months: dict[str, list[Point]] = {}
        for point in self.points:
            months.setdefault(point.period, []).append(point)
        return tuple(_tightest(months[period]) for period in sorted(months))

    def change(self) -> tuple[Decimal, str] | None:
        """By how much the total moved from the month before to the last one, and which that was."""
        months = self.monthly()
        if len(months) < 2 or months[-1].total is None or months[-2].total is None:
            return None
        return months[-1].total - months[-2].total, months[-2].period


def _tightest(points: Sequence[Point]) -> Point:
    known = [point for point in points if point.headroom is not None]
    return min(known, key=lambda point: (point.headroom, point.day)) if known else points[-1]


def pictures(desk: Desk, *, months: int = MONTHS) -> list[Picture]:
    """Every chart of the workspace's packs, over the newest returns of the last months.

    Of several returns for a period the newest that is neither voided nor corrected counts, whatever
    its state; each point tells the state.
    """
    with desk.workspace.read() as connection:
        chosen = settings_store.get_all(connection)
        found: dict[tuple[str, str], Picture] = {}
        for pack in sorted(list_packs(desk), key=lambda item: item.manifest.effective_from):
            for chart in pack.charts:
                key = pack.manifest.return_type, chart.id
                found[key] = Picture(pack.manifest.return_type, chart, ())
        for record in _newest(connection, months):
            pack = get_pack(desk, record.pack_id)
            for chart, points in _of_return(connection, pack, record, chosen):
                key = record.return_type, chart.id
                if key in found:
                    picture = found[key]
                    found[key] = Picture(
                        picture.return_type,
                        picture.chart,
                        picture.points + _ordered(chart, picture.chart, points),
                    )
    return list(found.values())


def pictures_of(desk: Desk, return_id: str) -> list[Picture]:
    """The charts of one return alone."""
    with desk.workspace.read() as connection:
        record = store.get_return(connection, return_id)
        if record is None:
            return []
        pack = get_pack(desk, record.pack_id)
        chosen = settings_store.get_all(connection)
        return [
            Picture(record.return_type, chart, points)
            for chart, points in _of_return(connection, pack, record, chosen)
        ]


def _ordered(theirs: Chart, ours: Chart, points: Iterable[Point]) -> tuple[Point, ...]:
    """Points of another version of the pack under the series of the newest one."""
    places = {series.id: place for place, series in enumerate(theirs.series)}
    if [series.id for series in ours.series] == list(places):
        return tuple(points)
    return tuple(
        Point(
            point.day,
            point.period,
            point.return_id,
            point.state,
            tuple(
                point.values[places[series.id]] if series.id in places else None
                for series in ours.series
            ),
            point.headroom,
        )
        for point in points
    )


def _newest(connection: Connection, months: int) -> list[ReturnRecord]:
    """The returns that count, by period, the oldest first."""
    counted: dict[tuple[str, str], ReturnRecord] = {}
    for record in store.find_returns(connection):
        if record.state in (State.VOIDED, State.CORRECTED):
            continue
        key = record.return_type, record.period
        if key not in counted or counted[key].created_at < record.created_at:
            counted[key] = record
    periods = sorted({period for _, period in counted})[-months:]
    found = [record for record in counted.values() if record.period in set(periods)]
    return sorted(found, key=lambda record: (record.period, record.return_type))


_kept: "OrderedDict[tuple[object, ...], list[tuple[Chart, tuple[Point, ...]]]]" = OrderedDict()
_lock = Lock()
_KEPT = 128


def _of_return(
    connection: Connection, pack: Pack, record: ReturnRecord, settings: Mapping[str, str]
) -> list[tuple[Chart, tuple[Point, ...]]]:
    """The charts of a return as it is shown; kept until it, its pack or a setting changes."""
    if not pack.charts:
        return []
    chosen = values_for(pack, settings)
    content = (record.id, record.head, record.steps, record.state, pack.digest)
    key = (*content, *_moment(connection, record), *sorted(chosen.items()))
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = [
        (chart, tuple(_points(connection, pack, record, chart, chosen))) for chart in pack.charts
    ]
    with _lock:
        _kept[key] = found
        if len(_kept) > _KEPT:
            _kept.popitem(last=False)
    return found


def _moment(connection: Connection, record: ReturnRecord) -> tuple[str, str]:
    """A step that was undone and made anew has the same number but another label or time."""
    return store.step_made(connection, record.id, record.head)


def _points(
    connection: Connection,
    pack: Pack,
    record: ReturnRecord,
    chart: Chart,
    chosen: Mapping[str, str],
) -> list[Point]:
    from app.rules.series import compile_chart, points  # noqa: PLC0415  (brings in elementpath)

    end = Period.parse(record.period).end
    values = {**parameters_on(pack.parameters, end), **chosen}
    drawn = compile_chart(chart, pack.schema, values)
    found = [
        _point(chart, record, end, given)
        for given in points(drawn, pack.schema, rows_at(connection, record))
    ]
    return sorted((point for point in found if point is not None), key=lambda point: point.day)


def _point(
    chart: Chart, record: ReturnRecord, end: date, given: "Mapping[str, Atom]"
) -> Point | None:
    """None for a row without a day, or without any figure of the firm."""
    day = _day(given.get(DAY)) if chart.day else end
    values = tuple(_number(given.get(series.id)) for series in chart.series)
    own = [
        value
        for series, value in zip(chart.series, values, strict=True)
        if series.role == "value" and value is not None
    ]
    if day is None or not own:
        return None
    room = _number(given.get(ROOM))
    return Point(day, record.period, record.id, record.state, values, room)


def _day(value: "Atom | None") -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _number(value: "Atom | None") -> Decimal | None:
    return value if isinstance(value, Decimal) else None
