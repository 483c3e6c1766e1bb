from __future__ import annotations

import msgspec

from kzstay.core.assess import assess
from kzstay.core.readings import Reading
from kzstay.texts import answers, evidence
from kzstay.texts.words import words
from tests.core.builders import LAW
from tests.helpers import day, plain, stay, traveller

EN = words("en")


def test_what_only_an_unrecorded_exit_would_make_late_is_no_number() -> None:
    a = assess(traveller("FR", stay("2026-04-01"), stay("2026-11-10")), day("2026-11-27"), LAW)
    assert a.sound
    assert answers.headline(EN, a) == ("", "")
    assert answers.standing_of(EN, a) == "perhaps too long: an exit is not recorded"
    assert plain(answers.lead(EN, a)).startswith(
        "Perhaps 18 days over: the exit of the stay that began on 1 April"
    )
    told = [plain(fact) for fact in evidence.facts(EN, a)]
    assert told[-1] == "if the earlier stay went on to the next entry, no day was left on the day of entry"


def test_what_is_sure_and_what_is_not_stand_apart() -> None:
    a = assess(traveller("DE", stay("2026-05-01"), stay("2026-10-01")), day("2026-11-05"), LAW)
    assert answers.headline(EN, a) == ("6", "days over at least")
    assert plain(answers.lead(EN, a)).startswith("At least 6 days over, perhaps 30 more")


def test_days_over_are_those_up_to_today_whatever_is_planned() -> None:
    """In Kazakhstan since 10 November although 90 of 180 days were used before; the exit is still to come."""
    before = stay("2026-06-01", "2026-06-30"), stay("2026-07-05", "2026-08-03"), stay("2026-08-10", "2026-09-08")
    a = assess(traveller("DE", *before, stay("2026-11-10", "2026-12-20")), day("2026-11-22"), LAW)
    assert answers.headline(EN, a) == ("13", "days over")


def test_of_an_earlier_last_day_it_is_said_what_it_is_counted_by() -> None:
    a = assess(traveller("RU", stay("2026-08-01"), stay("2026-09-20")), day("2026-11-05"), LAW)
    told = [plain(fact) for fact in evidence.facts(EN, a)]
    assert "if the earlier stay went on to the next entry, the last lawful day was 29 October 2026" in told


def test_no_more_days_are_told_than_a_period_has() -> None:
    a = assess(traveller("DE", stay("2026-01-01")), day("2026-11-22"), LAW, Reading.SAFE)
    assert "180 days used in 180 days, the limit is 90" in [plain(fact) for fact in evidence.facts(EN, a)]


def test_where_a_new_period_began_during_the_stay_it_is_said_when() -> None:
    """Else "day 12 of 90" and "7 of 90 days used" contradict each other."""
    who = msgspec.structs.replace(
        traveller("DE", stay("2026-05-20", "2026-06-13"), stay("2026-11-11")), passport="diplomatic"
    )
    facts = [plain(fact) for fact in evidence.facts(EN, assess(who, day("2026-11-22"), LAW))]
    assert facts[0] == "day 12 of 90 in this entry"
    assert facts[1] == (
        "7 of 90 days used in the 180 days from the first entry"
        " · a new period began on 16 November 2026: days before it no longer count"
    )
    sooner = [plain(fact) for fact in evidence.facts(EN, assess(who, day("2026-11-12"), LAW))]
    assert not any("a new period" in fact for fact in sooner)
