"""Take the pictures of the README: ``python packaging/tools/make_pictures.py``.

The window shows the example as of a fixed day, offscreen and with the bundled font, so that anyone gets the same
pictures. The report is written beside them; where pdftoppm is installed, its first page becomes a picture too.
Your settings are left alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kzstay.drawing.colours import Appearance
    from kzstay.i18n import Language

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "pictures"
EXAMPLE = ROOT / "resources" / "examples" / "anna.kzstay"
ON = date(2026, 11, 22)
SIZE = 1280, 900
WINDOWS: tuple[tuple[Appearance, Language], ...] = (("light", "en"), ("dark", "ru"), ("light", "kk"))
PAGE_DPI = 80


def settle(app: QApplication) -> None:
    """Let layouts come to rest; that takes more than one round."""
    for _ in range(5):
        app.processEvents()


def windows() -> list[Path]:
    """Take the pictures of the window."""
    from PySide6.QtCore import QStandardPaths
    from PySide6.QtWidgets import QApplication

    from kzstay.ui.app import open_window

    QStandardPaths.setTestModeEnabled(True)
    app = QApplication(["kzstay", "-platform", "offscreen"])
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)
    written: list[Path] = []
    for look, language in WINDOWS:
        window = open_window(EXAMPLE, today=ON)
        window.preferences.set_appearance(look)
        window.preferences.set_language(language)
        window.resize(*SIZE)
        settle(app)
        session = window.session()
        session.select(-1 if session.assessment.current is None else session.assessment.current)
        settle(app)
        path = FOLDER / f"window-{look}-{language}.png"
        if not window.grab().save(str(path)):
            raise OSError(f"{path} could not be written")
        written.append(path)
        window.close()
    return written


def report() -> list[Path]:
    """Write the report of the example, and its first page as a picture where that can be done."""
    from kzstay import bundled
    from kzstay.core.assess import assess
    from kzstay.export.report_pdf import write_report
    from kzstay.files.store import open_case
    from kzstay.texts.words import words

    traveller = open_case(EXAMPLE).document.case.travellers[0]
    path = FOLDER / "report-en.pdf"
    write_report([assess(traveller, ON, bundled.law())], words("en"), path)
    tool = shutil.which("pdftoppm")
    if tool is None:
        print("pdftoppm is not installed: no picture of the report", file=sys.stderr)
        return [path]
    page = path.with_suffix("")
    subprocess.run([tool, "-png", "-r", str(PAGE_DPI), "-f", "1", "-singlefile", path, page], check=True)
    return [path, page.with_suffix(".png")]


def main() -> None:
    """Take all of them, in a home of their own."""
    sys.path.insert(0, str(ROOT))
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = home
        for path in (*windows(), *report()):
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
