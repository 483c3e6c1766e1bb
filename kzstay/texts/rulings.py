"""What is to be said of a ruling beside its terms: what stops it, and what a late complaint is worth."""

from __future__ import annotations

from kzstay.core.case import Ruling
from kzstay.core.duties import Duty
from kzstay.core.law.loading import Law
from kzstay.core.sanctions import stopping_days, term_of
from kzstay.texts import duties
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words

Fact = tuple[str, str]  # a label and its value


def remarks(w: Words, law: Law, duty: Duty) -> list[Fact]:
    """List what else is to be said of a duty after a ruling, each with its label."""
    ruling = duty.decision
    if ruling is None:
        return []
    found: list[Fact] = []
    if duty.kind == "appeal" and duty.state == "open" and ruling.kind == "expulsion":
        found.append((w.gettext("Stopping the expulsion"), _stopping(w, law, ruling)))
    if duty.kind == "complaint" and duty.state == "open":
        found.append((w.gettext("Stopping the decision"), _waiting(w, law, ruling)))
    if duty.kind == "suspend" and duty.state == "open" and (text := _after_term(w, law, duty)):
        found.append((w.gettext("After the ordinary term"), text))
    if duty.state == "lapsed" and (late := [article for road in duty.roads for article in road.late]):
        text = w.gettext("A complaint in your favour is still accepted ({articles}).")
        cited = law_texts.citations(w, law, late)
        found.append((w.gettext("After the ordinary term"), text.format(articles=cited)))
    if duty.reason == "appealed":
        text = w.gettext(
            "If the complaint is turned down, delete the day of the complaint: the ruling then counts again. If "
            "the ruling is annulled, delete the ruling."
        )
        found.append((w.gettext("Once the complaint is decided"), text))
    if duty.reason == "may-have-lapsed":
        found.append((w.gettext("An old ruling"), lapse(w, law)))
    return found


def road(w: Words, duty: Duty) -> list[Fact]:
    """Tell where to complain while that may be done, by who ruled where it is not known; also after the term."""
    if duty.row.right and duty.state in ("open", "lapsed") and duty.roads:
        label = w.gettext("Where to complain")
        if duty.authority or len(duty.roads) == 1:
            return [(label, duties.places(w, duty.where))]
        # Translators: {authority} is “court” or “police or Border Service”, {places} is where to complain then
        pattern = w.gettext("ruling by {authority}: {places}")
        by = (
            pattern.format(authority=law_texts.authority(w, code), places=duties.places(w, one.where))
            for code, one in duty.row.roads.items()
        )
        return [(label, "; ".join(by))]
    return []


def _stopping(w: Words, law: Law, ruling: Ruling) -> str:
    """Say by when a complaint has to arrive to stop an expulsion."""
    if ruling.leave_by and stopping_days(law, ruling) is not None:
        return w.gettext(
            "A complaint stops the expulsion only if it arrives at the court before {day}, the day of departure "
            "that the court set."
        ).format(day=w.day(ruling.leave_by))
    if ruling.leave_by is None:
        return w.gettext(
            "A complaint stops the expulsion only if it arrives before the day of departure that the court set. "
            "Enter that day."
        )
    return w.gettext("The court's day leaves no day on which a complaint would stop the expulsion.")


def _waiting(w: Words, law: Law, ruling: Ruling) -> str:
    """Say that a complaint may let a decision wait, that this is not certain, and when it is best filed."""
    row = law.duties["complaint"]
    told = w.gettext(
        "A complaint stops the decision until it is decided, unless the decision says that it does not "
        "({articles}). Certainty: {certainty}."
    ).format(articles=law_texts.citations(w, law, row.stops), certainty=law_texts.certainty(w, row.certainty))
    if ruling.leave_by is None:
        return told
    soon = w.gettext("File it before {day}, the day to leave.").format(day=w.day(ruling.leave_by))
    return f"{told} {soon}"


def _after_term(w: Words, law: Law, duty: Duty) -> str:
    """Say what a complaint is worth that comes after the ordinary term and before the court's day."""
    ruling = duty.decision
    term = term_of(law, law.duties["appeal"], ruling) if ruling else None
    if ruling is None or ruling.leave_by is None or term is None or duty.due.usual <= term.usual:
        return ""
    return w.gettext(
        "It stops the expulsion by the code if it arrives before {day}, the day that the court set ({articles}). "
        "Whether it also does after the ordinary term is not certain: certainty {certainty}."
    ).format(
        day=w.day(ruling.leave_by),
        articles=law_texts.citations(w, law, law.duties["suspend"].articles[:1]),
        certainty=law_texts.certainty(w, law.questions["late-complaint"].certainty),
    )


def lapse(w: Words, law: Law) -> str:
    """Say when a ruling is too old to be carried out, and that nobody should rely on it."""
    months = law.lapse.months
    return w.ngettext(
        "A ruling that is not carried out within {n} month of coming into force is no longer carried out, "
        "unless the person evaded it. Entry may be refused all the same: ask before you travel.",
        "A ruling that is not carried out within {n} months of coming into force is no longer carried out, unless "
        "the person evaded it. Entry may be refused all the same: ask before you travel.",
        months,
    ).format(n=months)
