"""The tree of a value that is XML, for the window; see `app.xml.parts`."""

from app.xml.parts import Part, PartKind, leaf_text, parts_of, text_of, why_not

__all__ = ["Part", "PartKind", "leaf_text", "parts_of", "text_of", "why_not"]
