"""Agenda: which duties press, what comes next, what may be recorded, and what of it all is worth showing.

What a duty is stands on its row of ``duties.toml``; how much it matters on a day is its ``Urgency``. Whoever
shows duties asks here and chooses nothing. Each place has a function, for what is worth reading differs; the order
is one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import IntEnum

from kzstay.core.assess import Assessment
from kzstay.core.duties import Duty


class Urgency(IntEnum):
    """How much a duty matters, what matters most first."""

    BAR = 0  # a ban of entry in force
    OVERSTAY = 1  # the day to leave by is over
    MISSED = 2
    UNRECORDED = 3  # its day is over, and nobody wrote down whether it was done: somebody should look
    DUE = 4
    RIGHT = 5  # it may be done, and its term runs
    COMING = 6  # of a stay, a change of address or a ruling that is still to come
    SETTLED = 7  # done, or a right that was let go
    WAIVED = 8


def urgency(duty: Duty, on: date) -> Urgency:
    """Tell how much a duty matters on a day."""
    if duty.state == "waived":
        return Urgency.WAIVED
    if duty.state in ("done", "done-late", "lapsed"):
        return Urgency.SETTLED
    if duty.row.prominence == "bar":
        return Urgency.BAR
    if duty.state == "missed":
        return Urgency.OVERSTAY if duty.row.leaving else Urgency.MISSED
    if duty.state == "unrecorded":
        return Urgency.UNRECORDED
    if duty.since > on:
        return Urgency.COMING
    return Urgency.RIGHT if duty.row.right else Urgency.DUE


def presses(duty: Duty) -> bool:
    """Tell whether something is still to be done, may be, was missed or is not recorded."""
    return duty.row.prominence != "bar" and (duty.state == "open" or duty.overdue)


def owed(duty: Duty) -> bool:
    """Tell whether it costs something that a duty is not done, or was not in time."""
    return duty.state == "done-late" or presses(duty)


def still_accepted(a: Assessment, duty: Duty) -> bool:
    """Tell whether a complaint would still be accepted after its term, against a ruling that bears on the day.

    It does no more once it is paid or carried out. Source: KoAP 829-4(3), 832(2); APPK 92(3).
    """
    bears = any(bar.ruling == duty.ruling and bar.because != "ban" for bar in a.bars)
    return bears and duty.state == "lapsed" and any(road.late for road in duty.roads)


def left_late(a: Assessment, duty: Duty) -> bool:
    """Tell whether somebody left after the court's day, of an expulsion not yet entered as carried out."""
    barring = any(bar.ruling == duty.ruling and bar.because == "expulsion" for bar in a.bars)
    return duty.kind == "depart" and duty.state == "done-late" and barring


def priced(duty: Duty) -> bool:
    """Tell whether the page of duties says what it costs: of a right that was let go, what that cost."""
    return owed(duty) or duty.state == "lapsed"


def priced_alone(duty: Duty) -> bool:
    """Tell whether a line says what it costs; to stay too long is told with the stay."""
    return duty.state == "missed" and not duty.row.leaving


def doubled(a: Assessment, duty: Duty) -> bool:
    """Tell whether another duty of the stay says the same of the same day, and is the one to list.

    While there is a choice that is the one that names it, and once only leaving is left, to leave.
    """
    if duty.stay is None or not duty.row.leaving:
        return False
    same = [
        other
        for other in a.stay_duties(duty.stay)
        if other.row.leaving and (other.due, other.state) == (duty.due, duty.state) and other.kind != duty.kind
    ]
    if duty.state == "open":
        return any(other.kind in duty.row.implied_by for other in same)
    return any(duty.kind in other.row.implied_by for other in same)


def recordable(duty: Duty, on: date) -> str | None:
    """Return the field of the stay, or of its change of address, in which it may be recorded as done on a day."""
    if duty.stay is None or duty.state == "waived" or duty.done or duty.since > on:
        return None
    return duty.row.recorded


# Chosen of an assessment


