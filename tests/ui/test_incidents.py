"""Incidents: begun, followed and found again in the window, by mouse and keys."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from event_pack import event_files
from ledger_pack import SECRET
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from test_window import nameless
from ui_driver import open_window, rest

from app.domain.clock import now
from app.domain.obligation import HONG_KONG
from app.domain.states import State
from app.services import drafts
from app.services.desk import Desk
from app.services.firm import set_firm
from app.services.packs import add_pack
from app.services.returns import list_returns, new_return
from app.store import returns as store
from app.store.workspace import Workspace
from app.ui.main_window import MainWindow
from app.ui.pages.home import HomePage
from app.ui.pages.home_cards import ClockCard, RemindersCard
from app.ui.pages.incidents import IncidentsPage
from app.ui.pages.new_return import NewReturnDialog
from app.ui.words import span_words

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A workspace whose only pack is one of reports that answer an event."""
    facts = {"entity": "Lantau Digital Exchange Limited", "ce": "ZZL001"}
    result = Desk(Workspace.create(tmp_path / "events.praya", SECRET, facts), "mei")
    add_pack(result, event_files())
    yield result
    result.workspace.close()


@pytest.fixture
def frame(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    result = open_window(desk, qtbot)
    yield result
    result.close()


def incidents(frame: MainWindow, qtbot: QtBot) -> IncidentsPage:
    frame.show_page("incidents")
    rest(frame, qtbot)
    page = frame.pages["incidents"]
    assert isinstance(page, IncidentsPage)
    return page


def dialog(frame: MainWindow, qtbot: QtBot) -> NewReturnDialog:
    rest(frame, qtbot)
    assert frame.dialog is not None
    return frame.dialog


def sealed(desk: Desk, return_id: str) -> None:
    with desk.workspace.write() as connection:
        store.set_state(connection, return_id, State.SIGNED)


def test_the_empty_page_begins_the_first_incident(
    frame: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    page = incidents(frame, qtbot)
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.button, Left)
    asked = dialog(frame, qtbot)
    assert asked.types.currentData() == "EVENT"
    assert [asked.follows.itemData(n) for n in range(asked.follows.count())] == [""]
    qtbot.keyClick(asked.create_button, Qt.Key.Key_Space)
    rest(frame, qtbot)
    (record,) = list_returns(desk)
    assert frame.return_page is not None
    assert frame.return_page.return_id == record.id
    assert frame.navigation.buttons["incidents"].accessibleName() == "Incidents 1"
    page = incidents(frame, qtbot)
    assert not page.empty.isVisible()
    (card,) = page.cards.values()
    assert not card.next_button.isEnabled()
    assert card.next_button.toolTip()
    assert nameless(frame) == []


def test_the_next_report_follows_a_signed_one(frame: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    first = new_return(desk, "EVENT", "2026-10")
    drafts.set_value(desk, first.id, "Ids/Title", "Hot wallet above its limit")
    sealed(desk, first.id)
    page = incidents(frame, qtbot)
    card = page.cards["EVENT-2026-10-01"]
    qtbot.mouseClick(card.next_button, Left)
    asked = dialog(frame, qtbot)
    assert asked.follows.currentData() == first.id
    assert "Hot wallet above its limit" in asked.follows.currentText()
    assert "carried over" in asked.preview.text()
    asked.periods.setCurrentIndex(asked.periods.findData("2026-11"))
    rest(frame, qtbot)
    qtbot.mouseClick(asked.create_button, Left)
    rest(frame, qtbot)
    second = next(item for item in list_returns(desk) if item.id != first.id)
    assert (second.follows_id, second.period) == (first.id, "2026-11")
    page = incidents(frame, qtbot)
    card = page.cards["EVENT-2026-10-01"]
    assert len(card.report_buttons) == 2
    qtbot.keyClick(card.report_buttons[0], Qt.Key.Key_Space)
    rest(frame, qtbot)
    assert frame.return_page is not None
    assert frame.return_page.return_id == first.id


def test_a_type_for_periods_asks_for_no_incident(window: MainWindow, qtbot: QtBot) -> None:
    window.new_return("LEDGER")
    asked = dialog(window, qtbot)
    assert not asked.follows.isVisible()
    asked.reject()
    page = window.pages["incidents"]
    assert isinstance(page, IncidentsPage)
    window.show_page("incidents")
    rest(window, qtbot)
    assert not page.new.isVisible()
    qtbot.mouseClick(page.empty.button, Left)
    assert window.stack.currentWidget() is window.pages["packs"]


def test_the_page_speaks_chinese(frame: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    new_return(desk, "EVENT", "2026-10")
    page = incidents(frame, qtbot)
    frame.look.set_language("zh-Hant")
    rest(frame, qtbot)
    (card,) = page.cards.values()
    assert card.open_button.text() == "開啟報告"
    assert page.heading.text() == "事故"
    frame.look.set_language("en")


OBLIGATIONS = b"""[[obligation]]
id = "four-hours"
kind = "alert"
from = "Times/Detection"
hours = 4
citation = "Paper 9"
certainty = "HOUSE"
effective_from = 2000-01-01
title = { en = "Tell the board", zh-Hant = "\xe9\x80\x9a\xe7\x9f\xa5\xe8\x91\xa3\xe4\xba\x8b\xe6\x9c\x83" }
"""


def test_a_running_clock_stands_on_both_pages(tmp_path: Path, qtbot: QtBot) -> None:
    facts = {"entity": "Lantau Digital Exchange Limited", "ce": "ZZL001"}
    desk = Desk(Workspace.create(tmp_path / "clocks.praya", SECRET, facts), "mei")
    add_pack(desk, event_files(obligations=OBLIGATIONS))
    record = new_return(desk, "EVENT", "2026-10")
    hours_ago = now().astimezone(HONG_KONG) - timedelta(hours=1, seconds=30)
    drafts.set_value(desk, record.id, "Times/Detection", hours_ago.isoformat(timespec="seconds"))
    frame = open_window(desk, qtbot)
    rest(frame, qtbot)
    home = frame.pages["home"]
    assert isinstance(home, HomePage)
    card = home.clocks.itemAt(0).widget()
    assert isinstance(card, ClockCard)
    assert card.lines[0].left.text() == "2 h 59 min left"
    assert "Tell the board" in card.lines[0].what.text()
    assert "house rule, not law" in card.lines[0].sure.text()
    assert home.timer.isActive()
    assert nameless(frame) == []
    page = incidents(frame, qtbot)
    assert not home.timer.isActive()
    (line,) = page.cards["EVENT-2026-10-01"].clocks
    assert line.left.text() == "2 h 59 min left"
    drafts.set_value(desk, record.id, "Times/Detection", "2026-01-01T00:00:00+08:00")
    page.cards["EVENT-2026-10-01"].open_button.setFocus()
    page.timer.timeout.emit()
    rest(frame, qtbot)
    card2 = page.cards["EVENT-2026-10-01"]
    assert card2.clocks[0].left.text().startswith("overdue by ")
    assert card2.isAncestorOf(frame.focusWidget())
    frame.show_page("home")
    rest(frame, qtbot)
    card = home.clocks.itemAt(0).widget()
    assert isinstance(card, ClockCard)
    qtbot.keyClick(card.button, Qt.Key.Key_Space)
    rest(frame, qtbot)
    assert frame.return_page is not None
    assert frame.return_page.return_id == record.id
    frame.close()
    desk.workspace.close()


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=59), "0 min"),
        (timedelta(minutes=12, seconds=59), "12 min"),
        (timedelta(hours=4), "4 h 0 min"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=2, hours=3, minutes=59), "2 days 3 h"),
    ],
)
def test_what_is_left_is_rounded_down(span: timedelta, words: str) -> None:
    assert span_words(span) == words


