"""The page of the law: the rows that apply, their sources and what they cost."""

from __future__ import annotations

from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.pages_of import read

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))


def test_the_law_page_names_regime_sources_and_certainty(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    text = read(window, "law")
    assert "30 days from the day of entry" in text
    assert window.session().view.w.full_day(window.session().law.collected) in text
    assert "zakon.kz/pravo/6488830" in text
    assert "high" in text


def test_the_law_page_has_penalties_and_open_questions(open_case: OpenCase) -> None:
    text = read(open_case(ANNA), "law")
    assert "fine of 25 MCI (108 125 ₸) or expulsion, decided by a court" in text
    assert "Monthly calculation index (MCI)" in text
    assert "Open questions" in text
