"""Guide pages."""

from __future__ import annotations

import pytest

from kzstay import bundled
from kzstay.content.blocks import Paragraph, Prose
from kzstay.content.guide import topic_page
from kzstay.export.html import render
from kzstay.i18n import LANGUAGES, Language
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
