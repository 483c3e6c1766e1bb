"""The self-test: every part of an installed copy is tried, one line each, and no display is needed."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

import kzstay
from kzstay import bundled, licences
from kzstay.core.assess import assess
from kzstay.core.case import Case, Stay
from kzstay.core.days import DAY
from kzstay.core.law import toml
from kzstay.core.readings import Reading
from kzstay.files.store import open_case, save_case
from kzstay.i18n import LANGUAGES, SOURCE, TRANSLATED, Language, catalog
from kzstay.paths import resource
from kzstay.texts import needs
from kzstay.texts.words import words

FEWEST_COLOURS = 5  # of a window on which something is drawn
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі₸"
A4 = 595, 842  # points
LAW = "law", "calendar"  # the folders that it is in


def run() -> int:
    """Try every part and return how many do not work."""
    failed = 0
    for name, test in TESTS.items():
        try:
            result = test()
        except Exception as error:  # noqa: BLE001 - whatever breaks is what is looked for
            failed += 1
            print(f"FAILED  {name}: {type(error).__name__}: {error}", file=sys.stderr)
        else:
            print(f"ok      {name}: {result}")
    print(f"{len(TESTS) - failed} of {len(TESTS)} parts work, kzstay {kzstay.__version__}")
    return failed


def _modules() -> str:
    names = [module.name for module in pkgutil.walk_packages(kzstay.__path__, "kzstay.")]
    for name in names:
        if name != "kzstay.__main__":
            importlib.import_module(name)
    _expect(bool(names), "no module was found")
    return f"{len(names)} modules"


def _law() -> str:
    law = bundled.law()
    _expect(law.calendar.covers(law.collected), "the calendar of working days does not cover the law's date")
    found = [path for folder in LAW for path in sorted(resource(folder).rglob(f"*{toml.COMPILED}"))]
    stale = [path.name for path in found if path.read_bytes() != toml.compiled(path.with_suffix(".toml"))]
    _expect(not stale, f"{', '.join(stale)} does not say what is written")
    return f"{len(law.regimes)} regimes of {law.collected}"


def _languages() -> str:
    days = {words(language).long_day(bundled.law().collected) for language in LANGUAGES}
    leads = {needs.now(words(language)) for language in LANGUAGES}
    _expect(len(days) == len(leads) == len(LANGUAGES), "two languages say the same")
    return ", ".join(LANGUAGES)


def _known_case() -> str:
    """Reckon the example: the per-entry limit, the host's notice and the lawful stays are known."""
    law = bundled.law()
    traveller = open_case(resource(bundled.EXAMPLE)).document.case.travellers[0]
    a = assess(traveller, law.collected, law, Reading.SAFE)
    _expect(a.current is not None and a.leave_until is not None and a.sound, "the example is not sound")
    entry = traveller.stays[a.current or 0].entry
    per_entry = next(limit for limit in a.limits if limit.kind == "per-entry")
    _expect(a.leave_until == entry + DAY * (per_entry.days - 1), "another last day than the limit of one entry")
    return f"leave by {a.leave_until}"


def _files() -> str:
    case = Case(
        travellers=(
            msgspec.structs.replace(
                open_case(resource(bundled.EXAMPLE)).document.case.travellers[0],
                stays=(Stay(entry=date(2026, 2, 28), note=KAZAKH),),
            ),
        )
    )
    with tempfile.TemporaryDirectory(prefix="Құжаттар ") as folder:
        path = Path(folder) / "Әліби.kzstay"
        save_case(case, path)
        save_case(case, path)
        _expect(open_case(path).document.case == case, "another case came back")
        return f"{path.stat().st_size} bytes in a folder with a Kazakh name"


def _letters(language: Language) -> str:
    """Return every letter and sign of a language's messages."""
    found = _messages(language)
    return "".join(sorted({letter for text in found for letter in text if not letter.isspace()}))


def _messages(language: Language) -> list[str]:
    """Return the messages of a language; English ones are in the code, so what is asked of it is the alphabet."""
    if language == SOURCE:
        return [string.ascii_letters, string.digits, string.punctuation]
    messages: dict[object, str] = vars(catalog(language)).get("_catalog", {})
    return list(messages.values())


def _fonts() -> str:
    from kzstay.ui.self_test import letters_missing

    letters = {language: _letters(language) for language in LANGUAGES}
    _expect(all(letters.values()), "a language has no messages")
    _expect(set("әғқңөұүі") <= set(letters["kk"]), "the Kazakh messages are not in Kazakh")
    missing = letters_missing("".join({*KAZAKH, *"".join(letters.values())}))
    _expect(not missing, f"letters are missing: {missing}")
    return ", ".join(f"{len(found)} of {language}" for language, found in letters.items())


def _words_of_qt() -> str:
    from kzstay.ui.self_test import qt_speaks

    silent = [language for language in TRANSLATED if not qt_speaks(language)]
    _expect(not silent, f"Qt does not speak {', '.join(silent)}")
    return ", ".join(LANGUAGES)


def _report() -> str:
    from kzstay.export.report_pdf import write_report

    law = bundled.law()
    traveller = open_case(resource(bundled.EXAMPLE)).document.case.travellers[0]
    with tempfile.TemporaryDirectory() as folder:
        sizes: list[int] = []
        pages = 0
        for language in LANGUAGES:
            path = Path(folder) / f"{language}.pdf"
            write_report([assess(traveller, law.collected, law)], words(language), path)
            data = path.read_bytes()
            _expect(data.startswith(b"%PDF-") and b"%%EOF" in data[-32:], f"the {language} report is no PDF")
            boxes = re.findall(rb"/MediaBox *\[0 0 ([\d.]+) ([\d.]+)", data)
            _expect(bool(boxes), f"the {language} report has no pages")
            found = {(round(float(width)), round(float(height))) for width, height in boxes}
            _expect(found == {A4}, f"the pages of the {language} report are not A4")
            pages += len(boxes)
            sizes.append(len(data))
    return f"{pages} pages of A4 in {len(sizes)} PDF files of {min(sizes) // 1024} to {max(sizes) // 1024} KB"


def _window() -> str:
    from kzstay.ui.self_test import painted

    colours, (width, height), complaints = painted(bundled.EXAMPLE)
    _expect(not complaints, "; ".join(complaints))
    _expect(colours > FEWEST_COLOURS, "nothing was painted")
    return f"painted, {width} × {height}"


def _licences() -> str:
    """Look for the texts of the licences: of a bundle those beside the program, else those of the package."""
    folder = licences.bundled()
    if folder is None:
        found = {work.name: work.text for work in licences.own()}
    else:
        found = licences.texts(folder)
        notices = licences.notices(folder)
        _expect({"kzstay.txt", "LGPL-3.0.txt"} <= set(found), f"a text is missing in {folder}")
        _expect(all(name in notices for name in found if "/" not in name), "the notices do not name every text")
    empty = [name for name, path in found.items() if not path.read_text(encoding="utf-8").strip()]
    _expect(not empty, f"nothing stands in {', '.join(empty)}")
    return f"{len(found)} texts"


def _application() -> str:
    """Start Qt without a display; the parts that follow draw with it."""
    from kzstay.ui.self_test import application

    return application()


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise AssertionError(otherwise)


TESTS: dict[str, Callable[[], str]] = {
    "modules": _modules,
    "law": _law,
    "languages": _languages,
    "known case": _known_case,
    "files": _files,
    "licences": _licences,
    "application": _application,
    "words of Qt": _words_of_qt,
    "fonts": _fonts,
    "report": _report,
    "window": _window,
}
