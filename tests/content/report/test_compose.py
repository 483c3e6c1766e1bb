from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from kzstay import __version__
from kzstay.bundled import law
from kzstay.content import report as content
from kzstay.content.blocks import Block, Figure, Heading, Paragraph, Table, Title
from kzstay.content.law import law_page
from kzstay.content.why import why
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import PassportKind, Ruling, Traveller
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from kzstay.core.verdict import Standing
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.content.block_reader import GERMAN, PAPERS, facts, headings, sentences, table, verdict
from tests.core.builders import ruled
from tests.core.counting import count
from tests.helpers import day, permit, stay, traveller

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]


def test_report_begins_with_what_it_was_reckoned_by(report: Pages) -> None:
    title = report()[0]
    assert isinstance(title, Title)
    assert (title.text, title.line, title.foot) == (
        "Report on a stay in Kazakhstan",
        "Calculated for 22 November 2026 · strict count · law data collected on 22 November 2026",
        "Anna Schmidt · Germany · 22 November 2026 · strict count",
    )
    assert title.mark == f"Report {facts(report())['Report ID']}"


def test_what_is_asked_at_a_counter_stands_before_what_it_rests_on(report: Pages) -> None:
    found = headings(report())
    first = [
        "Last lawful day and next entry",
        "Days counted",
        "30 days from the day of entry",
        "90 days in each 180 days",
    ]
    assert found[:5] == [*first, "Stays"]
    assert found.index("Duties") < found.index("Rules that apply") < found.index("Articles")
    blocks = report()
    counted = next(place for place, block in enumerate(blocks) if isinstance(block, Heading))
    assert counted < next(place for place, block in enumerate(blocks) if isinstance(block, Figure))


def test_verdict_is_the_answer_of_the_window(report: Pages) -> None:
    found = verdict(report())
    assert (found.number, found.unit, found.lead) == ("18", "days left", "Leave by Thursday, 10 December 2026")
    assert (found.standing_code, found.standing_text) == (Standing.LAWFUL, "within limits")
    assert [" ".join(fact.split()) for fact in found.facts] == [
        "day 12 of 30 in this entry",
        "68 of 90 days used in 180 days (67 by the usual count)",
    ]


def test_usual_reading_leads_where_it_is_asked_for(report: Pages) -> None:
    blocks = report(reading=Reading.USUAL)
    assert "67 of 90 days used in 180 days" in verdict(blocks).facts
    assert facts(blocks)["Used"] == "67 (by the strict count 68)"
    assert facts(blocks)["Way of counting"] == "usual count"


def test_last_day_is_given_by_both_counts(report: Pages) -> None:
    found = facts(report())
    assert found["Last lawful day"] == "Thursday, 10 December 2026 by both counts"
    assert found["Limited by"] == "the term of one entry"
    assert found["Next entry"].startswith("from 11 December 2026, for 15 days at most")
    assert found["Next entry"].endswith("18 days by history alone, without the later plans")


def test_a_permit_that_gives_the_last_day_sets_it_whatever_was_overstayed_before(report: Pages) -> None:
    rvp = permit("2026-11-15", "2027-11-14", "rvp")
    found = facts(report(traveller("DE", stay("2026-10-01"), permits=[rvp])))
    assert found["Last lawful day"] == "Sunday, 14 November 2027 by both counts"
    assert found["Limited by"] == "the term or the days of the permit"


def test_counts_that_part_are_both_given(report: Pages) -> None:
    # By the usual count 27 May leaves the 180 days on 23 November, by the strict one a day later and so too late
    who = traveller("RU", stay("2026-05-27", "2026-06-05"), stay("2026-08-20", "2026-11-05"), stay("2026-11-21"))
    found = facts(report(who))
    assert found["Last lawful day by the strict count"] == "Sunday, 22 November 2026"
    assert found["Last lawful day by the usual count"] == "Wednesday, 2 December 2026"


