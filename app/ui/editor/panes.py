"""What is shown around the form: the guidance at the right and the list of findings, remembered."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from app.ui.editor.findings import FindingsPanel
from app.ui.editor.panel import FieldPanel
from app.ui.editor.sections import SectionList
from app.ui.i18n import tr
from app.ui.preferences import Preferences
from app.ui.widgets.basic import Button

_ACROSS = (220, 700, 260)
_DOWN = (440, 230)
_STRIP = 26
_LARGEST = 16_777_215


class Panes(QObject):
    """Arranges the parts of the editor; what the user hides or widens stays so in the next return."""

    def __init__(
        self,
        owner: QWidget,
        sections: SectionList,
        middle: QWidget,
        panel: FieldPanel,
        findings: FindingsPanel,
    ) -> None:
        super().__init__(owner)
        self._preferences = Preferences()
        self._owner, self._sections, self._middle = owner, sections, middle
        self.panel, self.findings = panel, findings
        self.open_panel = Button(icon_name="chevron-left", role="link", clicked=self.toggle_panel)
        self.open_panel.setFixedWidth(_STRIP)
        self.open_panel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.down = QSplitter(Qt.Orientation.Vertical)
        self._arrange()
        panel.hide_button.clicked.connect(self.toggle_panel)
        findings.fold_button.clicked.connect(self.toggle_findings)
        findings.folding.connect(self._fit)
        findings.fold(folded=self._preferences.text("editor-findings") == "folded")
        self._show_panel(shown=self._preferences.text("editor-guidance") != "hidden")
        self._fit()

    def _arrange(self) -> None:
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.panel)
        beside.addWidget(self.open_panel)
        self._right = right
        for widget in (self._sections, self._middle, right):
            self.across.addWidget(widget)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes(self._remembered("editor-across", _ACROSS))
        self.across.setCollapsible(1, False)
        self.across.setCollapsible(2, False)
        self.across.splitterMoved.connect(self._moved_across)
        self.down.addWidget(self.across)
        self.down.addWidget(self.findings)
        self.down.setStretchFactor(0, 1)
        self.down.setCollapsible(0, False)
        self.down.setCollapsible(1, False)
        self.down.splitterMoved.connect(self._moved_down)
        self._sections.setMinimumWidth(150)
        self._middle.setMinimumWidth(360)
        box = QVBoxLayout(self._owner)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.down, 1)

    # The guidance

    @property
    def guidance(self) -> bool:
        """Whether the guidance is shown."""
        return not self.panel.isHidden()

    def toggle_panel(self) -> None:
        """Show or hide the guidance (Ctrl+B)."""
        shown = not self.guidance
        had = self._right.isAncestorOf(QApplication.focusWidget() or self._owner)
        self._show_panel(shown=shown)
        self._preferences.remember("editor-guidance", "" if shown else "hidden")
        if had:
            (self.panel.hide_button if shown else self.open_panel).setFocus()

    def _show_panel(self, *, shown: bool) -> None:
        self.panel.setVisible(shown)
        self.open_panel.setVisible(not shown)
        if shown:
            self._right.setMinimumWidth(190)
            self._right.setMaximumWidth(_LARGEST)
            self.across.setSizes(self._remembered("editor-across", _ACROSS))
        else:
            left, middle, right = self.across.sizes()
            self._right.setFixedWidth(_STRIP)
            self.across.setSizes([left, middle + max(0, right - _STRIP), _STRIP])

    # The findings

    def toggle_findings(self) -> None:
        """Show or fold the list of findings (Ctrl+J)."""
        folded = not self.findings.wants_fold
        self._preferences.remember("editor-findings", "folded" if folded else "")
        self.findings.fold(folded=folded)

    def _fit(self) -> None:
        """A folded list leaves its line only."""
        if self.findings.folded:
            height = self.findings.sizeHint().height()
            self.findings.setFixedHeight(height)
            self.down.setSizes([max(1, self.down.height() - height), height])
            return
        self.findings.setMinimumHeight(0)
        self.findings.setMaximumHeight(_LARGEST)
        self.down.setSizes(self._remembered("editor-down", _DOWN))

    # What is remembered

    def _remembered(self, name: str, usual: tuple[int, ...]) -> list[int]:
        words = self._preferences.text(name).split()
        if len(words) != len(usual) or not all(word.isdecimal() for word in words):
            return list(usual)
        return [int(word) for word in words]

    def _moved_across(self, _place: int, _number: int) -> None:
        if self.guidance:
            self._preferences.remember("editor-across", " ".join(map(str, self.across.sizes())))

    def _moved_down(self, _place: int, _number: int) -> None:
        if not self.findings.folded:
            self._preferences.remember("editor-down", " ".join(map(str, self.down.sizes())))

    # The keyboard

    def step(self, by: int) -> None:
        """Let the keys go to the next part: sections, form, guidance, findings (F6, Shift+F6)."""
        parts = [self._sections, self._middle, self._right, self.findings]
        here = QApplication.focusWidget()
        place = next((n for n, p in enumerate(parts) if here and _within(p, here)), 1)
        for turn in range(1, len(parts) + 1):
            part = parts[(place + by * turn) % len(parts)]
            listed = part is self.findings and self.findings.view.isVisible()
            wanted = self.findings.view if listed else _first(part)
            if wanted is not None:
                wanted.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def retranslate(self) -> None:
        """Texts."""
        self.open_panel.setToolTip(tr("Show the guidance (Ctrl+B)"))
        self.open_panel.setAccessibleName(tr("Show the guidance"))


def _within(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _first(part: QWidget) -> QWidget | None:
    """The first control of a part that takes the focus by Tab."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible():
        return part
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        inside = part.isAncestorOf(widget)
        able = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if inside and able and widget.isVisible():
            return widget
        widget = widget.nextInFocusChain()
    return None
