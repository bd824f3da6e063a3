"""Whether a return can be handed over now, and what is missing first, in one sentence."""

from dataclasses import dataclass

from app.domain.states import State
from app.services.overview import Overview
from app.ui.i18n import ntr, tr
from app.ui.steps import next_step


@dataclass(frozen=True, slots=True)
class Readiness:
    """`act` is the step of the return that the button does, or that mends what is missing first.

    `why` is empty where it can be done now. `over` is set where nothing is left to do.
    """

    text: str
    act: str = ""
    why: str = ""
    over: bool = False

    @property
    def possible(self) -> bool:
        """Whether the button does what it says."""
        return not self.why


def readiness(seen: Overview) -> Readiness:
    """How a return stands."""
    state = seen.record.state
    if state is State.APPROVED:
        return Readiness(tr("Sign and hand over"), "sign")
    if state is State.SIGNED:
        return Readiness(tr("Record receipt"), "receipt")
    if state in _OVER:
        words = {
            State.FILED: tr("It is filed already: the receipt is recorded."),
            State.CORRECTED: tr("A correction has taken its place; file that one."),
            State.VOIDED: tr("It was voided and is not to be filed."),
        }
        return Readiness(tr("Nothing left to file"), "", words[state], over=True)
    why, act = _missing(seen)
    return Readiness(tr("Not possible yet"), act, why)


_OVER = (State.FILED, State.CORRECTED, State.VOIDED)


def _missing(seen: Overview) -> tuple[str, str]:
    """The first thing that is missing, and the step that mends it; empty where another must act."""
    state, step = seen.record.state, next_step(seen)
    if state is State.DRAFT:
        return _of_draft(seen, step.name if step is not None else "check")
    if state is State.VALIDATED and seen.to_explain:
        return ntr(
            "{n} finding needs an explanation first.",
            "{n} findings need an explanation first.",
            seen.to_explain,
        ), "explain"
    if state is State.VALIDATED:
        return tr("Nobody has been asked to approve it yet: send it for review."), "review"
    if seen.may_approve:
        return tr("It is in review and not approved yet; you may approve it."), "approve"
    return tr("You had a hand in this return; another person has to approve it."), ""


def _of_draft(seen: Overview, step: str) -> tuple[str, str]:
    if step == "import":
        return tr("Nothing has been entered yet: import a workbook, or fill in the form."), "import"
    if seen.blocking is None:
        return tr("It has not been checked since it was last changed."), "check"
    return ntr(
        "{n} blocking finding has to be mended first.",
        "{n} blocking findings have to be mended first.",
        seen.blocking,
    ), "check"
