"""The rail: a button for each place, with an icon, a word and a key; nothing of it where there is one place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.places.rail import NARROW, WIDE, Rail
from kzstay.ui.places.registry import PLACES, Place
from kzstay.ui.widgets import parts
from kzstay.ui.widgets import theme as worn
from tests.ui.conftest import OpenCase
from tests.ui.trial_parts import title

TWO = [*PLACES[:1], Place("trial", title, "flag", "trial")]
Style = Qt.ToolButtonStyle

# Without a screen a window cannot be told how small it may be, and says so


@pytest.fixture
def rail(qtbot: QtBot, qapp: QApplication) -> Iterator[Rail]:
    worn.apply(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    made = Rail(TWO, window)
    made.retranslate(words("en"))
    made.choose("stay")
    window.setLayout(parts.row(made, 1))
    window.resize(300, 400)
    window.show()
    yield made
    window.close()


def test_a_rail_that_is_in_no_window_yet_is_none_of_its_own(qtbot: QtBot) -> None:
    for places in TWO, TWO[:1]:
        rail = Rail(places)
        qtbot.addWidget(rail)
        assert not rail.isVisible()


def test_one_place_needs_no_rail_and_no_key(qtbot: QtBot) -> None:
    rail = Rail(TWO[:1])
    qtbot.addWidget(rail)
    rail.retranslate(words("en"))
    assert rail.isHidden()
    assert rail.keys() == []


def test_each_place_has_a_button_with_its_icon_its_word_and_its_key(rail: Rail) -> None:
    assert list(rail.buttons) == ["stay", "trial"]
    assert [button.objectName() for button in rail.buttons.values()] == ["go_stay", "go_trial"]
    assert [button.text() for button in rail.buttons.values()] == ["Stay", "Trial"]
    assert all(not button.icon().isNull() for button in rail.buttons.values())
    assert rail.keys() == ["Ctrl+1", "Ctrl+2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_follow_the_language_and_the_keys_stay(rail: Rail, language: Language) -> None:
    """Qt takes a key away with each new text."""
    w = words(language)
    rail.retranslate(w)
    for place in TWO:
        button = rail.buttons[place.name]
        assert button.text() == button.accessibleName() == button.toolTip() == place.title(w)
    assert rail.keys() == ["Ctrl+1", "Ctrl+2"]


@pytest.mark.parametrize(
    ("narrow", "width", "style"),
    [(True, NARROW, Style.ToolButtonIconOnly), (False, WIDE, Style.ToolButtonTextUnderIcon)],
)
def test_the_words_alone_are_left_out_where_there_is_little_room(
    rail: Rail, narrow: bool, width: int, style: Qt.ToolButtonStyle
) -> None:
    rail.set_narrow(not narrow)
    rail.set_narrow(narrow)
    QApplication.processEvents()
    assert rail.width() == width
    for button in rail.buttons.values():
        assert button.toolButtonStyle() == style
        assert button.x() + button.width() <= width
        assert button.accessibleName()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", ["stay", "trial"])
def test_no_word_is_wider_than_its_button(rail: Rail, language: Language, chosen: str) -> None:
    rail.retranslate(words(language))
    rail.choose(chosen)
    QApplication.processEvents()
    assert all(button.sizeHint().width() <= button.width() for button in rail.buttons.values())


def test_a_pressed_button_names_its_place_and_leads_nowhere_by_itself(rail: Rail, qtbot: QtBot) -> None:
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    for name in ("trial", "stay", "stay"):
        qtbot.mouseClick(rail.buttons[name], Qt.MouseButton.LeftButton)
    assert chosen == ["trial", "stay", "stay"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_button_is_pressed_by_key(rail: Rail, key: Qt.Key) -> None:
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    QTest.keyClick(rail.buttons["trial"], key)
    assert chosen == ["trial"]


def test_one_place_at_a_time_is_shown_as_the_one_that_one_is_in(rail: Rail) -> None:
    for name in ("trial", "stay", "trial"):
        rail.choose(name)
        assert [other for other, button in rail.buttons.items() if button.isChecked()] == [name]


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST, CONTRAST_DARK], ids=lambda theme: theme.name)
def test_the_icons_take_the_colours_of_the_theme(rail: Rail, theme: Theme) -> None:
    rail.set_theme(theme)
    rail.choose("trial")
    assert _drawn(rail, "trial") == {theme.accent.lower()}
    assert _drawn(rail, "stay") == {theme.muted.lower()}
    rail.choose("stay")
    assert _drawn(rail, "stay") == {theme.accent.lower()}


def _drawn(rail: Rail, name: str) -> set[str]:
    """Return the colours of an icon where it is drawn in full."""
    image = rail.buttons[name].icon().pixmap(QSize(44, 44)).toImage()
    size = range(image.width()), range(image.height())
    found = [image.pixelColor(x, y) for x in size[0] for y in size[1]]
    return {colour.name() for colour in found if colour.alpha() == 255}


@pytest.mark.parametrize(("appearance", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_the_chosen_one_alone_is_tinted_on_a_card_of_its_own(
    rail: Rail, qapp: QApplication, appearance: worn.Appearance, theme: Theme
) -> None:
    worn.apply(qapp, appearance)
    try:
        QApplication.processEvents()
        image = rail.grab().toImage()
        assert _at(image, rail.buttons["stay"].geometry().topLeft() + QPoint(12, 8)) == theme.tint.lower()
        assert _at(image, rail.buttons["trial"].geometry().topLeft() + QPoint(12, 8)) == theme.card.lower()
        assert _at(image, QPoint(rail.width() - 1, 300)) == theme.border.lower()
    finally:
        worn.apply(qapp, "light")


def _at(image: QImage, point: QPoint) -> str:
    return image.pixelColor(point).name()


def test_with_the_places_there_are_the_rail_is_shown_only_if_they_are_several(open_case: OpenCase) -> None:
    assert open_case().places.rail.isVisible() is (len(PLACES) > 1)


# A number on an icon


def test_a_badge_shows_a_number_and_says_what_it_counts(rail: Rail, qtbot: QtBot) -> None:
    rail.set_badge("trial", 3, "3 are late")
    badge = rail.findChild(QLabel, "badge_trial")
    assert badge is not None
    assert badge.isVisible()
    assert badge.text() == "3"
    button = rail.buttons["trial"]
    assert button.accessibleName() == button.toolTip() == "Trial, 3 are late"
    pressed: list[str] = []
    rail.chosen.connect(pressed.append)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=badge.geometry().center())
    assert pressed == ["trial"], "who presses the number presses the button"


@pytest.mark.parametrize("narrow", [True, False])
@pytest.mark.parametrize(("count", "shown"), [(7, "7"), (99, "99"), (100, "99+")])
def test_a_badge_is_within_its_button(rail: Rail, narrow: bool, count: int, shown: str) -> None:
    rail.set_badge("trial", count, "late")
    rail.set_narrow(narrow)
    QApplication.processEvents()
    badge = rail.findChild(QLabel, "badge_trial")
    assert badge is not None
    assert badge.text() == shown
    assert rail.buttons["trial"].rect().contains(badge.geometry())


def test_of_nought_there_is_no_badge(rail: Rail) -> None:
    rail.set_badge("stay", 0, "nobody")
    assert rail.findChild(QLabel, "badge_stay") is None
    rail.set_badge("stay", 1, "one")
    rail.set_badge("stay", 0, "nobody")
    badge = rail.findChild(QLabel, "badge_stay")
    assert badge is not None
    assert badge.isHidden()
    assert rail.buttons["stay"].accessibleName() == "Stay"


def test_a_badge_stays_with_a_name_in_another_language(rail: Rail) -> None:
    rail.set_badge("trial", 2, "2")
    rail.retranslate(words("ru"))
    assert rail.buttons["trial"].accessibleName() == "Проба, 2"
