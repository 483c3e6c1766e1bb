"""Take the pictures of the documents: ``python packaging/tools/make_pictures.py``.

In each language: the window with the example, the people of an employer, and the report. All is as of a fixed day,
offscreen and with the bundled font, so that anyone gets the same pictures, and the same bytes of the report.
Another folder may be named, to compare. Your settings are left alone.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kzstay.ui.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "pictures"
EXAMPLES = ROOT / "resources" / "examples"
ON = date(2026, 11, 22)
SIZE = 1280, 900
LOW = 1280, 620  # the people of the example fill no more

# What a PDF has of the moment in which it was made, and what stands there instead, in as many bytes
DAY = f"{ON:%Y%m%d}".encode()
MARK = b"00000000-0000-4000-8000-" + DAY.rjust(12, b"0")
MOMENTS: tuple[tuple[bytes, bytes], ...] = (
    (rb"\(D:\d{14}Z\)", b"(D:%s000000Z)" % DAY),
    (rb'Date="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00"', b'Date="%sT00:00:00+00:00"' % f"{ON}".encode()),
    (rb"uuid:[0-9a-f-]{36}", b"uuid:" + MARK),
    (rb"/ID \[ <[0-9a-f]{72}> <[0-9a-f]{72}> \]", b"/ID [ <%s> <%s> ]" % ((MARK.hex().encode(),) * 2)),
)


def settle(app: QApplication) -> None:
    """Let layouts come to rest; that takes more than one round."""
    for _ in range(5):
        app.processEvents()


def current_stay(window: MainWindow) -> None:
    """Choose the stay that the traveller is on."""
    session = window.session()
    session.select(-1 if session.assessment.current is None else session.assessment.current)


def people(window: MainWindow) -> None:
    """Go to the people."""
    window.places.show_place("people")


VIEWS: dict[str, tuple[str, tuple[int, int], Callable[[MainWindow], None]]] = {
    "window": ("anna", SIZE, current_stay),
    "people": ("office", LOW, people),
}


def windows(folder: Path) -> Iterator[Path]:
    """Take the pictures of the window."""
    from PySide6.QtCore import QStandardPaths
    from PySide6.QtWidgets import QApplication

    from kzstay.i18n import LANGUAGES
    from kzstay.ui.app import open_window

    QStandardPaths.setTestModeEnabled(True)
    app = QApplication(["kzstay", "-platform", "offscreen"])
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)
    for language in LANGUAGES:
        for name, (case, size, go) in VIEWS.items():
            window = open_window(EXAMPLES / f"{case}.kzstay", today=ON)
            window.preferences.set_appearance("light")
            window.preferences.set_language(language)
            window.resize(*size)
            settle(app)
            go(window)
            settle(app)
            path = folder / f"{name}-light-{language}.png"
            if not window.grab().save(str(path)):
                raise OSError(f"{path} could not be written")
            yield path
            window.close()


def reports(folder: Path) -> Iterator[Path]:
    """Write the report of the example in each language."""
    from kzstay import bundled
    from kzstay.core.assess import assess
    from kzstay.export.report_pdf import write_report
    from kzstay.files.store import open_case
    from kzstay.i18n import LANGUAGES
    from kzstay.texts.words import words

    traveller = open_case(EXAMPLES / "anna.kzstay").document.case.travellers[0]
    for language in LANGUAGES:
        path = folder / f"report-{language}.pdf"
        write_report([assess(traveller, ON, bundled.law())], words(language), path)
        path.write_bytes(timeless(path.read_bytes()))
        yield path


def timeless(made: bytes) -> bytes:
    """Return a PDF without the moment in which it was made. Raises ValueError where Qt writes it otherwise."""
    for pattern, instead in MOMENTS:
        made, found = re.subn(pattern, lambda _, instead=instead: instead, made)
        if not found:
            raise ValueError(f"the PDF has nothing like {pattern.decode()}")
    return made


def main() -> None:
    """Take all of them, in a home and a time zone of their own."""
    sys.path.insert(0, str(ROOT))
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    os.environ |= {"TZ": "UTC", "QT_HASH_SEED": "0"}  # the seed orders the fonts of a PDF
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = home
        for make in (windows, reports):
            for path in make(folder):
                print(f"{path.name}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
