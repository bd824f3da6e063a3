"""What comes next for a return whose findings still need an explanation."""

from dataclasses import replace

from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.domain.states import State
from app.services.desk import Desk
from app.services.overview import overview
from app.services.returns import new_return
from app.ui.editor.words import origin_text
from app.ui.main_window import MainWindow
from app.ui.pages.ready_view import checklist
from app.ui.sentences import sentence
from app.ui.steps import next_step


def test_the_explanation_comes_before_the_review(window: MainWindow, ledger: Desk) -> None:
    seen = overview(ledger, new_return(ledger, "LEDGER", "2026-10").id)
    assert seen.to_explain == 0
    valid = replace(seen, record=replace(seen.record, state=State.VALIDATED, head=1))
    step = next_step(valid)
    assert step is not None
    assert step.name == "review"
    step = next_step(replace(valid, to_explain=2))
    assert step is not None
    assert (step.name, step.text) == ("explain", "Explain 2 findings")
    items = list(checklist(replace(valid, to_explain=2)))
    assert (items[1].link, items[1].act) == ("Explain", "explain")


def test_a_command_is_told_as_the_windows_own_way(window: MainWindow) -> None:
    said = sentence("2 findings need an explanation before review; give it with “praya explain”")
    assert said == (
        "2 findings need an explanation before review; type it in the last column of the findings"
        " below the form."
    )


def test_what_the_program_filled_in_is_the_programs(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    assert origin_text(None, None) == "Nobody has given this value."
    assert origin_text(None, "LEDGER") == "Set by the program when the return was made."
    window.look.set_language("zh-Hant")
    rest(window, qtbot)
    assert origin_text(None, "LEDGER") == "程式在開立申報表時填入。"
