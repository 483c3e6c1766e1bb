"""What of a window is seen less than whole, or lies where nobody can get at it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QTableView,
    QTextBrowser,
    QWidget,
)

from kzstay.ui.pages.stays.model import NOTE
from kzstay.ui.pages.text_page import ROUNDED
from kzstay.ui.widgets.columns import WIDEST
from kzstay.ui.window.main_window import MainWindow

USEFUL = 24  # pixels of what is scrolled, of which less is seen nobody can use it
SIDES, EDGES = 24, 16  # of a cell: left and right of its text, over and under it


def settle() -> None:
    """Let every part take its place: what one learns of its room may change what it asks for."""
    for _ in range(10):
        QApplication.processEvents()


def cut(window: MainWindow) -> list[str]:
    """List what is seen of the window less than whole, with how many pixels it lacks."""
    if not window.stay.isVisible():
        return cut_of(window)
    bar = window.stay.tabs.tabBar()
    tabs = [bar.tabText(i) for i in range(bar.count()) if bar.tabRect(i).right() >= window.stay.tabs.width()]
    return cut_of(window) + tabs


def cut_of(window: QWidget) -> list[str]:
    """List the same of any window."""
    found: list[str] = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not part.width() or not part.height():
            continue
        if isinstance(part, QLabel | QAbstractButton) and not isinstance(part.parent(), QLineEdit):  # a sign
            found += _short(part, part.property("text"))
        elif isinstance(part, QComboBox):
            lacks = part.fontMetrics().horizontalAdvance(part.currentText()) - (part.width() - 40)
            if lacks > 0 and part.width() < WIDEST:  # a longer name gives way, and is read whole in its hint
                found.append(f"{part.objectName()}: {part.currentText()}, {lacks} px")
        elif isinstance(part, QTableView):
            found += _in_table(part)
        elif isinstance(part, QTextBrowser) and (lacks := part.horizontalScrollBar().maximum()) > ROUNDED:
            found.append(f"{part.objectName()}: {lacks} px")
        elif isinstance(part, QMenuBar):
            found += _in_menu_bar(part)
        if isinstance(part, QLabel | QAbstractButton | QLineEdit | QComboBox | QTableView) and _outside(part):
            found.append(f"{part.objectName() or part.property('text')}: over the edge")
    return found


def _short(part: QLabel | QAbstractButton, text: str) -> Iterator[str]:
    wraps = isinstance(part, QLabel) and part.wordWrap()
    if not text:
        return
    lacks = (part.minimumSizeHint() if wraps else part.sizeHint()).width() - part.width()
    if lacks > 0:
        yield f"{text}: {lacks} px"
    if wraps and (lacks := part.heightForWidth(part.width()) - part.height()) > 0:
        yield f"{text}: {lacks} px in height"


def _in_menu_bar(bar: QMenuBar) -> Iterator[str]:
    for action in bar.actions():
        if not bar.rect().contains(bar.actionGeometry(action)):
            yield f"menu {action.text()}"


def _in_table(table: QTableView) -> Iterator[str]:
    header, model = table.horizontalHeader(), table.model()
    for column in range(header.count()):
        if table.isColumnHidden(column):
            continue
        name, room = model.headerData(column, Qt.Orientation.Horizontal), header.sectionSize(column)
        if (lacks := header.sectionSizeHint(column) - room) > 0:
            yield f"{table.objectName()}, {name}: {lacks} px"
        if table.objectName() == "stays" and column == NOTE:
            continue  # what is said beside a stay gives way, and is read whole in its hint
        if table.objectName() == "import_rows":
            continue  # whatever a source says there; the chosen row is read whole under the table
        for row in range(min(model.rowCount(), 100)):
            index = model.index(row, column)
            if table.objectName() == "people_rows":
                continue  # names and states give way there, and are read whole in their hints
            lacks = table.sizeHintForIndex(index).width() - room
            if lacks > 0 and not _wraps(table, index, room, table.rowHeight(row)):
                yield f"{table.objectName()}, {name} {row + 1}: {lacks} px"


def _wraps(table: QTableView, index: object, room: int, height: int) -> bool:
    """Tell whether a text that is longer than its cell goes on in the cell's next line."""
    sign = 20 if index.data(Qt.ItemDataRole.DecorationRole) is not None else 0  # type: ignore[attr-defined]
    place = QRect(0, 0, room - SIDES - sign, 10_000)
    text = str(index.data())  # type: ignore[attr-defined]
    needed = table.fontMetrics().boundingRect(place, Qt.TextFlag.TextWordWrap, text)
    return table.wordWrap() and needed.width() <= place.width() and needed.height() + EDGES <= height


def _outside(part: QWidget) -> bool:
    """Tell whether a part reaches over the edge of what holds it; what can be scrolled to is not lost."""
    held, holder = part, part.parentWidget()
    while holder is not None and not held.isWindow():
        area = holder.parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is held:
            if min(area.viewport().width(), area.viewport().height()) < USEFUL:
                return True
            part = held = area  # of which the rest is asked: the part may be scrolled to
        elif holder.rect().contains(QRect(part.mapTo(holder, QPoint(0, 0)), part.size())):
            held = holder
        else:
            return True
        holder = held.parentWidget()
    return False
