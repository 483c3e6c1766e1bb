"""Sections that the report and the explaining pages share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kzstay import bundled
from kzstay.content import bounds
from kzstay.content.blocks import Answer, Block, Facts, Heading, Link, Paragraph, Table, Title
from kzstay.core import agenda, explain
from kzstay.core.assess import Assessment
from kzstay.core.days import DAY, Span
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import Row
from kzstay.core.next_entry import NextEntry
from kzstay.core.notes import Note
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning
from kzstay.guide import leads
from kzstay.texts import Words, answers, duties, entries, evidence, law_age, needs, readings, sources
from kzstay.texts import guide as guide_texts
from kzstay.texts import law as law_texts
from kzstay.texts.law import certainty, citation, citations
from kzstay.texts.readings import sides

_FEW = 3  # notes of one kind are each told
_AND = ",\N{NO-BREAK SPACE}"


class References:
    """Numbers for the articles that a table refers to, so that each is cited in full only once."""

    def __init__(self, w: Words, law: Law) -> None:
        self._w = w
        self._law = law
        self._numbers: dict[str, int] = {}
        self._addresses: list[str] = []
        self._acts: list[str] = []

    def mark(self, articles: Iterable[str]) -> str:
        """Return the numbers of some articles, and keep those that are new."""
        numbers: list[int] = []
        for article in articles:
            text = citation(self._w, self._law, article)
            if text not in self._numbers:
                self._numbers[text] = len(self._numbers) + 1
                key = article.partition(" ")[0]
                self._addresses.append(sources.address(self._w, self._law.sources[key]))
                self._acts.append(key)
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

    def by_act(self) -> Table:
        """List the acts, each with the edition read, the places cited by number, and where its text is found."""
        w = self._w
        found: dict[tuple[str, str], list[str]] = {}
        for (text, number), key, address in zip(self._numbers.items(), self._acts, self._addresses, strict=True):
            act = law_texts.act(w, self._law.sources[key])
            place = " ".join(filter(None, (f"[{number}]", text.removeprefix(act).removeprefix(", "))))
            found.setdefault((key, address), []).append(place.replace(" ", "\N{NO-BREAK SPACE}"))
        return Table(
            header=[w.gettext("Act"), w.gettext("Articles"), w.gettext("Text of the act")],
            rows=[[self._read(key), " · ".join(places), address] for (key, address), places in found.items()],
            align="lll",
            widths=(32, 36, 32),
        )

    def _read(self, key: str) -> str:
        """Name an act, and under it the edition that was read, where it has editions."""
        act, day = law_texts.act(self._w, self._law.sources[key]), self._law.editions.get(key)
        if day is None:
            return act
        edition = self._w.gettext("edition of {day}").format(day=self._w.day(day))
        return f"{act}\n{edition}"


# Words


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
        *([(w.gettext("Sources"), found)] if (found := sources.names(w, law, row.source)) else []),
    ]


def of_row(w: Words, law: Law, row: Row, text: str) -> list[Block]:
    """Say what a row of the law asks for or allows, and where it is found."""
    return [Paragraph(text), Facts(row_facts(w, law, row))]


# The answer


def title(w: Words, a: Assessment, text: str, *, mark: str = "", owner: str = "") -> Title:
    """Name a page and say what it was reckoned by; with the ID of a report each sheet says whose it is."""
    line = w.gettext("Calculated for {day} · {reading} · {law}").format(
        day=w.full_day(a.on), reading=readings.name(w, a.reading), law=law_age.collected(w, a.law, a.on)
    )
    if not mark:
        return Title(text, line)
    foot = " · ".join((owner, w.full_day(a.on), readings.name(w, a.reading))) if owner else line
    return Title(text, line, foot, w.gettext("Report {id}").format(id=mark))


def answer(w: Words, a: Assessment) -> Answer:
    """Give the large answer with the short facts under it."""
    number, unit = answers.headline(w, a)
    lead = answers.lead(w, a)
    facts = [text for text in (*entries.bars(w, a), *duties.pressing(w, a)) if text != lead]
    facts += evidence.facts(w, a)
    if duty := agenda.next_task(a):
        facts.append(duties.upcoming(w, duty))
    return Answer(
        number=number,
        unit=unit,
        lead=lead,
        standing_code=a.standing,
        standing_text=answers.standing_of(w, a),
        facts=facts,
    )


def old_law(w: Words, a: Assessment) -> list[Paragraph]:
    """Say that the law data is old for the day, the same for all travellers of it; nothing where it is not."""
    return [Paragraph(text)] if (text := law_age.told(w, a.law, a.on)) else []


def leave_rows(w: Words, a: Assessment) -> list[tuple[str, str]]:
    """Tell until when the present stay is lawful, what sets that day, and when the next entry is possible."""
    rows: list[tuple[str, str]] = []
    if a.leave_by and a.current is not None:
        rows += last_days(w, a.last_days(a.current))
        rows.append((w.gettext("Limited by"), set_by(w, a, a.current, a.leave_by.because)))
    if a.next_entry and not a.resides:
        rows.append((w.gettext("Next entry"), next_entry(w, a.next_entry)))
    return rows


def set_by(w: Words, a: Assessment, index: int, otherwise: str) -> str:
    """Name what sets the last day of a stay, the other reading's only where it differs.

    ``otherwise`` is named where a reading knows of nothing that does.
    """
    found = explain.set_by(a, index)
    return sides(w, a.reading, *(answers.limit_name(w, kind or otherwise) for kind in (found.safe, found.usual)))


def last_days(w: Words, days: Both[date | None]) -> list[tuple[str, str]]:
    """Tell the last lawful day by both counts."""
    safe, usual = (w.long_day(day) if day else w.gettext("none") for day in (days.safe, days.usual))
    if safe == usual:
        return [(w.gettext("Last lawful day"), w.gettext("{day} by both counts").format(day=safe))]
    return [
        (w.gettext("Last lawful day by the strict count"), safe),
        (w.gettext("Last lawful day by the usual count"), usual),
    ]


def next_entry(w: Words, found: NextEntry) -> str:
    """Say from when and for how long the next entry is possible, and on what that depends."""
    days, last = found.days, w.full_day(found.day + DAY * (found.days - 1))
    told = w.ngettext(
        "from {day}, for {n} day at most, until {last}", "from {day}, for {n} days at most, until {last}", days
    ).format(day=w.full_day(found.day), n=days, last=last)
    if found.assumes:
        told = w.gettext("{entry}, if this stay ends on {exit}").format(entry=told, exit=w.full_day(found.assumes))
    return " · ".join(filter(None, (told, entries.by_history(w, found))))


def notes(w: Words, a: Assessment, stay: int | None = None) -> list[Block]:
    """List what the reader should know, of one stay or of all, under its heading; nothing where nothing is.

    What holds for many stays is told of one of them, with how many others it holds for.
    """
    found = [note for note in answers.notes(w, a) if stay is None or note.stay in (None, stay)]
    telling, alike = _once(a, found)
    shown = bounds.kept(
        telling,
        bounds.NOTES,
        lambda note: bounds.rank(note.day or a.on, a.on, first=note.stay in (None, a.current)),
    )
    told: list[Block] = []
    for note in shown:
        text = " ".join((answers.note(w, note, a), *_alike(w, a, alike.get(note, []))))
        told.append(Paragraph(text, link=way(w, leads.of_note(note))))
    told += bounds.left_out(w, len(telling) - len(shown))
    return [Heading(w.gettext("Notes")), *told] if told else []


def _once(a: Assessment, found: list[Note]) -> tuple[list[Note], dict[Note, list[Note]]]:
    """Leave of many notes that say the same of stays the one that matters most, and return the others by it."""
    same: dict[str, list[Note]] = {}
    for note in found:
        if note.stay is not None:
            same.setdefault(note.code, []).append(note)
    alike: dict[Note, list[Note]] = {}
    for notes in same.values():
        if len(notes) > _FEW:
            leading = next(
                (note for note in notes if note.stay == a.current), max(notes, key=lambda one: _entry(a, one))
            )
            alike[leading] = [note for note in notes if note is not leading]
    others = {note for notes in alike.values() for note in notes}
    return [note for note in found if note not in others], alike


def _entry(a: Assessment, note: Note) -> date:
    return a.on if note.stay is None else a.stay(note.stay).entry


def _alike(w: Words, a: Assessment, others: list[Note]) -> list[str]:
    if not others:
        return []
    entries_of = sorted(_entry(a, note) for note in others)
    text = w.ngettext(
        "The same goes for {n} more stay, begun between {first} and {last}.",
        "The same goes for {n} more stays, begun between {first} and {last}.",
        len(entries_of),
    )
    return [text.format(n=len(entries_of), first=w.full_day(entries_of[0]), last=w.full_day(entries_of[-1]))]


def way(w: Words, topic: str | None) -> Link | None:
    """Return the way to a topic of the guide; None where there is none."""
    return Link(guide_texts.read_more(w, bundled.guide(), topic), topic) if topic else None


def what_is_needed(w: Words, reckoning: Reckoning, entry: date, stay: int | None = None) -> list[Block]:
    """Say what a stay, or an entry on a day, needs that has no visa-free term, and where that is found."""
    row = reckoning.need(entry, stay)
    blocks: list[Block] = [Paragraph(needs.rule(w, reckoning.needs(entry, stay)))]
    if row is None:
        return blocks
    blocks += [Paragraph(law_texts.remark(w, code)) for code in row.remarks]
    return [*blocks, Facts(row_facts(w, reckoning.law, row))]
