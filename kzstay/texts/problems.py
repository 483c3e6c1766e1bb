"""Problems of an input, in sentences that a person can act on."""

from __future__ import annotations

import errno
from datetime import date

from kzstay.core.case import BORN_FROM, FIRST_YEAR, LAST_YEAR, LEAST, MOST, Case
from kzstay.core.problems import Problem
from kzstay.files.codec import VERSION, CaseFileError, Place
from kzstay.files.store import LARGEST, StoreError
from kzstay.texts import foreign
from kzstay.texts.inline import inside
from kzstay.texts.words import Words

PART = "517(3)"  # how the part of an article is written
_LONGEST = 20  # figures of a number that is too large; nobody reads more
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_SPACE = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NOT_THERE = {errno.ENOENT, errno.ENOTDIR}
_REFUSED, _HELD = 5, (32, 33)  # of Windows: access denied, also to replace an open file; shared or locked


def _where(w: Words, found: Problem, name: str) -> str:
    """Name the record of a traveller that a problem is in."""
    if found.stay is not None:
        return w.gettext("{name}, stay {number}").format(name=name, number=found.stay + 1)
    if found.permit is not None:
        return w.gettext("{name}, permit {number}").format(name=name, number=found.permit + 1)
    if found.ruling is not None:
        return w.gettext("{name}, ruling {number}").format(name=name, number=found.ruling + 1)
    return name


def problem(w: Words, found: Problem, case: Case) -> str:
    """Say what cannot be so, and where."""
    traveller = case.travellers[found.traveller]
    name = foreign.name(traveller.name) or w.gettext("traveller {n}").format(n=found.traveller + 1)
    where = _where(w, found, name)
    if found.code == "unknown-country" and not found.value:
        return w.gettext("{name}: no citizenship is given.").format(name=name)
    if found.code == "unknown-country":
        return w.gettext("{name}: unknown country code “{code}”. Use two letters, such as DE or UZ.").format(
            name=name, code=foreign.echo(found.value)
        )
    if found.code == "year":
        return w.gettext("{where}: the year of {day} is not between {first} and {last}.").format(
            where=where,
            day=found.value,
            first=_first_year(found),
            last=LAST_YEAR,
        )
    if found.code == "born-later":
        return w.gettext("{name}: the date of birth, {day}, is in the future.").format(name=name, day=found.value)
    if found.code == "permit-order":
        permit = traveller.permits[found.permit or 0]
        return w.gettext("{where}: it ends on {until}, before it begins on {first}.").format(
            where=where, until=permit.until.isoformat(), first=permit.first.isoformat()
        )
    if found.code == "permit-days":
        return w.gettext("{where}: it allows {value} days. Enter a whole number from {least} to {most}.").format(
            where=where, value=_shortened(found.value), least=LEAST, most=MOST
        )
    if found.code == "permit-entries":
        return w.gettext(
            "{where}: it allows {value} entries. Enter a whole number from {least} to {most}."
        ).format(where=where, value=_shortened(found.value), least=LEAST, most=MOST)
    if found.code == "permit-period":
        return w.gettext(
            "{where}: its period of {value} days is wrong. It goes with a number of days and is at least as long."
        ).format(where=where, value=_shortened(found.value))
    if found.code == "stay-country":
        return w.gettext("{name}: unknown country code “{code}”. Use two letters, such as DE or UZ.").format(
            name=where, code=foreign.echo(found.value)
        )
    if found.code == "stay-passport":
        return w.gettext("{where}: it has a passport of its own, but no citizenship that goes with it.").format(
            where=where
        )
    if found.code == "ruling-order":
        served = traveller.rulings[found.ruling or 0].served
        return w.gettext("{where}: {field}, {day}, is before {served}, the day on which it was served.").format(
            where=where,
            field=_field(w, found.field),
            day=found.value,
            served=served.isoformat(),
        )
    if found.code in ("permit-field", "ruling-field"):
        return w.gettext("{where}: {reason}").format(where=where, reason=inside(short_problem(w, found)))
    if found.code == "ruling-part":
        return w.gettext("{where}: “{part}” is not a part of an article that kzstay knows. {hint}").format(
            where=where, part=foreign.echo(found.value), hint=part_hint(w)
        )
    stay = traveller.stays[found.stay or 0]
    if found.code == "born-after-entry":
        return w.gettext("{where}: the entry on {entry} is before the date of birth, {born}.").format(
            where=where,
            entry=stay.entry.isoformat(),
            born=found.value,
        )
    if found.code == "exit-before-entry":
        return w.gettext("{where}: the exit on {exit} is before the entry on {entry}.").format(
            where=where, exit=(stay.exit or stay.entry).isoformat(), entry=stay.entry.isoformat()
        )
    return w.gettext(
        "{where}: it overlaps stay {other} by more than the one day on which one may leave and come back."
    ).format(where=where, other=(found.other or 0) + 1)


