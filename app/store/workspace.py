"""A workspace: one encrypted file, one connection, one writer at a time."""

import json
import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, event, insert, select
from sqlalchemy.exc import DBAPIError

from app.errors import Fault
from app.store import files, keyfile
from app.store.engine import BUSY_MS, connect, copy_database, damage, make_engine
from app.store.failures import (
    NotAWorkspace,
    WorkspaceBusy,
    WorkspaceExists,
    WorkspaceFull,
    WorkspaceMissing,
    WorkspaceReadOnly,
    code_of,
    translated,
)
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

_NOT_A_DATABASE = 26


class Workspace:
    """An open workspace; `close` it when done.

    `identity` names it wherever it is moved to. Threads may share it: while one is in a transaction,
    another waits.
    """

    def __init__(self, path: Path, engine: Engine, secret: keyfile.Secret, identity: str) -> None:
        self.path = path
        self.identity = identity
        self._engine = engine
        self._secret = secret
        self._lock = threading.RLock()
        self._open: Connection | None = None
        self._writing = False
        self._lost = False
        self._closed = False
        self.before_keeping: Callable[[], None] | None = None
        """Called at the end of a transaction, before it is kept; what it raises takes all of it back."""
        self.closing: list[Callable[[], None]] = []
        """Called before the file is closed."""
        event.listen(engine, "handle_error", self._notice_lost_transaction)

    @classmethod
    def create(
        cls,
        path: Path,
        secret: keyfile.Secret,
        facts: dict[str, str],
        fill: Callable[["Workspace"], object] | None = None,
    ) -> "Workspace":
        """Make a new file with what `fill` puts into it; it appears whole or not at all.

        An existing file is never touched.
        """
        if path.exists():
            raise WorkspaceExists("there is already a file; choose another path", file=path)
        path.parent.mkdir(parents=True, exist_ok=True)
        files.set_leftovers_aside(path)
        files.remove_old_drafts(path.parent, f".{path.name}.*.new*")
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
        try:
            with translated(path):
                identity = cls._make(draft, secret, facts, fill)
            files.appear(draft, path)
        except FileExistsError as error:
            raise WorkspaceExists(
                "there is already a file; choose another path", file=path
            ) from error
        finally:
            files.remove(draft)
        keyfile.write(path, secret, identity)
        return cls.open(path, secret)

    @classmethod
    def _make(
        cls,
        draft: Path,
        secret: keyfile.Secret,
        facts: dict[str, str],
        fill: Callable[["Workspace"], object] | None,
    ) -> str:
        engine = make_engine(lambda: connect(draft, secret.key))
        with engine.begin() as connection:
            create_tables(connection)
            connection.execute(insert(meta), [{"name": k, "value": v} for k, v in facts.items()])
        workspace = cls(draft, engine, secret, _salt(engine))
        try:
            if fill is not None:
                fill(workspace)
        finally:
            workspace.close()
        return workspace.identity

    @classmethod
    def open(cls, path: Path, secret: keyfile.Secret) -> "Workspace":
        """Open a file; each way in which that can fail has an error of its own."""
        cls.refuse_other_kinds(path)
        engine = make_engine(lambda: connect(path, secret.key))
        try:
            with translated(path):
                identity = _identify(engine, path, secret)
                upgrade(engine, path, lambda target: _copy(engine, target, secret))
        except BaseException:
            engine.dispose()
            raise
        if not keyfile.check_path(path).exists():
            with suppress(OSError):
                keyfile.write(path, secret, identity)
        return cls(path, engine, secret, identity)

    @staticmethod
    def refuse_other_kinds(path: Path, *, writing: bool = True) -> None:
        """Refuse what can be seen to be no workspace, or one that cannot be written, without its secret."""
        if path.is_dir():
            raise NotAWorkspace("this is a folder, not a workspace", file=path)
        if not path.is_file():
            raise WorkspaceMissing(
                "there is no workspace here; make one with “praya init”", file=path
            )
        keyfile.refuse_other_kinds(path)
        if writing and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise WorkspaceReadOnly(
                "the workspace or its folder is write-protected; copy it to a folder of your own",
                file=path,
            )

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: everything in it happens, or nothing.

        A call inside another joins it, and what it did alone is taken back when it fails: whoever
        catches its exception goes on from before it.
        """
        with self._held():
            if self._open is None:
                with self._transaction("IMMEDIATE") as connection:
                    yield connection
            elif self._writing:
                with self._savepoint(self._open) as connection:
                    yield connection
            else:
                raise Fault("a write cannot begin inside a read; begin with write()")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One unchanging view of the file, which hinders no other process. Inside a write, a part of it."""
        with self._held():
            if self._open is not None:
                yield self._open
                return
            with self._transaction("DEFERRED") as connection:
                yield connection

    @contextmanager
    def rehearse(self) -> Iterator[Connection]:
        """A write that is always taken back: how a dry run sees its outcome."""

        class _TakeBack(Exception):
            pass

        with suppress(_TakeBack), self.write() as connection:
            yield connection
            raise _TakeBack

    @contextmanager
    def _held(self) -> Iterator[None]:
        if self._closed:
            raise Fault(f"the workspace {self.path} is closed")
        if not self._lock.acquire(timeout=BUSY_MS / 1000):
            raise WorkspaceBusy(
                "another part of the program is using the workspace; try again in a moment",
                file=self.path,
            )
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def _transaction(self, mode: str) -> Iterator[Connection]:
        with translated(self.path), self._engine.connect() as plain:
            connection = plain.execution_options(begin=mode)
            self._lost = False
            with self._query_only(connection, mode), connection.begin():
                self._open, self._writing = connection, mode == "IMMEDIATE"
                try:
                    yield connection
                finally:
                    self._open, self._writing = None, False
                if self._lost:
                    raise WorkspaceFull(
                        "the disk failed or is full; nothing was changed", file=self.path
                    )
                if mode == "IMMEDIATE" and self.before_keeping is not None:
                    self.before_keeping()

    @contextmanager
    def _query_only(self, connection: Connection, mode: str) -> Iterator[None]:
        """Make a stray write inside a read fail instead of succeeding by chance."""
        if mode == "IMMEDIATE":
            yield
            return
        raw = _raw(connection)
        raw.execute("PRAGMA query_only=ON")
        try:
            yield
        finally:
            raw.execute("PRAGMA query_only=OFF")

    @contextmanager
    def _savepoint(self, connection: Connection) -> Iterator[Connection]:
        nested = connection.begin_nested()
        try:
            yield connection
        except BaseException:
            if not self._lost:
                nested.rollback()
            raise
        nested.commit()

    def _notice_lost_transaction(self, context: Any) -> None:
        """SQLite ends a transaction by itself when the disk fails; what follows must not be kept.

        Whoever catches the exception would go on outside any transaction, each statement kept alone.
        So another one is begun, which `write` then refuses to commit.
        """
        connection = context.connection
        if connection is None or self._open is None or context.is_disconnect:
            return
        raw = _raw(connection)
        if not raw.in_transaction:
            self._lost = True
            raw.execute("BEGIN")

    @property
    def secret(self) -> keyfile.Secret:
        """What opened the workspace, for opening a copy of it; it never shows itself."""
        return self._secret

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

    def damage(self) -> list[str]:
        """Read the whole file and say what is wrong with it; empty when nothing is."""
        with self._outside(), self._engine.connect() as connection:
            return damage(_raw(connection))

    def copy(self, target: Path) -> Path:
        """A copy as last committed, under the same secret, with its key check; replaces `target`."""
        with self._outside():
            files.set_leftovers_aside(target)
            _copy(self._engine, target, self._secret)
            keyfile.write(target, self._secret, self.identity)
        return target

    def _outside(self) -> AbstractContextManager[None]:
        if self._open is not None:
            raise Fault("this cannot be done inside a transaction")
        return _both(self._held(), translated(self.path))

    def close(self) -> None:
        """Close the file."""
        while self.closing:
            self.closing.pop()()
        with self._lock:
            self._closed = True
            self._engine.dispose()


@contextmanager
def _both(
    first: AbstractContextManager[None], second: AbstractContextManager[None]
) -> Iterator[None]:
    with first, second:
        yield


def _raw(connection: Connection) -> Any:
    raw = connection.connection.driver_connection
    assert raw is not None
    return raw


def _salt(engine: Engine) -> str:
    """The first 16 bytes of the file in hex; they stay with it for good, and with its copies."""
    with engine.connect() as connection:
        return str(_raw(connection).execute("PRAGMA cipher_salt").fetchone()[0])


def _copy(engine: Engine, target: Path, secret: keyfile.Secret) -> None:
    with engine.connect() as connection:
        copy_database(_raw(connection), target, secret.key)


def _identify(engine: Engine, path: Path, secret: keyfile.Secret) -> str:
    try:
        return _salt(engine)
    except (DBAPIError, sqlcipher.Error) as error:
        if code_of(error) == _NOT_A_DATABASE:
            raise keyfile.explain_failure(path, secret) from error
        raise


def as_json(value: object) -> str:
    """Compact JSON as the store writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
