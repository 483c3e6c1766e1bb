"""Entries in sentences: what bars one, when the next is possible and for how long, and what that assumes."""

from __future__ import annotations

from datetime import date

from kzstay.core.assess import Assessment
from kzstay.core.bars import Bar
from kzstay.core.case import Ruling
from kzstay.core.costs import surely_expelled, threatening
from kzstay.core.days import DAY
from kzstay.core.next_entry import NextEntry
from kzstay.core.reckoning import Reckoning
from kzstay.core.verdict import Standing
from kzstay.texts import needs
from kzstay.texts.words import Words

# Bars


def bars(w: Words, a: Assessment) -> list[str]:
    """Say what forbids, what matters most first, each thing once; an expulsion ordered bars every entry too."""
    told = [bar(w, a.reckoning, found) for found in a.bars]
    if a.standing is Standing.ORDERED and a.reckoning.refusal == "expulsion":
        told[1:1] = [refused(w, a.reckoning)]
    return list(dict.fromkeys(told))


def bar(w: Words, reckoning: Reckoning, found: Bar) -> str:
    """Say what one thing forbids."""
    if found.because == "ban" and found.until:
        return banned(w, found.until)
    if found.because == "ordered":
        return _ordered(w, found, court=reckoning.traveller.rulings[found.ruling].kind == "expulsion")
    if found.because == "expulsion":
        readmitted = reckoning.traveller.rulings[found.ruling].kind == "readmission"
        return to_be_readmitted(w) if readmitted else to_be_expelled(w, found.appealed)
    return unpaid(w, reckoning.traveller.rulings[found.ruling], found)


def _ordered(w: Words, found: Bar, *, court: bool) -> str:
    """Say who told the traveller to leave, and by when."""
    if found.until is None:
        if court:
            return w.gettext("By order of a court, leave by the day in its ruling: enter that day")
        return w.gettext("By order of the police, leave by the day in their decision: enter that day")
    day = w.long_day(found.until)
    if court:
        return w.gettext("By order of a court, leave by {day}").format(day=day)
    return w.gettext("By order of the police, leave by {day}").format(day=day)


def banned(w: Words, last: date) -> str:
    """Say until when a ban holds."""
    return w.gettext("Entry is banned to the end of {day}").format(day=w.full_day(last))


def refused(w: Words, reckoning: Reckoning) -> str:
    """Say what has to be done before any entry is possible; empty where nothing refuses it."""
    refusing = reckoning.refusal
    if refusing is None:
        return ""
    barring = next((one for one in reckoning.bars if one.because == refusing), None)
    return (
        bar(w, reckoning, barring) if barring else to_be_expelled(w)
    )  # in the present stay an order stands for it


def to_be_expelled(w: Words, appealed: date | None = None) -> str:
    """Say that nobody can tell when a ban will end that has not begun; nor whether it will, after a complaint."""
    if appealed:
        return w.gettext(
            "No entry unless the complaint of {day} succeeds: otherwise the expulsion and the ban that follows "
            "come first"
        ).format(day=w.day(appealed))
    return w.gettext("No entry before the expulsion has been carried out and the ban that follows has ended")


def to_be_readmitted(w: Words) -> str:
    """Say the same of a readmission, which bars entry for as long. Source: ML 48, LF 22."""
    return w.gettext("No entry before the readmission has been carried out and the ban that follows has ended")


def unpaid(w: Words, fine: Ruling, found: Bar) -> str:
    """Say that a fine that is not paid keeps out."""
    served = w.day(fine.served)
    if found.appealed:
        return w.gettext("No entry before the fine served on {day} is paid, unless the complaint succeeds").format(
            day=served
        )
    if found.old:
        return w.gettext("No entry before the fine served on {day} is paid. It may have lapsed: ask").format(
            day=served
        )
    return w.gettext("No entry before the fine served on {day} is paid").format(day=served)


# The next entry


def lead(w: Words, a: Assessment) -> str:
    """Say from when somebody who is outside may enter and for how long; or why not."""
    found = a.next_entry
    if a.bars:
        return bar(w, a.reckoning, a.bars[0])
    if found is None:
        return no_entry(w, a)
    if found.day == a.on:
        return w.ngettext(
            "By the days, entry is possible on {day}, for {n} day at most",
            "By the days, entry is possible on {day}, for {n} days at most",
            found.days,
        ).format(day=w.full_day(a.on), n=found.days)
    return w.ngettext(
        "Next entry by the days: {day}, for {n} day at most",
        "Next entry by the days: {day}, for {n} days at most",
        found.days,
    ).format(day=w.long_day(found.day), n=found.days)


def no_entry(w: Words, a: Assessment) -> str:
    """Say why no day of a next entry can be told."""
    if refusing := refused(w, a.reckoning):
        return refusing
    if a.reckoning.ordered_without_day:
        return undated(w)
    if a.regime:
        return w.gettext("What is planned leaves no room for another entry.")
    # Who has entered a visa is not told as if there were none
    held = any(one.kind == "visa" and one.first <= a.on for one in a.traveller.permits)
    return needs.again(w) if held and a.need in ("visa", "e-visa") else needs.now(w, a.need)


