"""What now: the path of what happens next with its words, and what the guide says of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from kzstay.core import agenda, trouble
from kzstay.core.assess import Assessment
from kzstay.core.trouble import Cause, Record, Waypoint, When, duty_of, stops
from kzstay.guide import leads
from kzstay.guide.topics import Guide, SectionName
from kzstay.texts import Words
from kzstay.texts import guide as guide_texts
from kzstay.texts import trouble as texts

# What helps most of what can be done
First = Literal["call", "complaint", "record", "calendar"]
_FIRST: dict[Cause, First] = {
    "overstay": "call",  # somebody has to be told at once
    "no-term": "call",
    "ban": "call",
    "expulsion": "call",
    "right": "complaint",
    "missed": "record",
    "due": "record",
    "unrecorded": "record",
}


class Line(msgspec.Struct, frozen=True):
    """A waypoint in words."""

    day: str
    title: str
    note: str
    when: When


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What to do now: the topic that leads and others, the path, what may be recorded, sections in Markdown."""

    topic: str
    others: Sequence[str]
    path: Sequence[Line]
    sections: dict[SectionName, tuple[str, str]]  # each with its heading
    records: Sequence[tuple[Record, str]]
    first: First
    days_ahead: bool  # that a calendar can hold


def advice(w: Words, a: Assessment, guide: Guide) -> Advice | None:
    """Say what to do now; None where nothing presses."""
    causes = trouble.causes(a)
    if not causes:
        return None
    found = [*(leads.of_cause(a, cause) for cause in causes), *leads.of_person(a.traveller)]
    topics = list(dict.fromkeys(found))
    topic = guide.topics[topics[0]]
    return Advice(
        topic=topic.id,
        others=topics[1:],
        path=[_line(w, a, point) for point in trouble.path(a)],
        sections={name: guide_texts.section(w, a.law, guide, topic, name) for name in topic.sections},
        days_ahead=bool(agenda.ahead(a)),
        first=_first(a, causes),
        records=[(found, texts.record(w, found)) for found in trouble.records(a)],
    )


def _first(a: Assessment, causes: Sequence[Cause]) -> First:
    """Choose what helps most: a complaint only where one may still be made, and keeps somebody here."""
    if causes[0] == "ordered":
        return "complaint" if "right" in causes and stops(a, a.bars[0].ruling) else "call"
    if causes[0] == "fine":
        right = duty_of(a, "right") if "right" in causes else None
        return "complaint" if right and right.ruling == a.bars[0].ruling else "call"
    return _FIRST.get(causes[0], "calendar")


def _line(w: Words, a: Assessment, point: Waypoint) -> Line:
    note = " · ".join(filter(None, texts.notes(w, a, point)))
    return Line(texts.day(w, a, point), texts.title(w, a, point), note, point.when)
