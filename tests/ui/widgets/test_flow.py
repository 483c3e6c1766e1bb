"""The flow: parts go on in the next line where there is no room, and what is hidden takes none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets.flow import Flow


@pytest.fixture
def parts(qtbot: QtBot) -> Iterator[list[QWidget]]:
    """Three parts in a row, of 100 x 20, 100 x 40 and 100 x 20."""
    holder = QWidget()
    qtbot.addWidget(holder)
    made = [QWidget() for _ in range(3)]
    for part, height in zip(made, (20, 40, 20), strict=True):
        part.setFixedSize(100, height)
    holder.setLayout(Flow(*made, spacing=10))
    yield made  # as long as the holder is there
    holder.close()


def flow(parts: list[QWidget]) -> Flow:
    found = parts[0].parentWidget()
    assert found is not None
    layout = found.layout()
    assert isinstance(layout, Flow)
    return layout


@pytest.mark.parametrize(("width", "height"), [(320, 40), (319, 70), (210, 70), (209, 100), (50, 100)])
def test_the_height_follows_the_width(parts: list[QWidget], width: int, height: int) -> None:
    assert flow(parts).heightForWidth(width) == height
    assert flow(parts).hasHeightForWidth()


def test_parts_stand_in_the_middle_of_their_line(parts: list[QWidget]) -> None:
    flow(parts).setGeometry(QRect(0, 0, 215, 200))
    assert [part.geometry() for part in parts] == [
        QRect(0, 10, 100, 20),
        QRect(110, 0, 100, 40),
        QRect(0, 50, 100, 20),
    ]


def test_what_is_hidden_takes_no_room(parts: list[QWidget]) -> None:
    parts[1].hide()
    assert flow(parts).heightForWidth(210) == 20
    assert flow(parts).sizeHint() == QSize(210, 20)
    assert flow(parts).minimumSize() == QSize(100, 20)


def test_it_holds_its_parts_like_any_layout(parts: list[QWidget]) -> None:
    found = flow(parts)
    assert found.count() == 3
    assert found.itemAt(3) is None
    assert found.takeAt(7) is None
    taken = found.takeAt(1)
    assert taken is not None
    assert taken.widget() is parts[1]
    assert found.count() == 2
    assert found.sizeHint() == QSize(210, 20)
    assert found.expandingDirections().value == 0


def test_nothing_needs_nothing(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    empty = Flow()
    holder.setLayout(empty)
    assert (empty.sizeHint(), empty.heightForWidth(100)) == (QSize(0, 0), 0)
