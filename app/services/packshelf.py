"""The packs that come with the program, as companions of one that is looked at."""

from collections.abc import Mapping

from app.domain.definition import MANIFEST, PackError, read_manifest
from app.domain.pack import Pack
from app.services.packs import open_pack, shipped_packs


def shipped() -> dict[str, Pack]:
    """Every shipped pack by its id; the first that does not open is an error."""
    return {pack.id: pack for pack in map(open_pack, shipped_packs())}


def shipped_beside(files: Mapping[str, bytes]) -> list[Pack]:
    """The shipped packs but the one whose files these are; those that do not open are left out."""
    found = []
    for body in shipped_packs():
        try:
            manifest = read_manifest(body[MANIFEST])
            if MANIFEST not in files or manifest.id != read_manifest(files[MANIFEST]).id:
                found.append(open_pack(body))
        except PackError:
            continue
    return found
