"""What is said of the picture of the stays."""

from __future__ import annotations

from kzstay.texts import picture
from kzstay.texts.words import words

EN, RU = words("en"), words("ru")


def test_only_what_is_shown_is_said() -> None:
    assert picture.shows(EN, line=False, permits=False, rest=False) == ["Bars are stays."]
    told = " ".join(picture.shows(EN, line=True, permits=True, rest=True))
    for part in ("the days used", "the limit", "permits", "without an end may last"):
        assert part in told


def test_why_more_days_are_looked_at_than_the_rule_names() -> None:
    assert picture.look_back(EN, 180, 180) == ""
    assert picture.look_back(EN, 180, 181) == (
        "The rule looks back 180 days. To be safe, the strict count looks back 1 day more: 181."
    )
    assert "2 days more: 182" in picture.look_back(EN, 180, 182)
    assert "ещё 1 день: всего 181" in picture.look_back(RU, 180, 181)


def test_stays_that_are_not_in_the_picture_are_counted() -> None:
    assert picture.earlier(EN, 0) == ""
    assert picture.earlier(EN, 1) == "1 earlier stay is not in the picture."
    assert picture.earlier(EN, 42) == "42 earlier stays are not in the picture."


def test_the_number_of_a_stay_that_is_cut_counts_all_its_days() -> None:
    assert "all its days" in picture.cut(EN)
