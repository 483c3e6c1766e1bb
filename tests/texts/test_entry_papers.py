"""Papers and grounds of refusal in sentences: each row of the law has one in every language."""

from __future__ import annotations

import pytest

from kzstay.core.assess import assess
from kzstay.core.entry_check import Paper, check_entry
from kzstay.i18n import LANGUAGES
from kzstay.texts import entry_papers as texts
from kzstay.texts.words import words
from tests.core.builders import LAW, fine, ruled
from tests.helpers import day, plain, stay, traveller

EN = words("en")
USED = (stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04"), stay("2026-10-10", "2026-11-08"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_its_sentence(language: str) -> None:
    w = words(language)  # type: ignore[arg-type]
    check = check_entry(assess(traveller("DE"), day("2026-11-27"), LAW), day("2026-12-10"))
    told = [texts.paper(w, Paper(row)) for row in LAW.entry.papers]
    told += [texts.ground(w, check, ground) for ground in check.grounds]
    assert len(set(told)) == len(LAW.entry.papers) + len(LAW.entry.grounds)
    assert not any("{" in text for text in told)


def test_numbers_are_those_of_the_rows() -> None:
    rows = {row.id: row for row in LAW.entry.papers}
    assert "at least 3 months after the visa ends, and has 2 empty pages" in texts.paper(
        EN, Paper(rows["paper-validity-visa"])
    )
    eta = texts.paper(EN, Paper(rows["paper-eta"]))
    assert "at least 72 hours" in eta
    assert "valid for 180 days" in eta
    assert "only recommended" in eta
    assert "under 14" in texts.paper(EN, Paper(rows["paper-child-russia"]))
    assert "at least 1 year" in texts.paper(EN, Paper(rows["paper-family"]))


def test_no_number_of_months_is_promised_for_a_passport_without_a_visa() -> None:
    (row,) = (row for row in LAW.entry.papers if row.id == "paper-validity")
    assert not any(letter.isdigit() for letter in texts.paper(EN, Paper(row)))


def test_what_the_case_shows_is_told_as_it_is_there() -> None:
    fined = ruled(traveller("DE", stay("2026-05-01", "2026-06-04")), fine("2026-06-04"))
    check = check_entry(assess(fined, day("2026-11-27"), LAW), day("2026-12-10"))
    assert [plain(texts.ground(EN, check, one)) for one in check.found] == [
        "No entry before the fine served on 4 Jun 2026 is paid."
    ]
    check = check_entry(assess(traveller("DE", *USED), day("2026-11-27"), LAW), day("2026-12-10"))
    assert [texts.ground(EN, check, one) for one in check.found] == [
        "The visa-free days are used up on the day of entry."
    ]


def test_papers_are_grouped_by_how_much_they_matter() -> None:
    check = check_entry(assess(traveller("DE"), day("2026-11-27"), LAW), day("2026-12-10"))
    groups = texts.weights(check.papers)
    assert [texts.weight(EN, code) for code, _ in groups] == ["needed", "may be asked for", "worth checking"]
    assert sum(len(papers) for _, papers in groups) == len(check.papers)
