"""Batch: what is wrong with a table of crossings or one of its rows, and how far the work is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from kzstay.core.case import Case
from kzstay.core.problems import Problem
from kzstay.texts import foreign
from kzstay.texts import problems as problem_texts
from kzstay.texts.words import Words

ISO_DAY = "2026-12-15"
SHOWN = 5  # columns that are named; nobody reads more
_SECONDS, _MINUTES = 60, 3600

# Of a row: the column beside it says which field, so these are short


def no_name(w: Words) -> str:
    """Say that a row does not tell whose it is."""
    return w.gettext("The name is missing.")


def no_text(w: Words) -> str:
    """Say that a name holds what is no letter."""
    return w.gettext("The name holds a character that is no text.")


def no_country(w: Words) -> str:
    """Say that a citizenship is none, or not there."""
    return w.gettext("This is not a country code. Use two letters, such as DE or UZ.")


def no_passport(w: Words, kinds: Sequence[str]) -> str:
    """Say that a text is no kind of passport."""
    return w.gettext("This is not a kind of passport. Possible: {kinds}, or an empty cell.").format(
        kinds=", ".join(kinds)
    )


def no_day(w: Words) -> str:
    """Say that a text is no day in the form that a table has."""
    return w.gettext("This is not a date that exists. Dates look like {example}.").format(example=ISO_DAY)


def out_of_years(w: Words) -> str:
    """Say that a day is in no year that is reckoned with."""
    return problem_texts.short_problem(w, Problem(code="year", traveller=0, stay=0))


def no_entry(w: Words) -> str:
    """Say that a row has other days but no entry."""
    return w.gettext("The row has no entry that this day could go with.")


def too_many_fields(w: Words) -> str:
    """Say that a row is longer than the header."""
    return w.gettext(
        "The row has more cells than the header. A text that holds a separator must stand in quotation marks."
    )


def comes_back(w: Words, line: int) -> str:
    """Say that others stand between the rows of a traveller."""
    return w.gettext(
        "This traveller has rows from line {line} on too, and others stand between. "
        "Put all rows of a traveller together: none of them was answered."
    ).format(line=line)


def problem(w: Words, found: Problem, case: Case, lines: Sequence[int]) -> tuple[str, str, str]:
    """Name the field of a row that cannot be so, what stands in it, and why; ``lines`` are those of the stays."""
    traveller = case.travellers[0]
    if found.stay is None or found.code == "born-after-entry":
        return "born", found.value, problem_texts.short_problem(w, found)
    stay = traveller.stays[found.stay]
    if found.code == "exit-before-entry":
        return "exit", str(stay.exit), problem_texts.short_problem(w, found)
    reason = w.gettext("Overlaps the stay in line {line} by more than one day.").format(
        line=lines[found.other or 0]
    )
    return "entry", str(stay.entry), reason


# Of the whole table


def not_utf8(w: Words, path: PurePath | str, line: int) -> str:
    """Say that a table is in another encoding, and what to do."""
    return w.gettext(
        "{file}, line {line}: this is not text in UTF-8. Save the table as “CSV UTF-8” and try again."
    ).format(file=foreign.file(path), line=line)


def no_header(w: Words, path: PurePath | str, missing: Sequence[str], twice: Sequence[str]) -> str:
    """Say that the first row does not name the columns."""
    if missing:
        return w.gettext(
            "{file}, line 1: the first line must name the columns, and these are missing: {columns}."
        ).format(file=foreign.file(path), columns=", ".join(missing))
    return w.gettext("{file}, line 1: these columns are there twice: {columns}.").format(
        file=foreign.file(path), columns=", ".join(twice)
    )


def endless(w: Words, path: PurePath | str, line: int) -> str:
    """Say that a row does not end."""
    return w.gettext(
        "{file}: after line {line} no other traveller begins for very long. Is a quotation mark not closed?"
    ).format(file=foreign.file(path), line=line)


def changed(w: Words, path: PurePath | str) -> str:
    """Say that another program wrote a table while it was read."""
    return w.gettext(
        "{file}: another program changed the file while it was read, so nothing was written. Start again."
    ).format(file=foreign.file(path))


def replaces(w: Words, path: PurePath | str) -> str:
    """Say that two of the files are one."""
    return w.gettext("{file}: the input, the result and the errors need names of their own.").format(
        file=foreign.file(path)
    )


def not_read(w: Words, path: PurePath | str, reason: str) -> str:
    """Say why a table cannot be read."""
    return w.gettext("{file}: the table cannot be read ({reason}).").format(file=foreign.file(path), reason=reason)


def not_written(w: Words, path: PurePath | str, reason: str) -> str:
    """Say why an answer cannot be written."""
    return w.gettext("{file}: the result could not be written ({reason}). What was there is as it was.").format(
        file=foreign.file(path), reason=reason
    )


def no_jobs(w: Words, text: str, most: int) -> str:
    """Say that a text is no number of processes."""
    return w.gettext("--jobs: “{text}” is not a whole number from 1 to {most}.").format(
        text=foreign.echo(text), most=most
    )


def worker_gone(w: Words) -> str:
    """Say that a process that helped has ended."""
    return w.gettext(
        "A process that did a part of the work has ended. Try again with --jobs 1, which needs less memory."
    )


def unused(w: Words, path: PurePath | str, names: Sequence[str]) -> str:
    """Say which columns of a table nothing is known of."""
    shown = ", ".join(foreign.echo(name) for name in names[:SHOWN]) + ("…" if len(names) > SHOWN else "")
    return w.gettext("{file}: these columns are not used: {columns}.").format(
        file=foreign.file(path), columns=shown
    )


def refused(w: Words, path: PurePath | str, line: int, field: str, value: str, reason: str) -> str:
    """Say what is wrong with a row of a table."""
    where = w.gettext("{file}, line {line}").format(file=foreign.file(path), line=line)
    what = f"{field} “{foreign.echo(value)}”" if field else f"“{foreign.echo(value)}”"
    return f"{where}, {what}: {reason}"


def refused_in_all(w: Words, travellers: int, more: bool, errors: PurePath | None) -> str:
    """Say how many travellers have no answer, and where the reasons are."""
    told = w.ngettext("{n} traveller was not answered.", "{n} travellers were not answered.", travellers)
    if errors is not None:
        hint = w.gettext("{file} says why.").format(file=foreign.file(errors))
    else:
        hint = w.gettext("Give --errors a file, and all reasons are written to it.") if more else ""
    return f"{told.format(n=travellers)} {hint}".strip()


def nobody(w: Words, path: PurePath | str) -> str:
    """Say that a table holds nobody."""
    return w.gettext("{file}: the table holds no traveller.").format(file=foreign.file(path))


def none_usable(w: Words, path: PurePath | str) -> str:
    """Say that nobody in a table could be answered."""
    return w.gettext("{file}: no traveller of the table could be answered, so no result was written.").format(
        file=foreign.file(path)
    )


def progress(w: Words, travellers: int, share: float | None, seconds: float | None) -> str:
    """Tell how far the work is, and how long it still takes where that is known."""
    told = [w.ngettext("{n} traveller", "{n} travellers", travellers).format(n=w.number(travellers))]
    if share is not None:
        told.append(w.gettext("{n} %").format(n=int(share * 100)))
    if seconds is not None:
        told.append(w.gettext("{time} left").format(time=_duration(w, seconds)))
    return " · ".join(told)


def _duration(w: Words, seconds: float) -> str:
    if seconds < _SECONDS:
        return w.ngettext("{n} second", "{n} seconds", round(seconds)).format(n=round(seconds))
    if seconds < _MINUTES:
        return w.ngettext("{n} minute", "{n} minutes", round(seconds / 60)).format(n=round(seconds / 60))
    return w.ngettext("{n} hour", "{n} hours", round(seconds / 3600)).format(n=round(seconds / 3600))
