"""The verdict as people read it on the command line."""

from app.cli.verdicts import finding_lines, verdict_line
from app.domain.finding import Finding, Severity, Verdict

OPEN = Finding("A-1", Severity.EXPLAIN, "Unusual.")
DONE = Finding("A-1", Severity.EXPLAIN, "Unusual.", explanation="One large deposit.")
STOP = Finding("A-2", Severity.BLOCKING, "Wrong.")


def test_what_was_explained_counts_as_explained() -> None:
    assert verdict_line(Verdict((DONE,))) == "valid: 1 explained"
    both = "not valid: 1 blocking, 1 needs explanation, 1 explained"
    assert verdict_line(Verdict((DONE, OPEN, STOP))) == both
    assert next(finding_lines(DONE)) == "A-1  explained"
    assert next(finding_lines(OPEN)) == "A-1  needs explanation"
