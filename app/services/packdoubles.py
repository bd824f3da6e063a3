"""A pack that could be taken for another one: lookalike names, and copies that differ by a little."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath

from app.domain.lookalike import alike
from app.domain.pack import Manifest, Pack
from app.services.desk import Desk
from app.services.packs import list_packs

NEAR = 60
"""A copy whose change is within so many bytes differs by a little."""


@dataclass(frozen=True, slots=True)
class Double:
    """What stands close to another pack. `kind` is name, namespace, title, copy or near-copy."""

    kind: str
    pack: str
    sentence: str

    def as_dict(self) -> dict[str, str]:
        """An entry of `warnings`."""
        return asdict(self)


def doubles(desk: Desk, pack: Pack) -> list[Double]:
    """What a person should know before taking a pack for one that the workspace holds."""
    return [
        item for other in list_packs(desk) if other.id != pack.id for item in _beside(pack, other)
    ]


def _beside(pack: Pack, other: Pack) -> Iterator[Double]:
    mine, known = pack.manifest, other.manifest
    same_kind = mine.return_type == known.return_type and mine.publisher == known.publisher
    for kind, value, theirs in _names(mine, known):
        if alike(value, theirs):
            yield Double(
                kind,
                other.id,
                f"its {kind} “{value}” looks like “{theirs}” of {other.id}, and is not the same",
            )
    if mine.title("en") == known.title("en") and mine.return_type != known.return_type:
        yield Double("title", other.id, f"it bears the title of {other.id}, “{known.title('en')}”")
    if pack.schema_files and set(pack.schema_files.values()) == set(other.schema_files.values()):
        if mine.root == known.root and not same_kind:
            yield Double("copy", other.id, f"it holds exactly the schemas of {other.id}")
        return
    for name, body in sorted(pack.schema_files.items()):
        for path, theirs_body in sorted(other.schema_files.items()):
            if PurePosixPath(path).name == PurePosixPath(name).name:
                change = small_change(theirs_body, body)
                if change:
                    yield Double(
                        "near-copy", other.id, f"its {name} is that of {other.id} but for {change}"
                    )


def _names(mine: Manifest, known: Manifest) -> Iterator[tuple[str, str, str]]:
    yield "name", mine.id, known.id
    yield "type", mine.return_type, known.return_type
    yield "namespace", mine.namespace, known.namespace
    yield "title", mine.title("en"), known.title("en")
    yield "publisher", mine.publisher, known.publisher


def small_change(before: bytes, after: bytes) -> str:
    """In words where two files differ, when that is one short place; empty otherwise."""
    if before == after:
        return ""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if max(len(old), len(new)) > NEAR:
        return ""
    line = after.count(b"\n", 0, start) + 1
    return f"line {line}: {_shown(before, start, end)} there, {_shown(after, start, end)} here"


def _shown(body: bytes, start: int, end: int) -> str:
    """The place that differs with a little around it, on its own line."""
    first = max(body.rfind(b"\n", 0, start) + 1, start - 20)
    stop = len(body) - end
    last = body.find(b"\n", stop)
    cut = body[first : min(stop + 20, last if last >= 0 else len(body))]
    return f"“{' '.join(cut.decode('utf-8', 'replace').split())}”"


def _common(first: bytes, second: bytes) -> int:
    """How many bytes two texts have in common at their beginning."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[:middle] == second[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
