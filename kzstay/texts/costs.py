"""Costs of missing a duty in sentences; every number comes from the law data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kzstay.core.costs import Cost
from kzstay.core.duties import Duty
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import OF_PURPOSE, OF_TRAVELLER, PersonRow
from kzstay.core.sanctions import Penalty, penalties
from kzstay.texts import answers
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words

Fact = tuple[str, str]  # a label and its value


def penalty(w: Words, found: Penalty) -> str:
    """Name a penalty with its sum, and the court where one decides."""
    row = found.row
    # Translators: {sum} is such as “43 250 ₸”
    patterns = {
        "fine": w.gettext("fine of {n} MCI ({sum})"),
        "fine-or-expulsion": w.gettext("fine of {n} MCI ({sum}) or expulsion"),
        "fine-arrest-or-expulsion": w.ngettext(
            "fine of {n} MCI ({sum}), arrest of up to {days} day or expulsion",
            "fine of {n} MCI ({sum}), arrest of up to {days} days or expulsion",
            row.arrest_days,
        ),
    }
    pattern = patterns.get(row.outcome)
    filled = pattern and pattern.format(n=row.mci, sum=money(w, found.tenge), days=row.arrest_days)
    text = filled or bare(w, found)
    if row.by != "court":
        return text
    # Translators: {penalty} is such as “fine of 25 MCI (108 125 ₸) or expulsion”
    return w.gettext("{penalty}, decided by a court").format(penalty=text)


def bare(w: Words, found: Penalty) -> str:
    """Name a penalty without its sum."""
    row = found.row
    if row.outcome == "arrest-and-expulsion":
        return w.ngettext(
            "arrest of up to {n} day with expulsion", "arrest of up to {n} days with expulsion", row.arrest_days
        ).format(n=row.arrest_days)
    return {
        "warning": w.pgettext("penalty", "warning"),
        "fine": w.gettext("fine of {n} MCI"),
        "fine-or-expulsion": w.gettext("fine of {n} MCI or expulsion"),
        "fine-arrest-or-expulsion": w.gettext("fine of {n} MCI, arrest or expulsion"),
    }[row.outcome].format(n=row.mci)


def money(w: Words, tenge: int) -> str:
    """Write a sum of money."""
    return f"{w.number(tenge)}\N{NO-BREAK SPACE}₸"


def step(w: Words, found: Penalty) -> str:
    """Say what a penalty is for: the days of an overstay or the kinds of host; empty where it is for all."""
    row = found.row
    if row.offence == "purpose":
        return w.gettext("each time")
    if row.up_to_days is not None and row.over_days:
        return w.ngettext("{least} to {n} day over", "{least} to {n} days over", row.up_to_days).format(
            least=row.over_days + 1, n=row.up_to_days
        )
    if row.up_to_days is not None:
        return w.ngettext("up to {n} day over", "up to {n} days over", row.up_to_days).format(n=row.up_to_days)
    if row.offence in OF_TRAVELLER:
        return w.ngettext("more than {n} day over", "more than {n} days over", row.over_days).format(
            n=row.over_days
        )
    return ", ".join(answers.host(w, kind) for kind in row.hosts)


def steps(w: Words, found: Sequence[Penalty]) -> list[Fact]:
    """List penalties by what they are for."""
    return [(step(w, one), penalty(w, one)) for one in found]


def brief(w: Words, cost: Cost) -> str:
    """Say in a few words what it costs: the penalty, or the least and the gravest of several.

    What a ruling was for is not recorded: where there is one the offence may be the first or a repeated one.
    """
    found = cost.first + cost.again if cost.repeated else cost.first
    if len(found) < 2:
        return "".join(penalty(w, one) for one in found)
    # Translators: two penalties, the least and the gravest, both in the nominative
    return w.gettext("at least: {least}; at most: {gravest}").format(
        least=bare(w, found[0]), gravest=bare(w, found[-1])
    )


def told(w: Words, law: Law, duty: Duty, cost: Cost | None) -> list[Fact]:
    """Tell what it costs to miss a duty, the first time and again, each with its label."""
    label = w.gettext("If missed")
    if cost is None:
        text = nothing(w, law, duty.kind)
        return [(label, text)] if text else []
    if not cost.first:
        return []
    if cost.days is not None:
        label = w.ngettext("For {n} day over", "For {n} days over", cost.days).format(n=cost.days)
    first, again = (_joined(w, cost, found) for found in (cost.first, cost.again))
    months = law.repeated.months
    rows = [(label, first)]
    if cost.repeated and again:
        # What a ruling was for is not recorded
        rows = [(w.gettext("If the ruling was for the same offence"), again), (w.gettext("Otherwise"), first)]
    elif again:
        repeated = w.ngettext("Again within {n} month", "Again within {n} months", months).format(n=months)
        rows.append((repeated, again))
    if open_host(cost):
        rows.append((w.gettext("Host"), w.gettext("Choose the type of host to see what applies.")))
    return rows


def _joined(w: Words, cost: Cost, found: Sequence[Penalty]) -> str:
    """Write penalties in one line, each with its step where it is open which of them it will be."""
    if cost.days is not None or (found and found[0].row.hosts and not open_host(cost)):
        return "; ".join(penalty(w, one) for one in found)
    # Translators: {step} is such as “up to 5 days over” or “small business”, {penalty} such as “warning”
    pattern = w.gettext("{step}: {penalty}")
    return "; ".join(pattern.format(step=label, penalty=text) for label, text in steps(w, found))


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


def remarks(w: Words, law: Law, row: PersonRow, day: date) -> list[str]:
    """Say what the reader should know of a row, and with what a stay is for what it costs to work all the same."""
    found = penalties(law, "purpose", day)
    texts: list[str] = []
    for code in row.remarks:
        text = law_texts.remark(w, code)
        if found and code in OF_PURPOSE:
            risk = w.gettext("For work without a permit: {penalty}.").format(penalty=penalty(w, found[0]))
            text, found = f"{text} {risk}", []
        texts.append(text)
    return texts


def articles(cost: Cost) -> list[str]:
    """List the articles of the penalties, each once."""
    return list(dict.fromkeys(article for one in cost.first + cost.again for article in one.row.articles))


def nothing(w: Words, law: Law, kind: str) -> str:
    """Say what follows where the law data knows no penalty; empty where there is nothing to miss."""
    edition = law.editions["KoAP"]
    none = (
        w.gettext("No penalty for it was found in the code, edition of {day}. The duty is newer than that.")
        if law.duties[kind].begins > edition
        else w.gettext("No penalty for it was found in the code, edition of {day}.")
    )
    return {
        "appeal": w.gettext("The ruling comes into force."),
        "depart": w.gettext("A court may have the person held and expelled by force."),
        "fine-half": w.gettext("The whole fine is due."),
        "fine": w.gettext("Entry is refused until it is paid."),
        "ban-end": "",
    }.get(kind, none.format(day=w.full_day(edition)))
