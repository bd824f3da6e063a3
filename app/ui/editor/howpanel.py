"""How a value is computed: the formula in words, and every input with its value and where it is from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.amounts import grouped
from app.domain.computed import Computed
from app.services.formview import GroupData
from app.ui.editor.override import OverrideLine
from app.ui.editor.session import Session
from app.ui.editor.words import origin_text, place_text, same_value
from app.ui.i18n import ntr, tr
from app.ui.widgets.basic import Button, clear, column, label
from app.ui.words import certainty_word, citation_words

if TYPE_CHECKING:
    from app.services.computed import How

_PAUSE = 250
"""Milliseconds that a field keeps the focus before its inputs are worked out."""
_MANY = 5_000
"""Rows of a return from which its inputs are worked out only when asked for."""
_LISTED = 12


class HowPanel(QWidget):
    """A part of the panel at the right; hidden for a field that no formula gives."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._title = label(role="small")
        self.words = label(wrap=True)
        self.source = label(role="small", wrap=True)
        self.override = OverrideLine(session, self)
        self.made = label(wrap=True)
        self.ask = Button(role="link", clicked=self._read)
        self.inputs = QVBoxLayout()
        self.inputs.setSpacing(6)
        self.links: list[Button] = []
        self._path = ""
        self._found: How | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._read)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for widget in (self._title, self.words, self.source, self.made, self.override, self.ask):
            box.addWidget(widget)
        box.addLayout(self.inputs)
        self.hide()

    def show_formula(self, computed: Computed | None, told: str = "") -> None:
        """The formula of a field in words; nothing hides all. `told` is the citation above."""
        self.setVisible(computed is not None)
        if computed is None:
            self._path = ""
            self.forget()
            return
        self._title.setText(tr("How it is computed"))
        self.words.setText(computed.words(self._session.language))
        sure = certainty_word(computed.certainty)
        told_by = citation_words(computed.citation)
        source = f"{told_by} ({sure})" if sure else told_by
        self.source.setText(source)
        self.source.setVisible(source != told)
        if self._found is not None:
            self._show(self._found)

    def show_given(
        self, place: tuple[int, str, str], name: str, text: str | None, *, given: bool
    ) -> None:
        """Whether the value is somebody's: then the way back to the formula stands here.

        `place` is the row's number, the field's key and its path; `text` the value.
        """
        self.override.bind(*place, name)
        self.override.ask(wanted=self._session.reason_wanted(*place, text))
        self.override.setVisible(given)

    def follow(self, path: str) -> None:
        """Work out the inputs of a field as soon as it keeps the focus, and again when it changes."""
        if path != self._path:
            self.forget()
        self._path = path
        form = self._session.form
        many = form is not None and _rows(form.root) > _MANY
        self.ask.setText(tr("Show what it is made from"))
        self.ask.setVisible(many and not self.links)
        if path and not many:
            self._timer.start()

    def forget(self) -> None:
        """Another field: what was told of the last one goes."""
        self._found = None
        clear(self.inputs)
        self.links = []
        self.made.setText("")
        self.made.hide()

    def _read(self) -> None:
        desk, number, path = self._session.context.desk, self._session.return_id, self._path
        if not path:
            return

        def work() -> "How":
            from app.services.computed import how  # noqa: PLC0415  (brings in the rules)

            return how(desk, number, path)

        def done(found: "How") -> None:
            self._session.learn(path, found.result)
            if path == self._path:
                self._show(found)

        self._session.run(work, done)

    def _show(self, found: "How") -> None:
        self.forget()
        self._found = found
        self.ask.hide()
        lines = []
        if found.given and same_value(found.value, found.result):
            lines.append(tr("The formula gives the same"))
        elif found.given:
            lines.append(tr("The formula gives {value}").format(value=grouped(found.result or "—")))
        lines += [f"{name} = {grouped(value)}" for name, value in found.names]
        self.made.setText("\n".join(lines))
        self.made.setVisible(bool(lines))
        for item in found.inputs[:_LISTED]:
            self.inputs.addWidget(self._input(item))
        left = found.count - min(len(found.inputs), _LISTED)
        if left > 0:
            self.inputs.addWidget(label(ntr("and {n} more", "and {n} more", left), "small"))

    def _input(self, item: "How") -> QWidget:
        language = self._session.language
        place = " › ".join(place_text(self._session.schema, item.path, language).split(" › ")[-2:])
        value = grouped(item.value) if item.value is not None else tr("no value")
        name, shown = (
            label(place, "small", wrap=True),
            Button(value, role="link", clicked=self._to(item.path)),
        )
        shown.setAccessibleName(tr("Go to {place}: {value}").format(place=place, value=value))
        self.links.append(shown)
        lines = [name, shown]
        if item.origin is not None:
            lines.append(label(origin_text(item.origin), "small", wrap=True))
        result = QWidget()
        result.setLayout(column(*lines, spacing=0))
        return result

    def _to(self, path: str) -> Callable[[], None]:
        def go() -> None:
            self._session.go_to(path)

        return go


def _rows(group: GroupData) -> int:
    """How many rows the tables below the single groups have."""
    return sum(group.tables.values()) + sum(_rows(below) for below in group.groups.values())
