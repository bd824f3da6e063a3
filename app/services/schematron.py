"""A pack's rules for other validators: ISO Schematron, as far as its language reaches."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.pack import Pack
from app.domain.rule import parameters_on
from app.services.choices import values_for
from app.store.files import hand_out

if TYPE_CHECKING:  # elementpath is slow to import
    from app.rules.schematron import Exported


def schematron(pack: Pack, *, day: date, settings: Mapping[str, str]) -> "Exported":
    """The rules in force on a day, with the parameters of that day and the settings of the firm."""
    from app.rules.schematron import export  # noqa: PLC0415

    return export(
        pack, day=day, values={**parameters_on(pack.parameters, day), **values_for(pack, settings)}
    )


def write_schematron(
    pack: Pack, out: Path, *, day: date, settings: Mapping[str, str]
) -> "Exported":
    """The same, written to a file as a whole or not at all."""
    found = schematron(pack, day=day, settings=settings)
    hand_out(out, found.document)
    return found
