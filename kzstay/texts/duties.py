"""Duties in sentences: their names, their days and states, and what the law asks for."""

from __future__ import annotations

from collections.abc import Iterable

from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.case import RulingKind
from kzstay.core.duties import Duty
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import Longer
from kzstay.core.readings import Reading
from kzstay.texts import answers, longer_stays, readings
from kzstay.texts import law as law_texts
from kzstay.texts.inline import inside
from kzstay.texts.words import Words


def name(w: Words, kind: str, longer: Longer | None = None, *, by_days: bool = False, lives: bool = False) -> str:
    """Name a duty; what a longer stay needs by what that is, where it is known.

    ``by_days``: what ends of a permit are its days, before its term does; ``lives``: it is one to live here.
    """
    if lives:
        return w.gettext("Extend the permanent residence permit before it ends")
    if by_days:
        return w.gettext("Leave before the days of the visa are used up, or get a new visa")
    needs = {
        None: w.gettext("Obtain a permit or a visa, or leave"),
        "rvp": w.gettext("Obtain a temporary residence permit or leave"),
        "visa": w.gettext("Obtain a visa or leave"),
    }
    return {
        "host-notice": w.gettext("Host's notice of arrival"),
        "registration": w.gettext("Registration with the internal affairs bodies"),
        "address-change": w.gettext("Registration at a new address"),
        "longer": needs[longer],
        "leave": w.gettext("Leave Kazakhstan"),
        "permit-expiry": w.gettext("Leave, or extend the permit, before it ends"),
        "appeal": w.gettext("Appeal against a ruling"),
        "suspend": w.gettext("Stop an expulsion by an appeal"),
        "complaint": w.gettext("Complain against a decision"),
        "depart": w.gettext("Leave by the court's date"),
        "fine": w.gettext("Pay the fine"),
        "ban-end": w.gettext("End of the entry ban"),
    }[kind]


def name_of(w: Words, duty: Duty) -> str:
    """Name one duty, without what tells it from others of its kind."""
    return name(w, duty.kind, duty.longer, by_days=duty.by_days, lives=duty.lives)


def title(w: Words, a: Assessment, duty: Duty) -> str:
    """Name a duty of a stay or of a ruling; that of a change of address or of a ruling says which."""
    if duty.ruling is not None:
        return _of_ruling(w, duty, a.traveller.rulings[duty.ruling].kind)
    known = name_of(w, duty)
    if duty.kind == "address-change":
        return w.gettext("{duty}, moved on {day}").format(duty=known, day=w.day(duty.since))
    if duty.kind != "host-notice" or duty.stay is None or duty.since == a.stay(duty.stay).entry:
        return known
    return w.gettext("{duty}, change of address on {day}").format(duty=known, day=w.day(duty.since))


def title_among(w: Words, a: Assessment, duty: Duty, listed: Iterable[Duty]) -> str:
    """Name a duty of a list, and where other stays have the same in it, the days of its own."""
    known = title(w, a, duty)
    if duty.stay is None or all(duty.stay == other.stay for other in listed if other.kind == duty.kind):
        return known
    # Translators: {duty} is such as “Host's notice of arrival”, {stay} is such as “1 Nov 2026 – 4 Dec 2026”
    return w.gettext("{duty}, stay {stay}").format(duty=known, stay=answers.stay_label(w, a.stay(duty.stay)))


def _of_ruling(w: Words, duty: Duty, ruling: RulingKind) -> str:
    day = w.day(duty.since)
    if duty.kind == "appeal":
        return {
            "warning": w.gettext("Appeal against the warning (ruling served on {day})"),
            "fine": w.gettext("Appeal against the fine (ruling served on {day})"),
            "expulsion": w.gettext("Appeal against the expulsion (ruling served on {day})"),
        }[ruling].format(day=day)
    if duty.kind == "complaint":
        return {
            "shortened": w.gettext("Complain against the shortening of the stay (decision served on {day})"),
            "readmission": w.gettext("Complain against the readmission (decision served on {day})"),
        }[ruling].format(day=day)
    return {
        "fine": w.gettext("Pay the fine (ruling served on {day})"),
        "suspend": w.gettext("Stop the expulsion by an appeal (ruling served on {day})"),
        "depart": w.gettext("Leave by the court's date, ruling served on {day}"),
        "ban-end": w.gettext("End of the entry ban, ruling served on {day}"),
    }[duty.kind].format(day=day)


