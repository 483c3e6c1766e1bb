"""What a duty says, in sentences."""

from __future__ import annotations

from kzstay.core.assess import Assessment
from kzstay.core.duties import Duty
from kzstay.core.law import Law
from kzstay.texts.words import Words


def name(w: Words, kind: str) -> str:
    """Name a duty."""
    return {
        "host-notice": w.gettext("Host's notice of arrival"),
        "registration": w.gettext("Registration with the internal affairs bodies"),
        "rvp": w.gettext("Hold a temporary residence permit or leave"),
        "leave": w.gettext("Leave Kazakhstan"),
    }[kind]


def title(w: Words, a: Assessment, duty: Duty) -> str:
    """Name a duty of a stay; the notice of a change of address says which."""
    known = name(w, duty.kind)
    if duty.kind != "host-notice" or duty.stay is None or duty.since == a.stay(duty.stay).entry:
        return known
    return w.gettext("{duty}, change of address on {day}").format(duty=known, day=w.day(duty.since))


def short_name(w: Words, kind: str) -> str:
    """Name a duty in a tight place."""
    return {
        "host-notice": w.pgettext("short", "host's notice"),
        "registration": w.pgettext("short", "registration"),
        "rvp": w.pgettext("short", "leave or hold an RVP"),
        "leave": w.pgettext("short", "leave"),
    }[kind]


def who(w: Words, code: str) -> str:
    """Name who has a duty."""
    return w.gettext("host") if code == "host" else w.gettext("traveller")


def state(w: Words, code: str) -> str:
    """Name the state of a duty."""
    return {
        "open": w.pgettext("duty", "to be done"),
        "done": w.pgettext("duty", "done"),
        "done-late": w.pgettext("duty", "done late"),
        "missed": w.pgettext("duty", "missed"),
        "waived": w.pgettext("duty", "not required"),
    }[code]


def reason(w: Words, law: Law, code: str) -> str:
    """Say why a duty is waived."""
    return {
        "short-stay": w.gettext("The stay is too short for it."),
        "left-in-time": w.gettext("Left in time."),
        "under-16": w.gettext("Not required under the age of {age}.").format(age=law.duties["rvp"].from_age),
        "passport": w.gettext("Not required with a service or diplomatic passport."),
        "permit": w.gettext("Covered by a permit."),
    }[code]


def due(w: Words, duty: Duty) -> str:
    """Write the day a duty is due, the usual count only where it differs."""
    if duty.due.differs:
        return w.gettext("{safe} (by the usual count {usual})").format(
            safe=w.day(duty.due.safe), usual=w.day(duty.due.usual)
        )
    return w.day(duty.due.safe)


def status(w: Words, law: Law, duty: Duty) -> str:
    """Write the state with the day on which it was done, or the reason why it is waived."""
    if duty.reason:
        return f"{state(w, duty.state)} · {reason(w, law, duty.reason)}"
    if duty.state == "missed" and duty.kind in ("host-notice", "registration"):
        return w.gettext("missed: nothing recorded")
    if duty.done:
        return f"{state(w, duty.state)} · {w.day(duty.done)}"
    return state(w, duty.state)


def rule(w: Words, law: Law, kind: str) -> str:
    """Say what the law asks for."""
    row = law.duties[kind]
    if kind == "host-notice":
        return w.ngettext(
            "Whoever receives a foreigner informs the internal affairs body within {n} working day of the "
            "arrival, at each entry and at each change of address.",
            "Whoever receives a foreigner informs the internal affairs body within {n} working days of the "
            "arrival, at each entry and at each change of address.",
            row.working_days or 0,
        ).format(n=row.working_days)
    if kind == "registration":
        return w.gettext(
            "Who enters for more than {over} days registers online no later than day {n}; the owner of the "
            "home confirms it."
        ).format(over=row.over_days, n=row.days)
    if kind == "rvp":
        return w.gettext(
            "Before the visa-free term ends, hold a temporary residence permit (RVP) or leave. An application "
            "that is only filed does not stop the count."
        )
    return w.gettext("The last lawful day never moves, not even from a day off.")


def places(w: Words, codes: tuple[str, ...]) -> str:
    """Say where a duty is done."""
    names = {
        "vmp": "vmp.gov.kz",
        "egov": "egov.kz",
        "eqonaq": "eqonaq.kz",
        "migration-office": w.gettext("migration service, on paper"),
        "migration-app": w.gettext("personal account of the migration police information system"),
        "psc": w.gettext("Public Service Centre"),
        "migration-police": w.gettext("migration police"),
        "border": w.gettext("checkpoint at the border"),
    }
    return ", ".join(names[code] for code in codes)


def upcoming(w: Words, duty: Duty) -> str:
    """Say which duty comes next."""
    return w.gettext("next: {duty}, {day}").format(
        duty=short_name(w, duty.kind), day=f"{w.weekday(duty.due.safe)} {w.day_month(duty.due.safe)}"
    )
