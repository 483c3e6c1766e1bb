"""Events of a calendar in words: a short title, and under it why, who, where the law says so, and who reckoned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kzstay.core.assess import Assessment
from kzstay.core.duties import Duty
from kzstay.texts import answers, duties, foreign, readings, rulings
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words


def title(w: Words, a: Assessment, duty: Duty, day: date, among: Iterable[Duty], *, named: bool = False) -> str:
    """Name the last day of a duty in a calendar of these duties, and the count that it goes by where they differ.

    ``named``: the name of the person leads, in a calendar of several.
    """
    if duty.row.prominence == "bar":
        told = w.gettext("Entry is banned, to the end of this day")
    else:
        told = _last_day(w, duty, day).format(duty=duties.title_among(w, a, duty, among))
    name = foreign.name(a.traveller.name) if named else ""
    return " · ".join(filter(None, (name, told)))


def _last_day(w: Words, duty: Duty, day: date) -> str:
    if not duty.due.differs:
        return w.gettext("{duty}: last day")
    if day == duty.due.safe:
        return w.gettext("{duty}: last day by the strict count")
    return w.gettext("{duty}: last day by the usual count")


def reminder(w: Words, title: str, days: int) -> str:
    """Name a day on which to be reminded of another one, by its title."""
    # Translators: {title} is such as “Leave Kazakhstan: last day”
    return w.ngettext("In {n} day: {title}", "In {n} days: {title}", days).format(n=days, title=title)


def description(w: Words, a: Assessment, duty: Duty, left_out: tuple[int, int] = (0, 0)) -> str:
    """Say in some lines what a duty is and how it was reckoned; ``left_out`` is what was typed and counts not."""
    facts = [
        (w.gettext("Last day"), duties.due(w, duty)),
        (w.gettext("State"), duties.status(w, a.law, duty) if duty.reason else ""),
        (w.gettext("Stay"), duties.cause(w, a, duty) if duty.stay is not None else ""),
        (w.gettext("Who"), duties.who(w, duty.who)),
        *(rulings.road(w, duty) or [(w.gettext("Where"), duties.places(w, duty.where))]),
        (w.gettext("Articles"), law_texts.citations(w, a.law, duties.articles_of(a, duty))),
        (w.gettext("Certainty"), law_texts.certainty(w, duty.certainty)),
    ]
    lines = [
        duties.rule_of(w, a, duty),
        _planned(w, a, duty),
        *(f"{label}: {text}" for label, text in facts if text),
        answers.left_out(w, *left_out),
        w.gettext("Calculated by kzstay for {day} from the dates that were entered ({reading}).").format(
            day=w.full_day(a.on), reading=readings.name(w, a.reading)
        ),
        w.gettext("Not issued by an authority."),
        w.gettext("Some calendars drop the reminders of a file: if you see none here, set your own."),
    ]
    return "\n".join(filter(None, lines))


def _planned(w: Words, a: Assessment, duty: Duty) -> str:
    """Say that a day stands and falls with an entry to come; empty where it does not."""
    stay = None if duty.stay is None else a.stay(duty.stay)
    if stay is None or not stay.planned:
        return ""
    return w.gettext("This holds if you enter on {day}, as planned.").format(day=w.full_day(stay.entry))


def nothing(w: Words, name: str) -> str:
    """Say that no calendar was written to a file of this name, for want of days to put into it."""
    text = w.gettext("{file}: no calendar was written, as no day lies ahead on which something is due.")
    return text.format(file=foreign.file(name))


def nothing_ahead(w: Words) -> str:
    """Say that a calendar would be empty."""
    return w.gettext("No day lies ahead on which something is due, so a calendar would be empty.")
