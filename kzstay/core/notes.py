"""Notes: what the reader should know of an answer beside the answer itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from kzstay.core.case import STATELESS, early_record
from kzstay.core.duties import Duty
from kzstay.core.law.schema import Need
from kzstay.core.reckoning import Reckoning
from kzstay.core.residence import residence_use
from kzstay.core.sanctions import invitations_stop

NoteCode = Literal[
    "regime-unknown",
    "regime-not-known",
    "citizen",
    "visa-needed",
    "e-visa",
    "days-unknown",
    "exit-missing",
    "calendar-not-confirmed",
    "entries-used",
    "move-outside",
    "notice-early",
    "registration-early",
    "move-notice-early",
    "invitations",
    "prolonged",
    "former-registration",
    "citizen",
    "stateless",
    "contract-not-covered",
    "transport",
    "residence-short",
]

_NEEDS: dict[Need, NoteCode] = {
    "visa": "visa-needed",
    "e-visa": "e-visa",
    "days-unknown": "days-unknown",
    "unknown": "regime-unknown",
    "unknown-then": "regime-not-known",
    "citizen": "citizen",
}


class Note(msgspec.Struct, frozen=True):
    """Something that the reader should know of the answer."""

    code: NoteCode
    stay: int | None = None
    day: date | None = None

    @property
    def need(self) -> Need | None:
        """Return what an entry needs that has no visa-free term, where the note is about that."""
        return next((need for need, code in _NEEDS.items() if code == self.code), None)


def notes_of(reckoning: Reckoning, duties: list[Duty]) -> list[Note]:
    """List what the reader should know: of each stay, then of the person."""
    stays = range(len(reckoning.traveller.stays))
    found = [note for index in stays for note in _of_stay(reckoning, index)]
    return [*found, *_of_person(reckoning, duties)]


def _of_stay(reckoning: Reckoning, index: int) -> Iterator[Note]:
    stay = reckoning.traveller.stays[index]
    verdict = reckoning.verdict(index)
    need = reckoning.needs(stay.entry, index)
    unknown = verdict.because is None or (verdict.because == "ruling" and _unknown(reckoning, stay.entry, index))
    if unknown and need != "citizen":  # which is said of the person
        yield Note(_NEEDS[need], index, stay.entry)
    if verdict.because == "prolongation":
        yield Note("prolonged", index, verdict.lawful_until)
    for former in reckoning.law.former:
        long = (reckoning.end(index) - stay.entry).days >= former.days
        if long and former.begins <= stay.entry <= former.ends:
            yield Note("former-registration", index, former.ends)
    if reckoning.history.exit_missing(index):
        yield Note("exit-missing", index, stay.entry)
    if reckoning.history.entries_used_up(index):
        yield Note("entries-used", index, stay.entry)
    if stay.notified and early_record(stay, stay.notified):
        yield Note("notice-early", index, stay.notified)
    if stay.registered and early_record(stay, stay.registered):
        yield Note("registration-early", index, stay.registered)
    for move in stay.moves:
        if move.notified and early_record(move, move.notified):
            yield Note("move-notice-early", index, move.notified)
        if not stay.entry <= move.on <= (stay.exit or date.max):
            yield Note("move-outside", index, move.on)


def _unknown(reckoning: Reckoning, entry: date, index: int) -> bool:
    """Tell whether neither a regime nor a permit is known to have let somebody in."""
    return reckoning.regime(entry, index) is None and not reckoning.history.cover(index).on(entry)


def _of_person(reckoning: Reckoning, duties: list[Duty]) -> Iterator[Note]:
    on = reckoning.on
    yield from _of_kind(reckoning)
    entering = reckoning.current is None and not reckoning.history.cover_on(on).on(on)
    if reckoning.needs(on) == "citizen":
        yield Note("citizen", None, on)
    elif entering and reckoning.regime(on) is None:
        yield Note(_NEEDS[reckoning.needs(on)], None, on)
    notices = [duty for duty in duties if duty.kind == "host-notice"]
    late = [duty.due.under(reckoning.reading) for duty in notices if duty.state in ("missed", "done-late")]
    if stop := invitations_stop(reckoning.law, _fined(reckoning, late)):
        yield Note("invitations", None, stop.last)
    for duty in notices:
        if duty.state in ("open", "missed") and not reckoning.law.calendar.confirmed(duty.due.usual):
            yield Note("calendar-not-confirmed", duty.stay, duty.due.usual)
            break


def _of_kind(reckoning: Reckoning) -> Iterator[Note]:
    """Yield what is to be known of who somebody is, and of the kinds of their stays and permits."""
    traveller, contracts = reckoning.traveller, reckoning.law.contract.countries
    kinds = {permit.kind for permit in traveller.permits}
    shown = {traveller.shown(index)[0] for index in (None, *range(len(traveller.stays)))}
    if traveller.citizenship == STATELESS and "residence" not in kinds:
        yield Note("stateless")
    if "contract" in kinds and shown.isdisjoint(contracts):
        yield Note("contract-not-covered")
    if any(stay.kind == "transport" for stay in traveller.stays):
        yield Note("transport")
    lives = residence_use(reckoning)
    if lives is not None and lives.short:
        yield Note("residence-short", None, lives.window.last)


def _fined(reckoning: Reckoning, offences: list[date]) -> list[date]:
    """Leave out the first offence of a host who is only warned for it."""
    host = reckoning.traveller.host
    rows = [row for row in reckoning.law.by_offence["host-notice"] if host and host.kind in row.hosts]
    return sorted(offences)[1:] if rows and all(row.outcome == "warning" for row in rows) else offences
