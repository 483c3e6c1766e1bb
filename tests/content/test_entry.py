"""The pages of an entry: what refuses first, then papers, purpose, what follows; and both on paper."""

from __future__ import annotations

import re

import pytest

from kzstay.bundled import guide
from kzstay.content import entry as pages
from kzstay.content.blocks import Answer, Block, Prose, Table, Title
from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.entry_check import check_entry
from kzstay.core.readings import Reading
from kzstay.core.visa_table import visa_table
from kzstay.export.html import render
from kzstay.guide.tools import TOOLS
from kzstay.i18n import LANGUAGES
from kzstay.texts import tools
from kzstay.texts.words import words
from tests.content.block_reader import headings, sentences
from tests.core.builders import LAW, fine, ruled
from tests.helpers import day, stay, traveller

EN = words("en")
ON = day("2026-11-27")


def page(
    person: Traveller, days: int | None = 10, purpose: str | None = None, language: str = "en"
) -> list[Block]:
    found = check_entry(assess(person, ON, LAW), day("2026-12-10"), days, purpose)
    return pages.check_page(words(language), guide(), found)  # type: ignore[arg-type]


def test_the_parts_stand_in_their_order() -> None:
    found = page(traveller("PK"), purpose="tourism")
    assert isinstance(found[0], Answer)
    assert headings(found) == [
        "Papers to bring", "Needed", "May be asked for", "Worth checking", "Purpose: tourism", "After you arrive",
        "Why entry could be refused",
    ]  # fmt: skip


def test_what_refuses_is_told_before_all_else() -> None:
    person = ruled(traveller("DE", stay("2026-05-01", "2026-06-04")), fine("2026-06-04"))
    found = page(person)
    assert isinstance(found[0], Answer)
    assert found[0].lead.startswith("Entry is refused: ")
    assert headings(found)[0] == "Why entry is refused now"
    assert "After you arrive" not in headings(found)


def test_a_citizen_reads_one_sentence() -> None:
    assert len(page(traveller("KZ"))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_topics_and_acts_that_there_are(language: str) -> None:
    for code in ("DE", "RU", "PK", "NG"):
        for purpose in LAW.entry.purposes:
            text = "\n".join(
                block.markdown
                for block in page(traveller(code), 40, purpose, language)
                if isinstance(block, Prose)
            )
            assert set(re.findall(r"\(guide:([^)]+)\)", text)) <= set(guide().topics)
            assert set(re.findall(r"\(act:([^)]+)\)", text)) <= set(LAW.sources)
            assert "{" not in text


def test_on_paper_it_says_for_whom_and_when() -> None:
    person = traveller("DE", name="Anna <b>\u202e")
    found = check_entry(assess(person, ON, LAW), day("2026-12-10"), 10, "tourism")
    document = pages.check_document(EN, guide(), found)
    assert document[0] == Title("Entry check", document[0].line if isinstance(document[0], Title) else "")
    assert "Anna <b> · Germany · ordinary passport" in sentences(document)
    assert "Entry on Thursday, 10 December 2026" in sentences(document)
    assert "Anna <b>" not in render(document, EN)
    nameless = check_entry(assess(traveller("DE", name=""), ON, LAW), day("2026-12-10"))
    assert "Germany · ordinary passport" in sentences(pages.check_document(EN, guide(), nameless))


def test_the_table_on_paper_has_the_rows_that_were_chosen() -> None:
    rows = [row for row in visa_table(LAW, ON, Reading.SAFE) if row.country in ("DE", "PK")]
    document = pages.table_document(EN, LAW, ON, Reading.SAFE, rows)
    (table,) = (block for block in document if isinstance(block, Table))
    assert [line[0] for line in table.rows] == ["Germany"] * 3 + ["Pakistan"] * 3
    assert sum(table.widths) == 100
    assert len(table.widths) == len(table.header) == len(table.align)
    assert pages.table_document(EN, LAW, ON, Reading.SAFE, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_finds_the_tools_by_links(language: str) -> None:
    w = words(language)  # type: ignore[arg-type]
    blocks = pages.found_tools(w, [tools.Asked(tool, "DE", "service") for tool in TOOLS])
    text = "\n".join(block.markdown for block in blocks if isinstance(block, Prose))
    assert "(guide:entry-check/DE/service)" in text
    assert pages.found_tools(w, []) == []
