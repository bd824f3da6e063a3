"""The list of sections with what is left in each."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.finding import Severity
from app.ui.editor.progress import Progress
from app.ui.editor.session import Session
from app.ui.i18n import ntr, tr
from app.ui.icons import SEVERITY_ICONS, pixmap
from app.ui.theme import tokens

_Index = QModelIndex | QPersistentModelIndex
PROGRESS_ROLE = Qt.ItemDataRole.UserRole + 1
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 2
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class SectionsModel(QAbstractListModel):
    """One row a section."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._progress: list[Progress] = []

    def show_progress(self, progress: list[Progress]) -> None:
        """New counts; the sections themselves never change."""
        if len(progress) != len(self._progress):
            self.beginResetModel()
            self._progress = progress
            self.endResetModel()
        elif progress != self._progress:
            self._progress = progress
            self.dataChanged.emit(self.index(0, 0), self.index(len(progress) - 1, 0), [])

    def retranslate(self) -> None:
        """Another language."""
        if self._progress:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._progress) - 1, 0), [])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Sections."""
        return 0 if parent.isValid() else len(self._progress)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, what is left, and both in one sentence for screen readers."""
        if not index.isValid() or index.row() >= len(self._progress):
            return None
        progress = self._progress[index.row()]
        title = self._session.sections[index.row()].title(self._session.language)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == PROGRESS_ROLE:
            return progress
        if role == DETAIL_ROLE:
            return detail_text(progress)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (title, *_parts(progress)) if part)
        return None


def detail_text(progress: Progress) -> str:
    """What is left in a section: “2 of 37 left · 1,204 rows”."""
    return " · ".join(_counts(progress))


def _counts(progress: Progress) -> list[str]:
    texts = []
    if progress.total and progress.left:
        texts.append(tr("{left} of {total} left").format(left=progress.left, total=progress.total))
    elif progress.total:
        texts.append(tr("filled in"))
    if progress.rows is not None:
        texts.append(ntr("{n} row", "{n} rows", progress.rows))
    if not texts:
        texts.append(tr("optional, left out") if not progress.present else tr("nothing required"))
    return texts


def _parts(progress: Progress) -> list[str]:
    texts = _counts(progress)
    if progress.blocking:
        texts.append(ntr("{n} blocking", "{n} blocking", progress.blocking))
    if progress.explain:
        texts.append(ntr("{n} to explain", "{n} to explain", progress.explain))
    return texts


class SectionDelegate(QStyledItemDelegate):
    """Two lines and the findings at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for the whole title and what is left."""
        view = option.widget
        room = view.viewport().width() if isinstance(view, QListView) else 0
        title = self._title_rect(option.font, QRect(0, 0, room - 32, 1000), index)
        lines = title.height() if room else option.fontMetrics.height()
        return QSize(
            120, max(lines, option.fontMetrics.height()) + option.fontMetrics.height() + 18
        )

    def _title_rect(self, base: QFont, inside: QRect, index: _Index) -> QRect:
        """Where the title stands: beside the counts of findings, on two lines where it is long.

        The letters of a chosen section are wider; its neighbours do not move when it is chosen.
        """
        font = QFont(base)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        beside = inside.adjusted(0, 0, -self._badge_room(metrics, index.data(PROGRESS_ROLE)), 0)
        place = metrics.boundingRect(beside, _WRAPPED, str(index.data()))
        beside.setHeight(min(place.height(), 2 * metrics.height() + 2))
        return beside

    def _badge_room(self, metrics: QFontMetrics, progress: Progress) -> int:
        counts = [count for count in (progress.explain, progress.blocking) if count]
        return sum(metrics.horizontalAdvance(f"{count:,}") + 26 for count in counts)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a section."""
        colours = tokens()
        rect = option.rect.adjusted(6, 2, -6, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection if chosen else colours.hover))
            painter.drawRoundedRect(rect, 6, 6)
        view = option.widget
        if chosen and view is not None and view.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        inside = rect.adjusted(10, 6, -10, -6)
        upper = QRect(inside.left(), inside.top(), inside.width(), option.fontMetrics.height())
        self._badges(painter, upper, index.data(PROGRESS_ROLE))
        self._lines(painter, option, self._title_rect(option.font, inside, index), inside, index)
        painter.restore()

    def _lines(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        upper: QRect,
        inside: QRect,
        index: _Index,
    ) -> None:
        """The title beside the findings; what is left has the second line for itself."""
        colours, font = tokens(), QFont(option.font)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(upper, _WRAPPED, str(index.data()))
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        height = painter.fontMetrics().height()
        lower = QRect(inside.left(), inside.bottom() - height, inside.width(), height + 2)
        _draw_line(painter, lower, str(index.data(DETAIL_ROLE)))

    def _badges(self, painter: QPainter, rect: QRect, progress: Progress) -> None:
        """Icon and count of each severity from the right."""
        right = rect.right()
        counts = ((progress.explain, Severity.EXPLAIN), (progress.blocking, Severity.BLOCKING))
        for count, severity in counts:
            if not count:
                continue
            text = f"{count:,}"
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(QColor(getattr(tokens(), severity.value)))
            place = QRect(right - width, rect.top(), width + 1, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            right -= width + 18
            image = pixmap(SEVERITY_ICONS[severity], severity.value, 14)
            painter.drawPixmap(right, rect.center().y() - 6, image)
            right -= 8


def _draw_line(painter: QPainter, rect: QRect, text: str) -> None:
    """One line of text, with an ellipsis where the room ends."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class SectionList(QListView):
    """The sections at the left."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.sections = SectionsModel(session, self)
        self.setModel(self.sections)
        self.setItemDelegate(SectionDelegate(self))
        self.setProperty("role", "sections")
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles that have more room need fewer lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def choose(self, number: int) -> None:
        """Make a section current."""
        self.setCurrentIndex(self.sections.index(number, 0))
