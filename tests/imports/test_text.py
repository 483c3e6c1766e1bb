from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzstay.imports import text
from kzstay.imports.result import Answers, ImportFileError, Question
from tests.imports.told import TODAY, asked, left, refused, source, stays, told


def answered(source_text: str | bytes, question: Question, answer: str) -> list[tuple[str, str | None]]:
    return stays(told(source_text, chosen={question.id: answer}))


# The files of others


def test_a_table_of_ranges_in_words() -> None:
    found = told(source("ranges.txt"))
    assert stays(found) == [
        ("2025-12-28", "2026-01-04"),
        ("2026-01-18", "2026-01-25"),
        ("2026-02-26", "2026-03-09"),
        ("2026-06-03", "2026-06-03"),
        ("2026-09-29", None),
    ]
    assert {question.code for question in found.questions} == {"citizenship"}
    assert left(found, "total") == [(11, "Total: 29 days")]
    assert found.travellers[0].stays[0].note == "Family + Shymkent (merged)"


def test_stamps_typed_from_a_passport() -> None:
    found = told(source("loose-stamps.txt"))
    assert stays(found) == [("2026-03-05", "2026-03-28"), ("2026-08-15", "2026-09-03"), ("2026-10-31", None)]
    (orphan,), (doubt,) = asked(found, "missing-entry"), asked(found, "doubtful-day")
    assert orphan.days == (date(2026, 3, 28), date(2026, 5, 14))
    assert doubt.days == (date(2026, 9, 3), date(2026, 9, 8))
    assert left(found, "double")
    first = found.travellers[0].stays[0]
    assert (first.checkpoint, first.exit_checkpoint) == ("Қордай", "Қордай")


def test_the_answers_about_stamps_are_taken() -> None:
    written = source("loose-stamps.txt")
    found = told(written)
    (orphan,), (doubt,) = asked(found, "missing-entry"), asked(found, "doubtful-day")
    both = told(written, chosen={orphan.id: "2026-05-01", doubt.id: "2026-09-08"})
    assert stays(both) == [
        ("2026-03-05", "2026-03-28"),
        ("2026-05-01", "2026-05-14"),
        ("2026-08-15", "2026-09-08"),  # the double is of the same stamp
        ("2026-10-31", None),
    ]
    assert {question.code for question in both.questions} == {"citizenship"}


# Lines of our own


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Поездки в Казахстан\n\nс 5 по 19 марта 2026 — Алматы\n29.09.2026 - по н.в.", 2),
        ("Сапарларым:\n5 наурыз – 19 наурыз 2026 ж., Қордай\n2026 жылғы 29 қыркүйектен бастап", 2),
        ("My trips\n1. 5–19 March 2026\n2. 29 Sep 2026 -", 2),
        ("## 2026\n- 5–19 March\n- 29 Sep – ?", 2),
        ("* 05.03.2026 → 19.03.2026\n* since 29.09.2026", 2),
    ],
)
def test_lists_in_three_languages(written: str, expected: int) -> None:
    found = told(written)
    assert stays(found) == [("2026-03-05", "2026-03-19"), ("2026-09-29", None)][:expected]
    assert not found.refused


def test_two_days_of_a_spreadsheet_are_a_stay_among_lines_in_words() -> None:
    found = told("18–25 Jan 2026\n05.03.2026\t09.03.2026\nс 5 по 19 мая 2026\n")
    assert stays(found) == [
        ("2026-01-18", "2026-01-25"),
        ("2026-03-05", "2026-03-09"),
        ("2026-05-05", "2026-05-19"),
    ]
    assert found.refused == ()


def test_other_countries_are_left_out() -> None:
    found = told("5–19 March 2026 Almaty\n1–10 мая 2026 Турция\n3-8 June 2026 trip to Germany office")
    assert stays(found) == [("2026-03-05", "2026-03-19"), ("2026-06-03", "2026-06-08")]
    assert [line for line, _ in left(found, "other-country")] == [2]


def test_whose_lines_they_are_stands_above() -> None:
    found = told("Иванов Иван:\n5–19 марта 2026\nПетров Пётр:\n1-9 апреля 2026 (10 дней)\n")
    assert [one.name for one in found.travellers] == ["Иванов Иван", "Петров Пётр"]
    assert stays(found, 1) == [("2026-04-01", "2026-04-09")]
    assert left(found, "days-differ") == [(4, "10")]


