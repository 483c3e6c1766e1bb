"""Notes on rulings in sentences: what a complaint that was filed does, and which days cannot count yet."""

from __future__ import annotations

from kzstay.core.assess import Assessment
from kzstay.core.notes import Note, NoteCode
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words

CODES: frozenset[NoteCode] = frozenset(
    {
        "ruling-future",
        "appealed-future",
        "executed-future",
        "paid-future",
        "complaint-decision",
        "complaint-without-day",
        "complaint-late",
        "complaint-after-term",
        "complaint-overstay",
        "complaint-fine-late",
        "execution-unrecorded",
    }
)


def note(w: Words, a: Assessment, found: Note) -> str:
    """Say what such a note tells."""
    ruling = a.traveller.rulings[found.ruling or 0]
    day, served = w.day(found.day or a.on), w.day(ruling.served)
    leave_by = w.day(ruling.leave_by) if ruling.leave_by else ""
    rows, years = a.law.duties, a.law.duties["ban-end"].years or 0
    text = {
        "ruling-future": w.gettext(
            "The decision dated {day} is later than the day of this answer. Until then it counts for nothing: "
            "check the date."
        ),
        "appealed-future": w.gettext(
            "The complaint dated {day} is later than the day of this answer. Until then it counts for nothing: "
            "check the date."
        ),
        "executed-future": w.gettext(
            "The day on which the decision was carried out, {day}, is later than the day of this answer. Until "
            "then it counts for nothing: check the date."
        ),
        "paid-future": w.gettext(
            "The payment dated {day} is later than the day of this answer. Until then it counts for nothing: "
            "check the date."
        ),
        "complaint-decision": w.gettext(
            "Whether the complaint of {day} stops the decision until it is decided is not certain ({articles}). "
            "Follow the decision unless the body that made it confirms in writing that it waits. Certainty: "
            "{certainty}."
        ),
        "complaint-without-day": w.gettext(
            "The complaint of {day} stops the expulsion only if it arrived before the day of departure that the "
            "court set ({articles}). Enter that day: until it is entered, the order is taken to hold."
        ),
        "complaint-late": w.gettext(
            "The complaint of {day} came too late to stop the expulsion: it had to arrive before {leave_by}, the "
            "day that the court set ({articles}). The order holds."
        ),
        "complaint-after-term": w.gettext(
            "The complaint of {day} came after the ordinary term, but before {leave_by}, the day that the court "
            "set. By the code that stops the expulsion ({articles}), if the court accepts it: ask the court. "
            "Certainty: {certainty}."
        ),
        "complaint-overstay": w.gettext(
            "The complaint of {day} stops the expulsion alone, until it is decided. The overstay goes on."
        ),
        "complaint-fine-late": w.gettext(
            "The complaint of {day} came after the ordinary term, at least by the strict count. Whether the fine "
            "waits for it is not certain: ask where it was filed, or pay in time."
        ),
        "execution-unrecorded": w.ngettext(
            "You left on {day}, after the decision served on {served}. The day on which it was carried out is not "
            "entered: enter it. The ban of entry runs from that day, for {n} year.",
            "You left on {day}, after the decision served on {served}. The day on which it was carried out is not "
            "entered: enter it. The ban of entry runs from that day, for {n} years.",
            years,
        ),
    }[found.code]
    decision = found.code == "complaint-decision"
    return text.format(
        day=day,
        served=served,
        leave_by=leave_by,
        n=years,
        articles=law_texts.citations(
            w, a.law, rows["complaint"].stops if decision else rows["suspend"].articles[:1]
        ),
        certainty=law_texts.certainty(
            w, rows["complaint"].certainty if decision else a.law.questions["late-complaint"].certainty
        ),
    )
