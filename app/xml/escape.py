"""Text and attributes as canonical XML writes them (Canonical XML 1.0, W3C 2001, section 2.3)."""

import re

from app.errors import Fault

_SPECIAL = re.compile("[&<>\r]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}
)
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape_text(text: str) -> str:
    """Text as canonical XML writes it; characters that XML cannot carry are a `Fault`."""
    if text.isalnum():  # most values are codes; nothing in them needs an escape
        return text
    if _FORBIDDEN.search(text):
        raise Fault("a value holds a character that XML cannot carry")
    return text.translate(_TEXT) if _SPECIAL.search(text) else text


def escape_attribute(text: str) -> str:
    """An attribute's value as canonical XML writes it."""
    if _FORBIDDEN.search(text):
        raise Fault("a value holds a character that XML cannot carry")
    return text.translate(_ATTRIBUTE)
