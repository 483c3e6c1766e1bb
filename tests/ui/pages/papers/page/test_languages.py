"""The Papers page in every language, to the eye and to a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers import day
from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import UNTIL, begin, cells


def test_everything_has_a_name_for_a_screen_reader(show: Show) -> None:
    window = show()
    assert len(pages_of.papers(window).sections) == 3
    for language in ("en", "ru", "kk"):
        window.preferences.set_language(language)
        for section in pages_of.papers(window).sections:
            named: list[QWidget] = [section.table, section.add, section.delete]
            assert all(part.accessibleName() for part in named)
            assert section.title.buddy() is section.table
            assert len({part.accessibleName() for part in named}) == len(named)


def test_an_editor_has_the_name_of_its_column(show: Show, qtbot: QtBot) -> None:
    assert begin(qtbot, pages_of.papers(show()).permits, 0, UNTIL).accessibleName() == "Until"


def test_a_switch_of_the_language_takes_over_what_is_typed(show: Show, qtbot: QtBot) -> None:
    window = show()
    at = begin(qtbot, pages_of.papers(window).permits, 0, UNTIL)
    at.selectAll()
    qtbot.keyClicks(at, "31.01.2027")
    window.preferences.set_language("ru")
    assert window.session().traveller.permits[0].until == day("2027-01-31")
    assert cells(pages_of.papers(window).permits, 0)[UNTIL] == "31.01.2027"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_tabs_fit_the_smallest_window(show: Show, language: str) -> None:
    window = show()
    window.resize(948, 690)
    window.commands.by_name[f"language_{language}"].trigger()
    QApplication.processEvents()
    bar = window.stay.tabs.tabBar()
    assert bar.tabRect(bar.count() - 1).right() < window.stay.tabs.width()
    assert bar.tabText(window.stay.index_of("papers"))
