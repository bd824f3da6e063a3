"""Light and dark from one set of tokens: a palette for Fusion and one small style sheet.

The colours are measured: text has a contrast of at least 5.0 on background and surface, lines and
icons at least 3; in high contrast text has 7 and the faintest line 5 (tests/ui/test_theme.py computes
it again).
"""

import re
from dataclasses import asdict, dataclass
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessibilityHints,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPalette,
    QStyleHints,
)
from PySide6.QtWidgets import QApplication

from app.paths import data_root

CHOICES = ("system", "light", "dark")
CONTRASTS = ("system", "usual", "high")
# Where the system names no font that it has, as on a machine without a desktop. Latin letters come
# first, else curly quotes and dashes are drawn as wide as a Chinese character.
_LATIN = ("Noto Sans", "Open Sans", "Inter", "Segoe UI", "DejaVu Sans")
_NO_FONTS = ("", "Sans", "Sans Serif", "sans-serif")
_CHINESE = (
    "PingFang HK",
    "PingFang TC",
    "Microsoft JhengHei UI",
    "Microsoft JhengHei",
    "Noto Sans CJK HK",
    "Noto Sans CJK TC",
    "Noto Sans HK",
    "Noto Sans TC",
)
_SIMPLIFIED = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they are for; `#rrggbb`."""

    name: str
    background: str
    surface: str
    raised: str
    hover: str
    line: str
    hairline: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    done: str
    explain: str
    blocking: str
    information: str
    computed: str
    high: bool = False


LIGHT = Tokens(
    name="light",
    background="#F6F7F9",
    surface="#FFFFFF",
    raised="#EEF1F4",
    hover="#E9EDF2",
    line="#808B98",
    hairline="#DDE2E8",
    text="#1B2430",
    muted="#56616F",
    accent="#0B5FA5",
    on_accent="#FFFFFF",
    selection="#D8E8F6",
    done="#1B7A43",
    explain="#8A5200",
    blocking="#B3261E",
    information="#3E5C8A",
    computed="#F2F6FA",
)
DARK = Tokens(
    name="dark",
    background="#14181D",
    surface="#1C2229",
    raised="#252C35",
    hover="#262E37",
    line="#6B7787",
    hairline="#313A45",
    text="#E6EAF0",
    muted="#A3AFBD",
    accent="#6CB2F0",
    on_accent="#0F1B26",
    selection="#234059",
    done="#63C88A",
    explain="#E8B04A",
    blocking="#FF8A80",
    information="#9DB9E8",
    computed="#222B36",
)
HIGH_LIGHT = Tokens(
    name="light",
    background="#FFFFFF",
    surface="#FFFFFF",
    raised="#F0F0F0",
    hover="#E4E8EE",
    line="#000000",
    hairline="#595959",
    text="#000000",
    muted="#2E2E2E",
    accent="#003F87",
    on_accent="#FFFFFF",
    selection="#C9E1FA",
    done="#00501F",
    explain="#5C3600",
    blocking="#8C0B0B",
    information="#1E3A66",
    computed="#EEF4FA",
    high=True,
)
HIGH_DARK = Tokens(
    name="dark",
    background="#000000",
    surface="#000000",
    raised="#161616",
    hover="#242424",
    line="#FFFFFF",
    hairline="#A6A6A6",
    text="#FFFFFF",
    muted="#DADADA",
    accent="#8CCBFF",
    on_accent="#000000",
    selection="#00375E",
    done="#7FE8A4",
    explain="#FFCF70",
    blocking="#FFB0A8",
    information="#BDD4FF",
    computed="#101820",
    high=True,
)
ALL = (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)
_BY_GROUND = {each.background.lower(): each for each in ALL}


def tokens() -> Tokens:
    """The colours in use, by the application's own palette."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return _BY_GROUND.get(window.name(), DARK if window.lightness() < 128 else LIGHT)


@cache
def system_hints() -> tuple[QStyleHints, QAccessibilityHints]:
    """What the system asks for. Kept for good: the second is lost with Python's hold on the first."""
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


