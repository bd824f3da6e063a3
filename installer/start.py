"""Where the frozen program begins."""

from app.cli import entry

if __name__ == "__main__":
    entry()
