"""XAdES baseline B, enveloped, in one pass over canonical bytes (ETSI EN 319 132-1).

The document's own canonical form is hashed while it is written; the signature is set before the
last end tag. Memory does not grow with the document.
"""

import hashlib
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from app.signing.algorithms import C14N, ENVELOPED
from app.signing.certificates import subject_text
from app.signing.keys import SigningKey
from app.signing.properties import NOTHING, Claims, Data, signature_text


@dataclass(frozen=True, slots=True)
class Signed:
    """What was signed: SHA-256 of the canonical document, in hex, and the signing time."""

    document_sha256: str
    signed_at: datetime
    signer: str


def sign_document(
    declaration: bytes,
    parts: Iterable[bytes],
    sink: Callable[[bytes], object],
    key: SigningKey,
    *,
    at: datetime,
    claims: Claims = NOTHING,
) -> Signed:
    """Write the document with its signature as last child of the root.

    `parts` is the canonical form in pieces, the last of which is the root's end tag.
    """
    digest = hashlib.sha256()
    sink(declaration)
    pending = b""
    for part in parts:
        if pending:
            sink(pending)
        digest.update(part)
        pending = part
    data = Data("", (ENVELOPED, C14N), digest.digest())
    sink(signature_text(uuid.uuid4().hex, (data,), key, at, claims).encode())
    sink(pending)
    return Signed(digest.hexdigest(), at, subject_text(key.certificate))
