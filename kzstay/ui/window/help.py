"""Help: what the program is."""

from __future__ import annotations

from platform import python_version

from PySide6 import __version__ as pyside
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from kzstay import __version__
from kzstay.core.law.loading import Law
from kzstay.texts import Words
from kzstay.texts import law as law_texts
from kzstay.texts.markup import escape
from kzstay.ui.window.help_box import HelpBox
from kzstay.ui.window.licences import LGPL, QT_SOURCE, link, offer_licences

ADILET = "https://adilet.zan.kz/"
MIT = "https://opensource.org/license/mit"
PSF = "https://docs.python.org/3/license.html"


def show_about(parent: QWidget, w: Words, law: Law) -> None:
    """Tell what this is, of what day its law is, what it is not, who may use it, and what it stands on."""
    licence = w.gettext("kzstay is free software under the {licence}: you may use it, change it and pass it on.")
    stands_on = w.gettext("It runs on {qt} ({lgpl}) and {python} ({psf}).")
    paragraphs = [
        escape(law_texts.age(w, law).rstrip(".")) + ".",
        escape(w.gettext("The law is read at {site}.")).format(site=link(ADILET, "adilet.zan.kz")),
        escape(law_texts.disclaimer(w)),
        escape(licence).format(licence=link(MIT, w.gettext("MIT licence"))),
        escape(stands_on).format(
            qt=link(QT_SOURCE, f"PySide6 {pyside} · Qt {qVersion()}"),
            lgpl=link(LGPL, "LGPL 3"),
            python=f"Python {python_version()}",
            psf=link(PSF, "PSF 2"),
        ),
    ]
    body = f"<h3>kzstay {__version__}</h3>" + "".join(f"<p>{one}</p>" for one in paragraphs)
    box = HelpBox(parent, w, w.gettext("About kzstay"), body)
    offer_licences(box, parent, w)
    box.open()
