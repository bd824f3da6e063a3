"""What is left to do for a return, in one line."""

from app.domain.states import State
from app.services.lastcheck import LastCheck
from app.services.obligations import Obligation
from app.ui.i18n import ntr, tr


def left_to_do(item: Obligation) -> str:
    """What is left, in one line: “Left: 2 blocking, 1 to explain, 1 approval, signature, receipt”."""
    state = item.state
    if state is None:
        return tr("Left: everything; begin it with one click")
    if state in (State.DRAFT, State.VALIDATED):
        return _left_to_fill(state, item.checked)
    words = {
        State.IN_REVIEW: tr("Left: 1 approval, signature, receipt"),
        State.APPROVED: tr("Left: signature, receipt"),
        State.SIGNED: tr("Left: hand it over and record the receipt"),
        State.FILED: tr("A receipt is recorded"),
        State.CORRECTED: tr("Replaced by a correction"),
        State.VOIDED: tr("Withdrawn"),
    }
    return words[state]


def _left_to_fill(state: State, checked: LastCheck | None) -> str:
    if checked is None or (checked.stale and not (checked.blocking or checked.unexplained)):
        if state is State.VALIDATED:
            return tr("Left: 1 approval, signature, receipt")
        return tr("Left: fill and check, 1 approval, signature, receipt")
    counts = []
    if checked.blocking:
        counts.append(ntr("{n} blocking", "{n} blocking", checked.blocking))
    if checked.unexplained:
        counts.append(ntr("{n} to explain", "{n} to explain", checked.unexplained))
    if not counts:
        return tr("Left: 1 approval, signature, receipt")
    text = tr("Left: {findings}, 1 approval, signature, receipt").format(
        findings=tr(", ").join(counts)
    )
    return (
        tr("{left} (checked before the last change)").format(left=text) if checked.stale else text
    )
