"""Identifiers and codes, with their check digits: exact, and never raising.

Every function takes the text as it stands and answers for that text alone: a stray space or a lower
case letter is not forgiven, since it would travel into the signed file. Sources of the rules and of
the lists are in `docs/identifiers.md`.
"""

from app.domain.identifiers.addresses import address_problem, check_address, is_known_chain
from app.domain.identifiers.caip import is_caip2, is_caip10, is_caip19
from app.domain.identifiers.codes import (
    currency_decimals,
    is_ce,
    is_country,
    is_currency,
    is_dti,
    is_isin,
    is_lei,
)
from app.domain.identifiers.contacts import is_email, is_phone
from app.domain.identifiers.transactions import is_txid

__all__ = [
    "address_problem",
    "check_address",
    "currency_decimals",
    "is_caip2",
    "is_caip10",
    "is_caip19",
    "is_ce",
    "is_country",
    "is_currency",
    "is_dti",
    "is_email",
    "is_isin",
    "is_known_chain",
    "is_lei",
    "is_phone",
    "is_txid",
]
