"""Explaining findings that do not block but must not be left without a word."""

from app.domain.changes import Changes
from app.domain.clock import stamp
from app.domain.finding import Finding, Severity
from app.errors import UserError
from app.services import checks
from app.services.desk import Desk
from app.services.returns import get_return, require_editable
from app.store import explanations as store
from app.store import history

LONGEST = 4000

SHORTEST = 3
"""Letters, digits or Chinese signs without which a text explains nothing."""


class ExplanationEmpty(UserError):
    """A full stop is no explanation."""

    code = "explanation-empty"


class NothingToExplain(UserError):
    """No finding of that code, or at that place, needs an explanation."""

    code = "nothing-to-explain"


def explain(desk: Desk, return_id: str, code: str, path: str | None, text: str) -> Changes:
    """Say why a finding is as it is. Without a path all findings of the code are explained.

    The explanation holds for the figures as they are; when they change, the finding asks again. An
    empty text takes an explanation back.
    """
    record = get_return(desk, return_id)
    require_editable(record)
    words = text.strip()
    if len(words) > LONGEST:
        raise NothingToExplain(f"an explanation has at most {LONGEST} characters")
    if words and sum(mark.isalnum() for mark in words) < SHORTEST:
        raise ExplanationEmpty("an explanation says in words why the figure is as it is")
    with desk.workspace.write() as connection:
        found = _matching(checks.check_return(desk, record.id).findings, code, path)
        before = store.get(connection, record.id)
        for finding in found:
            place = finding.path or ""
            old = before.get((code, place))
            if words:
                store.put(connection, _explanation(desk, record.id, finding, words))
            else:
                store.remove(connection, record.id, code, place)
            history.append(
                connection,
                seat=desk.seat,
                action="explained",
                return_id=record.id,
                detail={
                    "code": code,
                    "path": place,
                    "before": old.text if old else None,
                    "after": words or None,
                    "left": finding.left,
                    "right": finding.right,
                },
            )
    return Changes(return_id=record.id, state=True)


def _explanation(desk: Desk, return_id: str, finding: Finding, text: str) -> store.Explanation:
    return store.Explanation(
        return_id=return_id,
        code=finding.code,
        path=finding.path or "",
        text=text,
        left=finding.left,
        right=finding.right,
        at=stamp(),
        by=desk.seat,
    )


def _matching(findings: tuple[Finding, ...], code: str, path: str | None) -> list[Finding]:
    named = [finding for finding in findings if finding.code == code]
    soft = [finding for finding in named if finding.severity is Severity.EXPLAIN]
    if named and not soft:
        blocking = any(finding.severity is Severity.BLOCKING for finding in named)
        how = "blocks and has to be corrected" if blocking else "is a note and needs no explanation"
        raise NothingToExplain(f"{code} {how}")
    found = [finding for finding in soft if path is None or (finding.path or "") == path]
    if not found:
        where = f" at {path}" if path else ""
        raise NothingToExplain(f"there is no finding {code}{where}; “praya validate” lists them")
    return found
