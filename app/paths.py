"""Where the program's own data lies: one function for a checkout, a wheel and a frozen bundle."""

from functools import cache
from pathlib import Path

from app.errors import Fault

_HERE = Path(__file__).resolve().parent


@cache
def data_root() -> Path:
    """The folder that holds `forms/`, `schemas/` and `resources/`.

    A wheel carries them as `app/_data`; a checkout and a frozen bundle keep them beside `app`.
    """
    for candidate in (_HERE / "_data", _HERE.parent):
        if (candidate / "forms").is_dir() and (candidate / "schemas").is_dir():
            return candidate
    raise Fault(f"the data folders are neither in {_HERE / '_data'} nor in {_HERE.parent}")
