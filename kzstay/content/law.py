"""Law page: the rows that apply to a person, regimes, visas, duties, penalties and open questions, row by row."""

from __future__ import annotations

from datetime import date

from kzstay import __version__
from kzstay.content import sections
from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Table
from kzstay.content.limits import remarks
from kzstay.content.sections import References, row_facts
from kzstay.core.assess import Assessment
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import OF_HOST, OF_RULED, OF_TRAVELLER, PersonRow, Regime, Row, VisaRow
from kzstay.core.readings import Reading
from kzstay.core.sanctions import penalties
from kzstay.texts import (
    Words,
    answers,
    complaint_hints,
    costs,
    duties,
    needs,
    papers,
    particulars,
    readings,
    rulings,
    sources,
)
from kzstay.texts import law as law_texts


def law_page(a: Assessment, w: Words, selected: int | None = None) -> list[Block]:
    """List the rows of the law that apply to a person, those of the selected stay first."""
    law, reading = a.law, a.reading
    references = References(w, law)
    blocks: list[Block] = [
        sections.title(w, a, w.gettext("The law that applies")),
        Paragraph(answers.person(w, a.traveller), muted=True),
    ]
    for row in _rows_of(a, selected):
        blocks += (
            _regime(w, law, row, reading, a.on) if isinstance(row, Regime) else _visa(w, law, row, reading, a.on)
        )
        references.mark(row.articles)
    if len(blocks) == 2:
        blocks.append(Paragraph(needs.now(w)))
    blocks += _beside(w, a, references)
    blocks += _duties(w, law, reading, references)
    blocks += _penalties(w, law, a.on, references)
    blocks += _former(w, law, references)
    blocks += [Heading(w.gettext("Open questions")), _questions(w, law, list(law.questions), references)]
    blocks += [Heading(w.gettext("Articles")), references.table()]
    blocks += [Heading(w.gettext("About the data")), Facts(about_data(w, law)), *sections.old_law(w, a)]
    blocks += [Paragraph(text, muted=True) for text in (editions(w, law), law_texts.disclaimer(w))]
    return blocks


def about_data(w: Words, law: Law) -> list[tuple[str, str]]:
    """Tell the day to which the law was read, and who says so."""
    return [
        (w.gettext("Law data collected on"), w.full_day(law.collected)),
        (
            w.gettext("Days off confirmed"),
            w.gettext("to the end of {year}").format(year=law.calendar.confirmed_until),
        ),
        (w.gettext("Made by"), f"kzstay {__version__}"),
    ]


def editions(w: Words, law: Law) -> str:
    """Tell, for each act that changes, which edition of it was read."""
    read = "; ".join(f"{law_texts.act(w, law.sources[key])}: {w.day(day)}" for key, day in law.editions.items())
    return w.gettext("Editions read: {editions}.").format(editions=read)


# Regimes and visas


def _rows_of(a: Assessment, selected: int | None) -> list[Regime | VisaRow]:
    """List the rows of the selected stay, of the present one or an entry on the day, and of the other stays."""
    entries: list[tuple[date, int | None]] = [(stay.entry, index) for index, stay in enumerate(a.traveller.stays)]
    chosen = [entries[selected]] if selected is not None and 0 <= selected < len(entries) else []
    found: dict[str, Regime | VisaRow] = {}
    for entry, stay in [*chosen, (a.entry, a.current), *entries]:
        row = a.reckoning.regime(entry, stay) or a.reckoning.need(entry, stay)
        if row:
            found[row.id] = row
    return list(found.values())


def _beside(w: Words, a: Assessment, references: References) -> list[Block]:
    """Say what else bears on the stays of a person: a contract, transport, a permit to live here."""
    law, permits = a.law, {permit.kind for permit in a.traveller.permits}
    kinds = {stay.kind for stay in a.traveller.stays}
    found: list[tuple[str, Row, str]] = []
    if "contract" in permits:
        found.append((papers.permit(w, "contract"), law.contract, law_texts.contract(w, law)))
    if "residence" in permits:
        found.append((papers.permit(w, "residence"), law.residence, law_texts.residence(w, law)))
    if "transport" in kinds:
        found.append((particulars.stay_kind(w, "transport"), law.transport, law_texts.transport(w, law)))
    blocks: list[Block] = []
    for name, row, text in found:
        blocks += [Heading(name), *sections.of_row(w, law, row, text)]
        references.mark(row.articles)
    return blocks


def _regime(w: Words, law: Law, regime: Regime, reading: Reading, on: date) -> list[Block]:
    rows = [_force(w, regime, reading)]
    for limit in regime.limits:
        rule = answers.limit_rule(w, limit)
        if limit.reading:
            rule = f"{rule} · {readings.name(w, limit.reading)}"
        if limit.since:
            rule = w.gettext("{rule}; days are counted {since}").format(
                rule=rule, since=sections.force(w, reading, limit.since, None)
            )
        rows.append((w.gettext("Limit"), rule))
    heading = Heading(answers.regime(w, regime, reading))
    return [heading, Facts(rows + row_facts(w, law, regime)), *remarks(w, law, regime, on)]


def _visa(w: Words, law: Law, row: VisaRow, reading: Reading, on: date) -> list[Block]:
    blocks: list[Block] = [Heading(w.gettext("Without a visa-free term")), Paragraph(needs.rule(w, row.needs))]
    blocks += [Paragraph(text) for text in costs.remarks(w, law, row, on)]
    return [*blocks, Facts([_force(w, row, reading), *row_facts(w, law, row)])]


