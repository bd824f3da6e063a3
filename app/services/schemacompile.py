"""The compiled schema of a pack: the program's own at once, any other where it can do no harm."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache

from app.domain.schema import Schema
from app.paths import data_root


def compiled(xsds: Mapping[str, bytes], main: str, root: str, languages: tuple[str, ...]) -> Schema:
    """The schema, compiled in a process of its own unless every file is one that we ship.

    Raises a `UserError` where it breaks the rules or asks for more than a schema may.
    """
    if all(hashlib.sha256(body).hexdigest() in _shipped() for body in xsds.values()):
        from app.xml.compile import compile_schema  # noqa: PLC0415  (heavy)

        return compile_schema(xsds, main, root, languages)
    from app.xml.trial import compile_apart  # noqa: PLC0415  (heavy)

    return compile_apart(xsds, main, root, languages)


@lru_cache(maxsize=1)
def _shipped() -> frozenset[str]:
    """SHA-256 of every schema file that comes with the program."""
    files = (data_root() / "schemas").glob("*/*/*.xsd")
    return frozenset(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
