"""What is chosen is kept at once and told by its name; the system's colours are followed where that was chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core.readings import Reading
from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Appearance, Theme
from kzstay.i18n import LANGUAGES
from kzstay.ui.session.view import View
from kzstay.ui.system import settings as settings_file
from kzstay.ui.widgets import theme as worn
from kzstay.ui.window.preferences import Preferences
from tests.ui.conftest import TODAY, OpenCase, chosen

LOOKS: tuple[Appearance, ...] = get_args(Appearance)


@pytest.fixture
def preferences(qapp: QApplication) -> Iterator[Preferences]:
    """The preferences of English and light, without a window."""
    worn.apply(qapp, "light")
    yield Preferences(chosen(), View(TODAY, "en"))
    worn.apply(qapp, "light")


def told(preferences: Preferences) -> list[str]:
    """Collect the names of what was chosen; each must be kept by then."""
    names: list[str] = []

    def hear(name: str) -> None:
        assert getattr(settings_file.load(), name) == getattr(preferences.settings, name)
        names.append(name)

    preferences.changed.connect(hear)
    return names


CHOICES: dict[str, tuple[Callable[[Preferences], object], str, str]] = {
    **{
        f"language {code}": (lambda found, code=code: found.set_language(code), "language", code)
        for code in LANGUAGES
    },
    **{
        f"reading {reading}": (lambda found, reading=reading: found.set_reading(reading), "reading", reading)
        for reading in Reading
    },
    "dark": (lambda found: found.set_appearance("dark"), "appearance", "dark"),
    "as the system": (lambda found: found.set_appearance("system"), "appearance", "system"),
}


@pytest.mark.parametrize("choice", CHOICES)
def test_each_choice_is_kept_and_told_by_its_name_once(choice: str, preferences: Preferences) -> None:
    choose, name, value = CHOICES[choice]
    names = told(preferences)
    choose(preferences)
    assert names == [name]
    assert getattr(settings_file.load(), name) == value


@pytest.mark.parametrize("choice", CHOICES)
def test_one_choice_leaves_the_others_as_they_were(choice: str, preferences: Preferences) -> None:
    choose, name, _value = CHOICES[choice]
    choose(preferences)
    for other in {"language", "reading", "appearance"} - {name}:
        assert getattr(settings_file.load(), other) == getattr(chosen(), other)


def test_the_view_looks_as_it_was_chosen(preferences: Preferences) -> None:
    preferences.set_language("kk")
    preferences.set_reading(Reading.USUAL)
    assert (preferences._view.w.language, preferences._view.reading) == ("kk", Reading.USUAL)


def test_the_same_look_again_is_no_choice_and_yet_is_worn(preferences: Preferences) -> None:
    names, themes = told(preferences), dressed(preferences)
    preferences.set_appearance("light")
    assert (names, themes) == ([], [LIGHT])


def test_a_file_comes_first_among_the_recent_ones_and_is_kept(preferences: Preferences, tmp_path: Path) -> None:
    for name in ("a.kzstay", "b.kzstay", "a.kzstay"):
        preferences.remember_file(tmp_path / name)
    assert [Path(name).name for name in settings_file.load().recent] == ["a.kzstay", "b.kzstay"]


# Colours


def dressed(preferences: Preferences) -> list[Theme]:
    """Collect the colours that are put on."""
    themes: list[Theme] = []
    preferences.dressed.connect(themes.append)
    return themes


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Let the system be dark, or light."""
    dark = [False]
    wanted = worn._wanted

    def asked(appearance: Appearance) -> Theme:
        return (DARK if dark[0] else LIGHT) if appearance == "system" else wanted(appearance)

    def be(now: bool) -> None:
        dark[0] = now

    monkeypatch.setattr(worn, "_wanted", asked)
    return be


@pytest.mark.parametrize("look", LOOKS)
def test_the_system_is_followed_only_where_that_was_chosen(
    look: Appearance, preferences: Preferences, system: Callable[[bool], None]
) -> None:
    preferences.set_appearance(look)
    names, themes = told(preferences), dressed(preferences)
    for dark in (True, False):
        system(dark)
        preferences.follow_system()
    assert themes == ([DARK, LIGHT] if look == "system" else [])
    assert names == [], "nobody has chosen anything"
    assert settings_file.load().appearance == look


@pytest.mark.parametrize(("look", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_what_is_chosen_is_worn_whatever_the_system_is(
    look: Appearance, theme: Theme, preferences: Preferences, system: Callable[[bool], None]
) -> None:
    system(theme is LIGHT)
    themes = dressed(preferences)
    preferences.set_appearance(look)
    assert themes == [theme]


def test_the_system_tells_an_open_window_of_its_change(
    open_case: OpenCase, qtbot: QtBot, system: Callable[[bool], None]
) -> None:
    window = open_case()
    window.preferences.set_appearance("system")
    system(True)
    with qtbot.waitSignal(window.preferences.dressed) as dressing:
        QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert dressing.args == [DARK]


@pytest.mark.parametrize("look", LOOKS)
def test_high_contrast_is_given_where_the_system_asks_for_it_whatever_was_chosen(
    open_case: OpenCase, qtbot: QtBot, look: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case()
    window.preferences.set_appearance(look)
    hints = QApplication.styleHints().accessibility()
    asked = [Qt.ContrastPreference.HighContrast]
    monkeypatch.setattr("PySide6.QtGui.QAccessibilityHints.contrastPreference", lambda _hints: asked[0])
    with qtbot.waitSignal(window.preferences.dressed) as dressing:
        hints.contrastPreferenceChanged.emit(asked[0])
    assert dressing.args is not None
    assert dressing.args[0].in_contrast
    asked[0] = Qt.ContrastPreference.NoPreference
    with qtbot.waitSignal(window.preferences.dressed) as dressing:
        hints.contrastPreferenceChanged.emit(asked[0])
    assert dressing.args is not None
    assert dressing.args[0].in_contrast is (look in ("contrast", "contrast-dark"))


@pytest.mark.parametrize(("look", "theme"), [("contrast", CONTRAST), ("contrast-dark", CONTRAST_DARK)])
def test_high_contrast_can_be_chosen(preferences: Preferences, look: Appearance, theme: Theme) -> None:
    themes = dressed(preferences)
    preferences.set_appearance(look)
    assert themes == [theme]
    assert settings_file.load().appearance == look
