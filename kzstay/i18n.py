"""Message catalogs: one object a language, no global state, so that two languages can be used at once."""

from __future__ import annotations

import gettext
import locale
import os
from functools import lru_cache
from typing import Literal, get_args

from kzstay.paths import resource

Language = Literal["en", "ru", "kk"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
OWN_NAMES: dict[Language, str] = {"en": "English", "ru": "Русский", "kk": "Қазақша"}


@lru_cache
def catalog(language: Language) -> gettext.NullTranslations:
    """Return the messages of a language; English is what the program's own sentences are written in."""
    if language == "en":
        return gettext.NullTranslations()
    with resource(f"i18n/{language}/LC_MESSAGES/kzstay.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def system_language() -> Language:
    """Return the language of the system, or English where it is none of ours."""
    # The environment first: where the system has no such locale, Python goes on in another one and names that
    asked = (os.environ.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = (next(filter(None, asked), "") or locale.getlocale()[0] or "").lower()
    if name.startswith(("ru", "russian")):
        return "ru"
    return "kk" if name.startswith(("kk", "kazakh")) else "en"
