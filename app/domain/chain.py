"""Returns that answer an event: which fields number the reports of one event and tell their phase."""

from dataclasses import dataclass

from app.domain.tomltable import Table, read_toml

OCCASIONS = ("period", "event")
"""What a return answers: the end of a period, or something that happened."""


@dataclass(frozen=True, slots=True)
class Chain:
    """`form/chain.toml`. Paths of fields of the return, and the codes of the phases.

    `id` holds the number that all reports of the event share, `sequence` counts them from 1. The
    report whose phase is `last` ends the chain. `fresh` are the fields that a following report does
    not take over, such as the moment at which it is made.
    """

    id: str
    sequence: str
    phase: str
    first: str
    next: str
    last: str
    title: str = ""
    status: str = ""
    severity: str = ""
    fresh: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Every field that is named."""
        named = (self.id, self.sequence, self.phase, self.title, self.status, self.severity)
        return (*(path for path in named if path), *self.fresh)


def read_chain(body: bytes, file: str) -> Chain:
    """The `[chain]` table."""
    table = Table(read_toml(body, file).get("chain"), file, "[chain]")
    chain = Chain(
        id=table.text("id"),
        sequence=table.text("sequence"),
        phase=table.text("phase"),
        first=table.text("first"),
        next=table.text("next"),
        last=table.text("last"),
        title=table.text("title", ""),
        status=table.text("status", ""),
        severity=table.text("severity", ""),
        fresh=table.names("fresh"),
    )
    table.end()
    return chain
