"""PySide6 6.12.0 loses references to None, True and False; the window must survive it."""

import os
import subprocess
import sys

_PROGRAM = """
import app.ui
from PySide6.QtWidgets import QApplication, QLabel
qt = QApplication([])
label = QLabel("x")
for _ in range(50_000):
    label.update()
    label.isVisible()
    label.isEnabled()
print("alive")
"""


def test_thousands_of_calls_do_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "alive\n", done.stderr
