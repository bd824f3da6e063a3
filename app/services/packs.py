"""Schema packs: read from a folder or an archive into the workspace, and from then on only from there."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from app.domain.carry import read_carry
from app.domain.chain import Chain, read_chain
from app.domain.changes import Changes
from app.domain.chart import read_charts
from app.domain.computed import read_computed
from app.domain.deadlines import agree
from app.domain.definition import (
    MANIFEST,
    PackError,
    is_envelope,
    members,
    read_manifest,
    read_parameters,
    read_rules,
    read_sections,
    read_settings,
)
from app.domain.freetext import Texts, read_texts
from app.domain.obligation import read_obligations
from app.domain.pack import Manifest, Pack
from app.domain.period import Period
from app.domain.schema import Schema
from app.domain.schema_codec import dump_schema, load_schema
from app.domain.statusmessage import read_status_maps
from app.paths import data_root
from app.services.desk import Desk
from app.services.packsource import read_folder, read_zip
from app.services.schemacompile import compiled as compile_safely
from app.store import history
from app.store import packs as store

T = TypeVar("T")


class PackMissing(PackError):
    """The workspace has no such pack."""

    code = "pack-missing"


class PackTampered(PackError):
    """A byte of a pack differs from what its manifest or the workspace recorded."""

    code = "pack-tampered"


class PackFileChanged(PackTampered):
    """A file's hash is not the one in pack.toml."""

    code = "pack-hash"


class PackFileUnlisted(PackTampered):
    """A file that pack.toml does not name."""

    code = "pack-file-unlisted"


class PackFileMissing(PackTampered):
    """A file that pack.toml names and the pack does not hold."""

    code = "pack-file-missing"


class PackVersionTaken(PackTampered):
    """Another pack of the same id is in the workspace."""

    code = "pack-version-taken"


class NamespaceDiffers(PackError):
    """pack.toml and the schema name different namespaces."""

    code = "pack-namespace"


