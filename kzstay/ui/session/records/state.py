"""The state: what is open, what is shown of it and what waits, by key."""

from __future__ import annotations

import msgspec

from kzstay.core.case import Case, Number
from kzstay.ui.session.records.drafts import Drafts


class State(msgspec.Struct, frozen=True):
    """All that changes in one step."""

    case: Case
    traveller: Number
    selection: Number | None = None  # of the shown traveller, the stay that is selected
    drafts: Drafts = ()


def beginning(case: Case) -> State:
    """Return the state in which a case is opened: its first traveller is shown, and nothing is selected."""
    return State(case, case.travellers[0].key.number)
