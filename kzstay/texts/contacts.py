"""Contacts: whom to call, how sure that is, and what to say where nobody is found."""

from __future__ import annotations

import re

from kzstay import bundled
from kzstay.guide.contacts import Contact, Directory, Found, Kind, Names, Place, Remark, Verdict
from kzstay.texts import foreign, sources
from kzstay.texts.words import Words

_PATH = re.compile(r"(?<=[a-z])/[^\s;]+")
CENTRE = "egov"  # the contact that knows the others


def group(w: Words, kind: Kind) -> str:
    """Name contacts of a kind."""
    return {
        "emergency": w.gettext("In danger"),
        "call-centre": w.gettext("Questions"),
        "portal": w.gettext("Portals"),
        "complaint": w.gettext("Complaints"),
        "rights": w.gettext("Human rights and refugees"),
        "legal-aid": w.gettext("Legal aid"),
        "foreign-ministry": w.gettext("Visas and consulates"),
        "border": w.gettext("Border"),
        "migration": w.gettext("Migration Service"),
        "employment": w.gettext("Work"),
    }[kind]


def verdict(w: Words, found: Verdict) -> str:
    """Name how sure a contact is."""
    return {
        "verified": w.gettext("Verified"),
        "unverified": w.gettext("Not verified"),
        "out-of-date": w.gettext("Out of date"),
    }[found]


def seen(w: Words, contact: Contact) -> str:
    """Say when a contact was last seen, and how much that tells."""
    if contact.dated:
        return w.gettext("Last seen on {day}").format(day=w.full_day(contact.seen))
    return w.gettext("The source bears no date; it was read on {day}").format(day=w.full_day(contact.seen))


def said_by(w: Words, contact: Contact, *, whole: bool = True) -> str:
    """Name the sources of a contact, by their whole addresses or by what those begin with."""
    named = sources.names(w, bundled.law(), contact.source)
    named = named if whole else _PATH.sub("", named)
    return w.gettext("Source: {sources}").format(sources=named)


def remarks(w: Words, contact: Contact) -> list[str]:
    """Say what is to be known of a contact besides."""
    return [_remark(w, remark) for remark in contact.remarks]


def _remark(w: Words, remark: Remark) -> str:
    return {
        "inside": w.gettext("From inside Kazakhstan only. The call is free of charge."),
        "no-number": w.gettext("No phone number was found."),
        "one-source": w.gettext("One source only says so."),
        "address-agrees": w.gettext("Sources agree on the address and give different numbers."),
        "others-differ": w.gettext("Other sources give another number for this office. Try that first."),
        "old-name": w.gettext("The source uses a name of the place that has changed since, so it is old."),
        "private-mailbox": w.gettext("This mailbox is at a private mail service. Send no documents there."),
    }[remark]


def of(w: Words, names: Names) -> str:
    """Return a name in the language of the reader; empty where there is none."""
    return names.get(w.language, "")


def place(w: Words, found: Place) -> str:
    """Name a place with its region."""
    return ", ".join(filter(None, (of(w, found.name), of(w, found.region))))


def where(w: Words, directory: Directory, contact: Contact) -> str:
    """Say where a contact is: its town and its street; empty for the whole country."""
    town = of(w, directory.places[contact.place].name) if contact.place else ""
    return ", ".join(filter(None, (town, of(w, contact.street))))


def country(w: Words) -> str:
    """Name what is not for one place."""
    return w.gettext("All of Kazakhstan")


def caution(w: Words, directory: Directory) -> str:
    """Say what numbers that nobody has verified are worth, and whom to ask."""
    number = directory.contact(CENTRE).phone[0]
    return w.gettext(
        "Numbers change. “Verified” means that at least two independent sources agree; nobody has called. "
        "Where a number is not verified, ask the contact centre first: call {number}."
    ).format(number=number)


def outcome(w: Words, directory: Directory, found: Found, text: str) -> str:
    """Say what a search has not found; empty where it found what was asked for."""
    if found.places and not found.local:
        number = directory.contact(CENTRE).phone[0]
        return w.gettext(
            "{place}: no number of an office there was found. Call {number} and ask for the Migration Service."
        ).format(place=place(w, found.places[0]), number=number)
    if found.places or found.local or found.asked_by_name or not text.strip():
        return ""
    return no_such_place(w, text, found.near)


def no_such_place(w: Words, text: str, near: tuple[Place, ...]) -> str:
    """Say that no place is called so, and which are near in spelling."""
    said = foreign.echo(text)
    if not near:
        return w.gettext(
            "“{text}” is not in the list of places. Type the name of a city or a region of Kazakhstan."
        ).format(text=said)
    listed = "; ".join(place(w, found) for found in near)
    return w.gettext("“{text}” is not in the list of places. Near it in spelling: {places}.").format(
        text=said, places=listed
    )


def title(w: Words) -> str:
    """Name the list of contacts."""
    return w.gettext("Whom to call")


def in_a_line(w: Words, directory: Directory, contact: Contact) -> str:
    """Write a contact in a line: where and who, what reaches it, how sure that is, and what it is for."""
    town = place(w, directory.places[contact.place]) if contact.place else country(w)
    who = ", ".join(filter(None, (town, of(w, contact.street), of(w, contact.name))))
    reached = ", ".join((*contact.phone, *contact.mail)) or contact.page
    told = (f"{who}: {reached}", verdict(w, contact.verdict), of(w, contact.use).rstrip("."))
    return " · ".join(filter(None, told)) + "."


def as_text(w: Words, directory: Directory, contact: Contact) -> str:
    """Write what somebody needs to reach a contact, for the clipboard."""
    lines = [of(w, contact.name), where(w, directory, contact), *contact.phone, *contact.mail, contact.page]
    return "\n".join(filter(None, [*lines, verdict(w, contact.verdict)]))
