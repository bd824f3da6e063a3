"""The language of the window: one lookup, switched while the program runs."""

import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.paths import data_root
from app.ui.pseudo import NAME as PSEUDO
from app.ui.pseudo import PseudoTranslator

CONTEXT = "Praya"
LANGUAGES = {"en": "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}
"""What the user chooses from; testers find one more when the variable PRAYA_PSEUDO is set."""
if os.environ.get("PRAYA_PSEUDO"):
    LANGUAGES[PSEUDO] = "[Þšéûđö]"
_QT_FILES = {"zh-Hant": "qtbase_zh_TW", "zh-Hans": "qtbase_zh_CN"}
_SIMPLIFIED = ("zh-hans", "zh-cn", "zh-sg")


def tr(text: str) -> str:
    """The text in the window's language. Give a literal, so that it is found and translated."""
    return QCoreApplication.translate(CONTEXT, text)


def ntr(one: str, many: str, count: int) -> str:
    """The text for a count, which replaces `{n}`: `ntr("{n} row", "{n} rows", count)`."""
    return tr(one if count == 1 else many).format(n=f"{count:,}")


def noop(text: str) -> str:
    """Mark a text for translation that is looked up later with `tr`."""
    return text


def language_in_use() -> str:
    """The language of the installed translators, one of `LANGUAGES`: each calls itself by its name."""
    return tr("en")


def system_language() -> str:
    """The user's language where the window speaks it, else English."""
    name = next(iter(QLocale.system().uiLanguages()), "").lower()
    if name.startswith(_SIMPLIFIED):
        return "zh-Hans"
    return "zh-Hant" if name.startswith("zh") else "en"


def content_language(language: str) -> str:
    """The language of what packs and services say in a window of that language.

    Theirs are the window's own, but for the one that testers look at.
    """
    return "en" if language == PSEUDO else language


class Language:
    """Installs the translators of one language; holds them, since Qt keeps no reference."""

    def __init__(self) -> None:
        self.current = "en"
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Switch; every widget gets a `LanguageChange` event."""
        self.current = language if language in (*LANGUAGES, PSEUDO) else "en"
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        if self.current == "en":
            return
        if self.current == PSEUDO:
            pseudo = PseudoTranslator(CONTEXT)
            QCoreApplication.installTranslator(pseudo)
            self._installed.append(pseudo)
            return
        self._install(
            _QT_FILES[self.current],
            QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        )
        folder = data_root() / "resources" / "i18n"
        self._install(f"praya_{self.current.replace('-', '_')}", str(folder))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
