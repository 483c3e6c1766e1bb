"""Tables of text as people and programs write them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kzstay
from kzstay.imports.result import ImportFileError
from tests.imports.told import asked, days, left, refused, stays, told

WINDOWS_1251 = """Дата въезда;Дата выезда;Пункт пропуска
12.02.26;01.03.26;Кордай
20.04.26;18.05.26;а/п Алматы
9.7.26;2.8.26;Маштаково
"""
NEWEST_FIRST = """Row\tDATE \tTYPE \tLOCATION
1 \t2026-09-17 \tDeparture \tUnavailable
2 \t2026-09-02 \tArrival \tALA
3 \t2026-06-15 \tArrival \tKRD
4 \t2026-04-24 \tDeparture \tALA
5 \t2026-04-24 \tArrival \tALA
6 \t2026-02-19 \tDeparture \t813
7 \t2026-01-30 \tArrival \tNQZ
"""
EMPLOYEES = """Employee ID,Full name,Nationality,Passport no.,Arrival KZ,Departure KZ,Visa/TRP,Valid from,Valid to
1007,"O'Neil, Sean",Irish,P0000001,2026-09-01,2026-09-25,,,
1007,"O'Neil, Sean",Irish,P0000001,2026-11-10,,,,
1012,ИВАНОВА Мария,RUS,00 0000002,2026-03-01,,TRP,2026-05-15,2027-05-14
1012,ИВАНОВА Мария,RUS,00 0000002,,,,,
1020,Kumar R.,India,Z0000003,2026-10-05,2026-10-19,C3,2026-10-01,2027-09-30
"""


def test_as_excel_on_a_russian_windows_writes_it() -> None:
    found = told(WINDOWS_1251.replace("\n", "\r\n").encode("cp1251"))
    assert stays(found) == [
        ("2026-02-12", "2026-03-01"),
        ("2026-04-20", "2026-05-18"),
        ("2026-07-09", "2026-08-02"),
    ]
    assert [stay.checkpoint for stay in found.travellers[0].stays] == ["Кордай", "а/п Алматы", "Маштаково"]
    assert not asked(found, "encoding")
    assert left(found, "as-here") == [(1, "")]


def test_record_of_a_border_newest_first() -> None:
    found = told(NEWEST_FIRST)
    assert stays(found) == [
        ("2026-01-30", "2026-02-19"),
        ("2026-04-24", "2026-04-24"),
        ("2026-06-15", None),
        ("2026-09-02", "2026-09-17"),
    ]
    (question,) = asked(found, "missing-exit")
    assert question.at.line == 4
    assert not asked(found, "sense")  # its places are Kazakhstan's


def test_list_of_employees() -> None:
    found = told(EMPLOYEES)
    assert [(one.name, one.citizenship, one.document) for one in found.travellers] == [
        ("O'Neil, Sean", "IE", "P0000001"),
        ("ИВАНОВА Мария", "RU", "00 0000002"),
        ("Kumar R.", "IN", "Z0000003"),
    ]
    assert [stays(found, number) for number in range(3)] == [
        [("2026-09-01", "2026-09-25"), ("2026-11-10", None)],
        [("2026-03-01", None)],
        [("2026-10-05", "2026-10-19")],
    ]
    permits = [[(p.kind, str(p.first), str(p.until)) for p in one.permits] for one in found.travellers]
    assert permits == [[], [("rvp", "2026-05-15", "2027-05-14")], [("visa", "2026-10-01", "2027-09-30")]]
    assert found.whole
    assert not found.left


# What peers write


def test_template_of_trips() -> None:
    found = told(
        "employee_name,entry_date,exit_date,country,purpose\n"
        "Jane Doe,2026-01-05,2026-01-12,KZ,Audit\n"
        "Jane Doe,2026-02-01,2026-02-03,FR,Sales\n"
        "John Roe,2026-03-01,2026-03-09,kz,\n"
    )
    assert [one.name for one in found.travellers] == ["Jane Doe", "John Roe"]
    assert stays(found) == [("2026-01-05", "2026-01-12")]
    assert left(found, "other-country") == [(3, "FR")]
    assert not left(found, "as-here")


def test_people_without_days() -> None:
    found = told("name,email,passport,nationality\nJane Doe,jane@example.org,P1,German\n")
    (jane,) = found.travellers
    assert (jane.name, jane.document, jane.citizenship, jane.stays) == ("Jane Doe", "P1", "DE", ())
    assert not found.refused


def test_people_told_by_their_address_alone() -> None:
    found = told("email,entry_date,exit_date,country\na@x.org,2026-01-01,2026-01-09,KZ\nb@x.org,2026-01-01,,KZ\n")
    assert [one.name for one in found.travellers] == ["a@x.org", "b@x.org"]


def test_history_names_the_person_above_its_heads() -> None:
    head = "Entry Date,Exit Date,Country,Days,Purpose\n"
    found = told(
        f"\ufeffEmployee: Jane Doe\n\n{head}2026-01-01,2026-01-09,KZ,9,work\n\n"
        f"Employee: John Roe\n\n{head}2026-02-01,2026-02-09,KZ,9,work\n"
    )
    assert [one.name for one in found.travellers] == ["Jane Doe", "John Roe"]
    assert [stays(found, number) for number in (0, 1)] == [
        [("2026-01-01", "2026-01-09")],
        [("2026-02-01", "2026-02-09")],
    ]


def test_planner_whose_days_have_no_year_is_refused_with_its_reason() -> None:
    found = told("Employee,Mon 06 Jan,Tue 07 Jan,Wed 08 Jan\nJane Doe,FR,KZ,HOL\n")
    assert refused(found) == [("year", 1, "Mon 06 Jan")]


def test_days_out_of_another_country_are_no_stays_before_that_is_said() -> None:
    source = (
        "#,Date Out,Date In,Departure,Return\n"
        "1,2026-01-05,2026-01-20,London to Almaty,Almaty to London\n"
        "2,2026-03-01,2026-03-09,London to Paris,Paris to London\n"
    )
    found = told(source)
    assert stays(found) == []
    (question,) = asked(found, "sense")
    assert question.values == ("here", "away", "other")
    assert question.samples[0] == "Date Out: 2026-01-05 · Date In: 2026-01-20"
    assert days(question) == [("2026-01-05", "2026-01-20"), ("2026-03-01", "2026-03-09")]


@pytest.mark.parametrize("answer", ["option", "question"])
def test_trips_from_home_to_kazakhstan(answer: str) -> None:
    source = "Departure date,Return date,Notes\n2026-03-01,2026-03-10,x\n2026-04-02,2026-04-20,\n"
    (question,) = asked(told(source), "sense")
    found = told(source, days="here") if answer == "option" else told(source, chosen={question.id: "here"})
    assert stays(found) == [("2026-03-01", "2026-03-10"), ("2026-04-02", "2026-04-20")]
    assert found.travellers[0].stays[0].note == "x"


def test_trips_away_of_who_lives_in_kazakhstan() -> None:
    source = "Departure date,Return date,Notes\n2026-03-01,2026-03-10,x\n2026-04-02,2026-04-20,\n"
    found = told(source, days="away")
    assert stays(found) == [("2026-03-10", "2026-04-02"), ("2026-04-20", None)]
    assert [str(day) for question in asked(found, "missing-entry") for day in question.days] == ["2026-03-01"]


def test_departure_before_arrival_is_a_journey_from_somewhere() -> None:
    assert asked(told("Departure,Arrival\n2026-03-01,2026-03-10\n2026-04-02,2026-04-20\n"), "sense")
    turned = told("Departure,Arrival\n2026-03-10,2026-03-01\n2026-04-20,2026-04-02\n")
    assert stays(turned) == [("2026-03-01", "2026-03-10"), ("2026-04-02", "2026-04-20")]


def test_stays_beside_their_days_and_states() -> None:
    found = told(
        "Country,Entry date,Exit date,Days,Excluded days,Status\r\n"
        "FR,2026-01-01,2026-01-05,5,,ok\r\n"
        "Kazakhstan,2026-03-01,2026-03-05,7,,ok\r\n"
        "Narnia,2026-03-01,2026-03-05,7,,ok\r\n"
        "Қазақстан,2026-05-01,2026-05-05,5,,ok\r\n"
    )
    assert stays(found) == [("2026-03-01", "2026-03-05"), ("2026-05-01", "2026-05-05")]
    assert left(found, "days-differ") == [(3, "7")]
    assert refused(found) == [("country", 4, "Narnia")]


def test_journeys_that_the_united_kingdom_recorded_are_flights() -> None:
    found = told(
        "15/01/2024 KC123 Outbound LHR 0 ALA\n25/01/2024 KC124 Inbound LHR 0 NQZ\n"
        "05/03/2024 BA1 Outbound LHR 0 CDG"
    )
    assert stays(found) == [("2024-01-15", "2024-01-25")]
    assert left(found, "other-country") == [(3, "LHR – CDG")]


# Shapes of tables


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_separators(separator: str) -> None:
    rows = [("Entry", "Exit", "Note"), ("2026-03-01", "2026-03-05", "a"), ("2026-04-01", "", "b")]
    found = told("\n".join(separator.join(row) for row in rows))
    assert stays(found) == [("2026-03-01", "2026-03-05"), ("2026-04-01", None)]


def test_table_in_markdown() -> None:
    found = told("# Trips\n\n| Entry | Exit |\n|:---|---:|\n| 2026-03-01 | 2026-03-05 |\n\nThat is all.\n")
    assert stays(found) == [("2026-03-01", "2026-03-05")]


def test_columns_with_gaps_between_them() -> None:
    found = told("Entry         Exit          Note\n2026-03-01    2026-03-05    a b c\n2026-04-01    2026-04-02\n")
    assert stays(found) == [("2026-03-01", "2026-03-05"), ("2026-04-01", "2026-04-02")]
    assert found.travellers[0].stays[0].note == "a b c"


def test_rows_copied_without_their_heads() -> None:
    found = told("25.05.2026\t30.05.2026\n01.06.2026\t05.06.2026\twork\n")
    assert stays(found) == [("2026-05-25", "2026-05-30"), ("2026-06-01", "2026-06-05")]
    assert found.travellers[0].stays[1].note == "work"


def test_crossings_copied_without_their_heads() -> None:
    found = told("2026-03-01;Entry;Кордай\n2026-03-05;Exit;ALA\n")
    assert stays(found) == [("2026-03-01", "2026-03-05")]
    assert found.kind == "table"


def test_separator_that_is_named() -> None:
    assert stays(told("sep=;\nEntry;Exit\n2026-03-01;2026-03-05\n")) == [("2026-03-01", "2026-03-05")]


def test_sentence_with_a_comma_is_no_table() -> None:
    found = told("I came on 5 March 2026, and left on 9 March 2026")
    assert found.kind == "text"


def test_title_total_blank_rows_and_heads_again() -> None:
    found = told(
        "Отчёт по командировкам;;\n;;\nФИО;Въезд;Выезд\nИванов;01.02.2026;05.02.2026\n;;\n"
        "ФИО;Въезд;Выезд\nПетров;07.02.2026;09.02.2026\nИтого;;2\n"
    )
    assert [one.name for one in found.travellers] == ["Иванов", "Петров"]
    assert left(found, "total") == [(8, "")]
    assert not found.refused


def test_heads_in_two_languages_and_with_the_pattern_of_days() -> None:
    found = told('"Дата въезда / Entry date","Дата выезда / Exit date (MM/DD/YYYY)"\n04/03/2026,05/04/2026\n')
    assert not asked(found, "dates")
    assert stays(found) == [("2026-04-03", "2026-05-04")]


@pytest.mark.parametrize(
    ("heads", "sure"),
    [
        ("Arrival in Kazakhstan,Departure from Kazakhstan", True),
        ("Дата въезда в РК,Дата выезда из РК", True),
        ("Заезд,Отъезд", False),
        ("Қазақстанға келу,Қазақстаннан кету", True),
        ("Кіру,Шығу", False),
    ],
)
def test_heads_of_stays(heads: str, sure: bool) -> None:
    found = told(f"{heads}\n2026-03-01,2026-03-05\n")
    assert stays(found) == [("2026-03-01", "2026-03-05")]
    assert bool(left(found, "as-here")) is not sure


def test_column_that_means_nothing_is_named() -> None:
    found = told("Entry,Exit,Colour\n2026-03-01,2026-03-05,red\n")
    assert left(found, "column") == [(1, "Colour")]


# What cannot be used


def test_rows_that_cannot_be_used_are_refused_with_their_lines() -> None:
    found = told(
        'Name,Entry,Exit,Note\n"A\nB",2026-03-01,2026-03-05,ok\n'
        "C,soon,2026-03-05,\nD,2026-02-30,2026-03-05,\nE,#REF!,2026-03-05,\nF,2026-04-01,#ЗНАЧ!,\n"
        "G,2026-05-01,2026-05-02,family, friends\nH,2026-05-09,2026-05-01,\nI,1812-05-09,,\n"
    )
    assert refused(found) == [
        ("columns", 8, "friends"),
        ("no-date", 4, "soon"),
        ("no-date", 5, "2026-02-30"),
        ("formula-error", 6, "#REF!"),
        ("formula-error", 7, "#ЗНАЧ!"),
        ("exit-before-entry", 9, "2026-05-09 – 2026-05-01"),
        ("year", 10, "1812-05-09"),
    ]
    assert found.travellers[0].name == "A B"


def test_exit_without_an_entry_is_asked_about() -> None:
    found = told("Entry,Exit\n,2026-03-05\n2026-04-01,2026-04-09\n")
    assert stays(found) == [("2026-04-01", "2026-04-09")]
    assert len(asked(found, "missing-entry")) == 1


def test_table_of_other_states_is_told_so() -> None:
    found = told("Country,Entry,Exit\nFrance,2026-03-01,2026-03-05\nItaly,2026-04-01,2026-04-05\n")
    assert not found.travellers
    assert left(found, "other-country") == [(2, "France"), (3, "Italy")]


def test_name_left_blank_under_another_is_asked_about_once() -> None:
    source = "Name;Entry;Exit\nA;01.02.2026;05.02.2026\n;07.02.2026;09.02.2026\n;11.02.2026;12.02.2026\n"
    found = told(source)
    (question,) = asked(found, "blank-name")
    assert (question.at.line, question.person, question.values) == (3, "A", ("same", "unknown"))
    assert days(question) == [("2026-02-07", "2026-02-09"), ("2026-02-11", "2026-02-12")]
    assert stays(found) == [("2026-02-01", "2026-02-05")]
    assert len(stays(told(source, chosen={question.id: "same"}))) == 3
    unknown = told(source, chosen={question.id: "unknown"})
    assert [len(one.stays) for one in unknown.travellers] == [1]
    assert left(unknown, "no-name") == [(3, ""), (4, "")]


def test_nothing_that_is_known() -> None:
    with pytest.raises(ImportFileError) as caught:
        told("a,b,c\n1,2,3\n")
    assert caught.value.code == "unknown"


# Whatever is in a text, it is read or refused

_DAYS = (
    "2026-03-01",
    "01/02/2026",
    "13/02/2026",
    "31.12.9999",
    "00.00.0000",
    "2026-03-01T23:59:59+14:00",
    "46100",
)
_WORDS = ("", "?", "Entry", "Exit", "Date", "Type", "Name", "Country", "KZ", "Total", "Arrival", "#REF!")
CELLS = st.sampled_from([*_DAYS, *_WORDS, '"', "a\nb", "9" * 30, "\x85"])


@given(st.lists(st.lists(CELLS, max_size=6), max_size=8), st.sampled_from(";,\t|"), st.sampled_from(["dmy", None]))
def test_any_cells(rows: list[list[str]], separator: str, dates: str | None) -> None:
    try:
        told("\n".join(separator.join(row) for row in rows), dates=dates)
    except ImportFileError:
        return


@given(st.binary(max_size=300) | st.text(max_size=300))
def test_any_bytes(source: bytes | str) -> None:
    try:
        told(source if isinstance(source, bytes) else source.encode(errors="replace"))
    except ImportFileError:
        return


def test_reader_of_workbooks_is_read_in_only_for_one() -> None:
    code = (
        "import sys; from tests.imports.told import told; told('Entry;Exit\\n2026-03-01;2026-03-05\\n');"
        "sys.exit('python_calamine' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(kzstay.__file__).parents[1])