def short_name(w: Words, kind: str, longer: Longer | None = None, *, by_days: bool = False) -> str:
    """Name a duty in a tight place."""
    if by_days:
        return w.pgettext("short", "leave or get a new visa")
    permit = w.pgettext("short", "leave or obtain a permit")
    needs = {None: permit, "rvp": permit, "visa": w.pgettext("short", "leave or obtain a visa")}
    return {
        "host-notice": w.pgettext("short", "host's notice"),
        "registration": w.pgettext("short", "registration"),
        "address-change": w.pgettext("short", "new address"),
        "longer": needs[longer],
        "leave": w.pgettext("short", "leave"),
        "permit-expiry": w.pgettext("short", "leave or extend"),
        "appeal": w.pgettext("short", "appeal"),
        "suspend": w.pgettext("short", "stop the expulsion by an appeal"),
        "complaint": w.pgettext("short", "complaint"),
        "depart": w.pgettext("short", "court's date"),
        "fine": w.pgettext("short", "pay the fine"),
        "ban-end": w.pgettext("short", "end of the entry ban"),
    }[kind]


def short_name_of(w: Words, duty: Duty) -> str:
    """Name one duty in a tight place."""
    return short_name(w, duty.kind, duty.longer, by_days=duty.by_days)


def pressing(w: Words, a: Assessment, *, earlier: bool = True) -> list[str]:
    """Say what was missed for the present stay, and how long earlier stays were too long: it comes first.

    Without ``earlier`` no other stay than the present one is looked at, as while one is dragged.
    """
    told: list[str] = []
    missed = agenda.neglected(a)
    if missed:
        due = missed[0].due.under(a.reading)
        first = w.gettext("missed: {duty}, {day}").format(
            # A day of another year without its year would be read as one that is still to come
            duty=short_name_of(w, missed[0]),
            day=w.day_month(due) if due.year == a.on.year else w.day(due),
        )
        rest = len(missed) - 1
        more = w.ngettext("{n} more", "{n} more", rest).format(n=rest) if rest else ""
        told.append(", ".join(filter(None, (first, more))))
    return [*told, *earlier_stays(w, a)] if earlier else told


def earlier_stays(w: Words, a: Assessment) -> list[str]:
    """Say how long earlier stays were too long, and of which it is not known."""
    told: list[str] = []
    others = [stay for stay in a.stays if stay.index != a.current and not stay.planned]
    before = sum(stay.overstay_days for stay in others)
    if before:
        over = w.ngettext("{n} day over in an earlier stay", "{n} days over in earlier stays", before)
        told.append(over.format(n=before))
    told += [
        w.gettext("exit of the stay of {day} not recorded").format(day=w.day(stay.entry))
        for stay in others
        if stay.exit_missing and stay.perhaps_over
    ]
    return told


def who(w: Words, code: str) -> str:
    """Name who has a duty."""
    return w.gettext("host") if code == "host" else w.gettext("traveller")


def state(w: Words, code: str) -> str:
    """Name the state of a duty."""
    return {
        "open": w.pgettext("duty", "to be done"),
        "done": w.pgettext("duty", "done"),
        "done-late": w.pgettext("duty", "done late"),
        "missed": w.pgettext("duty", "missed"),
        "unrecorded": w.pgettext("duty", "not recorded"),
        "lapsed": w.pgettext("duty", "the ordinary term has passed"),
        "waived": w.pgettext("duty", "not required"),
    }[code]


def reason(w: Words, law: Law, code: str) -> str:
    """Say why a duty is waived, or why it is open whether it is one."""
    over = law.duties["registration"].over_days
    return {
        "short-stay": w.gettext("the stay is too short"),
        "left-in-time": w.gettext("left in time"),
        "under-16": w.gettext(
            "No permit of their own is asked for under the age of {age}. The last day holds all the same: ask how "
            "the child is entered in the papers of the parents."
        ).format(age=law.duties["longer"].from_age),
        "passport": w.gettext(
            "No permit of their own is asked of those with a service or diplomatic passport. The last day holds "
            "all the same."
        ),
        "permit": w.pgettext("reason", "covered by a permit"),
        "settled": w.gettext("the ruling has been carried out"),
        "appealed": w.gettext("a complaint is not decided yet"),
        "may-have-lapsed": w.gettext("it may have lapsed"),
        "ask": w.gettext(
            "The law asks it of all who enter for more than {over} days, the order on registration only of some. "
            "Ask the migration police."
        ).format(over=over),
        "not-asked": w.gettext(
            "The order on registration does not ask it in this case. The law itself makes no exception."
        ),
        "usual-term": w.gettext("file it at once: only by the usual count is the term still open"),
        "too-young": w.gettext("contest it: nobody under the age of {age} is liable").format(
            age=law.minor.from_age
        ),
        "one-day": w.gettext("No notice is due if nobody received the traveller."),
        "exit-missing": w.gettext("an earlier exit is not recorded"),
    }[code]


