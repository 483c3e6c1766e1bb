"""The invitation says what the place is for, in every language and on the smallest window; so does no find."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kzstay.i18n import LANGUAGES, Language
from tests.ui.conftest import OpenCase
from tests.ui.places.people.people_place import EVERYBODY, go, place_of, type_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_invitation_is_whole_on_the_smallest_window(open_case: OpenCase, language: Language) -> None:
    window = open_case()
    window.preferences.set_language(language)
    window.places.show_place("people")
    window.resize(window.minimumSize())
    for _ in range(4):
        QApplication.processEvents()
    invitation = place_of(window).invitation
    assert invitation.isVisible()
    for label in (invitation.heading, invitation.text):
        assert label.heightForWidth(label.width()) <= label.height()
    for button in (invitation.add, invitation.bring):
        assert button.width() >= button.sizeHint().width()
        assert invitation.rect().contains(button.geometry())
    assert not invitation.sign.pixmap().isNull()


def test_one_who_has_a_name_is_a_list(open_case: OpenCase) -> None:
    window = open_case(EVERYBODY[0])
    place = go(window)
    assert not place.invitation.isVisible()
    assert place.table.isVisible()


def test_nobody_found_stands_in_the_middle_of_the_list_of_any_size(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    type_in(place, "nobody at all")
    for size in ((948, 690), (1500, 900)):
        window.resize(*size)
        for _ in range(3):
            QApplication.processEvents()
        over = place.table.viewport().rect()
        assert over.contains(place.nobody.geometry())
        assert abs(place.nobody.geometry().center().x() - over.center().x()) <= 1
