"""Particulars, in words: kinds of stays, days on a visa, days of one who lives here, and who somebody is."""

from __future__ import annotations

from kzstay.core.assess import Assessment
from kzstay.core.days import Span
from kzstay.core.notes import Note
from kzstay.core.permits import PeriodUse
from kzstay.core.residence import ResidenceUse
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words


def stay_kind(w: Words, kind: str) -> str:
    """Name a kind of stay."""
    return {
        "visit": w.pgettext("stay", "visit"),
        "transit": w.pgettext("stay", "transit"),
        "transport": w.pgettext("stay", "transport (driver or crew)"),
    }[kind]


def visa_used(w: Words, use: PeriodUse) -> str:
    """Say how many of the days are used that a visa allows in each period."""
    return w.gettext("{used} of {days} days of the visa used in {period} days").format(
        used=use.used, days=use.days, period=use.period
    )


def told_apart(w: Words, use: ResidenceUse | None) -> str:
    """Say how many days one was here where a note says of the same months that they were too few; else nothing."""
    if use is None or use.fell_short or not use.short or use.ends != use.window.last:
        return ""
    return days_here(w, use)


def days_here(w: Words, use: ResidenceUse) -> str:
    """Say on how many days one who lives here permanently was here, and how many are missing."""
    told = w.gettext("here on {present} of at least {needed} days since {day}").format(
        present=use.present, needed=use.needed, day=w.day(use.window.first)
    )
    if use.missing and use.ends > use.window.last:
        return w.gettext("{told}; these months end on {day}").format(told=told, day=w.day(use.ends))
    if not use.missing:
        return told
    return w.ngettext("{told}: {n} is missing", "{told}: {n} are missing", use.missing).format(
        told=told, n=use.missing
    )


def note(w: Words, found: Note, a: Assessment) -> str:
    """Say what is to be known of who somebody is, and of the kinds of their stays and permits."""
    if found.code == "stateless":
        return w.gettext(
            "A stateless person's certificate of Kazakhstan is entered as a permanent residence permit."
        )
    if found.code == "contract":
        return w.gettext(
            "The stay is taken to last as long as the labour contract. Offices ask for a temporary residence "
            "permit that is issued for it: apply through the employer. Certainty: {certainty}."
        ).format(certainty=law_texts.certainty(w, a.law.contract.certainty))
    if found.code == "contract-not-covered":
        covered = w.gettext("The labour contract entered here covers no day.")
        return f"{covered} {law_texts.contract(w, a.law)}"
    if found.code == "transport":
        return law_texts.transport(w, a.law)
    use = a.residence
    assert use is not None
    if use.ends == use.window.last and not use.fell_short:
        return _fell_short(w, use.window, use.present, use)
    if use.fell_short and use.worst is not None and use.least is not None:
        return _fell_short(w, use.worst, use.least, use)
    short = w.ngettext(
        "By the stays entered, no more than {n} day here is possible in {months} months in a row. {needed} are "
        "asked for; with fewer, the permanent residence permit may be annulled. Enter stays that are missing.",
        "By the stays entered, no more than {n} days here are possible in {months} months in a row. {needed} are "
        "asked for; with fewer, the permanent residence permit may be annulled. Enter stays that are missing.",
        use.possible,
    )
    return short.format(n=use.possible, months=use.months, needed=use.needed)


def _fell_short(w: Words, worst: Span, least: int, use: ResidenceUse) -> str:
    """Say in which months there were too few days, and that it may cost the permit also when they are over."""
    return w.ngettext(
        "By the stays entered, from {first} to {last} you were here on {n} day. {needed} are asked for in any "
        "{months} months in a row since the permit was issued; with fewer, the permanent residence permit may be "
        "annulled. Enter stays that are missing.",
        "By the stays entered, from {first} to {last} you were here on {n} days. {needed} are asked for in any "
        "{months} months in a row since the permit was issued; with fewer, the permanent residence permit may be "
        "annulled. Enter stays that are missing.",
        least,
    ).format(first=w.day(worst.first), last=w.day(worst.last), n=least, needed=use.needed, months=use.months)
