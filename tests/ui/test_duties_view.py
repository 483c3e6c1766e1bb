"""The duties: what comes first, what is counted, and recording that one is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kzstay.ui.duties_view import DUE, DUTY, STATE, WHO
from kzstay.ui.main_window import DUTIES, MainWindow
from tests.helpers import day, move, stay, traveller
from tests.ui.conftest import OpenCase

PRESENT = traveller("DE", stay("2026-11-11"))
MOVED = traveller("DE", stay("2026-11-09", notified="2026-11-10", moves=[move("2026-11-16"), move("2026-11-18")]))
LONG = traveller("KG", stay("2026-11-09"))


def column(window: MainWindow, number: int) -> list[str]:
    model = window.duties.model
    return [model.index(row, number).data() for row in range(model.rowCount())]


def choose(window: MainWindow, row: int) -> None:
    window.tabs.setCurrentIndex(DUTIES)
    window.duties.table.setCurrentIndex(window.duties.model.index(row, DUTY))


def test_what_was_missed_comes_first_then_what_is_to_be_done_by_date(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    assert list(zip(column(window, DUTY), column(window, STATE), strict=True)) == [
        ("Host's notice of arrival", "missed: nothing recorded"),
        ("Hold a temporary residence permit or leave", "to be done"),
        ("Leave Kazakhstan", "to be done"),
    ]


def test_who_has_the_duty_and_by_when(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    assert column(window, WHO)[:2] == ["host", "traveller"]
    assert column(window, DUE)[:2] == ["13 Nov 2026 (by the usual count 16 Nov 2026)", "10 Dec 2026"]


def test_the_tab_counts_what_waits_besides_leaving(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    assert window.tabs.tabText(DUTIES) == "Duties · 2"
    window.session().type_day(0, "notified", "13.11.2026")
    assert window.tabs.tabText(DUTIES) == "Duties · 1"


def test_outside_nothing_waits(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-09-01", "2026-09-20", notified="2026-09-02")))
    assert window.tabs.tabText(DUTIES) == "Duties"


def test_without_a_stay_no_duty_falls_due(open_case: OpenCase) -> None:
    window = open_case(traveller("DE"))
    assert window.duties.rule.text() == "No duty falls due."
    assert window.duties.law.text() == ""
    assert window.duties.record.isHidden()


def test_the_chosen_duty_tells_its_rule_place_article_and_certainty(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    choose(window, 0)
    assert "within 3 working days of the arrival" in window.duties.rule.text()
    law = window.duties.law.text()
    assert law.startswith("Where: vmp.gov.kz, eqonaq.kz, migration service, on paper.")
    assert "art. 6" in law
    assert law.endswith("Certainty: high.")


def test_a_notice_is_recorded_on_the_day_of_reckoning_and_taken_back(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(PRESENT)
    choose(window, 0)
    assert window.duties.record.text() == "Done on 22 Nov 2026"
    qtbot.mouseClick(window.duties.record, Qt.MouseButton.LeftButton)
    assert window.session().traveller.stays[0].notified == day("2026-11-22")
    assert "done late · 22 Nov 2026" in column(window, STATE)
    assert window.duties.record.isHidden()
    window.commands.undo.trigger()
    assert window.session().traveller == PRESENT


def test_a_registration_is_recorded(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(LONG)
    choose(window, column(window, DUTY).index("Registration with the internal affairs bodies"))
    qtbot.mouseClick(window.duties.record, Qt.MouseButton.LeftButton)
    assert window.session().traveller.stays[0].registered == day("2026-11-22")
    assert "done · 22 Nov 2026" in column(window, STATE)


def test_leaving_is_not_recorded_but_typed(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    choose(window, column(window, DUTY).index("Leave Kazakhstan"))
    assert window.duties.record.isHidden()


def test_each_change_of_address_asks_for_a_notice_of_its_own(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(MOVED)
    choose(window, 1)
    qtbot.mouseClick(window.duties.record, Qt.MouseButton.LeftButton)
    stay_after = window.session().traveller.stays[0]
    assert stay_after.notified == day("2026-11-10")
    assert [move.notified for move in stay_after.moves] == [None, day("2026-11-22")]


def test_the_chosen_duty_stays_chosen_when_something_else_changes(open_case: OpenCase) -> None:
    window = open_case(MOVED)
    choose(window, 1)
    window.session().type_text(0, "note", "by train")
    assert window.duties.table.currentIndex().row() == 1


def test_what_has_not_begun_cannot_be_recorded_as_done(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2027-01-08", "2027-01-24")))
    choose(window, column(window, DUTY).index("Host's notice of arrival"))
    assert window.duties.record.isHidden()


def test_duties_of_long_ago_that_are_done_are_left_out(open_case: OpenCase) -> None:
    window = open_case(
        traveller("DE", stay("2026-05-20", "2026-06-08", notified="2026-05-21"), stay("2026-11-11"))
    )
    assert {duty.stay for duty in window.duties.model.rows} == {1}


def test_the_model_keeps_to_the_rules_of_models(open_case: OpenCase) -> None:
    window = open_case(LONG)
    tester = QAbstractItemModelTester(
        window.duties.model, QAbstractItemModelTester.FailureReportingMode.Warning, window
    )
    window.session().record_done(0, "notified", day("2026-11-09"))
    window.session().undo_stack.undo()
    window.session().new()
    assert tester.model() is window.duties.model
