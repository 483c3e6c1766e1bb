from __future__ import annotations

import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import HostKind
from kzstay.core.host_costs import host_cost_of
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import host_costs
from kzstay.texts.words import Words, words
from tests.helpers import day, plain, stay, traveller


def told(w: Words, host: HostKind | None) -> dict[str, str]:
    a = assess(traveller("DE", stay("2026-11-11"), host=host), day("2026-11-22"), law())
    cost = host_cost_of(a, next(duty for duty in a.duties if duty.kind == "leave"))
    assert cost is not None
    return {label: plain(text) for label, text in host_costs.told(w, cost)}


def test_a_host_is_told_what_a_guest_costs_who_stays_too_long() -> None:
    found = told(words("en"), "individual")
    assert found["Host who does not see to papers or departure"] == "individual: warning"
    assert found["Host who houses a guest beyond the last day"] == "individual: fine of 25 MCI (108 125 ₸)"
    assert "whoever invited" in found["Expulsion"]


@pytest.mark.parametrize(
    ("host", "text"),
    [
        ("individual", "fine of 25 MCI (108 125 ₸)"),
        (None, "fine of 25 MCI (108 125 ₸) – fine of 75 MCI (324 375 ₸), by the type of host"),
    ],
)
def test_in_short_the_least_and_the_gravest_are_told(host: HostKind | None, text: str) -> None:
    a = assess(traveller("DE", stay("2026-11-11"), host=host), day("2026-11-22"), law())
    cost = host_cost_of(a, next(duty for duty in a.duties if duty.kind == "leave"))
    assert cost is not None
    found = {label: plain(text) for label, text in host_costs.brief(words("en"), cost)}
    assert found["Host who houses a guest beyond the last day"] == text
    assert "Expulsion" not in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_tells_all_of_it(language: Language) -> None:
    found = told(words(language), None)
    assert len(found) == 3
    assert all(text and "{" not in text for fact in found.items() for text in fact)
