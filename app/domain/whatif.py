"""Which transfers from hot to cold storage bring the cold ratio and the cover back, for the least value.

Amounts are exact. A quantity is worth its units × the one price of the asset, cut to the cent, so that
a transfer never counts for more than it is. Ratios and cover are compared as the rules CWR-001, 002,
004 and 005 compare them: by cross multiplication, never by a rounded figure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

VALUE, UNITS = "value", "units"
"""Which reading of the ratio binds: all client assets together by value, or each asset by its units."""

RATIO, COVER = "ratio", "cover"
"""What no transfer from hot storage can bring back."""

CENT = Decimal("0.01")
_NOUGHT = Decimal(0)


@dataclass(frozen=True, slots=True)
class Asset:
    """One asset of the clients. Units and HKD; staked units are already where the setting counts them.

    `decimals` are those of a unit of the asset. Without a `price` nothing of it is moved.
    """

    id: str
    cold: Decimal
    hot: Decimal
    other: Decimal
    cold_hkd: Decimal
    hot_hkd: Decimal
    other_hkd: Decimal
    price: Decimal | None
    decimals: int
    name: str = ""

    def worth(self, units: Decimal) -> Decimal:
        """What a transfer counts for, in HKD, cut to the cent and never more than what is hot."""
        if self.price is None:
            return _NOUGHT
        return min(down(units * self.price), self.hot_hkd)

    def units_for(self, hkd: Decimal) -> Decimal:
        """The fewest units, in the asset's decimals, that are worth so much; at most what is hot."""
        if self.price is None or not self.price:
            return _NOUGHT
        return min(self.up(Fraction(hkd) / Fraction(self.price)), self.hot)

    def up(self, units: Fraction) -> Decimal:
        """Units rounded up to the decimals of the asset."""
        return ceiling(units, self.step)

    @property
    def step(self) -> Decimal:
        """The smallest quantity."""
        return Decimal(1).scaleb(-self.decimals)

    @property
    def fine(self) -> bool:
        """Whether every cent can be met: its smallest quantity is worth no more than one."""
        return self.price is not None and self.step * self.price <= CENT


@dataclass(frozen=True, slots=True)
class Limits:
    """Thresholds in percent, by the parameters of the day, and the reading that binds."""

    cold_minimum: Decimal
    cover_cold: Decimal
    cover_hot_other: Decimal
    basis: str = VALUE


@dataclass(frozen=True, slots=True)
class Held:
    """Cover in force on the day in HKD, net of deductibles, by what it is for."""

    cold: Decimal = _NOUGHT
    hot_other: Decimal = _NOUGHT
    both: Decimal = _NOUGHT

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.cold + self.hot_other + self.both