def short_problem(w: Words, found: Problem) -> str:
    """Say what cannot be so where the place is plain."""
    return {
        "unknown-country": w.gettext("Unknown country."),
        "year": w.gettext("The year is not between {first} and {last}.").format(
            first=_first_year(found), last=LAST_YEAR
        ),
        "exit-before-entry": w.gettext("The exit is before the entry."),
        "overlap": w.gettext("Overlaps stay {other} by more than one day.").format(other=(found.other or 0) + 1),
        "born-later": w.gettext("The date of birth is in the future."),
        "permit-order": w.gettext("It ends before it begins."),
        "permit-days": w.gettext("The number of days must be from {least} to {most}.").format(
            least=LEAST, most=MOST
        ),
        "permit-entries": w.gettext("The number of entries must be from {least} to {most}.").format(
            least=LEAST, most=MOST
        ),
        "permit-period": w.gettext("The period goes with a number of days and is at least as long."),
        "stay-country": w.gettext("Unknown citizenship for this stay."),
        "stay-passport": w.gettext("Enter the citizenship that goes with this passport."),
        "ruling-order": w.gettext("This is before the day on which it was served."),
        "ruling-part": part_hint(w),
        "born-after-entry": w.gettext("The date of birth is after an entry."),
        "permit-field": w.gettext("Only a visa has the field “{field}”. Take it out.").format(
            field=_field(w, found.field)
        ),
        "ruling-field": w.gettext("A ruling of this kind does not have the field “{field}”. Take it out.").format(
            field=_field(w, found.field)
        ),
    }[found.code]


def _field(w: Words, name: str) -> str:
    """Name a field of a permit or a ruling, with how a file calls it."""
    return {
        "days": w.gettext("number of days (days)"),
        "period": w.gettext("period (period)"),
        "entries": w.gettext("number of entries (entries)"),
        "part": w.gettext("part of an article (part)"),
        "leave_by": w.gettext("day to leave by (leave_by)"),
        "appealed": w.gettext("day of the appeal (appealed)"),
        "executed": w.gettext("day of leaving (executed)"),
        "paid": w.gettext("day of payment (paid)"),
        "": "",
    }[name]


def part_hint(w: Words) -> str:
    """Say how the part of an article is written."""
    return w.gettext("Write it like {example}, or leave it empty where the ruling names another one.").format(
        example=PART
    )


def no_part(w: Words, text: str) -> str:
    """Say that a text names no part of an article by which foreigners are penalised."""
    return w.gettext("“{part}” is not a part of an article that kzstay knows. {hint}").format(
        part=foreign.echo(text), hint=part_hint(w)
    )


def _shortened(number: str) -> str:
    return number if len(number) <= _LONGEST else number[: _LONGEST - 1] + "…"


def twins(w: Words, one: int, other: int) -> str:
    """Say that all that is entered of two travellers is the same."""
    return w.gettext(
        "Travellers {one} and {other} are entered alike in everything. If they are one person, delete one of them."
    ).format(one=one + 1, other=other + 1)


def overlaps(w: Words, entry: date) -> str:
    """Say that a stay overlaps the one that began on a day."""
    return w.gettext("Overlaps the stay that began on {day} by more than one day.").format(day=w.day(entry))


def _first_year(found: Problem) -> int:
    return BORN_FROM if found.stay is None else FIRST_YEAR


def not_a_number(w: Words, text: str) -> str:
    """Say that a text is no number of days or entries."""
    return w.gettext(
        "“{text}” is not a whole number from {least} to {most}. Leave it empty where there is no limit."
    ).format(text=foreign.echo(text), least=LEAST, most=MOST)


def no_country(w: Words, text: str) -> str:
    """Say that a text names no country."""
    return w.gettext("No country is called “{text}”.").format(text=foreign.echo(text))


def opening(w: Words, error: StoreError | CaseFileError, name: str) -> str:
    """Say why a file cannot be opened."""
    reason = _store(w, error) if isinstance(error, StoreError) else _content(w, error)
    return w.gettext("{file}: {reason}").format(file=foreign.file(name), reason=inside(reason))


def saving(w: Words, error: StoreError) -> str:
    """Say why a file cannot be saved."""
    return w.gettext("{file}: {reason}").format(file=foreign.file(error.path), reason=inside(_store(w, error)))


def of_system(w: Words, number: int, told: str) -> str:
    """Say in a word or two what the system said no to; what is not usual is told as the system tells it."""
    if number in _NO_RIGHT:
        return w.gettext("access denied")
    if number in _NO_SPACE:
        return w.gettext("no space left")
    if number in _NOT_THERE:
        return w.gettext("no such file or folder")
    if number == errno.EISDIR:
        return w.gettext("it is a folder")
    if number == errno.ENAMETOOLONG:
        return w.gettext("the name is too long")
    return told


def of_writing(w: Words, error: OSError) -> str:
    """Say in a few words why the system would not write a file."""
    code = getattr(error, "winerror", None)
    if code in _HELD:
        return w.gettext("another program has it open")
    if code == _REFUSED:
        return w.gettext("access denied, or another program has it open")
    return of_system(w, error.errno or 0, error.strerror or "")


