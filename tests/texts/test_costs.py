from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import HostKind, Ruling, RulingKind, Traveller
from kzstay.core.costs import Cost, cost_of
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.core.law.schema import Offence, Outcome
from kzstay.core.readings import Reading
from kzstay.core.sanctions import Penalty, penalties
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import costs
from kzstay.texts.words import words
from tests.helpers import day, move, plain, stay, traveller

EN = words("en")
ON = day("2026-11-22")
HALF = (
    "It is enough before a ruling, if you admit the offence and pay within 7 days of the day on which the case is "
    "opened. Then there is no ordinary appeal."
)
OVERSTAYED = traveller("DE", stay("2026-05-01", "2026-06-04"))
HERE = traveller("DE", stay("2026-11-11"))


def of(who: Traveller, kind: str) -> tuple[Duty, Cost | None]:
    a = assess(who, ON, law())
    found = next(one for one in a.duties if one.kind == kind)
    return found, cost_of(a, found)


def told(who: Traveller, kind: str) -> dict[str, str]:
    return {label: plain(text) for label, text in costs.told(EN, law(), *of(who, kind))}


def brief(who: Traveller, kind: str) -> str:
    cost = of(who, kind)[1]
    assert cost is not None
    return plain(costs.brief(EN, cost))


def ruled(who: Traveller) -> Traveller:
    return msgspec.structs.replace(who, rulings=(Ruling(kind="fine", served=day("2026-04-20")),))


# Penalties: KoAP 517 and 518, as facts/kz-rules.md has them


@pytest.mark.parametrize(
    ("days", "penalty"),
    [
        (3, "warning"),
        (4, "fine of 10 MCI (43 250 ₸)"),
        (5, "fine of 10 MCI (43 250 ₸)"),
        (6, "fine of 15 MCI (64 875 ₸)"),
        (10, "fine of 15 MCI (64 875 ₸)"),
        (11, "fine of 25 MCI (108 125 ₸) or expulsion, decided by a court"),
    ],
)
def test_an_overstay_costs_by_its_days(days: int, penalty: str) -> None:
    found = penalties(law(), "overstay", ON, days=days)
    assert [plain(costs.penalty(EN, one)) for one in found] == [penalty]


def test_a_repeated_long_overstay_costs_arrest() -> None:
    found = penalties(law(), "overstay-again", ON, days=11)
    assert [costs.penalty(EN, one) for one in found] == [
        "arrest of up to 15 days with expulsion, decided by a court"
    ]


@pytest.mark.parametrize(
    ("host", "first", "again"),
    [
        ("individual", "warning", "fine of 30 MCI (129 750 ₸)"),
        ("official", "fine of 10 MCI (43 250 ₸)", "fine of 40 MCI (173 000 ₸)"),
        ("nonprofit", "fine of 10 MCI (43 250 ₸)", "fine of 40 MCI (173 000 ₸)"),
        ("small", "fine of 10 MCI (43 250 ₸)", "fine of 40 MCI (173 000 ₸)"),
        ("medium", "fine of 15 MCI (64 875 ₸)", "fine of 70 MCI (302 750 ₸)"),
        ("large", "fine of 20 MCI (86 500 ₸)", "fine of 100 MCI (432 500 ₸)"),
    ],
)
def test_a_notice_that_was_missed_costs_by_the_kind_of_host(host: HostKind, first: str, again: str) -> None:
    found = told(msgspec.structs.replace(HERE, host=traveller("DE", host=host).host), "host-notice")
    assert found == {"If missed": first, "Again within 12 months": again}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_penalty_and_step_can_be_told(language: Language) -> None:
    w = words(language)
    assert {row.outcome for row in law().penalties} == set(get_args(Outcome))
    for offence in get_args(Offence):
        found = penalties(law(), offence, ON)
        steps = costs.steps(w, found)
        assert len({label for label, _ in steps}) == len(found)
        for one, (label, text) in zip(found, steps, strict=True):
            assert bool(label) == (offence != "court-order")
            assert one.row.mci == 0 or (str(one.row.mci) in text and w.number(one.tenge) in text)
            assert one.row.arrest_days == 0 or str(one.row.arrest_days) in text
            assert "{" not in f"{label}{text}{costs.bare(w, one)}"


# What is told of a duty


