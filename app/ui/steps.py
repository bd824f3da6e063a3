"""The one step that comes next for a return, and why it may have to wait."""

from dataclasses import dataclass

from app.domain.states import State
from app.services.overview import Overview
from app.store.returns import ReturnRecord
from app.ui.i18n import noop, ntr, tr


@dataclass(frozen=True, slots=True)
class Step:
    """`name` is what `ReturnPage.act` does; `why` says why it cannot be done now, else empty."""

    name: str
    text: str
    why: str = ""


_STEPS = {
    State.DRAFT: ("check", noop("Check")),
    State.VALIDATED: ("review", noop("Send for review")),
    State.IN_REVIEW: ("approve", noop("Approve")),
    State.APPROVED: ("sign", noop("Sign")),
    State.SIGNED: ("receipt", noop("Record receipt")),
    State.FILED: ("export", noop("Export files")),
}

_EMPTY = ("import", noop("Import a workbook…"))


def next_step(seen: Overview) -> Step | None:
    """The primary button; None where nothing is left to do."""
    found = _STEPS.get(seen.record.state)
    if found is None:
        return None
    if seen.record.state is State.VALIDATED and seen.to_explain:
        return Step("explain", ntr("Explain {n} finding", "Explain {n} findings", seen.to_explain))
    name, text = _EMPTY if _untouched(seen.record) else found
    why = ""
    if name == "approve" and not seen.may_approve:
        why = tr("You had a hand in this return; another person has to approve it.")
    return Step(name, tr(text), why)


_BEFORE = {
    "review": (State.VALIDATED, noop("Check the return first; nothing may stand in the way.")),
    "approve": (State.IN_REVIEW, noop("Send the return for review first.")),
    "sign": (State.APPROVED, noop("Another person has to approve it first.")),
    "receipt": (State.SIGNED, noop("Choose a return that is signed, not yet filed.")),
}


def step_problem(seen: Overview | None, name: str) -> str:
    """Why review, approve, sign or receipt cannot be done now; empty when it can."""
    if seen is None:
        return tr("Open a return first.")
    state, words = _BEFORE[name]
    step = next_step(seen)
    if step is not None and step.name == name:
        return step.why
    return "" if seen.record.state is state else tr(words)


def _untouched(record: ReturnRecord) -> bool:
    """A draft without any step of its own; a correction begins with what was filed."""
    return record.state is State.DRAFT and not record.head and record.replaces_id is None
