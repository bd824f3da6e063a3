"""What was said about findings that need an explanation, with the figures that it was said of."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from app.store.tables import explanations


@dataclass(frozen=True, slots=True)
class Explanation:
    """One explanation. `path` is empty for a finding of the return as a whole.

    `left` and `right` are the figures of the finding when it was explained.
    """

    return_id: str
    code: str
    path: str
    text: str
    left: str | None
    right: str | None
    at: str
    by: str


def get(connection: Connection, return_id: str) -> dict[tuple[str, str], Explanation]:
    """Every explanation of a return, by code and path."""
    query = select(explanations).where(explanations.c.return_id == return_id)
    found = (Explanation(**row._mapping) for row in connection.execute(query))  # noqa: SLF001
    return {(item.code, item.path): item for item in found}


def put(connection: Connection, item: Explanation) -> None:
    """Write an explanation in the place of an earlier one of the same finding."""
    remove(connection, item.return_id, item.code, item.path)
    connection.execute(
        insert(explanations).values(
            return_id=item.return_id,
            code=item.code,
            path=item.path,
            text=item.text,
            left=item.left,
            right=item.right,
            at=item.at,
            by=item.by,
        )
    )


def remove(connection: Connection, return_id: str, code: str, path: str) -> None:
    """Take an explanation away; nothing happens when there is none."""
    connection.execute(
        delete(explanations).where(
            explanations.c.return_id == return_id,
            explanations.c.code == code,
            explanations.c.path == path,
        )
    )
