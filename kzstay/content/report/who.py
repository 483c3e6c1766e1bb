"""Who the report is about, as the passport has it."""

from __future__ import annotations

from kzstay.core.case import Host, Traveller
from kzstay.texts import Words, answers, foreign


def who(w: Words, traveller: Traveller) -> list[tuple[str, str]]:
    """Tell what was entered of a person, each with its label; the name in Latin letters leads."""
    rows = [
        (w.gettext("Name"), foreign.name(traveller.name)),
        (w.gettext("Citizenship and passport"), answers.person(w, traveller)),
    ]
    if traveller.native_name:
        rows.insert(1, (w.gettext("Name in its own script"), foreign.name(traveller.native_name)))
    if traveller.document:
        rows.append((w.gettext("Number of the passport"), foreign.name(traveller.document)))
    if traveller.born:
        rows.append((w.gettext("Date of birth"), w.full_day(traveller.born)))
    if traveller.host:
        rows.append((w.gettext("Host"), _host(w, traveller.host)))
    return rows


def _host(w: Words, host: Host) -> str:
    kind = answers.host(w, host.kind)
    return " · ".join(filter(None, (foreign.name(host.name), kind)))


def name_of(w: Words, traveller: Traveller) -> str:
    """Return what a person is called in a list."""
    return foreign.name(traveller.name) or w.gettext("no name entered")


def owner(w: Words, traveller: Traveller) -> str:
    """Return whose a sheet is: name, citizenship and the number of the passport."""
    country = w.country(traveller.citizenship)
    return " · ".join(filter(None, (name_of(w, traveller), country, foreign.name(traveller.document))))
