"""Transaction ids of the chains that the product knows, by common name or CAIP-2."""

import re

from app.domain.identifiers.encodings import base58_bytes

_HEX = re.compile(r"[0-9a-fA-F]{64}")
_EVM = re.compile(r"0x[0-9a-fA-F]{64}")
_TON = re.compile(r"[A-Za-z0-9+/_-]{43}=?")
_ANY = re.compile(r"[!-~]{1,128}")

_FAMILIES: dict[tuple[str, ...], str] = {
    ("eip155", "evm", "ethereum", "eth", "avax", "avalanche", "bsc", "bnb"): "evm",
    ("polygon", "matic", "pol", "arbitrum", "arb", "optimism", "op", "base"): "evm",
    ("bip122", "bitcoin", "btc", "litecoin", "ltc", "dogecoin", "doge"): "hex",
    ("tron", "trx", "xrpl", "ripple", "xrp"): "hex",
    ("solana", "sol"): "solana",
    ("ton", "tvm"): "ton",
}
_BY_NAME = {name: family for names, family in _FAMILIES.items() for name in names}


def is_txid(chain: str, text: str) -> bool:
    """Whether the text can be a transaction of the chain.

    A hash has no checksum, so that only form and length are looked at. Of a chain that is not known
    anything without blanks up to 128 characters passes.
    """
    family = _BY_NAME.get(chain.strip().lower().partition(":")[0])
    if family == "evm":
        return _EVM.fullmatch(text) is not None
    if family == "hex":
        return _HEX.fullmatch(text) is not None
    if family == "solana":
        body = base58_bytes(text) if 64 <= len(text) <= 88 else None
        return body is not None and len(body) == 64
    if family == "ton":
        return _HEX.fullmatch(text) is not None or _TON.fullmatch(text) is not None
    return _ANY.fullmatch(text) is not None
