"""Stays: what the topics on coming, being here and life here mean for one person."""

from __future__ import annotations

from dateutil.relativedelta import relativedelta

from kzstay.content.person.told import (
    Told,
    after_rulings,
    answered,
    by_duties,
    forbidden,
    noted,
    of_kinds,
    together,
    visa_free,
)
from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.sanctions import age_on
from kzstay.texts import Words, entries, evidence, particulars
from kzstay.texts import law as law_texts
from kzstay.texts import person as texts

# Before one comes


def _refused(a: Assessment) -> bool:
    """Tell whether an entry is refused, whatever the citizenship gives."""
    return a.reckoning.refusal is not None or any(bar.because != "ordered" for bar in a.bars)


def _following(w: Words, a: Assessment) -> str:
    """Tell when the next entry is possible by the days."""
    if a.next_entry is None or a.resides:
        return ""
    return entries.lead(w, a) if a.current is None else texts.next_entry(w, a)


def _entry(w: Words, a: Assessment) -> Told | None:
    """Tell what an entry needs, where none is refused."""
    if _refused(a):
        return None
    held = texts.sentence(texts.held(w, a))
    if a.resides:
        return Told([held], a.on)
    row = a.reckoning.regime(a.on) or a.reckoning.need(a.on)
    day = a.next_entry.day if a.next_entry else a.on
    return Told([texts.entry(w, a), held, _following(w, a), texts.sure(w, a, row) if row else ""], day)


def entry_visa(w: Words, a: Assessment) -> Told | None:
    """Tell what an entry needs, and when it is possible."""
    return together(forbidden(w, a), _entry(w, a))


def entry_papers(w: Words, a: Assessment) -> Told | None:
    """Tell the same, and that the border may ask for more."""
    return together(forbidden(w, a), _entry(w, a), Told([entries.border(w)]))


def entry_refused(w: Words, a: Assessment) -> Told | None:
    """Tell what refuses an entry, the days used, and when the next one is possible."""
    barred = forbidden(w, a) or Told([texts.nothing_refuses(w, a)], a.on)
    return together(barred, Told([texts.sentence(texts.used(w, a)), _following(w, a)]))


# While one is here


def stay_limits(w: Words, a: Assessment) -> Told | None:
    """Tell until when, what is used, by which term, and when one may come again."""
    if a.current is None and _refused(a):
        return forbidden(w, a)
    term = texts.term(w, a, a.regime) if a.limits_bind and a.regime else ""
    following = _following(w, a) if a.current is not None else ""
    return together(answered(w, a), Told([texts.sentence(evidence.facts(w, a)), term, following]))


def host_notice(w: Words, a: Assessment) -> Told | None:
    """Tell of the notices that the host owes."""
    return by_duties(w, a, of_kinds(a, "host-notice"))


def registration(w: Words, a: Assessment) -> Told | None:
    """Tell of the registrations, or that the entry is too short for one."""
    found = by_duties(w, a, of_kinds(a, "registration", "address-change"))
    over = a.law.duties["registration"].over_days or 0
    if found is None and visa_free(a) and a.regime and a.regime.days_per_entry(a.reading) <= over:
        return Told([texts.not_to_be_registered(w, a, a.regime)])
    return found


def longer_stay(w: Words, a: Assessment) -> Told | None:
    """Tell what a stay beyond the term needs, and by when."""
    present = [duty for duty in of_kinds(a, "longer", "permit-expiry") if duty.stay == a.current]
    contract = noted(w, a, "union-contract")
    if a.current is None or not present:
        return together(answered(w, a), Told(contract)) if a.current is not None else None
    return together(by_duties(w, a, present), Told(contract))


def residence(w: Words, a: Assessment) -> Told | None:
    """Tell of the permit of one who lives here permanently, and of the days here."""
    if a.residence is None:
        return None
    until = a.traveller.resides_until(a.on)
    days = texts.sentence([particulars.days_here(w, a.residence)])
    lines = [texts.lives(w, a, until) if until else "", days, *noted(w, a, "residence-short")]
    return Told(lines, a.residence.ends, None, a.residence.short)


# Life here


def lives(w: Words, a: Assessment) -> Told | None:
    """Tell which column holds of a topic that sets those who live here apart from those who stay for a time."""
    until = a.traveller.resides_until(a.on)
    return Told([texts.lives(w, a, until)], until) if until or a.current is not None else None


def work(w: Words, a: Assessment) -> Told | None:
    """Tell whether the case shows a right to work, or that the stay gives none."""
    country, until = a.traveller.shown(a.current)[0], a.traveller.resides_until(a.on)
    if until:
        return Told([texts.lives(w, a, until)], until)
    if country in a.law.contract.countries:
        contracts = noted(w, a, "union-contract", "contract")
        return together(forbidden(w, a), Told([texts.union(w, country), law_texts.contract(w, a.law), *contracts]))
    return Told(texts.no_work(w, a), a.day_to_leave, a.current) if visa_free(a) else None


def children(w: Words, a: Assessment) -> Told | None:
    """Tell the age of a child, the birthday that brings a duty, and what is due."""
    born, age, row = a.traveller.born, age_on(a.traveller.born, a.on), a.law.duties["longer"]
    if born is None or age is None or age >= a.law.minor.of_age:
        return None
    # Only of those for whom a residence permit is the way to stay is one asked from a birthday on
    asked = a.regime is not None and a.regime.longer in row.waived_for
    asked = asked and a.traveller.shown(a.current)[1] not in row.waived_passports
    birthday = born + relativedelta(years=row.from_age or 0)
    told = [texts.under_age(w, a, age), texts.birthday(w, a, birthday) if asked and birthday > a.on else ""]
    present = [duty for duty in of_kinds(a, "longer", "leave") if duty.stay == a.current]
    return together(Told(told), by_duties(w, a, present))


def transit(w: Words, a: Assessment) -> Told | None:
    """Tell until when a transit may last, and what it is bound to."""
    if a.current is None or a.stay(a.current).kind != "transit":
        return None
    return together(answered(w, a), Told(noted(w, a, "transit")))


def movement(w: Words, a: Assessment) -> Told | None:
    """Tell what a change of address asks for."""
    moved = [duty for duty in of_kinds(a, "host-notice", "address-change") if duty.move is not None]
    return together(Told(noted(w, a, "permit-address")), by_duties(w, a, moved))


def leaving(w: Words, a: Assessment) -> Told | None:
    """Tell until when to leave, what forbids, and which fines are to be paid before."""
    if a.current is None:
        return None
    return together(
        answered(w, a), forbidden(w, a), by_duties(w, a, filter(agenda.presses, after_rulings(a, "fine")))
    )


def shortened(w: Words, a: Assessment) -> Told | None:
    """Tell the new last day of a stay that was cut short, and how to complain."""
    found = [duty for duty in a.ruling_duties if duty.decision is not None and duty.decision.kind == "shortened"]
    barred = forbidden(w, a) if any(ruling.kind == "shortened" for ruling in a.traveller.rulings) else None
    return together(barred, by_duties(w, a, found))
