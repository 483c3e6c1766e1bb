"""What the box of a topic tells of somebody, in English."""

from __future__ import annotations

from kzstay import bundled
from kzstay.content.blocks import Box
from kzstay.content.person.box import box
from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.texts.words import words
from tests.helpers import day, plain

EN = words("en")


def box_of(who: Traveller, topic: str, on: str, reading: Reading = Reading.SAFE) -> Box | None:
    return box(EN, assess(who, day(on), bundled.law(), reading), topic)


def told(who: Traveller, topic: str, on: str, reading: Reading = Reading.SAFE) -> list[str]:
    found = box_of(who, topic, on, reading)
    return [plain(line) for line in found.told] if found else []