def test_every_stay_of_the_window_is_weighed(report: Pages) -> None:
    blocks = report()
    found = table(blocks, "Stay")
    assert found.rows == [
        ["1", "26 May 2026 – 8 Jun 2026", "14"],
        ["2", "14 Jul 2026 – 9 Aug 2026", "27"],
        ["3", "20 Sep 2026 – 4 Oct 2026", "15"],
        ["4", "11 Nov 2026 – 22 Nov 2026", "12"],
        ["", "Together", "68"],
    ]
    assert found.total
    assert (
        facts(blocks)["Days counted over"]
        == "26 May 2026 – 22 Nov 2026 (by the usual count 27 May 2026 – 22 Nov 2026)"
    )
    assert facts(blocks)["Remaining"] == "22 (by the usual count 23)"


def test_report_ends_with_its_basis(report: Pages) -> None:
    blocks = report()
    found = facts(blocks)
    assert found["Calculated for"] == "Sunday, 22 November 2026"
    assert found["Law data collected on"] == "22 November 2026"
    acts = [row[0] for row in table(blocks, "Act").rows]
    assert "Code on Administrative Offences\nedition of 9 Jan 2026" in acts
    assert "Law on Migration of Population\nedition of 27 Sep 2025" in acts
    assert found["Certainty"] == "high"
    assert "zakon.kz/pravo/6488830" in found["Sources"]
    assert found["Made by"] == f"kzstay {__version__}"
    assert isinstance(blocks[-1], Paragraph)
    assert "not legal advice" in blocks[-1].text


def test_timeline_has_its_place_only_with_stays(report: Pages) -> None:
    assert any(isinstance(block, Figure) for block in report())
    assert not any(isinstance(block, Figure) for block in report(traveller("DE")))


@pytest.mark.parametrize(
    ("country", "passport", "needed", "told"),
    [
        ("AF", "national", "A visa is needed: apply to a consulate of Kazakhstan.", "Government Decree 148"),
        ("EG", "national", "A visa is needed. It may be an electronic one,", "Government Decree 148"),
        ("EG", "diplomatic", "There is an agreement, but the number of days", "Agreement with Egypt"),
        ("EG", "service", "What is needed was not found: ask the consulate", "Law on Migration"),
    ],
)
def test_without_a_regime_the_report_says_what_is_needed(
    report: Pages, country: str, passport: PassportKind, needed: str, told: str
) -> None:
    blocks = report(traveller(country, passport=passport))
    assert verdict(blocks).number == ""
    assert sum(text.startswith(needed) for text in sentences(blocks)) == 1
    assert facts(blocks)["Articles"].startswith(told)
    assert "Duties" not in headings(blocks)


def test_a_person_without_any_row_is_sent_to_the_consulate(report: Pages) -> None:
    assert "What is needed was not found: ask the consulate before the trip." in sentences(report(traveller("AQ")))


def test_remarks_and_sources_that_differ_stand_under_the_limits(report: Pages) -> None:
    found = sentences(report(traveller("EC", stay("2026-11-11"))))
    assert (
        "Sources differ: 30 days in each 180 days by the strict count, 30 days in the 180 days from the first "
        "entry by the usual one."
    ) in found
    assert "The day on which the agreement came into force was not found." in found


def test_an_expulsion_that_is_not_carried_out_leaves_no_next_entry(report: Pages) -> None:
    who = msgspec.structs.replace(
        traveller("DE", stay("2026-03-01", "2026-03-20")),
        rulings=(Ruling(kind="expulsion", served=day("2026-03-10")),),
    )
    found = sentences(report(who))
    assert "No entry before the expulsion has been carried out and the ban that follows has ended" in found


def test_who_is_here_too_long_reads_what_would_undo_the_next_entry(report: Pages) -> None:
    found = sentences(report(traveller("DE", stay("2026-09-25"))))
    assert any("no expulsion is decided: it bans entry for 5 years." in line for line in found)


