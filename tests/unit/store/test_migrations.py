"""Migrations: the tables are what the program says, a copy is made first, a failure leaves the old file."""

import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from crashing import make_next_revision, newer_program
from sqlalchemy import insert, inspect

from app.store import keyfile, migrate
from app.store.failures import WorkspaceNewer
from app.store.keyfile import Secret
from app.store.returns import find_returns
from app.store.tables import metadata, settings
from app.store.workspace import Workspace

FROZEN = Path(__file__).parents[2] / "data" / "workspace-0001.sql"


def test_the_migrations_make_exactly_the_tables_of_the_program(space: Workspace) -> None:
    with space.write() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []
        inspector = inspect(connection)
        for table in metadata.sorted_tables:  # what the comparison does not look at
            keys = inspector.get_pk_constraint(table.name)["constrained_columns"]
            assert keys == [column.name for column in table.primary_key]
            foreign = {
                (*key["constrained_columns"], key["referred_table"], *key["referred_columns"])
                for key in inspector.get_foreign_keys(table.name)
            }
            assert foreign == {
                (key.parent.name, key.column.table.name, key.column.name)
                for key in table.foreign_keys
            }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The migrations of a program one revision newer."""
    make_next_revision(tmp_path / "migrations")
    return tmp_path / "migrations"


def version(space: Workspace) -> str:
    with space.read() as connection:
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def test_a_file_of_the_first_revision_opens_today(tmp_path: Path, secret: Secret) -> None:
    path = tmp_path / "old.praya"
    old = sqlcipher.connect(str(path), isolation_level=None)
    old.execute(f'PRAGMA key="{secret.key}"')
    old.execute("PRAGMA journal_mode=WAL")
    old.executescript(FROZEN.read_text())
    old.close()
    space = Workspace.open(path, secret)
    assert version(space) == migrate.latest()
    assert space.fact("entity") == "Lantau Digital Exchange Limited"
    assert space.damage() == []
    with space.read() as connection:
        [old_return] = find_returns(connection)
    assert (old_return.period, old_return.follows_id) == ("2026-10", None)
    space.close()


def test_a_newer_program_upgrades_after_a_copy(
    space: Workspace, secret: Secret, folder: Path
) -> None:
    with space.write() as connection:
        connection.execute(insert(settings).values(name="kept", value="1"))
    left_open = Workspace.open(space.path, secret)  # its log is not yet in the file itself
    space.close()
    with newer_program(folder):
        new = Workspace.open(left_open.path, secret)
        assert version(new) == "9001"
        assert new.setting("kept") == "1"
        assert new.damage() == []
        new.close()
    left_open.close()
    with pytest.raises(WorkspaceNewer):  # and this program then refuses politely
        Workspace.open(space.path, secret)
    copy = Workspace.open(Path(f"{space.path}.before-9001"), secret)
    assert version(copy) == migrate.latest()
    assert copy.setting("kept") == "1"
    assert copy.identity == keyfile.identity_of(space.path)
    copy.close()


def test_a_migration_that_fails_leaves_the_old_file(
    space: Workspace, secret: Secret, folder: Path
) -> None:
    space.close()
    broken = folder / "versions" / "m9001_notes.py"
    broken.write_text(broken.read_text() + "    raise ArithmeticError\n")
    with newer_program(folder), pytest.raises(ArithmeticError):
        Workspace.open(space.path, secret)
    old = Workspace.open(space.path, secret)
    assert version(old) == migrate.latest()
    with old.read() as connection:
        assert not inspect(connection).has_table("notes")
    assert old.damage() == []
    old.close()


def test_a_migration_cannot_leave_references_to_nothing(
    space: Workspace, secret: Secret, folder: Path
) -> None:
    space.close()
    broken = folder / "versions" / "m9001_notes.py"
    broken.write_text(
        broken.read_text()
        + "    op.execute(\"INSERT INTO pack_files VALUES ('none', 'p', 's', x'00')\")\n"
    )
    with newer_program(folder), pytest.raises(Exception, match="references to nothing"):
        Workspace.open(space.path, secret)
    old = Workspace.open(space.path, secret)
    assert version(old) == migrate.latest()
    assert old.damage() == []
    old.close()


def test_a_migration_waits_for_a_writer(space: Workspace, secret: Secret, folder: Path) -> None:
    shutil.rmtree(folder / "versions" / "__pycache__", ignore_errors=True)
    with newer_program(folder):
        first = Workspace.open(space.path, secret)
        second = Workspace.open(space.path, secret)  # already new: nothing is done again
        assert version(first) == version(second) == "9001"
        first.close()
        second.close()
