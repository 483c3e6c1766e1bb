"""``kzstay contacts``: whom to call, in a place or in the whole country."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from kzstay.cli.exit_codes import GOOD
from kzstay.cli.input import BadInput, add_json, add_language
from kzstay.export import json as answer_json
from kzstay.guide.contacts import Contact, Directory, Found, load, near_places, search
from kzstay.paths import resource
from kzstay.texts import Words
from kzstay.texts import contacts as texts
from kzstay.texts.words import words

HELP = "list whom to call: offices, portals and emergency numbers"
SCHEMA = 1


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("place", nargs="?", default="", metavar="PLACE", help="a city or a region")
    add_language(parser)
    add_json(parser)


def run(options: Namespace) -> int:
    """List the contacts, and return the exit code."""
    w, directory = words(options.lang), load(resource("contacts.toml"))
    found = search(directory, options.place)
    if options.place.strip() and not found.places:
        raise BadInput(texts.no_such_place(w, options.place, near_places(directory, options.place)))
    if options.json:
        print(answer_json.text(_document(w, directory, found)))
    else:
        print(_told(w, directory, found, options.place))
    return GOOD


def _document(w: Words, directory: Directory, found: Found) -> dict[str, Any]:
    listed = (*found.local, *found.national) if found.places else (*found.national, *found.local)
    return {"schema": SCHEMA, "contacts": [_contact(w, directory, one) for one in listed]}


def _contact(w: Words, directory: Directory, one: Contact) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "name": texts.of(w, one.name),
        "place": texts.place(w, directory.places[one.place]) if one.place else None,
        "phone": one.phone,
        "mail": one.mail,
        "address": texts.of(w, one.street) or one.page,
        "source": one.source,
        "seen": one.seen,
        "verdict": one.verdict,
    }


def _told(w: Words, directory: Directory, found: Found, asked: str) -> str:
    parts = [texts.caution(w, directory)]
    missing = texts.outcome(w, directory, found, asked)
    local = "\n\n".join(_lines(w, directory, one) for one in found.local)
    national = "\n\n".join(_lines(w, directory, one) for one in found.national)
    whole = f"{texts.country(w).upper()}\n\n{national}"
    parts += [missing, local, whole] if found.places else [whole, local]
    return "\n\n".join(filter(None, parts))


def _lines(w: Words, directory: Directory, one: Contact) -> str:
    first = f"{texts.of(w, one.name)}: {texts.verdict(w, one.verdict)}"
    rest = [
        texts.where(w, directory, one),
        ", ".join((*one.phone, *one.mail)),
        one.page,
        texts.of(w, one.hours),
        texts.of(w, one.use),
        *texts.remarks(w, one),
        texts.seen(w, one),
        texts.said_by(w, one),
    ]
    return "\n".join([first, *(f"  {line}" for line in rest if line)])
