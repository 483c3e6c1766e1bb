"""Costs of missing a duty in sentences; every number comes from the law data."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import get_args

from kzstay.core.costs import Cost
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import OF_PURPOSE, OF_RULED, OF_TRAVELLER, Outcome, PersonRow, Row
from kzstay.core.sanctions import Penalty, penalties
from kzstay.texts import answers
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words

Fact = tuple[str, str]  # a label and its value
_GRAVITY: tuple[Outcome, ...] = get_args(Outcome)  # the least first


def penalty(w: Words, found: Penalty, *, dated: bool = False) -> str:
    """Name a penalty with its sum, and the court where one decides.

    ``dated``: where the index of the year is not known, the sum says of which year it is; else that is told apart.
    """
    # Translators: {sum} is such as “43 250 ₸”
    pattern = w.gettext("fine of {n} MCI ({sum})")
    if dated and not found.exact:
        # Translators: {sum} is such as “43 250 ₸”
        pattern = w.gettext("fine of {n} MCI ({sum} by the index of {year})")
    fine = pattern.format(n=found.mci, sum=money(w, found.tenge), year=found.index.year)
    text = _named(w, found, fine)
    if found.row.by != "court":
        return text
    # Translators: {penalty} is such as “fine of 25 MCI (108 125 ₸) or expulsion”
    return w.gettext("{penalty}, decided by a court").format(penalty=text)


def summed(w: Words, found: Penalty) -> str:
    """Name a penalty with its sum, for a place that says apart who decides."""
    return _named(w, found, units(w, found.mci, found.tenge))


def units(w: Words, count: int, tenge: int) -> str:
    """Write a fine of so many monthly calculation indexes."""
    # Translators: {sum} is such as “43 250 ₸”
    return w.gettext("fine of {n} MCI ({sum})").format(n=count, sum=money(w, tenge))


def bare(w: Words, found: Penalty) -> str:
    """Name a penalty without its sum."""
    return _named(w, found, w.gettext("fine of {n} MCI").format(n=found.mci))


def _named(w: Words, found: Penalty, fine: str) -> str:
    """Name a penalty; a minor is neither arrested nor made to work, so the numbers of both are nought."""
    row, days = found.row, found.arrest_days
    if row.outcome == "warning":
        return w.pgettext("penalty", "warning")
    if row.outcome == "fine-or-expulsion":
        # Translators: {fine} is such as “fine of 25 MCI (108 125 ₸)”
        return w.gettext("{fine} or expulsion").format(fine=fine)
    if row.outcome == "fine-arrest-or-expulsion":
        if not days:
            return w.gettext("{fine} or expulsion").format(fine=fine)
        # Translators: {fine} is such as “fine of 25 MCI (108 125 ₸)”
        return w.ngettext(
            "{fine}, arrest of up to {n} day or expulsion", "{fine}, arrest of up to {n} days or expulsion", days
        ).format(fine=fine, n=days)
    if row.outcome == "arrest-and-expulsion":
        return (
            w.ngettext("arrest of up to {n} day with expulsion", "arrest of up to {n} days with expulsion", days)
            if days
            else w.pgettext("penalty", "expulsion")
        ).format(n=days)
    if row.outcome == "fine-work-or-arrest" and days:
        arrest = w.ngettext("arrest of up to {n} day", "arrest of up to {n} days", days).format(n=days)
        # Translators: {fine} is such as “fine of 5 MCI (21 625 ₸)”, {arrest} such as “arrest of up to 5 days”
        return w.ngettext(
            "{fine}, or community work of up to {hours} hour, or {arrest}",
            "{fine}, or community work of up to {hours} hours, or {arrest}",
            row.work_hours,
        ).format(fine=fine, hours=row.work_hours, arrest=arrest)
    return fine


def money(w: Words, tenge: int) -> str:
    """Write a sum of money."""
    return f"{w.number(tenge)}\N{NO-BREAK SPACE}₸"


def step(w: Words, found: Penalty) -> str:
    """Say what a penalty is for: the days of an overstay or the kinds of host; empty where it is for all."""
    row = found.row
    if row.offence in ("purpose", "transit"):
        return w.gettext("each time")
    if row.up_to_days is not None and row.over_days:
        return _days_over(w, row.over_days, row.up_to_days)
    if row.up_to_days is not None:
        return w.ngettext("up to {n} day over", "up to {n} days over", row.up_to_days).format(n=row.up_to_days)
    if row.offence in OF_RULED:
        return ""
    if row.offence in OF_TRAVELLER:
        return w.ngettext("more than {n} day over", "more than {n} days over", row.over_days).format(
            n=row.over_days
        )
    return ", ".join(answers.host(w, kind) for kind in row.hosts)


def _days_over(w: Words, over: int, up_to: int) -> str:
    """Write from which to which day of overstay something holds."""
    return w.ngettext("{least} to {n} day over", "{least} to {n} days over", up_to).format(least=over + 1, n=up_to)


def steps(w: Words, found: Sequence[Penalty]) -> list[Fact]:
    """List penalties by what they are for."""
    return [(step(w, one), penalty(w, one)) for one in found]


def brief(w: Words, cost: Cost) -> str:
    """Say in a few words what it costs: the penalty, or the least and the gravest of several.

    Where it is open whether an offence is a repeated one, what that would cost is among them.
    """
    if cost.ruled:
        return w.gettext("decided by the ruling served on {day}").format(day=w.day(cost.ruled))
    found = cost.likely
    if cost.repeated == "if-punished" and len(found) == len(cost.again) == 1:
        # Translators: both are penalties, such as “fine of 10 MCI (43 250 ₸)”
        return w.gettext("{first}; if the earlier overstay was punished: {again}").format(
            first=penalty(w, found[0], dated=True), again=penalty(w, cost.again[0], dated=True)
        )
    if cost.repeated in ("part-unknown", "if-punished"):
        found = [*found, *cost.again]
    if len(found) < 2:
        return "".join(penalty(w, one, dated=True) for one in found)
    found = sorted(found, key=lambda one: (_GRAVITY.index(one.row.outcome), one.mci))
    # Translators: two penalties, the least and the gravest, both in the nominative
    return w.gettext("at least: {least}; at most: {gravest}").format(
        least=bare(w, found[0]), gravest=bare(w, found[-1])
    )


def told(w: Words, law: Law, duty: Duty, cost: Cost | None) -> list[Fact]:
    """Tell what it costs to miss a duty, the first time and again, each with its label."""
    label = w.gettext("If missed")
    if cost is None:
        text = nothing(w, law, duty)
        return [(label, text)] if text else []
    if cost.too_young:
        return [(label, too_young(w, law))]
    if not cost.first:
        return []
    if cost.days is not None:
        label = w.ngettext("For {n} day over", "For {n} days over", cost.days).format(n=cost.days)
    if cost.ruled:
        return [(label, brief(w, cost))]
    rows = _once_and_again(w, law, cost, label)
    if duty.who == "traveller":
        rows += [*half(w, law, cost), *parents(w, law, cost)]
    if open_host(cost):
        rows.append((w.gettext("Host"), w.gettext("The type of host is not entered: what applies depends on it.")))
    if duty.kind == "depart":
        rows += departure(w, law, duty)
    return rows


def _once_and_again(w: Words, law: Law, cost: Cost, label: str) -> list[Fact]:
    first, again = (_joined(w, cost, found) for found in (cost.likely, cost.again))
    if cost.repeated == "yes":
        return [(label, first), (w.gettext("A repeated offence"), _same_again(w, law))]
    if cost.repeated == "part-unknown":
        return [
            (w.gettext("If the ruling was for the same part of the article"), again),
            (w.gettext("Otherwise"), first),
        ]
    if cost.repeated == "if-punished":
        return [(label, first), (w.gettext("If the earlier overstay was punished"), again)]
    if not again:
        return [(label, first)]
    months = law.repeated.months
    repeated = w.ngettext("Again within {n} month", "Again within {n} months", months).format(n=months)
    return [(label, first), (repeated, again)]


def _same_again(w: Words, law: Law) -> str:
    months = law.repeated.months
    return w.ngettext(
        "There is a ruling for the same offence, and it was carried out less than {n} month ago.",
        "There is a ruling for the same offence, and it was carried out less than {n} months ago.",
        months,
    ).format(n=months)


def half(w: Words, law: Law, cost: Cost) -> list[Fact]:
    """Tell when half of a fine is enough: before there is a ruling. Source: KoAP 810, 811."""
    if not cost.halved:
        return []
    days = law.half_fine.days
    text = w.ngettext(
        "It is enough before a ruling, if you admit the offence and pay within {n} day of the day on which the "
        "case is opened. Then there is no ordinary appeal.",
        "It is enough before a ruling, if you admit the offence and pay within {n} days of the day on which the "
        "case is opened. Then there is no ordinary appeal.",
        days,
    ).format(n=days)
    rows = [one.row for one in cost.halved]
    reach = [row.up_to_days for row in rows if row.up_to_days is not None]
    if len(cost.likely) == 1 or not reach:
        return [(w.gettext("Half of the fine"), text)]
    # Translators: {days} is such as “4 to 10 days over”
    label = w.gettext("Half of the fine ({days})")
    return [(label.format(days=_days_over(w, min(row.over_days for row in rows), max(reach))), text)]


def parents(w: Words, law: Law, cost: Cost) -> list[Fact]:
    """Tell who pays the fine of a minor who has no means. Source: KoAP 66(1)."""
    fined = any(one.mci for one in cost.likely)
    if not cost.minor or not fined or cost.opened < law.minor.parents_from:
        return []
    return [(w.gettext("Fine of a minor"), law_texts.parents(w))]


def too_young(w: Words, law: Law) -> str:
    """Say that nobody of an age is penalised, and that the last day holds. Source: KoAP 28."""
    return w.gettext(
        "Nobody under the age of {age} is warned or fined for it. The last day holds all the same."
    ).format(age=law.minor.from_age)


def departure(w: Words, law: Law, duty: Duty) -> list[Fact]:
    """Tell what else follows on a missed day of departure, and what does not. Source: LF 28; KoAP 669, note."""
    days = law.checkpoint.days
    last = w.day(duty.due.safe + DAY * days)
    spared = w.ngettext(
        "Whoever is found at a border checkpoint by {day}, within {n} day after the court's day, is not punished "
        "for having missed it.",
        "Whoever is found at a border checkpoint by {day}, within {n} days after the court's day, is not punished "
        "for having missed it.",
        days,
    ).format(n=days, day=last)
    forced = w.gettext("A court may have the person held and expelled by force.")
    return [(w.gettext("Besides"), forced), (w.gettext("At the border"), spared)]


def _joined(w: Words, cost: Cost, found: Sequence[Penalty]) -> str:
    """Write penalties in one line, each with its step where it is open which of them it will be."""
    if cost.days is not None or (found and found[0].row.hosts and not open_host(cost)):
        return "; ".join(penalty(w, one) for one in found)
    # Translators: {step} is such as “up to 5 days over” or “small business”, {penalty} such as “warning”
    pattern = w.gettext("{step}: {penalty}")
    return "; ".join(
        pattern.format(step=label, penalty=text) if label else text for label, text in steps(w, found)
    )


def open_host(cost: Cost) -> bool:
    """Tell whether the penalties are those of all kinds of host, since that of the case is not known."""
    return len({kind for one in cost.first for kind in one.row.hosts}) > len(cost.first[0].row.hosts)


def index(w: Words, found: Sequence[Penalty], year: int) -> str:
    """Say by which index the sums of a year are reckoned."""
    taken = found[0].index
    if found[0].exact:
        return w.gettext("One monthly calculation index (MCI) is {sum} in {year}.").format(
            sum=money(w, taken.tenge), year=year
        )
    return w.gettext(
        "The monthly calculation index (MCI) of {year} is not in the law data. That of {taken} is used: {sum}."
    ).format(year=year, taken=taken.year, sum=money(w, taken.tenge))


def remarks(w: Words, law: Law, row: PersonRow, day: date, told: Collection[str] = ()) -> list[str]:
    """Say what the reader should know of a row, and with what a stay is for what it costs to work all the same.

    ``told`` are remarks that are made elsewhere.
    """
    found = penalties(law, "purpose", day)
    texts: list[str] = []
    for code in row.remarks:
        if code in told:
            continue
        text = law_texts.remark(w, code)
        if found and code in OF_PURPOSE:
            risk = w.gettext("For work without a permit: {penalty}.").format(penalty=penalty(w, found[0]))
            text, found = f"{text} {risk}", []
        texts.append(text)
    return texts


def articles(law: Law, duty: Duty, cost: Cost) -> list[str]:
    """List the articles of what it costs, each once."""
    rows: list[Row] = [one.row for one in cost.likely + cost.again]
    rows += [law.half_fine] if cost.halved and duty.who == "traveller" else []
    rows += [law.checkpoint] if duty.kind == "depart" else []
    rows += [law.minor] if cost.too_young or cost.minor else []
    return list(dict.fromkeys(article for row in rows for article in row.articles))


def nothing(w: Words, law: Law, duty: Duty) -> str:
    """Say what follows where the law data knows no penalty; empty where there is nothing to miss."""
    expelled = duty.decision is not None and duty.decision.kind == "expulsion"
    in_force = w.gettext(
        "The expulsion has been in force since it was read out and must be carried out; a later complaint "
        "does not stop it."
    )
    edition = law.editions["KoAP"]
    none = (
        w.gettext("No penalty for it was found in the code, edition of {day}. The duty is newer than that.")
        if duty.row.begins > edition
        else w.gettext("No penalty for it was found in the code, edition of {day}.")
    )
    return {
        "appeal": in_force if expelled else w.gettext("The ruling comes into force."),
        "suspend": in_force,
        "complaint": w.gettext("The decision stands."),
        "fine": w.gettext("Entry is refused until it is paid."),
        "ban-end": "",
    }.get(duty.kind, none.format(day=w.full_day(edition)))
