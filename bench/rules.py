"""Business rules over many rows, beside one pass of the same rows through SQLite.

python -m bench.rules [--rows N] [--runs N] [--profile]

The rival is the cheapest thing that touches each figure exactly: a plain, unencrypted SQLite file with
a row for each row of the return, and one statement with a sum of `Decimal` for each rule that looks at
these rows. Praya reads its rows from the encrypted workspace, inside the clock.
"""

import argparse
import cProfile
import os
import platform
import pstats
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.domain.definition import read_rules
from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.rule import Rule, parameters_on
from app.domain.tree import Row
from app.paths import data_root
from app.rules.engine import Prepared, prepare, run
from app.rules.program import Program
from app.services.desk import Desk
from app.services.packs import add_pack, get_pack, read_source
from app.services.returns import new_return
from app.store.rows import Rows, RowWriter
from app.store.workspace import Connection, Workspace
from app.xml.reader import read_rows
from app.xml.safe import parse
from bench.data import HERE, SECRET, pack_files
from bench.rulesdata import ledger_rows, wallet_rows

DAY = date(2026, 10, 31)
LEDGER_VALUES = {
    "value_tolerance": "0.01",
    "fee_maximum": "0.25",
    "large_entry": "100000000000",
    "period_start": "2026-10-01",
    "period_end": "2026-10-31",
    "bitcoin_supply": "21000000",
    "peg": "7.8",
    "peg_high": "101.5",
    "peg_low": "98.5",
}


@dataclass(frozen=True)
class Subject:
    """A return in a workspace, its rules, and the table with the many rows."""

    title: str
    pack: Pack
    return_id: str
    table: str
    rules: tuple[Prepared, ...]

    @property
    def looking(self) -> int:
        """Rules that look at the table."""
        return sum(
            isinstance(program, Program) and self.table in program.needs
            for _, program in self.rules
        )


def put(desk: Desk, pack: Pack, rows: MemoryRows) -> str:
    """A new return with these rows."""
    record = new_return(desk, pack.manifest.return_type, "2026-10")
    with desk.workspace.write() as connection:
        writer = RowWriter(connection, record.id, 0)
        for below in list(writer.children(writer.root().id)):
            writer.remove(below)
        _put(writer, rows, rows.root(), writer.root().id)
    return record.id


def _put(writer: RowWriter, rows: MemoryRows, row: Row, parent: int) -> None:
    below = list(rows.children(row.id))
    if not below:
        return
    first = writer.new_ids(len(below))
    writer.insert(
        Row(first + number, parent, child.node, (number + 1) * 1024, child.values)
        for number, child in enumerate(below)
    )
    for number, child in enumerate(below):
        _put(writer, rows, child, first + number)


def ledger(desk: Desk, count: int) -> Subject:
    """Twenty rules on every entry and five totals."""
    add_pack(desk, pack_files())
    pack = get_pack(desk, "bench-1.0")
    rules = read_rules((HERE / "ledger" / "rules.toml").read_bytes(), "rules.toml")
    return _subject(
        desk, "ledger", pack, ledger_rows(pack, count), "Entries/Entry", rules, LEDGER_VALUES
    )


def wallets(desk: Desk, count: int) -> Subject:
    """All rules of the cold-wallet return, its balances being the many rows."""
    add_pack(desk, read_source(data_root() / "schemas" / "cwr" / "1.0"))
    pack = get_pack(desk, "cwr-1.0")
    body = pack.files["form/examples/base.xml"]
    base = read_rows(parse(body, file="base.xml"), pack.schema)
    values = parameters_on(pack.parameters, DAY) | {s.name: s.default for s in pack.settings}
    rows = wallet_rows(pack, base, count)
    alone = tuple(rule for rule in pack.rules if not getattr(rule, "relations", None))
    return _subject(desk, "cold wallets", pack, rows, "Balances/Balance", alone, values)


