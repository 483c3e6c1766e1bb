from __future__ import annotations

import importlib.util
import json
import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from kzstay.core.case import STATELESS
from kzstay.i18n import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
CLDR = ROOT / "resources" / "cldr"


def tool() -> Any:  # noqa: ANN401
    spec = importlib.util.spec_from_file_location("make_cldr", ROOT / "packaging/tools/make_cldr.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(language: str) -> dict[str, Any]:
    return json.loads((CLDR / f"{language}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_committed_file_is_what_the_tool_writes(language: str) -> None:
    assert (CLDR / f"{language}.json").read_text(encoding="utf-8") == tool().render(language)


def test_the_states_own_names_are_what_the_tool_writes() -> None:
    made = (ROOT / "resources" / "imports" / "own_names.json").read_text(encoding="utf-8")
    assert made == tool().render_own_names()
    assert json.loads(made)["DE"] == ["Deutschland"]


def test_the_data_go_with_their_licence_and_tell_their_version() -> None:
    text = (CLDR / "LICENSE.txt").read_text(encoding="utf-8")
    assert text == tool().licence()
    assert text.startswith("UNICODE LICENSE V3")
    assert len({read(language)["source"] for language in LANGUAGES}) == 1
    assert re.fullmatch(r"Unicode CLDR \d+", read("en")["source"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_there(language: str) -> None:
    names = read(language)
    assert {key: len(value) for key, value in names["months"].items()} == dict.fromkeys(
        ("format", "standalone", "short", "short_standalone"), 12
    )
    assert {key: len(value) for key, value in names["weekdays"].items()} == {"wide": 7, "short": 7}
    every = [
        *names["countries"].values(),
        *chain(*names["months"].values(), *names["weekdays"].values()),
    ]
    assert all(name == name.strip() != "" for name in every)


def test_countries_are_iso_and_kosovo() -> None:
    english, *others = (set(read(language)["countries"]) for language in LANGUAGES)
    assert others == [english, english]
    assert len(english - {"XK", STATELESS}) == 249  # codes assigned by ISO 3166-1
    assert read("ru")["countries"][STATELESS] == "лицо без гражданства"
    assert not english & {"EU", "EZ", "UN", "AC", "EA", "IC", "TA", "XA", "XB", "ZZ", "AN", "SU", "YU", "UK"}


def test_months_and_weekdays_as_in_the_glossary() -> None:
    kazakh, russian = read("kk"), read("ru")
    months = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
    assert " ".join(kazakh["months"]["format"]) == " ".join(kazakh["months"]["standalone"]) == months
    weekdays = "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі"
    assert " ".join(kazakh["weekdays"]["wide"]) == weekdays
    assert " ".join(kazakh["weekdays"]["short"]) == "дс сс ср бс жм сб жс"
    assert " ".join(russian["weekdays"]["short"]) == "пн вт ср чт пт сб вс"
    assert (russian["months"]["format"][11], russian["months"]["standalone"][11]) == ("декабря", "декабрь")
    assert (russian["months"]["short"][11], kazakh["months"]["short"][11]) == ("дек.", "жел.")


def test_patterns_of_dates_are_those_of_the_acts_and_the_languages() -> None:
    """A no-break space holds together what reads as one."""
    assert {language: read(language)["patterns"] for language in ("en", "ru", "kk")} == {
        "en": {
            "long": "{weekday}, {day} {month} {year}",
            "full": "{day} {month} {year}",
            "table": "{day} {month} {year}",
            "day_month": "{day} {month}",
            "month_year": "{month} {year}",
        },
        "ru": {
            "long": "{weekday}, {day}\u00a0{month} {year}\u00a0г.",
            "full": "{day}\u00a0{month} {year}\u00a0г.",
            "table": "{day:02}.{number:02}.{year:04}",
            "day_month": "{day}\u00a0{month}",
            "month_year": "{month} {year}\u00a0г.",
        },
        "kk": {
            "long": "{year} жылғы {day}\u00a0{month}, {weekday}",
            "full": "{year}\u00a0ж. {day}\u00a0{month}",
            "table": "{day:02}.{number:02}.{year:04}",
            "day_month": "{day}\u00a0{month}",
            "month_year": "{year}\u00a0ж. {month}",
        },
    }


def test_a_pattern_that_is_the_projects_own_is_another_than_that_of_cldr() -> None:
    found = tool()
    for (language, name), own in list(found.OWN_PATTERNS.items()):
        del found.OWN_PATTERNS[language, name]
        assert found.patterns(language)[name] != own
