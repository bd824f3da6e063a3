"""What a write touched: the one value that every write returns and every screen listens to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds of thing that a write changed. `rows` names the touched rows of a small edit."""

    return_id: str | None = None
    rows: frozenset[int] = frozenset()
    structure: bool = False
    state: bool = False
    returns: bool = False
    packs: bool = False
    settings: bool = False
    label: str = ""
