"""ASiC-E containers (ETSI EN 319 162-1): a zip of files and of signatures over them.

Written the same way for the same content; read with suspicion: what is not listed here is refused.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

from app.signing.archive import MAX_RATIO, ContainerRefused, Member, read_archive
from app.signing.detached import SignedFile

__all__ = ["Container", "ContainerRefused", "is_container", "read_container", "write_container"]

MIMETYPE = "application/vnd.etsi.asic-e+zip"
_MANIFEST = "META-INF/manifest.xml"
_SIGNATURES = re.compile(r"META-INF/[^/]*signatures[^/]*\.xml")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_ODF = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


@dataclass(frozen=True, slots=True)
class Container:
    """What a container holds: the signed files and the signature documents, by name.

    `media` is what its manifest says of the files; nothing is decided by it.
    """

    files: dict[str, bytes]
    signatures: dict[str, bytes]
    media: dict[str, str] = field(default_factory=dict)


def write_container(files: Sequence[SignedFile], signatures: Sequence[bytes]) -> bytes:
    """A container as bytes. The same files and signatures always give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        _add(archive, "mimetype", MIMETYPE.encode())
        for item in files:
            _add(archive, item.name, item.body)
        _add(archive, _MANIFEST, _manifest(files))
        for number, body in enumerate(signatures):
            _add(archive, f"META-INF/signatures{number}.xml", body)
    return out.getvalue()


LARGE = 1 << 20
"""Bytes. Smaller members are stored: how content is packed differs between versions of zlib, and a
container should be the same bytes wherever it is made."""


def _add(archive: zipfile.ZipFile, name: str, body: bytes) -> None:
    member = zipfile.ZipInfo(name, _EARLIEST)  # no clock: the same content gives the same bytes
    member.compress_type = zipfile.ZIP_DEFLATED if _worth_packing(body) else zipfile.ZIP_STORED
    member.create_system = 3
    member.external_attr = 0o644 << 16
    archive.writestr(member, body)


def _worth_packing(body: bytes) -> bool:
    """Large, and not so monotonous that a reader would take the packed form for a bomb."""
    return len(body) > LARGE and len(zlib.compress(body)) * MAX_RATIO > 2 * len(body)


def _manifest(files: Sequence[SignedFile]) -> bytes:
    entries = "".join(
        f"<manifest:file-entry manifest:full-path={quoteattr(name)}"
        f" manifest:media-type={quoteattr(media)}/>"
        for name, media in [("/", MIMETYPE), *((item.name, item.media) for item in files)]
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{_ODF}"'
        f' manifest:version="1.2">{entries}</manifest:manifest>\n'
    ).encode()


def is_signature_name(name: str) -> bool:
    """Whether a member of a container is a document of signatures."""
    return _SIGNATURES.fullmatch(name) is not None


def is_container(data: bytes) -> bool:
    """Whether some bytes are a zip archive at all."""
    return data[:4] == b"PK\x03\x04"


def read_container(data: bytes, *, file: str | Path) -> Container:
    """Open a container; each way in which it could mislead has its own sentence."""
    members = read_archive(data, file=file)
    _check_members(members, file)
    bodies = {item.name: item.body for item in members}
    if bodies.pop("mimetype") != MIMETYPE.encode():
        raise ContainerRefused("its member “mimetype” does not say ASiC-E", file=file)
    signatures = {name: body for name, body in bodies.items() if _SIGNATURES.fullmatch(name)}
    manifest = bodies.pop(_MANIFEST, None)
    files = {name: body for name, body in bodies.items() if name not in signatures}
    strange = next((name for name in files if name.casefold().split("/")[0] == "meta-inf"), None)
    if strange is not None:
        raise ContainerRefused(f"its member “{strange}” belongs to no ASiC-E container", file=file)
    media = {} if manifest is None else _media(manifest, files, file)
    return Container(files, signatures, media)


def _check_members(members: Sequence[Member], file: str | Path) -> None:
    if not members or members[0].name != "mimetype":
        raise ContainerRefused("its first member is not “mimetype”", file=file)
    if not members[0].plain:
        raise ContainerRefused(
            "its member “mimetype” is not stored plainly at the start", file=file
        )
    seen: set[str] = set()
    for member in members:
        if member.name.casefold() in seen:
            raise ContainerRefused(f"the member “{member.name}” occurs twice", file=file)
        seen.add(member.name.casefold())
        if member.mode & 0o170000 not in (0, 0o100000):
            raise ContainerRefused(
                f"the member “{member.name}” is a symbolic link or no file at all", file=file
            )


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _media(manifest: bytes, files: Mapping[str, bytes], file: str | Path) -> dict[str, str]:
    """What the manifest says of the files. No signature covers it, so it must name them exactly."""
    try:
        root = etree.fromstring(manifest, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ContainerRefused("its manifest cannot be read", file=file) from error
    said = [
        (str(item.get(f"{{{_ODF}}}full-path")), str(item.get(f"{{{_ODF}}}media-type")))
        for item in root.iter(f"{{{_ODF}}}file-entry")
    ]
    named = sorted(name for name, _ in said if name != "/" and not name.startswith("META-INF/"))
    if b"<!DOCTYPE" in manifest or named != sorted(files):
        raise ContainerRefused("its manifest names other files than it holds", file=file)
    if dict(said).get("/", MIMETYPE) != MIMETYPE:
        raise ContainerRefused("its manifest does not say ASiC-E", file=file)
    return dict(said)
