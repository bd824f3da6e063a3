"""Import profiles of the workspace: a layout is described once and used every month."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from app import infile
from app.domain.layout import columns_of
from app.domain.schema import Schema
from app.errors import UserError
from app.excel.profile import Profile, ProfileError
from app.excel.profilefile import read_profile
from app.services.desk import Desk
from app.services.packs import list_packs
from app.store import history
from app.store import imports as store

MAX_BYTES = 1 << 20


class ProfileMissing(UserError):
    """The workspace has no profile of that name."""

    code = "profile-missing"


@dataclass(frozen=True, slots=True)
class ProfileInfo:
    """A stored profile for a list. `at` is ISO 8601 in UTC."""

    name: str
    return_type: str
    title: str
    tables: tuple[str, ...]
    at: str
    by: str

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON."""
        return {
            "name": self.name,
            "return_type": self.return_type,
            "title": self.title,
            "tables": list(self.tables),
            "at": self.at,
            "by": self.by,
        }


def read_file(path: Path) -> bytes:
    """The bytes of a profile's file, within limits."""
    too_large = ProfileError("the file is larger than 1 MiB, which no profile is", file=path)
    return infile.read_file(path, MAX_BYTES, too_large)


def add_profile(desk: Desk, path: Path) -> ProfileInfo:
    """Check a profile against the packs of its return type and keep it under its name."""
    body = read_file(path)
    with infile.named_as_given(path):
        profile = read_profile(body, path.name)
    schemas = [
        pack.schema
        for pack in list_packs(desk)
        if pack.manifest.return_type.upper() == profile.return_type
    ]
    if not schemas:
        raise ProfileError(f"there is no pack for the return type {profile.return_type}", file=path)
    problems = [found for schema in schemas for found in fit(profile, schema)[:1]]
    if len(problems) == len(schemas):
        raise ProfileError(problems[-1], file=path)
    return _keep(desk, profile, body, path.name)


def keep_text(desk: Desk, text: str, file: str) -> ProfileInfo:
    """Keep a profile that was made here, of the workbook `file`."""
    body = text.encode()
    return _keep(desk, read_profile(body, file), body, file)


def _keep(desk: Desk, profile: Profile, body: bytes, file: str) -> ProfileInfo:
    with desk.workspace.write() as connection:
        store.keep_profile(
            connection, profile.name, profile.return_type, body.decode("utf-8-sig"), desk.seat
        )
        history.append(
            connection,
            seat=desk.seat,
            action="profile-added",
            detail={
                "profile": profile.name,
                "type": profile.return_type,
                "file": file,
                "sha256": hashlib.sha256(body).hexdigest(),
            },
        )
    return show_profile(desk, profile.name)[0]


def fit(profile: Profile, schema: Schema) -> list[str]:
    """Why a profile does not suit a schema; empty when it does."""
    problems = []
    for table in profile.tables:
        node = schema.nodes.get(table.path)
        if node is None or not node.repeats:
            problems.append(f"{table.where}: the return has no table “{table.path}”")
            continue
        known = {column.key for column in columns_of(node)}
        problems += [
            f"{table.where}: {node.name} has no field “{key}”"
            for key in table.columns
            if key not in known
        ]
    single = {column.path for column in columns_of(schema.root)}
    problems += [
        f"{item.where}: the return has no single field “{item.path}”"
        for item in profile.fields
        if item.path not in single
    ]
    return problems


def list_profiles(desk: Desk, return_type: str | None = None) -> list[ProfileInfo]:
    """The workspace's profiles, all or those of a return type."""
    with desk.workspace.read() as connection:
        found = store.find_profiles(connection)
    return [_info(p) for p in found if return_type in (None, p.return_type)]


def show_profile(desk: Desk, name: str) -> tuple[ProfileInfo, str]:
    """A profile's facts and its text."""
    stored = _stored(desk, name)
    return _info(stored), stored.body


def get_profile(desk: Desk, name: str) -> Profile:
    """A profile, ready to be used."""
    stored = _stored(desk, name)
    return read_profile(stored.body.encode(), name)


def _stored(desk: Desk, name: str) -> store.StoredProfile:
    with desk.workspace.read() as connection:
        found = store.find_profiles(connection, name)
    if not found:
        raise ProfileMissing(
            f"there is no profile “{name}”; “praya profile list” shows those that there are"
        )
    return found[0]


def _info(stored: store.StoredProfile) -> ProfileInfo:
    profile = read_profile(stored.body.encode(), stored.name)
    return ProfileInfo(
        stored.name,
        stored.return_type,
        profile.title,
        tuple(table.path for table in profile.tables),
        stored.at,
        stored.by,
    )