def test_an_overstay_that_has_happened_tells_its_own_step() -> None:
    assert told(OVERSTAYED, "leave") == {
        "For 5 days over": "fine of 10 MCI (43 250 ₸)",
        "Again within 12 months": "fine of 15 MCI (64 875 ₸) or expulsion, decided by a court",
        "Half of the fine": HALF,
    }
    assert brief(OVERSTAYED, "leave") == "fine of 10 MCI (43 250 ₸)"


def test_one_that_threatens_tells_the_ladder() -> None:
    assert told(HERE, "leave")["If missed"] == (
        "up to 3 days over: warning; 4 to 5 days over: fine of 10 MCI (43 250 ₸); "
        "6 to 10 days over: fine of 15 MCI (64 875 ₸); "
        "more than 10 days over: fine of 25 MCI (108 125 ₸) or expulsion, decided by a court"
    )
    assert brief(HERE, "leave") == "at least: warning; at most: fine of 25 MCI or expulsion"


def test_after_a_ruling_both_are_told_as_what_it_was_for_is_not_known() -> None:
    found = told(ruled(OVERSTAYED), "leave")
    same = "If the ruling was for the same part of the article"
    assert list(found) == [same, "Otherwise", "Half of the fine"]
    assert found[same].startswith("fine of 15 MCI (64 875 ₸) or expulsion")
    assert brief(ruled(OVERSTAYED), "leave") == "at least: fine of 10 MCI; at most: fine of 15 MCI or expulsion"


def test_without_the_kind_of_host_all_are_told_and_the_kind_is_asked_for() -> None:
    found = told(HERE, "host-notice")
    assert found["If missed"].startswith(
        "individual: warning; official, non-profit organisation, small business: fine of 10 MCI"
    )
    assert found["Host"] == "The type of host is not entered: what applies depends on it."
    assert brief(HERE, "host-notice") == "at least: warning; at most: fine of 20 MCI"


