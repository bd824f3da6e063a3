"""Settings: language, theme, who acts, where the workspace lies."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.i18n import LANGUAGES, content_language, tr
from app.ui.look import Look
from app.ui.pages.backup_settings import BackupSettings
from app.ui.pages.base import Page
from app.ui.pages.firm_settings import FirmSettings
from app.ui.pages.pack_settings import PackSettings
from app.ui.seat import take_seat
from app.ui.widgets.basic import Button, frame, label, order_tabs, row, scrolled
from app.ui.widgets.choice import Choice


class SettingsPage(Page):
    """Choices take effect at once."""

    def __init__(self, context: Context, look: Look) -> None:
        super().__init__(context)
        self._look = look
        self.language = Choice()
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(look.language))
        self.theme = Choice()
        self.contrast = Choice()
        self.seat = QLineEdit(context.desk.seat)
        self.take_seat = Button("", "seat", clicked=self._take_seat)
        self.path = QLineEdit(str(context.desk.workspace.path))
        self.path.setReadOnly(True)
        self._card_titles = {name: label(role="title") for name in ("window", "seat", "workspace")}
        self._labels = {
            name: label(role="strong") for name in ("language", "theme", "contrast", "seat", "path")
        }
        self._seat_help = label(role="muted", wrap=True)
        self._path_help = label(role="muted", wrap=True)
        self.pack_settings = PackSettings(context, self.notice)
        self.firm = FirmSettings(context, self.notice)
        self.backups = BackupSettings(context, look.preferences, self.notice)
        content = QWidget()
        self._content = content
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(16)
        window: list[tuple[str, QWidget]] = [
            ("language", self.language),
            ("theme", self.theme),
            ("contrast", self.contrast),
        ]
        layout.addWidget(self._card("window", window))
        layout.addWidget(self._seat_card())
        layout.addWidget(self.firm)
        layout.addWidget(self.pack_settings)
        layout.addWidget(self._card("workspace", [("path", self.path)], self._path_help))
        layout.addWidget(self.backups)
        layout.addStretch(1)
        self.body.addWidget(scrolled(content))
        self.retranslate()
        self.language.activated.connect(self._choose_language)
        self.theme.activated.connect(self._choose_theme)
        self.contrast.activated.connect(self._choose_contrast)
        self.seat.textChanged.connect(self._seat_typed)
        self.seat.returnPressed.connect(self._take_seat)

    def _card(
        self, name: str, rows: Sequence[tuple[str, QWidget]], text: QWidget | None = None
    ) -> QWidget:
        card = frame("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self._card_titles[name])
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(10)
        for key, widget in rows:
            widget.setMinimumWidth(320)
            self._labels[key].setBuddy(widget)
            self._labels[key].setMinimumWidth(140)
            form.addRow(self._labels[key], widget)
        layout.addLayout(form)
        if text is not None:
            layout.addWidget(text)
        return card

    def _seat_card(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(row(self.seat, self.take_seat))
        return self._card("seat", [("seat", holder)], self._seat_help)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's own name)
        """Tab goes down the page; the firm's and the packs' lines come into being after the rest."""
        order_tabs(self._content)
        return super().focusNextPrevChild(next)

    def retranslate(self) -> None:
        """Texts."""
        self.heading.setText(tr("Settings"))
        self.backups.retranslate()
        self._card_titles["window"].setText(tr("Window"))
        self._card_titles["seat"].setText(tr("Who acts"))
        self._card_titles["workspace"].setText(tr("Workspace"))
        self._labels["language"].setText(tr("Language"))
        self._labels["theme"].setText(tr("Theme"))
        self._labels["contrast"].setText(tr("Contrast"))
        self._labels["seat"].setText(tr("Seat"))
        self._labels["path"].setText(tr("File"))
        self.language.setAccessibleName(tr("Language"))
        self.theme.setAccessibleName(tr("Theme"))
        self.contrast.setAccessibleName(tr("Contrast"))
        self.seat.setAccessibleName(tr("Seat"))
        self.path.setAccessibleName(tr("File of the workspace"))
        self.take_seat.setText(tr("Take this seat"))
        self._seat_help.setText(
            tr("Every change, approval and signature is recorded under this name. Whoever prepared"
               " a return cannot approve it.")
        )  # fmt: skip
        self._path_help.setText(
            tr("The file is encrypted. Its key is the passphrase, or lies in the system's keyring.")
        )
        self.language.setCurrentIndex(self.language.findData(self._look.language))
        themes = (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark")))
        _fill(self.theme, themes, self._look.theme.choice)
        contrasts = (("system", tr("As the system")), ("usual", tr("Usual")), ("high", tr("High")))
        _fill(self.contrast, contrasts, self._look.theme.contrast)
        self._seat_typed()

    def reload(self) -> None:
        """Show the seat that acts, and the settings of the firm and of the packs."""
        self.seat.setText(self.context.desk.seat)
        self.firm.reload()
        self.backups.reload()
        self.pack_settings.reload()

    def _choose_language(self, line: int) -> None:
        code = str(self.language.itemData(line))
        self.context.language = content_language(code)
        self._look.set_language(code)

    def _choose_theme(self, line: int) -> None:
        self._look.set_theme(str(self.theme.itemData(line)))

    def _choose_contrast(self, line: int) -> None:
        self._look.set_contrast(str(self.contrast.itemData(line)))

    def _seat_typed(self) -> None:
        name = self.seat.text().strip()
        self.take_seat.setEnabled(bool(name) and name != self.context.desk.seat)

    def _take_seat(self) -> None:
        """The field keeps the focus: its button greys, and the next control would get it."""
        name = self.seat.text().strip()
        self.seat.setFocus()
        if take_seat(self.context, name):
            self._seat_typed()
            self.notice.say(
                "done", tr("From now on everything is recorded under {name}.").format(name=name)
            )


def _fill(choice: Choice, lines: Sequence[tuple[str, str]], current: str) -> None:
    choice.clear()
    for value, name in lines:
        choice.addItem(name, value)
    choice.setCurrentIndex(choice.findData(current))
