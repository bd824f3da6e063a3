"""What a transaction promises, also when it is nested, refused, full or in two threads."""
# ruff: noqa: PT012  (what happens before the failure is the point)

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

import app.store.engine as engine
from app.errors import Fault
from app.store.failures import TextUnwritable, WorkspaceBusy, WorkspaceFull
from app.store.keyfile import Secret
from app.store.tables import blobs, settings
from app.store.workspace import Workspace


class Oops(Exception):
    """Something that goes wrong inside a transaction."""


def put(connection: Connection, name: str) -> None:
    connection.execute(insert(settings).values(name=name, value="v"))


def names(space: Workspace) -> set[str]:
    with space.read() as connection:
        return set(connection.execute(select(settings.c.name)).scalars())


@pytest.fixture
def other(space: Workspace, secret: Secret, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """Another process at the same file, which does not wait long."""
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    opened = Workspace.open(space.path, secret)
    yield opened
    opened.close()


def test_a_failed_write_leaves_nothing(space: Workspace) -> None:
    with pytest.raises(Oops), space.write() as connection:
        put(connection, "a")
        raise Oops
    assert names(space) == set()


def test_an_inner_write_that_fails_takes_back_only_itself(space: Workspace) -> None:
    with space.write() as connection:
        put(connection, "before")
        with suppress(Oops), space.write() as inner:
            put(inner, "half")
            raise Oops
        put(connection, "after")
    assert names(space) == {"before", "after"}


def test_an_outer_write_that_fails_takes_the_inner_along(space: Workspace) -> None:
    with pytest.raises(Oops), space.write():
        with space.write() as inner:
            put(inner, "inner")
        raise Oops
    assert names(space) == set()


def test_a_refused_statement_leaves_the_rest(space: Workspace) -> None:
    with space.write() as connection:
        put(connection, "a")
        with pytest.raises(IntegrityError), space.write() as inner:
            put(inner, "b")
            put(inner, "a")
    assert names(space) == {"a"}


def test_a_rehearsal_shows_its_outcome_and_leaves_nothing(space: Workspace) -> None:
    with space.rehearse() as connection:
        put(connection, "tried")
        assert names(space) == {"tried"}
    assert names(space) == set()
    with space.write() as connection:
        put(connection, "kept")
        with space.rehearse() as inner:
            put(inner, "tried")
    assert names(space) == {"kept"}
    with pytest.raises(Oops), space.rehearse():
        raise Oops


def test_reading_does_not_lock_another_process_out(space: Workspace, other: Workspace) -> None:
    with space.read() as connection:
        assert connection.execute(select(settings.c.name)).all() == []
        with other.write() as theirs:
            put(theirs, "theirs")
        assert connection.execute(select(settings.c.name)).all() == []  # one unchanging view
    assert names(space) == {"theirs"}


def test_writing_does_not_lock_a_reader_out(space: Workspace, other: Workspace) -> None:
    with space.write() as connection:
        put(connection, "mine")
        assert names(other) == set()
    assert names(other) == {"mine"}


def test_two_writers_cannot_be_at_it_at_once(space: Workspace, other: Workspace) -> None:
    with space.write() as connection:
        put(connection, "mine")
        with pytest.raises(WorkspaceBusy) as caught, other.write():
            pytest.fail("both hold the lock")
    assert caught.value.file == str(other.path)
    with other.write() as theirs:
        put(theirs, "theirs")
    assert names(space) == {"mine", "theirs"}


def test_a_read_cannot_write(space: Workspace) -> None:
    with space.read(), pytest.raises(Fault), space.write():
        pytest.fail("a write began inside a read")
    with pytest.raises(Exception, match=r"not be written|readonly"), space.read() as connection:
        put(connection, "stray")
    with space.write() as connection:
        put(connection, "after")
    assert names(space) == {"after"}


def test_a_full_disk_changes_nothing(space: Workspace) -> None:
    with space.write() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count={pages + 5}")
    with pytest.raises(WorkspaceFull), space.write() as connection:
        put(connection, "a")
        fill_up(connection)
    assert names(space) == set()


def test_what_follows_a_full_disk_is_not_kept_either(space: Workspace) -> None:
    with space.write() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count={pages + 5}")
    with pytest.raises(WorkspaceFull), space.write() as connection:
        put(connection, "before")
        with suppress(Exception), space.write() as inner:
            fill_up(inner)
        put(connection, "after")
    assert names(space) == set()


def fill_up(connection: Connection) -> None:
    connection.execute(
        insert(blobs).values(sha256="x", name="n", media="m", at="t", body=b"\xa5" * 400_000)
    )


def test_threads_wait_for_each_other(space: Workspace) -> None:
    started, seen = threading.Event(), []

    def work() -> None:
        started.set()
        with space.write() as connection:
            seen.append(len(connection.execute(select(settings.c.name)).all()))
            put(connection, "theirs")

    thread = threading.Thread(target=work)
    with space.write() as connection:
        thread.start()
        started.wait()
        put(connection, "mine")
    thread.join()
    assert seen == [1]
    assert names(space) == {"mine", "theirs"}


def test_a_closed_workspace_stays_closed(space: Workspace) -> None:
    space.close()
    with pytest.raises(Fault), space.read():
        pytest.fail("it opened again")


def test_a_copy_cannot_be_made_inside_a_transaction(space: Workspace, tmp_path: Path) -> None:
    with space.write() as connection:
        put(connection, "a")
        with pytest.raises(Fault):
            space.copy(tmp_path / "copy.praya")
    assert names(space) == {"a"}


def test_a_broken_character_is_refused_in_words(space: Workspace) -> None:
    with pytest.raises(TextUnwritable), space.write() as connection:
        put(connection, "before")
        put(connection, "\udcff")
    assert names(space) == set()
