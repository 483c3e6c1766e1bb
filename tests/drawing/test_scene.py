"""What the timeline shows, worked out before anything is painted."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.core.assess import assess
from kzstay.core.case import Ruling, Traveller
from kzstay.core.readings import Reading
from kzstay.drawing.letters import SMALL
from kzstay.drawing.proposal import Proposal
from kzstay.drawing.scale import Scale
from kzstay.drawing.scene import HIGHEST, LEAST_HEIGHT, build
from kzstay.drawing.shapes import CURVE, FLAG, Bar, Scene
from kzstay.texts.words import words
from tests.helpers import day, permit, span, stay, traveller

EN = words("en")
ON = day("2026-11-22")


def scene(
    who: Traveller,
    *,
    first: str = "2026-05-20",
    last: str = "2027-02-28",
    on: date = ON,
    width: float = 1200,
    proposal: Proposal | None = None,
    height: float = 310,
) -> Scene:
    scale = Scale.showing(day(first), day(last), width)
    return build(assess(who, on, bundled.law()), scale, height, EN, proposal=proposal)


def only_bar(who: Traveller) -> Bar:
    (bar,) = scene(who).bars
    return bar


@pytest.mark.parametrize(
    ("entry", "leaving", "state"),
    [
        ("2026-09-01", "2026-09-20", "within"),
        ("2026-09-01", "2026-10-10", "over"),
        ("2026-11-11", None, "within"),
        ("2026-10-28", None, "close"),
        ("2026-10-01", None, "over"),
        ("2027-01-08", "2027-01-24", "planned"),
        ("2027-01-08", "2027-02-24", "over"),
    ],
)
def test_a_bar_tells_how_its_stay_stands(entry: str, leaving: str | None, state: str) -> None:
    assert only_bar(traveller("DE", stay(entry, leaving))).state == state


def test_a_stay_without_a_known_regime_is_drawn_as_unknown() -> None:
    assert only_bar(traveller("AF", stay("2026-09-01", "2026-09-20"))).state == "unknown"


def test_what_is_over_the_limit_begins_on_the_day_after_the_last_lawful_one() -> None:
    bar = only_bar(traveller("DE", stay("2026-09-01", "2026-10-10")))
    scale = Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200)
    assert bar.over_x == scale.x_of(day("2026-10-01"))


def test_the_days_left_are_drawn_to_the_last_lawful_day() -> None:
    left = scene(traveller("DE", stay("2026-11-11"))).left
    scale = Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200)
    assert left is not None
    assert left.label == "18 left"
    assert left.x + left.width == pytest.approx(scale.x_of(day("2026-12-11")))


def test_stays_far_outside_are_not_drawn() -> None:
    shown = scene(traveller("DE", stay("2020-01-01", "2020-01-10"), stay("2026-09-01", "2026-09-20")))
    assert [bar.index for bar in shown.bars] == [1]


def test_the_bracket_ends_on_the_day_of_reckoning_and_says_what_is_used() -> None:
    shown = scene(traveller("DE", stay("2026-09-01", "2026-09-20")))
    assert shown.bracket is not None
    assert shown.bracket.text == "180 days, counted strictly: 181 · 26 May – 22 Nov · 20 used, 70 free"
    assert shown.bracket.x + shown.bracket.width == pytest.approx(shown.today_x)


def test_the_curve_rises_with_a_stay_and_falls_when_its_days_leave_the_window() -> None:
    curve = scene(traveller("RU", stay("2026-06-01", "2026-06-30"))).curve
    assert curve is not None
    heights = [curve.base - y for _, y in curve.points]
    assert heights[0] == 0
    assert max(heights) == pytest.approx((curve.base - curve.limit_y) * 30 / 90)
    assert heights[-1] == 0


def test_the_days_of_the_rule_are_named_and_how_many_are_counted_where_it_is_more() -> None:
    usual = assess(traveller("DE", stay("2026-09-01", "2026-09-20")), ON, bundled.law(), Reading.USUAL)
    shown = build(usual, Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200), 310, EN)
    assert shown.bracket is not None
    assert shown.bracket.text == "180 days · 27 May – 22 Nov · 20 used, 70 free"


@pytest.mark.parametrize(
    ("today", "named"), [(ON, "today"), (day("2026-11-26"), "22 Nov 2026"), (None, "22 Nov 2026")]
)
def test_only_the_day_that_it_is_is_called_today(today: date | None, named: str) -> None:
    a = assess(traveller("DE"), ON, bundled.law())
    shown = build(a, Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200), 310, EN, today=today)
    assert shown.today.text == named


def test_the_days_left_end_where_the_next_stay_begins_and_are_still_all_named() -> None:
    shown = scene(traveller("DE", stay("2026-11-11"), stay("2026-11-29", "2026-12-05")))
    scale = Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200)
    assert shown.left is not None
    assert shown.left.x + shown.left.width == pytest.approx(scale.x_of(day("2026-11-29")))
    assert "18 left" in [label.text for label in shown.labels]
    assert scene(traveller("DE", stay("2026-11-11"), stay("2026-11-23", "2026-12-05"))).left is None


def test_days_over_the_limit_that_have_not_come_are_drawn_apart_from_those_that_have() -> None:
    scale = Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200)
    until, today, end = (scale.x_of(day(on)) for on in ("2026-11-17", "2026-11-23", "2026-12-06"))
    assert only_bar(traveller("DE", stay("2026-10-18", "2026-12-05"))).over == [
        (until, today, False),
        (today, pytest.approx(end), True),
    ]
    assert [planned for *_, planned in only_bar(traveller("DE", stay("2027-01-08", "2027-02-24"))).over] == [True]
    assert [planned for *_, planned in only_bar(traveller("DE", stay("2026-09-01", "2026-10-10"))).over] == [False]


@pytest.mark.parametrize("height", [124, 130, 145, 158, 170])
def test_what_has_no_room_in_a_low_picture_is_not_drawn_in_part(height: float) -> None:
    a = assess(traveller("DE", stay("2026-11-11")), ON, bundled.law())
    shown = build(a, Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200), height, EN)
    assert all(label.bottom <= height for label in shown.labels)
    assert all(flag.y < height for flag in shown.flags)
    assert shown.curve is None


@given(st.integers(1, 150))
def test_the_curve_stays_in_its_room(days: int) -> None:
    last = day("2026-06-01") + timedelta(days - 1)
    curve = scene(traveller("RU", stay("2026-06-01", last.isoformat()))).curve
    assert curve is not None
    room = (curve.base - curve.limit_y) * HIGHEST
    assert all(curve.base - room - 1e-6 <= y <= curve.base for _, y in curve.points)


def test_one_flag_says_to_leave_or_what_a_longer_stay_needs() -> None:
    flags = scene(traveller("DE", stay("2026-11-11", notified="2026-11-13"))).flags
    assert [(flag.text, flag.state) for flag in flags] == [
        ("host's notice 13 Nov, done", "done"),
        ("leave or obtain a visa by 10 Dec", "open"),
    ]


def test_a_plan_without_an_end_shows_how_long_it_may_last_and_the_next_one_ends_it() -> None:
    shown = scene(traveller("DE", stay("2026-12-20")))
    scale = Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200)
    (rest,) = shown.open
    assert rest.x == scale.x_of(day("2026-12-21"))
    assert rest.x + rest.width == pytest.approx(scale.x_of(day("2027-01-19")))
    assert (rest.label, rest.short) == ("up to 30 days", "≤ 30")
    (rest, *_) = scene(traveller("DE", stay("2026-12-20"), stay("2027-01-05", "2027-01-10"))).open
    assert rest.x + rest.width == pytest.approx(scale.x_of(day("2027-01-05")))


@pytest.mark.parametrize(
    "who",
    [
        traveller("DE", stay("2026-12-20", "2026-12-28")),
        traveller("DE", stay("2026-11-11")),
        traveller("DE", stay("2027-08-20")),
        traveller("AF", stay("2026-12-20")),
    ],
    ids=["with an end", "present", "out of sight", "no limit known"],
)
def test_no_other_stay_is_shown_as_open(who: Traveller) -> None:
    assert scene(who).open == []


def test_more_flags_push_the_curve_down_and_never_off_the_picture() -> None:
    many = traveller("DE", stay("2026-11-20"), name="Anna")
    rulings = (Ruling(kind="expulsion", served=day("2026-11-18"), leave_by=day("2026-12-08")),)
    crowded = scene(msgspec.structs.replace(many, rulings=rulings), width=790)
    assert len({flag.y for flag in crowded.flags if flag.label}) >= 3
    assert crowded.curve is not None
    assert min(y for _, y in crowded.curve.points) >= CURVE


@pytest.mark.parametrize("height", range(122, 320, 3))
def test_a_low_picture_shows_what_has_room_and_cuts_no_word(height: int) -> None:
    shown = scene(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11")), height=height)
    assert all(label.bottom <= height for label in shown.labels)
    assert (shown.curve is not None) == (height >= LEAST_HEIGHT)
    if shown.curve is not None:
        assert max(y for _, y in shown.curve.points) <= height
        assert min(y for _, y in shown.curve.points) > max(flag.y for flag in shown.flags)
    words = [flag for flag in shown.flags if flag.label]
    assert bool(words) == (height >= FLAG + SMALL), "with too little room each day is marked by its sign alone"


# Permits have a lane of their own


def test_a_permit_is_drawn_from_its_first_to_its_last_day_whatever_the_stays() -> None:
    of_old = permit("2020-01-01", "2020-12-31")
    (strip,) = scene(traveller("DE", permits=[permit("2026-09-01", "2026-12-31", "rvp"), of_old])).permits
    scale = Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200)
    assert strip.x == scale.x_of(day("2026-09-01"))
    assert strip.x + strip.width == pytest.approx(scale.x_of(day("2027-01-01")))
    assert strip.label == "RVP until 31 Dec"


# A trip in mind


def test_a_trip_in_mind_shows_how_long_it_may_last_and_how_long_history_alone_would_allow() -> None:
    thought = Proposal(entry=day("2026-12-12"), last=day("2026-12-20"), history=day("2027-01-10"))
    ghost = scene(traveller("DE"), proposal=thought).ghost
    scale = Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200)
    assert ghost is not None
    assert ghost.x == scale.x_of(day("2026-12-12"))
    assert ghost.x + ghost.width == pytest.approx(scale.x_of(day("2026-12-21")))
    assert ghost.x + ghost.history == pytest.approx(scale.x_of(day("2027-01-11")))
    assert (ghost.trip, ghost.possible, ghost.label) == (None, True, "9 days?")


@pytest.mark.parametrize(
    ("leaving", "breaks", "possible"),
    [("2026-12-20", (), True), ("2026-12-21", (), False), ("2026-12-20", (0,), False)],
)
def test_a_trip_is_possible_within_its_days_where_no_later_stay_breaks(
    leaving: str, breaks: tuple[int, ...], possible: bool
) -> None:
    thought = Proposal(entry=day("2026-12-12"), exit=day(leaving), last=day("2026-12-20"), breaks=breaks)
    shown = scene(traveller("DE", stay("2027-01-08", "2027-01-24")), proposal=thought)
    assert shown.ghost is not None
    assert shown.ghost.possible is possible
    assert [(bar.x, bar.width) for bar in shown.bars if bar.index in breaks] == shown.ghost.breaks


def test_where_a_trip_would_fit_is_marked() -> None:
    thought = Proposal(entry=day("2026-12-12"), openings=(span("2026-12-12", "2026-12-14"),))
    ghost = scene(traveller("DE"), proposal=thought).ghost
    scale = Scale.showing(day("2026-05-20"), day("2027-02-28"), 1200)
    assert ghost is not None
    assert ghost.openings == [(scale.x_of(day("2026-12-12")), pytest.approx(3 * scale.per_day))]
    assert (ghost.width, ghost.label) == (0, "")


def test_the_day_to_leave_has_its_words_before_other_flags_have() -> None:
    shown = scene(traveller("DE", stay("2026-11-11")), first="2026-01-01", last="2027-12-31", width=700)
    words_shown = [flag.text for flag in shown.flags if flag.text]
    assert any("10 Dec" in text for text in words_shown)


def test_a_flag_says_its_duty_in_full_and_knows_its_topic() -> None:
    flags = scene(traveller("DE", stay("2026-11-11"))).flags
    told = {flag.topic: flag.told for flag in flags}
    assert set(told) == {"host-notice", "longer-stay"}
    assert told["longer-stay"] == "Obtain a visa or leave: to be done · due 10 Dec 2026 · traveller"
