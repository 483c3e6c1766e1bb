"""The host's desk: what a host has to tell and to see to, and whether invitations of the host are considered.

Guests are put together by their host. One whose name is not entered cannot be told from another of its kind, and
where no host is entered there is none to conclude anything of: what is due is listed for both, and no offences are
added up.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core.assess import Assessment
from kzstay.core.case import Case, Host, HostKind, Number, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.duties import Duty, State
from kzstay.core.law.loading import Law
from kzstay.core.sanctions import invitations_stop

NOTICE, REGISTRATION = "host-notice", "registration"
# The terms run in working days and in days, never in calendar weeks: a week is this day and those that follow, so
# that what is due on a Monday is seen on the Friday before
WEEK = 7
SHORTEST_MONTH, LONGEST_MONTH = 28, 31
_QUOTES = dict.fromkeys(map(ord, "\"'«»“”„‘’‹›"))


class HostId(msgspec.Struct, frozen=True):
    """What a host is told from others by: its kind, and its name as it is compared."""

    kind: HostKind | None  # None where no host is entered
    name: str

    @property
    def known(self) -> bool:
        """Tell whether it is one host for sure."""
        return bool(self.name)


class Task(msgspec.Struct, frozen=True):
    """A notice or a registration of one stay of a guest, or a notice of a change of address during it."""

    kind: str
    field: str  # in which it is recorded
    traveller: Number
    stay: Number
    move: Number | None
    since: date  # the arrival, or the change of address
    exit: date | None
    due: date
    due_other: date  # by the other count
    state: State
    current: bool  # the guest is on that stay now
    doubtful: bool  # whether it is asked for at all is open
    recorded: bool = False  # something is recorded, if only a day on which it cannot have been done


class Guest(msgspec.Struct, frozen=True):
    """What of one traveller concerns the host."""

    traveller: Number
    host: HostId
    name: str  # of the host, as it is written
    here: bool
    tasks: tuple[Task, ...]


class Tally(msgspec.Struct, frozen=True):
    """The notices, or the registrations, of the guests of a host; those of a list the earliest due first."""

    open: tuple[Task, ...] = ()
    missed: tuple[Task, ...] = ()
    unrecorded: tuple[Task, ...] = ()  # of present guests, and of others in the months that the law looks at
    late: tuple[Task, ...] = ()  # in these months: recorded, and after the day

    def due_by(self, day: date) -> tuple[Task, ...]:
        """Return what is open and due by a day."""
        return tuple(task for task in self.open if task.due <= day)


class Invitations(msgspec.Struct, frozen=True):
    """What the recorded offences of a host do to its invitations.

    ``barred_until`` is the last day on which none is considered, ``bars_before`` the first on which a further
    offence would no longer bar them. Both are counted from the first day on which a notice was late, for the file
    does not know on which day a host was held liable: that is later, and so are then both.
    """

    offences: tuple[date, ...]  # in the months before the day, the earliest first
    barred_until: date | None = None
    bars_before: date | None = None


class Desk(msgspec.Struct, frozen=True):
    """All of one host on a day."""

    host: HostId
    name: str
    on: date
    guests: tuple[Number, ...]
    here: int  # of the guests
    notices: Tally
    registrations: Tally
    invitations: Invitations | None  # None where it is not known to be one host

    @property
    def week_end(self) -> date:
        """Return the last day of the week that begins on the day."""
        return self.on + DAY * (WEEK - 1)

    @property
    def urgency(self) -> tuple[int, int, int, int]:
        """Return what sorts hosts: those who are known, then by how much is due soon."""
        due = len(self.notices.due_by(self.week_end)) + len(self.registrations.due_by(self.week_end))
        today = len(self.notices.due_by(self.on)) + len(self.registrations.due_by(self.on))
        return 0 if self.host.known else 1 if self.host.kind else 2, -today, -due, -self.here


def id_of(host: Host | None) -> HostId:
    """Return what a host is told from others by; quotation marks, capitals and spaces make no other host."""
    if host is None:
        return HostId(None, "")
    name = unicodedata.normalize("NFKC", host.name).translate(_QUOTES)
    return HostId(host.kind, " ".join(name.casefold().split()))


def guest_of(a: Assessment) -> Guest:
    """Return what of a traveller concerns the host, on the day and by the count of the assessment."""
    host = a.traveller.host
    tasks = [_task(a, duty) for duty in a.duties if duty.kind in (NOTICE, REGISTRATION) and _begun(a, duty)]
    key = a.traveller.key.number
    return Guest(key, id_of(host), host.name if host else "", a.current is not None, tuple(tasks))


def _begun(a: Assessment, duty: Duty) -> bool:
    """Tell whether it is asked for, and what brings it about is not still to come."""
    return duty.stay is not None and duty.state != "waived" and duty.since <= a.on


def _task(a: Assessment, duty: Duty) -> Task:
    stay, field = a.traveller.stays[duty.stay or 0], duty.row.recorded or ""
    move = None if duty.move is None else stay.moves[duty.move]
    return Task(
        kind=duty.kind,
        field=field,
        traveller=a.traveller.key.number,
        stay=stay.key.number,
        move=move.key.number if move else None,
        since=duty.since,
        exit=stay.exit,
        due=duty.due.under(a.reading),
        due_other=duty.due.under(a.reading.other),
        state=duty.state,
        current=duty.stay == a.current,
        doubtful=duty.reason is not None,
        recorded=getattr(move or stay, field) is not None,
    )


def desks(guests: Iterable[Guest], law: Law, on: date) -> list[Desk]:
    """Put guests together by their hosts, the host with the most to do soon first."""
    grouped: dict[HostId, list[Guest]] = {}
    for guest in guests:
        grouped.setdefault(guest.host, []).append(guest)
    return sorted((_desk(host, found, law, on) for host, found in grouped.items()), key=lambda desk: desk.urgency)


def _desk(host: HostId, guests: Sequence[Guest], law: Law, on: date) -> Desk:
    tasks = [task for guest in guests for task in guest.tasks]
    notices, registrations = (_tally(tasks, kind, law, on) for kind in (NOTICE, REGISTRATION))
    late = [_offence(task) for task in (*notices.late, *notices.missed)]
    return Desk(
        host=host,
        name=guests[0].name,
        on=on,
        guests=tuple(guest.traveller for guest in guests),
        here=sum(guest.here for guest in guests),
        notices=notices,
        registrations=registrations,
        invitations=invitations(law, late, on) if host.known else None,
    )


def _tally(tasks: list[Task], kind: str, law: Law, on: date) -> Tally:
    # What was due long ago bears on no guest who is here, nor on the host's invitations
    bearing = [
        task
        for task in tasks
        if task.kind == kind and (task.current or task.state == "open" or _looked_at(law, _offence(task), on))
    ]
    found: dict[State, list[Task]] = {}
    for task in sorted(bearing, key=lambda task: (task.due, task.since)):
        found.setdefault(task.state, []).append(task)
    return Tally(
        open=tuple(found.get("open", ())),
        missed=tuple(found.get("missed", ())),
        unrecorded=tuple(task for task in found.get("unrecorded", ()) if not task.doubtful),
        late=tuple(task for task in found.get("done-late", ()) if _looked_at(law, _offence(task), on)),
    )


def _offence(task: Task) -> date:
    """Return the first day on which something was not done in time."""
    return task.due + DAY


def _looked_at(law: Law, offence: date, on: date) -> bool:
    """Tell whether an offence is one of the months before somebody asks for an invitation on a day."""
    months, days = law.invitations.months, (on - offence).days
    # A large case asks this thousands of times at each edit, and the calendar is needed for few of them
    if SHORTEST_MONTH * months < days <= LONGEST_MONTH * months:
        return on <= offence + relativedelta(months=months)
    return 0 <= days <= SHORTEST_MONTH * months


def invitations(law: Law, offences: Iterable[date], on: date) -> Invitations:
    """Tell until when no invitation of a host is considered, by the days of its offences.

    None is where the host was held liable so often in the months before it asks; a warning counts too. The months
    run from the day after an offence, so that their last day has its number. What is not recorded is no offence.
    Source: ML 48, last part; LF 22; KoAP 41(1); GK 173.
    """
    row = law.invitations
    term, lacking = relativedelta(months=row.months), row.offences - 1
    recent = tuple(sorted(day for day in offences if _looked_at(law, day, on)))
    if on < row.begins:
        return Invitations(recent)
    until = recent[-row.offences] + term if invitations_stop(law, recent) else None
    before = recent[-lacking] + term + DAY if 0 < lacking <= len(recent) else None
    return Invitations(recent, until, before)


# Marking as done


def can_be_marked(task: Task, day: date, on: date) -> bool:
    """Tell whether something may be recorded as done on a day: not before the event, nor on a day still to come.

    Nor does a registration count that was done after the exit, and what is recorded already stays as it is.
    """
    gone = task.field == "registered" and task.exit is not None and day > task.exit
    return task.since <= day <= on and not gone and not task.recorded


def to_be_marked(tally: Tally) -> tuple[Task, ...]:
    """List what may be recorded as done: what is open, and then what nobody recorded of guests who are here."""
    past = (task for task in (*tally.missed, *tally.unrecorded) if task.current)
    return tuple(task for task in (*tally.open, *past) if not task.recorded)


def marked(case: Case, tasks: Iterable[Task], day: date, on: date) -> Case:
    """Record tasks as done on a day, each in the stay or the change of address that it is of.

    What cannot have been done on that day stays as it is.
    """
    wanted: dict[Number, list[Task]] = {}
    for task in tasks:
        if can_be_marked(task, day, on):
            wanted.setdefault(task.traveller, []).append(task)
    travellers = (_with(one, wanted.get(one.key.number, []), day) for one in case.travellers)
    return msgspec.structs.replace(case, travellers=tuple(travellers))


def _with(traveller: Traveller, tasks: list[Task], day: date) -> Traveller:
    stays = traveller.stays
    for task in tasks:
        stays = tuple(_done(stay, task, day) if stay.key.number == task.stay else stay for stay in stays)
    return msgspec.structs.replace(traveller, stays=stays) if tasks else traveller


def _done(stay: Stay, task: Task, day: date) -> Stay:
    record = {task.field: day}
    if task.move is None:
        return msgspec.structs.replace(stay, **record)
    moves = (
        msgspec.structs.replace(move, **record) if move.key.number == task.move else move for move in stay.moves
    )
    return msgspec.structs.replace(stay, moves=tuple(moves))
