"""Copied stays: rows that a spreadsheet takes as cells, and that are read in again as the same stays."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from datetime import date
from io import StringIO

from kzstay.core.assess import Assessment
from kzstay.core.case import Stay
from kzstay.files.cells import guarded
from kzstay.texts import Words, answers, foreign, particulars

Cell = date | int | str | None


def copied(w: Words, a: Assessment, indexes: Sequence[int]) -> str:
    """Write stays as lines of cells that tabs part, under the names of the columns.

    Days are as ISO 8601 has them, which is one day in every locale. What few stays have gets a column where one of
    these has it.
    """
    stays = [a.traveller.stays[index] for index in indexes]
    days = [a.stay(index).days or None for index in indexes]
    always: list[tuple[str, Sequence[Cell]]] = [
        (w.gettext("Entry"), [stay.entry for stay in stays]),
        (w.gettext("Exit"), [stay.exit for stay in stays]),
        (w.gettext("Days"), days),
    ]
    columns = always + [column for column in _more(w, stays) if any(column[1])]
    text = StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow([name for name, _cells in columns])
    for row in range(len(stays)):
        writer.writerow([_written(cells[row]) for _name, cells in columns])
    return text.getvalue()


def _more(w: Words, stays: Sequence[Stay]) -> list[tuple[str, Sequence[Cell]]]:
    def cells(value: Callable[[Stay], Cell]) -> list[Cell]:
        return [value(stay) for stay in stays]

    return [
        (w.gettext("Host's notice"), cells(lambda stay: stay.notified)),
        (w.gettext("Registration"), cells(lambda stay: stay.registered)),
        (
            w.gettext("Kind of stay"),
            cells(lambda stay: particulars.stay_kind(w, stay.kind) if stay.kind != "visit" else ""),
        ),
        (
            w.gettext("Citizenship shown then"),
            cells(lambda stay: w.country(stay.citizenship) if stay.citizenship else ""),
        ),
        (
            w.gettext("Kind of passport shown then"),
            cells(lambda stay: answers.passport(w, stay.passport) if stay.passport else ""),
        ),
        (w.gettext("Checkpoint of entry"), cells(lambda stay: foreign.name(stay.checkpoint))),
        (w.gettext("Checkpoint of exit"), cells(lambda stay: foreign.name(stay.exit_checkpoint))),
        (w.gettext("Note"), cells(lambda stay: foreign.remark(stay.note))),
    ]


def _written(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else guarded(str(cell))
