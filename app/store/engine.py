"""The encrypted SQLite file: opening it, its transactions, and copies of it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from app.store import files

BUSY_MS = 10_000
_RAW_KEY = re.compile(r"x'[0-9a-f]{64}'")
_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "journal_size_limit=67108864",
)


def connect(path: Path, key: str) -> Any:
    """A raw SQLCipher connection. `key` is `x'…'` (raw, 32 bytes in hex) or a passphrase."""
    connection = _keyed(path, key)
    try:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables:  # the mode stays in the file; another program's file is not to be changed
            connection.execute("PRAGMA journal_mode=WAL")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _keyed(path: Path, key: str) -> Any:
    connection = sqlcipher.connect(
        str(path), check_same_thread=False, isolation_level=None, timeout=BUSY_MS / 1000
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        # Only a whole raw key is taken as one: a passphrase that looks like the beginning is quoted.
        raw = _RAW_KEY.fullmatch(key)
        connection.execute(f'PRAGMA key="{key}"' if raw else f"PRAGMA key={_quoted(key)}")
    except BaseException:
        connection.close()
        raise
    return connection


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def copy_database(source: Any, target: Path, key: str) -> None:
    """Copy an open database, as last committed, into a new file under the same key and salt.

    SQLite's own backup sees the log too and does not disturb other processes; reading the file
    beside an open connection would drop that connection's locks.
    """
    draft = target.with_name(f".{target.name}.part")
    files.remove(draft)
    copy = _keyed(draft, key)
    try:
        salt = source.execute("PRAGMA cipher_salt").fetchone()[0]
        copy.execute(f"PRAGMA cipher_salt=\"x'{salt}'\"")
        source.backup(copy)
    except BaseException:
        copy.close()
        files.remove(draft)
        raise
    copy.close()
    files.replace(draft, target)


def damage(connection: Any) -> list[str]:
    """What a whole reading finds wrong: pages that fail their seal, structures that do not fit."""
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    if not found:
        rows = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
        found = [] if rows == ["ok"] else rows
    if not found:
        found = [f"{row[0]}: {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]
    return found


def make_engine(creator: Callable[[], Any]) -> Engine:
    """An engine on one connection: whoever holds the workspace is its only worker.

    Transactions begin explicitly, in the mode of the execution option `begin`. One that writes takes
    the lock at once, so that a statement never fails half-way because another process wrote first.
    """
    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=creator, poolclass=StaticPool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        mode = connection.get_execution_options().get("begin", "IMMEDIATE")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine
