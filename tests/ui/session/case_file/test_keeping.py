"""What cannot be saved is kept aside, told of and offered again; what nothing takes is not let go unasked."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kzstay.files.store import open_case, save_case
from kzstay.ui.session.session import Session
from kzstay.ui.session.unsaved import Kept
from tests.helpers import case
from tests.ui.session.case_file.conftest import Refuse
from tests.ui.sessions import ANNA, BORIS, FIRST, OnFile, file_of, type_text

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
RECOVERED = (
    "A recovered copy of case.kzstay, with edits that could not be saved there. Save it as a file to keep it."
)


def edit(session: Session, note: str = "by train") -> None:
    type_text(session, FIRST, "note", note)


def offers(session: Session) -> list[Kept]:
    """Return what is offered from now on."""
    found: list[Kept] = []
    file_of(session).kept_found.connect(found.append)
    return found


@pytest.fixture
def put_aside(desk: OnFile, refuse: Refuse) -> Session:
    """A new run, after one whose edits did not reach their file."""
    session = desk.on(ANNA)
    refuse(desk.file.parent)
    edit(session)
    assert file_of(session).autosave()
    refuse()
    desk.told.clear()
    return desk.again()


# Neither here nor there


def test_a_case_that_nothing_takes_is_told_of_and_may_not_go(desk: OnFile, refuse: Refuse) -> None:
    refuse(desk.unsaved.parent)
    desk.session.change_traveller(ANNA, "change-name")
    assert not file_of(desk.session).autosave()
    ((told, caution),) = desk.told
    assert told.startswith("kzstay could not keep the case in its own folder")
    assert told.endswith("so it is only in this window. Save it as a file.")
    assert "no space left" in told
    assert caution
    assert not file_of(desk.session).may_go()
    file_of(desk.session).new()
    assert desk.session.case == case(ANNA)
    other = desk.file
    save_case(case(BORIS), other)
    assert not file_of(desk.session).open(other)
    assert desk.session.case == case(ANNA)


def test_a_person_may_let_a_case_go_that_nothing_takes(desk: OnFile, refuse: Refuse) -> None:
    refuse(desk.unsaved.parent)
    desk.session.change_traveller(ANNA, "change-name")
    file_of(desk.session).may_lose = lambda: True
    assert file_of(desk.session).may_go()
    file_of(desk.session).new()
    assert file_of(desk.session).blank


def test_nothing_is_asked_where_nothing_was_entered(desk: OnFile, refuse: Refuse) -> None:
    refuse(desk.unsaved.parent)
    desk.session.change_traveller(ANNA, "change-name")
    desk.session.undo_stack.undo()
    assert file_of(desk.session).may_go()


def test_an_older_kept_case_that_cannot_be_moved_is_not_written_over(
    desk: OnFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.session.change_traveller(BORIS, "change-name")
    file_of(desk.session).autosave()
    session = desk.again()
    session.change_traveller(ANNA, "change-name")

    def refused(*_: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch:
        patch.setattr("kzstay.ui.session.unsaved.move_to_free", refused)
        assert not file_of(session).autosave()
    assert open_case(desk.unsaved).document.case == case(BORIS)
    assert file_of(session).autosave()
    assert open_case(desk.unsaved).document.case == case(ANNA)
    assert open_case(desk.unsaved.with_name("unsaved-1.kzstay")).document.case == case(BORIS)


# A file that takes nothing for a while


def test_what_was_refused_is_told_once_and_tried_again_until_it_is_saved(desk: OnFile, refuse: Refuse) -> None:
    session = desk.on(ANNA)
    refuse(desk.file.parent)
    edit(session)
    for _ in range(3):
        assert file_of(session).autosave()
        assert file_of(session)._latest.isActive()
    ((told, _),) = desk.told
    assert told.startswith("case.kzstay: the file could not be saved (no space left). Free some space")
    assert told.endswith(
        "What you entered is kept in kzstay's own folder, and is offered when you open the file again."
    )
    refuse()
    assert file_of(session).autosave()
    assert desk.stored() == session.case
    assert desk.told[1:] == [("case.kzstay: everything is saved now.", False)]
    assert not desk.unsaved.exists()


def test_what_is_refused_after_all_was_undone_is_told_anew(desk: OnFile, refuse: Refuse) -> None:
    session = desk.on(ANNA)
    refuse(desk.file.parent)
    for _ in range(2):
        edit(session)
        assert file_of(session).autosave()
        session.undo()
        assert file_of(session).autosave()
    assert len(desk.told) == 2


def test_who_asks_to_save_is_told_every_time(desk: OnFile, refuse: Refuse) -> None:
    session = desk.on(ANNA)
    refuse(desk.file.parent)
    edit(session)
    assert [file_of(session).save(), file_of(session).save()] == [False, False]
    assert len(desk.told) == 2


@POSIX
def test_a_write_protected_file_keeps_its_content_and_the_edits_are_kept_aside(desk: OnFile) -> None:
    session = desk.on(ANNA)
    desk.file.chmod(0o444)
    edit(session)
    assert file_of(session).autosave()
    assert desk.stored() == case(ANNA)
    assert open_case(desk.unsaved).document.case == session.case
    assert desk.told[0][0].startswith("case.kzstay: the file is write-protected and was left as it is.")
    assert file_of(session).save(desk.file.with_name("mine.kzstay"))
    assert not desk.unsaved.exists()
    assert not file_of(session)._latest.isActive()


# Offered where one looks for it


def test_kept_edits_are_offered_where_their_file_is_opened(desk: OnFile, put_aside: Session) -> None:
    found = offers(put_aside)
    file_of(put_aside).open(desk.file)
    assert put_aside.case == case(ANNA)
    assert put_aside.undo_stack.isClean()
    file_of(put_aside).take_up(found[0])
    assert put_aside.traveller.stays[FIRST].note == "by train"
    assert file_of(put_aside).save()
    assert desk.stored().travellers[0].stays[FIRST].note == "by train"
    assert not desk.unsaved.exists()


def test_kept_edits_that_were_taken_up_and_undone_are_offered_again(desk: OnFile, put_aside: Session) -> None:
    found = offers(put_aside)
    file_of(put_aside).open(desk.file)
    file_of(put_aside).take_up(found[0])
    put_aside.undo_stack.undo()
    edit(put_aside, "by car")
    assert file_of(put_aside).save()
    assert open_case(desk.unsaved).document.case == found[0].case
    later = desk.again()
    found = offers(later)
    file_of(later).open(desk.file)
    assert [one.case.travellers[0].stays[FIRST].note for one in found] == ["by train"]


def test_kept_edits_of_another_file_are_not_offered(desk: OnFile, put_aside: Session) -> None:
    other = desk.file.with_name("other.kzstay")
    save_case(case(BORIS), other)
    found = offers(put_aside)
    file_of(put_aside).open(other)
    assert found == []
    assert desk.unsaved.exists()


def test_kept_edits_that_another_window_has_open_are_not_offered(desk: OnFile, put_aside: Session) -> None:
    file_of(put_aside).restore()
    second = desk.beside()
    found = offers(second)
    file_of(second).open(desk.file)
    assert found == []
    file_of(put_aside).let_go()


def test_kept_edits_that_reached_their_file_after_all_are_no_longer_kept(desk: OnFile, put_aside: Session) -> None:
    save_case(open_case(desk.unsaved).document.case, desk.file)
    found = offers(put_aside)
    file_of(put_aside).open(desk.file)
    assert found == []
    assert not desk.unsaved.exists()


def test_kept_edits_are_found_under_the_name_that_they_got_later(
    desk: OnFile, put_aside: Session, refuse: Refuse
) -> None:
    refuse(desk.file.parent)
    file_of(put_aside).open(desk.file)
    edit(put_aside, "by car")
    assert file_of(put_aside).autosave()
    assert desk.unsaved.with_name("unsaved-1.kzstay").exists()
    refuse()
    for note in ("by car", "by train"):
        session = desk.again()
        found = offers(session)
        file_of(session).open(desk.file)
        assert found[0].case.travellers[0].stays[FIRST].note == note
        file_of(session).take_up(found[0])
        assert file_of(session).save()


@POSIX
def test_kept_edits_are_offered_by_whatever_way_the_file_is_reached(
    desk: OnFile, put_aside: Session, tmp_path: Path
) -> None:
    link = tmp_path / "link.kzstay"
    link.symlink_to(desk.file)
    found = offers(put_aside)
    file_of(put_aside).open(link)
    assert len(found) == 1


# Recovered at the start


def test_a_recovered_case_says_of_which_file_it_is(desk: OnFile, put_aside: Session) -> None:
    file_of(put_aside).restore()
    assert desk.told == [(RECOVERED, True)]


def test_a_recovered_case_that_never_had_a_file_says_so(desk: OnFile) -> None:
    desk.session.change_traveller(ANNA, "change-name")
    file_of(desk.session).autosave()
    later = desk.again()
    file_of(later).restore()
    assert desk.told == [
        ("This case was not saved to a file last time. Here it is again: save it as a file to keep it.", False)
    ]


def test_a_kept_case_that_cannot_be_so_is_set_aside_and_told_of(desk: OnFile) -> None:
    desk.unsaved.parent.mkdir()
    desk.unsaved.write_text(
        '{"format": "kzstay", "version": 1, "travellers": [{"name": "A", "citizenship": "DE", "stays":'
        ' [{"entry": "2026-02-02", "exit": "2026-02-01"}]}]}'
    )
    away: list[Path] = []
    file_of(desk.session).set_aside.connect(away.append)
    file_of(desk.session).restore()
    assert file_of(desk.session).blank
    assert "before the entry" in desk.told[0][0]
    assert away == [desk.unsaved.with_name("unsaved-1.kzstay")]


def test_a_second_damaged_kept_case_replaces_no_first_one(desk: OnFile) -> None:
    desk.unsaved.parent.mkdir()
    for text in ("{", "[", ""):
        desk.unsaved.write_text(text)
        file_of(desk.session).restore()
    broken = ["unsaved.broken", "unsaved.broken-2", "unsaved.broken-3"]
    assert [desk.unsaved.with_name(name).read_text() for name in broken] == ["{", "[", ""]


def test_a_recovered_case_remembers_its_file_from_one_start_to_the_next(desk: OnFile, refuse: Refuse) -> None:
    session = desk.on(ANNA)
    refuse(desk.file.parent)
    type_text(session, FIRST, "note", "by train")
    file_of(session).autosave()
    for _ in range(2):
        desk.told.clear()
        session = desk.again()
        file_of(session).restore()
        assert desk.told == [(RECOVERED, True)]
        type_text(session, FIRST, "note", session.traveller.stays[FIRST].note + "!")
        file_of(session).autosave()
