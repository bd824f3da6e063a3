"""The Qt binding must not give up references that it does not own.

PySide6 6.12.0 did so on Python 3.11 with every call that returns None; after a few thousand calls
the interpreter ended with “none_dealloc”. This is what tells us when a release does it again.
"""

import os
import subprocess
import sys

_PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
qt_app = QApplication([])
label = QLabel("x")
before = [sys.getrefcount(held) for held in (None, True, False)]
for _ in range(1000):
    label.update()
    label.isVisible()
    label.isEnabled()
after = [sys.getrefcount(held) for held in (None, True, False)]
print(max(abs(a - b) for a, b in zip(after, before)) < 100)
"""


def test_the_binding_keeps_the_references_that_it_does_not_own() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "True\n", done.stderr
