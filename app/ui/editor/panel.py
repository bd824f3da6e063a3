"""The panel at the right: what the value with the focus means, where it is from, what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.amounts import grouped
from app.domain.finding import Finding
from app.domain.languages import in_language
from app.domain.origin import OriginKind
from app.domain.schema import Field
from app.domain.values import check_value
from app.services.formview import Facts, Filed, read_facts
from app.services.keptpage import KeptPage, has_page, kept_page
from app.ui.editor.howpanel import HowPanel
from app.ui.editor.originview import OriginView
from app.ui.editor.session import Focus, Session
from app.ui.editor.words import code_text, limit_texts, origin_text, problem_text
from app.ui.i18n import tr
from app.ui.sentences import finding_words
from app.ui.widgets.basic import Button, label
from app.ui.words import certainty_word, citation_words, period_words, severity_word, unit_word


class Entry(QWidget):
    """A small heading and a text; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = label(role="small")
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.title)
        box.addWidget(self.text)
        self.hide()

    def say(self, title: str, text: str) -> None:
        """Show a text; nothing hides the entry."""
        self.title.setText(title)
        self.text.setText(text)
        self.setVisible(bool(text))


class FieldPanel(QScrollArea):
    """Follows the focus."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._focus: Focus | None = None
        self._facts: Facts | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("content")
        self._box = QVBoxLayout(content)
        self._box.setContentsMargins(16, 16, 16, 16)
        self._box.setSpacing(12)
        self.heading = label(role="strong", wrap=True)
        self.hide_button = Button(icon_name="chevron-right", role="link")
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(head)
        self.meaning = self._entry(content)
        self.unit = self._entry(content)
        self.limits = self._entry(content)
        self.citation = self._entry(content)
        self.how = HowPanel(session, content)
        self._box.addWidget(self.how)
        self.origin = self._entry(content)
        self.page_button = Button(icon_name="file", role="link", clicked=self.open_page)
        self.page_button.hide()
        self._box.addWidget(self.page_button)
        self.filed = self._entry(content)
        self.findings = self._entry(content)
        self._box.addStretch(1)
        self.setWidget(content)
        session.focused.connect(self._focused)
        session.touched.connect(self._refresh)
        session.checked.connect(self.show_all)
        session.worked_out.connect(self._worked_out)
        self.show_all()

    def told(self) -> str:
        """All that is said of the field with the focus, as Markdown; empty without one."""
        if self._focus is None:
            return ""
        entries = (self.meaning, self.unit, self.limits, self.citation, self.origin, self.filed)
        parts = [f"## {self.heading.text()}"]
        parts += [
            f"**{entry.title.text()}** {entry.text.text()}"
            for entry in entries
            if entry.text.text()
        ]
        return "\n\n".join(parts)

    def _entry(self, content: QWidget) -> Entry:
        entry = Entry(content)
        self._box.addWidget(entry)
        return entry

    def _focused(self, focus: object) -> None:
        if not isinstance(focus, Focus):
            return
        same = self._focus is not None and (
            (focus.row, focus.field.key) == (self._focus.row, self._focus.field.key)
        )
        self._focus = focus
        if not same:
            self._facts = None
            self.how.forget()
        self.show_all()
        self._refresh()

    def _refresh(self, _changes: object = None) -> None:
        focus = self._focus
        if focus is None:
            return
        desk, number = self._session.context.desk, self._session.return_id

        def done(facts: Facts | None) -> None:
            if self._focus is focus:
                self._facts = facts
                self.show_all()
                if facts is not None and self._session.computed(focus.node, focus.field.key):
                    self.how.follow(facts.path)

        self._session.run(lambda: read_facts(desk, number, focus.row, focus.field.key), done)

    def _worked_out(self, path: str) -> None:
        if self._focus is not None and self._facts is not None and self._facts.path == path:
            self._show_formula(self._focus, self._facts)

    def retranslate(self) -> None:
        """Another language."""
        self.hide_button.setToolTip(tr("Hide the guidance (Ctrl+B)"))
        self.hide_button.setAccessibleName(tr("Hide the guidance"))
        self.page_button.setText(tr("Open the workbook page"))
        self.page_button.setToolTip(tr("The page of the kept workbook with this cell (Ctrl+U)"))
        self.show_all()

    def show_all(self) -> None:
        """Say everything again, in the language of the window."""
        focus = self._focus
        if focus is None:
            self.heading.setText(tr("Choose a field to see what it means."))
            return
        field, language = focus.field, self._session.language
        self.heading.setText(field.label(language))
        meaning = in_language(field.help, language)
        self.meaning.say(tr("What it means"), meaning)
        self.unit.say(tr("Unit"), unit_word(field.info.get("unit")))
        limits = limit_texts(field)
        if field.required:
            limits.append(tr("required"))
        self.limits.say(tr("What it takes"), ", ".join(limits))
        self.citation.say(tr("Where it is asked for"), _citation(field))
        facts = self._facts
        self._show_formula(focus, facts)
        self.origin.say(
            tr("Where the value comes from"),
            origin_text(facts.origin, facts.value) if facts else "",
        )
        self.page_button.setVisible(has_page(facts.origin if facts else None))
        filed = facts.filed if facts else None
        self.filed.say(tr("Last filed"), self._filed(field, filed) if filed else "")
        self._show_findings(focus)

    def open_page(self) -> None:
        """Show the page of the kept workbook that the value came from (Ctrl+U)."""
        focus = self._focus
        if focus is None:
            self._session.notice("information", tr("Choose a field first."))
            return
        desk, number = self._session.context.desk, self._session.return_id
        what = focus.field.label(self._session.language)

        def done(page: KeptPage) -> None:
            OriginView(self.window(), self._session.context.tasks, page, what).open()

        self._session.run(lambda: kept_page(desk, number, focus.row, focus.field.key), done)

    def _show_formula(self, focus: Focus, facts: Facts | None) -> None:
        computed = self._session.computed(focus.node, focus.field.key)
        self.how.show_formula(computed, _citation(focus.field))
        if computed is None:
            return
        origin = facts.origin if facts else None
        given = origin is not None and origin.kind is not OriginKind.COMPUTED
        name = focus.field.label(self._session.language)
        path = facts.path if facts else focus.path or ""
        text = facts.value if facts else focus.text
        self.how.show_given((focus.row, focus.field.key, path), name, text, given=given)

    def _filed(self, field: Field, filed: Filed) -> str:
        value = filed.value or tr("no value")
        if field.facets.enumeration and filed.value:
            value = code_text(field, filed.value, self._session.language)
        elif field.kind.numeric:
            value = grouped(value)
        unit = unit_word(field.info.get("unit"))
        return f"{value} {unit}".strip() + f" ({period_words(filed.period)})"

    def _show_findings(self, focus: Focus) -> None:
        language = self._session.language
        texts = []
        text = self._facts.value if self._facts else focus.text
        problems = check_value(focus.field, text) if text is not None else []
        texts += [problem_text(problem, language) for problem in problems]
        path = self._facts.path if self._facts else focus.path
        for finding in self._session.marks.at(path or ""):
            missing = finding.code == "VALUE-MISSING" and text is None
            if missing or not finding.code.startswith(("VALUE-", "XSD-")):
                texts.append(finding_text(finding, language))
        self.findings.say(tr("Findings"), "\n\n".join(texts))


def _citation(field: Field) -> str:
    citation = citation_words(field.info.get("citation", ""))
    certainty = certainty_word(field.info.get("certainty"))
    if citation and certainty:
        return f"{citation} ({certainty})"
    return citation or certainty


def finding_text(finding: Finding, language: str) -> str:
    """A finding as a paragraph: severity, code, sentence, figures, citation."""
    parts = [
        f"{severity_word(finding.severity)} · {finding.code}",
        finding_words(finding, language),
    ]
    if finding.left is not None and finding.right is not None:
        figures = tr("{left} against {right}").format(
            left=grouped(finding.left), right=grouped(finding.right)
        )
        if finding.difference is not None:
            figures += tr(", difference {difference}").format(
                difference=grouped(finding.difference)
            )
        parts.append(figures)
    if finding.citation:
        certainty = certainty_word(finding.certainty)
        parts.append(f"{finding.citation} ({certainty})" if certainty else finding.citation)
    return "\n".join(parts)
