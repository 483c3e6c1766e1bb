"""Qt's own words follow the language of the window, and are English again when it goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from kzstay.i18n import LANGUAGES, SPOKEN, Language
from kzstay.ui.widgets.qt_words import QtWords

LOCALES = {language: SPOKEN[language].locale for language in LANGUAGES}

CONTEXT, SOURCE = "QPlatformTheme", "Cancel"


def cancel() -> str:
    return QCoreApplication.translate(CONTEXT, SOURCE)


@pytest.fixture(scope="module")
def qt_words(qapp: QApplication) -> Iterator[QtWords]:
    before = QLocale()
    words = QtWords()
    yield words
    words.silence()
    QLocale.setDefault(before)


def test_every_language_has_its_days_and_numbers() -> None:
    assert LOCALES.keys() == set(LANGUAGES)
    for language, name in LOCALES.items():
        assert QLocale(name).name() == name
        assert name.startswith(language)


@given(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=6))
def test_the_last_language_is_spoken_and_none_of_those_before(qt_words: QtWords, chosen: list[Language]) -> None:
    for language in chosen:
        qt_words.set_language(language)
    assert QLocale().name() == LOCALES[chosen[-1]]
    assert (cancel() == SOURCE) is (chosen[-1] == "en")
    qt_words.silence()
    assert cancel() == SOURCE, "no translator of an earlier language is left behind"


def test_each_language_has_words_of_its_own(qt_words: QtWords) -> None:
    said: list[str] = []
    for language in LANGUAGES:
        qt_words.set_language(language)
        said.append(cancel())
    qt_words.silence()
    assert len(set(said)) == len(LANGUAGES)


def test_who_says_nothing_can_be_silenced(qt_words: QtWords) -> None:
    qt_words.silence()
    qt_words.silence()
    assert cancel() == SOURCE