def due(w: Words, duty: Duty) -> str:
    """Write the day a duty is due, the usual count only where it differs."""
    return readings.sides(w, Reading.SAFE, w.day(duty.due.safe), w.day(duty.due.usual))


def short_due(w: Words, duty: Duty) -> str:
    """Write the day a duty is due in a tight place, the usual count only where it differs."""
    if not duty.due.differs:
        return w.day(duty.due.safe)
    return readings.short_sides(w, w.day(duty.due.safe), w.day(duty.due.usual))


def cause(w: Words, a: Assessment, duty: Duty) -> str:
    """Say what a duty is for: the stay, the change of address in it, or the ruling."""
    if duty.ruling is not None:
        pattern = {
            "fine": w.gettext("fine served on {day}"),
            "expulsion": w.gettext("expulsion served on {day}"),
            "warning": w.gettext("warning served on {day}"),
            "shortened": w.gettext("shortening of the stay served on {day}"),
            "readmission": w.gettext("readmission served on {day}"),
        }[a.traveller.rulings[duty.ruling].kind]
        return pattern.format(day=w.day(duty.since))
    if duty.stay is None:
        return ""
    stay = a.stay(duty.stay)
    if duty.kind in ("host-notice", "address-change") and duty.since != stay.entry:
        return w.gettext("moved on {day}").format(day=w.day(duty.since))
    return answers.stay_label(w, stay)


def status(w: Words, law: Law, duty: Duty) -> str:
    """Write the state with the day on which it was done, or the reason why it is waived."""
    if duty.row.prominence == "bar":
        return w.pgettext("ban", "in force") if duty.state == "open" else w.pgettext("ban", "over")
    if duty.reason == "appealed" and duty.decision and duty.decision.appealed:
        return w.gettext("suspended by the complaint of {day}").format(day=w.day(duty.decision.appealed))
    if duty.reason == "exit-missing":
        late = w.pgettext("duty", "perhaps late") if duty.done else w.pgettext("duty", "perhaps over")
        told = f"{late}, {w.day(duty.done)}" if duty.done else late
        return f"{told} · {reason(w, law, duty.reason)}"
    if duty.reason:
        told = state(w, duty.state)
        if duty.state == "open" and duty.row.right:
            told = w.pgettext("right", "possible")
        elif duty.state == "open" and duty.reason == "ask":
            told = w.pgettext("duty", "ask")
        return f"{told} · {inside(reason(w, law, duty.reason))}"
    if duty.state == "lapsed" and not any(road.late for road in duty.roads):
        return w.pgettext("right", "the term is over")
    if duty.row.right and duty.state == "open":
        return w.pgettext("right", "possible")
    if duty.state == "missed" and duty.row.recorded:
        return w.gettext("missed: nothing recorded")
    if duty.done:
        return f"{state(w, duty.state)} · {w.day(duty.done)}"
    return state(w, duty.state)


def rule_of(w: Words, a: Assessment, duty: Duty) -> str:
    """Say what the law asks for in the case of one duty."""
    told = rule(w, a.law, duty.kind, duty.longer, by_days=duty.by_days)
    beside = [law_texts.told(w, code) for code in _beside(a, duty)]
    if not agenda.bound_to_an_address(a, duty):
        return " ".join([told, *beside])
    return " ".join([*beside, w.gettext("Ask the migration police first, and do this only then."), told])


def articles_of(a: Assessment, duty: Duty) -> list[str]:
    """List where the law says what is told of a duty."""
    beside = (article for code in _beside(a, duty) for article in a.law.told[code].articles)
    return list(dict.fromkeys([*duty.articles, *beside]))


def _beside(a: Assessment, duty: Duty) -> list[str]:
    """List what is to be known beside a duty.

    Who works in the Union may stay as long as the contract runs, and who moves may be bound to an address.
    """
    if agenda.bound_to_an_address(a, duty):
        return ["permit-address"]
    row = a.law.told["union-contract"]
    leaving = duty.row.prominence == "stay" and duty.state in ("open", "missed")
    works = a.traveller.shown(duty.stay)[0] in a.law.contract.countries and duty.since >= row.begins
    return [row.code] if leaving and works and duty.longer == "rvp" else []


