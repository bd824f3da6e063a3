"""Migrations: Alembic in one transaction, after a copy of the file; a newer file is refused."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from app.errors import Fault
from app.store.failures import NotAWorkspace, WorkspaceNewer

__all__ = ["WorkspaceNewer"]

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


@cache
def _read_scripts(folder: Path) -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def _scripts() -> ScriptDirectory:
    return _read_scripts(MIGRATIONS)


def latest() -> str:
    """The newest revision that this program knows."""
    return _scripts().get_current_head() or ""


def _context(connection: Connection) -> MigrationContext:
    return MigrationContext.configure(connection, opts={"transactional_ddl": True})


def _run(connection: Connection) -> None:
    context = _context(connection)
    current = context.get_current_revision()
    context._ensure_version_table()  # noqa: SLF001  (Alembic's own runner does the same)
    scripts = _scripts()
    with Operations.context(context):
        for step in reversed(list(scripts.iterate_revisions("head", current or "base"))):
            step.module.upgrade()
            context.stamp(scripts, step.revision)


def create_tables(connection: Connection) -> None:
    """Bring an empty database to the newest revision, in the caller's transaction."""
    _run(connection)


def copy_path(path: Path) -> Path:
    """Where the copy lies that is made before the migration to the newest revision."""
    return path.with_name(f"{path.name}.before-{latest()}")


def upgrade(engine: Engine, path: Path, copy: Callable[[Path], object]) -> None:
    """Bring a file to the newest revision; `copy` makes the copy beside it first."""
    with engine.connect().execution_options(begin="DEFERRED") as connection:
        current = _context(connection).get_current_revision()
    if current == latest():
        return
    if current is None:
        raise NotAWorkspace(
            "this is an encrypted database of another program, not a workspace", file=path
        )
    if current not in {script.revision for script in _scripts().walk_revisions()}:
        raise WorkspaceNewer(
            "the workspace was written by a newer Praya; open it with that version", file=path
        )
    copy(copy_path(path))
    with engine.connect() as connection:
        _migrate(connection)


def _migrate(connection: Connection) -> None:
    raw: Any = connection.connection.driver_connection
    # Rebuilding a table needs this, and it can only be switched outside a transaction.
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.begin():
            _run(connection)  # looks at the revision again: another process may have been faster
            broken = raw.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise Fault(f"the migration leaves {len(broken)} references to nothing")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")
