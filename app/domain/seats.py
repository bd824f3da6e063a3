"""Seats: who acts. Two spellings of one name are one person."""

import unicodedata

_LOOK_ALIKE = str.maketrans(
    "авекмнорстухіјѕԁһԛԝ" + "αβεικνορτυχ",
    "abekmhopctyxijsdhqw" + "abeikvoptux",
)
"""Cyrillic and Greek letters that look like Latin ones: “Сarol” is no other person than “Carol”."""

_INVISIBLE = frozenset({"Cf", "Cc"})


def same_person(name: str) -> str:
    """The form in which names are compared: NFKC, no case, no stray or invisible characters,
    and letters of other alphabets that look alike taken for the Latin ones.

    “Mei ”, “MEI” and “ｍｅｉ” are one person; approving under another spelling is not four eyes.
    """
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_LOOK_ALIKE)
    visible = "".join(
        " " if mark.isspace() else mark
        for mark in folded
        if mark.isspace() or unicodedata.category(mark) not in _INVISIBLE
    )
    return " ".join(unicodedata.normalize("NFKC", visible).split())
