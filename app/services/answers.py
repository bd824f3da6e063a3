"""The whole answer to a signed file: its signature, and what the covered content is worth today."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.clock import now
from app.domain.finding import Severity, Verdict
from app.errors import UserError
from app.services.anchors import trust_of
from app.services.desk import Desk
from app.services.filecheck import check_bytes
from app.services.verification import verify_bytes, verify_path
from app.signing.asice import is_container, read_container
from app.signing.plain import plain
from app.signing.trust import Trust
from app.signing.verify import Verification
from app.xml.safe import read_file


@dataclass(frozen=True, slots=True)
class Content:
    """What a covered document is worth by the pack for it, with its rules as they stand now.

    `verdict` is valid, invalid, or unknown where no pack is for it, with the `reason`. `counts` are
    the findings of each severity; `passed_over` the rules that need other returns.
    """

    name: str
    verdict: str
    pack: str | None = None
    counts: tuple[tuple[str, int], ...] = ()
    passed_over: tuple[str, ...] = ()
    reason: str | None = None

    def as_dict(self) -> dict[str, object]:
        """One entry of `content`."""
        return {
            "name": self.name,
            "verdict": self.verdict,
            "pack": self.pack,
            "counts": dict(self.counts),
            "passed_over": list(self.passed_over),
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """The signature's answer, and one for each document that it covers whole."""

    signature: Verification
    content: tuple[Content, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The JSON of `praya verify`."""
        body = self.signature.as_dict()
        if self.content:
            body["content"] = [item.as_dict() for item in self.content]
        return body


def answer(
    desk: Desk | None,
    file: Path,
    trust_files: list[Path],
    *,
    strict: bool = False,
    content: bool = True,
) -> Answer:
    """Verify a file, with the workspace's own anchors and packs where there is one.

    The content is looked at only where the signature covers the whole of it and is not broken: what
    nobody signed is neither shown nor judged. Its verdict never changes the signature's.
    """
    trust = trust_of(desk, trust_files) if desk else Trust.load(trust_files)
    if not content:
        return Answer(verify_path(file, trust, now(), strict=strict))
    data = read_file(file)
    found = verify_bytes(data, trust, now(), file=str(file), strict=strict)
    if found.verdict == "invalid" or found.scope != "whole":
        return Answer(found)
    return Answer(found, tuple(_judged(desk, *item) for item in _documents(data, file)))


def _documents(data: bytes, file: Path) -> list[tuple[str, bytes]]:
    """The documents that are covered, by name."""
    if not is_container(data):
        return [(file.name, data)]
    members = read_container(data, file=file).files
    return [(name, body) for name, body in members.items() if name.lower().endswith(".xml")]


def _judged(desk: Desk | None, name: str, body: bytes) -> Content:
    try:
        pack, verdict = check_bytes(body, name, None, desk)
    except UserError as refusal:
        return Content(plain(name), "unknown", reason=plain(refusal.message))
    return Content(
        plain(name),
        "valid" if verdict.valid else "invalid",
        pack,
        _counts(verdict),
        tuple(verdict.passed_over),
    )


def _counts(verdict: Verdict) -> tuple[tuple[str, int], ...]:
    severities = [finding.severity for finding in verdict.findings]
    return tuple((item.value, severities.count(item)) for item in Severity)
