"""Languages: the list of them, and their message catalogs.

A catalog is one object a language, with no global state, so that two languages can be used at once.
"""

from __future__ import annotations

import gettext
import json
import locale
import os
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from kzstay.paths import resource

Language = Literal["en", "ru", "kk"]


class Speech(NamedTuple):
    """What is known of a language besides its messages and its names of countries and months."""

    own_name: str
    windows_name: str  # that the names of its locales begin with on Windows, in small letters
    locale: str  # whose dates and numbers it has, as CLDR and Qt call it
    year_words: tuple[str, ...] = ()  # that may stand beside a year where a day is typed
    acts: str = ""  # what adilet.zan.kz calls it in addresses; empty where not every act is there in it
    separator: str = ";"  # of the values of a list, where a comma is that of decimals: Excel splits CSV at it
    days: str = "yyyy-mm-dd"  # how a workbook shows them, the same in every locale of the reader


# The one list: the bundle, the tools and the window read it
SPOKEN: dict[Language, Speech] = {
    "en": Speech("English", "english", "en_GB", separator=","),
    "ru": Speech("Русский", "russian", "ru_RU", ("г", "год", "года"), "rus", days="[$-419]dd.mm.yyyy"),
    "kk": Speech(
        "Қазақша", "kazakh", "kk_KZ", ("ж", "жылғы", "жыл", "жылы", "жылдың"), "kaz", days="[$-43F]dd.mm.yyyy"
    ),
}
SOURCE: Language = "en"  # that the program's own sentences are written in
LANGUAGES: tuple[Language, ...] = tuple(SPOKEN)
CASE_LANGUAGES: tuple[Language, ...] = ("ru", "kk")  # in which a case is conducted: KoAP 738(1)
TRANSLATED: tuple[Language, ...] = tuple(language for language in LANGUAGES if language != SOURCE)
OWN_NAMES: dict[Language, str] = {language: speech.own_name for language, speech in SPOKEN.items()}


@lru_cache
def catalog(language: Language) -> gettext.NullTranslations:
    """Return the messages of a language; of that of the sources there are none but the sentences themselves."""
    if language == SOURCE:
        return gettext.NullTranslations()
    with resource(f"i18n/{language}/LC_MESSAGES/kzstay.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


@lru_cache
def cldr(language: Language) -> dict[str, Any]:
    """Return the names of countries, months and weekdays in a language, and its patterns of dates."""
    return json.loads(resource(f"cldr/{language}.json").read_text(encoding="utf-8"))


def system_language() -> Language:
    """Return the language of the system, or that of the sources where it is none of ours."""
    # The environment first: where the system has no such locale, Python goes on in another one and names that
    asked = (os.environ.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = (next(filter(None, asked), "") or locale.getlocale()[0] or "").lower()
    for language, speech in SPOKEN.items():
        if name.startswith((language, speech.windows_name)):
            return language
    return SOURCE
