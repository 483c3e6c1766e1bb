"""Plans in sentences: how long and why no longer, what it breaks, when it fits, and which days come back."""

from __future__ import annotations

from datetime import date

from kzstay.core.bars import REFUSALS
from kzstay.core.days import DAY, Span
from kzstay.core.law.schema import Question
from kzstay.core.plan import Breach, Longest, Return, Trip, limiting_row, taken_by, takes_days, uses_on
from kzstay.core.problems import Problem
from kzstay.core.reckoning import Reckoning
from kzstay.texts import answers, entries, evidence, foreign, needs
from kzstay.texts import law as law_texts
from kzstay.texts import problems as problem_texts
from kzstay.texts.words import Words

# How long, and why no longer


def waits(reckoning: Reckoning) -> bool:
    """Tell whether entries are refused only while a complaint is not decided."""
    refusing = [bar for bar in reckoning.bars if bar.because in ("expulsion", "fine")]
    return bool(refusing) and all(bar.appealed for bar in reckoning.bars)


def longest(w: Words, entry: date, found: Longest | None, *, waiting: bool = False) -> str:
    """Say how long a stay entered on a day may last; ``waiting`` for a complaint to be decided."""
    if waiting and (found is None or not found.days):
        return w.gettext("No stay can begin on this day while the complaint is not decided")
    if found is None or not found.days:
        return w.gettext("No stay can begin on this day")
    return w.ngettext("Up to {n} day, until {day}", "Up to {n} days, until {day}", found.days).format(
        n=found.days, day=w.long_day(_last(entry, found.days))
    )


def limited(w: Words, reckoning: Reckoning, entry: date, found: Longest | None) -> str:
    """Say what keeps a stay from being longer, or from being possible at all."""
    if found is None:
        taken = taken_by(reckoning, entry)
        if taken is None:
            return _needed(w, reckoning, entry)
        return _within(w, reckoning, taken)
    if found.stay is not None:
        return _kept(w, reckoning, found.stay, found.because)
    if found.because in REFUSALS:
        return refused(w, reckoning, entry)
    return w.gettext("Limited by {limit}.").format(limit=answers.limit_name(w, found.because))


def history(w: Words, entry: date, found: Longest | None) -> str:
    """Say how long it would be if nothing were planned later; empty where that is the same."""
    if found is None or found.history_only == found.days:
        return ""
    days = found.history_only
    return w.ngettext(
        "Without your later stays: up to {n} day, until {day}.",
        "Without your later stays: up to {n} days, until {day}.",
        days,
    ).format(n=days, day=w.full_day(_last(entry, days)))


def usual(w: Words, entry: date, found: Longest | None, other: Longest | None) -> str:
    """Say how long it is by the usual count; empty where that is the same."""
    days, strict = (one.days if one else 0 for one in (other, found))
    if days == strict:
        return ""
    if not days:
        return w.gettext("By the usual count no stay can begin on this day.")
    return w.ngettext(
        "By the usual count: up to {n} day, until {day}.", "By the usual count: up to {n} days, until {day}.", days
    ).format(n=days, day=w.full_day(_last(entry, days)))


def facts(w: Words, reckoning: Reckoning, entry: date) -> str:
    """List the limits of an entry on a day, with what is used of them; empty where no limit is looked at."""
    found = uses_on(reckoning, entry)
    told = [answers.limit_rule(w, use) if use.used is None else evidence.used(w, use) for use in found]
    return " · ".join(told)


def basis(w: Words, reckoning: Reckoning, entry: date, found: Longest | None) -> str:
    """Cite the law behind what limits a stay, and say how certain it is; empty where no row of it does."""
    row = limiting_row(reckoning, entry, found)
    if row is None:
        return ""
    told = w.gettext("{articles}. Certainty: {certainty}.").format(
        articles=law_texts.citations(w, reckoning.law, row.articles),
        certainty=law_texts.certainty(w, row.certainty),
    )
    return f"{law_texts.question(w, row.id)} {told}" if isinstance(row, Question) else told


# The trip asked for


