"""The steps of the demo before a return is filed: made, imported, checked, mended, explained."""

from collections import Counter
from collections.abc import Callable, Sequence

from app.domain.amounts import grouped
from app.domain.finding import Finding, Severity, Verdict
from app.errors import Fault
from app.services import drafts, explanations, imports
from app.services.carry import carried_into
from app.services.checks import check_return
from app.services.demofiling import DemoReturn, Office
from app.services.demoplan import PlannedImport, PlannedReturn
from app.services.desk import Desk
from app.services.following import follow
from app.services.packs import get_pack
from app.services.returns import new_return
from app.store.returns import ReturnRecord

Say = Callable[[str], None]
SHOWN = 12
"""Findings of one check that are told in full; the rest is counted by code."""


class Walk:
    """One run through the sample month."""

    def __init__(self, desk: Desk, office: Office, say: Say, *, last_period: str) -> None:
        self._desk, self._office, self._say, self._last = desk, office, say, last_period
        self.finished: list[DemoReturn] = []

    def go(self, together: Sequence[PlannedReturn]) -> None:
        """Prepare some returns, then check and file them one after another."""
        records = [self._prepare(planned) for planned in together]
        for planned, record in zip(together, records, strict=True):
            if len(together) > 1:
                self._head(record)
            self._finish(planned, record)

    def _head(self, record: ReturnRecord) -> None:
        pack = get_pack(self._desk, record.pack_id)
        self._say("")
        number = ""
        if pack.chain is not None:
            number = f", report {1 + len(self._of_type(record.return_type))} of the incident"
        self._say(f"{pack.manifest.title('en')}, {record.period}{number}")

    def _of_type(self, return_type: str) -> list[DemoReturn]:
        return [item for item in self.finished if item.record.return_type == return_type]

    def _prepare(self, planned: PlannedReturn) -> ReturnRecord:
        record = self._new(planned)
        self._head(record)
        self._carried(record)
        for item in planned.imports:
            self._import(record, item)
        return record

    def _carried(self, record: ReturnRecord) -> None:
        found = carried_into(self._desk, record.id)
        if found is not None:
            values, rows, period = found["values"], found["rows"], found["period"]
            self._say(f"  carried forward: {values} values and {rows} rows from {period}")
        elif record.follows_id is not None:
            self._say("  carried forward: everything from the report before")

    def _new(self, planned: PlannedReturn) -> ReturnRecord:
        if planned.follows is None:
            return new_return(self._desk, planned.return_type, planned.period)
        earlier = self._of_type(planned.return_type)[planned.follows - 1].record
        return follow(self._desk, planned.return_type, planned.period, earlier.id)

    def _finish(self, planned: PlannedReturn, record: ReturnRecord) -> None:
        verdict = self._check(record)
        if planned.typed or not verdict.valid or verdict.unexplained:
            self._mend(record, planned)
            verdict = self._check(record)
        if not verdict.valid or verdict.unexplained:
            raise Fault(
                f"the sample month does not pass its own checks: {verdict.as_dict()['counts']}"
            )
        received = planned.event or planned.period < self._last
        self.finished.append(self._office.file(self._desk, record, self._say, received=received))

    def _import(self, record: ReturnRecord, item: PlannedImport) -> None:
        file = item.file
        preview = imports.dry_run(self._desk, record.id, file, item.profile)
        if preview.blocked and item.corrected is not None:
            self._say(f"  import {file.name}: refused, nothing was changed")
            for finding in preview.findings:
                if finding.severity is Severity.BLOCKING:
                    self._finding(finding)
            self._say(f"    {item.why}")
            file = item.corrected
            preview = imports.dry_run(self._desk, record.id, file, item.profile)
        result = imports.import_file(self._desk, record.id, file, item.profile)
        if not result.applied:
            for finding in result.findings:
                self._finding(finding)
            raise Fault(f"the sample workbook {file} was refused")
        rows = sum(result.rows.values())
        self._say(f"  import {file.name}: {rows} rows, {preview.cells:,} values")

    def _check(self, record: ReturnRecord) -> Verdict:
        verdict = check_return(self._desk, record.id)
        counts = [
            f"{verdict.count(severity)} {word}"
            for severity, word in _WORDS.items()
            if verdict.count(severity)
        ]
        said = f"  check: {'valid' if verdict.valid else 'not valid'}, {', '.join(counts) or 'no findings'}"
        if verdict.count(Severity.EXPLAIN) and verdict.valid and not verdict.unexplained:
            said += " (explained)"
        self._say(said)
        told = [finding for finding in verdict.findings if not finding.explanation]
        for finding in told[:SHOWN]:
            self._finding(finding)
        rest = Counter(finding.code for finding in told[SHOWN:])
        for code, count in rest.items():
            self._say(f"    {code}  and {count} more")
        return verdict

    def _finding(self, finding: Finding) -> None:
        place = f"{finding.origin}" if finding.origin else finding.path or ""
        self._say(f"    {finding.code}  {place}")
        self._say(f"      {finding.message}")

    def _mend(self, record: ReturnRecord, planned: PlannedReturn) -> None:
        for value in planned.typed:
            drafts.set_value(self._desk, record.id, value.path, value.value or None)
            shown = grouped(value.value) or "nothing"
            self._say(f"  typed {value.path} = {shown}: {value.why}")
        for item in planned.explained:
            if item.text is None:
                self._take_over(record, item.code)
            else:
                explanations.explain(self._desk, record.id, item.code, None, item.text)
                self._say(f"  explained {item.code}: {item.text}")

    def _take_over(self, record: ReturnRecord, code: str) -> None:
        for item in explanations.proposals(self._desk, record.id):
            if item.finding.code == code:
                before, after = item.difference_before or "", item.finding.difference or ""
                self._say(
                    f"  proposed for {code} from {item.source.period}: {item.text}"
                    f" (difference {grouped(before)} then, {grouped(after)} now)"
                )
        explanations.take_over(self._desk, record.id, code)
        self._say(f"  explained {code}: as proposed")


_WORDS = {
    Severity.BLOCKING: "blocking",
    Severity.EXPLAIN: "to explain",
    Severity.INFORMATION: "information",
}
