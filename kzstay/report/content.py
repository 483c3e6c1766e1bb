"""What the report and the explaining pages say, as neutral blocks."""

from __future__ import annotations

from datetime import date

from kzstay import __version__
from kzstay.core.assess import Assessment, StayAnswer
from kzstay.core.case import Host, Permit, Traveller
from kzstay.core.days import Span
from kzstay.core.law import Both, Law, Reading, Regime
from kzstay.core.reckoning import Reckoning
from kzstay.report import sections
from kzstay.report.blocks import Block, Facts, Figure, Heading, Paragraph, Table
from kzstay.report.sections import References, day_sides, limit_blocks, row_facts
from kzstay.texts import Words, answers, duties
from kzstay.texts import law as law_texts


def report(pair: Both[Reckoning], reading: Reading, w: Words) -> list[Block]:
    """Compose the report on the stays of one traveller."""
    a = Assessment(pair, reading)
    law, traveller = pair.safe.law, a.traveller
    blocks: list[Block] = [
        sections.title(w, pair.under(reading), w.gettext("Report on a stay in Kazakhstan")),
        Facts(_who(w, traveller)),
        sections.verdict(w, a, pair.usual),
    ]
    if traveller.stays:
        caption = w.gettext("Stays as bars, the days used as a line, and the limit above it")
        blocks += [Figure("timeline", caption), Heading(w.gettext("Stays")), _crossings(w, a)]
    staying = w.gettext("Last lawful day and next entry")
    blocks.append(Heading(staying if a.leave_by else w.gettext("Next entry")))
    rows = sections.leave_rows(pair, a, w, articles=False)
    blocks += [Facts(rows) if rows else Paragraph(answers.no_regime(w))]
    if a.regime:
        term = (w.gettext("Visa-free term"), answers.regime(w, a.regime))
        blocks += [Heading(w.gettext("Rules that apply")), Facts([term, *row_facts(w, law, a.regime)])]
        blocks += limit_blocks(pair, reading, w, sources=False)
    references = References(w, law)
    blocks += _duties(w, law, a, references)
    blocks += sections.notes(w, a)
    blocks += [Heading(w.gettext("About this report")), Facts(_about(w, law, a))]
    blocks += [Paragraph(law_texts.disclaimer(w), muted=True)]
    return blocks


def why(pair: Both[Reckoning], reading: Reading, w: Words) -> list[Block]:
    """Explain an answer: what binds, what each limit counts, and where the two ways of counting part."""
    a = Assessment(pair, reading)
    blocks: list[Block] = [sections.title(w, pair.under(reading), w.gettext("Why"))]
    rows = sections.leave_rows(pair, a, w, articles=True)
    blocks += [Facts(rows) if rows else Paragraph(answers.no_regime(w))]
    if a.regime:
        blocks.append(Heading(w.gettext("Limits")))
    if a.regime and a.current is None:
        blocks.append(Paragraph(w.gettext("The limits below are those of an entry on the day of reckoning.")))
    blocks += limit_blocks(pair, reading, w, sources=True)
    blocks += _parting(w, pair, reading)
    blocks += sections.notes(w, a)
    return blocks


def law_page(pair: Both[Reckoning], reading: Reading, w: Words) -> list[Block]:
    """List the rows of the law that apply to a person, and how sure each of them is."""
    a = Assessment(pair, reading)
    law = pair.safe.law
    references = References(w, law)
    blocks: list[Block] = [
        sections.title(w, pair.under(reading), w.gettext("The law that applies")),
        Paragraph(answers.person(w, a.traveller), muted=True),
    ]
    found = {regime.id: regime for regime in (a.regime, *(stay.regime for stay in a.stays)) if regime}
    if not found:
        blocks.append(Paragraph(answers.no_regime(w)))
    for regime in found.values():
        blocks += _regime(w, law, regime, reading)
        references.mark(regime.articles)
    blocks.append(Heading(w.gettext("Duties")))
    for kind, row in law.duties.items():
        rows = [(w.gettext("Who"), duties.who(w, row.who))]
        rows.append((w.gettext("Where"), duties.places(w, tuple(row.where))))
        if row.begins > date.min:
            rows.append((w.gettext("In force"), sections.force(w, reading, row.begins, None)))
        blocks += [Heading(duties.name(w, kind), minor=True), Paragraph(duties.rule(w, law, kind))]
        blocks.append(Facts(rows + row_facts(w, law, row)))
        references.mark(row.articles)
    blocks += [Heading(w.gettext("Open questions")), _questions(w, law, list(law.questions), references)]
    blocks += [Heading(w.gettext("Articles")), references.table()]
    blocks += [Heading(w.gettext("About the data")), Facts(_data(w, law))]
    blocks += [Paragraph(law_texts.disclaimer(w), muted=True)]
    return blocks