@pytest.mark.parametrize("kind", ["registration", "address-change"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_penalty_was_found_it_is_said_plainly(kind: str, language: Language) -> None:
    w = words(language)
    who = traveller("RU", stay("2026-11-01", registered="2026-11-01", moves=[move("2026-11-16")]))
    found = costs.told(w, law(), *of(who, kind))
    assert len(found) == 1
    assert w.full_day(law().editions["KoAP"]) in found[0][1]


def test_a_duty_that_is_newer_than_the_code_as_read_says_so() -> None:
    who = traveller("RU", stay("2026-11-01", moves=[move("2026-11-16")]))
    duty, cost = of(who, "registration")
    ((_, told),) = costs.told(EN, law(), duty, cost)
    assert (
        told == "No penalty for it was found in the code, edition of 9 January 2026. The duty is newer than that."
    )
    row = msgspec.structs.replace(law().duties["registration"], begins=day("2020-01-11"))
    assert costs.nothing(EN, law(), msgspec.structs.replace(duty, row=row)) == (
        "No penalty for it was found in the code, edition of 9 January 2026."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_duty_says_what_follows(language: Language) -> None:
    w = words(language)
    ruled = [Ruling(kind=kind, served=ON, leave_by=ON + DAY * 5, executed=ON) for kind in get_args(RulingKind)]
    who = msgspec.structs.replace(HERE, rulings=tuple(ruled))
    texts = {
        (one.kind, one.decision and one.decision.kind): costs.nothing(w, law(), one)
        for one in assess(who, ON, law()).duties
        if one.row.offence is None
    }
    assert {kind for (kind, _), text in texts.items() if not text} == {"ban-end"}
    assert texts["appeal", "expulsion"] == texts["suspend", "expulsion"] != texts["appeal", "fine"]


def test_before_the_penalties_of_today_nothing_is_told() -> None:
    assert told(traveller("DE", stay("2019-12-01", "2020-01-05")), "leave") == {}


# The money


def test_sums_are_those_of_the_year() -> None:
    found = penalties(law(), "overstay", day("2024-06-01"), days=5)
    assert plain(costs.penalty(EN, found[0])) == "fine of 10 MCI (36 920 ₸)"
    assert plain(costs.index(EN, found, 2024)) == "One monthly calculation index (MCI) is 3 692 ₸ in 2024."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_without_an_index_says_which_is_used(language: Language) -> None:
    year = max(index.year for index in law().indexes)
    text = costs.index(words(language), penalties(law(), "overstay", day(f"{year + 3}-01-01")), year + 3)
    assert str(year) in text
    assert str(year + 3) in text


def test_both_readings_can_be_told() -> None:
    for reading in Reading:
        a = assess(ruled(traveller("DE", stay("2026-10-01"))), ON, law(), reading)
        for duty in a.duties:
            cost = cost_of(a, duty)
            assert all(text for fact in costs.told(EN, law(), duty, cost) for text in fact)
            assert cost is None or costs.articles(law(), duty, cost)


def test_a_fine_names_no_court_in_a_tight_place() -> None:
    found: list[Penalty] = penalties(law(), "overstay", ON, days=20)
    assert costs.bare(EN, found[0]) == "fine of 25 MCI or expulsion"


# What a ruling, an age or an earlier stay changes


def paid(part: str) -> Ruling:
    return Ruling(kind="fine", served=day("2026-04-20"), paid=day("2026-04-20"), part=part)


def test_after_a_ruling_for_the_same_part_it_is_told_as_a_repeated_offence() -> None:
    found = told(msgspec.structs.replace(OVERSTAYED, rulings=(paid("517(3)"),)), "leave")
    assert found["For 5 days over"] == "fine of 15 MCI (64 875 ₸) or expulsion, decided by a court"
    assert found["A repeated offence"].startswith("There is a ruling for the same offence")
    assert "Half of the fine" not in found


def test_a_step_that_would_be_a_repeated_offence_stands_in_the_ladder() -> None:
    found = told(msgspec.structs.replace(HERE, rulings=(paid("517(4)"),)), "leave")["If missed"]
    assert found.startswith("up to 3 days over: warning; 4 to 5 days over")
    assert found.endswith("more than 10 days over: arrest of up to 15 days with expulsion, decided by a court")


def test_an_earlier_overstay_without_a_ruling_is_told_as_what_it_may_bring() -> None:
    who = traveller("DE", stay("2026-03-01", "2026-04-01"), stay("2026-10-01", "2026-11-03"))
    a = assess(who, ON, law())
    last = next(one for one in a.duties if (one.kind, one.stay) == ("leave", 1))
    cost = cost_of(a, last)
    assert cost is not None
    assert plain(costs.brief(EN, cost)) == (
        "fine of 10 MCI (43 250 ₸); if the earlier overstay was punished: fine of 15 MCI (64 875 ₸) or expulsion, "
        "decided by a court"
    )
    labels = [label for label, _ in costs.told(EN, law(), last, cost)]
    assert labels == ["For 4 days over", "If the earlier overstay was punished", "Half of the fine"]


def test_nobody_under_16_is_told_of_a_fine() -> None:
    child = msgspec.structs.replace(OVERSTAYED, born=day("2015-01-01"))
    text = told(child, "leave")["If missed"]
    assert text == "Nobody under the age of 16 is warned or fined for it. The last day holds all the same."
    assert brief(child, "leave") == ""


def test_a_minor_is_fined_less_and_never_arrested() -> None:
    ten = penalties(law(), "overstay", ON, days=20, minor=True)
    assert plain(costs.penalty(EN, ten[0])) == "fine of 10 MCI (43 250 ₸) or expulsion, decided by a court"
    again = penalties(law(), "overstay-again", ON, days=20, minor=True)
    assert costs.penalty(EN, again[0]) == "expulsion, decided by a court"
    ordered = penalties(law(), "court-order", ON, minor=True)
    assert plain(costs.penalty(EN, ordered[0])) == "fine of 5 MCI (21 625 ₸), decided by a court"


def test_past_the_day_of_a_court_it_is_said_what_follows_and_who_is_spared() -> None:
    ruling = Ruling(kind="expulsion", served=day("2026-11-12"), leave_by=day("2026-11-18"))
    found = told(msgspec.structs.replace(HERE, rulings=(ruling,)), "depart")
    assert found["If missed"] == (
        "fine of 5 MCI (21 625 ₸), or community work of up to 20 hours, or arrest of up to 5 days, "
        "decided by a court"
    )
    assert found["Besides"] == "A court may have the person held and expelled by force."
    assert "by 18 Dec 2026" in found["At the border"].replace("\N{NO-BREAK SPACE}", " ")


def test_a_sum_by_another_year_says_so() -> None:
    year = max(index.year for index in law().indexes)
    found = penalties(law(), "overstay", day(f"{year + 1}-01-05"), days=5)
    assert f"by the index of {year})" in costs.penalty(EN, found[0], dated=True)
    assert "index" not in costs.penalty(EN, found[0])
