"""The path of what happens next in sentences, and the step that the answer names beside the day."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Ruling, Traveller
from kzstay.core.trouble import Record, What, path
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import trouble as texts
from kzstay.texts.words import words
from tests.core.builders import LAW, expulsion, fine, readmission, ruled
from tests.helpers import day, permit, plain, stay, traveller

EN = words("en")
LATE = traveller("DE", stay("2026-10-20", notified="2026-10-21"))
ABROAD = traveller("DE", stay("2026-09-01", "2026-09-10", notified="2026-09-02"))
YOUNG = traveller("RU", stay("2026-11-02", notified="2026-11-02"), born="2010-12-10")
# Twelve days over, and penalised for the same within a year: KoAP 517(7)
TWICE = ruled(
    traveller("DE", stay("2026-10-12", notified="2026-10-13")),
    Ruling(kind="fine", served=day("2026-04-10"), part="517(4)", paid=day("2026-04-20")),
)
EVERY = [
    LATE,
    traveller("PK", stay("2026-11-02")),
    ruled(LATE, expulsion("2026-11-10", "2026-11-20")),
    ruled(LATE, expulsion("2026-11-20")),
    TWICE,
    YOUNG,
    ruled(LATE, fine("2026-11-20"), expulsion("2026-11-21", "2026-11-25")),
    ruled(LATE, Ruling(kind="shortened", served=day("2026-11-10"), leave_by=day("2026-11-15"))),
    ruled(ABROAD, expulsion("2026-09-05", executed="2026-09-10")),
    ruled(ABROAD, readmission("2026-09-05"), Ruling(kind="warning", served=day("2026-11-20"))),
    msgspec.structs.replace(YOUNG, permits=(permit("2026-11-10", "2026-11-25", kind="rvp"),)),
    ruled(ABROAD, Ruling(kind="fine", served=day("2026-11-15"), part="517(3)", appealed=day("2026-11-20"))),
]


def of(who: Traveller, on: str = "2026-11-22") -> Assessment:
    return assess(who, day(on), LAW)


def told(a: Assessment, language: Language = "en") -> list[tuple[str, str, list[str]]]:
    w = words(language)
    return [
        (
            plain(texts.day(w, a, point)),
            plain(texts.title(w, a, point)),
            list(map(plain, texts.notes(w, a, point))),
        )
        for point in path(a)
    ]


def line(a: Assessment, title: str) -> tuple[str, list[str]]:
    return next((when, notes) for when, text, notes in told(a) if text.startswith(title))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_waypoint_has_a_day_and_a_title_in_every_language(language: Language) -> None:
    kinds = set[str]()
    for who in EVERY:
        for point, (when, title, notes) in zip(path(of(who)), told(of(who), language), strict=True):
            kinds.add(point.what)
            assert when
            assert title
            assert "{" not in f"{title}{notes}"
    assert kinds == set(get_args(What)), "each kind was tried"


def test_an_overstay_names_its_penalty_and_the_next_one() -> None:
    a = of(LATE)
    assert line(a, "Your last lawful day") == ("18 Nov", ["limited by: the term of one entry"])
    assert line(a, "On this day: 4 days over")[1][0] == "fine of 10 MCI (43 250 ₸)"
    when, notes = line(a, "From this day on the overstay costs more")
    assert (when, notes[0]) == ("24 Nov", "fine of 15 MCI (64 875 ₸)")
    assert line(a, "Next entry")[1] == ["That holds only if no fine stays unpaid: an unpaid fine bars entry."]


def test_nobody_under_age_is_told_of_a_penalty() -> None:
    child = of(msgspec.structs.replace(LATE, born=day("2015-01-01")))
    assert line(child, "On this day: 4 days over")[1][0].startswith("nobody under the age of 16")


def test_an_expulsion_names_where_to_appeal_what_it_costs_to_stay_and_the_ban() -> None:
    a = of(ruled(LATE, expulsion("2026-11-20", "2026-11-25")))
    assert line(a, "A court decided to expel you") == ("20 Nov", ["it has been in force since it was read out"])
    when, notes = line(a, "Stop an expulsion by an appeal")
    assert (when, notes[0]) == ("24 Nov", "where: the court that ruled, for the one above it")
    assert notes[-1] == "Code on Administrative Offences, art. 834, part 4; art. 831, part 1", "its act once"
    assert line(a, "Leave by the court's date")[1][1].startswith(
        "if missed: fine of 5 MCI (21 625 ₸), or community"
    )
    assert line(a, "No entry for 5 years")[0] == "+ 5 years"


def test_a_ban_follows_only_if_the_complaint_fails() -> None:
    order = msgspec.structs.replace(expulsion("2026-11-20", "2026-11-25"), appealed=day("2026-11-21"))
    assert line(of(ruled(LATE, order)), "No entry for 5 years")[1][0] == "unless the complaint succeeds"


def test_of_several_rulings_each_term_says_which() -> None:
    a = of(ruled(ABROAD, fine("2026-11-18"), fine("2026-11-20")))
    titles = [title for _, title, _ in told(a) if title.startswith("Pay the fine")]
    assert titles == ["Pay the fine (ruling served on 18 Nov 2026)", "Pay the fine (ruling served on 20 Nov 2026)"]


def test_a_ruling_says_what_for_and_when_it_was_complained_of() -> None:
    assert line(of(EVERY[-1]), "You were given a fine")[1] == [
        "not leaving in time, by a few days",
        "complaint of 20 Nov 2026",
    ]


def test_a_day_of_another_year_says_so() -> None:
    a = of(ruled(ABROAD, expulsion("2026-09-05", executed="2026-09-10")))
    assert line(a, "End of the entry ban")[0] == "10 Sep 2031"


def test_a_notice_names_the_host_the_usual_count_and_the_penalty() -> None:
    _, notes = line(of(traveller("DE", stay("2026-11-20"))), "Host's notice of arrival")
    assert notes[0] == "host"
    assert "by the usual count 25 Nov 2026" in notes
    assert "if missed: at least: warning; at most: fine of 20 MCI" in notes


# The step beside the answer


@pytest.mark.parametrize(
    ("who", "step"),
    [
        (LATE, ["so far: fine of 10 MCI (43 250 ₸)", "from 24 Nov: fine of 15 MCI (64 875 ₸)"]),
        (
            ruled(LATE, expulsion("2026-11-20", "2026-11-25")),
            ["an appeal stops that only if it reaches the court by 24 Nov"],
        ),
        (ABROAD, []),
        (ruled(LATE, expulsion("2026-11-20")), []),
    ],
)
def test_the_answer_names_the_next_step(who: Traveller, step: list[str]) -> None:
    assert list(map(plain, texts.next_step_of(EN, of(who)))) == step


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_a_name_of_its_own(language: Language) -> None:
    fields = ("exit", "notified", "registered", "appealed", "paid", "executed", "permit")
    names = [texts.record(words(language), Record(field=field)) for field in fields]
    names.append(texts.record(words(language), Record(field="notified", move=0)))
    assert len(set(names)) == len(fields) + 1


def test_who_is_here_after_the_court_s_day_is_sent_to_the_border_and_not_to_a_complaint() -> None:
    # A complaint that comes on the court's day or later stops nothing: KoAP 834(4)
    a = of(ruled(LATE, expulsion("2026-11-16", "2026-11-20")))
    assert line(a, "On this day: 2 days after the court's day")[0] == "22 Nov"
    assert "it no longer stops the expulsion: leave all the same" in line(a, "Appeal")[1]


def test_a_complaint_that_came_too_late_is_said_to_stop_nothing() -> None:
    order = expulsion("2026-11-16", "2026-11-20")
    a = of(ruled(LATE, msgspec.structs.replace(order, appealed=day("2026-11-20"))))
    assert "it came too late to stop the expulsion" in line(a, "A court decided to expel you")[1]


def test_who_will_be_expelled_by_every_penalty_is_promised_no_entry() -> None:
    assert not any(title.startswith("Next entry") for _, title, _ in told(of(TWICE)))
    assert line(of(TWICE), "No entry for 5 years")[1][0].startswith("every penalty that the law names")


def test_after_a_shortened_stay_the_next_entry_is_to_be_asked_about() -> None:
    short = Ruling(kind="shortened", served=day("2026-11-10"), leave_by=day("2026-11-15"))
    assert any("Ask before you come again" in note for note in line(of(ruled(LATE, short)), "Next entry")[1])
