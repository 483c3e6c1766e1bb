"""How permits, rulings and changes of address stand, in a word or two."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from kzstay.bundled import law
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Ruling
from kzstay.core.paper_states import Code, PaperState, move_state, permit_state, ruling_state
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import paper_states
from kzstay.texts.words import words
from tests.helpers import day, maybe, move, permit, stay, traveller

W = words("en")


def ruled(kind: str, served: str, *, on: str, **days: str) -> tuple[str, str]:
    ruling = msgspec.structs.replace(
        Ruling(kind=kind, served=day(served)),  # type: ignore[arg-type]
        **{name: maybe(text) for name, text in days.items()},
    )
    person = msgspec.structs.replace(traveller("DE", stay("2026-11-01")), rulings=(ruling,))
    found = paper_states.said(W, ruling_state(assess(person, day(on), law(), Reading.SAFE), 0))
    return found.text, found.tone


@pytest.mark.parametrize(
    ("on", "text", "tone"),
    [
        ("2026-10-31", "not yet valid", "quiet"),
        ("2026-11-01", "valid", "good"),
        ("2026-11-30", "valid", "good"),
        ("2026-12-01", "ended", "quiet"),
    ],
)
def test_a_permit_holds_from_its_first_day_to_its_last(on: str, text: str, tone: str) -> None:
    found = paper_states.said(W, permit_state(day(on), permit("2026-11-01", "2026-11-30")))
    assert (found.text, found.tone) == (text, tone)


@pytest.mark.parametrize(
    ("on", "paid", "state"),
    [
        # KoAP 893: thirty days from service
        ("2026-11-22", None, ("to be paid by 15 Dec 2026", "near")),
        ("2026-12-15", None, ("to be paid by 15 Dec 2026", "near")),
        ("2026-12-16", None, ("not paid by 15 Dec 2026", "bad")),
        ("2026-12-16", "2026-12-10", ("paid", "good")),
    ],
)
def test_a_fine_is_to_be_paid_until_it_is(on: str, paid: str | None, state: tuple[str, str]) -> None:
    days = {"paid": paid} if paid else {}
    assert ruled("fine", "2026-11-15", on=on, **days) == state


def test_a_fine_of_before_the_law_in_force_has_no_day() -> None:
    assert ruled("fine", "2010-05-01", on="2026-11-22") == ("not paid", "near")


@pytest.mark.parametrize(
    ("on", "days", "state"),
    [
        ("2026-11-22", {}, ("not executed", "near")),
        ("2026-11-22", {"leave_by": "2026-11-30"}, ("leave by 30 Nov 2026", "near")),
        ("2026-12-01", {"leave_by": "2026-11-30"}, ("leave by 30 Nov 2026", "bad")),
        # LF 22: five years from the execution
        ("2026-12-01", {"executed": "2026-11-25"}, ("no entry until 25 Nov 2031", "bad")),
        ("2031-11-26", {"executed": "2026-11-25"}, ("executed", "quiet")),
    ],
)
def test_an_expulsion_sets_a_day_to_leave_and_then_bars_the_entry(
    on: str, days: dict[str, str], state: tuple[str, str]
) -> None:
    assert ruled("expulsion", "2026-11-15", on=on, **days) == state


def test_who_left_in_time_has_done_what_an_expulsion_asks_for() -> None:
    ruling = Ruling(kind="expulsion", served=day("2026-11-05"), leave_by=day("2026-11-20"))
    person = msgspec.structs.replace(traveller("DE", stay("2026-11-01", "2026-11-15")), rulings=(ruling,))
    a = assess(person, day("2026-11-22"), law(), Reading.SAFE)
    assert paper_states.said(W, ruling_state(a, 0)).text == "left"


def told(notified: str | None, on: str, moved: str = "2026-11-12", entry: str = "2026-11-01") -> tuple[str, str]:
    a: Assessment = assess(
        traveller("DE", stay(entry, moves=[move(moved, notified)])), day(on), law(), Reading.SAFE
    )
    found = paper_states.said(W, move_state(a, 0, a.traveller.stays[0].moves[0]))
    return found.text, found.tone


@pytest.mark.parametrize(
    ("notified", "on", "state"),
    [
        # D148: three working days, the strict count beginning on the day itself, a Thursday
        (None, "2026-11-13", ("notice by 16 Nov 2026", "near")),
        (None, "2026-11-17", ("no notice recorded", "near")),
        ("2026-11-16", "2026-11-22", ("notice given", "good")),
        ("2026-11-11", "2026-11-13", ("notice by 16 Nov 2026", "near")),  # dated before the change
        ("2026-11-17", "2026-11-22", ("notice given late", "near")),
    ],
)
def test_a_change_of_address_waits_for_the_hosts_notice(
    notified: str | None, on: str, state: tuple[str, str]
) -> None:
    assert told(notified, on) == state


def test_a_change_of_address_outside_its_stay_is_told() -> None:
    assert told(None, "2026-11-22", moved="2026-10-01") == ("outside its stay", "near")


def test_before_the_duty_nothing_was_to_be_told() -> None:
    assert told(None, "2026-11-22", moved="2015-05-05", entry="2015-05-01") == ("", "quiet")
    assert told("2015-05-07", "2026-11-22", moved="2015-05-05", entry="2015-05-01") == ("notice given", "good")


@pytest.mark.parametrize("fields", [["first", "until"], ["first"], ["until"], ["served"], ["on"]])
def test_what_is_wanted_is_a_sentence(fields: list[str]) -> None:
    assert paper_states.wanted(W, fields).endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", get_args(Code))
def test_every_state_is_said_in_every_language(code: Code, language: Language) -> None:
    found = paper_states.said(words(language), PaperState(code, "quiet", day("2026-11-20")))
    assert "{" not in found.text
    assert bool(found.text) is (code != "move-untold")


def test_the_kinds_that_are_no_fine_and_no_expulsion_have_states_of_their_own() -> None:
    assert ruled("warning", "2026-11-15", on="2026-11-20") == ("may be appealed until 25 Nov 2026", "quiet")
    assert ruled("warning", "2026-11-15", on="2026-12-20") == ("nothing to be done", "quiet")
    told = ruled("shortened", "2026-11-15", on="2026-11-20", leave_by="2026-11-25")
    assert told == ("leave by 25 Nov 2026", "near")
    assert ruled("readmission", "2026-11-15", on="2026-11-20") == ("not executed", "near")
    waiting = ruled("fine", "2026-11-15", on="2026-12-20", appealed="2026-11-20")
    assert waiting == ("suspended by the complaint of 20 Nov 2026", "near")
    assert ruled("fine", "2025-03-03", on="2026-11-20") == ("not paid; it may have lapsed", "near")
