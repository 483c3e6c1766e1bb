"""The host's desk in its place: what it tells, what it hides, and what its buttons ask for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core.case import Host
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.places.people.host_desk import HostDesk
from kzstay.ui.window.exporting.dialog import ExportDialog
from kzstay.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenCase
from tests.ui.places.people.hosted import (
    ALONE,
    ELSEWHERE,
    FRIDAY,
    LATE,
    LATER,
    NEW,
    RUSSIAN,
    UNTOLD,
    guest,
    people,
    sheet,
)


def desk_of(window: MainWindow, qtbot: QtBot) -> HostDesk:
    return people(window, qtbot).desk


def choose(desk: HostDesk, text: str) -> None:
    place = next(n for n in range(desk.choice.count()) if text in desk.choice.itemText(n))
    desk.choice.setCurrentIndex(place)
    desk.choice.activated.emit(place)


def told(desk: HostDesk) -> list[str]:
    labels = desk.name, desk.due, desk.past, desk.invitations
    return [label.text() for label in labels if label.isVisibleTo(desk)]


def dialog_of(window: MainWindow) -> ExportDialog:
    QApplication.processEvents()
    (found,) = (part for part in window.findChildren(ExportDialog) if part.isVisible())
    return found


# What is told


def test_one_host_is_told_with_what_is_due_what_was_late_and_what_a_further_offence_does(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    desk = desk_of(open_case(NEW, FRIDAY, UNTOLD, RUSSIAN, LATE), qtbot)
    assert told(desk) == [
        "Host: Hotel Alatau · medium business",
        "2 notices due by 24 Nov\n1 registration due by 28 Nov",
        "4 of 5 guests are in Kazakhstan · 1 notice not recorded · 1 notice late in the last 12 months",
        "One more offence before 6 March 2027 bars invitations.",
    ]
    assert not desk.choice.isVisibleTo(desk)


def test_a_bar_is_told_with_its_last_day_and_stands_out(open_case: OpenCase, qtbot: QtBot) -> None:
    desk = desk_of(open_case(LATE, LATER), qtbot)
    assert desk.invitations.text() == "Invitations are not considered until 5 March 2027 at least."
    assert desk.invitations.property("role") == "error"


def test_where_no_host_is_entered_there_is_no_card_but_the_buttons_are_there(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    desk = desk_of(open_case(ALONE), qtbot)
    assert not desk.card.isVisible()
    assert desk.mark_button.isEnabled()
    assert desk.print_button.isVisible()


def test_of_several_hosts_one_is_chosen_and_stays_so(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ELSEWHERE, NEW, ALONE)
    desk = desk_of(window, qtbot)
    # Whoever has the most to do comes first, where no host is entered last
    names = ["Hotel Alatau · medium business", "Aigul · individual", "No host entered"]
    assert [desk.choice.itemText(n) for n in range(desk.choice.count())] == names
    assert desk.due.text() == "1 notice due by 23 Nov"
    choose(desk, "Aigul")
    assert desk.due.text().startswith("No notice or registration is due")
    window.session().view.set_day(window.session().view.on)
    desk.renew()
    assert desk.choice.currentText() == "Aigul · individual"
    choose(desk, "No host")
    assert "Nothing is concluded" in desk.invitations.text()
    assert not desk.why_button.isVisibleTo(desk)


def test_of_hosts_without_a_name_nothing_is_added_up(open_case: OpenCase, qtbot: QtBot) -> None:
    desk = desk_of(open_case(*(guest(one, Host(kind="small")) for one in (LATE, LATER))), qtbot)
    assert "Offences are not added up" in desk.invitations.text()


def test_why_is_folded_out_by_keyboard_and_leads_to_the_guide(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(LATE)
    desk = desk_of(window, qtbot)
    assert not desk.why.isVisible()
    desk.why_button.setFocus()
    qtbot.keyClick(desk.why_button, Qt.Key.Key_Space)
    assert desk.why.isVisible()
    assert "a warning counts too" in desk.why.text()
    qtbot.keyClick(desk.topic, Qt.Key.Key_Return)
    assert window.places.current == "guide"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_and_everything_has_a_name(
    open_case: OpenCase, qtbot: QtBot, language: Language
) -> None:
    window = open_case(NEW, LATE, ELSEWHERE)
    desk = desk_of(window, qtbot)
    window.session().view.set_language(language)
    w = words(language)
    assert desk.mark_button.text() == w.gettext("Mark notices done…")
    assert desk.choice.accessibleName() == w.gettext("Host")
    for part in (desk.why_button, desk.mark_button, desk.print_button, desk.calendar_button, desk.topic):
        assert part.text()
    for theme in ("dark", "light"):
        window.preferences.set_appearance(theme)
    assert not desk.why_button.icon().isNull()


def test_a_change_is_followed_also_one_that_was_made_elsewhere(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEW, LATE)
    place = people(window, qtbot)
    window.places.show_place("stay")
    window.session().view.set_day(window.session().view.on.replace(day=24))
    place.register.finish()
    assert place.desk.due.text() == "1 notice due by 23 Nov"  # as it was when it was last seen
    window.places.show_place("people")
    QApplication.processEvents()
    assert place.desk.due.text() == "No notice or registration is due in the next 7 days"


# What is asked for


def test_notices_of_the_host_are_marked_and_can_be_had_back(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEW, FRIDAY, ELSEWHERE)
    desk = desk_of(window, qtbot)
    before = window.session().case
    qtbot.mouseClick(desk.mark_button, Qt.MouseButton.LeftButton)
    marking = sheet(window)
    assert marking.listed.count() == 2
    qtbot.mouseClick(marking.mark_button, Qt.MouseButton.LeftButton)
    assert all(one.stays[0].notified for one in window.session().case.travellers)
    assert "2 notices recorded" in window.info.text.text()
    window.info.button.click()
    assert window.session().case == before


def test_where_several_are_selected_theirs_are_listed_whatever_the_host(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEW, FRIDAY, guest(UNTOLD, None))
    place = people(window, qtbot)
    keys = [one.key.number for one in window.session().case.travellers]
    place.table.choose([keys[1], keys[2]])
    place.desk.mark()
    texts = [sheet(window).listed.item(n).text() for n in range(sheet(window).listed.count())]
    assert [text.split(" · ")[0] for text in texts] == ["Friday", "Untold"]


def test_where_nothing_is_open_that_is_said(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEW, ELSEWHERE)
    desk = desk_of(window, qtbot)
    choose(desk, "Aigul")
    desk.mark()
    assert "left to be marked" in window.info.text.text()
    window.session().read_only = True
    desk.mark()
    assert "reading only" in window.info.text.text()


def test_where_no_notice_is_open_at_all_the_button_is_off(open_case: OpenCase, qtbot: QtBot) -> None:
    assert not desk_of(open_case(LATE), qtbot).mark_button.isEnabled()


def test_the_list_is_printed_in_the_order_that_is_shown(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(LATE, NEW)
    place = people(window, qtbot)
    qtbot.mouseClick(place.desk.print_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(window)
    order = dialog.choices.order()
    assert order is not None
    assert (order.document.name, dialog.windowTitle()) == ("list", "Print list")
    assert [one.key.number for one in order.travellers] == place.model.keys
    assert [one.name for one in order.travellers] == ["New", "Late"]
    assert not dialog.save_button.isVisible()


def test_where_several_are_selected_the_list_is_of_them(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEW, FRIDAY, LATE)
    place = people(window, qtbot)
    place.table.choose(place.model.keys[1:])
    assert place.desk.wanted() == place.model.keys[1:]
    place.table.choose(place.model.keys[1:2])  # one is merely where the keyboard is
    assert place.desk.wanted() == place.model.keys


def test_the_calendar_is_of_all_who_are_shown(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEW, FRIDAY, LATE)
    place = people(window, qtbot)
    place.filters.field.setText("r")  # Friday alone has one
    QApplication.processEvents()
    qtbot.mouseClick(place.desk.calendar_button, Qt.MouseButton.LeftButton)
    order = dialog_of(window).choices.order()
    assert order is not None
    assert order.format.suffix == ".ics"
    assert [one.key.number for one in order.travellers] == place.model.keys
