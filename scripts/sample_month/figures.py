"""The figures of two months. Everything adds up; the mistakes are planted by the workbooks later."""

import random
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext

CENT = Decimal("0.01")
INCIDENT_DAY = date(2026, 10, 20)
"""The day on which too much was hot: the old Bitcoin hot wallet was emptied into a new one."""


@dataclass(frozen=True)
class Asset:
    """An asset; prices in HKD at the end of September and of October, both invented."""

    id: str
    asset_class: str
    decimals: int
    chains: tuple[str, ...]
    held: str  # units that clients held at the end of September
    prices: tuple[str, str]
    dti: str = ""
    caip19: str = ""


ASSETS = (
    Asset("BTC", "VA", 8, ("bitcoin",), "806.4", ("871250.00", "884310.50"), "4H95J0R2X",
          "bip122:000000000019d6689c085ae165831e93/slip44:0"),
    Asset("ETH", "VA", 18, ("ethereum",), "11810", ("31140.25", "31872.60"), "X9J9K872S",
          "eip155:1/slip44:60"),
    Asset("USDT", "STABLECOIN", 6, ("ethereum", "tron"), "17950000", ("7.781", "7.774")),
    Asset("USDC", "STABLECOIN", 6, ("ethereum", "solana"), "9020000", ("7.7825", "7.7752")),
    Asset("SOL", "VA", 9, ("solana",), "60400", ("1462.30", "1488.75"), "",
          "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp/slip44:501"),
    Asset("XRP", "VA", 6, ("ripple",), "3080000", ("19.184", "19.427")),
    Asset("TON", "VA", 9, ("ton",), "633000", ("17.262", "16.918")),
    Asset("LTC", "VA", 8, ("litecoin",), "13900", ("738.15", "751.20")),
    Asset("DOGE", "VA", 8, ("doge",), "9040000", ("1.5214", "1.4892")),
    Asset("AVAX", "VA", 18, ("avax",), "87300", ("151.85", "149.10")),
    Asset("POL", "VA", 18, ("polygon",), "3880000", ("1.6143", "1.5877")),
    Asset("TRX", "VA", 6, ("tron",), "7640000", ("2.4382", "2.4715")),
    Asset("BNB", "VA", 18, ("bsc",), "3270", ("8391.40", "8476.95")),
    Asset("LINK", "VA", 18, ("ethereum",), "129000", ("140.62", "143.08")),
)  # fmt: skip


@dataclass(frozen=True)
class Wallet:
    """A wallet of the register; `kind` as the custody team writes it."""

    id: str
    label: str
    kind: str  # client-cold, client-hot, client-settlement, house-hot
    chains: tuple[str, ...]
    assets: tuple[str, ...]
    site: str
    backups: tuple[str, ...]

    @property
    def storage(self) -> str:
        return {"cold": "COLD", "hot": "HOT", "settlement": "OTHER"}[self.kind.split("-")[1]]

    @property
    def client(self) -> bool:
        return self.kind.startswith("client")


_EVM = ("ethereum", "avax", "polygon", "bsc")
_GROUPS = (
    # prefix, label, chains, assets, cold wallets, hot wallets
    ("BTC", "Bitcoin", ("bitcoin",), ("BTC",), 5, 2),
    ("EVM", "EVM chains", _EVM, ("ETH", "USDT", "USDC", "AVAX", "POL", "BNB", "LINK"), 5, 3),
    ("TRX", "Tron", ("tron",), ("USDT", "TRX"), 2, 1),
    ("SOL", "Solana", ("solana",), ("SOL", "USDC"), 3, 2),
    ("XRP", "XRP Ledger", ("ripple",), ("XRP",), 2, 1),
    ("TON", "TON", ("ton",), ("TON",), 1, 1),
    ("LTC", "Litecoin", ("litecoin",), ("LTC",), 2, 1),
    ("DGE", "Dogecoin", ("doge",), ("DOGE",), 2, 1),
)
_SITES = ("Kwun Tong vault", "Tsuen Wan vault", "Tseung Kwan O vault")


