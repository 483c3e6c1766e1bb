"""``kzstay plan``: how long a stay may last, whether a trip is possible, and when it is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from kzstay import bundled
from kzstay.cli.entry_section import section
from kzstay.cli.exit_codes import GOOD, UNSOUND
from kzstay.cli.input import (
    BadInput,
    add_common,
    add_json,
    day_of_reckoning,
    no_such_traveller,
    nobody,
    read_case,
    read_day,
)
from kzstay.cli.output import heading
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Case, Traveller
from kzstay.core.days import DAY
from kzstay.core.earliest import counted_exit
from kzstay.core.editing import left_on
from kzstay.core.entry_check import check_entry
from kzstay.core.plan import (
    Trip,
    assumed_exit,
    can_begin,
    coming_back,
    earliest_entry,
    longest_stay,
    most_days,
    possible_by_usual,
    read_days,
    refusal_of,
    trip,
)
from kzstay.core.readings import Reading
from kzstay.export import json as answer_json
from kzstay.texts import Words, entries, entry_check, foreign, law_age, plans
from kzstay.texts.words import words

HELP = "say how long a stay may last, and whether a trip is possible"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--traveller", metavar="NAME", help="may be left out where the case holds one only")
    parser.add_argument("--entry", required=True, metavar="DATE", help="day of entry, such as 2026-12-15")
    parser.add_argument("--exit", metavar="DATE", help="last day of a trip to be judged")
    parser.add_argument("--days", metavar="N", help="the same as a number of days")
    parser.add_argument("--leave", metavar="DATE", help="take the present stay to end on this day")
    parser.add_argument(
        "--purpose", metavar="NAME", help="what the stay is for, such as tourism, business or work"
    )
    add_json(parser)
    add_common(parser)


def run(options: Namespace) -> int:
    """Answer, and return the exit code."""
    w = words(options.lang)
    if options.exit is not None and options.days is not None:
        raise BadInput(w.gettext("--exit, --days: give one of the two, not both."))
    traveller = _traveller(options, read_case(options.file, w), w)
    on, reading = day_of_reckoning(options.on, w), Reading(options.reading)
    entry = read_day("--entry", options.entry, w)
    leaving = _leaving(options, entry, w)
    purpose = _purpose(options, w)
    a = assess(traveller, on, bundled.law(), reading)
    assumed = None
    if options.leave is not None:
        assumed = _leave(options, a, entry, w)
        a = assess(left_on(traveller, a.current or 0, assumed), on, bundled.law(), reading)
    reckoning = a.reckoning
    assumed = assumed or assumed_exit(reckoning, entry)
    asked = trip(reckoning, entry, leaving) if leaving else None
    if options.json:
        print(answer_json.text(answer_json.plan(reckoning, entry, asked, assumed)))
    else:
        old = law_age.told(w, a.law, on)
        lines = [_told(w, a, entry, asked, assumed)]
        if not reckoning.undated:
            days = (leaving - entry).days + 1 if leaving else None
            lines += section(w, check_entry(a, entry, days, purpose))
        if old and law_age.is_strong(a.law, on):
            print(f"{old}\n")
        print("\n  ".join(lines))
        if old and not law_age.is_strong(a.law, on):
            print(f"\n{old}")
    possible = asked.lawful if asked else can_begin(reckoning, entry, longest_stay(reckoning, entry))
    return GOOD if possible else UNSOUND


# Input


def _traveller(options: Namespace, case: Case, w: Words) -> Traveller:
    name, file = options.traveller, options.file
    if not case.travellers:
        raise BadInput(nobody(w, file))
    found = [traveller for traveller in case.travellers if name in (None, traveller.name)]
    if len(found) == 1:
        return found[0]
    if name is None:
        reason = w.gettext("{file}: the case holds several travellers. Name one with --traveller.")
    elif found:
        reason = w.gettext("{file}: several travellers are called “{name}”. Give them names that differ.")
    else:
        raise BadInput(no_such_traveller(w, file, name or ""))
    raise BadInput(reason.format(file=foreign.file(file), name=foreign.echo(name or "")))


def _leaving(options: Namespace, entry: date, w: Words) -> date | None:
    """Return the last day of the trip asked for."""
    if options.exit is not None:
        leaving = read_day("--exit", options.exit, w)
        if leaving < entry:
            raise BadInput(f"--exit: {plans.exit_before_entry(w)}")
        return leaving
    if options.days is None:
        return None
    days = read_days(options.days)
    if days is None:
        raise BadInput(f"--days: {plans.not_a_number_of_days(w, options.days)}")
    if days > most_days(entry):
        raise BadInput(f"--days: {plans.out_of_years(w)}")
    return entry + DAY * (days - 1)


def _purpose(options: Namespace, w: Words) -> str | None:
    """Return what the stay is for."""
    purposes = bundled.law().entry.purposes
    if options.purpose is not None and options.purpose not in purposes:
        raise BadInput(f"--purpose: {entry_check.no_such_purpose(w, options.purpose, ', '.join(purposes))}")
    return options.purpose


def _leave(options: Namespace, a: Assessment, entry: date, w: Words) -> date:
    """Return the day on which the present stay is taken to end."""
    day = read_day("--leave", options.leave, w)
    if a.current is None:
        raise BadInput(f"--leave: {plans.nobody_here(w, a.on)}")
    if day < a.entry:
        raise BadInput(f"--leave: {plans.exit_before_entry(w)}")
    if day < a.on:
        raise BadInput(f"--leave: {plans.left_before(w, a.on)}")
    if entry < day:
        raise BadInput(f"--leave: {plans.entry_before_leaving(w)}")
    return day


# Output


def _assumed(w: Words, a: Assessment, leaving: date | None) -> list[str]:
    """Say on which day the present stay is taken to end, unless an order sets one that is not known."""
    if leaving is None or a.reckoning.undated:
        return []
    return [entries.assumption(w, leaving, counted_exit(a.reckoning, leaving)), entries.too_long(w, a)]


def _told(w: Words, a: Assessment, entry: date, asked: Trip | None, assumed: date | None) -> str:
    reckoning = a.reckoning
    found, waits = longest_stay(reckoning, entry), plans.waits(reckoning)
    lines = [
        heading(w, reckoning.traveller, reckoning.on),
        *entries.bars(w, a),
        w.gettext("Entry on {day}").format(day=w.long_day(entry)),
        *_assumed(w, a, assumed),
        plans.longest(w, entry, found, waiting=waits),
        plans.limited(w, reckoning, entry, found),
        plans.history(w, entry, found),
        *(entries.if_expelled(w, a) if found and found.days else ()),
    ]
    if a.reading is Reading.SAFE:
        lines.append(plans.usual(w, entry, found, longest_stay(a.other, entry)))
    if asked:
        lines.append(plans.verdict(w, asked, waiting=waits))
        if asked.lawful:
            lines.append(entries.border(w))
        told = plans.obstacles(w, reckoning, asked, by_usual=possible_by_usual(reckoning, asked))
        lines += [line for line in told if line not in lines]
        lines.append(plans.shared(w, reckoning, asked))
    refused = refusal_of(reckoning, entry)
    if not (asked.lawful if asked else found and found.days):
        days = (asked.exit - entry).days + 1 if asked else None
        day = earliest_entry(reckoning, days or 1, entry)
        if day or (found and not refused):  # a ban ends on a day; what else refuses is told already
            lines.append(plans.earliest(w, day, days))
    if reckoning.undated:
        return "\n  ".join(dict.fromkeys(filter(None, lines)))  # what is counted from a day that nobody knows
    lines += [plans.facts(w, reckoning, entry), plans.basis(w, reckoning, entry, found)]
    if not refused and (back := coming_back(reckoning, entry)):
        lines.append(w.gettext("Days that come back:"))
        lines += [f"  {plans.returned(w, reckoning, one)}" for one in back]
    return "\n  ".join(dict.fromkeys(filter(None, lines)))
