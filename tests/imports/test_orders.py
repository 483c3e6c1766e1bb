from __future__ import annotations

import pytest

from tests.imports.told import asked, refused, stays, told


def read(*rows: str, **answers: object) -> tuple[list[tuple[str, str | None]], list[str]]:
    found = told("\n".join(["Entry;Exit", *rows]), **answers)
    return stays(found), [sample for question in asked(found, "dates") for sample in question.samples]


def test_day_after_the_twelfth_decides_for_the_column() -> None:
    assert read("03/04/2026;05/04/2026", "25/05/2026;26/05/2026")[0][0] == ("2026-04-03", "2026-04-05")
    assert read("03/04/2026;04/05/2026", "05/25/2026;05/26/2026")[0][0] == ("2026-03-04", "2026-04-05")


def test_column_of_small_numbers_follows_its_table() -> None:
    assert read("03/04/2026;25/04/2026", "01/02/2026;01/03/2026")[0] == [
        ("2026-02-01", "2026-03-01"),
        ("2026-04-03", "2026-04-25"),
    ]


def test_dots_have_the_day_first() -> None:
    assert read("03.04.2026;05.04.2026") == ([("2026-04-03", "2026-04-05")], [])


def test_dots_after_which_somebody_leaves_before_the_entry_are_not_turned_round() -> None:
    found = told("Entry;Exit\n05.03.2026;02.04.2026\n05.06.2026;02.06.2026\n")
    assert [code for code, _, _ in refused(found)] == ["exit-before-entry"]


def test_order_that_makes_a_stay_impossible_is_out() -> None:
    assert read("05/04/2026;03/05/2026") == ([("2026-04-05", "2026-05-03")], [])
    assert read("03/04/2026;05/04/2026", "01/06/2026;05/06/2026")[1] == []  # one in the other by the month first


def test_order_that_lies_far_ahead_is_out() -> None:
    assert read("01-02-27;01-03-27", "05-04-29;05-05-29")[1] == ["01-02-27", "01-03-27", "05-04-29"]


def test_what_is_open_is_asked_once_with_what_stands_there() -> None:
    rows = ("01/02/2026;03/02/2026", "04/03/2026;05/03/2026", "06/06/2026;06/06/2026")
    found = told("\n".join(["Entry;Exit", *rows]))
    assert stays(found) == [("2026-06-06", "2026-06-06")] or stays(found) == []
    (question,) = asked(found, "dates")
    assert question.samples == ("01/02/2026", "03/02/2026", "04/03/2026")
    assert question.values == ("dmy", "mdy")
    by_day = [("2026-02-01", "2026-02-03"), ("2026-03-04", "2026-03-05"), ("2026-06-06", "2026-06-06")]
    assert read(*rows, dates="dmy") == (by_day, [])
    assert read(*rows, chosen={question.id: "dmy"}) == (by_day, [])
    assert read(*rows, chosen={question.id: "mdy"})[0][0] == ("2026-01-02", "2026-03-02")


def test_years_of_two_figures_first() -> None:
    found = told("Entry;Exit\n26-03-02;26-03-05\n")
    (question,) = asked(found, "dates")
    assert question.values == ("dmy", "ymd")
    assert read("26-03-02;26-03-05", dates="ymd")[0] == [("2026-03-02", "2026-03-05")]


def test_both_kinds_in_a_column_refuse_the_fewer_and_ask() -> None:
    source = (
        "name,entry,exit\nA,05/14/2026,05/20/2026\nA,03/04/2026,03/05/2026\n"
        "A,25/12/2025,26/12/2025\nA,06/15/2026,06/16/2026\n"
    )
    found = told(source)
    assert refused(found) == [("no-date", 4, "25/12/2025")]
    assert asked(found, "dates")
    assert stays(found) == []
    answered = told(source, dates="mdy")
    assert stays(answered) == [
        ("2026-03-04", "2026-03-05"),
        ("2026-05-14", "2026-05-20"),
        ("2026-06-15", "2026-06-16"),
    ]
    assert refused(answered) == [("no-date", 4, "25/12/2025")]


def test_each_form_is_settled_for_itself() -> None:
    found = told("Entry;Exit\n2026-03-02;2026-03-05\n05/14/2026;05/20/2026\n02.06.2026;05.06.2026\n")
    assert stays(found) == [
        ("2026-03-02", "2026-03-05"),
        ("2026-05-14", "2026-05-20"),
        ("2026-06-02", "2026-06-05"),
    ]


def test_answer_turns_nothing_round_that_is_sure() -> None:
    assert read("05/14/2026;05/20/2026", dates="dmy")[0] == [("2026-05-14", "2026-05-20")]


@pytest.mark.parametrize(
    "language", ["5 марта 2026 г.", "5 наурыз 2026 ж.", "5 Mar 2026", "2026-03-05T23:40+05:00"]
)
def test_days_in_words_leave_nothing_open(language: str) -> None:
    assert read(f"{language};07.03.2026")[0] == [("2026-03-05", "2026-03-07")]


def test_days_of_birth_are_settled_beside_the_stays() -> None:
    found = told(
        "Name;Date of birth;Entry;Exit\nA;25/12/1980;03/04/2026;05/04/2026\nB;01.02.75;03/04/2026;05/04/2026\n"
    )
    assert [str(one.born) for one in found.travellers] == ["1980-12-25", "1975-02-01"]
    assert stays(found) == [("2026-04-03", "2026-04-05")]


def test_each_form_is_a_question_of_its_own_with_what_it_would_be() -> None:
    source = "entry,exit\n05/06/2026,07-06-2026\n05/08/2026,07-08-2026\n"
    first, second = asked(told(source), "dates")
    assert first.id != second.id
    assert [[one.isoformat() for one in found] for found in first.readings] == [
        ["2026-06-07", "2026-08-07"],
        ["2026-07-06", "2026-07-08"],
    ]
    found = told(source, chosen={first.id: "dmy", second.id: "dmy"})
    assert stays(found) == [("2026-06-05", "2026-06-07"), ("2026-08-05", "2026-08-07")]
