"""Help: the keys of the program, and what it is."""

from __future__ import annotations

from platform import python_version

from PySide6 import __version__ as pyside
from PySide6.QtCore import qVersion
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from kzstay import __version__
from kzstay.core.law.loading import Law
from kzstay.texts import Words
from kzstay.texts import law as law_texts
from kzstay.texts.markup import escape
from kzstay.ui.window.help_box import HelpBox
from kzstay.ui.window.key_list import Group, as_html

ADILET = "https://adilet.zan.kz/"
MIT = "https://opensource.org/license/mit"
LGPL = "https://www.gnu.org/licenses/lgpl-3.0.html"
QT_SOURCE = "https://download.qt.io/official_releases/QtForPython/"


def show_keys(parent: QWidget, w: Words, found: list[Group]) -> None:
    """Tell all keys, in groups."""
    muted = parent.palette().color(QPalette.ColorRole.PlaceholderText).name()
    HelpBox(parent, w, w.gettext("Keyboard"), as_html(found, muted)).open()


def show_about(parent: QWidget, w: Words, law: Law) -> None:
    """Tell what this is, of what day its law is, what it is not, who may use it, and what it stands on."""
    licence = w.gettext("kzstay is free software under the {licence}: you may use it, change it and pass it on.")
    stands_on = w.gettext("It runs on {qt} ({lgpl}) and {python}.")
    paragraphs = [
        escape(law_texts.age(w, law)),
        escape(w.gettext("The law is read at {site}.")).format(site=_link(ADILET, "adilet.zan.kz")),
        escape(law_texts.disclaimer(w)),
        escape(licence).format(licence=_link(MIT, w.gettext("MIT licence"))),
        escape(stands_on).format(
            qt=_link(QT_SOURCE, f"PySide6 {pyside} · Qt {qVersion()}"),
            lgpl=_link(LGPL, "LGPL 3"),
            python=f"Python {python_version()}",
        ),
    ]
    body = f"<h3>kzstay {__version__}</h3>" + "".join(f"<p>{one}</p>" for one in paragraphs)
    HelpBox(parent, w, w.gettext("About kzstay"), body).open()


def _link(address: str, text: str) -> str:
    return f'<a href="{address}">{escape(text)}</a>'
