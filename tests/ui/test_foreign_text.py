"""What a file brings to the window, in its name or in it, turns no words round and draws no menu of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget

from kzstay.files.store import save_case
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import case, stay, traveller
from tests.texts.test_foreign import HARMFUL
from tests.ui.conftest import OpenCase

NASTY = "Tom & \x1b[31m\u202eevil\u2066\u200f\x07\u2028Ann[*]"
SHOWN = "Tom & [31mevil Ann[*]"


def words_of(window: MainWindow) -> Iterator[str]:
    """Yield what stands on the window, its buttons and its menus."""
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    yield window.windowTitle()
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names of files")
@pytest.mark.parametrize("second", ["GB", "QQ"])  # with the second the file is refused, and named in a sentence
def test_no_name_steers_the_window(second: str, open_case: OpenCase, tmp_path: Path) -> None:
    path = tmp_path / f"{NASTY}.kzstay"
    named = traveller("DE", stay("2026-11-11"), name=NASTY), traveller(second, name=NASTY)
    save_case(case(*named), path)
    window = open_case(path=path)
    assert (SHOWN in window.info.text.text()) is (second == "QQ")
    found = list(words_of(window))
    assert len(found) > 100
    assert [text for text in found if HARMFUL & set(text)] == []


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names of files")
def test_a_name_is_shown_as_it_is_but_for_what_does_harm(open_case: OpenCase, tmp_path: Path) -> None:
    path = tmp_path / f"{NASTY}.kzstay"
    window = open_case(traveller("DE", name=NASTY), traveller("GB"), path=path)
    assert window.stay.header.name.text() == SHOWN
    assert window.windowTitle() == "Tom & [31mevil Ann[*][*].kzstay[*] — kzstay"
    window.stay.header.travellers.aboutToShow.emit()
    assert window.stay.header.travellers.actions()[0].text() == SHOWN.replace("&", "&&")
    recent = QMenu(window)
    window.files.recent.fill(recent)
    assert recent.actions()[0].text() == SHOWN.replace("&", "&&") + ".kzstay"
    recent.actions()[0].trigger()
    assert window.case_file.path == path
