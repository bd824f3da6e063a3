"""Addresses: published ones pass, and no one-character mistake does where there is a checksum."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.identifiers import address_problem, check_address, is_known_chain

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
BASE64 = BASE58 + "0OIl-_"

WITH_CHECKSUM = [
    ("bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", BASE58),
    ("bitcoin", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", BASE58),
    ("bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", BECH32),
    ("bitcoin", "bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3", BECH32),
    ("bitcoin", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", BECH32),
    ("litecoin", "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1", BASE58),
    ("dogecoin", "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L", BASE58),
    ("tron", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", BASE58),
    ("ripple", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", BASE58),
    ("xrp", "X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ", BASE58),
    ("xrp", "XVLhHMPHU98es4dbozjVtdWzVrDjtV18pX8yuPT7y4xaEHi", BASE58),
    ("ton", "EQDtFpEwcFAEcRe5mLVh2N6C0x-_hJEM7W61_JLnSF74p4q2", BASE64),
    ("ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0123456789abcdefABCDEF"),
    ("polygon", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "0123456789abcdefABCDEF"),
]
WITHOUT = [
    ("solana", "7S3P4HxJpyyigGzodYwHtCxZyUQe9JiBMHyRWXArAaKv"),
    ("solana", "11111111111111111111111111111111"),
    ("bsc", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
    ("base", "0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED"),
    ("ton", "0:ed169130705004711" + "7b998b561d8de82d31fbf84910ced6eb5fc92e7485ef8a7"),
    ("bitcoin", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"),
    ("sei", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
]


@pytest.mark.parametrize(("chain", "text"), [(c, t) for c, t, _ in WITH_CHECKSUM] + WITHOUT)
def test_genuine_addresses_pass(chain: str, text: str) -> None:
    assert address_problem(chain, text) is None


@pytest.mark.parametrize(("chain", "text", "alphabet"), WITH_CHECKSUM)
def test_one_wrong_character_is_refused(chain: str, text: str, alphabet: str) -> None:
    begin = 2 if text.startswith("0x") else 0
    mutants = [
        text[:place] + letter + text[place + 1 :]
        for place in range(begin, len(text))
        for letter in alphabet
        if letter != text[place]
    ]
    assert [mutant for mutant in mutants if check_address(chain, mutant)] == []


@pytest.mark.parametrize(
    ("chain", "text"),
    [
        ("bitcoin", "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1"),  # litecoin's
        ("bitcoin", "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn"),  # of the test network
        ("bitcoin", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"),
        ("bitcoin", "bc1QW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),  # mixed case
        ("bitcoin", "bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du"),  # version 2 under the old checksum
        ("bitcoin", "bc1gmk9yu"),  # empty program
        ("bitcoin", "bc1q9zpgru"),  # one of BIP 350's invalid ones
        ("tron", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        ("ton", "kQDtFpEwcFAEcRe5mLVh2N6C0x-_hJEM7W61_JLnSF74p4q2"),  # test network
        ("ton", "EQDtFpEwcFAEcRe5mLVh2N6C0x+_hJEM7W61_JLnSF74p4q2"),  # two alphabets at once
        ("ton", "EQDtFpEwcFAEcRe5mLVh2N6C0x-_hJEM7W61_JLnSF74p4q2A"),
        ("ton", "7:" + "0" * 64),
        ("solana", "7S3P4HxJpyyigGzodYwHtCxZyUQe9JiBMHyRWXArA"),
        ("ethereum", "0X5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
        ("ethereum", "5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
        ("ethereum", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae"),
        ("sei", "sei1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"),
        ("moon", "x"),
    ],
)
def test_what_is_no_address_of_the_chain(chain: str, text: str) -> None:
    assert not check_address(chain, text)


@pytest.mark.parametrize(("chain", "text"), [(c, t) for c, t, _ in WITH_CHECKSUM] + WITHOUT)
def test_no_blank_is_forgiven(chain: str, text: str) -> None:
    for wrong in (f" {text}", f"{text} ", f"{text}\n", text[:5] + " " + text[5:], text + text):
        assert not check_address(chain, wrong)


def test_the_reason_is_told() -> None:
    assert address_problem("bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb") == (
        "its checksum does not fit; a character is mistyped"
    )
    assert "another kind" in (address_problem("tron", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa") or "")
    assert "“moon”" in (address_problem("moon", "x") or "")
    assert is_known_chain("Bitcoin")
    assert not is_known_chain("moon")


CHAINS = ["bitcoin", "litecoin", "doge", "tron", "xrp", "ton", "solana", "ethereum", "sei"]


@given(
    st.sampled_from(CHAINS),
    st.text(max_size=120) | st.text(BASE58, max_size=70) | st.text(BECH32).map("bc1".__add__),
)
@example("bitcoin", "bc1" + "q" * 80)
@example("ton", "E" * 48)
@example("ton", "-1:" + "é" * 64)
@example("sei", "sei1")
def test_no_text_makes_it_raise(chain: str, text: str) -> None:
    assert check_address(chain, text) in (True, False)
