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
        "28 Jan – 26 Feb: 30 days of your stay of 1–30 Aug",
        "4 Mar – 2 Apr: 30 days of your stay of 5 Sep – 4 Oct",
    ]
    assert plain(plans.returned_later(EN, back)) == "and 60 more days until 2 Apr 2027"


def test_a_single_day_comes_back_on_one_day() -> None:
    reckoning = pair(traveller("DE", stay("2026-08-01", "2026-08-01"))).usual
    (back,) = coming_back(reckoning, day("2026-12-01"))
    assert plain(plans.returned(EN, reckoning, back)) == "28 Jan: 1 day of your stay of 1 Aug"


def test_no_day_comes_back_where_no_limit_looks_back() -> None:
    assert coming_back(pair(traveller("PK")).safe, day("2026-12-01")) == []
