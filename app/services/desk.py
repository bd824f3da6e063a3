"""The desk: an open workspace and the seat of whoever acts. Every service takes one."""

from dataclasses import dataclass

from app.store.workspace import Workspace


@dataclass(frozen=True, eq=False)
class Desk:
    """`seat` is recorded with every write; approval compares seats."""

    workspace: Workspace
    seat: str
