"""What the import tells: what was recognised, what comes in and what stays out, in sentences of the window."""

from __future__ import annotations

import re
from datetime import date

from kzstay.core.case import Case, Host
from kzstay.imports.merging import Difference, Merged
from kzstay.imports.result import Result
from kzstay.texts import Words, answers, foreign, import_rows, papers
from kzstay.texts.comparing import field_name
from kzstay.ui.window.importing.rows import WHOLE_CODES, Row, State, notes
from kzstay.ui.window.importing.source import Found

_UNICODE = ("utf-8", "utf-8-sig", "utf_8", "utf8", "ascii", "utf-16", "utf-16-le", "utf-16-be")
_CYRILLIC = {"cp1251": "Windows-1251", "kz1048": "KZ-1048", "cp866": "CP866", "mac_cyrillic": "MacCyrillic"}
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")
LOOKED_AT = 400  # rows, for the order of day and month
MONTHS = 12
SHOWN = 2  # differences
MOST = 4  # notes on the whole


def recognised(w: Words, found: Found) -> str:
    """Say what a source was taken for."""
    n = len({(row.at.sheet, line) for row in found.rows for line in row.lines})
    if any(one.code in WHOLE_CODES for one in found.questions):
        n = 0  # which rows there are hangs on the answer
    kind = {
        "case": w.gettext("A kzstay case"),
        "table": w.gettext("A table"),
        "text": w.gettext("A text"),
        "calendar": w.gettext("A calendar"),
        "records": w.gettext("Records of another program"),
    }[found.result.kind]
    counted = {
        "table": w.ngettext("A table of {n} row", "A table of {n} rows", n),
        "text": w.ngettext("A text of {n} line", "A text of {n} lines", n),
    }.get(found.result.kind, kind)
    people = len(found.result.travellers)
    told = [
        (counted if n else kind).format(n=w.number(n)),
        _people(w, people) if people > 1 else "",
        _letters(w, found.letters),
        _order(w, found),
    ]
    return " · ".join(filter(None, told))


def _people(w: Words, n: int) -> str:
    return w.ngettext("{n} traveller", "{n} travellers", n).format(n=w.number(n))


def _letters(w: Words, letters: str) -> str:
    if not letters or letters.casefold() in _UNICODE:
        return ""
    # Translators: how a text file was written, such as letters: Windows-1251
    return w.gettext("letters: {name}").format(name=_CYRILLIC.get(letters.casefold(), foreign.echo(letters)))


def _order(w: Words, found: Found) -> str:
    """Say in which order day and month were read; empty where nothing of the source could be read either way."""
    orders: set[bool] = set()
    for row in found.rows[:LOOKED_AT]:
        days = [day for day in (row.entry, row.exit) if day and row.state == "taken"]
        for first, second, year in _FIGURES.findall(row.at.text) if days else ():
            one, other = int(first), int(second)
            near = [day for day in days if str(day.year).endswith(year)]
            orders |= {True for day in near if (day.day, day.month) == (one, other) and one != other <= MONTHS}
            orders |= {False for day in near if (day.month, day.day) == (one, other) and one != other}
    if len(orders) != 1:
        return ""
    return w.gettext("day before month") if orders == {True} else w.gettext("month before day")


def remarks(w: Words, found: Found, case: Case) -> list[str]:
    """Say what is to be known of the whole: how it was taken, and what a traveller keeps that it has otherwise."""
    told = list(dict.fromkeys(import_rows.left(w, one) for one in notes(found.result)))
    told[MOST:] = ["…"] if len(told) > MOST else []
    names = {one.key.number: one.name for one in case.travellers}
    differs = [(names.get(one.key, ""), differing) for one in found.merged.joined for differing in one.differs]
    shown = [_difference(w, name, one) for name, one in differs[:SHOWN]]
    if more := len(differs) - len(shown):
        text = w.ngettext("{n} more is kept as it is.", "{n} more are kept as they are.", more)
        shown.append(text.format(n=w.number(more)))
    return [*told, *shown]


def _difference(w: Words, name: str, one: Difference) -> str:
    text = w.gettext("{name} · {field}: {kept} is kept; here it is {came}.")
    return text.format(
        name=foreign.name(name) or w.gettext("New traveller"),
        field=field_name(w, one.field),
        kept=_value(w, one.field, one.kept),
        came=_value(w, one.field, one.came),
    )


def _value(w: Words, field: str, value: object) -> str:
    if isinstance(value, date):
        return w.day(value)
    if isinstance(value, Host):
        return foreign.name(value.name) or answers.host(w, value.kind)
    if field == "citizenship":
        return w.country(str(value))
    return answers.passport(w, str(value)) if field == "passport" else foreign.echo(str(value))


# What comes in


def coming(merged: Merged) -> tuple[int, int, int]:
    """Count the stays, the permits and the travellers that come in; of stays also those that become fuller."""
    stays = merged.stays("added", "completed", "replaced")
    permits = merged.permits("added", "completed", "replaced")
    return stays, permits, sum(one.new for one in merged.joined)


def comes(w: Words, merged: Merged) -> str:
    """Count what comes in, in words; empty where that is nothing."""
    stays, permits, people = coming(merged)
    told = [
        w.ngettext("{n} stay", "{n} stays", stays).format(n=w.number(stays)) if stays else "",
        w.ngettext("{n} permit", "{n} permits", permits).format(n=w.number(permits)) if permits else "",
        w.ngettext("{n} new traveller", "{n} new travellers", people).format(n=w.number(people)) if people else "",
    ]
    return ", ".join(filter(None, told))


