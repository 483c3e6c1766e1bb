from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.imports.stamps import Line, line
from tests.imports.told import TODAY


def read(text: str) -> Line:
    return line(text, TODAY)


@pytest.mark.parametrize(
    ("text", "into"),
    [
        ("КІРУ/ВЪЕЗД 05.03.26", True),
        ("ШЫҒУ/ВЫЕЗД 28.03.26", False),
        ("ENTRY 15.08.2026 NQZ", True),
        ("2026-08-15 departed", False),
        ("arrived on 5 March 2026", True),
        ("въехала 5 марта 2026", True),
        ("кетті 2026 ж. 5 наурыз", False),
        ("2026-05-01 入境 霍尔果斯", True),
        ("In 05.03.2026", True),
        ("out: 19.03.2026", False),
    ],
)
def test_a_word_tells_the_way(text: str, into: bool) -> None:
    assert read(text).steps == (into,)


@pytest.mark.parametrize("text", ["in Almaty 3 Jun 2026", "3 days left till 5 March 2026", "5–19 March 2026"])
def test_words_of_all_days_tell_none_away_from_a_day(text: str) -> None:
    assert read(text).steps == ()


def test_two_ways_are_told_in_their_order() -> None:
    assert read("Entry 05.03.2026 Exit 19.03.2026").steps == (True, False)
    assert read("въезд/выезд 05.03.2026").steps == (True, False)


@pytest.mark.parametrize(
    ("text", "place", "note"),
    [
        ("паспорт, стр. 7: КІРУ/ВЪЕЗД 05.03.26 Қордай", "Қордай", ""),
        ("стр. 9: ВЫЕЗД 14 V 2026 Алматы-аэропорт", "Алматы-аэропорт", ""),
        ("passport p. 12, ENTRY 5 March 2026", "", ""),
        ("05.03.2026 — 19.03.2026 Кордай, автобус (15 дней)", "Кордай", "автобус"),
        ("Skiing · 18–25 Jan 2026", "", "Skiing"),
        ("Family + Shymkent (merged) · 18–25 Jan 2026", "", "Family + Shymkent (merged)"),
        ("EXIT 03.09.2026 (дата плохо видна, 03 или 08)", "", ""),
        ("- 5–19 March 2026: conference", "", "conference"),
    ],
)
def test_what_is_left_is_the_place_and_a_note(text: str, place: str, note: str) -> None:
    found = read(text)
    assert (found.places, found.note) == ((place,) if place else (), note)


@pytest.mark.parametrize(
    "text",
    [
        "EXIT 03.09.2026 (03 или 08)",
        "EXIT 03.09.2026 (03 or 08)",
        "ШЫҒУ 03.09.2026, 03 немесе 08",
        "EXIT 03.09.2026 03/08?",
    ],
)
def test_days_of_which_one_is_meant_stand_apart(text: str) -> None:
    assert read(text).or_days == (3, 8)


@pytest.mark.parametrize("text", ["EXIT 03.09.2026 (?)", "EXIT 03.09.2026?", "EXIT 03.09.2026 неразборчиво"])
def test_a_day_may_be_hard_to_read(text: str) -> None:
    assert read(text).unclear
    assert not read("EXIT 03.09.2026").unclear
    assert not read("29 Sep 2026 → ?").unclear


def test_a_line_may_count_its_days() -> None:
    assert read("5–19 марта 2026 (15 дней)").count == 15
    assert read("5–19 March 2026, 15 days").count == 15
    assert read("5–19 March 2026").count is None


def test_airports_of_others_show_another_border() -> None:
    assert read("15/01/2024 ABC123 Outbound LHR 0 CDG").codes_abroad
    assert not read("ENTRY 15.08.2026 NQZ").codes_abroad
    assert not read("ENTRY 15.08.2026 from IST").codes_abroad


def test_a_state_that_is_named_is_elsewhere_unless_somebody_went_there() -> None:
    assert read("1–10 мая 2026 Турция").elsewhere == "TR"
    assert read("exit to Germany 14 May 2026").elsewhere == ""
    assert read("Kazakhstan 5–19 March 2026").elsewhere == ""
    assert read("arrival 5 Mar 2026 ALA").elsewhere == ""  # no code of a state
    assert read("no 5–19 March 2026").elsewhere == ""


@given(st.text(max_size=300))
def test_any_line_is_read(text: str) -> None:
    found = read(text)
    assert isinstance("".join(found.places) + found.note + found.elsewhere, str)
    assert found.bridged in (True, False)
    assert found.codes_abroad in (True, False)
