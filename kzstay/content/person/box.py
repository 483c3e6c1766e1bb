"""Box: what a topic of the guide means for one person, set apart on top of it.

``TOPICS`` is the list: a topic that is not in it, or whose function finds nothing that is true of the case, has no
box.
"""

from __future__ import annotations

from collections.abc import Callable

from kzstay.content.blocks import Box
from kzstay.content.person import stays, trouble
from kzstay.content.person.told import Told
from kzstay.core.assess import Assessment
from kzstay.texts import Words, needs
from kzstay.texts import person as texts

MOST = 5  # lines, with the one that says how many more there are

Find = Callable[[Words, Assessment], Told | None]


def box(w: Words, a: Assessment, topic: str) -> Box | None:
    """Return the box of a topic; None where there is nothing to say, or no citizenship was entered."""
    find = TOPICS.get(topic)
    if find is None or not a.traveller.citizenship:
        return None
    told = _of_citizen(w, topic) if a.citizen else find(w, a)
    lines = [] if told is None else list(dict.fromkeys(line for line in told.lines if line))
    if told is None or not lines:
        return None
    if len(lines) > MOST:
        lines = [*lines[: MOST - 1], texts.more(w, len(lines) - MOST + 1)]
    return Box(
        name=texts.name(w, a),
        line=texts.line(w, a),
        told=lines,
        pressing=told.pressing,
        show=texts.show(w),
        day=told.day,
        stay=told.stay,
    )


def _of_citizen(w: Words, topic: str) -> Told | None:
    return Told([needs.now(w, "citizen")]) if topic in _OF_FOREIGNERS else None


TOPICS: dict[str, Find] = {
    "entry-papers": stays.entry_papers,
    "entry-visa": stays.entry_visa,
    "entry-refused": stays.entry_refused,
    "stay-limits": stays.stay_limits,
    "host-notice": stays.host_notice,
    "registration": stays.registration,
    "longer-stay": stays.longer_stay,
    "residence": stays.residence,
    "work": stays.work,
    "study": stays.lives,
    "health": stays.lives,
    "property": stays.lives,
    "elections-army": stays.lives,
    "children": stays.children,
    "movement": stays.movement,
    "transit": stays.transit,
    "leaving": stays.leaving,
    "shortened": stays.shortened,
    "overstay": trouble.overstay,
    "fines": trouble.fines,
    "told-to-leave": trouble.told_to_leave,
    "expulsion-grounds": trouble.grounds,
    "custody": trouble.custody,
    "appeal": trouble.appeal,
    "after-expulsion": trouble.after_expulsion,
    "hosts": trouble.hosts,
    "invitations": trouble.invitations,
    "employers": trouble.employers,
    "stateless": trouble.stateless,
    "diplomats": trouble.diplomats,
}
# Whose answer for a citizen of Kazakhstan is that nothing of it applies
_OF_FOREIGNERS = (
    "entry-papers",
    "entry-visa",
    "stay-limits",
    "registration",
    "longer-stay",
    "residence",
    "overstay",
)
