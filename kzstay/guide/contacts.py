"""Contacts, whom to call: the rows of ``resources/contacts.toml``, and those that concern a place."""

from __future__ import annotations

import unicodedata
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

import msgspec

from kzstay.core.law import toml
from kzstay.guide.vocabulary import languages_of
from kzstay.guide.words import stem, words
from kzstay.i18n import LANGUAGES

Kind = Literal[
    "emergency",
    "call-centre",
    "portal",
    "complaint",
    "rights",
    "legal-aid",
    "foreign-ministry",
    "border",
    "migration",
    "employment",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
Verdict = Literal[
    "verified",  # two sources that know nothing of each other agree on it
    "unverified",
    "out-of-date",  # a newer source says otherwise
]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Remark = Literal[
    "inside",  # the number works inside the country only
    "no-number",  # no number was found
    "one-source",
    "address-agrees",  # sources agree on the address, and differ in the number
    "others-differ",  # other sources print another number for the same office
    "old-name",  # the source calls the place as it is no longer called
    "private-mailbox",  # a state body is not known to use such a mailbox
]
REMARKS: tuple[Remark, ...] = get_args(Remark)

FEWEST_LETTERS = 2  # of a word that is taken for the beginning of a longer one
NEAR = 0.6  # how alike two spellings are, of 1
MOST_NEAR = 3  # places that are offered where none is called so
# Kazakh letters where Russian has another one, and Latin spellings of one sound
_LETTERS = str.maketrans("әғқңөұүһіqy", "агкноуухиki")
# What stands beside the name of a city, as the letters above leave it
_CITY = {"г", "город", "каласы", "city", "of"}


Names = dict[str, str]  # what something is called, by language


class Place(msgspec.Struct, frozen=True):
    """A region, or a city that is none's: its main town, and whatever else one may call it."""

    name: Names
    region: Names = {}
    also: tuple[str, ...] = ()  # former names, other spellings, towns of the region
    id: str = ""


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to call or to write to, with who says so."""

    kind: Kind
    name: Names
    place: str = ""  # one of ``Directory.places``; empty for the whole country
    phone: tuple[str, ...] = ()
    mail: tuple[str, ...] = ()
    street: Names = {}
    page: str = ""
    hours: Names = {}
    use: Names = {}  # what it is for
    remarks: tuple[Remark, ...] = ()
    source: tuple[str, ...]
    seen: date
    dated: bool = True  # that is the day of a source; else the day on which one without a day was read
    verdict: Verdict
    leaflet: bool = False  # it stands in the leaflet that the project began with
    id: str = ""


class Directory(msgspec.Struct, frozen=True):
    """All contacts in the order in which they are shown, and the places that there are."""

    places: dict[str, Place]
    contacts: tuple[Contact, ...]

    def contact(self, name: str) -> Contact:
        """Return the contact with an id. Raises KeyError."""
        found = next((contact for contact in self.contacts if contact.id == name), None)
        if found is None:
            raise KeyError(name)
        return found


class Found(msgspec.Struct, frozen=True):
    """What answers a question: contacts of the places meant, then those for the whole country."""

    places: tuple[Place, ...]
    local: tuple[Contact, ...]
    national: tuple[Contact, ...]
    near: tuple[Place, ...] = ()  # where nothing is called so: places that are nearly
    asked_by_name: bool = False  # no place was meant, but somebody by name


class _File(msgspec.Struct, frozen=True):
    place: dict[str, Place]
    contact: dict[str, Contact]


@lru_cache(maxsize=1)
def load(path: Path) -> Directory:
    """Read the contacts from their file, once.

    Raises msgspec.ValidationError for a row with a wrong or missing field, or of a place that is not there.
    """
    read = msgspec.convert(toml.read(path), _File)
    for name, contact in read.contact.items():
        if contact.place and contact.place not in read.place:
            raise msgspec.ValidationError(f"contact.{name}: there is no place {contact.place}")
    return Directory(
        places={name: msgspec.structs.replace(place, id=name) for name, place in read.place.items()},
        contacts=tuple(msgspec.structs.replace(one, id=name) for name, one in read.contact.items()),
    )


def search(directory: Directory, text: str) -> Found:
    """Find whom to call in a place, by any name of it in any language; without a text, everybody."""
    national = tuple(one for one in directory.contacts if not one.place)
    if not _folded(text):
        local = tuple(one for one in directory.contacts if one.place)
        return Found(places=(), local=local, national=national)
    places = find_places(directory, text)
    named = () if places else _called(directory, text)
    if named:
        return Found(
            places=(),
            local=tuple(one for one in named if one.place),
            national=tuple(one for one in named if not one.place),
            asked_by_name=True,
        )
    places = places or places_in(directory, text)
    if not places:
        return Found(places=(), local=(), national=national, near=near_places(directory, text))
    meant = {place.id for place in places}
    local = tuple(one for one in directory.contacts if one.place in meant)
    return Found(places=places, local=_for_foreigners_first(local), national=national)


def _for_foreigners_first(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    return tuple(sorted(contacts, key=lambda one: one.kind != "migration"))


def find_places(directory: Directory, text: str) -> tuple[Place, ...]:
    """Return the places called so, or else those whose names begin so."""
    asked = _folded(text)
    exact = tuple(place for place in directory.places.values() if asked in _spellings(place))
    if exact or len(asked) < FEWEST_LETTERS:
        return exact
    return tuple(
        place for place in directory.places.values() if any(name.startswith(asked) for name in _spellings(place))
    )


def places_in(directory: Directory, question: str) -> tuple[Place, ...]:
    """Return the places that a question names, with whatever endings, in any language.

    Of two names the one with more of the words is meant: Almaty Region is not Almaty.
    """
    asked = {language: _stems(question, language) for language in LANGUAGES}
    named: dict[str, list[set[str]]] = {}
    for place in directory.places.values():
        for name in (*place.name.values(), *place.region.values(), *place.also):
            for language in languages_of(name):
                stems = _stems(name, language)
                if stems <= asked[language]:
                    named.setdefault(place.id, []).append(stems)
    return tuple(
        place
        for place in directory.places.values()
        if any(not _within_another(own, place.id, named) for own in named.get(place.id, []))
    )


def _within_another(stems: set[str], place: str, named: dict[str, list[set[str]]]) -> bool:
    return any(stems < other for name, others in named.items() if name != place for other in others)


def _stems(text: str, language: str) -> set[str]:
    return {stem(word, language) for *_, word in words(text)}


def near_places(directory: Directory, text: str) -> tuple[Place, ...]:
    """Return the places with a name near a text in spelling, the nearest first."""
    by_name = {name: place for place in directory.places.values() for name in _spellings(place)}
    names = get_close_matches(_folded(text), by_name, n=2 * MOST_NEAR, cutoff=NEAR)
    found = {by_name[name].id: by_name[name] for name in names}
    return tuple(found.values())[:MOST_NEAR]


def dialled(phone: str) -> str:
    """Return a number as a telephone dials it."""
    return "".join(letter for letter in phone if letter.isdigit() or letter == "+")


def _called(directory: Directory, text: str) -> tuple[Contact, ...]:
    """Return the contacts in whose name a text stands, in any language."""
    asked = _folded(text)
    if len(asked) <= FEWEST_LETTERS:
        return ()
    return tuple(one for one in directory.contacts if any(asked in _folded(name) for name in one.name.values()))


def _spellings(place: Place) -> set[str]:
    """List the names of a place, a region by its whole name: "Almaty Region" is not Almaty."""
    return {_folded(name) for name in (*place.name.values(), *place.region.values(), *place.also)}


def _folded(text: str) -> str:
    """Return a text in which all spellings of a name look the same."""
    plain = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS))
    bare = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    words = bare.split()
    return " ".join([word for word in words if word not in _CITY] or words)
