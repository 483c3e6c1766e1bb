"""What is done to stays is named in three languages, with the right form for every number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import stay_acts as texts
from kzstay.texts.words import Words, words
from tests.helpers import day, plain, stay

ON = day("2026-11-22")
COUNTED: list[Callable[[Words, int], str]] = [
    texts.hand_over,
    texts.copy,
    texts.delete,
    texts.deleted,
    texts.copied,
    lambda w, count: texts.handed_over(w, count, "{name}"),
    lambda w, count: texts.handed_over(w, count, ""),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tell", COUNTED)
def test_every_number_is_told(tell: Callable[[Words, int], str], language: Language) -> None:
    w = words(language)
    for count in (2, 5, 21):
        assert str(count) in tell(w, count)
    assert len({tell(w, count) for count in range(1, 30)}) == 29


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_a_day_tells_it(language: Language) -> None:
    w = words(language)
    told = [
        texts.record(w, "notified", ON),
        texts.record(w, "registered", ON),
        texts.split(w, ON),
        texts.plan_from(w, ON),
        texts.add_on(w, ON),
    ]
    assert all(w.day(ON) in one for one in told)
    assert len(set(told)) == len(told)
    assert texts.no_room(w)


def test_where_a_copy_is_is_told() -> None:
    assert plain(texts.duplicated(words("en"), stay("2026-06-09", "2026-06-28"))) == (
        "Stay duplicated: 9–28 Jun. Type its own days."
    )
