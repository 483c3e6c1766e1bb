"""The first lines of a file that has no pages are those that will stand in it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kzstay.core.readings import Reading
from kzstay.export.formats import FORMATS, NothingAhead, format_of
from kzstay.ui.window.exporting.head import LETTERS, LINES, has_pages, has_tables, head, summary
from kzstay.ui.window.exporting.order import DOCUMENTS, LIST, Order
from tests.helpers import day, stay, traveller
from tests.ui.window.exporting.open_dialogs import ANNA, BORIS

REPORT = DOCUMENTS[0]
LINED = [kind for kind in FORMATS if not has_pages(kind) and not has_tables(kind)]


def order(suffix: str, *travellers: object) -> Order:
    kind = format_of(f"x{suffix}")
    assert kind is not None
    return Order(
        document=REPORT,
        format=kind,
        language="kk",
        reading=Reading.SAFE,
        on=day("2026-11-22"),
        travellers=travellers or (ANNA, BORIS),  # type: ignore[arg-type]
    )


def test_paper_and_the_web_have_pages_and_what_programs_read_has_lines() -> None:
    assert {kind.suffix for kind in LINED} >= {".json", ".csv", ".ics"}
    assert not {kind.suffix for kind in LINED} & {".pdf", ".html", ".docx"}


@pytest.mark.parametrize("suffix", [kind.suffix for kind in LINED])
def test_the_lines_are_those_of_the_file(tmp_path: Path, suffix: str) -> None:
    wanted = order(suffix)
    path = tmp_path / f"x{suffix}"
    wanted.write(path)
    lines = path.read_text(encoding="utf-8-sig")[:LETTERS].splitlines()[:LINES]
    assert head(wanted).splitlines() == lines


def test_of_many_the_first_is_enough() -> None:
    many = [traveller("DE", stay("2026-11-11"), name=f"Guest {n}") for n in range(500)]
    told = head(order(".ics", *many))
    assert "Guest 0" in told or "BEGIN:VEVENT" in told
    assert "Guest 11" not in told
    assert len(told) <= LETTERS


def test_a_calendar_with_nothing_ahead_has_no_lines() -> None:
    with pytest.raises(NothingAhead):
        head(order(".ics", traveller("DE")))


def listed(suffix: str) -> Order:
    document = next(found for found in DOCUMENTS if found.name == LIST)
    kind = next(found for found in document.formats() if found.suffix == suffix)
    return msgspec.structs.replace(order(".csv"), document=document, format=kind, in_order=True)


def test_of_a_list_the_head_is_that_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    listed(".csv").write(path)
    assert head(listed(".csv")).splitlines() == path.read_text(encoding="utf-8-sig").splitlines()


def test_of_a_list_the_table_has_a_row_for_each_in_its_order() -> None:
    header, *lines = summary(listed(".xlsx"))
    assert [line[0] for line in lines] == [ANNA.name, BORIS.name]
    assert {len(line) for line in lines} == {len(header)}
    assert has_pages(listed(".pdf").format)


def test_what_would_turn_the_direction_of_the_text_is_taken_out() -> None:
    wanted = order(".ics", traveller("DE", stay("2026-11-11"), name="A\u202eB"), BORIS)
    assert "\u202e" not in head(msgspec.structs.replace(wanted, language="en"))


def test_a_workbook_is_tables_and_the_first_has_a_row_for_each_traveller() -> None:
    wanted = order(".xlsx")
    assert has_tables(wanted.format)
    header, *lines = summary(wanted)
    assert [line[0] for line in lines] in ([ANNA.name, BORIS.name], [BORIS.name, ANNA.name])
    assert {len(line) for line in lines} == {len(header)}
    assert not any(text == "None" for line in lines for text in line)
