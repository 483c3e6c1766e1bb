"""A key means the Latin letter in its place, whatever letters its layout has on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kzstay.ui.widgets.layouts import in_place, latin

NONE = Qt.KeyboardModifier.NoModifier


def pressed(letter: str, scan: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), NONE, scan, 0, 0, letter)


@pytest.mark.parametrize(("letter", "meant"), [("ы", "S"), ("у", "E"), ("я", "Z"), ("т", "N"), ("қ", "0")])
def test_a_letter_of_another_alphabet_means_the_latin_one_in_its_place(letter: str, meant: str) -> None:
    assert latin(pressed(letter)) == Qt.Key(ord(meant))


@pytest.mark.parametrize(("platform", "scan"), [("xcb", 39), ("wayland", 39), ("windows", 31)])
def test_the_place_of_a_key_tells_more_than_its_letter(
    monkeypatch: pytest.MonkeyPatch, platform: str, scan: int
) -> None:
    monkeypatch.setattr("kzstay.ui.widgets.layouts.QGuiApplication.platformName", lambda: platform)
    assert latin(pressed("ს", scan)) == Qt.Key.Key_S  # Georgian, of which no list is kept


@pytest.mark.parametrize("letter", ["s", "o", "1", "-"])
def test_a_latin_letter_is_what_it_is_wherever_it_lies(monkeypatch: pytest.MonkeyPatch, letter: str) -> None:
    monkeypatch.setattr("kzstay.ui.widgets.layouts.QGuiApplication.platformName", lambda: "xcb")
    assert latin(pressed(letter, 47)) == Qt.Key(ord(letter.upper()))


def test_a_key_without_a_letter_stays_what_it_is() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, NONE)
    assert latin(event) == Qt.Key.Key_Left
    assert in_place(event) is None
