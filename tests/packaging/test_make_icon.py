"""The pictures of the program and of its cases: every system has its own form of both, made from the drawings."""

from __future__ import annotations

import runpy
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QGuiApplication, QImage

import project
from linux import share
from macos import info

MADE = runpy.run_path(str(project.PACKAGING / "tools" / "make_icon.py"))
SVG = "{http://www.w3.org/2000/svg}"


def pictures(path: Path) -> list[QImage]:
    """Return the pictures of a file, by its form."""
    data = path.read_bytes()
    if path.suffix == ".png":
        return [QImage.fromData(data)]
    starts = [place for place in range(len(data)) if data.startswith(b"\x89PNG\r\n\x1a\n", place)]
    return [QImage.fromData(data[start:]) for start in starts]


@pytest.mark.parametrize("name", MADE["SOURCES"])
def test_the_kept_pictures_are_those_of_the_drawing(name: str, qapp: QGuiApplication) -> None:
    """Compared as seen: another build of Qt packs them otherwise, and rounds an edge otherwise."""
    files: Callable[[str], dict[Path, bytes]] = MADE["files"]
    for path, data in files(name).items():
        kept = pictures(path)
        assert kept
        drawn = MADE["png"](MADE["SOURCES"][name], kept[-1].width())
        assert _unlike(kept[-1], QImage.fromData(drawn)) < 2, path.name
        assert abs(len(data) - path.stat().st_size) < len(data) / 10


def _unlike(one: QImage, other: QImage) -> float:
    """Return by how much of 255 two pictures differ in the mean."""
    assert one.size() == other.size()
    form = QImage.Format.Format_RGBA8888
    pairs = zip(bytes(one.convertedTo(form).constBits()), bytes(other.convertedTo(form).constBits()), strict=True)
    return sum(abs(a - b) for a, b in pairs) / one.sizeInBytes()


@pytest.mark.parametrize("name", MADE["SOURCES"])
def test_windows_finds_every_size_it_shows(name: str) -> None:
    data = (project.PACKAGING / "windows" / f"{name}.ico").read_bytes()
    count = struct.unpack_from("<H", data, 4)[0]
    sides = [data[6 + 16 * number] or 256 for number in range(count)]
    assert sides == list(MADE["ICO_SIZES"])
    assert {16, 32, 48, 256} <= set(sides)


def test_a_case_looks_otherwise_than_the_program(qapp: QGuiApplication) -> None:
    for size in share.SIZES:
        program, case = (QImage(str(share.HERE / "icons" / f"{name}-{size}.png")) for name in ("kzstay", "case"))
        assert program.width() == case.height() == size
        assert _unlike(program, case) > 50


def test_a_mac_shows_the_page_for_a_case() -> None:
    plist: dict[str, Any] = info.plist("1.2.3")
    (document,) = plist["CFBundleDocumentTypes"]
    (kind,) = plist["UTExportedTypeDeclarations"]
    assert document["CFBundleTypeIconFile"] == kind["UTTypeIconFile"] == "case.icns"
    spec = (project.PACKAGING / "kzstay.spec").read_text(encoding="utf-8")
    assert '("case.icns", str(PACKAGING / "macos" / "case.icns"), "DATA")' in spec


def test_windows_shows_the_page_for_a_case() -> None:
    spec = (project.PACKAGING / "kzstay.spec").read_text(encoding="utf-8")
    assert spec.index('"windows" / "kzstay.ico"') < spec.index('"windows" / "case.ico"')
    setup = (project.PACKAGING / "windows" / "installer.nsi").read_text(encoding="utf-8-sig")
    assert r'${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\${PROGRAM},1"' in setup


def test_the_symbolic_picture_has_one_colour_and_no_lines() -> None:
    """A desktop puts in its own colour for that of a shape, and for no other."""
    root = ElementTree.parse(project.PACKAGING / "icons" / "symbolic.svg").getroot()
    shapes = [each for each in root if each.tag != f"{SVG}title"]
    assert {shape.get("fill") for shape in shapes} == {"#2e3436"}
    assert [shape for shape in shapes if shape.get("stroke")] == []
    assert root.get("viewBox") == "0 0 16 16"
