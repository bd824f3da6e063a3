"""A verdict that is taken up again is the one that a fresh check would give, whatever was done between."""

import atexit
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from related_pack import add_related, filled, rule_text

from app.domain.finding import Verdict
from app.errors import UserError
from app.services import checks, drafts, explanations, firm, returns, submission
from app.services.desk import Desk
from app.store.keyfile import Secret
from app.store.workspace import Workspace

SECRET = Secret("pass phrase", "passphrase")
SOFT = 'severity = "explain"'
RULES = "\n".join(
    [
        rule_text("M-001", 'o = "O"', 'scope = "Rows/Row"', 'left = "Qty"',
                  'right = "sum($o/Rows/Row[Asset = $a]/Qty)"', "[rule.let]", 'a = "Asset"'),
        rule_text("M-002", 'o = "O"', 'left = "count(Rows/Row)"',
                  'right = "count($o/Rows/Row)"').replace('severity = "blocking"', SOFT),
    ]
)  # fmt: skip
ASSETS, QUANTITIES = st.sampled_from(["BTC", "ETH", ""]), st.sampled_from(["1", "2", "x", None])
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("cell"), st.booleans(), st.integers(1, 2), ASSETS, QUANTITIES),
        st.tuples(st.sampled_from(["undo", "redo", "add"]), st.booleans()),
        st.tuples(st.sampled_from(["explain", "review", "back", "check", "firm", "void"])),
    ),
    min_size=1,
    max_size=14,
)


@cache
def _begun() -> tuple[Path, str, str]:
    """The folder of a workspace with both returns, and their ids; made once."""
    folder = Path(tempfile.mkdtemp(prefix="praya-verdicts-"))
    workspace = Workspace.create(folder / "w.praya", SECRET, {"ce": "ZZL001"})
    desk = Desk(workspace, "mei")
    add_related(desk, "O", "")
    add_related(desk, "M", RULES)
    other = filled(desk, "O", "2026-10", BTC="1", ETH="2")
    mine = filled(desk, "M", "2026-10", BTC="1", ETH="2")
    workspace.close()
    atexit.register(shutil.rmtree, folder)
    return folder, other, mine


class World:
    """Two returns, of which the first is looked at from the second."""

    def __init__(self, folder: Path) -> None:
        begun, self.other, self.mine = _begun()
        shutil.copytree(begun, folder, dirs_exist_ok=True)
        self.desk = Desk(Workspace.open(folder / "w.praya", SECRET), "mei")

    def do(self, kind: str, *how: Any) -> None:
        """One act; what cannot be done now is left."""
        with suppress(UserError):
            getattr(self, kind)(*how)

    def cell(self, mine: bool, place: int, asset: str, quantity: str | None) -> None:
        number = self.mine if mine else self.other
        drafts.set_value(self.desk, number, f"Rows/Row[{place}]/Asset", asset or None)
        drafts.set_value(self.desk, number, f"Rows/Row[{place}]/Qty", quantity)

    def undo(self, mine: bool) -> None:
        drafts.undo(self.desk, self.mine if mine else self.other)

    def redo(self, mine: bool) -> None:
        drafts.redo(self.desk, self.mine if mine else self.other)

    def add(self, mine: bool) -> None:
        drafts.add_row(self.desk, self.mine if mine else self.other, "Rows/Row")

    def explain(self) -> None:
        explanations.explain(self.desk, self.mine, "M-002", None, "one asset has no second row")

    def review(self) -> None:
        submission.send_for_review(self.desk, self.mine)

    def back(self) -> None:
        submission.send_back(self.desk, self.mine, "look again")

    def check(self) -> None:
        checks.check_return(self.desk, self.mine)

    def firm(self) -> None:
        firm.set_firm(self.desk, "explanation_growth", "30")

    def void(self) -> None:
        submission.void(self.desk, self.other, "begun by mistake")
        self.other = returns.new_return(self.desk, "O", "2026-10").id


def fresh(desk: Desk, number: str) -> Verdict:
    """The verdict of a check to which no other is known."""
    with desk.workspace.write() as connection:
        connection.exec_driver_sql("DELETE FROM verdicts")
    return checks.check_return(desk, number)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_a_verdict_that_was_kept_is_that_of_a_fresh_check(acts: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        for act in acts:
            checks.check_return(world.desk, world.mine)
            world.do(*act)
            taken = checks.check_return(world.desk, world.mine)
            again = checks.check_return(world.desk, world.mine)
            assert taken == again == fresh(world.desk, world.mine), act
        world.desk.workspace.close()


def test_a_check_without_news_is_not_made_again(tmp_path: Path, monkeypatch: Any) -> None:
    world = World(tmp_path)
    first = checks.check_return(world.desk, world.mine)
    assert first.valid
    asked: list[str] = []
    monkeypatch.setattr(checks, "problems_of", lambda *_, **__: asked.append("again") or [])
    world.review()
    assert checks.check_return(world.desk, world.mine) == first
    assert not asked
    drafts.set_value(world.desk, world.other, "Rows/Row[1]/Qty", "7")
    assert [item.code for item in checks.check_return(world.desk, world.mine).findings] == ["M-001"]
    assert asked == ["again"]
    world.desk.workspace.close()


def test_another_day_or_another_program_checks_again(tmp_path: Path, monkeypatch: Any) -> None:
    world = World(tmp_path)
    checks.check_return(world.desk, world.mine)
    asked: list[str] = []
    monkeypatch.setattr(checks, "problems_of", lambda *_, **__: asked.append("again") or [])
    monkeypatch.setattr("app.services.verdicts.program_version", lambda: "99.0")
    checks.check_return(world.desk, world.mine)
    assert len(asked) == 1
    with (
        world.desk.workspace.write() as connection
    ):  # content that changed behind the history's back
        connection.exec_driver_sql(
            "UPDATE rows SET vals = '[\"BTC\",\"3\"]' WHERE return_id = ? AND node = 'Rows/Row'"
            ' AND vals = \'["BTC","1"]\'',
            (world.mine,),
        )
    checks.check_return(world.desk, world.mine)
    assert len(asked) == 2
    world.desk.workspace.close()
