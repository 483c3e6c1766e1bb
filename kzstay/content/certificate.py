"""Certificate of reckoning: one page for one day, in one or two languages, for an officer who has ten seconds.

A sheet is composed once for each language by the same function, and all sheets of a page have one shape, so that
what stands beside each other says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from kzstay import __version__
from kzstay.content import bounds, sections
from kzstay.content.blocks import Answer, Facts, Paragraph, Table
from kzstay.content.certificate_tables import cut, limits, main_use, numeric, period_of, stays
from kzstay.core import agenda, explain
from kzstay.core.assess import Assessment
from kzstay.core.duties import Duty
from kzstay.core.limit_use import DUTY_THAT_SETS, LimitUse, row_of, stay_or_entry
from kzstay.core.verdict import Standing
from kzstay.files.report_id import report_id
from kzstay.i18n import Language
from kzstay.texts import (
    Words,
    answers,
    doubts,
    duties,
    entries,
    law_age,
    method,
    particulars,
    person,
    readings,
    stay_notes,
)
from kzstay.texts import law as law_texts
from kzstay.texts.law import citation
from kzstay.texts.sources import address


class Room(NamedTuple):
    """How much a page has room for: rows, sentences, articles, and letters of what persons wrote."""

    stays: int = 18
    told: int = 6
    articles: int = 8
    letters: int = 90
    blanks: bool = True  # lines to be filled in by hand


ROOMS = (
    Room(),
    Room(stays=14),
    Room(stays=10, told=4, articles=6),
    Room(stays=7, told=4, articles=5),
    Room(stays=7, told=3, articles=4, blanks=False),
    Room(stays=5, told=3, articles=4, blanks=False),
    Room(stays=3, told=2, articles=3, letters=36, blanks=False),
)
"""From what is listed where there is room to what a page holds whatever it is about."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What the page says in one language."""

    language: Language
    caution: str  # at the top: what it is not
    title: str
    by: str  # the day and the way of counting
    holder: Facts
    forbids: list[str]
    missed: list[str]
    answer: Answer  # its number is what is used of the limit that is added up
    facts: Facts
    limits_name: str
    limits: Table | None
    stays_name: str
    stays: Table | None
    articles_name: str
    articles: list[str]
    method_name: str
    method: list[str]
    blanks: list[str]
    about: list[str]


def certificate(
    a: Assessment, spoken: Sequence[Words], made: date, room: Room, left_out: tuple[int, int]
) -> list[Sheet]:
    """Compose the page about one traveller, once in each language.

    ``made`` is the day on which it is made; ``left_out`` how many rows, and changes of rows, cannot be used yet.
    """
    return [_sheet(a, w, made, room, left_out) for w in spoken]


