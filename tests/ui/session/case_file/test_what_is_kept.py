"""What is kept of a case is the case as it is: nothing that was undone, nothing older, and no one goes unasked."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kzstay.core.case import Permit
from kzstay.files.store import open_case as read_case
from kzstay.ui.session.editing import Editing
from tests.helpers import case, day, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import ANNA, BORIS, FIRST, OnFile, file_of, type_day, type_text


@pytest.fixture
def desk(tmp_path: Path) -> OnFile:
    return OnFile(tmp_path)


def test_what_was_kept_and_undone_since_does_not_come_back(desk: OnFile, qapp: object) -> None:
    session = desk.session
    session.change_traveller(ANNA, "change-name")
    assert file_of(session).autosave()
    session.undo()
    assert file_of(session).autosave()
    later = desk.again()
    file_of(later).restore()
    assert later.blank


def test_a_case_that_holds_only_a_visa_is_not_blank(desk: OnFile, qapp: object) -> None:
    session = desk.session
    assert file_of(session).blank
    visa = Permit(kind="visa", first=day("2026-11-01"), until=day("2026-12-01"))
    session.change_traveller(msgspec.structs.replace(session.traveller, permits=(visa,)), "add-permit")
    assert not file_of(session).blank


def test_a_file_for_reading_only_is_not_said_to_have_lost_a_traveller(open_case: OpenCase) -> None:
    window = open_case(ANNA, BORIS)
    window.session().read_only = True
    window.controller.remove_traveller()
    assert window.session().case == case(ANNA, BORIS)
    assert "open for reading only" in window.info.text.text()
    assert not window.info.button.isVisible()
    window.session().read_only = False


def test_a_damaged_file_offers_its_earlier_version(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    path = window.case_file.path
    assert path is not None
    type_text(window.session(), 0, "note", "by train")
    window.case_file.autosave()
    path.write_bytes(path.read_bytes()[:-20])
    window.case_file.new()
    assert not window.files.open(path)
    assert window.info.button.text() == "Open the copy"
    window.info.button.click()
    assert window.session().traveller.stays == (stay("2026-11-11"),)
    assert window.case_file.path is None


def test_going_back_to_what_waits_leaves_the_example_as_it_is(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case()
    window.files.open_example()
    type_day(window.session(), 0, "exit", "31.02.2026")
    monkeypatch.setattr("kzstay.ui.system.shutdown.ask_before_dropping", lambda *_: False)
    window.files.new()
    assert window.session().view.on == window.session().law.collected
    assert Editing(window.session()).left_out() == (0, 1)


def test_kept_edits_that_others_have_followed_are_not_offered_again(
    desk: OnFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desk.on(ANNA)
    desk.file.chmod(0o444)
    monkeypatch.setattr("kzstay.files.store.write_protected", lambda path: path == desk.file)
    type_text(session, FIRST, "note", "one")
    file_of(session).autosave()
    session = desk.again()
    assert file_of(session).open(desk.file)
    type_text(session, FIRST, "note", "two")
    file_of(session).autosave()
    monkeypatch.undo()
    desk.file.chmod(0o600)
    assert file_of(session).save()
    found: list[object] = []
    session = desk.again()
    file_of(session).kept_found.connect(found.append)
    assert file_of(session).open(desk.file)
    assert read_case(desk.file).document.case.travellers[0].stays[FIRST].note == "two"
    notes = [kept.case.travellers[0].stays[FIRST].note for kept in found]  # type: ignore[attr-defined]
    assert notes in ([], ["one"])
