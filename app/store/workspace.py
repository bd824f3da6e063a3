"""A workspace: one encrypted file, one connection, one writer at a time."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, insert, select

from app.errors import UserError
from app.store import keyfile
from app.store.engine import connect, make_engine
from app.store.migrate import create_tables, upgrade
from app.store.tables import meta, settings

__all__ = [
    "Connection",
    "Workspace",
    "WorkspaceBusy",
    "WorkspaceExists",
    "WorkspaceMissing",
    "as_json",
]


class WorkspaceMissing(UserError):
    """There is no file there."""

    code = "workspace-missing"


class WorkspaceExists(UserError):
    """A new workspace would overwrite a file."""

    code = "workspace-exists"


class WorkspaceBusy(UserError):
    """Another process holds the write lock."""

    code = "workspace-busy"


class Workspace:
    """An open workspace. Use it from one thread at a time; `close` when done."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._open: Connection | None = None

    @classmethod
    def create(cls, path: Path, secret: keyfile.Secret, facts: dict[str, str]) -> "Workspace":
        """Make a new file; an existing one is never touched. It appears whole or not at all."""
        if path.exists():
            raise WorkspaceExists("there is already a file; choose another path", file=path)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.new")
        with suppress(FileNotFoundError):
            draft.unlink()
        engine = make_engine(lambda: connect(draft, secret.key))
        with engine.begin() as connection:
            create_tables(connection)
            connection.execute(insert(meta), [{"name": k, "value": v} for k, v in facts.items()])
        with engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
        engine.dispose()
        keyfile.write(path, draft, secret)
        os.replace(draft, path)  # noqa: PTH105  (the atomic form, named as such)
        return cls.open(path, secret)

    @classmethod
    def open(cls, path: Path, secret: keyfile.Secret) -> "Workspace":
        """Open a file; each way in which that can fail has an error of its own."""
        if not path.is_file():
            raise WorkspaceMissing(
                "there is no workspace here; make one with “praya init”", file=path
            )
        keyfile.refuse_other_kinds(path)
        engine = make_engine(lambda: connect(path, secret.key))
        try:
            with engine.connect():
                pass
        except Exception as error:
            engine.dispose()
            if isinstance(error.__cause__ or error, sqlcipher.DatabaseError) or "database" in str(
                error
            ):
                raise keyfile.explain_failure(path, secret) from error
            raise
        upgrade(engine, path)
        return cls(path, engine)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: everything in it happens, or nothing. Nested calls join it."""
        if self._open is not None:
            yield self._open
            return
        with self._begin() as connection:
            self._open = connection
            try:
                yield connection
            finally:
                self._open = None

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        try:
            context = self._engine.begin()
            connection = context.__enter__()
        except sqlcipher.OperationalError as error:
            raise WorkspaceBusy(
                "another program is writing to the workspace", file=self.path
            ) from error
        try:
            yield connection
        except BaseException as error:
            context.__exit__(type(error), error, error.__traceback__)
            raise
        context.__exit__(None, None, None)

    def read(self) -> Any:
        """A transaction for reading: the same lock, since there is one connection."""
        return self.write()

    @contextmanager
    def rehearse(self) -> Iterator[Connection]:
        """A transaction that is always rolled back: how a dry run sees its outcome."""

        class _Rollback(Exception):
            pass

        with suppress(_Rollback), self.write() as connection:
            yield connection
            raise _Rollback

    def fact(self, name: str) -> str:
        """A fact of the workspace (entity name, CE number); empty when it is not known."""
        with self.read() as connection:
            query = select(meta.c.value).where(meta.c.name == name)
            return connection.execute(query).scalar() or ""

    def setting(self, name: str, default: str = "") -> str:
        """A setting's value as text."""
        with self.read() as connection:
            query = select(settings.c.value).where(settings.c.name == name)
            found = connection.execute(query).scalar()
        return default if found is None else found

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    def backup(self, target: Path) -> Path:
        """A consistent copy of the whole file, under its own key, beside its key file."""
        with self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(self.path, target)
        keyfile.copy(self.path, target)
        return target


def as_json(value: object) -> str:
    """Compact JSON as the store writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
