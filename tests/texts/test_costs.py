from __future__ import annotations

import dataclasses
from typing import get_args

import msgspec
import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import HostKind, Ruling, Traveller
from kzstay.core.costs import Cost, cost_of
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
        ("official", "fine of 10 MCI (43 250 ₸)", None),
        ("small", "fine of 10 MCI (43 250 ₸)", "fine of 40 MCI (173 000 ₸)"),
        ("medium", "fine of 15 MCI (64 875 ₸)", "fine of 70 MCI (302 750 ₸)"),
        ("large", "fine of 20 MCI (86 500 ₸)", "fine of 100 MCI (432 500 ₸)"),
    ],
)
def test_a_notice_that_was_missed_costs_by_the_kind_of_host(host: HostKind, first: str, again: str | None) -> None:
    found = told(msgspec.structs.replace(HERE, host=traveller("DE", host=host).host), "host-notice")
    assert found == {"If missed": first} | ({"Again within 12 months": again} if again else {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_penalty_and_step_can_be_told(language: Language) -> None:
    w = words(language)
    assert {row.outcome for row in law().penalties} == set(get_args(Outcome))
    for offence in get_args(Offence):
        found = penalties(law(), offence, ON)
        steps = costs.steps(w, found)
        assert len({label for label, _ in steps}) == len(found)
        for one, (label, text) in zip(found, steps, strict=True):
            assert label
            assert one.row.mci == 0 or (str(one.row.mci) in text and w.number(one.tenge) in text)
            assert one.row.arrest_days == 0 or str(one.row.arrest_days) in text
            assert "{" not in f"{label}{text}{costs.bare(w, one)}"


# What is told of a duty


def test_an_overstay_that_has_happened_tells_its_own_step() -> None:
    assert told(OVERSTAYED, "leave") == {
        "For 5 days over": "fine of 10 MCI (43 250 ₸)",
        "Again within 12 months": "fine of 15 MCI (64 875 ₸) or expulsion, decided by a court",
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
    assert list(found) == ["If the ruling was for the same offence", "Otherwise"]
    assert found["If the ruling was for the same offence"].startswith("fine of 15 MCI (64 875 ₸) or expulsion")
    assert brief(ruled(OVERSTAYED), "leave") == "at least: fine of 10 MCI; at most: fine of 15 MCI or expulsion"


def test_without_the_kind_of_host_all_are_told_and_the_kind_is_asked_for() -> None:
    found = told(HERE, "host-notice")
    assert found["If missed"].startswith("individual: warning; official, small business: fine of 10 MCI")
    assert found["Host"] == "Choose the type of host to see what applies."
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
    ((_, told),) = costs.told(EN, law(), *of(who, "registration"))
    assert (
        told == "No penalty for it was found in the code, edition of 9 January 2026. The duty is newer than that."
    )
    row = msgspec.structs.replace(law().duties["registration"], begins=day("2020-01-11"))
    older = dataclasses.replace(law(), duties=law().duties | {"registration": row})
    assert costs.nothing(EN, older, "registration") == (
        "No penalty for it was found in the code, edition of 9 January 2026."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_duty_says_what_follows(language: Language) -> None:
    w = words(language)
    texts = {kind: costs.nothing(w, law(), kind) for kind, row in law().duties.items() if row.offence is None}
    assert [kind for kind, text in texts.items() if not text] == ["ban-end"]


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
            assert cost is None or costs.articles(cost)


def test_a_fine_names_no_court_in_a_tight_place() -> None:
    found: list[Penalty] = penalties(law(), "overstay", ON, days=20)
    assert costs.bare(EN, found[0]) == "fine of 25 MCI or expulsion"
