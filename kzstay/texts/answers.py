"""Answers: what an assessment says, in sentences."""

from __future__ import annotations

from datetime import date

from kzstay.core.assess import Assessment, StayAnswer
from kzstay.core.bars import REFUSALS
from kzstay.core.case import Traveller
from kzstay.core.law.schema import LimitRow, Regime
from kzstay.core.limit_use import LimitUse
from kzstay.core.notes import Note
from kzstay.core.readings import Reading
from kzstay.core.register import Aspect, aspect
from kzstay.core.stay_states import stay_state
from kzstay.core.verdict import Standing, Verdict
from kzstay.texts import entries, law_age, needs, particulars, readings, ruling_notes, stay_notes
from kzstay.texts.words import Words


def person(w: Words, traveller: Traveller) -> str:
    """Name citizenship and passport."""
    country = w.country(traveller.citizenship) if traveller.citizenship else no_citizenship(w)
    return w.gettext("{country} · {passport}").format(country=country, passport=passport(w, traveller.passport))


def no_citizenship(w: Words) -> str:
    """Say that nobody knows yet which rules hold."""
    return w.pgettext("people", "citizenship not entered")


def shown_at_entry(w: Words, stay: StayAnswer) -> str:
    """Name the citizenship and passport of a stay; empty where they are the traveller's own."""
    if stay.citizenship is None or stay.passport is None:
        return ""
    return w.gettext("{country} · {passport}").format(
        country=w.country(stay.citizenship), passport=passport(w, stay.passport)
    )


def apart(w: Words, stay: StayAnswer) -> list[str]:
    """Say what sets a stay apart from a visit with the traveller's own passport."""
    kind = "" if stay.kind == "visit" else particulars.stay_kind(w, stay.kind)
    return [text for text in (kind, shown_at_entry(w, stay)) if text]


def passport(w: Words, kind: str) -> str:
    """Name a kind of passport."""
    return {
        "national": w.gettext("ordinary passport"),
        "service": w.gettext("service passport"),
        "diplomatic": w.gettext("diplomatic passport"),
    }[kind]


def standing(w: Words, kind: Standing) -> str:
    """Name how a traveller stands."""
    return {
        Standing.OUTSIDE: w.gettext("outside Kazakhstan"),
        Standing.LAWFUL: w.gettext("within limits"),
        Standing.ENDING: w.gettext("stay is ending"),
        Standing.OVERSTAY: w.gettext("overstay"),
        Standing.PERMIT: w.gettext("covered by a permit"),
        Standing.ORDERED: w.gettext("ordered to leave"),
        Standing.BARRED: w.gettext("entry is refused"),
        Standing.NO_REGIME: w.gettext("a visa may be needed"),
    }[kind]


def standing_of(w: Words, a: Assessment) -> str:
    """Name how the traveller stands, and the visa where it is known that one is needed."""
    return standing_with(w, a.standing, aspect(a))


def standing_with(w: Words, kind: Standing, told: Aspect | None) -> str:
    """Name how a traveller stands, with what the standing alone does not say."""
    if told == "nobody" and kind is Standing.NO_REGIME:
        return no_citizenship(w)
    if told is None or told == "nobody":
        return standing(w, kind)
    return {
        "perhaps-over": w.gettext("perhaps too long: an exit is not recorded"),
        "appealed": w.gettext("entry is refused while the complaint is not decided"),
        "visa": w.gettext("needs a visa"),
        "unknown-then": w.gettext("not known for this day"),
        "citizen": w.gettext("citizen of Kazakhstan"),
        "transport": w.gettext("left out of the count"),
    }[told]