def _subject(
    desk: Desk,
    title: str,
    pack: Pack,
    rows: MemoryRows,
    table: str,
    rules: tuple[Rule, ...],
    values: dict[str, str],
) -> Subject:
    prepared = prepare(rules, pack.schema, day=DAY, values=values)
    return Subject(title, pack, put(desk, pack, rows), table, prepared)


def rules_praya(connection: Connection, subject: Subject) -> int:
    """Every rule over every row; the number of findings."""
    rows = Rows(connection, subject.return_id, 0)
    return sum(1 for _ in run(subject.rules, subject.pack.schema, rows))


class DecimalSum:
    """An exact sum for SQLite."""

    def __init__(self) -> None:
        self._sum = Decimal(0)

    def step(self, value: str | None) -> None:
        """Take one value."""
        if value is not None:
            self._sum += Decimal(value)

    def finalize(self) -> str:
        """The sum as text."""
        return str(self._sum)


def fill_sqlite(connection: Connection, subject: Subject, file: Path) -> list[str]:
    """The same rows in a plain table, all columns as text; the names of those with numbers."""
    node = subject.pack.schema.node(subject.table)
    with sqlite3.connect(file) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        names = [f"c{number}" for number in range(len(node.fields))]
        plain.execute(f"CREATE TABLE many ({', '.join(f'{name} TEXT' for name in names)})")
        rows = Rows(connection, subject.return_id, 0).all_of(subject.table)
        marks = ", ".join("?" * len(names))
        plain.executemany(f"INSERT INTO many VALUES ({marks})", (row.values for row in rows))
    plain.close()
    return [name for name, field in zip(names, node.fields, strict=True) if field.kind.numeric]


def pass_sqlite(file: Path, columns: list[str], rules: int) -> None:
    """One pass with a sum for each rule, the figures of the row in turn."""
    with sqlite3.connect(file) as plain:
        for number in range(
            rules
        ):  # SQLite works out two calls of one name on one column only once
            plain.create_aggregate(f"sum_{number}", 1, DecimalSum)  # type: ignore[arg-type]
        sums = ", ".join(f"sum_{n}({columns[n % len(columns)]})" for n in range(rules))
        plain.execute(f"SELECT {sums} FROM many").fetchone()
    plain.close()


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(desk: Desk, subject: Subject, folder: Path, runs: int, *, profile: bool) -> None:
    """Print one line of the table, and where the time goes when that is asked for."""
    with desk.workspace.read() as connection:
        columns = fill_sqlite(connection, subject, folder / f"{subject.table.split('/')[0]}.db")
        file = folder / f"{subject.table.split('/')[0]}.db"
        findings = rules_praya(connection, subject)
        pairs = [  # in turn, so that both meet the same machine
            (
                seconds(lambda: rules_praya(connection, subject)),
                seconds(lambda: pass_sqlite(file, columns, subject.looking)),
            )
            for _ in range(runs)
        ]
        own, rival = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(
            f"| {subject.title} | {len(subject.rules)} | {subject.looking} | {findings} |"
            f" {own:.2f} | {rival:.2f} | {own / rival:.2f} |",
            flush=True,
        )
        if profile:
            profiler = cProfile.Profile()
            profiler.runcall(rules_praya, connection, subject)
            pstats.Stats(profiler, stream=sys.stderr).sort_stats("tottime").print_stats(30)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.rules", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{options.rows:,} rows, median of {options.runs} runs\n")
    print("| return | rules | of them on the rows | findings | Praya, s | SQLite, s | times |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="praya-bench-") as name:
        folder = Path(name)
        desk = Desk(Workspace.create(folder / "rules.praya", SECRET, {"ce": "ZZL001"}), "bench")
        for make in (ledger, wallets):
            measure(desk, make(desk, options.rows), folder, options.runs, profile=options.profile)
        desk.workspace.close()


if __name__ == "__main__":
    main()
