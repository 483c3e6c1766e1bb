from __future__ import annotations

from datetime import date
from typing import get_args

import msgspec
import pytest

from kzstay.bundled import law
from kzstay.core.assess import Assessment, assess
from kzstay.core.bars import REFUSALS
from kzstay.core.case import HostKind, PassportKind, Traveller
from kzstay.core.law.schema import LimitKind, LimitRow
from kzstay.core.limit_use import LimitUse
from kzstay.core.readings import Reading
from kzstay.core.verdict import Standing, Verdict
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import answers, entries, needs, readings
from kzstay.texts import evidence as evidence_texts
from kzstay.texts.words import words
from tests.core.builders import expulsion, fine, ruled
from tests.helpers import day, permit, plain, stay, traveller

EN, RU, KK = (words(language) for language in LANGUAGES)

HERE = traveller("DE", stay("2026-11-11"))
EXPELLED = expulsion("2026-03-20", executed="2026-04-01")
USED_UP = (stay("2026-05-01", "2026-05-30"), stay("2026-06-10", "2026-07-09"), stay("2026-07-20", "2026-08-18"))
STANDINGS: dict[str, tuple[Traveller, str, Standing]] = {
    "may enter today": (traveller("DE"), "2026-11-22", Standing.OUTSIDE),
    "may enter later": (traveller("DE", *USED_UP), "2026-09-01", Standing.OUTSIDE),
    "within the term": (HERE, "2026-11-22", Standing.LAWFUL),
    "ending": (HERE, "2026-12-07", Standing.ENDING),
    "last day": (HERE, "2026-12-10", Standing.ENDING),
    "overstay": (HERE, "2026-12-15", Standing.OVERSTAY),
    "never lawful": (traveller("DE", *USED_UP, stay("2026-08-25")), "2026-08-26", Standing.OVERSTAY),
    "permit": (
        traveller("DE", stay("2026-01-11"), permits=[permit("2026-01-01", "2026-12-01")]),
        "2026-11-22",
        Standing.PERMIT,
    ),
    "here without a regime": (traveller("AF", stay("2026-11-11")), "2026-11-22", Standing.NO_REGIME),
    "no regime": (traveller("AF"), "2026-11-22", Standing.OUTSIDE),
    "fined": (ruled(traveller("DE"), fine("2026-11-05")), "2026-11-22", Standing.BARRED),
    "banned": (ruled(traveller("DE"), EXPELLED), "2026-11-22", Standing.BARRED),
    "to be expelled": (ruled(traveller("DE"), expulsion("2026-11-05")), "2026-11-22", Standing.BARRED),
    "ordered": (ruled(HERE, expulsion("2026-11-20", "2026-11-30")), "2026-11-22", Standing.ORDERED),
    "ordered before": (ruled(HERE, expulsion("2026-11-12", "2026-11-20")), "2026-11-22", Standing.ORDERED),
    "ordered without a day": (ruled(HERE, expulsion("2026-11-12")), "2026-11-22", Standing.ORDERED),
}


def answer(who: Traveller, on: str, reading: Reading = Reading.SAFE) -> Assessment:
    return assess(who, day(on), law(), reading)


def of(name: str, reading: Reading = Reading.SAFE) -> Assessment:
    who, on, standing = STANDINGS[name]
    found = answer(who, on, reading)
    assert found.standing is standing
    return found


def evidence(a: Assessment, language: Language = "en") -> list[str]:
    return [plain(fact) for fact in evidence_texts.facts(words(language), a)]


def left(days: int, reading: Reading = Reading.SAFE) -> Assessment:
    """Answer on the day so many days before the last lawful one."""
    return answer(HERE, date.fromordinal(day("2026-12-10").toordinal() - days).isoformat(), reading)


# The large number and the sentence

UNPAID = "No entry before the fine served on 5 Nov 2026 is paid"
NOT_CARRIED_OUT = "No entry before the expulsion has been carried out and the ban that follows has ended"
LATER = "Next entry by the days: Thursday, 29 October 2026, for 30 days at most"


