"""The plan of the demo: which workbooks are imported, what is typed and what is explained."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from app.domain.definition import read_toml
from app.errors import Fault
from app.paths import data_root


@dataclass(frozen=True, slots=True)
class PlannedImport:
    """A workbook with its profile; `corrected` is what finance sends when it is refused."""

    file: Path
    profile: str
    corrected: Path | None
    why: str


@dataclass(frozen=True, slots=True)
class PlannedValue:
    """A value that a person types, and why."""

    path: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class PlannedExplanation:
    """What a finding is explained with; without a text, what the last filed return said of it."""

    code: str
    text: str | None


@dataclass(frozen=True, slots=True)
class PlannedReturn:
    """One return of the sample month. `event` says that it reports one, `follows` the report before.

    `follows` counts the planned returns of the same type from 1.
    """

    return_type: str
    period: str
    event: bool
    follows: int | None
    imports: tuple[PlannedImport, ...]
    typed: tuple[PlannedValue, ...]
    explained: tuple[PlannedExplanation, ...]


def sample_folder() -> Path:
    """Where the sample month lies."""
    return data_root() / "resources" / "sample"


def sample_profiles() -> list[Path]:
    """The profiles that read finance's workbooks."""
    return sorted((sample_folder() / "profiles").glob("*.toml"))


def read_plan(folder: Path | None = None) -> list[PlannedReturn]:
    """The returns of the sample month in the order in which they are made."""
    folder = folder or sample_folder()
    file = folder / "plan.toml"
    try:
        body = read_toml(file.read_bytes(), str(file))
        return [_planned(item, folder) for item in body["return"]]
    except (OSError, KeyError) as error:
        raise Fault(f"the sample month is damaged: {error}") from error


def batches(plan: Sequence[PlannedReturn]) -> Iterator[list[PlannedReturn]]:
    """Returns that are prepared together before they are checked: all of a month, each report alone.

    Rules compare the returns of a month with each other, so all of them have to be there first.
    """
    for (_, alone), items in groupby(
        enumerate(plan), lambda each: (each[1].period, each[0] if each[1].event else None)
    ):
        del alone
        yield [item for _, item in items]


def _planned(item: dict[str, Any], folder: Path) -> PlannedReturn:
    return PlannedReturn(
        return_type=item["type"],
        period=item["period"],
        event=item.get("event", False),
        follows=item.get("follows"),
        imports=tuple(
            PlannedImport(
                folder / entry["file"],
                entry["profile"],
                folder / entry["corrected"] if "corrected" in entry else None,
                entry.get("why", ""),
            )
            for entry in item["import"]
        ),
        typed=tuple(PlannedValue(e["path"], e["value"], e["why"]) for e in item.get("typed", ())),
        explained=tuple(
            PlannedExplanation(e["code"], e.get("text")) for e in item.get("explained", ())
        ),
    )
