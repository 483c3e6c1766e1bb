"""Guide pages."""

from __future__ import annotations

import pytest

from kzstay import bundled
from kzstay.content.blocks import Box, Facts, Paragraph, Prose, Title
from kzstay.content.guide import found_page, printed_topic, topic_page
from kzstay.core.assess import assess
from kzstay.export.html import render
from kzstay.guide.search import Hit
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import guide_search
from kzstay.texts.words import words
from tests.helpers import day, stay, traveller


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", bundled.guide().topics)
def test_a_page_has_its_group_its_text_and_what_it_rests_on(name: str, language: Language) -> None:
    w, guide = words(language), bundled.guide()
    group, text, foot = topic_page(w, bundled.law(), guide, guide.topics[name])
    assert isinstance(group, Paragraph)
    assert isinstance(text, Prose)
    assert isinstance(foot, Paragraph)
    page = render([group, text, foot], w)
    assert f"<h1>{guide.title(name, language)}</h1>" in page.replace("&quot;", '"').replace("&#x27;", "'")


def test_what_was_found_leads_to_its_topic_and_whom_to_call_to_the_contacts() -> None:
    w, question = words("en"), "whom do I call in Almaty about my fine"
    page = render(found_page(w, question, guide_search.answers(w, question)), w, links=True)
    assert 'href="contacts:"' in page
    assert 'href="guide:fines"' in page
    assert "<li>Almaty, " in page


HERE = traveller("DE", stay("2026-11-01"))


def test_what_it_means_for_a_person_stands_under_the_title() -> None:
    w, guide, law = words("en"), bundled.guide(), bundled.law()
    a = assess(HERE, day("2026-12-05"), law)
    _, title, box, text, _ = topic_page(w, law, guide, guide.topics["overstay"], a)
    assert title == Prose("# I stayed too long")
    assert isinstance(box, Box)
    assert isinstance(text, Prose)
    assert "# I stayed" not in text.markdown
    assert len(topic_page(w, law, guide, guide.topics["courts"], a)) == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", bundled.guide().topics)
def test_on_paper_a_topic_says_its_title_its_group_and_where_the_acts_are(name: str, language: Language) -> None:
    w, guide, law = words(language), bundled.guide(), bundled.law()
    title, *rest = printed_topic(w, law, guide, guide.topics[name])
    assert isinstance(title, Title)
    assert title.text == guide.title(name, language)
    assert isinstance(rest[0], Prose)
    assert not rest[0].markdown.startswith("# ")
    addresses = [row for block in rest if isinstance(block, Facts) for row in block.rows]
    assert addresses
    assert all(act and address for act, address in addresses)


def test_what_was_found_in_the_manual_leads_to_the_manual() -> None:
    hit = Hit("timeline/look", "The timeline: Look", "Turn the wheel.", 1.0, [(9, 14)])
    _, found = found_page(words("en"), "wheel", [hit], "manual")
    assert isinstance(found, Prose)
    assert "](manual:timeline/look)" in found.markdown
    assert "**wheel**" in found.markdown
