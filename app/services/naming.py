"""The names of exported files: parts that any file system and any portal takes."""

import re

from app.services.desk import Desk
from app.store.returns import ReturnRecord


def file_stem(desk: Desk, record: ReturnRecord) -> str:
    """The name of a return's files without an ending, such as `CAR_ABC123_2026-10_1f3c9a20`.

    It never changes for a return: the signatures of a container name the file by it.
    """
    parts = (record.return_type, desk.workspace.fact("ce"), record.period, record.id[:8])
    return "_".join(re.sub(r"[^A-Za-z0-9.-]+", "-", part).strip("-.") for part in parts if part)
