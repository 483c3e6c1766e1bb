from __future__ import annotations

import re

import pytest

from kzstay.bundled import law
from kzstay.i18n import TRANSLATED, Language
from kzstay.texts import sources
from kzstay.texts.words import words

EN = words("en")
SOURCES = sorted(
    {
        source
        for row in (
            *law().regimes,
            *law().visas,
            *law().duties.values(),
            *law().penalties,
            *law().questions.values(),
            *law().indexes,
            law().repeated,
            law().invitations,
        )
        for source in row.source
    }
)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("kt.kz 26.11.2025: thirtieth day from crossing", "kt.kz 26.11.2025"),
        ("adilet.zan.kz P1100000077, which tells the day in force", "adilet.zan.kz P1100000077"),
        ("zakon.kz/pravo/6488830 (28.08.2025)", "zakon.kz/pravo/6488830 (28.08.2025)"),
        ("egov.kz rk_visa_obtaining (31.01.2025): not on the list", "egov.kz rk_visa_obtaining (31.01.2025)"),
        ("oq.gov.kz/en/news/872: within 10 days", "oq.gov.kz/en/news/872"),
        ("chwp.pl: F1 and D1, 30 days at each visit", "chwp.pl"),
        ("decree 125 of 06.03.2025", "постановление Правительства РК от 06.03.2025 № 125"),
        ("draft decree 816 of 07.10.2015", "проект постановления Правительства РК от 07.10.2015 № 816"),
        ("Law 82-VIII of 16.05.2024", "Закон РК от 16.05.2024 № 82-VIII"),
        ("KoAP, art. 518 as of 09.01.2026", "КоАП РК (по состоянию на 09.01.2026)"),
        ("Law on Migration, art. 6(4): leave or extend", "Закон РК «О миграции населения»"),
        ("law firm's leaflet: ten days", "памятка юридической фирмы"),
        ("passport index, 02.2026, says e-visa", "индекс паспортов, 02.2026"),
        ("what nobody has named", ""),
    ],
)
def test_a_source_is_named_without_the_remark(source: str, name: str) -> None:
    assert sources.name(words("ru"), law(), source).replace("\N{NO-BREAK SPACE}", " ") == name


def test_in_english_a_source_of_no_known_kind_keeps_its_words() -> None:
    assert sources.name(EN, law(), "brecorder 28.04.2019: a remark") == "brecorder 28.04.2019"


def test_each_name_is_told_once() -> None:
    found = sources.names(EN, law(), ["Law on Migration, art. 48", "Law on Migration, art. 6(4)", "kt.kz"])
    assert found == "Law on Migration of Population; kt.kz"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_english_remark_reaches_a_reader_of_another_language(language: Language) -> None:
    w = words(language)
    for source in SOURCES:
        told = sources.name(w, law(), source)
        # An address is read as it stands, with the number of its document
        rest = re.sub(r"(?:[a-z\d-]+\.)+[a-z]{2,}\S*(?: [\w=./-]*[\d_][\w-]*)?", "", told)
        assert not re.search(r"[A-Za-z]{3,}", re.sub(r"\b\d+-[IVX]+", "", rest)), told


def test_the_text_of_an_act_is_there_in_the_language_of_the_reader() -> None:
    migration = law().sources["ML"]
    found = {language: sources.address(words(language), migration) for language in ("en", *TRANSLATED)}
    assert "/rus/" in found["ru"]
    assert "/kaz/" in found["kk"]
    assert found["en"] == migration.address
    elsewhere = law().sources["A-AL"]
    assert sources.address(words("kk"), elsewhere) == elsewhere.address
