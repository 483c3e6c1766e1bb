from __future__ import annotations

from collections.abc import Callable

import msgspec

from kzstay.bundled import law
from kzstay.content.blocks import Block, Facts
from kzstay.content.report.costs import cost_blocks
from kzstay.content.sections import References
from kzstay.core.assess import assess
from kzstay.core.case import Host
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.content.block_reader import GERMAN, PAPERS, facts, headings, sentences
from tests.helpers import day, stay, traveller

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]


def test_what_was_missed_or_is_open_tells_its_cost(report: Pages) -> None:
    blocks = report(msgspec.structs.replace(PAPERS, host=Host(kind="small"), rulings=()))
    found = headings(blocks)
    missed = found[found.index("If a deadline is missed") + 1 :]
    assert "Host's notice of arrival" in missed
    assert "Obtain a visa or leave" in missed
    assert {"Leave Kazakhstan", "Obtain a visa or leave"} <= set(missed)  # what it has cost, and what it may cost
    assert facts(blocks)["Again within 12 months"]
    sums = [text.replace("\N{NO-BREAK SPACE}", " ") for text in sentences(blocks) if "index" in text]
    assert sums == ["One monthly calculation index (MCI) is 4 325 ₸ in 2026."]


def test_the_report_says_where_nothing_is_known_to_follow(report: Pages) -> None:
    found = report(traveller("RU", stay("2026-11-01", notified="2026-11-03")))
    assert facts(found)["If missed"] != ""
    values = [value for block in found if isinstance(block, Facts) for _, value in block.rows]
    assert any(
        value.startswith("No penalty for it was found in the code, edition of 9 January 2026") for value in values
    )


def test_the_same_cost_of_several_people_is_told_once(speak: Speak) -> None:
    w = speak("en")
    two = [assess(GERMAN, day("2026-11-22"), law()), assess(PAPERS, day("2026-11-22"), law())]
    found = cost_blocks(w, two, References(w, law()))
    alone = cost_blocks(w, two[:1], References(w, law()))
    facts_of = [block for block in found if isinstance(block, Facts)]
    assert len(facts_of) == len({facts_of_key(block) for block in facts_of})
    assert {facts_of_key(block) for block in alone if isinstance(block, Facts)} <= {
        facts_of_key(block) for block in facts_of
    }


def facts_of_key(block: Facts) -> tuple[tuple[str, str], ...]:
    return tuple(block.rows)


def test_a_cost_worked_out_by_the_index_of_two_years_names_the_years(speak: Speak) -> None:
    w = speak("en")
    who = traveller("DE", stay("2025-03-01", "2025-03-09"), stay("2026-11-01"), host="small")
    names = headings(cost_blocks(w, [assess(who, day("2026-11-22"), law())], References(w, law())))
    assert "Host's notice of arrival, case opened in 2025" in names
    assert "Host's notice of arrival, case opened in 2026" in names
