"""Going from place to place: by the rail and by key; each keeps what was shown in it, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.places import frame, rail
from kzstay.ui.places.registry import PLACES
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.person import PERSON
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui import trial_parts
from tests.ui.conftest import OpenCase
from tests.ui.trial_parts import Trial

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
Press = Callable[[str], None]
KEY = f"Ctrl+{len(PLACES) + 1}"

pytestmark = pytest.mark.fresh_window


@pytest.fixture
def trials(monkeypatch: pytest.MonkeyPatch) -> list[Trial]:
    """The widgets that are made of a place that stands last in the list."""
    return trial_parts.add_place(monkeypatch)


@pytest.fixture
def window(trials: list[Trial], open_case: OpenCase) -> MainWindow:
    """A window with the place on trial."""
    return open_case(ANNA)


@pytest.fixture
def press(window: MainWindow, qtbot: QtBot) -> Callable[[str], None]:
    """Press keys where the focus is, and wait until they were answered: Qt lets a button be seen to go down."""

    def go(key: str) -> None:
        answered: list[str] = []
        at = QApplication.focusWidget()
        assert at is not None
        window.places.shown.connect(answered.append)
        QTest.keySequence(at, key)
        qtbot.waitUntil(lambda: bool(answered))
        window.places.shown.disconnect(answered.append)

    return go


def test_a_line_and_a_module_make_a_place(window: MainWindow, trials: list[Trial]) -> None:
    window.places.rail.buttons["trial"].click()
    (trial,) = trials
    assert trial is window.findChild(QWidget, "place_trial")
    assert trial.isVisible()
    assert not window.stay.isVisible()
    assert window.places.current == "trial"


def test_a_place_is_made_when_it_is_first_shown_and_once(window: MainWindow, trials: list[Trial]) -> None:
    assert trials == []
    for name in ("trial", "stay", "trial"):
        window.places.show_place(name)
    assert len(trials) == 1


def test_the_rail_is_shown_as_soon_as_there_is_more_than_one_place(window: MainWindow) -> None:
    assert window.places.rail.isVisible()


def test_keys_lead_to_the_places(window: MainWindow, press: Press) -> None:
    for key, name in ((KEY, "trial"), ("Ctrl+1", "stay"), (KEY, "trial"), (KEY, "trial")):
        press(key)
        assert window.places.current == name
        assert window.places.rail.buttons[name].isChecked()


def test_a_command_gives_its_key_to_a_place(window: MainWindow) -> None:
    """Of two with one key Qt does neither."""
    keys = [key.toString() for action in window.commands.by_name.values() for key in action.shortcuts()]
    assert set(keys).isdisjoint(window.places.rail.keys())
    assert window.commands.by_name["show_period"].shortcuts() == []
    assert "Ctrl+0" in keys


@pytest.mark.skipif(len(PLACES) > 1, reason="the keys are the places' own")
def test_with_one_place_the_command_has_its_key(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    assert [key.toString() for key in window.commands.by_name["show_period"].shortcuts()] == ["Ctrl+1"]
    assert not window.places.rail.isVisible()


def test_a_place_keeps_what_was_shown_in_it(window: MainWindow, trials: list[Trial]) -> None:
    window.stay.show_page("why")
    window.stay.timeline.zoom(2.0)
    window.session().select(1)
    window.stay.form.begin()
    shown = window.stay.timeline.scale
    window.places.show_place("trial")
    trials[0].field.setText("some words")
    window.places.show_place("stay")
    assert window.stay.page == "why"
    assert window.stay.timeline.scale == shown
    assert window.session().selection == 1
    assert window.stay.form.isVisible()
    window.places.show_place("trial")
    assert trials[0].field.text() == "some words"


def test_who_comes_back_has_the_keyboard_where_it_was(
    window: MainWindow, trials: list[Trial], press: Press
) -> None:
    window.stay.show_page("stays")
    window.stay.stays.setFocus()
    press(KEY)
    trials[0].field.setFocus()
    press("Ctrl+1")
    assert QApplication.focusWidget() is window.stay.stays
    press(KEY)
    assert QApplication.focusWidget() is trials[0].field


@pytest.mark.parametrize("way", ["key", "rail"])
def test_what_is_being_typed_is_taken_over_before_the_place_changes(
    window: MainWindow, press: Press, way: str
) -> None:
    session, table = window.session(), window.stay.stays
    seen: list[str] = []
    window.places.shown.connect(lambda _name: seen.append(session.traveller.stays[0].note))
    window.stay.show_page("stays")
    seen.clear()
    table.setFocus()
    at = next(
        table.model().index(0, column)
        for column in range(table.model().columnCount())
        if table.model().headerData(column, Qt.Orientation.Horizontal) == "Note"
    )
    table.setCurrentIndex(at)
    table.edit(at)
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit)
    QTest.keyClicks(cell, "by train")
    if way == "key":
        press(KEY)
    else:
        window.places.rail.buttons["trial"].click()
    assert seen == ["by train"]
    assert window.places.current == "trial"


def test_a_drag_goes_no_further_in_a_place_that_is_not_seen(window: MainWindow) -> None:
    timeline = window.stay.timeline
    start = timeline.rect_of(0).center().toPoint()
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(timeline, start + QPoint(40, 0))
    assert window.session().previewing
    window.places.show_place("trial")
    assert not window.session().previewing
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=start)
    assert window.session().traveller == ANNA


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("first", [True, False], ids=["shown before", "shown after"])
def test_names_and_words_follow_the_language(
    window: MainWindow, trials: list[Trial], press: Press, language: Language, first: bool
) -> None:
    if first:
        window.places.show_place("trial")
    window.preferences.set_language(language)
    window.places.show_place("trial")
    button = window.places.rail.buttons["trial"]
    assert button.text() == button.accessibleName() == trials[0].word.text() == trial_parts.TITLES[language]
    press("Ctrl+1")
    assert window.places.current == "stay", "the key is still there"


@pytest.mark.parametrize("first", [True, False], ids=["shown before", "shown after"])
def test_colours_follow_the_theme(window: MainWindow, trials: list[Trial], first: bool) -> None:
    if first:
        window.places.show_place("trial")
    window.preferences.set_appearance("dark")
    window.places.show_place("trial")
    assert trials[0].themes == (["light", "dark"] if first else ["dark"])


@pytest.mark.parametrize(
    ("width", "shown"), [(frame.NARROW - 1, rail.NARROW), (frame.NARROW, rail.WIDE), (948, rail.NARROW)]
)
def test_a_narrow_window_has_icons_alone(window: MainWindow, width: int, shown: int) -> None:
    window.resize(width, 900)
    QApplication.processEvents()
    assert window.places.rail.width() == shown
    assert window.stay.width() == width - shown


def test_the_least_window_is_still_wide_enough_for_stay(window: MainWindow) -> None:
    window.resize(window.minimumSize())
    QApplication.processEvents()
    assert window.size() == window.minimumSize()
    assert window.stay.width() >= window.stay.minimumSizeHint().width()


def test_what_a_place_asks_for_is_answered(window: MainWindow, trials: list[Trial]) -> None:
    window.places.show_place("trial")
    trials[0].requests.show_page.emit("law")
    assert (window.places.current, window.stay.page) == ("stay", "law")


def test_another_case_leaves_one_in_the_same_place(window: MainWindow, tmp_path: Path) -> None:
    window.places.show_place("trial")
    window.files.open_example()
    assert window.places.current == "trial"


@pytest.mark.parametrize("said", ["before", "after"])
def test_a_place_that_comes_late_stands_before_the_bar_for_who_goes_by_tab(
    window: MainWindow, trials: list[Trial], said: str
) -> None:
    if said == "before":
        window.info.tell("Saved.", True)
    window.places.show_place("trial")
    if said == "after":  # a bar that says nothing is reached by nobody
        window.info.tell("Saved.", True)
    order: list[QWidget] = []
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        order.append(at)
        at = at.nextInFocusChain()
    assert order.index(window.places.rail.buttons["trial"]) < order.index(trials[0].field)
    assert order.index(trials[0].field) < order.index(window.info.button) < order.index(window.info.close_button)


# What lies over a place, and what is asked for from another one


def test_esc_closes_nothing_in_a_place_that_is_not_seen(window: MainWindow, trials: list[Trial]) -> None:
    window.stay.form.begin()
    window.places.show_place("trial")
    window.info.tell("Saved.", True)
    trials[0].field.setFocus()
    for _ in range(2):
        QTest.keyClick(trials[0].field, Qt.Key.Key_Escape)
    assert window.info.isHidden()
    window.places.show_place("stay")
    assert window.stay.form.isVisible()


@pytest.mark.parametrize("name", ["edit_traveller", "add_traveller", "add_stay"])
def test_a_command_leads_to_where_it_can_be_answered(window: MainWindow, name: str) -> None:
    window.places.show_place("trial")
    window.commands.by_name[name].trigger()
    assert window.places.current == "stay"
    assert window.stay.form.isVisible() is (name != "add_stay")


def test_what_waits_of_the_person_is_shown_from_any_place(window: MainWindow) -> None:
    Editing(window.session()).type(PERSON, 0, "born", "soon")
    window.places.show_place("trial")
    window.controller.show_waiting()
    assert window.places.current == "stay"
    assert window.stay.form.isVisible()


def test_the_form_that_was_left_open_is_there_for_who_asks_for_it_from_another_place(window: MainWindow) -> None:
    window.stay.form.begin()
    window.places.show_place("trial")
    window.commands.by_name["edit_traveller"].trigger()
    assert window.stay.form.isVisible()
    window.commands.by_name["edit_traveller"].trigger()
    assert window.stay.form.isHidden()


def test_who_is_in_a_place_already_goes_on_typing_there(window: MainWindow, qtbot: QtBot) -> None:
    window.controller.add_stay()
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "soon")
    window.places.show_place("stay")
    assert QApplication.focusWidget() is field
    assert window.session().state.drafts[-1].typed == {}, "nothing was taken over"


# How many of several are late


LATE = traveller("DE", stay("2026-10-01"), name="Late")


def badge(window: MainWindow) -> str:
    """Read the number on the icon of People; empty where there is none."""
    found = window.places.rail.findChild(QLabel, "badge_people")
    return found.text() if found is not None and found.isVisible() else ""


def test_the_icon_of_people_says_how_many_of_several_are_late(open_case: OpenCase) -> None:
    window = open_case(ANNA, LATE, LATE)
    assert badge(window) == "2"
    assert window.places.rail.buttons["people"].accessibleName() == (
        "People, 2 stay too long or have missed something"
    )
    window.preferences.set_language("kk")
    assert window.session().view.w.gettext("People") in window.places.rail.buttons["people"].accessibleName()
    window.session().remove_travellers(
        {one.key.number for one in window.session().case.travellers[1:]}, "remove-travellers"
    )
    assert badge(window) == ""


def test_of_one_alone_it_says_nothing_as_stay_says_it_all(open_case: OpenCase) -> None:
    assert badge(open_case(LATE)) == ""
