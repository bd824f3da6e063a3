"""A guard against PySide6 6.12.0 on Python 3.11, which crashes every window after some minutes.

PySide6 6.12.0 gives up a reference to None, True or False that it does not own whenever a call
returns one of them. From Python 3.12 on these objects are immortal (PEP 683) and nothing happens;
before, the interpreter ends with “none_dealloc” after a few thousand calls (measured: 1 reference a
call; 6.11.3 loses none). Giving each of them a supply that no session can use up, which is what
3.12 does, makes the same program safe. tests/ui/test_singletons.py proves it in a process of its own.
"""

import ctypes
import sys

_SUPPLY = 1 << 40


def keep_singletons() -> None:
    """Make None, True and False as good as immortal where the interpreter does not."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for held in (None, True, False):
        if sys.getrefcount(held) < _SUPPLY:
            ctypes.c_ssize_t.from_address(id(held)).value += 2 * _SUPPLY
