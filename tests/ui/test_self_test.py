"""The parts of the self-test that draw: each finds what it looks for, and says so where it is not there."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qVersion, qWarning
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from kzstay import bundled, self_test
from kzstay.i18n import LANGUAGES, TRANSLATED
from kzstay.ui import self_test as drawing
from kzstay.ui.widgets.qt_words import QtWords


def test_a_program_that_runs_already_is_not_begun_anew(qapp: QApplication) -> None:
    assert drawing.application() == f"Qt {qVersion()}"
    assert QApplication.instance() is qapp


@pytest.mark.parametrize("language", TRANSLATED)
def test_qt_speaks_each_language_and_is_silent_again(qapp: QApplication, language: str) -> None:
    before = QApplication.translate("QPlatformTheme", "Cancel")
    assert drawing.qt_speaks(language)  # type: ignore[arg-type]
    assert QApplication.translate("QPlatformTheme", "Cancel") == before


def test_words_that_are_not_there_are_noticed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QtWords, "set_language", lambda *_: None)
    assert not any(drawing.qt_speaks(language) for language in TRANSLATED)


def test_a_letter_that_only_another_font_has_is_missing(qapp: QApplication) -> None:
    assert drawing.letters_missing(string.ascii_letters + self_test.KAZAKH) == ""
    assert drawing.letters_missing("aสб김") == "ส김"


def test_without_the_font_every_letter_is_missing(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QRawFont, "fromFont", lambda *_: QRawFont())
    assert drawing.letters_missing("abc") == "abc"


@pytest.mark.qt_log_ignore("a wheel came off")
def test_what_qt_complains_of_is_heard_and_handed_on_again_afterwards(qapp: QApplication) -> None:
    outer: list[str] = []

    def hear(_kind: QtMsgType, _context: object, text: str) -> None:
        outer.append(text)

    earlier = qInstallMessageHandler(hear)
    try:
        with drawing.listening() as complaints:
            qWarning("a wheel came off")
        qWarning("later")
    finally:
        qInstallMessageHandler(earlier)
    assert (complaints, outer) == (["a wheel came off"], ["later"])


def test_who_listens_stops_even_where_it_breaks(qapp: QApplication) -> None:
    before = qInstallMessageHandler(None)
    qInstallMessageHandler(before)
    with pytest.raises(ValueError, match="broken"), drawing.listening():
        raise ValueError("broken")
    after = qInstallMessageHandler(before)
    assert after == before


def test_the_window_is_painted_in_many_colours_and_leaves_nothing_behind(
    qapp: QApplication, own_settings: Path
) -> None:
    before = sorted(own_settings.rglob("*"))
    colours, (width, height), complaints = drawing.painted(bundled.EXAMPLE)
    assert colours > self_test.FEWEST_COLOURS
    assert width > 0 < height
    assert complaints == []
    assert sorted(own_settings.rglob("*")) == before


def test_every_language_of_the_program_but_its_source_is_asked_of_qt() -> None:
    assert set(TRANSLATED) < set(LANGUAGES)
