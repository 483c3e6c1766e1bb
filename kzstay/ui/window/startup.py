"""The start-up: the window before anything is in it, where it stood last and in its colour.

The order of a start, told here once. ``kzstay.__main__`` looks whether a command is asked for, and imports
nothing for that. ``app.run`` makes Qt's application and an empty ``MainWindow``, which this module dresses, and
shows it: a click is answered at once. What is imported until then, here, in ``app`` and in ``main_window``,
delays it; they leave even Qt's enumerations alone, which take a while to make. Once that was painted,
``app.begin`` reads in the rest: it watches for crashes, has ``build.build`` fill the window (the order of its
parts is told there), opens the file or takes up what was kept, and says what there is to say. Once the answer
was painted, ``build.complete`` makes ready what is not seen yet, of which each page is made when it first is, and
last comes what only a screen reader asks for. ``app.open_window`` does the same at one go, with all pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT
from kzstay.ui.system.remembered import remembered

if TYPE_CHECKING:
    from kzstay.drawing.colours import Appearance

SIZE = 1280, 900  # at the first start, where there is room for it
FRAME = 16, 48  # what the system may put round a window, before it is seen
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST, "contrast-dark": CONTRAST_DARK}
HALF = 128  # of the lightness that a colour can have


def dress(window: QMainWindow) -> None:
    """Put a window where it stood last, in the colour that its page will have."""
    chosen = remembered()
    window.resize(*SIZE)
    if QGuiApplication.platformName() != "offscreen":  # which has a small screen that nobody sees
        window.resize(window.size().boundedTo(window.screen().availableSize() - QSize(*FRAME)))
    place = chosen.get("geometry")
    if isinstance(place, str):
        window.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))
    system = "dark" if QGuiApplication.palette().window().color().lightness() < HALF else "light"
    appearance = chosen.get("appearance")
    if isinstance(appearance, str) and appearance in THEMES and appearance != system:
        from kzstay.ui.widgets.theme import follow

        follow(cast("Appearance", appearance))  # the frame, which the system paints
    else:
        appearance = system
    # A palette asks for Qt's enumerations
    window.setStyleSheet(f"QMainWindow {{ background: {THEMES[appearance].window}; }}")


def keep_on_screen(window: QMainWindow) -> None:
    """Bring a window that is seen wholly onto its screen, with its frame: where it stood last may be gone."""
    screen = window.screen()
    if not (window.isMaximized() or window.isFullScreen() or QGuiApplication.platformName() == "offscreen"):
        place = within(window.frameGeometry(), screen.availableGeometry())
        frame = window.frameGeometry().size() - window.size()
        window.resize(place.size() - frame)
        window.move(place.topLeft())


def within(place: QRect, room: QRect) -> QRect:
    """Return a place as far as it has room, moved no more than is needed."""
    size = place.size().boundedTo(room.size())
    left = max(room.left(), min(place.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(place.top(), room.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def undress(window: QMainWindow) -> None:
    """Leave the colours to the program again."""
    window.setStyleSheet("")
