"""The six workbooks a month of client assets and wallets, in finance's own layouts."""

import hashlib
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from sample_month import firm
from sample_month.addresses import address, with_one_wrong_character
from sample_month.figures import ASSETS, INCIDENT_DAY, Month, Wallet, in_hkd, wallets
from sample_month.sheets import AsNumber, Book, Broken, Cell

ZERO = Decimal(0)
WRONG_ADDRESS = ("BTC-C03", "bitcoin")
KEY_ABROAD = "SOL-C02"
HOT_DAY = 14
LONG_NUMBER = ("EVM-C02", "ETH")
SHIFTED = Decimal("25900000.00")
INCIDENT_ID = "INC-2026-10-01"
"""The number that Praya gives the first incident of October."""


def write_month(folder: Path, month: Month, mistakes: frozenset[str]) -> None:
    """The six workbooks of a month, with those mistakes that are named."""
    folder.mkdir(parents=True, exist_ok=True)
    ledger(folder / "ledger.xlsx", month, mistakes)
    client_money(folder / "client-money.xlsx", month)
    wallet_register(folder / "wallets.xlsx", month, mistakes)
    balances(folder / "balances.xlsx", month, mistakes)
    daily_positions(folder / "daily-positions.xlsx", month, mistakes)
    cover(folder / "cover.xlsx", month)


def front(month: Month) -> list[tuple[str, Cell]]:
    """The front page that every workbook begins with: the firm, the month, the people."""
    return [
        ("Licensed corporation", firm.ENTITY),
        ("CE number", firm.CE),
        ("LEI", firm.ENTITY_LEI),
        ("Business number", firm.BUSINESS_NUMBER),
        ("Associated entity", firm.TRUSTEE),
        ("Associated entity, CE number", firm.TRUSTEE_CE),
        ("Licence", "both"),
        ("Month from", date(month.year, month.month, 1)),
        ("Month to", month.end),
        ("Position as of (Hong Kong time)", datetime.combine(month.end, time(23, 59, 59))),
        ("Price set (SHA-256)", _price_digest(month)),
        ("Prepared by", firm.PREPARER),
        ("Reviewed by", firm.REVIEWER),
        ("Approved by", firm.APPROVER),
        ("Approver is", "responsible officer"),
        ("Original or resubmission", "original"),
        ("Nothing to report", "no"),
    ]


def _price_digest(month: Month) -> str:
    text = "".join(f"{name}={price}\n" for name, price in sorted(month.prices.items()))
    return hashlib.sha256(text.encode()).hexdigest()


def ledger(path: Path, month: Month, mistakes: frozenset[str]) -> None:
    """Client ledger, movements, daily reconciliation and summary."""
    title = f"{firm.ENTITY}: client ledger, {month.end:%B %Y}"
    with Book(path) as book:
        book.page("Front page", title, front(month))
        book.table("Client ledger", title, _POSITION_HEAD, _positions(month), at=4)
        book.table("Movements", f"Movements in {month.end:%B %Y}, units", _FLOW_HEAD,
                   _flows(month, mistakes), at=3)  # fmt: skip
        book.table("Daily reconciliation", "Ledger, bank and chain, every day", _RECON_HEAD,
                   _reconciliations(month), at=3)  # fmt: skip
        book.page("Summary", f"Summary, {month.end:%B %Y}", _summary(month, mistakes))


_POSITION_HEAD = (
    "Coin", "Class", "DTI", "CAIP-19", "Decimals", "Owed to clients", "Held in client wallets",
    "Deposits in transit", "Withdrawals in transit", "House coins in client wallets", "Staked",
    "Locked", "Unclaimed forks and airdrops", "Price HKD", "Priced at", "Price source",
    "Value held HKD", "Value owed HKD", "Retail clients", "Professional clients", "Institutions",
)  # fmt: skip
_FLOW_HEAD = (
    "Coin", "Brought forward", "Deposits", "Withdrawals", "Bought", "Sold", "Fees", "Rewards",
    "Adjustments", "Carried forward",
)  # fmt: skip
_RECON_HEAD = (
    "Day", "Done at", "Breaks", "Largest break HKD", "Open over one day", "What it was",
)  # fmt: skip


