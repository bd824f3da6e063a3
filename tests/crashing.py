"""Work that is killed with SIGKILL at a random moment, and what must hold when the file is opened again.

A scenario works in a loop in a process of its own and tells what it has committed; the test kills it,
opens the workspace and looks: nothing that was told is lost, nothing is half done, the history holds.
"""

import contextlib
import hashlib
import multiprocessing
import random
import shutil
import time
from collections.abc import Callable, Iterator
from itertools import count
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from ledger_pack import SECRET, ledger_desk
from sqlalchemy import select

from app.domain.clock import now
from app.domain.states import State
from app.domain.tree import Row
from app.services import checks, drafts, imports, returns, review, submission, templates
from app.services.desk import Desk
from app.signing.authority import make_demo_signer
from app.signing.keys import load_p12
from app.store import history, migrate
from app.store.rows import ORDER_STEP, Rows
from app.store.submissions import last_submission
from app.store.tables import blobs, submissions
from app.store.workspace import Workspace

Tell = Callable[[int], None]


class Scenario:
    """What is done over and over until it is killed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "a.praya"

    def prepare(self) -> None:
        """Make what the work needs, once."""
        ledger_desk(self.path).workspace.close()

    def work(self, tell: Tell) -> None:
        """Work for ever; `tell` a number after each commit."""
        raise NotImplementedError

    def check(self, told: int) -> None:
        """After the kill: `told` is the last number that was told, 0 for none."""
        desk = self.desk()
        assert desk.workspace.damage() == []
        with desk.workspace.read() as connection:
            assert history.first_break(connection) is None
        self.look(desk, told)
        desk.workspace.close()

    def look(self, desk: Desk, told: int) -> None:
        """The scenario's own promises."""

    def desk(self, seat: str = "mei") -> Desk:
        return Desk(Workspace.open(self.path, SECRET), seat)


