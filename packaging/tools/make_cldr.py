"""Write resources/cldr/{en,ru,kk}.json: countries, months and weekdays, from CLDR by way of babel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from babel import Locale

TARGET = Path(__file__).resolve().parents[2] / "resources" / "cldr"
LANGUAGES = "en", "ru", "kk"

# CLDR territories of two letters that ISO 3166-1 has not assigned: islands without a code of their own,
# unions, test regions. XK (Kosovo) is not assigned either, but stands in passports and stays.
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def names(language: str) -> dict[str, Any]:
    """Collect the names in one language: countries by ISO code, months from January, weekdays from Monday."""
    cldr = Locale(language)
    countries = {
        code: name
        for code, name in cldr.territories.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_ISO
    }

    def months(context: str, width: str) -> list[str]:
        return [cldr.months[context][width][number] for number in range(1, 13)]

    def weekdays(width: str) -> list[str]:
        return [cldr.days["format"][width][number] for number in range(7)]

    return {
        "countries": countries,
        "months": {
            # As after a day (ru genitive: 15 декабря) and alone (nominative: декабрь)
            "format": months("format", "wide"),
            # CLDR writes the Kazakh months alone with a capital; in a sentence they are small
            "standalone": [name.lower() if language == "kk" else name for name in months("stand-alone", "wide")],
            "short": months("format", "abbreviated"),
            "short_standalone": months("stand-alone", "abbreviated"),
        },
        "weekdays": {"wide": weekdays("wide"), "short": weekdays("abbreviated")},
    }


def render(language: str) -> str:
    """Return the text of the file of one language."""
    return json.dumps(names(language), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    for language in LANGUAGES:
        (TARGET / f"{language}.json").write_text(render(language), encoding="utf-8", newline="\n")