class Theme(QObject):
    """Applies the choices of theme and contrast and follows the system where one is “system”.

    Signals:
        changed(): the colours are others now; icons must be drawn again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice = "system"
        self.contrast = "system"
        self._simplified = False
        self._base = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        style, contrast = system_hints()
        style.colorSchemeChanged.connect(self._system_changed)
        contrast.contrastPreferenceChanged.connect(self._system_changed)

    def use(self, choice: str, contrast: str = "system") -> None:
        """Apply “light”, “dark” or “system”, and “usual”, “high” or “system”."""
        self.choice = choice if choice in CHOICES else "system"
        self.contrast = contrast if contrast in CONTRASTS else "system"
        self._apply(self._wanted())

    def write(self, language: str) -> None:
        """Choose the characters' font by the language; Simplified Chinese has shapes of its own."""
        simplified = language == "zh-Hans"
        if simplified != self._simplified:
            self._simplified = simplified
            self._apply(self._wanted())

    def _wanted(self) -> Tokens:
        if self._high():
            return HIGH_DARK if self._dark() else HIGH_LIGHT
        return DARK if self._dark() else LIGHT

    def _dark(self) -> bool:
        if self.choice != "system":
            return self.choice == "dark"
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _high(self) -> bool:
        if self.contrast != "system":
            return self.contrast == "high"
        told = system_hints()[1].contrastPreference()
        return told is Qt.ContrastPreference.HighContrast

    @Slot()
    def _system_changed(self) -> None:
        if self._wanted() is not tokens():
            self._apply(self._wanted())

    def _apply(self, wanted: Tokens) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setStyle("Fusion")
        app.setFont(base_font(self._base, simplified=self._simplified))
        app.setPalette(palette(wanted))
        app.setStyleSheet(style_sheet(wanted, app.font()))
        self.changed.emit()


def base_font(system: QFont, *, simplified: bool = False) -> QFont:
    """The system's font, then a Latin one, then one with Traditional Chinese as Hong Kong writes it, or
    first one with Simplified Chinese.
    """
    font = QFont(system)
    if font.pointSizeF() < 10:
        font.setPointSizeF(10)
    have = set(QFontDatabase.families())
    own = [name for name in system.families() if name not in _NO_FONTS]
    chinese = (*_SIMPLIFIED, *_CHINESE) if simplified else _CHINESE
    font.setFamilies([*own, *(name for name in (*_LATIN, *chinese) if name in have)])
    return font


def number_font(font: QFont) -> QFont:
    """The same font with figures of one width."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def palette(wanted: Tokens) -> QPalette:
    """Fusion's colours from the tokens."""
    role = QPalette.ColorRole
    colours = {
        role.Window: wanted.background,
        role.Base: wanted.surface,
        role.AlternateBase: wanted.raised,
        role.Button: wanted.surface,
        role.ToolTipBase: wanted.raised,
        role.WindowText: wanted.text,
        role.Text: wanted.text,
        role.ButtonText: wanted.text,
        role.ToolTipText: wanted.text,
        role.PlaceholderText: wanted.muted,
        role.Highlight: wanted.accent,
        role.HighlightedText: wanted.on_accent,
        role.Accent: wanted.accent,
        role.Link: wanted.accent,
        role.LinkVisited: wanted.accent,
        role.BrightText: wanted.blocking,
    }
    result = QPalette(QColor(wanted.surface), QColor(wanted.background))
    for which, colour in colours.items():
        result.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(wanted.muted))
    return result


def style_sheet(wanted: Tokens, font: QFont) -> str:
    """`resources/styles/praya.qss` with `@token` and `@size(factor)` filled in."""
    text = (data_root() / "resources" / "styles" / "praya.qss").read_text(encoding="utf-8")
    base = font.pointSizeF()
    text = re.sub(r"@size\(([0-9.]+)\)", lambda m: _points(base, m[1]), text)
    icons = (data_root() / "resources" / "icons").as_posix()
    values = {**asdict(wanted), "icons": f"{icons}/{wanted.name}"}
    return re.sub(r"@([a-z_]+)", lambda m: str(values[m[1]]), text)


def _points(base: float, factor: str) -> str:
    return f"{base * float(factor):.1f}pt"
