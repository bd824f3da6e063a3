"""Where each key of a TOML document stands. `tomllib` reads values and forgets their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Key = str | int
Path = tuple[Key, ...]
"""Keys from the top; the number of an element (from 0) inside an array."""


@dataclass(frozen=True, slots=True)
class Place:
    """1-based line of a key, and where its value begins (`column` is that of a text's first letter)."""

    line: int
    value_line: int
    column: int


_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_LITERAL = re.compile(r"'([^'\n]*)'")
_LONG = re.compile(r'"""(?:[^\\]|\\[\s\S])*?"{3,5}|\'\'\'[\s\S]*?\'{3,5}')
_BARE_VALUE = re.compile(r"[^,\]}#\n]+")


def places(text: str) -> dict[Path, Place]:
    """The place of every key, table and element of a valid TOML document."""
    scanner = _Scanner(text)
    scanner.document()
    return scanner.found


class _Scanner:
    """Goes through the text once. It relies on `tomllib` having found the document in order."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._line = 0
        self._table: Path = ()
        self._counts: dict[Path, int] = {}
        self.found: dict[Path, Place] = {}

    def document(self) -> None:
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                self._header()
            else:
                self._pair(self._table)
            self._skip(_BLANK)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        assert match is not None
        self._at = match.end()

    def _where(self) -> tuple[int, int]:
        """Line and column of what comes next; the scanner only moves forward."""
        while self._line + 1 < len(self._starts) and self._starts[self._line + 1] <= self._at:
            self._line += 1
        return self._line + 1, self._at - self._starts[self._line] + 1

    def _put(self, path: Path, line: int) -> None:
        value_line, column = self._where()
        self.found.setdefault(path, Place(line, value_line, column))

    def _header(self) -> None:
        line, _ = self._where()
        several = self._text.startswith("[[", self._at)
        self._at += 2 if several else 1
        names = list(self._names())
        self._at += 2 if several else 1
        path: Path = ()
        for name in names[:-1]:
            path = self._into((*path, name))
            self._put(path, line)
        path = (*path, names[-1])
        if several:
            self._put(path, line)
            count = self._counts.get(path, 0)
            self._counts[path] = count + 1
            path = (*path, count)
        self._put(path, line)
        self._table = path

    def _into(self, path: Path) -> Path:
        """The last element, where the path is an array of tables."""
        count = self._counts.get(path)
        return path if count is None else (*path, count - 1)

    def _names(self) -> Iterator[str]:
        """A key with its points; what follows the blanks behind it comes next."""
        while True:
            self._skip(_SPACE)
            for pattern in (_BASIC, _LITERAL, _BARE_KEY):
                match = pattern.match(self._text, self._at)
                if match:
                    break
            assert match is not None
            self._at = match.end()
            yield _plain(match)
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return
            self._at += 1

    def _pair(self, table: Path) -> None:
        line, _ = self._where()
        names = list(self._names())
        self._at += 1  # the equals sign
        self._skip(_SPACE)
        path = table
        for name in names[:-1]:
            path = (*path, name)
            self._put(path, line)
        self._value((*path, names[-1]), line)

    def _value(self, path: Path, line: int) -> None:
        text, at = self._text, self._at
        long = _LONG.match(text, at)
        if long:
            self._at += 3
            self._put(path, line)
            self._at = long.end()
        elif text[at] in "\"'":
            match = (_BASIC if text[at] == '"' else _LITERAL).match(text, at)
            assert match is not None
            self._at += 1
            self._put(path, line)
            self._at = match.end()
        elif text[at] == "[":
            self._array(path, line)
        elif text[at] == "{":
            self._inline(path, line)
        else:
            self._put(path, line)
            self._skip(_BARE_VALUE)

    def _array(self, path: Path, line: int) -> None:
        self._put(path, line)
        self._at += 1
        number = 0
        self._skip(_BLANK)
        while self._text[self._at] != "]":
            self._value((*path, number), self._where()[0])
            number += 1
            self._separator()
        self._at += 1

    def _inline(self, path: Path, line: int) -> None:
        self._put(path, line)
        self._at += 1
        self._skip(_BLANK)
        while self._text[self._at] != "}":
            self._pair(path)
            self._separator()
        self._at += 1

    def _separator(self) -> None:
        self._skip(_BLANK)
        if self._text[self._at] == ",":
            self._at += 1
            self._skip(_BLANK)


_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def _plain(match: re.Match[str]) -> str:
    """A key without its quotes and escapes."""
    if match.re is _BARE_KEY:
        return match[0]
    if match.re is _LITERAL:
        return match[1]
    return _ESCAPE.sub(
        lambda escape: (
            chr(int(escape[1][1:], 16))
            if len(escape[1]) > 1
            else _ESCAPED.get(escape[1], escape[1])
        ),
        match[1],
    )
