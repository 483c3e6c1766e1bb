"""The self-test of the window: the parts of it that draw."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QFont, QImage, QRawFont
from PySide6.QtWidgets import QApplication

from kzstay import bundled
from kzstay.display import offscreen
from kzstay.export.fonts import ensure_application, register_fonts
from kzstay.i18n import Language
from kzstay.paths import resource
from kzstay.ui.app import open_window
from kzstay.ui.system.folders import kept_in
from kzstay.ui.widgets.qt_words import QtWords

_kept: list[QApplication] = []  # Qt ends with the last reference to its application


def application() -> str:
    """Start Qt without a display and return its version."""
    if QApplication.instance() is None:
        _kept.append(QApplication(offscreen()))
    return f"Qt {qVersion()}"


def qt_speaks(language: Language) -> bool:
    """Tell whether Qt's own words are there in a language."""
    source = "Cancel"
    found = QtWords()
    found.set_language(language)
    try:
        return QCoreApplication.translate("QPlatformTheme", source) != source
    finally:
        found.silence()


def letters_missing(letters: str) -> str:
    """Return the letters that the bundled font itself lacks."""
    ensure_application()
    register_fonts()
    font = QRawFont.fromFont(QFont("Inter"))  # this one, and none that Qt takes in its stead
    return "".join(letter for letter in letters if not font.supportsCharacter(ord(letter)))


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect what Qt complains of, such as a style sheet that it cannot read."""
    complaints: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            complaints.append(text)

    earlier = qInstallMessageHandler(hear)
    try:
        yield complaints
    finally:
        qInstallMessageHandler(earlier)


def painted(example: str) -> tuple[int, tuple[int, int], list[str]]:
    """Paint the window on an example; return how many colours came out, its size, and what Qt complained of."""
    with TemporaryDirectory() as home, kept_in(Path(home)), listening() as complaints:
        window = open_window(resource(example), today=bundled.law().collected)
        image = QImage(window.size(), QImage.Format.Format_RGB32)
        window.render(image)
        colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
        window.close()
    return len(colours), (image.width(), image.height()), complaints
