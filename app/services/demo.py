"""The sample month from Excel to the filed return, in a workspace of its own."""

import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import platformdirs

from app.domain.amounts import grouped
from app.domain.clock import now
from app.domain.finding import Finding, Severity, Verdict
from app.domain.period import Period
from app.errors import Fault, UserError
from app.services import drafts, explanations, imports, opening, profiles, review
from app.services.checks import check_return
from app.services.demoplan import (
    PlannedImport,
    PlannedReturn,
    read_plan,
    sample_folder,
    sample_profiles,
)
from app.services.desk import Desk
from app.services.export import Exported, export
from app.services.outside import OutsideCheck, check_with_xmllint, check_with_xmlsec1
from app.services.packs import get_pack
from app.services.returns import get_return, new_return
from app.services.submission import record_receipt, sign_with_p12
from app.services.verification import verify_file
from app.signing.authority import make_demo_signer
from app.store.returns import ReturnRecord

ENTITY, CE = "Lantau Digital Exchange Limited", "ZZZ001"
PREPARER, APPROVER = "Wong Mei", "Chan Tai Man"
Say = Callable[[str], None]


class DemoFolderTaken(UserError):
    """The folder for the demo cannot be used."""

    code = "demo-folder"


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
class Demo:
    """Where everything of the demo lies."""

    folder: Path
    returns: tuple[DemoReturn, ...]

    @property
    def workspace(self) -> Path:
        """The workspace."""
        return self.folder / "sample.praya"

    @property
    def passphrase(self) -> Path:
        """The file whose first line opens the workspace."""
        return self.folder / "passphrase.txt"

    @property
    def trust(self) -> Path:
        """The certificate of the demonstration authority."""
        return self.folder / "authority.pem"

    def as_dict(self) -> dict[str, object]:
        """The command line's JSON."""
        return {
            "workspace": str(self.workspace),
            "passphrase_file": str(self.passphrase),
            "trust": str(self.trust),
            "returns": [item.as_dict() for item in self.returns],
        }


def run_demo(out: Path | None, say: Say) -> Demo:
    """Go through September and October. `say` is told every step in a line."""
    return _Walk(_fresh_folder(out), say).go()


def open_sample(out: Path | None = None) -> Desk:
    """Go through the sample month silently and open its workspace, for the window."""
    demo = run_demo(out, lambda line: None)
    return opening.open_desk(demo.workspace, seat=PREPARER, passphrase_file=demo.passphrase)


def _fresh_folder(out: Path | None) -> Path:
    """A folder with nothing in it; an earlier demo in the named one is left as it is."""
    if out is None:
        home = Path(platformdirs.user_data_dir("praya", appauthor=False))
        out = home / "samples" / datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    if out.exists() and not out.is_dir():
        raise DemoFolderTaken("this is a file; name a folder for the demo", file=out)
    folder, number = out, 1
    while folder.exists() and any(folder.iterdir()):
        number += 1
        folder = out / f"run-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


