"""The bytes of a document at hand in any order: in memory, or in an open file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from app.errors import FileUnreadable

_CHUNK = 1 << 18


@dataclass(frozen=True)
class HeldBytes:
    """Bytes in memory."""

    data: bytes

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.data)

    def read(self, at: int, size: int) -> bytes:
        """So many of them from a place on."""
        return self.data[at : at + size]

    def chunks(self) -> Iterator[bytes]:
        """All of them in order."""
        return (self.data[at : at + _CHUNK] for at in range(0, len(self.data), _CHUNK))


class OpenFile:
    """The same of a file, which stays open so that all readings are of one and the same."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __enter__(self) -> Self:
        try:
            self._source = self._file.open("rb")
            self.size = self._source.seek(0, 2)
        except OSError as error:
            raise FileUnreadable.of(error, self._file) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._source.close()

    def read(self, at: int, size: int) -> bytes:
        """So many bytes from a place on."""
        try:
            self._source.seek(at)
            return self._source.read(size)
        except OSError as error:
            raise FileUnreadable.of(error, self._file) from error

    def chunks(self) -> Iterator[bytes]:
        """All of them in order."""
        at = 0
        while chunk := self.read(at, _CHUNK):
            at += len(chunk)
            yield chunk