def wallets() -> list[Wallet]:
    """Forty wallets: 22 cold, 12 hot, one for settlement, five of the house."""
    found = []
    for prefix, name, chains, assets, cold, hot in _GROUPS:
        for kind, count in (("cold", cold), ("hot", hot)):
            for number in range(1, count + 1):
                found.append(
                    Wallet(
                        f"{prefix}-{kind[0].upper()}{number:02d}",
                        f"{name} {kind} {number}",
                        f"client-{kind}",
                        chains,
                        assets,
                        _SITES[len(found) % 3],
                        ("Kwun Tong vault", "Sha Tin vault") if kind == "cold" else _SITES[:2],
                    )
                )
    found.append(Wallet("EVM-S01", "Settlement with the clearing bank", "client-settlement",
                        ("ethereum",), ("USDT", "USDC"), _SITES[0], _SITES[1:]))  # fmt: skip
    for prefix, name, chains, assets in (
        ("BTC", "Bitcoin", ("bitcoin",), ("BTC",)),
        ("EVM", "EVM gas", _EVM, ("ETH", "AVAX", "POL", "BNB")),
        ("TRX", "Tron energy", ("tron",), ("TRX",)),
        ("SOL", "Solana fees", ("solana",), ("SOL",)),
        ("XRP", "XRP Ledger reserve", ("ripple",), ("XRP",)),
    ):
        found.append(Wallet(f"{prefix}-X01", f"House: {name}", "house-hot", chains, assets,
                            _SITES[1], _SITES[:2]))  # fmt: skip
    return found


@dataclass
class Balance:
    """What one wallet holds of one asset on one chain."""

    wallet: Wallet
    asset: Asset
    chain: str
    quantity: Decimal
    staked: Decimal
    value: Decimal
    height: int


@dataclass
class Flow:
    """What moved during the month; `closing` is what clients are owed."""

    opening: Decimal
    deposits: Decimal
    withdrawals: Decimal
    bought: Decimal
    sold: Decimal
    fees: Decimal
    rewards: Decimal
    adjustments: Decimal

    @property
    def closing(self) -> Decimal:
        return (
            self.opening + self.deposits - self.withdrawals + self.bought
            - self.sold - self.fees + self.rewards + self.adjustments
        )  # fmt: skip


@dataclass
class Account:
    """One account for client money."""

    bank: str
    reference: str
    currency: str
    country: str
    letter: date | None
    balance: Decimal
    liability: Decimal
    unidentified: Decimal
    unbooked: Decimal = Decimal(0)

    @property
    def at_bank(self) -> Decimal:
        """What the bank's statement says: more than the ledger where a credit is not booked."""
        return self.balance + self.unbooked


@dataclass
class Day:
    """The position at the end of one day, and the reconciliation of that day."""

    date: date
    cold: Decimal
    hot: Decimal
    other: Decimal
    staked_cold: Decimal
    breaks: int
    largest_break: Decimal
    explanation: str

    @property
    def total(self) -> Decimal:
        return self.cold + self.hot + self.other

    @property
    def required(self) -> Decimal:
        return (self.cold / 2 + self.hot + self.other).quantize(CENT, ROUND_HALF_UP)

    @property
    def ratio(self) -> Decimal:
        """In per cent with four decimals, rounded towards a breach."""
        return (100 * self.cold / self.total).quantize(Decimal("0.0001"), ROUND_FLOOR)


