from __future__ import annotations

from typing import get_args

import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.duties import Duty, Reason, State
from kzstay.core.law import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import duties
from kzstay.texts.words import words
from tests.helpers import day, move, permit, stay, traveller

EN, RU, KK = (words(language) for language in LANGUAGES)
KINDS = tuple(law().duties)


def duty(who: Traveller, kind: str, on: str = "2026-11-22", reading: Reading = Reading.SAFE) -> Duty:
    return next(one for one in assess(who, day(on), law(), reading).duties if one.kind == kind)


@pytest.mark.parametrize(
    ("kind", "ru", "kk"),
    [
        ("host-notice", "Уведомление", "хабарлама"),
        ("registration", "Регистрация в органах внутренних дел", "Ішкі істер органдарында тіркелу"),
        ("rvp", "разрешение", "Уақытша тұруға рұқсат алу немесе кету"),
        ("leave", "Выехать из Казахстана", "Қазақстаннан кету"),
    ],
)
def test_duties_are_named_with_the_words_of_the_glossary(kind: str, ru: str, kk: str) -> None:
    assert ru in duties.name(RU, kind)
    assert kk.casefold() in duties.name(KK, kind).casefold()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_of_a_duty_that_has_a_code_has_a_name(language: Language) -> None:
    w = words(language)
    for names in (
        [duties.name(w, kind) for kind in KINDS],
        [duties.short_name(w, kind) for kind in KINDS],
        [duties.rule(w, law(), kind) for kind in KINDS],
        [duties.state(w, state) for state in get_args(State)],
        [duties.reason(w, law(), reason) for reason in get_args(Reason)],
        [duties.who(w, who) for who in ("host", "traveller")],
        [duties.places(w, (place,)) for place in {place for row in law().duties.values() for place in row.where}],
    ):
        assert len(set(names)) == len(names)
        assert all(name and "{" not in name and "None" not in name for name in names)


@pytest.mark.parametrize(
    ("state", "ru", "kk"),
    [
        ("open", "предстоит исполнить", "орындалуы тиіс"),
        ("done", "исполнено", "орындалды"),
        ("done-late", "исполнено с опозданием", "кешіктіріліп орындалды"),
        ("missed", "срок пропущен", "мерзімі өтіп кетті"),
        ("waived", "не требуется", "талап етілмейді"),
    ],
)
def test_states_are_named_as_in_the_glossary(state: str, ru: str, kk: str) -> None:
    assert (duties.state(RU, state), duties.state(KK, state)) == (ru, kk)


@pytest.mark.parametrize(
    ("who", "kind", "status"),
    [
        (traveller("DE", stay("2026-11-20")), "host-notice", "to be done"),
        (traveller("DE", stay("2026-11-11", notified="2026-11-12")), "host-notice", "done · 12 Nov 2026"),
        (traveller("DE", stay("2026-11-11", notified="2026-11-20")), "host-notice", "done late · 20 Nov 2026"),
        (traveller("DE", stay("2026-11-11")), "host-notice", "missed: nothing recorded"),
        (traveller("DE", stay("2026-10-01")), "leave", "missed"),
        (traveller("DE", stay("2026-10-01", "2026-10-08")), "leave", "done · 8 Oct 2026"),
        (traveller("DE", stay("2026-10-01", "2026-10-08")), "rvp", "not required · Left in time."),
        (
            traveller("DE", stay("2026-11-11"), born="2020-01-01"),
            "rvp",
            "not required · Not required under the age of 16.",
        ),
        (
            traveller("KZ", stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")]),
            "rvp",
            "not required · Covered by a permit.",
        ),
        (
            traveller("RU", stay("2026-11-01", "2026-11-20")),
            "registration",
            "not required · The stay is too short for it.",
        ),
        (
            traveller("TR", stay("2026-11-11"), passport="service"),
            "rvp",
            "not required · Not required with a service or diplomatic passport.",
        ),
    ],
)
def test_a_duty_tells_its_state_with_the_day_or_the_reason(who: Traveller, kind: str, status: str) -> None:
    found = duties.status(EN, law(), duty(who, kind)).replace("\N{NO-BREAK SPACE}", " ")
    assert found == status


def test_the_last_day_is_written_in_both_counts_where_they_differ() -> None:
    # Wednesday is the first of three working days by the strict count, Thursday by the usual one
    found = duty(traveller("DE", stay("2026-11-11")), "host-notice")
    assert found.due.differs
    assert duties.due(EN, found) == "13 Nov 2026 (by the usual count 16 Nov 2026)"
    assert duties.due(EN, duty(traveller("DE", stay("2026-11-11")), "leave")) == "10 Dec 2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_counts_stand_in_every_language(language: Language) -> None:
    found = duties.due(words(language), duty(traveller("DE", stay("2026-11-11")), "host-notice"))
    assert found.index(words(language).day(day("2026-11-13"))) < found.index(
        words(language).day(day("2026-11-16"))
    )


def test_what_comes_next_is_named_with_weekday_and_day() -> None:
    found = duties.upcoming(EN, duty(traveller("DE", stay("2026-11-20")), "host-notice"))
    assert found.replace("\N{NO-BREAK SPACE}", " ") == "next: host's notice, Tuesday 24 Nov"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_states_the_number_of_the_law(language: Language) -> None:
    w = words(language)
    assert str(law().duties["host-notice"].working_days) in duties.rule(w, law(), "host-notice")
    assert str(law().duties["registration"].days) in duties.rule(w, law(), "registration")
    assert str(law().duties["rvp"].from_age) in duties.reason(w, law(), "under-16")


def test_working_days_agree_with_their_number() -> None:
    assert "в течение 3 рабочих дней" in duties.rule(RU, law(), "host-notice").replace("\N{NO-BREAK SPACE}", " ")
    assert "3 жұмыс күні" in duties.rule(KK, law(), "host-notice").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_duty_of_a_long_life_can_be_told(language: Language) -> None:
    w = words(language)
    who = traveller(
        "RU",
        stay("2025-01-10", "2025-06-20"),
        stay("2026-07-10", registered="2026-07-15", moves=[move("2026-07-20", "2026-07-30"), move("2026-08-01")]),
        born="2010-08-15",
        permits=[permit("2025-03-01", "2025-04-01")],
    )
    for reading in Reading:
        for found in assess(who, day("2026-09-01"), law(), reading).duties:
            for text in (
                duties.due(w, found),
                duties.status(w, law(), found),
                duties.places(w, found.where),
                duties.upcoming(w, found),
            ):
                assert text
                assert "{" not in text
