"""The checks of a return in their tiers: values as typed, the document against its XSD, rules."""

from collections.abc import Iterator

from app.domain.finding import Finding, Severity, Verdict
from app.domain.pack import Pack
from app.domain.schema import Schema
from app.domain.states import State
from app.domain.values import check_value
from app.errors import UserError
from app.services.desk import Desk
from app.services.documents import canonical_digest, document, rows_at, validator
from app.services.drafts import locate, path_of
from app.services.origins import Origins
from app.services.packs import get_pack
from app.services.returns import get_return
from app.services.rulecheck import rule_findings
from app.store import history
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.rows import Rows
from app.store.workspace import Connection
from app.xml.safe import parse
from app.xml.validate import SchemaProblem, validate


def check_return(desk: Desk, return_id: str) -> Verdict:
    """All findings of a return as it stands; a draft without blocking findings becomes validated."""
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.write() as connection:
        verdict = Verdict(tuple(_findings(desk, connection, pack, record)))
        _record(desk, connection, pack, record, verdict)
    return verdict


def _findings(
    desk: Desk, connection: Connection, pack: Pack, record: ReturnRecord
) -> Iterator[Finding]:
    rows = rows_at(connection, record)
    origins = Origins(connection, pack.schema, rows)
    values = list(value_findings(pack.schema, rows, origins))
    yield from values
    covered = {finding.path for finding in values}
    tree = parse(document(connection, pack, record), file=record.id)
    for problem in validate(tree, validator(pack), pack.schema):
        if problem.path not in covered:
            yield _schema_finding(pack.schema, rows, origins, problem)
    yield from rule_findings(desk, connection, pack, record, rows, origins)


def value_findings(schema: Schema, rows: Rows, origins: Origins) -> Iterator[Finding]:
    """Tier one over the whole return."""
    for node in schema.nodes.values():
        for row in rows.all_of(node.path):
            for field, value in zip(node.fields, row.values, strict=True):
                if "/@" in field.key and value is None:
                    continue
                for problem in check_value(field, value):
                    path = path_of(schema, rows, row, field.key)
                    label = field.label("en")
                    yield Finding(
                        code=problem.code,
                        severity=Severity.BLOCKING,
                        message=f"{label}: {problem.message}",
                        path=path,
                        origin=origins.of(row, field.key),
                        left=value,
                        right=problem.expected or None,
                        certainty="STD",
                    )


def _schema_finding(
    schema: Schema, rows: Rows, origins: Origins, problem: SchemaProblem
) -> Finding:
    origin = None
    try:
        place = locate(schema, rows, problem.path)
        origin = origins.of(place.row, place.field.key)
    except UserError:
        pass  # the problem is with an element that is no field, or that is not there
    return Finding(
        code="XSD-" + problem.code.removeprefix("SCHEMAV_").replace("_", "-"),
        severity=Severity.BLOCKING,
        message=problem.message,
        path=problem.path or None,
        line=problem.line,
        origin=origin,
        certainty="STD",
    )


def _record(
    desk: Desk, connection: Connection, pack: Pack, record: ReturnRecord, verdict: Verdict
) -> None:
    state = record.state
    if state is State.DRAFT and verdict.valid:
        state = State.VALIDATED
    elif state is State.VALIDATED and not verdict.valid:
        state = State.DRAFT
    if state is record.state:
        return
    store.set_state(connection, record.id, state)
    history.append(
        connection,
        seat=desk.seat,
        action="checked",
        return_id=record.id,
        detail={
            "before": record.state.value,
            "after": state.value,
            "counts": verdict.as_dict()["counts"],
            "digest": canonical_digest(connection, pack, record),
            "step": record.head,
        },
    )
