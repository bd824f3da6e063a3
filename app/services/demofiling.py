"""The last steps of a return of the demo: approved, signed, exported, verified, its receipt kept."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.domain.period import Period
from app.errors import Fault
from app.services import review
from app.services.desk import Desk
from app.services.export import Exported, export
from app.services.keysources import KeyFile
from app.services.outside import OutsideCheck, check_with_xmllint, check_with_xmlsec1
from app.services.packs import get_pack
from app.services.returns import get_return
from app.services.submission import record_receipt, sign_with
from app.services.verification import verify_file
from app.store.returns import ReturnRecord


@dataclass(frozen=True, slots=True)
class DemoReturn:
    """One finished return of the demo."""

    record: ReturnRecord
    files: tuple[Exported, ...]

    def as_dict(self) -> dict[str, object]:
        """One entry of `returns`."""
        return {
            "id": self.record.id,
            "type": self.record.return_type,
            "period": self.record.period,
            "state": self.record.state.value,
            "files": [item.as_dict() for item in self.files],
        }


@dataclass(frozen=True, slots=True)
class Office:
    """Where the approver of the demo sits, and with what he signs."""

    folder: Path
    entity: str
    approver: str
    key: Path
    password: str
    trust: Path

    def file(
        self, desk: Desk, record: ReturnRecord, say: Callable[[str], None], *, received: bool
    ) -> DemoReturn:
        """From a valid draft to the signed file, and with `received` to the receipt."""
        other = Desk(desk.workspace, self.approver)
        review.send_for_review(desk, record.id)
        review.approve(other, record.id)
        say(f"  prepared by {desk.seat}, approved by {self.approver}")
        sign_with(other, record.id, KeyFile(self.key, self.password))
        files = export(other, record.id, self.folder / "signed" / record.period)
        signed = next(item.path for item in files if item.kind == "return")
        say(f"  signed and exported: {signed}")
        self._verify(desk, record, signed, say)
        if received:
            receipt = self._receipt(record)
            record_receipt(desk, record.id, receipt)
            say(f"  receipt {receipt.name} recorded: filed")
        else:
            say("  state: signed, not yet filed")
        return DemoReturn(get_return(desk, record.id), tuple(files))

    def _verify(
        self, desk: Desk, record: ReturnRecord, signed: Path, say: Callable[[str], None]
    ) -> None:
        verification = verify_file(signed, [self.trust])
        if verification.verdict != "valid":
            raise Fault(
                f"the demo's own signature is {verification.verdict}: {verification.reasons}"
            )
        pack = get_pack(desk, record.pack_id)
        outside = (check_with_xmllint(signed, pack), check_with_xmlsec1(signed, self.trust))
        for check in outside:
            if check.passed is False:
                raise Fault(f"{check.program} refuses the signed file: {check.said}")
        say(f"  verified: praya valid, {', '.join(map(_outcome, outside))}")

    def _receipt(self, record: ReturnRecord) -> Path:
        folder = self.folder / "receipts"
        folder.mkdir(exist_ok=True)
        path = folder / f"receipt-{record.return_type}-{record.period}-{record.id[:8]}.txt"
        path.write_text(
            "An invented receipt, made by the demo. No authority has received anything.\n"
            f"{self.entity}, {record.return_type} for {Period.parse(record.period)}\n",
            encoding="utf-8",
        )
        return path


def _outcome(check: OutsideCheck) -> str:
    return f"{check.program} {'valid' if check.passed else check.said}"
