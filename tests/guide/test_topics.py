"""The topics of the guide: the same in three languages, each resting on what it names."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from kzstay import bundled
from kzstay.core.law.loading import cited
from kzstay.guide import topics
from kzstay.guide.tools import TOOLS
from kzstay.guide.topics import Basis, Topic
from kzstay.i18n import LANGUAGES, Language
from kzstay.paths import resource

GUIDE, LAW = bundled.guide(), bundled.law()
FOLDER = resource("guide")
_NUMBER = re.compile(r"\d")
_STEP = re.compile(r"(?m)^\d+\. ")
# Numbers that are names of something, and set nothing
_NAMES = re.compile(r"\b(?:112|102|103|101|1414|eGov|C5|S1)\b")
PRESSING = {
    *("overstay", "told-to-leave", "fines", "longer-stay", "shortened"),
    *("after-expulsion", "custody", "host-notice", "registration"),
}
HEADINGS = {
    "do": {"en": "What to do", "ru": "Что делать", "kk": "Не істеу керек"},
    "bring": {"en": "What to bring", "ru": "Что взять с собой", "kk": "Не алып бару керек"},
    "rights": {"en": "Your rights", "ru": "Ваши права", "kk": "Сіздің құқықтарыңыз"},
}
KINDS = {"n", "day", "fine", "units", "penalties", "certainty", "see", "mci", "parts"}


@pytest.fixture(params=GUIDE.topics)
def topic(request: pytest.FixtureRequest) -> Topic:
    return GUIDE.topics[request.param]


def test_every_topic_of_the_list_is_there_in_three_languages() -> None:
    named = {name for names in GUIDE.groups.values() for name in names}
    assert set(GUIDE.topics) == named
    for suffix, folder in (("toml", FOLDER), *(("md", FOLDER / language) for language in LANGUAGES)):
        assert {path.stem for path in folder.glob(f"*.{suffix}")} - {"index", "tools", "words"} == named


def test_a_topic_says_the_same_in_three_languages(topic: Topic) -> None:
    shapes = {language: _shape(GUIDE.text(topic.id, language)) for language in LANGUAGES}
    assert shapes["ru"] == shapes["en"]
    assert shapes["kk"] == shapes["en"]


def _shape(text: str) -> dict[str, object]:
    """Return what must be alike in all languages: the sections, the entries of lists, and every placeholder."""
    return {
        "sections": len(re.findall(r"(?m)^## ", text)),
        "steps": len(_STEP.findall(text)),
        "entries": len(re.findall(r"(?m)^- ", text)),
        "placeholders": sorted(topics.placeholders(text)),
        "links": sorted(set(re.findall(r"\]\(([^)]+)\)", text))),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_begins_with_a_short_title_and_has_no_deeper_headings(topic: Topic, language: Language) -> None:
    text = GUIDE.text(topic.id, language)
    assert text.startswith("# ")
    assert len(GUIDE.title(topic.id, language)) <= 48
    assert not re.search(r"(?m)^###", text)
    assert len(re.findall(r"(?m)^# ", text)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sections_of_a_topic_are_there_under_the_heading_of_all_topics(
    topic: Topic, language: Language
) -> None:
    headings = re.findall(r"(?m)^## (.+)$", GUIDE.text(topic.id, language))
    for name, number in topic.sections.items():
        assert topics.section(GUIDE.text(topic.id, language), number)
        if name in HEADINGS:
            assert headings[number - 1] == HEADINGS[name][language]


def test_what_presses_says_what_to_do_and_what_to_bring() -> None:
    told = {name: set(one.sections) for name, one in GUIDE.topics.items() if one.sections}
    assert set(told) == PRESSING
    assert all("do" in sections for sections in told.values())
    assert {name for name, sections in told.items() if "bring" not in sections} == {"after-expulsion"}
    rights = {name for name, sections in told.items() if "rights" in sections}
    assert rights == {"overstay", "told-to-leave", "fines", "custody", "shortened"}


def test_a_section_is_what_stands_between_two_headings() -> None:
    text = "# Title\n\nFirst.\n\n## One\n\n1. Go.\n\n## Two\n\n- A\n- B\n"
    assert topics.section(text, 1) == "1. Go."
    assert topics.section(text, 2) == "- A\n- B"
    for missing in (0, 3):
        with pytest.raises(IndexError):
            topics.section(text, missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_the_law_sets_is_typed(topic: Topic, language: Language) -> None:
    text = _STEP.sub("", topics.fill(GUIDE.text(topic.id, language), lambda _inner: ""))
    assert not _NUMBER.search(_NAMES.sub("", text)), f"a number in {language}/{topic.id}.md"


def test_every_article_is_of_an_act_that_was_read_and_rests_on_a_source(topic: Topic) -> None:
    resting = {article for basis in topic.rests_on for article in basis.articles}
    resting |= {article for row in _rows(topic) for article in getattr(row, "articles", [])}
    for article in resting:
        assert cited(article).act in LAW.sources, article
    for placeholder in topics.placeholders(GUIDE.text(topic.id, "en")):
        if placeholder.partition(" ")[0] not in KINDS:
            assert placeholder in resting, f"{topic.id}: {placeholder} has no basis"


def _rows(topic: Topic) -> list[msgspec.Struct]:
    used = {found.rpartition(" ")[2] for found in topics.placeholders(GUIDE.text(topic.id, "en"))}
    return [
        LAW.named[name]
        for used_name in used
        for name in (used_name, topics.row_of(used_name))
        if name in LAW.named
    ]


def test_every_basis_names_where_it_was_read(topic: Topic) -> None:
    assert topic.rests_on
    for basis in topic.rests_on:
        assert basis.articles
        assert basis.source
    assert topic.checked >= date(2026, 11, 1)


def test_every_article_of_the_seed_law_and_every_statement_of_the_leaflet_is_answered() -> None:
    answered = {seed for one in GUIDE.topics.values() for seed in one.seeds}
    law = {f"LF {article}" for article in range(1, 32)}
    # 23 to 25 are telephone numbers, which stand among the contacts; 19 is what the leaflet leaves out
    leaflet = {f"leaflet {number}" for number in range(1, 28)} - {
        f"leaflet {number}" for number in (19, 23, 24, 25)
    }
    assert answered == law | leaflet


def test_links_lead_to_topics_and_tools(topic: Topic) -> None:
    for language in LANGUAGES:
        assert set(topics.leads_to(GUIDE.text(topic.id, language))) <= {*GUIDE.topics, *TOOLS}


def test_a_number_or_a_day_that_nobody_sets_is_an_error() -> None:
    empty = Topic(checked=date(2026, 11, 27), basis=[Basis(articles=["ML 6"], source=["ML"], certainty="high")])
    for read, name in (
        (topics.number, "appeal.from"),
        (topics.number, "nobody.days"),
        (topics.day, "appeal.days"),
    ):
        with pytest.raises(KeyError):
            read(LAW, empty, name)
    assert topics.number(LAW, empty, "appeal.days") == LAW.duties["appeal"].days
    assert topics.day(LAW, empty, "registration.from") == LAW.duties["registration"].begins


def test_a_topic_with_a_field_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.toml").write_text('[[group]]\nid = "about"\ntopics = ["one"]\n', encoding="utf-8")
    (tmp_path / "one.toml").write_text("checked = 2026-11-27\nbasis = []\nothers = 1\n", encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        _ = topics.load(tmp_path).topics
