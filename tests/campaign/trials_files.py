"""Checks of names, links and modes, of others at the file, of what an earlier run left, of broken settings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial

from kzstay.files.codec import decode
from tests.campaign.desk import Checks, Desk
from tests.campaign.random_cases import UNLIKE, case_of, written
from tests.campaign.settings_files import BROKEN
from tests.campaign.stays import add_stay

CHECKS = Checks()

# Names, links and modes

NAMES = (
    *(
        "plain",
        "with space",
        "-dash",
        "'quotes\" `$x`",
        "%s{name}",
        "line\nbreak",
        "tab\t",
        ".hidden",
        "a.b.c",
        "Ә",
    ),
    *(
        "é",
        "é",
        "👩‍👩‍👧",
        "\u202eevil",
        "CON",
        "a;b|c&d",
        "~",
        "#?*[x]",
        "Ә" * 100,
        "Ә" * 118,
        "Ә" * 121,
        "x" * 246,
    ),
    *(os.fsdecode(b"\xff\xfe"), os.fsdecode("Имя".encode("cp1251"))),
)


def named(desk: Desk, name: str) -> Iterator[str]:
    """Open a case of some name, edit it, save it, and open it again."""
    path = desk.folder / f"{name}.kzstay"
    desk.file = desk.file.rename(path)
    window = desk.open()
    new = desk.edit(window)
    window.case_file.autosave()
    told = desk.told(window)
    window.close()
    if desk.stored() != new and not (told and new in desk.kept()):
        yield "what has an odd name is neither saved nor kept"
    if desk.stored() != new:
        yield "what has an odd name cannot be saved"
    if desk.stored() == new and desk.open().session().case != new:
        yield "what has an odd name is another case when it is opened again"


for _name in NAMES:
    CHECKS[f"names: {_name.encode('unicode_escape', 'surrogateescape')[:40].decode()}"] = partial(
        named, name=_name
    )


@CHECKS.check("links: a link stays, and what it points to is saved")
def link(desk: Desk) -> Iterator[str]:
    real = desk.file.rename(desk.folder / "elsewhere")
    desk.file.symlink_to(real)
    new = desk.edit_and_close()
    if not desk.file.is_symlink():
        yield "a link is replaced"
    if decode(real.read_bytes()).case != new:
        yield "what a link points to is not saved"


@CHECKS.check("links: a link to nothing yet")
def link_to_nothing(desk: Desk) -> Iterator[str]:
    case, target = decode(desk.file.read_bytes()).case, desk.folder / "new.kzstay"
    (desk.folder / "link.kzstay").symlink_to(target)
    window = desk.open()
    saved = window.case_file.save(desk.folder / "link.kzstay")
    if saved and (not target.exists() or decode(target.read_bytes()).case != case):
        yield "what a link points to is not saved"
    if not saved and not desk.told(window):
        yield "what cannot be saved is not told"


@CHECKS.check("links: a circle")
def circle(desk: Desk) -> Iterator[str]:
    path = desk.folder / "circle.kzstay"
    path.symlink_to(path)
    window = desk.open()
    if window.case_file.save(path) or not desk.told(window):
        yield "a circle of links is saved to"


@CHECKS.check("links: a backup that is a link is not written through")
def backup_link(desk: Desk) -> Iterator[str]:
    other = desk.folder / "other"
    other.write_bytes(b"mine")
    desk.backup.symlink_to(other)
    desk.edit_and_close()
    if other.read_bytes() != b"mine":
        yield "a backup is written through a link"


@CHECKS.check("modes: those of a file stay")
def mode(desk: Desk) -> Iterator[str]:
    desk.file.chmod(0o640)
    desk.edit_and_close()
    if desk.file.stat().st_mode & 0o777 != 0o640:
        yield "a file has another mode after it was saved"


@CHECKS.check("modes: a new file is private")
def private(desk: Desk) -> Iterator[str]:
    path = desk.folder / "new.kzstay"
    window = desk.open()
    window.case_file.save(path)
    if path.stat().st_mode & 0o077:
        yield "others can read a new file"


@CHECKS.check("modes: a write-protected file")
def protected(desk: Desk) -> Iterator[str]:
    desk.file.chmod(0o444)
    old = desk.file.read_bytes()
    window = desk.open()
    new = desk.edit(window)
    window.case_file.autosave()
    told, asked = desk.told(window), desk.close_and_tell_if_asked(window)
    if desk.file.read_bytes() != old and not (told or asked):
        yield "a write-protected file is replaced without a word"
    elif desk.stored() != new and new not in desk.kept() and not asked:
        yield "what cannot be kept is lost without a question"


# Others at the same file


@CHECKS.check("others: two windows")
def two_windows(desk: Desk) -> Iterator[str]:
    first, second = desk.open(), desk.open()
    mine = desk.edit(first)
    first.case_file.autosave()
    theirs = desk.edit(second, times=2)
    second.case_file.autosave()
    told = desk.told(second)
    first.close()
    second.close()
    held = [desk.stored(), *desk.kept()]
    if mine not in held or theirs not in held:
        yield "the edits of one of two windows are lost"
    if not told:
        yield "two windows on one file, and none says so"


def changed(desk: Desk, other: bytes | None, same_times: bool = False) -> Iterator[str]:
    """Let another program change the file while it is open, then edit it here."""
    window = desk.open()
    times = desk.file.stat()
    if other is None:
        desk.file.unlink()
    else:
        desk.file.write_bytes(other)
        if same_times:
            os.utime(desk.file, ns=(times.st_atime_ns, times.st_mtime_ns))
    new = desk.edit(window)
    window.case_file.autosave()
    told = desk.told(window)
    asked = desk.close_and_tell_if_asked(window)
    if other is not None and desk.file.read_bytes() != other:
        yield "what another program wrote is replaced"
    if desk.stored() != new and new not in desk.kept() and not asked:
        yield "what cannot be kept is lost without a question"
    if desk.stored() != new and not told:
        yield "what cannot be saved is not told"


_LONGER = written(case_of(UNLIKE[3]))
CHECKS["others: another case in its place"] = partial(changed, other=_LONGER)
CHECKS["others: damaged meanwhile"] = partial(changed, other=b'{"format": "kzsta')
CHECKS["others: emptied meanwhile"] = partial(changed, other=b"")
CHECKS["others: removed meanwhile"] = partial(changed, other=None)


@CHECKS.check("others: one digit changed, the same size and time")
def one_digit(desk: Desk) -> Iterator[str]:
    other = desk.file.read_bytes().replace(b"2026-11-11", b"2026-11-12")
    yield from changed(desk, other, same_times=True)


@CHECKS.check("others: a folder in its place")
def folder(desk: Desk) -> Iterator[str]:
    window = desk.open()
    desk.file.unlink()
    desk.file.mkdir()
    new = desk.edit(window)
    window.case_file.autosave()
    if new not in desk.kept() or not desk.told(window):
        yield "what cannot be saved is neither kept nor told"


@CHECKS.check("others: the folder of the file is gone")
def no_folder(desk: Desk) -> Iterator[str]:
    window = desk.open()
    new = desk.edit(window)
    desk.file.unlink()
    desk.folder.rename(desk.folder.with_name("gone"))
    window.case_file.autosave()
    if new not in desk.kept() or not desk.told(window):
        yield "what cannot be saved is neither kept nor told"


# What an earlier run left


@CHECKS.check("left: a kept case that is damaged, twice")
def damaged_kept(desk: Desk) -> Iterator[str]:
    desk.data.mkdir(parents=True)
    for data in (b"first", b"second"):
        (desk.data / "unsaved.kzstay").write_bytes(data)
        window = desk.open(None)
        window.case_file.restore()
        if not desk.told(window):
            yield "a damaged kept case is not told"
        window.close()
    held = {path.read_bytes() for path in desk.data.iterdir() if path.is_file()}
    if not {b"first", b"second"} <= held:
        yield "a second damaged case replaces the first"


@CHECKS.check("left: a kept case is found again")
def kept_again(desk: Desk) -> Iterator[str]:
    window = desk.open(None)
    add_stay(window)
    case = window.session().case
    window.close()
    again = desk.open(None)
    again.case_file.restore()
    if again.session().case != case:
        yield "a case without a file is not restored"


# Settings


def settings(desk: Desk, data: bytes) -> Iterator[str]:
    """Start with broken settings."""
    path = desk.home / "config" / "kzstay" / "settings.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    window = desk.open()
    window.preferences.set_language("en")
    if desk.edit(window) != desk.close_and_read(window):
        yield "with broken settings nothing is saved"


for _number, _data in enumerate(BROKEN):
    CHECKS[f"settings: {_number} {_data[:30]!r}"] = partial(settings, data=_data)
