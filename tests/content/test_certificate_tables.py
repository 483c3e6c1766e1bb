from __future__ import annotations

import pytest

from kzstay import bundled
from kzstay.content.certificate_tables import cut, limits, main_use, numeric, period_of, stays
from kzstay.core.assess import Assessment, assess
from kzstay.core.readings import Reading
from kzstay.texts.words import words
from tests.content.certificate_cases import ON, PEOPLE
from tests.helpers import permit, plain, span, stay, traveller

EN = words("en")


def found(name: str, reading: Reading = Reading.SAFE) -> Assessment:
    return assess(PEOPLE[name], ON, bundled.law(), reading)


def test_the_limit_that_sets_the_last_day_is_added_up_where_it_counts_days() -> None:
    main = main_use(found("period from the first entry"))
    assert main
    assert main[1].window
    assert main_use(found("visa")) is None
    assert main_use(found("citizen")) is None
    rolling = main_use(found("over the days"))
    assert rolling
    assert (rolling[1].kind, rolling[1].used) == ("rolling", 96)


def test_a_period_that_runs_on_is_counted_to_the_day() -> None:
    a = found("period from the first entry")
    main = next(use for use in [main_use(a)] if use)
    assert period_of(a, main[1]).last == ON


def test_days_are_written_in_figures() -> None:
    assert plain(numeric(EN, span("2026-05-26", "2026-11-22"))) == "26.05.2026 – 22.11.2026"


def test_limits_of_an_entry_to_come_have_no_days_of_this_stay() -> None:
    table = limits(EN, found("outside"))
    assert table
    assert table.header[-1] == "Last day if you enter on this day"
    assert table.rows[0][1:4] == ["–", "–", "–"]
    assert table.rows[1][2:4] == ["26", "64"]
    barred = limits(EN, found("fined"))
    assert barred
    assert [row[-1] for row in barred.rows] == ["–", "–"]
    over = limits(EN, found("over the days"))
    assert over
    assert over.rows[1][-1] == "none"
    assert limits(EN, found("no regime")) is None


def test_days_that_do_not_count_say_why() -> None:
    driver = stays(EN, found("driver"), 18, 30)
    assert driver
    assert [row[3:] for row in driver.rows] == [
        ["0", "transport (driver or crew) · left out of the count"],
        ["12", ""],
        ["12", ""],
    ]
    covered = stays(EN, found("covered before"), 18, 30)
    assert covered
    assert covered.rows[0][3:] == ["0", "covered by a permit"]
    missing = stays(EN, found("not recorded"), 18, 30)
    assert missing
    assert missing.rows[0][2] == "not recorded"
    assert missing.rows[-1][3] == str(sum(int(row[3]) for row in missing.rows[:-1]))


def test_where_nothing_is_counted_all_that_have_begun_are_listed() -> None:
    who = traveller(
        "DE",
        stay("2020-01-01", "2020-01-10"),
        stay("2026-11-11"),
        stay("2027-01-01"),
        permits=[permit("2026-11-01", "2027-11-01", "rvp")],
    )
    table = stays(EN, assess(who, ON, bundled.law()), 18, 30)
    assert table
    assert not table.total
    assert [row[3] for row in table.rows] == ["10", "12"]


@pytest.mark.parametrize(("most", "rows"), [(18, 20), (3, 5)])
def test_no_more_rows_are_listed_than_there_is_room_for(most: int, rows: int) -> None:
    table = stays(EN, found("many stays"), most, 30)
    assert table
    assert len(table.rows) == rows
    assert table.rows[-1][4] == "118"
    one = stays(EN, found("over the days"), 2, 30)
    assert one
    assert one.rows[0][:2] == ["1", "1 earlier stay"]


def test_checkpoints_are_cut() -> None:
    table = stays(EN, found("many stays"), 18, 8)
    assert table
    assert table.rows[1][3] in ("Nur Zho… / Korday", "Алматы… / Korday")
    assert cut("  a\nb\u202ec  ", 30) == "a bc"
    assert cut("abcdef", 4) == "abc…"


def test_days_over_lie_in_the_days_that_are_named() -> None:
    over = limits(EN, found("over"))
    assert over
    assert [plain(cell) for cell in over.rows[0][1:]] == ["01.09.2026 – 22.11.2026", "83", "0", "30.09.2026"]
