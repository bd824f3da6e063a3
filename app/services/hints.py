"""Hints to findings of a return: which figure, written otherwise, would make two sides agree."""

from collections.abc import Iterable, Mapping

from app.domain.finding import Finding
from app.domain.hints import Hint
from app.domain.period import Period
from app.services.choices import values_for
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.packs import get_pack
from app.services.returns import get_return
from app.services.rulecheck import programs
from app.store import settings as settings_store

MOST = 40
"""So many findings of a rule are looked at."""

Hints = Mapping[tuple[str, str], tuple[Hint, ...]]
"""By code and path of the finding."""


def hints(desk: Desk, return_id: str, findings: Iterable[Finding]) -> Hints:
    """What may have gone wrong where two figures of a return should agree; read-only."""
    wanted: dict[str, list[str]] = {}
    for finding in findings:
        if finding.difference is not None and finding.path:
            wanted.setdefault(finding.code, []).append(finding.path)
    if not wanted:
        return {}
    from app.domain.rule import parameters_on  # noqa: PLC0415
    from app.rules.repairs import Repairs  # noqa: PLC0415  (elementpath is slow to load)
    from app.rules.tree import Tree  # noqa: PLC0415

    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    found: dict[tuple[str, str], tuple[Hint, ...]] = {}
    with desk.workspace.read() as connection:
        chosen = settings_store.get_all(connection)
        day = Period.parse(record.period).end
        prepared, around = programs(desk, connection, pack, record)
        values = {**parameters_on(pack.parameters, day), **values_for(pack, chosen)}
        schemas = {relation: each.schema for relation, each in around.related.items()}
        tree = Tree(pack.schema, rows_at(connection, record), around.related)
        repairs = Repairs(pack.schema, values, tree, schemas)
        for program in prepared:
            paths = set(wanted.get(program.rule.id, [])[:MOST])
            for path, said in repairs.of(program, paths) if paths else ():
                found.setdefault((program.rule.id, path), said)
    return found
