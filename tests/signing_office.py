"""Two people at a workspace with a small pack: what the tests of review and signing work with."""

from dataclasses import dataclass

from signing_makers import identity

from app.domain.changes import Changes
from app.services import drafts, returns, submission
from app.services.desk import Desk
from app.store import history


@dataclass(frozen=True)
class Office:
    """Mei prepares, Boss approves."""

    mei: Desk
    boss: Desk

    def draft(self, amount: str = "980.00", period: str = "2026-10") -> str:
        """A return that is ready for review."""
        number = returns.new_return(self.mei, "TST", period).id
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