def _positions(month: Month) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for asset in ASSETS:
        custody, owed = month.custody(asset.id), month.flows[asset.id].closing
        price = month.prices[asset.id]
        rows.append([
            asset.id, {"VA": "coin", "STABLECOIN": "stablecoin"}[asset.asset_class],
            asset.dti or None, asset.caip19 or None, asset.decimals, owed, custody,
            month.in_flight[asset.id], ZERO, ZERO, month.staked(asset.id)[0], ZERO, ZERO,
            price, datetime.combine(month.end, time(23, 59, 59)), "Composite of three venues",
            in_hkd(custody, price), in_hkd(owed, price), *month.clients[asset.id],
        ])  # fmt: skip
    return rows


def _flows(month: Month, mistakes: frozenset[str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for asset in ASSETS:
        flow = month.flows[asset.id]
        sold: Cell = Broken("#REF!") if asset.id == "LINK" and "ref" in mistakes else flow.sold
        rows.append([
            asset.id, flow.opening, flow.deposits, flow.withdrawals, flow.bought, sold,
            flow.fees, flow.rewards, flow.adjustments, flow.closing,
        ])  # fmt: skip
    return [*rows, [f"Checked by {firm.REVIEWER}", *[None] * 9]]


def _reconciliations(month: Month) -> list[list[Cell]]:
    return [
        [day.date, datetime.combine(day.date, time(23, 30)), day.breaks, day.largest_break, 0,
         day.explanation or None]
        for day in month.days
    ]  # fmt: skip


def _summary(month: Month, mistakes: frozenset[str]) -> list[tuple[str, Cell]]:
    total = sum((in_hkd(month.custody(a.id), month.prices[a.id]) for a in ASSETS), ZERO)
    money = sum((in_hkd(a.at_bank, RATES[a.currency]) for a in month.accounts), ZERO)
    return [
        ("Clients with assets", clients_with_assets(month)),
        ("Value of client coins HKD", transposed(total) if "total" in mistakes else total),
        ("Client money HKD", money),
        ("Dormant accounts", 1_204 + month.month),
        ("Value of dormant accounts HKD", Decimal("2918447.31") + 1_000 * month.month),
        ("Transfers to or from addresses not whitelisted", 0),
        ("Their value HKD", ZERO),
        ("Last internal audit of custody", date(2026, 8, 14)),
    ]


def clients_with_assets(month: Month) -> int:
    """Clients who held anything at the end of the month, each counted once."""
    return 31_842 + 417 * (month.month - 9)


RATES = {
    "HKD": Decimal(1),
    "USD": Decimal("7.7750"),
    "CNY": Decimal("1.0942"),
    "EUR": Decimal("9.0310"),
    "SGD": Decimal("6.0480"),
}


def transposed(value: Decimal) -> Decimal:
    """The amount with two neighbouring digits exchanged, as happens in typing."""
    text = str(value)
    at = next(n for n in range(3, len(text) - 4) if text[n] != text[n + 1])
    return Decimal(text[:at] + text[at + 1] + text[at] + text[at + 2 :])


def client_money(path: Path, month: Month) -> None:
    """Accounts that hold client money."""
    head = (
        "Bank", "Bank LEI", "Account", "Title", "Currency", "Country", "Letter of acknowledgement",
        "Our ledger", "Bank statement", "Owed to clients", "Receipts not identified",
        "HKD rate at month end",
    )  # fmt: skip
    rows: list[list[Cell]] = [
        [a.bank, firm.BANK_LEIS[a.bank], a.reference, f"{firm.TRUSTEE}, client trust account",
         a.currency, {"HK": "Hong Kong", "SG": "Singapore"}[a.country], a.letter,
         a.balance, a.at_bank, a.liability, a.unidentified,
         None if a.currency == "HKD" else RATES[a.currency]]
        for a in month.accounts
    ]  # fmt: skip
    with Book(path) as book:
        book.table("Client accounts", f"Client money at {month.end:%d %B %Y}", head, rows, at=6)


def wallet_register(path: Path, month: Month, mistakes: frozenset[str]) -> None:
    """The custody team's register: wallets, their addresses, where their keys are backed up."""
    head = (
        "Wallet", "Name", "Class", "Holder", "Signing", "HSM model", "HSM certificate", "M", "N",
        "Smart contract", "Key site", "Backups", "Opened", "Last outflow", "Outflows",
    )  # fmt: skip
    with Book(path) as book:
        book.page("Front page", f"{firm.ENTITY}: wallets, {month.end:%B %Y}", front(month))
        book.table("Register", "Wallets", head, [_register(w, month, mistakes) for w in wallets()],
                   at=3)  # fmt: skip
        book.table("Addresses", "Addresses by wallet", ("Wallet", "Chain", "Address"), [
            [w.id, chain, _address(w, chain, mistakes)] for w in wallets() for chain in w.chains
        ], at=3)  # fmt: skip
        book.table("Backups", "Where keys are backed up", ("Wallet", "Site"), [
            [w.id, site] for w in wallets() for site in w.backups
        ], at=3)  # fmt: skip


def _register(wallet: Wallet, month: Month, mistakes: frozenset[str]) -> list[Cell]:
    cold = wallet.storage == "COLD"
    site = "Jurong vault" if wallet.id == KEY_ABROAD and "abroad" in mistakes else wallet.site
    last = datetime.combine(date(month.year, month.month, 3 + len(wallet.label) % 20), time(10, 15))
    return [
        wallet.id, wallet.label, wallet.kind, "house" if not wallet.client else "trustee",
        "HSM" if cold else "MPC", "Meridian K7" if cold else None,
        "FIPS 140-3 certificate on file" if cold else None, 3 if cold else 2, 5 if cold else 3,
        "no", site, len(wallet.backups), date(2024, 4 + len(wallet.id) % 6, 11), last,
        2 if cold else 40 + 3 * len(wallet.label),
    ]  # fmt: skip


def _address(wallet: Wallet, chain: str, mistakes: frozenset[str]) -> str:
    text = address(chain, wallet.id)
    wrong = (wallet.id, chain) == WRONG_ADDRESS and "address" in mistakes
    return with_one_wrong_character(text) if wrong else text


def balances(path: Path, month: Month, mistakes: frozenset[str]) -> None:
    """Prices, what every wallet holds, and the split by storage."""
    held: list[list[Cell]] = []
    for b in month.balances:
        quantity: Cell = b.quantity
        if (b.wallet.id, b.asset.id) == LONG_NUMBER and "digits" in mistakes:
            quantity = AsNumber(b.quantity)
        held.append([
            b.wallet.id, b.asset.id, b.chain, quantity, b.quantity, b.height,
            datetime.combine(month.end, time(23, 58)), b.quantity, b.staked or None, b.value,
        ])  # fmt: skip
    with Book(path) as book:
        book.table("Prices", f"Prices at {month.end:%d %B %Y}, 23:59:59", _PRICE_HEAD, [
            [a.id, {"VA": "coin", "STABLECOIN": "stablecoin"}[a.asset_class], a.dti or None,
             a.caip19 or None, a.decimals, month.prices[a.id],
             datetime.combine(month.end, time(23, 59, 59)), "Composite of three venues"]
            for a in ASSETS
        ], at=3)  # fmt: skip
        book.table("Wallet balances", "Balances by wallet", _BALANCE_HEAD, held, at=3)
        book.table("Cold and hot", "Client wallets by storage", _SPLIT_HEAD,
                   [_split(month, a.id) for a in ASSETS], at=3)  # fmt: skip


_PRICE_HEAD = ("Coin", "Class", "DTI", "CAIP-19", "Decimals", "Price HKD", "Priced at", "Source")
_BALANCE_HEAD = (
    "Wallet", "Coin", "Chain", "Ledger", "On chain", "Block", "Seen at", "Closing", "Staked",
    "Value HKD",
)  # fmt: skip
_SPLIT_HEAD = (
    "Coin", "Cold", "Hot", "Other", "Staked", "of it cold", "Total", "Cold HKD", "Hot HKD",
    "Other HKD", "Staked HKD", "of it cold HKD", "Total HKD",
)  # fmt: skip


def _split(month: Month, asset: str) -> list[Cell]:
    parts = [month.split(asset, storage) for storage in ("COLD", "HOT", "OTHER")]
    units, value = month.staked(asset)
    return [
        asset, *(part[0] for part in parts), units, units, sum((p[0] for p in parts), ZERO),
        *(part[1] for part in parts), value, value, sum((p[1] for p in parts), ZERO),
    ]  # fmt: skip


def daily_positions(path: Path, month: Month, mistakes: frozenset[str]) -> None:
    """Cold and hot at the end of every day, with the cover."""
    head = ("Day", "Cold HKD", "Hot HKD", "Other HKD", "Staked in cold HKD", "Cold share %",
            "Cover needed HKD", "Cover held HKD", "Incident")  # fmt: skip
    rows: list[list[Cell]] = []
    for day in month.days:
        shift = SHIFTED if day.date.day == HOT_DAY and "hot-day" in mistakes else ZERO
        rows.append([
            day.date, day.cold - shift, day.hot + shift, day.other, day.staked_cold, day.ratio,
            day.required, sum((limit - own for *_, limit, own, _ in COVERS), ZERO),
            INCIDENT_ID if day.date == INCIDENT_DAY else None,
        ])  # fmt: skip
    with Book(path) as book:
        book.table("Daily", f"Client coins by storage, {month.end:%B %Y}", head, rows, at=5)


COVERS: tuple[tuple[str, str, str, str, str, str, Decimal, Decimal, int | None], ...] = (
    # id, kind, provider, LEI, number, scope, limit, own part, months of the deposit
    ("COV-1", "insurance", "Victoria Peak Insurance Company Limited", firm.INSURER_LEI,
     "VP-DA-2026-0117", "cold", Decimal("620000000.00"), Decimal("5000000.00"), None),
    ("COV-2", "insurance", "Victoria Peak Insurance Company Limited", firm.INSURER_LEI,
     "VP-DA-2026-0118", "all", Decimal("180000000.00"), Decimal("2500000.00"), None),
    ("COV-3", "guarantee", "Harbour East Bank Limited", firm.BANK_LEIS["Harbour East Bank Limited"],
     "BG-88104", "cold", Decimal("90000000.00"), ZERO, None),
    ("COV-4", "deposit", "Bank of Lamma Limited", firm.BANK_LEIS["Bank of Lamma Limited"],
     "FD-2026-3391", "hot and other", Decimal("60000000.00"), ZERO, 6),
)  # fmt: skip


def cover(path: Path, month: Month) -> None:
    """Insurance, guarantees and deposits, and a few counts."""
    head = ("No.", "Kind", "Provider", "LEI", "Policy or account", "For", "Limit HKD",
            "Own part HKD", "From", "To", "Deposit months", "Approval")  # fmt: skip
    rows: list[list[Cell]] = [
        [number, kind, provider, lei, policy, scope, limit, own, date(2026, 7, 1), date(2027, 6, 30),
         months, f"SFC/CUSTODY/2026/{number}"]
        for number, kind, provider, lei, policy, scope, limit, own, months in COVERS
    ]  # fmt: skip
    with Book(path) as book:
        book.table("Cover", "Compensation arrangements in force", head, rows, at=4)
        book.table("Exceptions", "Departures from 98 % that the SFC allowed", (
            "Reference", "From", "To", "For", "What"), [
            ["SFC/CUSTODY/2026/EX-3", INCIDENT_DAY, INCIDENT_DAY, "all client coins",
             "One day while the old Bitcoin hot wallet was emptied"]
            for _ in range(1) if month.end.month == INCIDENT_DAY.month
        ], at=3)  # fmt: skip
        book.page("Whitelist", "Changes to the whitelist", [
            ("Addresses added", 100 + month.month), ("Addresses removed", month.month),
            ("Approvals given", 100 + 2 * month.month),
        ])  # fmt: skip
