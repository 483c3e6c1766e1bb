from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from kzstay import __version__
from kzstay.bundled import law
from kzstay.content import report as content
from kzstay.content.blocks import Block, Facts, Figure, Paragraph, Table, Title
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Host, PassportKind, Ruling, Traveller
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from kzstay.core.verdict import Standing
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.content.block_reader import GERMAN, PAPERS, facts, headings, sentences, table, verdict
from tests.core.builders import ruled
from tests.core.counting import count
from tests.helpers import day, move, permit, stay, traveller

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]


def test_report_begins_with_what_it_was_reckoned_by(report: Pages) -> None:
    assert report()[0] == Title(
        "Report on a stay in Kazakhstan",
        "Calculated for 22 November 2026 · strict count · law data collected on 22 November 2026",
    )


def test_report_tells_who_it_is_about(report: Pages) -> None:
    who = traveller("DE", born="1990-03-04")
    found = facts(report(msgspec.structs.replace(who, host=Host(kind="small", name="Nomad"))))
    assert found["Name"] == "Anna Schmidt"
    assert found["Citizenship and passport"] == "Germany · ordinary passport"
    assert found["Date of birth"] == "4 March 1990"
    assert found["Host"] == "Nomad · small business"


def test_permits_and_rulings_have_tables_of_their_own(report: Pages) -> None:
    blocks = report(PAPERS)
    assert table(blocks, "Permit").header == ["Permit", "From", "Until", "Days", "Entries"]
    assert table(blocks, "Permit").rows == [["visa", "1 Mar 2027", "1 May 2027", "30", "2"]]
    assert table(blocks, "Ruling").rows == [
        ["fine", "5 Nov 2026", "–", "–", "–"],
        ["expulsion", "20 Mar 2020", "1 Apr 2020", "1 Apr 2020", "–"],
    ]
    plain = report(traveller("DE", permits=[permit("2026-01-01", "2026-02-01", "rvp")]))
    assert table(plain, "Permit").rows == [["temporary residence permit", "1 Jan 2026", "1 Feb 2026"]]
    assert "Rulings" not in headings(plain)


def test_host_without_a_name_is_told_by_kind(report: Pages) -> None:
    assert facts(report(traveller("DE", host="individual")))["Host"] == "individual"


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


def test_crossings_are_numbered_by_entry_and_the_present_one_is_marked(report: Pages) -> None:
    blocks = report(msgspec.structs.replace(GERMAN, stays=GERMAN.stays[::-1]))
    found = table(blocks, "No.")
    assert found.header == ["No.", "Entry", "Exit", "Days", "Lawful until", "Status"]
    assert found.rows == [
        ["1", "20 May 2026", "8 Jun 2026", "20", "18 Jun 2026", "within limits"],
        ["2", "14 Jul 2026", "9 Aug 2026", "27", "12 Aug 2026", "within limits"],
        ["3", "20 Sep 2026", "4 Oct 2026", "15", "19 Oct 2026", "within limits"],
        ["4", "11 Nov 2026", "still here", "12", "10 Dec 2026", "leave by 10 Dec 2026"],
        ["5", "8 Jan 2027", "24 Jan 2027", "17", "6 Feb 2027", "planned · possible"],
    ]
    assert found.align[3] == "r"
    assert found.marked == 3


def test_notes_of_a_stay_have_a_column_only_where_there_are_any(report: Pages) -> None:
    found = table(report(traveller("DE", stay("2026-11-11", note="by train"), stay("2027-01-08"))), "No.")
    assert found.header[-1] == "Note"
    assert [row[-1] for row in found.rows] == ["by train", ""]


def test_plan_without_end_and_missing_exit_are_told_apart(report: Pages) -> None:
    found = table(report(traveller("DE", stay("2026-08-01"), stay("2026-11-11"), stay("2027-01-08"))), "No.")
    assert [row[2] for row in found.rows] == ["not recorded", "still here", "planned"]
    assert found.rows[2][3] == "–"


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


def test_duties_name_their_articles_by_number(report: Pages) -> None:
    blocks = report()
    shown = table(blocks, "Duty")
    assert shown.header == [*("Duty", "Stay", "Who", "Due", "Usual count", "State", "If missed", "Article")]
    days = ["13 Nov 2026", "16 Nov 2026"]
    done = ["Host's notice of arrival", "4", "host", *days, "done · 13 Nov 2026", ""]
    (marks,) = [row[-1] for row in shown.rows if row[:-1] == done]
    cited = next(
        block
        for block in blocks
        if isinstance(block, Table) and block.header == ["No.", "Article", "Text of the act"]
    )
    first = marks.strip("[]").split(",")[0]
    assert cited.rows[int(first) - 1][:3] == [
        f"[{first}]",
        "Law on Migration of Population, art. 6, para. 4",
        "adilet.zan.kz/rus/docs/Z1100000477",
    ]
    assert [row[0] for row in cited.rows] == [f"[{number + 1}]" for number in range(len(cited.rows))]


