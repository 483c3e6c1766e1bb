"""Checks of a disk that refuses: what was entered is saved, or said not to be and kept, or closing asks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import product
from random import Random

from kzstay.files.codec import decode
from tests.campaign.desk import Checks, Desk
from tests.campaign.random_cases import random_case, written
from tests.campaign.refusing import CALLS, REASONS, Call, refusing
from tests.campaign.stays import add_stay

CHECKS = Checks()


def disk_refuses(desk: Desk, call: Call, reason: str, where: str, after: int) -> Iterator[str]:
    """Edit a case on a disk that refuses, and close it there."""
    window = desk.open()
    old, new = window.session().case, desk.edit(window)
    folders = {"file": [desk.folder], "home": [desk.home], "both": [desk.folder, desk.home]}[where]
    with refusing(call, reason, *folders, after=after) as disk:
        window.case_file.autosave()
        told, kept = desk.told(window), desk.kept()
        asked = desk.close_and_tell_if_asked(window)
    yield from desk.damage(old, new)
    if desk.stored() == new:
        return
    if disk.refused and not told:
        yield "what cannot be saved is not told"
    if new not in (*kept, *desk.kept()) and not asked:
        yield "what cannot be kept is lost without a question"
    if new in desk.kept() and not desk.offers(new):
        yield "edits kept aside are not offered where their file is opened"


def untitled(desk: Desk, call: Call, reason: str) -> Iterator[str]:
    """Enter a case that has no file yet while the home refuses, and close it."""
    window = desk.open(None)
    add_stay(window)
    new = window.session().case
    with refusing(call, reason, desk.home):
        window.case_file.autosave()
        told = desk.told(window)
        asked = desk.close_and_tell_if_asked(window)
    if new not in desk.kept():
        if not told:
            yield "what cannot be saved is not told"
        if not asked:
            yield "what cannot be kept is lost without a question"


for _call, _reason in product(CALLS, REASONS):
    for _where in ("file", "home", "both"):
        CHECKS[f"disk: {_call} {_reason} {_where}"] = partial(
            disk_refuses, call=_call, reason=_reason, where=_where, after=0
        )
    CHECKS[f"disk, later: {_call} {_reason}"] = partial(
        disk_refuses, call=_call, reason=_reason, where="file", after=1
    )
    CHECKS[f"disk, no file yet: {_call} {_reason}"] = partial(untitled, call=_call, reason=_reason)


@CHECKS.check("disk, for a while: autosave tries again")
def for_a_while(desk: Desk) -> Iterator[str]:
    window = desk.open()
    new = desk.edit(window)
    with refusing("replace", "ENOSPC", desk.folder):
        window.case_file.autosave()
    desk.turn_until(lambda: desk.stored() == new)
    if desk.stored() != new:
        yield "nothing is saved though the disk takes it again"


@CHECKS.check("disk, way back: the good copy stays though the second write fails")
def way_back_fails(desk: Desk) -> Iterator[str]:
    good = decode(desk.file.read_bytes()).case
    backup = desk.damage_the_file()
    window = desk.open(backup)
    with refusing("replace", "ENOSPC", desk.folder, after=1):
        window.case_file.save(desk.file)
    window.close()
    if good not in desk.whole_copies():
        yield "no whole copy is left"


@CHECKS.check("disk, way back: what is damaged becomes no backup")
def way_back(desk: Desk) -> Iterator[str]:
    good = decode(desk.file.read_bytes()).case
    backup = desk.damage_the_file()
    window = desk.open(backup)
    window.case_file.save(desk.file)
    yield from desk.damage(good, good)
    window.close()


def any_case(desk: Desk, seed: int) -> Iterator[str]:
    """Save a case that was drawn, through a disk that fails once and then takes it."""
    random = Random(seed)
    desk.file.write_bytes(written(random_case(random)))
    window = desk.open()
    old, new = window.session().case, desk.edit(window)
    with refusing(random.choice(CALLS), random.choice(REASONS), desk.folder, after=random.randrange(3)):
        window.case_file.autosave()
    yield from desk.damage(old, new)
    new = desk.edit(window)
    if desk.close_and_read(window) != new:
        yield "nothing is saved though the disk takes it again"


for _number in range(12):
    CHECKS[f"disk, once: drawn {_number}"] = partial(any_case, seed=_number)
