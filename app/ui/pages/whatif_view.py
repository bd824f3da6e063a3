"""What if: transfers from hot to cold storage and what they would do. A calculation; nothing is written."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from app.domain.amounts import grouped, plain
from app.domain.whatif import UNITS
from app.errors import UserError
from app.services.whatif import Line, WhatIf
from app.ui.context import Context
from app.ui.i18n import noop, tr
from app.ui.icons import IconLabel
from app.ui.models.records import Column, Index, RecordsModel
from app.ui.pages.view import View
from app.ui.widgets.ask import ask_new_file
from app.ui.widgets.basic import Button, column, frame, label, row, set_role
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.table import RecordsTable
from app.ui.words import day_words

_MOVE = 2


class _Lines(RecordsModel):
    """The assets; the units to move can be typed."""

    def __init__(self, columns: list[Column], typed: Callable[[Line, str], None]) -> None:
        super().__init__(columns)
        self._typed = typed

    def show_lines(self, lines: Sequence[Line]) -> None:
        """The same assets keep their rows, and the keys their cell."""
        if len(lines) != len(self._records):
            self.set_records(lines)
            return
        self._records = list(lines)
        self.dataChanged.emit(
            self.index(0, 0), self.index(len(lines) - 1, len(self.columns) - 1), []
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """One column takes keys."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == _MOVE else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """In the editor without groups of thousands."""
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            return plain(self.records[index.row()].move)
        return super().data(index, role)

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Other units: everything is worked out again."""
        if role != Qt.ItemDataRole.EditRole or index.column() != _MOVE:
            return False
        self._typed(self.records[index.row()], str(value).replace(",", "").strip() or "0")
        return True


