"""Imports in sentences: what a source leaves open, and the answers to choose from."""

from __future__ import annotations

from datetime import date

from kzstay.imports.result import Days, Origin, Question
from kzstay.texts import foreign
from kzstay.texts.words import Words

SHOWN = 3  # stays or samples in a sentence; the others are counted


def row(w: Words, at: Origin) -> str:
    """Name the row that something stands in; empty where it is about the whole source."""
    if not at.line:
        return foreign.echo(at.sheet)
    if at.sheet:
        # Translators: a row of a workbook: Sheet1, row 12
        return w.gettext("{sheet}, row {n}").format(sheet=foreign.echo(at.sheet), n=at.line)
    return w.gettext("line {n}").format(n=at.line)


def days(w: Words, found: Days) -> str:
    """Write a stay as its days; one without an exit goes on."""
    entry, last = found
    if last is None:
        # Translators: a stay without an exit: since 5 Mar 2026
        return w.gettext("since {day}").format(day=w.day(entry))
    return w.day(entry) if last == entry else f"{w.day(entry)} – {w.day(last)}"


def question(w: Words, asked: Question) -> str:
    """Ask what the source leaves open: what is the matter, and what is to be said."""
    return _sentence(w, asked).format(
        name=foreign.name(asked.person),
        first=_day(w, asked.days[:1]),
        last=_day(w, asked.days[-1:]),
        list=" · ".join(w.day(day) for day in asked.days),
        sample=foreign.echo(asked.samples[0]) if asked.samples else "",
        samples=" · ".join(foreign.echo(sample) for sample in asked.samples[:SHOWN]),
        stays=stays(w, asked.stays),
    )


def stays(w: Words, found: tuple[Days, ...]) -> str:
    """List a few stays, and count the others."""
    told = " · ".join(days(w, one) for one in found[:SHOWN])
    more = len(found) - SHOWN
    if more <= 0:
        return told
    return w.ngettext("{stays} and {n} more", "{stays} and {n} more", more).format(stays=told, n=more)


def choice(w: Words, asked: Question, value: str) -> str:
    """Word one of the answers to a question."""
    if asked.code in ("doubtful-day", "arrival-day", "last-day") and (day := _iso(value)):
        return w.long_day(day)
    if asked.code == "encoding":
        return foreign.echo(value)
    if asked.code == "overlap" and value in ("first", "second"):
        return _one_of_two(w, asked, value)
    return _choices(w).get(value, foreign.echo(value))


def _choices(w: Words) -> dict[str, str]:
    return {
        "dmy": w.gettext("The day comes first"),
        "mdy": w.gettext("The month comes first"),
        "ymd": w.gettext("The year comes first"),
        "here": w.gettext("Days in Kazakhstan"),
        "away": w.gettext("Days outside Kazakhstan"),
        "other": w.gettext("Neither: leave them out"),
        "joined": w.gettext("One stay over the days of both"),
        "airside": w.gettext("Stayed in the airport, behind the border"),
        "border": w.gettext("Went through the border"),
        "inside": w.gettext("Was in Kazakhstan all the time"),
        "outside": w.gettext("Was outside Kazakhstan in between"),
        "yes": w.gettext("Yes, to Kazakhstan"),
        "no": w.gettext("No, to another country"),
        "both": w.gettext("Both are right"),
        "keep": w.gettext("Keep what is there"),
        "replace": w.gettext("Put the new one in its place"),
        "same": w.gettext("The same person as in the row above"),
        "unknown": w.gettext("Another person: leave the rows out"),
        "leave": w.gettext("Leave it out"),
    }


def _one_of_two(w: Words, asked: Question, value: str) -> str:
    place = 0 if value == "first" else 1
    if place >= len(asked.stays):
        return foreign.echo(value)
    return w.gettext("Only {stay}").format(stay=days(w, asked.stays[place]))


def _sentence(w: Words, asked: Question) -> str:
    """Return the sentence of a question, its places still open."""
    if asked.code == "missing-entry" and len(asked.days) < 2:
        return w.gettext("There is an exit on {last}, and no entry before it. When did this stay begin?")
    if asked.code == "clash" and not asked.person:
        return w.gettext("A stay that is there already holds some of these days. {stays}")
    if asked.code == "citizenship" and asked.samples:
        return w.gettext("“{sample}” is no country that is known here. What is the citizenship?")
    if asked.code == "citizenship" and asked.person:
        return w.gettext("What is the citizenship of {name}?")
    return {
        "dates": w.gettext("Which comes first in these dates, the day or the month? {samples}"),
        "sense": w.gettext("Are these days in Kazakhstan, or days outside it? {stays}"),
        "other-state": w.gettext(
            "These are crossings of the border of another country: leaving it may be entering Kazakhstan. Are the "
            "days between leaving and coming back days in Kazakhstan? {stays}"
        ),
        "missing-exit": w.gettext(
            "Two entries follow each other, on {first} and {last}, and the exit between them is missing. When was "
            "it?"
        ),
        "missing-entry": w.gettext(
            "Two exits follow each other, on {first} and {last}, and the entry between them is missing. When was "
            "it?"
        ),
        "doubtful-day": w.gettext("The day is not certain. Which one is it? {list}"),
        "arrival-day": w.gettext("The flight left on {first}. On which day did it land?"),
        "transit": w.gettext(
            "Two flights meet in Kazakhstan on {first}. Did the person stay in the airport or go through the "
            "border?"
        ),
        "gap": w.gettext("Nothing is recorded from {first} to {last}. Was that in Kazakhstan?"),
        "last-day": w.gettext(
            "Another country was entered on {last}, so that is the last day possible. Did the stay of {first} end "
            "then or earlier?"
        ),
        "first-day": w.gettext("The first record in Kazakhstan is of {first}. When was the entry?"),
        "last-seen": w.gettext(
            "The last record is of {last}, in Kazakhstan. When was the exit, if there was one?"
        ),
        "near-border": w.gettext(
            "Places were recorded between {first} and {last} that are too close to the border to tell on which "
            "side they are. Were they in Kazakhstan?"
        ),
        "crossing": w.gettext("Where did the person go on {first}? {sample}"),
        "overlap": w.gettext("These rows hold the same days. Which is right? {stays}"),
        "citizenship": w.gettext("No citizenship is given. Which passport was shown at the border?"),
        "blank-name": w.gettext("Rows without a name follow those of {name}. Whose are they?"),
        "encoding": w.gettext("Which line is written correctly? It shows the letters of the file."),
        "clash": w.gettext("{name}: a stay that is there already holds some of these days. {stays}"),
        "permit-clash": w.gettext(
            "A permit of the same kind that is there already holds some of these days. {stays}"
        ),
    }[asked.code]


def _day(w: Words, found: tuple[date, ...]) -> str:
    return w.day(found[0]) if found else "?"


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