def test_one_title_with_a_colon_is_no_name() -> None:
    found = told("My Trips:\n5–19 March 2026")
    assert found.travellers[0].name == ""
    assert told("Employee: John Smith\n5–19 March 2026").travellers[0].name == "John Smith"


def test_the_order_of_day_and_month_is_one_for_the_text() -> None:
    open_order = "05/03/2026 → 07/03/2026 a\n08/05/2026 → 09/05/2026 b"
    (question,) = asked(told(open_order), "dates")
    assert set(question.values) == {"dmy", "mdy"}
    assert stays(told(open_order)) == []
    assert answered(open_order, question, "dmy")[0] == ("2026-03-05", "2026-03-07")
    assert answered(open_order, question, "mdy")[0] == ("2026-05-03", "2026-07-03")
    settled_order = f"{open_order}\n13/06/2026 → 14/06/2026 c"
    assert stays(told(settled_order))[0] == ("2026-03-05", "2026-03-07")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("въезд 31.02.2026\n5–19 марта 2026", "no-date"),
        ("5–31 апреля 2026\n5–19 марта 2026", "no-date"),
        ("въезд в начале 2026\n5–19 марта 2026", "no-date"),
        ("5–9 July\n5–19 March 2026", "no-date"),  # which year?
        ("въезд/выезд 05.05.2026\n5–19 марта 2026", "direction"),
        ("5.7.2026 and 9.7.2026\n5–19 March 2026", "several-days"),
        (f"{'x ' * 2000} 5–9 July 2026\n5–19 March 2026", "too-long"),
    ],
)
def test_a_line_that_cannot_be_understood_is_refused_with_its_number(written: str, code: str) -> None:
    found = told(written)
    assert [(reason, line) for reason, line, _ in refused(found)] == [(code, 1)]
    assert stays(found) == [("2026-03-05", "2026-03-19")]


@pytest.mark.parametrize("between", [" ", "\t", "   "])
@pytest.mark.parametrize(
    "form", ["%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%d %B %Y"], ids=["dotted", "iso", "short", "words"]
)
def test_two_days_alone_in_a_line_are_a_stay_whatever_blank_is_between(form: str, between: str) -> None:
    pair = between.join(one.strftime(form) for one in (date(2026, 5, 14), date(2026, 5, 19)))
    for written in (
        f"5–19 March 2026\n{pair}\n",
        f"{pair}\n5–19 March 2026\n",
        f"5–19 March 2026\n{pair} (6 days)",
    ):
        found = told(written)
        assert not found.refused
        assert sorted(stays(found)) == [("2026-03-05", "2026-03-19"), ("2026-05-14", "2026-05-19")]


def test_two_days_beside_an_amount_are_no_stay() -> None:
    found = told("5–19 March 2026\n14.05.2026 19.05.2026 CARD PAYMENT 12.00")
    assert stays(found) == [("2026-03-05", "2026-03-19")]


def test_two_days_alone_that_go_back_are_no_stay() -> None:
    found = told("5–19 March 2026\n19.05.2026 14.05.2026")
    assert stays(found) == [("2026-03-05", "2026-03-19")]
    assert len(found.refused) == 1


@pytest.mark.parametrize(
    "written", ["hello\n\nworld 12", "room 5/2, tel. 8 701 123 45 67", "2026", "?", "<p>5–9 July 2026</p>"]
)
def test_what_says_nothing_is_no_text_of_ours(written: str) -> None:
    assert text.evidence(written, TODAY, Answers()) is None


def test_an_exit_that_is_hard_to_read_may_be_any_day_about_it() -> None:
    written = "Entry 05.03.2026\nExit 12.03.2026?"
    (question,) = asked(told(written), "doubtful-day")
    assert stays(told(written)) == [("2026-03-05", "2026-03-12")]
    assert answered(written, question, "2026-03-17") == [("2026-03-05", "2026-03-17")]
    assert answered(written, question, "2027-03-17") == [("2026-03-05", "2026-03-12")]


def test_the_first_day_of_a_range_may_be_in_doubt() -> None:
    written = "5 или 6 марта – 19 марта 2026"
    (question,) = asked(told(written), "doubtful-day")
    assert answered(written, question, "2026-03-06") == [("2026-03-06", "2026-03-19")]


