"""Matching a workbook that no layout fits: what is proposed, and the profile that comes of it.

The proposal is made by `app.excel.matching`; the person who imports corrects it. The profile that is
kept is one like any other: it is shown, shared and found again next month.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.schema import Schema
from app.errors import UserError
from app.excel.matched import Constant, matched_profile, troubles
from app.excel.matching import SheetMatch, SheetRows, match_sheets, sheets_of
from app.excel.profile import ProfileError
from app.excel.profilefile import read_profile
from app.excel.profiletext import profile_text
from app.excel.workbook import Workbook
from app.services.desk import Desk
from app.services.imports import read_workbook_file
from app.services.packs import get_pack
from app.services.profiles import ProfileInfo, keep_text, list_profiles
from app.services.returns import get_return

_LONGEST_NAME = 60


class MatchUnfinished(UserError):
    """The columns are not matched so far that a profile can be made of them."""

    code = "match-unfinished"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What each sheet of a workbook is thought to hold, with what is needed to correct it.

    `name` is free for a profile; `taken` are the names that are not.
    """

    file: str
    return_type: str
    schema: Schema
    rows: tuple[SheetRows, ...]
    sheets: tuple[SheetMatch, ...]
    name: str
    taken: tuple[str, ...] = ()


def propose(desk: Desk, return_id: str, file: Path) -> Proposal:
    """A proposal for a workbook. Nothing is written."""
    record = get_return(desk, return_id)
    schema = get_pack(desk, record.pack_id).schema
    rows = sheets_of(Workbook(read_workbook_file(file), file.name))
    taken = tuple(info.name for info in list_profiles(desk))
    return Proposal(
        file=file.name,
        return_type=record.return_type,
        schema=schema,
        rows=rows,
        sheets=match_sheets(schema, rows),
        name=_free_name(file.stem, taken),
        taken=taken,
    )


def keep_match(
    desk: Desk,
    proposal: Proposal,
    sheets: Sequence[SheetMatch],
    constants: Sequence[Constant] = (),
    name: str = "",
) -> ProfileInfo:
    """Keep the columns as they are matched now as a profile; one of the same name is replaced.

    A `MatchUnfinished` says what has to be decided first.
    """
    for trouble in troubles(proposal.schema, sheets):
        place = f"{proposal.file}, sheet “{trouble.sheet}”" if trouble.sheet else proposal.file
        said = {
            "nothing": "no column has a field yet; choose a table and its fields",
            "twice": f"two columns are for “{trouble.key}”; choose one",
            "two-sheets": f"“{trouble.table}” stands on two sheets; choose one",
            "no-parent": f"choose the column that says to which row above a row of “{trouble.table}” belongs",
        }
        raise MatchUnfinished(f"{place}: {said[trouble.kind]}")
    chosen = " ".join(name.split()) or proposal.name
    profile = matched_profile(
        proposal.schema,
        proposal.return_type,
        chosen,
        "",
        proposal.rows,
        sheets,
        constants,
    )
    text = profile_text(profile)
    read_profile(text.encode(), chosen)  # refuses a name that no profile can have
    kinds = {info.name: info.return_type for info in list_profiles(desk)}
    if kinds.get(chosen, profile.return_type) != profile.return_type:
        raise ProfileError(
            f"there is a profile “{chosen}” for {kinds[chosen]} already; choose another name"
        )
    return keep_text(desk, text, proposal.file)


def _free_name(stem: str, taken: Sequence[str]) -> str:
    """A name of a profile from the workbook's, without the month in it."""
    plain = re.sub(r"\d{4}[-_. ]?\d{2}([-_. ]?\d{2})?|\d{6,8}", " ", stem)
    words = re.findall(r"[^\W_]+", plain)[:8]
    first = "-".join(words)[:_LONGEST_NAME].strip("-") or "workbook"
    name, number = first, 1
    while name in taken:
        number += 1
        name = f"{first}-{number}"
    return name
