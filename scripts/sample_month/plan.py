"""What the demo does with the workbooks: imports, what is typed, what is explained. Written as TOML."""

import json
from decimal import Decimal

from sample_month.addresses import address
from sample_month.capital import BEFORE, CAPITALS
from sample_month.coins import COINS
from sample_month.figures import ASSETS, Month, in_hkd, wallets
from sample_month.incident import PHASES
from sample_month.products import classes
from sample_month.workbooks import HOT_DAY, KEY_ABROAD, WRONG_ADDRESS

IMPORTS = {
    "CAR": (("ledger", "lantau-ledger"), ("client-money", "lantau-client-money")),
    "CWR": (
        ("wallets", "lantau-wallets"),
        ("balances", "lantau-balances"),
        ("daily-positions", "lantau-daily"),
        ("cover", "lantau-cover"),
    ),
    "FRS": (("capital", "lantau-capital"),),
    "SCR": (("stablecoins", "lantau-stablecoins"),),
    "PTS": (("products", "lantau-products"),),
}
CORRECTED = {
    "ledger": "finance mends the broken formula and sends the ledger again",
    "balances": "the custody team sends the long quantity as text",
}
Items = dict[str, list[dict[str, str]]]


def plan_toml(september: Month, october: Month) -> str:
    """The whole plan, in the order in which things are done."""
    parts = ["# Written by scripts/build_sample.py.\n"]
    for return_type in IMPORTS:
        parts += _month_return(september, return_type, TYPED_IN_SEPTEMBER, SEPTEMBER)
    parts += _incident(october)
    for return_type in IMPORTS:
        parts += _month_return(october, return_type, _typed(october), OCTOBER, mistaken=True)
    return "\n".join(parts)


def _month_return(
    month: Month, return_type: str, typed: Items, explained: Items, *, mistaken: bool = False
) -> list[str]:
    parts = [f'[[return]]\ntype = "{return_type}"\nperiod = "{month.end:%Y-%m}"\n']
    for name, profile in IMPORTS[return_type]:
        parts.append(_import(month, name, profile, mistaken=mistaken))
    parts += [_item("typed", **item) for item in typed.get(return_type, ())]
    return parts + [_item("explained", **item) for item in explained.get(return_type, ())]


def _incident(month: Month) -> list[str]:
    """Three reports, each made from operations' record as it stood; the last one by its phase."""
    parts = []
    for number, phase in enumerate(PHASES):
        follows = f"follows = {number}\n" if number else ""
        parts.append(
            f'[[return]]\ntype = "INC"\nperiod = "{month.end:%Y-%m}"\nevent = true\n{follows}'
        )
        parts.append(_import(month, f"incident-{phase}", "lantau-incident", mistaken=False))
        if phase == "final":
            parts += [_item("typed", **item) for item in LAST_REPORT]
    return parts


def _import(month: Month, name: str, profile: str, *, mistaken: bool) -> str:
    folder = f"{month.end:%Y-%m}"
    facts = {"file": f"{folder}/{name}.xlsx", "profile": profile}
    if mistaken and name in CORRECTED:
        facts |= {"corrected": f"{folder}/corrected/{name}.xlsx", "why": CORRECTED[name]}
    return _item("import", **facts)


def _item(kind: str, **facts: str) -> str:
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in facts.items())
    return f"[[return.{kind}]]\n{lines}"


LAST_REPORT = [
    {"path": "Identification/Phase", "value": "FINAL", "why": "nothing more is to be found out"},
    {"path": "Description/ActionsPlanned", "value": "", "why": "a final report plans nothing"},
]


TYPED_IN_SEPTEMBER: Items = {
    "FRS": [
        {"path": "Capital/PreviousLiquidCapital", "value": str(BEFORE),
         "why": "August was filed before Praya was there"},
    ],
}  # fmt: skip


def _typed(month: Month) -> Items:
    order = [wallet.id for wallet in wallets()]
    day = month.days[HOT_DAY - 1]
    total = sum((in_hkd(month.custody(a.id), month.prices[a.id]) for a in ASSETS), Decimal(0))
    wallet, chain = WRONG_ADDRESS
    chains = next(item.chains for item in wallets() if item.id == wallet)
    place = (
        f"Wallets/Wallet[{order.index(wallet) + 1}]/Addresses/Address[{chains.index(chain) + 1}]"
    )
    row = f"DailyPositions/DailyPosition[{HOT_DAY}]"
    return {
        "CAR": [
            {"path": "Totals/ClientVaValueHkd", "value": str(total),
             "why": "two digits were exchanged in typing"},
        ],
        "CWR": [
            {"path": f"{place}/AddressText", "value": address(chain, wallet),
             "why": "copied again from the wallet itself"},
            {"path": f"Wallets/Wallet[{order.index(KEY_ABROAD) + 1}]/KeyLocationCountry",
             "value": "HK", "why": "the record of the key ceremony says Tsuen Wan"},
            {"path": f"{row}/ColdHkd", "value": str(day.cold),
             "why": "25,900,000.00 had been counted as hot"},
            {"path": f"{row}/HotHkd", "value": str(day.hot), "why": "the same 25,900,000.00"},
        ],
        "FRS": [
            {"path": "Capital/Excess", "value": str(CAPITALS[month.month].excess),
             "why": "the sign was wrong"},
        ],
        "SCR": [
            {"path": "Coins/Coin[1]/ClientQty", "value": str(month.flows[COINS[0].id].closing),
             "why": "the list had one unit of the eighteenth decimal too many"},
        ],
        "PTS": [
            {"path": "ClientClasses/ClientClass[1]/Closed", "value": str(classes(month)[0].closed),
             "why": "ten accounts had been counted twice"},
        ],
    }  # fmt: skip


REFUND = (
    "The bank refunds its fees to the client account on the last day of each month; finance moves the"
    " refund to the house account on the first business day after."
)
SEPTEMBER: Items = {"CAR": [{"code": "CAR-007", "text": REFUND}]}
OCTOBER: Items = {
    "CAR": [
        {"code": "CAR-007"},  # as September said, which is proposed again
        {"code": "CAR-011", "text": "Network dust of 0.0041 LTC written off after the merge of two"
         " deposit addresses; approved by finance on 20 October."},
    ],
    "CWR": [
        {"code": "CWR-001", "text": "The old Bitcoin hot wallet was emptied into its successor; the"
         " surplus was cold again on 21 October at 09:40. The SFC allowed the one day."},
        {"code": "CWR-002", "text": "Withdrawals of Dogecoin were unusually high on 30 October; the"
         " hot wallet was filled for them and swept on 2 November."},
    ],
}  # fmt: skip
