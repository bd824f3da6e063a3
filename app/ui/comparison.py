"""Original and correction side by side: every field that differs, old, new, and why."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.domain.amounts import grouped
from app.domain.pack import Pack
from app.domain.schema import Field
from app.services.comparison import Comparison, Differing
from app.services.movement import Kind
from app.ui.editor.words import code_text, origin_text
from app.ui.i18n import noop, ntr, tr
from app.ui.models.records import Column
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.table import RecordsTable
from app.ui.words import period_words, state_word

_KINDS = {Kind.CHANGED: noop("changed"), Kind.NEW: noop("new"), Kind.GONE: noop("gone")}


class ComparisonDialog(QDialog):
    """Enter on a line goes to its field in the correction; `open_field` gets id and path."""

    def __init__(
        self,
        parent: QWidget,
        pack: Pack,
        found: Comparison,
        language: str,
        open_field: Callable[[str, str], None],
    ) -> None:
        super().__init__(parent)
        self._pack, self._found, self._language = pack, found, language
        self._open_field = open_field
        self.setWindowTitle(tr("Original and correction"))
        self.sides = label(self._sides(), wrap=True)
        self.summary = label(self._summary(), "muted", wrap=True)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(320)
        self.search.setPlaceholderText(tr("Search place, field, row"))
        self.search.setAccessibleName(tr("Search differences"))
        self.table = RecordsTable(self._columns())
        self.table.setAccessibleName(tr("Differences between original and correction"))
        self.table.records.set_records(list(found.lines))
        self.table.opened.connect(self._open)
        self.search.textChanged.connect(self.table.proxy.show_only)
        self.close_button = Button(tr("Close"), clicked=self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self._title(), "title"))
        layout.addWidget(self.sides)
        layout.addWidget(self.summary)
        layout.addLayout(row(self.search, None))
        layout.addWidget(self.table, 1)
        layout.addLayout(row(None, self.close_button))
        self.resize(1080, 620)
        self.finished.connect(self.deleteLater)
        self.table.setFocus()

    def _title(self) -> str:
        name = self._pack.manifest.title(self._language)
        period = period_words(self._found.correction.period)
        return f"{name} · {period} · {ntr('{n} difference', '{n} differences', self._found.total)}"

    def _sides(self) -> str:
        both = (self._found.original, self._found.correction)
        old, new = (f"{item.id[:8]} ({state_word(item.state)})" for item in both)
        text = tr("Original {old}. Correction {new}, which takes its place.")
        return text.format(old=old, new=new)

    def _summary(self) -> str:
        found = self._found
        said = found.summary
        text = (
            tr("What was changed, in the words of the correction: {text}").format(text=said)
            if said
            else tr("The correction does not say yet what was changed.")
        )
        if found.total > len(found.lines):
            text += " " + tr("The first {n} are shown.").format(n=f"{len(found.lines):,}")
        return text

    def _open(self, item: object) -> None:
        if isinstance(item, Differing):
            self.accept()
            self._open_field(self._found.correction.id, item.path)

    # Words

    def _field(self, item: Differing) -> Field | None:
        if not item.key:
            return None
        node = self._pack.schema.node(item.node)
        return node.fields[node.index[item.key]]

    def _place(self, item: Differing) -> str:
        name = self._pack.schema.node(item.node).label(self._language)
        return f"{name} › {item.row}" if item.row else name

    def _name(self, item: Differing) -> str:
        field = self._field(item)
        if field is None:
            return tr("The whole row")
        return field.label(self._language)

    def _value(self, item: Differing, text: str | None, whole: Kind) -> str:
        field = self._field(item)
        if field is None:
            return tr(_KINDS[item.kind]) if item.kind is whole else "—"
        if text is None:
            return "—"
        if field.facets.enumeration:
            return code_text(field, text, self._language)
        return grouped(text) if field.kind.numeric else text.replace("\n", " ")

    def _columns(self) -> list[Column]:
        return [
            Column(noop("Place"), self._place, width=210),
            Column(noop("Field"), self._name, width=190),
            Column(
                noop("Original"),
                lambda item: self._value(item, item.before, Kind.GONE),
                width=170,
            ),
            Column(
                noop("Correction"),
                lambda item: self._value(item, item.after, Kind.NEW),
                width=170,
            ),
            Column(noop("Reason"), lambda item: item.reason or "—"),
            Column(
                noop("From"),
                lambda item: origin_text(item.origin) if item.origin else "—",
                width=150,
            ),
        ]
