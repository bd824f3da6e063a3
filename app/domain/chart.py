"""Charts of a return as a pack describes them: series by formulas, a limit, and the room until it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.languages import in_language
from app.domain.rule import CERTAINTIES
from app.domain.tomltable import Table, read_toml

STYLES = ("line", "stack")
"""Values over days with their limits; parts of one amount on top of each other."""

ROLES = ("value", "limit", "warning")
"""What a series is: figures of the firm, what is required of them, an early warning of the house."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line or layer; `value` is an expression of the rules' language on a row of the chart."""

    id: str
    value: str
    titles: Mapping[str, str]
    role: str = "value"

    def title(self, language: str) -> str:
        """Its name in the legend and above its column."""
        return in_language(self.titles, language)


@dataclass(frozen=True, slots=True)
class Headroom:
    """How far the limit is: `value` is not negative as long as it is kept, and rounded towards breach.

    `room` and `short` are sentences with `{amount}`, which stands without its sign.
    """

    value: str
    unit: str
    room: Mapping[str, str]
    short: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chart:
    """One entry of `form/charts.toml`.

    Each row at the schema path `rows` is a point (empty: the document is one), at the day that the
    expression `day` gives (empty: the last day of the period). `when` and `let` are those of a rule.
    """

    id: str
    unit: str
    titles: Mapping[str, str]
    series: tuple[Series, ...]
    citation: str
    certainty: str
    style: str = "line"
    rows: str = ""
    day: str = ""
    when: str | None = None
    let: Mapping[str, str] = field(default_factory=dict)
    headroom: Headroom | None = None
    source: str = ""

    def title(self, language: str) -> str:
        """Its heading."""
        return in_language(self.titles, language)

    def expressions(self) -> Iterator[tuple[str, str]]:
        """Everything that is worked out for a point, by name."""
        yield from ((series.id, series.value) for series in self.series)
        if self.day:
            yield DAY, self.day
        if self.headroom is not None:
            yield ROOM, self.headroom.value


DAY, ROOM = "day of the point", "headroom"
"""Names of the expressions that are no series."""


def read_charts(body: bytes, file: str) -> tuple[Chart, ...]:
    """The `[[chart]]` tables of `form/charts.toml`."""
    items = read_toml(body, file).get("chart", [])
    return tuple(_chart(item, file, number) for number, item in enumerate(items, 1))


def _chart(item: Any, file: str, number: int) -> Chart:
    name = item.get("id", number) if isinstance(item, dict) else number
    table = Table(item, file, f"chart {name}")
    headroom = table.take("headroom")
    found = Chart(
        id=table.text("id"),
        unit=table.text("unit"),
        titles=table.texts("title"),
        series=tuple(
            _series(each, file, f"{table.where}, series {place}")
            for place, each in enumerate(table.tables("series"), 1)
        ),
        citation=table.text("citation"),
        certainty=table.choice("certainty", CERTAINTIES),
        style=table.choice("style", STYLES, STYLES[0]),
        rows=table.text("rows", ""),
        day=table.text("day", ""),
        when=table.maybe("when"),
        let=table.texts("let", needed=False),
        headroom=_headroom(headroom, file, table.where) if headroom is not None else None,
        source=file,
    )
    table.end()
    if not found.series:
        table.wrong("it has no series", "series", "[[chart.series]]")
    return found


def _series(item: Any, file: str, where: str) -> Series:
    table = Table(item, file, where)
    found = Series(
        id=table.text("id"),
        value=table.text("value"),
        titles=table.texts("title"),
        role=table.choice("role", ROLES, ROLES[0]),
    )
    table.end()
    return found


def _headroom(item: Any, file: str, where: str) -> Headroom:
    table = Table(item, file, f"{where}, headroom")
    found = Headroom(
        value=table.text("value"),
        unit=table.text("unit"),
        room=table.texts("room"),
        short=table.texts("short"),
    )
    table.end()
    return found
