"""The list of travellers: of each what the window shows, in the order that was asked for."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from kzstay.content import register
from kzstay.content.blocks import Facts, Paragraph, Table, Title
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Host, Traveller
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.core.builders import LAW, SAFE, USUAL, fine
from tests.helpers import day, plain, stay, traveller

ON = day("2026-11-26")
EN = words("en")
HOTEL = Host(kind="medium", name="Hotel Alatau")


def guest(who: Traveller, host: Host | None = HOTEL, document: str = "") -> Traveller:
    return msgspec.structs.replace(who, host=host, document=document)


ANNA = guest(traveller("DE", stay("2026-11-24")), document="C01X00T47")
IVAN = guest(traveller("RU", stay("2026-11-03"), name="Ivan Petrov"))
OVER = guest(traveller("DE", stay("2026-10-01", notified="2026-10-02"), name="Over"))
FINED = guest(
    Traveller(name="Fined", citizenship="DE", rulings=(fine("2026-08-05"),)), Host(kind="individual", name="Aigul")
)


def of(who: Traveller, on: date = ON) -> Assessment:
    return assess(who, on, LAW)


def test_a_row_tells_who_it_is_how_they_stand_and_what_comes_next() -> None:
    row = register.row(EN, of(ANNA))
    assert row == {
        "traveller": "Anna Schmidt",
        "citizenship": "Germany",
        "document": "C01X00T47",
        "host": "Hotel Alatau · medium business",
        "status": "within limits",
        "leave_by": day("2026-12-23"),  # 30 days from the 24th of November
        "days_left": 27,
        "next_duty": "Host's notice",
        "next_due": day("2026-11-26"),  # the third working day by the strict count
        "note": "",
        "on": ON,
        "reading": "strict count",
    }
    assert set(row) == {column.key for column in register.table(EN).columns}


def test_what_forbids_what_was_missed_and_what_nobody_recorded_is_noted() -> None:
    assert plain(str(register.row(EN, of(IVAN))["note"])) == "host's notice: not recorded"
    assert "fine" in str(register.row(EN, of(FINED))["note"])
    over = register.row(EN, of(OVER))
    assert over["days_left"] == -27  # the last lawful day was the 30th of October
    assert over["status"] == "27 days over"


def test_who_is_outside_has_no_day_to_leave_by_and_may_enter() -> None:
    row = register.row(EN, of(traveller("DE", stay("2026-08-01", "2026-08-10", notified="2026-08-03"))))
    assert (row["leave_by"], row["days_left"], row["next_due"]) == (None, None, None)
    assert str(row["next_duty"]).startswith("may enter")
    assert row["host"] == ""


def test_where_nothing_comes_next_nothing_is_written() -> None:
    visa = guest(traveller("NG", stay("2026-11-24", notified="2026-11-24")))
    assert register.row(EN, of(visa))["next_duty"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_have_one_header(language: Language) -> None:
    columns = register.table(words(language)).columns
    assert len({column.header.casefold() for column in columns}) == len(columns)
    assert all(column.header for column in columns)


def test_the_host_is_told_once_where_it_is_one_for_sure() -> None:
    spelt = guest(IVAN, Host(kind="medium", name="«Hotel ALATAU»"))
    assert register.one_host(EN, [of(ANNA), of(spelt)]) == "Hotel Alatau · medium business"
    assert register.one_host(EN, [of(ANNA), of(FINED)]) == ""
    for unknown in (Host(kind="medium"), None):
        assert register.one_host(EN, [of(guest(ANNA, unknown)), of(guest(IVAN, unknown))]) == ""


def test_on_paper_the_order_is_that_which_was_asked_for() -> None:
    title, host, table, disclaimer = register.blocks([of(ANNA), of(OVER), of(IVAN)], EN)
    assert isinstance(title, Title)
    assert title.text == "List of 3 travellers"
    assert title.line.startswith("Calculated for 26 November 2026 · strict count")
    assert title.mark.startswith("Report ")
    assert host == Facts([("Host", "Hotel Alatau · medium business")])
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["1", "2", "3"]
    assert [plain(cell) for cell in table.rows[0]] == [
        "1",
        "Anna Schmidt\nGermany · C01X00T47",
        "within limits",
        "23 Dec 2026\n27 days left",
        "Host's notice\n26 Nov 2026",
        "",
    ]
    assert [row[1].partition("\n")[0] for row in table.rows] == ["Anna Schmidt", "Over", "Ivan Petrov"]
    assert isinstance(disclaimer, Paragraph)


def test_of_several_hosts_each_line_names_its_own() -> None:
    _, table, _ = register.blocks([of(ANNA), of(FINED)], EN)
    assert isinstance(table, Table)
    assert table.rows[0][1].endswith("Hotel Alatau · medium business")
    assert table.rows[1][1].endswith("Aigul · individual")


def test_rows_that_cannot_be_used_yet_are_told() -> None:
    told = [block.text for block in register.blocks([of(ANNA)], EN, (2, 0)) if isinstance(block, Paragraph)]
    assert told[0].startswith("2 rows are left out")
    assert any(value == told[0] for _, value in register.about([of(ANNA)], EN, (2, 0)))


def test_what_it_rests_on_is_told_with_the_id_of_a_report_on_the_same() -> None:
    found = dict(register.about([assess(ANNA, ON, LAW, USUAL)], EN))
    assert found["Calculated for"] == ON
    assert found["Way of counting"] == "usual count"
    assert found["Report ID"] == register.mark([assess(ANNA, ON, LAW, USUAL)])
    assert found["Report ID"] != register.mark([assess(ANNA, ON, LAW, SAFE)])


@pytest.mark.parametrize(
    ("on", "said"), [("2027-05-21", ""), ("2027-05-22", "old"), ("2027-11-22", "out of date")]
)
def test_a_list_tells_once_that_the_law_data_is_old(on: str, said: str) -> None:
    found = [of(ANNA, day(on)), of(IVAN, day(on))]
    printed = [block.text for block in register.blocks(found, EN) if isinstance(block, Paragraph)]
    listed = [str(value) for _label, value in register.about(found, EN)]
    for told in printed, listed:
        old = [text for text in told if text.startswith("The law data is")]
        assert len(old) == bool(said)
        assert all(said in text for text in old)
