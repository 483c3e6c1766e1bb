"""The contacts: each row with its source, its day and its verdict; all of the leaflet; and the search by place."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from kzstay.guide.contacts import (
    KINDS,
    REMARKS,
    VERDICTS,
    Contact,
    Directory,
    dialled,
    find_places,
    load,
    near_places,
    places_in,
    search,
)
from kzstay.i18n import LANGUAGES
from kzstay.paths import resource

DIRECTORY = load(resource("contacts.toml"))
TODAY = date(2026, 11, 27)  # the day on which the rows were gathered
FIRST = ("emergency", "call-centre", "portal")
LAST = ("border", "migration", "employment")
# What the law firm's leaflet prints, number by number, and what is thought of it
LEAFLET = {
    "vmp": ((), "verified"),
    "border-leaflet": (("+77172719549",), "unverified"),
    "migration-almaty-leaflet": (("+77272544205", "+77272985057"), "unverified"),
    "migration-astana-leaflet": (("+77172374899",), "unverified"),
    "migration-taldykorgan-leaflet": (("+77282329304",), "out-of-date"),
    "migration-aktau-leaflet": (("+77292474504", "+77292474578"), "unverified"),
    "migration-atyrau-leaflet": (("+77122982053",), "unverified"),
    "employment-almaty-leaflet": (("+77273383015",), "unverified"),
    "employment-astana-leaflet": (("+77172556819",), "unverified"),
    "employment-taldykorgan-leaflet": (("+77282329263",), "unverified"),
    "employment-aktau-leaflet": (("+77292605608", "+77292605253"), "unverified"),
    "employment-atyrau-leaflet": (("+77122322228", "+77122323255"), "unverified"),
}
rows = pytest.mark.parametrize("contact", DIRECTORY.contacts, ids=lambda contact: contact.id)


def found(text: str) -> list[str]:
    return [place.id for place in find_places(DIRECTORY, text)]


# The rows


@rows
def test_a_row_says_who_says_so_when_and_how_sure_it_is(contact: Contact) -> None:
    assert contact.source
    assert all(contact.source)
    assert contact.seen <= TODAY
    assert contact.verdict in VERDICTS


@rows
def test_only_what_two_sources_say_is_verified(contact: Contact) -> None:
    sites = {source.split("/")[0] if "github" not in source else source for source in contact.source}
    if contact.verdict == "verified":
        assert len(sites) >= 2
        assert "one-source" not in contact.remarks
    if "one-source" in contact.remarks:
        assert len(contact.source) == 1


@rows
def test_a_row_can_be_read_in_every_language_and_leads_somewhere(contact: Contact) -> None:
    for names in contact.name, contact.street, contact.hours, contact.use:
        assert set(names) in (set(), set(LANGUAGES))
        assert all(names.values())
    assert contact.name
    assert contact.phone or contact.mail or contact.page
    assert (
        contact.phone
        or "no-number" in contact.remarks
        or contact.kind not in ("call-centre", "rights", "legal-aid")
    )


@rows
def test_numbers_mailboxes_and_pages_have_their_form(contact: Contact) -> None:
    for phone in contact.phone:
        assert re.fullmatch(r"\d{3,4}|\+7 \d{3,4} [\d-]{7,9}", phone)
        assert re.fullmatch(r"\d{3,4}|\+7\d{10}", dialled(phone))
    assert all(re.fullmatch(r"[\w.]+@[\w.]+\.kz", mail) for mail in contact.mail)
    assert contact.page == "" or contact.page.startswith("https://")


def test_the_whole_country_comes_first_then_the_offices() -> None:
    kinds = list(dict.fromkeys(contact.kind for contact in DIRECTORY.contacts))
    assert kinds == list(KINDS)
    assert kinds[:3] == list(FIRST)
    assert kinds[-3:] == list(LAST)


def test_every_remark_is_used() -> None:
    assert {remark for contact in DIRECTORY.contacts for remark in contact.remarks} == set(REMARKS)


def test_all_of_the_leaflet_is_there_with_its_verdict() -> None:
    of_leaflet = {contact.id: contact for contact in DIRECTORY.contacts if contact.leaflet}
    assert {
        name: (tuple(map(dialled, contact.phone)), contact.verdict) for name, contact in of_leaflet.items()
    } == LEAFLET
    assert all("law firm's leaflet" in contact.source for contact in of_leaflet.values())
    assert of_leaflet["border-leaflet"].mail == ("shekaraknbkz@yandex.kz",)


@pytest.mark.parametrize("name", ["emergency", "police", "egov", "vmp", "egov-portal", "eqonaq", "eotinish"])
def test_what_many_need_is_verified(name: str) -> None:
    assert DIRECTORY.contact(name).verdict == "verified"


# The places


def test_every_region_is_there_by_a_name_in_every_language() -> None:
    assert len(DIRECTORY.places) == 20
    for place in DIRECTORY.places.values():
        assert set(place.name) == set(LANGUAGES)
        assert set(place.region) in (set(), set(LANGUAGES))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Almaty", "almaty"),
        ("алматы", "almaty"),
        ("г. Алматы", "almaty"),
        ("Алматы қаласы", "almaty"),
        ("Alma-Ata", "almaty"),
        ("Алма-Ата", "almaty"),
        ("Nur-Sultan", "astana"),
        ("Нур-Султан", "astana"),
        ("нұр-сұлтан", "astana"),
        ("Astana", "astana"),
        ("Taldykorgan", "zhetisu"),
        ("Талды-Курган", "zhetisu"),
        ("Жетісу облысы", "zhetisu"),
        ("Aktau", "mangystau"),
        ("Шевченко", "mangystau"),
        ("Ақтау", "mangystau"),
        ("Uralsk", "west"),
        ("Oral", "west"),
        ("Орал", "west"),
        ("Semey", "abai"),
        ("Semipalatinsk", "abai"),
        ("Семипалатинск", "abai"),
        ("Almaty Region", "almaty-region"),
        ("Алматинская область", "almaty-region"),
        ("QOSTANAI", "kostanay"),
        ("Қызылорда", "kyzylorda"),
        ("Ust Kamenogorsk", "east"),
    ],
)
def test_a_place_is_found_by_any_of_its_names(text: str, place: str) -> None:
    assert found(text) == [place]


def test_the_beginning_of_a_name_is_enough() -> None:
    assert found("mangy") == ["mangystau"]
    assert found("Алма") == ["almaty", "almaty-region"]
    assert found("a") == []  # too little to be meant for one


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("whom do I call in Almaty?", ["almaty"]),
        ("куда звонить в Алматы", ["almaty"]),
        ("живу в Караганде, а работаю в Уральске", ["karaganda", "west"]),
        ("Алматыда кімге қоңырау шаламын", ["almaty"]),
        ("Усть-Каменогорске", ["east"]),
        ("устье реки", []),
        ("офис в Алматинской области", ["almaty-region"]),
        ("migration office of Almaty Region", ["almaty-region"]),
        ("what of my family", []),
        ("", []),
    ],
)
def test_the_places_that_a_question_names_are_found(question: str, places: list[str]) -> None:
    assert sorted(place.id for place in places_in(DIRECTORY, question)) == places


@pytest.mark.parametrize("text", ["в Шымкенте", "Шымкентте", "I live in Shymkent"])
def test_a_place_is_searched_for_with_words_and_endings_about_it(text: str) -> None:
    assert [place.id for place in search(DIRECTORY, text).places] == ["shymkent"]


def test_no_two_places_share_a_name() -> None:
    for place in DIRECTORY.places.values():
        for name in (*place.name.values(), *place.region.values(), *place.also):
            assert found(name) == [place.id], name


@pytest.mark.parametrize(
    ("text", "first"), [("Almatty", "almaty"), ("Шимкен", "shymkent"), ("Karagnda", "karaganda")]
)
def test_what_is_misspelt_is_near_what_was_meant(text: str, first: str) -> None:
    assert found(text) == []
    assert near_places(DIRECTORY, text)[0].id == first
    assert near_places(DIRECTORY, "Reykjavik") == ()


# The search


def test_a_place_brings_its_own_offices_with_the_migration_service_first() -> None:
    answer = search(DIRECTORY, "Almaty")
    assert [place.id for place in answer.places] == ["almaty"]
    assert {contact.place for contact in answer.local} == {"almaty"}
    assert answer.local[0].id == "migration-almaty"
    assert {contact.place for contact in answer.national} == {""}
    assert answer.national[0].id == "emergency"


def test_a_place_without_an_office_brings_the_whole_country() -> None:
    answer = search(DIRECTORY, "Oral")
    assert [place.id for place in answer.places] == ["west"]
    assert answer.local == ()
    assert answer.national


@pytest.mark.parametrize("text", ["", "  ", "-"])
def test_without_a_text_everybody_is_there(text: str) -> None:
    answer = search(DIRECTORY, text)
    ids = {contact.id for contact in (*answer.local, *answer.national)}
    assert ids == {contact.id for contact in DIRECTORY.contacts}


def test_somebody_is_found_by_name_too() -> None:
    answer = search(DIRECTORY, "eqonaq")
    assert answer.asked_by_name
    assert [contact.id for contact in answer.national] == ["eqonaq", "eqonaq-support"]
    assert search(DIRECTORY, "пограничн").national[0].kind == "border"
    assert all(contact.kind == "migration" for contact in search(DIRECTORY, "көші-қон қызметі басқ").local)


def test_what_is_found_nowhere_leaves_the_whole_country_and_what_is_near() -> None:
    answer = search(DIRECTORY, "Almatty")
    assert not answer.asked_by_name
    assert answer.places == answer.local == ()
    assert answer.national
    assert answer.near[0].id == "almaty"
    assert search(DIRECTORY, "zz").near == ()


# The file


def written(folder: Path, text: str) -> Path:
    path = folder / "contacts.toml"
    path.write_text(text, encoding="utf-8")
    return path


ROW = """
[place.here]
name = { en = "Here", ru = "Тут", kk = "Осында" }
[contact.one]
kind = "border"
name = { en = "One", ru = "Раз", kk = "Бір" }
place = "PLACE"
source = ["egov.kz"]
seen = 2026-01-01
verdict = "unverified"
"""


def test_a_file_is_read_with_the_names_of_its_rows(tmp_path: Path) -> None:
    directory = load(written(tmp_path, ROW.replace("PLACE", "here")))
    assert isinstance(directory, Directory)
    assert directory.contact("one").place == directory.places["here"].id == "here"
    with pytest.raises(KeyError, match="two"):
        directory.contact("two")


@pytest.mark.parametrize(
    ("old", "new"),
    [("PLACE", "there"), ('source = ["egov.kz"]', ""), ("seen = 2026-01-01", ""), ("unverified", "sure")],
)
def test_a_row_that_says_too_little_or_what_is_not_there_is_refused(tmp_path: Path, old: str, new: str) -> None:
    text = ROW.replace(old, new).replace("PLACE", "here")
    with pytest.raises(msgspec.ValidationError):
        load(written(tmp_path, text))
