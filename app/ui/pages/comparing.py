"""The way to original and correction side by side, from any page."""

from app.domain.pack import Pack
from app.services.comparison import Comparison
from app.ui.comparison import ComparisonDialog
from app.ui.context import Context
from app.ui.pages.base import Page, Place


def compare_returns(page: Page, context: Context, return_id: str) -> None:
    """Compare a correction with its original, or a return with its correction."""
    desk, language = context.desk, context.language

    def work() -> tuple[Pack, Comparison]:
        from app.services.comparison import compare  # noqa: PLC0415  (brings in the rules)
        from app.services.packs import get_pack  # noqa: PLC0415

        found = compare(desk, return_id)
        return get_pack(desk, found.correction.pack_id), found

    def go(number: str, path: str) -> None:
        page.go.emit(Place("return", number, "form", path))

    def show(told: tuple[Pack, Comparison]) -> None:
        ComparisonDialog(page, *told, language, go).open()

    page.read(work, show)
