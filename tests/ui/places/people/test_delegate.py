"""What is painted: a pill in the colour of the state, a strip with today at its right edge, a frame of the row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kzstay.drawing.colours import DARK, LIGHT, Theme
from kzstay.ui.places.people.cells import NAME, STATE, STRIP
from kzstay.ui.places.people.delegate import INSIDE
from kzstay.ui.places.people.place import PeoplePlace
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.places.people.people_place import ANNA, EVERYBODY, LI, OMAR, choose, go, row_of

HERE_LONG_AGO = traveller("DE", stay("2026-05-27", "2026-05-31"), name="Long Ago")


def cell(place: PeoplePlace, name: str, column: int) -> QImage:
    """Return the picture of a cell as it is on the screen."""
    QApplication.processEvents()
    rect: QRect = place.table.visualRect(place.model.index(row_of(place, name), column))
    return place.table.viewport().grab(rect).toImage()


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def reach(image: QImage, colour: str) -> tuple[int, int]:
    """Return the first and last column of pixels that has a colour."""
    y = image.height() // 2
    found = [x for x in range(image.width()) if image.pixelColor(x, y).name() == colour.lower()]
    return found[0], found[-1]


@pytest.mark.parametrize(
    ("name", "tone"), [("Omar Haddad", "over"), ("Wei Zhang", "close"), ("Anna Schmidt", "within")]
)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_state_is_a_pill_of_its_tone(open_case: OpenCase, name: str, tone: str, theme: Theme) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    window.preferences.set_appearance("dark" if theme is DARK else "light")
    seen = colours(cell(place, name, STATE))
    assert theme.ground(tone).lower() in seen
    assert getattr(theme, tone).lower() in seen


def test_who_is_outside_has_a_grey_one(open_case: OpenCase) -> None:
    place = go(open_case(LI, ANNA))
    assert LIGHT.chip.lower() in colours(cell(place, "Li Na", STATE))


def test_today_is_at_the_right_edge_of_the_strip_and_what_is_over_is_red(open_case: OpenCase) -> None:
    place = go(open_case(OMAR, HERE_LONG_AGO, ANNA))
    image = cell(place, "Omar Haddad", STRIP)
    first, last = reach(image, LIGHT.over)
    assert abs(last - (image.width() - INSIDE)) <= 2
    inside = reach(image, LIGHT.within)
    assert inside[1] < first
    day = (image.width() - 2 * INSIDE) / 180
    assert (first - inside[0]) / day == pytest.approx(30, abs=3)
    assert last - first + 1 == pytest.approx(4 * day, abs=3)


def test_the_first_day_of_the_period_is_at_the_left_edge(open_case: OpenCase) -> None:
    place = go(open_case(HERE_LONG_AGO, ANNA))
    image = cell(place, "Long Ago", STRIP)
    assert abs(reach(image, LIGHT.within)[0] - INSIDE) <= 2
    assert LIGHT.chip.lower() in colours(image)


def test_one_day_is_seen(open_case: OpenCase) -> None:
    day = traveller("DE", stay("2026-11-22"), name="One Day")
    image = cell(go(open_case(day, ANNA)), "One Day", STRIP)
    first, last = reach(image, LIGHT.within)
    assert last - first >= 1
    assert last <= image.width() - INSIDE


def test_a_chosen_row_keeps_its_colours_on_a_tint(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    choose(place, "Omar Haddad")
    assert {LIGHT.tint.lower(), LIGHT.over.lower()} <= colours(cell(place, "Omar Haddad", STATE))
    assert LIGHT.over.lower() in colours(cell(place, "Omar Haddad", STRIP))


def test_the_row_with_the_keyboard_has_a_frame_all_round(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    choose(place, "Wei Zhang")
    place.table.setFocus()
    for name, framed in (("Wei Zhang", True), ("Omar Haddad", False)):
        first, last = cell(place, name, NAME), cell(place, name, STRIP)
        assert (first.pixelColor(0, first.height() // 2).name() == LIGHT.accent.lower()) is framed
        assert (last.pixelColor(last.width() - 1, 5).name() == LIGHT.accent.lower()) is framed
        assert (first.pixelColor(40, 0).name() == LIGHT.accent.lower()) is framed
    place.filters.field.setFocus()
    chosen = cell(place, "Wei Zhang", NAME)
    accent = LIGHT.accent.lower()
    assert chosen.pixelColor(0, chosen.height() // 2).name() != accent, "the frame goes with the keyboard"
    assert [chosen.pixelColor(40, y).name() for y in (0, 1, chosen.height() - 1)] == [
        accent,
        LIGHT.tint.lower(),
        accent,
    ], "and what is chosen stays seen"


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_a_name_is_written_where_there_is_one(open_case: OpenCase, appearance: str) -> None:
    window = open_case(ANNA, LI)
    place = go(window)
    window.preferences.set_appearance(appearance)  # type: ignore[arg-type]
    assert len(colours(cell(place, "Anna Schmidt", NAME))) > 4
