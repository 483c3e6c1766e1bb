"""The dialog of the preferences: what is chosen there is so at once, everywhere, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from kzstay.core.case import Host
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.system import settings as settings_file
from kzstay.ui.widgets.fitted_dialog import FRAME
from kzstay.ui.window.main_window import MainWindow
from kzstay.ui.window.preferences_dialog import PreferencesDialog
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.window.everything_shown import everything

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"), name="Anna")
BORIS = traveller("GB", stay("2026-11-01", "2026-11-05"), name="Boris")
SMALL = QSize(960, 540)

CHOICES: list[tuple[str, str, Any]] = [
    ("language", "language", "ru"),
    ("appearance", "appearance", "dark"),
    ("appearance", "appearance", "contrast"),
    ("text_size", "text_size", 125),
    ("dates", "dates", "iso"),
    ("week_start", "week_start", 6),
    ("reading", "reading", "usual"),
    ("host", "host", "small"),
]


@pytest.fixture
def window(open_case: OpenCase) -> Iterator[MainWindow]:
    opened = open_case(ANNA, BORIS)
    yield opened
    if opened.isVisible():
        opened.preferences.restore_defaults()


def ask(window: MainWindow) -> PreferencesDialog:
    window.commands.by_name["preferences"].trigger()
    QApplication.processEvents()
    (dialog,) = window.findChildren(PreferencesDialog)
    return dialog


def choose(dialog: PreferencesDialog, name: str, value: object) -> None:
    box = dialog.choice(name)
    index = box.findData(value)
    assert index >= 0, name
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_it_is_opened_by_its_key(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(PreferencesDialog)
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.parametrize(("field", "name", "value"), CHOICES)
def test_a_choice_is_kept_at_once_and_taken_back_by_choosing_again(
    window: MainWindow, field: str, name: str, value: object
) -> None:
    dialog = ask(window)
    before = getattr(window.preferences.settings, name)
    choose(dialog, field, value)
    assert getattr(settings_file.load(), name) == value
    assert dialog.choice(field).currentData() == value
    choose(dialog, field, before)
    assert getattr(settings_file.load(), name) == before
    dialog.close()


def test_what_is_chosen_elsewhere_is_shown(window: MainWindow) -> None:
    dialog = ask(window)
    window.commands.by_name["appearance_dark"].trigger()
    window.commands.by_name["language_kk"].trigger()
    assert dialog.choice("appearance").currentData() == "dark"
    assert dialog.windowTitle() == window.session().view.w.gettext("Preferences") != "Preferences"
    dialog.close()


def test_the_defaults_come_back_at_one_press(window: MainWindow) -> None:
    dialog = ask(window)
    for field, _name, value in CHOICES:
        choose(dialog, field, value)
    choose(dialog, "report", "kk")
    dialog.restore.click()
    usual, now = settings_file.Settings(), settings_file.load()
    for name in ("language", "appearance", "text_size", "dates", "week_start", "reading", "host", "exported"):
        assert getattr(now, name) == getattr(usual, name), name
    dialog.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [100, 150, 200])
def test_it_fits_a_small_screen_and_cuts_no_word(window: MainWindow, language: Language, size: int) -> None:
    window.preferences.set_language(language)
    window.preferences.set_text_size(size)
    dialog = ask(window)
    dialog.resize(dialog.sizeHint().boundedTo(SMALL))
    QApplication.processEvents()
    assert dialog.width() <= SMALL.width()
    assert dialog.minimumSizeHint().height() <= SMALL.height()
    for label in dialog.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width(), label.text()
        assert label.height() >= label.sizeHint().height(), label.text()
    for box in dialog.findChildren(QComboBox):
        longest = max(box.fontMetrics().horizontalAdvance(box.itemText(one)) for one in range(box.count()))
        assert box.width() > longest, box.objectName()
        assert box.height() >= box.sizeHint().height(), box.objectName()
    dialog.close()


@pytest.mark.parametrize("size", [100, 150])
def test_it_grows_with_its_words_and_letters_as_far_as_the_screen_has_room(window: MainWindow, size: int) -> None:
    dialog = ask(window)
    choose(dialog, "language", "kk")
    choose(dialog, "text_size", size)
    QTest.qWait(0)
    QApplication.processEvents()
    room = dialog.screen().availableSize() - FRAME
    assert dialog.size().expandedTo(dialog.sizeHint().boundedTo(room)) == dialog.size()
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
    dialog.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_names_have_the_same_letter(window: MainWindow, language: Language) -> None:
    window.preferences.set_language(language)
    dialog = ask(window)
    QTest.qWait(0)
    texts = [label.text() for label in dialog.findChildren(QLabel)] + [dialog.restore.text(), dialog.shut.text()]
    letters = [text[text.index("&") + 1].casefold() for text in texts if text]
    assert len(set(letters)) == len(letters)
    dialog.close()


# Who is added


def test_whoever_is_added_has_the_host_that_was_chosen(window: MainWindow) -> None:
    dialog = ask(window)
    choose(dialog, "host", "small")
    dialog.host_name.setText("Hotel Almaty")
    dialog.host_name.editingFinished.emit()
    dialog.close()
    window.controller.add_traveller()
    assert window.session().traveller.host == Host(kind="small", name="Hotel Almaty")
    assert window.session().case.travellers[0].host is None, "nobody is given a host who is there already"


def test_a_case_in_which_nothing_was_entered_has_it_too_and_stays_blank(open_case: OpenCase) -> None:
    window = open_case()
    window.preferences.set_host("large", "")
    assert window.session().traveller.host == Host(kind="large")
    assert window.case_file.blank
    window.preferences.set_host("", "")
    assert window.session().traveller.host is None
    assert window.case_file.blank


# The language of reports


def test_reports_speak_the_language_that_was_chosen_for_them(window: MainWindow) -> None:
    window.preferences.set_report_language("kk")
    assert window.preferences.settings.exported.language == "kk"
    assert settings_file.load().exported.language == "kk"


# Everywhere at once


@pytest.mark.fresh_window
@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("language", language) for language in LANGUAGES if language != "en"],
        ("dates", "iso"),
        ("dates", "dotted"),
        ("text_size", 150),
        ("week_start", 6),
        ("reading", "usual"),
        ("appearance", "contrast-dark"),
    ],
)
def test_an_open_window_says_all_that_one_opened_with_the_choice_says(
    open_case: OpenCase, name: str, value: object
) -> None:
    window = open_case(ANNA, BORIS)
    everything(window)  # so that every part is there
    dialog = ask(window)
    choose(dialog, name, value)
    dialog.close()
    QApplication.processEvents()
    window.info.hide()
    live = everything(window)
    path = window.case_file.path
    window.close()
    fresh = open_case(path=path)
    fresh.info.hide()
    assert everything(fresh) == live
    fresh.preferences.restore_defaults()


@pytest.mark.fresh_window
@pytest.mark.parametrize("size", [90, 150, 200])
def test_an_open_window_has_letters_as_large_as_one_opened_so(open_case: OpenCase, size: int) -> None:
    def letters(window: MainWindow) -> dict[str, list[tuple[str, float]]]:
        found: dict[str, list[tuple[str, float]]] = {}
        for place in ("stay", "people", "guide", "contacts"):
            window.places.show_place(place)
            QApplication.processEvents()
            seen = [part for part in window.findChildren(QLabel) if part.isVisible() and part.text()]
            found[place] = sorted((part.text(), part.fontMetrics().height()) for part in seen)
        return found

    window = open_case(ANNA, BORIS)
    letters(window)
    usual = letters(window)
    window.preferences.set_text_size(size)
    live = letters(window)
    path = window.case_file.path
    window.close()
    fresh = open_case(path=path)
    assert letters(fresh) == live
    for (text, before), (_same, after) in zip(usual["stay"], live["stay"], strict=False):
        assert (after > before) is (size > 100), text
    fresh.preferences.restore_defaults()


def test_each_name_is_level_with_its_field(window: MainWindow) -> None:
    dialog = ask(window)
    for label in dialog.findChildren(QLabel):
        field = label.buddy()
        if field is not None:
            assert abs(label.geometry().center().y() - field.geometry().center().y()) <= 1, label.text()
    dialog.close()
