"""Report on the stays of a traveller, as neutral blocks; the explaining pages are named here too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kzstay.content import bounds, pictured, sections
from kzstay.content.blocks import Block, Facts, Figure, Heading, Paragraph, Table
from kzstay.content.law import about_data, law_page
from kzstay.content.limits import limit_blocks
from kzstay.content.sections import References, day_sides, row_facts
from kzstay.content.why import why
from kzstay.core import agenda
from kzstay.core.assess import Assessment, StayAnswer
from kzstay.core.case import Host, Permit, Ruling, Traveller
from kzstay.core.costs import Cost, cost_of
from kzstay.core.duties import Duty
from kzstay.core.host_costs import host_cost_of
from kzstay.core.law.loading import Law
from kzstay.core.verdict import Standing
from kzstay.files.report_id import report_id
from kzstay.texts import Words, answers, beside, costs, duties, entries, foreign, papers, readings, rulings
from kzstay.texts import law as law_texts

__all__ = ["about", "body", "by_urgency", "law_page", "report", "why"]

_URGENT = [
    Standing.OVERSTAY,
    Standing.ORDERED,
    Standing.BARRED,
    Standing.ENDING,
    Standing.NO_REGIME,
    Standing.LAWFUL,
    Standing.PERMIT,
    Standing.OUTSIDE,
]
_MISSED = _URGENT.index(Standing.ENDING)  # who missed something comes before all who did not, but who must leave


def report(a: Assessment, w: Words, left_out: int = 0, not_taken_over: int = 0, mark: str = "") -> list[Block]:
    """Compose the report on the stays of one traveller.

    ``left_out`` is how many rows were typed that cannot be used yet, ``not_taken_over`` how many changes of rows;
    the report says so. ``mark`` is the ID of the whole report where it is about others too.
    """
    return [*body(a, w, left_out, not_taken_over), *about(a, w, mark)]


def body(a: Assessment, w: Words, left_out: int = 0, not_taken_over: int = 0) -> list[Block]:
    """Compose all that is told of the traveller."""
    law, traveller = a.law, a.traveller
    blocks: list[Block] = [
        sections.title(w, a, w.gettext("Report on a stay in Kazakhstan")),
        Facts(_who(w, traveller)),
        sections.answer(w, a),
    ]
    if traveller.stays:
        blocks += [Figure("timeline", pictured.caption(a, w)), Heading(w.gettext("Stays")), *_crossings(w, a)]
    blocks += bounds.not_usable(w, left_out, not_taken_over)
    blocks += _papers(w, a)
    staying = w.gettext("Last lawful day and next entry")
    if rows := sections.leave_rows(w, a):
        blocks += [Heading(staying if a.leave_by else w.gettext("Next entry")), Facts(rows)]
    if a.next_entry:
        blocks += [Paragraph(text) for text in entries.if_expelled(w, a)]
    elif a.regime:
        blocks.append(Paragraph(entries.no_entry(w, a)))
    blocks += sections.notes(w, a)
    blocks.append(Heading(w.gettext("Rules that apply")))
    if a.regime:
        term = (w.gettext("Visa-free term"), answers.regime(w, a.regime, a.reading))
        blocks.append(Facts([term, *row_facts(w, law, a.regime)]))
        blocks += limit_blocks(a, w, a.current, sources=False)
    else:
        blocks += sections.what_is_needed(w, a.reckoning, a.entry, a.current)
    references = References(w, law)
    blocks += _duties(w, a, references)
    return blocks


def about(a: Assessment, w: Words, mark: str = "") -> list[Block]:
    """Tell what was reckoned with, and that nothing is promised: the same of all travellers of a day.

    ``mark`` is the ID of the report, that of a report on this traveller alone where none is given.
    """
    facts = Facts(_about(w, a.law, a, mark))
    return [Heading(w.gettext("About this report")), facts, Paragraph(law_texts.disclaimer(w), muted=True)]


def by_urgency(found: list[Assessment]) -> list[Assessment]:
    """Put whoever has the least time first; who has as much keeps the order of the case."""

    def rank(a: Assessment) -> tuple[int, date]:
        standing = _URGENT.index(a.standing)
        sooner = standing if a.sound else min(standing, _MISSED)
        return sooner, a.leave_until or date.max

    return sorted(found, key=rank)


# Who


def _who(w: Words, traveller: Traveller) -> list[tuple[str, str]]:
    rows = [
        (w.gettext("Name"), foreign.name(traveller.name)),
        (w.gettext("Citizenship and passport"), answers.person(w, traveller)),
    ]
    if traveller.native_name:
        rows.insert(1, (w.gettext("Name in its own script"), foreign.name(traveller.native_name)))
    if traveller.document:
        rows.append((w.gettext("Number of the passport"), foreign.name(traveller.document)))
    if traveller.born:
        rows.append((w.gettext("Date of birth"), w.full_day(traveller.born)))
    if traveller.host:
        rows.append((w.gettext("Host"), _host(w, traveller.host)))
    return rows


def _host(w: Words, host: Host) -> str:
    kind = answers.host(w, host.kind)
    return " · ".join(filter(None, (foreign.name(host.name), kind)))


# Permits and rulings


def _papers(w: Words, a: Assessment) -> list[Block]:
    """List the permits and the rulings, each kind under its heading."""
    blocks: list[Block] = []
    traveller, most = a.traveller, bounds.PAPERS
    permits = bounds.kept(
        traveller.permits, most, lambda one: bounds.rank(one.until, a.on, first=one.until >= a.on)
    )
    rulings = bounds.kept(traveller.rulings, most, lambda one: bounds.rank(one.served, a.on))
    if permits:
        header = [w.gettext("Permit"), w.gettext("From"), w.gettext("Until")]
        allowed = any(permit.days or permit.entries for permit in permits)
        header += [w.gettext("Days"), w.gettext("Entries")] if allowed else []
        rows = [_permit(w, permit)[: len(header)] for permit in permits]
        table = Table(header=header, rows=rows, align="lllrr"[: len(header)])
        blocks += [Heading(w.gettext("Permits")), table]
        blocks += bounds.left_out(w, len(traveller.permits) - len(permits))
    if rulings:
        blocks += [Heading(w.gettext("Rulings")), _rulings_table(w, rulings)]
        blocks += bounds.left_out(w, len(traveller.rulings) - len(rulings))
    return blocks


def _permit(w: Words, permit: Permit) -> list[str]:
    days = papers.days(w, permit.days, permit.period) or "–"
    entries = str(permit.entries) if permit.entries else "–"
    return [papers.permit(w, permit.kind), w.day(permit.first), w.day(permit.until), days, entries]


def _rulings_table(w: Words, shown: Sequence[Ruling]) -> Table:
    """List rulings; the article and the day of a complaint have their columns where one has them."""
    appealed = any(one.appealed for one in shown)
    columns = [
        (w.gettext("Ruling"), [papers.ruling(w, one.kind) for one in shown]),
        (w.gettext("Article"), [one.part for one in shown]),
        (w.gettext("Served"), [w.day(one.served) for one in shown]),
        (w.gettext("Leave by"), [_day(w, one.leave_by) for one in shown]),
        (w.pgettext("ruling", "Appealed on"), [_day(w, one.appealed) for one in shown] if appealed else []),
        (w.gettext("Carried out"), [_day(w, one.executed) for one in shown]),
        (w.gettext("Paid"), [_day(w, one.paid) for one in shown]),
    ]
    told = [(name, cells) for name, cells in columns if any(cells)]
    rows = [list(cells) for cells in zip(*(cells for _, cells in told), strict=True)]
    return Table(header=[name for name, _ in told], rows=rows, align="l" * len(told))


def _day(w: Words, day: date | None) -> str:
    return w.day(day) if day else "–"


# Stays


def _crossings(w: Words, a: Assessment) -> list[Block]:
    numbered = list(enumerate(a.traveller.in_order(), 1))
    shown = bounds.kept(numbered, bounds.STAYS, lambda one: _rank(a, a.stays[one[1]]))
    return [_stays_table(w, a, shown), *bounds.stays_left_out(w, len(numbered) - len(shown))]


def _rank(a: Assessment, stay: StayAnswer) -> bounds.Rank:
    matters = stay.planned or stay.overstay_days > 0 or stay.perhaps_over > 0
    return bounds.rank(stay.entry, a.on, first=stay.index == a.current, second=matters)


def _stays_table(w: Words, a: Assessment, shown: list[tuple[int, int]]) -> Table:
    """List stays, each with its number."""
    remarks = any(_remarks(w, a, index) for _, index in shown)
    header = [
        w.gettext("No."),
        w.gettext("Entry"),
        w.gettext("Exit"),
        w.gettext("Days"),
        w.gettext("Lawful until"),
        w.gettext("Status"),
    ]
    rows: list[list[str]] = []
    for number, index in shown:
        answer = a.stays[index]
        row = [
            str(number),
            w.day(answer.entry),
            _exit(w, answer),
            str(answer.days) if answer.days else "–",
            day_sides(w, a.reading, answer.lawful_until),
            answers.stay_status(w, a, answer),
        ]
        rows.append([*row, " · ".join(_remarks(w, a, index))] if remarks else row)
    return Table(
        header=[*header, w.gettext("Note")] if remarks else header,
        rows=rows,
        align="lllrlll" if remarks else "lllrll",
        marked=next((row for row, (_, index) in enumerate(shown) if index == a.current), None),
    )


def _remarks(w: Words, a: Assessment, index: int) -> list[str]:
    """Say what sets a stay apart, where the border was crossed, and what was noted."""
    stay = a.traveller.stays[index]
    noted = (foreign.name(stay.checkpoint), foreign.name(stay.exit_checkpoint), foreign.remark(stay.note))
    return [*answers.apart(w, a.stay(index)), *filter(None, noted)]


def _exit(w: Words, stay: StayAnswer) -> str:
    if stay.exit:
        return w.day(stay.exit)
    if stay.planned:
        return w.gettext("planned")
    return w.gettext("not recorded") if stay.exit_missing else w.gettext("still here")


# Duties


def _duties(w: Words, a: Assessment, references: References) -> list[Block]:
    telling = agenda.reported(a)
    if not telling:
        return []

    def rank(duty: Duty) -> bounds.Rank:
        first, second = agenda.is_present(a, duty), agenda.presses(duty)
        return bounds.rank(duty.due.under(a.reading), a.on, first=first, second=second)

    shown = bounds.kept(telling, bounds.DUTIES, rank)
    # A cost is told where it threatens or is due
    owed = [(duty, cost_of(a, duty)) for duty in shown if agenda.owed(duty)]
    blocks: list[Block] = [Heading(w.gettext("Duties")), _duties_table(w, a, shown, owed, references)]
    blocks += bounds.left_out(w, len(telling) - len(shown))
    if len(telling) < len(a.duties):
        settled = w.gettext("Duties of earlier stays that are done or were not required are left out.")
        blocks.append(Paragraph(settled, muted=True))
    blocks += [Paragraph(duties.rule_of(w, a, duty)) for duty in shown if _chooses(a, duty)]
    blocks += _rulings(w, a, shown)
    blocks += _missed(w, a, owed, references)
    return [*blocks, Heading(w.gettext("Articles"), minor=True), references.table()]


def _chooses(a: Assessment, duty: Duty) -> bool:
    """Tell whether the present stay is to end, or to get what a longer one needs: the report says how."""
    return duty.stay == a.current and duty.row.prominence == "stay" and duty.state in ("open", "missed")


def _duties_table(
    w: Words, a: Assessment, shown: list[Duty], owed: list[tuple[Duty, Cost | None]], references: References
) -> Table:
    number = {index: number for number, index in enumerate(a.traveller.in_order(), 1)}
    brief = {id(duty): costs.brief(w, cost) for duty, cost in owed if cost and cost.first}
    other = a.reading.other
    rows = [
        [
            duties.title(w, a, duty),
            str(number[duty.stay]) if duty.stay is not None else "",
            duties.who(w, duty.who),
            w.day(duty.due.under(a.reading)),
            w.day(duty.due.under(other)) if duty.due.differs else "",
            duties.status(w, a.law, duty),
            brief.get(id(duty), ""),
            references.mark(duties.articles_of(a, duty)),
        ]
        for duty in shown
    ]
    header = [
        w.gettext("Duty"),
        w.gettext("Stay"),
        w.gettext("Who"),
        w.gettext("Due"),
        readings.title(w, other),
        w.gettext("State"),
        w.gettext("If missed"),
        w.gettext("Article"),
    ]
    return Table(header=header, rows=rows, align="llllllll", widths=(16, 5, 10, 12, 11, 13, 25, 8))


def _rulings(w: Words, a: Assessment, shown: list[Duty]) -> list[Block]:
    """Tell of the terms of rulings what else there is to know of them."""
    told = [
        (duties.title(w, a, duty), [*rulings.road(w, duty), *rulings.remarks(w, a.law, duty)]) for duty in shown
    ]
    return [block for title, facts in told if facts for block in (Heading(title, minor=True), Facts(list(facts)))]


def _missed(w: Words, a: Assessment, owed: list[tuple[Duty, Cost | None]], references: References) -> list[Block]:
    """Tell what it costs to miss the duties that are open or were missed, the same cost only once."""
    told: dict[tuple[costs.Fact, ...], list[str]] = {}
    sums: list[str] = []
    for duty, cost in owed:
        facts = beside.of_cost(w, a, duty)
        if not facts:
            continue
        host = host_cost_of(a, duty)
        if cost:
            articles = [*costs.articles(a.law, duty, cost), *(host.articles if host else [])]
            facts.append((w.gettext("Article"), references.mark(articles)))
        if cost and cost.first:
            sums.append(costs.index(w, cost.likely, cost.opened.year))
        names = told.setdefault(tuple(facts), [])
        if (name := duties.name_of(w, duty)) not in names:
            names.append(name)
    blocks: list[Block] = [
        block
        for facts, names in told.items()
        for block in (Heading(" · ".join(names), minor=True), Facts(list(facts)))
    ]
    if not blocks:
        return []
    found = [Paragraph(text, muted=True) for text in dict.fromkeys(sums)]
    return [Heading(w.gettext("If a deadline is missed")), *blocks, *found]


# About


def _about(w: Words, law: Law, a: Assessment, mark: str) -> list[tuple[str, str]]:
    return [
        (w.gettext("Report ID"), mark or report_id([a.traveller], a.on, a.reading, law.collected)),
        (w.gettext("Calculated for"), w.long_day(a.on)),
        (w.gettext("Way of counting"), readings.name(w, a.reading)),
        *about_data(w, law),
    ]
