"""Kinds of stays, passports shown, days on a visa and days of residents, in words."""

from __future__ import annotations

from typing import get_args

import pytest

from kzstay.core.assess import Assessment, assess
from kzstay.core.case import STATELESS, Permit, StayKind, Traveller
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import answers, evidence, particulars
from kzstay.texts.words import words
from tests.core.builders import LAW, visa
from tests.helpers import day, permit, plain, stay, traveller

EN = words("en")
HERE = [permit("2024-01-10", "2034-01-09", "residence")]


def answer(person: Traveller, on: str = "2026-11-22") -> Assessment:
    return assess(person, day(on), LAW)


def notes(a: Assessment) -> str:
    return plain(" ".join(answers.note(EN, one, a) for one in a.notes))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_stay_has_a_name_of_its_own(language: Language) -> None:
    names = [particulars.stay_kind(words(language), kind) for kind in get_args(StayKind)]
    assert len(set(names)) == len(names)


def test_a_stay_is_named_by_what_sets_it_apart() -> None:
    person = traveller(
        "DE",
        stay("2026-10-01", "2026-10-05"),
        stay("2026-10-10", "2026-10-10", kind="transit"),
        stay("2026-11-11", kind="transport", citizenship="RU", passport="service"),
    )
    labels = [plain(answers.stay_label(EN, one)) for one in answer(person).stays]
    assert labels == [
        "1 Oct 2026 – 5 Oct 2026",
        "10 Oct 2026 – 10 Oct 2026 · transit",
        "11 Nov 2026 – still here · transport (driver or crew) · Russia · service passport",
    ]


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "5 Mar 2026 – exit not recorded"),
        ("ru", "с 05.03.2026 (выезд не указан)"),
        ("kk", "05.03.2026 – кету күні көрсетілмеген"),
    ],
)
def test_a_past_stay_without_exit_is_never_still_here(language: Language, label: str) -> None:
    a = answer(traveller("RU", stay("2026-03-05"), stay("2026-08-15", "2026-09-03")))
    assert plain(answers.stay_label(words(language), a.stay(0))) == label
    assert "enter that day as the exit" in notes(a)


def test_a_stay_for_transport_is_left_out_and_it_is_said_how_sure_that_is() -> None:
    a = answer(traveller("RU", stay("2026-03-05", kind="transport")))
    assert answers.headline(EN, a) == ("", "")
    assert answers.lead(EN, a) == "This stay is left out of the count"
    assert answers.stay_status(EN, a, a.stay(0)) == "left out of the count"
    assert answers.stay_limit(EN, a, a.stay(0)) == ""
    assert answers.verdict(EN, a.reckoning.verdict(0)) == "left out of the count"
    assert "Certainty: low." in notes(a)


def test_a_driver_who_needs_a_visa_is_told_so() -> None:
    a = answer(traveller("AF", stay("2026-11-05", kind="transport")))
    assert "A visa is needed" in answers.lead(EN, a)


def test_days_on_a_visa_of_a_period_are_told() -> None:
    held = [visa("2026-01-01", "2026-12-31", days=60, period=180)]
    a = answer(traveller("PK", stay("2026-08-01", "2026-09-15"), permits=held), "2026-11-26")
    assert "46 of 60 days of the visa used in 180 days" in evidence.facts(EN, a)
    assert answers.headline(EN, a) == ("14", "days possible")


def test_who_lives_here_has_no_day_to_leave_by_in_any_word() -> None:
    inside = answer(traveller("DE", stay("2026-08-01"), permits=HERE))
    outside = answer(traveller("DE", stay("2026-01-01", "2026-10-31"), permits=HERE))
    for a in (inside, outside):
        assert answers.headline(EN, a) == ("", "")
        assert plain(answers.lead(EN, a)).startswith("The permanent residence permit is valid until Monday, 9 Jan")
    (fact,) = evidence.facts(EN, inside)
    assert plain(fact) == "here on 114 of at least 183 days since 23 Nov 2025: 69 are missing"
    (fact,) = evidence.facts(EN, outside)
    assert plain(fact) == "here on 304 of at least 183 days since 23 Nov 2025"
    assert answers.stay_status(EN, inside, inside.stay(0)) == "covered by a permit"
    assert "from 23 Nov 2025 to 22 Nov 2026 you were here on 114 days" in notes(inside)
    assert notes(outside) == ""


def test_a_contract_is_told_of_with_whom_it_is_for() -> None:
    contract = [permit("2026-06-10", "2027-06-09", "contract")]
    worker = answer(traveller("BY", stay("2026-06-10"), permits=contract))
    assert "last as long as the labour contract" in notes(worker)
    other = answer(traveller("DE", stay("2026-11-10"), permits=contract))
    assert "covers no day" in notes(other)
    assert "Armenia, Belarus, Kyrgyzstan, Russia" in notes(other)


def test_who_is_of_no_state_and_who_is_no_foreigner_are_told_what_holds() -> None:
    stateless = answer(traveller(STATELESS, stay("2026-11-10")))
    assert plain(answers.person(EN, stateless.traveller)) == "stateless person · ordinary passport"
    assert answers.standing_of(EN, stateless) == "needs a visa"
    assert "as a permanent residence permit" in notes(stateless)
    home = answer(traveller("KZ", stay("2026-11-10")))
    assert answers.standing_of(EN, home) == "citizen of Kazakhstan"
    assert notes(home) == "This program is for foreigners. A citizen of Kazakhstan needs none of this."


def test_in_the_first_months_of_a_permit_the_day_on_which_they_end_is_told() -> None:
    new = Permit(kind="residence", first=day("2026-09-01"), until=day("2036-08-31"))
    a = answer(traveller("DE", stay("2026-09-01"), permits=[new]))
    (fact,) = evidence.facts(EN, a)
    assert plain(fact) == "here on 83 of at least 183 days since 1 Sep 2026; these months end on 31 Aug 2027"
    assert particulars.told_apart(EN, a.residence) == ""
    assert answers.headline(EN, a) == ("", "")
