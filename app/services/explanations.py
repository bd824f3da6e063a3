"""Explaining findings that do not block but must not be left without a word."""

from collections.abc import Mapping

from app.domain.changes import Changes
from app.domain.clock import stamp
from app.domain.finding import Finding, Severity
from app.domain.states import State
from app.errors import UserError
from app.services import checks
from app.services.desk import Desk
from app.services.drafts import back_to_draft
from app.services.proposals import Proposal, proposals
from app.services.returns import get_return, require_editable
from app.store import explanations as store
from app.store import history
from app.store.workspace import Connection

__all__ = [
    "ExplanationEmpty",
    "NothingProposed",
    "NothingToExplain",
    "Proposal",
    "explain",
    "proposals",
    "take_over",
]

LONGEST = 4000

SHORTEST = 3
"""Letters, digits or Chinese signs without which a text explains nothing."""


class ExplanationEmpty(UserError):
    """A full stop is no explanation."""

    code = "explanation-empty"


class NothingToExplain(UserError):
    """No finding of that code, or at that place, needs an explanation."""

    code = "nothing-to-explain"


class NothingProposed(UserError):
    """The last filed return has no explanation to take over, or it has lapsed."""

    code = "nothing-proposed"


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
        _no_longer_approved(desk, connection, record.id)
        before = store.get(connection, record.id)
        for finding in found:
            _say(desk, connection, record.id, finding, words, before)
    return Changes(return_id=record.id, state=True)


def take_over(desk: Desk, return_id: str, code: str, path: str | None = None) -> Changes:
    """Explain findings as the last filed return did; the history says from where the words are."""
    record = get_return(desk, return_id)
    require_editable(record)
    with desk.workspace.write() as connection:
        found = [
            item
            for item in proposals(desk, record.id)
            if item.finding.code == code and path in (None, item.finding.path or "")
        ]
        _require_some(found, code)
        _no_longer_approved(desk, connection, record.id)
        before = store.get(connection, record.id)
        for item in found:
            if not item.lapsed:
                source = {"proposed_from": item.source.id, "proposed_period": item.source.period}
                _say(desk, connection, record.id, item.finding, item.text, before, **source)
    return Changes(return_id=record.id, state=True)


def _no_longer_approved(desk: Desk, connection: Connection, return_id: str) -> None:
    """Explanations are part of what was approved: another one voids the approval, as an edit does."""
    record = get_return(desk, return_id)
    if record.state is State.APPROVED:
        back_to_draft(connection, desk, record, "explained")


def _require_some(found: list[Proposal], code: str) -> None:
    if not found:
        raise NothingProposed(
            f"the last filed return explains nothing that {code} asks here; explain it with a text"
        )
    lapsed = next((item for item in found if item.lapsed), None)
    if lapsed is not None and all(item.lapsed for item in found):
        raise NothingProposed(
            f"the difference of {code} has grown from {lapsed.difference_before or 'none'} to"
            f" {lapsed.finding.difference or 'none'}, so the earlier explanation has lapsed;"
            " explain it with a text"
        )


def _say(
    desk: Desk,
    connection: Connection,
    return_id: str,
    finding: Finding,
    words: str,
    before: Mapping[tuple[str, str], store.Explanation],
    **more: str,
) -> None:
    """Keep an explanation, or take it back where there are no words, and note it in the history."""
    place = finding.path or ""
    old = before.get((finding.code, place))
    if words:
        store.put(connection, _explanation(desk, return_id, finding, words))
    else:
        store.remove(connection, return_id, finding.code, place)
    history.append(
        connection,
        seat=desk.seat,
        action="explained",
        return_id=return_id,
        detail={
            "code": finding.code,
            "path": place,
            "before": old.text if old else None,
            "after": words or None,
            "left": finding.left,
            "right": finding.right,
            **more,
        },
    )


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