def headline(w: Words, a: Assessment) -> tuple[str, str]:
    """Return the large number and the words beside it; both empty where there is no number to give."""
    if a.resides and not a.bars:
        return "", ""
    if a.current is None:
        if a.next_entry is None or a.bars:
            return "", ""
        if a.next_entry.day > a.on:
            return "0", w.gettext("days possible on this day")
        days = a.next_entry.days
        return str(days), w.ngettext("day possible", "days possible", days)
    left, (sure, perhaps) = a.days_left, a.reckoning.over
    if (left is None and a.reckoning.ordered_without_day) or (perhaps and not sure and (left is None or left < 0)):
        return "", ""
    if perhaps and (left is None or left < 0):
        return str(sure), w.ngettext("day over at least", "days over at least", sure)
    if left is None:
        # Not even the day of entry was lawful; what is planned of the stay is still to come
        return (str(sure), w.ngettext("day over", "days over", sure)) if sure else ("", "")
    if left < 0:
        return str(-left), w.ngettext("day over", "days over", -left)
    return str(left), w.ngettext("day left", "days left", left)


def lead(w: Words, a: Assessment) -> str:
    """Return the sentence of the answer: until when, or from when; what to do first where nobody knows yet."""
    if not a.traveller.citizenship and a.standing in (Standing.NO_REGIME, Standing.OUTSIDE):
        return begin(w, a.traveller)
    if a.resides and not a.bars and (valid := a.reckoning.history.holder.resides_until(a.on)):
        return w.gettext("The permanent residence permit is valid until {day}").format(day=w.long_day(valid))
    if a.current is None or (a.standing is Standing.ORDERED and a.day_to_leave == a.bars[0].until):
        return entries.lead(w, a)
    until = a.leave_until
    if a.leave_by is None:
        counts = a.reckoning.history.counts(a.current)
        if not counts and a.regime:
            return w.gettext("This stay is left out of the count")
        ended = visa_ended(w, a)
        return ended or needs.here(w, a.need)
    if a.reckoning.over[1] and (until is None or until < a.on):
        return stay_notes.perhaps_here(w, a)
    if a.leave_by.because == "ban":
        return w.gettext("Entry was banned on the day you entered")
    if a.leave_by.because in REFUSALS:
        return w.gettext("You entered although the decision to send you out had not been carried out")
    if until is None:
        return w.gettext("The limit was already used up on the day of entry")
    if until < a.on:
        return w.gettext("The last lawful day was {day}").format(day=w.long_day(until))
    if until == a.on:
        return w.gettext("This is the last day: {day}").format(day=w.long_day(until))
    return w.gettext("Leave by {day}").format(day=w.long_day(until))


def in_short(w: Words, a: Assessment) -> str:
    """Say the answer in one line: the number, and until or from when; what to do first where there is none."""
    if not a.traveller.citizenship:
        return begin(w, a.traveller)
    return ". ".join(filter(None, (" ".join(headline(w, a)).strip(), lead(w, a))))


def visa_ended(w: Words, a: Assessment) -> str:
    """Say what ended the visa before the present stay was entered; empty where none was entered."""
    ended = None if a.current is None else a.reckoning.history.visa_end(a.current)
    if a.current is None or ended is None or a.need in ("citizen", "unknown-then"):
        return ""
    later = a.pair.usual.leave_by(a.current)[0] if a.reading is Reading.SAFE else None
    return needs.visa_ended(w, ended.why, ended.day, later)


def begin(w: Words, traveller: Traveller) -> str:
    """Say what to do first."""
    if traveller.stays:
        return w.gettext("Choose the citizenship")
    return w.gettext("Choose the citizenship, then add the first stay")


def limit_name(w: Words, kind: str) -> str:
    """Name what sets a last day."""
    return {
        "per-entry": w.gettext("the term of one entry"),
        "rolling": w.gettext("the days allowed in the rolling period"),
        "forward": w.gettext("the days of the period from the first entry"),
        "calendar-year": w.gettext("the days of the calendar year"),
        "permit": w.gettext("the term or the days of the permit"),
        "ruling": w.gettext("the day by which a ruling told to leave"),
        "ban": w.gettext("the entry ban"),
        "expulsion": w.gettext("an expulsion or a readmission that is not carried out"),
        "fine": w.gettext("a fine that is not paid"),
        "prolongation": w.gettext("the prolongation of terms during the pandemic"),
        "stay": w.gettext("a later stay"),
        "transport": w.gettext("nothing: the stay is left out of the count"),
    }[kind]


