"""The tools of the guide: questions in three languages lead to them, and others do not."""

from __future__ import annotations

import pytest

from kzstay.guide.tools import asked_for


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("what to bring as a Pakistani", "entry-check"),
        ("Can I enter Kazakhstan?", "entry-check"),
        ("что взять с собой", "entry-check"),
        ("могу ли я въехать", "entry-check"),
        ("келе аламын ба", "entry-check"),
        ("visa table", "visa-table"),
        ("визовая таблица", "visa-table"),
        ("виза кестесі", "visa-table"),
    ],
)
def test_a_question_leads_to_its_tool(question: str, tool: str) -> None:
    assert tool in asked_for(question)


@pytest.mark.parametrize("question", ["", "I overstayed four days", "штраф", "айыппұл", "?" * 10_000])
def test_other_questions_lead_to_none(question: str) -> None:
    assert asked_for(question) == []
