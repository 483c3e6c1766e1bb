from __future__ import annotations

import pytest

from kzstay.bundled import law
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Ruling, Traveller
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import beside, host_costs
from kzstay.texts.words import words
from tests.core.builders import expulsion, fine, ruled
from tests.helpers import day, plain, stay, traveller

EN = words("en")
OVER = traveller("DE", stay("2026-10-20", notified="2026-10-21"), host="individual")
EXPELLED = traveller("UZ", stay("2026-09-01", notified="2026-09-02"))


def of(who: Traveller, on: str = "2026-11-27") -> Assessment:
    return assess(who, day(on), law())


def brief(who: Traveller, kind: str, on: str = "2026-11-27") -> dict[str, str]:
    a = of(who, on)
    duty = next(one for one in a.duties if one.kind == kind)
    return {label: plain(text) for label, text in beside.brief(EN, a, duty)}


def test_in_full_the_traveller_comes_before_the_host() -> None:
    a = of(OVER)
    leave = next(one for one in a.duties if one.kind == "leave")
    labels = [label for label, _ in beside.of_cost(EN, a, leave)]
    assert labels[:2] == ["For 9 days over", "Again within 12 months"]
    assert labels[-1] == host_costs.expulsion(EN)[0]


# An overstay


def test_under_an_overstay_half_of_the_fine_and_the_host_are_told() -> None:
    found = brief(OVER, "leave")
    assert found["Half of the fine"].startswith("It is enough before a ruling")
    assert found["Host who houses a guest beyond the last day"] == "fine of 25 MCI (108 125 ₸)"
    assert "Expulsion" not in found, "the law names none for nine days"


def test_once_there_is_a_ruling_half_is_no_longer_enough() -> None:
    assert "Half of the fine" not in brief(ruled(OVER, fine("2026-11-25")), "leave")


def test_where_an_expulsion_is_possible_it_is_said_who_pays_for_it() -> None:
    found = brief(traveller("DE", stay("2026-10-01")), "leave")
    assert "whoever invited" in found["Expulsion"]
    assert "Half of the fine" not in found


def test_of_a_minor_it_is_said_who_pays_the_fine() -> None:
    who = traveller("DE", stay("2026-10-20"), born="2009-06-01")
    assert brief(who, "leave")["Fine of a minor"] == "Where a minor has no means, the parents pay the fine."
    assert "Fine of a minor" not in brief(OVER, "leave")


def test_before_the_parents_had_to_pay_it_is_not_said() -> None:
    who = traveller("DE", stay("2025-07-01", "2025-08-05"), born="2008-06-01")  # KoAP 66(1) is of September 2025
    a = of(who)
    leave = next(one for one in a.duties if one.kind == "leave")
    assert "Fine of a minor" not in dict(beside.of_cost(EN, a, leave))


def test_of_an_earlier_stay_nothing_is_told_in_short() -> None:
    assert brief(traveller("DE", stay("2026-09-01", "2026-09-10")), "host-notice") == {}


# A host's notice, a longer stay


def test_a_notice_that_is_not_recorded_has_its_cost() -> None:
    assert brief(traveller("DE", stay("2026-11-11")), "host-notice") == {
        "If missed": "warning – fine of 20 MCI (86 500 ₸), by the type of host"
    }


def test_beside_a_longer_stay_the_grounds_of_a_permit_are_told() -> None:
    found = brief(traveller("UZ", stay("2026-11-11")), "longer")
    assert found["Grounds, and who asks"].startswith("joining family – the relative; ")
    assert list(brief(traveller("DE", stay("2026-11-11")), "longer")) == ["Application"]


# After a ruling


def test_beside_the_courts_day_the_border_and_force_are_told() -> None:
    found = brief(ruled(EXPELLED, expulsion("2026-11-20", "2026-12-01")), "depart")
    assert found["If missed"].startswith("fine of 5 MCI")
    assert "by force" in found["Besides"]
    assert "by 31 Dec 2026" in found["At the border"]


def test_once_it_is_missed_its_penalty_is_told_beside_the_rule_on_checkpoints() -> None:
    who = ruled(EXPELLED, expulsion("2026-11-05", "2026-11-20"))
    found = brief(who, "depart")
    assert list(found) == ["Penalty", "Besides", "At the border"]
    assert found["Penalty"].startswith("fine of 5 MCI (21 625 ₸), or community work")
    assert list(brief(who, "depart", "2026-12-21")) == ["Penalty", "Besides"], "nobody is spared any more"


@pytest.mark.parametrize(
    ("part", "where"),
    [
        ("517(3)", "the body that ruled, or the one above it; court"),
        ("517(4)", "the court that ruled, for the one above it"),
        (
            "",
            (
                "ruling by court: the court that ruled, for the one above it; "
                "ruling by police or Border Service: the body that ruled, or the one above it; court"
            ),
        ),
    ],
)
def test_it_is_said_where_to_complain(part: str, where: str) -> None:
    fined = Ruling(kind="fine", served=day("2026-11-20"), part=part)
    assert brief(ruled(OVER, fined), "appeal")["Where to complain"] == where


def test_after_its_term_a_complaint_is_said_to_be_accepted() -> None:
    found = brief(ruled(OVER, Ruling(kind="fine", served=day("2026-11-05"), part="517(3)")), "appeal")
    assert list(found) == ["Where to complain", "After the ordinary term"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_tells_all_of_it(language: Language) -> None:
    a = of(ruled(EXPELLED, expulsion("2026-11-20", "2026-12-01")))
    for duty in a.duties:
        for label, text in beside.brief(words(language), a, duty):
            assert label
            assert text
            assert "{" not in label + text


def test_nothing_is_said_in_short_that_is_not_said_in_full() -> None:
    a = of(OVER)
    leave = next(one for one in a.duties if one.kind == "leave")
    full = dict(beside.of_cost(EN, a, leave))
    short = dict(beside.brief(EN, a, leave))
    assert set(short) <= set(full)
    assert short["Half of the fine"] == full["Half of the fine"]
