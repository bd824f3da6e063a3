"""The page of schema packs: schemas alone, what can be taken for what, dates, versions and drafts."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.domain.pack import Pack
from app.services import drafts, returns
from app.services.obligations import hong_kong_today
from app.services.packfreshness import look
from app.services.packs import add_pack, open_pack
from app.ui.main_window import MainWindow
from app.ui.pages.pack_adding import RootDialog
from app.ui.pages.pack_difference import CompareDialog, DifferenceDialog
from app.ui.pages.packs import PacksPage, stale_words
from tests.ui.ui_driver import rest
from tests.unit.packs.small_pack import FILES, MANIFEST, sealed

XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:two:1">
<xs:element name="First" type="xs:string"/><xs:element name="Second" type="xs:string"/>
</xs:schema>"""


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> PacksPage:
    found = window.pages["packs"]
    assert isinstance(found, PacksPage)
    window.show_page("packs")
    rest(window, qtbot)
    return found


def dialog(page: PacksPage, kind: type[QDialog]) -> QDialog:
    return next(item for item in page.findChildren(kind) if item.isVisible())


def test_a_schema_with_two_roots_asks_which(
    window: MainWindow, page: PacksPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "two.xsd").write_text(XSD, encoding="utf-8")
    page.add_from(tmp_path / "two.xsd")
    rest(window, qtbot)
    asked = dialog(page, RootDialog)
    assert isinstance(asked, RootDialog)
    asked.roots.setCurrentIndex(1)
    asked.add.click()
    rest(window, qtbot)
    assert "No publisher has signed it" in page.notice.message.text()
    assert "second-1.0" in {pack.id for pack in page.table.records.records}


def newer() -> dict[str, bytes]:
    xsd = FILES["small.xsd"].replace('<xs:element name="Fee" type="xs:decimal" minOccurs="0"/>', "")
    manifest = MANIFEST.replace("small-1.0", "small-2.0").replace('"1.0"', '"2.0"')
    return sealed({"small.xsd": xsd}, manifest.replace("2026-01-01", "2026-02-01"))


def test_two_versions_are_compared_and_a_draft_is_taken_over(
    window: MainWindow, page: PacksPage, qtbot: QtBot
) -> None:
    desk = page.context.desk
    add_pack(desk, sealed(FILES))
    number = returns.new_return(desk, "SMALL", "2026-10").id
    drafts.add_row(desk, number, "Lines/Line")
    drafts.set_value(desk, number, "Lines/Line[1]/Fee", "3")
    add_pack(desk, newer())
    page.reload()
    rest(window, qtbot)
    assert "small-2.0 has taken the place of small-1.0" in page.banner.accessibleName()
    at = [pack.id for pack in page.table.records.records].index("small-1.0")
    page.table.setCurrentIndex(page.table.proxy.mapFromSource(page.table.records.index(at, 0)))
    page.compare.click()
    asked = dialog(page, CompareDialog)
    assert isinstance(asked, CompareDialog)
    assert asked.others.currentData() == "small-2.0"
    asked.compare.click()
    rest(window, qtbot)
    shown = dialog(page, DifferenceDialog)
    assert isinstance(shown, DifferenceDialog)
    assert any(item.path == "Lines/Line/Fee" for item in shown.changes.records.records)
    (effect,) = shown.drafts.records.records
    assert [(item.kind, item.value) for item in effect.items] == [("dropped", "3")]
    assert shown.take.isEnabled()
    shown.take.click()
    rest(window, qtbot)
    assert page.notice.tone == "done"
    packs = sorted(
        item.pack_id for item in returns.list_returns(desk) if item.return_type == "SMALL"
    )
    assert packs == ["small-1.0", "small-2.0"]
    page.remove.click()
    rest(window, qtbot)
    assert page.notice.tone == "blocking"  # a return needs it


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_dates_are_told_in_words(window: MainWindow, page: PacksPage, language: str) -> None:
    window.look.set_language(language)
    today = hong_kong_today()
    day, other = timedelta(days=1), MANIFEST.replace("small-1.0", "small-2.0")
    kinds: dict[str, list[Pack]] = {
        "gap ended": [made(MANIFEST, effective_to=today - 40 * day)],
        "gap future": [made(MANIFEST.replace("2026-01-01", str(today + 60 * day)))],
        "superseded": [made(MANIFEST), made(other.replace("2026-01-01", "2026-02-01"))],
        "tie": [made(MANIFEST), made(other)],
        "review": [made(MANIFEST, review_by=today - day)],
        "": [made(MANIFEST, review_by=today, effective_to=today + 40 * day)],
    }
    for wanted, packs in kinds.items():
        found = list(look(packs, today))
        assert sorted(item.kind for item in found) == sorted(wanted.split()), wanted
        for item in found:
            assert "{" not in stale_words(item) + item.sentence


def made(manifest: str, **days: date) -> Pack:
    lines = "".join(f"{name} = {day.isoformat()}\n" for name, day in days.items())
    return open_pack(sealed(FILES, manifest.replace("status =", f"{lines}status =")))
