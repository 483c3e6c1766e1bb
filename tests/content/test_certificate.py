from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.content.blocks import Answer, Facts, Table
from kzstay.content.certificate import ROOMS, Room, Sheet, certificate, said
from kzstay.core.assess import assess
from kzstay.core.case import Case, Traveller
from kzstay.core.problems import problems
from kzstay.core.readings import Reading
from kzstay.core.verdict import Standing
from kzstay.files.codec import decode, encode
from kzstay.files.report_id import report_id
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import answers, entries, method
from kzstay.texts.words import words
from tests.content.certificate_cases import ATTACK, HERE, ON, PEOPLE
from tests.helpers import day, plain, stay, traveller
from tests.test_any_case import days, travellers

MADE = date(2026, 11, 27)
LAW = bundled.law()
PAIRS: list[tuple[Language, Language]] = list(permutations(LANGUAGES, 2))


def sheets(
    who: Traveller,
    *languages: Language,
    reading: Reading = Reading.SAFE,
    room: Room = ROOMS[0],
    left_out: tuple[int, int] = (0, 0),
) -> list[Sheet]:
    spoken = [words(language) for language in languages or ("en",)]
    return certificate(assess(who, ON, LAW, reading), spoken, MADE, room, left_out)


def sheet(name: str) -> Sheet:
    return sheets(PEOPLE[name])[0]


def fact(found: Sheet, label: str) -> str:
    return plain(dict(found.facts.rows)[label])


def shape(value: object) -> object:
    """Return what is alike in sheets that say the same: how many of everything there are."""
    match value:
        case Table():
            return len(value.header), len(value.rows), value.align, value.widths, value.total, value.marked
        case Facts():
            return len(value.rows)
        case Answer():
            return value.number, value.standing_code, len(value.facts), bool(value.unit)
        case list():
            return len(value)
        case _:
            return bool(value)


def shapes(found: Sheet) -> list[object]:
    return [shape(getattr(found, name)) for name in Sheet.__struct_fields__]


def test_the_page_says_what_it_is_not_and_whose_it_is() -> None:
    found = sheet("present")
    assert found.caution == "Calculated from the dates entered. Not issued by an authority."
    assert plain(found.by) == "On 22 November 2026 · strict count"
    assert dict(found.holder.rows)["Name as in the passport"] == "Anna Schmidt"
    assert dict(found.holder.rows)["Number of the passport"] == "not given"
    assert plain(found.about[0]).startswith(
        f"Report ID {report_id([PEOPLE['present']], ON, Reading.SAFE, LAW.collected)}"
    )
    assert "made on 27 November 2026 · kzstay " in plain(found.about[0])


def test_the_sum_of_the_table_is_the_number_of_the_answer() -> None:
    found = sheet("present")
    assert found.stays
    assert (found.answer.number, found.answer.unit) == ("68 / 90", "days used in 180 days")
    assert [row[0] for row in found.stays.rows] == ["1", "2", "3", "4", ""]
    assert [row[-1] for row in found.stays.rows] == ["14", "27", "15", "12", "68"]
    assert found.stays.rows[0][1:3] == ["20.05.2026", "08.06.2026"]
    assert plain(found.stays_name) == "Stays in the period 26.05.2026 – 22.11.2026 (day.month.year)"
    assert fact(found, "Days counted over") == "26 May 2026 – 22 Nov 2026"
    assert fact(found, "Last lawful day") == "Thursday, 10 December 2026 by both counts"
    assert found.method == method.lines(words("en"), assess(PEOPLE["present"], ON, LAW))


def test_planned_stays_are_not_counted() -> None:
    found = sheet("planned alone")
    assert found.answer.number == "0 / 90"
    assert found.stays is None
    assert found.stays_name.startswith("No stay has a day in the period")
    assert sheet("no regime").stays_name == "Stays begun by 22.11.2026 (day.month.year)"
    assert sheets(traveller("AF"))[0].stays_name == "No stay has begun by this day."


def test_what_forbids_comes_first_and_nothing_is_said_twice() -> None:
    found = sheet("to be expelled")
    assert plain(found.answer.lead) == "By order of a court, leave by Wednesday, 25 November 2026"
    assert found.answer.standing_code is Standing.ORDERED
    assert [plain(text) for text in found.forbids] == [
        "No entry before the expulsion has been carried out and the ban that follows has ended"
    ]
    assert any("art. 28" in text for text in found.articles)
    fined = sheet("fined")
    assert "fine served on" in fined.answer.lead
    assert fined.forbids == []
    assert any(text.startswith("Pay the fine") for text in fined.missed)


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bar_is_told(name: str, language: Language) -> None:
    a, w = assess(PEOPLE[name], ON, LAW), words(language)
    (found,) = sheets(PEOPLE[name], language)
    assert {found.answer.lead, *found.forbids[:6]} >= set(entries.bars(w, a)[:6])
    assert found.answer.lead == answers.lead(w, a)
    assert found.answer.standing_text == answers.standing_of(w, a)


def test_what_was_missed_is_told_plainly() -> None:
    assert [plain(text) for text in sheet("over the days").missed] == ["6 days over in earlier stays"]
    late = traveller("DE", stay("2026-11-11", notified="2026-11-20"))
    assert sheets(late)[0].missed[0].startswith("Host's notice of arrival: done late")
    told = sheets(HERE, left_out=(2, 1))[0].missed
    assert [text.split(":")[0] for text in told] == [
        "2 rows are left out, neither listed nor counted",
        "1 change is not used",
    ]


