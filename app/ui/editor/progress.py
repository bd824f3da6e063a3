"""How far each section is: required fields left, rows of its tables, findings of the last check."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.finding import Severity, Verdict
from app.domain.schema import Schema
from app.services.formlayout import Block, FieldItem, FormSection, GroupItem, TableItem
from app.services.formview import FormData, GroupData


@dataclass(frozen=True, slots=True)
class Progress:
    """`left` of `total` required fields; `rows` is None where the section has no table.

    `present` is false where everything that the section shows is optional and absent.
    """

    left: int = 0
    total: int = 0
    rows: int | None = None
    blocking: int = 0
    explain: int = 0
    present: bool = True


def section_progress(
    sections: tuple[FormSection, ...], form: FormData, verdict: Verdict | None
) -> list[Progress]:
    """One entry a section."""
    schema = form.pack.schema
    grave = _count_findings(sections, schema, verdict)
    result = []
    for number, section in enumerate(sections):
        left = total = 0
        rows: int | None = None
        for kind, value in _facts(schema, section.blocks, form.root):
            if kind == "rows":
                rows = (rows or 0) + value
            else:
                total += 1
                left += value
        present = any(_present(block, form.root) for block in section.blocks)
        result.append(Progress(left, total, rows, *grave[number], present))
    return result


def _present(block: Block, root: GroupData) -> bool:
    node = block.node if isinstance(block, GroupItem) else block.node.rpartition("/")[0]
    group = root.find(node)
    return group is not None and group.row is not None


def _facts(
    schema: Schema, items: tuple[Block | FieldItem, ...], root: GroupData, node: str = ""
) -> Iterator[tuple[str, int]]:
    for item in items:
        if isinstance(item, GroupItem):
            yield from _facts(schema, item.items, root, item.node)
        elif isinstance(item, TableItem):
            above = root.find(item.node.rpartition("/")[0])
            yield "rows", (above.tables.get(item.node, 0) if above else 0)
        else:
            group = root.find(node)
            shape = schema.node(node)
            place = shape.index[item.key]
            if group is not None and group.row is not None and shape.fields[place].required:
                yield "field", int(group.row.values[place] is None)


def _count_findings(
    sections: tuple[FormSection, ...], schema: Schema, verdict: Verdict | None
) -> list[tuple[int, int]]:
    counts = [[0, 0] for _ in sections]
    for finding in verdict.findings if verdict else ():
        if finding.severity is Severity.INFORMATION:
            continue
        if finding.severity is Severity.EXPLAIN and finding.explanation:
            continue
        number = section_of(sections, schema, finding.path or "")
        if number is not None:
            counts[number][0 if finding.severity is Severity.BLOCKING else 1] += 1
    return [(blocking, explain) for blocking, explain in counts]


def section_of(sections: tuple[FormSection, ...], schema: Schema, path: str) -> int | None:
    """The section that shows a field path, or what is nearest above it."""
    node, key = split_path(schema, path)
    best: tuple[int, int] | None = None
    for number, section in enumerate(sections):
        depth = max((_depth(block, node, key) for block in section.blocks), default=-1)
        if depth >= 0 and (best is None or depth > best[0]):
            best = (depth, number)
    return best[1] if best else (0 if sections else None)


def split_path(schema: Schema, path: str) -> tuple[str, str]:
    """The schema path of the node that a field path names, and the key of its field or empty."""
    names = [step.partition("[")[0] for step in path.split("/") if step]
    node = schema.root
    while names and names[0] in node.by_name:
        node = node.by_name[names.pop(0)]
    return node.path, "/".join(names)


def _depth(item: Block | FieldItem, node: str, key: str) -> int:
    """How closely a block fits a place: -1 not at all."""
    if isinstance(item, FieldItem):
        return -1
    inside = node == item.node or node.startswith(f"{item.node}/") or not item.node
    if isinstance(item, TableItem):
        return len(item.node) + 1 if inside else -1
    if not inside:
        return -1
    if node == item.node and key:
        own = {part.key for part in item.items if isinstance(part, FieldItem)}
        return len(item.node) + 1 if key in own else -1
    below = [_depth(part, node, key) for part in item.items]
    return max([len(item.node) if node == item.node else -1, *below])
