"""Where the frozen program begins."""

import multiprocessing

from app.cli import entry

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a schema of others is compiled in a process of its own
    entry()
