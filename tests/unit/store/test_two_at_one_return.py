"""Two programs at one return, the window and a command: no step of either is lost."""

import subprocess
import sys
from pathlib import Path

from ledger_pack import SECRET, ledger_desk

from app.services import drafts, history, returns
from app.services.desk import Desk
from app.store.rows import Rows
from app.store.workspace import Workspace

TESTS = Path(__file__).parents[2]
COUNT = 25

_WORK = """
import sys
sys.path[:0] = [sys.argv[3], sys.argv[4]]
from pathlib import Path
from ledger_pack import SECRET
from app.services import drafts, returns
from app.services.desk import Desk
from app.store.workspace import Workspace
desk = Desk(Workspace.open(Path(sys.argv[1]), SECRET), sys.argv[2])
(record,) = returns.list_returns(desk)
for _ in range(25):
    drafts.add_row(desk, record.id, "Book")
"""


def test_steps_of_two_programs_stand_one_after_the_other(tmp_path: Path) -> None:
    desk = ledger_desk(tmp_path / "a.praya")
    record = returns.new_return(desk, "LEDGER", "2026-10")
    command = [sys.executable, "-c", _WORK, str(desk.workspace.path)]
    folders = [str(TESTS), str(TESTS.parent)]
    workers = [subprocess.Popen([*command, seat, *folders]) for seat in ("mei", "boss")]
    assert [worker.wait() for worker in workers] == [0, 0]
    with desk.workspace.read() as connection:
        now = returns.get_return(desk, record.id)
        rows = Rows(connection, record.id, now.head)
        assert now.head == now.steps == 2 * COUNT
        assert rows.count(rows.root().id, "Book") == 2 * COUNT
    assert history.verify(desk).valid
    desk.workspace.close()


def test_a_step_is_made_on_what_the_other_has_just_saved(tmp_path: Path) -> None:
    one = ledger_desk(tmp_path / "a.praya")
    record = returns.new_return(one, "LEDGER", "2026-10")
    two = Desk(Workspace.open(one.workspace.path, SECRET), "boss")
    drafts.set_value(one, record.id, "Head/Name", "one")
    drafts.set_value(two, record.id, "Head/Total", "2")
    drafts.undo(one, record.id)
    drafts.set_value(two, record.id, "Head/Total", "3")
    with one.workspace.read() as connection:
        now = returns.get_return(one, record.id)
        rows = Rows(connection, record.id, now.head)
        (head,) = rows.children(rows.root().id, "Head")
        assert (head.values, now.head) == (("one", "3"), 2)
    one.workspace.close()
    two.workspace.close()
