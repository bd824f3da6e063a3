"""The checks of a return in their tiers: values as typed, the document against its XSD, rules."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.cleanvalues import clean_test
from app.domain.finding import Finding, Severity, Verdict
from app.domain.languages import LANGUAGES
from app.domain.pack import Pack
from app.domain.schema import NIL, Field, Node, Schema
from app.domain.states import State
from app.domain.tree import PlacedRows, Row, path_of
from app.domain.values import Problem, check_value
from app.errors import UserError
from app.services.desk import Desk
from app.services.documents import canonical_digest, checker, parts, rows_at
from app.services.drafts import locate
from app.services.identity import identity_findings
from app.services.lastcheck import LastCheck, last_check
from app.services.origins import Origins
from app.services.packs import get_pack
from app.services.prefill import facts_of
from app.services.returns import get_return
from app.services.rulecheck import explained, rule_findings
from app.services.schemacheck import schema_finding
from app.services.statusfiles import status_findings
from app.services.texts import spoken_for, text_findings
from app.services.verdicts import fingerprint, keep
from app.store import explanations, history
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.rows import Rows
from app.store.verdicts import kept
from app.store.workspace import Connection
from app.xml.validate import SchemaProblem
from app.xml.verdict import problems_of
from app.xml.writer import DECLARATION

Tell = Callable[[int, int], None]
"""Told after each tier how many are done, and of how many; what it raises stops the check."""

TIERS = 4


def check_return(desk: Desk, return_id: str, tell: Tell | None = None) -> Verdict:
    """All findings of a return as it stands; a draft without blocking findings becomes validated.

    When `tell` raises, nothing of the check is kept.
    """
    return check_content(desk, return_id, tell)[0]


def check_content(desk: Desk, return_id: str, tell: Tell | None = None) -> tuple[Verdict, str]:
    """The same with the digest of the content; a verdict that still holds is not worked out again.

    The digest is empty where no document can be written.
    """
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.write() as connection:
        mark = fingerprint(desk, connection, pack, record)
        known = kept(connection, record.id, mark)
        digest = canonical_digest(connection, pack, record) if known else ""
        if known is not None and known.digest == digest:
            verdict = Verdict(known.findings)
        else:
            check = _Check(desk, connection, pack, record, tell or _untold)
            verdict, digest = Verdict(tuple(check.findings())), check.digest
            keep(connection, record, mark, digest, verdict.findings)
        _record(desk, connection, record, verdict, digest)
    return verdict, digest


@dataclass(slots=True)
class _Check:
    """One check while it runs; `digest` is that of the canonical content once it was written."""

    desk: Desk
    connection: Connection
    pack: Pack
    record: ReturnRecord
    tell: Tell
    digest: str = ""

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong, tier by tier."""
        pack, rows = self.pack, rows_at(self.connection, self.record)
        origins = Origins(self.connection, pack.schema, rows, pack.computed_targets)
        values = [
            replace(finding, origin=origins.of(row, key))
            for row, key, finding in wrong_values(pack.schema, rows)
        ]
        yield from values
        self.tell(1, TIERS)
        if any(finding.code == "VALUE-CHARACTER" for finding in values):
            return  # no document can be written with it, so nothing more can be said
        words = explanations.get(self.connection, self.record.id)
        for problem in without_echoes(self._problems(), values):
            yield _schema_finding(pack.schema, rows, origins, problem)
        self.tell(2, TIERS)
        facts = facts_of(self.desk, self.connection)
        for row, key, finding in identity_findings(pack.schema, rows, self.record, facts):
            yield replace(
                finding, origin=origins.of(row, key), explanation=explained(finding, words)
            )
        said = []
        for finding in rule_findings(self.desk, self.connection, pack, self.record, rows, origins):
            said.append(finding)
            self.tell(2, TIERS)
        self.tell(3, TIERS)
        yield from said
        yield from status_findings(self.desk, self.connection, self.record)
        yield from _texts(self.connection, pack, self.record, rows, origins, said)

    def _problems(self) -> list[SchemaProblem]:
        return problems_of(
            self._chunks,
            checker(self.pack),
            file=self.record.id,
            schema=self.pack.schema,
            keep_indents=False,
            tell=lambda: self.tell(1, TIERS),
        )

    def _chunks(self) -> Iterator[bytes]:
        """The document as it is written; whoever reads it to its end leaves its digest behind."""
        digest = hashlib.sha256()
        yield DECLARATION
        for part in parts(self.connection, self.pack, self.record):
            digest.update(part)
            yield part
        self.digest = digest.hexdigest()


