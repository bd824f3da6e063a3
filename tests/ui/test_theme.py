"""The colours carry their contrast; the style sheet names only colours that there are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from app.domain.finding import Severity
from app.domain.states import State
from app.ui.icons import SEVERITY_ICONS, STATE_ICONS, pixmap
from app.ui.theme import (
    ALL,
    DARK,
    HIGH_DARK,
    HIGH_LIGHT,
    LIGHT,
    Theme,
    Tokens,
    base_font,
    style_sheet,
    system_hints,
    tokens,
)

BOTH = pytest.mark.parametrize("wanted", ALL, ids=lambda item: f"{item.name}-{item.high}")


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
    for choice, contrast_wanted, wanted in (
        ("dark", "usual", DARK),
        ("dark", "high", HIGH_DARK),
        ("light", "high", HIGH_LIGHT),
        ("light", "usual", LIGHT),
    ):
        theme.use(choice, contrast_wanted)
        assert tokens() is wanted
    theme.deleteLater()


@pytest.mark.parametrize("wanted", [HIGH_LIGHT, HIGH_DARK], ids=lambda item: item.name)
def test_high_contrast_is_high(wanted: Tokens) -> None:
    """Text as WCAG's AAA asks, on every ground that text stands on; every line is seen."""
    grounds = ("background", "surface", "raised", "hover", "selection", "computed")
    for ground in (getattr(wanted, name) for name in grounds):
        for colour in ("text", "muted", "accent", "done", "explain", "blocking", "information"):
            assert contrast(getattr(wanted, colour), ground) >= 7.0, (colour, ground)
        assert contrast(wanted.line, ground) >= 7.0
        assert contrast(wanted.hairline, ground) >= 5.0
    assert contrast(wanted.on_accent, wanted.accent) >= 7.0


def test_the_contrast_of_the_system_is_followed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's answer is Qt's; only the answer is put in place of a desktop that asks for it."""
    theme = Theme()
    theme.use("light")
    hints = system_hints()[1]
    monkeypatch.setattr(
        type(hints), "contrastPreference", lambda _hints: Qt.ContrastPreference.HighContrast
    )
    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert tokens() is HIGH_LIGHT
    theme.use("dark", "usual")
    assert tokens() is DARK
    monkeypatch.undo()
    theme.use("light")
    assert tokens() is LIGHT
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
