"""The line at the bottom: what was saved when, who acts, which pack, and how far long work is."""

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QProgressBar, QStatusBar

from app.domain.changes import Changes
from app.domain.clock import stamp
from app.services.overview import Overview, overview
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.seat import SeatDialog
from app.ui.tasks import Progress
from app.ui.widgets.basic import Button, label
from app.ui.words import clock_words


class StatusLine(QStatusBar):
    """Listens to the worker and to the changes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._return_id: str | None = None
        self._saved_at = ""
        self.saved, self.pack = label(), label()
        self.seat = Button("", "seat", role="link", clicked=self.ask_seat)
        self.work = label()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(180)
        self.bar.setTextVisible(False)
        self.cancel = Button("", role="link", clicked=context.tasks.cancel)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        for widget in (self.saved, self.seat, self.pack):
            self.addWidget(widget)
        for item in (self.work, self.bar, self.cancel):
            self.addPermanentWidget(item)
            item.hide()
        context.tasks.progress_changed.connect(self._progress)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self.cancel.setText(tr("Cancel"))
        self.bar.setAccessibleName(tr("Progress"))
        seat = self._context.desk.seat
        self.seat.setText(seat or tr("Nobody"))
        self.seat.setAccessibleName(tr("You act as {seat}").format(seat=seat))
        self.seat.setToolTip(
            tr("You act as {seat}: everything is recorded under this name.").format(seat=seat)
        )
        if self._saved_at:
            self.saved.setText(tr("saved {time}").format(time=clock_words(self._saved_at)))
        else:
            self.saved.setText(tr("every change is saved at once"))

    def ask_seat(self) -> None:
        """Ask who acts from now on."""
        dialog = SeatDialog(self._context, self.window())
        dialog.finished.connect(self.seat.setFocus)
        dialog.open()

    def changed(self, changes: Changes) -> None:
        """Something was written."""
        if changes.label not in ("seat", "trust"):
            self._saved_at = stamp()
        self.retranslate()
        if changes.return_id is not None or changes.packs:
            self.show_return(self._return_id)

    def show_return(self, return_id: str | None) -> None:
        """The return whose pack is named."""
        self._return_id = return_id
        if return_id is None:
            self.pack.clear()
            return
        desk = self._context.desk
        self._context.tasks.run(
            lambda: overview(desk, return_id), self._show_pack, self._no_pack, owner=self
        )

    def _show_pack(self, seen: Overview) -> None:
        if seen.record.id == self._return_id:
            self.pack.setText(tr("pack {pack} in force").format(pack=seen.manifest.id))

    def _no_pack(self, _error: BaseException) -> None:
        self.pack.clear()

    @Slot(object)
    def _progress(self, progress: object) -> None:
        running = isinstance(progress, Progress)
        for widget in (self.work, self.bar, self.cancel):
            widget.setVisible(running)
        if isinstance(progress, Progress):
            self.bar.setRange(0, 1000 if progress.total else 0)
            if progress.total:
                self.bar.setValue(progress.done * 1000 // progress.total)
            share = f" {progress.done * 100 // progress.total} %" if progress.total else ""
            self.work.setText(progress.title + share)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_return(self._return_id)
        super().changeEvent(event)