def pending(a: Assessment) -> int:
    """Count what is to be done now or should have been done, as the page of duties lists it, rights apart."""
    now, _past = divided(a)
    return sum(Urgency.OVERSTAY <= urgency(duty, a.on) <= Urgency.DUE for duty in now)


def next_task(a: Assessment) -> Duty | None:
    """Return what is to be done next for the present stay or after a ruling, beside the answer: leaving apart."""
    waiting = [duty for duty in present(a) if duty.state == "open" and duty.row.prominence == "duty"]
    return min(waiting, key=lambda duty: (duty.due.safe, urgency(duty, a.on), duty.since), default=None)


def neglected(a: Assessment) -> list[Duty]:
    """List what was missed for the present stay and after rulings; to stay too long is told with the answer."""
    return in_order(a, (duty for duty in present(a) if duty.neglected and duty.row.prominence == "duty"))


def present(a: Assessment) -> list[Duty]:
    """List the duties of the present stay and of rulings.

    The drag of a stay asks for them at every step, so the duties of no other stay are looked at.
    """
    return a.ruling_duties + (a.stay_duties(a.current) if a.current is not None else [])


def bound_to_an_address(a: Assessment, duty: Duty) -> bool:
    """Tell whether a duty comes of a move of somebody whose permit names where to live. Source: ML 6-1."""
    return duty.move is not None and any(
        note.code == "permit-address" and (note.stay, note.day) == (duty.stay, duty.since) for note in a.notes
    )


def in_order(a: Assessment, duties: Iterable[Duty]) -> list[Duty]:
    """Sort duties in the one order in which all places list them: what matters most first, then by the day.

    What is not recorded of a stay that is over can wait for all that is still to be done.
    """

    def place(duty: Duty) -> Urgency:
        found = urgency(duty, a.on)
        return Urgency.COMING if found is Urgency.UNRECORDED and not is_present(a, duty) else found

    return sorted(duties, key=lambda duty: (place(duty), duty.due.safe, duty.since))


def listed(a: Assessment) -> list[Duty]:
    """List the duties worth reading.

    The last stay and the last ruling show all of theirs. Of the others is listed what was missed or is open, but
    neither a right gone by nor the last day of a stay to come, which is told with that stay.
    """
    last = a.current if a.current is not None else len(a.traveller.stays) - 1
    kept = [
        duty
        for duty in a.duties
        if (
            duty.stay == last
            or duty.ruling == len(a.traveller.rulings) - 1
            or duty.overdue
            or (duty.state == "open" and duty.row.prominence != "stay")
        )
        and not doubled(a, duty)
    ]
    return in_order(a, kept)


def divided(a: Assessment) -> tuple[list[Duty], list[Duty]]:
    """Divide the duties worth reading into those to see to, and those that are done or over.

    First comes what the present stay or a ruling should have had, then what is open by its day, whatever it is.
    Of stays that are over nothing presses any more; the latest of the past comes first.
    """
    late: list[Duty] = []
    waiting: list[Duty] = []
    past: list[Duty] = []
    for duty in listed(a):
        if duty.overdue and is_present(a, duty):
            late.append(duty)
        elif duty.state == "open" or duty.reason == "appealed" or still_accepted(a, duty) or left_late(a, duty):
            waiting.append(duty)
        else:
            past.append(duty)
    waiting.sort(key=lambda duty: (duty.state != "open", duty.due.safe, urgency(duty, a.on)))
    past.sort(key=lambda duty: duty.due.safe, reverse=True)
    return late + waiting, past


def told(a: Assessment) -> list[Duty]:
    """List what the command line tells: what was missed or is not recorded, what presses, and what waits.

    A complaint whose ordinary term is over is told as long as it is worth it.
    """
    pressing = (
        duty
        for duty in a.duties
        if (presses(duty) and (duty.overdue or is_present(a, duty)) and not doubled(a, duty))
        or duty.reason == "appealed"
        or left_late(a, duty)
        or still_accepted(a, duty)
    )
    return in_order(a, pressing)


