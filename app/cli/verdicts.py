"""A verdict and its findings as people read them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from app.cli.reply import Reply
from app.domain.amounts import grouped
from app.domain.finding import Finding, Severity, Verdict
from app.errors import UserError

WORDS: Mapping[Severity, str] = {
    Severity.BLOCKING: "blocking",
    Severity.EXPLAIN: "needs explanation",
    Severity.INFORMATION: "information",
}
_EXPLAINED = "explained"
_ORDER = (
    WORDS[Severity.BLOCKING],
    WORDS[Severity.EXPLAIN],
    _EXPLAINED,
    WORDS[Severity.INFORMATION],
)


def verdict_line(verdict: Verdict) -> str:
    """The one line: valid or not, and how many findings of each kind."""
    counts = Counter(_word(finding) for finding in verdict.findings)
    texts = [f"{counts[word]} {word}" for word in _ORDER if counts[word]]
    head = "valid" if verdict.valid else "not valid"
    return f"{head}: {', '.join(texts)}" if texts else f"{head}, no findings"


def _word(finding: Finding) -> str:
    """A soft finding that has its explanation no longer needs one."""
    if finding.severity is Severity.EXPLAIN and finding.explanation:
        return _EXPLAINED
    return WORDS[finding.severity]


Texts = Mapping[tuple[str, str], str]
"""Hints in words, by code and path of the finding."""


def with_hint(finding: Finding, hints: Texts) -> dict[str, object]:
    """A finding for the JSON, with a hint only where there is one."""
    hint = hints.get((finding.code, finding.path or ""))
    return finding.as_dict() | ({"hint": hint} if hint else {})


def verdict_lines(
    name: str, verdict: Verdict, hints: Texts = MappingProxyType({})
) -> Iterator[str]:
    """The verdict, then every finding."""
    yield f"{name}: {verdict_line(verdict)}"
    if verdict.passed_over:
        yield f"    not looked at, for they compare with other returns: {', '.join(verdict.passed_over)}"
    for finding in verdict.findings:
        yield ""
        yield from finding_lines(finding, hints.get((finding.code, finding.path or "")))


def finding_lines(finding: Finding, hint: str | None = None) -> Iterator[str]:
    """One finding: code and severity, place, sentence, figures, hint, origin, citation."""
    place = [finding.path] if finding.path else []
    place += [f"line {finding.line}"] if finding.line else []
    yield f"{finding.code}  {_word(finding)}" + (f"  {', '.join(place)}" if place else "")
    yield f"    {finding.message}"
    figures = [
        f"{word} {grouped(value)}"
        for word, value in (
            ("left", finding.left),
            ("right", finding.right),
            ("difference", finding.difference),
        )
        if value is not None
    ]
    if figures:
        yield f"    {' · '.join(figures)}"
    if hint:
        yield f"    hint: {hint}"
    if finding.origin:
        yield f"    given: {finding.origin}"
    if finding.citation:
        yield f"    {finding.citation}" + (f" ({finding.certainty})" if finding.certainty else "")
    if finding.explanation:
        yield f"    explained: {finding.explanation}"


def unreadable(error: UserError) -> Reply:
    """The reply of `validate` to what cannot be read or a schema that does not compile."""
    body = {
        "verdict": "unreadable",
        "counts": {severity.value: 0 for severity in Severity},
        "findings": [],
        "error": error.as_dict(),
    }
    return Reply(body, exit_code=error.exit_code, error=" ".join(str(error).split()))
