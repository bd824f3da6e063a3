"""History: who did what and when, each row sealing the one before; anyone can verify the chain."""

import json

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QTableView

from app.domain.states import State
from app.services.historypage import broken_row, history_head, history_page
from app.services.returns import list_returns
from app.store.history import Entry
from app.store.returns import ReturnRecord
from app.ui.context import Context
from app.ui.i18n import noop, tr
from app.ui.models.history_model import HistoryModel
from app.ui.models.records import RECORD_ROLE, Column
from app.ui.pages.base import Page
from app.ui.theme import number_font
from app.ui.widgets.basic import Button, row
from app.ui.widgets.choice import Choice
from app.ui.widgets.table import prepare
from app.ui.words import moment_words, period_words, state_word

_ACTIONS = {
    "workspace-created": noop("workspace made"),
    "pack-added": noop("pack added"),
    "pack-removed": noop("pack removed"),
    "return-created": noop("return begun"),
    "value": noop("value typed"),
    "values": noop("values changed"),
    "row-added": noop("row added"),
    "row-moved": noop("row moved"),
    "row-removed": noop("row removed"),
    "rows-added": noop("rows added"),
    "rows-removed": noop("rows removed"),
    "imported": noop("workbook imported"),
    "group-added": noop("group added"),
    "alternative": noop("another alternative taken"),
    "saved": noop("saved as XML"),
    "restored": noop("backup restored"),
    "carried": noop("carried forward"),
    "undo": noop("undone"),
    "redo": noop("redone"),
    "explained": noop("finding explained"),
    "checked": noop("checked"),
    "state": noop("state changed"),
    "sent-for-review": noop("sent for review"),
    "sent-back": noop("sent back"),
    "commented": noop("comment"),
    "approved": noop("approved"),
    "approval-voided": noop("approval voided by an edit"),
    "signed": noop("signed"),
    "exported": noop("files exported"),
    "receipt-recorded": noop("receipt recorded"),
    "voided": noop("voided"),
    "corrected": noop("corrected"),
    "setting": noop("setting changed"),
    "trust-added": noop("certificate trusted"),
    "trust-removed": noop("certificate no longer trusted"),
    "profile-added": noop("import profile added"),
}

_NAMES = {
    "signer": noop("signer"),
    "step": noop("step"),
    "unexplained": noop("unexplained"),
    "blocking": noop("blocking"),
    "findings": noop("findings"),
    "rows": noop("rows"),
    "named_approver": noop("approver that the return names"),
    "reference": noop("reference"),
    "received": noop("received"),
    "profile": noop("profile"),
    "pack": noop("pack"),
    "name": noop("name"),
    "value": noop("value"),
}

_FIRST = ("path", "table", "file", "code", "comment", "reason")


class HistoryPage(Page):
    """Newest first, filtered by return; the chosen row in full at the bottom."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.verify = Button("", "verify", clicked=self._verify)
        self.head.addWidget(self.verify)
        self.returns = Choice()
        self.returns.setMinimumWidth(320)
        self.model = HistoryModel(_columns(), self._older)
        self.model.setParent(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        prepare(self.table)
        for number, width in enumerate((70, 140, 160, 210, 90)):
            self.table.setColumnWidth(number, width)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setFont(number_font(self.detail.font()))
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.setProperty("role", "gap")
        split.setSizes([420, 160])
        self.body.addLayout(row(self.returns, None))
        self.body.addWidget(split, 1)
        self.returns.currentIndexChanged.connect(self._read_first)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self.heading.setText(tr("History"))
        self.verify.setText(tr("Verify the chain"))
        self.returns.setAccessibleName(tr("Return whose history is shown"))
        self.table.setAccessibleName(tr("History"))
        self.detail.setAccessibleName(tr("The chosen row in full"))
        self.model.retranslate()

    def reload(self) -> None:
        """Read the returns and the newest rows."""
        self.read(lambda: list_returns(self.context.desk), self._show_returns)

    def _show_returns(self, found: list[ReturnRecord]) -> None:
        chosen = self.returns.currentData()
        self.returns.blockSignals(True)
        self.returns.clear()
        self.returns.addItem(tr("The whole workspace"), None)
        for record in found:
            words = f"{record.return_type} · {period_words(record.period)} · {record.id[:8]}"
            self.returns.addItem(words, record.id)
        self.returns.setCurrentIndex(max(0, self.returns.findData(chosen) if chosen else 0))
        self.returns.blockSignals(False)
        self._read_first()

    def _read_first(self) -> None:
        desk, number = self.context.desk, self.returns.currentData()
        self.read(lambda: history_page(desk, number), self._show_first)

    def _show_first(self, page: list[Entry]) -> None:
        self.model.begin(page)
        if page:
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self.detail.clear()

    def _older(self, before: int | None) -> None:
        desk, number = self.context.desk, self.returns.currentData()
        self.read(lambda: history_page(desk, number, before), self.model.add_page)

    def _show_detail(self, index: QModelIndex) -> None:
        entry = index.data(RECORD_ROLE) if index.isValid() else None
        if not isinstance(entry, Entry):
            self.detail.clear()
            return
        body = json.dumps(json.loads(entry.detail), ensure_ascii=False, indent=2)
        words = tr("Row {seq}, sealed {hash}").format(seq=entry.seq, hash=entry.hash)
        self.detail.setPlainText(f"{words}\n{body}")

    def _verify(self) -> None:
        desk = self.context.desk
        self.read(lambda: (broken_row(desk), history_head(desk)), self._verified)

    def _verified(self, found: tuple[int | None, tuple[int, str]]) -> None:
        broken, (count, sealed) = found
        if broken is None:
            self.notice.say(
                "done",
                tr("The chain holds: {count} rows. The newest seal is {hash}.").format(
                    count=f"{count:,}", hash=sealed[:16] + "…"
                ),
                sealed,
            )
        else:
            self.notice.say(
                "blocking",
                tr("The chain is broken at row {row}: what stands there or before it was changed"
                   " outside the program.").format(row=broken),
            )  # fmt: skip


def _columns() -> list[Column]:
    return [
        Column(noop("Row"), lambda entry: f"{entry.seq:,}", numeric=True),
        Column(noop("When"), lambda entry: moment_words(entry.at)),
        Column(noop("Seat"), lambda entry: entry.seat),
        Column(noop("What"), lambda entry: action_words(entry.action)),
        Column(noop("Return"), lambda entry: (entry.return_id or "")[:8]),
        Column(noop("Detail"), lambda entry: detail_words(json.loads(entry.detail))),
    ]


def action_words(action: str) -> str:
    """An action of the history in words; one that has none keeps its name."""
    return tr(_ACTIONS[action]) if action in _ACTIONS else action.replace("-", " ")


def detail_words(detail: dict[str, object]) -> str:
    """The details in one line, without digests and origins, which the lower part shows."""
    shown = [str(detail[key]) for key in _FIRST if detail.get(key)]
    if "before" in detail or "after" in detail:
        before, after = (_short(detail.get(key)) for key in ("before", "after"))
        shown.append(f"{before} → {after}")
    shown += [
        f"{tr(_NAMES[key]) if key in _NAMES else key} {value}"
        for key, value in detail.items()
        if isinstance(value, str | int)
        and value != ""
        and not key.endswith(("digest", "sha256", "hash"))
        and key not in (*_FIRST, "before", "after", "origin", "row")
    ]
    return " · ".join(shown)


_STATES = frozenset(state.value for state in State)


def _short(value: object) -> str:
    if value in _STATES:
        return state_word(State(str(value)))
    text = "—" if value is None else str(value)
    return text if len(text) <= 60 else text[:59] + "…"
