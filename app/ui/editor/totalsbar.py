"""The foot of a table: the sums of its columns, below the columns themselves."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.domain.amounts import grouped
from app.services.apart import carry_out, heavy_return
from app.services.grid import View
from app.services.totals import summed_columns, totals
from app.ui.editor.gridmodel import header_text
from app.ui.editor.gridview import GridView
from app.ui.editor.session import Session
from app.ui.i18n import tr
from app.ui.theme import tokens
from app.ui.widgets.table import ROW_HEIGHT

_SETTLES = 150
"""Milliseconds without a change after which sums are worked out again."""


class TotalsBar(QWidget):
    """Hidden where no column has a sum. The sums come from the worker, exact."""

    def __init__(self, session: Session, view: GridView) -> None:
        super().__init__(view.parentWidget())
        self._session, self._view, self._model = session, view, view.grid
        self.sums: dict[str, str] = {}
        self._asked: tuple[int | None, View] | None = None
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLES)
        self._timer.timeout.connect(self._ask)
        self.setFixedHeight(ROW_HEIGHT)
        view.horizontalHeader().sectionResized.connect(self.update)
        view.horizontalScrollBar().valueChanged.connect(self.update)
        self._model.rowsInserted.connect(self.renew)
        self._model.rowsRemoved.connect(self.renew)
        self._model.modelReset.connect(self.renew)
        self.hide()

    def renew(self) -> None:
        """Something may have changed."""
        if self._model.total > 1 or self.sums:
            self._timer.start()

    def _ask(self) -> None:
        parent, node = self._model.parent_row, self._model.node
        self._turn += 1
        if parent is None or not summed_columns(self._session.schema, node):
            self._show({}, self._turn)
            return
        desk, number, view = self._session.context.desk, self._session.return_id, self._model.view
        turn = self._turn
        self._session.run(
            lambda: carry_out(
                heavy_return(desk, number), desk, totals, number, parent, node.path, view
            ),
            lambda sums: self._show(sums, turn),
        )

    def _show(self, sums: dict[str, str], turn: int) -> None:
        if turn != self._turn:
            return
        self.sums = sums
        self.setVisible(bool(sums) and self._model.rowCount() > 1)
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """All sums as one text."""
        language = self._session.language
        parts = [
            f"{header_text(field, language)} {grouped(self.sums[field.key])}"
            for field in self._model.fields
            if field.key in self.sums
        ]
        return f"{tr('Sum')}: {'; '.join(parts)}" if parts else ""

    def sizeHint(self) -> QSize:
        """As high as a row."""
        return QSize(200, ROW_HEIGHT)

    def _place(self, column: int) -> QRect:
        left = self._view.viewport().x() + self._view.columnViewportPosition(column)
        return QRect(left, 0, self._view.columnWidth(column), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each sum below its column."""
        painter = QPainter(self)
        colours = tokens()
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.setPen(QColor(colours.line))
        painter.drawLine(0, 0, self.width(), 0)
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        edge = self._view.viewport().x()
        shown = edge + self._view.frozen.room  # below frozen columns stands no sum
        painter.setClipRect(shown, 0, self.width() - shown, self.height())
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, field in enumerate(self._model.fields):
            if field.key in self.sums:
                box = self._place(column).adjusted(6, 1, -8, 0)
                text = grouped(self.sums[field.key])
                if painter.fontMetrics().horizontalAdvance(text) > box.width():
                    text = "…"  # part of a number would be another number; the tooltip has it
                painter.drawText(box, side, text)
        painter.setClipping(False)
        painter.setPen(QColor(colours.muted))
        label = QRect(0, 1, max(edge - 4, 40), self.height())
        if edge >= painter.fontMetrics().horizontalAdvance(tr("Sum")) + 6:
            painter.drawText(label, side, tr("Sum"))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The tooltip tells the whole sum of the column."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            language = self._session.language
            for column, field in enumerate(self._model.fields):
                if field.key in self.sums and self._place(column).contains(event.pos()):
                    name = header_text(field, language)
                    text = f"{tr('Sum')} · {name}: {grouped(self.sums[field.key])}"
                    QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
