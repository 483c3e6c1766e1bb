from __future__ import annotations

from collections.abc import Callable

from kzstay.bundled import law
from kzstay.content import law as content
from kzstay.content.blocks import Facts, Table
from kzstay.core.assess import assess
from kzstay.i18n import Language
from kzstay.texts import Words, duties
from tests.content.block_reader import GERMAN, facts, headings, sentences, table
from tests.helpers import day, stay, traveller

Speak = Callable[[Language], Words]


def test_law_page_lists_rows_with_dates_of_force(speak: Speak) -> None:
    blocks = content.law_page(assess(GERMAN, day("2026-11-22"), law()), speak("en"))
    limits = [
        value for block in blocks if isinstance(block, Facts) for label, value in block.rows if label == "Limit"
    ]
    assert limits == [
        "30 days from the day of entry",
        "90 days in each 180 days; days are counted from 1 Jan 2022 (by the usual count from 27 Jan 2023)",
    ]
    assert len(table(blocks, "Question").rows) == len(law().questions)
    assert facts(blocks)["Days off confirmed"] == f"to the end of {law().calendar.confirmed_until}"
    w = speak("en")
    found = headings(blocks)
    begin = found.index("Duties") + 1
    assert found[begin : begin + len(law().duties)] == [duties.name(w, kind) for kind in law().duties]


def test_law_page_lists_penalties_with_their_sums_and_the_index_of_each_year(speak: Speak) -> None:
    blocks = content.law_page(assess(GERMAN, day("2026-11-22"), law()), speak("en"))
    shown = [
        row[1].replace("\N{NO-BREAK SPACE}", " ")
        for block in blocks
        if isinstance(block, Table) and block.header[1] == "Penalty"
        for row in block.rows
    ]
    assert len(shown) == len(law().penalties)
    assert "fine of 25 MCI (108 125 ₸) or expulsion, decided by a court" in shown
    years = table(blocks, "Year").rows
    assert [int(row[0][-4:]) for row in years] == [index.year for index in law().indexes]
    assert "1 Apr 2020" in [row[0] for row in years]  # where it changed within a year


def test_law_page_shows_the_row_of_who_needs_a_visa(speak: Speak) -> None:
    who = traveller("TM", stay("2026-11-11"))
    blocks = content.law_page(assess(who, day("2026-11-22"), law()), speak("en"))
    assert headings(blocks)[0] == "Without a visa-free term"
    assert "Residents of the border region may enter for a few days without a visa." in sentences(blocks)


def test_law_page_begins_with_the_row_of_the_selected_stay(speak: Speak) -> None:
    who = traveller("DE", stay("2019-12-01", "2019-12-10"), stay("2026-11-11"))
    a = assess(who, day("2026-11-22"), law())
    first = [headings(content.law_page(a, speak("en"), index))[0] for index in (0, 1)]
    assert first == ["30 days from the day of entry", "30 days from the day of entry · 90 days in each 180 days"]


def test_law_page_shows_a_regime_that_has_ended(speak: Speak) -> None:
    who = traveller("DE", stay("2019-12-01", "2019-12-10"), stay("2026-11-11"))
    blocks = content.law_page(assess(who, day("2026-11-22"), law()), speak("en"))
    forces = [
        value for block in blocks if isinstance(block, Facts) for label, value in block.rows if label == "In force"
    ]
    assert "30 Sep 2019 – 16 Apr 2020" in forces
