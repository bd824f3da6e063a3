"""A finding: one thing that is wrong or has to be explained, with everything needed to mend it."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.languages import in_language
from app.domain.origin import Origin


class Severity(StrEnum):
    """`blocking` stops signing; `explain` needs a typed explanation; `information` is a note."""

    BLOCKING = "blocking"
    EXPLAIN = "explain"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    `path` is a field path of the return (`Wallets/Wallet[3]/Label`), `line` a line of the XML file
    when a file was checked. `left`, `right` and `difference` are exact decimals or values as text.
    `messages` holds the sentence by language; `message` is the English one.
    """

    code: str
    severity: Severity
    message: str
    path: str | None = None
    line: int | None = None
    origin: Origin | None = None
    left: str | None = None
    right: str | None = None
    difference: str | None = None
    citation: str | None = None
    certainty: str | None = None
    explanation: str | None = None
    messages: dict[str, str] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """The sentence in a language, in English where the pack has none."""
        return in_language(self.messages, language) or self.message

    def as_dict(self) -> dict[str, object]:
        """One entry of `findings` in the command line's JSON."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "path": self.path,
            "line": self.line,
            "origin": self.origin.as_dict() if self.origin else None,
            "left": self.left,
            "right": self.right,
            "difference": self.difference,
            "citation": self.citation,
            "certainty": self.certainty,
            "explanation": self.explanation,
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """The one line at the end of a check, and all its findings.

    `passed_over` are the ids of rules that look at other returns, where there was none to look at.
    """

    findings: tuple[Finding, ...]
    passed_over: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    @property
    def valid(self) -> bool:
        """No blocking finding."""
        return self.count(Severity.BLOCKING) == 0

    @property
    def unexplained(self) -> int:
        """Soft findings that still lack their explanation."""
        return sum(1 for f in self.findings if f.severity is Severity.EXPLAIN and not f.explanation)

    def as_dict(self) -> dict[str, object]:
        """The command line's JSON of a check."""
        return {
            "verdict": "valid" if self.valid else "invalid",
            "counts": {severity.value: self.count(severity) for severity in Severity},
            "findings": [finding.as_dict() for finding in self.findings],
        }
