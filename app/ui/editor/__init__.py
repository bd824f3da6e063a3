"""The return editor: sections, the form drawn from the pack, what a field means, and its findings."""

from app.ui.editor.editor import ReturnEditor
from app.ui.editor.findings import FindingsPanel

__all__ = ["FindingsPanel", "ReturnEditor"]
