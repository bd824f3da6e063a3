"""What one step has touched, noted as it is written: what follows from it is worked out at its end."""

from app.domain.tree import Row

LISTED = 500
"""So many new rows are noted one by one; of more, only their node."""


class Touched:
    """Rows that a step has changed.

    `before` holds those that were there, as they were; `fresh` the node of each new one. `whole`
    names nodes of which, with all below them, nothing more is known than that rows came or went.
    """

    def __init__(self) -> None:
        self.before: dict[int, Row] = {}
        self.fresh: dict[int, str] = {}
        self.whole: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self.before or self.fresh or self.whole)

    def clear(self) -> None:
        """Begin again: what was touched so far has been worked out."""
        self.before, self.fresh, self.whole = {}, {}, set()

    def made(self, row: Row) -> None:
        """A row is new."""
        if row.node in self.whole:
            return
        self.fresh[row.id] = row.node
        if len(self.fresh) > LISTED:
            self.whole.update(self.fresh.values())
            self.fresh.clear()

    def changed(self, row: Row) -> None:
        """A row gets other values, or goes; this is how it was."""
        if row.id not in self.fresh:
            self.before.setdefault(row.id, row)
        if len(self.before) > LISTED:
            self.whole.update(item.node for item in self.before.values())
            self.before.clear()

    def gone(self, row: Row) -> None:
        """A row goes."""
        self.changed(row)
        self.fresh.pop(row.id, None)

    def is_whole(self, node: str) -> bool:
        """Whether nothing more is known of a node than that rows came or went."""
        return any(
            node == path or node.startswith(path if path.endswith("/") else f"{path}/")
            for path in self.whole
        )
