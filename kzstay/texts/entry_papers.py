"""Papers of an entry and grounds of refusal in sentences."""

from __future__ import annotations

from kzstay.core.entry_check import EntryCheck, Ground, Paper
from kzstay.core.law.entry_rows import Weight
from kzstay.core.law.loading import Law
from kzstay.texts import entries
from kzstay.texts.words import Words


def weight(w: Words, code: Weight) -> str:
    """Say how much a paper matters."""
    return {
        "required": w.pgettext("paper", "needed"),
        "may-be-asked": w.pgettext("paper", "may be asked for"),
        "advised": w.pgettext("paper", "worth checking"),
    }[code]


def paper(w: Words, found: Paper) -> str:
    """Say what to bring, or to see to."""
    row = found.row
    if row.id == "paper-validity-visa":
        return w.ngettext(
            "The passport is valid for at least {n} month after the visa ends, and has {pages} empty pages.",
            "The passport is valid for at least {n} months after the visa ends, and has {pages} empty pages.",
            row.months,
        ).format(n=row.months, pages=row.pages)
    if row.id == "paper-family":
        return w.ngettext(
            "Papers that show how you are related. A husband or wife must have been married for at least {n} "
            "year.",
            "Papers that show how you are related. A husband or wife must have been married for at least {n} "
            "years.",
            row.years,
        ).format(n=row.years)
    if row.id == "paper-child-russia" and row.begins:
        return w.gettext(
            "A Russian child under {age} needs a travel passport to leave Russia, since {day}."
        ).format(age=row.under_age, day=w.full_day(row.begins))
    return _paper(w, row.id).format(hours=row.hours, days=row.days, age=row.under_age)


def _paper(w: Words, code: str) -> str:
    return {
        "paper-passport": w.gettext(
            "A valid passport, or a travel paper that is accepted in its place. Which ones are was not found: ask "
            "a consulate."
        ),
        "paper-validity": w.gettext(
            "The passport is valid for the whole stay. No text was found that says how many months must be left "
            "after it: ask the airline and a consulate."
        ),
        "paper-permit": w.gettext("The visa or the permit on which you come, valid on the day of entry."),
        "paper-visa": w.gettext("A visa. Get it before you travel."),
        "paper-invitation": w.gettext(
            "An invitation of your host in Kazakhstan, or a permission of a state body: the visa is given on it."
        ),
        "paper-airport": w.gettext(
            "An electronic visa, printed. With it you enter and leave through international airports only. Ask "
            "which ones: Astana and Almaty are named."
        ),
        "paper-eta": w.gettext(
            "QazETA, the electronic travel authorisation. When it was last read about it was only recommended: "
            "ask a consulate whether it is compulsory by now. Apply at least {hours} hours before you enter. It "
            "is valid for {days} days and adds no day to the stay."
        ),
        "paper-means": w.gettext(
            "Proof of money for the stay and for the way out: cash, a bank statement, a paid booking, a ticket. "
            "How much is asked for was not found. Ethnic Kazakhs, people who were born here or were citizens, and "
            "their families are not asked."
        ),
        "paper-insurance": w.gettext(
            "Health insurance for all days of the stay: treatment is given to visitors on it. No text was found "
            "that asks for it at the border."
        ),
        "paper-compatriot": w.gettext(
            "A paper that shows that you are an ethnic Kazakh, were born here or were a citizen, such as a birth "
            "certificate."
        ),
        "paper-work": w.gettext(
            "The work permit that your employer gets, or your own certificate of qualification, and the insurance "
            "that is prescribed for foreign workers."
        ),
        "paper-contract": w.gettext(
            "A labour contract. You need no work permit. Have a temporary residence permit issued for the "
            "contract."
        ),
        "paper-study": w.gettext(
            "The paper that says that you are enrolled, proof that you can pay for living and study, a medical "
            "certificate, health insurance, and a paper on whether you have a criminal record."
        ),
        "paper-treatment": w.gettext("The papers of the hospital that will treat you."),
        "paper-mission": w.gettext("Registration as a missionary, before you begin."),
        "paper-transit": w.gettext(
            "The ticket for the way on, and the visa of the next state if it asks for one."
        ),
        "paper-child": w.gettext(
            "For a child: its own passport, and the consent of the parents if its own state asks for it. Ask the "
            "authorities of that state."
        ),
        "paper-accredited": w.gettext(
            "If you are posted here: the papers of your accreditation. Another order holds then."
        ),
    }[code]


def ground(w: Words, check: EntryCheck, found: Ground) -> str:
    """Say what an entry is refused for, as the case shows it, or may be."""
    if found.bar is not None and found.bar.because == "ordered":
        return f"{entries.to_be_expelled(w)}."
    if found.bar is not None:
        return f"{entries.bar(w, check.assessment.reckoning, found.bar)}."
    if found.found:
        return w.gettext("The visa-free days are used up on the day of entry.")
    return _ground(w, check.assessment.law, found.row.id)


def _ground(w: Words, law: Law, code: str) -> str:
    years = law.duties["ban-end"].years or 0
    return {
        "refusal-fine": w.gettext(
            "A fine or another penalty of an earlier stay that was not paid or carried out."
        ),
        "refusal-expulsion": w.gettext("An expulsion or a readmission that was not carried out yet."),
        "refusal-ban": w.ngettext(
            "An expulsion or a readmission that was carried out less than {n} year ago.",
            "An expulsion or a readmission that was carried out less than {n} years ago.",
            years,
        ).format(n=years),
        "refusal-days": w.gettext("Days of earlier stays that are not entered here."),
        "refusal-means": w.gettext("No proof of money for the stay and for the way out."),
        "refusal-tax": w.gettext("Income of an earlier stay that had to be declared for tax and was not."),
        "refusal-false-data": w.gettext("False statements, or papers that came too late, when you applied."),
        "refusal-fingerprints": w.gettext("Refusing the check of your fingerprints."),
        "refusal-illness": w.gettext("An illness on the list of the health ministry."),
        "refusal-sentence": w.gettext("A sentence for a crime that was not served."),
        "refusal-security": w.gettext(
            "Reasons of security or public order. The authorities need not tell what they are."
        ),
    }[code]


def weights(rows: list[Paper]) -> list[tuple[Weight, list[Paper]]]:
    """Group papers by how much they matter, what matters most first; what nobody asks for is left out."""
    order: tuple[Weight, ...] = ("required", "may-be-asked", "advised")
    groups: list[tuple[Weight, list[Paper]]] = [
        (code, [paper for paper in rows if paper.row.weight == code]) for code in order
    ]
    return [(code, papers) for code, papers in groups if papers]
