"""Checks of an XML file that is no return of the workspace: the same tiers, on the file's own rows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.finding import Finding, Verdict
from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.schema import Schema
from app.errors import UserError
from app.services.checks import without_echoes, wrong_values
from app.services.desk import Desk
from app.services.documents import checker, validator
from app.services.obligations import hong_kong_today
from app.services.packs import (
    PackMissing,
    by_newness,
    get_pack,
    list_packs,
    open_pack,
    shipped_packs,
)
from app.services.rulecheck import file_findings, passed_over
from app.services.schemacheck import schema_finding
from app.services.settings import chosen_settings
from app.services.texts import spoken_for, text_findings
from app.xml.reader import XmlRows, read_rows
from app.xml.safe import parse, read_file
from app.xml.validate import SchemaProblem, root_name, validate
from app.xml.verdict import SMALL, problems_of, slices


class WrongRoot(UserError):
    """The document is of another kind than the pack."""

    code = "wrong-root"


def check_file(file: Path, pack_id: str | None, desk: Desk | None) -> Verdict:
    """Every finding of a file, signed or not, as its pack says.

    The pack is the named one, or the one whose namespace and document element the file has. Packs
    come from the workspace, or where there is none from the program. Raises a `UserError` when the
    file cannot be read or no pack fits.
    """
    return check_bytes(read_file(file), file, pack_id, desk)[1]


def check_bytes(
    data: bytes, file: Path | str, pack_id: str | None, desk: Desk | None
) -> tuple[str, Verdict]:
    """The same for bytes, with the id of the pack; `file` is their name in an error."""
    tree = parse(data, file=str(file))
    pack = fitting_pack(desk, tree, pack_id, Path(file))
    rows = read_rows(tree, pack.schema)
    values = [
        replace(finding, line=rows.line(row.id, key))
        for row, key, finding in wrong_values(pack.schema, rows)
    ]
    problems = _problems(data, tree, pack, file)
    schema = [schema_finding(problem) for problem in without_echoes(problems, values)]
    said = list(_rule_findings(desk, pack, rows))
    texts = [
        replace(finding, line=rows.line(row.id, key))
        for row, key, finding in text_findings(pack, rows, spoken_for(pack, said))
    ]
    found = (*values, *schema, *said, *texts)
    return pack.id, Verdict(found, passed_over(pack, reporting_day(pack.schema, rows)))


def _problems(data: bytes, tree: Any, pack: Pack, file: Path | str) -> list[SchemaProblem]:
    """The XSD's errors. The tree is there already; in pieces, very many errors are told sooner."""
    if len(data) <= SMALL:
        return validate(tree, validator(pack), pack.schema)
    return problems_of(lambda: slices(data), checker(pack), file=str(file), schema=pack.schema)


def fitting_pack(desk: Desk | None, tree: Any, pack_id: str | None, file: Path) -> Pack:
    """The pack of a document: the named one, or the one for its namespace and document element."""
    return _fitting(_packs(desk, pack_id), root_name(tree), pack_id, file)


def _packs(desk: Desk | None, pack_id: str | None) -> list[Pack]:
    if desk is not None:
        return [get_pack(desk, pack_id)] if pack_id else list_packs(desk)
    found = [open_pack(files, source="shipped with the program") for files in shipped_packs()]
    if pack_id is None:
        return found
    named = [pack for pack in found if pack.id == pack_id]
    if not named:
        known = ", ".join(pack.id for pack in found)
        raise PackMissing(f"there is no schema pack “{pack_id}”; the program brings {known}")
    return named


def _fitting(packs: list[Pack], root: tuple[str, str], pack_id: str | None, file: Path) -> Pack:
    fitting = [p for p in packs if (p.manifest.namespace, p.manifest.root) == root]
    if fitting:
        return max(fitting, key=by_newness)
    namespace, name = root
    near = packs if pack_id else [p for p in packs if p.manifest.namespace == namespace]
    if near:
        manifest = near[0].manifest
        raise WrongRoot(
            f"the document is “{name}” in “{namespace}”, but {near[0].id} is for"
            f" “{manifest.root}” in “{manifest.namespace}”",
            file=file,
        )
    raise PackMissing(
        f"no schema pack is for “{name}” in the namespace “{namespace}”;"
        " give --pack ID or --schema FILE.xsd",
        file=file,
    )


def _rule_findings(desk: Desk | None, pack: Pack, rows: XmlRows) -> Iterator[Finding]:
    """What the rules say, under the workspace's settings or, without one, the pack's own."""
    chosen = chosen_settings(desk) if desk is not None else {}
    day = reporting_day(pack.schema, rows)
    return file_findings(pack, rows, day=day, settings=chosen, line=rows.line)


def reporting_day(schema: Schema, rows: MemoryRows) -> date:
    """The last day of the period as the document states it; today where it does not."""
    return stated_day(schema, rows) or hong_kong_today()


def stated_day(schema: Schema, rows: MemoryRows) -> date | None:
    """The document's own `PeriodEnd`; None where it has none."""
    for node in schema.nodes.values():
        at = node.index.get("PeriodEnd")
        if at is None:
            continue
        for row in rows.all_of(node.path):
            try:
                return date.fromisoformat((row.values[at] or "")[:10])
            except ValueError:
                break
    return None
