"""Trouble in sentences: the path of what happens next, and the step that the answer names beside the day."""

from __future__ import annotations

from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.costs import Cost, cost_of, next_step
from kzstay.core.duties import Duty
from kzstay.core.trouble import Record, Waypoint, stops
from kzstay.core.verdict import Standing
from kzstay.texts import answers, costs, duties, entries, parts, rulings
from kzstay.texts import law as law_texts
from kzstay.texts.inline import inside
from kzstay.texts.words import Words

_CITED = 2  # articles beside a line; the page of duties has all of them


def day(w: Words, a: Assessment, point: Waypoint) -> str:
    """Write the day of a waypoint, its year only where it is another one than that of the day of reckoning."""
    if point.day is None:
        years = a.law.duties["ban-end"].years or 0
        return w.ngettext("+ {n} year", "+ {n} years", years).format(n=years)
    return w.day_month(point.day) if point.day.year == a.on.year else w.day(point.day)


def title(w: Words, a: Assessment, point: Waypoint) -> str:
    """Say what happened, is to be done, or will be."""
    if point.what == "duty" and point.duty:
        several = len(a.traveller.rulings) > 1 and point.duty.ruling is not None
        return duties.title(w, a, point.duty) if several else duties.name_of(w, point.duty)
    if point.what == "served" and point.ruling is not None:
        return {
            "warning": w.gettext("You were given a warning"),
            "fine": w.gettext("You were given a fine"),
            "expulsion": w.gettext("A court decided to expel you"),
            "shortened": w.gettext("The police shortened your stay"),
            "readmission": w.gettext("You are to be returned under a readmission agreement"),
        }[a.traveller.rulings[point.ruling].kind]
    if point.what == "over":
        days = a.reckoning.over[0]
        return w.ngettext("On this day: {n} day over", "On this day: {n} days over", days).format(n=days)
    if point.what == "no-term":
        return answers.lead(w, a)
    bar = next((one for one in a.bars if one.ruling == point.ruling and one.because == "ordered"), None)
    if point.what == "undated" and bar:
        return entries.bar(w, a.reckoning, bar)
    if point.what == "late" and bar and bar.until:
        days = (a.on - bar.until).days
        return w.ngettext(
            "On this day: {n} day after the court's day. Leave through a border checkpoint at once",
            "On this day: {n} days after the court's day. Leave through a border checkpoint at once",
            days,
        ).format(n=days)
    if point.what == "return" and a.next_entry:
        return entries.span(w, a.next_entry)
    years = a.law.duties["ban-end"].years or 0
    return {
        "last-day": w.gettext("Your last lawful day"),
        "dearer": w.gettext("From this day on the overstay costs more"),
        "begins-over": w.gettext("Whoever is still here on this day stays too long"),
        "birthday": w.gettext("Turns {n}: from this day on a permit or visa of one's own is asked for").format(
            n=a.law.duties["longer"].from_age
        ),
        "checkpoint": w.gettext(
            "Until this day, whoever is found at a border checkpoint is not punished for having missed the "
            "court's day"
        ),
        "ban": w.ngettext(
            "No entry for {n} year from the day on which the decision is carried out",
            "No entry for {n} years from the day on which the decision is carried out",
            years,
        ).format(n=years),
    }[point.what]


def notes(w: Words, a: Assessment, point: Waypoint) -> list[str]:
    """Say beside a waypoint who does it and where, how it stands, what it costs, and which articles say so."""
    if point.what == "served" and point.ruling is not None:
        return _of_ruling(w, a, point.ruling)
    if point.what == "last-day" and a.leave_by:
        return [w.gettext("limited by: {limit}").format(limit=answers.limit_name(w, a.leave_by.because))]
    if point.cost:
        likely = [] if point.cost.ruled else point.cost.likely
        articles = dict.fromkeys(article for one in likely for article in one.row.articles)
        return [*_of_cost(w, a, point.cost), _cited(w, a, [*articles])]
    if point.what == "duty" and point.duty:
        return _of_duty(w, a, point.duty)
    if point.what == "birthday" and point.duty:
        return [_cited(w, a, point.duty.articles)]
    if point.what == "return":
        return [*entries.if_expelled(w, a), *_shortened(w, a)]
    if point.what == "checkpoint":
        return [_cited(w, a, a.law.checkpoint.articles)]
    if point.what != "ban":
        return []
    waits = any(bar.ruling == point.ruling and bar.appealed for bar in a.bars)
    unless = [w.gettext("unless the complaint succeeds")] if waits else []
    if point.ruling is None:
        unless = [w.gettext("every penalty that the law names for this overstay comes with an expulsion")]
    return [*unless, _cited(w, a, a.law.duties["ban-end"].articles)]


