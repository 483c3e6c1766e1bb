"""The guide in words."""

from __future__ import annotations

import pytest

from kzstay import bundled
from kzstay.guide.topics import Topic
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import guide as guide_texts
from kzstay.texts import prose
from kzstay.texts.words import words

GUIDE, LAW = bundled.guide(), bundled.law()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", GUIDE.topics)
def test_every_placeholder_of_a_topic_means_something(name: str, language: Language) -> None:
    w, topic = words(language), GUIDE.topics[name]
    text = guide_texts.filled(w, LAW, GUIDE, topic)
    assert "{" not in text
    assert guide_texts.foot(w, LAW, topic)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_has_a_name(language: Language) -> None:
    w = words(language)
    groups = [guide_texts.group(w, name) for name in GUIDE.groups]
    assert len(set(groups)) == len(groups)


def test_values_come_from_the_rows_of_the_law(monkeypatch: pytest.MonkeyPatch) -> None:
    topic = next(iter(GUIDE.topics.values()))
    monkeypatch.setattr(GUIDE, "text", lambda _topic, _language: _EVERY)
    text = prose.plain(
        guide_texts.filled(words("en"), LAW, GUIDE, Topic(checked=topic.checked, basis=topic.basis))
    )
    told = text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    for part in _TOLD:
        assert part in told, part


_EVERY = """# Everything

In {n host-notice.working_days} days, from {day registration.from}: {fine overstay-10}, {mci}; {certainty low}.
({KoAP 517(3)})

{penalties overstay}

{penalties host-notice}

{parts}
"""
_TOLD = (
    "In 3 days, from 1 July 2026: fine of 10 MCI (43 250 ₸), 4 325 ₸; certainty: low.",
    "(Code on Administrative Offences, art. 517, part 3)",
    "For | What follows | Who decides | Article",
    "Host | What follows | Who decides | Article",
    "more than 10 days over | fine of 25 MCI (108 125 ₸) or expulsion | court | Code on Administrative Offences",
    "refusing to give fingerprints | possible | court | Code on Administrative Offences 443-1(2)",
)