# Who


def _who(w: Words, traveller: Traveller) -> list[tuple[str, str]]:
    rows = [
        (w.gettext("Name"), traveller.name),
        (w.gettext("Citizenship and passport"), answers.person(w, traveller)),
    ]
    if traveller.born:
        rows.append((w.gettext("Date of birth"), w.full_day(traveller.born)))
    if traveller.host:
        rows.append((w.gettext("Host"), _host(w, traveller.host)))
    rows += [(w.gettext("Permit"), _permit(w, permit)) for permit in traveller.permits]
    return rows


def _host(w: Words, host: Host) -> str:
    kind = answers.host(w, host.kind)
    return f"{host.name} · {kind}" if host.name else kind


def _permit(w: Words, permit: Permit) -> str:
    kind = {
        "visa": w.gettext("visa"),
        "rvp": w.gettext("temporary residence permit"),
        "residence": w.gettext("permanent residence permit"),
    }[permit.kind]
    return f"{kind} · {sections.span(w, Span(permit.first, permit.until))}"


# Stays


def _crossings(w: Words, a: Assessment) -> Table:
    stays = a.traveller.stays
    remarks = any(stay.checkpoint or stay.note for stay in stays)
    header = [
        w.gettext("No."),
        w.gettext("Entry"),
        w.gettext("Exit"),
        w.gettext("Days"),
        w.gettext("Lawful until"),
        w.gettext("Status"),
    ]
    rows: list[list[str]] = []
    order = a.traveller.in_order()
    missing = {note.stay for note in a.notes if note.code == "exit-missing"}
    for number, index in enumerate(order, 1):
        answer, stay = a.stays[index], stays[index]
        row = [
            str(number),
            w.day(answer.entry),
            _exit(w, answer, missing=index in missing),
            str(answer.days) if answer.days else "–",
            day_sides(w, a.reading, answer.lawful_until),
            answers.stay_status(w, a, answer),
        ]
        rows.append([*row, " · ".join(filter(None, (stay.checkpoint, stay.note)))] if remarks else row)
    return Table(
        header=[*header, w.gettext("Note")] if remarks else header,
        rows=rows,
        align="lllrlll" if remarks else "lllrll",
        marked=order.index(a.current) if a.current is not None else None,
    )


def _exit(w: Words, stay: StayAnswer, *, missing: bool) -> str:
    if stay.exit:
        return w.day(stay.exit)
    if stay.planned:
        return w.gettext("planned")
    return w.gettext("not recorded") if missing else w.gettext("still here")


# Duties


def _duties(w: Words, law: Law, a: Assessment, references: References) -> list[Block]:
    order = a.traveller.in_order()
    begun = [index for index in order if not a.stays[index].planned]
    # What lies behind and is settled would bury what is still to be done
    recent = {*begun[-1:], *(index for index in order if a.stays[index].planned)}
    shown = [duty for duty in a.duties if duty.state not in ("done", "waived") or duty.stay in recent]
    if not shown:
        return []
    other = Reading.USUAL if a.reading is Reading.SAFE else Reading.SAFE
    rows = [
        [
            duties.title(w, a, duty),
            str(order.index(duty.stay) + 1) if duty.stay is not None else "",
            duties.who(w, duty.who),
            w.day(duty.due.under(a.reading)),
            w.day(duty.due.under(other)) if duty.due.differs else "",
            duties.status(w, law, duty),
            references.mark(duty.articles),
        ]
        for duty in shown
    ]
    header = [
        w.gettext("Duty"),
        w.gettext("Stay"),
        w.gettext("Who"),
        w.gettext("Due"),
        answers.reading(w, other),
        w.gettext("State"),
        w.gettext("Article"),
    ]
    table = Table(header=header, rows=rows, align="lllllll", widths=(21, 7, 12, 13, 13, 25, 9))
    blocks: list[Block] = [Heading(w.gettext("Duties")), table]
    if len(shown) < len(a.duties):
        settled = w.gettext("Duties of earlier stays that are done or were not required are left out.")
        blocks.append(Paragraph(settled, muted=True))
    return [*blocks, Heading(w.gettext("Articles"), minor=True), references.table()]


# Law


