"""The rows that the rules are measured on: a ledger of our own, and a cold-wallet return."""

import random
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.tree import Row
from bench.data import COLUMNS

CENT = Decimal("0.01")
ASSETS = 100
_COPIED = ("Assets/Asset", "Wallets/Wallet")


def ledger_rows(pack: Pack, count: int) -> MemoryRows:
    """A ledger that keeps its own rules, from a fixed seed."""
    rows = MemoryRows()
    root = rows.add(None, "", (None,) * len(pack.schema.root.fields))
    accounts = rows.add(root.id, "Accounts", ())
    for number in range(1000):
        rows.add(accounts.id, "Accounts/Account", (f"A{number:04d}",))
    entries = rows.add(root.id, "Entries", ())
    fields = [field.key for field in pack.schema.node("Entries/Entry").fields]
    for cells in _entries(count):
        values = dict(zip(COLUMNS, cells, strict=True))
        rows.add(entries.id, "Entries/Entry", tuple(values.get(key) or None for key in fields))
    return rows


def _entries(count: int) -> Iterator[tuple[str, ...]]:
    dice = random.Random(20261031)
    for number in range(1, count + 1):
        asset = dice.choice(("BTC", "ETH", "USDT"))
        quantity = Decimal(f"{dice.randrange(1, 10**4)}.{dice.randrange(10**18):018d}")
        price = (
            Decimal(dice.randrange(770, 790) if asset == "USDT" else dice.randrange(1, 10**7)) / 100
        )
        value = (quantity * price).quantize(CENT, ROUND_HALF_UP)
        fee = (value / 1000).quantize(CENT, ROUND_HALF_UP)
        yield (
            f"E{number:08d}",
            f"A{dice.randrange(1000):04d}",
            asset,
            f"2026-10-{dice.randrange(1, 32):02d}",
            dice.choice(("IN", "OUT")),
            str(quantity),
            f"{price:.2f}",
            str(value),
            str(fee),
            f"C{dice.randrange(10**6)}",
            f"{dice.getrandbits(256):064x}",
            "a & b" if number % 7 == 0 else "",
        )


class _Return:
    """A copy of the pack's worked example that further rows are added to."""

    def __init__(self, pack: Pack, base: MemoryRows) -> None:
        self._pack, self.rows = pack, MemoryRows()
        self._places: dict[str, int] = {}
        self.samples: dict[str, dict[str, str | None]] = {}
        self._copy(base, base.root(), None)

    def _copy(self, base: MemoryRows, row: Row, parent: int | None) -> None:
        node = self._pack.schema.node(row.node)
        if node.repeats and row.node in ("Balances/Balance", "AssetSplits/AssetSplit", *_COPIED):
            keys = (field.key for field in node.fields)
            self.samples.setdefault(row.node, dict(zip(keys, row.values, strict=True)))
            return
        fresh = self.rows.add(parent, row.node, row.values)
        self._places.setdefault(row.node, fresh.id)
        for below in base.children(row.id):
            self._copy(base, below, fresh.id)

    def add(self, path: str, values: Mapping[str, str]) -> Row:
        """A row like the example's first one, with these values instead."""
        whole = {**self.samples[path], **values}
        keys = (field.key for field in self._pack.schema.node(path).fields)
        parent = self._places[path.rpartition("/")[0]]
        return self.rows.add(parent, path, tuple(whole.get(key) or None for key in keys))


def wallet_rows(pack: Pack, base: MemoryRows, count: int) -> MemoryRows:
    """A cold-wallet return of so many balances: every wallet holds every one of a hundred assets."""
    made, dice = _Return(pack, base), random.Random(20261031)
    wallets = [(f"W{number:05d}", "COLD") for number in range(count // ASSETS)]
    wallets[0] = (wallets[0][0], "HOT")
    for name, storage in wallets:
        made.add("Wallets/Wallet", {"WalletId": name, "Storage": storage, "BackupSitesCount": ""})
    for number in range(ASSETS):
        asset, price = f"X{number:02d}", Decimal(dice.randrange(100, 10**7)) / 100
        made.add(
            "Assets/Asset",
            {"AssetId": asset, "Ticker": asset, "Decimals": "18", "HkdPrice": f"{price:.2f}"},
        )
        units = dict.fromkeys(("COLD", "HOT"), Decimal(0))
        worth = dict.fromkeys(("COLD", "HOT"), Decimal(0))
        for name, storage in wallets:
            most = 10 if storage == "HOT" else 10**4
            held = Decimal(f"{dice.randrange(1, most)}.{dice.randrange(10**18):018d}")
            value = (held * price).quantize(CENT, ROUND_HALF_UP)
            units[storage] += held
            worth[storage] += value
            same = dict.fromkeys(("LedgerQty", "ChainQty", "ClosingQty"), str(held))
            made.add(
                "Balances/Balance",
                {"WalletId": name, "AssetId": asset, "ValueHkd": str(value), **same},
            )
        made.add("AssetSplits/AssetSplit", _split(asset, units, worth))
    return made.rows


def _split(
    asset: str, units: Mapping[str, Decimal], worth: Mapping[str, Decimal]
) -> dict[str, str]:
    total, value = sum(units.values()), sum(worth.values())
    return {
        "AssetId": asset,
        "ColdQty": str(units["COLD"]),
        "HotQty": str(units["HOT"]),
        "TotalQty": str(total),
        "ColdHkd": str(worth["COLD"]),
        "HotHkd": str(worth["HOT"]),
        "TotalHkd": str(value),
        "RatioUnits": str(1_000_000 * units["COLD"] // total / 10000),
        "RatioValue": str(1_000_000 * worth["COLD"] // value / 10000),
    }
