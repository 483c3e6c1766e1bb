"""The preview: chips that count and filter, the chosen row as a whole, and the way from a row to its question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.texts.words import words
from kzstay.ui.window.importing.model import DAYS, PLACE, REMARK, STATE, TRAVELLER
from kzstay.ui.window.importing.preview import LEAST_REMARK, Preview, SignAlone
from tests.helpers import case
from tests.ui.cut import settle
from tests.ui.window.importing.open_imports import ANNA, OPEN_ORDER, SEVERAL, TABLE
from tests.ui.window.importing.test_source import read

WIDE, NARROW = 900, 420
SHOWN, HEARD = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    made = Preview(words("en"))
    qtbot.addWidget(made)
    made.resize(WIDE, 400)
    made.show_found(read(TABLE, case(ANNA)))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_chips_count(preview: Preview) -> None:
    said = {name: chip.text() for name, chip in preview.chips.items() if chip.isVisible()}
    assert said == {
        "all": "All 5",
        "taken": "Taken 2",
        "asked": "Asked 1",
        "refused": "Refused 1",
        "left": "Left out 1",
    }


def test_a_chip_filters_and_gives_way_when_nothing_is_left_of_it(preview: Preview) -> None:
    preview.chips["refused"].click()
    assert preview.model.rowCount() == 1
    preview.show_found(read(SEVERAL, case(ANNA)))
    assert preview.chips["all"].isChecked()
    assert preview.model.rowCount() == 2


def test_where_there_is_little_room_signs_and_numbers_do(preview: Preview) -> None:
    preview.resize(NARROW, 400)
    assert preview.chips["taken"].text() == "2"
    assert preview.chips["taken"].accessibleName() == "Taken 2"
    assert preview.chips["taken"].toolTip() == "Taken 2"


@pytest.mark.parametrize("width", [480, 540, 620, 700, 760, WIDE])
def test_why_a_row_is_refused_is_seen_before_its_days_and_the_words_of_its_state(
    preview: Preview, width: int
) -> None:
    preview.show_found(read(SEVERAL, case(ANNA)))
    preview.resize(width, 400)
    settle()
    table, model, header = preview.table, preview.model, preview.table.horizontalHeader()
    assert header.length() <= table.viewport().width() or width == 480
    assert table.columnWidth(REMARK) >= LEAST_REMARK
    brief = isinstance(table.itemDelegateForColumn(STATE), SignAlone)
    # Whether it is painted or not, the state is heard and copied
    assert model.index(0, STATE).data()
    named = [model.headerData(STATE, Qt.Orientation.Horizontal, role) for role in (HEARD, SHOWN)]
    assert named == ["State", "" if brief else "State"]
    assert not brief or table.isColumnHidden(DAYS)
    assert brief or width > 480
    assert not (brief or table.isColumnHidden(DAYS)) or width < WIDE


def test_the_traveller_is_named_where_there_are_several(preview: Preview) -> None:
    assert preview.table.isColumnHidden(TRAVELLER)
    assert preview.table.isColumnHidden(PLACE)
    preview.show_found(read(SEVERAL, case(ANNA)))
    assert not preview.table.isColumnHidden(TRAVELLER)


def test_the_chosen_row_is_told_below(preview: Preview) -> None:
    assert not preview.row.isVisible()
    preview.table.setCurrentIndex(preview.model.index(3, STATE))
    assert preview.row.isVisible()
    assert preview.row.text().startswith("line 5 · Refused")
    preview.show_found(read(TABLE, case(ANNA)))
    assert preview.table.currentIndex().row() == 3


def test_a_row_leads_to_its_question(preview: Preview, qtbot: QtBot) -> None:
    went: list[str] = []
    preview.asked.connect(went.append)
    preview.table.setCurrentIndex(preview.model.index(0, STATE))
    qtbot.keyClick(preview.table, Qt.Key.Key_Return)
    assert went == []
    preview.table.setCurrentIndex(preview.model.index(2, STATE))
    qtbot.keyClick(preview.table, Qt.Key.Key_Return)
    assert went == ["clash:4:Anna Schmidt"]


def test_where_all_hangs_on_an_answer_that_is_said(preview: Preview) -> None:
    came = read(OPEN_ORDER, case(ANNA))
    preview.show_found(came)
    if not came.rows:
        assert preview.none.isVisible()
