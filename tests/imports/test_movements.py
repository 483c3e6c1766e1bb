from __future__ import annotations

import pytest

from kzstay.imports.movements import direction
from tests.imports.told import asked, days, left, refused, stays, told

CHINESE = """\ufeff序号,出入境,日期,时间,口岸,证件名称,证件号码,航班号
1,入境,2026-09-21,08:15,霍尔果斯,普通护照,E00000001,
2,出境,2026-09-21,06:50,霍尔果斯,普通护照,E00000001,
3,入境,2026-07-16,23:40,乌鲁木齐机场,普通护照,E00000001,CZ6012
4,出境,2026-07-03,22:10,乌鲁木齐机场,普通护照,E00000001,CZ6011
5,入境,2026-03-16,,北京首都,普通护照,E00000000,
6,出境,2026-03-01,,阿拉山口,普通护照,E00000000,
"""


def test_records_of_another_state_are_asked_about() -> None:
    found = told(CHINESE)
    assert found.travellers == ()
    (question,) = found.questions
    assert (question.code, question.samples, question.values) == ("other-state", ("CN",), ("yes", "no"))
    assert days(question) == [("2026-03-01", None), ("2026-07-03", "2026-07-16"), ("2026-09-21", "2026-09-21")]


def test_posts_that_lead_here_are_taken_and_flights_are_asked_about() -> None:
    found = told(CHINESE, days="away")
    (traveller,) = found.travellers
    assert (traveller.document, len(traveller.stays)) == ("E00000001", 2)  # one person with two passports
    assert stays(found) == [("2026-03-01", None), ("2026-09-21", "2026-09-21")]
    (flight,) = asked(found, "crossing")
    assert (flight.at.line, flight.values, [str(day) for day in flight.days]) == (5, ("yes", "no"), ["2026-07-03"])
    (last,) = asked(found, "last-day")
    assert (last.at.line, [str(day) for day in last.days]) == (6, ["2026-03-01", "2026-03-16"])
    answered = told(CHINESE, days="away", chosen={flight.id: "yes", last.id: "2026-03-14"})
    assert stays(answered) == [
        ("2026-03-01", "2026-03-14"),
        ("2026-07-03", "2026-07-16"),
        ("2026-09-21", "2026-09-21"),
    ]
    assert not asked(answered, "crossing")
    assert not asked(answered, "last-day")
    assert len(stays(told(CHINESE, days="away", chosen={flight.id: "no"}))) == 2


def test_answers_about_another_state() -> None:
    (question,) = told(CHINESE).questions
    assert stays(told(CHINESE, chosen={question.id: "yes"}))
    no = told(CHINESE, chosen={question.id: "no"})
    assert (no.travellers, len(left(no, "not-a-trip"))) == ((), 6)


def test_flight_away_and_land_post_back() -> None:
    source = "出入境,日期,口岸\n出境,2026-03-01,北京首都\n入境,2026-03-09,霍尔果斯\n"
    found = told(source, days="away")
    (flight,) = asked(found, "crossing")
    assert len(asked(found, "missing-entry")) == 1
    assert stays(told(source, days="away", chosen={flight.id: "yes"})) == [("2026-03-01", "2026-03-09")]


def test_hour_of_another_clock_may_be_another_day() -> None:
    source = "出入境,日期,时间,口岸\n出境,2026-09-21,01:30,霍尔果斯\n入境,2026-09-25,02:59,霍尔果斯\n"
    assert stays(told(source, days="away")) == [("2026-09-20", "2026-09-24")]


@pytest.mark.parametrize(
    ("rows", "taken", "open_"),
    [
        ("Arrival;NYC|Departure;LAX", False, True),  # of the United States
        ("Arrival;ALA|Departure;LAX", True, False),
        ("Entry;|Exit;", True, False),
        ("In;|Out;", False, True),
        ("In;Кордай|Out;", True, False),
        ("Въезд;Маштаково|Выезд;", True, False),
        ("кіру;Қордай|шығу;Қордай", True, False),
    ],
)
def test_whose_border_it_is(rows: str, taken: bool, open_: bool) -> None:
    first, last = rows.split("|")
    found = told(f"Date;Direction;Place\n2026-03-01;{first}\n2026-03-05;{last}\n")
    assert (stays(found) == [("2026-03-01", "2026-03-05")]) is taken
    assert bool(asked(found, "sense")) is open_


def test_answers_about_a_border() -> None:
    source = "Date;Direction;Place\n2026-03-01;Departure;NYC\n2026-03-05;Arrival;NYC\n"
    (question,) = asked(told(source), "sense")
    assert days(question) == [("2026-03-01", "2026-03-05")]
    here = told(source, chosen={question.id: "here"})
    assert stays(here) == [("2026-03-05", None)]
    away = told(source, days="away")
    assert stays(away) == []
    (journey,) = asked(away, "crossing")
    answered = told(source, days="away", chosen={journey.id: "yes"})
    assert stays(answered) == [("2026-03-01", "2026-03-05")]
    other = told(source, chosen={question.id: "other"})
    assert (other.travellers, left(other, "not-a-trip")) == ((), [(2, ""), (3, "")])


def test_rows_that_cannot_be_used() -> None:
    found = told(
        "Date;Direction;Place\n2026-03-01;Entry;\nsoon;Exit;\n2026-03-07;sideways;\n;Exit;\n2026-03-05;Exit;\n"
    )
    assert refused(found) == [("no-date", 3, "soon"), ("direction", 4, "sideways"), ("no-date", 5, "")]
    assert stays(found) == [("2026-03-01", "2026-03-05")]
    assert left(found, "as-here") == [(1, "")]


def test_rows_of_other_states_are_left_out() -> None:
    found = told("Date,Type,Country\n2026-03-01,Entry,KZ\n2026-03-05,Exit,KZ\n2026-04-01,Entry,UZ\n")
    assert stays(found) == [("2026-03-01", "2026-03-05")]
    assert left(found, "other-country") == [(4, "UZ")]
    assert not left(found, "as-here")


def test_crossings_of_several_people() -> None:
    found = told("Name;Date;Direction\nA;01.03.2026;Entry\nB;02.03.2026;Entry\nA;05.03.2026;Exit\n")
    assert [stays(found, number) for number in (0, 1)] == [[("2026-03-01", "2026-03-05")], [("2026-03-02", None)]]


def test_ways() -> None:
    assert direction("Въезд") is True
    assert direction("Departure ") is False
    assert direction("entry (air)") is True
    assert direction("entry/exit") is None
    assert direction("tourist") is None
