"""Terms that ended in the pandemic of 2020 were prolonged: nobody who left in time stayed too long."""

from __future__ import annotations

import pytest

from kzstay.core.assess import assess
from kzstay.core.prolongation import prolonged
from tests.core.builders import LAW, SAFE
from tests.helpers import day, permit, stay, traveller

LATE = "2021-06-05"


@pytest.mark.parametrize(
    ("until", "left", "because", "last", "why"),
    [
        ("2020-03-16", "2020-10-25", "per-entry", "2021-01-05", "en.inform.kz a3697030: from 16 March on"),
        ("2020-03-15", "2020-03-30", "per-entry", None, "the day before"),
        ("2021-01-05", None, "per-entry", None, "it ends on that day by itself"),
        ("2020-12-01", None, "permit", "2021-01-05", "visas and permits too: ccik.kz"),
        ("2020-12-01", "2021-03-01", "per-entry", LATE, "kt.kz 19.01.2021: who left by 5 June 2021"),
        ("2021-02-01", LATE, "rolling", LATE, "who left on the last day"),
        ("2021-02-01", "2021-06-06", "rolling", None, "who left a day later"),
        ("2021-02-01", None, "rolling", None, "who did not leave"),
        ("2020-12-01", None, "ban", None, "a ban is no term of stay"),
        ("2020-01-09", None, "rolling", None, "the entry itself was over the limit"),
    ],
)
def test_a_term_that_ended_in_that_time_lasts_longer(
    until: str, left: str | None, because: str, last: str | None, why: str
) -> None:
    one = stay("2020-01-10", left)
    found = prolonged(LAW, one, day(until), because)
    assert found == ((day(last), "prolongation") if last else (day(until), because)), why


def test_where_no_regime_is_known_nothing_is_prolonged() -> None:
    assert prolonged(LAW, stay("2020-04-01"), day("2020-03-31"), None) == (day("2020-03-31"), None)


def test_it_shows_no_overstay_and_says_what_sets_the_day() -> None:
    a = assess(traveller("RU", stay("2020-02-20", "2020-10-25")), day("2020-11-10"), LAW, SAFE)
    assert (a.stays[0].overstay_days, a.stays[0].because) == (0, "prolongation")
    inside = assess(traveller("GE", stay("2020-02-20")), day("2020-11-10"), LAW, SAFE)
    assert inside.leave_by is not None
    assert (inside.leave_by.safe, inside.leave_by.because) == (day("2021-01-05"), "prolongation")


def test_after_it_the_days_count_from_its_end() -> None:
    # 26 days of January and 10 of February; the days before it are forgiven, for who left by 5 June all of them
    person = traveller("RU", stay("2020-02-20", "2021-06-10"))
    a = assess(person, day("2021-07-01"), LAW, SAFE)
    assert a.stays[0].overstay_days == 26 + 28 + 31 + 30 + 31 + 10
    assert (
        assess(traveller("RU", stay("2020-02-20", LATE)), day("2021-07-01"), LAW, SAFE).stays[0].overstay_days == 0
    )


def test_a_permit_that_ended_in_that_time_lasts_longer() -> None:
    person = traveller("NG", stay("2020-02-01", "2020-09-01"), permits=[permit("2020-02-01", "2020-05-01")])
    a = assess(person, day("2020-10-01"), LAW, SAFE)
    assert (a.stays[0].overstay_days, a.stays[0].because) == (0, "prolongation")
