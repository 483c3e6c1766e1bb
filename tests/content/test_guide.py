"""Guide pages."""

from __future__ import annotations

import pytest

from kzstay import bundled
from kzstay.content.blocks import Paragraph, Prose
from kzstay.content.guide import found_page, topic_page
from kzstay.export.html import render
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import guide as guide_texts
from kzstay.texts.words import words


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
    page = render(found_page(w, question, guide_texts.answers(w, question)), w)
    assert 'href="contacts:"' in page
    assert 'href="guide:fines"' in page
    assert "<li>Almaty, " in page
