"""The encrypted SQLite file: opening, locking and telling apart what cannot be opened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

BUSY_MS = 10_000


def connect(path: Path, key: str) -> Any:
    """A raw SQLCipher connection. `key` is `x'…'` (raw, 32 bytes in hex) or a passphrase."""
    connection = sqlcipher.connect(
        str(path), check_same_thread=False, isolation_level=None, timeout=BUSY_MS / 1000
    )
    try:
        quoted = key.replace("'", "''")
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(
            f'PRAGMA key="{key}"' if key.startswith("x'") else f"PRAGMA key='{quoted}'"
        )
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "temp_store=MEMORY",
            "trusted_schema=OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def make_engine(creator: Callable[[], Any]) -> Engine:
    """An engine on one connection: whoever holds the workspace is its only worker.

    Transactions begin explicitly and at once take the write lock, so that a statement never fails
    half-way because another process wrote first (SQLite's driver would begin them late).
    """
    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=creator, poolclass=StaticPool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
