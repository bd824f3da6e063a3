"""Ready to file: a checklist in sentences; what is not done leads to its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.states import State
from app.services.overview import Overview
from app.store.submissions import Review
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.icons import IconLabel
from app.ui.pages.base import Place
from app.ui.pages.readiness import Readiness, readiness
from app.ui.pages.view import View
from app.ui.widgets.basic import Button, clear, column, label, row, scrolled, set_role
from app.ui.words import moment_words

_RANK = {
    State.DRAFT: 0,
    State.VALIDATED: 1,
    State.IN_REVIEW: 2,
    State.APPROVED: 3,
    State.SIGNED: 4,
    State.FILED: 5,
}


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence. `act` is the step of the return that its link does; empty for what must wait."""

    done: bool
    text: str
    detail: str = ""
    link: str = ""
    act: str = ""


class ReadyView(View):
    """The way from draft to filed."""

    def __init__(self, context: Context, return_id: str) -> None:
        super().__init__(context, return_id)
        self._title = label(role="title")
        self.why = label(role="muted", wrap=True)
        self.file_button = Button("", clicked=self._file)
        self.readiness: Readiness | None = None
        self._links: list[Button] = []
        self.list = column(spacing=8)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(12)
        head = row(self.file_button)
        head.insertLayout(0, column(self._title, self.why, spacing=2), 1)
        layout.addLayout(head)
        layout.addLayout(self.list)
        layout.addStretch(1)
        self.body.addWidget(scrolled(content), 1)

    def reload(self) -> None:
        """Show the checklist."""
        if self.seen is None:
            return
        items = list(checklist(self.seen))
        finished = sum(1 for item in items if item.done)
        self._title.setText(tr("{done} of {all} done").format(done=finished, all=len(items)))
        self._say(readiness(self.seen))
        clear(self.list)
        self._links.clear()
        for item in items:
            self.list.addWidget(self._line(item))

    def _say(self, found: Readiness) -> None:
        """The button is never grey: what it cannot do yet it explains."""
        self.readiness = found
        self.why.setText(found.why)
        self.file_button.setText(found.text)
        set_role(self.file_button, "primary" if found.possible else "")
        self.file_button.setAccessibleName(
            found.text if found.possible else f"{found.text}: {found.why}"
        )
        self.file_button.setToolTip(found.why)

    def _file(self) -> None:
        """Do it, or say why not and lead to what is missing first."""
        found = self.readiness
        if found is None:
            return
        if found.possible:
            self._to(found.act)()
            return
        link = next((button for button in self._links if button.isVisible()), None)
        if link is not None:
            link.setFocus()
        follow = (tr("Take me there"), self._to(found.act)) if found.act else None
        self.notice.say("information" if found.over else "explain", found.why, link=follow)

    def _line(self, item: Item) -> QWidget:
        line = QFrame()
        line.setProperty("role", "card")
        layout = QHBoxLayout(line)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(12)
        layout.addWidget(
            IconLabel("done" if item.done else "todo", "done" if item.done else "muted", 20)
        )
        words = column(label(item.text, "" if item.done else "strong", wrap=True), spacing=2)
        if item.detail:
            words.addWidget(label(item.detail, "small", wrap=True))
        layout.addLayout(words, 1)
        if item.link:
            button = Button(item.link, clicked=self._to(item.act))
            self._links.append(button)
            layout.addWidget(button)
        return line

    def _to(self, act: str):  # type: ignore[no-untyped-def]
        def go() -> None:
            self.go.emit(Place("act", self.return_id, view=act))

        return go


def checklist(seen: Overview) -> Iterator[Item]:
    """The sentences for a return as it stands."""
    state = seen.record.state
    if state in (State.CORRECTED, State.VOIDED):
        words = {
            State.CORRECTED: tr("This return was replaced by a correction."),
            State.VOIDED: tr("This return was voided; it is not to be filed."),
        }
        yield Item(True, words[state], _last(seen, "voided", "corrected"))
        return
    rank = _RANK[state]
    yield Item(
        rank >= 1,
        tr(
            "Every value has its right form, the document fits its schema, no blocking finding is left."
        ),
        link="" if rank >= 1 else tr("Check"),
        act="check",
    )
    yield Item(
        rank >= 2,
        tr("What needs an explanation has one, and the return was sent for review."),
        _last(seen, "sent-for-review"),
        ("" if rank != 1 else tr("Explain") if seen.to_explain else tr("Send for review")),
        "explain" if seen.to_explain else "review",
    )
    may = rank == 2 and seen.may_approve
    yield Item(
        rank >= 3,
        tr("Another person than the preparers approved exactly this content."),
        _last(seen, "approved")
        if rank >= 3
        else tr("Everybody who had a hand in the return is a preparer."),
        tr("Approve") if may else "",
        "approve",
    )
    yield Item(
        rank >= 4,
        tr("The approved content is signed."),
        _signed(seen),
        tr("Sign") if rank == 3 else "",
        "sign",
    )
    yield Item(
        rank >= 5,
        tr("The files were handed over and the receipt is recorded."),
        tr("Signed is not filed: the return counts as filed only with its receipt."),
        tr("Record receipt") if rank == 4 else "",
        "receipt",
    )


def _last(seen: Overview, *actions: str) -> str:
    found: list[Review] = [item for item in seen.reviews if item.action in actions]
    if not found:
        return ""
    last = found[-1]
    words = tr("{who}, {moment}").format(who=last.by, moment=moment_words(last.at))
    return f"{words}: {last.comment}" if last.comment else words


def _signed(seen: Overview) -> str:
    if seen.submission is None:
        return ""
    return tr("{who}, {moment}").format(
        who=seen.submission.signer, moment=moment_words(seen.submission.at)
    )
