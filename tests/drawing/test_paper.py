"""The timeline of a report: which days it fits, and how large its letters come out."""

from __future__ import annotations

from hypothesis import given

from kzstay.content import pictured
from kzstay.core.case import Traveller
from kzstay.drawing.letters import SMALL
from kzstay.drawing.paper import WIDTH, paper_scale
from kzstay.texts.words import words
from tests.drawing.anybody import answered, people

PAGE = (210 - 2 * 17) / 25.4 * 72  # points, of A4 within its margins
LEAST = 7.5  # points


@given(people())
def test_all_days_that_are_to_be_shown_are(who: Traveller) -> None:
    a = answered(who)
    scale, shown = paper_scale(a, WIDTH, words("ru")), pictured.span(a)
    assert scale.first == shown.first
    assert scale.last >= shown.last


def test_the_smallest_letters_can_be_read_on_paper() -> None:
    assert SMALL * PAGE / WIDTH >= LEAST
