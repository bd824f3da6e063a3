"""Which signing certificates end soon, and which deadlines they would miss.

Keys are never kept, so the certificates are those of signatures that were made before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.languages import ENGLISH, TRADITIONAL, words_in
from app.domain.obligation import HONG_KONG
from app.domain.states import State
from app.services.desk import Desk
from app.services.obligations import Obligation, hong_kong_today, obligations
from app.services.signerentity import doubt_about
from app.signing.certificates import organisation_text, subject_text
from app.signing.signer import signing_certificate
from app.store import imports as blobs
from app.store import submissions as store

STEPS = (7, 30, 60)
"""Days before the end at which a reminder becomes louder."""
_SIGNED = (State.SIGNED, State.FILED, State.CORRECTED, State.VOIDED)


_CHINESE = {
    "all": "{who} 的證書於 {ends} 屆滿（{when}）",
    "left": "還有{days}日",
    "ended": "已於{days}日前屆滿",
    "need": "；{need} 其後才到期",
}
_WORDS: Mapping[str, Mapping[str, str]] = {ENGLISH: {}, TRADITIONAL: _CHINESE}


@dataclass(frozen=True, slots=True)
class Ending:
    """A certificate that ends soon, or has ended. `ends` is a calendar day in Hong Kong.

    `step` is the smallest of 7, 30, 60 days that holds the days left, 0 after the end. `needed_for`
    is the first return to be signed whose deadline lies after the end; None when none is known.
    `doubt` says that it names another organisation than the firm.
    """

    subject: str
    organisation: str
    fingerprint: str
    ends: date
    days_left: int
    step: int
    needed_for: Obligation | None
    doubt: str | None

    def words(self, language: str = "en") -> str:
        """One sentence for a list or a card."""
        need = self.needed_for
        if language != ENGLISH:
            return self._chinese(words_in(_WORDS, language))
        days = abs(self.days_left)
        many = f"{days} day" if days == 1 else f"{days} days"
        when = f"ends on {self.ends}, in {many}"
        if self.days_left < 0:
            when = f"ended on {self.ends}, {many} ago"
        what = ""
        if need is not None:
            what = f"; {need.return_type} {need.period} is due after that, on {need.due}"
        return f"the certificate of {self.subject} {when}{what}"

    def _chinese(self, words: Mapping[str, str]) -> str:
        when = words["left" if self.days_left >= 0 else "ended"].format(days=abs(self.days_left))
        need = self.needed_for
        what = words["need"].format(need=f"{need.return_type} {need.period}") if need else ""
        return words["all"].format(who=self.subject, ends=self.ends, when=when) + what

    def as_dict(self) -> dict[str, object]:
        """One entry of `certificates` in `praya return list --json`."""
        need = self.needed_for
        return {
            "subject": self.subject,
            "organisation": self.organisation,
            "fingerprint": self.fingerprint,
            "ends": self.ends.isoformat(),
            "days_left": self.days_left,
            "step": self.step,
            "needed_for": {"type": need.return_type, "period": need.period, "due": str(need.due)}
            if need
            else None,
            "doubt": self.doubt,
        }


def ending_certificates(desk: Desk, today: date | None = None) -> list[Ending]:
    """The certificates that signed here and end within 60 days or did so, the most urgent first.

    One that the same signer has replaced by a later one is not told, nor one that ended long ago.
    """
    today = today or hong_kong_today()
    newest = _newest(desk)
    waiting: list[Obligation] | None = None
    found = []
    for mark, (subject, organisation, moment) in newest.items():
        ends = moment.astimezone(HONG_KONG).date()
        left = (ends - today).days
        if not -STEPS[-1] <= left <= STEPS[-1]:
            continue
        waiting = _waiting(desk, today) if waiting is None else waiting
        need = next((item for item in waiting if item.due and item.due >= ends), None)
        step = next((days for days in STEPS if left <= days), STEPS[-1]) if left >= 0 else 0
        doubt = doubt_about(desk, organisation)
        found.append(Ending(subject, organisation, mark, ends, left, step, need, doubt))
    return sorted(found, key=lambda item: item.ends)


def _newest(desk: Desk) -> dict[str, tuple[str, str, datetime]]:
    """Of each signer the certificate that ends last: its digest, names and end."""
    best: dict[tuple[str, str], tuple[datetime, str]] = {}
    with desk.workspace.read() as connection:
        for mark, blob in store.signing_certificates(connection):
            certificate = signing_certificate(blobs.blob_body(connection, blob))
            who = (subject_text(certificate), organisation_text(certificate))
            held = (certificate.not_valid_after_utc, mark)
            best[who] = max(best.get(who, held), held)
    return {mark: (*who, end) for who, (end, mark) in best.items()}


def _waiting(desk: Desk, today: date) -> list[Obligation]:
    """What still has to be signed, the nearest deadline first; two months ahead."""
    return [
        item for item in obligations(desk, today, ahead=2) if item.due and item.state not in _SIGNED
    ]
