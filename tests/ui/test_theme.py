"""The colours carry their contrast; the style sheet names only colours that there are."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from app.domain.finding import Severity
from app.domain.states import State
from app.ui.icons import SEVERITY_ICONS, STATE_ICONS, pixmap
from app.ui.theme import DARK, LIGHT, Theme, Tokens, base_font, style_sheet, tokens

BOTH = pytest.mark.parametrize("wanted", [LIGHT, DARK], ids=lambda item: item.name)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = QColor(colour).getRgbF()[:3]
    lines = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]  # type: ignore[operator]
    return 0.2126 * lines[0] + 0.7152 * lines[1] + 0.0722 * lines[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@BOTH
def test_text_and_lines_stand_out(wanted: Tokens) -> None:
    for colour in ("text", "muted", "explain", "blocking"):
        assert contrast(getattr(wanted, colour), wanted.computed) >= 5.0, colour
    for ground in (wanted.background, wanted.surface):
        for colour in ("text", "muted", "accent", "done", "explain", "blocking", "information"):
            assert contrast(getattr(wanted, colour), ground) >= 5.0, (colour, ground)
    assert contrast(wanted.text, wanted.selection) >= 5.0
    assert contrast(wanted.on_accent, wanted.accent) >= 5.0
    for ground in (wanted.background, wanted.surface):
        assert contrast(wanted.line, ground) >= 3.0


@BOTH
def test_the_style_sheet_is_filled_in(wanted: Tokens, qapp: QApplication) -> None:
    text = style_sheet(wanted, qapp.font())
    assert "@" not in text
    assert wanted.accent in text


def test_the_theme_switches_at_once(qapp: QApplication) -> None:
    theme = Theme()
    for choice, wanted in (("dark", DARK), ("light", LIGHT)):
        theme.use(choice)
        assert tokens() is wanted
    theme.deleteLater()


def test_each_state_and_severity_has_a_shape_of_its_own(qapp: QApplication) -> None:
    names = [*STATE_ICONS.values(), *SEVERITY_ICONS.values()]
    assert len(STATE_ICONS) == len(State)
    assert len(SEVERITY_ICONS) == len(Severity)
    drawn = {name: pixmap(name, "text", 32).toImage() for name in names}
    assert len(set(names)) == len(names)
    for name, image in drawn.items():
        same = [other for other, picture in drawn.items() if other != name and picture == image]
        assert not same, (name, same)


def test_curly_quotes_are_narrow_and_chinese_is_of_hong_kong(qapp: QApplication) -> None:
    system = QFont()
    system.setFamilies(["Sans Serif"])
    families = base_font(system).families()
    have = set(QFontDatabase.families())
    assert set(families) <= have
    chinese = [name for name in families if "CJK" in name or name.endswith((" HK", " TC"))]
    if chinese:
        assert families.index(chinese[0]) > 0 or not have & {"Open Sans", "DejaVu Sans"}
        assert not any(name.endswith((" JP", " KR", " SC")) for name in families)
