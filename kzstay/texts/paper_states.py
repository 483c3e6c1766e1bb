"""The state of a paper in a word or two, and what has to be typed before a row is a paper."""

from __future__ import annotations

import msgspec

from kzstay.core.paper_states import PaperState, Tone
from kzstay.texts.words import Words


class Said(msgspec.Struct, frozen=True):
    """What is said of a row of papers, and how much it matters."""

    text: str
    tone: Tone


def said(w: Words, found: PaperState) -> Said:
    """Say how a permit, a ruling or a change of address stands."""
    day = w.day(found.day) if found.day else ""
    text = {
        "permit-not-yet": w.pgettext("permit", "not yet valid"),
        "permit-ended": w.pgettext("permit", "ended"),
        "permit-valid": w.pgettext("permit", "valid"),
        "fine-paid": w.pgettext("ruling", "paid"),
        "fine-not-paid": w.pgettext("ruling", "not paid"),
        "fine-missed": w.gettext("not paid by {day}"),
        "fine-due": w.gettext("to be paid by {day}"),
        "fine-appealed": w.gettext("suspended by the complaint of {day}"),
        "fine-lapsed": w.pgettext("ruling", "not paid; it may have lapsed"),
        "warning-appeal": w.gettext("may be appealed until {day}"),
        "warning-given": w.pgettext("ruling", "nothing to be done"),
        "expulsion-executed": w.pgettext("ruling", "executed"),
        "expulsion-banned": w.gettext("no entry until {day}"),
        "expulsion-open": w.pgettext("ruling", "not executed"),
        "expulsion-left": w.pgettext("ruling", "left"),
        "expulsion-leave": w.pgettext("ruling", "leave by {day}"),
        "expulsion-appealed": w.gettext("suspended by the complaint of {day}"),
        "shortened-leave": w.pgettext("ruling", "leave by {day}"),
        "shortened-left": w.pgettext("ruling", "left"),
        "shortened-over": w.gettext("the stay ended on {day}"),
        "shortened-open": w.pgettext("ruling", "enter the day to leave by"),
        "readmission-open": w.pgettext("ruling", "not executed"),
        "move-outside": w.gettext("outside its stay"),
        "move-told": w.pgettext("move", "notice given"),
        "move-told-late": w.pgettext("move", "notice given late"),
        "move-untold": "",
        "move-unrecorded": w.pgettext("move", "no notice recorded"),
        "move-due": w.gettext("notice by {day}"),
    }[found.code].format(day=day)
    return Said(text, found.tone)


def wanted(w: Words, fields: list[str]) -> str:
    """Say what has to be typed before a row is a paper."""
    if fields == ["first", "until"]:
        return w.gettext("Enter the first and the last day on which it is valid.")
    return {
        "first": w.gettext("Enter the day from which it is valid."),
        "until": w.gettext("Enter the day until which it is valid."),
        "served": w.gettext("Enter the day on which it was served."),
        "on": w.gettext("Enter the day of the change."),
    }[fields[0]]
