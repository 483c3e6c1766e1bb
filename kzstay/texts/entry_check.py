"""Entry check in sentences: whether one may enter, for how long and for what, and what has to be done after it."""

from __future__ import annotations

from typing import NamedTuple

from kzstay.core.case import LAST_DAY
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.core.earliest import counted_exit
from kzstay.core.entry_check import NEEDS_VISA, EntryCheck, Purposed
from kzstay.core.law.schema import OF_PURPOSE
from kzstay.core.plan import assumed_exit, longest_stay, possible_by_usual
from kzstay.core.readings import Reading
from kzstay.core.sanctions import penalties
from kzstay.core.verdict import Standing
from kzstay.texts import answers, costs, doubts, duties, entries, foreign, needs, plans, readings
from kzstay.texts import law as law_texts
from kzstay.texts.inline import inside
from kzstay.texts.words import Words


class Headline(NamedTuple):
    """The large answer: a number with its unit or none, a sentence, and how the traveller stands."""

    number: str
    unit: str
    lead: str
    standing: Standing
    standing_text: str


def name(w: Words) -> str:
    """Name the check."""
    return w.gettext("Entry check")


def purpose(w: Words, code: str) -> str:
    """Name what a stay is for."""
    return {
        "tourism": w.pgettext("purpose", "tourism"),
        "private": w.pgettext("purpose", "private visit"),
        "business": w.pgettext("purpose", "business trip"),
        "official": w.pgettext("purpose", "official business of a state"),
        "work": w.pgettext("purpose", "paid work"),
        "remote": w.pgettext("purpose", "work from here for an employer abroad"),
        "study": w.pgettext("purpose", "study"),
        "treatment": w.pgettext("purpose", "medical treatment"),
        "family": w.pgettext("purpose", "living with family"),
        "mission": w.pgettext("purpose", "missionary work"),
        "settle": w.pgettext("purpose", "living here permanently"),
        "compatriot": w.pgettext("purpose", "ethnic Kazakh or former citizen"),
        "transit": w.pgettext("purpose", "transit"),
    }[code]


def no_such_purpose(w: Words, typed: str, names: str) -> str:
    """Say that a purpose is none of those there are."""
    return w.gettext("“{purpose}” is no purpose that is known here. Choose one of these: {names}.").format(
        purpose=foreign.echo(typed), names=names
    )


# The large answer


def headline(w: Words, c: EntryCheck) -> Headline:
    """Say whether somebody may enter, what refuses it first of all."""
    reckoning = c.assessment.reckoning
    if c.way == "citizen":
        return _without_number(needs.now(w, "citizen"), Standing.NO_REGIME, w.gettext("citizen of Kazakhstan"))
    if c.refused is not None:
        reason = inside(plans.refused(w, reckoning, c.entry))
        lead = w.gettext("Entry is refused: {reason}").format(reason=reason)
        return _without_number(lead, Standing.BARRED, answers.standing(w, Standing.BARRED))
    if c.taken is not None or reckoning.undated:
        within = plans.limited(w, reckoning, c.entry, c.longest)
        reason = entries.undated(w) if reckoning.undated else within
        return _without_number(reason, Standing.NO_REGIME, w.gettext("no entry on this day"))
    if c.way == "permit":
        return _on_permit(w, c)
    if c.way == "visa-free":
        return _visa_free(w, c)
    if c.way in NEEDS_VISA:
        return _without_number(w.gettext("You need a visa"), Standing.NO_REGIME, w.gettext("needs a visa"))
    unsure = w.gettext("not known for sure")
    return _without_number(needs.now(w, reckoning.needs(c.entry)), Standing.NO_REGIME, unsure)


def _without_number(lead: str, standing: Standing, text: str) -> Headline:
    return Headline("", "", lead, standing, text)


def _on_permit(w: Words, c: EntryCheck) -> Headline:
    covered = answers.standing(w, Standing.PERMIT)
    if c.resides:
        lead = w.gettext("You can enter: you have a permanent residence permit")
        return _without_number(lead, Standing.PERMIT, covered)
    if not c.possible or c.longest is None:
        return _without_number(w.gettext("No stay can begin on this day"), Standing.NO_REGIME, covered)
    day = w.full_day(c.entry + DAY * (c.longest.days - 1))
    lead = w.gettext("You can enter on the visa or permit that is entered, and stay until {day}").format(day=day)
    return Headline(*_days(w, c.longest.days), lead, Standing.PERMIT, covered)


