"""Settings: what is remembered between two starts, a small JSON file, read forgivingly and saved whole."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from PySide6.QtCore import QLocale

from kzstay.core.case import HostKind
from kzstay.core.readings import Reading
from kzstay.drawing.colours import Appearance
from kzstay.files.atomic import make_private, target_of, write_whole
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import MONDAY, DateForm
from kzstay.ui.system.folders import settings_path
from kzstay.ui.system.remembered import remembered

RECENT = 8
LEAST_TEXT, USUAL_TEXT, MOST_TEXT = 90, 100, 200  # percent


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


class Last(msgspec.Struct, kw_only=True):
    """Where the window was when it closed last; without a file there is nothing to come back to."""

    file: str = ""
    place: str = ""
    page: str = ""
    traveller: int = 0  # where they stand in the file
    first: str = ""  # the days that the timeline showed
    last: str = ""


class Settings(msgspec.Struct, kw_only=True):
    """The choices of a person; anything unreadable falls back to its default."""

    language: Language = msgspec.field(default_factory=spoken)
    appearance: Appearance = "system"
    text_size: Annotated[int, msgspec.Meta(ge=LEAST_TEXT, le=MOST_TEXT)] = USUAL_TEXT
    dates: DateForm = "language"
    week_start: Annotated[int, msgspec.Meta(ge=0, le=6)] = MONDAY
    host: HostKind | Literal[""] = ""  # of a new traveller
    host_name: str = ""
    reading: Reading = Reading.SAFE
    recent: list[str] = []
    geometry: str = ""
    manual: str = ""  # the geometry of its window
    exported: Exported = msgspec.field(default_factory=Exported)
    last: Last = msgspec.field(default_factory=Last)
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


def save(settings: Settings, known: Mapping[str, Any] | None = None) -> None:
    """Keep the choices; a disk that is full costs them, never the case.

    Other windows remember files too: what they opened meanwhile stays among the recent ones. ``known`` are the
    choices as this window knew them: what it has not changed since stays as another window chose it.
    """
    now = load()
    settings.recent = _each_once([*settings.opened, *now.recent, *settings.recent])
    chosen, there = plain(settings), plain(now)
    for name, value in (known or {}).items():
        if name != "recent" and chosen[name] == value:
            chosen[name] = there[name]
    _write(settings, chosen)


def plain(settings: Settings) -> dict[str, Any]:
    """Return the choices as they stand in the file."""
    chosen: dict[str, Any] = msgspec.to_builtins(settings)
    del chosen["opened"]
    return chosen


def _write(settings: Settings, chosen: dict[str, Any]) -> None:
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


def forget_recent(settings: Settings) -> None:
    """Forget the recent files, those that other windows remember too."""
    settings.recent = settings.opened = []
    chosen = load()
    chosen.recent = []
    _write(settings, plain(chosen))


def _each_once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))[:RECENT]
