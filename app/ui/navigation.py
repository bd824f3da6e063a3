"""The list of pages at the left."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.ui.i18n import tr
from app.ui.icons import icon
from app.ui.widgets.basic import Flat, label

_NARROWEST = 200


class Navigation(QFrame):
    """One button a page.

    Signals:
        chosen(str): the name of the page to show.
    """

    chosen = Signal(str)

    def __init__(self, pages: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._pages = pages
        self._counts: dict[str, int] = {}
        self.buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 16)
        layout.setSpacing(4)
        brand = label("Praya")
        brand.setObjectName("brand")
        brand.setContentsMargins(12, 0, 0, 0)
        layout.addWidget(brand)
        self.firm = label(role="small", wrap=True)
        self.firm.setContentsMargins(12, 0, 0, 8)
        layout.addWidget(self.firm)
        for name in pages:
            button = Flat()
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(20, 20))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._choose(name))
            group.addButton(button)
            layout.addWidget(button)
            self.buttons[name] = button
        layout.addStretch(1)
        self.recolour()

    def _choose(self, name: str) -> Callable[[], None]:
        def choose() -> None:
            self.chosen.emit(name)

        return choose

    def sizeHint(self) -> QSize:
        """As wide as its longest name asks for."""
        size = super().sizeHint()
        return QSize(max(_NARROWEST, size.width()), size.height())

    def minimumSizeHint(self) -> QSize:
        """Names are never cut."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def add_search(self, field: QWidget) -> None:
        """Where the system has the menu bar, the field stands below the firm's name."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, field)

    def mark(self, name: str) -> None:
        """Show which page is open."""
        button = self.buttons[name]
        button.setChecked(True)
        if any(
            other.hasFocus() or other is self.window().focusWidget()
            for other in self.buttons.values()
        ):
            button.setFocus()

    def retranslate(self) -> None:
        """Texts."""
        for name, button in self.buttons.items():
            count = self._counts.get(name, 0)
            text = tr(self._pages[name]) + (f"   {count:,}" if count else "")
            button.setText("  " + text)
            button.setAccessibleName(" ".join(text.split()))
        self.setAccessibleName(tr("Pages"))

    def count(self, name: str, number: int) -> None:
        """Show how many things wait on a page; nothing for none."""
        if self._counts.get(name, 0) != number:
            self._counts[name] = number
            self.retranslate()

    def recolour(self) -> None:
        """Icons in the colours of the theme."""
        for name, button in self.buttons.items():
            button.setIcon(icon(name))
