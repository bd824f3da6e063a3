"""Import of workbooks: the whole file or nothing, as one step that can be undone."""

from pathlib import Path

from app.domain.changes import Changes
from app.domain.locator import parse_path
from app.domain.tree import Row
from app.excel.reader import read_sheet
from app.services.desk import Desk
from app.services.drafts import descend, editing
from app.store import history
from app.store import imports as store
from app.store.rows import ORDER_STEP


def import_table(desk: Desk, return_id: str, file: Path, sheet: str, table: str) -> Changes:
    """Replace a table by the rows of a sheet whose header names the fields."""
    body = file.read_bytes()
    header, data = read_sheet(body, sheet)
    with editing(desk, return_id, f"import {file.name}") as edit:
        steps = parse_path(table)
        parent, node, _ = descend(edit.schema, edit.rows, steps[:-1])
        child = node.by_name[steps[-1].name]
        blob = store.keep_blob(edit.connection, body, file.name, "application/vnd.openxmlformats")
        columns: store.Columns = {
            child.path: {
                key: {"kind": "file", "sheet": sheet, "column": col} for col, key in header.items()
            }
        }
        source = store.add_source(
            edit.connection, edit.record.id, blob, file.name, "", columns, desk.seat
        )
        edit.rows.clear(parent.id, child.path)
        first = edit.rows.new_ids(len(data))
        edit.rows.insert(
            Row(
                first + n,
                parent.id,
                child.path,
                (n + 1) * ORDER_STEP,
                tuple(cells.get(f.key) for f in child.fields),
                source,
                number,
            )
            for n, (number, cells) in enumerate(data)
        )
        history.append(
            edit.connection,
            seat=desk.seat,
            action="imported",
            return_id=edit.record.id,
            detail={"file": file.name, "sha256": blob, "rows": {child.path: len(data)}},
        )
        return Changes(return_id=edit.record.id, structure=True, state=True)
