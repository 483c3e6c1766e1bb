"""Edges and states, measured where they are painted: 3:1 in each appearance (WCAG 2.2, 1.4.11), words 4.5:1."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import Appearance, Theme
from kzstay.ui.widgets import parts
from kzstay.ui.widgets import theme as themes
from tests.drawing.contrast import contrast

LOOKS: tuple[Appearance, ...] = ("light", "dark", "contrast", "contrast-dark")
EDGE, WORDS = 3.0, 4.5


@pytest.fixture(params=LOOKS)
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    yield themes.apply(qapp, request.param)
    themes.apply(qapp, "light")


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> QWidget:
    """Something to lay parts on, as pages are."""
    made = QFrame()
    made.setObjectName("card")
    made.resize(420, 300)
    qtbot.addWidget(made)
    return made


def flat(made: QWidget, **marks: object) -> QWidget:
    for name, value in marks.items():
        made.setProperty(name, value)
    return made


def chosen(button: QPushButton) -> QPushButton:
    button.setCheckable(True)
    button.setChecked(True)
    return button


KINDS: dict[str, Callable[[], QWidget]] = {
    "text field": QLineEdit,
    "text of lines": QPlainTextEdit,
    "choice": QComboBox,
    "button": lambda: QPushButton("Add"),
    "tool button": lambda: parts.tool_button("some"),
    "header button": lambda: parts.tool_button("some", look="chip"),
    "button of a visa": lambda: flat(QPushButton("A1"), chip=True),
    "chosen button of a visa": lambda: flat(chosen(QPushButton("A1")), chip=True),
    "chosen place": lambda: flat(_checked(QToolButton()), rail=True),
    "filter": lambda: flat(QPushButton("All"), filter=True),
    "filter of what is near": lambda: flat(QPushButton("Due"), filter=True, tone="close"),
    "filter of what is over": lambda: flat(QPushButton("Over"), filter=True, tone="over"),
    "filter of what is planned": lambda: flat(QPushButton("Outside"), filter=True, tone="planned"),
    "progress": QProgressBar,
}


def _checked(button: QToolButton) -> QToolButton:
    button.setCheckable(True)
    button.setChecked(True)
    return button


def painted(sheet: QWidget, part: QWidget) -> QImage:
    part.setParent(sheet)
    part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    part.resize(180, 36)
    part.move(40, 40)
    sheet.show()
    QApplication.processEvents()
    return sheet.grab().toImage()


def across(picture: QImage, first: QPoint, last: QPoint) -> list[str]:
    """List the colours on a line, from a place to another one."""
    steps = max(abs(last.x() - first.x()), abs(last.y() - first.y()))
    places = (first + (last - first) * step / steps for step in range(steps + 1))
    return [picture.pixelColor(place).name() for place in places]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_typed_into_or_pressed_has_an_edge_that_is_seen(sheet: QWidget, theme: Theme, kind: str) -> None:
    part = KINDS[kind]()
    picture = painted(sheet, part)
    middle = part.geometry().center().y()
    for begin, end in ((part.x() - 4, part.x() + 6), (part.geometry().right() - 5, part.geometry().right() + 5)):
        line = across(picture, QPoint(begin, middle), QPoint(end, middle))
        assert max(contrast(colour, theme.card) for colour in line) >= EDGE, line


@pytest.mark.parametrize("kind", ["table", "list", "list that is ticked"])
def test_a_chosen_row_has_a_frame_that_is_seen(sheet: QWidget, theme: Theme, kind: str) -> None:
    if kind == "table":
        table = QTableWidget(3, 1)
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.setShowGrid(False)
        part: QWidget = table
        row = table.visualRect
        model = table.model()
    else:
        listed = QListWidget()
        listed.addItems(["one", "two", "three"])
        part, row, model = listed, listed.visualRect, listed.model()
    picture = painted(sheet, part)
    part.resize(300, 200)
    if isinstance(part, QTableWidget):
        part.selectRow(1)
        part.setCurrentCell(0, 0)
        part.selectRow(1)
    else:
        assert isinstance(part, QListWidget)
        part.setCurrentRow(1)
    QApplication.processEvents()
    picture = sheet.grab().toImage()
    cell = row(model.index(1, 0)).translated(part.mapTo(sheet, QPoint(0, 0)))
    x = cell.left() + cell.width() // 2
    line = across(picture, QPoint(x, cell.top() - 2), QPoint(x, cell.top() + 4))
    assert max(contrast(colour, theme.card) for colour in line) >= EDGE, line
    assert max(contrast(colour, theme.tint) for colour in line) >= EDGE, line


@pytest.mark.parametrize("way", [Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
def test_the_handle_of_a_scroll_bar_is_seen(sheet: QWidget, theme: Theme, way: Qt.Orientation) -> None:
    area, page = QScrollArea(), QWidget()
    page.resize(2000, 2000)
    area.setWidget(page)
    painted(sheet, area)
    area.resize(300, 200)
    QApplication.processEvents()
    picture = sheet.grab().toImage()
    bar = area.verticalScrollBar() if way == Qt.Orientation.Vertical else area.horizontalScrollBar()
    corner = bar.mapTo(sheet, QPoint(0, 0))
    colours = across(picture, corner + QPoint(6, 6), corner + QPoint(bar.width() - 6, bar.height() - 6))
    assert max(contrast(colour, theme.card) for colour in colours) >= EDGE
    assert max(contrast(colour, theme.window) for colour in colours) >= EDGE


def test_a_placeholder_can_be_read(sheet: QWidget, theme: Theme) -> None:
    field = QLineEdit()
    painted(sheet, field)
    told = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert told.alpha() == 255
    assert contrast(told.name(), theme.card) >= WORDS


def test_a_chip_has_an_edge_where_high_contrast_is_asked_for(sheet: QWidget, theme: Theme) -> None:
    chip = parts.frame("chip")
    picture = painted(sheet, chip)
    middle = chip.geometry().center().y()
    line = across(picture, QPoint(chip.x() - 4, middle), QPoint(chip.x() + 4, middle))
    assert (max(contrast(colour, theme.card) for colour in line) >= EDGE) is theme.in_contrast


@pytest.mark.parametrize("size", [90, 100, 150, 200])
def test_letters_rows_and_pictures_grow_alike(qapp: QApplication, qtbot: QtBot, size: int) -> None:
    themes.apply(qapp, "light")
    table = QTableWidget(2, 1)
    qtbot.addWidget(table)
    themes.set_row_height(table, 40)
    themes.apply(qapp, "light", size)
    assert qapp.font().pixelSize() == round(14 * size / 100)
    assert table.verticalHeader().defaultSectionSize() == 40 * size // 100
    assert themes.icon("add", "#000000", 20).availableSizes()[0].width() == 20 * size // 100
    assert themes.magnified(10.5) == pytest.approx(10.5 * size / 100)
    themes.apply(qapp, "light")
    assert table.verticalHeader().defaultSectionSize() == 40