def _force(w: Words, row: PersonRow, reading: Reading) -> tuple[str, str]:
    return w.gettext("In force"), sections.force(w, reading, row.begins, row.ends)


# Duties, penalties and questions


def _duties(w: Words, law: Law, reading: Reading, references: References) -> list[Block]:
    blocks: list[Block] = [Heading(w.gettext("Duties"))]
    for kind, row in law.duties.items():
        rows = [(w.gettext("Who"), duties.who(w, row.who))]
        rows.append((w.gettext("Where"), duties.places(w, row.places)))
        if row.begins > date.min:
            rows.append((w.gettext("In force"), sections.force(w, reading, row.begins, None)))
        blocks += [Heading(duties.name(w, kind), minor=True), Paragraph(duties.rule(w, law, kind))]
        blocks.append(Facts(rows + row_facts(w, law, row)))
        references.mark(row.cited)
    for told in law.told.values():
        blocks += [Paragraph(law_texts.told(w, told.code)), Facts(row_facts(w, law, told))]
        references.mark(told.articles)
    return blocks


def _penalties(w: Words, law: Law, on: date, references: References) -> list[Block]:
    blocks = [Heading(w.gettext("Penalties")), *_offences(w, law, on, references)]
    for row, text in (
        (law.repeated, law_texts.repeated(w, law)),
        (law.half_fine, law_texts.half_fine(w, law)),
        (law.minor, law_texts.minor(w, law)),
        (law.checkpoint, law_texts.checkpoint(w, law)),
        (law.lapse, rulings.lapse(w, law)),
        (law.shortened, law_texts.shortened(w)),
        (law.invitations, law_texts.invitations(w, law)),
        (law.expulsion_cost, law_texts.expulsion_cost(w)),
        *((row, complaint_hints.road(w, row)) for row in law.complaints.values()),
    ):
        blocks += [Paragraph(text), Facts(row_facts(w, law, row))]
        references.mark(row.articles)
    return [
        *blocks,
        Heading(w.gettext("Articles by which foreigners are penalised"), minor=True),
        _parts(w, law, references),
        Heading(w.gettext("Monthly calculation index (MCI)"), minor=True),
        _indexes(w, law),
    ]


def _offences(w: Words, law: Law, on: date, references: References) -> list[Block]:
    blocks: list[Block] = []
    for offence in (*OF_TRAVELLER, "purpose", "transit", *OF_RULED, *OF_HOST):
        found = penalties(law, offence, on)
        if not found:
            continue
        label = w.gettext("Host") if offence in OF_HOST else w.gettext("Days over")
        table = Table(
            header=[label, w.gettext("Penalty"), w.gettext("Article"), w.gettext("Certainty")],
            rows=[
                [
                    costs.step(w, one),
                    costs.penalty(w, one),
                    references.mark(one.row.articles),
                    law_texts.certainty(w, one.row.certainty),
                ]
                for one in found
            ],
            align="llll",
            widths=(32, 42, 12, 14),
        )
        blocks += [Heading(law_texts.offence(w, offence), minor=True), table]
    if found := penalties(law, "overstay", on):
        blocks.append(Paragraph(costs.index(w, found, on.year)))
    return blocks


def _indexes(w: Words, law: Law) -> Table:
    return Table(
        header=[w.gettext("Year"), w.gettext("Tenge"), w.gettext("Certainty"), w.gettext("Sources")],
        rows=[
            [
                w.day(index.since) if index.since else str(index.year),
                w.number(index.tenge),
                law_texts.certainty(w, index.certainty),
                sources.names(w, law, index.source),
            ]
            for index in law.indexes
        ],
        align="lrll",
        widths=(14, 16, 16, 54),
    )


def _parts(w: Words, law: Law, references: References) -> Table:
    return Table(
        header=[
            w.gettext("Part"),
            w.gettext("Decided by"),
            w.gettext("Expulsion"),
            w.gettext("Article"),
            w.gettext("Certainty"),
        ],
        rows=[
            [
                row.part,
                law_texts.authority(w, row.by),
                w.pgettext("expulsion", "possible") if row.expels else w.pgettext("expulsion", "no"),
                references.mark(row.articles),
                law_texts.certainty(w, row.certainty),
            ]
            for row in law.parts
        ],
        align="lllll",
        widths=(16, 34, 20, 14, 16),
    )


def _former(w: Words, law: Law, references: References) -> list[Block]:
    """Tell what held for a time: terms that were prolonged, and duties that are not reckoned."""
    blocks: list[Block] = [Heading(w.gettext("Rules of another time"))]
    for row in law.prolongations:
        text = law_texts.prolongation(w, row)
        blocks += [Paragraph(text), Facts(row_facts(w, law, row))]
        references.mark(row.articles)
    for row in law.former:
        blocks += [Paragraph(law_texts.former(w, row)), Facts(row_facts(w, law, row))]
        references.mark(row.articles)
    return blocks


def _questions(w: Words, law: Law, codes: list[str], references: References) -> Table:
    return Table(
        header=[w.gettext("Question"), w.gettext("Certainty"), w.gettext("Article"), w.gettext("Sources")],
        rows=[
            [
                law_texts.question(w, code),
                law_texts.certainty(w, law.questions[code].certainty),
                references.mark(law.questions[code].articles),
                sources.names(w, law, law.questions[code].source),
            ]
            for code in codes
        ],
        align="llll",
        widths=(46, 11, 9, 34),
    )
