"""Where a case is not in its file the bar says so, with what helps, until it is answered or no longer so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kzstay.files.store import open_case as read_case
from kzstay.files.store import save_case
from kzstay.ui.window.comparison import Comparison
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import case, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import FIRST, type_text

ANNA = traveller("DE", stay("2026-11-11"))
BORIS = traveller("GB", name="Boris Brown")

# Without a screen a dialog of its own cannot be raised, and says so


def offered(window: MainWindow) -> list[str]:
    return [button.text() for button in window.info.buttons if not button.isHidden()]


@pytest.fixture
def conflict(open_case: OpenCase, tmp_path: Path) -> MainWindow:
    """Return a window in which something was typed while another program wrote the file."""
    window = open_case(ANNA)
    save_case(case(BORIS), tmp_path / "case.kzstay")
    type_text(window.session(), FIRST, "note", "by train")
    window.case_file.autosave()
    return window


@pytest.fixture
def outside(open_case: OpenCase, tmp_path: Path) -> MainWindow:
    """Return a window whose file another program wrote while nothing was typed."""
    window = open_case(ANNA)
    save_case(case(BORIS), tmp_path / "case.kzstay")
    window.case_file.look_again()
    return window


def test_a_refused_save_offers_to_save_elsewhere_to_read_again_and_to_compare(conflict: MainWindow) -> None:
    assert conflict.info.text.text() == (
        "Another program has changed case.kzstay. What you entered is not in it, and is kept aside."
    )
    assert offered(conflict) == ["Save as…", "Open it again", "Compare"]


def test_a_change_outside_offers_to_read_it_again_first(outside: MainWindow) -> None:
    assert outside.info.text.text().startswith("Another program has changed case.kzstay.")
    assert offered(outside) == ["Open it again", "Compare", "Save as…"]


def test_it_stays_whatever_is_done_or_said_meanwhile(conflict: MainWindow) -> None:
    told = conflict.info.text.text()
    type_text(conflict.session(), FIRST, "note", "by bus")
    assert conflict.info.text.text() == told
    conflict.info.tell("Stay deleted.", False)
    assert conflict.info.text.text() == "Stay deleted."
    conflict.info._pass()
    assert conflict.info.text.text() == told
    assert conflict.info.isVisible()


def test_who_closes_it_has_answered(conflict: MainWindow) -> None:
    conflict.info.close_button.click()
    assert conflict.info.isHidden()
    conflict.info.tell("Saved.", False)
    conflict.info._leave()
    assert conflict.info.isHidden()


def test_reading_it_again_shows_the_file_and_loses_nothing(conflict: MainWindow) -> None:
    typed = conflict.session().case
    conflict.info.second_button.click()
    assert conflict.session().case == case(BORIS)
    assert offered(conflict) == ["Restore these edits"]
    conflict.info.button.click()
    assert conflict.session().case == typed


def test_saved_under_another_name_it_goes(
    conflict: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.kzstay"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    conflict.info.button.click()
    assert read_case(other).document.case == conflict.session().case
    assert read_case(tmp_path / "case.kzstay").document.case == case(BORIS)
    assert offered(conflict) == []
    assert conflict.info.text.text() == "other.kzstay: everything is saved now."


def test_who_thinks_better_of_it_is_still_told(conflict: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    conflict.info.button.click()
    assert conflict.info.isVisible()
    assert offered(conflict)[0] == "Save as…"


def test_saved_by_the_menu_it_goes_too(conflict: MainWindow, tmp_path: Path) -> None:
    assert conflict.case_file.save(tmp_path / "other.kzstay")
    assert offered(conflict) == []
    conflict.info._pass()
    assert conflict.info.isHidden()


def test_it_goes_when_the_file_is_again_what_it_was(outside: MainWindow, tmp_path: Path) -> None:
    save_case(case(ANNA), tmp_path / "case.kzstay")
    type_text(outside.session(), FIRST, "note", "by train")
    outside.case_file.autosave()
    assert outside.info.isHidden()


def test_comparing_tells_what_differs_and_is_no_answer(conflict: MainWindow, qtbot: QtBot) -> None:
    conflict.info.third_button.click()
    dialog = conflict.findChild(Comparison)
    assert dialog is not None
    assert "Boris Brown" in dialog.text.toPlainText()
    dialog.leave.click()
    assert conflict.info.isVisible()
    assert offered(conflict) == ["Save as…", "Open it again", "Compare"]


def test_from_there_the_file_is_read_again(conflict: MainWindow) -> None:
    conflict.info.third_button.click()
    dialog = conflict.findChild(Comparison)
    assert dialog is not None
    dialog.again.click()
    assert conflict.session().case == case(BORIS)


def test_a_file_that_cannot_be_read_is_not_compared_but_told(conflict: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "case.kzstay").write_text("nothing", encoding="utf-8")
    conflict.info.third_button.click()
    assert conflict.findChild(Comparison) is None
    assert "case.kzstay" in conflict.info.text.text()


def test_what_cannot_be_written_is_offered_another_name(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    (tmp_path / "case.kzstay").chmod(0o444)
    type_text(window.session(), FIRST, "note", "by train")
    window.case_file.autosave()
    assert offered(window) == ["Save as…"]
    (tmp_path / "case.kzstay").chmod(0o644)
    window.case_file.autosave()
    assert window.info.text.text() == "case.kzstay: everything is saved now."
    window.info._leave()
    assert window.info.isHidden()
