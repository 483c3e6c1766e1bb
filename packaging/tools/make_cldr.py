"""Write resources/cldr: countries, months, weekdays and patterns of dates, from CLDR by way of babel.

Beside them go the names that the states give themselves, which the search for a country knows, and the licence of
CLDR, which goes with its data.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import babel
from babel import Locale, UnknownLocaleError
from babel.core import get_cldr_version
from babel.languages import get_official_languages

from kzstay.core.case import STATELESS
from kzstay.i18n import LANGUAGES, SPOKEN, Language

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TARGET = RESOURCES / "cldr"
OWN_NAMES = RESOURCES / "imports" / "own_names.json"
LICENCE = TARGET / "LICENSE.txt"

# CLDR territories of two letters that ISO 3166-1 has not assigned: islands without a code of their own,
# unions, test regions. XK (Kosovo) is not assigned either, but stands in passports and stays.
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


# Who has no citizenship chooses this among the countries; CLDR has no name for it
STATELESS_NAMES = {"en": "stateless person", "ru": "лицо без гражданства", "kk": "азаматтығы жоқ адам"}

# CLDR writes the months alone with a capital; in a sentence they are small
SMALL_MONTHS = {"kk"}

# Skeletons of CLDR for what is written; a table has figures, where people are of one mind about their order
SKELETONS = {"day_month": "MMMd", "month_year": "yMMM", "table": "yMd"}
OTHER_SKELETONS = {("en", "table"): "yMMMd"}

# Where a day and its month may not be torn apart at the end of a line
TOGETHER = {"ru", "kk"}

# Where the project's own pattern is another than CLDR's
OWN_PATTERNS = {
    # As the acts write it; CLDR has "2026 ж. 15 желтоқсан, сейсенбі"
    ("kk", "long"): "{year} жылғы {day}\N{NO-BREAK SPACE}{month}, {weekday}",
}

# Where CLDR names a state as the acts of Kazakhstan do not, as another one is named, or without ё
OWN_COUNTRIES = {
    ("ru", "CD"): "Конго – Киншаса",
    ("ru", "CG"): "Конго – Браззавиль",
    ("ru", "KG"): "Кыргызстан",
    ("ru", "US"): "США",
    ("kk", "CD"): "Конго Демократиялық Республикасы",
}

_FIELD = re.compile(r"'([^']*)'|(E+|d+|[LM]+|y+)")
_FIELDS = {
    "EEEE": "{weekday}",
    "d": "{day}",
    "dd": "{day:02}",
    "MM": "{number:02}",
    "y": "{year}",
    **dict.fromkeys(("MMM", "MMMM", "LLL", "LLLL"), "{month}"),  # short or long is what is handed in
}


def patterns(language: Language) -> dict[str, str]:
    """Return how a day is written, as formats of Python.

    Their fields are ``day``, ``number`` of the month, ``month`` by its name, ``year`` and ``weekday``.
    """
    cldr = Locale.parse(SPOKEN[language].locale)
    skeletons = {name: OTHER_SKELETONS.get((language, name), skeleton) for name, skeleton in SKELETONS.items()}
    found = {name: str(cldr.datetime_skeletons[skeleton]) for name, skeleton in skeletons.items()}
    found |= {"long": str(cldr.date_formats["full"]), "full": str(cldr.date_formats["long"])}
    return {
        name: OWN_PATTERNS.get((language, name), _as_format(pattern, together=language in TOGETHER))
        for name, pattern in found.items()
    }


def _as_format(pattern: str, *, together: bool) -> str:
    pattern = pattern.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")
    if together:
        pattern = re.sub(r"(?<=d) (?=M)", "\N{NO-BREAK SPACE}", pattern)
    fields = _FIELDS | ({"y": "{year:04}"} if "dd" in pattern else {})  # among figures a year has four
    return _FIELD.sub(lambda found: found[1] or fields[found[2]], pattern)


def names(language: Language) -> dict[str, Any]:
    """Collect the names in one language: countries by ISO code, months from January, weekdays from Monday."""
    cldr = Locale(language)
    countries = {
        code: OWN_COUNTRIES.get((language, code), name)
        for code, name in cldr.territories.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_ISO
    } | {STATELESS: STATELESS_NAMES[language]}

    def months(context: str, width: str) -> list[str]:
        return [cldr.months[context][width][number] for number in range(1, 13)]

    def weekdays(width: str) -> list[str]:
        return [cldr.days["format"][width][number] for number in range(7)]

    return {
        "source": f"Unicode CLDR {get_cldr_version()}",
        "countries": countries,
        "months": {
            # As after a day (ru genitive: 15 декабря) and alone (nominative: декабрь)
            "format": months("format", "wide"),
            "standalone": [
                name.lower() if language in SMALL_MONTHS else name for name in months("stand-alone", "wide")
            ],
            "short": months("format", "abbreviated"),
            "short_standalone": months("stand-alone", "abbreviated"),
        },
        "patterns": patterns(language),
        "weekdays": {"wide": weekdays("wide"), "short": weekdays("abbreviated")},
    }


def render(language: Language) -> str:
    """Return the text of the file of one language."""
    return json.dumps(names(language), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def own_names() -> dict[str, list[str]]:
    """Collect by ISO code what each state is called in its own languages, where that is no name of ours."""
    ours = {language: names(language)["countries"] for language in LANGUAGES}
    found: dict[str, list[str]] = {}
    for code in sorted(ours["en"]):
        called: dict[str, None] = {}
        for spoken in get_official_languages(code, de_facto=True):
            with suppress(UnknownLocaleError):
                called[Locale.parse(spoken).territories.get(code, "")] = None
        known = {"", *(countries[code] for countries in ours.values())}
        if new := [name for name in called if name not in known]:
            found[code] = new
    return found


def render_own_names() -> str:
    """Return the text of the file of the states' own names."""
    return json.dumps(own_names(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def licence() -> str:
    """Return the licence of the data of CLDR, as babel carries it with them."""
    text = Path(babel.__file__).with_name("locale-data") / "LICENSE.unicode"
    return text.read_text(encoding="utf-8")


if __name__ == "__main__":
    for language in LANGUAGES:
        (TARGET / f"{language}.json").write_text(render(language), encoding="utf-8", newline="\n")
    OWN_NAMES.write_text(render_own_names(), encoding="utf-8", newline="\n")
    LICENCE.write_text(licence(), encoding="utf-8", newline="\n")
