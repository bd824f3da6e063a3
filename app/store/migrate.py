"""Migrations: Alembic in one transaction, after a copy of the file; a newer file is refused."""

import shutil
from functools import cache
from pathlib import Path

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from app.errors import UserError

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


class WorkspaceNewer(UserError):
    """The file was written by a newer Praya."""

    code = "workspace-newer"


@cache
def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


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


def upgrade(engine: Engine, path: Path) -> None:
    """Bring a file to the newest revision; its copy lies beside it as `….before-REVISION`."""
    with engine.connect() as connection:
        current = _context(connection).get_current_revision()
    if current == latest():
        return
    known = {script.revision for script in _scripts().walk_revisions()}
    if current not in known:
        raise WorkspaceNewer(
            "the workspace was written by a newer Praya; open it with that version", file=path
        )
    shutil.copyfile(path, path.with_name(f"{path.name}.before-{latest()}"))
    with engine.begin() as connection:
        _run(connection)