@pytest.mark.parametrize(
    ("name", "number", "unit", "lead"),
    [
        (
            "may enter today",
            "30",
            "days possible",
            "By the days, entry is possible on 22 November 2026, for 30 days at most",
        ),
        ("may enter later", "0", "days possible on this day", LATER),
        ("within the term", "18", "days left", "Leave by Thursday, 10 December 2026"),
        ("ending", "3", "days left", "Leave by Thursday, 10 December 2026"),
        ("last day", "0", "days left", "This is the last day: Thursday, 10 December 2026"),
        ("overstay", "5", "days over", "The last lawful day was Thursday, 10 December 2026"),
        ("never lawful", "2", "days over", "The limit was already used up on the day of entry"),
        ("permit", "9", "days left", "Leave by Tuesday, 1 December 2026"),
        ("fined", "", "", UNPAID),
        ("banned", "", "", "Entry is banned to the end of 1 April 2031"),
        ("to be expelled", "", "", NOT_CARRIED_OUT),
        ("ordered", "8", "days left", "By order of a court, leave by Monday, 30 November 2026"),
        ("ordered before", "2", "days over", "By order of a court, leave by Friday, 20 November 2026"),
        ("ordered without a day", "", "", "By order of a court, leave by the day in its ruling: enter that day"),
    ],
)
def test_the_number_and_the_sentence_answer_how_long(name: str, number: str, unit: str, lead: str) -> None:
    a = of(name)
    assert answers.headline(EN, a) == (number, unit)
    assert plain(answers.lead(EN, a)) == lead


