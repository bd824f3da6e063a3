"""Words for states, severities, certainties and moments, in the window's language."""

from datetime import UTC, date, datetime, timedelta, timezone

from app.domain.finding import Severity
from app.domain.period import Period
from app.domain.states import State
from app.ui.i18n import noop, ntr, tr

HONG_KONG = timezone(timedelta(hours=8), "HKT")

_STATES = {
    State.DRAFT: noop("Draft"),
    State.VALIDATED: noop("Validated"),
    State.IN_REVIEW: noop("In review"),
    State.APPROVED: noop("Approved"),
    State.SIGNED: noop("Signed, not yet filed"),
    State.FILED: noop("Filed"),
    State.CORRECTED: noop("Corrected"),
    State.VOIDED: noop("Voided"),
}
_SEVERITIES = {
    Severity.BLOCKING: noop("Blocking"),
    Severity.EXPLAIN: noop("Needs explanation"),
    Severity.INFORMATION: noop("Information"),
}
_CERTAINTIES = {
    "LAW": noop("law, text found"),
    "LAW?": noop("law, text not found by us"),
    "STD": noop("published standard"),
    "HOUSE": noop("house rule, not law"),
}
_VERDICTS = {
    "valid": noop("Valid"),
    "invalid": noop("Not valid"),
    "indeterminate": noop("Cannot be determined"),
}
_MONTHS = (
    noop("January"),
    noop("February"),
    noop("March"),
    noop("April"),
    noop("May"),
    noop("June"),
    noop("July"),
    noop("August"),
    noop("September"),
    noop("October"),
    noop("November"),
    noop("December"),
)

_SHORT_MONTHS = (
    noop("Jan"),
    noop("Feb"),
    noop("Mar"),
    noop("Apr"),
    noop("May (short)"),
    noop("Jun"),
    noop("Jul"),
    noop("Aug"),
    noop("Sep"),
    noop("Oct"),
    noop("Nov"),
    noop("Dec"),
)


_UNITS = {
    "units": noop("units"),
    "account currency": noop("account currency"),
    "product currency": noop("product currency"),
    "product currency per unit": noop("product currency per unit"),
    "reference currency": noop("reference currency"),
    "reference currency per unit": noop("reference currency per unit"),
    "HKD per unit": noop("HKD per unit"),
    "HKD per unit of currency": noop("HKD per unit of currency"),
    "bps": noop("bps"),
    "days": noop("days"),
    "months": noop("months"),
    "share": noop("share"),
}


def unit_word(unit: str | None) -> str:
    """A unit of a pack in the window's language; one that is not known here stays as it is."""
    return tr(_UNITS[unit]) if unit in _UNITS else unit or ""


def citation_words(citation: str) -> str:
    """A citation with its standing parts, such as “House format”, in the window's language."""
    return "; ".join(
        tr(_SOURCES[part]) if part in _SOURCES else part for part in citation.split("; ")
    )


_SOURCES = {"House format": noop("House format")}


def state_word(state: State | None) -> str:
    """The state as the screen says it; None is a return that nobody has begun."""
    return tr("Not begun") if state is None else tr(_STATES[state])


def severity_word(severity: Severity) -> str:
    """The severity's name."""
    return tr(_SEVERITIES[severity])


def certainty_word(certainty: str | None) -> str:
    """How sure we are of a citation, in words."""
    return tr(_CERTAINTIES[certainty]) if certainty in _CERTAINTIES else ""


def verdict_word(verdict: str) -> str:
    """The answer of a verification."""
    return tr(_VERDICTS[verdict])


def period_words(period: str) -> str:
    """2026-10 as October 2026."""
    parsed = Period.parse(period)
    return tr("{month} {year}").format(month=tr(_MONTHS[parsed.month - 1]), year=parsed.year)


def month_words(month: int) -> str:
    """The month of a number from 1, short: Oct."""
    return tr(_SHORT_MONTHS[month - 1]).partition(" (")[0]


def day_words(day: date) -> str:
    """A date as 14 November 2026."""
    return tr("{day} {month} {year}").format(
        day=day.day, month=tr(_MONTHS[day.month - 1]), year=day.year
    )


def moment_words(stamp: str) -> str:
    """A moment (ISO 8601, UTC) in Hong Kong time: 2026-11-05 14:02."""
    return f"{_local(stamp):%Y-%m-%d %H:%M}"


def clock_words(stamp: str) -> str:
    """The time of day of a moment in Hong Kong."""
    return f"{_local(stamp):%H:%M}"


def minute_words(moment: datetime) -> str:
    """A moment in Hong Kong with its day in words: 14 October 2026, 13:30."""
    local = moment.astimezone(HONG_KONG)
    return tr("{date}, {time}").format(date=day_words(local.date()), time=f"{local:%H:%M}")


def span_words(span: timedelta) -> str:
    """A stretch of time, to the minute, rounded down: “2 days 4 h”, “3 h 10 min”, “12 min”."""
    minutes = span // timedelta(minutes=1)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        words = ntr("{n} day", "{n} days", days)
        return tr("{days} {hours} h").format(days=words, hours=hours) if hours else words
    if hours:
        return tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return tr("{minutes} min").format(minutes=minutes)


def _local(stamp: str) -> datetime:
    moment = datetime.fromisoformat(stamp)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(HONG_KONG)


def left_words(days: int | None) -> str:
    """How long until the deadline."""
    if days is None:
        return tr("no deadline known")
    if days < 0:
        return ntr("{n} day overdue", "{n} days overdue", -days)
    if days == 0:
        return tr("due today")
    return ntr("{n} day left", "{n} days left", days)


def until_words(due_at: datetime | None, days: int | None) -> str:
    """The same, to the minute where the deadline is a moment."""
    if due_at is None:
        return left_words(days)
    rest = due_at - datetime.now(UTC)
    span = span_words(abs(rest))
    over = rest < timedelta(0)
    return (tr("overdue by {time}") if over else tr("{time} left")).format(time=span)


def digest_words(digest: str) -> str:
    """A SHA-256 in groups of eight, as it is read aloud and compared."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
