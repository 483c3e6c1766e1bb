from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.bundled import law
from kzstay.content import report as content
from kzstay.content.blocks import Block, Facts
from kzstay.core.assess import Assessment, assess
from kzstay.export.formats import Stopped, Told
from kzstay.export.layout import Chapter
from kzstay.export.report_pdf import chapters, mark_of, title, write_report
from kzstay.texts import Words
from kzstay.texts.words import words
from tests.content.block_reader import GERMAN, sentences
from tests.helpers import day, traveller

pytestmark = pytest.mark.usefixtures("qapp")


def test_rows_that_cannot_be_used_yet_are_told_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(parts: list[Chapter], w: Words, path: Path, *, title: str, told: Told) -> None:
        said.extend(sentences(parts[0].blocks))

    monkeypatch.setattr("kzstay.export.pdf.write_pdf", note)
    found = [assess(GERMAN, day("2026-11-22"), law())]
    write_report(found, words("en"), tmp_path / "out.pdf", left_out=(2, 1))
    assert sum(text.startswith("2 rows are left out") for text in said) == 1
    said.clear()
    write_report(found, words("en"), tmp_path / "out.pdf")
    assert not any("unfinished or wrong" in text for text in said)


def test_chapters_are_composed_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[str] = []
    kept = content.report

    def report(a: Assessment, *rest: object) -> list[Block]:
        composed.append(a.traveller.name)
        return kept(a, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(content, "report", report)
    found = [assess(who, day("2026-11-22"), law()) for who in (GERMAN, traveller("GB", name="Boris"))]
    told = chapters(found, words("en"), mark="0123456789")
    assert composed == []
    first = next(told)
    assert composed == [GERMAN.name]
    assert first.name == GERMAN.name
    facts = [value for block in first.blocks if isinstance(block, Facts) for _, value in block.rows]
    assert "0123456789" in facts
    assert [one.name for one in told] == ["Boris"]


def test_the_title_names_everybody_and_the_mark_is_of_all() -> None:
    found = [assess(who, day("2026-11-22"), law()) for who in (GERMAN, traveller("GB", name="Boris"))]
    assert title(words("en"), found) == f"Report on a stay in Kazakhstan · {GERMAN.name}, Boris"
    assert title(words("en"), [assess(traveller("GB", name=""), day("2026-11-22"), law())]).endswith("Kazakhstan")
    assert mark_of(found) != mark_of(found[:1])


def test_whoever_stops_it_leaves_no_file(tmp_path: Path) -> None:
    found = [assess(GERMAN, day("2026-11-22"), law())]
    told: list[float] = []
    write_report(found, words("en"), tmp_path / "a.pdf", told=told.append)
    assert told == sorted(told)
    assert told[-1] <= 1
    for last in told:

        def stop(share: float, last: float = last) -> None:
            if share >= last:
                raise Stopped

        with pytest.raises(Stopped):
            write_report(found, words("en"), tmp_path / "b.pdf", told=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
