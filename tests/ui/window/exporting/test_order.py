"""The order: what is written and composed of it."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from kzstay.core.readings import Reading
from kzstay.export.formats import FORMATS, Format, Stopped
from kzstay.texts import Words
from kzstay.ui.window.exporting.order import DOCUMENTS, LIST, Document, Known, Order
from tests.helpers import day
from tests.ui.window.exporting.open_dialogs import ANNA, BORIS

ON = day("2026-11-22")
BOTH = Order(
    document=DOCUMENTS[0],
    format=FORMATS[0],
    language="ru",
    reading=Reading.USUAL,
    on=ON,
    travellers=(ANNA, BORIS),
    left_out=(1, 2),
)


def test_everybody_is_assessed_for_the_day_and_by_the_count() -> None:
    told: list[float] = []
    found = BOTH.assessed(told.append)
    assert [a.traveller for a in found] == [ANNA, BORIS]
    assert {(a.on, a.reading) for a in found} == {(ON, Reading.USUAL)}
    assert told == [0, 0.5]
    assert [a.traveller for a in BOTH.first()] == [ANNA]


def test_whom_one_knows_is_not_assessed_again() -> None:
    known: Known = {}
    once = BOTH.assessed(known=known)
    again = msgspec.structs.replace(BOTH, language="kk").assessed(known=known)
    assert [one is other for one, other in zip(once, again, strict=True)] == [True, True]
    later = msgspec.structs.replace(BOTH, on=day("2026-12-01")).assessed(known=known)
    assert later[0].on == day("2026-12-01")
    assert len(known) == 4


def test_the_pages_are_of_everybody_and_begin_with_the_first_chapter() -> None:
    found = BOTH.assessed()
    first, whole = BOTH.first_chapter(found), BOTH.chapters(found)
    assert first.blocks == whole[0].blocks
    assert {ANNA.name, BORIS.name} <= {chapter.name for chapter in whole}
    assert BOTH.title(BOTH.first()).endswith(ANNA.name)


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    given: list[object] = []

    def write_report(found: list[object], w: Words, path: Path, **more: object) -> None:
        given.append((len(found), w.language, path, more))

    module = ModuleType("kzstay.export.report_trial")
    vars(module).update(write_report=write_report)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return given


TRIAL = Format(".trial", lambda _w: "Trial", "report_trial")
TWICE = Document("twice", lambda _w: "Twice", lambda: [TRIAL], "report_pdf", two_languages=True)


def test_what_is_written_hears_all_that_was_chosen(trial: list[object], tmp_path: Path) -> None:
    msgspec.structs.replace(BOTH, format=TRIAL).write(tmp_path / "x")
    ((count, language, path, more),) = trial  # type: ignore[misc]
    assert (count, language, path) == (2, "ru", tmp_path / "x")
    assert more.pop("left_out") == (1, 2)
    assert set(more) == {"told"}


@pytest.mark.parametrize("second", [None, "kk"])
def test_a_document_in_two_languages_hears_the_second(
    trial: list[object], tmp_path: Path, second: str | None
) -> None:
    order = msgspec.structs.replace(BOTH, document=TWICE, format=TRIAL, second=second)
    order.write(tmp_path / "x")
    ((_, _, _, more),) = trial  # type: ignore[misc]
    assert (more["second"] and more["second"].language) == second


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_how_far_the_work_is_only_grows_and_whoever_stops_it_leaves_no_file(tmp_path: Path, kind: Format) -> None:
    order = msgspec.structs.replace(BOTH, format=kind)
    told: list[float] = []
    order.write(tmp_path / "a", told.append)
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 1

    def stop(share: float) -> None:
        if share >= told[-1]:
            raise Stopped

    with pytest.raises(Stopped):
        order.write(tmp_path / "b", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_list_is_in_the_order_that_is_looked_at_else_whoever_has_the_least_time_first() -> None:
    listed = next(document for document in DOCUMENTS if document.name == LIST)
    order = msgspec.structs.replace(BOTH, document=listed, format=listed.formats()[0], travellers=(BORIS, ANNA))
    assert [a.traveller for a in order.assessed()] == [ANNA, BORIS]  # Anna is here, Boris is not
    order = msgspec.structs.replace(order, in_order=True)
    assert [a.traveller for a in order.assessed()] == [BORIS, ANNA]
    assert order.title(order.assessed()).startswith("Список")


@pytest.mark.parametrize("suffix", [".pdf", ".csv", ".xlsx"])
def test_a_list_is_written_in_each_of_its_formats(tmp_path: Path, suffix: str) -> None:
    listed = next(document for document in DOCUMENTS if document.name == LIST)
    kind = next(found for found in listed.formats() if found.suffix == suffix)
    told: list[float] = []
    order = msgspec.structs.replace(BOTH, document=listed, format=kind, in_order=True)
    assert order.write(tmp_path / f"list{suffix}", told.append) == ""
    assert (tmp_path / f"list{suffix}").stat().st_size > 0
    assert told == sorted(told)
