"""A long table on the screen, step by step, and a keystroke far down beside one in a short table.

python -m bench.table [--rows N …]
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.services.desk import Desk
from app.services.drafts import set_cell
from app.services.grid import View, read_page, row_ids
from app.services.packs import add_pack, get_pack
from app.services.returns import new_return
from app.store.rows import RowWriter
from app.store.workspace import Workspace
from bench.data import SECRET, entries, pack_files, place_rows

TABLE = "Entries/Entry"
SHORT = 1000
TIMES = 30


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.table", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000])
    options = parser.parse_args()
    for rows in options.rows:
        with tempfile.TemporaryDirectory(prefix="praya-bench-") as name:
            desk = Desk(Workspace.create(Path(name) / "t.praya", SECRET, {"ce": "ZZL001"}), "bench")
            add_pack(desk, pack_files())
            short, long = (_filled(desk, count, month) for count, month in ((SHORT, 9), (rows, 10)))
            print_table(desk, rows, short, long)
            desk.workspace.close()


def _filled(desk: Desk, count: int, month: int) -> tuple[str, int]:
    record = new_return(desk, "BENCH", f"2026-{month:02d}")
    with desk.workspace.write() as connection:
        writer = RowWriter(connection, record.id, 0)
        places = {row.node: row.id for row in writer.children(writer.root().id)}
        writer.insert(place_rows(writer, places["Entries"], TABLE, entries(count), count))
    return record.id, places["Entries"]


def _seconds(work: Callable[[], object], times: int = 3) -> float:
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def print_table(desk: Desk, rows: int, short: tuple[str, int], long: tuple[str, int]) -> None:
    """Each step on the long table; the keystrokes in turn on both."""
    number, parent = long
    numbers = row_ids(desk, number, parent, TABLE, View())
    assert len(numbers) == rows
    node = get_pack(desk, "bench-1.0").schema.node(TABLE)
    first = node.fields[0].key
    amount = next(field.key for field in node.fields if field.kind.numeric)
    steps: dict[str, Callable[[], object]] = {
        "numbers of the first page": lambda: row_ids(desk, number, parent, TABLE, View(), 200),
        "values of a page": lambda: read_page(desk, number, numbers[:200]),
        "values of the last page": lambda: read_page(desk, number, numbers[-200:]),
        "numbers of all rows": lambda: row_ids(desk, number, parent, TABLE, View()),
        "sort by an amount": lambda: row_ids(desk, number, parent, TABLE, View(sort=amount)),
        "filter": lambda: row_ids(desk, number, parent, TABLE, View(text="e00000007")),
    }
    print(f"\n{rows:,} rows\n\n| step | ms |\n|---|---|")
    for title, work in steps.items():
        print(f"| {title} | {_seconds(work) * 1000:.1f} |", flush=True)
    ends = [(number, numbers[-2]), (short[0], row_ids(desk, *short, TABLE, View())[-2])]
    once = _seconds(lambda: set_cell(desk, *ends[0], first, "E00"), 1)
    taken: list[list[float]] = [[], []]
    for turn in range(TIMES):
        for which, (return_id, row) in enumerate(ends):
            text = f"E{turn:02d}"
            taken[which].append(
                _seconds(lambda a=return_id, b=row, c=text: set_cell(desk, a, b, first, c), 1)  # type: ignore[misc]
            )
    far, near = (statistics.median(item) * 1000 for item in taken)
    print(f"| the first keystroke at its end | {once * 1000:.1f} |")
    print(f"| a keystroke at its end, median of {TIMES} | {far:.1f} |")
    print(f"| the same in {SHORT:,} rows | {near:.1f} |")
    print(f"\nA keystroke takes {far / near:.2f} times as long as in {SHORT:,} rows.")


if __name__ == "__main__":
    main()
