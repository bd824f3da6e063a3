"""XAdES baseline B over files beside the signature, as ASiC-E containers hold it (EN 319 162-1)."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from app.signing.keys import SigningKey
from app.signing.properties import NOTHING, Claims, Data, signature_text

ASIC = "http://uri.etsi.org/02918/v1.2.1#"


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A file of a container: its name there, its bytes and its media type."""

    name: str
    body: bytes
    media: str = "text/xml"


def sign_files(
    files: Sequence[SignedFile], key: SigningKey, *, at: datetime, claims: Claims = NOTHING
) -> bytes:
    """One signature over some files, each referred to by name: a member `META-INF/signatures….xml`."""
    data = tuple(
        Data(quote(item.name), (), hashlib.sha256(item.body).digest(), item.media) for item in files
    )
    inside = signature_text(uuid.uuid4().hex, data, key, at, claims)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<asic:XAdESSignatures xmlns:asic="{ASIC}">{inside}</asic:XAdESSignatures>\n'
    ).encode()
