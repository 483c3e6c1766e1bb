from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from kzstay.bundled import law
from kzstay.content import why as content
from kzstay.content.blocks import Block, Paragraph, Ways
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Ruling, Traveller
from kzstay.core.reckoning import Reckoning
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.texts import law as law_texts
from tests.content.block_reader import GERMAN, PAPERS, facts, headings, sentences, table
from tests.core.counting import count
from tests.helpers import day, permit, stay, traveller

Speak = Callable[[Language], Words]


def test_why_names_limit_article_certainty_and_source(speak: Speak) -> None:
    blocks = content.why(assess(GERMAN, day("2026-11-22"), law()), speak("en"))
    found = facts(blocks)
    assert found["Limited by"].startswith("the term of one entry: Law on Migration of Population, art. 6, para. 4")
    assert headings(blocks)[:4] == [
        "11 Nov 2026 – still here",
        "Limits",
        "30 days from the day of entry",
        "90 days in each 180 days",
    ]
    assert found["Certainty"] == "high"
    assert found["On this day"] == "day 12 of 30 in this entry"


def test_why_tells_which_open_question_parts_the_counts(speak: Speak) -> None:
    w = speak("en")
    blocks = content.why(assess(GERMAN, day("2026-11-22"), law()), w)
    (_, entry) = rows = table(blocks, "").rows[:2]
    assert entry[0] == "Next entry"
    assert [rows[0], *table(blocks, "").rows[2:]] == [
        ["Days used: 90 days in each 180 days", "68", "67"],
        ["Host's notice of arrival", "13 November 2026", "16 November 2026"],
    ]
    assert law_texts.question(w, "rolling-look-back") in sentences(blocks)
    assert law_texts.question(w, "working-days-first-day") in sentences(blocks)
    assert law_texts.question(w, "treaty-without-window") not in sentences(blocks)


def test_why_tells_of_visas_only_where_a_stay_is_on_one(speak: Speak) -> None:
    w = speak("en")
    # Outside, and the day before the 180 days was one of a stay: only what is looked back on parts the counts
    outside = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-07-14", "2026-08-09"))
    told = sentences(content.why(assess(outside, day("2026-11-20"), law()), w))
    assert law_texts.question(w, "rolling-look-back") in told
    assert law_texts.question(w, "visa-days") not in told


def test_why_tells_of_a_treaty_that_names_no_period(speak: Speak) -> None:
    w = speak("en")
    earlier = stay("2026-03-01", "2026-03-30"), stay("2026-04-05", "2026-05-04"), stay("2026-05-10", "2026-06-08")
    who = traveller("IR", *earlier, stay("2026-06-15"), passport="diplomatic")
    a = assess(who, day("2026-06-20"), law())
    blocks = content.why(a, w)
    assert law_texts.question(w, "treaty-without-window") in sentences(blocks)
    assert ["Days used: 90 days in each 180 days", "96", "–"] in table(blocks, "").rows


def test_why_is_silent_where_the_counts_agree(speak: Speak) -> None:
    a = assess(traveller("DE"), day("2026-11-22"), law())
    blocks = content.why(a, speak("en"))
    assert "Where the two counts differ" not in headings(blocks)
    assert "The limits below are for an entry on the day shown above." in sentences(blocks)


def why(who: Traveller, speak: Speak, selected: int | None = None, on: str = "2026-11-22") -> list[Block]:
    return content.why(assess(who, day(on), law()), speak("en"), selected)


def test_why_answers_for_the_selected_stay(speak: Speak) -> None:
    """Of the days up to 9 August, 20 and 27 lie in the 181 days that end with it."""
    blocks = why(GERMAN, speak, 1)
    assert headings(blocks)[0] == "14 Jul 2026 – 9 Aug 2026"
    found = facts(blocks)
    assert found["Last lawful day"] == "Wednesday, 12 August 2026 by both counts"
    assert found["Last day of the stay"] == "day 27 of 30 in this entry"
    assert found["Days counted over"].startswith("10 Feb 2026 – 9 Aug 2026")
    assert [row[2] for row in table(blocks, "Stay").rows] == ["20", "27", "47"]
    assert "Next entry" not in found


@pytest.mark.parametrize("selected", [None, -1, 3, 99])
def test_why_is_about_the_present_stay_where_no_other_is_selected(speak: Speak, selected: int | None) -> None:
    assert why(GERMAN, speak, selected) == why(GERMAN, speak, 3)


