"""One field of the form: label above, the input, what is wrong with it below."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.domain.finding import Finding, Severity
from app.domain.languages import in_language
from app.domain.schema import Field
from app.domain.values import check_value
from app.ui.editor.inputs import make_input
from app.ui.editor.override import OverrideLine
from app.ui.editor.session import Focus, Session, Typing
from app.ui.editor.words import problem_text, same_value
from app.ui.i18n import tr
from app.ui.icons import SEVERITY_ICONS, SEVERITY_TOKENS, IconLabel
from app.ui.sentences import finding_words
from app.ui.widgets.basic import label, set_role
from app.ui.words import unit_word


class FieldFrame(QWidget):
    """Binds one input to one value of one row."""

    def __init__(self, session: Session, node: str, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._node = node
        self.field = field
        self._row: int | None = None
        self._path = ""
        self._findings: tuple[Finding, ...] = ()
        self._given = False
        self.computed = session.computed(node, field.key)
        self.input = make_input(field, session.language, self)
        self._label = QLabel(self)
        self._label.setBuddy(self.input)
        self._help = QLabel(self)
        self._help.setWordWrap(True)
        self._help.setProperty("role", "small")
        self._help.hide()
        self._more = QToolButton(self)
        self._more.setText("?")
        self._more.setProperty("role", "help")
        self._more.setCheckable(True)
        self._more.setAutoRaise(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.toggled.connect(self._help.setVisible)
        self._computed_icon = IconLabel("computed", "muted", 14)
        self._computed_word = label(role="small")
        self.override = OverrideLine(session, self) if self.computed is not None else None
        self._icon = IconLabel(parent=self)
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._arrange()
        self.input.edited.connect(self._edited)
        self.input.committed.connect(self.commit)
        self.input.entered.connect(self._entered)
        if self.computed is not None:
            session.worked_out.connect(self._worked_out)
        self.retranslate()
        self._mark()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._label)
        head.addWidget(self._more)
        head.addStretch(1)
        head.addWidget(self._computed_icon)
        head.addWidget(self._computed_word)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._message, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self._help)
        box.addWidget(self.input)
        box.addLayout(foot)
        if self.override is not None:
            box.addWidget(self.override)
        box.addStretch(1)

    def event(self, event: QEvent) -> bool:
        """Keep the height that the texts need: the grid passes over a change of it while it scrolls."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            box = self.layout()
            if box is not None and box.hasHeightForWidth():
                self.setMinimumHeight(box.totalHeightForWidth(self.width()))
        return done

    def bind(self, row: int, path: str, value: str | None, *, given: bool = False) -> None:
        """Show a value of a row; what is being typed there at this moment is kept.

        `given` says of a computed field that its value is somebody's and not the formula's.
        """
        other = row != self._row
        self._row, self._path, self._given = row, path, given
        if other or not self.input.dirty:
            self.input.set_value(value)
        settled = self.field.fixed is not None and value == self.field.fixed
        self.input.set_read_only(settled or not self._session.editable)
        if self.override is not None:
            name = self.field.label(self._session.language)
            self.override.bind(row, self.field.key, path, name)
        self.show_findings()
        if (row, self.field.key) in self._session.typed and path not in self._session.results:
            self._session.work_out(path)

    def show_findings(self) -> None:
        """Mark what the last check found here."""
        self._findings = self._session.marks.at(self._path)
        self._mark()

    def commit(self) -> None:
        """Save what was typed."""
        if self._row is None:
            return
        text, dirty = self.input.value(), self.input.dirty
        self.input.set_value(text)
        if dirty and self._session.editable:
            self._session.save(self._row, self.field.key, text)
        self._mark()

    def _entered(self) -> None:
        if self._row is not None:
            self._session.focused.emit(
                Focus(self._row, self._node, self.field, self.input.value(), self._path)
            )

    def _edited(self) -> None:
        if self._row is not None and self.input.dirty:
            self._session.typing.emit(
                Typing(self._row, self.field.key, self._path, self.input.value())
            )
        self._mark()

    def _mark(self) -> None:
        """The gravest thing that is wrong: the value as typed, else what the last check said."""
        text = self.input.value()
        self._mark_computed(text)
        severity, sentence = None, ""
        problems = check_value(self.field, text) if text is not None else []
        if problems:
            severity = Severity.BLOCKING
            sentence = problem_text(problems[0], self._session.language)
        elif self._findings:
            severity = self._findings[0].severity
            sentence = self._finding_text(self._findings[0])
        self._show_mark(severity, sentence)

    def _mark_computed(self, text: str | None) -> None:
        """Whose value it is: the formula's, or given by somebody, which needs its reason."""
        computed = self.computed is not None
        self._computed_icon.setVisible(computed)
        self._computed_word.setVisible(computed)
        if self.override is None:
            return
        typed = self.input.dirty or (self._row or 0, self.field.key) in self._session.typed
        given = text is not None and (self._given or typed)
        self._computed_icon.show_icon("edited" if given else "computed", "muted")
        self._computed_word.setText(tr("given by hand or file") if given else tr("computed"))
        wanted = given and self._reason_wanted(text)
        self.override.ask(wanted=wanted)
        self.override.setVisible(wanted)
        set_role(self.input, "" if given else "yes", "computed")

    def _reason_wanted(self, text: str | None) -> bool:
        if self._row is None:
            return False
        if self.input.dirty:
            known = self._session.results
            return self._path not in known or not same_value(text, known[self._path])
        return self._session.reason_wanted(self._row, self.field.key, self._path, text)

    def _worked_out(self, path: str) -> None:
        if path == self._path:
            self._mark()

    def _finding_text(self, finding: Finding) -> str:
        if finding.code == "VALUE-MISSING":
            return tr("A value is required here.") if self.input.value() is None else ""
        if finding.code.startswith(("VALUE-", "XSD-")) and self.input.value() != finding.left:
            return ""  # the value is another one since the check
        return finding_words(finding, self._session.language)

    def _show_mark(self, severity: Severity | None, sentence: str) -> None:
        mark = SEVERITY_TOKENS[severity] if severity and sentence else ""
        if self.input.property("mark") != mark:
            self.input.setProperty("mark", mark)
            self._message.setProperty("role", mark)
            for widget in (self.input, self._message):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self._icon.setVisible(bool(mark))
        self._message.setVisible(bool(mark))
        if mark and severity:
            self._icon.show_icon(SEVERITY_ICONS[severity], mark)
        self._message.setText(sentence)
        self.input.setAccessibleDescription(sentence)

    def retranslate(self) -> None:
        """The words in the language of the window."""
        language = self._session.language
        name = self.field.label(language)
        help_text = in_language(self.field.help, language)
        self._label.setText(
            f"{name} <span style='font-weight:600'>*</span>" if self.field.required else name
        )
        self._label.setToolTip(tr("A value is required here.") if self.field.required else "")
        self._help.setText(help_text)
        self._more.setVisible(bool(help_text))
        self._more.setToolTip(help_text)
        self._more.setAccessibleName(tr("What “{label}” means").format(label=name))
        unit = unit_word(self.field.info.get("unit"))
        parts = [name, unit or "", tr("required") if self.field.required else ""]
        parts.append(tr("computed") if self.computed is not None else "")
        self.input.setAccessibleName(", ".join(part for part in parts if part))
        self.input.retranslate(language)
        if self.override is not None:
            self.override.retranslate()
        self._mark()
