"""Notices and registrations of several travellers recorded in one step, and no other word changed."""

from __future__ import annotations

from kzstay.core.assess import assess
from kzstay.core.hosts import Task, guest_of
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.session import Session
from tests.helpers import day, stay, traveller
from tests.ui.session.editing.desks import opened, steps
from tests.ui.sessions import OnFile

NEW = traveller("DE", stay("2026-11-20"), name="New")  # a Friday
OLD = traveller("FR", stay("2026-11-19"), name="Old")
TOLD = traveller("GB", stay("2026-11-19", notified="2026-11-19"), name="Told")
RUSSIAN = traveller("RU", stay("2026-11-01", notified="2026-11-02"), name="Russian")


def tasks_of(session: Session) -> list[Task]:
    on, law = session.view.on, session.law
    guests = [guest_of(assess(one, on, law)) for one in session.case.travellers]
    return [task for guest in guests for task in guest.tasks]


def test_several_are_recorded_in_one_step_that_is_undone_at_once(desk: OnFile) -> None:
    session, drafts = opened(desk, NEW, OLD, TOLD)
    before, notices = session.case, [task for task in tasks_of(session) if task.kind == "host-notice"]
    assert drafts.record_tasks(notices, day("2026-11-21")) == 2
    assert [one.stays[0].notified for one in session.case.travellers] == [
        day("2026-11-21"),
        day("2026-11-21"),
        day("2026-11-19"),
    ]
    assert steps(session) == ["record-notices"]
    session.undo_stack.undo()
    assert session.case == before


def test_registrations_have_a_step_of_their_own(desk: OnFile) -> None:
    session, drafts = opened(desk, RUSSIAN)
    registrations = [task for task in tasks_of(session) if task.kind == "registration"]
    assert drafts.record_tasks(registrations, day("2026-11-22")) == 1
    assert session.case.travellers[0].stays[0].registered == day("2026-11-22")
    assert steps(session) == ["record-registrations"]


def test_what_cannot_have_been_done_on_a_day_is_no_step(desk: OnFile) -> None:
    session, drafts = opened(desk, NEW)
    for wrong in ("2026-11-19", "2026-11-23"):
        assert drafts.record_tasks(tasks_of(session), day(wrong)) == 0
    assert steps(session) == []


def test_a_file_for_reading_only_takes_nothing(desk: OnFile) -> None:
    session, drafts = opened(desk, NEW)
    session.read_only = True
    assert drafts.record_tasks(tasks_of(session), day("2026-11-20")) == 0
    assert session.case.travellers[0].stays[0].notified is None


def test_what_was_typed_for_the_same_field_and_waits_is_overruled(desk: OnFile) -> None:
    from kzstay.ui.session.records.stays import STAYS

    session, drafts = opened(desk, NEW)
    drafts.type(STAYS, 0, "notified", "soon")
    assert drafts.wrong(STAYS, 0)
    assert Editing(session).record_tasks(tasks_of(session), day("2026-11-21")) == 1
    assert drafts.wrong(STAYS, 0) == {}
