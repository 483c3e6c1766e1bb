"""Papers in words: names of permits and rulings."""

from __future__ import annotations

from kzstay.texts.words import Words


def permit(w: Words, kind: str) -> str:
    """Name a kind of permit."""
    return {
        "visa": w.gettext("visa"),
        "rvp": w.gettext("temporary residence permit"),
        "residence": w.gettext("permanent residence permit"),
        "contract": w.gettext("labour contract within the EAEU"),
    }[kind]


def short_permit(w: Words, kind: str) -> str:
    """Name a kind of permit in a tight place."""
    return {
        "visa": w.pgettext("short", "visa"),
        "rvp": w.pgettext("short", "RVP"),
        "residence": w.pgettext("short", "residence permit"),
        "contract": w.pgettext("short", "contract"),
    }[kind]


def days(w: Words, number: int | None, period: int | None) -> str:
    """Write the days that a permit allows, in all or in each period; empty where it sets no number."""
    if number is None:
        return ""
    if period is None:
        return str(number)
    return w.gettext("{days} in {period}").format(days=number, period=period)


def ruling(w: Words, kind: str) -> str:
    """Name a kind of ruling."""
    return {
        "warning": w.gettext("warning"),
        "fine": w.gettext("fine"),
        "expulsion": w.gettext("expulsion"),
        "shortened": w.gettext("shortening of the stay"),
        "readmission": w.gettext("readmission"),
    }[kind]
