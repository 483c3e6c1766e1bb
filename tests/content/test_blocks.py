"""What a page is made of: whoever writes pages writes every kind of block."""

from __future__ import annotations

from typing import get_args

import pytest

from kzstay.content.blocks import (
    Answer,
    Block,
    Box,
    Facts,
    Figure,
    Heading,
    Link,
    Paragraph,
    Prose,
    Table,
    Title,
    Ways,
)
from kzstay.core.verdict import Standing
from kzstay.export.html import render
from kzstay.texts.words import words

BLOCKS: list[tuple[Block, list[str]]] = [
    (Title("Report", "Calculated for today"), ["Report", "Calculated for today"]),
    (Heading("Stays"), ["Stays"]),
    (Paragraph("Nothing is left out.", muted=True), ["Nothing is left out."]),
    (Ways((Link("Guide: I stayed too long", "overstay"),)), ["Guide: I stayed too long", "guide:overstay"]),
    (
        Answer(
            number="18",
            unit="days left",
            lead="Leave by 10 December",
            standing_code=Standing.LAWFUL,
            standing_text="within limits",
            facts=["Day 12 of 30"],
        ),
        ["18", "days left", "Leave by 10 December", "within limits", "Day 12 of 30"],
    ),
    (Facts([("Certainty", "high")]), ["Certainty", "high"]),
    (Table(header=["Entry", "Days"], rows=[["11 November", "12"]], align="lr"), ["Entry", "11 November", "12"]),
    (Prose("## Two\n\n- a [link](guide:overstay)"), ["Two", "link"]),
    (
        Box(name="For Anna", line="calculated for today", told=["3 days over"]),
        ["For Anna", "today", "3 days over"],
    ),
    (Figure("timeline", "Four stays"), ["Four stays"]),
]


def test_every_kind_of_block_is_tried() -> None:
    assert {type(block) for block, _ in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize(("block", "said"), BLOCKS, ids=lambda one: type(one).__name__)
def test_a_page_of_html_holds_the_words_of_every_kind_of_block(block: Block, said: list[str]) -> None:
    page = render([block], words("en"), figure=lambda _figure: "<svg></svg>", links=True)
    missing = [word for word in said if word not in page]
    assert missing == []


@pytest.mark.parametrize("block", [block for block, _ in BLOCKS], ids=lambda one: type(one).__name__)
def test_a_block_is_a_value_that_nobody_changes(block: Block) -> None:
    with pytest.raises(AttributeError):
        setattr(block, block.__struct_fields__[0], "another")
