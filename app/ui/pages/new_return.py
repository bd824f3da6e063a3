"""New return: type and period, and what the program would make of them.

Of a type that answers an event it is the first report of a new one, or the next of one that is open.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.states import State
from app.services.desk import Desk
from app.services.following import follow
from app.services.obligations import hong_kong_today
from app.services.packs import list_packs, pack_for
from app.services.returns import list_returns, new_return
from app.store.returns import ReturnRecord
from app.ui.context import Context
from app.ui.i18n import ntr, tr
from app.ui.pages.incident_data import Incident, read_incidents
from app.ui.widgets.basic import Button, frame, label, row
from app.ui.widgets.choice import Choice
from app.ui.widgets.notice import Notice
from app.ui.widgets.whole import KeepWhole
from app.ui.words import certainty_word, day_words, period_words, state_word

_MONTHS_BACK = 36


@dataclass(frozen=True, slots=True)
class Offer:
    """What a choice of type and period leads to. `open` are the events that a report may follow."""

    pack: Pack
    period: Period
    same: tuple[ReturnRecord, ...]
    open: tuple[Incident, ...] = ()
    before: ReturnRecord | None = None


class NewReturnDialog(QDialog):
    """Opened with `open()`.

    Signals:
        created(object): the new `ReturnRecord`.
    """

    created = Signal(object)

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        return_type: str = "",
        period: str = "",
        follows: str = "",
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._wanted_type, self._wanted_report = return_type, follows
        self._period_chosen = bool(period)
        self._occasions: dict[str, str] = {}
        self._offer: Offer | None = None
        self.types = Choice()
        self.periods = Choice()
        self.follows = Choice()
        self.preview = label("", "muted", wrap=True)
        self.notice = Notice()
        self.create_button = Button("", role="primary", clicked=self._create)
        self.create_button.setDefault(True)
        self.cancel = Button("", clicked=self.reject)
        self._type_label, self._period_label = label("", "strong"), label("", "strong")
        self._type_label.setBuddy(self.types)
        self._period_label.setBuddy(self.periods)
        self._follows_label = label("", "strong")
        self._follows_label.setBuddy(self.follows)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        form.addRow(self._type_label, self.types)
        form.addRow(self._period_label, self.periods)
        form.addRow(self._follows_label, self.follows)
        self._form = form
        form.setRowVisible(self.follows, False)
        card = frame("card")
        card.setMinimumHeight(120)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(self.preview)
        inner.addStretch(1)
        KeepWhole(card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(card)
        layout.addWidget(self.notice)
        layout.addStretch(1)
        layout.addLayout(row(None, self.cancel, self.create_button))
        self.setMinimumWidth(520)
        self._fill_periods(period)
        self.types.currentIndexChanged.connect(self._type_changed)
        self.periods.currentIndexChanged.connect(self._look)
        self.periods.activated.connect(self._period_taken)
        self.follows.activated.connect(self._follow_taken)
        self.retranslate()
        context.tasks.run(
            lambda: list_packs(context.desk), self._show_types, self.notice.fail, owner=self
        )

    def retranslate(self) -> None:
        """Texts."""
        self.setWindowTitle(tr("New return"))
        self._type_label.setText(tr("Return type"))
        self._period_label.setText(tr("Period"))
        self._follows_label.setText(tr("Which incident"))
        self.types.setAccessibleName(tr("Return type"))
        self.follows.setAccessibleName(tr("Which incident"))
        self.periods.setAccessibleName(tr("Period"))
        self.create_button.setText(tr("Create return"))
        self.cancel.setText(tr("Cancel"))

    def _fill_periods(self, wanted: str) -> None:
        today = hong_kong_today()
        last = Period(today.year, today.month)
        for back in range(-1, _MONTHS_BACK):
            period = last.shifted(-back)
            self.periods.addItem(period_words(str(period)), str(period))
        self.periods.setCurrentIndex(max(0, self.periods.findData(wanted or str(last.shifted(-1)))))

    @Slot(object)
    def _show_types(self, packs: list[Pack]) -> None:
        titles: dict[str, str] = {}
        for pack in packs:
            titles[pack.manifest.return_type] = pack.manifest.title(self.context.language)
            self._occasions[pack.manifest.return_type] = pack.manifest.occasion
        self.types.blockSignals(True)
        for code, title in sorted(titles.items()):
            self.types.addItem(f"{title} ({code})", code)
        self.types.setCurrentIndex(max(0, self.types.findData(self._wanted_type)))
        self.types.blockSignals(False)
        self._type_changed()

    @Slot()
    def _type_changed(self) -> None:
        """An event is reported in the month in which it happens, a period once it has ended."""
        if not self._period_chosen:
            today = hong_kong_today()
            month = Period(today.year, today.month)
            event = self._occasions.get(self.types.currentData() or "") == "event"
            self.periods.blockSignals(True)
            self.periods.setCurrentIndex(
                self.periods.findData(str(month if event else month.shifted(-1)))
            )
            self.periods.blockSignals(False)
        self._look()

    @Slot()
    def _period_taken(self) -> None:
        self._period_chosen = True

    @Slot()
    def _look(self) -> None:
        code, period = self.types.currentData(), self.periods.currentData()
        self.create_button.setEnabled(code is not None)
        if code is None:
            self.preview.setText(tr("There is no schema pack yet; add one first."))
            return
        desk = self.context.desk

        def offer() -> Offer:
            parsed = Period.parse(period)
            pack = pack_for(desk, code, parsed)
            same = tuple(
                item
                for item in list_returns(desk)
                if (item.return_type, item.period) == (pack.manifest.return_type, period)
                and item.state is not State.VOIDED
            )
            if pack.manifest.occasion != "event":
                before = _source(desk, pack, period) if pack.carry else None
                return Offer(pack, parsed, same, before=before)
            found = read_incidents(desk).items
            return Offer(pack, parsed, (), tuple(item for item in found if _may_follow(item, pack)))

        self.context.tasks.run(offer, self._show_offer, self._no_offer, owner=self)

    def _no_offer(self, error: BaseException) -> None:
        self.create_button.setEnabled(False)
        self.preview.setText("")
        self.notice.fail(error)

    def _show_offer(self, offer: Offer) -> None:
        self.notice.hide()
        self._offer = offer
        self._offer_events(offer)
        self._say()
        self.create_button.setEnabled(True)

    def _say(self, _line: int = 0) -> None:
        """What the choice leads to, in words."""
        offer = self._offer
        if offer is None:
            return
        manifest = offer.pack.manifest
        nodes = list(offer.pack.schema.root.walk())
        fields = sum(len(node.fields) for node in nodes)
        tables = sum(1 for node in nodes if node.repeats)
        lines = [
            tr("Schema pack {pack}, in force from {date}.").format(
                pack=manifest.id, date=day_words(manifest.effective_from)
            ),
            ntr("{n} field", "{n} fields", fields)
            + " · "
            + ntr("{n} table", "{n} tables", tables)
            + " · "
            + ntr("{n} rule", "{n} rules", len(offer.pack.rules)),
        ]
        if manifest.deadline is not None:
            due = offer.period.deadline(manifest.deadline.days)
            lines.append(
                tr("Due {date} ({certainty}).").format(
                    date=day_words(due), certainty=certainty_word(manifest.deadline.certainty)
                )
            )
        if offer.same:
            words = ", ".join(f"{item.id[:8]} ({state_word(item.state)})" for item in offer.same)
            lines.append(
                tr("There is already a return for this period: {list}.").format(list=words)
            )
        if offer.before is not None:
            lines.append(self._carried(offer, offer.before))
        if self.follows.currentData():
            if self._month_before(offer) == str(offer.period):
                lines.append(tr("The period is the month of the report before it."))
            lines.append(
                tr("All values of the report before it are carried over; the number goes on.")
            )
        self.preview.setText("\n".join(lines))

    def _month_before(self, offer: Offer) -> str:
        """The period of the report that the new one follows."""
        chosen = self.follows.currentData()
        found = (item.event.newest for item in offer.open if item.event.newest.id == chosen)
        return next((report.period for report in found), "")

    def _follow_taken(self) -> None:
        """A further report belongs to the month of the one before it, unless a month was chosen."""
        if self._offer is not None and not self._period_chosen:
            line = self.periods.findData(self._month_before(self._offer))
            if line not in (-1, self.periods.currentIndex()):
                self.periods.setCurrentIndex(line)
                return
        self._say()

    def _carried(self, offer: Offer, before: ReturnRecord) -> str:
        """What the return takes over, by the names of its groups and tables."""
        nodes = [offer.pack.schema.nodes.get(item.to) for item in offer.pack.carry]
        names = [node.label(self.context.language) for node in nodes if node is not None]
        return tr("Carried forward from {period}: {what}.").format(
            period=period_words(before.period), what=tr(", ").join(dict.fromkeys(names))
        )

    def _offer_events(self, offer: Offer) -> None:
        """A new event, or one whose newest report is signed."""
        event = offer.pack.manifest.occasion == "event"
        chosen = self.follows.currentData() or self._wanted_report
        self.follows.clear()
        self.follows.addItem(tr("A new incident"), "")
        for item in offer.open:
            words = [
                item.event.id,
                item.event.title or "",
                item.word("phase", self.context.language),
            ]
            self.follows.addItem(" · ".join(word for word in words if word), item.event.newest.id)
        self.follows.setCurrentIndex(max(0, self.follows.findData(chosen)))
        self._form.setRowVisible(self.follows, event)

    def _create(self) -> None:
        code, period = self.types.currentData(), self.periods.currentData()
        if code is None:
            return
        self.create_button.setEnabled(False)
        desk, earlier = self.context.desk, self.follows.currentData()

        def make() -> ReturnRecord:
            return (
                follow(desk, code, period, earlier) if earlier else new_return(desk, code, period)
            )

        self.context.tasks.run(make, self._created, self._failed, owner=self)

    def _created(self, record: ReturnRecord) -> None:
        self.created.emit(record)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self.create_button.setEnabled(True)
        self.notice.fail(error)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _source(desk: Desk, pack: Pack, period: str) -> ReturnRecord | None:
    """The filed return from which a new one takes over."""
    from app.services.relations import last_filed  # noqa: PLC0415  (brings in the rules)

    with desk.workspace.read() as connection:
        return last_filed(connection, pack.manifest.return_type, period)


def _may_follow(item: Incident, pack: Pack) -> bool:
    return item.follows and item.event.return_type == pack.manifest.return_type
