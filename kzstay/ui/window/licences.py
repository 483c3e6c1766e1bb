"""Licences: what this copy is made of, and the text of each licence, in a box that is read like any page.

The texts are shown here and not by the system: it may have no program for a folder or for Markdown, and where the
program is only mounted, no other one may see them.
"""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt
from PySide6 import __version__ as pyside
from PySide6.QtCore import QSize, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kzstay import licences
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.texts.markup import escape
from kzstay.ui.window.help_box import AROUND, LEAST, HelpBox

TEXT = "text"  # the scheme of links to a text
LARGEST = QSize(720, 640)  # pixels of the box
LGPL = "https://www.gnu.org/licenses/lgpl-3.0.html"
QT_SOURCE = "https://download.qt.io/official_releases/QtForPython/"
TABLE = '<table cellpadding="4" width="100%">'
LEFT = '<th align="left">'
_SIZES = re.compile(r"<(/?)h([1-4])>")  # of headings, which are less than that of the box
_CODE = re.compile(r"`([^`\n]+)`")


@guarded
class LicencesBox(HelpBox):
    """The list of works, with links to their texts; what is shown of it is a text, or the list."""

    def __init__(self, parent: QWidget, w: Words) -> None:
        self._texts: dict[str, Path] = {}
        super().__init__(parent, w, w.gettext("Licences"), self._listed(w))
        self.page.setObjectName("licences_page")
        self.page.setOpenExternalLinks(False)
        self.page.anchorClicked.connect(self.follow)
        self.back = self.offer("licences_back", w.gettext("All licences"), self.show_list)
        self.back.hide()
        self._list = self.page.toHtml()
        self._was_at = 0, 0  # of the list: how far it was scrolled, and the caret
        self.resize((parent.window().size() - QSize(AROUND, AROUND)).boundedTo(LARGEST).expandedTo(LEAST))
        self.page.setFocus()

    def follow(self, link: QUrl) -> None:
        """Show a text, or what lies outside in the browser."""
        name = link.path()
        if link.scheme() != TEXT:
            QDesktopServices.openUrl(link)
        elif name in self._texts:
            self._was_at = self.page.verticalScrollBar().value(), self.page.textCursor().position()
            text = self._texts[name].read_text(encoding="utf-8", errors="replace")
            body = f'<h3>{escape(name)}</h3><p style="white-space: pre-wrap">{escape(text)}</p>'
            self.page.show_page(body, anew=True)
            self.page.setAccessibleName(f"{self.windowTitle()}: {name}")
            self.back.show()
            self.page.setFocus()

    def show_list(self) -> None:
        """Show the list again, where it was left."""
        self.page.show_page(self._list, anew=True)
        self.page.setAccessibleName(self.windowTitle())
        scrolled, at = self._was_at
        cursor = self.page.textCursor()
        cursor.setPosition(at)
        self.page.setTextCursor(cursor)
        self.page.verticalScrollBar().setValue(scrolled)
        self.page.setFocus()
        self.back.hide()

    def _listed(self, w: Words) -> str:
        folder = licences.bundled()
        if folder is None or not folder.is_dir():
            return self._of_package(w)
        self._texts = licences.texts(folder)
        page = MarkdownIt("commonmark", {"html": False}).enable("table")
        made = page.render(_CODE.sub(self._as_link, licences.notices(folder)))
        return (
            _SIZES.sub(lambda found: f"<{found[1]}h{int(found[2]) + 2}>", made)
            .replace("<table>", TABLE)
            .replace("<th>", LEFT)
        )

    def _of_package(self, w: Words) -> str:
        works = licences.own()
        self._texts = {work.name: work.text for work in works}
        rows = "".join(
            f"<tr><td>{link(f'{TEXT}:{work.name}', work.name)}</td><td>{escape(work.licence)}</td></tr>"
            for work in works
        )
        others = w.gettext(
            "The Python packages that kzstay runs on, Qt and PySide6 among them, are installed beside it. "
            "Each has its own licence."
        )
        return f"{TABLE}{rows}</table><p>{escape(others)}</p>"

    def _as_link(self, found: re.Match[str]) -> str:
        """Return a name in code as a link, where it is that of a text."""
        name = found[1]
        return f"[{name}]({TEXT}:{name})" if name in self._texts else found[0]


def show_licences(parent: QWidget, w: Words) -> None:
    """Show the licences of this copy."""
    LicencesBox(parent, w).open()


def show_about_qt(parent: QWidget, w: Words) -> None:
    """Tell what Qt and PySide6 are here, under which licence, and where their sources are."""
    what = w.gettext(
        "Qt {qt} and PySide6 {pyside} draw the window and the PDF. They are copyright of The Qt Company Ltd. "
        "and other contributors, and are used under the {lgpl}."
    )
    paragraphs = [
        escape(what).format(qt=qVersion(), pyside=pyside, lgpl=link(LGPL, "GNU LGPL 3")),
        escape(w.gettext("They are files of their own: you may put another build of them in their place.")),
        escape(w.gettext("Source code: {site}")).format(site=link(QT_SOURCE, "download.qt.io")),
    ]
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    box = HelpBox(parent, w, w.gettext("About Qt"), body)
    offer_licences(box, parent, w)
    box.open()


def offer_licences(box: HelpBox, parent: QWidget, w: Words) -> None:
    """Let a box lead to the licences, which take its place."""

    def go() -> None:
        box.accept()
        show_licences(parent, w)

    box.offer("help_licences", w.gettext("Licences…"), go)


def link(address: str, text: str) -> str:
    """Return a link as HTML."""
    return f'<a href="{address}">{escape(text)}</a>'
