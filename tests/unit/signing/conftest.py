"""A workspace with a small pack of its own, and the desks of two people."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from signing_makers import identity, small_pack

from app.domain.changes import Changes
from app.services import drafts, returns, submission
from app.services.desk import Desk
from app.services.packs import add_pack
from app.store import history
from app.store.workspace import Workspace


@dataclass(frozen=True)
class Office:
    """Mei prepares, Boss approves."""

    mei: Desk
    boss: Desk

    def draft(self, amount: str = "980.00") -> str:
        """A return that is ready for review."""
        number = returns.new_return(self.mei, "TST", "2026-10").id
        drafts.set_value(self.mei, number, "Header/Submission", "ORIGINAL")
        for place, value in enumerate((amount, "20.00"), 1):
            drafts.add_row(self.mei, number, "Rows/Row")
            drafts.set_value(self.mei, number, f"Rows/Row[{place}]/Label", f"Wallet {place}")
            drafts.set_value(self.mei, number, f"Rows/Row[{place}]/Amount", value)
        return number

    def approved(self) -> str:
        number = self.draft()
        submission.send_for_review(self.mei, number)
        submission.approve(self.boss, number, "agreed")
        return number

    def sign(self, number: str) -> Changes:
        return submission.sign(self.boss, number, identity().signer)

    def signed(self) -> str:
        number = self.approved()
        self.sign(number)
        return number

    def state(self, number: str) -> str:
        return returns.get_return(self.mei, number).state.value

    def history(self, number: str | None = None) -> list[history.Entry]:
        with self.mei.workspace.read() as connection:
            return list(history.entries(connection, number))


@pytest.fixture
def office(workspace: Workspace) -> Office:
    """Two desks at one workspace."""
    mei = Desk(workspace, "Mei Wong")
    add_pack(mei, small_pack())
    return Office(mei, Desk(workspace, "Boss"))


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    """What a portal sends back."""
    path = tmp_path / "receipt.pdf"
    path.write_bytes(b"%PDF-1.7 received with thanks")
    return path
