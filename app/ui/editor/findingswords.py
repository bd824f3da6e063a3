"""What the findings say as a whole: the verdict in one line, how many rules and rows."""

from app.domain.finding import Severity, Verdict
from app.services.lastcheck import LastCheck
from app.ui.i18n import ntr, tr
from app.ui.words import moment_words


def verdict_line(verdict: Verdict | None) -> tuple[str, str, str]:
    """The verdict in one line, with its tone and icon: “2 blocking in 2 rules · 5 need explanation”."""
    if verdict is None:
        return tr("Not checked yet"), "", ""
    parts = []
    blocking = [item for item in verdict.findings if item.severity is Severity.BLOCKING]
    if blocking:
        rules = ntr("{n} rule", "{n} rules", len({item.code for item in blocking}))
        parts.append(tr("{n} blocking in {rules}").format(n=f"{len(blocking):,}", rules=rules))
    if verdict.unexplained:
        parts.append(ntr("{n} needs explanation", "{n} need explanation", verdict.unexplained))
    if not parts:
        return tr("No finding stands in the way"), "done", "done"
    tone = "blocking" if blocking else "explain"
    return " · ".join(parts), tone, tone


def past_line(checked: LastCheck) -> str:
    """What the history says of a check whose findings are not at hand any more."""
    text = (
        tr("Checked {when}, changed since then")
        if checked.stale
        else tr("Checked {when}, unchanged since")
    )
    return text.format(when=moment_words(checked.at))


def count_line(verdict: Verdict | None) -> str:
    """How many lines the list has: “9 findings in all”."""
    if verdict is None or not verdict.findings:
        return ""
    return ntr("{n} finding in all", "{n} findings in all", len(verdict.findings))