def verdict(w: Words, found: Trip, *, waiting: bool = False) -> str:
    """Say whether a trip is possible; ``waiting`` for a complaint to be decided."""
    days = (found.exit - found.entry).days + 1
    if waiting and not found.lawful:
        return w.ngettext(
            "The trip of {n} day, {span}, is not possible while the complaint is not decided.",
            "The trip of {n} days, {span}, is not possible while the complaint is not decided.",
            days,
        ).format(n=days, span=_span(w, Span(found.entry, found.exit)))
    told = (
        w.ngettext(
            "By the days, the trip of {n} day, {span}, is possible.",
            "By the days, the trip of {n} days, {span}, is possible.",
            days,
        )
        if found.lawful
        else w.ngettext(
            "The trip of {n} day, {span}, is not possible.", "The trip of {n} days, {span}, is not possible.", days
        )
    )
    return told.format(n=days, span=_span(w, Span(found.entry, found.exit)))


def obstacles(w: Words, reckoning: Reckoning, found: Trip, *, by_usual: bool = False) -> list[str]:
    """List why a trip is not possible; ``by_usual`` says that it is by the usual count."""
    told: list[str] = []
    if found.taken is not None:
        told.append(_within(w, reckoning, found.taken))
    elif found.because is None:
        told.append(_needed(w, reckoning, found.entry))
    elif found.because in REFUSALS:
        told.append(refused(w, reckoning, found.entry))
    elif found.until is None:
        limit = answers.limit_name(w, found.because)
        told.append(w.gettext("The limit is already used up on the day of entry ({limit}).").format(limit=limit))
    elif found.exit > found.until:
        over = (found.exit - found.until).days
        told.append(
            w.ngettext(
                "It is {n} day too long: the last lawful day is {day} ({limit}).",
                "It is {n} days too long: the last lawful day is {day} ({limit}).",
                over,
            ).format(n=over, day=w.full_day(found.until), limit=answers.limit_name(w, found.because))
        )
    told += [broken(w, reckoning, breach) for breach in found.breaks]
    if by_usual and not found.lawful:
        told.append(w.gettext("By the usual count it is possible."))
    return told


def shared(w: Words, reckoning: Reckoning, found: Trip) -> str:
    """Say that a trip ends on the day on which the next stay begins; empty where it does not."""
    if not found.lawful or all(stay.entry != found.exit for stay in reckoning.traveller.stays):
        return ""
    return w.gettext("You leave and come back on one day, {day}: your next stay begins then.").format(
        day=w.full_day(found.exit)
    )


def broken(w: Words, reckoning: Reckoning, breach: Breach) -> str:
    """Say what a trip does to a later stay."""
    stay = _stay(w, reckoning, breach.stay)
    if breach.because == "stay":
        return w.gettext("It overlaps your stay of {stay}.").format(stay=stay)
    return w.gettext("Your stay of {stay} would no longer be lawful from {day} on.").format(
        stay=stay, day=w.full_day(breach.first_day)
    )


# When it fits


def earliest(w: Words, found: date | None, days: int | None = None) -> str:
    """Say from which day on a trip of so many days is possible, or, without a number, any trip."""
    if found is None:
        if days is None:
            return w.gettext("No later day allows an entry either.")
        return w.ngettext(
            "No entry allows a trip of {n} day.", "No entry allows a trip of {n} days.", days
        ).format(n=days)
    if days is None:
        return w.gettext("Earliest entry: {day}").format(day=w.long_day(found))
    return w.ngettext(
        "Earliest entry for a trip of {n} day: {day}", "Earliest entry for a trip of {n} days: {day}", days
    ).format(n=days, day=w.long_day(found))


def openings(w: Words, found: list[Span], days: int) -> str:
    """Say on which days one may enter so that a trip of so many days fits between two days."""
    if not found:
        return w.ngettext(
            "No trip of {n} day fits between these days.", "No trip of {n} days fits between these days.", days
        ).format(n=days)
    first, last = (w.full_day(day) for day in (found[0].first, found[0].last))
    if len(found) > 1:
        return w.ngettext(
            "A trip of {n} day fits if you enter on one of these days: {days}.",
            "A trip of {n} days fits if you enter on one of these days: {days}.",
            days,
        ).format(n=days, days=", ".join(_span(w, span) for span in found))
    if found[0].days == 1:
        return w.ngettext(
            "A trip of {n} day fits if you enter on {day}.", "A trip of {n} days fits if you enter on {day}.", days
        ).format(n=days, day=first)
    return w.ngettext(
        "A trip of {n} day fits if you enter between {first} and {last}.",
        "A trip of {n} days fits if you enter between {first} and {last}.",
        days,
    ).format(n=days, first=first, last=last)


# Days that come back


