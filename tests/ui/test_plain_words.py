"""Words of the window for what the layers below keep as codes, in its language."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.services.clocks import Clock
from app.ui.look import Look
from app.ui.pages.history import detail_words
from app.ui.widgets.clockline import left_words
from app.ui.words import citation_words, unit_word, until_words


@pytest.fixture
def chinese(qtbot: QtBot) -> Iterator[None]:
    look = Look()
    look.set_language("zh-Hant")
    yield
    look.set_language("en")


def test_units_sources_and_history_speak_chinese(chinese: None) -> None:
    assert unit_word("account currency") == "帳戶貨幣"
    assert unit_word("HKD") == "HKD"
    assert unit_word(None) == ""
    assert (
        citation_words("House format; ISO 4217 for decimals") == "自訂格式; ISO 4217 for decimals"
    )
    said = detail_words({"before": "approved", "after": "signed", "step": 2, "unexplained": 0})
    assert said == "已批核 → 已簽署（未遞交） · 步驟 2 · 未解釋 0"


def _clock(*, exact: bool, due: datetime, now: datetime) -> Clock:
    return Clock(
        "filing",
        "filing",
        {"en": "File"},
        "r",
        "INC",
        "2026-10",
        due,
        due,
        exact,
        due - now,
        due < now,
        "",
        "HOUSE",
    )


def test_a_deadline_in_days_is_counted_in_days_by_head_and_clock(qtbot: QtBot) -> None:
    end = datetime(2026, 10, 21, tzinfo=UTC)  # the midnight that ends the 20th
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert left_words(_clock(exact=False, due=end, now=now)) == "34 days overdue"
    assert until_words(None, -34) == "34 days overdue"


def test_a_deadline_at_a_moment_is_counted_to_the_minute_by_both(qtbot: QtBot) -> None:
    due = datetime.now(UTC) - timedelta(days=2, hours=3, minutes=1)
    clock = left_words(_clock(exact=True, due=due, now=datetime.now(UTC)))
    assert until_words(due, -3) == clock == "overdue by 2 days 3 h"
