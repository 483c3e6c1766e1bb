"""Help: the keys of the program, and what it is."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from kzstay import __version__
from kzstay.core.law.loading import Law
from kzstay.texts import Words
from kzstay.texts import law as law_texts
from kzstay.ui.window.help_box import HelpBox
from kzstay.ui.window.key_list import Group, as_html


def show_keys(parent: QWidget, w: Words, found: list[Group]) -> None:
    """Tell all keys, in groups."""
    muted = parent.palette().color(QPalette.ColorRole.PlaceholderText).name()
    HelpBox(parent, w, w.gettext("Keyboard"), as_html(found, muted)).open()


def show_about(parent: QWidget, w: Words, law: Law) -> None:
    """Tell what this is, of what day its law is, and what it is not."""
    day = escape(law_texts.age(w, law))
    body = f"<h3>kzstay {__version__}</h3><p>{day}</p><p>{escape(law_texts.disclaimer(w))}</p>"
    HelpBox(parent, w, w.gettext("About kzstay"), body).open()
