"""Notes on the duties of a stay in sentences: on the host, the address of a permit, and a labour contract."""

from __future__ import annotations

from datetime import date

from kzstay.core.assess import Assessment, StayAnswer
from kzstay.core.law.loading import Law
from kzstay.core.notes import Note, NoteCode
from kzstay.core.sanctions import penalties
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words

DATED: frozenset[NoteCode] = frozenset(
    {
        "notice-early",
        "registration-early",
        "move-notice-early",
        "notice-future",
        "registration-future",
        "move-notice-future",
        "registration-after-exit",
    }
)


def note(w: Words, law: Law, found: Note) -> str:
    """Say what such a note tells."""
    day = w.full_day(found.day) if found.day else ""
    return _told(w, law, found, day) if found.code in law.told else _counted(w, law, found, day, found.count or 0)


def dated(w: Words, found: Note) -> str:
    """Say that what was recorded counts for nothing, by its date."""
    day = w.full_day(found.day) if found.day else ""
    return {
        "notice-early": w.gettext(
            "The host's notice is dated {day}, before the day of entry. It does not count: check both dates."
        ),
        "registration-early": w.gettext(
            "The registration is dated {day}, before the day of entry. It does not count: check both dates."
        ),
        "notice-future": w.gettext(
            "The host's notice is dated {day}, later than the day of this answer. Until then it counts for "
            "nothing: check the date."
        ),
        "registration-future": w.gettext(
            "The registration is dated {day}, later than the day of this answer. Until then it counts for "
            "nothing: check the date."
        ),
        "move-notice-future": w.gettext(
            "The notice of the new address is dated {day}, later than the day of this answer. Until then it "
            "counts for nothing: check the date."
        ),
        "registration-after-exit": w.gettext(
            "The registration is dated {day}, after the exit. It does not count: check both dates."
        ),
        "move-notice-early": w.gettext(
            "The notice of the new address is dated {day}, before the change of address. It does not count: "
            "check both dates."
        ),
    }[found.code].format(day=day)


def exit_missing(w: Words, a: Assessment, found: Note) -> str:
    """Say that nobody recorded when somebody left, and what that leaves open."""
    stay = None if found.stay is None else a.stay(found.stay)
    day = w.full_day(found.day) if found.day else ""
    until = stay.lawful_until.under(a.reading) if stay and stay.perhaps_over else None
    if until:
        told = w.gettext(
            "The exit of the stay that began on {day} is not recorded, although a later one has begun. If you "
            "left later than {until}, it was overstayed. Its days are counted up to the next entry, so less may "
            "be used than is said here."
        ).format(day=day, until=w.full_day(until))
    else:
        told = w.gettext(
            "The exit of the stay that began on {day} is not recorded, although a later one has begun. Its days "
            "are counted up to the next entry, so less may be used than is said here."
        ).format(day=day)
    shown = w.gettext(
        "If a ticket, a stamp of another state or another paper shows when you left, enter that day as the exit."
    )
    return f"{told} {shown}"


def perhaps_here(w: Words, a: Assessment) -> str:
    """Say of how many days over the present stay is, and of how many only if an earlier one went on."""
    sure, perhaps = a.reckoning.over
    missing = [stay.entry for stay in a.stays if stay.exit_missing]
    day = w.full_day(max(missing, default=a.entry))
    if not sure:
        return w.ngettext(
            "Perhaps {n} day over: the exit of the stay that began on {day} is not recorded",
            "Perhaps {n} days over: the exit of the stay that began on {day} is not recorded",
            perhaps,
        ).format(n=perhaps, day=day)
    # Translators: {more} is a number of days
    return w.ngettext(
        "At least {n} day over, perhaps {more} more: the exit of the stay that began on {day} is not recorded",
        "At least {n} days over, perhaps {more} more: the exit of the stay that began on {day} is not recorded",
        sure,
    ).format(n=sure, more=perhaps, day=day)


def as_counted(w: Words, a: Assessment) -> list[str]:
    """Say which last day the present stay has if an earlier one, whose exit is not recorded, went on."""
    if not a.reckoning.over[1]:
        return []
    if a.leave_until is None:
        return [w.gettext("if the earlier stay went on to the next entry, no day was left on the day of entry")]
    return [
        w.gettext("if the earlier stay went on to the next entry, the last lawful day was {day}").format(
            day=w.full_day(a.leave_until)
        )
    ]


def perhaps_over(w: Words, stay: StayAnswer, until: date | None) -> str:
    """Say in a few words that a stay was too long only if somebody left later than is recorded."""
    if stay.exit_missing and until:
        return w.gettext("overstayed if you left after {day}").format(day=w.day(until))
    days = stay.perhaps_over
    return w.ngettext(
        "perhaps {n} day over: an earlier exit is not recorded",
        "perhaps {n} days over: an earlier exit is not recorded",
        days,
    ).format(n=days)


def _counted(w: Words, law: Law, found: Note, day: str, count: int) -> str:
    """Say how often a host's notice was late, or for how many stays none is recorded."""
    if found.code == "host-unrecorded":
        return w.ngettext(
            "The host's notice is not recorded for {n} stay, the last one due on {day}. It may have been given "
            "all the same: ask the host.",
            "The host's notice is not recorded for {n} stays, the last one due on {day}. It may have been given "
            "all the same: ask the hosts.",
            count,
        ).format(n=count, day=day)
    row = law.invitations
    return w.ngettext(
        "The host's notice was late {n} time within {months} months; the last one was due on {day}. No "
        "invitations are considered from a host who was held liable {offences} times in so many months; a warning "
        "counts too. The file names one host for all stays: check whether it was the same one.",
        "The host's notice was late {n} times within {months} months; the last one was due on {day}. No "
        "invitations are considered from a host who was held liable {offences} times in so many months; a warning "
        "counts too. The file names one host for all stays: check whether it was the same one.",
        count,
    ).format(n=count, months=row.months, day=day, offences=row.offences)


def _transit(w: Words, law: Law, found: Note) -> str:
    """Say what binds somebody who is on the way to another state, and what it costs to break it."""
    told, cited = law_texts.told(w, found.code), law_texts.citations(w, law, law.told[found.code].articles)
    (risk,) = penalties(law, "transit", found.day or law.collected)
    # Translators: {sum} is such as “64 875 ₸”
    text = w.gettext(
        "Breaking the rules of transit: fine of {n} MCI ({sum}) or expulsion, decided by a court."
    ).format(n=risk.mci, sum=f"{w.number(risk.tenge)}\N{NO-BREAK SPACE}₸")
    return f"{told} {text} {cited}."


def _told(w: Words, law: Law, found: Note, day: str) -> str:
    """Say what is to be known of a stay, with the article that says so."""
    if found.code == "transit":
        return _transit(w, law, found)
    told, cited = law_texts.told(w, found.code), law_texts.citations(w, law, law.told[found.code].articles)
    if found.code != "permit-address":
        return f"{told} {cited}."
    moved = w.gettext("The address was changed on {day}.").format(day=day)
    ask = w.gettext("Ask the migration police.")
    return f"{moved} {told} {cited}. {ask}"
