"""Opening and saving from the window, and what was kept of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.core.case import Case
from kzstay.files.store import save_case
from kzstay.ui.system import folders
from tests.helpers import case
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_text
from tests.ui.window.exporting.open_dialogs import opened
from tests.ui.window.files.file_dialogs import ANNA, BORIS, Answer, do, recent, stored


def test_the_version_from_before_is_opened_as_a_copy_and_stays_what_it_is(
    open_case: OpenCase, tmp_path: Path
) -> None:
    window = open_case(ANNA)
    before = tmp_path / "case.kzstay.bak"
    save_case(Case(travellers=(BORIS,)), before)
    window.files.open(before)
    assert window.session().case.travellers == (BORIS,)
    assert window.case_file.path is None
    window.controller.delete_stay()
    assert stored(before).travellers == (BORIS,)


def test_a_refused_save_is_still_told_when_an_older_case_is_put_aside(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session = window.session()
    assert window.case_file.path is not None
    assert window.case_file._unsaved is not None
    left = window.case_file._unsaved.path
    save_case(Case(travellers=(BORIS,)), left)
    window.case_file.path.write_text(window.case_file.path.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    type_text(session, 0, "note", "by train")
    window.case_file.autosave()
    told = window.info.text.text()
    assert "Another program has changed case.kzstay" in told
    assert told.endswith("The case was kept: it stands under Recent files.")
    assert any(one.text().startswith("Boris Brown") for one in recent(window).actions())


def test_a_file_is_chosen_and_opened(open_case: OpenCase, tmp_path: Path, answer: Answer) -> None:
    window = open_case(ANNA)
    other = tmp_path / "other.kzstay"
    save_case(case(BORIS), other)
    proposed = answer(other)
    do(window, "open")
    assert proposed == [str(tmp_path)]
    assert window.session().case == case(BORIS)
    assert window.windowTitle() == "other.kzstay[*] — kzstay"


def test_cancel_opens_nothing(open_case: OpenCase, answer: Answer) -> None:
    window = open_case(ANNA)
    answer("")
    do(window, "open")
    assert window.session().case == case(ANNA)


def test_saving_a_new_case_asks_for_a_name_and_proposes_the_traveller(
    open_case: OpenCase, tmp_path: Path, answer: Answer
) -> None:
    window = open_case()
    window.session().change_traveller(ANNA, "Change name")
    proposed = answer(tmp_path / "anna")
    do(window, "save")
    assert Path(proposed[0]).name == "Anna Schmidt.kzstay"
    assert stored(tmp_path / "anna.kzstay") == case(ANNA)
    assert not window.isWindowModified()


def test_cancel_saves_nothing(open_case: OpenCase, answer: Answer) -> None:
    window = open_case()
    window.session().change_traveller(ANNA, "Change name")
    answer("")
    do(window, "save")
    assert window.case_file.path is None
    assert window.isWindowModified()


def test_a_case_saved_under_a_name_is_recent_and_one_that_was_not_saved_is_none(
    open_case: OpenCase, tmp_path: Path, answer: Answer
) -> None:
    window = open_case()
    window.session().change_traveller(ANNA, "change-name")
    answer(tmp_path / "no such folder" / "anna")
    assert not window.files.save_as()
    assert window.preferences.settings.recent == []
    answer(tmp_path / "anna")
    assert window.files.save_as()
    assert window.preferences.settings.recent == [str(tmp_path / "anna.kzstay")]


def test_a_suffix_that_is_added_replaces_no_file_that_nobody_was_asked_about(
    open_case: OpenCase, tmp_path: Path, answer: Answer
) -> None:
    window = open_case(ANNA)
    save_case(case(BORIS), tmp_path / "other.kzstay")
    before = (tmp_path / "other.kzstay").read_bytes()
    answer(tmp_path / "other")
    do(window, "save_as")
    assert (tmp_path / "other.kzstay").read_bytes() == before
    assert window.info.text.text() == "other.kzstay exists already. Choose it in the dialog to replace it."


def test_a_dialog_begins_in_the_folder_of_the_case_or_else_of_the_last_one(
    open_case: OpenCase, tmp_path: Path, answer: Answer
) -> None:
    folder = tmp_path / "travel"
    folder.mkdir()
    save_case(case(BORIS), folder / "boris.kzstay")
    window = open_case()

    def begins() -> set[Path]:
        proposed = answer("")
        for command in ("open", "save_as"):
            do(window, command)
        dialog = opened(window)
        dialog.save()
        dialog.close()
        where, *files = (Path(start) for start in proposed)
        return {where, *(file.parent for file in files)}

    assert begins() == {Path.home()}
    window.files.open(folder / "boris.kzstay")
    assert begins() == {folder}
    window.files.new()
    assert begins() == {folder}


def test_saving_again_asks_for_nothing(open_case: OpenCase, answer: Answer) -> None:
    window = open_case(ANNA)
    type_text(window.session(), 0, "note", "by train")
    proposed = answer("")
    do(window, "save")
    assert proposed == []
    assert not window.isWindowModified()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("anna", "anna.kzstay"),
        ("anna.kzstay", "anna.kzstay"),
        ("ANNA.KZSTAY", "ANNA.KZSTAY"),
        ("anna 22.11.2026", "anna 22.11.2026.kzstay"),
    ],
)
def test_a_saved_case_has_its_suffix(
    open_case: OpenCase, tmp_path: Path, answer: Answer, typed: str, written: str
) -> None:
    window = open_case(ANNA)
    answer(tmp_path / typed)
    do(window, "save_as")
    assert window.case_file.path == tmp_path / written
    assert (tmp_path / written).exists()


def test_what_is_being_typed_is_saved_too(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.form.name.setFocus()
    window.stay.form.name.setText("Anne Schmidt")
    do(window, "save")
    assert stored(window.case_file.path).travellers[0].name == "Anne Schmidt"


def test_what_is_being_typed_when_the_window_closes_is_kept(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.form.name.setFocus()
    window.stay.form.name.setText("Anne Schmidt")
    window.close()
    assert stored(window.case_file.path).travellers[0].name == "Anne Schmidt"


def test_a_file_for_reading_only_is_saved_under_another_name(
    open_case: OpenCase, tmp_path: Path, answer: Answer
) -> None:
    newer = tmp_path / "newer.kzstay"
    newer.write_text('{"format": "kzstay", "version": 9, "travellers": [{"name": "A", "citizenship": "DE"}]}')
    window = open_case(path=newer)
    assert window.windowTitle() == "newer.kzstay · read-only[*] — kzstay"
    assert window.info.isVisible()
    proposed = answer(tmp_path / "mine.kzstay")
    do(window, "save")
    assert proposed == [str(tmp_path / "newer 2.kzstay")]
    assert window.windowTitle() == "mine.kzstay[*] — kzstay"


def test_a_new_case_is_empty(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    do(window, "new")
    assert window.case_file.blank
    assert window.stay.empty.isVisible()
    assert window.windowTitle() == "Untitled case[*] — kzstay"


# Kept edits, and other programs


def test_edits_that_were_kept_aside_are_offered_and_taken_up(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_case(ANNA)
    path = tmp_path / "case.kzstay"
    path.chmod(0o444)
    type_text(first.session(), 0, "note", "by train")
    first.close()
    assert stored(path) == case(ANNA)
    window = open_case(path=path)
    assert window.info.text.text().startswith(
        "Some edits of case.kzstay could not be saved to it. They were kept;"
    )
    assert window.session().case == case(ANNA)
    window.info.button.click()
    assert window.session().traveller.stays[0].note == "by train"
    assert not window.info.isVisible()
    path.chmod(0o600)
    do(window, "save")
    assert stored(path) == window.session().case
    window.files.open(path)
    assert not window.info.isVisible()


def test_a_file_that_another_program_changed_is_offered_again(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    save_case(case(BORIS), tmp_path / "case.kzstay")
    window.case_file.look_again()
    assert window.info.text.text() == "Another program has changed case.kzstay. What you see here is older."
    window.info.button.click()
    assert window.session().case == case(BORIS)


def test_the_example_is_nothing_to_save_before_it_is_changed(open_case: OpenCase) -> None:
    window = open_case()
    do(window, "example")
    assert not window.isWindowModified()
    window.close()
    assert not folders.unsaved_path().exists()
