"""Keeping of a case in sentences: kept aside, come back, open twice, changed by another program."""

from __future__ import annotations

from pathlib import Path

from kzstay.files.store import StoreError
from kzstay.texts import foreign
from kzstay.texts.problems import of_system, saving
from kzstay.texts.words import Words


def refused(w: Words, error: StoreError) -> list[str]:
    """Say why a file was not written, and that what was typed is safe all the same."""
    if error.code == "changed":
        told = w.gettext("Another program has changed {file}. What you entered is not in it, and is kept aside.")
        return [told.format(file=foreign.file(error.path))]
    return [saving(w, error), kept_aside(w)]


def kept_aside(w: Words) -> str:
    """Say that edits are safe, though not in their file."""
    return w.gettext(
        "What you entered is kept in kzstay's own folder, and is offered when you open the file again."
    )


def not_kept(w: Words, error: StoreError) -> str:
    """Say that no place took the case."""
    return w.gettext(
        "kzstay could not keep the case in its own folder ({reason}), so it is only in this window. "
        "Save it as a file."
    ).format(reason=of_system(w, error.number, error.reason))


def saved_again(w: Words, name: str) -> str:
    """Say that what was refused before is saved now."""
    return w.gettext("{file}: everything is saved now.").format(file=foreign.file(name))


def recovered(w: Words, origin: Path | None) -> str:
    """Say that the case on show is one that was kept."""
    if origin is None:
        return w.gettext(
            "This case was not saved to a file last time. Here it is again: save it as a file to keep it."
        )
    return w.gettext(
        "A recovered copy of {file}, with edits that could not be saved there. Save it as a file to keep it."
    ).format(file=foreign.file(origin))


def kept_of(w: Words, name: str) -> str:
    """Say that edits of a file are there which the file lacks."""
    return w.gettext(
        "Some edits of {file} could not be saved to it. They were kept; restoring them replaces what it holds now."
    ).format(file=foreign.file(name))


def open_elsewhere(w: Words, name: str) -> str:
    """Say that two windows have one file."""
    return w.gettext(
        "{file} is also open in another window, which does not see your edits. Close one of the two windows."
    ).format(file=foreign.file(name))


def changed_outside(w: Words, name: str) -> str:
    """Say that a file is no longer what is on show."""
    return w.gettext("Another program has changed {file}. What you see here is older.").format(
        file=foreign.file(name)
    )