class Save(Scenario):
    """Values typed into a field, one after the other."""

    def prepare(self) -> None:
        desk = ledger_desk(self.path)
        returns.new_return(desk, "LEDGER", "2026-10")
        desk.workspace.close()

    def work(self, tell: Tell) -> None:
        desk = self.desk()
        record = returns.list_returns(desk)[0]
        for number in count(record.head + 1):
            drafts.set_value(desk, record.id, "Head/Name", str(number))
            tell(number)

    def look(self, desk: Desk, told: int) -> None:
        record = returns.list_returns(desk)[0]
        assert record.head == record.steps
        assert record.head >= told
        with desk.workspace.read() as connection:
            values = [e for e in history.entries(connection, record.id) if e.action == "value"]
            rows = Rows(connection, record.id, record.head)
            name = next(rows.children(rows.root().id, "Head")).values[0]
            for step in (record.head // 2, record.head):
                past = Rows(connection, record.id, step)
                assert next(past.children(past.root().id, "Head")).values[0] == (
                    str(step) if step else None
                )
        assert len(values) == record.head
        assert name == (str(record.head) if record.head else None)


class Import(Scenario):
    """Two workbooks imported in turn, each a step of a thousand rows and a kept file."""

    SIZES = (900, 400)

    def prepare(self) -> None:
        desk = ledger_desk(self.path)
        for month, size in enumerate(self.SIZES, 8):
            record = returns.new_return(desk, "LEDGER", f"2026-{month:02}")
            fill(desk, record.id, size)
            templates.write_template(desk, "LEDGER", self.book(size), return_id=record.id)
        returns.new_return(desk, "LEDGER", "2026-11")
        desk.workspace.close()

    def book(self, size: int) -> Path:
        return self.folder / f"{size}.xlsx"

    def work(self, tell: Tell) -> None:
        desk = self.desk()
        record = returns.list_returns(desk)[0]
        for number in count(record.head + 1):
            done = imports.import_file(desk, record.id, self.book(self.SIZES[number % 2]))
            assert done.applied, done.findings
            tell(number)

    def look(self, desk: Desk, told: int) -> None:
        record = returns.list_returns(desk)[0]
        assert record.head == record.steps
        assert record.head >= told
        size = self.SIZES[record.head % 2] if record.head else 0
        with desk.workspace.read() as connection:
            rows = Rows(connection, record.id, record.head)
            assert len(list(rows.children(rows.root().id, "Book"))) == size
            assert len(list(rows.all_of("Book/Line"))) == size
            done = [e for e in history.entries(connection, record.id) if e.action == "imported"]
            kept = set(connection.execute(select(blobs.c.sha256)).scalars())
        assert len(done) == record.head
        names = (
            {self.book(s) for s in self.SIZES[: min(2, record.head)][::-1]}
            if record.head
            else set()
        )
        if record.head == 1:
            names = {self.book(self.SIZES[1])}
        assert {hashlib.sha256(name.read_bytes()).hexdigest() for name in names} <= kept


class Sign(Scenario):
    """Returns made, filled, approved and signed."""

    def prepare(self) -> None:
        super().prepare()
        (self.folder / "key.p12").write_bytes(
            make_demo_signer("Lantau", "Chan", "pw", at=now()).p12
        )

    def work(self, tell: Tell) -> None:
        desk, boss = self.desk(), None
        boss = Desk(desk.workspace, "boss")
        moment = now()
        p12 = self.folder / "key.p12"
        key = load_p12(p12.read_bytes(), "pw", file=p12, at=moment)
        signed = sum(r.state is State.SIGNED for r in returns.list_returns(desk))
        begun = len(returns.list_returns(desk)) - signed
        for number in count(signed + 1):
            month = number + begun  # a return that the last kill left half-way keeps its period
            record = returns.new_return(desk, "LEDGER", f"{2000 + month // 12}-{month % 12 + 1:02}")
            drafts.set_value(desk, record.id, "Head/Name", "x")
            drafts.set_value(desk, record.id, "Head/Total", "1")
            assert checks.check_return(desk, record.id).valid
            review.send_for_review(desk, record.id)
            review.approve(boss, record.id)
            submission.sign(boss, record.id, key, moment)
            tell(number)

    def look(self, desk: Desk, told: int) -> None:
        every = returns.list_returns(desk)
        signed = [record for record in every if record.state is State.SIGNED]
        assert len(signed) >= told
        with desk.workspace.read() as connection:
            for record in signed:
                kept = last_submission(connection, record.id)
                assert kept is not None
                body = connection.execute(
                    select(blobs.c.body).where(blobs.c.sha256 == kept.blob)
                ).scalar_one()
                assert hashlib.sha256(body).hexdigest() == kept.blob
            assert len(connection.execute(select(submissions.c.id)).all()) == len(signed)
            done = [e.return_id for e in history.entries(connection) if e.action == "signed"]
        assert sorted(map(str, done)) == sorted(record.id for record in signed)


class Create(Scenario):
    """Workspaces made, each with a pack and the beginning of its history."""

    def prepare(self) -> None:
        """Nothing is there yet."""

    def work(self, tell: Tell) -> None:
        for number in count(self.made() + 1):
            self.make(self.file(number))
            tell(number)

    def make(self, path: Path) -> None:
        def fill_it(workspace: Workspace) -> None:
            with workspace.write() as connection:
                history.append(connection, seat="mei", action="workspace-created")

        facts = {"entity": "X", "ce": "ZZL001"}
        Workspace.create(path, SECRET, facts, fill_it).close()

    def file(self, number: int) -> Path:
        return self.folder / f"{number}.praya"

    def made(self) -> int:
        return next(n for n in count() if not self.file(n + 1).exists())

    def check(self, told: int) -> None:
        assert self.made() >= told
        for number in range(max(1, told), self.made() + 1):
            workspace = Workspace.open(self.file(number), SECRET)
            assert workspace.damage() == []
            with workspace.read() as connection:
                assert history.head(connection)[0] == 1
            workspace.close()


class Migrate(Scenario):
    """Files of the revision before brought to the newest one."""

    def prepare(self) -> None:
        desk = ledger_desk(self.path)
        returns.new_return(desk, "LEDGER", "2026-10")
        fill(desk, returns.list_returns(desk)[0].id, 300)
        desk.workspace.close()
        make_next_revision(self.folder / "migrations")

    def work(self, tell: Tell) -> None:
        migrate.MIGRATIONS = self.folder / "migrations"
        for number in count(self.begun() + 1):
            shutil.copyfile(self.path, self.file(number).with_suffix(".tmp"))
            self.file(number).with_suffix(".tmp").rename(self.file(number))
            Workspace.open(self.file(number), SECRET).close()
            tell(number)

    def file(self, number: int) -> Path:
        return self.folder / f"{number}.praya"

    def begun(self) -> int:
        return next(n for n in count() if not self.file(n + 1).exists())

    def check(self, told: int) -> None:
        last = self.begun()
        assert last >= told
        for number in {told, last} - {0}:
            copy = self.file(number).with_name(f"{number}.praya.before-9001")
            if copy.exists():  # whole, and still of the revision before
                self.open_and_look(copy, migrate.latest())
            elif number <= told:
                raise AssertionError("migrated without a copy")
            with newer_program(self.folder / "migrations"):  # old or new: it opens, and is then new
                self.open_and_look(self.file(number), "9001")

    def open_and_look(self, path: Path, revision: str) -> None:
        workspace = Workspace.open(path, SECRET)
        assert workspace.damage() == []
        with workspace.read() as connection:
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
            assert found == revision
            assert history.first_break(connection) is None
            tables = connection.exec_driver_sql("SELECT count(*) FROM rows").scalar()
            assert tables == 902
            if revision == "9001":
                notes = connection.exec_driver_sql("SELECT count(*) FROM notes").scalar()
                assert notes == tables
        workspace.close()


def fill(desk: Desk, return_id: str, size: int) -> None:
    """Many rows as one step."""
    with drafts.editing(desk, return_id, "fill") as edit:
        root = edit.rows.root()
        first = edit.rows.new_ids(3 * size)
        for number in range(size):
            book = first + 3 * number
            edit.rows.insert(
                [
                    Row(book, root.id, "Book", (number + 1) * ORDER_STEP, (f"Book {number}",)),
                    Row(book + 1, book, "Book/Line", ORDER_STEP, (f"{number}.5", "n")),
                    Row(book + 2, book, "Book/Close", 3 * ORDER_STEP, ("mei",)),
                ]
            )


def make_next_revision(folder: Path) -> None:
    """The shipped migrations and one more, which rebuilds a table and fills a new one."""
    shutil.copytree(migrate.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "m9001_notes.py").write_text(_NEXT.format(latest=migrate.latest()))


_NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{latest}"


def upgrade():
    op.create_table("notes", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("vals", sa.Text()))
    op.execute("INSERT INTO notes SELECT version, vals FROM rows")
    with op.batch_alter_table("rows") as batch:
        batch.add_column(sa.Column("mark", sa.Text(), nullable=False, server_default=""))
        batch.alter_column("node", new_column_name="path")
"""


@contextlib.contextmanager
def newer_program(folder: Path) -> Iterator[None]:
    """Work as the program of that newer revision."""
    before = migrate.MIGRATIONS
    migrate.MIGRATIONS = folder
    try:
        yield
    finally:
        migrate.MIGRATIONS = before


SCENARIOS: dict[str, type[Scenario]] = {
    "save": Save,
    "import": Import,
    "sign": Sign,
    "create": Create,
    "migrate": Migrate,
}


def _run(name: str, folder: Path, pipe: Pipe) -> None:
    scenario = SCENARIOS[name](folder)
    pipe.send(0)
    scenario.work(pipe.send)


def kill_once(name: str, scenario: Scenario, chance: random.Random, longest: float = 0.5) -> int:
    """Let the scenario work, kill it within `longest` seconds, check; returns what it had told."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["crashing"])
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(name, scenario.folder, theirs))
    process.start()
    theirs.close()
    assert ours.recv() == 0
    time.sleep(chance.uniform(0, longest))
    assert process.is_alive(), "the work ended by itself"
    process.kill()
    process.join()
    told = 0
    with contextlib.suppress(EOFError):
        while True:
            told = ours.recv()
    ours.close()
    scenario.check(told)
    return told
