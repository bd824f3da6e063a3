"""Figures of a chart in words: short for the eye, exact beside it, never rounded away from breach."""

from decimal import ROUND_DOWN, ROUND_UP, Decimal

from app.domain.amounts import grouped, plain
from app.domain.languages import in_language
from app.services.charts import Picture, Point
from app.ui.i18n import noop, tr
from app.ui.words import day_words, period_words, state_word

_SHORT = (
    (9, noop("{unit} {n} bn")),
    (6, noop("{unit} {n} m")),
    (3, noop("{unit} {n} k")),
    (0, noop("{unit} {n}")),
)
_UNITS = {"HKD": noop("HK$")}


def exact(value: Decimal | None, unit: str = "") -> str:
    """The figure as it is, thousands apart; a dash stands for nothing."""
    if value is None:
        return "—"
    text = grouped(plain(value))
    if not unit:
        return text
    return f"{text} %" if unit == "%" else f"{unit} {text}"


def short(value: Decimal, unit: str, *, up: bool = False) -> str:
    """An amount to one decimal of a thousand, million or billion: “HK$ 1.2 m”; cut, or `up` raised."""
    size = abs(value)
    for power, pattern in _SHORT:
        if size >= Decimal(1).scaleb(power) or not power:
            step = Decimal("0.01") if not power else Decimal("0.1")
            cut = size.scaleb(-power).quantize(step, ROUND_UP if up else ROUND_DOWN)
            return tr(pattern).format(unit=tr(_UNITS.get(unit, unit)), n=grouped(format(cut, "f")))
    raise AssertionError("the last power is none")


def room_words(picture: Picture, point: Point, language: str) -> str:
    """How far the limit is, rounded towards breach: less room, more missing."""
    headroom = picture.chart.headroom
    if headroom is None or point.headroom is None:
        return ""
    missing = point.headroom < 0
    texts = headroom.short if missing else headroom.room
    text = in_language(texts, language)
    return text.format(amount=short(point.headroom, headroom.unit, up=missing))


def when_words(picture: Picture, point: Point) -> str:
    """The day, or the month where the return has one figure for it."""
    return day_words(point.day) if picture.daily else period_words(point.period)


def change_words(picture: Picture) -> str:
    """How the sum of a stack moved since the month before."""
    moved = picture.change() if picture.chart.style == "stack" else None
    if moved is None:
        return ""
    difference, before = moved
    amount = short(difference, picture.chart.unit)
    text = tr("{amount} more than in {month}") if difference >= 0 else _less()
    return text.format(amount=amount, month=period_words(before))


def _less() -> str:
    return tr("{amount} less than in {month}")


def point_words(picture: Picture, point: Point, language: str) -> str:
    """Everything about one point, exact: what is read out as the mark moves."""
    chart = picture.chart
    parts = [
        f"{series.title(language)} {exact(value, chart.unit)}"
        for series, value in zip(chart.series, point.values, strict=True)
    ]
    if chart.style == "stack" and point.total is not None:
        parts.append(tr("Together {amount}").format(amount=exact(point.total, chart.unit)))
    if chart.headroom is not None and point.headroom is not None:
        parts.append(tr("Room {amount}").format(amount=exact(point.headroom, chart.headroom.unit)))
    parts.append(state_word(point.state))
    return tr("{when}: {words}").format(when=when_words(picture, point), words=" · ".join(parts))


def described(picture: Picture, language: str) -> str:
    """The picture for whoever does not see it: from when to when, the last point, the tightest day."""
    first, last = picture.points[0], picture.points[-1]
    parts = [
        tr("{first} to {last}.").format(
            first=when_words(picture, first), last=when_words(picture, last)
        ),
        point_words(picture, last, language),
    ]
    tight = tightest(picture)
    if tight is not None and tight is not last:
        parts.append(tr("Least room: {point}").format(point=point_words(picture, tight, language)))
    return "\n".join(parts)


def tightest(picture: Picture) -> Point | None:
    """The point with the least headroom; None where there is no headroom."""
    known = [point for point in picture.points if point.headroom is not None]
    return min(known, key=lambda point: (point.headroom, point.day), default=None)
