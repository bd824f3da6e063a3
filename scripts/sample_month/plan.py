"""What the demo does with the workbooks: imports, what is typed, what is explained. Written as TOML."""

import json
from decimal import Decimal

from sample_month.addresses import address
from sample_month.figures import ASSETS, Month, in_hkd, wallets
from sample_month.workbooks import HOT_DAY, KEY_ABROAD, WRONG_ADDRESS

IMPORTS = {
    "CAR": (("ledger", "lantau-ledger"), ("client-money", "lantau-client-money")),
    "CWR": (
        ("wallets", "lantau-wallets"),
        ("balances", "lantau-balances"),
        ("daily-positions", "lantau-daily"),
        ("cover", "lantau-cover"),
    ),
}
CORRECTED = {
    "ledger": "finance mends the broken formula and sends the ledger again",
    "balances": "the custody team sends the long quantity as text",
}


def plan_toml(september: Month, october: Month) -> str:
    """The whole plan."""
    parts = ["# Written by scripts/build_sample.py.\n"]
    for month in (september, october):
        mistaken = month is october
        for return_type, files in IMPORTS.items():
            parts.append(f'[[return]]\ntype = "{return_type}"\nperiod = "{month.end:%Y-%m}"\n')
            parts += [_import(month, name, profile, mistaken=mistaken) for name, profile in files]
            if mistaken:
                parts += [_item("typed", **item) for item in _typed(october)[return_type]]
                parts += [_item("explained", **item) for item in EXPLAINED[return_type]]
    return "\n".join(parts)


def _import(month: Month, name: str, profile: str, *, mistaken: bool) -> str:
    folder = f"{month.end:%Y-%m}"
    facts = {"file": f"{folder}/{name}.xlsx", "profile": profile}
    if mistaken and name in CORRECTED:
        facts |= {"corrected": f"{folder}/corrected/{name}.xlsx", "why": CORRECTED[name]}
    return _item("import", **facts)


def _item(kind: str, **facts: str) -> str:
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in facts.items())
    return f"[[return.{kind}]]\n{lines}"


def _typed(month: Month) -> dict[str, list[dict[str, str]]]:
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
    }  # fmt: skip


EXPLAINED: dict[str, list[dict[str, str]]] = {
    "CAR": [
        {"code": "CAR-011", "text": "Network dust of 0.0041 LTC written off after the merge of two"
         " deposit addresses; approved by finance on 20 October."},
    ],
    "CWR": [
        {"code": "CWR-002", "text": "Withdrawals of Dogecoin were unusually high on 30 October; the"
         " hot wallet was filled for them and swept on 2 November."},
    ],
}  # fmt: skip
