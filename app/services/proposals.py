"""Explanation memory: what was said of the same finding in the last filed return, and whether it still fits."""

from dataclasses import dataclass
from decimal import Decimal

from app.domain.amounts import parse_decimal, plain
from app.domain.finding import Finding, Severity
from app.domain.layout import key_fields
from app.domain.locator import parse_path
from app.domain.schema import Node, Schema
from app.domain.tree import Row
from app.services import checks
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.filed import last_filed_before
from app.services.firm import firm_value
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store import explanations as store
from app.store.returns import ReturnRecord
from app.store.rows import Rows
from app.store.workspace import Connection

Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An explanation of the last filed return, for a finding that has none yet.

    `left_before`, `right_before` and `difference_before` are the figures that it was given for. It
    has `lapsed` when the difference has grown beyond the share that the firm has set.
    """

    finding: Finding
    text: str
    left_before: str | None
    right_before: str | None
    difference_before: str | None
    source: ReturnRecord
    lapsed: bool

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON."""
        return {
            "code": self.finding.code,
            "path": self.finding.path,
            "text": self.text,
            "left": self.finding.left,
            "right": self.finding.right,
            "difference": self.finding.difference,
            "left_before": self.left_before,
            "right_before": self.right_before,
            "difference_before": self.difference_before,
            "from": self.source.id,
            "period": self.source.period,
            "lapsed": self.lapsed,
        }


def proposals(
    desk: Desk, return_id: str, known_findings: tuple[Finding, ...] | None = None
) -> list[Proposal]:
    """What the last filed return said of findings that this one has too, row by row of the same key.

    The return is checked for it, unless the findings of a check of it as it stands are given.
    """
    record = get_return(desk, return_id)
    with desk.workspace.write() as connection:
        source = last_filed_before(connection, record)
        if source is None or not (said := store.get(connection, source.id)):
            return []
        found = known_findings
        if found is None:
            found = checks.check_return(desk, record.id).findings
        growth = Decimal(firm_value(connection, "explanation_growth"))
        old = _places(desk, connection, source)
        known = {(code, old.of(path)): item for (code, path), item in said.items()}
        new = _places(desk, connection, get_return(desk, record.id))
        return [
            _proposal(finding, item, source, growth)
            for finding in found
            if finding.severity is Severity.EXPLAIN and not finding.explanation
            if (item := known.get((finding.code, new.of(finding.path or "")))) is not None
        ]


def _proposal(
    finding: Finding, item: store.Explanation, source: ReturnRecord, growth: Decimal
) -> Proposal:
    before = _difference(item.left, item.right)
    now = parse_decimal(finding.difference or "")
    lapsed = now is not None and (before is None or abs(now) * 100 > abs(before) * (100 + growth))
    return Proposal(
        finding=finding,
        text=item.text,
        left_before=item.left,
        right_before=item.right,
        difference_before=None if before is None else plain(before),
        source=source,
        lapsed=lapsed,
    )


def _difference(left: str | None, right: str | None) -> Decimal | None:
    a, b = parse_decimal(left or ""), parse_decimal(right or "")
    return None if a is None or b is None else a - b


def _places(desk: Desk, connection: Connection, record: ReturnRecord) -> "_Places":
    return _Places(get_pack(desk, record.pack_id).schema, rows_at(connection, record))


class _Places:
    """Paths of one return with the keys of their rows in place of their positions."""

    def __init__(self, schema: Schema, rows: Rows) -> None:
        self._schema, self._rows = schema, rows

    def of(self, path: str) -> Place:
        """The same for the same row, wherever it stands in its table."""
        found: list[str] = []
        row: Row | None = self._rows.root()
        node = self._schema.root
        for step in parse_path(path) if path else ():
            child = node.by_name.get(step.name)
            if child is None or row is None:
                found.append(str(step))
                continue
            below = self._rows.children(row.id, child.path, limit=1, offset=step.position - 1)
            row, node = next(below, None), child
            found.append(self._name(node, row, step.position))
        return tuple(found)

    def _name(self, node: Node, row: Row | None, position: int) -> str:
        if not node.repeats:
            return node.name
        keys = key_fields(self._schema, node) if row is not None else ()
        parts = [row.values[node.index[key]] for key in keys] if row is not None else []
        if not parts or None in parts:
            return f"{node.name}[{position}]"
        return f"{node.name}[{' · '.join(str(part) for part in parts)}]"