class _Walk:
    """One run through the sample month."""

    def __init__(self, folder: Path, say: Say) -> None:
        self._demo = Demo(folder, ())
        self._say = say
        self._p12 = folder / "signer.p12"
        self._password = secrets.token_urlsafe(12)
        self._finished: list[DemoReturn] = []

    def go(self) -> Demo:
        demo, say = self._demo, self._say
        say(f"The sample month of {ENTITY}. All of it is invented.")
        desk = self._prepare()
        try:
            for planned in read_plan():
                self._one(desk, planned)
        finally:
            desk.workspace.close()
        return Demo(demo.folder, tuple(self._finished))

    def _prepare(self) -> Desk:
        demo = self._demo
        _write_secret(demo.passphrase, secrets.token_urlsafe(18))
        desk = opening.create_desk(
            demo.workspace, entity=ENTITY, ce=CE, seat=PREPARER, passphrase_file=demo.passphrase
        )
        for file in sample_profiles():
            profiles.add_profile(desk, file)
        signer = make_demo_signer(ENTITY, APPROVER, self._password, at=now())
        self._p12.write_bytes(signer.p12)
        demo.trust.write_bytes(signer.authority_pem)
        _write_secret(demo.folder / "signer-password.txt", self._password)
        shutil.copytree(sample_folder(), demo.folder / "workbooks", dirs_exist_ok=True)
        return desk

    def _one(self, desk: Desk, planned: PlannedReturn) -> None:
        record = new_return(desk, planned.return_type, planned.period)
        pack = get_pack(desk, record.pack_id)
        self._say("")
        self._say(f"{pack.manifest.title('en')}, {record.period}")
        for item in planned.imports:
            self._import(desk, record, item)
        verdict = self._check(desk, record)
        if not verdict.valid or verdict.unexplained:
            self._mend(desk, record, planned)
            verdict = self._check(desk, record)
        if not verdict.valid or verdict.unexplained:
            raise Fault(
                f"the sample month does not pass its own checks: {verdict.as_dict()['counts']}"
            )
        self._file(desk, record)

    def _import(self, desk: Desk, record: ReturnRecord, item: PlannedImport) -> None:
        file = item.file
        preview = imports.dry_run(desk, record.id, file, item.profile)
        if preview.blocked and item.corrected is not None:
            self._say(f"  import {file.name}: refused, nothing was changed")
            for finding in preview.findings:
                if finding.severity is Severity.BLOCKING:
                    self._finding(finding)
            self._say(f"    {item.why}")
            file = item.corrected
            preview = imports.dry_run(desk, record.id, file, item.profile)
        result = imports.import_file(desk, record.id, file, item.profile)
        if not result.applied:
            raise Fault(f"the sample workbook {file} was refused")
        rows = sum(result.rows.values())
        self._say(f"  import {file.name}: {rows} rows, {preview.cells:,} values")

    def _check(self, desk: Desk, record: ReturnRecord) -> Verdict:
        verdict = check_return(desk, record.id)
        counts = [
            f"{verdict.count(severity)} {word}"
            for severity, word in _WORDS.items()
            if verdict.count(severity)
        ]
        said = f"  check: {'valid' if verdict.valid else 'not valid'}, {', '.join(counts) or 'no findings'}"
        if counts and verdict.valid and not verdict.unexplained:
            said += " (explained)"
        self._say(said)
        for finding in verdict.findings:
            if not finding.explanation:
                self._finding(finding)
        return verdict

    def _finding(self, finding: Finding) -> None:
        place = f"{finding.origin}" if finding.origin else finding.path or ""
        self._say(f"    {finding.code}  {place}")
        self._say(f"      {finding.message}")

    def _mend(self, desk: Desk, record: ReturnRecord, planned: PlannedReturn) -> None:
        for value in planned.typed:
            drafts.set_value(desk, record.id, value.path, value.value)
            self._say(f"  typed {value.path} = {grouped(value.value)}: {value.why}")
        for code, text in planned.explained:
            explanations.explain(desk, record.id, code, None, text)
            self._say(f"  explained {code}: {text}")

    def _file(self, desk: Desk, record: ReturnRecord) -> None:
        other = Desk(desk.workspace, APPROVER)
        review.send_for_review(desk, record.id)
        review.approve(other, record.id)
        self._say(f"  prepared by {PREPARER}, approved by {APPROVER}")
        sign_with_p12(other, record.id, self._p12, self._password)
        folder = self._demo.folder / "signed" / record.period
        files = export(other, record.id, folder)
        signed = next(item.path for item in files if item.kind == "return")
        self._say(f"  signed and exported: {signed}")
        self._verify(desk, record, signed)
        if record.period < self._last_period():
            receipt = _write_receipt(self._demo.folder / "receipts", record)
            record_receipt(desk, record.id, receipt)
            self._say(f"  receipt {receipt.name} recorded: filed")
        else:
            self._say("  state: signed, not yet filed")
        self._finished.append(DemoReturn(get_return(desk, record.id), tuple(files)))

    def _last_period(self) -> str:
        return max(item.period for item in read_plan())

    def _verify(self, desk: Desk, record: ReturnRecord, signed: Path) -> None:
        verification = verify_file(signed, [self._demo.trust])
        if verification.verdict != "valid":
            raise Fault(
                f"the demo's own signature is {verification.verdict}: {verification.reasons}"
            )
        pack = get_pack(desk, record.pack_id)
        outside = (check_with_xmllint(signed, pack), check_with_xmlsec1(signed, self._demo.trust))
        for check in outside:
            if check.passed is False:
                raise Fault(f"{check.program} refuses the signed file: {check.said}")
        self._say(f"  verified: praya valid, {', '.join(map(_outcome, outside))}")


_WORDS = {
    Severity.BLOCKING: "blocking",
    Severity.EXPLAIN: "to explain",
    Severity.INFORMATION: "information",
}


def _outcome(check: OutsideCheck) -> str:
    return f"{check.program} {'valid' if check.passed else check.said}"


def _write_secret(path: Path, text: str) -> None:
    """A file that only its owner can read."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text + "\n")


def _write_receipt(folder: Path, record: ReturnRecord) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"receipt-{record.return_type}-{record.period}.txt"
    month = Period.parse(record.period)
    path.write_text(
        "An invented receipt, made by the demo. No authority has received anything.\n"
        f"{ENTITY}, {record.return_type} for {month}\n",
        encoding="utf-8",
    )
    return path
