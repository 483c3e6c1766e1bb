"""Days that come back, and the stays that gave them."""

from __future__ import annotations

from kzstay.core.plan import coming_back
from kzstay.texts import plans
from tests.helpers import day, plain, stay, traveller
from tests.texts.plans.plan_words import EN, pair
from tests.trips import NEEDED


def test_days_come_back_in_order_with_the_stay_that_gave_them() -> None:
    reckoning = pair(NEEDED).usual
    back = coming_back(reckoning, day("2026-12-01"))
    assert [plain(plans.returned(EN, reckoning, one)) for one in back] == [
        "28 Jan 2027 – 26 Feb 2027: 30 days of your stay of 1–30 Aug",
        "4 Mar 2027 – 2 Apr 2027: 30 days of your stay of 5 Sep – 4 Oct",
    ]
    assert plain(plans.returned_later(EN, back)) == "and 60 more days until 2 Apr 2027"


def test_a_single_day_comes_back_on_one_day() -> None:
    reckoning = pair(traveller("DE", stay("2026-08-01", "2026-08-01"))).usual
    (back,) = coming_back(reckoning, day("2026-12-01"))
    told = plain(plans.returned(EN, reckoning, back))
    assert told == "28 Jan 2027: 1 day of your stay of 1 Aug"


def test_the_year_is_written_where_it_is_not_that_of_the_day_of_reckoning() -> None:
    reckoning = pair(traveller("DE", stay("2026-08-01", "2026-08-02"))).usual
    (back,) = coming_back(reckoning, day("2027-01-15"))
    told = plain(plans.returned(EN, reckoning, back))
    assert told == "28 Jan 2027 – 29 Jan 2027: 2 days of your stay of 1–2 Aug"


def test_no_day_comes_back_where_no_limit_looks_back() -> None:
    assert coming_back(pair(traveller("PK")).safe, day("2026-12-01")) == []
