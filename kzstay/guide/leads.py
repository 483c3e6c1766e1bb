"""Leads: which topic of the guide tells more of a duty, and of how somebody stands."""

from __future__ import annotations

from kzstay.core.assess import Assessment
from kzstay.core.bars import Bar
from kzstay.core.duties import Duty
from kzstay.core.verdict import Standing

_OF_DUTY = {
    "host-notice": "host-notice",
    "registration": "registration",
    "address-change": "registration",
    "longer": "longer-stay",
    "leave": "stay-limits",
    "permit-expiry": "longer-stay",
    "appeal": "appeal",
    "suspend": "told-to-leave",
    "complaint": "appeal",
    "depart": "told-to-leave",
    "fine": "fines",
    "ban-end": "after-expulsion",
}
_OF_STANDING = {
    Standing.OVERSTAY: "overstay",
    Standing.ORDERED: "told-to-leave",
    Standing.ENDING: "longer-stay",
    Standing.NO_REGIME: "entry-visa",
}
_OF_BAR = {
    "ordered": "told-to-leave",
    "ban": "after-expulsion",
    "expulsion": "after-expulsion",
    "fine": "fines",
}


def of_duty(duty: Duty) -> str:
    """Name the topic that tells more of a duty: of leaving that was missed, what follows on that."""
    return "overstay" if duty.row.prominence == "stay" and duty.state == "missed" else _OF_DUTY[duty.kind]


def of_bar(bar: Bar) -> str:
    """Name the topic that tells more of what forbids."""
    return _OF_BAR[bar.because]


def of_trouble(a: Assessment) -> str | None:
    """Name the topic that tells what to do now; None where nothing presses."""
    if a.bars:
        return of_bar(a.bars[0])
    if a.standing is Standing.NO_REGIME and a.need in ("citizen", "unknown-then"):
        return None
    return _OF_STANDING.get(a.standing)
