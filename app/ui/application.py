"""The QApplication and the first window."""

import sys

from PySide6.QtWidgets import QApplication

from app.services.desk import Desk
from app.ui.main_window import MainWindow


def run(desk: Desk) -> int:
    """Show the window until it is closed; returns the exit code."""
    qt_app = QApplication(sys.argv[:1])
    qt_app.setApplicationName("Praya")
    window = MainWindow(desk)
    window.show()
    return qt_app.exec()