@dataclass(frozen=True, slots=True)
class Position:
    """Client assets at the reporting time, the cover and the limits."""

    assets: tuple[Asset, ...]
    held: Held
    limits: Limits

    @property
    def cold_hkd(self) -> Decimal:
        """Value in cold storage."""
        return sum((item.cold_hkd for item in self.assets), _NOUGHT)

    @property
    def warm_hkd(self) -> Decimal:
        """Value in hot and other storage."""
        return sum((item.hot_hkd + item.other_hkd for item in self.assets), _NOUGHT)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the limits stand once some value was moved. All in HKD; what is missing is never negative.

    `room` is how much may leave cold storage before the ratio by value is broken, negative beyond it.
    `missing_hot`, `missing_cold` and `missing_all` are what CWR-004 (twice) and CWR-005 lack.
    """

    cold: Decimal
    warm: Decimal
    room: Decimal
    required: Decimal
    held: Decimal
    missing_hot: Decimal
    missing_cold: Decimal
    missing_all: Decimal

    @property
    def ratio(self) -> Decimal | None:
        """By value in percent, cut to four decimals; None without client assets."""
        return percent(self.cold, self.cold + self.warm)

    @property
    def covered(self) -> bool:
        """Whether the cover is enough by every rule."""
        return not (self.missing_hot or self.missing_cold or self.missing_all)

    @property
    def missing(self) -> Decimal:
        """The most that one of the rules lacks."""
        return max(self.missing_hot, self.missing_cold, self.missing_all)


@dataclass(frozen=True, slots=True)
class Plan:
    """Units to move by asset. `unmet` names what stays broken: RATIO, COVER.

    `proven` is off where the smallest quantities are so coarse that not every choice was tried.
    """

    moves: Mapping[str, Decimal]
    unmet: tuple[str, ...] = ()
    proven: bool = True


def down(value: Decimal) -> Decimal:
    """Cut to the cent."""
    return value.quantize(CENT, ROUND_FLOOR)


def ceiling(value: Fraction, step: Decimal) -> Decimal:
    """The smallest multiple of a step that is not less."""
    steps = value / Fraction(step)
    return Decimal(-(-steps.numerator // steps.denominator)) * step


def percent(part: Decimal, whole: Decimal) -> Decimal | None:
    """A share in percent with four decimals, cut, so that it is never shown too high."""
    if whole <= 0:
        return None
    return Decimal(int(Fraction(part) * 1_000_000 // Fraction(whole))).scaleb(-4)


def standing(position: Position, moved: Decimal = _NOUGHT) -> Standing:
    """How ratio by value and cover stand once a value was moved from hot to cold storage."""
    limits, held = position.limits, position.held
    cold, warm = position.cold_hkd + moved, position.warm_hkd - moved
    hot_needs = limits.cover_hot_other * warm / 100
    cold_needs = limits.cover_cold * cold / 100
    used = max(_NOUGHT, hot_needs - held.hot_other)
    for_cold = held.cold + max(_NOUGHT, held.both - used)
    room = (100 * cold - limits.cold_minimum * (cold + warm)) / 100
    return Standing(
        cold=cold,
        warm=warm,
        room=room.quantize(CENT, ROUND_FLOOR),
        required=_up(hot_needs + cold_needs),
        held=held.total,
        missing_hot=_up(max(_NOUGHT, hot_needs - held.hot_other - held.both)),
        missing_cold=_up(max(_NOUGHT, cold_needs - for_cold)),
        missing_all=_up(max(_NOUGHT, hot_needs + cold_needs - held.total)),
    )


def _up(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_CEILING)


def value_moved(position: Position, moves: Mapping[str, Decimal]) -> Decimal:
    """What the transfers are worth together."""
    return sum((item.worth(moves.get(item.id, _NOUGHT)) for item in position.assets), _NOUGHT)


def keeps_ratio(position: Position, moves: Mapping[str, Decimal]) -> bool:
    """Whether the reading of the ratio that binds is kept after the transfers."""
    if position.limits.basis == VALUE:
        return standing(position, value_moved(position, moves)).room >= 0
    return all(
        100 * (item.cold + moves.get(item.id, _NOUGHT))
        >= position.limits.cold_minimum * (item.cold + item.hot + item.other)
        for item in position.assets
    )


def lightest(position: Position) -> Plan:
    """The transfers of the least value; of several, those of the fewest assets, the largest first."""
    base = _by_units(position) if position.limits.basis == UNITS else {}
    least = value_moved(position, base)
    if position.limits.basis == VALUE:
        short = Fraction(position.limits.cold_minimum) * Fraction(
            position.cold_hkd + position.warm_hkd
        ) / 100 - Fraction(position.cold_hkd)
        least = max(least, ceiling(short, CENT))
    most = sum((item.worth(item.hot) for item in position.assets), _NOUGHT)
    least = min(least, most)
    for target in _turns(position, least):
        if target <= most and _covered(position, target):
            moves, proven = _realise(position, base, target, covered=True)
            if _covered(position, value_moved(position, moves)):
                return Plan(moves, _broken(position, moves), proven)
    moves, proven = _realise(position, base, least, covered=False)
    return Plan(moves, (*_broken(position, moves), COVER), proven)


def _broken(position: Position, moves: Mapping[str, Decimal]) -> tuple[str, ...]:
    return () if keeps_ratio(position, moves) else (RATIO,)


def _covered(position: Position, moved: Decimal) -> bool:
    return standing(position, moved).covered


def _by_units(position: Position) -> dict[str, Decimal]:
    """The least of each asset by itself; all that is hot where that is not enough."""
    moves: dict[str, Decimal] = {}
    for item in position.assets:
        total = Fraction(item.cold + item.hot + item.other)
        short = Fraction(position.limits.cold_minimum) * total / 100 - Fraction(item.cold)
        if short > 0 and item.price is not None:
            moves[item.id] = min(item.up(short), item.hot)
    return moves


def _turns(position: Position, least: Decimal) -> Iterator[Decimal]:
    """The values at which the cover may begin to be enough, from `least` upwards, in cents.

    Each rule is a line in the value that is moved, with a bend where another arrangement begins to
    count. It can only turn from broken to kept at its zero or at a bend.
    """
    limits, held = position.limits, position.held
    cold, warm = Fraction(position.cold_hkd), Fraction(position.warm_hkd)
    c, h = Fraction(limits.cover_cold) / 100, Fraction(limits.cover_hot_other) / 100
    for_cold, for_hot, both = (Fraction(v) for v in (held.cold, held.hot_other, held.both))
    found: set[Fraction] = set()
    if h:
        found |= {warm - (for_hot + both) / h, warm - for_hot / h}
    if c:
        found |= {for_cold / c - cold, (for_cold + both) / c - cold}
    if h != c:
        found.add((h * warm + c * cold - (for_cold + for_hot + both)) / (h - c))
    cents = {ceiling(value, CENT) for value in found}
    yield from sorted({least} | {value for value in cents if value > least})


def _realise(
    position: Position, base: Mapping[str, Decimal], target: Decimal, *, covered: bool
) -> tuple[dict[str, Decimal], bool]:
    """Units that are worth `target` together, or as little more as can be."""
    moves = dict(base)
    left = target - value_moved(position, moves)
    if left <= 0:
        return moves, True
    order = sorted((item for item in position.assets if item.price), key=lambda item: -item.hot_hkd)
    fine = [item for item in order if item.fine]
    coarse = [item for item in order if not item.fine]
    room = sum((_room(item, moves) for item in fine), _NOUGHT)
    proven = True
    if coarse and room < left:
        search = _Coarse(position, coarse, moves, left, room, covered=covered)
        moves, proven = search.best()
        left = target - value_moved(position, moves)
    for item in fine:
        if left <= 0:
            break
        before = item.worth(moves.get(item.id, _NOUGHT))
        taken = min(left, _room(item, moves))
        if taken > 0:
            moves[item.id] = item.units_for(before + taken)
            left -= item.worth(moves[item.id]) - before
    return moves, proven


def _room(item: Asset, moves: Mapping[str, Decimal]) -> Decimal:
    return item.worth(item.hot) - item.worth(moves.get(item.id, _NOUGHT))


_TRIES = 20_000


class _Coarse:
    """Assets whose smallest quantity is worth more than a cent: every choice, up to a limit."""

    def __init__(
        self,
        position: Position,
        assets: Sequence[Asset],
        base: Mapping[str, Decimal],
        left: Decimal,
        filler: Decimal,
        *,
        covered: bool,
    ) -> None:
        self._position, self._base = position, dict(base)
        self._assets = sorted(assets, key=lambda item: -(item.step * (item.price or _NOUGHT)))
        self._left, self._filler, self._must_cover = left, filler, covered
        self._start = value_moved(position, base)
        self._best: tuple[Decimal, dict[str, Decimal]] | None = None
        self._tries = 0
        rooms = [_room(item, base) for item in self._assets]
        self._behind = [sum(rooms[number:], _NOUGHT) for number in range(len(rooms) + 1)]

    def best(self) -> tuple[dict[str, Decimal], bool]:
        """The choice with the least value above what is wanted, and whether all were tried.

        Where nothing reaches it, everything is moved.
        """
        self._look(0, _NOUGHT, self._base)
        proven = self._tries < _TRIES or (self._best is not None and not self._best[0])
        if self._best is None:
            return self._base | {item.id: item.hot for item in self._assets}, proven
        return self._best[1], proven

    def _look(self, number: int, taken: Decimal, moves: dict[str, Decimal]) -> None:
        self._tries += 1
        if self._tries >= _TRIES or (self._best is not None and not self._best[0]):
            return
        if taken + self._behind[number] + self._filler < self._left:
            return
        over = max(_NOUGHT, taken - self._left)
        if self._best is not None and over >= self._best[0]:
            return
        if taken + self._filler >= self._left:
            total = self._start + max(taken, self._left)
            if not self._must_cover or _covered(self._position, total):
                self._best = over, moves
                if not over:
                    return
        if number == len(self._assets):
            return
        for units, value in self._choices(self._assets[number], self._left - taken):
            chosen = moves if not value else moves | {self._assets[number].id: units}
            self._look(number + 1, taken + value, chosen)

    def _choices(self, item: Asset, left: Decimal) -> Iterator[tuple[Decimal, Decimal]]:
        """Quantities of an asset, from just enough downwards, then those that are more."""
        begin = self._base.get(item.id, _NOUGHT)
        before = item.worth(begin)
        units = max(begin, item.units_for(before + max(left, _NOUGHT)))
        yield units, item.worth(units) - before
        while units > begin:
            below = (units / item.step).to_integral_value(ROUND_CEILING) - 1
            units = max(begin, below * item.step)
            yield units, item.worth(units) - before