def test_without_a_count_there_is_no_number() -> None:
    for name in ("no regime", "visa", "rvp", "resident", "citizen", "drives now"):
        found = sheet(name)
        assert found.answer.number == ""
        assert found.limits is None
    assert fact(sheet("visa"), "Permit") == "visa until 1 January 2027"
    assert sheet("citizen").method == []


def test_several_limits_have_a_row_each() -> None:
    found = sheet("two counts")
    assert found.limits
    assert [row[0] for row in found.limits.rows] == ["90 days from the day of entry", "90 days in each 180 days"]
    forward = sheet("period from the first entry")
    assert forward.limits
    assert any("from the first entry" in row[0] for row in forward.limits.rows)


def test_what_another_count_or_source_says_is_told() -> None:
    assert ("Passport of the present stay", "Germany · ordinary passport") in sheet("another passport").holder.rows
    found = sheet("sources differ")
    assert next(value for label, value in found.facts.rows if label == "Certainty") == "medium"
    assert any("Sources differ" in value for _, value in found.facts.rows)


def test_rows_beyond_the_room_are_summed_up_in_one() -> None:
    found = sheet("many stays")
    assert found.stays
    assert len(found.stays.rows) == 1 + 18 + 1
    assert found.stays.rows[0][:2] == ["2–42", "41 earlier stays"]
    assert sum(int(row[4]) for row in found.stays.rows[:-1]) == int(found.stays.rows[-1][4])
    tight = sheets(PEOPLE["all at once"], room=ROOMS[-1])[0]
    assert len(tight.forbids) == 3
    assert tight.forbids[-1].endswith("not listed here.")
    assert len(tight.articles) == 3
    assert tight.blanks == []


def test_what_a_person_wrote_is_cut_with_a_sign() -> None:
    rows = dict(sheet("letters without end").holder.rows)
    assert rows["Number of the passport"] == "W" * 19 + "…"
    assert all(len(part) == 90 and part.endswith("…") for part in rows["Name as in the passport"].split(" · "))
    hostile = dict(sheet("attack").holder.rows)
    assert "\u202e" not in hostile["Name as in the passport"]
    assert ATTACK[:20] in hostile["Name as in the passport"]


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
@pytest.mark.parametrize("name", PEOPLE)
def test_languages_say_the_same(name: str, pair: tuple[Language, Language]) -> None:
    for reading in Reading:
        first, second = sheets(PEOPLE[name], *pair, reading=reading, left_out=(1, 1))
        assert (first.language, second.language) == pair
        assert shapes(first) == shapes(second)
        assert first.title != second.title


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(travellers(), days(), st.sampled_from(list(Reading)), st.sampled_from(ROOMS))
def test_whoever_it_is_about_languages_say_the_same(
    who: Traveller, on: date, reading: Reading, room: Room
) -> None:
    (read,) = decode(encode(Case(travellers=(who,)))).case.travellers
    assume(not problems(Case(travellers=(read,)), bundled.countries(), MADE))
    a = assess(read, on, LAW, reading)
    found = certificate(a, [words(language) for language in LANGUAGES], MADE, room, (0, 0))
    assert len({repr(shapes(one)) for one in found}) == 1
    first = found[0]
    if first.answer.number:
        used = first.answer.number.partition(" / ")[0]
        assert used == (first.stays.rows[-1][_days_column(first.stays)] if first.stays else "0")


def _days_column(table: Table) -> int:
    return table.align.index("r")


def test_what_is_the_same_in_all_languages_is_said_once() -> None:
    found = sheets(HERE, "kk", "ru")
    assert said(found, ["12", "12"]) == [(None, "12")]
    assert said(found, ["бір", "один"]) == [("kk", "бір"), ("ru", "один")]
    assert said(sheets(HERE), ["one"]) == [("en", "one")]


def test_a_stay_on_the_day_itself_has_its_row() -> None:
    found = sheets(traveller("DE", stay("2026-11-22")))[0]
    assert found.stays
    assert found.stays.rows[0] == ["1", "22.11.2026", "still here", "1"]


def test_the_large_number_says_what_period_it_is_of() -> None:
    assert sheet("present").answer.unit == "days used in 180 days"
    assert sheet("visa").answer.unit == ""


def test_no_large_number_belies_an_overstay_or_an_order() -> None:
    assert sheet("over").answer.number == ""
    assert sheet("over long").answer.number.endswith(" / 90")  # more than the limit


@pytest.mark.parametrize(
    ("on", "said"), [("2027-05-21", ""), ("2027-05-22", "old"), ("2027-11-22", "out of date")]
)
def test_the_foot_tells_that_the_law_data_is_old(on: str, said: str) -> None:
    a = assess(traveller("DE", stay("2026-11-11", "2026-11-20")), day(on), LAW)
    (made,) = certificate(a, [words("en")], MADE, ROOMS[0], (0, 0))
    told = [text for text in made.about if text.startswith("The law data is")]
    assert len(told) == bool(said)
    assert all(said in text for text in told)
