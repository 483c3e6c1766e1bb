"""Help: the keys of the program, and what it is."""

from __future__ import annotations

from html import escape
from platform import python_version

from PySide6 import __version__ as pyside
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from kzstay import __version__
from kzstay.core.law.loading import Law
from kzstay.texts import Words
from kzstay.texts import law as law_texts

ADILET = "https://adilet.zan.kz/"
MIT = "https://opensource.org/license/mit"
LGPL = "https://www.gnu.org/licenses/lgpl-3.0.html"
QT_SOURCE = "https://download.qt.io/official_releases/QtForPython/"


def show_keys(parent: QWidget, w: Words) -> None:
    """Tell the keys of the timeline and the table."""
    lines = [
        ("← →", w.gettext("previous, next stay")),
        ("Alt+← →", w.gettext("move the stay by a day; with Shift by a week")),
        ("S, E", w.gettext("choose entry or exit, then arrows, Page Up and Page Down")),
        ("Esc", w.gettext("cancel a drag, or close what was opened last")),
        ("+ − 0", w.gettext("zoom in, zoom out, show all")),
        ("Shift+Page Up/Down", w.gettext("one screen back, forward")),
        ("Ctrl+Enter", w.gettext("add a stay")),
        (
            "Delete",
            w.gettext(
                "on the timeline delete the chosen stay; in the table clear the cell, under Entry delete the stay"
            ),
        ),
        ("Shift+F10", w.gettext("on the timeline what the guide says of the chosen stay and of its flags")),
        ("F2", w.gettext("change a cell of the table")),
        ("Ctrl+1 2 3 4", w.gettext("go to a place at the left")),
        ("Ctrl+F, Ctrl+D", w.gettext("in People search, and duplicate the chosen; Delete removes them")),
        ("Enter", w.gettext("press the marked button, as Space does")),
        ("Ctrl+Shift+E, Ctrl+P", w.gettext("export the report, print it")),
        ("Ctrl+Shift+I", w.gettext("import a table, a list or a calendar")),
        ("Ctrl+V", w.gettext("paste a list of stays")),
        ("Ctrl+Z, Ctrl+Y", w.gettext("undo, redo")),
    ]
    rows = "".join(
        f"<tr><td><b>{escape(key)}</b>&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>" for key, text in lines
    )
    _show(parent, w.gettext("Keyboard"), f"<table cellpadding='4'>{rows}</table>")


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
    _show(parent, w.gettext("About kzstay"), body)


def _link(address: str, text: str) -> str:
    return f'<a href="{address}">{escape(text)}</a>'


def _show(parent: QWidget, title: str, body: str) -> None:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setText(body)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)  # by keyboard too
    box.open()
