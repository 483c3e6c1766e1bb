"""Rows of an import in sentences: why one is refused or left out, and why nothing can be made of a source."""

from __future__ import annotations

from kzstay.core.case import FIRST_YEAR, LAST_YEAR
from kzstay.imports.reading import LARGEST
from kzstay.imports.result import ImportFileError, Left, Refused, Result
from kzstay.texts import foreign, problems
from kzstay.texts.inline import inside
from kzstay.texts.words import Words


def refused(w: Words, one: Refused) -> str:
    """Say why a row cannot be used, and what has to be changed in it."""
    return {
        "no-date": w.gettext("“{value}” is not a date."),
        "no-entry": w.gettext("There is an exit and no entry."),
        "exit-before-entry": w.gettext("It ends before it begins: {value}."),
        "year": w.gettext("The year of {value} is not between {first} and {last}."),
        "formula-error": w.gettext("The cell holds {value}: mend the formula in the spreadsheet."),
        "country": w.gettext("“{value}” is no country that is known here."),
        "direction": w.gettext("“{value}” says neither entry nor exit."),
        "too-long": w.gettext("A cell of this row is too long."),
        "columns": w.gettext("The row has other columns than the head: {value}."),
        "citizenship": w.gettext("“{value}” is no citizenship that is known here."),
        "value": w.gettext("“{value}” cannot stand there."),
        "several-days": w.gettext(
            "“{value}” holds several days, and nothing says which is the entry and which the exit. Write a dash "
            "between the two."
        ),
        "overlap": w.gettext("It holds days of another row: {value}."),
    }[one.code].format(value=foreign.echo(one.value), first=FIRST_YEAR, last=LAST_YEAR)


def left(w: Words, one: Left) -> str:
    """Say why something was left out, or how it was taken."""
    return {
        "other-country": w.gettext("Another country: {value}."),
        "no-days": w.gettext("No days are given."),
        "double": w.gettext("The same as in line {other}."),
        "total": w.gettext("A total, not a stay."),
        "no-name": w.gettext("Nobody says whose row it is."),
        "not-a-trip": w.gettext("Not a stay in Kazakhstan."),
        "domestic": w.gettext("Within Kazakhstan: no border was crossed."),
        "empty": w.gettext("Nothing stands there."),
        "column": w.gettext("The column “{value}” was not used."),
        "as-here": w.gettext("The days were taken as days in Kazakhstan."),
        "days-differ": w.gettext("The source counts {value} days, and its dates say otherwise."),
    }[one.code].format(value=foreign.echo(one.value), other=one.other)


def summary(w: Words, found: Result) -> str:
    """Count what came of a source."""
    told = [
        w.ngettext("{n} row was taken", "{n} rows were taken", found.rows).format(n=w.number(found.rows)),
        _refused_count(w, len(found.refused)),
        _open_count(w, len(found.questions)),
    ]
    return " · ".join(filter(None, told))


def _refused_count(w: Words, n: int) -> str:
    return w.ngettext("{n} row was refused", "{n} rows were refused", n).format(n=w.number(n)) if n else ""


def _open_count(w: Words, n: int) -> str:
    return w.ngettext("{n} question is open", "{n} questions are open", n).format(n=w.number(n)) if n else ""


def source_error(w: Words, error: ImportFileError, name: str) -> str:
    """Say why nothing can be made of a source."""
    reason = inside(_reason(w, error))
    return w.gettext("{file}: {reason}").format(file=foreign.file(name), reason=reason) if name else reason


def _reason(w: Words, error: ImportFileError) -> str:
    return {
        "absent": w.gettext("There is no such file."),
        "folder": w.gettext("This is a folder, not a file."),
        "unreadable": w.gettext("The file cannot be read ({reason}).").format(
            reason=problems.of_system(w, error.number, foreign.message(error.value))
        ),
        "too-large": w.gettext("The file is larger than {largest} MB. Take the rows out that matter.").format(
            largest=LARGEST // 2**20
        ),
        "bomb": w.gettext("The file unpacks to far more than a workbook holds. It was not opened."),
        "changed": w.gettext("Another program was writing the file. Try again when it is done."),
        "encrypted": w.gettext("The workbook has a password. Save a copy without one."),
        "damaged": w.gettext("The file is damaged, or is not what its name says."),
        "not-text": w.gettext("This is neither text nor a workbook that can be read."),
        "empty": w.gettext("The file holds nothing."),
        "unknown": w.gettext(
            "No entries and exits were found in it. A table needs a row with names of columns, such as entry and "
            "exit; a list needs a day in each line."
        ),
    }[error.code]
