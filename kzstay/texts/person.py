"""A person in sentences: what a topic of the guide means for the traveller who is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kzstay.core.assess import Assessment, StayAnswer
from kzstay.core.duties import Duty
from kzstay.core.law.schema import Regime, Row
from kzstay.core.readings import Both
from kzstay.core.sanctions import penalties
from kzstay.texts import answers, costs, duties, entries, evidence, foreign, needs, papers, readings
from kzstay.texts import law as law_texts
from kzstay.texts.inline import inside
from kzstay.texts.words import Words


def name(w: Words, a: Assessment) -> str:
    """Say whom it is about."""
    known = foreign.name(a.traveller.name)
    return w.gettext("For {name}").format(name=known) if known else w.gettext("For this traveller")


def line(w: Words, a: Assessment) -> str:
    """Say by what it was reckoned."""
    return w.gettext("calculated for {day} · {reading}").format(
        day=w.full_day(a.on), reading=readings.name(w, a.reading)
    )


def show(w: Words) -> str:
    """Name the way to the timeline."""
    return w.gettext("Show on the timeline")


def more(w: Words, count: int) -> str:
    """Say how many sentences were left out."""
    return w.ngettext(
        "{n} more is told of on the pages under the timeline.",
        "{n} more are told of on the pages under the timeline.",
        count,
    ).format(n=count)


def sentence(parts: list[str]) -> str:
    """Join short facts into one line that begins with a capital letter."""
    told = " · ".join(part for part in parts if part)
    return told[:1].upper() + told[1:]


# Entries


def entry(w: Words, a: Assessment) -> str:
    """Say what an entry on the day needs, or which visa-free term it gives."""
    regime = a.reckoning.regime(a.on)
    if regime is None:
        return needs.now(w, a.reckoning.needs(a.on))
    # Translators: {person} is such as “Germany · ordinary passport”, {term} “30 days from the day of entry”
    return w.gettext("{person}: visa-free for an entry on {day}, {term}.").format(
        person=answers.person(w, a.traveller), day=w.full_day(a.on), term=answers.regime(w, regime, a.reading)
    )


def term(w: Words, a: Assessment, regime: Regime) -> str:
    """Say which visa-free term the present stay was entered on, and how sure that is."""
    told = w.gettext("Visa-free: {term}").format(term=answers.regime(w, regime, a.reading))
    sure = w.gettext("certainty: {certainty}").format(certainty=law_texts.certainty(w, regime.certainty))
    return f"{told} · {sure}"


def sure(w: Words, a: Assessment, row: Row) -> str:
    """Cite a row and say how certain it is."""
    return w.gettext("{articles}. Certainty: {certainty}.").format(
        articles=law_texts.citations(w, a.law, row.articles), certainty=law_texts.certainty(w, row.certainty)
    )


def held(w: Words, a: Assessment) -> list[str]:
    """Name the permits that are valid on the day."""
    return [
        w.gettext("{permit} until {day}").format(permit=papers.permit(w, one.kind), day=w.full_day(one.until))
        for one in a.traveller.permits
        if one.first <= a.on <= one.until
    ]


def nothing_refuses(w: Words, a: Assessment) -> str:
    """Say that no ruling that was entered refuses an entry."""
    return w.gettext("No ruling that is entered here refuses an entry on {day}.").format(day=w.full_day(a.on))


def used(w: Words, a: Assessment) -> list[str]:
    """Say how much is used of each limit that counts days over several stays."""
    return [evidence.used(w, limit) for limit in a.limits if limit.used is not None] if a.limits_bind else []


# Stays


def last_day(w: Words, a: Assessment, last: Both[date | None]) -> str:
    """Say that the present stay is not too long by the count shown, and which day is its last."""
    texts = (w.full_day(day) if day else w.gettext("none") for day in (last.safe, last.usual))
    return w.gettext("The present stay is not too long. Its last lawful day: {day}.").format(
        day=readings.sides(w, a.reading, *texts)
    )


def days_over(w: Words, a: Assessment, stay: StayAnswer) -> str:
    """Say of an earlier stay how it stands."""
    return f"{answers.stay_label(w, stay)}: {answers.stay_status(w, a, stay)}"


def none_over(w: Words) -> str:
    """Say that no stay was too long."""
    return w.gettext("No stay that is entered here was too long.")


# Duties


def duty(w: Words, a: Assessment, found: Duty, listed: Sequence[Duty] = ()) -> str:
    """Say of a duty, perhaps one of a list, how it stands, by when it is due and who has it."""
    # Translators: {who} has the duty: “host” or “traveller”; {day} is the day by which it is due
    return w.gettext("{duty}: {state} · due {day} · {who}").format(
        duty=duties.title_among(w, a, found, listed),
        state=duties.status(w, a.law, found),
        day=duties.due(w, found),
        who=duties.who(w, found.who),
    )


def fact(w: Words, told: costs.Fact) -> str:
    """Write a label with its value in one line."""
    return w.gettext("{label}: {value}").format(label=told[0], value=inside(told[1]))


def not_to_be_registered(w: Words, a: Assessment, regime: Regime) -> str:
    """Say that an entry gives no more days than those who register have."""
    over = a.law.duties["registration"].over_days
    days = regime.days_per_entry(a.reading)
    return w.gettext(
        "This entry gives {n} days. Registration is asked of those who enter for more than {over} days."
    ).format(n=days, over=over)


# Who somebody is


def lives(w: Words, a: Assessment, until: date | None) -> str:
    """Say which column of a topic holds: that of those who live here permanently, or the other."""
    if until:
        return w.gettext(
            "A permanent residence permit is entered, valid until {day}: read what holds for those who live here "
            "permanently."
        ).format(day=w.full_day(until))
    return w.gettext(
        "No permanent residence permit valid on {day} is entered: read what holds for those who stay for a time."
    ).format(day=w.full_day(a.on))


def union(w: Words, country: str) -> str:
    """Say that a citizen of the Eurasian Economic Union needs no permit to work."""
    return w.gettext(
        "{country} is a state of the Eurasian Economic Union: a contract of employment is enough, no work permit "
        "is asked for."
    ).format(country=w.country(country))


def no_work(w: Words, a: Assessment) -> list[str]:
    """Say that a visa-free stay gives no right to work, and what working all the same costs."""
    told = [w.gettext("The present stay is visa-free: by itself it gives no right to work.")]
    found = penalties(a.law, "purpose", a.on)
    if found:
        told.append(w.gettext("For work without a permit: {penalty}.").format(penalty=costs.penalty(w, found[0])))
    return told


def host(w: Words, kind: str) -> str:
    """Name the host that is entered."""
    return w.gettext("Host entered here: {host}").format(host=answers.host(w, kind))


def passport(w: Words, a: Assessment) -> str:
    """Name the passport of the present stay, or the traveller's own."""
    country, kind = a.traveller.shown(a.current)
    return w.gettext("{country} · {passport}").format(
        country=w.country(country), passport=answers.passport(w, kind)
    )


def birthday(w: Words, a: Assessment, day: date) -> str:
    """Say when a child reaches the age from which it needs a permit of its own, and when it asks for one."""
    row = a.law.duties["longer"]
    within = row.days_after_birthday or 0
    return w.ngettext(
        "The age of {age} is reached on {day}. Whoever stays on asks for a permit of their own within {n} day "
        "after it.",
        "The age of {age} is reached on {day}. Whoever stays on asks for a permit of their own within {n} days "
        "after it.",
        within,
    ).format(age=row.from_age, day=w.full_day(day), n=within)


def under_age(w: Words, a: Assessment, age: int) -> str:
    """Say how old a child is, and from which age one is penalised."""
    told = w.gettext("Age on this day: {age}.").format(age=age)
    return f"{told} {law_texts.minor(w, a.law)}"


def next_entry(w: Words, a: Assessment) -> str:
    """Say when the next entry is possible, after the present stay."""
    return entries.following(w, a)[0] if a.next_entry else ""
