"""``kzstay contacts``: whom to call in words and for programs, and a place that does not exist."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kzstay.cli.parser import main
from kzstay.guide.contacts import KINDS, VERDICTS
from kzstay.i18n import Language
from tests.cli.command_line import Told, languages, refused
from tests.export.test_json import misfit

DOCUMENT: Any = {
    "schema": {1},
    "contacts": [
        {
            "id": str,
            "kind": set(KINDS),
            "name": str,
            "place": (str, None),
            "phone": [str],
            "mail": [str],
            "address": str,
            "source": [str],
            "seen": "date",
            "verdict": set(VERDICTS),
        }
    ],
}


def told(capsys: Told, *arguments: str) -> str:
    assert main(["contacts", *arguments]) == 0
    return capsys.readouterr().out


def listed(capsys: Told, *arguments: str) -> list[dict[str, Any]]:
    out = told(capsys, "--json", *arguments)
    assert out.isascii()
    document = json.loads(out)
    assert misfit(document, DOCUMENT) == ""
    return document["contacts"]


@languages
def test_a_place_comes_first_and_then_the_whole_country(capsys: Told, language: Language) -> None:
    out = told(capsys, "Almaty", "--lang", language)
    assert out.index("254-50-57") < out.index("338-30-15") < out.index("\n  112\n") < out.index("1424")
    assert "37-48-99" not in out  # of another city
    assert "{" not in out


def test_without_a_place_everybody_is_listed(capsys: Told) -> None:
    out = told(capsys, "--lang", "en")
    assert out.index("\n  112\n") < out.index("719-549") < out.index("98-20-53")
    assert "Border Service, by the leaflet: Not verified\n  +7 7172 719-549, shekaraknbkz@yandex.kz\n" in out
    assert "leaflet of a law firm" in out


def test_each_contact_says_its_verdict(capsys: Told) -> None:
    out = told(capsys, "Taldykorgan", "--lang", "en")
    assert "Migration Service office: Out of date" in out
    assert "Police: Verified" in out


def test_a_place_without_an_office_says_whom_to_ask(capsys: Told) -> None:
    out = told(capsys, "Chimkent", "--lang", "en")
    assert "923-02-03" in out
    assert "Kostanay, Kostanay Region: no number of an office there was found. Call 1414" in told(
        capsys, "Кустанай", "--lang", "en"
    )


@languages
def test_programs_get_every_contact_of_a_place(capsys: Told, language: Language) -> None:
    contacts = listed(capsys, "Алма-Ата", "--lang", language)
    assert contacts[0]["id"] == "migration-almaty"
    assert contacts[0]["phone"][0] == "+7 727 254-50-57"
    assert {one["place"] for one in contacts} == {"Алматы" if language != "en" else "Almaty", None}


def test_programs_get_everybody_without_a_place(capsys: Told) -> None:
    contacts = listed(capsys)
    assert contacts[0]["id"] == "emergency"
    assert len({one["id"] for one in contacts}) == len(contacts) > 30
    assert {one["verdict"] for one in contacts} == set(VERDICTS)
    assert next(one for one in contacts if one["id"] == "vmp")["address"] == "https://vmp.gov.kz"


def test_a_place_that_does_not_exist_is_told_with_what_is_near(capsys: Told) -> None:
    assert refused(capsys, "contacts", "Almatty", "--lang", "en") == (
        "“Almatty” is not in the list of places. Near it in spelling: Almaty; Konaev, Almaty Region."
    )
    assert refused(capsys, "contacts", "Almatty", "--json", "--lang", "ru").startswith("«Almatty» нет в списке")


@pytest.mark.parametrize("text", ["Reykjavik", "eqonaq", "-", "a", "\x1b[31m", "x" * 500])
def test_whatever_else_is_no_place_is_one_line(capsys: Told, text: str) -> None:
    assert "is not in the list of places" in refused(capsys, "contacts", "--lang", "en", "--", text)
