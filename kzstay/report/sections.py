"""Parts that the report and the explaining pages share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kzstay.core.assess import Assessment
from kzstay.core.days import DAY, Span
from kzstay.core.explain import bound_uses, contributions
from kzstay.core.law import Both, DutyRow, Law, Question, Reading, Regime
from kzstay.core.limits import Counting
from kzstay.core.reckoning import LimitUse, Reckoning
from kzstay.core.regimes import BoundLimit
from kzstay.report.blocks import Block, Facts, Heading, Paragraph, Table, Title, Verdict
from kzstay.texts import Words, answers, duties
from kzstay.texts.law import certainty, citation, citations

_AND = ",\N{NO-BREAK SPACE}"

Row = Regime | DutyRow | Question


class References:
    """Numbers for the articles that a table refers to, so that each is cited in full only once."""

    def __init__(self, w: Words, law: Law) -> None:
        self._w = w
        self._law = law
        self._numbers: dict[str, int] = {}
        self._addresses: list[str] = []

    def mark(self, articles: Iterable[str]) -> str:
        """Return the numbers of some articles, and keep those that are new."""
        numbers: list[int] = []
        for article in articles:
            text = citation(self._w, self._law, article)
            if text not in self._numbers:
                self._numbers[text] = len(self._numbers) + 1
                self._addresses.append(self._law.sources[article.partition(" ")[0]].address)
            numbers.append(self._numbers[text])
        return f"[{_AND.join(map(str, sorted(set(numbers))))}]" if numbers else ""

    def table(self) -> Table:
        """List the articles by number, with the place where their text is found."""
        w = self._w
        return Table(
            header=[w.gettext("No."), w.gettext("Article"), w.gettext("Text of the act")],
            rows=[
                [f"[{number}]", text, address]
                for (text, number), address in zip(self._numbers.items(), self._addresses, strict=True)
            ],
            align="lll",
        )


# Words


def sides(w: Words, reading: Reading, safe: str, usual: str) -> str:
    """Write a value as the reading has it, the other one only where it differs."""
    if safe == usual:
        return safe
    if reading is Reading.SAFE:
        return w.gettext("{safe} (by the usual count {usual})").format(safe=safe, usual=usual)
    return w.gettext("{usual} (by the strict count {safe})").format(safe=safe, usual=usual)


def day_sides(w: Words, reading: Reading, days: Both[date | None]) -> str:
    """Write a day of a table as the reading has it, the other one only where it differs."""
    return sides(w, reading, *(w.day(day) if day else w.gettext("none") for day in (days.safe, days.usual)))


def span(w: Words, days: Span) -> str:
    """Write the first and the last day with their years."""
    return f"{w.day(days.first)} – {w.day(days.last)}"


def force(w: Words, reading: Reading, begins: date | Both[date], ends: date | Both[date] | None) -> str:
    """Write between which days a rule is in force."""

    def side(kind: Reading) -> str:
        first = begins.under(kind) if isinstance(begins, Both) else begins
        last = ends.under(kind) if isinstance(ends, Both) else ends
        return span(w, Span(first, last)) if last else w.gettext("from {day}").format(day=w.day(first))

    return sides(w, reading, side(Reading.SAFE), side(Reading.USUAL))


def row_facts(w: Words, law: Law, row: Row) -> list[tuple[str, str]]:
    """Tell the articles, the certainty and the sources of a row of the law."""
    return [
        (w.gettext("Articles"), citations(w, law, row.articles)),
        (w.gettext("Certainty"), certainty(w, row.certainty)),
        (w.gettext("Sources"), "; ".join(row.source)),
    ]


# The answer


def title(w: Words, reckoning: Reckoning, text: str) -> Title:
    """Name a page and say what it was reckoned by."""
    line = w.gettext("Reckoned for {day} · {reading} · law data of {law}").format(
        day=w.full_day(reckoning.on),
        reading=answers.reading(w, reckoning.reading),
        law=w.full_day(reckoning.law.date),
    )
    return Title(text, line)


def verdict(w: Words, a: Assessment, usual: Reckoning) -> Verdict:
    """Give the large answer with the short facts under it."""
    number, unit = answers.headline(w, a)
    facts = answers.evidence(w, a, usual.limit_uses())
    facts += [duties.upcoming(w, duty) for duty in a.duties if duty.state == "open"][:1]
    return Verdict(
        number=number,
        unit=unit,
        lead=answers.lead(w, a),
        standing_code=a.standing,
        standing_text=answers.standing(w, a.standing),
        facts=facts,
    )


def leave_rows(pair: Both[Reckoning], a: Assessment, w: Words, *, articles: bool) -> list[tuple[str, str]]:
    """Tell until when the present stay is lawful, what sets that day, and when the next entry is possible."""
    rows: list[tuple[str, str]] = []
    if a.leave_by and a.current is not None:
        days = a.leave_by.safe, a.leave_by.usual
        safe, usual = (w.long_day(day) if day else w.gettext("none") for day in days)
        if safe == usual:
            rows.append((w.gettext("Last lawful day"), w.gettext("{day} by both counts").format(day=safe)))
        else:
            rows.append((w.gettext("Last lawful day by the strict count"), safe))
            rows.append((w.gettext("Last lawful day by the usual count"), usual))
        found = [pair.under(side).verdict(a.current).because or a.leave_by.because for side in Reading]
        bound = sides(w, a.reading, *(answers.limit_name(w, kind) for kind in found))
        if articles and a.regime and a.leave_by.because != "permit":
            cited = citations(w, pair.safe.law, a.regime.articles)
            bound = w.gettext("{limit}: {articles}").format(limit=bound, articles=cited)
        rows.append((w.gettext("Set by"), bound))
    if a.next_entry:
        rows.append((w.gettext("Next entry"), next_entry(w, *a.next_entry)))
    return rows


def next_entry(w: Words, day: date, count: int) -> str:
    """Say from when and for how long the next entry is possible."""
    return w.ngettext(
        "from {day}, for {n} day at most, until {last}", "from {day}, for {n} days at most, until {last}", count
    ).format(day=w.full_day(day), n=count, last=w.full_day(day + DAY * (count - 1)))


def notes(w: Words, a: Assessment) -> list[Block]:
    """List what the reader should know of the answer, under its heading; nothing where there is nothing."""
    found: list[Block] = [Paragraph(answers.note(w, note, a)) for note in a.notes]
    return [Heading(w.gettext("Notes")), *found] if found else []


# Limits


def key(limit: BoundLimit) -> tuple[str, int, int | None]:
    """Identify a limit in both readings."""
    return limit.row.kind, limit.row.days, limit.row.period


def entry_of(reckoning: Reckoning) -> date:
    """Return the entry that limits are told for: that of the present stay, or one on the day of reckoning."""
    if reckoning.current is None:
        return reckoning.on
    return reckoning.traveller.stays[reckoning.current].entry


def limit_blocks(pair: Both[Reckoning], reading: Reading, w: Words, *, sources: bool) -> list[Block]:
    """Explain each limit: its rule, the days that it looks at, and what every stay gives to them."""
    reckoning = pair.under(reading)
    other = pair.under(Reading.USUAL if reading is Reading.SAFE else Reading.SAFE)
    others = {key(limit): (limit, use) for limit, use in bound_uses(other)}
    blocks: list[Block] = []
    for limit, use in bound_uses(reckoning):
        blocks.append(Heading(answers.limit_rule(w, limit.row), minor=True))
        there = others.get(key(limit), (limit, use))
        rows = _limit_rows(w, reckoning, other, (limit, use), there)
        if sources:
            rows += row_facts(w, reckoning.law, _row_of(reckoning, limit))
        blocks.append(Facts(rows))
        if isinstance(limit.rule, Counting) and use.window:
            blocks += _contributions(w, reckoning, limit, use.window)
    return blocks


def _limit_rows(
    w: Words,
    reckoning: Reckoning,
    other: Reckoning,
    here: tuple[BoundLimit, LimitUse],
    there: tuple[BoundLimit, LimitUse],
) -> list[tuple[str, str]]:
    limit, use = here
    rows: list[tuple[str, str]] = []

    def both(mine: str, theirs: str) -> str:
        safe, usual = (mine, theirs) if reckoning.reading is Reading.SAFE else (theirs, mine)
        return sides(w, reckoning.reading, safe, usual)

    if use.window:
        label = w.gettext("Days looked at")
        rows.append((label, both(*(span(w, found.window) for _, found in (here, there) if found.window))))
        rows.append((w.gettext("Used"), both(*(f"{found.used}" for _, found in (here, there)))))
        rows.append((w.gettext("Remaining"), both(*(f"{found.remaining}" for _, found in (here, there)))))
    elif reckoning.current is not None:
        day = (reckoning.on - entry_of(reckoning)).days + 1
        rows.append((w.gettext("Today"), answers.day_of(w, day, use.days)))
    texts: list[str] = []
    for side, found in ((reckoning, limit), (other, there[0])):
        last = found.rule.last_lawful(side.counted(found), entry_of(side))
        texts.append(w.full_day(last) if last else w.gettext("none"))
    staying = reckoning.current is not None
    label = w.gettext("Last day by this limit") if staying else w.gettext("Last day of an entry today")
    return [*rows, (label, both(*texts))]


def _row_of(reckoning: Reckoning, limit: BoundLimit) -> Row:
    """Return the row of the law from which a limit comes."""
    regime = reckoning.regime(entry_of(reckoning))
    if regime is None or limit.row is reckoning.law.general:
        return reckoning.law.questions["treaty-without-window"]
    return regime


def _contributions(w: Words, reckoning: Reckoning, limit: BoundLimit, window: Span) -> list[Block]:
    numbers = {index: number for number, index in enumerate(reckoning.traveller.in_order(), 1)}
    found = contributions(reckoning, limit, window)
    if not found:
        return [Paragraph(w.gettext("No stay gives a day to this period."), muted=True)]
    rows = [[str(numbers[part.stay]), span(w, part.span), str(part.days)] for part in found]
    rows.append(["", w.gettext("Together"), str(sum(part.days for part in found))])
    header = [w.gettext("Stay"), w.gettext("Days that count"), w.gettext("Number of days")]
    return [Table(header=header, rows=rows, align="llr", total=True)]
