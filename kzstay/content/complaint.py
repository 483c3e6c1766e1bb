"""Complaint as neutral blocks: the draft in the language of the case, and after it an explanation of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Table, Title
from kzstay.core.assess import Assessment
from kzstay.core.complaint import Complaint
from kzstay.texts import Words, answers
from kzstay.texts import complaint as texts
from kzstay.texts import complaint_hints as hints
from kzstay.texts.complaint import Sentence


@dataclass(frozen=True)
class Clause:
    """One paragraph: what it says, and what the person does with it; those of the head have a label."""

    says: Sentence
    hint: Sentence
    label: Sentence | None = None


@dataclass(frozen=True)
class Section:
    """Paragraphs, those of a letter under a heading or none."""

    clauses: list[Clause]
    heading: Sentence | None = None


def draft(a: Assessment, found: Complaint, w: Words, x: Words) -> list[Block]:
    """Compose the draft in the language ``w``; what stands on top of it is said in that of the reader too."""
    head, *rest, foot = _sections(a, found)
    cautions = dict.fromkeys((texts.caution(x), texts.caution(w)))
    blocks: list[Block] = [*(Paragraph(text) for text in cautions), _facts(w, head)]
    blocks.append(Title(texts.title(w, found)))
    numbers = count(1)
    for section in rest:
        blocks += [Heading(section.heading(w))] if section.heading else []
        blocks += [Paragraph(f"{next(numbers)}. {clause.says(w)}") for clause in section.clauses]
    return [*blocks, _facts(w, foot)]


def explanation(a: Assessment, found: Complaint, w: Words, x: Words) -> list[Block]:
    """Say in the language ``x`` how the complaint is filed, and what each paragraph of the draft in ``w`` says."""
    head, *rest, foot = _sections(a, found)
    numbers = count(1)
    rows = [
        _row(clause, clause.label(w) if clause.label else str(next(numbers)), w, x)
        for section in (head, *rest, foot)
        for clause in section.clauses
    ]
    header = [x.pgettext("complaint", "Paragraph"), x.gettext("What it says"), x.gettext("What you do")]
    same = w.language == x.language
    return [
        Title(x.gettext("How to use this draft")),
        Paragraph(texts.caution(x)),
        Paragraph(x.gettext("These pages are for you. They are no part of the complaint: do not file them.")),
        Facts(hints.filing(x, a.law, found)),
        Heading(x.gettext("Paragraph by paragraph")),
        Table(
            header=[header[0], header[2]] if same else header,
            rows=[[mark, todo] for mark, _, todo in rows] if same else rows,
            align="ll" if same else "lll",
            widths=(20, 80) if same else (16, 50, 34),
        ),
    ]


def _row(clause: Clause, mark: str, w: Words, x: Words) -> list[str]:
    label = f"{clause.label(x)}: " if clause.label and w.language != x.language else ""
    return [mark, label + clause.says(x), clause.hint(x)]


def _facts(w: Words, section: Section) -> Facts:
    return Facts([(one.label(w), one.says(w)) for one in section.clauses if one.label])


# The paragraphs


def _sections(a: Assessment, found: Complaint) -> list[Section]:
    return [_head(a, found), _body(a, found), _requests(a, found), _enclosed(a, found), _foot(a)]


def _head(a: Assessment, found: Complaint) -> Section:
    who = a.traveller
    return Section(
        [
            Clause(lambda w: texts.addressed(w, found), hints.fill_in, lambda w: w.pgettext("complaint", "To")),
            Clause(lambda w: texts.through(w, found), hints.fill_in, lambda w: w.pgettext("complaint", "Through")),
            Clause(
                lambda w: texts.complainant(w, who),
                hints.check,
                lambda w: w.pgettext("complaint", "Who complains"),
            ),
            Clause(lambda w: answers.person(w, who), hints.check, lambda w: w.gettext("Citizenship and passport")),
            Clause(
                lambda w: texts.document(w, who),
                _known(bool(who.document)),
                lambda w: w.gettext("Number of the passport"),
            ),
            Clause(lambda w: texts.born(w, who), _known(bool(who.born)), lambda w: w.gettext("Date of birth")),
            Clause(texts.address, hints.fill_in, lambda w: w.pgettext("complaint", "Address")),
            Clause(
                lambda w: texts.ruling(w, found), hints.fill_in, lambda w: w.pgettext("complaint", "Complained of")
            ),
        ]
    )


def _known(known: bool) -> Sentence:
    """Say what to do with what the case may hold."""
    return hints.check if known else hints.fill_in


def _body(a: Assessment, found: Complaint) -> Section:
    law = a.law
    entry = a.traveller.stays[found.stay].entry if found.stay is not None else None
    clauses = [
        Clause(lambda w: texts.content(w, law, found), hints.check),
        Clause(lambda w: texts.reasons(w, law, found), hints.choose),
        *(Clause(ground, hints.choose) for ground in texts.grounds(found)),
    ]
    for point in found.points:
        clauses.append(
            Clause(
                lambda w, point=point: texts.point(w, law, found, point, entry),
                lambda w, point=point: hints.if_true(w, point),
            )
        )
    clauses += [
        Clause(texts.story, hints.own_words),
        Clause(texts.ties, hints.own_words),
        Clause(lambda w: texts.in_time(w, law, found), lambda w: hints.late(w, found)),
    ]
    return Section(clauses)


def _requests(a: Assessment, found: Complaint) -> Section:
    law, wait = a.law, found.wait
    clauses = [Clause(lambda w: texts.request(w, found.ruling.kind), hints.choose)]
    if wait is not None and wait != "too-late":
        clauses.append(
            Clause(lambda w: texts.waits(w, law, found, wait), lambda w: hints.worth_of_waiting(w, wait))
        )
    clauses += [Clause(right, hints.choose) for right in texts.rights(law, found)]
    return Section(clauses, lambda w: w.pgettext("complaint", "I ask"))


def _enclosed(a: Assessment, found: Complaint) -> Section:
    clauses = [Clause(paper, hints.attach) for paper in texts.enclosed(a.law, found)]
    return Section(clauses, lambda w: w.pgettext("complaint", "Attached"))


def _foot(a: Assessment) -> Section:
    return Section(
        [
            Clause(
                lambda w: w.pgettext("complaint", "[day]"), hints.sign, lambda w: w.pgettext("complaint", "Date")
            ),
            Clause(lambda w: w.gettext("[signature]"), hints.sign, lambda w: w.gettext("Signature")),
            Clause(
                lambda w: texts.complainant(w, a.traveller),
                hints.check,
                lambda w: w.pgettext("complaint", "Who signs"),
            ),
        ]
    )
