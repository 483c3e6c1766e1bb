"""Other programs and other windows at the same file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kzstay.files.store import open_case, save_case
from tests.helpers import case
from tests.ui.sessions import ANNA, BORIS, FIRST, OnFile, file_of, type_text


@pytest.fixture
def outside(desk: OnFile) -> list[Path]:
    """What was told of changes by other programs."""
    told: list[Path] = []
    file_of(desk.session).changed_outside.connect(told.append)
    return told


def test_a_change_that_keeps_length_and_time_is_not_written_over(desk: OnFile) -> None:
    session = desk.on(ANNA)
    status = desk.file.stat()
    desk.file.write_bytes(desk.file.read_bytes().replace(b"2026-05-20", b"2026-05-21"))
    os.utime(desk.file, ns=(status.st_atime_ns, status.st_mtime_ns))
    type_text(session, FIRST, "note", "by train")
    assert not file_of(session).save()
    assert str(desk.stored().travellers[0].stays[FIRST].entry) == "2026-05-21"
    assert open_case(desk.unsaved).document.case == session.case


def test_a_file_that_another_program_changed_is_noticed_once(desk: OnFile, outside: list[Path]) -> None:
    session = desk.on(ANNA)
    file_of(session).look_again()
    assert outside == []
    save_case(case(BORIS), desk.file)
    file_of(session).look_again()
    file_of(session).look_again()
    assert outside == [desk.file]
    file_of(session).open(desk.file)
    assert session.case == case(BORIS)
    save_case(case(ANNA), desk.file)
    file_of(session).look_again()
    assert len(outside) == 2


def test_ones_own_save_is_no_change_by_another_program(desk: OnFile, outside: list[Path]) -> None:
    session = desk.on(ANNA)
    type_text(session, FIRST, "note", "by train")
    file_of(session).save()
    file_of(session).look_again()
    assert outside == []


def test_where_something_was_changed_here_the_save_tells(desk: OnFile, outside: list[Path]) -> None:
    session = desk.on(ANNA)
    type_text(session, FIRST, "note", "by train")
    save_case(case(BORIS), desk.file)
    file_of(session).look_again()
    assert outside == []
    assert not file_of(session).save()


def test_the_second_window_on_a_file_is_told_at_once(desk: OnFile) -> None:
    first = desk.on(ANNA)
    assert desk.told == []
    second = desk.beside()
    assert file_of(second).open(desk.file)
    told = (
        "case.kzstay is also open in another window, which does not see your edits. Close one of the two windows."
    )
    assert desk.told == [(told, True)]
    file_of(first).let_go()
    file_of(second).let_go()
    desk.told.clear()
    file_of(desk.beside()).open(desk.file)
    assert desk.told == []


def test_a_file_that_was_left_for_another_is_free(desk: OnFile) -> None:
    first = desk.on(ANNA)
    file_of(first).new()
    file_of(desk.beside()).open(desk.file)
    assert desk.told == []


def test_who_opens_the_open_file_again_is_not_another_window(desk: OnFile) -> None:
    session = desk.on(ANNA)
    assert file_of(session).open(desk.file)
    assert desk.told == []


def test_nothing_is_left_in_the_folder_of_the_file(desk: OnFile) -> None:
    session = desk.on(ANNA)
    assert {path.name for path in desk.file.parent.iterdir()} - {"own", "settings"} == {"case.kzstay"}
    file_of(session).let_go()
    assert list((desk.unsaved.parent / "open").iterdir()) == []
