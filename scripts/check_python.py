"""Say in one line when this Python cannot set the program up."""

import importlib.util
import sys

if sys.version_info < (3, 11):  # noqa: UP036  (it may be run by an older one)
    sys.exit(
        f"Praya needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 …"
    )
if importlib.util.find_spec("ensurepip") is None:
    sys.exit("Praya needs Python's venv module. On Debian or Ubuntu: apt-get install python3-venv")
