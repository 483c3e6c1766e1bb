"""Whose a file of a bundle is, and what is linked into the libraries in it."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest
from msgspec import _core  # type: ignore[attr-defined]  # a library of a package

import inner
import owners

NOWHERE = "/nowhere/file"


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("kzstay/resources/cldr/en.json", owners.KZSTAY),
        ("kzstay\\resources\\icons\\book.svg", owners.KZSTAY),
        ("spares/order.txt", owners.KZSTAY),
        ("base_library.zip", "python"),
        ("python3.11/lib-dynload/_struct.cpython-311-x86_64-linux-gnu.so", "python"),
        ("libpython3.11.so.1.0", "python"),
        ("_ctypes.pyd", "python"),
        ("PySide6\\MSVCP140_1.dll", owners.VISUAL_C),
        ("vcruntime140.dll", owners.VISUAL_C),
        ("PySide6/Qt/lib/libicudata.so.73", "icu"),
        ("shiboken6/files.dir/shibokensupport/feature.pyc", "shiboken6"),
        ("elsewhere/stray.bin", None),
    ],
)
def test_a_file_is_of_whom_its_name_tells(name: str, owner: str | None) -> None:
    assert owners.owner(name, NOWHERE) == owner


def test_a_file_of_a_package_is_of_that() -> None:
    assert owners.owner("msgspec/_core.so", str(_core.__file__)) == "msgspec"


def test_of_pyside_the_bindings_are_its_own_and_the_rest_is_of_qt() -> None:
    import PySide6
    from PySide6 import QtCore

    folder = Path(PySide6.__file__).parent
    assert owners.owner(f"PySide6/{Path(QtCore.__file__).name}", QtCore.__file__) == "pyside6-essentials"
    words = next(folder.rglob("qtbase_ru.qm"))
    assert owners.owner("PySide6/Qt/translations/qtbase_ru.qm", str(words)) == "qt"
    core = next(path for path in folder.rglob("*") if path.name.startswith(("libQt6Core.so", "Qt6Core.dll")))
    assert owners.owner(f"PySide6/Qt/lib/{core.name}", str(core)) == "qt"


@pytest.mark.skipif(not Path("/usr/bin/dpkg-query").exists(), reason="of Debian alone")
def test_a_library_of_debian_is_of_its_package() -> None:
    name, version, processor = owners.debian(Path("/usr/bin/dpkg-query"))
    assert (name, bool(version), bool(processor)) == ("dpkg", True, True)
    assert owners.debian(Path(NOWHERE)) == ("", "", "")


def library(folder: Path, name: str, content: bytes) -> tuple[str, Path]:
    path = folder / name
    path.write_bytes(b"\0before\0" + content + b"\0after\0")
    return name, path


def test_what_is_linked_in_is_seen_with_its_version_where_it_tells_one(tmp_path: Path) -> None:
    files = [
        library(tmp_path, "libQt6Core.so.6", b"10.49 2026-09-28\0 inflate 1.3.1 Copyright 1995"),
        library(tmp_path, "Qt6Gui.dll", b"libpng version 1.6.59\0HB_FONT_FUNCS\0\0autofitter"),
        library(tmp_path, "etree.pyd", b"libiconv_open\0 deflate 1.3.2 Copyright"),
        library(tmp_path, "QtCore.abi3.so", b"10.50 2026-09-28"),  # the binding, and no library of Qt
        library(tmp_path, "other.so", b"libpng version 1.6.60"),
    ]
    assert [(one.within, one.name, version) for one, version in inner.find(files)] == [
        ("lxml", "libiconv", ""),
        ("lxml", "zlib", "1.3.2"),
        ("qt", "freetype", ""),
        ("qt", "harfbuzz", ""),
        ("qt", "libpng", "1.6.59"),
        ("qt", "pcre2", "10.49"),
        ("qt", "zlib", "1.3.1"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="where Qt brings ICU")
def test_the_libraries_here_have_what_is_looked_for_in_them() -> None:
    import PySide6
    from lxml import etree  # type: ignore[attr-defined]

    folder = Path(PySide6.__file__).parent / "Qt" / "lib"
    files = [(path.name, path) for path in (*folder.glob("libQt6Core.so.6"), *folder.glob("libQt6Gui.so.6"))]
    found = {one.name for one, _ in inner.find([*files, ("etree.so", Path(etree.__file__))])}
    assert {"pcre2", "libpng", "harfbuzz", "md4c", "zlib"} <= found
    (icu,) = folder.glob("libicuuc.so.*")
    assert inner.icu_version(icu).startswith(icu.name.removeprefix("libicuuc.so.") + ".")


def test_the_version_of_a_library_of_windows_stands_in_it(tmp_path: Path) -> None:
    numbers = struct.pack("<IIII", 0xFEEF04BD, 0x10000, 14 << 16 | 44, 35211 << 16 | 2)
    assert inner.file_version(library(tmp_path, "msvcp140.dll", numbers)[1]) == "14.44.35211.2"
    assert inner.file_version(library(tmp_path, "none.dll", b"")[1]) == ""
