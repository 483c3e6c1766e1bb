"""The box of a topic: whose it is, by what, how long at most, and where there is none."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.content.person.box import MOST, TOPICS, box
from kzstay.core.assess import assess
from kzstay.core.case import Case, Traveller
from kzstay.core.problems import problems
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.content.person.told_of import box_of, told
from tests.core.builders import expulsion, fine, ruled
from tests.helpers import day, stay, traveller
from tests.test_any_case import days, travellers

LAW = bundled.law()
HERE = traveller("DE", stay("2026-11-01"))
MANY = ruled(HERE, *(fine(f"2026-11-{number:02}") for number in range(2, 20, 3)))


def test_it_says_whose_it_is_and_by_what_it_was_reckoned() -> None:
    found = box_of(HERE, "stay-limits", "2026-11-10")
    assert found is not None
    assert found.name == "For Anna Schmidt"
    assert found.line == "calculated for 10 November 2026 · strict count"
    usual = box_of(HERE, "stay-limits", "2026-11-10", Reading.USUAL)
    assert usual is not None
    assert usual.line.endswith("usual count")


def test_who_has_no_name_is_a_traveller() -> None:
    found = box_of(msgspec.structs.replace(HERE, name=""), "stay-limits", "2026-11-10")
    assert found is not None
    assert found.name == "For this traveller"


@pytest.mark.parametrize("topic", TOPICS)
def test_without_a_citizenship_there_is_none(topic: str) -> None:
    assert box_of(msgspec.structs.replace(HERE, citizenship=""), topic, "2026-11-10") is None


@pytest.mark.parametrize("topic", ["about-the-law", "refugees", "religion", "courts"])
def test_a_topic_that_says_the_same_to_everybody_has_none(topic: str) -> None:
    assert box_of(HERE, topic, "2026-11-10") is None


def test_every_topic_of_the_list_is_one_of_the_guide() -> None:
    assert set(TOPICS) <= set(bundled.guide().topics)


def test_a_citizen_of_kazakhstan_is_told_that_nothing_applies_and_no_more_than_that() -> None:
    citizen = traveller("KZ", stay("2026-11-01"), host="small")
    assert told(citizen, "overstay", "2026-12-20") == [
        "This program is for foreigners. A citizen of Kazakhstan needs none of this."
    ]
    assert box_of(citizen, "hosts", "2026-12-20") is None


def test_no_more_than_a_few_lines_are_told_and_the_last_says_how_many_there_are_besides() -> None:
    lines = told(MANY, "fines", "2026-11-27")
    assert len(lines) == MOST
    assert lines[-1].endswith("more are told of on the pages under the timeline.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_nothing_is_left_to_be_filled_in_or_ends_in_two_stops(language: Language, topic: str) -> None:
    people = [
        (HERE, "2026-11-10"),
        (traveller("DE", stay("2026-11-01"), host="medium"), "2026-12-05"),
        (MANY, "2026-11-27"),
        (ruled(HERE, expulsion("2026-11-20", "2026-12-05")), "2026-11-24"),
        (traveller("RU", stay("2026-11-01"), born="2010-12-01"), "2026-11-20"),
        (traveller("KZ"), "2026-11-20"),
    ]
    for who, on in people:
        found = box(words(language), assess(who, day(on), LAW), topic)
        for line in [found.name, found.line, *found.told] if found else []:
            assert "{" not in line
            assert ".." not in line
            assert line == line.strip()


@given(travellers(), days(), st.sampled_from(list(Reading)), st.sampled_from(sorted(TOPICS)))
def test_whatever_a_file_holds_it_is_told_in_a_few_lines(
    who: Traveller, on: date, reading: Reading, topic: str
) -> None:
    assume(not problems(Case(travellers=(who,)), bundled.countries(), date(2026, 11, 22)))
    found = box(words("en"), assess(who, on, LAW, reading), topic)
    if found is not None:
        assert 0 < len(found.told) <= MOST
        assert found.stay is None or found.stay < len(who.stays)
