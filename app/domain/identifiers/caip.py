"""Chain agnostic identifiers (CAIP-2 and CAIP-10 final, CAIP-19 in review).

The standards give a syntax for every chain. For the namespaces known here the chain reference and
the account or token address are checked as well; others pass on syntax alone.
"""

import re

from app.domain.identifiers.addresses import check_address

_CHAIN = r"(?P<space>[-a-z0-9]{3,8}):(?P<chain>[-_a-zA-Z0-9]{1,32})"
_CAIP2 = re.compile(_CHAIN)
_CAIP10 = re.compile(_CHAIN + r":(?P<account>[-.%a-zA-Z0-9]{1,128})")
_CAIP19 = re.compile(
    _CHAIN + r"/(?P<kind>[-a-z0-9]{3,8}):(?P<asset>[-.%a-zA-Z0-9]{1,128})"
    r"(?:/(?P<token>[-.%a-zA-Z0-9]{1,78}))?"
)

# Chain references by namespace: the number of an EVM chain, the beginning of a genesis hash, …
_REFERENCES = {
    "eip155": re.compile(r"[1-9][0-9]{0,31}"),
    "bip122": re.compile(r"[0-9a-f]{32}"),
    "xrpl": re.compile(r"[0-9]{1,10}"),
    "slip44": re.compile(r"[0-9]{1,10}"),
}
_NAMESPACES = {"eip155": "evm", "solana": "solana", "tron": "tron", "xrpl": "xrpl"}
# Main networks only: test networks of these namespaces write their addresses in other ways.
_CHAINS = {
    ("bip122", "000000000019d6689c085ae165831e93"): "bitcoin",
    ("bip122", "12a765e31ffd4059bada1e25190f6e98"): "litecoin",
    ("bip122", "1a91e3dace36e2be3bf030a65679fe82"): "dogecoin",
    ("ton", "-239"): "ton",
    ("ton", "mainnet"): "ton",
    ("tvm", "-239"): "ton",
}
_TOKENS = {
    ("eip155", "erc20"),
    ("eip155", "erc721"),
    ("eip155", "erc1155"),
    ("solana", "token"),
    ("solana", "nft"),
    ("tron", "trc20"),
    ("tron", "trc721"),
}


def is_caip2(text: str) -> bool:
    """A chain, such as `eip155:1`."""
    match = _CAIP2.fullmatch(text)
    return match is not None and _good_chain(match)


def is_caip10(text: str) -> bool:
    """An account on a chain, such as `eip155:1:0xab16…`, with the account's own checksum."""
    match = _CAIP10.fullmatch(text)
    return match is not None and _good_chain(match) and _good_account(match, "account")


def is_caip19(text: str) -> bool:
    """An asset on a chain, such as `eip155:1/slip44:60` or `eip155:1/erc20:0x…`."""
    match = _CAIP19.fullmatch(text)
    if match is None or not _good_chain(match):
        return False
    if match["kind"] == "slip44":
        return _REFERENCES["slip44"].fullmatch(match["asset"]) is not None
    if (match["space"], match["kind"]) in _TOKENS:
        return _good_account(match, "asset")
    return True


def _good_chain(match: re.Match[str]) -> bool:
    pattern = _REFERENCES.get(match["space"])
    return pattern is None or pattern.fullmatch(match["chain"]) is not None


def _good_account(match: re.Match[str], part: str) -> bool:
    space = match["space"]
    chain = _NAMESPACES.get(space) or _CHAINS.get((space, match["chain"]))
    return chain is None or check_address(chain, match[part])
