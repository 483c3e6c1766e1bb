"""The duties: what comes first, what is counted, and recording that one is done."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from kzstay.core.agenda import pending
from kzstay.core.case import Ruling
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.pages.duties.model import CAUSE, DUE, DUTY, STATE, WHO
from kzstay.ui.pages.duties.page import LEAST_DETAILS, DutiesView
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.editing import Editing
from kzstay.ui.widgets.parts import ROW_HEIGHT
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, move, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.cut import cut_of, settle
from tests.ui.sessions import type_day, type_text

PRESENT = traveller("DE", stay("2026-11-11"))
HERE = stay(
    "2026-11-09",
    notified="2026-11-10",
    registered="2026-11-11",
    moves=[move("2026-11-16"), move("2026-11-18")],
)
MOVED = traveller("RU", HERE)
LONG = traveller("KG", stay("2026-11-09"))
FINE = Ruling(kind="fine", served=day("2026-11-05"))
RULED = msgspec.structs.replace(PRESENT, rulings=(FINE,))


def column(window: MainWindow, number: int) -> list[str]:
    model = pages_of.duties(window).model
    model.set_unfolded(True)
    return [model.index(row, number).data() for row in range(model.rowCount()) if row != model.fold]


def cost(window: MainWindow) -> str:
    document = QTextDocument()
    document.setHtml(pages_of.duties(window).details.cost.text())
    return document.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def choose(window: MainWindow, row: int) -> None:
    window.stay.show_page("duties")
    pages_of.duties(window).table.setCurrentIndex(pages_of.duties(window).model.index(row, DUTY))


def test_what_was_missed_comes_first_then_what_is_to_be_done_by_date(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    assert list(zip(column(window, DUTY), column(window, STATE), strict=True)) == [
        ("Host's notice of arrival", "not recorded"),
        ("Obtain a visa or leave", "to be done"),
    ]


def test_who_has_the_duty_and_by_when(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    assert column(window, WHO)[:2] == ["host", "traveller"]
    days = [text.replace("\N{NO-BREAK SPACE}", " ") for text in column(window, DUE)]
    assert days[:2] == ["13 Nov 2026 (usual count 16 Nov 2026)", "10 Dec 2026"]
    read_out = pages_of.duties(window).model.index(0, DUE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read_out == "13 Nov 2026 (by the usual count 16 Nov 2026)"


def test_the_tab_counts_what_waits_besides_leaving(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    assert window.stay.tabs.tabText(window.stay.index_of("duties")) == "Duties · 2"
    type_day(window.session(), 0, "notified", "13.11.2026")
    assert window.stay.tabs.tabText(window.stay.index_of("duties")) == "Duties · 1"


def test_outside_nothing_waits(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-09-01", "2026-09-20", notified="2026-09-02")))
    assert window.stay.tabs.tabText(window.stay.index_of("duties")) == "Duties"


def test_without_a_stay_no_duty_falls_due(open_case: OpenCase) -> None:
    window = open_case(traveller("DE"))
    assert pages_of.duties(window).details.rule.text() == "No duty falls due."
    assert (
        pages_of.duties(window).details.law.text()
        == pages_of.duties(window).details.cost.text()
        == pages_of.duties(window).details.usual.text()
        == ""
    )
    assert pages_of.duties(window).details.record.isHidden()


def test_the_chosen_duty_tells_its_rule_place_article_and_certainty(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    choose(window, 0)
    assert "within 3 working days of the foreigner's arrival" in pages_of.duties(window).details.rule.text()
    law = pages_of.duties(window).details.law.text()
    assert law.startswith("Where: vmp.gov.kz, eqonaq.kz, migration service (on paper).")
    assert "art. 6" in law
    assert "art. 518, part 1" in law
    assert law.endswith("Certainty: high.")


def test_where_the_usual_count_differs_the_open_question_is_told(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    choose(window, 0)
    assert pages_of.duties(window).details.usual.text().startswith("Working days after an arrival")
    choose(window, column(window, DUTY).index("Obtain a visa or leave"))
    assert pages_of.duties(window).details.usual.isHidden()


def test_the_chosen_duty_tells_what_it_costs_to_miss_it(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11"), host="small"))
    choose(window, 0)
    assert cost(window).splitlines() == [
        "If missed: fine of 10 MCI (43 250 ₸)",
        "Again within 12 months: fine of 40 MCI (173 000 ₸)",
        "Sums: One monthly calculation index (MCI) is 4 325 ₸ in 2026.",
    ]


def test_what_is_settled_tells_no_cost(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11", notified="2026-11-12")))
    choose(window, column(window, DUTY).index("Host's notice of arrival"))
    assert cost(window) == ""


def test_duties_after_a_ruling_stand_among_the_others_by_their_day(open_case: OpenCase) -> None:
    window = open_case(RULED)
    assert list(zip(column(window, DUTY), column(window, CAUSE), column(window, STATE), strict=True)) == [
        ("Host's notice of arrival", "11 Nov 2026 – still here", "not recorded"),
        ("Pay the fine", "fine served on 5 Nov 2026", "to be done"),
        ("Obtain a visa or leave", "11 Nov 2026 – still here", "to be done"),
        ("Appeal against a ruling", "fine served on 5 Nov 2026", "the ordinary term has passed"),
    ]
    title = pages_of.duties(window).model.index(1, DUTY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert title == "Pay the fine (ruling served on 5 Nov 2026)"
    choose(window, 1)
    assert "30 days" in pages_of.duties(window).details.rule.text()
    assert cost(window) == "If missed: Entry is refused until it is paid."
    assert pages_of.duties(window).details.record.isHidden()


def test_a_fine_to_be_paid_is_counted_and_a_right_gone_by_is_not(open_case: OpenCase) -> None:
    ruled, not_ruled = (open_case(who).session().assessment for who in (RULED, PRESENT))
    assert pending(ruled) == pending(not_ruled) + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_is_not_cut_for_a_name(open_case: OpenCase, qtbot: QtBot, language: Language) -> None:
    window = open_case(PRESENT)
    window.preferences.set_language(language)
    window.stay.show_page("duties")
    table = pages_of.duties(window).table
    qtbot.waitUntil(lambda: table.columnWidth(STATE) >= table.sizeHintForColumn(STATE))
    settle()
    assert cut_of(table.window()) == [], "a name goes on in its second line"


def test_terms_of_a_ruling_of_long_ago_are_left_out(open_case: OpenCase) -> None:
    paid = Ruling(kind="fine", served=day("2024-03-05"), paid=day("2024-03-08"))
    window = open_case(msgspec.structs.replace(PRESENT, rulings=(paid, FINE)))
    assert {duty.ruling for duty in pages_of.duties(window).model.rows} == {None, 1}


def test_a_notice_is_recorded_on_the_day_of_reckoning_and_taken_back(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(PRESENT)
    choose(window, 0)
    assert pages_of.duties(window).details.record.text() == "Mark as done on 22 Nov 2026"
    qtbot.mouseClick(pages_of.duties(window).details.record, Qt.MouseButton.LeftButton)
    assert window.session().traveller.stays[0].notified == day("2026-11-22")
    assert "done late · 22 Nov 2026" in column(window, STATE)
    assert pages_of.duties(window).details.record.isHidden()
    window.commands.undo.trigger()
    assert window.session().traveller == PRESENT


def test_a_registration_is_recorded(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(LONG)
    choose(window, column(window, DUTY).index("Registration with the internal affairs bodies"))
    qtbot.mouseClick(pages_of.duties(window).details.record, Qt.MouseButton.LeftButton)
    assert window.session().traveller.stays[0].registered == day("2026-11-22")
    assert "done · 22 Nov 2026" in column(window, STATE)


def test_leaving_is_not_recorded_but_typed(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    choose(window, column(window, DUTY).index("Obtain a visa or leave"))
    assert pages_of.duties(window).details.record.isHidden()


@pytest.mark.parametrize("size", [(1280, 900), (948, 690)])
def test_nothing_that_is_said_of_a_duty_is_cut(open_case: OpenCase, qtbot: QtBot, size: tuple[int, int]) -> None:
    window = open_case(msgspec.structs.replace(MOVED, rulings=(FINE,)))
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    view = pages_of.duties(window)
    for row in range(view.model.rowCount()):
        choose(window, row)
        told = [
            label
            for label in (view.details.rule, view.details.usual, view.details.law, view.details.cost)
            if label.isVisible()
        ]
        assert told
        for label in told:
            qtbot.waitUntil(lambda label=label: label.height() >= label.heightForWidth(label.width()))
        assert view.table.height() >= view.table.horizontalHeader().height()


def test_each_change_of_address_asks_for_a_notice_of_its_own(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(MOVED)
    choose(window, 2)
    qtbot.mouseClick(pages_of.duties(window).details.record, Qt.MouseButton.LeftButton)
    stay_after = window.session().traveller.stays[0]
    assert stay_after.notified == day("2026-11-10")
    assert [move.notified for move in stay_after.moves] == [None, day("2026-11-22")]


def test_a_new_address_is_recorded_with_the_move(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(MOVED)
    choose(window, column(window, DUTY).index("Registration at a new address"))
    assert column(window, CAUSE)[pages_of.duties(window).table.currentIndex().row()] == "moved on 16 Nov 2026"
    qtbot.mouseClick(pages_of.duties(window).details.record, Qt.MouseButton.LeftButton)
    moves = window.session().traveller.stays[0].moves
    assert [move.notified for move in moves] == [day("2026-11-22"), None]


def test_the_chosen_duty_stays_chosen_when_something_else_changes(open_case: OpenCase) -> None:
    window = open_case(MOVED)
    choose(window, 1)
    type_text(window.session(), 0, "note", "by train")
    assert pages_of.duties(window).table.currentIndex().row() == 1


def test_what_has_not_begun_cannot_be_recorded_as_done(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2027-01-08", "2027-01-24")))
    choose(window, column(window, DUTY).index("Host's notice of arrival"))
    assert pages_of.duties(window).details.record.isHidden()


def test_duties_of_long_ago_that_are_done_are_left_out(open_case: OpenCase) -> None:
    window = open_case(
        traveller("DE", stay("2026-05-20", "2026-06-08", notified="2026-05-21"), stay("2026-11-11"))
    )
    assert {duty.stay for duty in pages_of.duties(window).model.rows} == {1}


def test_the_model_keeps_to_the_rules_of_models(open_case: OpenCase) -> None:
    window = open_case(LONG)
    tester = QAbstractItemModelTester(
        pages_of.duties(window).model, QAbstractItemModelTester.FailureReportingMode.Warning, window
    )
    Editing(window.session()).record_done(window.session().traveller.stays[0].key.number, "notified")
    window.session().undo_stack.undo()
    window.case_file.new()
    assert tester.model() is pages_of.duties(window).model


def test_what_is_said_of_the_chosen_one_is_heard_by_who_comes_to_it(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    window.stay.show_page("duties")
    view = pages_of.duties(window)
    details = view.findChild(QScrollArea, "duty_details")
    assert isinstance(details, QScrollArea)
    assert details.accessibleName() == view.details.title.text()
    told = details.accessibleDescription()
    assert view.details.rule.text() in told
    assert view.details.law.text() in told
    assert "If missed" in told
    assert "<" not in told


def test_news_of_the_same_duties_choose_nothing_anew(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(PRESENT)
    view = pages_of.duties(window)
    with qtbot.assertNotEmitted(view.model.modelReset):
        type_text(window.session(), 0, "note", "by train")
    with qtbot.waitSignal(view.model.modelReset):
        window.session().change_traveller(MOVED, "change-citizenship")


def test_the_first_row_is_chosen_and_presses_most(open_case: OpenCase) -> None:
    page = pages_of.duties(open_case(RULED))
    assert page.table.currentIndex().row() == 0
    assert page.details.title.text().startswith("Host's notice of arrival")


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_rows_are_seen_on_a_common_screen(open_case: OpenCase, qtbot: QtBot, language: Language) -> None:
    window = open_case(RULED)
    window.preferences.set_language(language)
    window.resize(1280, 900)
    window.stay.show_page("duties")
    window.show()
    qtbot.waitExposed(window)
    page = pages_of.duties(window)
    assert page.model.rowCount() >= 4
    qtbot.waitUntil(lambda: page.table.viewport().height() >= 4 * ROW_HEIGHT)
    assert page.details.height() >= LEAST_DETAILS


def test_in_a_low_window_what_is_said_stands_beside_the_rows(open_case: OpenCase, qtbot: QtBot) -> None:
    page = DutiesView(open_case(RULED).session(), Requests())
    qtbot.addWidget(page)
    page.resize(900, 140)
    page.show()
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: page.details.x() >= page.table.width() > 0)
    assert page.details.y() == page.table.y()
    page.resize(900, 400)
    qtbot.waitUntil(lambda: page.details.y() >= page.table.height())
    assert page.minimumSizeHint().height() < 140, "it may become low again"


def test_a_duty_that_is_marked_as_done_leaves_its_place_to_the_next(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(traveller("DE", stay("2026-01-05", "2026-01-08"), *PRESENT.stays))
    choose(window, 0)
    qtbot.mouseClick(pages_of.duties(window).details.record, Qt.MouseButton.LeftButton)
    assert pages_of.duties(window).model.foldable
    assert pages_of.duties(window).table.currentIndex().row() == 0
    assert pages_of.duties(window).details.title.text().startswith("Obtain a visa or leave")
