"""The sheet in which several are marked: who is listed, on which day it can have been, and what becomes of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.places.people.mark_done import MarkDone
from kzstay.ui.widgets.letters import plain
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.places.people.hosted import FRIDAY, NEW, RUSSIAN, UNTOLD, guest, people, sheet

EVERYBODY = NEW, FRIDAY, UNTOLD, RUSSIAN


def opened(window: MainWindow, qtbot: QtBot) -> MarkDone:
    people(window, qtbot).desk.mark()
    return sheet(window)


def listed(marking: MarkDone) -> dict[str, tuple[bool, bool]]:
    """Tell of each whose line is there whether it is ticked, and whether it can be."""
    found: dict[str, tuple[bool, bool]] = {}
    for row in range(marking.listed.count()):
        item = marking.listed.item(row)
        ticked = item.checkState() == Qt.CheckState.Checked
        found[item.text().split(" · ")[0]] = ticked, bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)
    return found


def tick(marking: MarkDone, row: int, *, on: bool) -> None:
    marking.listed.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def test_what_is_open_is_ticked_and_what_nobody_recorded_is_not(open_case: OpenCase, qtbot: QtBot) -> None:
    marking = opened(open_case(*EVERYBODY), qtbot)
    assert listed(marking) == {"New": (True, True), "Friday": (True, True), "Untold": (False, True)}
    assert "late on this day" in marking.listed.item(2).text()
    assert plain(marking.mark_button.text()) == "Mark 2 as done"
    assert marking.echo.text() == "Sunday, 22 November 2026"
    assert marking.every.checkState() == Qt.CheckState.PartiallyChecked


def test_what_perhaps_nobody_had_to_do_is_not_ticked(open_case: OpenCase, qtbot: QtBot) -> None:
    one_day = guest(
        traveller("ES", stay("2026-11-20", "2026-11-20"), name="One day")
    )  # received by nobody, perhaps
    assert listed(opened(open_case(NEW, one_day), qtbot)) == {"New": (True, True), "One day": (False, True)}


def test_only_what_is_ticked_is_recorded_on_the_day_that_is_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(*EVERYBODY)
    marking = opened(window, qtbot)
    tick(marking, 1, on=False)
    marking.day.setText("21.11.2026")
    assert plain(marking.mark_button.text()) == "Mark 1 as done"
    qtbot.keyClick(marking.mark_button, Qt.Key.Key_Return)
    told = [one.stays[0].notified for one in window.session().case.travellers]
    assert told == [day("2026-11-21"), None, None, day("2026-10-30")]
    assert not marking.isVisible()
    assert "1 notice recorded for 21 November 2026." in window.info.text.text()
    window.commands.undo.trigger()
    assert window.session().case.travellers == EVERYBODY


def test_who_was_not_here_yet_on_a_day_cannot_be_ticked_and_is_again_on_another(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    marking = opened(open_case(*EVERYBODY), qtbot)
    marking.day.setText("19.11.2026")
    assert listed(marking) == {"New": (True, True), "Friday": (False, False), "Untold": (False, True)}
    assert "not here yet on this day" in marking.listed.item(1).text()
    marking.day.setText("23.11.2026")  # tomorrow
    assert not marking.mark_button.isEnabled()
    assert not marking.every.isEnabled()
    marking.mark()  # by its keys
    assert marking.isVisible()
    marking.day.setText("22.11.2026")
    assert listed(marking)["Friday"] == (True, True)


def test_what_is_no_day_is_told_and_nothing_can_be_marked(open_case: OpenCase, qtbot: QtBot) -> None:
    marking = opened(open_case(*EVERYBODY), qtbot)
    marking.day.setText("31.11.2026")
    assert marking.echo.property("role") == "error"
    assert not marking.mark_button.isEnabled()
    marking.mark()
    assert marking.isVisible()


def test_all_in_the_list_are_ticked_or_none(open_case: OpenCase, qtbot: QtBot) -> None:
    marking = opened(open_case(*EVERYBODY), qtbot)
    marking.every.click()
    assert plain(marking.mark_button.text()) == "Mark 3 as done"
    assert marking.every.checkState() == Qt.CheckState.Checked
    marking.every.click()
    assert plain(marking.mark_button.text()) == "Mark 0 as done"
    assert not marking.mark_button.isEnabled()


def test_registrations_are_another_list(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(*EVERYBODY)
    marking = opened(window, qtbot)
    marking.kind.setCurrentIndex(1)
    assert marking.windowTitle() == "Mark registrations as done"
    assert listed(marking) == {"Russian": (True, True)}
    qtbot.keyClick(marking, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.session().case.travellers[3].stays[0].registered == day("2026-11-22")
    assert "1 registration recorded" in window.info.text.text()


def test_where_there_is_one_list_no_other_is_offered(open_case: OpenCase, qtbot: QtBot) -> None:
    marking = opened(open_case(NEW), qtbot)
    assert not marking.kind.isVisible()
    assert marking.shown_kind == "host-notice"
    qtbot.keyClick(marking, Qt.Key.Key_Escape)
    assert not marking.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_and_every_field_has_a_name(
    open_case: OpenCase, qtbot: QtBot, language: Language
) -> None:
    window = open_case(*EVERYBODY)
    window.session().view.set_language(language)
    marking = opened(window, qtbot)
    for part in (marking.kind, marking.day, marking.listed):
        assert part.accessibleName()
    for label in (marking.every, marking.close_button, marking.mark_button, marking.lead):
        assert label.text()
    marking.reject()
