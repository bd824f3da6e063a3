"""Icons: SVG of one line family, drawn in the colours of the theme at the moment of painting."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.finding import Severity
from app.domain.states import State
from app.paths import data_root
from app.ui.theme import tokens

NEUTRAL = "#808080"
"""The colour that the files are drawn in and that is replaced."""

SEVERITY_ICONS = {
    Severity.BLOCKING: "blocking",
    Severity.EXPLAIN: "explain",
    Severity.INFORMATION: "information",
}
SEVERITY_TOKENS = {severity: severity.value for severity in Severity}
STATE_ICONS = {state: f"state-{state.value}" for state in State}
STATE_TOKENS = {
    State.DRAFT: "muted",
    State.VALIDATED: "accent",
    State.IN_REVIEW: "accent",
    State.APPROVED: "accent",
    State.SIGNED: "explain",
    State.FILED: "done",
    State.CORRECTED: "muted",
    State.VOIDED: "muted",
}


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (data_root() / "resources" / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace(NEUTRAL, colour).encode()))
    side = round(size * ratio)
    result = QPixmap(QSize(side, side))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def pixmap(name: str, colour: str = "text", size: int = 16, ratio: float = 0) -> QPixmap:
    """An icon in a token's colour of the theme in use, `size` in logical pixels."""
    if not ratio:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        ratio = app.devicePixelRatio()
    return _drawn(name, getattr(tokens(), colour), size, ratio)


def icon(name: str, colour: str = "text", size: int = 20) -> QIcon:
    """An icon for buttons and menus; ask for it again when the theme has changed."""
    result = QIcon(pixmap(name, colour, size))
    result.addPixmap(pixmap(name, "muted", size), QIcon.Mode.Disabled)
    return result


class IconLabel(QLabel):
    """A label that shows one icon and draws it again when the colours change."""

    def __init__(
        self, name: str = "", colour: str = "text", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._colour, self._size = name, colour, size
        self.setFixedSize(size, size)
        self._draw()

    def show_icon(self, name: str, colour: str) -> None:
        """Another icon."""
        self._name, self._colour = name, colour
        self._draw()

    def _draw(self) -> None:
        if self._name:
            self.setPixmap(pixmap(self._name, self._colour, self._size))
        else:
            self.clear()

    def changeEvent(self, event: QEvent) -> None:
        """New colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)
