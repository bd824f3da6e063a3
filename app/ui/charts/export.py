"""A chart as a picture in a file: PNG or SVG, with its title, legend and what it says."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from app.store.files import write_bytes
from app.ui.charts.legend import Legend
from app.ui.charts.plot import Plot
from app.ui.theme import tokens

_SIZE = QSize(1200, 700)
_MARGIN, _SHARP = 32, 2


def write_picture(file: Path, plot: Plot, legend: Legend, title: str, text: str) -> None:
    """Write whole or not at all; the ending .svg decides, everything else is PNG."""
    body = _svg(plot, legend, title, text) if file.suffix.lower() == ".svg" else None
    write_bytes(file, body or _png(plot, legend, title, text))


def _png(plot: Plot, legend: Legend, title: str, text: str) -> bytes:
    image = QImage(_SIZE * _SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARP)
    _paint(image, plot, legend, title, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stubs want bytes for the format, and Qt refuses them.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _svg(plot: Plot, legend: Legend, title: str, text: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(plot.logicalDpiX())  # the axes are kept drawings and scale by it
    generator.setSize(_SIZE)
    generator.setViewBox(QRect(0, 0, _SIZE.width(), _SIZE.height()))
    generator.setTitle(title)
    generator.setDescription(text)
    _paint(generator, plot, legend, title, text)
    return bytes(buffer.data().data())


def _paint(
    device: QImage | QSvgGenerator, plot: Plot, legend: Legend, title: str, text: str
) -> None:
    painter = QPainter(device)
    width, height = _SIZE.width(), _SIZE.height()
    painter.fillRect(QRect(0, 0, width, height), QColor(tokens().surface))
    painter.setPen(QColor(tokens().text))
    inner = QRectF(_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN)
    heading = QFont(plot.font())
    heading.setPointSizeF(heading.pointSizeF() * 8 / 5)
    heading.setBold(True)
    painter.setFont(heading)
    painter.drawText(inner, Qt.AlignmentFlag.AlignTop, title)
    painter.setFont(plot.font())
    words = inner.adjusted(0, 36, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)
    painter.save()
    painter.translate(inner.left(), inner.top() + 112)
    legend.draw(painter, round(inner.width()))
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_plot(painter, plot, inner.adjusted(0, 148, 0, 0))
    painter.end()


def _draw_plot(painter: QPainter, plot: Plot, area: QRectF) -> None:
    """The same picture in the size of the file; it is laid out without appearing on a screen."""
    copy = Plot(plot.picture, plot.points, months=plot.months)
    copy.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    copy.resize(area.size().toSize())
    copy.show()
    copy.scene().prepareForPaint()
    copy.render(painter, area, copy.viewport().rect())
    copy.hide()
    copy.deleteLater()
