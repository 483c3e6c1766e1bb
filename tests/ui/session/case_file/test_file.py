"""Opening and saving: backups, copies, what has no file yet, and what is refused."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.core.case import Case, Host, Traveller
from kzstay.files import store
from kzstay.files.store import open_case, save_case
from kzstay.ui.session.session import Session
from tests.helpers import case
from tests.ui.sessions import ANNA, BORIS, CHANGES, FIRST, OnFile, file_of, type_day, type_text

WITH_A = '{"format": "kzstay", "version": 1, "travellers": [{"name": "A", "citizenship": "DE", "stays": []}]}'


def test_saving_writes_what_is_open_and_keeps_the_version_before(desk: OnFile) -> None:
    session = desk.on(ANNA)
    type_text(session, FIRST, "note", "by train")
    assert file_of(session).save()
    assert desk.stored() == session.case
    assert open_case(desk.file.with_name("case.kzstay.bak")).document.case == case(ANNA)
    assert session.undo_stack.isClean()


def test_the_backup_is_the_file_as_it_was_opened_however_often_it_is_saved(desk: OnFile) -> None:
    session = desk.on(ANNA)
    for note in ("by train", "by car", "on foot"):
        type_text(session, FIRST, "note", note)
        assert file_of(session).save()
    assert open_case(desk.file.with_name("case.kzstay.bak")).document.case == case(ANNA)


def test_undo_goes_on_after_saving(desk: OnFile) -> None:
    session = desk.on(ANNA)
    type_text(session, FIRST, "note", "by train")
    file_of(session).save()
    session.undo_stack.undo()
    assert session.case == case(ANNA)
    assert not session.undo_stack.isClean()


def test_what_this_version_does_not_know_survives_changes(desk: OnFile) -> None:
    document = {
        "format": "kzstay",
        "version": 1,
        "colour": "blue",
        "travellers": [
            {
                "name": "Anna",
                "citizenship": "DE",
                "pet": {"kind": "cat"},
                "stays": [{"entry": "2026-11-11", "seat": "12A"}],
            }
        ],
    }
    desk.file.write_text(json.dumps(document))
    session = desk.session
    file_of(session).open(desk.file)
    type_day(session, 0, "notified", "13.11.2026")
    type_text(session, 0, "note", "by train")
    session.change(editing.moved(session.traveller, 0, -1, session.view.on), "Move stay")
    session.change_traveller(msgspec.structs.replace(session.traveller, host=Host(kind="small")), "Change host")
    file_of(session).save()
    saved = json.loads(desk.file.read_text())
    assert saved["colour"] == "blue"
    assert saved["travellers"][0]["pet"] == {"kind": "cat"}
    assert saved["travellers"][0]["stays"][0]["seat"] == "12A"


def test_a_file_that_another_program_changed_is_not_written_over(desk: OnFile) -> None:
    session = desk.on(ANNA)
    desk.file.write_text(desk.file.read_text() + "\n\n")
    type_text(session, FIRST, "note", "by train")
    assert not file_of(session).save()
    ((told, caution),) = desk.told
    assert told.startswith("Another program has changed case.kzstay. What you entered is not in it")
    assert caution
    assert desk.stored() == case(ANNA)
    assert file_of(session).save(desk.file.with_name("mine.kzstay"))
    assert file_of(session).path == desk.file.with_name("mine.kzstay")


def test_the_file_is_saved_by_itself_after_the_last_change(desk: OnFile, qtbot: QtBot) -> None:
    session = desk.on(ANNA)
    file_of(session)._soon.setInterval(10)
    type_text(session, FIRST, "note", "by train")
    qtbot.waitUntil(lambda: session.undo_stack.isClean())
    assert desk.stored() == session.case


def test_a_case_without_a_file_is_kept_and_taken_up_at_the_next_start(desk: OnFile, qtbot: QtBot) -> None:
    session = desk.session
    file_of(session)._soon.setInterval(10)
    session.change_traveller(ANNA, "Change name")
    qtbot.waitUntil(desk.unsaved.exists)
    qtbot.waitUntil(lambda: not file_of(session)._soon.isActive())
    later = desk.again()
    file_of(later).restore()
    assert later.case == case(ANNA)
    assert file_of(later).path is None
    later.undo_stack.undo()
    assert later.blank


def test_a_case_that_got_its_file_is_no_longer_kept_beside_it(desk: OnFile) -> None:
    session = desk.session
    session.change_traveller(ANNA, "Change name")
    file_of(session).autosave()
    assert desk.unsaved.exists()
    assert file_of(session).save(desk.file)
    assert not desk.unsaved.exists()


def test_what_an_earlier_run_left_unsaved_is_not_lost_by_saving_another_file(desk: OnFile) -> None:
    desk.session.change_traveller(BORIS, "Change name")
    file_of(desk.session).autosave()
    session = desk.again()
    desk.on(ANNA)
    type_text(session, FIRST, "note", "by train")
    file_of(session).save()
    assert open_case(desk.unsaved).document.case == case(BORIS)


def test_what_cannot_be_written_to_its_file_is_kept_for_the_next_start(desk: OnFile) -> None:
    session = desk.on(ANNA)
    desk.file.write_text(desk.file.read_text() + "\n\n")
    type_text(session, FIRST, "note", "by train")
    file_of(session).autosave()
    assert [caution for _, caution in desk.told] == [True]
    assert open_case(desk.unsaved).document.case == session.case


def test_two_windows_without_a_file_keep_two_cases(desk: OnFile) -> None:
    first = desk.session
    first.change_traveller(ANNA, "Change name")
    file_of(first).autosave()
    second = desk.beside()
    file_of(second).restore()
    assert second.blank
    second.change_traveller(BORIS, "Change name")
    file_of(second).autosave()
    first.undo_stack.undo()
    first.change_traveller(ANNA, "Change name")
    file_of(first).autosave()
    file_of(first).let_go()
    file_of(second).let_go()
    found: list[Case] = []
    for _ in range(2):
        later = desk.beside()
        file_of(later).restore()
        found.append(later.case)
    assert found == [case(ANNA), case(BORIS)]


def test_an_unsaved_case_that_is_damaged_is_put_aside_and_told_of(desk: OnFile) -> None:
    desk.unsaved.parent.mkdir()
    desk.unsaved.write_text("{")
    file_of(desk.session).restore()
    assert file_of(desk.session).blank
    assert desk.unsaved.with_suffix(".broken").read_text() == "{"
    assert len(desk.told) == 1


def test_nothing_unsaved_is_nothing_to_take_up(desk: OnFile) -> None:
    file_of(desk.session).restore()
    assert file_of(desk.session).blank
    assert not desk.session.undo_stack.canUndo()


def _newer(desk: OnFile) -> Session:
    anna = {"name": "Anna", "citizenship": "DE", "stays": [{"entry": "2026-11-11"}]}
    desk.file.write_text(json.dumps({"format": "kzstay", "version": 99, "travellers": [anna]}))
    assert file_of(desk.session).open(desk.file)
    return desk.session


def test_a_file_of_a_newer_version_is_for_reading_only_and_says_so(desk: OnFile) -> None:
    session = _newer(desk)
    assert session.read_only
    assert desk.told == [("case.kzstay: made by a newer version of kzstay, so it is open for reading only.", True)]


def test_a_file_with_something_that_means_nothing_opens_and_says_so_and_keeps_it(desk: OnFile) -> None:
    warned = {"kind": "warning", "served": "2026-11-02", "paid": "2026-11-03"}
    anna = {"name": "Anna", "citizenship": "DE", "stays": [{"entry": "2026-11-11"}], "rulings": [warned]}
    desk.file.write_text(json.dumps({"format": "kzstay", "version": 2, "travellers": [anna]}))
    assert file_of(desk.session).open(desk.file)
    told = "Anna, ruling 1: a ruling of this kind does not have the field “day of payment (paid)”. Take it out."
    assert desk.told == [(told, True)]
    editing_note = CHANGES["a note"]
    editing_note(desk.session)
    file_of(desk.session).autosave()
    (ruling,) = open_case(desk.file).document.case.travellers[0].rulings
    assert ruling.paid is not None


@pytest.mark.parametrize("name", ["a note", "a stay added", "a stay moved", "a traveller added"])
def test_a_file_for_reading_only_refuses_changes_and_says_so(desk: OnFile, name: str) -> None:
    session = _newer(desk)
    before, text = session.case, desk.file.read_text()
    CHANGES[name](session)
    file_of(session).autosave()
    assert session.case == before
    assert desk.file.read_text() == text
    assert session.selection < len(session.traveller.stays)
    assert desk.told[-1] == ("The file is open for reading only. Save it under another name.", True)


def test_a_file_for_reading_only_can_be_saved_under_another_name_and_changed(desk: OnFile) -> None:
    session = _newer(desk)
    assert file_of(session).save(desk.file.with_name("mine.kzstay"))
    assert not session.read_only
    type_text(session, FIRST, "note", "by train")
    assert session.traveller.stays[FIRST].note == "by train"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"format": "kzstay", "version": 1, "trav', "other.kzstay: the file is cut short at line 1"),
        ("[]", "other.kzstay: this is JSON, but not a kzstay case."),
        (
            WITH_A.replace("DE", "XX"),
            "other.kzstay: A: unknown country code “XX”.",
        ),
        (
            WITH_A.replace("[]", '[{"entry": "2026-02-02", "exit": "2026-02-01"}]'),
            "other.kzstay: A, stay 1: the exit on 2026-02-01 is before the entry on 2026-02-02.",
        ),
    ],
)
def test_a_refused_file_leaves_what_is_open_untouched(desk: OnFile, text: str, reason: str) -> None:
    session = desk.on(ANNA)
    type_text(session, FIRST, "note", "by train")
    before = session.case
    other = desk.file.with_name("other.kzstay")
    other.write_text(text)
    assert not file_of(session).open(other)
    assert desk.told[0][0].startswith(reason)
    assert session.case == before
    assert file_of(session).path == desk.file
    assert session.undo_stack.canUndo()


def test_a_refused_file_with_a_good_backup_mentions_it(desk: OnFile) -> None:
    session = desk.on(ANNA)
    type_text(session, FIRST, "note", "by train")
    file_of(session).save()
    desk.file.write_text("{")
    assert not file_of(desk.again()).open(desk.file)
    assert desk.told[-1][0].endswith("A copy of an earlier version is kept next to it: case.kzstay.bak.")


def test_opening_another_file_saves_the_one_before(desk: OnFile) -> None:
    session = desk.on(ANNA)
    type_text(session, FIRST, "note", "by train")
    changed = session.case
    other = desk.file.with_name("other.kzstay")
    save_case(case(BORIS), other)
    assert file_of(session).open(other)
    assert desk.stored() == changed
    assert session.case == case(BORIS)
    assert not session.undo_stack.canUndo()


def test_a_copy_has_no_file_of_its_own_and_is_not_saved_yet(desk: OnFile) -> None:
    desk.on(ANNA)
    assert file_of(desk.session).open(desk.file, as_copy=True)
    assert file_of(desk.session).path is None
    assert not file_of(desk.session).blank
    assert not file_of(desk.session).save()
    assert not desk.session.undo_stack.isClean()


def test_a_copy_is_kept_even_where_nothing_is_changed(desk: OnFile) -> None:
    desk.on(ANNA)
    file_of(desk.session).open(desk.file, as_copy=True)
    assert file_of(desk.session).autosave()
    later = desk.again()
    file_of(later).restore()
    assert later.case == case(ANNA)


def test_a_pattern_is_kept_from_the_first_edit_on(desk: OnFile) -> None:
    desk.on(ANNA)
    assert file_of(desk.session).open_pattern(desk.file)
    file_of(desk.session).autosave()
    assert not desk.unsaved.exists()
    type_text(desk.session, FIRST, "note", "by train")
    file_of(desk.session).autosave()
    assert open_case(desk.unsaved).document.case == desk.session.case


@pytest.mark.parametrize("fails", [1, 2, 3])
def test_the_way_back_from_a_damaged_file_costs_no_copy(
    desk: OnFile, fails: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.on(BORIS)
    backup = desk.file.with_name("case.kzstay.bak")
    save_case(case(ANNA), backup)
    desk.file.write_text("{")
    session = desk.again()
    file_of(session).open(backup, as_copy=True)
    file_of(session).autosave()
    writes: list[Path] = []
    write = store.write_whole

    def write_or_fail(path: Path, data: bytes) -> None:
        writes.append(path)
        if len(writes) == fails:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(path, data)

    monkeypatch.setattr("kzstay.files.store.write_whole", write_or_fail)
    monkeypatch.setattr("kzstay.files.atomic.write_whole", write_or_fail)
    assert file_of(session).save(desk.file) is (fails == 3)
    for whole in (backup, desk.file if fails == 3 else desk.unsaved):
        assert open_case(whole).document.case == case(ANNA)
    if fails > 1:
        assert desk.file.with_name("case.kzstay.broken").read_text() == "{"


def test_steady_work_is_saved_though_no_second_passes_without_an_edit(desk: OnFile, qtbot: QtBot) -> None:
    session = desk.on(ANNA)
    file_of(session)._soon.setInterval(60_000)
    file_of(session)._latest.setInterval(20)
    type_text(session, FIRST, "note", "by train")
    qtbot.waitUntil(lambda: session.undo_stack.isClean())
    assert desk.stored() == session.case


def test_the_longest_wait_begins_with_the_first_edit_and_no_later_one(desk: OnFile) -> None:
    session = desk.on(ANNA)
    assert 3000 <= file_of(session)._latest.interval() <= 5000
    type_text(session, FIRST, "note", "by train")
    waiting = file_of(session)._latest.timerId()
    type_text(session, FIRST, "note", "by car")
    assert file_of(session)._latest.timerId() == waiting
    file_of(session).save()
    type_text(session, FIRST, "note", "on foot")
    file_of(session).autosave()
    assert not file_of(session)._latest.isActive()


def test_what_a_run_left_that_was_killed_while_it_saved_is_removed(desk: OnFile) -> None:
    left = [folder / ".kzstay-ab12_xyz.tmp" for folder in (desk.file.parent, desk.unsaved.parent)]
    for path in left:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"a whole case")
        os.utime(path, (0, 0))
    desk.on(ANNA)
    desk.session.change_traveller(BORIS, "change-name")
    file_of(desk.session).new()
    desk.session.change_traveller(BORIS, "change-name")
    file_of(desk.session).autosave()
    assert not any(path.exists() for path in left)


def test_a_file_without_travellers_opens_on_a_blank_one(desk: OnFile) -> None:
    desk.on()
    assert desk.session.traveller == Traveller(name="", citizenship="")
