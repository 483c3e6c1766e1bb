"""Picture of the stays in a report, in sentences: what it shows, how far back it counts, and what is not in it."""

from __future__ import annotations

from kzstay.texts.words import Words


def shows(w: Words, *, line: bool, permits: bool, rest: bool) -> list[str]:
    """Say what stands for what, of that which is shown."""
    told = [
        w.gettext("Bars are stays, the line below is the days used, and the dotted line is the limit.")
        if line
        else w.gettext("Bars are stays.")
    ]
    if permits:
        told.append(w.gettext("Narrow strips are permits and visas."))
    if rest:
        told.append(w.gettext("A dotted frame is how long a planned stay without an end may last."))
    return told


def look_back(w: Words, period: int, days: int) -> str:
    """Say why more days are looked at than the rule names; empty where they are as many."""
    more = days - period
    if not more:
        return ""
    return w.ngettext(
        "The rule looks back {period} days. To be safe, the strict count looks back {n} day more: {days}.",
        "The rule looks back {period} days. To be safe, the strict count looks back {n} days more: {days}.",
        more,
    ).format(period=period, n=more, days=days)


def earlier(w: Words, count: int) -> str:
    """Say how many stays ended before the picture begins; empty where none did."""
    if not count:
        return ""
    return w.ngettext(
        "{n} earlier stay is not in the picture.", "{n} earlier stays are not in the picture.", count
    ).format(n=count)


def cut(w: Words) -> str:
    """Say what the number on a stay counts that began before the picture does."""
    return w.gettext("A stay with an arrow began before the picture does; its number counts all its days.")
