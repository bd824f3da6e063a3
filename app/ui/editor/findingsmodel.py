"""Findings as a Qt model: flat, or grouped by rule or by table."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.domain.amounts import grouped
from app.domain.finding import Finding, Severity
from app.domain.schema import Schema
from app.ui.editor.words import place_text
from app.ui.i18n import noop, ntr, tr
from app.ui.icons import SEVERITY_ICONS, SEVERITY_TOKENS, pixmap
from app.ui.sentences import finding_words
from app.ui.words import severity_word

if TYPE_CHECKING:
    from app.services.proposals import Proposal

_Index = QModelIndex | QPersistentModelIndex
FINDING_ROLE = Qt.ItemDataRole.UserRole + 1
_RANK = {Severity.BLOCKING: 0, Severity.EXPLAIN: 1, Severity.INFORMATION: 2}


class Grouping(Enum):
    """How findings are put together."""

    NONE = "none"
    RULE = "rule"
    TABLE = "table"


class Column(Enum):
    """The columns, in order."""

    SEVERITY = noop("Severity")
    CODE = noop("Code")
    PLACE = noop("Place")
    MESSAGE = noop("Message")
    EXPECTED = noop("Expected")
    FOUND = noop("Found")
    DIFFERENCE = noop("Difference")
    STATUS = noop("Status")


COLUMNS = tuple(Column)
NUMBERS = (Column.EXPECTED, Column.FOUND, Column.DIFFERENCE)
_SEARCHED = (Column.CODE, Column.PLACE, Column.MESSAGE, Column.STATUS)


@dataclass(slots=True)
class _Group:
    title: str
    severity: Severity
    findings: list[Finding] = field(default_factory=list)


class FindingsModel(QAbstractItemModel):
    """Two levels: groups and their findings. Without grouping the findings stand at the top.

    An index of a finding below a group carries the group's number + 1 as its internal id, all others 0.
    """

    def __init__(
        self, explain: Callable[[Finding, str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._explain = explain
        self._schema: Schema | None = None
        self._language = "en"
        self._all: tuple[Finding, ...] = ()
        self.proposal: Callable[[Finding], Proposal | None] = lambda _finding: None
        self._groups: list[_Group] = []
        self._flat: list[Finding] = []
        self.grouping = Grouping.NONE
        self.severity: Severity | None = None
        self.wanted = ""
        self.editable = True
        self._short = False

    # What is shown

    def show_findings(
        self, findings: tuple[Finding, ...], schema: Schema | None, language: str
    ) -> None:
        """Another verdict or another language."""
        self._all, self._schema, self._language = findings, schema, language
        self._arrange()

    def arrange(self, grouping: Grouping, severity: Severity | None, wanted: str = "") -> None:
        """Group and filter; `wanted` is a text that code, place, message or explanation hold."""
        self.grouping, self.severity, self.wanted = grouping, severity, wanted.strip().casefold()
        self._arrange()

    def show_short(self, *, short: bool) -> None:
        """Leave out the title of the severity where only its icon has room."""
        if short is not self._short:
            self._short = short
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 0)

    def _holds(self, finding: Finding) -> bool:
        if not self.wanted:
            return True
        parts = (self.text(finding, column) for column in _SEARCHED)
        return any(self.wanted in part.casefold() for part in (*parts, finding.path or ""))

    def _arrange(self) -> None:
        self.beginResetModel()
        chosen = [f for f in self._all if self.severity is None or f.severity is self.severity]
        chosen = [finding for finding in chosen if self._holds(finding)]
        chosen.sort(key=lambda finding: _RANK[finding.severity])
        self._flat, self._groups = chosen, []
        if self.grouping is not Grouping.NONE:
            self._groups = self._grouped(chosen)
        self.endResetModel()

    def _grouped(self, chosen: list[Finding]) -> list[_Group]:
        groups: dict[str, _Group] = {}
        for finding in chosen:
            title = finding.code if self.grouping is Grouping.RULE else self._table(finding)
            group = groups.setdefault(title, _Group(title, finding.severity))
            group.findings.append(finding)
        return list(groups.values())

    def _table(self, finding: Finding) -> str:
        path = finding.path or ""
        if self._schema is None or not path:
            return tr("The whole return")
        whole = path.rpartition("[")[0] if "[" in path else path.rpartition("/")[0]
        return place_text(self._schema, whole, self._language) or tr("The whole return")

    def ordered(self) -> list[Finding]:
        """The findings in the order in which they are shown."""
        if self._groups:
            return [finding for group in self._groups for finding in group.findings]
        return self._flat

    def index_of(self, finding: Finding) -> QModelIndex:
        """Where a finding is shown; an invalid index when it is not."""
        if not self._groups:
            for row, item in enumerate(self._flat):
                if item is finding:
                    return self.createIndex(row, 0, 0)
        for number, group in enumerate(self._groups):
            for row, item in enumerate(group.findings):
                if item is finding:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def finding(self, index: _Index) -> Finding | None:
        """The finding of an index; None for a group."""
        if not index.isValid():
            return None
        number = index.internalId()
        if number:
            return self._groups[number - 1].findings[index.row()]
        return None if self._groups else self._flat[index.row()]

    # Qt

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """An index below a group or at the top."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The group of a finding."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Groups or findings."""
        if not parent.isValid():
            return len(self._groups or self._flat)
        if parent.internalId() or parent.column() or not self._groups:
            return 0
        return len(self._groups[parent.row()].findings)

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Always all columns."""
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(COLUMNS):
            return None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(COLUMNS[section].value)
        if role == Qt.ItemDataRole.DisplayRole:
            hidden = self._short and COLUMNS[section] is Column.SEVERITY
            return "" if hidden else tr(COLUMNS[section].value)
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The status of a soft finding is where its explanation is typed."""
        flags = super().flags(index)
        finding = self.finding(index)
        if finding is None:
            return flags
        soft = finding.severity is Severity.EXPLAIN and self.editable
        if soft and COLUMNS[index.column()] is Column.STATUS:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, icons and the finding itself."""
        if not index.isValid():
            return None
        finding, column = self.finding(index), COLUMNS[index.column()]
        if finding is None:
            return self._group_data(self._groups[index.row()], column, role)
        if role == FINDING_ROLE:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(finding, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._words(finding) if column is Column.STATUS else None
        return self._look(finding, column, role)

    def _look(self, finding: Finding, column: Column, role: int) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.text(finding, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.SEVERITY:
            return severity_word(finding.severity)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole and column is Column.SEVERITY:
            return pixmap(SEVERITY_ICONS[finding.severity], SEVERITY_TOKENS[finding.severity])
        return None

    def _group_data(self, group: _Group, column: Column, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if column is not Column.SEVERITY:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            count = ntr("{n} finding", "{n} findings", len(group.findings))
            return f"{group.title} · {count}"
        if role == Qt.ItemDataRole.DecorationRole:
            return pixmap(SEVERITY_ICONS[group.severity], SEVERITY_TOKENS[group.severity])
        return None

    def text(self, finding: Finding, column: Column) -> str:
        """What a column says of a finding."""
        if column is Column.SEVERITY:
            return severity_word(finding.severity)
        if column is Column.PLACE:
            path = finding.path or ""
            if not path or self._schema is None:
                return tr("The whole return")
            return place_text(self._schema, path, self._language)
        if column is Column.STATUS:
            return self._status(finding)
        return {
            Column.CODE: finding.code,
            Column.MESSAGE: finding_words(finding, self._language),
            Column.EXPECTED: grouped(finding.right or ""),
            Column.FOUND: grouped(finding.left or ""),
            Column.DIFFERENCE: grouped(finding.difference or ""),
        }[column]

    def _status(self, finding: Finding) -> str:
        if finding.severity is Severity.BLOCKING:
            return tr("To be mended")
        if finding.severity is Severity.INFORMATION:
            return tr("A note")
        if finding.explanation:
            return tr("Explained: {text}").format(text=finding.explanation)
        proposal = self.proposal(finding)
        if proposal is None:
            return tr("Type an explanation")
        if proposal.lapsed:
            return tr("Explain anew: {text}").format(text=proposal.text)
        return tr("Proposed: {text}").format(text=proposal.text)

    def _words(self, finding: Finding) -> str:
        """What is edited: the explanation, or the proposed one."""
        proposal = self.proposal(finding)
        return finding.explanation or (proposal.text if proposal is not None else "")

    def proposals_changed(self) -> None:
        """There are other proposals."""
        self.layoutAboutToBeChanged.emit()
        self.layoutChanged.emit()

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep an explanation."""
        finding = self.finding(index)
        text = str(value or "").strip()
        if role != Qt.ItemDataRole.EditRole or finding is None or not text:
            return False
        if text != (finding.explanation or ""):
            self._explain(finding, text)
        return True
