"""Addresses of the chains that the product knows, by the chain's common name."""

from collections.abc import Callable

from app.domain.identifiers.encodings import base58, cosmos, evm, segwit, solana, ton, xrpl

_Check = Callable[[str], str | None]


def _with_segwit(prefix: str, *versions: int) -> _Check:
    """Segwit when the text begins like it, else Base58Check with one of the version bytes."""

    def check(text: str) -> str | None:
        if text.lower().startswith(f"{prefix}1"):
            return segwit(text, prefix)
        return base58(text, *versions)

    return check


def _base58(*versions: int) -> _Check:
    return lambda text: base58(text, *versions)


def _sei(text: str) -> str | None:
    """Sei gives every account an EVM address and a Cosmos one."""
    return cosmos(text, "sei") if text.startswith("sei1") else evm(text)


# Version bytes are those of each chain's reference client. Litecoin had 0x05 for scripts before
# 2017 and still takes it.
_CHECKS: dict[tuple[str, ...], _Check] = {
    ("bitcoin", "btc"): _with_segwit("bc", 0x00, 0x05),
    ("litecoin", "ltc"): _with_segwit("ltc", 0x30, 0x32, 0x05),
    ("dogecoin", "doge"): _base58(0x1E, 0x16),
    ("tron", "trx"): _base58(0x41),
    ("ripple", "xrp", "xrpl"): xrpl,
    ("solana", "sol"): solana,
    ("ton", "tvm"): ton,
    ("sei",): _sei,
    ("ethereum", "eth"): evm,
    ("avax", "avalanche"): evm,
    ("bsc", "bnb"): evm,
    ("polygon", "matic", "pol"): evm,
    ("arbitrum", "arb"): evm,
    ("optimism", "op"): evm,
    ("base",): evm,
    ("evm",): evm,
}
_BY_NAME = {name: check for names, check in _CHECKS.items() for name in names}


def is_known_chain(chain: str) -> bool:
    """Whether addresses of this chain can be checked. Names in any case: bitcoin, Ethereum, TRON."""
    return chain.strip().lower() in _BY_NAME


def address_problem(chain: str, text: str) -> str | None:
    """What is wrong with an address, as the end of a sentence; None when nothing is."""
    check = _BY_NAME.get(chain.strip().lower())
    if check is None:
        return f"addresses of the chain “{chain}” cannot be checked"
    return check(text)


def check_address(chain: str, text: str) -> bool:
    """Whether the text is an address of the chain; False too for a chain that is not known."""
    return address_problem(chain, text) is None
