"""Theme and language of the whole program, remembered between two runs."""

from PySide6.QtCore import QObject

from app.ui.i18n import Language, content_language, system_language
from app.ui.preferences import Preferences
from app.ui.theme import Theme


class Look(QObject):
    """One for the application; windows come and go."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preferences = Preferences()
        self.theme = Theme(self)
        self._language = Language()
        self.theme.use(
            self.preferences.text("theme", "system"), self.preferences.text("contrast", "system")
        )
        self._language.use(self.preferences.text("language", system_language()))
        self.theme.write(self._language.current)

    @property
    def language(self) -> str:
        """One of `LANGUAGES`."""
        return self._language.current

    @property
    def content_language(self) -> str:
        """As packs and services name it: one of `app.domain.languages.LANGUAGES`."""
        return content_language(self._language.current)

    def set_language(self, language: str) -> None:
        """Switch at once and remember it."""
        self.preferences.remember("language", language)
        self._language.use(language)
        self.theme.write(self._language.current)

    def set_theme(self, choice: str) -> None:
        """Switch at once and remember it: system, light or dark."""
        self.preferences.remember("theme", choice)
        self.theme.use(choice, self.theme.contrast)

    def set_contrast(self, choice: str) -> None:
        """Switch at once and remember it: system, usual or high."""
        self.preferences.remember("contrast", choice)
        self.theme.use(self.theme.choice, choice)
