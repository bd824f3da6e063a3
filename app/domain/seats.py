"""Seats: who acts. Two spellings of one name are one person."""

import unicodedata

_INVISIBLE = frozenset({"Cf", "Cc"})


def same_person(name: str) -> str:
    """The form in which names are compared: NFKC, no case, no stray or invisible characters.

    “Mei ”, “MEI” and “ｍｅｉ” are one person; approving under another spelling is not four eyes.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    visible = "".join(
        " " if mark.isspace() else mark
        for mark in folded
        if mark.isspace() or unicodedata.category(mark) not in _INVISIBLE
    )
    return " ".join(unicodedata.normalize("NFKC", visible).split())
