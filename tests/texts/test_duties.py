from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from kzstay.bundled import law
from kzstay.core import agenda
from kzstay.core.assess import assess
from kzstay.core.case import Permit, Ruling, RulingKind, Traveller
from kzstay.core.duties import Duty, Reason, State, open_questions
from kzstay.core.readings import Both, Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import duties
from kzstay.texts.words import words
from tests.helpers import day, move, permit, plain, stay, traveller

EN, RU, KK = (words(language) for language in LANGUAGES)
KINDS = tuple(law().duties)


def duty(who: Traveller, kind: str, on: str = "2026-11-22", reading: Reading = Reading.SAFE) -> Duty:
    return next(one for one in assess(who, day(on), law(), reading).duties if one.kind == kind)


def ruled(*rulings: Ruling, who: Traveller | None = None) -> Traveller:
    return msgspec.structs.replace(who or traveller("DE", stay("2026-03-01", "2026-03-20")), rulings=rulings)


FINE = Ruling(kind="fine", served=day("2026-03-03"))
PAID = msgspec.structs.replace(FINE, paid=day("2026-03-05"))
EXPULSION = Ruling(kind="expulsion", served=day("2026-03-03"), leave_by=day("2026-03-12"))
EXECUTED = msgspec.structs.replace(EXPULSION, executed=day("2026-03-12"))
APPEALED = msgspec.structs.replace(FINE, appealed=day("2026-03-10"))
OLD = Ruling(kind="fine", served=day("2025-03-03"))
EXPELLED = Ruling(kind="expulsion", served=day("2026-11-12"), leave_by=day("2026-11-18"))


