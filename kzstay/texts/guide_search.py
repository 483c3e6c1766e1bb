"""What answers a question to the guide: topics and contacts as they read in a language, indexed when asked."""

from __future__ import annotations

from functools import lru_cache

from msgspec import structs

from kzstay import bundled
from kzstay.guide import contacts as directory
from kzstay.guide.search import Document, Hit, Index
from kzstay.i18n import LANGUAGES
from kzstay.paths import resource
from kzstay.texts import contacts, guide, prose
from kzstay.texts.words import Words

CONTACTS = "contacts"  # what the search calls the place with whom to call, beside the topics
_MOST_CONTACTS = 2  # that are told at once, beside who knows the others


def nothing_asked(w: Words) -> str:
    """Say that a search needs a word."""
    return w.gettext("Type a word or a question to search for.")


def nothing_found(w: Words) -> str:
    """Say that no topic answers a question."""
    return w.gettext("No topic was found. Try another word, or look through the list.")


def answers(w: Words, question: str) -> list[Hit]:
    """Return what answers a question, best first: topics, and the contacts with those that it asks for."""
    hits = index(w).search(question)
    return [
        structs.replace(hit, excerpt="\n".join(_asked_for(w, question)), marks=[])
        if hit.topic == CONTACTS
        else hit
        for hit in hits
    ]


def place_meant(w: Words, question: str) -> str:
    """Return the name of the town that a question is about; empty where it names none."""
    meant = directory.places_in(directory.load(resource("contacts.toml")), question)
    return contacts.of(w, meant[0].name) if meant else ""


def _asked_for(w: Words, question: str) -> list[str]:
    """Write the contacts that a question asks for: those of the place that it names, or else those called so."""
    listed = directory.load(resource("contacts.toml"))
    meant = {place.id for place in directory.places_in(listed, question)}
    found = [one for one in _current(listed) if one.place in meant]
    found.sort(key=lambda one: one.kind != "migration")
    if not found:
        named = _contacts_index(w).search(question)
        found = [listed.contact(hit.topic) for hit in named if not listed.contact(hit.topic).place]
    found = [*found[:_MOST_CONTACTS], listed.contact(contacts.CENTRE)]
    return list(dict.fromkeys(contacts.in_a_line(w, listed, one) for one in found))


def _current(listed: directory.Directory) -> list[directory.Contact]:
    return [one for one in listed.contacts if one.verdict != "out-of-date"]


@lru_cache(maxsize=len(LANGUAGES))
def _contacts_index(w: Words) -> Index:
    listed = directory.load(resource("contacts.toml"))
    documents = [Document(one.id, contacts.of(w, one.name), contacts.of(w, one.use)) for one in _current(listed)]
    return Index(documents, w.language)


@lru_cache(maxsize=len(LANGUAGES))
def index(w: Words) -> Index:
    """Return what a question is looked for in: the topics as they read in a language, and the contacts."""
    law, written = bundled.law(), bundled.guide()
    documents = [
        Document(
            topic.id,
            written.title(topic.id, w.language),
            _body(prose.plain(guide.filled(w, law, written, topic))),
        )
        for topic in written.topics.values()
    ]
    listed = directory.load(resource("contacts.toml"))
    lines = "\n".join(contacts.in_a_line(w, listed, one) for one in _current(listed))
    return Index([*documents, Document(CONTACTS, contacts.title(w), lines)], w.language)


def _body(text: str) -> str:
    """Return a plain text without its title, which stands above every excerpt already."""
    return text.partition("\n")[2]
