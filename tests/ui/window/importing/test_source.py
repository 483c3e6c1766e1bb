"""A source read and merged: whose stays they are, and what is asked about the whole first."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.core.case import Case
from kzstay.imports.result import ImportFileError
from kzstay.ui.window.importing import source as sources
from kzstay.ui.window.importing.source import Found, Source, Task, found
from kzstay.ui.window.importing.taking import NEW
from tests.helpers import case, day, stay, traveller
from tests.ui.window.importing.open_imports import ANNA, BORIS, SEVERAL, UNNAMED, written


def read(text: str, held: Case, **chosen: object) -> Found:
    values = {"today": day("2026-11-22"), "shown": held.travellers[0].key.number, **chosen}
    return found(Task(source=Source(text=text), case=held, **values))  # type: ignore[arg-type]


def test_stays_without_a_name_are_those_of_who_is_shown() -> None:
    came = read(UNNAMED, case(ANNA, BORIS))
    assert came.into == ANNA.key.number
    assert came.questions == ()  # the citizenship is known
    assert came.single is not None
    assert len(came.merged.case.travellers[0].stays) == 5


def test_who_has_a_name_is_recognised_or_new() -> None:
    named = "name,citizenship,entry,exit\nBoris Brown,GB,2026-02-01,2026-02-10\n"
    assert read(named, case(ANNA, BORIS)).into == BORIS.key.number
    assert read(named, case(ANNA)).into is None
    assert read(named, case(ANNA), target=ANNA.key.number).into == ANNA.key.number
    assert read(UNNAMED, case(ANNA), target=NEW).into is None


def test_of_several_nobody_is_the_only_one() -> None:
    came = read(SEVERAL, case(ANNA))
    assert came.into is None
    assert came.single is None


def test_a_citizenship_that_nobody_knows_is_asked_for() -> None:
    came = read(UNNAMED, case(traveller("", name="")))
    assert [one.code for one in came.questions] == ["citizenship"]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    path = written(tmp_path, UNNAMED)
    assert Source(path=path).name == "list.csv"
    data = Source(path=path).load()
    path.write_text("changed since", encoding="utf-8")
    values = {"today": day("2026-11-22"), "shown": ANNA.key.number, "case": case(ANNA)}
    came = found(Task(source=Source(path=path), data=data, **values))  # type: ignore[arg-type]
    assert len(came.rows) == 2
    assert came.letters


def test_a_text_has_its_limit_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST_PASTE", 10)
    with pytest.raises(ImportFileError) as caught:
        Source(text="x" * 11).load()
    assert caught.value.code == "too-large"
    assert Source(text="x").name == ""


def test_what_is_there_gives_way_where_it_is_replaced() -> None:
    came = read(UNNAMED, case(ANNA), replace=True)
    assert came.merged.joined[0].gone == 3
    assert came.merged.case.travellers[0].stays[0] == stay("2026-02-01", "2026-02-10")


def test_what_the_whole_is_taken_for_is_asked_first() -> None:
    text = "name,entry,exit\nAnna,03/04/2026,05/04/2026\nBob,2026-10-01,2026-10-05\n"
    came = read(text, case(traveller("", name="")))
    assert [one.code for one in came.questions] == ["dates", "citizenship"]
