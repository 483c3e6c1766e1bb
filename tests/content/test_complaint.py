"""The complaint as blocks: all that KoAP 833 asks for, and to each paragraph what it says."""

from __future__ import annotations

import pytest

from kzstay.content import complaint as content
from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Table, Title
from kzstay.core.assess import assess
from kzstay.core.case import Ruling
from kzstay.core.complaint import complaint_of
from kzstay.i18n import Language
from kzstay.texts.words import words
from tests.core.builders import LAW, ruled
from tests.core.test_complaint import ANNA, made
from tests.helpers import day

EXPELLED = made("expulsion", "2026-11-16", "517(4)", leave_by="2026-12-10")


def written(
    ruling: Ruling, w: Language = "ru", x: Language = "en", on: str = "2026-11-22"
) -> tuple[list[Block], list[Block]]:
    a = assess(ruled(ANNA, ruling), day(on), LAW)
    found = complaint_of(a, 0)
    return content.draft(a, found, words(w), words(x)), content.explanation(a, found, words(w), words(x))


def test_the_warning_stands_on_top_in_both_languages() -> None:
    first, second, *_ = written(EXPELLED)[0]
    assert isinstance(first, Paragraph)
    assert first.text.startswith("This is a draft, made from data that you entered.")
    assert isinstance(second, Paragraph)
    assert second.text.startswith("Это проект")
    (once, head, *_) = written(EXPELLED, "ru", "ru")[0]
    assert isinstance(once, Paragraph)
    assert isinstance(head, Facts)


def test_the_paragraphs_are_numbered_through_and_explained_one_by_one() -> None:
    draft, explained = written(EXPELLED)
    numbers = [block.text.split(".")[0] for block in draft if isinstance(block, Paragraph)][2:]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    (table,) = (block for block in explained if isinstance(block, Table))
    assert [row[0] for row in table.rows if row[0].isdigit()] == numbers
    assert all(all(row) for row in table.rows)
    head = [label for block in draft if isinstance(block, Facts) for label, _ in block.rows]
    assert [row[0] for row in table.rows if not row[0].isdigit()] == head


def test_in_one_language_nothing_is_said_twice() -> None:
    (table,) = (block for block in written(EXPELLED, "kk", "kk")[1] if isinstance(block, Table))
    assert len(table.header) == 2


def test_what_no_complaint_stops_is_not_asked_to_wait() -> None:
    def asks(on: str) -> str:
        return " ".join(
            block.text for block in written(EXPELLED, "en", "en", on)[0] if isinstance(block, Paragraph)
        )

    assert "suspend the expulsion" in asks("2026-11-22")
    assert "suspend the expulsion" not in asks("2026-12-10")


@pytest.mark.parametrize("ruling", [EXPELLED, made("warning", "2026-11-16"), made("readmission", "2026-11-16")])
def test_each_part_has_its_heading(ruling: Ruling) -> None:
    draft, _ = written(ruling, "en")
    assert [block.text for block in draft if isinstance(block, Heading)] == ["I ask", "Attached"]
    assert sum(isinstance(block, Title) for block in draft) == 1