def _about(w: Words, law: Law, a: Assessment) -> list[tuple[str, str]]:
    return [
        (w.gettext("Date of reckoning"), w.long_day(a.on)),
        (w.gettext("Way of counting"), answers.reading(w, a.reading)),
        *_data(w, law),
    ]


def _data(w: Words, law: Law) -> list[tuple[str, str]]:
    return [
        (w.gettext("Date of the law data"), w.full_day(law.date)),
        (
            w.gettext("Days off confirmed"),
            w.gettext("to the end of {year}").format(year=law.calendar.confirmed_until),
        ),
        (w.gettext("Made by"), f"kzstay {__version__}"),
    ]


def _regime(w: Words, law: Law, regime: Regime, reading: Reading) -> list[Block]:
    rows = [(w.gettext("In force"), sections.force(w, reading, regime.begins, regime.ends))]
    for limit in regime.limits:
        rule = answers.limit_rule(w, limit)
        if limit.reading:
            rule = f"{rule} · {answers.reading(w, limit.reading)}"
        if limit.since:
            rule = w.gettext("{rule}; days are counted {since}").format(
                rule=rule, since=sections.force(w, reading, limit.since, None)
            )
        rows.append((w.gettext("Limit"), rule))
    return [Heading(answers.regime(w, regime)), Facts(rows + row_facts(w, law, regime))]


def _questions(w: Words, law: Law, codes: list[str], references: References) -> Table:
    return Table(
        header=[w.gettext("Question"), w.gettext("Certainty"), w.gettext("Article"), w.gettext("Sources")],
        rows=[
            [
                law_texts.question(w, code),
                law_texts.certainty(w, law.questions[code].certainty),
                references.mark(law.questions[code].articles),
                "; ".join(law.questions[code].source),
            ]
            for code in codes
        ],
        align="llll",
        widths=(46, 11, 9, 34),
    )


def _parting(w: Words, pair: Both[Reckoning], reading: Reading) -> list[Block]:
    """Set side by side what the two ways of counting make of the same days, and name what parts them."""
    both = Both.of(lambda side: Assessment(pair, side))
    a = both.under(reading)
    rows: list[list[str]] = []
    codes: list[str] = []

    def part(label: str, safe: str, usual: str, *questions: str) -> None:
        if safe != usual:
            rows.append([label, safe, usual])
            codes.extend(code for code in questions if code not in codes)

    counts = [code for code in ("rolling-look-back", "treaty-without-window") if _touches(pair, code)]
    if a.leave_by:
        days = [w.full_day(day) if day else w.gettext("none") for day in (a.leave_by.safe, a.leave_by.usual)]
        part(w.gettext("Last lawful day"), *days, *counts)
    uses = [
        {sections.key(limit): use for limit, use in sections.bound_uses(side)} for side in (pair.safe, pair.usual)
    ]
    for limit, use in (uses[0] | uses[1]).items():
        if use.used is not None:
            found = [side.get(limit) for side in uses]
            label = w.gettext("Days used: {rule}").format(rule=answers.limit_rule(w, use))
            part(label, *(str(held.used) if held else "–" for held in found), *counts)
    entries = [side.next_entry for side in (both.safe, both.usual)]
    part(
        w.gettext("Next entry"), *(sections.next_entry(w, *entry) if entry else "–" for entry in entries), *counts
    )
    settled = {
        "host-notice": ["host-notice-first-day"],
        "registration": ["registration-last-day"],
        "rvp": ["birthday-term"] if a.traveller.born else [],
    }
    for duty in a.duties:
        if duty.stay == a.current and duty.kind in settled:
            days = w.full_day(duty.due.safe), w.full_day(duty.due.usual)
            part(duties.title(w, a, duty), *days, *settled[duty.kind])
    if not rows:
        return []
    names = (answers.reading(w, side) for side in Reading)
    blocks: list[Block] = [
        Heading(w.gettext("Where the two ways of counting part")),
        Table(header=["", *names], rows=rows, align="lll"),
    ]
    blocks += [Paragraph(law_texts.question(w, code)) for code in codes]
    return blocks


def _touches(pair: Both[Reckoning], code: str) -> bool:
    """Tell whether an open question bears on the limits of a person."""
    found = Both.of(lambda side: [limit for limit, _ in sections.bound_uses(pair.under(side))])
    if code == "treaty-without-window":
        return any(limit.row is pair.safe.law.general for limit in found.safe)
    return any(limit.row.kind == "rolling" for limit in found.usual)