class WhatIfView(View):
    """A table of assets, what they come to before and after, and the way onto paper."""

    def __init__(self, context: Context, return_id: str) -> None:
        super().__init__(context, return_id)
        self.found: WhatIf | None = None
        self.note = label(role="muted", wrap=True)
        self.verdict = label(role="title", wrap=True)
        self._icon = IconLabel("information", "information", 20)
        self.facts = RecordsTable(_fact_columns())
        self.facts.setFixedHeight(28 * 5 + 40)
        self.lightest = Button("", "undo", clicked=self.show_lightest)
        self.export = Button("", "export", clicked=self._ask_file)
        self.reading = label(role="small", wrap=True)
        self.table = RecordsTable(_columns(lambda: self.found))
        self.lines = _Lines(_columns(lambda: self.found), self._typed)
        self.table.records = self.lines
        self.table.proxy.setSourceModel(self.lines)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.empty = EmptyState("information")
        self.empty.button.hide()
        self.filled = QWidget()
        inside = column(spacing=12)
        inside.addWidget(self._head())
        inside.addWidget(self.table, 1)
        self.filled.setLayout(inside)
        self.body.setSpacing(12)
        self.body.addWidget(self.note)
        self.body.addWidget(self.filled, 1)
        self.body.addWidget(self.empty, 1)
        self.filled.hide()
        self.retranslate()

    def _head(self) -> QWidget:
        card = frame("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        line = row(self._icon, self.verdict, self.lightest, self.export, spacing=12)
        line.setStretch(1, 1)
        layout.addLayout(line)
        layout.addWidget(self.reading)
        layout.addWidget(self.facts)
        return card

    def retranslate(self) -> None:
        """Texts."""
        self.note.setText(
            tr("A calculation on what the return says of its reporting time, not an instruction."
               " Nothing is written to the return, and nothing is moved.")
        )  # fmt: skip
        self.lightest.setText(tr("Least value again"))
        self.export.setText(tr("Export…"))
        self.facts.setAccessibleName(tr("Ratio and cover before and after"))
        self.table.setAccessibleName(tr("Assets and what to move to cold storage"))
        self._show(self.found)

    def reload(self) -> None:
        """Calculate again; what was typed is of another position."""
        desk, number = self.context.desk, self.return_id

        def work() -> WhatIf | UserError:
            from app.services.whatif import what_if  # noqa: PLC0415

            try:
                return what_if(desk, number)
            except UserError as error:
                return error

        self.read(work, self._read)

    def _read(self, found: WhatIf | UserError) -> None:
        if isinstance(found, WhatIf):
            self._show(found)
            return
        from app.ui.sentences import sentence  # noqa: PLC0415

        self._show(None)
        text = sentence(found.message)
        self.empty.say(tr("Nothing to calculate yet"), text[:1].upper() + text[1:] + ".")

    def show_lightest(self) -> None:
        """The least value again, whatever was typed."""
        self._again(None)

    def _typed(self, line: Line, text: str) -> None:
        if self.found is not None:
            moves = {asset: plain(units) for asset, units in self.found.moves.items()}
            self._again({**moves, line.asset.id: text})

    def _again(self, moves: dict[str, str] | None) -> None:
        from app.services.whatif import again  # noqa: PLC0415

        if self.found is None:
            return
        try:
            found = again(self.found, moves)
        except UserError as error:
            self.notice.fail(error)
            return
        self.notice.hide()
        self._show(found)

    def _show(self, found: WhatIf | None) -> None:
        self.found = found
        self.filled.setVisible(found is not None)
        self.empty.setVisible(found is None)
        if found is None:
            return
        self.lines.show_lines(found.lines)
        self.facts.records.set_records(_facts(found))
        self.lightest.setEnabled(found.typed)
        words, tone = _verdict(found)
        self.verdict.setText(words)
        self._icon.show_icon(tone, tone)
        set_role(self.reading, "small")
        self.reading.setText(_reading(found))

    def _ask_file(self) -> None:
        kinds = tr("Workbooks (*.xlsx);;Text (*.txt)")
        period = self.found.period if self.found is not None else ""
        ask_new_file(
            self, tr("Export the calculation"), kinds, f"what-if-{period}.xlsx", self.export_to
        )

    def export_to(self, file: Path) -> None:
        """A workbook or text, by the ending of the name."""
        found, language = self.found, self.context.language
        if found is None:
            return

        def work() -> Path:
            from app.services.whatifout import write_what_if  # noqa: PLC0415

            return write_what_if(found, file, language)

        self.read(work, self._exported)

    def _exported(self, file: Path) -> None:
        self.notice.say("done", tr("The calculation is written to {file}.").format(file=file.name))


def _money(value: Decimal) -> str:
    return grouped(f"{value:.2f}")  # all of them are whole cents


def _units(value: Decimal) -> str:
    return grouped(plain(value))


def _share(value: Decimal | None) -> str:
    return "—" if value is None else f"{value:f} %"


def _verdict(found: WhatIf) -> tuple[str, str]:
    """One sentence and its tone."""
    if not found.needed and not found.value:
        return tr("Ratio and cover are kept; nothing has to be moved."), "done"
    amount = tr("HK$ {amount}").format(amount=_money(found.value))
    if found.met:
        if found.typed:
            text = tr("With these {amount} moved to cold storage, ratio and cover are kept.")
        elif found.proven:
            text = tr("The least that brings ratio and cover back: {amount} moved to cold storage.")
        else:
            text = tr(
                "{amount} moved to cold storage bring ratio and cover back; there may be less."
            )
        return text.format(amount=amount), "done"
    if not found.kept_after and not found.after.covered:
        text = tr("With {amount} moved, neither ratio nor cover is kept.")
    elif not found.kept_after:
        text = tr("With {amount} moved, the ratio is still too low.")
    else:
        text = tr(
            "With {amount} moved, the cover is still HK$ {missing} too small; raise the cover."
        )
    return text.format(amount=amount, missing=_money(found.after.missing)), "blocking"


def _reading(found: WhatIf) -> str:
    limits = found.position.limits
    by_units = tr("binding: each asset by its units, at least {share} %")
    by_value = tr("binding: all client assets by value, at least {share} %")
    staked = tr("staked assets count as other storage")
    parts = [
        day_words(found.day),
        (by_units if limits.basis == UNITS else by_value).format(share=plain(limits.cold_minimum)),
        staked if found.staked_as == "other" else tr("staked assets count where their key is"),
        tr("cover: {cold} % of cold, {hot} % of hot and other").format(
            cold=plain(limits.cover_cold), hot=plain(limits.cover_hot_other)
        ),
    ]
    return " · ".join(parts)


_Fact = tuple[str, str, str, bool | None]


def _facts(found: WhatIf) -> list[_Fact]:
    """Name, before, after, and whether it holds afterwards."""
    before, after = found.before, found.after
    return [
        (noop("Cold ratio by value"), _share(before.ratio), _share(after.ratio), found.kept_after),
        (noop("Room until the limit (HKD)"), _money(before.room), _money(after.room), None),
        (noop("Cover required (HKD)"), _money(before.required), _money(after.required), None),
        (noop("Cover held (HKD)"), _money(before.held), _money(after.held), None),
        (
            noop("Cover missing (HKD)"),
            _money(before.missing),
            _money(after.missing),
            after.covered,
        ),
    ]


def _fact_columns() -> list[Column]:
    return [
        Column(
            noop("What"),
            lambda item: tr(item[0]),
            icon=lambda item: (
                None
                if item[3] is None
                else ("done", "done")
                if item[3]
                else ("blocking", "blocking")
            ),
        ),
        Column(noop("Before"), lambda item: item[1], numeric=True, width=220),
        Column(noop("After"), lambda item: item[2], numeric=True, width=220),
    ]


def _columns(shown: Callable[[], WhatIf | None]) -> list[Column]:
    """Asset, hot, move, value, ratios by units, whether they are enough."""

    def binding() -> bool:
        found = shown()
        return found is not None and found.position.limits.basis == UNITS

    def mark(line: Line) -> tuple[str, str] | None:
        if line.kept:
            return "done", "done"
        return ("blocking", "blocking") if binding() else ("information", "information")

    def enough(line: Line) -> str:
        return tr("yes") if line.kept else tr("no") if binding() else tr("no, not binding")

    return [
        Column(
            noop("Asset"),
            lambda line: line.asset.name or line.asset.id,
            hint=lambda line: line.asset.id,
        ),
        Column(
            noop("Hot now"),
            lambda line: _units(line.asset.hot),
            sort=lambda line: line.asset.hot,
            numeric=True,
            width=185,
        ),
        Column(
            noop("Move to cold"),
            lambda line: _units(line.move),
            sort=lambda line: line.move,
            hint=lambda line: f"{_units(line.move)}\n{tr('F2 or any digit: other units')}",
            numeric=True,
            width=150,
        ),
        Column(
            noop("Value (HKD)"),
            lambda line: _money(line.value),
            sort=lambda line: line.value,
            numeric=True,
            width=140,
        ),
        Column(noop("Units before"), lambda line: _share(line.before), numeric=True, width=110),
        Column(noop("Units after"), lambda line: _share(line.after), numeric=True, width=110),
        Column(noop("Enough by units"), enough, icon=mark, width=155),
    ]
