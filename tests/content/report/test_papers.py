from __future__ import annotations

from collections.abc import Callable

from kzstay.content.blocks import Block
from kzstay.core.case import Ruling
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.content.block_reader import PAPERS, headings, table
from tests.core.builders import ruled
from tests.helpers import day, permit, traveller

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]


def test_permits_and_rulings_have_tables_of_their_own(report: Pages) -> None:
    blocks = report(PAPERS)
    assert table(blocks, "Permit").header == ["Permit", "From", "Until", "Days", "Entries"]
    assert table(blocks, "Permit").rows == [["visa", "1 Mar 2027", "1 May 2027", "30", "2"]]
    assert table(blocks, "Ruling").rows == [
        ["fine", "5 Nov 2026", "–", "–", "–"],
        ["expulsion", "20 Mar 2020", "1 Apr 2020", "1 Apr 2020", "–"],
    ]
    plain = report(traveller("DE", permits=[permit("2026-01-01", "2026-02-01", "rvp")]))
    assert table(plain, "Permit").rows == [["temporary residence permit", "1 Jan 2026", "1 Feb 2026"]]
    assert "Rulings" not in headings(plain)


def test_the_article_and_a_complaint_have_columns_where_a_ruling_has_them(report: Pages) -> None:
    ruling = Ruling(kind="fine", part="517(3)", served=day("2026-11-05"), appealed=day("2026-11-10"))
    blocks = report(ruled(traveller("DE"), ruling))
    header = ["Ruling", "Article", "Served", "Leave by", "Appealed on", "Carried out", "Paid"]
    assert table(blocks, "Ruling").header == header
    assert table(blocks, "Ruling").rows == [["fine", "517(3)", "5 Nov 2026", "–", "10 Nov 2026", "–", "–"]]
