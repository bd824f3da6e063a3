"""The shipped packs and their worked cases, as the tests ask for them."""

from collections.abc import Mapping
from functools import cache

from app.domain.definition import PackError
from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.rules.engine import Outcome
from app.services.examplerows import EXAMPLES
from app.services.packcases import Case, CaseBench, read_cases
from app.services.packs import open_pack, shipped_packs

__all__ = ["EXAMPLES", "Case", "base_rows", "bench", "broken", "cases", "outcomes", "pack", "packs"]


@cache
def _opened() -> tuple[tuple[Pack, ...], tuple[str, ...]]:
    found, failed = [], []
    for files in shipped_packs():
        try:
            found.append(open_pack(files))
        except PackError as error:
            failed.append(str(error))
    return tuple(found), tuple(failed)


def packs() -> tuple[Pack, ...]:
    """Every shipped pack, its hashes checked and its schema compiled."""
    return _opened()[0]


def broken() -> tuple[str, ...]:
    """Why a shipped pack does not open, for each that does not."""
    return _opened()[1]


def pack(pack_id: str) -> Pack:
    """One shipped pack."""
    return next(item for item in packs() if item.id == pack_id)


@cache
def bench(pack_id: str) -> CaseBench:
    """The cases of a shipped pack, beside all the other shipped packs."""
    return CaseBench(pack(pack_id), packs())


def cases(of: Pack) -> tuple[Case, ...]:
    """The cases of a pack."""
    return read_cases(of)


def base_rows(of: Pack) -> MemoryRows:
    """The rows of the pack's example return."""
    return bench(of.id).base()


def outcomes(
    of: Pack, rows: MemoryRows, settings: Mapping[str, str], *, only: str = ""
) -> list[Outcome]:
    """What the pack's rules, or only those of one id, say of the rows."""
    return bench(of.id).outcomes(rows, settings, bench(of.id).file_companions(), only=only)
