"""Text that a stranger wrote, as it may be shown: one line that hides and feigns nothing."""

LONGEST = 300
"""Characters of one such text that are shown."""


def plain(text: str) -> str:
    """The text in one line; what cannot be printed, or turns the reading direction, is spelt out."""
    shown = "".join(
        sign if sign.isprintable() else f"\\u{{{ord(sign):x}}}" for sign in " ".join(text.split())
    )
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
