"""Rows that hold nothing but elements with text, as canonical XML: one template for all that are alike."""

from collections.abc import Iterable, Iterator, Sequence

from app.domain.tree import Row, Values
from app.xml.escape import escape_text

_AT_ONCE = 200


class FlatRows:
    """How the rows of such a node are written.

    `items` are the fields in the order of the document: the place in the row's values, and what is
    written before and after.
    """

    def __init__(self, indent: str, name: str, items: Sequence[tuple[int, str, str]]) -> None:
        self._start, self._end = f"{indent}<{name}>", f"{indent}</{name}>"
        self._empty = f"{indent}<{name}></{name}>"
        self._items = [(at, start, end) for at, start, end in items]
        self._places = [at for at, _, _ in items]
        self._templates: dict[tuple[bool, ...], str] = {}

    def write(self, rows: Iterable[Row]) -> Iterator[str]:
        """The rows, some hundred in one piece."""
        pieces: list[str] = []
        for row in rows:
            pieces.append(self._row(row.values))
            if len(pieces) >= _AT_ONCE:
                yield "".join(pieces)
                pieces.clear()
        if pieces:
            yield "".join(pieces)

    def _row(self, values: Values) -> str:
        held = [values[at] for at in self._places]
        there = tuple([value is not None for value in held])
        template = self._templates.get(there)
        if template is None:
            template = self._templates[there] = self._template(there)
        texts = [value for value in held if value is not None]
        whole = "".join(texts)
        # What is printable can stand in XML; three of such characters are written otherwise.
        if not whole.isprintable() or "&" in whole or "<" in whole or ">" in whole:
            texts = [escape_text(text) for text in texts]
        return template % tuple(texts)

    def _template(self, there: tuple[bool, ...]) -> str:
        if not any(there):
            return self._empty
        fields = (item for item, held in zip(self._items, there, strict=True) if held)
        inner = "".join(f"{start}%s{end}" for _, start, end in fields)
        return f"{self._start}{inner}{self._end}"
