"""The rows of the table of visas: found, sorted and told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kzstay.bundled import law
from kzstay.core.readings import Reading
from kzstay.core.visa_table import KINDS, PASSPORTS, Kind, visa_table
from kzstay.texts.words import words
from kzstay.ui.places.guide.visa_model import DAYS, NEED, PASSPORT, SINCE, STATE, SURE, ChosenRows, VisaModel
from tests.helpers import day

ALL, EVERY = frozenset(KINDS), frozenset(PASSPORTS)


@pytest.fixture
def chosen(qapp: object) -> ChosenRows:
    model = VisaModel()
    model.fill(visa_table(law(), day("2026-11-27"), Reading.SAFE), words("en"))
    made = ChosenRows(model)
    made._kept = model  # type: ignore[attr-defined]
    return made


def test_a_name_in_any_language_finds_its_state(chosen: ChosenRows) -> None:
    for text in ("germany", "Германия", "DE", "Герма"):
        chosen.choose(text, ALL, EVERY)
        assert {row.country for row in chosen.chosen()} == {"DE"}
    chosen.choose("", ALL, frozenset(["national"]))
    assert {row.passport for row in chosen.chosen()} == {"national"}


@pytest.mark.parametrize("kind", KINDS)
def test_rows_of_a_kind_are_chosen(chosen: ChosenRows, kind: Kind) -> None:
    chosen.choose("", frozenset([kind]), EVERY)
    assert {row.kind for row in chosen.chosen()} == {kind}


@pytest.mark.parametrize("column", [STATE, PASSPORT, NEED, DAYS, SINCE, SURE])
def test_every_column_sorts(chosen: ChosenRows, column: int) -> None:
    chosen.choose("", ALL, frozenset(["national"]))
    chosen.sort(column)
    order = [
        chosen.data(chosen.index(place, column), Qt.ItemDataRole.UserRole) for place in range(chosen.rowCount())
    ]
    assert order == sorted(order)
    assert len(set(order)) == len(order)


def test_states_are_sorted_by_their_names_and_days_by_how_many(chosen: ChosenRows) -> None:
    chosen.choose("", ALL, frozenset(["national"]))
    assert chosen.row(0).country == "AF"
    chosen.sort(DAYS)
    assert chosen.row(0).days == 90


def test_cells_are_read_by_eye_and_ear(chosen: ChosenRows) -> None:
    chosen.choose("Germany", ALL, frozenset(["service"]))
    first = chosen.index(0, STATE)
    assert chosen.data(first) == "Germany"
    assert "service passport, no visa" in chosen.data(first, Qt.ItemDataRole.AccessibleTextRole)
    assert chosen.data(chosen.index(0, DAYS), Qt.ItemDataRole.ToolTipRole)
    assert chosen.data(first, Qt.ItemDataRole.DecorationRole) is None
    assert chosen.headerData(STATE, Qt.Orientation.Horizontal) == "State"
    model = chosen.sourceModel()
    assert model.headerData(STATE, Qt.Orientation.Vertical) is None
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)
