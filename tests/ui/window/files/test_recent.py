"""Recent files, and the example."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.files.store import save_case
from kzstay.paths import resource
from kzstay.ui.system import settings as settings_file
from tests.helpers import case, day
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_text
from tests.ui.window.files.file_dialogs import ANNA, BORIS, do, recent


def test_recent_files_stand_in_the_menu_last_one_first(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    other = tmp_path / "other.kzstay"
    save_case(case(BORIS), other)
    window.files.open(other)
    menu = recent(window)
    assert [action.text() for action in menu.actions()] == ["other.kzstay", "case.kzstay", "", "Clear list"]
    assert str(tmp_path / "case.kzstay") in menu.actions()[1].toolTip()
    menu.actions()[1].trigger()
    assert window.session().case == case(ANNA)


def test_a_recent_file_that_is_gone_is_told_and_cannot_be_chosen(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    window.files.new()
    (tmp_path / "case.kzstay").unlink()
    gone = recent(window).actions()[0]
    assert (gone.text(), gone.isEnabled()) == ("case.kzstay (not there)", False)


def test_a_recent_file_that_goes_while_the_menu_is_open_is_told(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    window.files.new()
    action = recent(window).actions()[0]
    (tmp_path / "case.kzstay").unlink()
    action.trigger()
    assert window.info.text.text() == "case.kzstay: there is no such file."


def test_without_recent_files_the_menu_says_so(open_case: OpenCase) -> None:
    (action,) = recent(open_case()).actions()
    assert action.text() == "No recent files"
    assert not action.isEnabled()


def test_recent_files_are_remembered_for_the_next_start(open_case: OpenCase, tmp_path: Path) -> None:
    open_case(ANNA)
    assert settings_file.load().recent == [str((tmp_path / "case.kzstay").resolve())]


# The example


def test_the_example_opens_as_a_case_of_ones_own_on_its_day(open_case: OpenCase) -> None:
    window = open_case(today=day("2027-03-01"))
    do(window, "example")
    session = window.session()
    assert window.case_file.path is None
    assert session.view.on == session.law.collected
    assert window.info.text.text() == f"An example, calculated for {session.view.w.full_day(session.view.on)}."
    assert window.stay.hero.number.text() == "18"


@pytest.mark.parametrize("leave", ["the button", "a new case", "a file"])
def test_after_the_example_it_is_today_again(open_case: OpenCase, tmp_path: Path, leave: str) -> None:
    window = open_case(today=day("2027-03-01"))
    do(window, "example")
    if leave == "the button":
        window.info.button.click()
    elif leave == "a new case":
        do(window, "new")
    else:
        save_case(case(BORIS), tmp_path / "own.kzstay")
        window.files.open(tmp_path / "own.kzstay")
    assert window.session().view.on == day("2027-03-01")


def test_another_file_keeps_the_day_that_was_chosen(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    window.session().view.set_day(day("2026-12-01"))
    save_case(case(BORIS), tmp_path / "own.kzstay")
    window.files.open(tmp_path / "own.kzstay")
    assert window.session().view.on == day("2026-12-01")


def test_the_example_is_opened_as_a_copy_wherever_it_is_named(open_case: OpenCase) -> None:
    window = open_case()
    example = resource("examples/anna.kzstay")
    before = example.read_bytes()
    assert window.files.open(example)
    assert window.case_file.path is None
    assert "example" in window.info.text.text()
    type_text(window.session(), 0, "note", "by train")
    window.case_file.autosave()
    assert example.read_bytes() == before
    window.files.new()
