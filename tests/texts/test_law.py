from __future__ import annotations

import pytest

from kzstay.bundled import law
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import law as law_texts
from kzstay.texts.words import words

ROWS = [*law().regimes, *law().duties.values(), *law().questions.values()]
ARTICLES = sorted({article for row in ROWS for article in row.articles})


def cited(language: Language, article: str) -> str:
    return law_texts.citation(words(language), law(), article).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("article", "en", "ru", "kk"),
    [
        (
            "ML 6(4)",
            "Law on Migration of Population, art. 6, para. 4",
            "Закон РК «О миграции населения», ст. 6, п. 4",
            "«Халықтың көші-қоны туралы» ҚР Заңы, 6-бап, 4-тармақ",
        ),
        (
            "KoAP 517(4)",
            "Code on Administrative Offences, art. 517, part 4",
            "КоАП РК, ст. 517, ч. 4",
            "ҚР ӘҚБтК, 517-бап, 4-бөлік",
        ),
        (
            "ML 6-1",
            "Law on Migration of Population, art. 6-1",
            "Закон РК «О миграции населения», ст. 6-1",
            "«Халықтың көші-қоны туралы» ҚР Заңы, 6-1-бап",
        ),
        (
            "D148 17",
            "Government Decree 148 of 21 January 2012, para. 17",
            "Постановление Правительства РК от 21 января 2012 года № 148, п. 17",
            "ҚР Үкіметінің 2012 жылғы 21 қаңтардағы № 148 қаулысы, 17-тармақ",
        ),
        (
            "A-CN",
            "Agreement with China of 17 May 2023",
            "Соглашение с Китаем от 17 мая 2023 года",
            "Қытаймен 2023 жылғы 17 мамырдағы келісім",
        ),
    ],
)
def test_a_place_in_an_act_is_cited_as_its_language_cites(article: str, en: str, ru: str, kk: str) -> None:
    assert [cited(language, article) for language in LANGUAGES] == [en, ru, kk]


def test_a_part_of_a_part_is_cited_by_the_part() -> None:
    assert cited("en", "KoAP 517(3)(1)") == cited("en", "KoAP 517(3)")


def test_a_number_does_not_leave_the_word_before_it() -> None:
    for article in ("ML 6(4)", "KoAP 517(4)", "D148 17"):
        found = law_texts.citation(words("ru"), law(), article)
        assert not any(f"{word} " in found for word in ("ст.", "п.", "ч.", "№"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_of_the_law_can_be_cited(language: Language) -> None:
    assert len({cited(language, article) for article in ARTICLES}) == len(ARTICLES)


def test_every_source_has_a_name_in_every_language() -> None:
    assert all(
        set(source.name) == set(LANGUAGES) and all(source.name.values()) for source in law().sources.values()
    )


def test_several_places_stand_in_their_order() -> None:
    assert law_texts.citations(words("ru"), law(), ["A-TR", "A-UZ"]) == (
        "Соглашение с Турцией, действует с 1 апреля 1992 года; Соглашение с Узбекистаном от 7 июля 2000 года"
    ).replace(" ", " ")
    assert law_texts.citations(words("kk"), law(), []) == ""


@pytest.mark.parametrize(
    ("language", "names"),
    [("en", "high medium low"), ("ru", "высокая средняя низкая"), ("kk", "жоғары орташа төмен")],
)
def test_certainty_has_three_degrees(language: Language, names: str) -> None:
    found = [law_texts.certainty(words(language), code) for code in ("high", "medium", "low")]
    assert found == names.split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_open_question_is_stated(language: Language) -> None:
    stated = [law_texts.question(words(language), code) for code in law().questions]
    assert len(set(stated)) == len(stated)
    assert all(text.endswith(".") for text in stated)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_says_what_it_is_not(language: Language) -> None:
    assert law_texts.disclaimer(words(language)).count(".") >= 2