def test_why_of_a_stay_to_come_counts_what_the_present_one_may_still_last(speak: Speak) -> None:
    blocks = why(GERMAN, speak, 4)
    rows = table(blocks, "Stay").rows
    assert ["4", "days that it may still last", "18"] in rows
    assert sum(int(row[2]) for row in rows[:-1]) == int(rows[-1][2])


def test_why_of_an_overstay_tells_the_days_over(speak: Speak) -> None:
    found = facts(why(PAPERS, speak, 0))
    assert found["Days over"] == "5"
    assert found["Limited by"].startswith("the term of one entry: ")


def test_why_names_the_ruling_the_ban_and_the_permit_that_bind(speak: Speak) -> None:
    here = traveller("DE", stay("2026-11-11"))
    told = Ruling(kind="expulsion", served=day("2026-11-15"), leave_by=day("2026-11-25"))
    ruled = facts(why(msgspec.structs.replace(here, rulings=(told,)), speak))
    assert ruled["Limited by"].startswith(
        "the day by which a ruling told to leave: Law on the Legal Status of Foreigners"
    )
    banned = Ruling(kind="expulsion", served=day("2026-03-15"), executed=day("2026-03-25"))
    found = facts(why(msgspec.structs.replace(here, rulings=(banned,)), speak))
    assert found["Limited by"].startswith("the entry ban: Law on the Legal Status")
    covered = why(msgspec.structs.replace(here, permits=(permit("2026-11-01", "2026-12-31"),)), speak)
    assert facts(covered)["Limited by"].startswith(
        "the term or the days of the permit: Law on Migration of Population, art. 6"
    )
    assert facts(covered)["Covered by a permit"] == "11 Nov 2026 – 31 Dec 2026" or "31 Dec 2026" in str(
        facts(covered)
    )
    assert "Days under a permit are outside the limits of the visa-free term." in sentences(covered)


def test_why_names_what_sets_the_day_of_now_after_an_older_overstay(speak: Speak) -> None:
    rvp = permit("2026-11-15", "2027-11-14", "rvp")
    covered = facts(why(traveller("DE", stay("2026-10-01"), permits=[rvp]), speak))
    assert covered["Last lawful day"] == "Sunday, 14 November 2027 by both counts"
    assert covered["Limited by"].startswith(
        "the term or the days of the permit: Law on Migration of Population, art. 6"
    )


def test_why_without_a_regime_says_what_is_needed(speak: Speak) -> None:
    for who in (traveller("EG"), traveller("EG", stay("2026-11-11"))):
        found = why(who, speak)
        assert "A visa is needed. It may be an electronic one, on an invitation." in sentences(found)
        assert "Limits" not in headings(found)


def test_why_sets_limits_side_by_side_where_sources_differ(speak: Speak) -> None:
    found = why(traveller("KR", stay("2026-11-11")), speak)
    assert ["Limits", "60 days in each 180 days", "90 days in each 180 days"] in table(found, "").rows


def test_a_period_that_runs_on_counts_no_day_after_the_one_looked_at(speak: Speak) -> None:
    who = traveller("AL", stay("2026-02-01", "2026-02-20"), stay("2026-11-01"), stay("2027-01-10", "2027-01-20"))
    rows = table(why(who, speak), "Stay").rows
    assert [row[2] for row in rows] == ["20", "22", "42"]


def test_why_works_everything_out_once(speak: Speak, monkeypatch: pytest.MonkeyPatch) -> None:
    reckonings, assessments = count(monkeypatch, Reckoning), count(monkeypatch, Assessment)
    content.why(assess(PAPERS, day("2026-11-22"), law()), speak("en"))
    assert len(reckonings) == 2  # one for each reading
    assert len(assessments) == 1


def test_why_leads_to_the_topic_of_the_verdict_and_each_note_to_its_own(speak: Speak) -> None:
    blocks = why(PAPERS, speak)
    ways = [link.topic for block in blocks if isinstance(block, Ways) for link in block.links]
    assert ways == ["stay-limits"]
    links = [block.link for block in blocks if isinstance(block, Paragraph) and block.link]
    assert all(link.text.startswith("Guide: ") for link in links)


def test_why_of_a_note_leads_to_its_topic(speak: Speak) -> None:
    passing = traveller("DE", stay("2026-11-18", kind="transit"))
    links = [block.link.topic for block in why(passing, speak) if isinstance(block, Paragraph) and block.link]
    assert "transit" in links
