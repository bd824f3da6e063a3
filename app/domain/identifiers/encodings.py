"""How addresses are written: each check answers with what is wrong, or with None.

The decoding is that of bip-utils and, for TON, of pytoniq-core; both are slow to import and loaded
at the first address. What they do not look at (lengths, versions, networks) is checked here.
"""

import re
from functools import cache
from typing import Any

_HEX40 = re.compile(r"0x([0-9a-fA-F]{40})")
_BECH32 = re.compile(r"[a-zA-Z0-9]{8,90}")
_TON_RAW = re.compile(r"(?:0|-1):[0-9a-fA-F]{64}")
_TON_FRIENDLY = re.compile(r"[A-Za-z0-9_-]{48}|[A-Za-z0-9+/]{48}")
_LONGEST = 128

CHECKSUM = "its checksum does not fit; a character is mistyped"
CHARACTERS = "it holds a character that such an address cannot have"
LENGTH = "it is too long or too short"
KIND = "it is an address of another kind or network"
FORM = "it does not have the form of such an address"


@cache
def _bip() -> Any:
    import bip_utils  # noqa: PLC0415  (a quarter of a second, and most starts need no address)

    return bip_utils


def evm(text: str) -> str | None:
    """Twenty bytes in hexadecimal; a mixed case carries the checksum of EIP-55, one case carries none."""
    match = _HEX40.fullmatch(text)
    if match is None:
        return FORM
    digits = match[1]
    if digits in (digits.lower(), digits.upper()):
        return None
    try:
        _bip().EthAddrDecoder.DecodeAddr(text)
    except ValueError:
        return "its upper and lower case letters do not fit (EIP-55); a character is mistyped"
    return None


def base58(text: str, *versions: int) -> str | None:
    """Base58Check of a version byte and twenty bytes (Bitcoin and its kin, Tron)."""
    body = _base58_check(text, "BITCOIN")
    if isinstance(body, str):
        return body
    if len(body) != 21:
        return LENGTH
    return None if body[0] in versions else KIND


def xrpl(text: str) -> str | None:
    """An XRP Ledger address: the classic form, or the X form that carries the destination tag."""
    body = _base58_check(text, "RIPPLE")
    if isinstance(body, str):
        return body
    if len(body) == 21:
        return None if body[0] == 0 else KIND
    if len(body) != 31:
        return LENGTH
    tagged = body[22] == 1 and body[27:] == bytes(4)
    untagged = body[22] == 0 and body[23:] == bytes(8)
    return None if body[:2] == b"\x05\x44" and (tagged or untagged) else KIND


def _base58_check(text: str, alphabet: str) -> bytes | str:
    bip = _bip()
    if not 20 <= len(text) <= _LONGEST:
        return LENGTH
    try:
        body = bip.Base58Decoder.CheckDecode(text, bip.Base58Alphabets[alphabet])
    except bip.Base58ChecksumError:
        return CHECKSUM
    except ValueError:
        return CHARACTERS
    return bytes(body)


def solana(text: str) -> str | None:
    """Thirty-two bytes in Base58; there is no checksum, and off-curve accounts are addresses too."""
    if not 32 <= len(text) <= 44:
        return LENGTH
    body = base58_bytes(text)
    if body is None:
        return CHARACTERS
    return None if len(body) == 32 else LENGTH


def base58_bytes(text: str) -> bytes | None:
    """What a text in Bitcoin's Base58 says; None where a character is not of that alphabet."""
    try:
        body: bytes = _bip().Base58Decoder.Decode(text)
    except ValueError:
        return None
    return body


def segwit(text: str, prefix: str) -> str | None:
    """A witness program in Bech32 (version 0) or Bech32m (version 1 and later): BIP 173, BIP 350."""
    bip = _bip()
    if not _BECH32.fullmatch(text):
        return FORM
    try:
        bip.SegwitBech32Decoder.Decode(prefix, text)
    except bip.Bech32ChecksumError:
        return CHECKSUM
    except (ValueError, IndexError):
        return FORM
    return None


def cosmos(text: str, prefix: str) -> str | None:
    """Bech32 of an account's twenty bytes, or of a contract's thirty-two."""
    bip = _bip()
    if not _BECH32.fullmatch(text):
        return FORM
    try:
        body = bip.Bech32Decoder.Decode(prefix, text)
    except bip.Bech32ChecksumError:
        return CHECKSUM
    except (ValueError, IndexError):
        return FORM
    return None if len(body) in (20, 32) else LENGTH


def ton(text: str) -> str | None:
    """A TON address: the form for people with its CRC, or the raw form, which has no checksum."""
    if _TON_RAW.fullmatch(text):
        return None
    if not _TON_FRIENDLY.fullmatch(text):
        return FORM
    from pytoniq_core.boc import address  # noqa: PLC0415  (as above)

    try:
        found = address.Address(text)  # type: ignore[no-untyped-call]
    except address.AddressError:
        return CHECKSUM
    tag = text[0]  # the first six bits of 0x11 and 0x51; 0x80 marks the test network
    if found.is_test_only or tag not in "EU":
        return KIND
    return None if found.wc in (0, -1) else KIND
