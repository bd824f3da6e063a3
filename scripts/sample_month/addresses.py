"""Wallet addresses that pass their chains' checks and belong to nobody.

What an address encodes is a hash of words, not of a key, so no key to any of them is known.
"""

import hashlib

from bip_utils import Base58Alphabets, Base58Encoder, SegwitBech32Encoder
from bip_utils.utils.crypto import Kekkak256
from pytoniq_core import Address

_VERSIONS = {"tron": b"\x41", "doge": b"\x1e"}
_SEGWIT = {"bitcoin": "bc", "litecoin": "ltc"}


def address(chain: str, wallet: str) -> str:
    """The address of a wallet on a chain; EVM chains share one address, as they do in practice."""
    evm = chain in ("ethereum", "avax", "bsc", "polygon", "arbitrum", "base")
    digest = hashlib.sha256(
        f"praya sample month/{'evm' if evm else chain}/{wallet}".encode()
    ).digest()
    if evm:
        return _eip55(digest[:20])
    if chain in _SEGWIT:
        return str(SegwitBech32Encoder.Encode(_SEGWIT[chain], 0, digest[:20]))
    if chain in _VERSIONS:
        return str(Base58Encoder.CheckEncode(_VERSIONS[chain] + digest[:20]))
    if chain == "ripple":
        return str(Base58Encoder.CheckEncode(b"\x00" + digest[:20], Base58Alphabets.RIPPLE))
    if chain == "solana":
        return str(Base58Encoder.Encode(digest))
    if chain == "ton":
        return str(Address((0, digest)).to_str(is_bounceable=False))
    raise ValueError(chain)


def _eip55(payload: bytes) -> str:
    text = payload.hex()
    digest = Kekkak256.QuickDigest(text.encode()).hex()
    return "0x" + "".join(
        char.upper() if int(mark, 16) >= 8 else char
        for char, mark in zip(text, digest, strict=False)
    )


def with_one_wrong_character(text: str) -> str:
    """The address as somebody copied it by hand: one character in the middle is another one."""
    at = len(text) // 2
    wrong = "q" if text[at] != "q" else "p"
    return text[:at] + wrong + text[at + 1 :]
