"""What the program ships: the law, the countries that exist, and the example."""

from __future__ import annotations

import json

import pytest

from kzstay.bundled import EXAMPLE, EXAMPLES, countries, law
from kzstay.core.assess import assess
from kzstay.core.case import STATELESS
from kzstay.core.problems import problems
from kzstay.core.readings import Reading
from kzstay.files.store import open_case
from kzstay.i18n import LANGUAGES
from kzstay.paths import resource

LAW = law()


def test_the_bundled_law_is_read_once() -> None:
    assert law() is LAW


def test_a_country_exists_by_its_two_letters() -> None:
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in countries() - {STATELESS})
    # The Republic itself exists too, though nobody needs its visa-free term
    assert {"KZ", "DE", "RU", "KR"} <= countries()
    assert not {"XX", "ZZ", "EU", ""} & countries()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name_in_each_language(language: str) -> None:
    named = json.loads(resource(f"cldr/{language}.json").read_text(encoding="utf-8"))["countries"]
    assert named.keys() == countries()


def test_the_examples_are_those_of_the_folder() -> None:
    assert [path.stem for path in sorted(resource("examples").iterdir())] == sorted(EXAMPLES)
    assert f"examples/{EXAMPLES[0]}.kzstay" == EXAMPLE


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_a_case_of_the_day_of_the_law(name: str) -> None:
    case = open_case(resource(f"examples/{name}.kzstay")).document.case
    assert case.travellers
    assert problems(case, countries(), LAW.collected, LAW.part_names) == []


def test_the_example_of_the_window_shows_an_answer() -> None:
    for traveller in open_case(resource(EXAMPLE)).document.case.travellers:
        # Somebody is here, and has a day to leave by
        assert assess(traveller, LAW.collected, LAW, Reading.SAFE).leave_by is not None
