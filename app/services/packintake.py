"""Taking a pack in from outside: a folder, a zip archive, or schemas alone that become one."""

from collections.abc import Mapping
from pathlib import Path

from app.domain.definition import MANIFEST, PackError
from app.services.barepack import Shelf, Wishes, make_pack, read_single
from app.services.desk import Desk
from app.services.packs import list_packs, read_source


class IdentityGiven(PackError):
    """A pack that says itself what it is was given another identity."""

    code = "pack-has-identity"


def take_in(path: Path, wishes: Wishes, desk: Desk | None = None) -> dict[str, bytes]:
    """The files of a pack, with a pack.toml that was made where there is none.

    What a lone XSD refers to is looked for beside it, then in the packs of the workspace. Raises a
    `RootUnclear` where several elements could be the document's.
    """
    if path.suffix.lower() == ".xsd" and not path.is_dir():
        return make_pack(read_single(path, _shelf(desk)), wishes, str(path))
    files = unwrapped(read_source(path))
    if MANIFEST not in files:
        return make_pack(files, wishes, str(path))
    if wishes.any:
        raise IdentityGiven(
            "the pack has a pack.toml that says what it is; leave out root, id, type, version and"
            " dates",
            file=path,
        )
    return files


def unwrapped(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files without the one folder in which an archive holds all of them, if there is one."""
    tops = {name.partition("/")[0] for name in files}
    wrapped = len(tops) == 1 and MANIFEST not in files and all("/" in name for name in files)
    if not wrapped:
        return dict(files)
    return {name.partition("/")[2]: body for name, body in files.items()}


def _shelf(desk: Desk | None) -> Shelf:
    return {} if desk is None else {pack.id: pack.schema_files for pack in list_packs(desk)}
