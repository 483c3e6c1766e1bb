"""The rows of duties: those to see to, and the past folded under them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from kzstay.ui.pages.duties.model import DUTY, STATE, DutiesModel
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.pages.duties.often import OFTEN, PAST
from tests.ui.sessions import type_text

READ = Qt.ItemDataRole.AccessibleTextRole


def model(window: MainWindow) -> DutiesModel:
    return pages_of.duties(window).model


def texts(found: DutiesModel) -> list[str]:
    return [found.index(row, DUTY).data() for row in range(found.rowCount())]


def test_what_is_over_is_folded_into_one_row_that_says_how_much_it_is(open_case: OpenCase) -> None:
    found = model(open_case(OFTEN))
    assert texts(found) == ["Host's notice of arrival", "Obtain a visa or leave", "8 earlier, done or over"]
    assert found.index(found.fold, DUTY).data(READ) == "8 earlier, done or over, folded"
    assert found.duty(found.fold) is None


def test_unfolded_it_stands_under_that_row_the_latest_first(open_case: OpenCase) -> None:
    found = model(open_case(OFTEN))
    found.set_unfolded(True)
    assert found.rowCount() == 3 + len(PAST)
    past = [found.duty(row) for row in range(found.fold + 1, found.rowCount())]
    assert [duty.stay for duty in past if duty] == list(range(len(PAST)))[::-1]
    assert found.index(found.fold, DUTY).data(READ) == "8 earlier, done or over, shown below"
    found.set_unfolded(False)
    assert found.rowCount() == 3


def test_what_the_note_counts_is_what_the_rows_say(open_case: OpenCase) -> None:
    found = model(open_case(OFTEN))
    (note,) = [note for note in found.assessment.notes if note.code == "host-unrecorded"]
    found.set_unfolded(True)
    states = [found.index(row, STATE).data() for row in range(found.rowCount())]
    assert states.count("not recorded") == note.count == len(PAST) + 1


def test_one_row_is_not_folded_into_one(open_case: OpenCase) -> None:
    found = model(open_case(traveller("DE", PAST[0], stay("2026-11-11"))))
    assert found.fold == -1
    assert len(texts(found)) == 3


def test_a_row_is_found_by_its_key_wherever_it_stands(open_case: OpenCase) -> None:
    found = model(open_case(OFTEN))
    found.set_unfolded(True)
    for row in range(found.rowCount()):
        if (duty := found.duty(row)) is not None:
            stay_of = found.assessment.traveller.stays[duty.stay or 0]
            assert found.row_of((duty.kind, stay_of.key.number)) == row
    assert found.row_of(("fine", None)) is None


def test_each_row_has_a_name_for_who_hears_it(open_case: OpenCase) -> None:
    found = model(open_case(OFTEN))
    assert [found.headerData(row, Qt.Orientation.Vertical) for row in range(found.rowCount())] == texts(found)


def test_what_changes_elsewhere_resets_nothing(open_case: OpenCase) -> None:
    """A reset would choose a row anew, and a screen reader would tell of it."""
    window = open_case(OFTEN)
    found = model(window)
    resets: list[object] = []
    found.modelReset.connect(lambda: resets.append(1))
    type_text(window.session(), 0, "note", "by train")
    window.preferences.set_language("ru")
    assert resets == []
    assert texts(found)[0] != "Host's notice of arrival"


def test_folding_keeps_to_the_rules_of_models(open_case: OpenCase) -> None:
    window = open_case(OFTEN)
    found = model(window)
    tester = QAbstractItemModelTester(found, QAbstractItemModelTester.FailureReportingMode.Warning, window)
    found.set_unfolded(True)
    found.set_unfolded(False)
    window.case_file.new()
    found.set_unfolded(True)
    assert tester.model() is found
