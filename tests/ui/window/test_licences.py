"""The box of licences: the works, from each to its text and back, by keyboard too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import notices
from kzstay import licences
from kzstay.i18n import LANGUAGES
from kzstay.ui.window.help_box import HelpBox
from kzstay.ui.window.licences import TEXT, LicencesBox
from kzstay.ui.window.main_window import MainWindow
from parts import Part
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.cut import settle

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
LONG = "One line of a licence, with <signs> & others.\n" * 400
WORKS = [
    Part(name="libx", version="1", licence="", home="", kind="deb", texts={"system/libx.txt": LONG}),
    Part(name="qt", version="6", licence="LGPL-3.0-only", home="", kind="generic", texts={}),
]


def opened(window: MainWindow) -> LicencesBox:
    window.commands.by_name["licences"].trigger()
    (box,) = [part for part in window.findChildren(LicencesBox) if part.isVisible()]
    settle()
    return box


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have a bundle run, with the notices that the build writes."""
    notices.write(tmp_path, "linux", WORKS)
    folder = notices.folder(tmp_path, "linux")
    monkeypatch.setattr(licences, "bundled", lambda: folder)
    return folder


def test_a_bundle_shows_its_notices_and_leads_to_every_text(open_case: OpenCase, bundle: Path) -> None:
    box = opened(open_case(ANNA))
    assert "Replacing Qt and PySide6 in this copy" in box.text()
    page = box.page.toHtml()
    for name in ("kzstay.txt", "CLDR.txt", "holidays.txt", "LGPL-3.0.txt", "system/libx.txt"):
        assert f'href="{TEXT}:{name}"' in page
    assert "packaging/build.py" in box.text()  # in code, and no text
    assert f"{TEXT}:packaging" not in page
    box.close()


def test_a_text_is_read_as_it_stands_and_the_list_is_there_again_where_it_was_left(
    open_case: OpenCase, bundle: Path
) -> None:
    box = opened(open_case(ANNA))
    bar = box.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    before, scrolled = box.text(), bar.value()
    assert box.back.isHidden()
    box.page.anchorClicked.emit(QUrl(f"{TEXT}:system/libx.txt"))
    settle()
    assert box.text().split("\n", 1)[1].strip() == LONG.strip()
    assert (bar.value(), box.page.accessibleName(), box.back.isVisible()) == (0, "Licences: system/libx.txt", True)
    assert box.page.hasFocus()
    box.back.click()
    settle()
    assert (box.text(), bar.value(), box.page.accessibleName()) == (before, scrolled, box.windowTitle())
    assert box.page.hasFocus()
    box.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_bundle_the_works_of_the_package_are_shown(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA)
    window.commands.by_name[f"language_{language}"].trigger()
    box = opened(window)
    for work in licences.own():
        assert work.name in box.text()
        box.follow(QUrl(f"{TEXT}:{work.name}"))
        assert work.text.read_text(encoding="utf-8").split("\n")[0].strip() in box.text()
        box.show_list()
    assert "PySide6" in box.text()
    box.close()


def test_what_lies_outside_is_opened_by_the_browser_and_no_other_file_is_shown(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    box = opened(open_case(ANNA))
    before = box.text()
    box.page.anchorClicked.emit(QUrl("https://doc.qt.io/"))
    box.page.anchorClicked.emit(QUrl(f"{TEXT}:/etc/passwd"))
    assert (asked, box.text()) == (["https://doc.qt.io/"], before)
    box.close()


def test_all_of_it_goes_by_keyboard(open_case: OpenCase, qtbot: QtBot) -> None:
    box = opened(open_case(ANNA))
    before = box.text()
    assert box.page.hasFocus()
    qtbot.keyClick(box.page, Qt.Key.Key_Tab)  # to the first link
    qtbot.keyClick(box.page, Qt.Key.Key_Return)
    settle()
    assert box.text() != before
    assert box.page.hasFocus()
    qtbot.keyClick(box.page, Qt.Key.Key_Tab)
    assert box.back.hasFocus()
    qtbot.keyClick(box.back, Qt.Key.Key_Space)
    settle()
    assert box.text() == before
    qtbot.keyClick(box.page, Qt.Key.Key_Tab)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()


@pytest.mark.parametrize("name", ["about", "about_qt"])
def test_what_the_program_is_leads_to_the_licences_which_take_its_place(open_case: OpenCase, name: str) -> None:
    window = open_case(ANNA)
    window.commands.by_name[name].trigger()
    (first,) = [part for part in window.findChildren(HelpBox) if part.isVisible()]
    button = first.findChild(QPushButton, "help_licences")
    assert button is not None
    button.click()
    (now,) = [part for part in window.findChildren(HelpBox) if part.isVisible()]
    assert isinstance(now, LicencesBox)
    now.close()
