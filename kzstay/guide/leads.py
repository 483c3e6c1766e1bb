"""Leads: which topic of the guide tells more of a duty, and of what presses."""

from __future__ import annotations

from kzstay.core.assess import Assessment
from kzstay.core.duties import Duty
from kzstay.core.trouble import Cause, duty_of

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
# What comes of one duty is told with that duty
_OF_CAUSE: dict[Cause, str] = {
    "ordered": "told-to-leave",
    "ban": "after-expulsion",
    "expulsion": "after-expulsion",
    "overstay": "overstay",
    "fine": "fines",
    "ending": "longer-stay",
    "permit-ending": "longer-stay",
    "no-term": "entry-visa",
    "birthday": "longer-stay",
    "right": "appeal",
}


def of_duty(duty: Duty) -> str:
    """Name the topic that tells more of a duty: of leaving that was missed, what follows on that."""
    return "overstay" if duty.row.prominence == "stay" and duty.state == "missed" else _OF_DUTY[duty.kind]


def of_cause(a: Assessment, cause: Cause) -> str:
    """Name the topic that tells more of what presses."""
    if cause == "ordered" and a.traveller.rulings[a.bars[0].ruling].kind == "shortened":
        return "shortened"
    if cause == "expulsion" and a.current is not None:
        return "told-to-leave"  # who is still here can act on it
    duty = None if cause in _OF_CAUSE else duty_of(a, cause)
    return of_duty(duty) if duty else _OF_CAUSE[cause]
