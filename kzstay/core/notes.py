"""Notes: what the reader should know of an answer beside the answer itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core.case import STATELESS, Ruling, Stay, early_record, registration
from kzstay.core.duties import Duty
from kzstay.core.law.schema import Need
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from kzstay.core.residence import residence_use
from kzstay.core.sanctions import REMOVALS, in_term, invitations_stop, stops_expulsion, stops_fine
from kzstay.core.verdict import Standing

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
    "permit-address",
    "shortened-permit",
    "shortened-return",
    "union-contract",
    "transit",
    "notice-early",
    "registration-early",
    "move-notice-early",
    "host-unrecorded",
    "invitations",
    "prolonged",
    "former-registration",
    "citizen",
    "stateless",
    "contract",
    "contract-not-covered",
    "transport",
    "residence-short",
    # A day that is still to come, or cannot be: what it records counts for nothing
    "notice-future",
    "move-notice-future",
    "registration-future",
    "registration-after-exit",
    "ruling-future",
    "appealed-future",
    "executed-future",
    "paid-future",
    # A complaint that was filed, and what it stops
    "complaint-decision",
    "complaint-without-day",
    "complaint-late",
    "complaint-after-term",
    "complaint-overstay",
    "complaint-fine-late",
    "execution-unrecorded",
    "law-old",  # the law data, for the day of reckoning; the same for everybody
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
    count: int | None = None  # of what is counted, up to the day; of old law data the days since then
    ruling: int | None = None

    @property
    def need(self) -> Need | None:
        """Return what an entry needs that has no visa-free term, where the note is about that."""
        return next((need for need, code in _NEEDS.items() if code == self.code), None)


def notes_of(reckoning: Reckoning, duties: list[Duty]) -> list[Note]:
    """List what the reader should know: missing exits, then of each stay, of the person, of the law data."""
    stays = range(len(reckoning.traveller.stays))
    missing = [
        Note("exit-missing", index, reckoning.traveller.stays[index].entry)
        for index in stays
        if reckoning.history.exit_missing(index)
    ]
    found = [*missing, *(note for index in stays for note in _of_stay(reckoning, index))]
    return [*found, *_of_person(reckoning, duties), *_of_law(reckoning)]


def _of_law(reckoning: Reckoning) -> Iterator[Note]:
    """Yield that the law data is old, for the day of reckoning: the day on which it is asked says nothing."""
    law = reckoning.law
    if (days := law.old.days(law.collected, reckoning.on)) is not None:
        yield Note("law-old", None, law.collected, days)


def _of_stay(reckoning: Reckoning, index: int) -> Iterator[Note]:
    traveller = reckoning.traveller
    stay = traveller.stays[index]
    verdict = reckoning.verdict(index)
    if reckoning.needs(stay.entry, index) == "citizen" and traveller.shown(index)[0] != traveller.citizenship:
        yield Note("citizen", index, stay.entry)  # else it is said of the person
    if verdict.because is None or (verdict.because == "ruling" and _unknown(reckoning, stay.entry, index)):
        need = reckoning.needs(stay.entry, index)
        if need != "citizen":  # which is said of the person
            yield Note(_NEEDS[need], index, stay.entry)
    if verdict.because == "prolongation":
        yield Note("prolonged", index, verdict.lawful_until)
    for former in reckoning.law.former:
        long = (reckoning.end(index) - stay.entry).days >= former.days
        if long and former.begins <= stay.entry <= former.ends:
            yield Note("former-registration", index, former.ends)
    if reckoning.history.entries_used_up(index):
        yield Note("entries-used", index, stay.entry)
    if stay.notified and early_record(stay, stay.notified):
        yield Note("notice-early", index, stay.notified)
    if stay.registered and early_record(stay, stay.registered):
        yield Note("registration-early", index, stay.registered)
    yield from _of_later_days(stay, index, reckoning.on)
    for move in stay.moves:
        if move.notified and early_record(move, move.notified):
            yield Note("move-notice-early", index, move.notified)
        if not stay.entry <= move.on <= (stay.exit or date.max):
            yield Note("move-outside", index, move.on)
        elif _bound_to_an_address(reckoning, index, move.on):
            yield Note("permit-address", index, move.on)
    yield from _of_shortening(reckoning, index)
    if (
        index == reckoning.current
        and stay.kind == "transit"
        and stay.entry >= reckoning.law.told["transit"].begins
    ):
        yield Note("transit", index, reckoning.on)
    if index == reckoning.current and _works_perhaps(reckoning, index):
        yield Note("union-contract", index, verdict.lawful_until)


def _of_later_days(stay: Stay, index: int, on: date) -> Iterator[Note]:
    """Yield the days that were entered of what nobody can have done yet: of a stay to come nothing is said."""
    if stay.entry > on:
        return
    if stay.notified and stay.notified > on:
        yield Note("notice-future", index, stay.notified)
    if stay.registered and registration(stay) is None:
        yield Note("registration-after-exit", index, stay.registered)
    elif stay.registered and stay.registered > on:
        yield Note("registration-future", index, stay.registered)
    for move in stay.moves:
        if move.notified and move.on <= on < move.notified:
            yield Note("move-notice-future", index, move.notified)


def _of_ruling(reckoning: Reckoning, index: int) -> Iterator[Note]:
    """Yield which days of a ruling are still to come, what a complaint does, and what is to be entered."""
    ruling, on = reckoning.traveller.rulings[index], reckoning.on
    if ruling.served > on:
        yield Note("ruling-future", None, ruling.served, ruling=index)
        return
    later: dict[NoteCode, date | None] = {
        "appealed-future": ruling.appealed,
        "executed-future": ruling.executed,
        "paid-future": ruling.paid,
    }
    for code, day in later.items():
        if day and day > on:
            yield Note(code, None, day, ruling=index)
    if not any(bar.ruling == index and bar.because != "ban" for bar in reckoning.bars):
        return
    if ruling.appealed and ruling.appealed <= on:
        for told in _of_complaint(reckoning, ruling):
            yield Note(told, None, ruling.appealed, ruling=index)
    if (left := _left_unrecorded(reckoning, ruling)) is not None:
        yield Note("execution-unrecorded", None, left, ruling=index)


def _of_complaint(reckoning: Reckoning, ruling: Ruling) -> Iterator[NoteCode]:
    """Yield what is to be said of a complaint against a ruling that bars. Source: KoAP 826-2, 834; APPK 96."""
    if ruling.kind == "fine":
        if not stops_fine(reckoning.law, ruling, reckoning.on, Reading.SAFE):
            yield "complaint-fine-late"
    elif ruling.kind != "expulsion":
        yield "complaint-decision"
    elif ruling.leave_by is None:
        yield "complaint-without-day"
    elif not stops_expulsion(ruling, reckoning.on):
        yield "complaint-late"
    else:
        if not in_term(reckoning.law, ruling):
            yield "complaint-after-term"
        if reckoning.standing is Standing.OVERSTAY:
            yield "complaint-overstay"


def _left_unrecorded(reckoning: Reckoning, ruling: Ruling) -> date | None:
    """Return when somebody left who was to be expelled or readmitted, where that is not entered as carried out."""
    if ruling.kind not in REMOVALS or ruling.executed:
        return None
    exits = [
        stay.exit
        for stay in reckoning.traveller.stays
        if stay.exit and stay.entry <= ruling.served <= stay.exit <= reckoning.on
    ]
    return min(exits, default=None)


def _of_shortening(reckoning: Reckoning, index: int) -> Iterator[Note]:
    """Yield what is taken of a permit after the stay on it was cut short, and of a return. Source: LF 27."""
    ruling = reckoning.history.ruling(index) or reckoning.history.undated(index)
    if ruling is None or ruling.kind != "shortened":
        return
    ended = [permit for permit in reckoning.traveller.permits if reckoning.history.shortened_to(permit)]
    if any(permit.first <= ruling.served <= permit.until for permit in ended):
        yield Note("shortened-permit", index, ruling.leave_by)
    yield Note("shortened-return", index, ruling.leave_by)


def _bound_to_an_address(reckoning: Reckoning, index: int, day: date) -> bool:
    """Tell whether somebody is here on a permit that names where to live. Source: ML 6-1."""
    row = reckoning.law.told["permit-address"]
    held = (
        one for one in reckoning.traveller.permits if one.kind in row.permits and one.first <= day <= one.until
    )
    return day >= row.begins and any(held) and reckoning.history.cover(index).on(day) is not None


def _works_perhaps(reckoning: Reckoning, index: int) -> bool:
    """Tell whether the days of somebody end who may stay longer on a labour contract. Source: Treaty 97(5)."""
    row = reckoning.law.told["union-contract"]
    ends = reckoning.standing in (Standing.ENDING, Standing.OVERSTAY)
    if not ends or reckoning.traveller.shown(index)[0] not in reckoning.law.contract.countries:
        return False
    return reckoning.here >= row.begins and reckoning.leave_by(index)[1] not in ("permit", "ruling", "ban")


def _unknown(reckoning: Reckoning, entry: date, index: int) -> bool:
    """Tell whether neither a regime nor a permit is known to have let somebody in."""
    return reckoning.regime(entry, index) is None and not reckoning.history.cover(index).on(entry)


def _of_person(reckoning: Reckoning, duties: list[Duty]) -> Iterator[Note]:
    on = reckoning.on
    yield from _of_kind(reckoning)
    for index in range(len(reckoning.traveller.rulings)):
        yield from _of_ruling(reckoning, index)
    entering = reckoning.current is None and not reckoning.history.cover_on(on).on(on)
    if reckoning.needs(on) == "citizen":
        yield Note("citizen", None, on)
    elif entering and reckoning.regime(on) is None:
        yield Note(_NEEDS[reckoning.needs(on)], None, on)
    notices = [duty for duty in duties if duty.kind == "host-notice"]
    yield from _of_host(reckoning, notices)
    for duty in notices:
        if (duty.state == "open" or duty.overdue) and not reckoning.law.calendar.confirmed(duty.due.usual):
            yield Note("calendar-not-confirmed", duty.stay, duty.due.usual)
            break


def _of_host(reckoning: Reckoning, notices: list[Duty]) -> Iterator[Note]:
    """Yield for how many stays no notice is recorded, and how often one was late where that stops invitations.

    What nobody recorded is no offence. The file holds one host, who may not have been the same each time.
    """
    unrecorded = [duty for duty in notices if duty.state == "unrecorded" and duty.reason is None]
    if len(stays := {duty.stay for duty in unrecorded}) > 1:
        last = max(duty.due.under(reckoning.reading) for duty in unrecorded)
        yield Note("host-unrecorded", None, last, len(stays))
    late = sorted(duty.due.under(reckoning.reading) for duty in notices if duty.state == "done-late")
    term = relativedelta(months=reckoning.law.invitations.months)
    for last in reversed(late):
        near = [day for day in late if day <= last <= day + term]
        if invitations_stop(reckoning.law, near):
            yield Note("invitations", None, last, len(near))
            return


def _of_kind(reckoning: Reckoning) -> Iterator[Note]:
    """Yield what is to be known of who somebody is, and of the kinds of their stays and permits."""
    traveller, contracts = reckoning.traveller, reckoning.law.contract.countries
    kinds = {permit.kind for permit in traveller.permits}
    shown = {traveller.shown(index)[0] for index in (None, *range(len(traveller.stays)))}
    if traveller.citizenship == STATELESS and "residence" not in kinds:
        yield Note("stateless")
    if "contract" in kinds:
        yield Note("contract-not-covered" if shown.isdisjoint(contracts) else "contract")
    if any(stay.kind == "transport" for stay in traveller.stays):
        yield Note("transport")
    lives = residence_use(reckoning)
    if lives is not None and lives.short:
        told = lives.worst if lives.fell_short and lives.worst else lives.window
        yield Note("residence-short", None, told.last)
