from __future__ import annotations

import gettext
from collections.abc import Callable

import pytest

from kzstay.bundled import law
from kzstay.content import report as content
from kzstay.content.blocks import Block
from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.content.block_reader import GERMAN
from tests.helpers import day


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Callable[[Language], Words]:
    """Words with the program's own English sentences, but with the dates and names of the language."""
    monkeypatch.setattr("kzstay.texts.words.catalog", lambda language: gettext.NullTranslations())
    return Words


@pytest.fixture
def report(speak: Callable[[Language], Words]) -> Callable[..., list[Block]]:
    def make(
        who: Traveller = GERMAN,
        on: str = "2026-11-22",
        reading: Reading = Reading.SAFE,
        language: Language = "en",
        left_out: int = 0,
    ) -> list[Block]:
        return content.report(assess(who, day(on), law(), reading), speak(language), left_out)

    return make
