"""The states of a return and the steps between them."""

from enum import StrEnum


class State(StrEnum):
    """Where a return stands. `signed` is shown as “signed, not yet filed” everywhere."""

    DRAFT = "draft"
    VALIDATED = "validated"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    SIGNED = "signed"
    FILED = "filed"
    CORRECTED = "corrected"
    VOIDED = "voided"


EDITABLE = frozenset({State.DRAFT, State.VALIDATED, State.IN_REVIEW, State.APPROVED})

_NEXT: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.VALIDATED, State.VOIDED}),
    State.VALIDATED: frozenset({State.DRAFT, State.IN_REVIEW, State.VOIDED}),
    State.IN_REVIEW: frozenset({State.DRAFT, State.VALIDATED, State.APPROVED, State.VOIDED}),
    State.APPROVED: frozenset({State.DRAFT, State.VALIDATED, State.SIGNED, State.VOIDED}),
    State.SIGNED: frozenset({State.FILED, State.CORRECTED, State.VOIDED}),
    # An authority may reject a file after its portal has confirmed it.
    State.FILED: frozenset({State.CORRECTED, State.SIGNED}),
    State.CORRECTED: frozenset(),
    State.VOIDED: frozenset(),
}


def may_move(current: State, following: State) -> bool:
    """Whether a return may go from one state to the other."""
    return following in _NEXT[current]
