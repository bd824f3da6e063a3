"""A table as Qt shows it: values for the eye and for the editor, marks, titles."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.domain.amounts import grouped
from app.domain.finding import Finding, Severity
from app.domain.languages import in_language
from app.domain.layout import key_fields
from app.domain.schema import Field, Kind
from app.domain.tree import Row
from app.domain.values import check_value
from app.ui.editor.gridpages import GridPages
from app.ui.editor.words import code_text, problem_text
from app.ui.i18n import tr
from app.ui.icons import SEVERITY_TOKENS, pixmap
from app.ui.sentences import finding_words
from app.ui.theme import tokens
from app.ui.words import unit_word

MARK_ROLE = Qt.ItemDataRole.UserRole + 1
GIVEN_ROLE = Qt.ItemDataRole.UserRole + 2
"""True for a value that somebody gave where a formula would; False for the formula's; else None."""
_Index = QModelIndex | QPersistentModelIndex


class GridModel(GridPages):
    """What the cells of a paged table show, and what is wrong with them."""

    # Marks

    def forget_marks(self) -> None:
        """There is another verdict, or another language."""
        self._marks.clear()
        self._changed_everywhere()

    def mark(self, number: int, column: int) -> tuple[Severity, str] | None:
        """What is wrong with a cell, and its sentence."""
        if not self.fields:
            return None
        row_id = self._ids[number]
        if row_id not in self._marks:
            row = self._rows.get(row_id)
            if row is None:
                return None
            self._marks[row_id] = self._find_marks(row, self.position(number))
        return self._marks[row_id].get(self.fields[column].key)

    def path_at(self, number: int, column: int) -> str:
        """The path of a cell, such as `Wallets/Wallet[3]/Label`."""
        place, key = f"{self.path}[{self.position(number)}]", self.fields[column].key
        return place if key == "." else f"{place}/{key}"

    def _find_marks(self, row: Row, position: int) -> dict[str, tuple[Severity, str]]:
        marks = {}
        language = self._session.language
        for field in self.fields:
            text = row.values[self.node.index[field.key]]
            problems = check_value(field, text) if text is not None else []
            if problems:
                marks[field.key] = (Severity.BLOCKING, problem_text(problems[0], language))
                continue
            place = f"{self.path}[{position}]"
            found = self._session.marks.at(place if field.key == "." else f"{place}/{field.key}")
            still = [item for item in found if _still(item, text)]
            if still:
                marks[field.key] = (still[0].severity, finding_words(still[0], language))
        return marks

    # Qt

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells of an editable return are editable once their row was read."""
        flags = super().flags(index)
        known = index.isValid() and self._ids[index.row()] in self._rows
        if known and self.fields and self._session.editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Field names with their unit; the position of each row."""
        if orientation is Qt.Orientation.Vertical:
            shown = role == Qt.ItemDataRole.DisplayRole and section < len(self._ids)
            return self.position(section) if shown else None
        if section < len(self.fields):
            return self._header(self.fields[section], role)
        return (
            self.node.label(self._session.language) if role == Qt.ItemDataRole.DisplayRole else None
        )

    def key_columns(self) -> list[Field]:
        """The fields that tell rows apart, else the first one."""
        keys = key_fields(self._session.schema, self.node)
        return [field for field in self.fields if field.key in keys] or list(self.fields[:1])

    def _header(self, field: Field, role: int) -> Any:
        language = self._session.language
        computed = self._session.computed(self.node.path, field.key)
        if role == Qt.ItemDataRole.DisplayRole:
            return header_text(field, language)
        if role == Qt.ItemDataRole.AccessibleTextRole and computed is not None:
            return f"{header_text(field, language)}, {tr('computed')}"
        if role == Qt.ItemDataRole.DecorationRole and computed is not None:
            return pixmap("computed", "muted", 14)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = [in_language(field.help, language)]
            if computed is not None:
                words.append(tr("Computed: {how}").format(how=computed.words(language)))
            return "\n".join(word for word in words if word) or None
        return _alignment(field) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Values: for the eye, for the editor, and what is wrong with them."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if not self.fields:
            return self._stand_in(index.row(), role)
        field = self.fields[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            row = self.row_at(index.row())
            text = row.values[self.node.index[field.key]] if row else None
            if role == Qt.ItemDataRole.EditRole:
                return text
            return "…" if row is None else self.shown(field, text)
        return self._look(index, field, role)

    def _look(self, index: _Index, field: Field, role: int) -> Any:
        if role in (MARK_ROLE, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole):
            return self._marked(index, role)
        if role in (GIVEN_ROLE, Qt.ItemDataRole.BackgroundRole):
            return self._whose(index, role)
        return _alignment(field) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def given(self, number: int, column: int) -> bool | None:
        """Whether somebody gave a computed cell's value; None where no formula gives it."""
        if (
            not self.fields
            or self._session.computed(self.node.path, self.fields[column].key) is None
        ):
            return None
        return self.fields[column].key in self._given.get(self._ids[number], ())

    def _whose(self, index: _Index, role: int) -> Any:
        given = self.given(index.row(), index.column())
        if role == GIVEN_ROLE:
            return given
        return QColor(tokens().computed) if given is False else None

    def _marked(self, index: _Index, role: int) -> Any:
        mark = self.mark(index.row(), index.column())
        if mark is None:
            return self._whose_words(index) if role == Qt.ItemDataRole.ToolTipRole else None
        if role == MARK_ROLE:
            return mark[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return mark[1]
        return QColor(getattr(tokens(), SEVERITY_TOKENS[mark[0]]))

    def _whose_words(self, index: _Index) -> str | None:
        given = self.given(index.row(), index.column())
        if given is None:
            return None
        return tr("Given instead of the computed value") if given else tr("computed")

    def _stand_in(self, number: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            name = self.node.label(self._session.language)
            return tr("{what} {n}").format(what=name, n=self.position(number))
        return None

    def shown(self, field: Field, text: str | None) -> str:
        """A value for the eye."""
        if text is None:
            return ""
        if field.facets.enumeration:
            return code_text(field, text, self._session.language)
        if field.kind is Kind.BOOLEAN:
            return {"true": tr("Yes"), "1": tr("Yes"), "false": tr("No"), "0": tr("No")}.get(
                text, text
            )
        return grouped(text) if field.kind.numeric else text.replace("\n", " ")

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep a value at once on the screen and store it on the worker."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self.fields:
            return False
        row = self._rows.get(self._ids[index.row()])
        field = self.fields[index.column()]
        text = None if value is None else str(value)
        if row is None or row.values[self.node.index[field.key]] == text:
            return False
        place = self.node.index[field.key]
        values = (*row.values[:place], text, *row.values[place + 1 :])
        self._rows[row.id] = Row(
            row.id, row.parent, row.node, row.order, values, row.source, row.source_row
        )
        self._marks.pop(row.id, None)
        known = self._given.get(row.id, frozenset())
        self._given[row.id] = known | {field.key} if text is not None else known - {field.key}
        self.dataChanged.emit(index, index, [])
        self._session.save(row.id, field.key, text)
        return True


def header_text(field: Field, language: str) -> str:
    """A column's title: the field's name and its unit."""
    unit = unit_word(field.info.get("unit"))
    star = " *" if field.required else ""
    return f"{field.label(language)}{star} ({unit})" if unit else field.label(language) + star


def _alignment(field: Field) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if field.kind.numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _still(finding: Finding, text: str | None) -> bool:
    """Whether a finding about one value can still be true: a typed value ends it."""
    if not finding.code.startswith(("VALUE-", "XSD-")):
        return True
    return finding.left == text
