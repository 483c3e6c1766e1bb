"""Rows on complaints: each road is there once, and cites an article for every part of the draft that it has."""

from __future__ import annotations

from typing import get_args

from kzstay.bundled import law
from kzstay.core.law.complaint_rows import ComplaintPart, ComplaintRoad


def test_every_road_has_its_row() -> None:
    assert set(law().complaints) == set(get_args(ComplaintRoad))


def test_a_row_cites_parts_of_a_draft_alone_and_only_acts_that_were_read() -> None:
    for row in law().complaints.values():
        assert set(row.cites) <= set(get_args(ComplaintPart))
        assert all(article.partition(" ")[0] in law().sources for found in row.cites.values() for article in found)


def test_a_row_tells_every_article_that_its_parts_cite_once() -> None:
    for row in law().complaints.values():
        assert set(row.cited) == {*row.articles, *(article for found in row.cites.values() for article in found)}
        assert len(set(row.cited)) == len(row.cited)
