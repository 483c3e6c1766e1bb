"""What the program remembers between two starts: a small JSON file, read forgivingly and saved whole."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale

from kzstay.core.readings import Reading
from kzstay.files.store import write_whole
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.colours import Appearance
from kzstay.ui.first_look import remembered
from kzstay.ui.folders import settings_path

RECENT = 8


def spoken() -> Language:
    """Return the first of a person's languages that the program speaks; macOS tells them to Qt alone."""
    for name in QLocale.system().uiLanguages():
        for language in LANGUAGES:
            if name.partition("-")[0] == language:
                return language
    return "en"


class Settings(msgspec.Struct, kw_only=True):
    """The choices of a person; anything unreadable falls back to its default."""

    language: Language = msgspec.field(default_factory=spoken)
    appearance: Appearance = "system"
    reading: Reading = Reading.SAFE
    recent: list[str] = []
    geometry: str = ""


def load() -> Settings:
    """Read the choices, each on its own, so that one bad value loses no other."""
    settings, raw = Settings(), remembered()
    for field in msgspec.structs.fields(Settings):
        if field.name in raw:
            with suppress(msgspec.ValidationError):
                setattr(settings, field.name, msgspec.convert(raw[field.name], field.type))
    return settings


def save(settings: Settings) -> None:
    """Keep the choices; a disk that is full costs them, never the case."""
    with suppress(OSError):
        settings_path().parent.mkdir(parents=True, exist_ok=True)
        write_whole(settings_path(), msgspec.json.encode(settings))


def remember_recent(settings: Settings, path: Path) -> None:
    """Put a file first among the recent ones."""
    name = str(path.resolve())
    settings.recent = [name, *(other for other in settings.recent if other != name)][:RECENT]