def returned(w: Words, reckoning: Reckoning, back: Return) -> str:
    """Say when days of a stay come back, with the year where that is not the one of the day of reckoning."""
    stay = reckoning.traveller.stays[back.stay]
    return w.ngettext(
        "{span}: {n} day of your stay of {stay}", "{span}: {n} days of your stay of {stay}", back.span.days
    ).format(
        span=_brief(w, back.span, reckoning.on),
        n=back.span.days,
        stay=_brief(w, Span(stay.entry, reckoning.lasts(back.stay)), reckoning.on),
    )


def returned_later(w: Words, rest: list[Return]) -> str:
    """Say how many days come back after those that are listed."""
    days = sum(back.span.days for back in rest)
    return w.ngettext("and {n} more day until {day}", "and {n} more days until {day}", days).format(
        n=days, day=w.day(rest[-1].span.last)
    )


# What a person typed


def out_of_years(w: Words) -> str:
    """Say that a day is in none of the years that a case may hold."""
    return problem_texts.short_problem(w, Problem(code="year", traveller=0, stay=0))


def exit_before_entry(w: Words) -> str:
    """Say that an exit is before its entry."""
    return problem_texts.short_problem(w, Problem(code="exit-before-entry", traveller=0, stay=0))


def nobody_here(w: Words, on: date) -> str:
    """Say that no stay can be taken to end, because there is none on a day."""
    return w.gettext("There is no stay on {day} that could end.").format(day=w.full_day(on))


def entry_before_leaving(w: Words) -> str:
    """Say that who leaves cannot have come again before."""
    return w.gettext("The entry is before the day on which the present stay is taken to end.")


def not_a_number_of_days(w: Words, text: str) -> str:
    """Say that a text is no number of days."""
    return w.gettext("“{text}” is not a number of days. Enter it like 14.").format(text=foreign.echo(text))


# Parts


def _needed(w: Words, reckoning: Reckoning, entry: date) -> str:
    """Say what an entry needs, or what has to be known first."""
    if reckoning.undated:
        return entries.undated(w)
    need = reckoning.needs(entry)
    held = any(one.kind == "visa" and one.first <= entry for one in reckoning.traveller.permits)
    return needs.again(w) if held and need in ("visa", "e-visa") else needs.now(w, need)


def _last(entry: date, days: int) -> date:
    return entry + DAY * (days - 1)


def _stay(w: Words, reckoning: Reckoning, index: int) -> str:
    stay = reckoning.traveller.stays[index]
    return _span(w, Span(stay.entry, stay.exit)) if stay.exit else w.day(stay.entry)


def _span(w: Words, span: Span) -> str:
    return w.day(span.first) if span.days == 1 else answers.span_label(w, span.first, span.last)


def _brief(w: Words, span: Span, on: date) -> str:
    """Write days, without the year where it is that of the day of reckoning and so is plain."""
    if {span.first.year, span.last.year} != {on.year}:
        return _span(w, span)
    return w.day_month(span.first) if span.days == 1 else w.span(span)


def _kept(w: Words, reckoning: Reckoning, stay: int, because: str) -> str:
    """Say that a later stay leaves no more."""
    name = _stay(w, reckoning, stay)
    if because == "stay":
        day = w.long_day(reckoning.traveller.stays[stay].entry)
        return w.gettext("Limited by your next stay, which begins on {day}.").format(day=day)
    if takes_days(because):
        return w.gettext("Limited by your stay of {stay}: it needs the days.").format(stay=name)
    return w.gettext("Limited by your stay of {stay}: it has to remain lawful.").format(stay=name)


def _within(w: Words, reckoning: Reckoning, index: int) -> str:
    """Say that a day falls in the midst of a stay."""
    stay = _stay(w, reckoning, index)
    if reckoning.traveller.stays[index].exit is None:
        return w.gettext(
            "Your stay of {stay} has no exit yet, so it is taken to last as long as it may. Enter its exit to "
            "plan what follows."
        ).format(stay=stay)
    return w.gettext("This day lies within your stay of {stay}.").format(stay=stay)


def refused(w: Words, reckoning: Reckoning, entry: date) -> str:
    """Say what refuses an entry on a day: a ban, or what has to be done before any."""
    last = max((ban.last for ban in reckoning.bans if entry in ban), default=None)
    return entries.refused(w, reckoning) if last is None else entries.banned(w, last)


def left_before(w: Words, on: date) -> str:
    """Say that a stay cannot be taken to end before a day on which the person is here."""
    return w.gettext("This is before {day}, on which the traveller is here. Change the day of reckoning.").format(
        day=w.numeric_day(on)
    )