def test_every_deadline_goes_into_a_calendar_file(
    frame: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    set_firm(desk, "financial_year_end", "12-31")
    home = frame.pages["home"]
    assert isinstance(home, HomePage)
    home.reload()
    rest(frame, qtbot)
    card = home.reminders.itemAt(0).widget()
    assert isinstance(card, RemindersCard)
    words = [item.text() for item in card.findChildren(QLabel)]
    assert any("law, text found" in text for text in words)
    qtbot.mouseClick(home.calendar, Left)
    asked = home.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "due.ics"))
    asked.reject()
    rest(frame, qtbot)
    body = (tmp_path / "due.ics").read_bytes()
    assert body.startswith(b"BEGIN:VCALENDAR")
    entries = body.count(b"BEGIN:VEVENT")
    assert home.notice.message.text() == f"{entries} deadlines are written to due.ics."


class Strays(QObject):
    """Watches for parts of a page that appear as windows of their own and take the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and not isinstance(watched, QMainWindow):
            self.found.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_flashes_as_a_window(
    frame: MainWindow, desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    record = new_return(desk, "EVENT", "2026-10")
    strays = Strays()
    qapp.installEventFilter(strays)
    frame.open_return(record.id)
    rest(frame, qtbot)
    for page in frame.pages:
        frame.show_page(page)
        rest(frame, qtbot)
    qapp.removeEventFilter(strays)
    assert strays.found == []
    assert frame.isActiveWindow()
