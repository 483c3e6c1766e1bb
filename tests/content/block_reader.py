"""The people that the reports of the tests are about, and how a page of blocks is read."""

from __future__ import annotations

import msgspec

from kzstay.content.blocks import Answer, Block, Facts, Heading, Paragraph, Table
from kzstay.core.case import Permit, Ruling
from tests.helpers import day, move, stay, traveller

# The example that the design shows: four stays behind and one ahead, on 22 November 2026
GERMAN = traveller(
    "DE",
    stay("2026-05-20", "2026-06-08"),
    stay("2026-07-14", "2026-08-09"),
    stay("2026-09-20", "2026-10-04"),
    stay("2026-11-11", notified="2026-11-13"),
    stay("2027-01-08", "2027-01-24"),
)

# The same with papers: a notice missed, a fine that is not paid, an expulsion of long ago and a visa to come
PAPERS = msgspec.structs.replace(
    traveller("DE", stay("2026-05-01", "2026-06-04"), stay("2026-11-11", moves=[move("2026-11-16")])),
    permits=(Permit(kind="visa", first=day("2027-03-01"), until=day("2027-05-01"), days=30, entries=2),),
    rulings=(
        Ruling(kind="fine", served=day("2026-11-05")),
        Ruling(kind="expulsion", served=day("2020-03-20"), leave_by=day("2020-04-01"), executed=day("2020-04-01")),
    ),
)


def facts(blocks: list[Block]) -> dict[str, str]:
    return {label: value for block in blocks if isinstance(block, Facts) for label, value in block.rows}


def table(blocks: list[Block], first: str) -> Table:
    return next(block for block in blocks if isinstance(block, Table) and block.header[0] == first)


def sentences(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def headings(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading)]


def verdict(blocks: list[Block]) -> Answer:
    return next(block for block in blocks if isinstance(block, Answer))