def _visa_free(w: Words, c: EntryCheck) -> Headline:
    if c.longest is None or not c.longest.days:
        lead = w.gettext("You cannot enter without a visa on this day: no days are left")
        return Headline(*_days(w, 0), lead, Standing.ENDING, w.gettext("no days left"))
    if c.unfit:
        lead = w.gettext("For this purpose you need a visa, although you may come without one for others")
        return _without_number(lead, Standing.NO_REGIME, w.gettext("needs a visa"))
    number, free = _days(w, c.longest.days), w.gettext("no visa needed")
    if c.asked is not None and not c.asked.lawful:
        days = (c.asked.exit - c.asked.entry).days + 1
        lead = w.ngettext(
            "You can enter without a visa, but not for {n} day",
            "You can enter without a visa, but not for {n} days",
            days,
        ).format(n=days)
        return Headline(*number, lead, Standing.ENDING, w.gettext("too long"))
    lead = w.ngettext(
        "You can enter without a visa, for up to {n} day",
        "You can enter without a visa, for up to {n} days",
        c.longest.days,
    ).format(n=c.longest.days)
    return Headline(*number, lead, Standing.LAWFUL, free)


def _days(w: Words, count: int) -> tuple[str, str]:
    return str(count), w.ngettext("day", "days", count)


def facts(w: Words, c: EntryCheck) -> list[str]:
    """Say what matters most beside the large answer: an order to leave, the visa, the last day, if days fit."""
    a, reckoning = c.assessment, c.assessment.reckoning
    told = [f"{entries.bar(w, reckoning, bar)}." for bar in a.bars if bar.because == "ordered"][:1]
    if c.refused is None and c.taken is None:
        told += entries.if_expelled(w, a)
        if any(note.code == "shortened-return" for note in a.notes):
            told.append(law_texts.told(w, "shortened-return"))
    if c.way in NEEDS_VISA:
        told += _visa(w, c)
    if _counts(c):
        told += _length(w, c)
    return _new(w, c, told)


def notes(w: Words, c: EntryCheck) -> list[str]:
    """Say what the answer rests on: days used, what is assumed, where counts and sources part, how sure it is."""
    a, reckoning, entry = c.assessment, c.assessment.reckoning, c.entry
    told: list[str] = []
    if _counts(c) and c.taken is None and c.refused is None:
        told += [plans.facts(w, reckoning, entry), plans.history(w, entry, c.longest)]
        if a.reading is Reading.SAFE:
            told.append(plans.usual(w, entry, c.longest, longest_stay(a.other, entry)))
    assumed = assumed_exit(reckoning, entry)
    if _counts(c) and assumed is not None and not reckoning.undated:
        told.append(entries.assumption(w, assumed, counted_exit(reckoning, assumed)))
    told += _remarks(w, c)
    told.append(_sure(w, c))
    if _counts(c) and c.possible and not c.resides:
        told.append(entries.border(w))
    return _new(w, c, told)


def _counts(c: EntryCheck) -> bool:
    """Tell whether days are what the answer is about."""
    return c.way in ("visa-free", "permit") and not c.unfit


def _new(w: Words, c: EntryCheck, told: list[str]) -> list[str]:
    lead = headline(w, c).lead
    return [text if text.endswith(".") else f"{text}." for text in dict.fromkeys(told) if text and text != lead]


def _visa(w: Words, c: EntryCheck) -> list[str]:
    held = any(one.kind == "visa" and one.first <= c.entry for one in c.assessment.traveller.permits)
    told = [needs.again(w)] if held else []
    if c.way == "e-visa" and c.purpose is not None and not c.purpose.electronic:
        return [*told, needs.rule(w, "visa")]
    return [*told, needs.rule(w, c.assessment.reckoning.needs(c.entry))]


def _length(w: Words, c: EntryCheck) -> list[str]:
    """Say how long a stay may last, why no longer, and whether the days asked for fit."""
    reckoning, entry, found = c.assessment.reckoning, c.entry, c.longest
    told: list[str] = []
    if found is not None and found.days and not c.resides:
        last = min(entry + DAY * (found.days - 1), LAST_DAY)
        told.append(w.gettext("The last day of the longest stay is {day}.").format(day=w.full_day(last)))
    if c.taken is None and c.refused is None and not c.resides:
        told.append(plans.limited(w, reckoning, entry, found))
    if c.asked is not None and not c.resides:
        told.append(plans.verdict(w, c.asked, waiting=plans.waits(reckoning)))
        told += plans.obstacles(w, reckoning, c.asked, by_usual=possible_by_usual(reckoning, c.asked))
    return told


