"""How much time and memory the schema of a stranger may take."""

import signal

from app.xml.packfiles import SchemaError

SECONDS = 60
"""Schemas of 20,000 lines compile in a tenth of this."""

MEMORY = 3 << 30
"""Bytes of address space; the largest schemas that we know need a tenth."""


class SchemaTooHard(SchemaError):
    """The schema asks for more time or memory than any schema has to."""

    code = "schema-too-hard"


def limit_memory() -> None:
    """Hold this process to `MEMORY`, and let its parent decide what the keyboard stops.

    Windows has no such limit; there the time alone counts.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
