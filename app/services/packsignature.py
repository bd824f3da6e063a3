"""The publisher's signature on a pack: a XAdES signature beside its files, as ASiC-E containers hold it.

A signed pack is an ASiC-E container (or its unpacked folder): `META-INF/…signatures….xml` covers at least
`pack.toml`, which holds the SHA-256 of every other file. Any program that signs containers can make one.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from app.domain.clock import now
from app.domain.definition import MANIFEST, PackError, is_envelope
from app.services.anchors import trust_of
from app.services.desk import Desk
from app.signing.asice import Container, is_signature_name, write_container
from app.signing.containers import SignatureDocument, verify_container
from app.signing.detached import SignedFile, sign_files
from app.signing.keys import SigningKey, load_p12
from app.signing.trust import Trust
from app.store.files import write_bytes
from app.xml.encoding import XmlRefused
from app.xml.safe import parse, read_file


class PackSignatureBroken(PackError):
    """A pack bears a signature that is not valid, or that does not cover what the pack is."""

    code = "pack-signature"


class FileExists(PackError):
    """The signed pack would overwrite a file."""

    code = "file-exists"


@dataclass(frozen=True, slots=True)
class PackSignature:
    """`state` is unsigned, trusted, or untrusted: the signature holds, and its signer is not in the
    workspace's list. A broken one is never answered but refused.
    """

    state: str
    signer: str | None = None
    reasons: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """For people."""
        if self.state == "unsigned":
            return "no publisher has signed this pack"
        if self.state == "trusted":
            return f"signed by {self.signer}, whom this workspace trusts"
        return f"signed by {self.signer}; not proven: {'; '.join(self.reasons)}"

    def as_dict(self) -> dict[str, object]:
        """The command line's JSON."""
        return {**asdict(self), "reasons": list(self.reasons)}


def signature_of(desk: Desk | None, files: Mapping[str, bytes]) -> PackSignature:
    """Who signed a pack. A signature that does not hold raises a `PackSignatureBroken`."""
    return check_signature(files, trust_of(desk, []) if desk is not None else Trust(()), now())


def check_signature(files: Mapping[str, bytes], trust: Trust, at: datetime) -> PackSignature:
    """The same against some anchors at a moment."""
    signatures = {name: body for name, body in files.items() if is_signature_name(name)}
    if not signatures:
        return PackSignature("unsigned")
    container = Container(
        {name: body for name, body in files.items() if not is_envelope(name)}, signatures
    )
    trees = {name: _parsed(body, name) for name, body in signatures.items()}
    answer = verify_container(container, trees, trust, at)
    each = answer.signatures or (answer,)
    if answer.verdict == "invalid":
        raise PackSignatureBroken(
            f"the publisher's signature is not valid: {'; '.join(answer.reasons)}",
            file=min(signatures),
        )
    if any(MANIFEST not in item.covers for item in each):
        raise PackSignatureBroken(
            f"the publisher's signature does not cover {MANIFEST}", file=min(signatures)
        )
    # A signature over pack.toml covers the rest by the sums in it, which `open_pack` has compared.
    doubts = tuple(
        dict.fromkeys(
            reason
            for item in each
            if item.verdict != "valid"
            for reason in item.reasons
            if "does not cover" not in reason
        )
    )
    return PackSignature("untrusted" if doubts else "trusted", answer.signer, doubts)


def _parsed(body: bytes, name: str) -> SignatureDocument:
    try:
        return parse(body, file=name)
    except XmlRefused as error:
        return f"{name}: {error.message}"


def signed_archive(files: Mapping[str, bytes], keys: Sequence[SigningKey]) -> bytes:
    """A pack's files with a signature of each key, as an ASiC-E container."""
    inside = [
        SignedFile(name, body, _media(name))
        for name, body in sorted(files.items())
        if not is_envelope(name)
    ]
    return write_container(inside, [sign_files(inside, key, at=now()) for key in keys])


def sign_with_p12(files: Mapping[str, bytes], key: Path, password: str) -> bytes:
    """The same with a PKCS#12 file."""
    return signed_archive(files, [load_p12(read_file(key), password, file=key, at=now())])


def write_signed(out: Path, body: bytes) -> str:
    """Write a container whole or not at all; an existing file is kept. Gives its SHA-256."""
    if out.exists():
        raise FileExists("there is already a file; choose another name", file=out)
    write_bytes(out, body)
    return hashlib.sha256(body).hexdigest()


def _media(name: str) -> str:
    if name.endswith((".xsd", ".xml")):
        return "text/xml"
    return "application/toml" if name.endswith(".toml") else "application/octet-stream"
