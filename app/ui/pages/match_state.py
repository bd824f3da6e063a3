"""The columns of a workbook as the user matches them: what the dialog shows and changes."""

from dataclasses import replace

from app.excel.matchcontent import Evidence, evidence, is_coded
from app.excel.matched import Constant, Trouble, missing, troubles, with_match
from app.excel.matching import (
    CONVENTIONS,
    Match,
    SheetMatch,
    Target,
    cells_of,
    match_sheet,
    targets_of,
    words_for,
)
from app.excel.workbook import Value
from app.services.matching import Proposal


class MatchState:
    """A proposal and what was changed of it. `sheet` is the one that is looked at."""

    def __init__(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self.sheets = list(proposal.sheets)
        self.sheet = next((n for n, s in enumerate(self.sheets) if s.table), 0)
        self._constants: dict[tuple[str, str], str] = {}

    @property
    def current(self) -> SheetMatch:
        """The sheet that is looked at."""
        return self.sheets[self.sheet]

    @property
    def targets(self) -> dict[str, Target]:
        """The fields that its columns can be for."""
        if self.current.table is None:
            return {}
        found = targets_of(self.proposal.schema, self.current.table)
        return {target.key: target for target in found}

    def set_table(self, table: str | None) -> None:
        """Match the sheet anew, as one that holds that table."""
        self._again(table, None)

    def set_header(self, header: int) -> None:
        """Match the sheet anew, with its headings in that row."""
        if header != self.current.header:
            self._again(self.current.table, header)

    def _again(self, table: str | None, header: int | None) -> None:
        rows = self.proposal.rows[self.sheet]
        self.sheets[self.sheet] = match_sheet(self.proposal.schema, rows, table, header)

    def set_key(self, at: int, key: str | None) -> None:
        """Another field for a column; no column that had it keeps it."""
        if key is not None:
            for number, match in enumerate(self.current.matches):
                if number != at and match.key == key:
                    self._put(number, replace(match, key=None, sureness=None, words={}))
        match = self.current.matches[at]
        words = words_for(self.targets[key], self._cells(match)) if key is not None else {}
        self._put(at, replace(match, key=key, sureness=None, words=words))

    def use_again(self, at: int) -> int:
        """The column once more, below, for a second field; the place of the new line."""
        match = self.current.matches[at]
        more = replace(match, key=None, sureness=None, words={})
        matches = self.current.matches
        whole = (*matches[: at + 1], more, *matches[at + 1 :])
        self.sheets[self.sheet] = replace(self.current, matches=whole)
        return at + 1

    def set_word(self, at: int, word: str, code: str) -> None:
        """What a word of a coded column stands for."""
        match = self.current.matches[at]
        self._put(at, replace(match, words={**match.words, word: code}))

    def is_against(self, match: Match) -> bool:
        """Whether the cells contradict the field that was chosen."""
        if match.key is None or match.sureness is not None:
            return False
        found = evidence(self.targets[match.key].column.field, self._cells(match), CONVENTIONS)
        return found is Evidence.AGAINST

    def unsaid(self, match: Match) -> int:
        """How many words of a column stand for nothing yet."""
        return sum(not code for code in match.words.values())

    def coded(self, match: Match) -> bool:
        """Whether the column's words stand for codes."""
        return match.key is not None and is_coded(self.targets[match.key].column.field)

    def missing(self) -> list[tuple[str, Target]]:
        """Required fields of the sheet's table without a column."""
        return missing(self.proposal.schema, [self.current])

    def constant(self, table: str, key: str) -> str:
        """What a field without a column gets in every row."""
        return self._constants.get((table, key), "")

    def set_constant(self, table: str, key: str, text: str) -> None:
        """The same in every row."""
        self._constants[table, key] = text.strip()

    @property
    def constants(self) -> list[Constant]:
        """The constants of fields that still have no column."""
        lacking = {
            (table, target.key) for table, target in missing(self.proposal.schema, self.sheets)
        }
        return [
            Constant(table, key, text)
            for (table, key), text in self._constants.items()
            if text and (table, key) in lacking
        ]

    def troubles(self) -> list[Trouble]:
        """What has to be decided first."""
        return troubles(self.proposal.schema, self.sheets)

    def _cells(self, match: Match) -> tuple[Value, ...]:
        header = None if self.current.table == "" else self.current.header
        return cells_of(self.proposal.rows[self.sheet], match.place, header)

    def _put(self, at: int, match: Match) -> None:
        self.sheets[self.sheet] = with_match(self.current, at, match)
