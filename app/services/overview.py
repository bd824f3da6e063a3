"""Everything a person needs to see at the head of a return, read in one go."""

from dataclasses import dataclass

from app.domain.pack import Manifest
from app.services.approver import another_named
from app.services.desk import Desk
from app.services.lastcheck import last_check
from app.services.obligations import Obligation, obligation_of
from app.services.packs import get_pack
from app.services.returns import get_return, list_returns
from app.services.review import may_approve, reviews_of
from app.services.whatif import has_what_if
from app.store.returns import ReturnRecord
from app.store.submissions import Review, Submission, last_submission


@dataclass(frozen=True, slots=True)
class Overview:
    """A return with its pack, deadline, review and submission. `pack_digest` is a SHA-256 as hex.

    `signature_slot` says whether its schema has a place for a signature inside the document.
    `to_explain` counts the findings of the last check that still need an explanation.
    `blocking` counts those that block, None where it was not checked since it was last changed.
    `what_if` says whether transfers to cold storage can be worked out for it.
    `other_approver` is who the return names as its approver where that is not this seat.
    """

    record: ReturnRecord
    manifest: Manifest
    pack_digest: str
    obligation: Obligation
    reviews: tuple[Review, ...]
    submission: Submission | None
    may_approve: bool
    signature_slot: bool = True
    other_approver: str = ""
    to_explain: int = 0
    what_if: bool = False
    blocking: int | None = None


def overview(desk: Desk, return_id: str) -> Overview:
    """The overview of one return."""
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.read() as connection:
        submission = last_submission(connection, record.id)
        other = another_named(connection, pack, record, desk.seat)
        checked = last_check(connection, record.id)
    return Overview(
        record=record,
        manifest=pack.manifest,
        pack_digest=pack.digest,
        obligation=obligation_of(desk, record),
        reviews=tuple(reviews_of(desk, record.id)),
        submission=submission,
        may_approve=may_approve(desk, record.id),
        signature_slot=pack.schema.signature_slot,
        other_approver=other,
        blocking=checked.blocking if checked is not None and not checked.stale else None,
        what_if=has_what_if(pack.schema),
        to_explain=checked.unexplained if checked is not None else 0,
    )


def signed_returns(desk: Desk) -> list[Overview]:
    """Every return that was signed at some time, newest period first."""
    found = [overview(desk, record.id) for record in list_returns(desk)]
    return [item for item in found if item.submission is not None]