@pytest.mark.parametrize(
    "written",
    [
        "05.03.2026 Кордай – 19.03.2026 Алматы",
        "05.03.2026 (Кордай) — 19.03.2026 (Алматы)",
        "Въезд: 05.03.2026, Кордай; выезд: 19.03.2026, Алматы",
        "въехал 5 марта 2026 Кордай, выехал 19 марта 2026 Алматы",
        "ENTRY 05.03.2026 Кордай - EXIT 19.03.2026 Алматы",
        "05.03.2026 - 19.03.2026, Кордай, Алматы",
    ],
)
def test_each_end_may_have_its_place(written: str) -> None:
    found = told(f"{written} \n")
    assert stays(found) == [("2026-03-05", "2026-03-19")]
    stay = found.travellers[0].stays[0]
    assert (stay.checkpoint, stay.exit_checkpoint) == ("Кордай", "Алматы")


def test_one_place_for_two_crossings_is_that_of_neither() -> None:
    stay = told("Arrived 05.03.2026, left 19.03.2026 Korday").travellers[0].stays[0]
    assert (stay.checkpoint, stay.exit_checkpoint) == ("", "")


# Movements over other borders

BRITISH = "15/01/2024 ABC123 Outbound LHR 0 CDG\n20/01/2024 ABC124 Inbound CDG 0 LHR\n"
AMERICAN = "see 2024-05-01 Arrival NYC\nand 2024-04-10 Departure NYC there\n"


def test_records_of_the_home_office_are_of_another_border_too() -> None:
    found = text.evidence(BRITISH, TODAY, Answers())
    assert found is not None
    assert [question.code for question in found.questions] == ["sense"]
    assert not found.crossings
    assert stays(told(BRITISH)) == []


@pytest.mark.parametrize("written", [AMERICAN, AMERICAN.replace("\n", " !\n")])
def test_crossings_of_another_border_are_never_stays_without_an_answer(written: str) -> None:
    found = told(written)
    assert found.travellers == () or stays(found) == []
    (question,) = asked(found, "sense")
    away = told(written, chosen={question.id: "away"})
    assert stays(away) == []
    where_to = asked(away, "crossing")
    assert len(where_to) == 2
    answers = {question.id: "away"} | {one.id: "yes" for one in where_to}
    assert len(stays(told(written, chosen=answers))) == 1
    assert left(told(written, chosen={question.id: "other"}), "other-country")


def test_a_border_of_another_state_among_ours_is_asked_about() -> None:
    written = "ENTRY 05.03.2026 Korday\nEXIT 19.03.2026 ALA\nENTRY 20.03.2026 DXB\n"
    found = told(written)
    assert stays(found) == [("2026-03-05", "2026-03-19")]
    (question,) = asked(found, "crossing")
    assert question.at.line == 3
    assert not told(written, chosen={question.id: "no"}).travellers[0].stays[1:]


def test_days_of_many_lines_are_read_soon() -> None:
    found = told(
        "\n".join(
            f"{day}.0{month}.20{year} Korday {'въезд' if day % 2 else 'выезд'}"
            for year in range(10, 26)
            for month in range(1, 10)
            for day in range(10, 29)
        )
    )
    assert len(stays(found)) > 1000


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400) | st.text(alphabet="0123456789.-/–→? \n|:,IVXмартьmayenтryзжынa()", max_size=300))
def test_any_text_is_read_or_refused(written: str) -> None:
    with suppress(ImportFileError):
        told(written)


def test_two_days_in_one_line_that_are_hard_to_read_are_two_questions() -> None:
    source = "entry 5 March 2026? exit 19 March 2026?"
    first, second = asked(told(source), "doubtful-day")
    assert first.id != second.id
    found = told(source, chosen={first.id: "2026-03-06", second.id: "2026-03-18"})
    assert stays(found) == [("2026-03-06", "2026-03-18")]
    assert asked(found, "doubtful-day") == []


def test_days_alone_may_be_anything() -> None:
    source = "Invoice 7, 5 March 2026\nInvoice 8, 9 April 2026\n"
    (question,) = asked(told(source), "sense")
    assert told(source).travellers == ()
    assert stays(told(source, chosen={question.id: "here"})) == [("2026-03-05",) * 2, ("2026-04-09",) * 2]
    assert left(told(source, chosen={question.id: "other"}), "not-a-trip") == [(1, ""), (2, "")]