@pytest.mark.parametrize("name", ["here without a regime", "no regime"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_term_is_known_no_number_is_given(name: str, language: Language) -> None:
    w, a = words(language), of(name)
    assert answers.headline(w, a) == ("", "")
    assert entries.no_entry(w, a) == needs.now(w, "visa")
    assert answers.lead(w, a) == (needs.now(w, "visa") if a.current is None else needs.here(w, "visa"))
    assert evidence(a, language) == []


@pytest.mark.parametrize("who", [traveller(""), traveller("", stay("2026-11-11"))])
@pytest.mark.parametrize("language", LANGUAGES)
def test_of_nobody_yet_the_citizenship_is_asked_and_no_visa_is_spoken_of(
    who: Traveller, language: Language
) -> None:
    w, a = words(language), answer(who, "2026-11-22")
    assert answers.lead(w, a) == answers.begin(w, who)
    assert answers.says_need(w, a)
    assert answers.person(w, who).startswith(answers.no_citizenship(w))
    assert answers.standing_of(w, a) in (answers.no_citizenship(w), answers.standing(w, Standing.OUTSIDE))


@pytest.mark.parametrize("name", STANDINGS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reading", Reading)
def test_every_standing_is_told_in_every_language(name: str, language: Language, reading: Reading) -> None:
    w, a = words(language), of(name, reading)
    texts = [
        answers.person(w, a.traveller),
        answers.standing(w, a.standing),
        answers.lead(w, a),
        *entries.bars(w, a),
        *entries.following(w, a),
        answers.regime(w, a.regime),
        readings.name(w, reading),
        *evidence(a, language),
        *(answers.stay_status(w, a, one) for one in a.stays),
        *(answers.stay_label(w, one) for one in a.stays),
        *(answers.stay_limit(w, a, one) for one in a.stays if one.because),
        *(answers.note(w, one, a) for one in a.notes),
    ]
    assert all(text.strip() == text != "" for text in texts)
    assert not any(sign in text for text in texts for sign in ("{", "}", "None", "  "))


@pytest.mark.parametrize(("days", "ru", "kk"), [
    (1, "день остался", "күн қалды"),
    (2, "дня осталось", "күн қалды"),
    (5, "дней осталось", "күн қалды"),
    (11, "дней осталось", "күн қалды"),
    (21, "день остался", "күн қалды"),
    (22, "дня осталось", "күн қалды"),
    (0, "дней осталось", "күн қалды"),
])  # fmt: skip
def test_days_left_agree_with_their_number(days: int, ru: str, kk: str) -> None:
    assert answers.headline(RU, left(days)) == (str(days), ru)
    assert answers.headline(KK, left(days)) == (str(days), kk)


@pytest.mark.parametrize(("days", "word"), [
    (1, "день"), (2, "дня"), (5, "дней"), (11, "дней"), (21, "день"), (22, "дня"), (111, "дней"), (121, "день"),
])  # fmt: skip
def test_days_over_agree_with_their_number(days: int, word: str) -> None:
    number, unit = answers.headline(RU, left(-days))
    assert (number, unit.split()[0]) == (str(days), word)
    assert answers.headline(KK, left(-days))[1].split()[0] == "күн"
    assert plain(answers.days(RU, days)) == f"{days} {word}"
    assert plain(answers.days(KK, days)) == f"{days} күн"


def test_one_day_is_one_day_in_english() -> None:
    assert answers.headline(EN, left(1)) == ("1", "day left")
    assert answers.headline(EN, left(-1)) == ("1", "day over")
    assert [answers.days(EN, days) for days in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


@pytest.mark.parametrize(
    ("standing", "ru", "kk"),
    [
        (Standing.OUTSIDE, "вне Казахстана", "Қазақстаннан тыс жерде"),
        (Standing.LAWFUL, "в пределах срока", "мерзім ішінде"),
        (Standing.ENDING, "срок истекает", "мерзім аяқталып келеді"),
        (Standing.OVERSTAY, "срок превышен", "болу мерзімі өтіп кетті"),
        (Standing.PERMIT, "по разрешению", "рұқсат бойынша"),
    ],
)
def test_standings_are_named_as_in_the_glossary(standing: Standing, ru: str, kk: str) -> None:
    assert (answers.standing(RU, standing), answers.standing(KK, standing)) == (ru, kk)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_standings_are_named_alike(language: Language) -> None:
    assert len({answers.standing(words(language), standing) for standing in Standing}) == len(Standing)


def test_the_last_day_is_a_label_so_that_the_date_keeps_its_form() -> None:
    a = of("within the term")
    assert plain(answers.lead(RU, a)) == "Последний день: четверг, 10 декабря 2026 г."
    assert plain(answers.lead(KK, a)) == "Кетудің соңғы күні: 2026 жылғы 10 желтоқсан, бейсенбі"


# The facts under it


def test_evidence_tells_the_day_of_the_entry_and_the_days_used() -> None:
    a = of("within the term")
    assert evidence(a) == ["day 12 of 30 in this entry", "12 of 90 days used in 180 days"]
    assert evidence(a, "ru")[1] == "использовано 12 из 90 дней за 180 дней"
    assert evidence(a, "kk")[1] == "180 күн ішінде 90 күннің 12 күні пайдаланылды"


def test_who_is_outside_is_in_no_day_of_an_entry() -> None:
    assert evidence(of("may enter later")) == [
        "by the usual count from 28 October 2026",
        "90 of 90 days used in 180 days",
    ]


def test_days_under_a_permit_are_no_days_of_an_entry() -> None:
    assert evidence(of("permit")) == [], "no visa-free limit binds who is here on a permit"


def test_the_usual_count_stands_beside_the_strict_one_only_where_it_differs() -> None:
    # the day 180 days ago is looked at by the strict count alone
    a = answer(traveller("DE", stay("2026-05-20", "2026-05-26"), stay("2026-11-20")), "2026-11-22")
    assert evidence(a)[1] == "4 of 90 days used in 180 days (3 by the usual count)"
    assert evidence(answer(a.traveller, "2026-11-22", Reading.USUAL))[1] == "3 of 90 days used in 180 days"


def test_another_last_day_by_the_usual_count_is_told_with_the_strict_one() -> None:
    who = traveller("KR", stay("2026-06-01", "2026-07-20"), stay("2026-11-11"))
    assert evidence(answer(who, "2026-11-15"))[-1] == "by the usual count: 10 December 2026"
    assert not any("count" in fact for fact in evidence(answer(who, "2026-11-15", Reading.USUAL)))


def test_a_limit_that_the_usual_count_does_not_know_is_told_by_the_strict_one() -> None:
    """A treaty that names no period: only the strict count looks at 180 days."""
    who = traveller("IN", stay("2026-11-11"), passport="service")
    assert evidence(answer(who, "2026-11-22")) == ["day 12 of 30 in this entry", "12 of 90 days used in 180 days"]
    assert evidence(answer(who, "2026-11-22", Reading.USUAL)) == ["day 12 of 30 in this entry"]


def test_days_of_a_calendar_year_name_no_period() -> None:
    found = LimitUse("calendar-year", 90, None, 12, 78)
    assert evidence_texts.used(EN, found) == "12 of 90 days used this calendar year"


# Stays


@pytest.mark.parametrize(
    ("who", "on", "status"),
    [
        (traveller("DE", stay("2026-11-11")), "2026-11-22", "leave by 10 Dec 2026"),
        (
            traveller("DE", stay("2026-11-11", "2026-12-24")),
            "2026-11-22",
            "leave by 10 Dec 2026, not on the planned day",
        ),
        (traveller("DE", stay("2026-11-11")), "2026-12-11", "1 day over"),
        (traveller("DE", stay("2026-11-11", "2026-12-12")), "2026-12-20", "2 days over"),
        (traveller("DE", stay("2026-11-11", "2026-12-10")), "2026-12-20", "within limits"),
        (traveller("DE", stay("2026-11-30", "2026-12-20")), "2026-11-22", "planned · possible"),
        (traveller("DE", stay("2026-11-30", "2026-12-30")), "2026-11-22", "planned · 1 day too long"),
        (traveller("DE", *USED_UP, stay("2026-08-25", "2026-08-25")), "2026-08-20", "planned · 1 day too long"),
        (traveller("AF", stay("2026-11-11")), "2026-11-22", "needs a visa"),
        (traveller("", stay("2026-11-11")), "2026-11-22", "citizenship not entered"),
        (traveller("", stay("2026-11-30", "2026-12-20")), "2026-11-22", "citizenship not entered"),
        (
            traveller("DE", stay("2026-01-11", "2026-03-11"), permits=[permit("2026-01-01", "2026-04-01")]),
            "2026-11-22",
            "covered by a permit",
        ),
    ],
)
def test_a_stay_says_in_a_few_words_how_it_stands(who: Traveller, on: str, status: str) -> None:
    a = answer(who, on)
    assert plain(answers.stay_status(EN, a, a.stays[-1])) == status


def test_a_stay_without_an_exit_that_another_followed_may_have_been_too_long() -> None:
    a = answer(traveller("DE", stay("2026-01-01"), stay("2026-11-11")), "2026-11-22")
    assert plain(answers.stay_status(EN, a, a.stays[0])) == "overstayed if you left after 30 Jan 2026"
    assert answers.stay_label(EN, a.stays[0]) == "1 Jan 2026 – exit not recorded"


def test_what_an_unrecorded_exit_leaves_open_is_no_fact() -> None:
    who = traveller("RU", stay("2026-03-05"), stay("2026-08-15", "2026-09-03"))
    a = answer(who, "2026-11-22")
    assert [plain(answers.stay_status(EN, a, one)) for one in a.stays] == [
        "overstayed if you left after 2 Jun 2026",
        "perhaps 20 days over: an earlier exit is not recorded",
    ]
    used_up = traveller(
        "RU", stay("2026-01-01", "2026-03-31"), stay("2026-04-05"), stay("2026-10-20", "2026-10-22")
    )
    late = answer(used_up, "2026-11-22")
    assert plain(answers.stay_status(EN, late, late.stays[1])) == "at least 1 day over"


def test_a_planned_stay_says_by_when_the_present_one_has_to_end() -> None:
    a = answer(traveller("DE", stay("2026-11-11"), stay("2026-12-05", "2026-12-10")), "2026-11-22")
    assert plain(answers.stay_status(EN, a, a.stays[1])) == "planned · if you leave by 5 Dec 2026"


def test_who_cannot_enter_today_for_a_later_plan_is_told_what_history_allows() -> None:
    booked = traveller("RU", stay("2026-08-20", "2026-10-18"), stay("2026-12-20", "2027-01-18"))
    a = answer(booked, "2026-11-22")
    assert answers.headline(EN, a)[0] == "0"
    assert "on this day 30 days by history alone, without the later plans" in map(
        plain, evidence_texts.facts(EN, a)
    )


def test_a_stay_is_named_by_its_days() -> None:
    a = answer(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11")), "2026-11-22")
    assert [answers.stay_label(EN, one) for one in a.stays] == [
        "20 May 2026 – 8 Jun 2026",
        "11 Nov 2026 – still here",
    ]
    planned = answer(traveller("DE", stay("2027-01-08")), "2026-11-22")
    assert answers.stay_label(EN, planned.stays[0]) == "from 8 Jan 2027"


def test_a_planned_stay_tells_how_long_it_may_last() -> None:
    a = answer(traveller("DE", stay("2026-11-30", "2026-12-04")), "2026-11-22")
    assert plain(answers.stay_limit(EN, a, a.stays[0])) == "up to 30 days from 30 Nov"


def test_a_stay_of_the_past_tells_what_it_was_judged_by() -> None:
    a = answer(traveller("DE", stay("2026-01-10", "2026-01-20")), "2026-11-22")
    assert answers.stay_limit(EN, a, a.stays[0]) == "30-day regime"
    covered = of("permit")
    assert answers.stay_limit(EN, covered, covered.stays[0]) == "covered by a permit"


def test_a_limit_with_two_beginnings_is_named_once() -> None:
    found = next(regime for regime in law().regimes if regime.id == "korea-decree")
    assert answers.regime(EN, found).count("180") == 1
    assert "60 days" in answers.regime(EN, found)
    assert "90 days" in answers.regime(EN, found, Reading.USUAL)
    assert answers.regime(EN, None) == "no visa-free term known"


def test_a_verdict_tells_until_when_or_by_how_much_not() -> None:
    assert answers.verdict(EN, Verdict(None, None, None, 0)) == "no visa-free term known"
    assert answers.verdict(EN, Verdict(None, day("2026-12-10"), "per-entry", 0)) == "lawful until 10 Dec 2026"
    assert answers.verdict(EN, Verdict(None, day("2026-12-10"), "per-entry", 1)) == "1 day over"


# Names


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_has_a_code_has_a_name(language: Language) -> None:
    w = words(language)
    named = [
        [answers.passport(w, kind) for kind in get_args(PassportKind)],
        [answers.host(w, kind) for kind in ("", *get_args(HostKind))],
        [readings.name(w, kind) for kind in Reading],
        [answers.limit_name(w, kind) for kind in (*get_args(LimitKind), "permit", "ruling", *REFUSALS, "stay")],
        [
            answers.limit_rule(w, msgspec.convert({"kind": kind, "days": 30, "period": 180}, LimitRow))
            for kind in get_args(LimitKind)
        ],
    ]
    for names in named:
        assert len(set(names)) == len(names)
        assert all(names)


def test_a_person_is_named_by_citizenship_and_passport() -> None:
    who = traveller("KR", passport="service")
    assert answers.person(EN, who) == "South Korea · service passport"
    assert answers.person(KK, who).endswith(" · қызметтік паспорт")
