"""The theme: colours, fonts, the style sheet and icons."""

from __future__ import annotations

import sys
from math import ceil
from string import Template
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QSize, Qt, qAddPostRoutine
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QTableView

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Appearance, Theme
from kzstay.paths import resource
from kzstay.patterns import pattern

_WORN, _SIZE, _PLAIN, _ROW = "kzstay_theme", "kzstay_size", "kzstay_font", "kzstay_row"
_FONTS = "kzstay_fonts"
USUAL = 100  # percent of the size of letters
ARROW, SIGN = 14, 16  # pixels of the arrow of a list, and of a sign in a cell
LETTERS = 14  # pixels, where no font of the system can be relied on
_LENGTH = pattern(r"(font-size|icon-size|min-height): (\d+)px")  # what grows with the letters


def worn() -> Theme:
    """Return the colours that the program wears."""
    app = QApplication.instance()
    name = app.property(_WORN) if app is not None else None
    return next((theme for theme in (LIGHT, DARK, CONTRAST, CONTRAST_DARK) if theme.name == name), LIGHT)


@runtime_checkable
class Themed(Protocol):
    """What paints with colours of its own, beside those of the style sheet."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        ...


def load_fonts() -> None:
    """Register the bundled fonts; without them an offscreen screen shows boxes."""
    app = QApplication.instance()
    # To ask for the families has Qt look at all of the system's, and again once there are others
    if app is None or app.property(_FONTS) is None:
        for file in sorted(resource("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        if app is not None:
            app.setProperty(_FONTS, True)


def apply(app: QApplication, appearance: Appearance = "system", size: int = USUAL) -> Theme:
    """Give the program its colours and its size of letters, in percent, and return the colours.

    Light and dark follow the system unless one is chosen.
    """
    load_fonts()
    follow(appearance)
    theme = _wanted(appearance)
    if (app.property(_WORN), app.property(_SIZE)) == (theme.name, size):
        # Dressing every widget anew is slow, and they wear it already
        return theme
    resized = app.property(_SIZE) not in (None, size)
    app.setProperty(_SIZE, size)
    app.setFont(_font(app, size))
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))
    app.setProperty(_WORN, theme.name)
    if resized:
        _resize_rows(app)
    return theme


def _font(app: QApplication, size: int) -> QFont:
    """Return the font of the program."""
    if sys.platform not in ("win32", "darwin"):
        # Elsewhere no font can be relied on; on a bare screen there is none at all
        font = QFont("Inter")
        font.setPixelSize(scaled(LETTERS))
        return font
    if app.property(_PLAIN) is None:
        app.setProperty(_PLAIN, app.font())
    font = QFont(app.property(_PLAIN))
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * size / USUAL)
    return font


def magnified(length: float) -> float:
    """Return a length that grows with the size of letters that is chosen."""
    app = QApplication.instance()
    size = app.property(_SIZE) if app is not None else None
    return length * (size or USUAL) / USUAL


def scaled(pixels: float) -> int:
    """Return the same in whole pixels."""
    return round(magnified(pixels))


def set_row_height(table: QTableView, pixels: int) -> None:
    """Give a table rows of a height that grows with the size of letters, as the signs in them do."""
    table.setProperty(_ROW, pixels)
    _resize_table(table)


def _resize_rows(app: QApplication) -> None:
    for part in app.allWidgets():
        if isinstance(part, QTableView) and part.property(_ROW):
            _resize_table(part)


def _resize_table(table: QTableView) -> None:
    table.verticalHeader().setDefaultSectionSize(scaled(table.property(_ROW)))
    table.setIconSize(QSize(scaled(SIGN), scaled(SIGN)))


def follow(appearance: Appearance) -> None:
    """Let what the system paints, such as the window's frame, be light or dark."""
    QGuiApplication.styleHints().setColorScheme(
        {
            "system": Qt.ColorScheme.Unknown,
            "light": Qt.ColorScheme.Light,
            "contrast": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            "contrast-dark": Qt.ColorScheme.Dark,
        }[appearance]
    )


def _wanted(appearance: Appearance) -> Theme:
    hints = QGuiApplication.styleHints()
    asked = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    contrast = asked or appearance in ("contrast", "contrast-dark")
    if appearance == "system":
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
    else:
        dark = appearance in ("dark", "contrast-dark")
    if contrast:
        return CONTRAST_DARK if dark else CONTRAST
    return DARK if dark else LIGHT


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, theme.window),
        (QPalette.ColorRole.WindowText, theme.text),
        (QPalette.ColorRole.Base, theme.card),
        (QPalette.ColorRole.AlternateBase, theme.window),
        (QPalette.ColorRole.Text, theme.text),
        (QPalette.ColorRole.Button, theme.card),
        (QPalette.ColorRole.ButtonText, theme.text),
        (QPalette.ColorRole.ToolTipBase, theme.card),
        (QPalette.ColorRole.ToolTipText, theme.text),
        (QPalette.ColorRole.PlaceholderText, theme.muted),
        (QPalette.ColorRole.Highlight, theme.accent),
        (QPalette.ColorRole.HighlightedText, theme.on_accent),
        (QPalette.ColorRole.Link, theme.within),
        (QPalette.ColorRole.Accent, theme.accent),
    ):
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.planned))
    return palette


def _style_sheet(theme: Theme) -> str:
    sheets = (resource(f"templates/{name}.qss").read_text(encoding="utf-8") for name in ("window", "edges"))
    template = Template(_LENGTH.sub(lambda found: f"{found[1]}: {scaled(int(found[2]))}px", "\n".join(sheets)))
    # What a style sheet draws has no colour of the text
    dark, light = (QColor(colour).lightness() < 128 for colour in (theme.card, theme.on_accent))  # of 255
    return template.substitute(
        theme._asdict(),
        close_ground=theme.ground("close"),
        over_ground=theme.ground("over"),
        close_edge=theme.edge("close"),
        over_edge=theme.edge("over"),
        chip_edge=theme.edge("planned"),
        chip_frame=theme.text if theme.in_contrast else "transparent",
        icons=resource("icons").as_posix(),
        arrow_size=scaled(ARROW),
        arrow="chevron-down-on-dark" if dark else "chevron-down",
        on="-on-light" if light else "",
    )


_icons: dict[tuple[str, str, int], QIcon] = {}


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """Return one of the bundled line icons in a colour; it grows with the letters."""
    size = scaled(size)
    key = (name, colour, size)
    if key not in _icons:
        if not _icons:
            # Pictures must not outlive the application
            qAddPostRoutine(_icons.clear)
        _icons[key] = _drawn(name, colour, size)
    return _icons[key]


def picture(name: str, colour: str, size: int = 20) -> QPixmap:
    """Return the same as a picture for a label."""
    return icon(name, colour, size).pixmap(scaled(size), scaled(size))


def _sharpest() -> int:
    """Return the most pixels that a pixel of a picture may have; a better screen than there is may come along."""
    return max(2, *(ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()))


def _drawn(name: str, colour: str, size: int) -> QIcon:
    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    found = QIcon()
    for ratio in range(1, _sharpest() + 1):
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        found.addPixmap(pixmap)
    return found
