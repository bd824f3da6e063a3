"""The command line: arguments in, one reply out; the services do the work."""

from app.cli.main import entry

__all__ = ["entry"]
