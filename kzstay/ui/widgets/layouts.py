"""Keyboard layouts: which Latin key stands where a key was pressed, whatever letters the layout has on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

# Rows of keys as they lie on every keyboard, each with the scan code of its first
ROWS: tuple[tuple[int, str], ...] = ((2, "1234567890-="), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
BY_SCAN = {first + place: letter for first, row in ROWS for place, letter in enumerate(row)}
# What is on the same keys in Russian, and in Kazakh over the digits; for systems that tell no scan code
CYRILLIC = {"ЙЦУКЕНГШЩЗ": "QWERTYUIOP", "ФЫВАПРОЛД": "ASDFGHJKL", "ЯЧСМИТЬ": "ZXCVBNM", "ӘІҢҒҮҰҚӨҺ": "2345890-="}
BY_LETTER = {letter: latin for row, keys in CYRILLIC.items() for letter, latin in zip(row, keys, strict=True)}
EVDEV_OFFSET = 8  # of X11 and Wayland
LAST_OF_LATIN = 0x7F


def latin(event: QKeyEvent) -> Qt.Key:
    """Return the key that is meant: the pressed one, or the Latin one in its place where it has another letter."""
    key = event.key()
    if key <= LAST_OF_LATIN or key >= Qt.Key.Key_Escape:
        return Qt.Key(key)
    return in_place(event) or Qt.Key(key)


def in_place(event: QKeyEvent) -> Qt.Key | None:
    """Return the Latin key that lies where a key was pressed; None where there is none."""
    offset = {"xcb": EVDEV_OFFSET, "wayland": EVDEV_OFFSET, "windows": 0}.get(QGuiApplication.platformName())
    found = None if offset is None else BY_SCAN.get(event.nativeScanCode() - offset)
    if found is None and 0 <= event.key() < Qt.Key.Key_Escape:
        found = BY_LETTER.get(chr(event.key()).upper())
    return None if found is None else Qt.Key(ord(found))


def key_of(letter: str) -> Qt.Key:
    """Return the Latin key in the place of the one that a letter is on."""
    letter = letter.upper()
    return Qt.Key(ord(BY_LETTER.get(letter, letter)))
