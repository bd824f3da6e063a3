"""The widget walk over the sample month at one scale, in a process of its own, since Qt takes the
scale once: `python walk_process.py LANGUAGE,… THEME,…` with QT_SCALE_FACTOR. Prints what is wrong.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PRAYA_PSEUDO"] = "1"
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts"), str(Path(__file__).parent)]

import walking  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402
from tour import Tour, sample_folder  # type: ignore[import-not-found]  # noqa: E402


class Walk(Tour):  # type: ignore[misc]
    """Goes where the tour goes, and walks over the widgets instead of taking a picture."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        super().__init__(folder, None)
        self.window.resize(*size)
        self.wrong: dict[str, list[str]] = {}
        self.walked: set[str] = set()

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Walk."""
        root = widget or self.window
        root.activateWindow()
        self.settle()
        theme, language = self.look
        self.walked.add(name)
        found = [*walking.clipped(root), *walking.pale(root)]
        if (theme, language) == self.looks[0]:
            found += [*walking.nameless(root), *walking.unmarked(root)]
        for line in found:
            self.wrong.setdefault(line, []).append(f"{name}/{theme}/{language}")


def main() -> int:
    """Walk over all languages and themes that are named."""
    languages, themes = sys.argv[1].split(","), sys.argv[2].split(",")
    size = (960, 600) if os.environ.get("QT_SCALE_FACTOR", "1") != "1" else (1280, 800)
    with sample_folder() as folder:
        walk = Walk(folder, size)
        walk.looks = tuple((theme, language) for theme in themes for language in languages)
        try:
            walk.walk()
        finally:
            walk.close()
    for line, places in sorted(walk.wrong.items()):
        print(f"{line}  [{', '.join(places[:4])}{'…' if len(places) > 4 else ''}]")
    print(f"walked {len(walk.walked)} places")
    return 1 if walk.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