def _untold(_done: int, _all: int) -> None:
    """Nobody watches."""


def _texts(
    connection: Connection,
    pack: Pack,
    record: ReturnRecord,
    rows: Rows,
    origins: Origins,
    said: list[Finding],
) -> Iterator[Finding]:
    """The tier of free text, with what explains its findings."""
    kept = explanations.get(connection, record.id)
    for row, key, finding in text_findings(pack, rows, spoken_for(pack, said)):
        yield replace(finding, origin=origins.of(row, key), explanation=explained(finding, kept))


def wrong_values(schema: Schema, rows: PlacedRows) -> Iterator[tuple[Row, str, Finding]]:
    """Tier one over a whole document: every finding with the row and the key of its field."""
    for node in schema.nodes.values():
        nils = [place for key, place in node.index.items() if key.endswith(NIL)]
        tests = [(field, clean_test(field)) for field in node.fields]
        for row in rows.all_of(node.path):
            absent = _said_to_be_absent(node, row, nils) if nils else frozenset()
            for (field, clean), value in zip(tests, row.values, strict=True):
                if value is not None and clean(value):
                    continue
                if (value is None and "/@" in field.key) or field.key in absent:
                    continue
                for problem in check_value(field, value):
                    path = path_of(schema, rows, row, field.key)
                    yield row, field.key, _value_finding(field, problem, value, path)


def _said_to_be_absent(node: Node, row: Row, nils: list[int]) -> frozenset[str]:
    """Fields that hold nothing because the document says so (`xsi:nil`)."""
    said = [place for place in nils if row.values[place] in ("true", "1")]
    nil = {node.fields[place].key.removesuffix(NIL).rstrip("/") for place in said}
    if "" in nil:
        return frozenset(field.key for field in node.fields if not field.key.startswith("@"))
    return frozenset(nil)


def _value_finding(field: Field, problem: Problem, value: str | None, path: str) -> Finding:
    """A finding of tier one, in every language of the program."""
    messages = {lang: f"{field.label(lang)}: {problem.text(lang)}" for lang in LANGUAGES}
    return Finding(
        code=problem.code,
        severity=Severity.BLOCKING,
        message=messages["en"],
        messages=messages,
        path=path,
        left=value,
        right=problem.expected or None,
        certainty="STD",
    )


def without_echoes(
    problems: Iterable[SchemaProblem], values: Iterable[Finding]
) -> Iterator[SchemaProblem]:
    """The XSD's errors, without those that say again what tier one has said of a value."""
    said = {finding.path for finding in values}
    incomplete = {
        (finding.path or "").rpartition("/")[0]
        for finding in values
        if finding.code == "VALUE-MISSING"
    }
    for problem in problems:
        echo = problem.code == "SCHEMAV_ELEMENT_CONTENT" and (
            problem.path in incomplete or problem.path.rpartition("/")[0] in incomplete
        )
        if problem.path not in said and not echo:
            yield problem


def _schema_finding(
    schema: Schema, rows: Rows, origins: Origins, problem: SchemaProblem
) -> Finding:
    origin = None
    try:
        place = locate(schema, rows, problem.path)
        origin = origins.of(place.row, place.field.key)
    except UserError:
        pass  # the problem is with an element that is no field, or that is not there
    return replace(schema_finding(problem), origin=origin)


def _record(
    desk: Desk, connection: Connection, record: ReturnRecord, verdict: Verdict, digest: str
) -> None:
    state = record.state
    if state is State.DRAFT and verdict.valid:
        state = State.VALIDATED
    elif state is State.VALIDATED and not verdict.valid:
        state = State.DRAFT
    if state is record.state and not _news(connection, record, verdict):
        return
    detail: dict[str, object] = {
        "counts": verdict.as_dict()["counts"],
        "unexplained": verdict.unexplained,
        "step": record.head,
    }
    if state is not record.state:
        store.set_state(connection, record.id, state)
        detail |= {
            "before": record.state.value,
            "after": state.value,
            "digest": digest,
        }
    history.append(connection, seat=desk.seat, action="checked", return_id=record.id, detail=detail)


def _news(connection: Connection, record: ReturnRecord, verdict: Verdict) -> bool:
    """Whether a return that is still being filled in was found otherwise than at the last check."""
    if record.state not in (State.DRAFT, State.VALIDATED):
        return False
    found = LastCheck(verdict.count(Severity.BLOCKING), verdict.unexplained, stale=False)
    return last_check(connection, record.id) != found
