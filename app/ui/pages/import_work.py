"""What the import page has done away from the window: the dry run, the import, the template."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.schema import Schema
from app.services import imports
from app.services.apart import carry_out_told, heavy_file, heavy_return
from app.services.desk import Desk
from app.services.imports import ImportPreview, ImportResult
from app.services.packs import get_pack
from app.services.rejections import Rejections
from app.services.returns import get_return
from app.store.returns import ReturnRecord
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.tasks import Job
from app.ui.widgets.ask import ask_new_file

Read = Callable[[Callable[[], Any], Callable[[Any], None]], None]


@dataclass(frozen=True, slots=True)
class ReadIn:
    """A workbook that was read: what it would change, by which profile, in which schema."""

    preview: ImportPreview
    profile: str | None
    schema: Schema


def looking(
    desk: Desk, number: str, file: Path, name: str | None, *, find: bool, limit: int
) -> Callable[[Job], ReadIn | None]:
    """The dry run of a workbook; None where no layout fits."""

    def work(job: Job) -> ReadIn | None:
        from app.services.layouts import look_into  # noqa: PLC0415  (slow to import)

        look = carry_out_told(
            heavy_file(file) or heavy_return(desk, number),
            desk,
            "progress",
            job.report,
            job.cancelled,
            look_into,
            number,
            file,
            name,
            find=find,
            limit=limit,
        )
        if look is None:
            return None
        pack = get_pack(desk, get_return(desk, number).pack_id)
        return ReadIn(look.preview, look.profile, pack.schema)

    return work


def importing(
    desk: Desk, number: str, file: Path, name: str | None, rejected: Rejections | None
) -> Callable[[Job], ImportResult]:
    """The import itself."""

    def work(job: Job) -> ImportResult:
        return carry_out_told(
            heavy_file(file) or heavy_return(desk, number),
            desk,
            "progress",
            job.report,
            job.cancelled,
            imports.import_file,
            number,
            file,
            name,
            rejected=rejected,
        )

    return work


def ask_template(
    parent: QWidget,
    context: Context,
    record: ReturnRecord,
    read: Read,
    written: Callable[[], None],
) -> None:
    """Ask where a template of the return goes, and write it."""
    desk, language = context.desk, context.language

    def chosen(file: Path) -> None:
        from app.services import templates  # noqa: PLC0415  (the writer is slow to import)

        read(
            lambda: templates.write_template(
                desk,
                record.return_type,
                file,
                period=record.period,
                return_id=record.id,
                language=language,
            ),
            lambda _path: written(),
        )

    name = f"{record.return_type}-{record.period}.xlsx"
    ask_new_file(parent, tr("Template"), tr("Workbooks (*.xlsx)"), name, chosen)
