"""The sentences about contacts: how sure one is, when it was seen, and what is said where nobody is found."""

from __future__ import annotations

import pytest

from kzstay.guide.contacts import KINDS, VERDICTS, Directory, load, search
from kzstay.i18n import LANGUAGES, Language
from kzstay.paths import resource
from kzstay.texts import contacts as texts
from kzstay.texts.words import words
from tests.helpers import plain

DIRECTORY: Directory = load(resource("contacts.toml"))
languages = pytest.mark.parametrize("language", LANGUAGES)


@languages
def test_kinds_and_verdicts_have_names_of_their_own(language: Language) -> None:
    w = words(language)
    assert len({texts.group(w, kind) for kind in KINDS}) == len(KINDS)
    assert len({texts.verdict(w, verdict) for verdict in VERDICTS}) == len(VERDICTS)


@languages
def test_everything_said_of_a_contact_is_whole(language: Language) -> None:
    w = words(language)
    for one in DIRECTORY.contacts:
        said = [
            texts.seen(w, one),
            texts.said_by(w, one),
            texts.said_by(w, one, whole=False),
            *texts.remarks(w, one),
        ]
        assert all(said), one.id
        assert "{" not in "".join(said)
        assert not texts.said_by(w, one).endswith(": "), one.id


def test_the_day_is_that_of_the_source_or_of_the_reading() -> None:
    w = words("en")
    assert plain(texts.seen(w, DIRECTORY.contact("police"))) == "Last seen on 3 March 2026"
    undated = texts.seen(w, DIRECTORY.contact("border-leaflet"))
    assert plain(undated) == "The source bears no date; it was read on 22 November 2026"


def test_sources_are_named_whole_or_by_their_site() -> None:
    w, one = words("en"), DIRECTORY.contact("police")
    assert "egov.kz/cms/en/articles/emergency_number_112 (08.09.2021)" in texts.said_by(w, one)
    assert texts.said_by(w, one, whole=False) == "Source: egov.kz (08.09.2021); zakon.kz (03.03.2026)"
    assert texts.said_by(w, DIRECTORY.contact("border-leaflet")) == "Source: leaflet of a law firm"


def test_where_somebody_is_begins_with_the_town() -> None:
    w = words("en")
    assert texts.where(w, DIRECTORY, DIRECTORY.contact("migration-almaty")) == "Almaty, Karasai Batyr Street 109A"
    assert texts.where(w, DIRECTORY, DIRECTORY.contact("police")) == ""
    assert texts.place(w, DIRECTORY.places["zhetisu"]) == "Taldykorgan, Zhetisu Region"


@languages
def test_what_is_not_verified_is_to_be_asked_at_the_contact_centre(language: Language) -> None:
    assert "1414" in texts.caution(words(language), DIRECTORY)


def outcome(text: str, language: Language = "en") -> str:
    return texts.outcome(words(language), DIRECTORY, search(DIRECTORY, text), text)


@pytest.mark.parametrize("text", ["", "Almaty", "eqonaq", "миграц"])
def test_nothing_is_said_where_somebody_was_found(text: str) -> None:
    assert outcome(text) == ""


@languages
def test_a_place_without_an_office_is_told_with_whom_to_ask(language: Language) -> None:
    said = outcome("Oral", language)
    assert "1414" in said
    assert texts.of(words(language), DIRECTORY.places["west"].name) in said


def test_a_place_that_is_not_there_is_told_with_what_is_near() -> None:
    assert outcome("Almatty").endswith("Near it in spelling: Almaty; Konaev, Almaty Region.")
    assert outcome("Paris").startswith("“Paris” is not in the list of places. Type the name")
    assert "\x1b" not in outcome("Par\x1b[31mis")


def test_what_is_copied_reaches_the_contact_and_says_how_sure_it_is() -> None:
    text = texts.as_text(words("en"), DIRECTORY, DIRECTORY.contact("migration-astana-leaflet"))
    assert text.splitlines() == [
        "Migration Service office",
        "Astana, Imanov Street 31",
        "+7 7172 37-48-99",
        "Not verified",
    ]
    assert texts.country(words("ru")) == "Весь Казахстан"


def test_a_line_tells_where_and_who_what_reaches_it_and_how_sure_that_is() -> None:
    w = words("en")
    told = texts.in_a_line(w, DIRECTORY, DIRECTORY.contact(texts.CENTRE))
    assert told.startswith("All of Kazakhstan, Unified contact centre of the state (eGov): 1414 · Verified · ")
    assert told.endswith(".")
    assert not told.endswith("..")


@languages
def test_the_line_of_every_contact_has_what_reaches_it(language: Language) -> None:
    w = words(language)
    for one in DIRECTORY.contacts:
        told = texts.in_a_line(w, DIRECTORY, one)
        assert any(reached in told for reached in (*one.phone, *one.mail, one.page) if reached), one.id
        assert texts.verdict(w, one.verdict) in told