def limit_rule(w: Words, limit: LimitRow | LimitUse) -> str:
    """State a limit."""
    return {
        "per-entry": w.gettext("{days} days from the day of entry"),
        "rolling": w.gettext("{days} days in each {period} days"),
        "forward": w.gettext("{days} days in the {period} days from the first entry"),
        "calendar-year": w.gettext("{days} days in a calendar year"),
    }[limit.kind].format(days=limit.days, period=limit.period)


def regime(w: Words, found: Regime | None, side: Reading = Reading.SAFE) -> str:
    """Describe a regime by the limits that a reading takes."""
    if found is None:
        return w.gettext("no visa-free term known")
    rows = {row.kind: row for row in reversed(found.limits_under(side))}
    return " · ".join(limit_rule(w, row) for row in reversed(rows.values()))


def stay_status(w: Words, a: Assessment, stay: StayAnswer) -> str:
    """Say in a few words how a stay stands."""
    state, over, until = stay_state(a, stay), stay.overstay_days, stay.lawful_until.under(a.reading)
    if state == "unknown" and not (a.traveller.citizenship or stay.citizenship):
        return no_citizenship(w)
    if state == "unknown" and a.reckoning.needs(stay.entry) in ("visa", "e-visa"):
        return w.gettext("needs a visa")
    if state == "planned-too-long":
        told = w.ngettext("planned · {n} day too long", "planned · {n} days too long", over).format(n=over)
        other = a.pair.usual.verdict(stay.index).overstay_days
        if other and other != over:
            return readings.fact_sides(w, told, other)
        return told if other else w.gettext("{status} · possible by the usual count").format(status=told)
    if state == "over" and stay.perhaps_over:
        return w.ngettext("at least {n} day over", "at least {n} days over", over).format(n=over)
    if state == "over":
        return w.ngettext("{n} day over", "{n} days over", over).format(n=over)
    if state == "unrecorded":
        return stay_notes.perhaps_over(w, stay, until)
    if state == "planned-after-this":
        return w.gettext("planned · if you leave by {day}").format(day=w.day(stay.entry))
    if until and state == "leave-sooner":
        return w.gettext("leave by {day}, not on the planned day").format(day=w.day(until))
    if until and state == "leave":
        return w.gettext("leave by {day}").format(day=w.day(until))
    return {
        "unknown": w.gettext("no visa-free term known"),
        "planned-banned": w.gettext("planned · entry is refused"),
        "planned": w.gettext("planned · possible"),
        "planned-impossible": w.gettext("planned · not possible"),
        "permit": w.gettext("covered by a permit"),
        "transport": w.gettext("left out of the count"),
        "within": w.gettext("within limits"),
    }[state]


def stay_label(w: Words, stay: StayAnswer) -> str:
    """Name a stay by its days, and by what sets it apart."""
    if stay.planned and stay.exit is None:
        days = w.gettext("from {entry}").format(entry=w.day(stay.entry))
    elif stay.exit_missing:
        days = w.gettext("{entry} – exit not recorded").format(entry=w.day(stay.entry))
    else:
        days = span_label(w, stay.entry, stay.exit)
    return " · ".join((days, *apart(w, stay)))


def span_label(w: Words, entry: date, leaving: date | None) -> str:
    """Write the days of a stay."""
    if leaving is None:
        return w.gettext("{entry} – still here").format(entry=w.day(entry))
    return f"{w.day(entry)} – {w.day(leaving)}"


def verdict(w: Words, found: Verdict) -> str:
    """Say in a few words until when a stay is lawful, or by how much it is not."""
    if found.because is None:
        return w.gettext("no visa-free term known")
    if found.because == "transport":
        return w.gettext("left out of the count")
    if found.overstay_days:
        return w.ngettext("{n} day over", "{n} days over", found.overstay_days).format(n=found.overstay_days)
    return w.gettext("lawful until {day}").format(day=w.day(found.lawful_until)) if found.lawful_until else ""


def days(w: Words, count: int) -> str:
    """Write a number of days."""
    return w.ngettext("{n} day", "{n} days", count).format(n=count)


