"""The list of travellers as CSV, read back as an office program does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.content import register
from kzstay.export.formats import Stopped
from kzstay.export.list_csv import csv_bytes, write_report
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.content.test_register import ANNA, IVAN, OVER, of
from tests.export.test_csv import HARMFUL, read, written
from tests.helpers import stay, traveller


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_is_what_the_rows_say_in_the_order_that_is_given(language: Language) -> None:
    w, found = words(language), [of(who) for who in (IVAN, ANNA, OVER)]
    columns = register.table(w).columns
    lines = read(csv_bytes(found, w), language)
    assert [line[columns[0].header] for line in lines] == ["Ivan Petrov", "Anna Schmidt", "Over"]
    for a, line in zip(found, lines, strict=True):
        row = register.row(w, a)
        assert line == {column.header: written(row.get(column.key)) for column in columns}


@pytest.mark.parametrize("name", HARMFUL, ids=range(len(HARMFUL)))
def test_no_name_is_a_formula(name: str) -> None:
    read(csv_bytes([of(traveller("DE", stay("2026-11-24"), name=name))], words("ru")), "ru")


def test_who_no_longer_wants_it_gets_no_file(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share:
            raise Stopped

    with pytest.raises(Stopped):
        write_report([of(ANNA), of(IVAN)], words("en"), tmp_path / "out.csv", told=stop)
    assert list(tmp_path.iterdir()) == []
    assert write_report([of(ANNA)], words("en"), tmp_path / "out.csv", left_out=(1, 1)) == ""
    assert (tmp_path / "out.csv").read_bytes() == csv_bytes([of(ANNA)], words("en"))
