"""Hints to a complaint: what the person does with each paragraph of the draft, and how it is filed."""

from __future__ import annotations

from kzstay.core.complaint import Complaint, Point, Refusal, Wait
from kzstay.core.law.complaint_rows import ComplaintRow
from kzstay.core.law.loading import Law
from kzstay.core.readings import Reading
from kzstay.texts import duties, readings, rulings
from kzstay.texts.complaint import cited
from kzstay.texts.words import Words

Fact = tuple[str, str]  # a label and its value


def refused(w: Words, kind: Refusal, number: int) -> str:
    """Say why there is nothing to complain of."""
    return {
        "future": w.gettext("Ruling {number} is not served yet on this day, so there is nothing to complain of."),
        "over": w.gettext(
            "Ruling {number} is settled: nobody counts as penalised by it any more, so there is nothing to "
            "complain of."
        ),
        "old": w.gettext("Ruling {number} is older than the law that this program knows. Ask a lawyer."),
    }[kind].format(number=number)


# Each paragraph


def fill_in(w: Words) -> str:
    """Say what to do with a blank."""
    return w.gettext("Fill this in. A complaint without it comes back to be mended.")


def choose(w: Words) -> str:
    """Say what to do with several."""
    return w.gettext("Keep what applies, and cross out the rest.")


def check(w: Words) -> str:
    """Say what to do with what the case holds."""
    return w.gettext("Compare it with your papers.")


def own_words(w: Words) -> str:
    """Say what to do with a story."""
    return w.gettext("Write it yourself, in Russian or Kazakh. Only what you can prove helps.")


def if_true(w: Words, told: Point) -> str:
    """Say how far a point can be relied on."""
    if told.contested:
        return w.gettext(
            "By the usual count this is so, by the strict count it is not. Ask a lawyer before you leave it in."
        )
    if told.code == "no-earlier":
        return w.gettext("This case holds no earlier penalty. Keep it only if there was none.")
    return w.gettext(
        "It follows from the days that you entered. Keep it only if they are right and you can prove them."
    )


def worth_of_waiting(w: Words, wait: Wait) -> str:
    """Say what a request to wait is worth."""
    if wait in ("expulsion", "day-unknown"):
        return w.gettext(
            "It works only if the complaint is at the court before the day that the court set. As long as it is "
            "not there, that day holds."
        )
    if wait == "fine":
        return w.gettext("It works only for a complaint that is made in its term.")
    return w.gettext("The decision itself may say that it does not wait.")


def late(w: Words, found: Complaint) -> str:
    """Say what to do about the term."""
    if found.late.usual:
        return w.gettext("Say why you are late, and attach proof.")
    if found.late.safe:
        return w.gettext("By the strict count the term has passed. File it at once.")
    return check(w)


def attach(w: Words) -> str:
    """Say what to do with a list of papers."""
    return w.gettext("Attach it, or cross it out.")


def sign(w: Words) -> str:
    """Say who signs."""
    return w.gettext("You sign it yourself, or your legal representative, or your defender.")


# How it is filed


def filing(w: Words, law: Law, found: Complaint) -> list[Fact]:
    """Tell where the complaint goes, by when, and what becomes of it."""
    due = found.term.due
    told = [
        (w.gettext("Where to complain"), duties.places(w, found.term.where)),
        (
            w.gettext("File it by"),
            readings.sides(w, Reading.SAFE, *(w.long_day(day) for day in (due.safe, due.usual))),
        ),
    ]
    if found.filed:
        told.append((w.gettext("Complaint recorded"), w.full_day(found.filed)))
    told += _stopping(w, found)
    told += rulings.remarks(w, law, found.term) if found.term.state == "lapsed" else []
    for row in found.roads:
        told += [(label, text) for label, text in (_passed_on(w, row), _decided(w, row)) if text]
    if mended := cited(w, law, found, "mended"):
        told.append(
            (
                w.gettext("If something is missing"),
                w.gettext("It counts as filed, and comes back with a term to mend it ({articles}).").format(
                    articles=mended
                ),
            )
        )
    if outcomes := cited(w, law, found, "outcomes"):
        told.append(
            (
                w.gettext("What may come of it"),
                w.gettext(
                    "The ruling stays as it is, is changed, is annulled and the case closed, or is annulled and a "
                    "new one made ({articles})."
                ).format(articles=outcomes),
            )
        )
    told.append((w.gettext("Articles"), cited(w, law, found, "addressed")))
    return list(dict.fromkeys(told))


def road(w: Words, row: ComplaintRow) -> str:
    """Say where a complaint goes by a road, and when it is decided."""
    where = {
        "court": w.gettext(
            "A complaint against a ruling of a court goes to the higher court, through the one that ruled."
        ),
        "body": w.gettext(
            "A complaint against a ruling of the police or the Border Service goes to the body above, or to the "
            "specialised court."
        ),
        "decision": w.gettext(
            "A complaint against a decision that is no penalty goes to the body above, through the one that "
            "decided."
        ),
    }[row.road]
    return " ".join(filter(None, (where, _passed_on(w, row)[1], _decided(w, row)[1])))


def _stopping(w: Words, found: Complaint) -> list[Fact]:
    label = w.gettext("Stopping the expulsion")
    if found.wait == "too-late":
        return [(label, w.gettext("A complaint no longer stops the expulsion: the court's day to leave holds."))]
    if found.wait == "expulsion" and found.stops:
        day = readings.sides(w, Reading.SAFE, w.day(found.stops.safe), w.day(found.stops.usual))
        text = w.gettext("A complaint stops the expulsion only if it arrives at the court by {day}.")
        return [(label, text.format(day=day))]
    return []


def _passed_on(w: Words, row: ComplaintRow) -> Fact:
    days = row.passed_on
    text = (
        w.ngettext(
            "It is passed on with the file within {n} day.", "It is passed on with the file within {n} days.", days
        ).format(n=days)
        if days
        else ""
    )
    return w.gettext("After you file it"), text


def _decided(w: Words, row: ComplaintRow) -> Fact:
    if row.decided_working:
        text = w.gettext("Working days for the decision: {n}.").format(n=row.decided_working)
    elif row.decided_by_court:
        text = w.gettext("Days for the decision: {body} by the body above, {court} by the court.").format(
            body=row.decided, court=row.decided_by_court
        )
    else:
        text = w.gettext("Days for the decision: {n}; on request up to {more} more.").format(
            n=row.decided, more=row.longer
        )
    label = {
        "court": w.gettext("Decision, if a court ruled"),
        "body": w.gettext("Decision, if the police or the Border Service ruled"),
        "decision": w.gettext("Decision on the complaint"),
    }[row.road]
    return label, text