def rule(w: Words, law: Law, kind: str, longer: Longer | None = None, *, by_days: bool = False) -> str:
    """Say what the law asks for."""
    row = law.duties[kind]
    if by_days:
        return w.gettext(
            "Leave before the days of the visa are used up, or get a new visa: the same visa gives no more days, "
            "even if its term still runs. No visa-free term is taken to follow them in the same stay, and the day "
            "is taken as fixed: it does not move even if it is a day off."
        )
    if kind == "longer":
        return longer_stays.rule(w, law, longer)
    count = row.working_days or row.days or row.months or row.years or 0
    return {
        "host-notice": w.ngettext(
            "The host informs the internal affairs body within {n} working day of the foreigner's "
            "arrival, at each entry and each change of address.",
            "The host informs the internal affairs body within {n} working days of the foreigner's "
            "arrival, at each entry and each change of address.",
            count,
        ),
        "registration": w.gettext(
            "Anyone who enters for more than {over} days registers online no later than day {n}; the "
            "owner of the home confirms it."
        ),
        "address-change": w.ngettext(
            "Who has registered and moves enters the new address online within {n} working day; the host confirms "
            "it there.",
            "Who has registered and moves enters the new address online within {n} working days; the host "
            "confirms it there.",
            count,
        ),
        "leave": w.gettext("The last lawful day is taken as fixed: it does not move even if it is a day off."),
        "permit-expiry": w.gettext(
            "Leave or have it extended before the permit ends. No visa-free term is taken to follow it in the "
            "same stay, and the day is taken as fixed: it does not move even if it is a day off."
        ),
        "appeal": w.ngettext(
            "A complaint is filed within {n} day of the service of the ruling. If the term ends on a day off, "
            "have it arrive on the last working day before: whether the term moves to the next one is open.",
            "A complaint is filed within {n} days of the service of the ruling. If the term ends on a day off, "
            "have it arrive on the last working day before: whether the term moves to the next one is open.",
            count,
        ),
        "suspend": w.gettext(
            "An expulsion is in force as soon as it is read out. A complaint stops it only if it arrives at the "
            "court before the day of departure that the court set."
        ),
        "complaint": w.ngettext(
            "A complaint against the decision is filed within {n} month with the body that decided; that passes "
            "it on to the one above.",
            "A complaint against the decision is filed within {n} months with the body that decided; that passes "
            "it on to the one above.",
            count,
        ),
        "depart": w.gettext("The court set the day. It does not move, not even from a day off."),
        "fine": w.ngettext(
            "The fine is paid within {n} day after the ruling comes into force.",
            "The fine is paid within {n} days after the ruling comes into force.",
            count,
        ),
        "ban-end": w.ngettext(
            "Anyone who was expelled or readmitted may not enter for {n} year from the day on which that was "
            "carried out.",
            "Anyone who was expelled or readmitted may not enter for {n} years from the day on which that was "
            "carried out.",
            count,
        ),
    }[kind].format(over=row.over_days, n=count)


def places(w: Words, codes: Iterable[str]) -> str:
    """Say where a duty is done."""
    names = {
        "vmp": "vmp.gov.kz",
        "egov": "egov.kz",
        "eqonaq": "eqonaq.kz",
        "migration-office": w.gettext("migration service (on paper)"),
        "migration-app": w.gettext("personal account of the migration police information system"),
        "consulate": w.gettext("consulate"),
        "psc": w.gettext("Public Service Centre"),
        "migration-police": w.gettext("migration police"),
        "border": w.gettext("checkpoint at the border"),
        "court": w.gettext("court"),
        "court-that-ruled": w.gettext("the court that ruled, for the one above it"),
        "body-that-ruled": w.gettext("the body that ruled, or the one above it"),
        "body-that-decided": w.gettext("the body that decided"),
        "bank": w.gettext("bank"),
    }
    told = [names[code] for code in codes]
    return ("; " if any("," in name for name in told) else ", ").join(told)


def upcoming(w: Words, duty: Duty) -> str:
    """Say which duty comes next."""
    # Translators: such as “Monday 30 Nov”
    due = duty.to_go_by
    day = w.gettext("{weekday} {day}").format(weekday=w.weekday(due), day=w.day_month(due))
    return w.gettext("next: {duty}, {day}").format(duty=short_name_of(w, duty), day=day)
