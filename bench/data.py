"""The same ledger for everybody: an open return, its XML, its workbook. Built from a fixed seed."""

import hashlib
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.domain.pack import Pack
from app.domain.tree import Row
from app.services.desk import Desk
from app.services.documents import document
from app.services.packs import add_pack, get_pack
from app.services.profiles import add_profile
from app.services.returns import get_return, new_return
from app.store.keyfile import Secret
from app.store.rows import ORDER_STEP, RowWriter
from app.store.workspace import Workspace

HERE = Path(__file__).parent
SECRET = Secret("bench", "passphrase")
MANIFEST = """[pack]
id = "bench-1.0"
return_type = "BENCH"
version = "1.0"
namespace = "urn:praya:bench:1"
root = "Ledger"
schema = "ledger.xsd"
effective_from = 2026-01-01
title = { en = "Ledger" }
[pack.files]
"ledger.xsd" = "%s"
"""
COLUMNS = (
    "EntryId",
    "AccountId",
    "Asset",
    "Date",
    "Side",
    "Quantity",
    "PriceHkd",
    "ValueHkd",
    "FeeHkd",
    "Counterparty",
    "TxHash",
    "Note",
)


def pack_files() -> dict[str, bytes]:
    """The pack of the ledger."""
    xsd = (HERE / "ledger" / "ledger.xsd").read_bytes()
    manifest = MANIFEST % hashlib.sha256(xsd).hexdigest()
    return {"ledger.xsd": xsd, "pack.toml": manifest.encode()}


def entries(count: int) -> Iterator[tuple[str, ...]]:
    """Rows of twelve cells."""
    dice = random.Random(20261031)
    for number in range(1, count + 1):
        cents = dice.randrange(1, 10**12)
        yield (
            f"E{number:08d}",
            f"A{dice.randrange(1000):04d}",
            dice.choice(("BTC", "ETH", "USDT")),
            f"2026-10-{dice.randrange(1, 32):02d}",
            dice.choice(("IN", "OUT")),
            f"{dice.randrange(10**6)}.{dice.randrange(10**18):018d}",
            f"{dice.randrange(10**6)}.{dice.randrange(100):02d}",
            f"{cents // 100}.{cents % 100:02d}",
            f"{dice.randrange(1000)}.{dice.randrange(100):02d}",
            f"C{dice.randrange(10**6)}",
            f"{dice.getrandbits(256):064x}",
            "a & b" if number % 7 == 0 else "",
        )


PROFILE = (
    '[profile]\nname = "bench"\nreturn_type = "BENCH"\n'
    '[[table]]\npath = "Accounts/Account"\nsheet = "Accounts"\n'
    '[table.columns]\nAccountId = "AccountId"\n'
    '[[table]]\npath = "Entries/Entry"\nsheet = "Entries"\n[table.columns]\n'
) + "".join(f'{name} = "{name}"\n' for name in COLUMNS)


def open_empty(folder: Path) -> tuple[Desk, str]:
    """A new empty return in a copy of that workspace, so that a step can be run again and again."""
    for name in ("bench.praya", "bench.praya.key-check"):
        shutil.copy(folder / name, folder / f"again-{name}")
    desk = Desk(Workspace.open(folder / "again-bench.praya", SECRET), "bench")
    return desk, new_return(desk, "BENCH", "2026-11").id


def open_ledger(folder: Path) -> tuple[Desk, str, Pack]:
    """The workspace that `build` made."""
    desk = Desk(Workspace.open(folder / "bench.praya", SECRET), "bench")
    return desk, (folder / "return-id").read_text(), get_pack(desk, "bench-1.0")


def build(folder: Path, count: int) -> None:
    """Make the workspace with its ledger, the XML, the XSD and the workbook."""
    desk = Desk(Workspace.create(folder / "bench.praya", SECRET, {"ce": "ZZL001"}), "bench")
    add_pack(desk, pack_files())
    pack = get_pack(desk, "bench-1.0")
    record = new_return(desk, "BENCH", "2026-10")
    with desk.workspace.write() as connection:
        writer = RowWriter(connection, record.id, 0)
        places = {row.node: row.id for row in writer.children(writer.root().id)}
        writer.insert(place_rows(writer, places["Accounts"], "Accounts/Account", _accounts(), 1000))
        writer.insert(place_rows(writer, places["Entries"], "Entries/Entry", entries(count), count))
        (folder / "ledger.xml").write_bytes(document(connection, pack, get_return(desk, record.id)))
    (folder / "ledger.xsd").write_bytes(pack.files["ledger.xsd"])
    (folder / "return-id").write_text(record.id)
    (folder / "bench.toml").write_text(PROFILE)
    add_profile(desk, folder / "bench.toml")
    workbook(folder / "ledger.xlsx", count)
    desk.workspace.close()


def _accounts() -> Iterator[tuple[str, ...]]:
    return ((f"A{number:04d}",) for number in range(1000))


def place_rows(
    writer: RowWriter, parent: int, node: str, cells: Iterator[tuple[str, ...]], count: int
) -> Iterator[Row]:
    """Rows of one table, for the writer."""
    first = writer.new_ids(count)
    for number, values in enumerate(cells):
        held = tuple(value or None for value in values)
        yield Row(first + number, parent, node, (number + 1) * ORDER_STEP, held)


def workbook(path: Path, count: int) -> None:
    """The entries as a finance team would send them, amounts as text."""
    import xlsxwriter  # noqa: PLC0415

    book = xlsxwriter.Workbook(path, {"strings_to_numbers": False})
    sheets: dict[str, Any] = {
        "Entries": (COLUMNS, *entries(count)),
        "Accounts": (("AccountId",), *_accounts()),
    }
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text:
                    sheet.write_string(row, column, text)
    book.close()


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]))
