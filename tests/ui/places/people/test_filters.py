"""Chips and the field: who is found, how many there are of each, and that no chip says nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzstay.core.register import GROUPS, Group
from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.places.people.filters import TONES
from kzstay.ui.widgets import theme as worn
from tests.drawing.contrast import contrast
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.places.people.people_place import ANNA, EVERYBODY, IVAN, URGENT, go, names, type_in


def chips(place: object) -> dict[str, str]:
    filters = place.filters  # type: ignore[attr-defined]
    return {group: chip.text() for group, chip in filters.chips.items() if chip.isVisible()}


def test_each_chip_says_how_many_it_shows_and_none_shows_nobody(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    assert place.filters.every.text() == "All · 6"
    assert chips(place) == {
        "overstay": "Overstay · 1",
        "ending": "Ending in 7 days · 1",
        "notice": "Notice due · 1",
        "registration": "Registration due · 1",
        "barred": "Barred · 1",
        "outside": "Outside · 2",
    }
    few = go(open_case(ANNA, IVAN))
    assert set(chips(few)) == {"notice", "registration"}


@pytest.mark.parametrize(
    ("pressed", "found"),
    [
        ([], URGENT),
        (["overstay"], ["Omar Haddad"]),
        (["outside"], ["Emre Kaya", "Li Na"]),
        (["overstay", "outside"], ["Omar Haddad", "Emre Kaya", "Li Na"]),
        (["notice", "notice"], URGENT),
    ],
)
def test_chips_show_those_who_belong_to_any_of_them(
    open_case: OpenCase, pressed: list[Group], found: list[str]
) -> None:
    place = go(open_case(*EVERYBODY))
    for group in pressed:
        place.filters.chips[group].click()
    assert names(place) == found
    assert place.filters.every.isChecked() is (found == URGENT)


def test_the_chip_of_all_takes_the_others_back_and_leaves_what_is_typed(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    type_in(place, "a")
    place.filters.chips["outside"].click()
    place.filters.every.click()
    assert place.filters.groups == frozenset()
    assert place.filters.every.isChecked()
    assert place.filters.typed == "a"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wei", ["Wei Zhang"]),
        ("WÉI", ["Wei Zhang"]),
        ("иван", ["Ivan Petrov"]),
        ("china", ["Wei Zhang", "Li Na"]),
        ("c01x", ["Anna Schmidt"]),
        ("alatau", ["Anna Schmidt"]),
        ("train", ["Anna Schmidt"]),
        ("germany train", ["Anna Schmidt"]),
        ("zzz", []),
    ],
)
def test_somebody_is_found_by_whatever_is_known(open_case: OpenCase, typed: str, found: list[str]) -> None:
    place = go(open_case(*EVERYBODY))
    type_in(place, typed)
    assert names(place) == found


def test_a_country_is_found_by_its_name_in_the_language_shown(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    type_in(place, "китай")
    assert names(place) == []
    window.preferences.set_language("ru")
    assert names(place) == ["Wei Zhang", "Li Na"]
    window.preferences.set_language("kk")
    type_in(place, "кытай")  # without the letter that a Russian keyboard lacks
    assert names(place) == ["Wei Zhang", "Li Na"]


def test_what_is_typed_and_the_chips_hold_together(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    type_in(place, "china")
    place.filters.chips["outside"].click()
    assert names(place) == ["Li Na"]


def test_esc_empties_the_field_and_the_arrow_goes_on_to_the_list(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    field = place.filters.field
    field.setFocus()
    type_in(place, "china")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), names(place)) == ("", URGENT)
    assert QApplication.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is place.table
    type_in(place, "nobody at all")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is field, "there is nowhere to go"


def test_a_chip_stays_while_it_is_what_is_looked_for_or_the_keyboard_is_there(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    place, session = go(window), window.session()
    chip = place.filters.chips["overstay"]
    chip.click()
    session.remove_travellers({place.model.keys[0]}, "remove-traveller")
    assert chip.isVisible()
    assert chip.text() == "Overstay · 0"
    assert place.nobody.isVisible()
    chip.click()
    chip.setFocus()
    session.remove_travellers({place.model.keys[0]}, "remove-traveller")
    assert QApplication.focusWidget() is chip
    place.table.setFocus()
    session.undo()
    assert not chip.isVisible()


def test_chips_are_buttons_that_are_checked_with_a_word_on_whom_they_show(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    for group in GROUPS:
        chip = place.filters.chips[group]
        assert chip.isCheckable()
        assert chip.accessibleDescription() == chip.toolTip() != ""
        QTest.keyClick(chip, Qt.Key.Key_Return)
        assert chip.isChecked()
        QTest.keyClick(chip, Qt.Key.Key_Space)
        assert not chip.isChecked()


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST, CONTRAST_DARK], ids=lambda theme: theme.name)
def test_words_of_a_chip_can_be_read_chosen_or_not(theme: Theme) -> None:
    assert contrast(theme.text, theme.chip) >= 4.5
    assert contrast(theme.card, theme.text) >= 4.5
    for tone in set(TONES.values()):
        ground = theme.chip if tone == "planned" else theme.ground(tone)
        words = theme.muted if tone == "planned" else getattr(theme, tone)
        assert contrast(words, ground) >= 4.5, tone
        assert contrast(theme.on_bar, getattr(theme, tone)) >= 4.5, tone
        # A chosen one is told from the others by how light it is, not by its colour alone
        assert contrast(getattr(theme, tone), ground) >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_chips_that_have_no_room_go_on_in_the_next_line(open_case: OpenCase, language: Language) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    window.preferences.set_language(language)
    for width in (948, 1280):
        window.resize(width, 700)
        for _ in range(3):
            QApplication.processEvents()
        for chip in (place.filters.every, *place.filters.chips.values()):
            assert chip.width() >= chip.sizeHint().width()
            assert place.filters.rect().contains(chip.geometry()), (language, width, chip.text())


def test_a_case_without_anybody_of_note_has_one_chip(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11", notified="2026-11-12")), traveller("", name="Someone"))
    assert chips(go(window)) == {}
    assert worn.icon("search", LIGHT.muted, 16).isNull() is False
