"""The preview: the first page of what was chosen on white paper, or the first lines where it has no pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from kzstay.export.formats import NothingAhead
from kzstay.guard import guarded
from kzstay.texts import Words, calendar
from kzstay.ui.widgets import parts
from kzstay.ui.window.exporting.head import has_pages, has_tables, head, summary
from kzstay.ui.window.exporting.order import Known, Order
from kzstay.ui.window.exporting.picture import A4, Picture, first_page

SOON = 150  # milliseconds after the last choice
_WIDEST = 840  # pixels of a page
_MANY = 5000  # assessments
_ROUND = 12  # pixels of room round it


@guarded
class Page(QWidget):
    """A page of paper with room round it: white in the dark too."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export_page")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.picture: Picture | None = None

    def place(self) -> QRect:
        """Return where the paper lies."""
        width = max(1, min(_WIDEST, self.width() - 2 * _ROUND))
        return QRect((self.width() - width) // 2, _ROUND, width, round(width * A4[1] / A4[0]))

    def take_width(self, width: int) -> bool:
        """Become as wide as there is room, and tell whether the paper becomes another."""
        before = self.place()
        self.resize(width, self.height())
        self.resize(width, self.place().bottom() + 1 + _ROUND)
        return self.place() != before

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self.place()
        painter.fillRect(place, Qt.GlobalColor.white)
        if self.picture is not None:
            painter.drawImage(place, self.picture.image)
        painter.setPen(QPen(self.palette().placeholderText().color(), 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))


@guarded
class Preview(QWidget):
    """What the file will look like; ``drawn`` after it shows what was chosen last."""

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: Order | None = None
        self._known: Known = {}  # hundreds are assessed once, not with each choice
        self._w: Words | None = None
        self.heading = parts.label("muted", wrap=True)
        self.page = Page()
        self.paper = QScrollArea()
        self.paper.setObjectName("export_paper")
        self.paper.setFrameShape(QFrame.Shape.NoFrame)
        self.paper.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.paper.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the arrows scroll it
        self.paper.setWidget(self.page)
        self.paper.viewport().installEventFilter(self)
        self.text = QPlainTextEdit()
        self.text.setObjectName("export_text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.table = QTableWidget()
        self.table.setObjectName("export_table")
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.sentence = parts.label("muted", wrap=True, name="export_none")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown = QStackedWidget()
        for part in (self.paper, self.text, self.table, self.sentence):
            self.shown.addWidget(part)
        column = parts.column(self.heading, spacing=6)
        column.addWidget(self.shown, 1)
        self.setLayout(column)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SOON)
        self.timer.timeout.connect(self.draw)

    def sizeHint(self) -> QSize:
        return QSize(520, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 160)

    def show_order(self, order: Order | None, w: Words) -> None:
        """Show what is ordered, as soon as nobody chooses anything more; None where nobody is chosen."""
        self._order, self._w = order, w
        self.timer.start()

    def draw(self) -> None:
        """Show it now."""
        self.timer.stop()
        order, w = self._order, self._w
        if w is None:
            return
        self.heading.setText(w.gettext("Preview"))
        if order is None:
            self._say(w.gettext("Choose at least one traveller."))
        elif has_pages(order.format):
            self._draw_page(order, w)
        elif has_tables(order.format):
            self._draw_table(order, w)
        else:
            self._draw_text(order, w)
        self.drawn.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.page.take_width(self.paper.viewport().width()):
            self.timer.start()
        return super().eventFilter(watched, event)

    def _draw_page(self, order: Order, w: Words) -> None:
        self.page.take_width(self.paper.viewport().width())
        if len(self._known) > _MANY:  # of days that somebody looked at
            self._known.clear()
        width = round(self.page.place().width() * self.devicePixelRatioF())
        picture = first_page(order, width, self._known)
        self.page.picture = picture
        self.page.update()
        told = w.gettext("Preview: the first page")
        if picture.pages is not None:
            told = w.gettext("Preview: page {n} of {count}").format(n=1, count=picture.pages)
        self.heading.setText(told)
        self.paper.setAccessibleName(told)
        self.shown.setCurrentWidget(self.paper)

    def _draw_text(self, order: Order, w: Words) -> None:
        try:
            self.text.setPlainText(head(order))
        except NothingAhead:
            self._say(calendar.nothing_ahead(w))
            return
        told = w.gettext("Preview: the first lines")
        self.heading.setText(told)
        self.text.setAccessibleName(told)
        self.shown.setCurrentWidget(self.text)

    def _draw_table(self, order: Order, w: Words) -> None:
        header, *lines = summary(order)
        self.table.setRowCount(len(lines))
        self.table.setColumnCount(len(header))
        self.table.setHorizontalHeaderLabels(header)
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        told = w.gettext("Preview: the first table")
        self.heading.setText(told)
        self.table.setAccessibleName(told)
        self.shown.setCurrentWidget(self.table)

    def _say(self, text: str) -> None:
        self.sentence.setText(text)
        self.shown.setCurrentWidget(self.sentence)
