from __future__ import annotations

import pytest

from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import method
from kzstay.texts.words import words
from tests.core.builders import LAW
from tests.helpers import day, permit, plain, stay, traveller

HERE = traveller("DE", stay("2026-11-11"))


def told(who: Traveller = HERE, reading: Reading = Reading.SAFE, on: str = "2026-11-22") -> list[str]:
    return [plain(line) for line in method.lines(words("en"), assess(who, day(on), LAW, reading))]


def test_both_days_count_and_each_way_says_where_the_period_begins() -> None:
    first, strict, last = told()
    assert first.startswith("The day of entry and the day of exit both count.")
    assert "whether the period of 180 days ends with the day that is looked at or with the day before" in strict
    assert strict.endswith("By the strict count it begins 1 day earlier, so that the answer holds either way.")
    assert last == "Only days up to 22 November 2026 count. A stay that begins later does not."
    assert told(reading=Reading.USUAL)[1].startswith("By the usual count the period of 180 days ends with the day")


def test_what_bears_on_the_days_and_no_more_is_told() -> None:
    strict, usual = (told(traveller("AF", stay("2026-11-11")), reading)[1] for reading in Reading)
    assert strict == "The strict count takes the stricter side of whatever the law leaves open."
    assert usual == "The usual count takes the common side of whatever the law leaves open."
    both, one = (told(traveller("UA", stay("2026-11-11")), reading)[1] for reading in Reading)
    assert "begins with the first entry" in both
    assert "By the strict count it begins 1 day earlier" in both  # the general limit holds beside it
    assert "period of 180 days" not in one
    permitted = traveller("DE", stay("2026-11-11"), permits=[permit("2026-11-01", "2027-11-01", "rvp")])
    assert "180" not in told(permitted)[1]
    assert "visa" not in told(permitted)[2]  # its days are not added up, so none is left out


def test_what_is_left_out_is_told() -> None:
    driver = stay("2026-10-01", "2026-10-05", kind="transport")
    found = traveller(
        "DE", driver, stay("2026-10-10"), stay("2026-11-11"), permits=[permit("2025-01-01", "2025-02-01")]
    )
    last = told(found)[2]
    assert "Days that a permit or a visa covers are left out." in last
    assert "Stays of drivers and crews are left out." in last
    assert "A stay whose exit is not recorded counts up to the next entry." in last
    early = told(traveller("RU", stay("2023-01-01", "2023-02-05")), on="2023-02-01")[2]
    assert early.endswith("Days before 27 January 2023 are left out: the limit began on that day.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_three_lines_whoever_it_is_about(language: Language) -> None:
    for country in ("DE", "RU", "UA", "MN", "AF", "KZ", "XXA"):
        for who in (traveller(country), traveller(country, stay("2026-11-11"))):
            for reading in Reading:
                lines = method.lines(words(language), assess(who, day("2026-11-22"), LAW, reading))
                assert len(lines) == 3
                assert all(line.endswith(".") and "{" not in line for line in lines)
