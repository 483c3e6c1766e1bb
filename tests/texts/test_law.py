from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

from kzstay.bundled import law
from kzstay.core.law.schema import Need, Offence, Remark, Source
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import law as law_texts
from kzstay.texts import needs
from kzstay.texts.words import words

ROWS = [
    *law().regimes,
    *law().visas,
    *law().duties.values(),
    *law().penalties,
    *law().questions.values(),
    law().repeated,
    law().invitations,
]
FORMS = get_args(get_type_hints(Source)["form"])
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
            "«Халықтың көші-қоны туралы» ҚР Заңы, 6\N{NON-BREAKING HYPHEN}бап, 4\N{NON-BREAKING HYPHEN}тармақ",
        ),
        (
            "KoAP 517(4)",
            "Code on Administrative Offences, art. 517, part 4",
            "КоАП РК, ст. 517, ч. 4",
            "ҚР ӘҚБтК, 517\N{NON-BREAKING HYPHEN}бап, 4\N{NON-BREAKING HYPHEN}бөлік",
        ),
        (
            "ML 6-1",
            "Law on Migration of Population, art. 6-1",
            "Закон РК «О миграции населения», ст. 6-1",
            "«Халықтың көші-қоны туралы» ҚР Заңы, 6-1\N{NON-BREAKING HYPHEN}бап",
        ),
        (
            "D148 17",
            "Government Decree 148 of 21 January 2012, para. 17",
            "Постановление Правительства РК от 21 января 2012 года № 148, п. 17",
            "ҚР Үкіметінің 2012 жылғы 21 қаңтардағы № 148 қаулысы, 17\N{NON-BREAKING HYPHEN}тармақ",
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
    # Points of a part are cited by the part
    places = {article if article.count("(") < 2 else article.rpartition("(")[0] for article in ARTICLES}
    texts = {cited(language, article) for article in ARTICLES}
    assert len(texts) == len(places)
    assert not any("{" in text or "None" in text for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_has_a_name_or_what_one_is_made_of(language: Language) -> None:
    names = [law_texts.act(words(language), source) for source in law().sources.values()]
    assert len(set(names)) == len(names)
    for source, name in zip(law().sources.values(), names, strict=True):
        assert name
        assert source.name or words(language).country(source.country) in name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("signed", "en", "parts"),
    [
        ("2017-05-23", ", 23 May 2017", ("23", "2017")),
        ("2014-06", ", June 2014", ("2014",)),
        ("2010", ", 2010", ("2010",)),
        ("", "", ()),
    ],
)
def test_an_agreement_is_named_by_the_state_and_the_day_of_signing(
    signed: str, en: str, parts: tuple[str, ...], language: Language
) -> None:
    w = words(language)
    names = [law_texts.act(w, Source(country="AE", form=form, signed=signed)) for form in FORMS]
    assert len(set(names)) == len(FORMS)
    assert all(part in name for name in names for part in (w.country("AE"), *parts))
    if language == "en":
        assert names[0] == f"Agreement with United Arab Emirates{en}"


def test_several_places_stand_in_their_order_and_each_once() -> None:
    found = law_texts.citations(words("ru"), law(), ["ML 6(4)", "KoAP 517(3)(1)", "KoAP 517(3)(2)"])
    assert found.replace("\N{NO-BREAK SPACE}", " ") == (
        "Закон РК «О миграции населения», ст. 6, п. 4; КоАП РК, ст. 517, ч. 3"
    )
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
def test_everything_that_a_row_says_of_itself_is_a_sentence(language: Language) -> None:
    w = words(language)
    for texts in (
        [law_texts.remark(w, code) for code in get_args(Remark)],
        [needs.rule(w, code) for code in get_args(Need)],
    ):
        assert len(set(texts)) == len(texts)
        assert all(text.endswith(".") for text in texts)
    offences = [law_texts.offence(w, code) for code in get_args(Offence)]
    assert len(set(offences)) == len(offences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_for_the_penalised_state_the_numbers_of_the_law(language: Language) -> None:
    w = words(language)
    assert str(law().repeated.months) in law_texts.repeated(w, law())
    for number in (law().invitations.offences, law().invitations.months):
        assert str(number) in law_texts.invitations(w, law())


def test_where_sources_differ_both_sides_are_told() -> None:
    w = words("en")
    assert law_texts.conflict(w, {Reading.SAFE: [], Reading.USUAL: []}) == ""
    assert law_texts.conflict(w, {Reading.SAFE: ["30 days"], Reading.USUAL: ["90 days"]}) == (
        "Sources differ: 30 days by the strict count, 90 days by the usual one."
    )
    assert law_texts.conflict(w, {Reading.SAFE: ["30 days"], Reading.USUAL: []}) == (
        "Sources differ: only one way of counting takes this limit, 30 days."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_says_what_it_is_not(language: Language) -> None:
    assert law_texts.disclaimer(words(language)).count(".") >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_invitations_stop_for_a_host_held_liable_and_not_only_for_one_fined(language: Language) -> None:
    told = law_texts.invitations(words(language), law())  # ML 48: a warning is an administrative penalty too
    liable = {"en": "held liable", "ru": "привлекалось к ответственности", "kk": "жауаптылыққа тартылса"}
    assert liable[language] in told
    assert not any(fined in told for fined in ("fine", "штраф", "айыппұл"))
