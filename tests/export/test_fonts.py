from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QFont, QGuiApplication, QRawFont
from pytestqt.qtbot import QtBot

from kzstay.content.blocks import Block, Paragraph
from kzstay.export import fonts
from kzstay.export.html import FAMILIES
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.export.lettered import NAMES
from tests.export.paper import bars, opened

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]

pytestmark = pytest.mark.usefixtures("qapp")


def test_running_application_is_left_as_it_is(qtbot: QtBot) -> None:
    before = QGuiApplication.instance()
    fonts.ensure_application()
    assert QGuiApplication.instance() is before


def test_of_qt_only_what_fonts_lack_is_kept_from_the_terminal() -> None:
    program = (
        "from kzstay.export.fonts import ensure_application\n"
        "from PySide6.QtCore import QLoggingCategory\n"
        "ensure_application()\n"
        "names = 'qt.text.font.db', 'qt.text.font.match', 'qt.qpa.fonts', 'default'\n"
        "print(*(QLoggingCategory(name).isInfoEnabled() for name in names))\n"
        "print(QLoggingCategory('qt.text.font.db').isWarningEnabled())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True", "True", "True", "True"]


@pytest.mark.parametrize(
    ("platform", "asked"), [("win32", ["malgun.ttf", "msyh.ttc"]), ("linux", []), ("darwin", [])]
)
def test_where_nothing_is_shown_windows_lends_its_fonts(
    platform: str, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Fonts").mkdir()
    for name in ("malgun.ttf", "msyh.ttc", "other.ttf"):
        (tmp_path / "Fonts" / name).touch()
    added: list[str] = []
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("WINDIR", str(tmp_path))
    monkeypatch.setattr(fonts.QGuiApplication, "platformName", lambda: "offscreen")
    monkeypatch.setattr(fonts.QFontDatabase, "addApplicationFont", added.append)
    fonts.register_fonts_of_windows.__wrapped__()
    assert [Path(name).name for name in added] == asked


@pytest.mark.parametrize(
    "letters",
    ["ȘșȚț", "ẾếẠạĂăƠơƯư₫", "ΑΒΓαβγάέήίόύώ", "ҚқҒғҮүҰұҺһӘәӨөҢңІі", "ЎўҲҳҶҷӢӣӮӯ", "ĀāŁłŐő", "₸€₽№✓■▲○◆←→"],
)
@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_each_weight_of_inter_has_the_letters_of_latin_greek_and_cyrillic(letters: str, weight: int) -> None:
    fonts.register_fonts()
    wanted = fonts.font(9)
    wanted.setWeight(QFont.Weight(weight))
    found = QRawFont.fromFont(wanted)
    assert found.familyName() == "Inter"
    assert [one for one in letters if not found.supportsCharacter(ord(one))] == []


def test_the_letters_of_other_scripts_come_from_the_bundled_fonts(speak: Speak) -> None:
    reader = opened([Paragraph(name) for name in NAMES.values()], speak("en"))
    assert families(reader) == {"Inter", *(family.replace(" ", "-") for family in FAMILIES)}


def test_only_bundled_fonts_are_used_and_embedded(report: Pages, speak: Speak) -> None:
    assert families(opened(report(language="kk"), speak("kk"), bars)) == {"Inter"}


def families(reader: PdfReader) -> set[str]:
    names: set[str] = set()
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            outlines = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert "/FontFile2" in outlines
            name = outlines["/FontName"].rpartition("+")[2].lstrip("/")
            names.add("Inter" if name.startswith("Inter-") else name)
    return names