def _sure(w: Words, c: EntryCheck) -> str:
    row = c.regime or c.need
    if row is None:
        return ""
    return " ".join([law_texts.citations(w, c.assessment.law, row.articles) + ".", law_texts.sure(w, row)])


def _remarks(w: Words, c: EntryCheck) -> list[str]:
    """Say what a row says of itself; what it is for is told with the purpose where one was chosen."""
    row = c.regime or c.need
    if row is None:
        return []
    told = OF_PURPOSE if c.purpose is not None else ()
    conflict = doubts.conflict(w, c.regime) if c.regime else ""
    return [*costs.remarks(w, c.assessment.law, row, c.entry, told), conflict]


# What it is for


def purposed(w: Words, c: EntryCheck) -> list[str]:
    """Say whether the entry fits the purpose that was chosen, and by which visa it does."""
    found = c.purpose
    if found is None:
        return []
    told = [_fits(w, c, found)]
    if found.fit in (None, "permit", "refused", "open") and c.way != "permit":
        told.append(_visas(w, found))
    if c.way == "e-visa":
        told.append(
            w.gettext("An electronic visa may be issued for it.")
            if found.electronic
            else w.gettext("No source says that an electronic visa is issued for it: apply to a consulate.")
        )
    risk = penalties(c.assessment.law, "purpose", c.entry)
    if found.fit in ("permit", "refused") and risk:
        penalty = costs.penalty(w, risk[0])
        told.append(
            w.gettext("For doing it without a visa or a permit for it: {penalty}.").format(penalty=penalty)
        )
    return [text for text in told if text]


def _fits(w: Words, c: EntryCheck, found: Purposed) -> str:
    if c.way == "permit":
        return w.gettext("The visa or the permit says what the stay is for. Do nothing else on it.")
    if found.fit is None:
        return w.gettext("Choose the visa by what you will really do.")
    if found.fit == "contract":
        exempt = w.gettext("You need no visa and no work permit for it: a labour contract is enough.")
        return f"{exempt} {law_texts.contract(w, c.assessment.law)}"
    if found.rvp:
        return w.gettext(
            "You may come without a visa. Before you begin, have a temporary residence permit issued for it, or "
            "get a visa."
        )
    return {
        "allowed": w.gettext("A stay without a visa may be for this purpose."),
        "permit": w.gettext("A stay without a visa is not enough for it: get a visa for it before you come."),
        "refused": w.gettext("The visa-free term is not for this purpose: get a visa for it before you come."),
        "open": w.gettext(
            "Whether a stay without a visa may be for it was not found. Ask a consulate before you come."
        ),
    }[found.fit]


def _visas(w: Words, found: Purposed) -> str:
    if not found.visas:
        return w.gettext("The category of the visa for it was not found: ask a consulate.")
    return w.gettext("Categories of visas for it: {visas}. The consulate says which one is yours.").format(
        visas=", ".join(found.visas)
    )


# What has to be done after it


def after(w: Words, c: EntryCheck) -> list[tuple[str, str, str]]:
    """List what has to be done after the arrival: by when, what, and by whom."""
    return [(_due(w, c, duty), _duty(w, c, duty), duties.who(w, duty.who)) for duty in c.duties]


def _due(w: Words, c: EntryCheck, duty: Duty) -> str:
    return readings.sides(w, c.assessment.reading, w.day(duty.due.safe), w.day(duty.due.usual))


def _duty(w: Words, c: EntryCheck, duty: Duty) -> str:
    named = duties.name_of(w, duty)
    return f"{named} · {duties.status(w, c.assessment.law, duty)}" if duty.reason else named


def after_notes(w: Words, c: EntryCheck) -> list[str]:
    """Say on what the days after the arrival rest."""
    told: list[str] = []
    if c.longest is not None and c.longest.days and c.longest.stay is not None and not c.unfit:
        last = w.full_day(c.entry + DAY * (c.longest.days - 1))
        told.append(w.gettext("For the later stays to remain lawful: leave by {day}").format(day=last))
    if c.visa_supposed:
        told.append(w.gettext("The visa is taken to be for the days that you stay. Keep to the days in yours."))
    elif c.way in NEEDS_VISA or c.unfit:
        told.append(w.gettext("Leave before the visa ends. Enter how many days you stay to see more."))
    if c.purpose is not None and c.purpose.fit == "contract":
        told.append(law_texts.told(w, "union-contract"))
    if c.purpose is not None and c.purpose.row.stay == "transit":
        told.append(law_texts.told(w, "transit"))
    return told
