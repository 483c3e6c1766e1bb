"""Comparisons in sentences: in what a case on show differs from its file."""

from __future__ import annotations

from datetime import date

from kzstay.core.case import Host, Move, Permit, Record, Ruling, Stay, Traveller
from kzstay.core.comparing import Change, Difference
from kzstay.texts import answers, foreign, papers, particulars
from kzstay.texts.words import Words


def heading(w: Words, name: str) -> str:
    """Say what is compared."""
    return w.gettext("What differs between this window and {file}").format(file=foreign.file(name))


def same(w: Words) -> str:
    """Say that nothing differs."""
    return w.gettext("Nothing differs: travellers, stays and documents are the same.")


def who(w: Words, found: Difference) -> str:
    """Name a traveller who differs."""
    one = found.here or found.there
    assert one is not None
    return foreign.name(one.name) or w.gettext("New traveller")


def lines(w: Words, found: Difference) -> list[str]:
    """List in what a traveller differs, a sentence each."""
    if found.there is None:
        return [w.gettext("This traveller is in this window only.")]
    if found.here is None:
        return [w.gettext("This traveller is in the file only.")]
    told = [_field(w, name, found.here, found.there) for name in found.fields]
    return told + [line for change in found.changes for line in _of_record(w, change)]


def _of_record(w: Words, change: Change) -> list[str]:
    record = change.here or change.there
    assert record is not None
    named = f"{_kind(w, change)}, {_label(w, record)}"
    if change.there is None:
        return [w.gettext("{what}: in this window only").format(what=named)]
    if change.here is None:
        return [w.gettext("{what}: in the file only").format(what=named)]
    return [f"{named}. {_field(w, name, change.here, change.there)}" for name in change.fields]


def _field(w: Words, name: str, here: Record, there: Record) -> str:
    pattern = w.gettext("{field}: here {here}, in the file {there}")
    return pattern.format(field=field_name(w, name), here=_value(w, here, name), there=_value(w, there, name))


def _kind(w: Words, change: Change) -> str:
    return {
        "stay": w.gettext("Stay"),
        "permit": w.gettext("Permit"),
        "ruling": w.gettext("Ruling"),
    }[change.kind]


def _label(w: Words, record: Record) -> str:
    if isinstance(record, Stay):
        return answers.span_label(w, record.entry, record.exit)
    if isinstance(record, Permit):
        return f"{papers.permit(w, record.kind)}, {w.day(record.first)} – {w.day(record.until)}"
    assert isinstance(record, Ruling)
    return f"{papers.ruling(w, record.kind)}, {w.day(record.served)}"


def field_name(w: Words, field: str) -> str:
    """Name a field of a traveller, a stay, a permit or a ruling."""
    return {
        "name": w.gettext("Name"),
        "native_name": w.gettext("Name in its own script"),
        "citizenship": w.gettext("Citizenship"),
        "passport": w.gettext("Passport"),
        "document": w.gettext("Number of the passport"),
        "born": w.gettext("Date of birth"),
        "host": w.gettext("Host"),
        "entry": w.gettext("Entry"),
        "exit": w.gettext("Exit"),
        "kind": w.pgettext("comparison", "Kind"),
        "notified": w.gettext("Host's notice"),
        "registered": w.gettext("Registration"),
        "moves": w.gettext("Changes of address"),
        "checkpoint": w.gettext("Checkpoint of entry"),
        "exit_checkpoint": w.gettext("Checkpoint of exit"),
        "note": w.gettext("Note"),
        "first": w.pgettext("comparison", "First day"),
        "until": w.pgettext("comparison", "Last day"),
        "days": w.pgettext("comparison", "Days allowed"),
        "period": w.pgettext("comparison", "Period of days"),
        "entries": w.pgettext("comparison", "Entries"),
        "served": w.pgettext("comparison", "Served"),
        "part": w.pgettext("comparison", "Article"),
        "leave_by": w.pgettext("comparison", "Leave by"),
        "appealed": w.pgettext("comparison", "Appealed"),
        "executed": w.pgettext("comparison", "Carried out"),
        "paid": w.pgettext("comparison", "Paid"),
    }[field]


def _value(w: Words, record: Record, field: str) -> str:
    value: object = getattr(record, field)
    if value is None or value in ("", ()):
        return w.pgettext("comparison", "nothing")
    if isinstance(value, date):
        return w.day(value)
    if isinstance(value, Host):
        return ", ".join(filter(None, (answers.host(w, value.kind), foreign.name(value.name))))
    if field == "moves":
        assert isinstance(record, Stay)
        return "; ".join(_move(w, move) for move in record.moves)
    text = str(value)
    if field == "citizenship":
        return w.country(text)
    if field == "passport":
        return answers.passport(w, text)
    if field == "kind":
        return _kind_of(w, record, text)
    return foreign.echo(text) if isinstance(record, Stay | Traveller) else text


def _move(w: Words, move: Move) -> str:
    if move.notified is None:
        return w.day(move.on)
    return w.gettext("{day}, told of on {told}").format(day=w.day(move.on), told=w.day(move.notified))


def _kind_of(w: Words, record: Record, kind: str) -> str:
    if isinstance(record, Stay):
        return particulars.stay_kind(w, kind)
    return papers.permit(w, kind) if isinstance(record, Permit) else papers.ruling(w, kind)