def pack_digest(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the sorted list of names and SHA-256 sums of all files.

    A publisher's signature is left out, so that a pack is the same with and without it.
    """
    names = sorted(name for name in files if not is_envelope(name))
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in names)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def shipped_packs() -> list[dict[str, bytes]]:
    """The files of every pack that comes with the program, by merging `schemas/` and `forms/`."""
    return [_with_form(manifest.parent) for manifest in _shipped()]


def _shipped() -> list[Path]:
    return sorted((data_root() / "schemas").glob(f"*/*/{MANIFEST}"))


def _with_form(folder: Path) -> dict[str, bytes]:
    """A pack's folder, with its form where that lies apart: `schemas/X/1.0` and `forms/X/1.0`."""
    files = read_folder(folder)
    parts = folder.resolve().parts
    form = Path(*parts[:-3], "forms", *parts[-2:])
    if parts[-3:-2] == ("schemas",) and form.is_dir():
        files |= {f"form/{name}": body for name, body in read_folder(form).items()}
    return files


def read_source(path: Path) -> dict[str, bytes]:
    """The files of a pack in a folder or a zip archive."""
    if path.is_dir():
        return _with_form(path)
    return read_zip(path)


def open_pack(files: Mapping[str, bytes], compiled: Schema | None = None, source: str = "") -> Pack:
    """A pack from its files; checks every hash of the manifest and compiles the schema if needed."""
    if MANIFEST not in files:
        raise PackError("the pack has no pack.toml", file=source or None)
    manifest = read_manifest(files[MANIFEST])
    _check_hashes(manifest, files)
    if compiled is None:
        xsds = tuple((name, body) for name, body in files.items() if name.endswith(".xsd"))
        if manifest.schema not in dict(xsds):
            raise PackError(f"the pack does not hold its schema “{manifest.schema}”", file=MANIFEST)
        compiled = _compiled(xsds, manifest.schema, manifest.root, manifest.languages)
    if compiled.root.namespace != manifest.namespace:
        raise NamespaceDiffers(
            f"pack.toml names the namespace “{manifest.namespace}”, the schema"
            f" “{compiled.root.namespace}”",
            file=MANIFEST,
        )
    rules = tuple(
        rule
        for name in members(files, "form/rules/", ".toml")
        for rule in read_rules(files[name], name)
    )
    table = _optional(files, "form/obligations.toml", read_obligations)
    if table and manifest.deadline is not None:
        raise PackError(
            "the pack has form/obligations.toml; take [pack.deadline] out, one of the two says it",
            file=MANIFEST,
        )
    manifest, obligations = agree(manifest, table)
    return Pack(
        manifest=manifest,
        digest=pack_digest(files),
        schema=compiled,
        files=files,
        sections=_optional(files, "form/form.toml", read_sections),
        rules=rules,
        parameters=_optional(files, "form/parameters.toml", read_parameters),
        settings=_optional(files, "form/settings.toml", read_settings),
        chain=_chain(manifest, files),
        obligations=obligations,
        texts=_texts(files),
        computed=_optional(files, "form/computed.toml", read_computed),
        carry=_optional(files, "form/carry.toml", read_carry),
        charts=_optional(files, "form/charts.toml", read_charts),
        status_maps=_optional(
            files,
            "form/status.toml",
            lambda body, file: read_status_maps(body, file, manifest.namespace),
        ),
    )


@lru_cache(maxsize=8)
def _compiled(
    xsds: tuple[tuple[str, bytes], ...], main: str, root: str, languages: tuple[str, ...]
) -> Schema:
    """The compiled schema, kept: a pack is looked at before it is added, and to several workspaces."""
    return compile_safely(dict(xsds), main, root, languages)


def _optional(
    files: Mapping[str, bytes], name: str, reader: Callable[[bytes, str], tuple[T, ...]]
) -> tuple[T, ...]:
    return reader(files[name], name) if name in files else ()


def _chain(manifest: Manifest, files: Mapping[str, bytes]) -> Chain | None:
    """How the reports of one event follow each other; only returns that answer an event have it."""
    name = "form/chain.toml"
    if (name in files) != (manifest.occasion == "event"):
        raise PackError(
            'a return that answers an event has “occasion = "event"” in pack.toml and a'
            f" {name}; one is there without the other",
            file=MANIFEST,
        )
    return read_chain(files[name], name) if name in files else None


def _texts(files: Mapping[str, bytes]) -> Texts | None:
    """A pack's own list of what free text should not hold."""
    name = "form/texts.toml"
    return read_texts(files[name], name) if name in files else None


def _check_hashes(manifest: Manifest, files: Mapping[str, bytes]) -> None:
    expected = dict(manifest.files)
    for name, body in files.items():
        if name == MANIFEST or is_envelope(name):
            continue
        if name not in expected:
            raise PackFileUnlisted(f"pack.toml does not list the file “{name}”", file=name)
        if hashlib.sha256(body).hexdigest() != expected.pop(name):
            raise PackFileChanged("the file differs from the hash in pack.toml", file=name)
    if expected:
        raise PackFileMissing(f"the pack lacks the file “{min(expected)}” that pack.toml lists")


def add_pack(desk: Desk, files: Mapping[str, bytes], source: str = "") -> Changes:
    """Put a pack into the workspace. The same pack again changes nothing; another one under the same
    name is refused, because a released version is never edited.
    """
    pack = open_pack(files, source=source)
    if any(is_envelope(name) for name in files):
        from app.services.packsignature import signature_of  # noqa: PLC0415  (seldom needed)

        signature_of(desk, files)  # a broken one is refused
    with desk.workspace.write() as connection:
        known = store.digest_of(connection, pack.id)
        if known == pack.digest:
            return Changes()
        if known is not None:
            raise PackVersionTaken(
                f"the workspace already holds {pack.id} with other content; a changed pack needs"
                " another version",
                file=source or None,
            )
        store.insert_pack(
            connection, pack.manifest, pack.digest, dump_schema(pack.schema), files, desk.seat
        )
        history.append(
            connection,
            seat=desk.seat,
            action="pack-added",
            detail={"pack": pack.id, "digest": pack.digest, "source": source},
        )
    return Changes(packs=True)


def add_shipped(desk: Desk) -> Changes:
    """Add every pack that comes with the program and that the workspace has never had.

    A name that it holds with other content stays as it is, and what somebody removed stays away.
    """
    with desk.workspace.read() as connection:
        known = set(store.pack_ids(connection))
        names = {file.parent: read_manifest(file.read_bytes()).id for file in _shipped()}
        if known.issuperset(names.values()):
            return Changes()
        removed = history.of_action(connection, "pack-removed")
        known.update(json.loads(entry.detail)["pack"] for entry in removed)
    changed = Changes()
    for folder, name in names.items():
        if name not in known:
            changed = add_pack(desk, _with_form(folder), "shipped with the program")
    return changed


def get_pack(desk: Desk, pack_id: str) -> Pack:
    """A pack from the database, every byte checked against its digest; kept for the session."""
    return _cached(desk, pack_id)


def forget_packs() -> None:
    """Read every pack from the database again: one of them was removed."""
    _cached.cache_clear()


@lru_cache(maxsize=32)
def _cached(desk: Desk, pack_id: str) -> Pack:
    with desk.workspace.read() as connection:
        digest = store.digest_of(connection, pack_id)
        if digest is None:
            raise PackMissing(f"the workspace holds no schema pack “{pack_id}”")
        files = store.files_of(connection, pack_id)
        compiled = store.compiled_of(connection, pack_id)
    if pack_digest(files) != digest:
        raise PackTampered(f"the pack {pack_id} in the workspace was changed after it was added")
    return open_pack(files, load_schema(compiled))


def list_packs(desk: Desk) -> list[Pack]:
    """Every pack of the workspace."""
    with desk.workspace.read() as connection:
        names = store.pack_ids(connection)
    return [get_pack(desk, name) for name in names]


def pack_for(desk: Desk, return_type: str, period: Period) -> Pack:
    """The pack in force for a period: of several, the one that took effect last."""
    known = [pack for pack in list_packs(desk) if pack.manifest.return_type == return_type.upper()]
    fitting = [pack for pack in known if pack.manifest.in_force(period.start, period.end)]
    if not fitting:
        types = sorted({pack.manifest.return_type for pack in list_packs(desk)})
        what = (
            "no pack is in force for that period"
            if known
            else f"known types are {', '.join(types)}"
        )
        raise PackMissing(f"there is no pack for {return_type} in {period}: {what}")
    return max(fitting, key=by_newness)


def by_newness(pack: Pack) -> tuple[date, tuple[tuple[int, str], ...]]:
    """What a pack is ordered by among those of its type: the day it took effect, then its version."""
    parts = re.findall(r"[0-9]+|[A-Za-z]+", pack.manifest.version)
    version = tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
    return pack.manifest.effective_from, version
