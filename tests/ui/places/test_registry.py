"""A place is one file and one line; its widget has the name that other programs look for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from kzstay.i18n import LANGUAGES
from kzstay.paths import resource
from kzstay.texts.words import words
from kzstay.ui.places.registry import PLACES, Place
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

CONTRACT = ["stay", "people", "guide", "contacts"]  # in this order on the rail, as far as they are there


def test_the_places_stand_in_the_order_that_was_promised() -> None:
    names = [place.name for place in PLACES]
    assert names[0] == "stay"
    assert names == [name for name in CONTRACT if name in names]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_place_has_its_icon(place: Place) -> None:
    assert resource(f"icons/{place.icon}.svg").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_places_are_called_the_same(language: str) -> None:
    titles = [place.title(words(language)) for place in PLACES]  # type: ignore[arg-type]
    assert all(titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_place_is_found_by_its_name(place: Place, open_case: OpenCase) -> None:
    window: MainWindow = open_case(traveller("DE", stay("2026-11-11")))
    window.places.show_place(place.name)
    found = window.findChild(QWidget, f"place_{place.name}")
    assert found is window.places.place(place.name)
    assert window.places.place(place.name).isVisible()
