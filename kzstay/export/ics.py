"""The days that lie ahead as a calendar file (iCalendar, RFC 5545): an event of the whole day for each open duty.

icalendar is read in with this module alone. One input gives one file to the byte: nothing here asks for the time.
"""

from __future__ import annotations

import json
import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from icalendar import Alarm, Calendar, Event

import kzstay
from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.case import Record
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.export.formats import NothingAhead, Told, quiet
from kzstay.files.atomic import target_of, write_whole
from kzstay.texts import Words, foreign
from kzstay.texts import calendar as texts

# Days before. Outlook keeps one reminder of an event, the first, and this is the one that leaves time to act in
ALARMS = 3, 7, 1
# Of their mornings: without it a reminder would ring at midnight, when the day begins
_MORNING = timedelta(hours=9)
_EPOCH = date(2000, 1, 1)
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "kzstay")


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the calendar of one or several travellers, whole or not at all.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet. Raises OSError;
    NothingAhead where no day lies ahead: RFC 5545, 3.6, knows no calendar without an event.
    """
    told(0)
    write_whole(target_of(path), ics_bytes(found, w, left_out=left_out))
    return ""


write_calendar = write_report  # as who wants a calendar, and no report, knows it


def ics_bytes(
    found: list[Assessment], w: Words, *, left_out: tuple[int, int] = (0, 0), reminders: bool = False
) -> bytes:
    """Return the file; with ``reminders`` each alarm is a day of its own too. Raises NothingAhead."""
    taken: Counter[str] = Counter()
    named = len(found) > 1
    events = [event for a in found for event in _events(a, w, left_out, taken, named=named, reminders=reminders)]
    if not events:
        raise NothingAhead
    calendar: Any = Calendar()  # its methods have no types of their own
    calendar.add("prodid", f"-//kzstay//kzstay {kzstay.__version__}//{w.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if len(events) > 1:  # Outlook makes a calendar of this name, and wants none for an event alone
        names = () if named else (foreign.name(found[0].traveller.name),)
        calendar.add("x-wr-calname", " · ".join(filter(None, ("kzstay", *names))))
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def _events(
    a: Assessment, w: Words, left_out: tuple[int, int], taken: Counter[str], *, named: bool, reminders: bool
) -> Iterator[Event]:
    """Yield an event for each duty that is open, and one for each day on which to be reminded that is not over."""
    ahead = agenda.ahead(a)
    for duty in ahead:
        day = agenda.day_ahead(a, duty)
        title = texts.title(w, a, duty, day, ahead, named=named)
        description, uid = texts.description(w, a, duty, left_out), _uid(a, duty, taken)
        planned = duty.stay is not None and a.stay(duty.stay).planned
        event = _event(a, w, uid, day, title, description, planned=planned)
        if not reminders:
            for days in ALARMS:
                event.add_component(_alarm(days, title))
        yield event
        for days in sorted(ALARMS, reverse=True) if reminders else ():
            if (before := day - days * DAY) >= a.on:
                own, told = str(uuid.uuid5(uuid.UUID(uid), str(days))), texts.reminder(w, title, days)
                yield _event(a, w, own, before, told, description, planned=planned)


def _event(a: Assessment, w: Words, uid: str, day: date, title: str, description: str, *, planned: bool) -> Any:  # noqa: ANN401 - its methods have no types of their own
    """Make an event of one whole day that keeps nobody busy."""
    event: Any = Event()
    event.add("uid", uid)
    # Of the day of reckoning, not of the clock: a later day is a later version. Two exports of one day are one
    # version, of which a calendar that goes by the number alone keeps the first
    event.add("dtstamp", datetime.combine(a.on, time(), UTC))
    event.add("sequence", max(0, (a.on - _EPOCH).days))
    event.add("dtstart", day)
    event.add("dtend", day + DAY)  # the day after; without it or on the day itself Outlook shows midnight
    event.add("summary", title, parameters={"LANGUAGE": w.language})
    event.add("description", description, parameters={"LANGUAGE": w.language})
    event.add("categories", ["kzstay"])
    event.add("status", "TENTATIVE" if planned else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-alldayevent", "TRUE")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event


def _alarm(days: int, title: str) -> Alarm:
    """Remind of an event so many days before, on the morning."""
    alarm: Any = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    # Never after the beginning: Outlook takes a positive one for as long before
    alarm.add("trigger", _MORNING - days * DAY)
    return alarm


def _uid(a: Assessment, duty: Duty, taken: Counter[str]) -> str:
    """Name an event so that the next export names it the same: by the ids of the records, else by what they say.

    The number of a passport is no part of it. Two that would be one are counted.
    """
    kind = agenda.kind_to_end(a, duty)
    identity: list[Any] = [_of(a.traveller, a.traveller.name), kind]
    if duty.stay is not None:
        stay = a.traveller.stays[duty.stay]
        identity.append(_of(stay, stay.entry))
        if duty.move is not None:
            identity.append(_of(stay.moves[duty.move], duty.since))
    if duty.decision is not None:
        identity.append(_of(duty.decision, duty.decision.kind, duty.decision.served))
    text = json.dumps(identity, default=str)
    taken[text] += 1
    return str(uuid.uuid5(_NAMESPACE, f"{text}#{taken[text]}" if taken[text] > 1 else text))


def _of(record: Record, *otherwise: object) -> list[object]:
    """Return what tells a record from others: the id that its file gives it, else what it says."""
    return ["id", record.unknown["id"]] if "id" in record.unknown else list(otherwise)