def why_not_saved(w: Words, error: StoreError) -> str:
    """Say why nothing could be written, and what helps against that."""
    if error.number in _NO_RIGHT:
        text = w.gettext(
            "The file could not be saved ({reason}). You may not write in this folder: save in another one."
        )
    elif error.number in _NO_SPACE:
        text = w.gettext("The file could not be saved ({reason}). Free some space, or choose another disk.")
    elif error.number == errno.ENAMETOOLONG:
        text = w.gettext("The file could not be saved ({reason}). Choose a shorter name.")
    elif error.number == errno.ENOENT:
        text = w.gettext("The file could not be saved ({reason}). Its folder is gone: choose another one.")
    else:
        text = w.gettext("The file could not be saved ({reason}). Check free space and write permission.")
    return text.format(reason=of_system(w, error.number, error.reason))


def newer(w: Words, name: str) -> str:
    """Say that a file may only be looked at."""
    return w.gettext("{file}: made by a newer version of kzstay, so it is open for reading only.").format(
        file=foreign.file(name)
    )


def too_new(w: Words, name: str) -> str:
    """Say that a file cannot be reckoned."""
    return w.gettext("{file}: made by a newer version of kzstay. Install that version to read it.").format(
        file=foreign.file(name)
    )


def _store(w: Words, error: StoreError) -> str:
    return {
        "absent": w.gettext("There is no such file."),
        "folder": w.gettext("This is a folder, not a file."),
        "too-large": w.gettext("The file is {size} MB. A kzstay file is never larger than {largest} MB.").format(
            size=round(error.size / 2**20), largest=LARGEST // 2**20
        ),
        "unreadable": w.gettext("The file cannot be read ({reason}).").format(
            reason=of_system(w, error.number, error.reason)
        ),
        "unwritable": why_not_saved(w, error),
        "protected": w.gettext(
            "The file is write-protected and was left as it is. Save under another name, or allow writing to it."
        ),
        "changed": w.gettext(
            "Another program has changed the file since it was opened. Save under another name to keep both."
        ),
    }[error.code]


def _content(w: Words, error: CaseFileError) -> str:
    place = _place(w, error.place)
    if error.code == "newer":
        return w.gettext(
            "It was made by a newer version of kzstay (format {found}, this one reads {known}). Update kzstay."
        ).format(found=foreign.echo(error.value) or "?", known=VERSION)
    reason = {
        "not-text": w.gettext("This is not a text file, so it is not a kzstay case."),
        "not-json": w.gettext("This is not a kzstay case: it is not JSON at line {line}."),
        "cut-short": w.gettext("The file is cut short at line {line}: its end is missing."),
        "foreign": _foreign(w, error),
        "no-version": w.gettext("The format number is missing or is not a number: {value}."),
        "missing": w.gettext("{place} is missing."),
        "date": w.gettext("{place} is “{value}”, which is not a date that exists. Dates look like 2026-12-15."),
        "value": w.gettext("{place} is “{value}”. Possible there: {possible}."),
        "type": _wrong_kind(w, error),
    }[error.code]
    line = error.value.partition(":")[0]
    possible = ", ".join(error.possible)
    return reason.format(place=place, value=foreign.echo(error.value), line=line, possible=possible)


def _foreign(w: Words, error: CaseFileError) -> str:
    """Say why JSON is no case: where it is one of another program, by what."""
    if not error.place:
        return w.gettext("This is JSON, but not a kzstay case.")
    if not error.value:
        return w.gettext("This is JSON, but not a kzstay case: {place} is missing.")
    return w.gettext("This is JSON, but not a kzstay case: {place} is “{value}” and not “kzstay”.")


def _wrong_kind(w: Words, error: CaseFileError) -> str:
    """Say what stands where something of another kind belongs, and of which."""
    return {
        None: w.gettext("{place} is {value}, which is of the wrong kind."),
        "text": w.gettext("{place} is {value}, but a text in quotation marks belongs there."),
        "number": w.gettext("{place} is {value}, but a whole number without quotation marks belongs there."),
        "date": w.gettext("{place} is {value}, but a date in quotation marks belongs there, such as 2026-12-15."),
        "list": w.gettext("{place} is {value}, but a list in square brackets belongs there."),
        "record": w.gettext("{place} is {value}, but a record in curly brackets belongs there."),
    }[error.expected]


def _place(w: Words, place: Place) -> str:
    """Name a place in a file, such as “traveller 1, stay 3, entry”."""
    names = {
        "travellers": w.gettext("traveller {n}"),
        "stays": w.gettext("stay {n}"),
        "moves": w.gettext("change of address {n}"),
        "permits": w.gettext("permit {n}"),
        "rulings": w.gettext("ruling {n}"),
    }
    parts: list[str] = []
    for index, step in enumerate(place):
        follows = place[index + 1] if index + 1 < len(place) else None
        if isinstance(step, int):
            parts.append(names[str(place[index - 1])].format(n=step + 1))
        elif not isinstance(follows, int):
            parts.append(w.gettext("“{field}”").format(field=foreign.echo(step)))
    return ", ".join(parts)
