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
        place = asked.values.index(value) if value in asked.values else len(asked.samples)
        told = foreign.echo(asked.samples[place]) if place < len(asked.samples) else ""
        return f"{foreign.echo(value)}: {told}" if told else foreign.echo(value)
    if asked.code == "dates" and (told := _reading(w, asked, value)):
        return f"{_choices(w).get(value, foreign.echo(value))}: {told}"
    if asked.code == "overlap" and value in ("first", "second"):
        return _one_of_two(w, asked, value)
    about = "border" if asked.part == "border" else asked.code
    own = _own_choices(w).get(f"{about} {value}")
    return own or _choices(w).get(value, foreign.echo(value))


def _reading(w: Words, asked: Question, value: str) -> str:
    """Say what the samples of dates would be in one of the orders."""
    place = asked.values.index(value) if value in asked.values else len(asked.readings)
    return " · ".join(w.day(day) for day in asked.readings[place]) if place < len(asked.readings) else ""


def _own_choices(w: Words) -> dict[str, str]:
    """Return the answers that mean something else than the same word does to other questions."""
    return {
        "blank-name same": w.gettext("The person in the row above"),
        "blank-name unknown": w.gettext("Nobody knows: leave the rows out"),
        "same-person yes": w.gettext("One person: count the days together"),
        "same-person no": w.gettext("Two people"),
        "stay-here yes": w.gettext("Yes, in Kazakhstan"),
        "stay-here no": w.gettext("No: leave the row out"),
        "crossing yes": w.gettext("Yes, Kazakhstan"),
        "crossing no": w.gettext("No, another country: leave the row out"),
        "other-state yes": w.gettext("Yes, some or all: ask about those that are not clear"),
        "border here": w.gettext("Kazakhstan: entries to it and exits from it"),
        "border away": w.gettext("Another country: leaving it may be entering Kazakhstan"),
        "border other": w.gettext("They have nothing to do with Kazakhstan: leave them out"),
        "other-state no": w.gettext("No: leave them out"),
        "gap inside": w.gettext("In Kazakhstan all the time"),
        "gap outside": w.gettext("Outside Kazakhstan: left on the first day, came back on the last"),
        "near-border inside": w.gettext("In Kazakhstan"),
        "near-border outside": w.gettext("Outside Kazakhstan"),
    }


def _choices(w: Words) -> dict[str, str]:
    return {
        "dmy": w.gettext("The day comes first"),
        "mdy": w.gettext("The month comes first"),
        "ymd": w.gettext("The year comes first"),
        "here": w.gettext("Stays in Kazakhstan"),
        "away": w.gettext("Trips out of Kazakhstan: the days between them were spent in it"),
        "other": w.gettext("Neither, such as trips from one other country to another: leave them out"),
        "joined": w.gettext("One stay over the days of both"),
        "airside": w.gettext("Stayed in the airport, behind the border"),
        "border": w.gettext("Went through the border"),
        "both": w.gettext("Both are right"),
        "keep": w.gettext("Keep what is there"),
        "replace": w.gettext("Put the new one in its place"),
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
        return w.gettext("A stay that is there already holds some of these days. Which is right? {stays}")
    if asked.code == "sense" and asked.part == "border":
        return w.gettext("Of which country are these entries and exits? {samples}")
    if asked.code == "citizenship" and asked.samples:
        return w.gettext("“{sample}” is no country that is known here. What is the citizenship?")
    if asked.code == "citizenship" and asked.person:
        return w.gettext("What is the citizenship of {name}?")
    return {
        "dates": w.gettext("Which comes first in these dates, the day or the month? {samples}"),
        "sense": w.gettext("What are these days: stays in Kazakhstan, or trips out of it? {stays}"),
        "other-state": w.gettext(
            "Another country keeps this record of its own border, so leaving it may be entering Kazakhstan. Did "
            "any of these journeys go to Kazakhstan? {stays}"
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
        "gap": w.gettext(
            "The source says nothing of the days from {first} to {last}, or leaves them out. Where was the person?"
        ),
        "last-day": w.gettext(
            "On which day did the stay that began on {first} end? Another country was entered on {last}, so it "
            "was that day or earlier."
        ),
        "first-day": w.gettext(
            "The first record in Kazakhstan is of {first}. On which day was the entry? It was that day or earlier."
        ),
        "last-seen": w.gettext(
            "The last record is of {last}, in Kazakhstan. On which day was the exit? Leave it open if there was "
            "none."
        ),
        "near-border": w.gettext(
            "Places were recorded between {first} and {last} that are too close to the border to tell on which "
            "side they are. Were they in Kazakhstan?"
        ),
        "crossing": w.gettext(
            "This is a crossing of the border of another country, on {first}: {sample}. Was Kazakhstan on the "
            "other side?"
        ),
        "overlap": w.gettext("These rows hold the same days. Which is right? {stays}"),
        "citizenship": w.gettext("No citizenship is given. Of which country is the passport that was shown?"),
        "blank-name": w.gettext("Rows without a name follow those of {name}. Whose are they?"),
        "same-person": w.gettext(
            "These may be one person or two: {samples}. Their days are counted together only if they are one. Are "
            "they one person?"
        ),
        "stay-here": w.gettext("The row names a place outside Kazakhstan: {sample}. Was this stay in Kazakhstan?"),
        "encoding": w.gettext("Which line is written correctly? It shows the letters of the file."),
        "clash": w.gettext(
            "{name}: a stay that is there already holds some of these days. Which is right? {stays}"
        ),
        "permit-clash": w.gettext(
            "A permit of the same kind that is there already holds some of these days. Which is right? {stays}"
        ),
    }[asked.code]


def _day(w: Words, found: tuple[date, ...]) -> str:
    return w.day(found[0]) if found else "?"


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