def stay_limit(w: Words, a: Assessment, stay: StayAnswer) -> str:
    """Say how long a planned stay may last, or what an earlier one was judged by."""
    if stay.planned and (until := stay.lawful_until.under(a.reading)):
        possible = (until - stay.entry).days + 1
        return w.ngettext("up to {n} day from {day}", "up to {n} days from {day}", possible).format(
            n=possible, day=w.day_month(stay.entry)
        )
    if stay.because == "permit":
        return w.gettext("covered by a permit")
    if stay.regime is None or stay.because == "transport":
        return ""
    return w.gettext("{n}-day regime").format(n=stay.regime.days_per_entry(a.reading))


def says_need(w: Words, a: Assessment) -> bool:
    """Tell whether the sentence of the answer is what the stay or an entry needs, or that nobody can know it."""
    first = begin(w, a.traveller)
    return lead(w, a) in (
        first,
        needs.now(w, a.need),
        needs.here(w, a.need),
        needs.again(w),
        visa_ended(w, a) or None,
    )


def notes(w: Words, a: Assessment) -> list[Note]:
    """List the notes on the traveller, but not what an entry needs where the sentence of the answer says that.

    That the law data is old is said once for all travellers: see ``law_age``.
    """
    said = a.need if says_need(w, a) else None
    return [
        found
        for found in a.notes
        if found.code != "law-old" and not (found.need and found.need == said and found.stay in (None, a.current))
    ]


def note(w: Words, found: Note, a: Assessment) -> str:
    """Say what the reader should know of the answer."""
    day = w.full_day(found.day) if found.day else ""
    if found.need:
        return needs.now(w, found.need) if found.stay is None else needs.on_day(w, found.need, day)
    if found.code == "exit-missing":
        return stay_notes.exit_missing(w, a, found)
    if found.code == "law-old":
        return law_age.note(w, a.law, found)
    if found.code in ("host-unrecorded", "invitations") or found.code in a.law.told:
        return stay_notes.note(w, a.law, found)
    if found.code in ("stateless", "contract", "contract-not-covered", "transport", "residence-short"):
        return particulars.note(w, found, a)
    if found.code in stay_notes.DATED:
        return stay_notes.dated(w, found)
    if found.code in ruling_notes.CODES:
        return ruling_notes.note(w, a, found)
    year = found.day.year if found.day else ""
    if found.code == "former-registration":
        days = a.law.former[0].days
        return w.ngettext(
            "Until {day} whoever stayed longer than {n} day had to be registered within it. Duties of that time "
            "are not calculated here.",
            "Until {day} whoever stayed longer than {n} days had to be registered within them. Duties of that "
            "time are not calculated here.",
            days,
        ).format(day=day, n=days)
    return {
        "prolonged": w.gettext(
            "Terms of stay that ended during the pandemic were prolonged, here to {day}. Nobody who left by then "
            "was liable for an overstay."
        ),
        "calendar-not-confirmed": w.gettext(
            "Days off in {year} are not confirmed yet: deadlines in working days up to {day} may still change."
        ),
        "entries-used": w.gettext(
            "The entries of the visa were used before the stay that began on {day}. The visa does not cover it."
        ),
        "move-outside": w.gettext(
            "The change of address on {day} is not within its stay. No deadline is calculated from it."
        ),
    }[found.code].format(day=day, year=year)


def host(w: Words, kind: str) -> str:
    """Name a kind of host."""
    return {
        "": w.gettext("not given"),
        "individual": w.gettext("individual"),
        "official": w.gettext("official"),
        "nonprofit": w.gettext("non-profit organisation"),
        "small": w.gettext("small business"),
        "medium": w.gettext("medium business"),
        "large": w.gettext("large business"),
    }[kind]


def left_out(w: Words, rows: int, changes: int) -> str:
    """Say how many typed rows, and changes of rows, count for nothing because they cannot be used yet."""
    told: list[str] = []
    if rows:
        told.append(w.ngettext("{n} row is left out", "{n} rows are left out", rows).format(n=rows))
    if changes:
        told.append(
            w.ngettext("{n} change is not used yet", "{n} changes are not used yet", changes).format(n=changes)
        )
    return ", ".join(told)
