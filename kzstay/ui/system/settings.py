"""Settings: what is remembered between two starts, a small JSON file, read forgivingly and saved whole."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale

from kzstay.core.readings import Reading
from kzstay.drawing.colours import Appearance
from kzstay.files.atomic import make_private, target_of, write_whole
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.system.folders import settings_path
from kzstay.ui.system.remembered import remembered

RECENT = 8


def spoken() -> Language:
    """Return the first of a person's languages that the program speaks; macOS tells them to Qt alone."""
    for name in QLocale.system().uiLanguages():
        for language in LANGUAGES:
            if name.partition("-")[0] == language:
                return language
    return "en"


class Exported(msgspec.Struct, kw_only=True):
    """What was chosen when something was exported last, by its names; an empty one leaves the choice as it is."""

    document: str = ""
    format: str = ""  # how its files end, or its module
    language: str = ""
    second: str = ""
    reading: str = ""  # none: as in the window
    everyone: bool = False  # all the travellers of the case
    folder: str = ""


class Settings(msgspec.Struct, kw_only=True):
    """The choices of a person; anything unreadable falls back to its default."""

    language: Language = msgspec.field(default_factory=spoken)
    appearance: Appearance = "system"
    reading: Reading = Reading.SAFE
    recent: list[str] = []
    geometry: str = ""
    exported: Exported = msgspec.field(default_factory=Exported)
    opened: list[str] = []  # since the choices were saved last; not a choice


def load() -> Settings:
    """Read the choices, each on its own, so that one bad value loses no other."""
    settings, raw = Settings(), remembered()
    for field in msgspec.structs.fields(Settings):
        if field.name in raw and field.name != "opened":
            # Half a character is text to JSON and not to msgspec
            with suppress(msgspec.MsgspecError, ValueError, RecursionError):
                setattr(settings, field.name, msgspec.convert(raw[field.name], field.type))
    return settings


def save(settings: Settings) -> None:
    """Keep the choices; a disk that is full costs them, never the case.

    Other windows remember files too: what they opened meanwhile stays among the recent ones.
    """
    settings.recent = _each_once([*settings.opened, *load().recent, *settings.recent])
    chosen = msgspec.to_builtins(settings)
    del chosen["opened"]
    with suppress(OSError, ValueError):
        path = target_of(settings_path())
        make_private(settings_path().parent)
        # In ASCII: the name of a file need not be text
        write_whole(path, json.dumps(chosen).encode())
        settings.opened = []


def remember_recent(settings: Settings, path: Path) -> None:
    """Put a file first among the recent ones."""
    name = os.path.realpath(path)
    settings.opened = _each_once([name, *settings.opened])
    settings.recent = _each_once([name, *settings.recent])


def _each_once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))[:RECENT]
