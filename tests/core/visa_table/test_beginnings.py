"""The day on which a regime begins."""

from __future__ import annotations

import pytest

from kzstay.core.case import PassportKind
from kzstay.core.days import DAY
from kzstay.core.law.loading import Person
from kzstay.core.law.regimes import regime_on
from kzstay.core.readings import Both, Reading
from tests.core.builders import LAW, SAFE, USUAL
from tests.core.visa_table.table import LINES, OFFICIAL, D, Line, N, S, found, limits, nothing, people, regime_of
from tests.helpers import day

UNILATERAL = {line.person for line in LINES if line.basis.startswith("D148 para 17")}
OTHER_BEGINNING: dict[Person, tuple[str, str]] = {
    person: (begins, why)
    for those, begins, why in (
        (UNILATERAL, "2022-01-01", "since then 90 in 180 stood beside the 30 days of the list"),
        (people("AM BY RU", (N,)), "2018-04-07", "90 days in every telling since then"),
        (people("KR", (N,)), "2025-09-06", "a row of its own since the decree of 25.08.2025 named Korea"),
    )
    for person in those
}
FULL_DATE = len("2026-11-22")


@pytest.mark.parametrize(
    "line",
    [line for line in LINES if line.regime_known and len(line.in_force) == FULL_DATE],
    ids=lambda line: f"{line.country}-{line.passport}",
)
def test_a_regime_begins_on_the_day_of_the_table(line: Line) -> None:
    begins, why = OTHER_BEGINNING.get(line.person, (line.in_force, ""))
    regime = regime_of(line.person)
    assert regime.begins == day(begins), why
    assert (line.in_force != begins) == bool(why)


# Days in force that the table lacks and that the texts or the official notices tell
SEEN_SINCE = people("CY", OFFICIAL) | people("LV", (D,)) | people("RS", (N,))  # the days stand below


@pytest.mark.parametrize(
    "line", [line for line in LINES if line.visa_free == "yes"], ids=lambda line: f"{line.country}-{line.passport}"
)
def test_a_row_says_where_the_day_in_force_was_not_seen(line: Line) -> None:
    unseen = not line.in_force and line.person not in SEEN_SINCE
    assert ("force-not-seen" in found(line.person).remarks) == unseen


@pytest.mark.parametrize(
    ("country", "passport", "last_without", "source"),
    [
        ("CY", S, "2011-03-15", "adilet.zan.kz P1100000077: in force 16.03.2011"),
        ("LV", D, "2016-02-03", "likumi.lv/ta/id/281927: in force 04.02.2016"),
        ("RS", N, "2011-05-27", "adilet.zan.kz P1100000306: in force 28.05.2011"),
        ("RU", S, "2000-11-29", "agreement of 30.11.2000"),
        ("GE", N, "2007-06-20", "dereksiz.org: in force 21.06.2007"),
        ("MD", N, "2007-01-04", "dereksiz.org: in force 05.01.2007"),
        ("MN", N, "1995-01-01", "prg.kz 1014308: in force 02.01.1995"),
        ("AL", N, "2023-04-24", "online.zakon.kz 39296443: in force 25.04.2023"),
        ("BR", N, "2016-09-05", "adilet.zan.kz P1600000471: in force 06.09.2016"),
        ("UA", N, "2002-02-26", "dereksiz.org: in force 27.02.2002"),
        ("UA", S, "2013-04-03", "zakononline.com.ua 308923: in force 04.04.2013"),
        ("SC", N, "2024-01-05", "sputnik.kz 15.01.2024: in force 06.01.2024"),
        ("MA", N, "2025-03-18", "sputnik.kz 20250319: in force 19.03.2025"),
        ("MA", D, "2019-05-09", "online.zakon.kz 35060347: in force 10.05.2019"),
        ("BE", D, "2017-07-31", "wetten BWBV0006474: in force 01.08.2017"),
        ("KR", D, "2008-12-04", "adilet.zan.kz P080000941_: in force 05.12.2008"),
    ],
)
def test_before_an_agreement_there_is_nothing(
    country: str, passport: PassportKind, last_without: str, source: str
) -> None:
    assert nothing(country, passport, last_without), source
    assert all(limits(country, passport, (day(last_without) + DAY).isoformat(), reading) for reading in Reading)


@pytest.mark.parametrize(
    ("country", "passport", "first_day", "last_day"),
    [
        ("AD", N, "2023-12-31", "2024-11-30"),
        ("KN", N, "2025-01-31", "2026-02-17"),
        ("MV", N, "2022-11-30", "2022-12-31"),
        ("NI", N, "2025-01-31", "2026-02-17"),
        ("SM", N, "2025-01-31", "2026-02-17"),
        ("EC", N, "2016-06-14", "2020-01-01"),
    ],
)
def test_a_window_of_the_passport_index_begins_a_regime_late_in_the_safe_reading(
    country: str, passport: PassportKind, first_day: str, last_day: str
) -> None:
    # The index showed a visa on the first day and none on the last; Ecuador: approved 06.2016, on the list of 2020
    rows = LAW.by_person[country, passport]
    assert [row.begins for row in rows] == [Both(safe=day(last_day), usual=day(first_day))]
    assert limits(country, passport, first_day, USUAL)
    assert regime_on(LAW, country, passport, day(first_day), SAFE) is None
