"""Rows: the report as plain tables, for a spreadsheet and for CSV; every cell is a text, a number, a day or empty.

A column has a key that is the same in every language, and a header in that of the reader. The rows of a traveller
are made when they are asked for and kept nowhere: a case of hundreds takes no more memory than one of a few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from kzstay.content import bounds, sections
from kzstay.content.law import about_data, editions
from kzstay.content.table import Cell, Column, Row, Table
from kzstay.core import agenda
from kzstay.core.assess import Assessment, StayAnswer, assess
from kzstay.core.costs import cost_of
from kzstay.core.days import Presence
from kzstay.core.duties import Duty
from kzstay.core.limit_use import LimitUse
from kzstay.core.register import urgency
from kzstay.core.verdict import Standing
from kzstay.files.report_id import report_id
from kzstay.texts import Words, answers, costs, duties, entries, foreign, particulars, readings
from kzstay.texts import law as law_texts
from kzstay.texts.inline import inside

_DAY, _NUMBER, _WORD, _NAME, _LINE, _TEXT = 11, 8, 12, 18, 34, 32
_AND = "; "


class Told(msgspec.Struct, frozen=True):
    """The rows that tell of one traveller."""

    standing: Standing
    summary: Row
    stays: list[Row]
    duties: list[Row]


# Tables


def tables(w: Words, a: Assessment) -> list[Table]:
    """Describe the three tables of travellers that are reckoned on a day under a reading, as ``a`` is."""
    return [_summary_table(w, a), _stays_table(w, a), _duties_table(w, a)]


def _columns(*found: tuple[str, str, int]) -> list[Column]:
    return [Column(*one) for one in found]


def _who_columns(w: Words) -> list[Column]:
    return _columns(
        ("traveller", w.gettext("Traveller"), _NAME),
        ("citizenship", w.gettext("Citizenship"), _WORD),
    )


def _person_columns(w: Words) -> list[Column]:
    return _columns(("passport", w.gettext("Kind of passport"), _NAME), ("born", w.gettext("Date of birth"), _DAY))


def _by_other(w: Words, a: Assessment, header: str) -> str:
    """Head the column of a day by the other count."""
    return f"{header} · {readings.name(w, a.reading.other)}"


def _summary_table(w: Words, a: Assessment) -> Table:
    leave_by = w.gettext("Leave by")
    printed = _columns(
        ("status", w.gettext("Status"), _NAME),
        ("leave_by", leave_by, _DAY),
        ("leave_by_other", _by_other(w, a, leave_by), _DAY),
        ("because", w.gettext("Limited by"), _NAME),
        ("days_left", w.gettext("Days until departure"), _NUMBER),
        ("overstay_days", w.gettext("Days over"), _NUMBER),
        ("missed", w.gettext("What forbids, or was missed"), _TEXT),
        ("used", w.gettext("Days used in the period"), _NUMBER),
        ("remaining", w.gettext("Days free in the period"), _NUMBER),
        ("next_entry", w.gettext("Next entry"), _DAY),
        ("next_days", w.gettext("Next entry: days at most"), _NUMBER),
        ("next_duty", w.gettext("Next duty"), _NAME),
        ("next_due", w.gettext("Next duty: due"), _DAY),
        ("note", w.gettext("Note"), _TEXT),
    )
    besides = _columns(
        ("limit", w.gettext("Limit"), _LINE),
        ("window_from", w.gettext("Period from"), _DAY),
        ("window_to", w.gettext("Period to"), _DAY),
        ("next_assumes", w.gettext("Next entry: if this stay ends on"), _DAY),
        # Days of presence, by whatever right: taxes and other laws ask for them
        ("year_days", w.gettext("Days in {year} so far").format(year=a.on.year), _NUMBER),
        ("certainty", w.gettext("Certainty"), _WORD),
    )
    return Table("summary", w.gettext("Summary"), [*_who_columns(w), *printed], [*besides, *_person_columns(w)])


def _stays_table(w: Words, a: Assessment) -> Table:
    until = w.gettext("Lawful until")
    printed = _columns(
        ("stay", w.gettext("Stay"), _NUMBER),
        ("entry", w.gettext("Entry"), _DAY),
        ("exit", w.gettext("Exit"), _DAY),
        ("days", w.gettext("Days"), _NUMBER),
        ("status", w.gettext("Status"), _NAME),
        ("lawful_until", until, _DAY),
        ("lawful_until_other", _by_other(w, a, until), _DAY),
        ("because", w.gettext("Limited by"), _NAME),
        ("overstay_days", w.gettext("Days over"), _NUMBER),
        ("notified", w.gettext("Host's notice"), _DAY),
        ("registered", w.gettext("Registration"), _DAY),
        ("note", w.gettext("Note"), _TEXT),
    )
    besides = _columns(
        ("kind", w.gettext("Kind of stay"), _NAME),
        ("shown_citizenship", w.gettext("Citizenship shown then"), _WORD),
        ("shown_passport", w.gettext("Kind of passport shown then"), _NAME),
        ("checkpoint", w.gettext("Checkpoint of entry"), _NAME),
        ("exit_checkpoint", w.gettext("Checkpoint of exit"), _NAME),
    )
    return Table("stays", w.gettext("Stays"), [*_who_columns(w), *printed], [*besides, *_person_columns(w)])


def _duties_table(w: Words, a: Assessment) -> Table:
    due = w.gettext("Due")
    printed = _columns(
        ("stay", w.gettext("Stay"), _NUMBER),
        ("cause", w.pgettext("duty", "For"), _NAME),
        ("duty", w.gettext("Duty"), _NAME),
        ("who", w.gettext("Who"), _WORD),
        ("due", due, _DAY),
        ("due_other", _by_other(w, a, due), _DAY),
        ("status", w.gettext("Status"), _NAME),
        ("where", w.gettext("Where"), _NAME),
        ("cost", w.gettext("If missed"), _TEXT),
        ("articles", w.gettext("Articles"), _TEXT),
        ("certainty", w.gettext("Certainty"), _WORD),
    )
    besides = _columns(("right", w.gettext("Duty or right"), _WORD))
    return Table("duties", w.gettext("Duties"), [*_who_columns(w), *printed], besides)


# Rows


def told(found: Sequence[Assessment], w: Words) -> Iterator[Told]:
    """Yield the rows of each traveller, whoever has the least time first.

    Each is assessed anew: what an assessment works out it keeps, and here it goes with its rows.
    """
    for a in sorted(found, key=lambda one: urgency(_anew(one))):
        fresh = _anew(a)
        yield Told(fresh.standing, _summary(w, fresh), _stays(w, fresh), _duties(w, fresh))


def _anew(a: Assessment) -> Assessment:
    return assess(a.traveller, a.on, a.law, a.reading)


def _who(w: Words, a: Assessment) -> dict[str, Cell]:
    return {"traveller": foreign.name(a.traveller.name), "citizenship": w.country(a.traveller.citizenship)}


def _person(w: Words, a: Assessment) -> dict[str, Cell]:
    return {"passport": answers.passport(w, a.traveller.passport), "born": a.traveller.born}


def _differing(mine: date | None, theirs: date | None) -> date | None:
    """Return the day by the other count where it is another one."""
    return theirs if theirs != mine else None


# The summary


def _summary(w: Words, a: Assessment) -> Row:
    duty = agenda.next_task(a)
    leaving, entry, pressing = _leaving(w, a), _next_entry(a), [*entries.bars(w, a), *duties.pressing(w, a)]
    # The sentence of the answer, where no day tells it
    lead = [] if leaving["leave_by"] or entry else [answers.lead(w, a)]
    undone = [f"{w.gettext('Next entry')}: {inside(text)}" for text in entries.if_expelled(w, a) if entry]
    notes = [*(text for text in lead if text not in pressing), *undone]
    return {
        **_who(w, a),
        "status": answers.standing_of(w, a),
        **leaving,
        "overstay_days": _days_over(a),
        **_limit(w, a),
        **entry,
        "next_duty": duties.title(w, a, duty) if duty else "",
        "next_due": agenda.day_ahead(a, duty) if duty else None,
        "missed": _AND.join(dict.fromkeys(pressing)),
        "year_days": _year_days(a),
        "certainty": law_texts.certainty(w, a.regime.certainty) if a.regime else "",
        "note": _AND.join(notes),
        **_person(w, a),
    }


def _leaving(w: Words, a: Assessment) -> dict[str, Cell]:
    """Tell by which day to leave, by both counts where they differ, what sets it, and how many days that is."""
    until = a.day_to_leave
    because = ""
    if until and until != a.leave_until:
        because = answers.limit_name(w, "ruling")  # an order gives another day than the days do
    elif a.leave_by and a.current is not None:
        because = sections.set_by(w, a, a.current, a.leave_by.because)
    return {
        "leave_by": until,
        "leave_by_other": _differing(until, Assessment(a.pair, a.reading.other).day_to_leave),
        "because": because,
        "days_left": _days_left(a),
    }


def _days_left(a: Assessment) -> int | None:
    """Count the days until departure; those over are none that only an exit not recorded makes."""
    left, (sure, perhaps) = a.days_left, a.reckoning.over
    if left is None or left >= 0 or not perhaps:
        return left
    return -sure if sure else None


def _days_over(a: Assessment) -> int | None:
    """Count the days over; empty, and not 0, where no visa or exit is entered by which to tell."""
    begun = [stay for stay in a.stays if not stay.planned]
    untold = a.standing is Standing.NO_REGIME or any(stay.perhaps_over for stay in begun)
    over = sum(stay.overstay_days for stay in begun)
    return None if a.citizen or (untold and not over) else over


def _limit(w: Words, a: Assessment) -> dict[str, Cell]:
    """Tell what is used of the limit that looks back or ahead and has the fewest days left."""
    if not (limits := a.limits if a.limits_bind else []):
        return {}

    def left(use: LimitUse) -> int:
        return use.days if use.remaining is None else use.remaining

    use = min((one for one in limits if one.window), key=left, default=limits[0])
    if use.window is None or use.used is None:
        return {"limit": answers.limit_rule(w, use)}
    return {
        "limit": answers.limit_rule(w, use),
        "window_from": use.window.first,
        "window_to": use.window.last,
        # No more than a period has: the strict count looks at a day more
        "used": min(use.used, use.period or use.used),
        "remaining": max(0, left(use)),
    }


def _next_entry(a: Assessment) -> dict[str, Cell]:
    found = a.next_entry
    if found is None or a.resides:
        return {}
    return {"next_entry": found.day, "next_days": found.days, "next_assumes": found.assumes}


def _year_days(a: Assessment) -> int | None:
    """Count the days in the calendar year so far; nobody knows of them where an exit in it is not recorded."""
    first, begun = date(a.on.year, 1, 1), [stay for stay in a.stays if not stay.planned]
    presence = Presence((stay.entry, min(a.reckoning.end(stay.index), a.on)) for stay in begun)
    unknown = any(stay.exit_missing and a.reckoning.end(stay.index) >= first for stay in begun)
    return None if unknown else presence.days_in(first, a.on)


# Stays


def _stays(w: Words, a: Assessment) -> list[Row]:
    return [_stay(w, a, number, a.stay(index)) for number, index in enumerate(a.traveller.in_order(), 1)]


def _stay(w: Words, a: Assessment, number: int, found: StayAnswer) -> Row:
    stay = a.traveller.stays[found.index]
    mine, theirs = (found.lawful_until.under(side) for side in (a.reading, a.reading.other))
    return {
        **_who(w, a),
        "stay": number,
        "entry": found.entry,
        "exit": found.exit,
        "days": found.days or None,
        "status": " · ".join(filter(None, (_no_exit(w, found), answers.stay_status(w, a, found)))),
        "lawful_until": mine,
        "lawful_until_other": _differing(mine, theirs),
        "because": sections.set_by(w, a, found.index, found.because) if found.because else "",
        "overstay_days": found.overstay_days,
        "notified": stay.notified,
        "registered": stay.registered,
        "kind": particulars.stay_kind(w, found.kind),
        "shown_citizenship": w.country(found.citizenship) if found.citizenship else "",
        "shown_passport": answers.passport(w, found.passport) if found.passport else "",
        "checkpoint": foreign.name(stay.checkpoint),
        "exit_checkpoint": foreign.name(stay.exit_checkpoint),
        "note": foreign.remark(stay.note),
        **_person(w, a),
    }


def _no_exit(w: Words, found: StayAnswer) -> str:
    """Say why a stay has no day of exit; a plan says so itself."""
    if found.exit or found.planned:
        return ""
    if found.exit_missing:
        return f"{w.gettext('Exit')}: {w.gettext('not recorded')}"
    return w.gettext("still here")


# Duties


def _duties(w: Words, a: Assessment) -> list[Row]:
    number = {index: number for number, index in enumerate(a.traveller.in_order(), 1)}
    return [_duty(w, a, duty, number) for duty in agenda.reported(a)]


def _duty(w: Words, a: Assessment, duty: Duty, number: dict[int, int]) -> Row:
    mine, theirs = (duty.due.under(side) for side in (a.reading, a.reading.other))
    return {
        **_who(w, a),
        "stay": None if duty.stay is None else number[duty.stay],
        "cause": duties.cause(w, a, duty),
        "duty": duties.title(w, a, duty),
        "who": duties.who(w, duty.who),
        "due": mine,
        "due_other": _differing(mine, theirs),
        "status": duties.status(w, a.law, duty),
        "right": _right(w, duty),
        "where": duties.places(w, duty.where),
        "cost": _cost(w, a, duty),
        "articles": law_texts.citations(w, a.law, duties.articles_of(a, duty)),
        "certainty": law_texts.certainty(w, duty.certainty),
    }


def _right(w: Words, duty: Duty) -> str:
    """Tell what must be done from what may be; the end of a ban is neither."""
    if duty.row.prominence == "bar":
        return ""
    return w.pgettext("duty", "right") if duty.row.right else w.pgettext("duty", "duty")


def _cost(w: Words, a: Assessment, duty: Duty) -> str:
    """Say in short what it costs, where it threatens or is due."""
    cost = cost_of(a, duty) if agenda.owed(duty) else None
    if cost and cost.too_young:
        return inside(costs.too_young(w, a.law))
    return costs.brief(w, cost) if cost and cost.first else ""


# About


def about(found: Sequence[Assessment], w: Words, left_out: tuple[int, int] = (0, 0)) -> list[tuple[str, Cell]]:
    """Tell what was reckoned with, what is left out, and that nothing is promised; each with its label.

    ``found`` names one traveller at least, and ``left_out`` how many rows, and changes of rows, were typed that
    cannot be used yet.
    """
    a, note, without = found[0], w.gettext("Note"), w.gettext("Left out")
    mark = report_id([one.traveller for one in found], a.on, a.reading, a.law.collected)
    return [
        (w.gettext("Report ID"), mark),
        (w.gettext("Calculated for"), a.on),
        (w.gettext("Way of counting"), readings.name(w, a.reading)),
        *about_data(w, a.law),
        *((note, block.text) for block in sections.old_law(w, a)),
        *((without, block.text) for block in bounds.not_usable(w, *left_out)),
        (without, w.gettext("Duties of earlier stays that are done or were not required are left out.")),
        (note, editions(w, a.law)),
        (note, w.gettext("All notes, rules and penalties are in the report as a PDF file or a web page.")),
        (note, law_texts.disclaimer(w)),
    ]
