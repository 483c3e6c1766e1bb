"""What goes into a bundle and what never does."""

from __future__ import annotations

import re
import sys
from importlib.metadata import distribution
from pathlib import Path

import PySide6
import pytest
from packaging.requirements import Requirement

import contents
from kzstay.i18n import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]


def required(name: str) -> set[str]:
    """Return the distributions that one needs at run time, and those that these need."""
    found = {re.sub(r"[-_.]+", "-", name).lower()}
    for asked in map(Requirement, distribution(name).requires or []):
        if asked.marker is None or asked.marker.evaluate({"extra": ""}):  # an older Python may need more
            found |= required(asked.name)
    return found


def test_the_bundle_speaks_the_languages_of_the_program() -> None:
    assert contents.LANGUAGES == LANGUAGES
    assert {f"qtbase_{language}.qm" for language in LANGUAGES} == contents.TRANSLATIONS


def test_every_package_that_the_program_needs_has_its_notice() -> None:
    assert {name.lower() for name in contents.DISTRIBUTIONS} == required("kzstay") - {"kzstay"}


def test_only_the_named_parts_of_qt_are_imported() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "kzstay").rglob("*.py"))
    used = set(re.findall(r"(?:from|import) PySide6\.Qt(\w+)", text))
    assert used <= set.intersection(*contents.QT_PARTS.values())
    assert used == {"Core", "Gui", "PrintSupport", "Svg", "Widgets"}


@pytest.mark.parametrize("platform", contents.PLATFORMS)
def test_every_platform_draws_without_a_display_and_shows_vector_icons(platform: str) -> None:
    plugins = contents.plugins(platform)
    assert "qoffscreen" in plugins["platforms"]
    assert "qsvg" in plugins["imageformats"]


@pytest.mark.parametrize(
    ("name", "platform", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "linux", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", "linux", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "linux", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "win32", True),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", "win32", False),
        ("PySide6\\plugins\\imageformats\\qjpeg.dll", "win32", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "darwin", True),
        ("PySide6/Qt/translations/qtbase_kk.qm", "linux", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "linux", False),
        ("PySide6/Qt/translations/qt_ru.qm", "linux", False),
        ("kzstay/resources/i18n/ru/LC_MESSAGES/kzstay.mo", "linux", True),
        ("kzstay/resources/i18n/ru/LC_MESSAGES/kzstay.po", "linux", False),
        ("dateutil/zoneinfo/dateutil-zoneinfo.tar.gz", "linux", False),
        ("tzdata/zoneinfo/UTC", "linux", True),
        ("tzdata\\zoneinfo\\UTC", "win32", True),
        ("tzdata/zoneinfo/Asia/Almaty", "linux", True),
        ("tzdata/zones", "linux", False),
        ("icuuc.dll", "win32", False),
        ("PySide6\\ICUUC.DLL", "win32", False),
        ("api-ms-win-crt-heap-l1-1-0.dll", "win32", False),
        ("VCRUNTIME140.dll", "win32", True),
    ],
)
def test_a_collected_file_is_chosen_by_its_name(name: str, platform: str, wanted: bool) -> None:
    assert contents.chosen(name, platform) is wanted


@pytest.mark.parametrize(
    ("name", "platform"),
    [
        ("_internal/icuuc.dll", "win32"),
        ("ICUUC.dll", "win32"),
        ("_internal/PySide6/IcuUC.DLL", "win32"),
        ("_internal/PySide6/opengl32sw.dll", "win32"),
        ("_internal/libcrypto-3.dll", "win32"),
        ("_internal/libssl.so.3", "linux"),
        ("_internal/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", "linux"),
        ("_internal/_ssl.pyd", "win32"),
        ("_internal/PySide6/Qt6Network.dll", "win32"),
        ("_internal/PySide6/QtNetwork.pyd", "win32"),
        ("_internal/PySide6/Qt/lib/libQt6Qml.so.6", "linux"),
        ("_internal/PySide6/Qt/lib/libQt6OpenGL.so.6", "linux"),
        ("Contents/Frameworks/PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork", "darwin"),
        ("_internal/PySide6/plugins/tls/qschannelbackend.dll", "win32"),
        ("_internal/kzstay/resources/i18n/ru/LC_MESSAGES/kzstay.po", "linux"),
        ("_internal/libsqlite3.so.0", "linux"),
    ],
)
def test_what_no_bundle_may_hold_is_refused(name: str, platform: str) -> None:
    assert [line.partition(":")[0] for line in contents.refused([name], platform)] == [name]


def test_what_a_bundle_holds_is_not_refused() -> None:
    linux = [
        "_internal/PySide6/QtCore.abi3.so",
        "_internal/PySide6/Qt/lib/libQt6DBus.so.6",
        "_internal/PySide6/Qt/lib/libicuuc.so.73",
        "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
        "_internal/libpython3.11.so.1.0",
    ]
    windows = [
        "kzstay.exe",
        "_internal/PySide6/Qt6Core.dll",
        "_internal/PySide6/QtSvg.pyd",
        "_internal/python311.dll",
    ]
    macos = ["Contents/Frameworks/PySide6/Qt/lib/QtDBus.framework/Versions/A/QtDBus"]
    assert contents.refused(linux, "linux") == []
    assert contents.refused(windows, "win32") == []
    assert contents.refused(macos, "darwin") == []


def test_only_what_is_not_of_qt_loses_what_a_debugger_reads() -> None:
    """Whoever puts another build of Qt in its place finds it as its makers built it."""
    of_others = [
        "_internal/msgspec/_core.cpython-311-x86_64-linux-gnu.so",
        "python_calamine/_python_calamine.cpython-311-x86_64-linux-gnu.so",
        "PySide6/Qt/lib/libicui18n.so.73",
        "libpython3.11.so.1.0",
    ]
    of_qt = ["PySide6/QtCore.abi3.so", "PySide6/Qt/lib/libQt6Core.so.6", "shiboken6/libshiboken6.abi3.so.6.11"]
    assert [name for name in of_others if not contents.to_strip(name)] == []
    assert [name for name in of_qt if contents.to_strip(name)] == []


def test_the_plugins_of_this_platform_are_in_the_installed_qt() -> None:
    folder = Path(PySide6.__file__).parent
    root = next(path for path in (folder / "Qt" / "plugins", folder / "plugins") if path.is_dir())
    there = {contents.plugin(str(path), sys.platform) for path in root.glob("*/*")}
    assert {
        (group, name) for group, names in contents.plugins(sys.platform).items() for name in names
    } - there == set()
