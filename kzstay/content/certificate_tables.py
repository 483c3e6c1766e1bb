"""Tables of the certificate: every limit with what is used of it, and the stays that the sum is made of.

Days are written in figures, which every language reads the same way, so that a table may serve two at once.
"""

from __future__ import annotations

from typing import NamedTuple

from kzstay.content.blocks import Table
from kzstay.core.assess import Assessment, StayAnswer
from kzstay.core.days import DAY, Span
from kzstay.core.explain import contributions
from kzstay.core.limit_use import LimitUse, Use, last_by, stay_or_entry, uses
from kzstay.core.plan import refusal_of
from kzstay.core.stay_states import stay_state
from kzstay.texts import Words, answers, foreign

_TOLD = ("over", "unrecorded", "permit", "transport")  # states that explain the days of a stay
_DASH = "–"


class Given(NamedTuple):
    """A stay of the table: its number among all, and the days that it gives."""

    number: int
    answer: StayAnswer
    days: int


def main_use(a: Assessment) -> Use | None:
    """Return the limit whose days are added up: what sets the last day if it counts days, else the first.

    None where nothing is counted: a permit lets the stay last, or there is no visa-free term.
    """
    found = [use for use in _uses(a) if use[1].window]
    because = a.leave_by.because if a.leave_by else ""
    return next((use for use in found if use[1].kind == because), found[0] if found else None)


def _uses(a: Assessment) -> list[Use]:
    if a.citizen or not a.limits_bind:
        return []
    return uses(a.reckoning, stay_or_entry(a.reckoning, a.current))


def period_of(a: Assessment, use: LimitUse) -> Span:
    """Return the days that a limit looks at, no later than the day of reckoning."""
    assert use.window is not None
    return Span(use.window.first, min(use.window.last, a.on))


def numeric(w: Words, days: Span) -> str:
    """Write two days in figures, on one line."""
    return f"{w.numeric_day(days.first)}\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}{w.numeric_day(days.last)}"


def limits(w: Words, a: Assessment) -> Table | None:
    """List each limit with the days that it looks at, what is used and left of it, and the last day by it."""
    found = _uses(a)
    enters = a.current is None
    header = [
        w.gettext("Limit"),
        w.gettext("Days counted over"),
        w.gettext("Used"),
        w.gettext("Remaining"),
        w.gettext("Last day if you enter on this day") if enters else w.gettext("Last day by this limit"),
    ]
    rows = [_limit(w, a, use) for use in found]
    return Table(header=header, rows=rows, align="llrrl") if rows else None


def _limit(w: Words, a: Assessment, found: Use) -> list[str]:
    limit, use = found
    about = stay_or_entry(a.reckoning, a.current)
    period, used = _DASH, None
    if use.window:
        period, used = numeric(w, use.window), use.used
    elif about.stay is not None:
        allowed = about.entry + DAY * (use.days - 1)
        period = numeric(w, Span(about.entry, max(allowed, a.on)))  # days over are among those used
        used = (a.on - about.entry).days + 1
    refused = about.stay is None and refusal_of(a.reckoning, about.entry)
    last = None if refused else last_by(a.reckoning, about, limit)
    return [
        answers.limit_rule(w, limit.row),
        period,
        _DASH if used is None else str(used),
        _DASH if used is None else str(max(0, use.days - used)),
        w.numeric_day(last) if last else _DASH if refused else w.gettext("none"),
    ]


def stays(w: Words, a: Assessment, most: int, letters: int) -> Table | None:
    """List the stays that have a day in the period that is counted over, the last ones where there are many.

    Where nothing is counted, those that have begun. ``letters`` is how many a checkpoint is cut to.
    """
    found = _given(a)
    shown, before = found[-most:], found[:-most]
    if not found:
        return None
    summed = main_use(a) is not None
    places = any(_places(a, one, letters) for one in shown)
    notes = any(_note(w, a, one.answer) for one in shown)
    header = [w.gettext("No."), w.gettext("Entry"), w.gettext("Exit")]
    header += [w.gettext("Checkpoint")] if places else []
    header += [w.gettext("Days in the period") if summed else w.gettext("Days")]
    header += [w.gettext("Note")] if notes else []
    rows: list[list[str]] = []

    def put(number: str, entry: str, leaving: str, place: str, days: str, note: str) -> None:
        rows.append([number, entry, leaving, *([place] if places else []), days, *([note] if notes else [])])

    if before:
        days = sum(one.days for one in before)
        text = w.ngettext("{n} earlier stay", "{n} earlier stays", len(before)).format(n=len(before))
        put(_numbers(before), text, "", "", str(days), "")
    for one in shown:
        entry, note = w.numeric_day(one.answer.entry), _note(w, a, one.answer)
        put(str(one.number), entry, _exit(w, one.answer), _places(a, one, letters), str(one.days), note)
    if summed:
        put("", w.gettext("Together"), "", "", str(sum(one.days for one in found)), "")
    marked = next((row for row, one in enumerate(shown) if one.answer.index == a.current), None)
    widths = (7, 17, 17, *([24] if places else []), 15, *([20] if notes else []))
    return Table(
        header=header,
        rows=rows,
        align="lll" + "l" * places + "r" + "l" * notes,
        widths=(*widths[:-1], 100 - sum(widths[:-1])) if notes else widths,
        total=summed,
        marked=None if marked is None else marked + bool(before),
    )


def _given(a: Assessment) -> list[Given]:
    """List the stays that the table is made of, in their order, with the days that each gives."""
    numbers = {index: number for number, index in enumerate(a.traveller.in_order(), 1)}
    main = main_use(a)
    if main is None:
        begun = [index for index in a.traveller.in_order() if a.traveller.stays[index].entry <= a.on]
        return [Given(numbers[index], a.stay(index), a.stay(index).days) for index in begun]
    limit, use = main
    period = period_of(a, use)
    given = {one.stay: one.days for one in contributions(a.reckoning, limit, period)}
    touching = a.reckoning.among(period.first, period.last)
    return [
        Given(numbers[index], a.stay(index), given.get(index, 0))
        for index in touching
        if index in given or a.reckoning.end(index) >= period.first
    ]


def _numbers(found: list[Given]) -> str:
    first, last = found[0].number, found[-1].number
    return str(first) if first == last else f"{first}–{last}"


def _exit(w: Words, stay: StayAnswer) -> str:
    if stay.exit:
        return w.numeric_day(stay.exit)
    return w.gettext("not recorded") if stay.exit_missing else w.gettext("still here")


def _places(a: Assessment, one: Given, letters: int) -> str:
    """Name where the border was crossed, in and out."""
    stay = a.traveller.stays[one.answer.index]
    found = dict.fromkeys(filter(None, (stay.checkpoint.strip(), stay.exit_checkpoint.strip())))
    return " / ".join(cut(name, letters) for name in found if foreign.name(name))


def _note(w: Words, a: Assessment, stay: StayAnswer) -> str:
    told = answers.stay_status(w, a, stay) if stay_state(a, stay) in _TOLD else ""
    return " · ".join(filter(None, (*answers.apart(w, stay), told)))


def cut(text: str, letters: int) -> str:
    """Return what a person wrote on one line, cut to so many letters with a sign."""
    line = foreign.name(text)
    return line if len(line) <= letters else line[: letters - 1].rstrip() + "…"