@dataclass
class Month:
    """One month of the exchange."""

    year: int
    month: int
    prices: dict[str, Decimal]
    flows: dict[str, Flow]
    in_flight: dict[str, Decimal]
    balances: list[Balance]
    accounts: list[Account]
    days: list[Day]
    clients: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    @property
    def end(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def custody(self, asset: str) -> Decimal:
        """Units in all client wallets."""
        return sum(
            (b.quantity for b in self.balances if b.asset.id == asset and b.wallet.client),
            Decimal(0),
        )

    def split(self, asset: str, storage: str) -> tuple[Decimal, Decimal]:
        """Units and value in the client wallets of a storage class."""
        held = [
            b for b in self.balances
            if b.asset.id == asset and b.wallet.client and b.wallet.storage == storage
        ]  # fmt: skip
        return sum((b.quantity for b in held), Decimal(0)), sum((b.value for b in held), Decimal(0))

    def staked(self, asset: str) -> tuple[Decimal, Decimal]:
        """Units and value that are staked, all of it in cold wallets."""
        units = sum((b.staked for b in self.balances if b.asset.id == asset), Decimal(0))
        return units, in_hkd(units, self.prices[asset])


def in_hkd(quantity: Decimal, price: Decimal) -> Decimal:
    """The value to the cent."""
    with localcontext() as context:
        context.prec = 80
        return (quantity * price).quantize(CENT, ROUND_HALF_UP)


def two_months(seed: int = 20261031) -> tuple[Month, Month]:
    """September and October 2026."""
    with localcontext() as context:
        context.prec = 80
        dice = random.Random(seed)
        opening = {a.id: _noise(dice, a, Decimal(a.held)) for a in ASSETS}
        september = _month(dice, 2026, 9, 0, opening, Decimal("1517000000"))
        closing = {name: flow.closing for name, flow in september.flows.items()}
        october = _month(dice, 2026, 10, 1, closing, september.days[-1].total)
    return september, october


def _noise(dice: random.Random, asset: Asset, about: Decimal) -> Decimal:
    """A quantity near another one, with every decimal of the asset in use."""
    share = Decimal(dice.randrange(-(10**6), 10**6)) / Decimal(10**9)
    dust = Decimal(dice.randrange(1, 10**asset.decimals)) / Decimal(10**asset.decimals)
    return (about * (1 + share)).quantize(Decimal(1)) + dust


def _part(dice: random.Random, asset: Asset, whole: Decimal, low: int, high: int) -> Decimal:
    """Between `low` and `high` ten-thousandths of a quantity, to the asset's last decimal."""
    share = Decimal(dice.randrange(low * 10**8, high * 10**8)) / Decimal(10**12)
    return (whole * share).quantize(Decimal(1).scaleb(-asset.decimals))


def _month(
    dice: random.Random,
    year: int,
    month: int,
    at: int,
    opening: dict[str, Decimal],
    before: Decimal,
) -> Month:
    flows = {a.id: _flow(dice, a, opening[a.id], at) for a in ASSETS}
    prices = {a.id: Decimal(a.prices[at]) for a in ASSETS}
    in_flight = {
        a.id: _part(dice, a, flows[a.id].closing, 1, 4)
        if a.id in ("BTC", "ETH", "USDT")
        else Decimal(0)
        for a in ASSETS
    }
    balances = _balances(dice, at, prices, flows, in_flight)
    result = Month(year, month, prices, flows, in_flight, balances, _accounts(dice, at), [])
    result.days = _days(dice, result, before)
    result.clients = {
        a.id: (dice.randrange(900, 9000), dice.randrange(60, 700), dice.randrange(3, 60))
        for a in ASSETS
    }
    return result


def _flow(dice: random.Random, asset: Asset, opening: Decimal, at: int) -> Flow:
    rewards = _part(dice, asset, opening, 1, 3) if asset.id == "ETH" else Decimal(0)
    dust = Decimal("0.00410000") if (asset.id, at) == ("LTC", 1) else Decimal(0)
    return Flow(
        opening,
        _part(dice, asset, opening, 300, 900),
        _part(dice, asset, opening, 250, 800),
        _part(dice, asset, opening, 400, 1200),
        _part(dice, asset, opening, 380, 1150),
        _part(dice, asset, opening, 2, 9),
        rewards,
        -dust,
    )


def _balances(
    dice: random.Random,
    at: int,
    prices: dict[str, Decimal],
    flows: dict[str, Flow],
    in_flight: dict[str, Decimal],
) -> list[Balance]:
    found = []
    heights = {"bitcoin": 968_400, "ethereum": 25_010_000, "tron": 86_400_000, "solana": 398_000_000,
               "ripple": 104_300_000, "ton": 61_200_000, "litecoin": 3_170_000, "doge": 6_430_000,
               "avax": 79_900_000, "polygon": 88_200_000, "bsc": 92_700_000}  # fmt: skip
    for asset in ASSETS:
        custody = flows[asset.id].closing - in_flight[asset.id]
        for wallet, chain, quantity in _spread(dice, asset, custody, at):
            staked = Decimal(0)
            if asset.id == "ETH" and wallet.id == "EVM-C05":
                staked = Decimal(32 * (2 + at))
            found.append(Balance(wallet, asset, chain, quantity, staked,
                                 in_hkd(quantity, prices[asset.id]),
                                 heights[chain] + at * 4_464 + dice.randrange(900)))  # fmt: skip
    order = {wallet.id: number for number, wallet in enumerate(wallets())}
    return sorted(found, key=lambda b: (order[b.wallet.id], b.asset.id, b.chain))


def _spread(
    dice: random.Random, asset: Asset, custody: Decimal, at: int
) -> list[tuple[Wallet, str, Decimal]]:
    """A quantity over the wallets: about one per cent hot, the rest cold."""
    places = [
        (wallet, chain)
        for wallet in wallets()
        if asset.id in wallet.assets
        for chain in asset.chains
        if chain in wallet.chains
    ]
    cold = [place for place in places if place[0].kind == "client-cold"]
    warm = [place for place in places if place[0].client and place[0].kind != "client-cold"]
    house = [place for place in places if not place[0].client]
    # Dogecoin stands below 98 % in units at the end of October: to be explained, not forbidden.
    most = 260 if (asset.id, at) == ("DOGE", 1) else 120
    result = []
    left = custody
    for wallet, chain in warm:
        quantity = _part(dice, asset, custody, (most - 40) // len(warm), most // len(warm))
        result.append((wallet, chain, quantity))
        left -= quantity
    for wallet, chain in cold[1:]:
        quantity = _part(dice, asset, custody, 8000 // len(cold), 9000 // len(cold))
        result.append((wallet, chain, quantity))
        left -= quantity
    result.append((*cold[0], left))
    result += [(w, c, _part(dice, asset, custody, 1, 6)) for w, c in house]
    return result


def _accounts(dice: random.Random, at: int) -> list[Account]:
    plan = (
        ("Bank of Lamma Limited", "012-558-1-204467", "HKD", "HK", date(2024, 3, 18), 148_200_000),
        ("Bank of Lamma Limited", "012-558-9-204475", "USD", "HK", date(2024, 3, 18), 6_310_000),
        ("Harbour East Bank Limited", "391-0-77204-001", "HKD", "HK", date(2024, 6, 3), 61_750_000),
        ("Harbour East Bank Limited", "391-0-77204-044", "CNY", "HK", date(2024, 6, 3), 9_480_000),
        ("Stonecutters Bank (Hong Kong) Limited", "88-402-1173", "USD", "HK", date(2025, 1, 9),
         2_905_000),
        ("Stonecutters Bank (Hong Kong) Limited", "88-402-1199", "EUR", "HK", date(2025, 1, 9),
         1_120_000),
        ("Straits Mercantile Bank", "SG-2200-4471", "SGD", "SG", None, 640_000),
    )  # fmt: skip
    found = []
    for bank, reference, currency, country, letter, about in plan:
        cents = dice.randrange(about * 94 + at * about * 2, about * 104)
        balance = Decimal(cents) * CENT
        unidentified = (
            Decimal(dice.randrange(0, 900_000)) * CENT if currency == "HKD" else Decimal(0)
        )
        # One bank refunds fees to the client account each month; finance moves them out later.
        refund = REFUNDS[at] if reference == REFUNDED else Decimal(0)
        found.append(Account(bank, reference, currency, country, letter, balance,
                             balance - unidentified, unidentified, refund))  # fmt: skip
    return found


REFUNDED = "391-0-77204-001"
REFUNDS = (Decimal("12500.00"), Decimal("13180.00"))


def _days(dice: random.Random, month: Month, before: Decimal) -> list[Day]:
    ends = {
        storage: sum((month.split(a.id, storage)[1] for a in ASSETS), Decimal(0))
        for storage in ("COLD", "HOT", "OTHER")
    }
    staked = month.staked("ETH")[1]
    total = sum(ends.values(), Decimal(0))
    count = month.end.day
    days = []
    for number in range(1, count + 1):
        today = date(month.year, month.month, number)
        if number == count:
            cold, hot, other, held = ends["COLD"], ends["HOT"], ends["OTHER"], staked
        else:
            drift = before + (total - before) * number / count
            whole = _cents(drift * (1 + Decimal(dice.randrange(-140, 141)) / 10_000))
            hot = _cents(whole * dice.randrange(85, 121) / 10_000)
            other = _cents(whole * dice.randrange(4, 10) / 10_000)
            held = _cents(staked * dice.randrange(97, 103) / 100)
            if today == INCIDENT_DAY:
                hot = _cents(whole * Decimal("0.0231"))
            cold = whole - hot - other
        breaks = dice.choice((0, 0, 0, 0, 0, 1, 0, 0, 2, 0))
        largest = Decimal(dice.randrange(300, 250_000)) * CENT if breaks else Decimal(0)
        reason = "Deposit credited after the cut-off; cleared the next morning." if breaks else ""
        days.append(Day(today, cold, hot, other, held, breaks, largest, reason))
    return days


def _cents(value: Decimal) -> Decimal:
    """To an even cent, so that half of it is a whole one."""
    return (value / 2).quantize(CENT, ROUND_HALF_UP) * 2


def in_hong_kong(day: date, hour: int, minute: int) -> str:
    """A moment of that day as XML wants it."""
    return f"{day.isoformat()}T{hour:02d}:{minute:02d}:00+08:00"


def day_before(day: date) -> date:
    """Yesterday."""
    return day - timedelta(days=1)
