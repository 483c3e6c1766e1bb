"""Needs of an entry without a visa-free term, in words: in the answer, for an entry on a day, in the law."""

from __future__ import annotations

from datetime import date

from kzstay.core.law.schema import Need
from kzstay.core.permits import VisaEndReason
from kzstay.texts.words import Words


def now(w: Words, need: Need = "unknown") -> str:
    """Say what is needed where a citizenship and passport have no visa-free term."""
    if need == "unknown":
        known = w.gettext(
            "No visa-free term is known for this citizenship and passport on this day. A visa may be needed."
        )
        consulate = w.gettext("Ask the consulate.")
        return f"{known} {consulate}"
    return {
        "citizen": w.gettext("This program is for foreigners. A citizen of Kazakhstan needs none of this."),
        "visa": w.gettext("A visa is needed for this citizenship and passport."),
        "e-visa": w.gettext("A visa is needed for this citizenship and passport. It may be an electronic one."),
        "days-unknown": w.gettext(
            "There is an agreement for this citizenship and passport, but the number of days was not "
            "found. Ask the consulate."
        ),
        "unknown-then": w.gettext(
            "What held on this day for this citizenship and passport is not known here: the law data does not "
            "reach back so far."
        ),
    }[need]


def here(w: Words, need: Need) -> str:
    """Say the same to somebody who is here: nobody knows on what, while no visa and no permit is entered."""
    if need in ("citizen", "unknown-then"):
        return now(w, need)
    known = (
        w.gettext("No visa-free term is known for this citizenship and passport.")
        if need == "unknown"
        else now(w, need)
    )
    enter = w.gettext(
        "Enter the visa or the permit you are here on. Without one, leave or ask the migration police."
    )
    return f"{known} {enter}"


def again(w: Words) -> str:
    """Say what is needed by somebody whose visa is entered, and gives no more."""
    return w.gettext("A new visa is needed: the one that is entered allows no further entry.")


def visa_ended(w: Words, why: VisaEndReason, day: date, usual: date | None) -> str:
    """Say what ended the visa of somebody who is here, also by the usual count, and what to do."""
    told = {
        "days": w.gettext("The days of the visa that is entered were used up on {day}."),
        "term": w.gettext("The visa that is entered ended on {day}, before this stay."),
        "cut": w.gettext("The visa that is entered is taken to have ended on {day}, with the stay cut short."),
    }[why].format(day=w.full_day(day))
    later = w.gettext("By the usual count they last until {day}.").format(day=w.full_day(usual)) if usual else ""
    act = w.gettext("Enter another visa or permit if you have one. If not, leave or ask the migration police.")
    return " ".join(filter(None, (told, later, act)))


def on_day(w: Words, need: Need, day: str) -> str:
    """Say the same of an entry on a day."""
    return {
        "citizen": w.gettext("Who entered on {day} as a citizen of Kazakhstan needed none of this."),
        "visa": w.gettext("A visa is needed for an entry on {day} with this citizenship and passport."),
        "e-visa": w.gettext(
            "A visa is needed for an entry on {day} with this citizenship and passport. It may be an electronic "
            "one."
        ),
        "days-unknown": w.gettext(
            "There is an agreement for an entry on {day} with this citizenship and passport, but the "
            "number of days was not found. Ask the consulate."
        ),
        "unknown": w.gettext(
            "No visa-free term is known for an entry on {day} with this citizenship and passport. A visa may be "
            "needed."
        ),
        "unknown-then": w.gettext(
            "The rule for an entry on {day} with this citizenship and passport is not known here."
        ),
    }[need].format(day=day)


def rule(w: Words, need: Need) -> str:
    """Say what a row of the law asks for, and where to apply."""
    return {
        "citizen": w.gettext("Nothing is asked for: a citizen of Kazakhstan is no foreigner."),
        "visa": w.gettext("A visa is needed: apply to a consulate of Kazakhstan."),
        "e-visa": w.gettext("A visa is needed. It may be an electronic one, on an invitation."),
        "days-unknown": w.gettext(
            "There is an agreement, but the number of days was not found: ask the consulate before the trip."
        ),
        "unknown": w.gettext("What is needed was not found: ask the consulate before the trip."),
        "unknown-then": w.gettext("What held on this day was not found."),
    }[need]
