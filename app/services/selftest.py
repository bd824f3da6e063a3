"""The self-test: the whole path once, on a temporary workspace, also in a frozen bundle."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.domain.clock import now
from app.errors import Fault, UserError
from app.services import imports, opening, profiles, review
from app.services.checks import check_return
from app.services.demoplan import read_plan, sample_profiles
from app.services.desk import Desk
from app.services.export import export
from app.services.history import verify as verify_history
from app.services.keysources import KeyFile
from app.services.packs import list_packs
from app.services.returns import new_return
from app.services.submission import sign_with
from app.services.verification import verify_file
from app.signing.authority import make_demo_signer

_PASSWORD = "self-test"  # noqa: S105  (of a key that lives for a second)


Window = Callable[[Desk, str], str]


@dataclass(frozen=True, slots=True)
class TestStep:
    """One step: its name, whether it worked, and what was seen."""

    name: str
    passed: bool
    detail: str

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON."""
        return {"name": self.name, "passed": self.passed, "detail": self.detail}


def attempt(name: str, action: Callable[[], str]) -> TestStep:
    """One step; what goes wrong is its result."""
    try:
        return TestStep(name, passed=True, detail=action())
    except (UserError, Fault, OSError, ImportError, AssertionError) as error:
        return TestStep(name, passed=False, detail=" ".join(str(error).split()) or repr(error))


def run_self_test(window: Window) -> list[TestStep]:
    """Every step up to the first that fails. `window` shows a return of a desk and closes again."""
    folder = Path(tempfile.mkdtemp(prefix="praya-self-test-"))
    try:
        return _Walk(folder, window).go()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _Walk:
    def __init__(self, folder: Path, window: Window) -> None:
        self._folder = folder
        self._window = window
        self._desk: Desk | None = None
        self._id = ""
        self._signed = folder

    @property
    def desk(self) -> Desk:
        if self._desk is None:
            raise Fault("the workspace is not open")
        return self._desk

    def go(self) -> list[TestStep]:
        steps: list[TestStep] = []
        plan = (
            ("workspace", self._workspace),
            ("import", self._import),
            ("check", self._check),
            ("approve", self._approve),
            ("sign and export", self._sign),
            ("verify", self._verify),
            ("history", self._history),
            ("window", lambda: self._window(self.desk, self._id)),
        )
        try:
            for name, action in plan:
                steps.append(attempt(name, action))
                if not steps[-1].passed:
                    break
        finally:
            if self._desk is not None:
                self._desk.workspace.close()
        return steps

    def _workspace(self) -> str:
        secret = self._folder / "passphrase"
        secret.write_text(_PASSWORD + "\n", encoding="utf-8")
        self._desk = opening.create_desk(
            self._folder / "test.praya",
            entity="Self-test",
            ce="ZZZ001",
            seat="preparer",
            passphrase_file=secret,
        )
        return f"encrypted, packs {', '.join(pack.id for pack in list_packs(self._desk))}"

    def _import(self) -> str:
        planned = read_plan()[0]
        for file in sample_profiles():
            profiles.add_profile(self.desk, file)
        self._id = new_return(self.desk, planned.return_type, planned.period).id
        rows = 0
        for item in planned.imports:
            result = imports.import_file(self.desk, self._id, item.file, item.profile)
            if not result.applied:
                raise Fault(f"{item.file.name} was refused")
            rows += sum(result.rows.values())
        return f"{rows} rows from {len(planned.imports)} workbooks"

    def _check(self) -> str:
        verdict = check_return(self.desk, self._id)
        if not verdict.valid:
            raise Fault(f"{verdict.findings[0].code}: {verdict.findings[0].message}")
        return "valid"

    def _approve(self) -> str:
        review.send_for_review(self.desk, self._id)
        review.approve(Desk(self.desk.workspace, "approver"), self._id)
        return "by another seat"

    def _sign(self) -> str:
        signer = make_demo_signer("Self-test", "approver", _PASSWORD, at=now())
        key, trust = self._folder / "key.p12", self._folder / "trust.pem"
        key.write_bytes(signer.p12)
        trust.write_bytes(signer.authority_pem)
        sign_with(self.desk, self._id, KeyFile(key, _PASSWORD))
        files = export(self.desk, self._id, self._folder / "out")
        self._signed = next(item.path for item in files if item.kind == "return")
        return f"{self._signed.stat().st_size} bytes"

    def _verify(self) -> str:
        trust = [self._folder / "trust.pem"]
        if verify_file(self._signed, trust).verdict != "valid":
            raise Fault("the signature does not verify")
        body = self._signed.read_bytes()
        changed = body.replace(b"</EntityName>", b".</EntityName>", 1)
        target = self._folder / "changed.xml"
        target.write_bytes(changed)
        if changed == body or verify_file(target, trust).verdict != "invalid":
            raise Fault("a changed byte is not noticed")
        return "valid, and a changed byte is refused"

    def _history(self) -> str:
        verdict = verify_history(self.desk)
        if not verdict.valid:
            raise Fault("; ".join(verdict.reasons))
        return f"{verdict.entries} rows hold"
