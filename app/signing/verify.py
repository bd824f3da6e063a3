"""Verify a signature: valid, not valid, or cannot be determined, with the reasons.

Two forms are accepted: one enveloped signature, the last child of the root, that covers the whole
document; and signatures beside files in a container (`containers.py`). Both cover their own signed
properties. Everything else is refused by name, never worked around.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta

from cryptography import x509
from lxml import etree

from app.signing.algorithms import DS
from app.signing.certificates import issuer_text, subject_text
from app.signing.coverage import Claim, check_document, check_references, uncovered
from app.signing.refusal import Refused
from app.signing.shape import check_shape
from app.signing.signer import Signer, check_signer, find_certificate
from app.signing.trust import Trust
from app.signing.unsigned import Beside, read_beside

_HIDING = {
    etree.Comment: "a comment",
    etree.ProcessingInstruction: "a processing instruction",
}
_CLOCK_SKEW = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Verification:
    """`verdict` is valid, invalid or indeterminate; `scope` whole, partial, or None when nothing is
    proven.

    `document_sha256` is that of the covered canonical bytes; only they may be shown or imported.
    `signed_at` is what the signer claims, ISO 8601 in UTC; nothing proves it; `proven_at` is what a trusted
    time-stamp proves, and `stamped_by` its authority; `unrevoked_at` until when evidence shows that
    nothing was revoked. `covers` names the
    files of a container that are covered, and `signatures` are the answers for each of several.
    `uncovered` says in words what could be changed without breaking the signature.
    """

    verdict: str
    scope: str | None
    signer: str | None
    reasons: tuple[str, ...]
    signed_at: str | None = None
    document_sha256: str | None = None
    issuer: str | None = None
    role: str | None = None
    place: str | None = None
    commitment: str | None = None
    proven_at: str | None = None
    stamped_by: str | None = None
    unrevoked_at: str | None = None
    covers: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    signatures: tuple["Verification", ...] = field(default=())

    def as_dict(self) -> dict[str, object]:
        """The JSON of `praya verify`."""
        body = asdict(self)
        for name in ("covers", "uncovered", "signatures"):
            if not body[name]:
                del body[name]
        return {**body, "reasons": list(self.reasons)}


@dataclass(frozen=True, slots=True)
class Proof:
    """A moment at which the signature existed, and the authority that a reader trusts for it."""

    at: datetime
    authority: str | None


def verify_document(
    data: bytes,
    tree: etree._ElementTree,
    trust: Trust,
    at: datetime,
    check: Callable[[Claim], str] | None = None,
) -> Verification:
    """Verify the bytes of a file at a moment. `tree` was parsed from them and is used up by it.

    `check` takes the place of the tree where that holds the document element and the signature alone: it
    refuses a document that was changed, and gives the SHA-256 of the whole one.
    """

    def document(signature: etree._Element) -> Callable[[], str]:
        claim = check_references(signature)
        return lambda: check(claim) if check else check_document(tree.getroot(), claim)

    try:
        signature = _only_signature(data, tree)
    except Refused as refusal:
        return Verification("invalid", None, None, (str(refusal),))
    return judge(signature, document, trust, at)


Cover = Callable[[etree._Element], Callable[[], str]]  # noqa: SLF001  (the stubs name it so)
"""Checks the references of a signature; what it returns checks the signed thing and gives its digest."""


def judge(signature: etree._Element, cover: Cover, trust: Trust, at: datetime) -> Verification:
    """The answer for one signature of the accepted form."""
    try:
        certificate, carried = find_certificate(signature)
        whole = cover(signature)
        signer = check_signer(signature, certificate, carried)
        beside = read_beside(signature, trust.anchors)
        left_out = uncovered(signature)
        digest = whole()
    except Refused as refusal:  # nothing is proven, so not even the signer's name is told
        return Verification("invalid", None, None, (str(refusal),))
    proven = next((Proof(s.at, s.authority) for s in beside.stamps if s.at and not s.doubts), None)
    doubts = [*_doubts(signer.signed_at, at, proven), *beside.doubts]
    others = (*signer.others, *beside.certificates)
    moment = proven.at if proven else at
    doubts += trust.doubts(certificate, others, moment, proven=proven is not None)
    kept, unrevoked = _revocation(trust.chain(certificate, others), beside, moment, proven)
    answer = _answer(signer, [*doubts, *kept], digest, proven, unrevoked)
    return replace(answer, uncovered=left_out)


def _revocation(
    chain: list[x509.Certificate] | None, beside: Beside, moment: datetime, proven: Proof | None
) -> tuple[list[str], datetime | None]:
    """Doubts by the evidence beside the signature, and until when it shows that all was well."""
    if chain is None or beside.evidence is None:
        return [], None
    from app.signing.revocation import doubts_about, sound  # noqa: PLC0415

    doubts = doubts_about(chain, beside.evidence, moment, proven=proven is not None)
    return doubts, sound(chain, beside.evidence, moment) if proven else None


def _answer(
    signer: Signer,
    doubts: list[str],
    digest: str,
    proven: Proof | None,
    unrevoked: datetime | None,
) -> Verification:
    claims = signer.claims
    return Verification(
        verdict="indeterminate" if doubts else "valid",
        scope="whole",
        signer=subject_text(signer.certificate),
        reasons=tuple(doubts) or _all_well(proven, unrevoked),
        signed_at=_text(signer.signed_at),
        document_sha256=digest or None,
        issuer=issuer_text(signer.certificate),
        role=claims.role,
        place=", ".join(part for part in (claims.city, claims.country) if part) or None,
        commitment=claims.commitment,
        proven_at=_text(proven.at) if proven else None,
        stamped_by=proven.authority if proven else None,
        unrevoked_at=_text(unrevoked) if unrevoked else None,
    )


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


_ALL_WELL = "the signature covers the whole document and its signer is trusted"
_ALL_BUT_REVOCATION = (
    "the signature covers the whole document and its signer is trusted; whether the certificate was"
    " revoked cannot be seen without a network"
)


def _all_well(proven: Proof | None, unrevoked: datetime | None) -> tuple[str, ...]:
    if proven is None:
        return (_ALL_BUT_REVOCATION,)
    stamp = (
        f"a time-stamp of {proven.authority or 'a trusted authority'} proves that the signature"
        f" existed on {proven.at:%Y-%m-%d} at {proven.at:%H:%M:%S} UTC"
    )
    if unrevoked is None:
        return (_ALL_BUT_REVOCATION, stamp)
    evidence = f"no certificate of its chain was revoked, by evidence of {unrevoked:%Y-%m-%d}"
    return (_ALL_WELL, stamp, evidence)


def _doubts(signed_at: datetime, at: datetime, proven: Proof | None) -> list[str]:
    doubts = []
    if signed_at > at + _CLOCK_SKEW:
        doubts.append(f"the signature claims to be made in the future, at {signed_at.isoformat()}")
    if proven is not None and signed_at > proven.at + _CLOCK_SKEW:
        doubts.append("the signature claims to be made after its time-stamp")
    if proven is not None and proven.at > at + _CLOCK_SKEW:
        doubts.append(f"the time-stamp lies in the future, at {_text(proven.at)}")
    return doubts


def _only_signature(data: bytes, tree: etree._ElementTree) -> etree._Element:
    """The signature, when it stands where it has to and the document hides nothing."""
    root = tree.getroot()
    refuse_hidden(data, root)
    found = list(root.iter(f"{{{DS}}}Signature"))
    if not found:
        raise Refused("the document has no signature")
    if len(found) > 1:
        raise Refused("the document has more than one signature")
    if len(root) == 0 or found[0] is not root[-1]:
        raise Refused("the signature is not the last child of the document element")
    check_shape(found[0])
    refuse_twice(root, found[0])
    return found[0]


def refuse_hidden(data: bytes, root: etree._Element) -> None:
    """Refuse what some readers pass over and others read."""
    for kind, what in _HIDING.items():
        if any(
            next(nodes, None) is not None
            for nodes in (
                root.itersiblings(kind, preceding=True),
                root.iter(kind),
                root.itersiblings(kind),
            )
        ):
            raise Refused(f"{what} stands in the document, where readers may disagree about it")
    if b"<![CDATA[" in data:
        raise Refused("a CDATA section stands in the document, where readers may disagree about it")


def refuse_twice(root: etree._Element, signature: etree._Element) -> None:
    """What the signature refers to by an identifier must be the only one of that name."""
    for element in signature.iter(etree.Element):
        value = element.get("Id")
        if value is not None and root.xpath(_REPEATED, value=value):
            raise Refused(f"the identifier “{value!s}” occurs twice")


_REPEATED = "count(//@*[. = $value][translate(local-name(), 'ID', 'id') = 'id']) > 1"