@pytest.mark.parametrize(
    ("kind", "ru", "kk"),
    [
        ("host-notice", "Уведомление", "хабарлама"),
        ("registration", "Регистрация в органах внутренних дел", "Ішкі істер органдарында тіркелу"),
        ("longer", "Получить разрешение или визу", "Рұқсат немесе виза алу не кету"),
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
        [duties.places(w, [place]) for place in {place for row in law().duties.values() for place in row.where}],
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
        (traveller("DE", stay("2026-11-11")), "host-notice", "not recorded"),
        (
            traveller("DE", stay("2026-11-11", "2026-11-11")),
            "host-notice",
            "not recorded · no notice is due if nobody received the traveller.",
        ),
        (traveller("DE", stay("2026-10-01")), "leave", "missed"),
        (traveller("DE", stay("2026-10-01", "2026-10-08")), "leave", "done · 8 Oct 2026"),
        (
            traveller("RU", stay("2026-11-11"), born="2020-01-01"),
            "longer",
            (
                "not required · no permit of their own is asked for under the age of 16. The last day holds all "
                "the same: ask how the child is entered in the papers of the parents."
            ),
        ),
        (
            traveller("NG", stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")]),
            "longer",
            "not required · covered by a permit",
        ),
        (
            traveller("RU", stay("2026-11-01", "2026-11-20")),
            "registration",
            "not required · the stay is too short",
        ),
        (
            traveller("RU", stay("2026-11-11"), passport="service"),
            "longer",
            (
                "not required · no permit of their own is asked of those with a service or diplomatic passport. "
                "The last day holds all the same."
            ),
        ),
        (
            traveller("UZ", stay("2026-11-11")),
            "registration",
            (
                "ask · the law asks it of all who enter for more than 30 days, the order on registration only of "
                "some. Ask the migration police."
            ),
        ),
        (
            traveller("RU", stay("2026-11-09", registered="2026-11-09", moves=[move("2026-11-10")])),
            "address-change",
            "not recorded",
        ),
        (ruled(FINE), "fine", "missed: nothing recorded"),
        (ruled(FINE), "appeal", "the ordinary term has passed"),
        (ruled(PAID), "fine", "done · 5 Mar 2026"),
        (ruled(PAID), "appeal", "the ordinary term has passed"),
        (ruled(APPEALED), "appeal", "done · 10 Mar 2026"),
        (ruled(APPEALED), "fine", "suspended by the complaint of 10 Mar 2026"),
        (ruled(OLD), "fine", "missed · it may have lapsed"),
        (ruled(EXPELLED), "suspend", "the term is over"),
        (ruled(EXECUTED), "suspend", "not required · the ruling has been carried out"),
        (ruled(EXECUTED), "depart", "done · 12 Mar 2026"),
        (ruled(EXECUTED), "ban-end", "in force"),
    ],
)
def test_a_duty_tells_its_state_with_the_day_or_the_reason(who: Traveller, kind: str, status: str) -> None:
    found = duties.status(EN, law(), duty(who, kind)).replace("\N{NO-BREAK SPACE}", " ")
    assert found == status


@pytest.mark.parametrize(
    ("on", "status"), [("2026-03-10", "possible"), ("2026-03-16", "the ordinary term has passed")]
)
def test_a_right_is_possible_or_over_and_never_missed(on: str, status: str) -> None:
    found = duty(ruled(FINE), "appeal", on)
    assert duties.status(EN, law(), found) == status
    assert (found.state == "lapsed") == (status != "possible")


def test_what_presses_is_neither_a_right_gone_by_nor_a_ban() -> None:
    pressing = [
        one.kind for one in assess(ruled(FINE, EXECUTED), day("2026-11-22"), law()).duties if agenda.presses(one)
    ]
    assert "fine" in pressing
    assert not {"appeal", "suspend", "ban-end"} & set(pressing)


def test_a_ban_that_has_ended_is_over() -> None:
    assert duties.status(EN, law(), duty(ruled(EXECUTED), "ban-end", "2031-11-22")) == "over"


def test_duties_after_a_ruling_say_of_which() -> None:
    for who in (ruled(FINE), ruled(EXECUTED)):
        a = assess(who, day("2026-11-22"), law())
        titles = [duties.title(EN, a, one) for one in a.duties if one.ruling is not None]
        assert titles
        assert all(title.removesuffix(")").endswith("served on 3 Mar 2026") for title in titles)
        causes = {duties.cause(EN, a, one) for one in a.duties if one.ruling is not None}
        assert causes == {f"{who.rulings[0].kind} served on 3 Mar 2026"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(RulingKind))
def test_every_duty_after_a_ruling_has_a_title(kind: RulingKind, language: Language) -> None:
    w = words(language)
    found = msgspec.structs.replace(EXECUTED, kind=kind, paid=day("2026-04-05") if kind == "fine" else None)
    a = assess(ruled(found), day("2026-11-22"), law())
    titles = [duties.title(w, a, one) for one in a.duties if one.ruling is not None]
    assert len(titles) == len({row.kind for row in law().duties.values() if kind in row.rulings})
    assert len(set(titles)) == len(titles)


def test_duties_of_a_move_say_on_which_day() -> None:
    a = assess(
        traveller("RU", stay("2026-11-09", registered="2026-11-09", moves=[move("2026-11-16")])),
        day("2026-11-22"),
        law(),
    )
    titles = {duties.title(EN, a, one): duties.cause(EN, a, one) for one in a.duties}
    assert titles["Host's notice of arrival"] == "9 Nov 2026 – still here"
    assert titles["Host's notice of arrival, change of address on 16 Nov 2026"] == "moved on 16 Nov 2026"
    assert titles["Registration at a new address, moved on 16 Nov 2026"] == "moved on 16 Nov 2026"


def test_the_end_of_a_permit_is_a_duty_of_its_own() -> None:
    who = traveller("DE", stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")])
    assert duties.status(EN, law(), duty(who, "permit-expiry")) == "to be done"


def test_open_questions_are_named_where_they_part_the_days() -> None:
    who = traveller("DE", stay("2026-11-11"))
    a = assess(who, day("2026-11-22"), law())
    found = {one.kind: open_questions(a.traveller, one) for one in a.duties}
    assert found["host-notice"] == ["working-days-first-day"]
    assert found["leave"] == []
    assert {row.question for row in law().duties.values() if row.question} <= set(law().questions)
    fine = assess(ruled(FINE), day("2026-03-10"), law())
    (paying,) = [one for one in fine.duties if one.kind == "fine"]
    assert open_questions(fine.traveller, paying) == ["fine-term-begins", "term-days-off"]


def test_a_tight_place_has_both_days_in_one_form() -> None:
    found = duty(traveller("DE", stay("2026-11-11")), "host-notice")
    assert plain(duties.short_due(EN, found)) == "13 Nov 2026 (usual count 16 Nov 2026)"
    turn = msgspec.structs.replace(found, due=Both(day("2026-12-31"), day("2027-01-05")))
    assert plain(duties.short_due(EN, turn)) == "31 Dec 2026 (usual count 5 Jan 2027)"
    assert duties.short_due(EN, duty(traveller("DE", stay("2026-11-11")), "leave")) == "10 Dec 2026"


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
    for kind, row in law().duties.items():
        for number in (row.working_days, row.days, row.over_days, row.years):
            assert number is None or str(number) in duties.rule(w, law(), kind)
    assert str(law().duties["longer"].from_age) in duties.reason(w, law(), "under-16")


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
        permits=[
            permit("2025-03-01", "2025-04-01"),
            Permit(kind="rvp", first=day("2026-08-20"), until=day("2027-01-01")),
        ],
    )
    who = ruled(FINE, EXECUTED, who=who)
    for reading in Reading:
        a = assess(who, day("2026-09-01"), law(), reading)
        for found in a.duties:
            for text in (
                duties.title(w, a, found),
                duties.cause(w, a, found),
                duties.short_due(w, found),
                duties.due(w, found),
                duties.status(w, law(), found),
                duties.places(w, found.where),
                duties.upcoming(w, found),
            ):
                assert text
                assert "{" not in text


def test_who_moves_on_a_permit_reads_first_that_it_names_an_address() -> None:
    moved = stay("2026-05-01", registered="2026-05-10", moves=[move("2026-11-20")])
    who = traveller("RU", moved, permits=[permit("2026-05-01", "2027-04-30", "rvp")])
    a = assess(who, day("2026-11-22"), law())
    anew = next(duty for duty in a.duties if duty.kind == "address-change")
    told = duties.rule_of(EN, a, anew)
    order = ("may live only at the address", "Ask the migration police first", "enters the new address")
    assert sorted(order, key=told.index) == list(order)
    assert "ML 6-1" in duties.articles_of(a, anew)


def test_where_the_days_of_a_visa_end_a_new_one_is_asked_for() -> None:
    visa = msgspec.structs.replace(permit("2026-11-01", "2027-10-31", "visa"), days=30)
    for permits, by_days in (([visa], True), ([permit("2026-11-01", "2026-12-10", "visa")], False)):
        a = assess(traveller("IN", stay("2026-11-11"), permits=permits), day("2026-11-22"), law())
        ends = next(duty for duty in a.duties if duty.kind == "permit-expiry")
        assert ends.by_days is by_days
        told = (duties.name_of(EN, ends), duties.short_name_of(EN, ends), duties.rule_of(EN, a, ends))
        assert all(("new visa" in text) is by_days for text in told)


def test_what_was_missed_in_another_year_bears_its_year() -> None:
    (first, *_) = duties.pressing(EN, assess(ruled(OLD), day("2026-11-22"), law()))
    assert first.endswith(" 2025")
    (first, *_) = duties.pressing(EN, assess(ruled(FINE), day("2026-11-22"), law()))
    assert "2026" not in first
