"""Where the key is that signs: a key file, a token, or the system's own store.

A source is kept no longer than one signing takes; it holds what opens the key.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.infile import read_file
from app.signing.algorithms import RSA_PSS_SHA256, RSA_SHA256
from app.signing.keys import SigningKey, SoftwareKey, load_p12
from app.xml.safe import TooLarge

LARGEST_KEY_FILE = 1 << 20


class KeySource(Protocol):
    """Something that holds a private key with its certificate."""

    def opened(self, at: datetime) -> AbstractContextManager[SigningKey]:
        """The key for signing at a moment, as long as the context lasts."""
        ...


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A PKCS#12 file. `pss` has an RSA key sign with RSASSA-PSS, which some recipients require."""

    file: Path
    password: str = field(repr=False)
    pss: bool = False

    @contextmanager
    def opened(self, at: datetime) -> Iterator[SigningKey]:
        """Open the file; what is wrong with it has its own error."""
        too_large = TooLarge("the file is larger than 1 MiB", file=self.file)
        body = read_file(self.file, LARGEST_KEY_FILE, too_large)
        yield padded(load_p12(body, self.password, file=self.file, at=at), pss=self.pss)


@dataclass(frozen=True, slots=True)
class TokenChoice:
    """A PKCS#11 token: its driver, and the labels of token and key where there are several."""

    module: Path
    token: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class TokenSource:
    """A key on a token, with the PIN that opens it."""

    choice: TokenChoice
    pin: str = field(repr=False)

    @contextmanager
    def opened(self, at: datetime) -> Iterator[SigningKey]:
        """Log in to the token, and out again at the end."""
        from app.signing.tokens import open_token  # noqa: PLC0415  (a driver is only then loaded)

        choice = self.choice
        with open_token(choice.module, self.pin, at=at, token=choice.token, key=choice.key) as key:
            yield key


@dataclass(frozen=True, slots=True)
class StoreSource:
    """A key of the system's store, by the SHA-256 of its certificate in hex. The system asks for
    what opens it."""

    fingerprint: str

    @contextmanager
    def opened(self, at: datetime) -> Iterator[SigningKey]:
        """The key stays in the store."""
        from app.signing.systemstore import open_stored  # noqa: PLC0415  (other systems have none)

        with open_stored(self.fingerprint, at=at) as key:
            yield key


def padded(key: SoftwareKey, *, pss: bool) -> SoftwareKey:
    """The same key with the padding that was asked for."""
    return replace(key, method=RSA_PSS_SHA256) if pss and key.method == RSA_SHA256 else key
