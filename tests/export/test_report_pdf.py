from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.bundled import law
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.export.formats import Stopped, Told
from kzstay.export.layout import Chapter
from kzstay.export.report_pdf import chapters, first_chapter, title, write_report
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


BORIS = traveller("GB", name="Boris")


def found_of(*people: Traveller) -> list[Assessment]:
    return [assess(one, day("2026-11-22"), law()) for one in people]


@pytest.mark.parametrize("people", [(GERMAN,), (GERMAN, BORIS)], ids=["one", "two"])
def test_the_first_chapter_alone_is_the_first_of_all(people: tuple[Traveller, ...]) -> None:
    first, whole = (
        first_chapter(found_of(*people), words("ru"), (1, 2)),
        chapters(found_of(*people), words("ru"), (1, 2)),
    )
    assert first.blocks == whole[0].blocks
    assert len(whole) == (1 if len(people) == 1 else len(people) + 2)


def test_of_each_person_is_told_how_far_the_composing_is() -> None:
    told: list[float] = []
    chapters(found_of(GERMAN, BORIS), words("en"), told=told.append)
    assert told == [0, 0.5]


def test_the_title_names_everybody() -> None:
    assert title(words("en"), found_of(GERMAN, BORIS)) == f"Report on a stay in Kazakhstan · {GERMAN.name}, Boris"
    assert title(words("en"), found_of(traveller("GB", name=""))) == "Report on a stay in Kazakhstan"


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
