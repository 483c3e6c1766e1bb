"""Leads: which topic of the guide tells more of a duty, a note, a verdict, a page, and of what presses."""

from __future__ import annotations

from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.case import STATELESS, Traveller
from kzstay.core.duties import Duty
from kzstay.core.law.schema import Need
from kzstay.core.notes import Note, NoteCode
from kzstay.core.trouble import Cause, causes, duty_of

_OF_DUTY = {
    "host-notice": "host-notice",
    "registration": "registration",
    "address-change": "registration",
    "longer": "longer-stay",
    "leave": "stay-limits",
    "permit-expiry": "longer-stay",
    "appeal": "appeal",
    "suspend": "told-to-leave",
    "complaint": "appeal",
    "depart": "told-to-leave",
    "fine": "fines",
    "ban-end": "after-expulsion",
}
# What comes of one duty is told with that duty
_OF_CAUSE: dict[Cause, str] = {
    "ordered": "told-to-leave",
    "ban": "after-expulsion",
    "expulsion": "after-expulsion",
    "overstay": "overstay",
    "fine": "fines",
    "ending": "longer-stay",
    "permit-ending": "longer-stay",
    "no-term": "entry-visa",
    "birthday": "longer-stay",
    "right": "appeal",
}
_OF_NOTE: dict[NoteCode, str] = {
    "regime-unknown": "entry-visa",
    "visa-needed": "entry-visa",
    "e-visa": "entry-visa",
    "days-unknown": "entry-visa",
    "exit-missing": "stay-limits",
    "calendar-not-confirmed": "host-notice",
    "entries-used": "entry-visa",
    "move-outside": "movement",
    "permit-address": "movement",
    "shortened-permit": "shortened",
    "shortened-return": "shortened",
    "union-contract": "work",
    "transit": "transit",
    "notice-early": "host-notice",
    "registration-early": "registration",
    "move-notice-early": "host-notice",
    "host-unrecorded": "host-notice",
    "invitations": "invitations",
    "prolonged": "stay-limits",
    "former-registration": "registration",
    "stateless": "stateless",
    "contract": "work",
    "contract-not-covered": "work",
    "transport": "transit",
    "residence-short": "residence",
    "notice-future": "host-notice",
    "move-notice-future": "host-notice",
    "registration-future": "registration",
    "registration-after-exit": "registration",
    "ruling-future": "appeal",
    "appealed-future": "appeal",
    "executed-future": "after-expulsion",
    "paid-future": "fines",
    "complaint-decision": "appeal",
    "complaint-without-day": "told-to-leave",
    "complaint-late": "told-to-leave",
    "complaint-after-term": "told-to-leave",
    "complaint-overstay": "overstay",
    "complaint-fine-late": "fines",
    "execution-unrecorded": "after-expulsion",
    "law-old": "about-the-law",
}
# Of whom and of when the guide has nothing to tell
_UNLED: frozenset[NoteCode] = frozenset({"citizen", "regime-not-known"})
_OF_BECAUSE = {
    "permit": "longer-stay",
    "ruling": "told-to-leave",
    "ban": "after-expulsion",
    "expulsion": "after-expulsion",
    "fine": "fines",
    "transport": "transit",
}
_OF_PAGE = {
    "stays": "stay-limits",
    "duties": "host-notice",
    "papers": "longer-stay",
    "plan": "entry-visa",
    "law": "about-the-law",
}


def of_duty(duty: Duty) -> str:
    """Name the topic that tells more of a duty: of leaving that was missed, what follows on that."""
    return "overstay" if duty.row.prominence == "stay" and duty.state == "missed" else _OF_DUTY[duty.kind]


def of_invitations() -> str:
    """Name the topic that tells when the invitations of a host are not considered."""
    return "invitations"


def of_person(traveller: Traveller) -> list[str]:
    """Name the topics for those to whom more applies than to everybody."""
    return [
        *(["stateless"] if traveller.citizenship == STATELESS else []),
        *(["diplomats"] if traveller.passport != "national" else []),
    ]


def of_cause(a: Assessment, cause: Cause) -> str:
    """Name the topic that tells more of what presses."""
    if cause == "ordered" and a.traveller.rulings[a.bars[0].ruling].kind == "shortened":
        return "shortened"
    if cause == "no-term" and a.traveller.citizenship == STATELESS:
        return "stateless"
    if cause == "expulsion" and a.current is not None:
        return "told-to-leave"  # who is still here can act on it
    duty = None if cause in _OF_CAUSE else duty_of(a, cause)
    return of_duty(duty) if duty else _OF_CAUSE[cause]


def _of_need(need: Need) -> str | None:
    """Name the topic of what an entry needs; None where the guide has nothing to tell."""
    return None if need in ("citizen", "unknown-then") else "entry-visa"


def of_note(note: Note) -> str | None:
    """Name the topic that tells more of a note; None where none does."""
    return _OF_NOTE.get(note.code)


def of_verdict(a: Assessment, index: int | None) -> str | None:
    """Name the topic that tells more of how long a stay may last, or an entry where there is none.

    None where the guide has nothing to say of it.
    """
    if index is None:
        return of_cause(a, a.bars[0].because) if a.bars else "stay-limits" if a.regime else _of_need(a.need)
    verdict = a.reckoning.verdict(index)
    if a.reckoning.resides(index):
        return "residence"
    if index == a.current and a.bars and a.bars[0].because == "ordered":
        return of_cause(a, "ordered")
    if verdict.overstay_days or verdict.perhaps_over:
        return "overstay"
    if verdict.because is None:
        return _of_need(a.reckoning.needs(a.traveller.stays[index].entry, index))
    order = a.reckoning.history.ruling(index) if verdict.because == "ruling" else None
    if order is not None and order.kind == "shortened":
        return "shortened"
    return _OF_BECAUSE.get(verdict.because, "stay-limits")


def of_page(name: str, a: Assessment) -> str:
    """Name the topic that tells more of what a page under the timeline is about, in the case that is shown."""
    if name == "duties" and (listed := agenda.listed(a)):
        return of_duty(listed[0])
    if name == "papers" and a.traveller.rulings:
        return "appeal"
    if name == "plan" and a.bars:
        return "entry-refused"
    if name == "next" and (pressing := causes(a)):
        return of_cause(a, pressing[0])
    return _OF_PAGE.get(name) or of_verdict(a, a.current) or "stay-limits"
