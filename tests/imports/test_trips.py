from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Traveller
from kzstay.export.csv import csv_bytes
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.imports.told import asked, days, left, refused, stays, told
from tests.imports.travellers import assessed, by_name, travellers


@given(travellers(), st.sampled_from(LANGUAGES))
def test_our_own_table_comes_in_as_it_went_out(people: list[Traveller], language: Language) -> None:
    found = told(csv_bytes(assessed(people), words(language)))
    assert by_name(found.travellers) == by_name(people)
    assert (found.refused, found.left, found.questions) == ((), (), ())


def test_contract_of_other_programs() -> None:
    found = told(
        "traveller,citizenship,passport,born,entry,exit,notified,registered\n"
        "Anna,DE,diplomatic,1980-05-04,2026-03-01,2026-03-05,2026-03-02,\nAnna,DE,diplomatic,1980-05-04,2026-10-01,,,\n"
    )
    (anna,) = found.travellers
    assert (anna.passport, str(anna.born), anna.document) == ("diplomatic", "1980-05-04", "")
    assert str(anna.stays[0].notified) == "2026-03-02"
    assert (stays(found)[1], found.left, found.questions) == (("2026-10-01", None), (), ())


def test_number_of_a_passport_is_no_kind_of_it() -> None:
    found = told("name,passport,entry,exit\nAnna,C01X00T47,2026-03-01,2026-03-05\n")
    assert (found.travellers[0].document, found.travellers[0].passport) == ("C01X00T47", "national")


def test_stay_that_goes_on() -> None:
    for word in ("", "?", "по н.в.", "қазір", "now"):
        assert stays(told(f"Entry;Exit;x\n01.02.2026;05.02.2026;\n01.10.2026;{word};\n"))[1] == (
            "2026-10-01",
            None,
        )


def test_time_stamps_are_the_civil_day_of_kazakhstan() -> None:
    found = told("Entry;Exit\n2026-03-01T19:30:00Z;2026-03-05T23:40:00+05:00\n")
    assert stays(found) == [("2026-03-02", "2026-03-05")]


@pytest.mark.parametrize(("counted", "differs"), [("5", False), ("4", False), ("7", True), ("about 9", False)])
def test_days_that_the_source_counts_are_compared(counted: str, differs: bool) -> None:
    found = told(f"Entry,Exit,Days\n2026-03-01,2026-03-05,{counted}\n")
    assert (left(found, "days-differ") == [(2, counted)]) is differs


def test_row_that_says_nothing_of_anybody_is_told() -> None:
    found = told("Entry,Exit,Note\n2026-03-01,2026-03-05,\n,,what a trip\n")
    assert left(found, "no-days") == [(3, "")]


def test_who_is_called_as_a_sum_is() -> None:
    found = told("Name;Entry;Exit\nSum Wong;01.02.2026;05.02.2026\nTotal;;5\n")
    assert found.travellers[0].name == "Sum Wong"
    assert left(found, "total") == [(3, "")]


def test_columns_that_cannot_be_days_stop_no_row() -> None:
    found = told("Entry,Exit,Registration,Host notified\n2026-03-01,2026-03-05,yes,no\n")
    assert stays(found) == [("2026-03-01", "2026-03-05")]
    assert [value for _, value in left(found, "column")] == ["Registration", "Host notified"]


def test_notice_that_is_no_day_is_refused() -> None:
    found = told("Entry,Exit,Notified\n2026-03-01,2026-03-05,2026-03-02\n2026-04-01,2026-04-05,sent\n")
    assert refused(found) == [("no-date", 3, "sent")]


def test_away_with_days_the_wrong_way_round() -> None:
    found = told("Date out,Date in\n2026-03-10,2026-03-01\n2026-04-01,2026-04-09\n", days="away")
    assert refused(found) == [("exit-before-entry", 2, "2026-03-10 – 2026-03-01")]
    assert stays(found) == [("2026-04-09", None)]


def test_entries_and_exits_may_be_said_to_be_away() -> None:
    found = told("Entry,Exit\n2026-03-01,2026-03-05\n2026-04-01,2026-04-09\n", days="away")
    assert stays(found) == [("2026-03-05", "2026-04-01"), ("2026-04-09", None)]


def test_country_settles_what_the_days_are() -> None:
    found = told("From,To,Country\n2026-03-01,2026-03-05,KZ\n2026-04-01,2026-04-05,UZ\n")
    assert stays(found) == [("2026-03-01", "2026-03-05")]
    assert not asked(found, "sense")


def test_days_that_are_neither_here_nor_away() -> None:
    source = "From,To\n2026-03-01,2026-03-05\n"
    (question,) = asked(told(source), "sense")
    found = told(source, chosen={question.id: "other"})
    assert (found.travellers, left(found, "not-a-trip")) == ((), [(2, "")])


