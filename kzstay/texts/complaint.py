"""Complaint in words: the sentences of the draft. What only the person knows is a hint in square brackets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kzstay.core.case import RulingKind, Traveller
from kzstay.core.complaint import Complaint, Point, PointCode, Wait
from kzstay.core.law.complaint_rows import ComplaintPart, ComplaintRoad
from kzstay.core.law.loading import Law
from kzstay.texts import foreign, papers
from kzstay.texts.law import citations
from kzstay.texts.words import Words

Sentence = Callable[[Words], str]
DECISIONS: tuple[RulingKind, ...] = ("shortened", "readmission")  # no penalties, and so no rulings by name


def cited(w: Words, law: Law, found: Complaint, part: ComplaintPart) -> str:
    """Cite the articles of a part of the draft by every road that is open; empty where none is known."""
    return citations(w, law, (article for row in found.roads for article in row.cites.get(part, ())))


def title(w: Words, found: Complaint) -> str:
    """Name the paper."""
    if found.ruling.kind in DECISIONS:
        return w.gettext("Complaint against a decision")
    return w.gettext("Complaint against a ruling in a case of an administrative offence")


def caution(w: Words) -> str:
    """Say what stands on top of every draft."""
    return w.gettext(
        "This is a draft, made from data that you entered. Have a lawyer read it. Fill in what stands in square "
        "brackets, cross out what does not apply, and delete this line."
    )


# Who writes to whom


def addressed(w: Words, found: Complaint) -> str:
    """Leave room for who decides on the complaint."""
    return _by_road(
        w,
        found,
        {
            "court": w.gettext("[name of the higher court]"),
            "body": w.gettext(
                "[choose one: name of the body above the one that ruled; or name of the specialised court for "
                "administrative offences at the place of that body]"
            ),
            "decision": w.gettext("[name of the body above the one that decided]"),
        },
    )


def through(w: Words, found: Complaint) -> str:
    """Leave room for who passes the complaint on."""
    return _by_road(
        w,
        found,
        {
            "court": w.gettext("[name of the court that ruled]"),
            "body": w.gettext(
                "[name of the body that ruled; leave it out if you file with the one above or with the court]"
            ),
            "decision": w.gettext("[name of the body that decided]"),
        },
    )


def _by_road(w: Words, found: Complaint, rooms: dict[ComplaintRoad, str]) -> str:
    """Choose by the road; where it is not known who ruled, leave room for both."""
    if len(found.roads) > 1:
        pattern = w.gettext("If a court ruled: {court}. If the police or the Border Service ruled: {body}.")
        return pattern.format(court=rooms["court"], body=rooms["body"])
    return rooms[found.roads[0].road]


def complainant(w: Words, traveller: Traveller) -> str:
    """Name the person as typed."""
    names = foreign.name(traveller.name), foreign.name(traveller.native_name)
    return " · ".join(filter(None, names)) or w.gettext("[surname, name, patronymic if you have one]")


def address(w: Words) -> str:
    """Leave room for the address."""
    return w.gettext("[postal address where you live or stay: town, street, house, flat; telephone and e-mail]")


def document(w: Words, traveller: Traveller) -> str:
    """Give the number of the passport, or leave room for it."""
    return foreign.name(traveller.document) or w.gettext("[number of the passport]")


def born(w: Words, traveller: Traveller) -> str:
    """Give the date of birth, or leave room for it."""
    return w.full_day(traveller.born) if traveller.born else w.gettext("[date of birth]")


def ruling(w: Words, found: Complaint) -> str:
    """Say which ruling is complained of."""
    if found.ruling.kind in DECISIONS:
        return w.gettext("[name of the body that decided], decision of [date] No. [number]")
    return w.gettext("[name of the court or the body that ruled], ruling of [date] No. [number]")


# What it says


def content(w: Words, law: Law, found: Complaint) -> str:
    """Say what the ruling says, and when it was handed over."""
    ruled = found.ruling
    article = citations(w, law, [f"KoAP {ruled.part}"]) if ruled.part else w.gettext("[article and part]")
    leave = w.full_day(ruled.leave_by) if ruled.leave_by else w.gettext("[the day set]")
    says = {
        "warning": w.gettext("By this ruling I was held liable ({article}) and given a warning."),
        "fine": w.gettext("By this ruling I was held liable ({article}) and fined [sum] tenge."),
        "expulsion": w.gettext(
            "By this ruling I was held liable ({article}), and it was ordered to expel me from the Republic of "
            "Kazakhstan. Last day to leave: {leave}."
        ),
        "shortened": w.gettext(
            "By this decision my stay in the Republic of Kazakhstan was shortened. Last day to leave: {leave}."
        ),
        "readmission": w.gettext(
            "By this decision I am to be handed over to another state under an agreement on readmission."
        ),
    }[ruled.kind]
    served = w.gettext("A copy was handed to me on {day}.").format(day=w.full_day(ruled.served))
    return f"{says.format(article=article, leave=leave)} {served}"


def reasons(w: Words, law: Law, found: Complaint) -> str:
    """Lead over to the grounds."""
    if articles := cited(w, law, found, "grounds"):
        return w.gettext(
            "I hold that this ruling breaks my rights and freedoms. Grounds ({articles}) [keep those that apply "
            "and say why, cross out the others]:"
        ).format(articles=articles)
    return w.gettext(
        "I hold that this decision breaks my rights and freedoms. Grounds [keep those that apply and say why, "
        "cross out the others]:"
    )


def grounds(found: Complaint) -> list[Sentence]:
    """List the grounds on which a ruling falls, each as a sentence in any language. Source: KoAP 840."""
    told: list[Sentence] = [
        lambda w: w.gettext(
            "[ ] The conclusions do not match the facts of the case. [Which facts, and what proves them?]"
        ),
        lambda w: w.gettext("[ ] The law was applied wrongly. [Which rule should have been applied, and why?]"),
        lambda w: w.gettext(
            "[ ] The procedure was broken in a substantial way. [For example: no interpreter, no translation of "
            "the papers, no defender, the case was heard without me]"
        ),
        lambda w: w.gettext(
            "[ ] The penalty does not fit the offence or the person. [What speaks for a milder one: family, "
            "children, study, work, health, the first time]"
        ),
    ]
    return told[:-1] if found.ruling.kind in DECISIONS else told


def point(w: Words, law: Law, found: Complaint, told: Point, entry: date | None) -> str:
    """State one thing that speaks for the person, with its dates."""
    said = {
        "within-term": w.gettext(
            "My stay began on {entry}. It was lawful until {last}. I was not late on {until}."
        ),
        "fewer-days": w.gettext(
            "My stay began on {entry}. It was lawful until {last}. Days over on {until}: {days}. The part of the "
            "article that was applied takes more: {least} at least."
        ),
        "covered": w.gettext("A permit was valid on {until}: {permit}, {first} – {last}."),
        "notified": w.gettext("The host gave notice of my arrival in time, on {last}."),
        "registered": w.gettext("I registered in time, on {last}."),
        "under-age": w.gettext(
            "My age on {until}: {days}. The age from which one is liable: {from_age} ({articles})."
        ),
        "minor": w.gettext(
            "On {until} I was under the age of {of_age}. A fine may then be {least} MCI at most ({articles}), and "
            "a defender has to take part."
        ),
        "no-earlier": w.gettext(
            "[Keep this only if it is true:] I was not penalised for the same before. A repeated offence takes a "
            "penalty by which one still counts as penalised ({again})."
        ),
    }[told.code]
    if told.code == "within-term" and found.ruling.kind in DECISIONS:
        said = w.gettext("My stay began on {entry}. Without this decision it is lawful until {last}.")
    return said.format(
        entry=w.full_day(entry) if entry else "",
        last=w.full_day(told.day) if told.day else "",
        first=w.full_day(told.first) if told.first else "",
        until=w.full_day(found.until),
        days=told.days,
        least=told.least,
        permit=papers.permit(w, told.kind) if told.kind else "",
        from_age=law.minor.from_age,
        of_age=law.minor.of_age,
        articles=citations(w, law, law.minor.articles),
        again=citations(w, law, law.repeated.articles),
    )


def story(w: Words) -> str:
    """Leave room for what happened."""
    return w.gettext("[Say in your own words what happened, day by day, and what proves it.]")


def ties(w: Words) -> str:
    """Leave room for what ties the person to the country."""
    return w.gettext(
        "[If you have them: family and children in Kazakhstan, work, study, treatment, help to others. Say what "
        "papers prove it.]"
    )


def in_time(w: Words, law: Law, found: Complaint) -> str:
    """Say that the complaint is made in its term, or ask to accept it late."""
    if found.late.usual:
        return w.gettext(
            "The ordinary term has passed because [why you could not file in time]. I ask to accept the complaint "
            "all the same ({articles})."
        ).format(articles=cited(w, law, found, "late"))
    return w.gettext("The complaint is made in its term ({articles}).").format(
        articles=cited(w, law, found, "term")
    )


# What is asked for


def request(w: Words, kind: RulingKind) -> str:
    """Ask for what the complaint is made for, to be chosen."""
    if kind in DECISIONS:
        return w.gettext("to annul the decision")
    if kind == "expulsion":
        return w.gettext(
            "[choose one:] to annul the ruling and close the case; or: to change the ruling and leave out the "
            "expulsion"
        )
    return w.gettext(
        "[choose one:] to annul the ruling and close the case; or: to change the ruling to a milder penalty"
    )


def waits(w: Words, law: Law, found: Complaint, wait: Wait) -> str:
    """Ask to let the ruling wait; empty where no complaint makes it wait."""
    leave = found.ruling.leave_by
    said = {
        "expulsion": w.gettext(
            "to suspend the expulsion until the complaint is decided ({articles}): the complaint arrives before "
            "{day}, the day that the court set"
        ),
        "day-unknown": w.gettext(
            "to suspend the expulsion until the complaint is decided ({articles}): the complaint arrives before "
            "{day}, the day that the court set"
        ),
        "fine": w.gettext("to let the ruling wait until the complaint is decided ({articles})"),
        "decision": w.gettext("to let the decision wait until the complaint is decided"),
        "too-late": "",
    }[wait]
    part: ComplaintPart = "waits" if wait == "fine" else "stops"
    day = w.full_day(leave) if leave else w.gettext("[the day set]")
    return said.format(articles=cited(w, law, found, part), day=day)


def rights(law: Law, found: Complaint) -> list[Sentence]:
    """Ask for what a person has a right to in such a case; nothing where the articles are not known."""
    patterns: dict[ComplaintPart, Sentence] = {
        "language": lambda w: w.gettext(
            "to hear me in a language that I know, [language], with an interpreter free of charge ({articles})"
        ),
        "translation": lambda w: w.gettext(
            "to hand me the papers with a translation into that language ({articles})"
        ),
        "defender": lambda w: w.gettext(
            "[cross out if you have a lawyer] to see that a defender takes part: I ask for one and do not know "
            "the language of the case ({articles})"
        ),
        "file": lambda w: w.gettext("to let me read the file and make copies ({articles})"),
    }

    def told(part: ComplaintPart, pattern: Sentence) -> Sentence:
        return lambda w: pattern(w).format(articles=cited(w, law, found, part))

    known = {part for row in found.roads for part in row.cites}
    return [told(part, pattern) for part, pattern in patterns.items() if part in known]


# What goes with it


def enclosed(law: Law, found: Complaint) -> list[Sentence]:
    """List what to attach, each as a sentence in any language."""
    copies = max(row.copies for row in found.roads)

    def twice(w: Words) -> str:
        articles = cited(w, law, found, "copies")
        return w.gettext("this complaint with all that is attached, number of copies: {n} ({articles})").format(
            n=copies, articles=articles
        )

    decision = found.ruling.kind in DECISIONS
    proofs: list[Sentence] = [_PROOFS[one.code] for one in found.points if one.code in _PROOFS]
    return [
        *([twice] if copies else []),
        lambda w: w.gettext("a copy of the decision") if decision else w.gettext("a copy of the ruling"),
        lambda w: w.gettext("a copy of the passport with the stamps of the border"),
        *proofs,
        lambda w: w.gettext("[other papers that support the reasons, with translations]"),
        lambda w: w.gettext("[if somebody else signs for you: the paper that gives the right to do so]"),
    ]


def _birth(w: Words) -> str:
    return w.gettext("a copy of the paper that shows the date of birth")


_PROOFS: dict[PointCode, Sentence] = {
    "covered": lambda w: w.gettext("a copy of the permit"),
    "notified": lambda w: w.gettext("proof of the host's notice of the arrival"),
    "registered": lambda w: w.gettext("proof of the registration"),
    "under-age": _birth,
    "minor": _birth,
}
