"""CAIP-2, CAIP-10 and CAIP-19 against the examples of the standards."""

import pytest

from app.domain.identifiers import is_caip2, is_caip10, is_caip19

CHAINS = [
    "eip155:1",
    "bip122:000000000019d6689c085ae165831e93",
    "bip122:12a765e31ffd4059bada1e25190f6e98",
    "cosmos:cosmoshub-3",
    "cosmos:Binance-Chain-Tigris",
    "starknet:SN_GOERLI",
    "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp",
    "chainstd:8c3444cf8970a9e41a706fab93e7a6c4",
]
ACCOUNTS = [
    "eip155:1:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
    "bip122:000000000019d6689c085ae165831e93:128Lkh3S7CkDTBZ8W7BbpsN3YYizJMp8p6",
    "cosmos:cosmoshub-3:cosmos1t2uflqwqe0fsj0shcfkrvpukewcw40yjj6hdc0",
    "polkadot:b0a8d493285c2df73290dfb7e61f870f:5hmuyxw9xdgbpptgypokw4thfyoe3ryenebr381z9iaegmfy",
    "hedera:mainnet:0.0.1234567890-zbhlt",
    "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:7S3P4HxJpyyigGzodYwHtCxZyUQe9JiBMHyRWXArAaKv",
    "tron:0x2b6653dc:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
    "xrpl:0:rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
]
ASSETS = [
    "eip155:1/slip44:60",
    "bip122:000000000019d6689c085ae165831e93/slip44:0",
    "cosmos:cosmoshub-3/slip44:118",
    "eip155:1/erc20:0x6b175474e89094c44da98b954eedeac495271d0f",
    "eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7",
    "eip155:1/erc721:0x06012c8cf97BEaD5deAe237070F9587f8E7A266d/771769",
    "hedera:mainnet/nft:0.0.55492/12",
    "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp/token:EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
]


@pytest.mark.parametrize("text", CHAINS)
def test_chains(text: str) -> None:
    assert is_caip2(text)
    assert not is_caip10(text)
    assert not is_caip19(text)


@pytest.mark.parametrize("text", ACCOUNTS)
def test_accounts(text: str) -> None:
    assert is_caip10(text)
    assert not is_caip2(text)


@pytest.mark.parametrize("text", ASSETS)
def test_assets(text: str) -> None:
    assert is_caip19(text)
    assert not is_caip10(text)


@pytest.mark.parametrize(
    "text",
    [
        "eip155",
        "eip155:",
        "eip155:mainnet",
        "eip155:01",
        "EIP155:1",
        "ab:1",
        "eip155:1 ",
        "bip122:000000000019d6689c085ae165831e9",
        f"cosmos:{'a' * 33}",
    ],
)
def test_what_is_no_chain(text: str) -> None:
    assert not is_caip2(text)


def test_the_account_behind_it_is_checked() -> None:
    assert not is_caip10("eip155:1:0xab16a96D359eC26a11e2C2b3d8f8B8942d5BfcdB")
    assert not is_caip10(
        "bip122:000000000019d6689c085ae165831e93:128Lkh3S7CkDTBZ8W7BbpsN3YYizJMp8p7"
    )
    assert not is_caip10("tron:0x2b6653dc:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u")
    assert not is_caip19("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831eC7")
    assert not is_caip19("eip155:1/slip44:ETH")
