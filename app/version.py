"""The version of the program, read from the installed distribution."""

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Version of the installed distribution; "0+checkout" when it was never installed."""
    try:
        return version("praya")
    except PackageNotFoundError:
        return "0+checkout"
