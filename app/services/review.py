"""Review: handing a return to another person, comments, approval, sending it back."""

from app.domain.changes import Changes
from app.domain.pack import Pack
from app.domain.seats import same_person
from app.domain.states import State, may_move
from app.services.approver import another_named
from app.services.checks import check_content
from app.services.desk import Desk
from app.services.digestwords import require_shown
from app.services.documents import canonical_digest
from app.services.packs import get_pack
from app.services.returns import NotAllowed, get_return
from app.store import history
from app.store import submissions as store
from app.store.returns import ReturnRecord, set_state
from app.store.submissions import Review
from app.store.workspace import Connection


class FourEyes(NotAllowed):
    """Whoever prepared a return cannot approve it."""

    code = "four-eyes"


class FindingsOpen(NotAllowed):
    """Blocking findings, or findings without their explanation, stand in the way."""

    code = "findings-open"
    exit_code = 1


class ReasonMissing(NotAllowed):
    """This act needs a reason in words."""

    code = "reason-missing"


def send_for_review(desk: Desk, return_id: str) -> Changes:
    """Hand a checked return to another person."""
    with desk.workspace.write() as connection:
        digest = require_clean(desk, return_id, "review")
        record = get_return(desk, return_id)
        return advance(desk, connection, record, State.IN_REVIEW, "sent-for-review", content=digest)


def approve(desk: Desk, return_id: str, comment: str = "", shown: str = "") -> Changes:
    """Approve what is shown, as another person than all who prepared it.

    `shown` is the digest of what was looked at, as hex or words; where it is given, anything else is
    refused. Where the return names another approver the history keeps that name (`named_approver`).
    """
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        require_move(record, State.APPROVED)
        _require_other_person(desk, connection, record)
        digest = require_clean(desk, return_id, "approval")
        if shown.strip():
            require_shown(digest, shown)
        detail: dict[str, object] = {"comment": comment}
        named = another_named(connection, get_pack(desk, record.pack_id), record, desk.seat)
        if named:
            detail["named_approver"] = named
        return advance(
            desk, connection, record, State.APPROVED, "approved", content=digest, **detail
        )


def send_back(desk: Desk, return_id: str, comment: str) -> Changes:
    """Return it to the preparer, saying why; an approval that was given no longer counts."""
    require_words(comment, "sending a return back needs a comment that says why")
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        if record.state not in (State.IN_REVIEW, State.APPROVED):
            raise NotAllowed(f"a return that is {record.state.value} is not under review")
        return advance(desk, connection, record, State.DRAFT, "sent-back", comment=comment)


def add_comment(desk: Desk, return_id: str, text: str) -> Changes:
    """Say something about the return as it stands; changes no state."""
    require_words(text, "the comment is empty")
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        note(desk, connection, record, "commented", {"comment": text.strip()})
    return Changes(return_id=record.id)


def reviews_of(desk: Desk, return_id: str) -> list[Review]:
    """Every step of the review, oldest first: sent, commented, approved, sent back."""
    with desk.workspace.read() as connection:
        return store.reviews_of(connection, get_return(desk, return_id).id)


def may_approve(desk: Desk, return_id: str) -> bool:
    """Whether this seat would be another person than all who prepared the return."""
    with desk.workspace.read() as connection:
        record = get_return(desk, return_id)
        names = {same_person(name) for name in store.preparers(connection, record)}
    return bool(same_person(desk.seat)) and same_person(desk.seat) not in names


def _require_other_person(desk: Desk, connection: Connection, record: ReturnRecord) -> None:
    mine = same_person(desk.seat)
    if not mine:
        raise FourEyes("an approval needs the name of whoever approves; give it with “--as NAME”")
    for name in sorted(store.preparers(connection, record)):
        if same_person(name) == mine:
            raise FourEyes(
                f"“{name}” prepared this return; another person has to approve it (four eyes)"
            )


def require_clean(desk: Desk, return_id: str, purpose: str) -> str:
    """Check the return now and refuse while anything stands in the way; the digest of its content."""
    verdict, digest = check_content(desk, return_id)
    if not verdict.valid:
        raise FindingsOpen(
            f"the return has blocking findings; mend them before {purpose}"
            " (“praya validate” lists them)"
        )
    if verdict.unexplained:
        many = verdict.unexplained
        what = "one finding needs" if many == 1 else f"{many} findings need"
        raise FindingsOpen(f"{what} an explanation before {purpose}; give it with “praya explain”")
    return digest


def require_words(text: str, sentence: str) -> None:
    """Refuse an empty reason or comment."""
    if not same_person(text):
        raise ReasonMissing(sentence)


def require_move(record: ReturnRecord, state: State) -> None:
    """Refuse a step that the state does not allow."""
    if not may_move(record.state, state):
        hint = ""
        if state is State.APPROVED:
            hint = "; it has to be sent for review first"
        if state is State.SIGNED:
            hint = "; it has to be approved before signing"
        raise NotAllowed(
            f"the return is {record.state.value} and cannot become {state.value}{hint}"
        )


def advance(
    desk: Desk,
    connection: Connection,
    record: ReturnRecord,
    state: State,
    action: str,
    *,
    content: str = "",
    **detail: object,
) -> Changes:
    """Go to another state: one row of the history with the digests of what was seen.

    `content` is the digest of the content, where it is known already.
    """
    require_move(record, state)
    set_state(connection, record.id, state)
    note(
        desk,
        connection,
        record,
        action,
        {"before": record.state.value, "after": state.value, **detail},
        content,
    )
    return Changes(return_id=record.id, state=True, returns=True)


def note(
    desk: Desk,
    connection: Connection,
    record: ReturnRecord,
    action: str,
    detail: dict[str, object],
    content: str = "",
) -> None:
    """Record an act on the return as it stands, in the review and in the history."""
    pack = get_pack(desk, record.pack_id)
    digest = content or canonical_digest(connection, pack, record)
    words = str(detail.get("comment") or detail.get("reason") or "")
    store.add_review(connection, record, action, digest, pack.digest, desk.seat, words)
    history.append(
        connection,
        seat=desk.seat,
        action=action,
        return_id=record.id,
        detail={**seen(pack, record, digest), **detail},
    )


def seen(pack: Pack, record: ReturnRecord, digest: str) -> dict[str, object]:
    """What an act in the history refers to: the content, its step and the pack."""
    return {"digest": digest, "pack_digest": pack.digest, "step": record.head}