def undated(w: Words) -> str:
    """Say that no entry can be told of before the day of an order to leave is known."""
    return w.gettext("The next entry cannot be told before the day to leave by is entered")


def following(w: Words, a: Assessment) -> list[str]:
    """Say when the next entry is possible, until when, what that assumes, and what could undo it."""
    found = a.next_entry
    if found is None:
        return [no_entry(w, a)]
    told = " · ".join(filter(None, (span(w, found), counted(w, found.counted_to), by_history(w, found))))
    return [told, *if_expelled(w, a)]


def if_expelled(w: Words, a: Assessment) -> list[str]:
    """Say to whoever is here too long what would undo every later entry: ML 48, LF 22."""
    threats = threatening(a)
    if not threats:
        return []
    if "expulsion" not in threats:
        return [w.gettext("That holds only if no fine stays unpaid: an unpaid fine bars entry.")]
    years = a.law.duties["ban-end"].years or 0
    if surely_expelled(a):
        return [
            w.ngettext(
                "Do not count on it: every penalty that the law names for this overstay comes with an expulsion, "
                "which bans entry for {n} year.",
                "Do not count on it: every penalty that the law names for this overstay comes with an expulsion, "
                "which bans entry for {n} years.",
                years,
            ).format(n=years)
        ]
    return [
        w.ngettext(
            "That holds only if no fine stays unpaid, which bars entry, and no expulsion is decided: it bans "
            "entry for {n} year.",
            "That holds only if no fine stays unpaid, which bars entry, and no expulsion is decided: it bans "
            "entry for {n} years.",
            years,
        ).format(n=years)
    ]


def span(w: Words, found: NextEntry) -> str:
    """Say between which days the next entry may last, with the day on which this stay is taken to end."""
    days = {"day": w.full_day(found.day), "n": found.days, "last": w.full_day(found.day + DAY * (found.days - 1))}
    if found.assumes is None:
        return w.ngettext(
            "Next entry by the days: from {day}, for {n} day at most, until {last}",
            "Next entry by the days: from {day}, for {n} days at most, until {last}",
            found.days,
        ).format(**days)
    return w.ngettext(
        "Next entry by the days, if you leave on {exit}: from {day}, for {n} day at most, until {last}",
        "Next entry by the days, if you leave on {exit}: from {day}, for {n} days at most, until {last}",
        found.days,
    ).format(exit=w.full_day(found.assumes), **days)


def by_history(w: Words, found: NextEntry) -> str:
    """Say how long it would be if nothing were planned later; empty where that is the same."""
    if found.by_history == found.days:
        return ""
    return w.ngettext(
        "{n} day by history alone, without the later plans",
        "{n} days by history alone, without the later plans",
        found.by_history,
    ).format(n=found.by_history)


def by_usual(w: Words, found: NextEntry, other: NextEntry | None) -> str:
    """Say from when it is possible by the usual count; empty where that is the same."""
    if other is None or other.day == found.day:
        return ""
    return w.gettext("by the usual count from {day}").format(day=w.full_day(other.day))


def border(w: Words) -> str:
    """Say that days are not all that counts at the border."""
    return w.gettext("This is what the days allow. The border may ask for more, such as papers and means.")


def too_long(w: Words, a: Assessment) -> str:
    """Say that the present stay would be too long if it lasted so long; empty where it would not."""
    here = None if a.current is None else a.stay(a.current)
    if here is None or here.exit is None or not here.overstay_days:
        return ""
    return w.ngettext(
        "The present stay would then be {n} day too long.",
        "The present stay would then be {n} days too long.",
        here.overstay_days,
    ).format(n=here.overstay_days)


def assumption(w: Words, leaving: date, counted_to: date | None = None) -> str:
    """Say on which day the present stay is taken to end, and to which later one its days are counted."""
    told = w.gettext("This assumes that you leave on {day}, at the end of your present stay.").format(
        day=w.long_day(leaving)
    )
    return " ".join(filter(None, (told, counted(w, counted_to))))


def counted(w: Words, last: date | None) -> str:
    """Say that the strict count takes days as used that may be used by the usual one; empty where it does not."""
    if last is None:
        return ""
    return w.gettext(
        "To be safe, the days of the present stay are counted as used up to {day}, its last day by the usual "
        "count."
    ).format(day=w.full_day(last))


def this_day_by_history(w: Words, days: int) -> str:
    """Say how long a stay from the day of reckoning could be, if nothing were planned; empty where none could."""
    if not days:
        return ""
    return w.ngettext(
        "on this day {n} day by history alone, without the later plans",
        "on this day {n} days by history alone, without the later plans",
        days,
    ).format(n=days)
