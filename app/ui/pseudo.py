"""A language for testers: every text of the window longer, accented and in brackets, made as it is asked.

What is not in brackets does not go through the translation; what is cut would be cut in a language
that needs more room.
"""

import re

from PySide6.QtCore import QObject, QTranslator

NAME = "xx"
_PLAIN = "abcdefghijklmnoprstuwyzACDEGHIJKLNOPRSTUWYZ"
_ACCENTED = "åƀçđéƒğĥîĵķļɱñöþŕšţûŵýžÅÇĐÉĞĤÎĴĶĻÑÖÞŔŠŢÛŴÝŽ"
_KEPT = re.compile(r"(\{[^}]*\}|&\w?|\(\*[^)]*\)|\*\.\w+)")
_LETTERS = str.maketrans(_PLAIN, _ACCENTED)
_FILL = "~ ~~ ~~~ ~~ ~~~~ ~ ~~~ ~~ ~~~ ~~~~ ~~ ~~~ "


def pseudo(text: str) -> str:
    """The text, about two fifths longer; fields, marks of keys and patterns of names stay."""
    if not text or text == "en":
        return text
    said = "".join(
        part if number % 2 else part.translate(_LETTERS)
        for number, part in enumerate(_KEPT.split(text))
    )
    more = (_FILL * (len(text) // 80 + 1))[: max(1, len(text) * 2 // 5)].strip()
    return f"[{said} {more}]" if len(text) > 3 else f"[{said}]"


class PseudoTranslator(QTranslator):
    """Answers for every text of the window."""

    def __init__(self, context: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def isEmpty(self) -> bool:
        """It has an answer for everything."""
        return False

    def translate(self, context: str, text: str, *_rest: object) -> str:
        """The text in the testers' language; None leaves what is not ours to others."""
        return pseudo(text) if context == self._context else None  # type: ignore[return-value]
