"""Colours, fonts and the style sheet: light, dark and high contrast."""

from __future__ import annotations

import sys
from string import Template
from typing import Literal

import msgspec
from PySide6.QtCore import QByteArray, QSize, Qt, qAddPostRoutine
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from kzstay.paths import resource

Appearance = Literal["system", "light", "dark"]
_WORN = "kzstay_theme"


class Theme(msgspec.Struct, frozen=True):
    """The colours of one appearance. States are told by shape and word too, never by colour alone."""

    name: str
    window: str
    card: str
    border: str
    line: str
    text: str
    muted: str
    chip: str
    accent: str
    on_accent: str
    within: str
    close: str
    over: str
    planned: str
    on_bar: str
    tint: str  # the window that is looked back on, selected rows
    area: str  # under the curve
    shade: str  # days off
    today: str
    on_today: str


LIGHT = Theme(
    name="light",
    window="#F5F7F9",
    card="#FFFFFF",
    border="#E1E6EA",
    line="#EDF0F3",
    text="#16202A",
    muted="#586673",
    chip="#EBEFF2",
    accent="#0F6CBD",
    on_accent="#FFFFFF",
    within="#0072B2",
    close="#A65700",
    over="#A3123F",
    planned="#5E6B73",
    on_bar="#FFFFFF",
    tint="#E8F2F8",
    area="#D3E5F0",
    shade="#F1F4F5",
    today="#16202A",
    on_today="#FFFFFF",
)
DARK = Theme(
    name="dark",
    window="#17191C",
    card="#1E2125",
    border="#32373D",
    line="#282C31",
    text="#F2F4F5",
    muted="#9FA9B2",
    chip="#2B3036",
    accent="#62AEF5",
    on_accent="#10161C",
    within="#56B4E9",
    close="#F0A830",
    over="#FF6E8A",
    planned="#9AA7B0",
    on_bar="#10161C",
    tint="#22303A",
    area="#27414F",
    shade="#23272B",
    today="#F2F4F5",
    on_today="#16202A",
)
CONTRAST = msgspec.structs.replace(
    LIGHT,
    name="contrast",
    window="#FFFFFF",
    border="#000000",
    line="#5A5A5A",
    text="#000000",
    muted="#262626",
    chip="#FFFFFF",
    accent="#00408A",
    within="#00508A",
    close="#8A4300",
    over="#8A0030",
    planned="#333333",
    today="#000000",
)
CONTRAST_DARK = msgspec.structs.replace(
    DARK,
    name="contrast-dark",
    window="#000000",
    card="#000000",
    border="#FFFFFF",
    line="#B0B0B0",
    text="#FFFFFF",
    muted="#E0E0E0",
    chip="#000000",
    accent="#8CC8FF",
    shade="#1A1A1A",
)


def load_fonts() -> None:
    """Register the bundled fonts; without them an offscreen screen shows boxes."""
    if "Inter" not in QFontDatabase.families():
        for file in sorted(resource("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))


def apply(app: QApplication, appearance: Appearance = "system") -> Theme:
    """Give the program its colours and return them; light and dark follow the system unless one is chosen."""
    load_fonts()
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(
        {
            "system": Qt.ColorScheme.Unknown,
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
        }[appearance]
    )
    theme = _wanted(appearance)
    if app.property(_WORN) == theme.name:
        # Dressing every widget anew is slow, and they wear it already
        return theme
    if sys.platform not in ("win32", "darwin"):
        # Elsewhere no font can be relied on; on a bare screen there is none at all
        font = QFont("Inter")
        font.setPixelSize(14)
        app.setFont(font)
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))
    app.setProperty(_WORN, theme.name)
    return theme


def _wanted(appearance: Appearance) -> Theme:
    hints = QGuiApplication.styleHints()
    dark = appearance == "dark" or (appearance == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
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
    template = Template(resource("templates/window.qss").read_text(encoding="utf-8"))
    arrow = resource("icons").as_posix()
    return template.substitute(msgspec.structs.asdict(theme), icons=arrow)


_icons: dict[tuple[str, str, int], QIcon] = {}


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """Return one of the bundled line icons in a colour."""
    key = (name, colour, size)
    if key not in _icons:
        if not _icons:
            # Pictures must not outlive the application
            qAddPostRoutine(_icons.clear)
        _icons[key] = _drawn(name, colour, size)
    return _icons[key]


def _drawn(name: str, colour: str, size: int) -> QIcon:
    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    found = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        found.addPixmap(pixmap)
    return found
