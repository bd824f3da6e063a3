"""Verify containers with pyasice; writes a line for each. Runs in an environment of its own."""

import re
import sys

_search = re.search


def _wider(pattern: object, text: object, *more: object) -> object:
    """oscrypto 1.3.0 cannot read versions of OpenSSL such as 3.0.17."""
    if isinstance(pattern, str):
        pattern = pattern.replace(r"\d\.\d\.\d[a-z]*", r"\d+\.\d+\.\d+[a-z]*")
    return _search(pattern, text, *more)


re.search = _wider
from pyasice import Container  # noqa: E402
from pyasice.exceptions import PyAsiceError  # noqa: E402

re.search = _search

for name in sys.argv[1:]:
    container = Container.open(name)
    try:
        container.verify_container()
        container.verify_signatures()
        said = "valid"
    except PyAsiceError as error:
        said = f"refused: {error}"
    sys.stdout.write(f"{said}\n")
