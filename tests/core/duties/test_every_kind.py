"""What holds for the duties of every kind; each kind has a file of its own beside this one."""

from __future__ import annotations

from kzstay.core.assess import reckon as reckon_both
from kzstay.core.case import Ruling
from kzstay.core.duties import Duties, open_questions
from kzstay.core.readings import Reading
from kzstay.core.ruling_duties import RulingDuties
from tests.core.builders import LAW, expulsion, fine, ruled
from tests.core.duties.duty_finder import duties
from tests.helpers import day, move, permit, stay, traveller

# A Russian entry of 1 July 2026 brings every duty of a stay, and two rulings bring their terms
EVERY = ruled(
    traveller(
        "RU",
        stay("2026-07-01", registered="2026-07-02", moves=[move("2026-07-06")]),
        permits=[permit("2026-07-20", "2026-07-29", "rvp")],
    ),
    fine("2026-07-10"),
    expulsion("2026-06-20", "2026-06-25", "2026-07-25"),
    Ruling(kind="readmission", served=day("2026-07-10")),
)


def test_each_duty_tells_who_where_why_and_how_certain() -> None:
    found = {duty.kind: duty for duty in duties(EVERY, "2026-07-26")}
    assert found.keys() | {"longer"} == LAW.duties.keys()
    found |= {duty.kind: duty for duty in duties(traveller("RU", stay("2026-07-01")), "2026-07-26")}
    assert {kind for kind, duty in found.items() if duty.who == "host"} == {"host-notice"}
    assert {duty.who for duty in found.values()} == {"host", "traveller"}
    assert {kind: duty.articles for kind, duty in found.items()} == {
        "host-notice": ("ML 6(4)", "KoAP 518(1)"),
        "registration": ("ML 6(5)", "O923"),
        "address-change": ("ML 6(5)", "O923"),
        "longer": ("ML 6(4)", "ML 6-1", "D148", "UNION 97"),
        "leave": ("D148", "UNION 97", "ML 6(4)", "KoAP 517(3)", "KoAP 517(4)"),
        "permit-expiry": ("ML 6(4)",),
        "appeal": ("KoAP 831(1)", "KoAP 832(1)", "KoAP 834", "KoAP 826-2", "KoAP 829-4", "KoAP 739"),
        "suspend": ("KoAP 834(4)", "KoAP 831(1)"),
        "complaint": ("APPK 91(4)", "APPK 92(1)", "APPK 76(5)"),
        "depart": ("LF 28", "KoAP 916"),
        "fine": ("KoAP 893", "ML 48"),
        "ban-end": ("LF 22", "ML 48"),
    }
    for kind, duty in found.items():
        row = LAW.duties[kind]
        assert set(duty.where) <= set(row.places)
        assert duty.where
        assert duty.certainty == row.certainty
        assert (duty.stay is None) == bool(row.rulings), "of a stay or of a ruling"
        assert (duty.ruling is None) != bool(row.rulings)


def test_duties_come_in_the_order_in_which_they_fall_due() -> None:
    person = traveller("RU", stay("2026-07-01"), stay("2025-01-01", "2025-01-31"))
    dates = [duty.due.safe for duty in duties(person, "2026-07-01")]
    assert dates == sorted(dates)
    assert {duty.stay for duty in duties(person, "2026-07-01")} == {0, 1}


def test_a_ruling_is_dated_from_service_and_told_by_its_place() -> None:
    found = [duty for duty in duties(EVERY, "2026-07-26") if duty.ruling is not None]
    assert {(duty.ruling, duty.since) for duty in found} == {
        (0, day("2026-07-10")),
        (1, day("2026-06-20")),
        (2, day("2026-07-10")),
    }
    assert {duty.kind for duty in found if duty.ruling == 0} == {"appeal", "fine"}
    assert {duty.kind for duty in found if duty.ruling == 1} == {"appeal", "suspend", "depart", "ban-end"}


def test_the_duties_of_one_stay_or_ruling_are_those_of_the_whole_answer() -> None:
    for reading in Reading:
        pair = reckon_both(EVERY, day("2026-07-26"), LAW)
        alone = [*Duties(pair, reading).of_stay(0)]
        alone += [duty for place in (0, 1, 2) for duty in RulingDuties(pair, reading).of_ruling(place)]
        assert sorted(alone, key=lambda duty: duty.due.safe) == duties(EVERY, "2026-07-26", reading)


def test_a_duty_tells_of_a_law_once() -> None:
    # the articles of the regime and those of the duty may be the same ones
    found = duties(EVERY, "2026-07-26")
    assert found
    for duty in found:
        assert len(set(duty.articles)) == len(duty.articles)


def test_an_open_question_is_told_of_a_duty_only_where_it_parts_its_days() -> None:
    person = traveller("DE", stay("2026-11-11"))
    found = {duty.kind: open_questions(person, duty) for duty in duties(person, "2026-11-22")}
    assert found == {"host-notice": ["working-days-first-day"], "longer": [], "leave": []}
