"""`python -m app` is the same program as the command `praya`."""

from app.cli import entry

if __name__ == "__main__":
    entry()
