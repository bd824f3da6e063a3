"""The return editor: sections at the left, the form, the panel at the right, findings below."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.services.formview import FormData, Target
from app.ui.context import Context
from app.ui.editor.findings import FindingsPanel
from app.ui.editor.gotofield import GoToField
from app.ui.editor.page import SectionPage
from app.ui.editor.panel import FieldPanel
from app.ui.editor.panes import Panes
from app.ui.editor.progress import section_of, section_progress
from app.ui.editor.sections import SectionList
from app.ui.editor.session import Session
from app.ui.editor.words import step_text
from app.ui.i18n import tr
from app.ui.widgets.notice import Notice


class ReturnEditor(QWidget):
    """Everything of one return that is typed; `Context` says who acts and in which language.

    Signals:
        steps_changed(str, str): what undo and redo would do, in words; empty where there is nothing.
    """

    steps_changed = Signal(str, str)

    def __init__(self, context: Context, return_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = Session(context, return_id, self)
        self._pages: dict[int, SectionPage] = {}
        self.notice = Notice()
        self.sections = SectionList(self.session, self)
        self.stack = QStackedWidget(self)
        self.panel = FieldPanel(self.session, self)
        self.findings = FindingsPanel(self.session, self)
        self._arrange()
        self.session.loaded.connect(self._loaded)
        self.session.checked.connect(self._checked)
        self.session.revealed.connect(self._reveal)
        self.session.scrolled.connect(self._scroll)
        self.session.noticed.connect(self.notice.say)
        self.session.went_wrong.connect(self._fail)
        self.sections.selectionModel().currentChanged.connect(self._chosen)
        self._retranslate()
        self.session.load()

    def _arrange(self) -> None:
        middle = QFrame()
        middle.setProperty("role", "page")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        self.panes = Panes(self, self.sections, middle, self.panel, self.findings)
        self.notice.float_over(self)

    # What the window calls

    def check(self) -> None:
        """Check the return on the worker and show the findings (F8)."""
        self.flush()
        self.session.check()

    def explain_next(self) -> None:
        """Go to where the first finding without its explanation is explained; check before that
        where the findings are not at hand.
        """
        if self.session.verdict is not None:
            self.findings.explain_next()
            return
        self.session.checked.connect(
            self.findings.explain_next, Qt.ConnectionType.SingleShotConnection
        )
        self.check()

    def next_finding(self) -> None:
        """Go to the next finding (F4)."""
        self.findings.step(1)

    def previous_finding(self) -> None:
        """Go to the one before (Shift+F4)."""
        self.findings.step(-1)

    def undo(self) -> None:
        """Take back the last step (Ctrl+Z)."""
        self.flush()
        self.session.undo()

    def redo(self) -> None:
        """Do it again (Ctrl+Y)."""
        self.session.redo()

    def go_to(self, path: str) -> None:
        """Show and focus the field at a path such as `Wallets/Wallet[3]/Label`."""
        self.session.go_to(path)

    def ask_field(self) -> None:
        """Ask for a field by its name and go there (Ctrl+G)."""
        if self.session.form is not None:
            self.flush()
            schema, language = self.session.schema, self.session.language
            GoToField(self, schema, language, self.go_to).open()

    def open_origin(self) -> None:
        """Show the page of the kept workbook that the chosen value came from (Ctrl+U)."""
        self.flush()
        self.panel.open_page()

    def toggle_guidance(self) -> None:
        """Show or hide what is said of the chosen field (Ctrl+B)."""
        self.panes.toggle_panel()

    def toggle_findings(self) -> None:
        """Show the list of findings or its line alone (Ctrl+J)."""
        self.panes.toggle_findings()

    def next_pane(self) -> None:
        """Let the keys go to the next part of the editor (F6)."""
        self.panes.step(1)

    def previous_pane(self) -> None:
        """Let them go to the one before (Shift+F6)."""
        self.panes.step(-1)

    def take_focus(self) -> None:
        """Let the keys go to the first field or table of the section that is shown."""
        page = self._page()
        if page is None or not page.take_focus():
            self.sections.setFocus()

    def flush(self) -> None:
        """Save what is being typed at this moment."""
        page = self._page()
        if page is not None:
            page.flush()

    # What happens

    def _loaded(self, form: object) -> None:
        assert isinstance(form, FormData)
        self._show_progress()
        if not self.sections.currentIndex().isValid() and self.session.sections:
            self.sections.choose(0)
        page = self._page()
        if page is not None:
            page.bind(form)
        self._name_steps(form)

    def _name_steps(self, form: FormData) -> None:
        schema, language = form.pack.schema, self.session.language
        self.steps_changed.emit(
            step_text(schema, form.undo, language), step_text(schema, form.redo, language)
        )

    def _show_progress(self) -> None:
        session = self.session
        if session.form is not None:
            self.sections.sections.show_progress(
                section_progress(session.sections, session.form, session.verdict)
            )

    def _checked(self) -> None:
        self._show_progress()
        for page in self._pages.values():
            page.show_findings()

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not index.isValid() or self.session.form is None:
            return
        number = index.row()
        if number not in self._pages:
            page = SectionPage(self.session, self.session.sections[number], self.stack)
            self._pages[number] = page
            self.stack.addWidget(page)
        self._pages[number].bind(self.session.form)
        self.stack.setCurrentWidget(self._pages[number])

    def _page(self) -> SectionPage | None:
        return self._pages.get(self.sections.currentIndex().row())

    def _reveal(self, target: object) -> None:
        assert isinstance(target, Target)
        number = section_of(self.session.sections, self.session.schema, target.path)
        if number is None:
            return
        self.sections.choose(number)
        page = self._page()
        if page is not None:
            page.reveal(target)

    def _fail(self, error: object) -> None:
        assert isinstance(error, BaseException)
        self.notice.fail(error)

    def _scroll(self, widget: object) -> None:
        page = self._page()
        if page is not None and isinstance(widget, QWidget):
            page.scroll_to(widget)

    def _retranslate(self) -> None:
        self.sections.setAccessibleName(tr("Sections of the return"))
        self.panel.setAccessibleName(tr("About the chosen field"))
        self.sections.sections.retranslate()
        for page in self._pages.values():
            page.retranslate()
        self.panel.retranslate()
        self.panes.retranslate()
        self.findings.retranslate()
        if self.session.form is not None:
            self._name_steps(self.session.form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops a check that runs, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape and self.session.busy:
            self.session.stop()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
