"""What if: transfers from hot to cold storage that bring a return's cold ratio and cover back.

A calculation on what the return says of its reporting time; nothing is written and nobody is told to
move anything. Thresholds are the pack's parameters of the last day of the period; which reading of
the ratio binds, and where staked assets count, is what the return states (CWR-114), else the setting.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.amounts import parse_decimal, plain
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.rule import parameters_on
from app.domain.schema import Schema
from app.domain.tree import Row
from app.domain.whatif import (
    UNITS,
    VALUE,
    Asset,
    Held,
    Limits,
    Position,
    Standing,
    keeps_ratio,
    lightest,
    percent,
    standing,
    value_moved,
)
from app.errors import UserError
from app.services.choices import values_for
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store import settings as settings_store
from app.store.rows import Rows

_SPLIT, _ASSET, _COVER, _BINDING = (
    "AssetSplits/AssetSplit",
    "Assets/Asset",
    "Covers/Cover",
    "BindingRatio",
)
_PARAMETERS = ("cold_minimum", "cover_cold", "cover_hot_other")
RULES = ("CWR-001", "CWR-002", "CWR-003", "CWR-004", "CWR-005")
"""Findings that a transfer may mend."""
CHARTS = ("cold-ratio", "lowest-unit-ratio", "cover")
"""Pictures that show what a transfer may mend."""


class WhatIfNotHere(UserError):
    """The return does not say how client assets are stored."""

    code = "what-if-not-here"


class WhatIfUnreadable(UserError):
    """A figure that the calculation needs is missing or no number."""

    code = "what-if-unreadable"


class WhatIfMove(UserError):
    """A quantity that cannot be moved."""

    code = "what-if-move"


@dataclass(frozen=True, slots=True)
class Line:
    """One asset before and after. `move` are units from hot to cold, `value` what they are worth in HKD.

    `before` and `after` are its ratios by units in percent, cut to four decimals; None without units.
    """

    asset: Asset
    move: Decimal
    value: Decimal
    before: Decimal | None
    after: Decimal | None
    kept: bool


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A calculation. `unmet` names what stays broken (RATIO, COVER); `typed` where units were given by hand."""

    return_id: str
    day: date
    period: str
    position: Position
    staked_as: str
    lines: tuple[Line, ...]
    before: Standing
    after: Standing
    kept_before: bool
    kept_after: bool
    proven: bool
    typed: bool

    @property
    def moves(self) -> dict[str, Decimal]:
        """Units by asset."""
        return {line.asset.id: line.move for line in self.lines if line.move}

    @property
    def value(self) -> Decimal:
        """What all transfers are worth, in HKD."""
        return sum((line.value for line in self.lines), Decimal(0))

    @property
    def needed(self) -> bool:
        """Whether anything is broken before."""
        return not (self.kept_before and self.before.covered)

    @property
    def met(self) -> bool:
        """Whether nothing is broken after."""
        return self.kept_after and self.after.covered

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON; amounts are text."""
        limits = self.position.limits
        return {
            "return": self.return_id,
            "day": self.day.isoformat(),
            "basis": limits.basis,
            "staked_as": self.staked_as,
            "limits": {name: plain(getattr(limits, name)) for name in _PARAMETERS},
            "needed": self.needed,
            "met": self.met,
            "proven": self.proven,
            "typed": self.typed,
            "value": plain(self.value),
            "before": _standing(self.before, kept=self.kept_before),
            "after": _standing(self.after, kept=self.kept_after),
            "assets": [_line(line) for line in self.lines],
        }


def _standing(found: Standing, *, kept: bool) -> dict[str, object]:
    return {
        "ratio_kept": kept,
        "ratio": None if found.ratio is None else plain(found.ratio),
        "room": plain(found.room),
        "covered": found.covered,
        "cover_required": plain(found.required),
        "cover_held": plain(found.held),
        "cover_missing": plain(found.missing),
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "asset": line.asset.id,
        "hot": plain(line.asset.hot),
        "move": plain(line.move),
        "value": plain(line.value),
        "ratio_before": None if line.before is None else plain(line.before),
        "ratio_after": None if line.after is None else plain(line.after),
        "kept": line.kept,
    }


def has_what_if(schema: Schema) -> bool:
    """Whether returns of a schema say what the calculation needs."""
    needed = {
        _SPLIT: ("AssetId", "ColdQty", "HotQty", "OtherQty", "ColdHkd", "HotHkd", "OtherHkd"),
        _ASSET: ("AssetId", "HkdPrice", "Decimals"),
        _COVER: ("LimitHkd", "DeductibleHkd", "Scope", "StartDate", "EndDate"),
    }
    return all(
        path in schema.nodes and all(name in schema.nodes[path].index for name in names)
        for path, names in needed.items()
    )


def what_if(desk: Desk, return_id: str, moves: Mapping[str, str] | None = None) -> WhatIf:
    """The lightest transfers of a return, or what other quantities would do.

    `moves` are units by asset, as text; an asset that is not named is not moved.
    """
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    day = Period.parse(record.period).end
    if not has_what_if(pack.schema):
        raise WhatIfNotHere(
            "this return does not say how client assets are stored; open a cold-wallet return"
        )
    with desk.workspace.read() as connection:
        chosen = values_for(pack, settings_store.get_all(connection))
        reader = _Reader(pack, rows_at(connection, record), day, chosen)
        position, staked = reader.position(), reader.staked
    given = None if moves is None else _given(position, moves)
    return _calculated(record.id, record.period, day, position, staked, given)


def again(found: WhatIf, moves: Mapping[str, str] | None) -> WhatIf:
    """The same position with other quantities, None for the lightest ones; the return is not read again."""
    given = None if moves is None else _given(found.position, moves)
    return _calculated(
        found.return_id, found.period, found.day, found.position, found.staked_as, given
    )


def _calculated(
    return_id: str,
    period: str,
    day: date,
    position: Position,
    staked: str,
    given: Mapping[str, Decimal] | None,
) -> WhatIf:
    plan = lightest(position) if given is None else None
    moves = plan.moves if plan is not None else (given or {})
    return WhatIf(
        return_id=return_id,
        day=day,
        period=period,
        position=position,
        staked_as=staked,
        lines=tuple(
            _line_of(item, moves.get(item.id, Decimal(0)), position) for item in position.assets
        ),
        before=standing(position),
        after=standing(position, value_moved(position, moves)),
        kept_before=keeps_ratio(position, {}),
        kept_after=keeps_ratio(position, moves),
        proven=plan.proven if plan is not None else True,
        typed=plan is None,
    )


def _line_of(item: Asset, move: Decimal, position: Position) -> Line:
    total = item.cold + item.hot + item.other
    return Line(
        asset=item,
        move=move,
        value=item.worth(move),
        before=percent(item.cold, total),
        after=percent(item.cold + move, total),
        kept=100 * (item.cold + move) >= position.limits.cold_minimum * total,
    )


def _given(position: Position, moves: Mapping[str, str]) -> dict[str, Decimal]:
    known = {item.id: item for item in position.assets}
    given: dict[str, Decimal] = {}
    for name, text in moves.items():
        item = known.get(name)
        if item is None:
            raise WhatIfMove(f"the return has no asset “{name}”; it has {', '.join(known)}")
        units = parse_decimal(text)
        if units is None or units < 0:
            raise WhatIfMove(f"“{text}” units of {name} cannot be moved; give a plain number")
        places = -int(units.as_tuple().exponent)
        if places > item.decimals:
            raise WhatIfMove(
                f"{name} has {item.decimals} decimals, so {text} units of it cannot be moved"
            )
        if units > item.hot:
            raise WhatIfMove(f"only {plain(item.hot)} units of {name} are in hot storage")
        if units and item.price is None:
            raise WhatIfMove(f"the return has no price of {name}, so a transfer has no value")
        given[name] = units
    return given


class _Reader:
    """Reads the position out of a return."""

    def __init__(self, pack: Pack, rows: Rows, day: date, chosen: Mapping[str, str]) -> None:
        self._schema, self._rows, self._day = pack.schema, rows, day
        known = parameters_on(pack.parameters, day)
        if missing := [name for name in _PARAMETERS if name not in known]:
            raise WhatIfNotHere(f"the pack has no “{missing[0]}” that is in force on {day}")
        self._known = known
        stated = self._stated()
        self.basis = (stated.get("RatioBasis") or chosen.get("cold_basis", VALUE)).lower()
        self.staked = (stated.get("StakedTreatment") or chosen.get("staked_as", "cold")).lower()

    def _stated(self) -> dict[str, str]:
        row = next(self._rows.all_of(_BINDING), None) if _BINDING in self._schema.nodes else None
        return {} if row is None else self._texts(row)

    def _texts(self, row: Row) -> dict[str, str]:
        fields = self._schema.node(row.node).fields
        return {
            field.key: value
            for field, value in zip(fields, row.values, strict=True)
            if value is not None
        }

    def position(self) -> Position:
        """Client assets, cover in force, limits."""
        prices: dict[str, dict[str, str]] = {}
        for row in self._rows.all_of(_ASSET):
            texts = self._texts(row)
            prices.setdefault(texts.get("AssetId", ""), texts)
        minimum, for_cold, for_hot = (Decimal(self._known[name]) for name in _PARAMETERS)
        limits = Limits(
            minimum,
            for_cold,
            for_hot,
            basis=UNITS if self.basis == UNITS else VALUE,
        )
        assets = tuple(self._assets(prices))
        if not assets:
            raise WhatIfUnreadable("the split by asset is empty, so there is nothing to calculate")
        return Position(assets, self._held(), limits)

    def _assets(self, prices: Mapping[str, Mapping[str, str]]) -> Iterator[Asset]:
        for number, row in enumerate(self._rows.all_of(_SPLIT), 1):
            texts, place = self._texts(row), f"{_SPLIT}[{number}]"
            name = texts.get("AssetId", "")
            facts = prices.get(name, {})
            staked = staked_hkd = Decimal(0)
            if self.staked == "other":
                staked = _number(texts, "StakedColdQty", place, absent="0")
                staked_hkd = _number(texts, "StakedColdHkd", place, absent="0")
            yield Asset(
                id=name,
                cold=_number(texts, "ColdQty", place) - staked,
                hot=_number(texts, "HotQty", place),
                other=_number(texts, "OtherQty", place) + staked,
                cold_hkd=_number(texts, "ColdHkd", place) - staked_hkd,
                hot_hkd=_number(texts, "HotHkd", place),
                other_hkd=_number(texts, "OtherHkd", place) + staked_hkd,
                price=parse_decimal(facts.get("HkdPrice", "")),
                decimals=_whole(facts.get("Decimals")),
                name=facts.get("Ticker", ""),
            )

    def _held(self) -> Held:
        held = {"COLD": Decimal(0), "HOT_OTHER": Decimal(0), "BOTH": Decimal(0)}
        day = self._day.isoformat()
        for number, row in enumerate(self._rows.all_of(_COVER), 1):
            texts, place = self._texts(row), f"{_COVER}[{number}]"
            started = "StartDate" in texts and texts["StartDate"] <= day
            if not started or texts.get("EndDate", day) < day or texts.get("Scope") not in held:
                continue
            net = _number(texts, "LimitHkd", place) - _number(texts, "DeductibleHkd", place)
            held[texts["Scope"]] += max(Decimal(0), net)
        return Held(held["COLD"], held["HOT_OTHER"], held["BOTH"])


def _number(texts: Mapping[str, str], key: str, place: str, absent: str | None = None) -> Decimal:
    text = texts.get(key, absent)
    found = parse_decimal(text) if text is not None else None
    where = f"{place}/{key}"
    if text is None:
        raise WhatIfUnreadable(f"the calculation needs {where}, which is empty")
    if found is None or found < 0:
        raise WhatIfUnreadable(f"the calculation needs {where}, which is no amount")
    return found


def _whole(text: str | None) -> int:
    """Decimals of an asset; whole units where the return does not say."""
    return int(text) if text is not None and text.isascii() and text.isdigit() else 0