def open_questions(w: Words, found: Found) -> str:
    """Count what is open; empty where nothing is."""
    n = len(found.questions)
    return w.ngettext("{n} question", "{n} questions", n).format(n=w.number(n)) if n else ""


def stays_out(w: Words, found: Found) -> str:
    """Count what stays out, in words; empty where that is nothing."""
    refused = sum(row.state == "refused" for row in found.rows)
    doubles = sum(row.fate == "double" for row in found.rows)
    asked = sum(row.state == "asked" for row in found.rows)
    left = sum(row.state == "left" for row in found.rows) - doubles
    told = [
        (asked, w.ngettext("{n} row that is asked about", "{n} rows that are asked about", asked)),
        (refused, w.ngettext("{n} refused row", "{n} refused rows", refused)),
        (left, w.ngettext("{n} other row", "{n} other rows", left)),
    ]
    return ", ".join(text.format(n=w.number(n)) for n, text in told if n)


def summary(w: Words, found: Found) -> str:
    """Say what the button would do, and what would stay out."""
    came, out, asked = comes(w, found.merged), stays_out(w, found), open_questions(w, found)
    doubles = sum(row.fate == "double" for row in found.rows)
    gone = sum(one.gone for one in found.merged.joined)
    told = [
        w.gettext("Comes in: {what}.").format(what=came) if came else w.gettext("Nothing new comes in."),
        _goes(w, gone),
        w.gettext("There already: {n}.").format(n=w.number(doubles)) if doubles else "",
        w.gettext("Stays out: {what}.").format(what=out) if out else "",
        w.gettext("Open: {what}.").format(what=asked) if asked else "",
    ]
    return " ".join(filter(None, told))


def _goes(w: Words, n: int) -> str:
    if not n:
        return ""
    text = w.ngettext(
        "{n} stay or permit that is there now goes.", "{n} stays and permits that are there now go.", n
    )
    return text.format(n=w.number(n))


def button(w: Words, merged: Merged, *, replace: bool, changes: bool) -> str:
    """Name the button that does it; ``changes`` tells whether the case would be another."""
    stays, permits, people = coming(merged)
    if replace and stays + permits + sum(one.gone for one in merged.joined):
        text = w.ngettext("&Replace by {n} stay", "&Replace by {n} stays", n := _all_stays(merged))
        return text.format(n=w.number(n))
    if stays:
        return w.ngettext("&Add {n} stay", "&Add {n} stays", stays).format(n=w.number(stays))
    if permits:
        return w.ngettext("&Add {n} permit", "&Add {n} permits", permits).format(n=w.number(permits))
    if people:
        return w.ngettext("&Add {n} traveller", "&Add {n} travellers", people).format(n=w.number(people))
    return w.gettext("&Add what is new") if changes else w.gettext("Nothing to add")


def _all_stays(merged: Merged) -> int:
    return merged.stays("added", "completed", "replaced", "double")


def done(w: Words, found: Found) -> str:
    """Say what was imported, and what was not."""
    out, asked = stays_out(w, found), open_questions(w, found)
    told = [
        w.gettext("Imported: {what}.").format(what=comes(w, found.merged) or _filled(w)),
        _went(w, sum(one.gone for one in found.merged.joined)),
        w.gettext("Left out: {what}.").format(what=out) if out else "",
        w.gettext("Left open: {what}.").format(what=asked) if asked else "",
    ]
    return " ".join(filter(None, told))


def _filled(w: Words) -> str:
    return w.gettext("what was not known of the travellers")


def _went(w: Words, n: int) -> str:
    if not n:
        return ""
    return w.ngettext("{n} stay or permit was replaced.", "{n} stays and permits were replaced.", n).format(
        n=w.number(n)
    )


# Rows


def state(w: Words, row: Row) -> str:
    """Name what becomes of a row."""
    if row.fate == "double":
        return w.pgettext("row", "There already")
    return state_name(w, row.state)


def state_name(w: Words, state: State) -> str:
    """Name what becomes of rows."""
    return {
        "taken": w.pgettext("row", "Taken"),
        "asked": w.pgettext("row", "Asked"),
        "refused": w.pgettext("row", "Refused"),
        "left": w.pgettext("row", "Left out"),
    }[state]


def remark(w: Words, row: Row) -> str:
    """Say why, or what else there is to say of a row."""
    told = [
        papers.permit(w, row.permit) if row.permit else "",
        import_rows.refused(w, row.refused) if row.refused else "",
        _fate(w, row),
        import_rows.left(w, row.left) if row.left else "",
        foreign.remark(row.note),
    ]
    return " · ".join(filter(None, told))


def _fate(w: Words, row: Row) -> str:
    if row.asked:
        return w.gettext("See the question")
    return {
        "completed": w.gettext("Adds to one that is there"),
        "replaced": w.gettext("Takes the place of one that is there"),
        "kept": w.gettext("The one that is there is kept"),
    }.get(row.fate or "", "")


def name_of(w: Words, result: Result, row: Row) -> str:
    """Name the traveller of a row."""
    if row.traveller is None:
        return ""
    one = result.travellers[row.traveller]
    return foreign.name(one.name) or foreign.name(one.native_name) or foreign.name(one.document) or "–"
