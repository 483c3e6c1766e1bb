"""Method: how the days were counted, in three lines, for a reader who has to check the sum."""

from __future__ import annotations

from kzstay.core.assess import Assessment
from kzstay.core.explain import questions_of
from kzstay.core.readings import Reading
from kzstay.texts import evidence
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words


def lines(w: Words, a: Assessment) -> list[str]:
    """Say which days count, how open questions of the count are settled and why, and what is left out."""
    return [_counted(w), _settled(w, a), _left_out(w, a)]


def _counted(w: Words) -> str:
    return w.gettext(
        "The day of entry and the day of exit both count. A day counts once, however often the border was crossed "
        "on it."
    )


def _settled(w: Words, a: Assessment) -> str:
    """Say what the way of counting makes of the open questions that bear on these days."""
    codes = questions_of(a, a.current) if a.limits_bind else []
    told = [law_texts.question(w, code) for code in codes if code != "rolling-look-back"]
    rolling = a.limits_bind and any(limit.kind == "rolling" for limit in a.limits)
    first = _look_back(w, a) if rolling else ""
    if not told and not first:
        strict = w.gettext("The strict count takes the stricter side of whatever the law leaves open.")
        usual = w.gettext("The usual count takes the common side of whatever the law leaves open.")
        return strict if a.reading is Reading.SAFE else usual
    return " ".join(filter(None, (first, *told)))


def _look_back(w: Words, a: Assessment) -> str:
    """Say why the strict count looks at more days than the period has. Source: ML 6(4) and how it is applied."""
    period = next(limit.period for limit in a.limits if limit.kind == "rolling")
    more = a.law.settles("rolling-look-back", Reading.SAFE) - a.law.settles("rolling-look-back", Reading.USUAL)
    if a.reading is Reading.USUAL:
        return w.ngettext(
            "By the usual count the period of {period} days ends with the day that is looked at. By the strict "
            "count it begins {n} day earlier.",
            "By the usual count the period of {period} days ends with the day that is looked at. By the strict "
            "count it begins {n} days earlier.",
            more,
        ).format(period=period, n=more)
    return w.ngettext(
        "The law leaves open whether the period of {period} days ends with the day that is looked at or with the "
        "day before it. By the strict count it begins {n} day earlier, so that the answer holds either way.",
        "The law leaves open whether the period of {period} days ends with the day that is looked at or with the "
        "day before it. By the strict count it begins {n} days earlier, so that the answer holds either way.",
        more,
    ).format(period=period, n=more)


def _left_out(w: Words, a: Assessment) -> str:
    """Say which days do not count, and which do although nobody knows of them."""
    told = [
        w.gettext("Only days up to {day} count. A stay that begins later does not.").format(day=w.full_day(a.on))
    ]
    if a.limits_bind and a.traveller.permits:
        told.append(w.gettext("Days that a permit or a visa covers are left out."))
    if a.limits_bind and any(stay.kind == "transport" for stay in a.traveller.stays):
        told.append(w.gettext("Stays of drivers and crews are left out."))
    if any(stay.exit_missing for stay in a.stays):
        told.append(w.gettext("A stay whose exit is not recorded counts up to the next entry."))
    begins = next((limit.left_out for limit in a.limits if limit.left_out), None)
    if begins and a.limits_bind:
        text = evidence.left_out_before(w, a, begins)
        told.append(f"{text[:1].upper()}{text[1:]}.")
    return " ".join(told)
