"""Words and columns that several commands print."""

from collections.abc import Iterator, Sequence

from app.domain.states import State

_STATES = {
    State.IN_REVIEW: "in review",
    State.SIGNED: "signed, not yet filed",
}


def state_words(state: State) -> str:
    """A state as people read it; a signed file is never called submitted."""
    return _STATES.get(state, state.value)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as they have to be."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    for row in (head, *rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
