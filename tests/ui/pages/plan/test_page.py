"""A trip in mind: how long it may last, what limits and breaks, when it fits, and putting it into the plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.core.case import Traveller
from kzstay.core.entry_check import EntryQuestion
from kzstay.drawing.proposal import Proposal
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.places.guide.place import GuidePlace
from tests.helpers import day, span, stay, traveller
from tests.trips import NEEDED, NEXT, OUTSIDE, USED_UP
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_text
from tests.ui.trip_typing import ask, fields_of, retype, shown, text_of

# The longest stay


def test_it_begins_with_the_earliest_entry(open_case: OpenCase) -> None:
    plan = shown(open_case(OUTSIDE))
    assert fields_of(plan) == ("22.11.2026", "", "")
    assert plan.answer.text() == "Up to 30 days, until Monday, 21 December 2026"
    assert plan.reason.text() == "Limited by the term of one entry."
    assert text_of(plan.verdict) == ""


def test_a_typed_day_is_answered_at_once(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = shown(open_case(OUTSIDE))
    retype(qtbot, plan.fields.entry, "1 Dec 2026")
    assert plan.fields.entry.note.text() == "Tuesday, 1 December 2026"
    assert plan.answer.text() == "Up to 30 days, until Wednesday, 30 December 2026"


def test_the_longest_stay_stands_in_the_empty_fields(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "01.12.2026")
    assert plan.fields.days.edit.placeholderText() == "30"
    assert plan.fields.leaving.edit.placeholderText() == "30.12.2026"


def test_a_later_stay_limits_the_trip_and_is_named(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(NEEDED), qtbot, "01.12.2026")
    assert plan.answer.text() == "Up to 7 days, until Monday, 7 December 2026"
    assert plan.reason.text() == "Limited by your stay of 2 Jan 2027 – 24 Jan 2027: it needs the days."
    assert plan.beside.text() == "Without your later stays: up to 30 days, until 30 December 2026."


def test_the_next_stay_leaves_no_more_room(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(NEXT), qtbot, "01.12.2026")
    assert plan.reason.text() == "Limited by your next stay, which begins on Friday, 11 December 2026."


def test_the_law_behind_the_answer_is_cited(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(NEEDED), qtbot, "01.12.2026")
    used, cited = plan.basis.text().splitlines()
    assert used == "30 days from the day of entry · 60 of 90 days used in 180 days"
    assert cited.startswith("Law on Migration of Population, art. 6")
    assert cited.endswith("Certainty: high.")


def test_a_day_on_which_no_stay_is_possible_says_so_and_when_one_is(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(USED_UP), qtbot, "25.11.2026")
    assert plan.answer.text() == "No stay can begin on this day"
    assert plan.earliest.text() == "Earliest entry: Friday, 29 January 2027"
    assert not plan.add.isEnabled()


def test_who_needs_a_visa_is_told_so_once(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(traveller("PK")), qtbot, "01.12.2026", days="5")
    assert plan.reason.text() == "A visa is needed for this citizenship and passport."
    assert plan.verdict.text() == "The trip of 5 days, 1 Dec 2026 – 5 Dec 2026, is not possible."
    assert text_of(plan.obstacles) == ""
    assert text_of(plan.earliest) == ""
    assert not plan.more.isVisible()


def test_without_a_citizenship_it_says_what_to_do_first(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(), qtbot, "01.12.2026")
    assert plan.answer.text() == "Choose the citizenship, then add the first stay"
    assert not plan.add.isEnabled()
    assert not plan.more.isVisible()


def test_the_plan_follows_the_way_of_counting(open_case: OpenCase, qtbot: QtBot) -> None:
    # 1 June is looked back on from 28 November by the strict count only
    window = open_case(
        traveller(
            "DE",
            stay("2026-06-01", "2026-06-30"),
            stay("2026-07-02", "2026-07-31"),
            stay("2026-08-02", "2026-08-31"),
        )
    )
    plan = ask(window, qtbot, "28.11.2026", days="3")
    assert plan.answer.text() == "No stay can begin on this day"
    assert plan.beside.text() == "By the usual count: up to 30 days, until 27 December 2026."
    assert plan.obstacles.text().endswith("By the usual count it is possible.")
    window.commands.by_name["reading_usual"].trigger()
    assert plan.answer.text() == "Up to 30 days, until Sunday, 27 December 2026"
    assert text_of(plan.beside) == ""


def test_the_answer_follows_a_drag(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEXT)
    session, plan = window.session(), ask(window, qtbot, "01.12.2026")
    session.preview(editing.moved(session.traveller, 0, 5, session.view.on))
    assert plan.answer.text() == "Up to 15 days, until Tuesday, 15 December 2026"
    session.preview(None)
    assert plan.answer.text() == "Up to 10 days, until Thursday, 10 December 2026"


def test_what_the_entry_takes_is_asked_with_its_days(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    plan = ask(window, qtbot, "15.12.2026", days="20")
    assert plan.check.isEnabled()
    plan.check.click()
    place = window.places.place("guide")
    assert window.places.current == "guide"
    assert isinstance(place, GuidePlace)
    fields = place.toolbox.entry.fields
    assert fields.question() == EntryQuestion(entry=day("2026-12-15"), days=20)
    assert fields.own
    place.go_back()
    retype(qtbot, shown(window).fields.entry, "never")
    assert not plan.check.isEnabled()


@pytest.mark.fresh_window
def test_a_page_that_is_not_seen_works_nothing_out(open_case: OpenCase) -> None:
    window = open_case(NEXT)
    type_text(window.session(), 0, "note", "by train")
    assert pages_of.plan(window).answer.text() == ""
    assert not pages_of.plan(window)._pause.isActive()


def test_a_page_that_is_not_seen_takes_other_colours_whatever_became_of_the_stays(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    window = open_case(NEEDED)
    ask(window, qtbot, "01.12.2026", days="12")
    window.stay.show_page("stays")
    window.files.new()
    window.preferences.set_appearance("dark")
    assert shown(window).verdict.text() == ""


# The trip asked for


def test_a_trip_that_breaks_a_later_stay_says_from_which_day_on(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(NEEDED), qtbot, "01.12.2026", days="12")
    assert plan.verdict.text() == "The trip of 12 days, 1 Dec 2026 – 12 Dec 2026, is not possible."
    assert plan.obstacles.text() == (
        "Your stay of 2 Jan 2027 – 24 Jan 2027 would no longer be lawful from 20 January 2027 on."
    )
    assert plan.earliest.text() == "Earliest entry for a trip of 12 days: Monday, 25 January 2027"


def test_the_earliest_entry_is_taken_at_a_click(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEEDED)
    plan = ask(window, qtbot, "01.12.2026", leaving="12.12.2026")
    plan.take.setFocus()
    qtbot.mouseClick(plan.take, Qt.MouseButton.LeftButton)
    assert plan.fields.entry.edit.hasFocus(), "the button goes, and the keyboard is where the day is now"
    assert fields_of(plan) == ("25.01.2027", "12", "05.02.2027")
    assert plan.verdict.text().endswith("is possible.")
    qtbot.waitUntil(lambda: not plan._pause.isActive())
    assert not plan.take.isVisible()


def test_a_trip_that_is_too_long_for_any_entry_says_so(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "01.12.2026", days="31")
    assert plan.earliest.text() == "No entry allows a trip of 31 days."
    assert not plan.take.isVisible()


def test_a_trip_may_end_on_the_day_on_which_the_next_begins(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(NEXT), qtbot, "01.12.2026", leaving="11.12.2026")
    assert plan.obstacles.text() == (
        "You leave and come back on one day, 11 December 2026: your next stay begins then.\n"
        "This is what the days allow. The border may ask for more, such as papers and means."
    )


# Into the plan


def test_the_longest_stay_is_put_into_the_plan_and_taken_back(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    plan = ask(window, qtbot, "01.12.2026")
    qtbot.mouseClick(plan.add, Qt.MouseButton.LeftButton)
    assert window.session().traveller.stays[1] == stay("2026-12-01", "2026-12-30")
    assert window.session().selection == 1
    assert plan.fields.entry.edit.text() != "01.12.2026"
    window.commands.undo.trigger()
    assert window.session().traveller == OUTSIDE


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_put_into_the_plan_is_told_with_a_way_back(
    open_case: OpenCase, qtbot: QtBot, language: Language
) -> None:
    window = open_case(OUTSIDE)
    window.preferences.set_language(language)
    plan = ask(window, qtbot, "01.12.2026", days="10")
    qtbot.mouseClick(plan.add, Qt.MouseButton.LeftButton)
    w = window.session().view.w
    days = f"{w.day(day('2026-12-01'))} – {w.day(day('2026-12-10'))}"
    assert window.info.isVisible()
    assert window.info.text.text() == w.gettext("Added to the plan: {days}.").format(days=days)
    qtbot.mouseClick(window.info.button, Qt.MouseButton.LeftButton)
    assert window.session().traveller == OUTSIDE
    assert not window.info.isVisible()


def test_the_trip_asked_for_is_put_into_the_plan(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    plan = ask(window, qtbot, "01.12.2026", days="10")
    qtbot.mouseClick(plan.add, Qt.MouseButton.LeftButton)
    assert window.session().traveller.stays[1] == stay("2026-12-01", "2026-12-10")
    assert fields_of(plan)[1:] == ("", "")


@pytest.mark.parametrize(
    ("entry", "leaving", "possible"),
    [
        ("01.12.2026", "11.12.2026", True),
        ("01.12.2026", "12.12.2026", False),  # overlaps the stay from 11 December
        ("15.12.2026", "16.12.2026", False),
        ("21.12.2026", "31.01.2027", True),  # too long, but a plan may be mended
    ],
)
def test_what_overlaps_another_stay_cannot_be_added(
    open_case: OpenCase, qtbot: QtBot, entry: str, leaving: str, possible: bool
) -> None:
    plan = ask(open_case(NEXT), qtbot, entry, leaving=leaving)
    assert plan.add.isEnabled() == possible


def test_what_cannot_be_used_is_not_taken_for_the_longest_stay(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "01.12.2026", leaving="30.11.2026")
    assert not plan.add.isEnabled()
    retype(qtbot, plan.fields.leaving, "")
    assert plan.add.isEnabled()


# On the timeline


@pytest.mark.parametrize(
    ("who", "days", "expected"),
    [
        (
            NEEDED,
            "12",
            Proposal(
                entry=day("2026-12-01"),
                exit=day("2026-12-12"),
                last=day("2026-12-07"),
                history=day("2026-12-30"),
                breaks=(2,),
            ),
        ),
        (
            NEXT,
            "",
            Proposal(
                entry=day("2026-12-01"),
                last=day("2026-12-10"),
                history=day("2026-12-30"),
                openings=(span("2026-11-22", "2026-12-01"),),
            ),
        ),
        # leaving and coming back on one day is possible, though the longest stay leaves that day free
        (
            NEXT,
            "11",
            Proposal(
                entry=day("2026-12-01"),
                exit=day("2026-12-11"),
                last=day("2026-12-11"),
                history=day("2026-12-30"),
                openings=(span("2026-11-22", "2026-11-30"),),
            ),
        ),
        (
            USED_UP,
            "5",
            Proposal(
                entry=day("2026-12-01"), exit=day("2026-12-05"), openings=(span("2027-01-29", "2027-11-27"),)
            ),
        ),
    ],
)
def test_the_trip_is_proposaled(
    open_case: OpenCase, qtbot: QtBot, who: Traveller, days: str, expected: Proposal
) -> None:
    window = open_case(who)
    ask(window, qtbot, "01.12.2026", days=days)
    assert window.session().proposal == expected


def test_a_proposal_is_told_of_once(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    ask(window, qtbot, "01.12.2026")
    proposal = window.session().proposal
    with qtbot.assertNotEmitted(window.session().proposed):
        window.session().propose(proposal)


def test_there_is_no_proposal_before_the_page_is_seen_nor_after(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    assert window.session().proposal is None
    ask(window, qtbot, "01.12.2026")
    assert window.session().proposal is not None
    with qtbot.waitSignal(window.session().proposed):
        window.stay.show_page("duties")
    assert window.session().proposal is None
    type_text(window.session(), 0, "note", "by train")
    assert window.session().proposal is None


def test_there_is_no_proposal_of_what_is_no_day(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(OUTSIDE)
    ask(window, qtbot, "soon")
    assert window.session().proposal is None


def test_a_proposal_of_a_stay_that_is_gone_names_it_no_longer(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEEDED)
    ask(window, qtbot, "01.12.2026", days="12")
    window.session().select(2)
    window.controller.delete_stay()
    proposal = window.session().proposal
    assert proposal is not None
    assert proposal.breaks == ()


# By keyboard and ear


def test_everything_is_reached_by_tab(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEEDED)
    plan = ask(window, qtbot, "01.12.2026", days="12")
    plan.fields.entry.edit.setFocus()
    order = [plan.fields.days.edit, plan.fields.leaving.edit, plan.add, plan.take, plan.check, *plan.more.edits()]
    for expected in order:
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert window.focusWidget() is expected


def test_every_field_has_its_name(open_case: OpenCase) -> None:
    plan = shown(open_case(OUTSIDE))
    names = {label.buddy(): label.text() for label in plan.findChildren(QLabel) if label.buddy()}
    fields = plan.findChildren(QLineEdit)
    assert len(fields) == 6
    assert all(names[field] for field in fields)
    assert plan.accessibleName() == "Plan"


def test_what_is_wrong_with_a_field_is_told_of_it(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "soon")
    assert plan.fields.entry.edit.accessibleDescription() == "“soon” is not a date. Enter it like 15.12.2026."


def test_the_answer_to_what_is_typed_is_said(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("kzstay.ui.pages.plan.page.announce", lambda _widget, text: said.append(text))
    window = open_case(OUTSIDE)
    plan = shown(window)
    plan.fields.entry.edit.setFocus()
    ask(window, qtbot, "01.12.2026")
    assert said[-1] == "Up to 30 days, until Wednesday, 30 December 2026"


def test_in_a_narrow_window_the_columns_stand_below_each_other(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(NEEDED)
    plan = ask(window, qtbot, "01.12.2026", days="12")
    assert plan.more.y() < plan.basis.y()
    window.resize(window.minimumSize())
    qtbot.waitUntil(lambda: plan.more.y() > plan.basis.y())