def next_step_of(w: Words, a: Assessment) -> list[str]:
    """Say what an overstay costs by now and from when it costs more, or by when an appeal stops an expulsion."""
    if a.standing is Standing.OVERSTAY:
        leaving = next((one for one in agenda.present(a) if one.kind == "leave"), None)
        cost = cost_of(a, leaving) if leaving else None
        step = next_step(a, leaving) if leaving else None
        told = [w.gettext("so far: {cost}").format(cost=text) for text in _of_cost(w, a, cost) if cost]
        if step:
            # Translators: {cost} is such as “fine of 25 MCI (108 125 ₸) or expulsion, decided by a court”
            later = w.gettext("from {day}: {cost}")
            told.append(later.format(day=w.day_month(step.day), cost=costs.brief(w, step.cost)))
        return told
    stopping = [duty for duty in a.ruling_duties if duty.kind == "suspend" and duty.state == "open"]
    if a.standing is Standing.ORDERED and stopping:
        text = w.gettext("an appeal stops that only if it reaches the court by {day}")
        return [text.format(day=w.day_month(stopping[0].to_go_by))]
    return []


def record(w: Words, found: Record) -> str:
    """Say what a person records once it is done."""
    if found.move is not None:
        return w.gettext("Record the notice of the new address")
    return {
        "exit": w.gettext("Record that you left"),
        "notified": w.gettext("Record the host's notice"),
        "registered": w.gettext("Record the registration"),
        "appealed": w.gettext("Record that you complained"),
        "paid": w.gettext("Record the payment"),
        "executed": w.gettext("Record that the decision was carried out"),
        "permit": w.gettext("Enter the permit or visa"),
    }[found.field]


def _of_ruling(w: Words, a: Assessment, index: int) -> list[str]:
    ruling = a.traveller.rulings[index]
    told = [parts.name(w, ruling.part)] if ruling.part else []
    if ruling.kind == "expulsion":
        told.append(w.gettext("it has been in force since it was read out"))
    if ruling.appealed and ruling.appealed <= a.on:
        told.append(w.gettext("complaint of {day}").format(day=w.day(ruling.appealed)))
        if ruling.kind == "expulsion" and not stops(a, index):
            told.append(w.gettext("it came too late to stop the expulsion"))
    return told


def _of_duty(w: Words, a: Assessment, duty: Duty) -> list[str]:
    told = [duties.who(w, duty.who)] if duty.who == "host" else []
    if duty.where and duty.state in ("open", "missed", "unrecorded") and duty.row.prominence != "bar":
        # Where to complain hangs on who ruled, which the road says where it is not known
        road = [places for _, places in rulings.road(w, duty)] or [duties.places(w, duty.where)]
        told += [w.gettext("where: {places}").format(places=places) for places in road]
    if duty.state != "open" or duty.reason:
        told.append(duties.status(w, a.law, duty))
    if duty.kind == "appeal" and _in_vain(a, duty):
        told.append(w.gettext("it no longer stops the expulsion: leave all the same"))
    if duty.due.differs and duty.reason != "usual-term":
        told.append(w.gettext("by the usual count {day}").format(day=w.day(duty.due.usual)))
    # What it costs to stay too long is told with the days over
    apart = duty.ruling is not None or not duty.row.leaving
    if apart and duty.state in ("open", "missed") and duty.row.offence:
        cost = cost_of(a, duty)
        label = w.gettext("if missed: {cost}") if duty.state == "open" else w.gettext("penalty: {cost}")
        told += [label.format(cost=text) for text in _of_cost(w, a, cost)]
    return [*told, _cited(w, a, duty.articles)]


def _in_vain(a: Assessment, duty: Duty) -> bool:
    """Tell whether a complaint against an expulsion comes too late to stop it."""
    index = duty.ruling
    return index is not None and a.traveller.rulings[index].kind == "expulsion" and not stops(a, index)


def _shortened(w: Words, a: Assessment) -> list[str]:
    """Say what is known of an entry after a stay that the police cut short."""
    known = any(note.code == "shortened-return" for note in a.notes)
    return [law_texts.told(w, "shortened-return")] if known else []


def _of_cost(w: Words, a: Assessment, cost: Cost | None) -> list[str]:
    if cost is None:
        return []
    if cost.too_young:
        return [inside(costs.too_young(w, a.law))]
    return [costs.brief(w, cost)] if cost.first else []


def _cited(w: Words, a: Assessment, articles: tuple[str, ...] | list[str]) -> str:
    """Cite the first articles; an act that was named just before is not named again."""
    told: list[str] = []
    before = ""
    for article in list(articles)[:_CITED]:
        text, act = law_texts.citation(w, a.law, article), article.partition(" ")[0]
        name = f"{law_texts.act(w, a.law.sources[act])}, "
        told.append(text.removeprefix(name) if act == before else text)
        before = act
    return "; ".join(told)
