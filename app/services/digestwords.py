"""A digest as people compare it: in groups of hex, or as eight words.

The words are the first eight of the digest's BIP-39 mnemonic in English: its first 88 bits, which nobody
can meet by trying. The list is the one of `bip_utils`.
"""

from app.services.returns import NotAllowed

WORDS = 8
GROUP = 8


class DigestDiffers(NotAllowed):
    """What was shown is not what would be approved."""

    code = "digest-differs"


def digest_words(digest: str) -> tuple[str, ...]:
    """Eight words for a SHA-256 in hex."""
    from bip_utils import Bip39MnemonicGenerator  # noqa: PLC0415  (a quarter of a second)

    mnemonic = Bip39MnemonicGenerator().FromEntropy(bytes.fromhex(digest))
    return tuple(str(mnemonic.ToStr()).split()[:WORDS])


def digest_groups(digest: str) -> tuple[str, ...]:
    """The hex in groups of eight."""
    return tuple(digest[at : at + GROUP] for at in range(0, len(digest), GROUP))


def require_shown(digest: str, shown: str) -> None:
    """Refuse when what was shown, as hex or words, is not this digest."""
    told = shown.casefold().replace(":", " ").split()
    if "".join(told) != digest and tuple(told) != digest_words(digest):
        raise DigestDiffers(
            "what was shown is not what the return holds now; look at it again before you approve or"
            " sign it"
        )