def reported(a: Assessment) -> list[Duty]:
    """List what the report tells.

    What is settled is told only of the last stay that has begun, of those to come and of rulings: it would bury
    what is still to be done.
    """
    planned = {index for index, stay in enumerate(a.traveller.stays) if stay.entry > a.on}
    begun = [index for index in a.traveller.in_order() if index not in planned]
    recent = {*begun[-1:], *planned}
    telling = (
        duty
        for duty in a.duties
        if (duty.state not in ("done", "waived") or duty.stay in recent or duty.ruling is not None)
        and not doubled(a, duty)
    )
    return in_order(a, telling)


def ahead(a: Assessment) -> list[Duty]:
    """List what a calendar holds, by its day: all that is open, of stays to come and the end of a ban too.

    A stay to come that has no lawful day has none on which it should end.
    """

    def ends_nowhere(duty: Duty) -> bool:
        stay = None if duty.stay is None or not duty.row.leaving else a.stay(duty.stay)
        return stay is not None and stay.planned and stay.lawful_until.under(a.reading) is None

    found = [duty for duty in a.duties if duty.state == "open" and not doubled(a, duty) and not ends_nowhere(duty)]
    return sorted(found, key=lambda duty: (day_ahead(a, duty), duty.since))


def day_ahead(a: Assessment, duty: Duty) -> date:
    """Return the last day of an open duty: of a right whose term is over by one count alone that of the other."""
    day = duty.due.under(a.reading)
    return day if day >= a.on else duty.due.under(a.reading.other)


def kind_to_end(a: Assessment, duty: Duty) -> str:
    """Return the kind of a duty; of one that is listed in place of the last day of its stay that of leaving."""
    plain = None if duty.stay is None else leaving(a).get(duty.stay)
    if plain is None or not duty.row.leaving or (plain.due, plain.state) != (duty.due, duty.state):
        return duty.kind
    return plain.kind


def flagged(a: Assessment, selected: int | None, first: date) -> list[Duty]:
    """List what the timeline marks from a day on: of the present and the selected stay, and of rulings.

    The drag of a stay asks for it at every step, so the duties of no other stay are looked at.
    """
    stays = sorted({index for index in (a.current, selected) if index is not None})
    terms = [duty for duty in a.ruling_duties if duty.state in ("open", "missed", "lapsed")]
    found: list[Duty] = []
    for group in [*map(a.stay_duties, stays), terms]:
        duties = [duty for duty in group if duty.state != "waived"]
        said = {duty.kind for duty in duties if duty.due.safe >= first and duty.state == "open"}
        for duty in duties:
            # To leave, a permit or to leave and the end of a permit fall on one day: one flag says all
            implied = said.intersection(duty.row.implied_by)
            if duty.state == "missed" and doubled(a, duty):
                continue
            if not implied and not (duty.row.implied_by and duty.state.startswith("done")):
                found.append(duty)
    return found


def compared(a: Assessment, index: int | None) -> list[Duty]:
    """List the duties whose days are set side by side in both readings: those of a stay or of an entry.

    Those of rulings stand with the present stay. The last day of a stay is compared with the stay itself.
    """
    return [
        duty
        for duty in a.duties
        if not duty.row.implied_by and (duty.stay == index if duty.stay is not None else index == a.current)
    ]


def is_present(a: Assessment, duty: Duty) -> bool:
    """Tell whether a duty is of the present stay or of a ruling."""
    return duty.ruling is not None or duty.stay == a.current


def asks_for(a: Assessment, field: str) -> bool:
    """Tell whether a field of a stay records a duty that the traveller has, or is filled in for any stay."""
    return any(duty.row.recorded == field for duty in a.duties) or any(
        getattr(stay, field) for stay in a.traveller.stays
    )


def leaving(a: Assessment) -> dict[int, Duty]:
    """Return the duty to leave of each stay that has one: missing it is what an overstay costs."""
    plain = (duty for duty in a.duties if duty.row.leaving and duty.row.implied_by)  # nothing but to leave
    return {duty.stay: duty for duty in plain if duty.stay is not None}
