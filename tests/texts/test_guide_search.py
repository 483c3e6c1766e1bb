"""Who asks the guide whom to call is told at once, and no number that is out of date."""

from __future__ import annotations

import pytest

from kzstay.guide.contacts import load
from kzstay.i18n import LANGUAGES, Language
from kzstay.paths import resource
from kzstay.texts import contacts, guide_search
from kzstay.texts.words import words


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        (
            "en",
            "whom do I call in Almaty",
            ["Almaty", "Migration Service office", "+7 727", "Not verified", "1414"],
        ),
        ("ru", "куда позвонить в Шымкенте", ["Шымкент", "Управление миграционной службы", "Не проверено", "1414"]),
        ("kk", "Алматыда кімге қоңырау шаламын", ["Алматы", "+7 727", "Тексерілмеген", "1414"]),
        ("en", "police phone number", ["Police: 102 · Verified", "1414"]),
        ("ru", "кому звонить в Таразе", ["1414"]),  # of the office there no number is known
        ("kk", "байланыс", ["1414"]),
    ],
)
def test_who_asks_whom_to_call_is_told_the_number_and_how_sure_it_is(
    language: Language, asked: str, told: list[str]
) -> None:
    first = guide_search.answers(words(language), asked)[0]
    assert first.topic == guide_search.CONTACTS
    assert [part for part in told if part not in first.excerpt] == []
    assert first.marks == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_that_is_out_of_date_is_told(language: Language) -> None:
    w = words(language)
    old = [one for one in load(resource("contacts.toml")).contacts if one.verdict == "out-of-date"]
    assert old
    for one in old:
        question = f"{contacts.title(w)} {contacts.place(w, load(resource('contacts.toml')).places[one.place])}"
        assert not any(phone in hit.excerpt for hit in guide_search.answers(w, question) for phone in one.phone)