def _sheet(a: Assessment, w: Words, made: date, room: Room, left_out: tuple[int, int]) -> Sheet:
    answer = _answer(w, a)
    forbids = [text for text in entries.bars(w, a) if text != answer.lead]
    missed = _missed(w, a, left_out)
    table = stays(w, a, room.stays, room.letters // 3)
    return Sheet(
        language=w.language,
        caution=caution(w),
        title=title(w),
        by=w.gettext("On {day} · {reading}").format(day=w.full_day(a.on), reading=readings.name(w, a.reading)),
        holder=Facts(_holder(w, a, room)),
        forbids=_bounded(w, forbids, room.told),
        missed=_bounded(w, missed, room.told),
        answer=answer,
        facts=Facts(_facts(w, a, answer.lead, forbids)),
        limits_name=w.gettext("Rules that apply"),
        limits=limits(w, a),
        stays_name=_stays_name(w, a, listed=table is not None),
        stays=table,
        articles_name=w.gettext("Articles"),
        articles=_articles(w, a, room.articles),
        method_name=w.gettext("How it was counted"),
        method=[] if a.citizen else method.lines(w, a),
        blanks=_blanks(w) if room.blanks else [],
        about=_about(w, a, made),
    )


_NUMBER = 20  # letters of a number of a passport; the longest have half of that
Said = list[tuple[Language | None, str]]


def said(sheets: Sequence[Sheet], texts: Sequence[str]) -> Said:
    """Pair a text with its language, for each sheet; what is the same in all is said once, in no language."""
    if len(set(texts)) == 1:
        return [(sheets[0].language if len(sheets) == 1 else None, texts[0])]
    return [(sheet.language, text) for sheet, text in zip(sheets, texts, strict=True)]


def title(w: Words) -> str:
    """Name the page."""
    return w.gettext("Calculation of days in Kazakhstan")


def caution(w: Words) -> str:
    """Say what the page is not, so that nobody takes it for one of an authority."""
    return w.gettext("Calculated from the dates entered. Not issued by an authority.")


def _bounded(w: Words, told: list[str], most: int) -> list[str]:
    """Keep so many sentences and say how many more there are."""
    more = bounds.left_out(w, len(told) - most) if len(told) > most else []
    return [*told[:most], *(block.text for block in more if isinstance(block, Paragraph))]


# Who


def _holder(w: Words, a: Assessment, room: Room) -> list[tuple[str, str]]:
    who, unknown = a.traveller, w.gettext("not given")
    name, native = (cut(text, room.letters) for text in (who.name, who.native_name))
    rows = [
        (w.gettext("Name as in the passport"), " · ".join(filter(None, (name, native))) or unknown),
        (w.gettext("Number of the passport"), cut(who.document, _NUMBER) or unknown),
        (w.gettext("Citizenship and passport"), answers.person(w, who)),
        (w.gettext("Date of birth"), w.numeric_day(who.born) if who.born else unknown),
    ]
    if a.current is not None and (shown := answers.shown_at_entry(w, a.stay(a.current))):
        rows.append((w.gettext("Passport of the present stay"), shown))
    return rows


# The answer


def _answer(w: Words, a: Assessment) -> Answer:
    """Give how many days are used, how the traveller stands, and until or from when."""
    main, number, unit = main_use(a), "", ""
    if main is not None and not _reads_as_lawful(a, main[1]):
        _, use = main
        number, unit = f"{use.used} / {use.days}", w.gettext("days used")
        if use.period:  # so that nobody takes them for those of one entry
            # Translators: under a large “68 / 90”
            unit = w.gettext("days used in {period} days").format(period=use.period)
    left = " ".join(answers.headline(w, a))
    facts = [left] if left.strip() else []
    facts += [particulars.visa_used(w, use) for use in a.period_uses]
    if a.residence:
        facts.append(particulars.days_here(w, a.residence))
    if a.standing in (Standing.ENDING, Standing.OVERSTAY):
        facts += stay_notes.as_counted(w, a)
    return Answer(
        number=number,
        unit=unit,
        lead=answers.lead(w, a),
        standing_code=a.standing,
        standing_text=answers.standing_of(w, a),
        facts=facts,
    )


def _reads_as_lawful(a: Assessment, use: LimitUse) -> bool:
    """Tell whether days within a limit would belie a stay that is not lawful by another rule."""
    return a.standing in (Standing.OVERSTAY, Standing.ORDERED) and (use.used or 0) <= use.days


def _missed(w: Words, a: Assessment, left_out: tuple[int, int]) -> list[str]:
    """Say what was missed, how long earlier stays were too long, and which rows are not counted."""
    found = _late(a)
    told = [person.duty(w, a, one, found) for one in found]
    told += [person.sentence([text]) for text in duties.earlier_stays(w, a)] if not a.citizen else []
    return [*told, *(block.text for block in bounds.not_usable(w, *left_out))]


def _late(a: Assessment) -> list[Duty]:
    """List what was missed, and what of the present stay was done late; an overstay is told with the answer."""
    asked = (one for one in a.duties if one.row.prominence == "duty")
    late = (one for one in asked if one.neglected or (one.state == "done-late" and agenda.is_present(a, one)))
    return agenda.in_order(a, late)


def _facts(w: Words, a: Assessment, lead: str, forbids: list[str]) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    if main := main_use(a):
        rows.append((w.gettext("Days counted over"), sections.span(w, period_of(a, main[1]))))
    rows += sections.leave_rows(w, a)
    if a.citizen:
        return rows
    following = w.gettext("Next entry")
    if a.next_entry:
        rows += [(following, text) for text in entries.if_expelled(w, a)]
    elif a.regime and (text := entries.no_entry(w, a)) not in (lead, *forbids):
        rows.append((following, text))
    rows += [(w.gettext("Permit"), text) for text in person.held(w, a)]
    if a.regime and a.limits_bind:
        if a.regime.certainty != "high":
            rows.append((w.gettext("Certainty"), law_texts.certainty(w, a.regime.certainty)))
        if text := doubts.conflict(w, a.regime):
            rows.append((w.gettext("Certainty"), text))
    return rows


def _stays_name(w: Words, a: Assessment, *, listed: bool) -> str:
    """Name the table of stays by its days, or say that there is none to list."""
    main = main_use(a)
    if main is None:
        if not listed:
            return w.gettext("No stay has begun by this day.")
        return w.gettext("Stays begun by {day} (day.month.year)").format(day=w.numeric_day(a.on))
    pattern = (
        w.gettext("Stays in the period {days} (day.month.year)")
        if listed
        else w.gettext("No stay has a day in the period {days} (day.month.year).")
    )
    return pattern.format(days=numeric(w, period_of(a, main[1])))


# Where it is found, and how it was made


def _articles(w: Words, a: Assessment, most: int) -> list[str]:
    """Cite, each once and with the address of its text, what the answer rests on."""
    found: list[str] = []
    for bar in [] if a.citizen else a.bars:
        ruling = a.traveller.rulings[bar.ruling]
        row = a.law.shortened if ruling.kind == "shortened" else a.law.duties[_ROWS[bar.because]]
        found += row.articles
    if a.current is not None:
        found += explain.articles_of(a, a.current)
    row = a.regime or a.reckoning.need(a.entry, a.current)
    found += row.articles if row else []
    if main := main_use(a):
        found += row_of(a.reckoning, stay_or_entry(a.reckoning, a.current), main[0]).articles
    found += [article for one in _late(a) for article in duties.articles_of(a, one)]
    told = (f"{citation(w, a.law, one)} · {address(w, a.law.sources[one.partition(' ')[0]])}" for one in found)
    return list(dict.fromkeys(told))[:most]


_ROWS = {**DUTY_THAT_SETS, "ordered": "depart"}


def _blanks(w: Words) -> list[str]:
    """Name the lines that are filled in by hand, or left empty."""
    return [w.gettext("Prepared by"), w.pgettext("certificate", "For"), w.gettext("Signature of the traveller")]


def mark(w: Words, a: Assessment) -> str:
    """Return the ID of the report, the same as that of a longer one about this traveller alone."""
    found = report_id([a.traveller], a.on, a.reading, a.law.collected)
    return w.gettext("Report ID {mark}").format(mark=found)


def _about(w: Words, a: Assessment, made: date) -> list[str]:
    facts = [
        mark(w, a),
        w.gettext("made on {day}").format(day=w.full_day(made)),
        f"kzstay {__version__}",
        law_age.collected(w, a.law, a.on),
    ]
    old = law_age.told(w, a.law, a.on)
    return [" · ".join(facts), *([old] if old else []), law_texts.disclaimer(w)]