def test_states_of_guests_are_their_citizenships_where_the_person_says_so() -> None:
    source = "ФИО;Страна;Въезд;Выезд\nАнна;Германия;01.02.2026;05.02.2026\nЛи;КНР;01.03.2026;05.03.2026\n"
    found = told(source)
    (question,) = asked(found, "sense")
    assert found.travellers == ()
    here = told(source, chosen={question.id: "here"})
    assert [(one.name, one.citizenship) for one in here.travellers] == [("Анна", "DE"), ("Ли", "CN")]
    other = told(source, chosen={question.id: "other"})
    assert (other.travellers, len(left(other, "not-a-trip"))) == ((), 2)


def test_column_of_states_that_is_empty_says_nothing() -> None:
    assert stays(told("Entry,Exit,Country\n2026-03-01,2026-03-05,\n")) == [("2026-03-01", "2026-03-05")]


def test_entries_alone() -> None:
    found = told("Name,Entry date\nAnna,2026-03-01\nAnna,2026-06-01\n")
    assert stays(found) == [("2026-03-01", None), ("2026-06-01", None)]
    assert len(asked(found, "missing-exit")) == 1


def test_exits_alone() -> None:
    found = told("Name,Exit date\nAnna,2026-03-01\n")
    assert len(asked(found, "missing-entry")) == 1


def test_places_abroad_are_no_stays_before_somebody_says_so() -> None:
    rows = "2026-01-01,2026-01-10,IST\n2026-03-01,2026-03-10,Almaty\n2026-05-01,2026-05-10,Georgia\n"
    source = f"entry,exit,location\n{rows}"
    found = told(source)
    assert stays(found) == [("2026-03-01", "2026-03-10")]
    first, second = asked(found, "stay-here")
    assert (first.at.line, first.samples, second.samples) == (2, ("IST",), ("Georgia",))
    answered = told(source, chosen={first.id: "no", second.id: "yes"})
    assert stays(answered) == [("2026-03-01", "2026-03-10"), ("2026-05-01", "2026-05-10")]
    assert left(answered, "other-country") == [(2, "IST")]
    assert asked(answered, "stay-here") == []


def test_places_of_which_none_is_known_to_be_here_are_asked_about() -> None:
    source = "entry,exit,location\n2026-01-01,2026-01-10,Paris\n"
    (question,) = asked(told(source), "sense")
    assert stays(told(source, chosen={question.id: "here"})) == [("2026-01-01", "2026-01-10")]


def test_in_before_out_is_read_so_that_a_row_runs_forward() -> None:
    source = "in,out\n2026-01-05,2026-01-10\n2026-03-05,2026-03-10\n"
    (question,) = asked(told(source), "sense")
    assert days(question) == [("2026-01-05", "2026-01-10"), ("2026-03-05", "2026-03-10")]
    assert stays(told(source, chosen={question.id: "here"})) == days(question)


def test_two_of_one_first_name_overlap_nothing_of_each_other() -> None:
    source = (
        "first name,last name,entry,exit\nIvan,Petrov,03/04/2026,05/04/2026\nIvan,Sidorov,04/04/2026,06/04/2026\n"
    )
    (question,) = asked(told(source), "dates")
    assert question.values == ("dmy", "mdy")


def test_a_permit_may_last_for_years() -> None:
    found = told(
        "name,citizenship,entry,exit,visa,visa from,visa until\nA,IN,01.01.26,05.01.26,C3,01.05.25,01.05.35\n"
    )
    (permit,) = found.travellers[0].permits
    assert permit.until.isoformat() == "2035-05-01"


def test_a_row_of_sums_with_days_is_nobody() -> None:
    found = told("name,citizenship,entry,exit\nSum,CN,2026-01-01,2026-01-05\nTotal,,2026-01-01,2026-01-20\n")
    assert [one.name for one in found.travellers] == ["Sum"]
    assert left(found, "total") == [(3, "")]


def test_an_id_that_counts_the_rows_is_nobodys_number() -> None:
    rows = "1,A,2026-01-01,2026-01-05\n2,A,2026-02-01,2026-02-05\n3,B,2026-02-01,2026-02-05\n"
    found = told(f"id,name,entry,exit\n{rows}", citizenship="RU")
    assert [len(one.stays) for one in found.travellers] == [2, 1]
    other = told(f"id,name,entry,exit\n{rows.replace('2,A', '7,A')}", citizenship="RU")
    assert [len(one.stays) for one in other.travellers] == [1, 1, 1]


def test_a_row_under_one_that_names_nobody_is_of_the_last_who_was_named() -> None:
    source = "name,entry,exit,note\nA,2026-01-01,2026-01-10,\n,,,note\n,2026-03-01,2026-03-10,\n"
    (question,) = asked(told(source), "blank-name")
    found = told(source, citizenship="RU", chosen={question.id: "same"})
    assert (len(found.travellers), len(stays(found))) == (1, 2)
