"""The preview: chips that count and filter, the chosen row as a whole, and the way from a row to its question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.texts.words import words
from kzstay.ui.widgets.row_copy import RowCopy
from kzstay.ui.window.importing.model import COLUMNS, DAYS, PLACE, REMARK, STATE, TRAVELLER
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


def shape(preview: Preview) -> list[int]:
    """Return the widths of the columns; nought of one that is not seen."""
    return [preview.table.columnWidth(column) for column in range(COLUMNS)]


@pytest.mark.parametrize("source", [TABLE, SEVERAL], ids=["one", "several"])
@pytest.mark.parametrize("width", range(540, WIDE, 40))
def test_why_a_row_is_refused_is_seen_before_its_days_and_the_words_of_its_state(
    preview: Preview, width: int, source: str
) -> None:
    preview.show_found(read(source, case(ANNA)))
    preview.resize(width, 400)
    settle()
    table, model, found = preview.table, preview.model, shape(preview)
    assert table.columnWidth(REMARK) >= LEAST_REMARK
    assert table.horizontalHeader().length() <= table.viewport().width()
    brief = isinstance(table.itemDelegateForColumn(STATE), SignAlone)
    assert not brief or table.isColumnHidden(DAYS)
    # Whether it is painted or not, the state is heard and copied
    assert model.index(0, STATE).data()
    named = [model.headerData(STATE, Qt.Orientation.Horizontal, role) for role in (HEARD, SHOWN)]
    assert named == ["State", "" if brief else "State"]
    # It is the same however often, and from whichever width, it is fitted
    table.fit()
    assert shape(preview) == found
    for other in (WIDE, 540):
        preview.resize(other, 400)
        settle()
        preview.resize(width, 400)
        settle()
        assert shape(preview) == found


def test_a_sign_has_no_less_than_a_column_may_have(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kzstay.ui.window.importing.preview.scaled", lambda size: size * 9 // 10)  # small letters
    preview.resize(540, 400)
    settle()
    preview.table.fit()
    assert isinstance(preview.table.itemDelegateForColumn(STATE), SignAlone)
    assert preview.table.horizontalHeader().length() <= preview.table.viewport().width()


def test_the_state_has_its_name_in_rows_that_are_copied_from_a_narrow_table(preview: Preview) -> None:
    preview.resize(NARROW, 400)
    settle()
    preview.table.setCurrentIndex(preview.model.index(0, STATE))
    assert isinstance(preview.table.itemDelegateForColumn(STATE), SignAlone)
    copies = RowCopy(preview.table, lambda: words("en"), alone=True)
    assert copies.text().splitlines()[0].split("\t")[:2] == ["Line", "State"]


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
