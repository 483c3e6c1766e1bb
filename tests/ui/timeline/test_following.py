"""The view goes where something happens."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.core.case import Case, Stay
from kzstay.core.days import DAY
from kzstay.drawing.proposal import Proposal
from kzstay.ui.timeline.widget import Timeline
from tests.helpers import day, stay, traveller
from tests.ui.conftest import TODAY, OpenCase

ANNA = traveller("DE", stay("2026-07-01", "2026-07-10"), stay("2026-11-11"), name="Anna")
BORIS = traveller("RU", stay("2026-10-01", "2026-10-10"), name="Boris")


def seen(timeline: Timeline, on: date) -> bool:
    return timeline.x_of(on) >= 0 and timeline.x_of(on + DAY) <= timeline.width() + 0.01


def test_a_stay_that_is_added_is_seen_whole(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session, timeline = window.session(), window.stay.timeline
    session.change(
        editing.inserted(session.traveller, Stay(entry=day("2028-03-01"), exit=day("2028-03-20"))), "add-stay"
    )
    assert seen(timeline, day("2028-03-01"))
    assert seen(timeline, day("2028-03-20"))
    session.undo()
    session.redo()
    assert seen(timeline, day("2028-03-01"))


def test_a_stay_that_gets_other_days_is_followed(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session = window.session()
    session.select(0)
    session.change(editing.moved(session.traveller, 0, -1000, TODAY), "move-stay")
    assert seen(window.stay.timeline, session.traveller.stays[0].entry)


def test_a_trip_in_mind_is_seen(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.session().propose(Proposal(entry=day("2027-09-01"), exit=day("2027-09-14"), last=day("2027-09-20")))
    assert seen(window.stay.timeline, day("2027-09-01"))
    assert seen(window.stay.timeline, day("2027-09-14"))
    window.session().propose(None)
    assert seen(window.stay.timeline, day("2027-09-01"))


def test_what_a_drag_makes_of_a_trip_in_mind_moves_nothing(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session, timeline = window.session(), window.stay.timeline
    session.propose(Proposal(entry=day("2027-09-01"), last=day("2027-09-20")))
    timeline.see(day("2026-05-01"))
    before = timeline.scale
    session.propose(Proposal(entry=day("2027-09-01"), last=day("2027-09-12")))
    assert timeline.scale == before
    session.propose(None)
    session.propose(Proposal(entry=day("2027-09-01"), last=day("2027-09-12")))
    assert seen(timeline, day("2027-09-01"))


def test_all_that_is_shown_to_who_asks_for_all_has_the_trip_in_it(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.session().propose(Proposal(entry=day("2028-09-01"), last=day("2028-09-20")))
    window.stay.timeline.show_all()
    assert seen(window.stay.timeline, day("2028-09-20"))
    assert seen(window.stay.timeline, day("2026-07-01"))


def test_another_traveller_and_another_case_are_looked_at_afresh(open_case: OpenCase) -> None:
    window = open_case(ANNA, BORIS)
    session, timeline = window.session(), window.stay.timeline
    afresh = timeline.scale
    timeline.zoom(20)
    timeline.see(day("2024-01-01"))
    session.show(session.case.travellers[1].key.number)
    assert timeline.scale == afresh
    timeline.see(day("2024-01-01"))
    window.files.new()
    assert timeline.scale == afresh
    session.become(Case(travellers=(ANNA,)))
    assert timeline.scale == afresh


def test_whoever_goes_to_today_has_the_future_in_sight(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    timeline = window.stay.timeline
    for elsewhere in ("2019-01-01", "2031-01-01"):
        timeline.see(day(elsewhere))
        window.controller.go_today()
        assert timeline.width() * 0.05 < timeline.x_of(TODAY) < timeline.width() * 0.75
    before = timeline.scale
    window.controller.go_today()
    assert timeline.scale == before


def test_another_day_of_reckoning_is_brought_into_sight_and_one_in_sight_moves_nothing(
    open_case: OpenCase,
) -> None:
    window = open_case(ANNA)
    timeline, view = window.stay.timeline, window.session().view
    window.session().select(1)
    before = timeline.scale
    view.set_day(day("2026-11-01"))
    assert timeline.scale == before
    view.set_day(day("2029-03-01"))
    assert seen(timeline, day("2029-03-01"))
    assert seen(timeline, day("2029-04-01"))
