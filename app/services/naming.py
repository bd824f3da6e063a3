"""The names of exported files: the pack's pattern, such that any file system and any portal takes them."""

from app.domain.filename import filled
from app.services.desk import Desk
from app.services.packs import get_pack
from app.store.returns import ReturnRecord


def file_stem(desk: Desk, record: ReturnRecord) -> str:
    """The name of a return's files without an ending, such as `CAR_ABC123_2026-10_1f3c9a20`.

    It never changes for a return: the signatures of a container name the file by it.
    """
    manifest = get_pack(desk, record.pack_id).manifest
    year, _, month = record.period.partition("-")
    values = {
        "type": record.return_type,
        "version": manifest.version,
        "ce": desk.workspace.fact("ce"),
        "period": record.period,
        "year": year,
        "month": month,
        "id": record.id[:8],
    }
    return filled(manifest.file_name, values)