def test_the_other_count_is_told_only_where_its_day_is_another(report: Pages) -> None:
    rows = {(row[0], row[1]): row[3:5] for row in table(report(), "Duty").rows}
    assert rows["Host's notice of arrival", "4"] == ["13 Nov 2026", "16 Nov 2026"]
    assert rows["Obtain a visa or leave", "4"] == ["10 Dec 2026", ""]


def test_settled_duties_of_earlier_stays_are_left_out(report: Pages) -> None:
    blocks = report()
    rows = table(blocks, "Duty").rows
    assert [row[5] for row in rows if row[1] in "123"] == ["not recorded"] * 3
    assert "Obtain a visa or leave" in [row[0] for row in rows if row[1] == "4"]
    assert "Duties of earlier stays that are done or were not required are left out." in sentences(blocks)


def test_what_was_missed_or_is_open_tells_its_cost(report: Pages) -> None:
    blocks = report(msgspec.structs.replace(PAPERS, host=Host(kind="small"), rulings=()))
    costs = {(row[0], row[5]): row[6].replace("\N{NO-BREAK SPACE}", " ") for row in table(blocks, "Duty").rows}
    assert costs["Host's notice of arrival", "not recorded"] == "fine of 10 MCI (43 250 ₸)"
    assert costs["Leave Kazakhstan", "done late · 4 Jun 2026"] == "fine of 10 MCI (43 250 ₸)"
    assert (
        costs["Obtain a visa or leave", "to be done"] == "at least: warning; at most: fine of 25 MCI or expulsion"
    )
    found = headings(blocks)
    missed = found[found.index("If a deadline is missed") + 1 :]
    assert "Host's notice of arrival" in missed
    assert "Obtain a visa or leave" in missed
    assert {"Leave Kazakhstan", "Obtain a visa or leave"} <= set(missed)  # what it has cost, and what it may cost
    assert facts(blocks)["Again within 12 months"]
    sums = [text.replace("\N{NO-BREAK SPACE}", " ") for text in sentences(blocks) if "index" in text]
    assert sums == ["One monthly calculation index (MCI) is 4 325 ₸ in 2026."]


def test_duties_after_a_ruling_are_listed_without_a_stay(report: Pages) -> None:
    rows = {row[0]: row for row in table(report(PAPERS), "Duty").rows}
    fine = rows["Pay the fine (ruling served on 5 Nov 2026)"]
    assert (fine[1], fine[5]) == ("", "to be done")
    assert rows["Appeal against the fine (ruling served on 5 Nov 2026)"][5] == "the ordinary term has passed"
    assert rows["Appeal against the expulsion (ruling served on 20 Mar 2020)"][5] == "the ordinary term has passed"


def test_the_report_says_where_nothing_is_known_to_follow(report: Pages) -> None:
    found = report(traveller("RU", stay("2026-11-01", notified="2026-11-03")))
    assert facts(found)["If missed"] != ""
    values = [value for block in found if isinstance(block, Facts) for _, value in block.rows]
    assert any(
        value.startswith("No penalty for it was found in the code, edition of 9 January 2026") for value in values
    )


def test_change_of_address_is_named(report: Pages) -> None:
    who = traveller("DE", stay("2026-11-11", notified="2026-11-12", moves=[move("2026-11-18")]))
    names = [row[0] for row in table(report(who), "Duty").rows]
    assert "Host's notice of arrival, change of address on 18 Nov 2026" in names


def test_report_ends_with_its_basis(report: Pages) -> None:
    blocks = report()
    found = facts(blocks)
    assert found["Calculated for"] == "Sunday, 22 November 2026"
    assert found["Law data collected on"] == "22 November 2026"
    assert "Code on Administrative Offences: 9 Jan 2026" in found["Editions read"]
    assert "Law on Migration of Population: 27 Sep 2025" in found["Editions read"]
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
    assert facts(blocks)["Last day if you enter today"] == "19 February 2027"
    assert "No days of a stay fall in this period." in sentences(blocks)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("page", [content.report, content.why, content.law_page])
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


def test_the_article_and_a_complaint_have_columns_where_a_ruling_has_them(report: Pages) -> None:
    ruling = Ruling(kind="fine", part="517(3)", served=day("2026-11-05"), appealed=day("2026-11-10"))
    blocks = report(ruled(traveller("DE"), ruling))
    header = ["Ruling", "Article", "Served", "Leave by", "Appealed on", "Carried out", "Paid"]
    assert table(blocks, "Ruling").header == header
    assert table(blocks, "Ruling").rows == [["fine", "517(3)", "5 Nov 2026", "–", "10 Nov 2026", "–", "–"]]


@pytest.mark.parametrize("ruling", [Ruling(kind=kind, served=day("2026-11-05")) for kind in ("fine", "expulsion")])
def test_where_an_entry_is_refused_no_last_day_of_one_is_told(report: Pages, ruling: Ruling) -> None:
    assert "Last day if you enter today" in facts(report(traveller("DE")))
    assert "Last day if you enter today" not in facts(report(ruled(traveller("DE"), ruling)))
