"""F1 has a chapter for every page and place, and for every dialog."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kzstay import bundled
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.places.registry import PLACES
from kzstay.ui.window.main_window import MainWindow
from kzstay.ui.window.manual.chapters import ABOUT, FIRST, TIMELINE
from tests.helpers import stay, traveller
from tests.ui import dialogs
from tests.ui.conftest import OpenCase
from tests.ui.cut import settle
from tests.ui.places.people.people_place import EVERYBODY
from tests.ui.window.exporting.open_dialogs import opened
from tests.ui.window.importing.open_imports import TABLE, pasted

ANNA = traveller("DE", stay("2026-11-11"))
WITHOUT = {
    "about",
    "about_qt",
    "licence",
    "licences",
    "file_to_open",
    "file_to_save",
}  # what the program is, and what the system asks


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA, *EVERYBODY)


def test_every_chapter_that_is_named_is_there() -> None:
    for name in (*ABOUT.values(), FIRST, TIMELINE):
        assert bundled.manual().place(name)[0] in bundled.manual().chapters


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_page_has_a_chapter(window: MainWindow, page: str) -> None:
    window.stay.show_page(page)
    window.stay.tabs.setFocus()
    assert window.controller.manual.chapter_here() == ABOUT[page]


@pytest.mark.parametrize("place", [place.name for place in PLACES if place.name != "stay"])
def test_every_place_has_a_chapter(window: MainWindow, place: str) -> None:
    window.places.show_place(place)
    window.controller.panes.go(1)
    window.controller.panes.go(1)
    assert window.controller.manual.chapter_here() == ABOUT[f"place_{place}"]


def test_the_parts_over_the_pages_have_chapters_of_their_own(window: MainWindow) -> None:
    window.stay.show_page("plan")
    for part in (window.stay.timeline, window.stay.minimap):
        part.setFocus()
        assert window.controller.manual.chapter_here() == ABOUT[part.objectName()]
    window.stay.form.begin()
    assert window.controller.manual.chapter_here() == ABOUT["form"]


@pytest.mark.parametrize("opens", [one for one in dialogs.DIALOGS if one.__name__ not in WITHOUT])
def test_every_dialog_has_a_chapter(window: MainWindow, opens: Callable[[MainWindow], QDialog]) -> None:
    dialog = opens(window)
    settle()
    assert window.controller.manual.chapter_here() == ABOUT[dialog.objectName()]
    dialog.close()


def test_the_export_and_the_import_have_chapters(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window)
    assert window.controller.manual.chapter_here() == ABOUT["export_dialog"] == "exchange/report"
    dialog.close()
    pasted(window, qtbot, TABLE)
    assert window.controller.manual.chapter_here() == ABOUT["import_dialog"] == "exchange/questions"


def test_who_has_entered_nothing_is_told_how_to_begin(open_case: OpenCase) -> None:
    assert open_case().controller.manual.chapter_here() == FIRST