def test_traveller_outside_is_told_of_an_entry_today(report: Pages) -> None:
    blocks = report(traveller("DE", stay("2025-05-20", "2025-06-08")))
    assert "Next entry" in headings(blocks)
    assert facts(blocks)["Last day if you enter on this day"] == "19 February 2027"
    assert "No days of a stay fall in this period." in sentences(blocks)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("page", [content.report, why, law_page])
@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize(
    "who",
    [
        GERMAN,
        traveller("AF", stay("2026-11-01")),
        traveller("IR", stay("2026-11-01"), passport="diplomatic"),
        traveller("DE", stay("2026-11-01"), permits=[permit("2026-10-01", "2027-03-01")]),
        traveller("TR", stay("2026-01-01", "2026-04-30")),
        traveller("UZ", stay("2026-06-01"), stay("2026-10-01")),
        traveller("EG", stay("2026-11-01"), passport="diplomatic"),
        traveller("TJ", stay("2026-11-01")),
        PAPERS,
    ],
)
def test_every_page_can_be_made(
    speak: Speak,
    who: Traveller,
    reading: Reading,
    page: Callable[[Assessment, Words], list[Block]],
    language: Language,
) -> None:
    blocks = page(assess(who, day("2026-11-22"), law(), reading), speak(language))
    assert isinstance(blocks[0], Title)
    for block in blocks:
        if isinstance(block, Table):
            columns = len(block.header)
            assert len(block.align) == columns
            assert all(len(row) == columns for row in block.rows)
            assert sum(block.widths) in (0, 100)


def test_the_report_works_everything_out_once(report: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    reckonings, assessments = count(monkeypatch, Reckoning), count(monkeypatch, Assessment)
    report(PAPERS)
    assert len(reckonings) == 2  # one for each reading
    assert len(assessments) == 1


@pytest.mark.parametrize("ruling", [Ruling(kind=kind, served=day("2026-11-05")) for kind in ("fine", "expulsion")])
def test_where_an_entry_is_refused_no_last_day_of_one_is_told(report: Pages, ruling: Ruling) -> None:
    assert "Last day if you enter on this day" in facts(report(traveller("DE")))
    assert "Last day if you enter on this day" not in facts(report(ruled(traveller("DE"), ruling)))


def test_an_entry_by_the_days_is_no_promise_of_the_border(report: Pages) -> None:
    assert any("The border may ask for more" in text for text in sentences(report()))


def test_a_stay_under_a_permit_is_not_measured_by_the_visa_free_limits(report: Pages) -> None:
    here = traveller("RU", stay("2026-03-10"), permits=[permit("2026-05-01", "2026-11-30", "rvp")])
    assert "Days counted" not in headings(report(here))


# Old law data


@pytest.mark.parametrize(
    ("on", "place"),
    [("2027-05-21", None), ("2027-05-22", 1), ("2027-11-22", -1)],  # 180, 181 and 365 days after 22 November 2026
)
def test_old_law_data_is_told_beside_the_answer_and_out_of_date_before_it(
    report: Pages, on: str, place: int | None
) -> None:
    blocks = report(traveller("DE", stay("2026-11-11", "2026-11-20")), on)
    told = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and "law data is" in block.text]
    assert told == ([] if place is None else [blocks.index(verdict(blocks)) + place])


def test_in_a_report_on_several_it_is_told_on_the_cover_alone(speak: Speak) -> None:
    people = [traveller("DE", stay("2026-11-11", "2026-11-20"), name=name) for name in ("A", "B")]
    made = content.compose([assess(who, day("2029-06-01"), law()) for who in people], speak("en"))
    parts = [made.cover, *(part.blocks for part in made.people), made.end]
    assert [sum("The law data is" in text for text in sentences(part)) for part in parts] == [1, 0, 0, 0]


def test_the_page_on_the_law_says_it_too(speak: Speak) -> None:
    a = assess(GERMAN, day("2029-06-01"), law())
    assert [text for text in sentences(law_page(a, speak("en"))) if "The law data is out of date" in text]
