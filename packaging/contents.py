"""What the bundle holds: lists that the spec follows, the build enforces and the tests check.

A name here is that of a file in the bundle, with ``/`` between folders; a platform is that of ``sys.platform``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from kzstay.i18n import LANGUAGES

PLATFORMS = "linux", "win32", "darwin"

# Qt's plugins by folder; every other one stays out. PNG needs none, it is built in. Without a display the
# program draws with "offscreen".
_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg"},
}
_PLUGINS_OF = {
    "linux": {
        "platforms": {"qxcb", "qwayland", "qoffscreen", "qminimal"},
        "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
        "platformthemes": {"qgtk3", "qxdgdesktopportal"},
        "printsupport": {"cupsprintersupport"},  # elsewhere the library finds the printers itself
        "wayland-decoration-client": {"adwaita", "bradient"},
        "wayland-shell-integration": {"xdg-shell"},
    },
    "win32": {"platforms": {"qwindows", "qoffscreen", "qminimal"}, "styles": {"qmodernwindowsstyle"}},
    "darwin": {"platforms": {"qcocoa", "qoffscreen", "qminimal"}, "styles": {"qmacstyle"}},
}

# The parts of Qt that are used, as Qt names its libraries; DBus is what its Gui links to on Linux and macOS
QT_PARTS = {
    "linux": {"Core", "DBus", "Gui", "PrintSupport", "Svg", "WaylandClient", "Widgets", "XcbQpa"},
    "win32": {"Core", "Gui", "PrintSupport", "Svg", "Widgets"},
    "darwin": {"Core", "DBus", "Gui", "PrintSupport", "Svg", "Widgets"},
}

# The libraries of these parts, in small letters
_LIBRARY = {"linux": "libqt6{}.so", "win32": "qt6{}.dll", "darwin": "qt{}.framework"}

# Qt's own words come along in the languages of the window
TRANSLATIONS = {f"qtbase_{language}.qm" for language in LANGUAGES}

# Python packages that are carried, by the names of their distributions
DISTRIBUTIONS = (
    *("PySide6-Essentials", "shiboken6", "msgspec", "python-dateutil", "six"),
    *("markdown-it-py", "mdurl", "snowballstemmer"),
    *("python-docx", "lxml", "typing-extensions"),
    *("icalendar", "tzdata"),
    *("openpyxl", "et-xmlfile"),
    "python-calamine",
)

_NOT_READ = (".zi", ".tab", "leapseconds")  # of the zones of the world: what they are made of, and lists of them

# Libraries of a Linux system that go along and come first: small, and not on every desktop
CARRIED = re.compile(
    r"libpython3|libexpat\.|libz\.|"  # Python as Debian builds it, which starts before a spare can be loaded
    r"libffi\.|libzstd\.|libxkbcommon|"
    r"libxcb-(cursor|icccm|image|keysyms|randr|render|render-util|shape|shm|sync|util|xfixes|xkb)\."
)

# Never taken from the system of the builder: they must fit the system that the program runs on, which always has
# them. All other libraries that Qt needs are carried as spares, see linux/spares.py.
OF_EVERY_LINUX = re.compile(
    r"(ld-linux|libc|libm|libdl|librt|libpthread|libresolv|libutil|libgcc_s|libstdc\+\+)[.-]"
)
SPARES = "spares"  # their folder

_WITH_SYMBOLS = re.compile(r"(.*/)?(libicu(i18n|uc)\.so.*|(msgspec|python_calamine)/.*\.so)")

# Modules that nothing here uses
LEFT_OUT = [
    *(f"_codecs_{land}" for land in ("cn", "hk", "iso2022", "jp", "kr", "tw")),  # encodings that no import reads
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtTest",
    # what only the tools, the tests and the building need
    *("babel", "coverage", "holidays", "hypothesis", "pip", "pypdf", "setuptools"),
    *("_pytest", "pytest", "pytestqt"),
    *("lxml.html", "lxml.isoschematron", "lxml.objectify", "lxml.sax"),  # python-docx takes the tree alone
    *("Stemmer", "pytz"),  # snowballstemmer and icalendar take them where they happen to be
    *("defusedxml", "numpy", "pandas", "PIL"),  # openpyxl does
    # of the standard library: nothing here talks to a network or keeps a database; the processes of a batch are
    # started without multiprocessing, which PyInstaller would have read in at each start of the window
    *("asyncio", "curses", "lib2to3", "multiprocessing", "pydoc_data", "readline", "sqlite3", "ssl", "_hashlib"),
    *("tkinter", "turtle", "unittest", "xmlrpc", "bz2", "lzma", "_bz2", "_lzma", "_ctypes_test"),
]

# Windows has these itself. Qt 6.10 and later asks for its icuuc.dll; a copy of another would break the program.
OF_WINDOWS = re.compile(r"icu(uc|in|dt)?\d*\.dll|api-ms-win-.*\.dll|ucrtbase\.dll", re.IGNORECASE)

# What no bundle may hold, however it came there
DENIED = {
    "a library of Windows": re.compile(rf"(.*/)?({OF_WINDOWS.pattern})", re.IGNORECASE),
    "OpenGL in software": re.compile(r"(.*/)?(opengl32sw|d3dcompiler_\d+)\.dll", re.IGNORECASE),
    "OpenSSL": re.compile(r"(.*/)?(lib)?(crypto|ssl|eay32)[-.\d].*|(.*/)?_(ssl|hashlib)\..*", re.IGNORECASE),
    "a database": re.compile(r"(.*/)?(_sqlite3\.|libsqlite3|sqlite3\.dll).*", re.IGNORECASE),
    "Tk": re.compile(r"(.*/)?(_tkinter\.|(lib)?t(cl|k)8).*", re.IGNORECASE),
    "an uncompiled catalog": re.compile(r".*\.po"),
}
_QT_LIBRARY = re.compile(
    r"(?:.*/)?(?:lib)?Qt6?([A-Z]\w*?)(?:\.framework/.*|\.abi3\.so|\.so(?:\.\d+)*|\.dll|\.pyd)"
)


def parts(name: str) -> tuple[str, ...]:
    """Return the folders of a place in the bundle and the file's name."""
    return PurePosixPath(name.replace("\\", "/")).parts


def plugins(platform: str) -> dict[str, set[str]]:
    """Return the names of Qt's plugins that a bundle holds, by folder."""
    return _PLUGINS | _PLUGINS_OF[platform]


def plugin(name: str, platform: str) -> tuple[str, str]:
    """Return the folder and the bare name of one of Qt's plugins."""
    folder, file = parts(name)[-2:]
    bare = file.partition(".")[0]
    return folder, bare if platform == "win32" else bare.removeprefix("lib")


def chosen(name: str, platform: str) -> bool:
    """Tell whether a collected file is wanted, whatever links to it."""
    place = parts(name)
    if platform == "win32" and (OF_WINDOWS.fullmatch(place[-1]) or name.lower() == "msvcp140.dll"):
        return False  # PySide6 brings a runtime of its own; only some Pythons have another
    if "plugins" in place:
        folder, bare = plugin(name, platform)
        return bare in plugins(platform).get(folder, ())
    if "translations" in place:
        return place[-1] in TRANSLATIONS
    # dates know no time zone here, python-docx has its template in one file too, catalogs are read compiled
    unused = place[:2] == ("dateutil", "zoneinfo") or "default-docx-template" in place
    # calendars that are brought in name zones of the world; Windows has none, and not every Linux has
    unused = unused or (place[0] == "tzdata" and (place[1:2] != ("zoneinfo",) or place[-1].endswith(_NOT_READ)))
    return not unused and not name.endswith(".po")


def to_strip(name: str) -> bool:
    """Tell whether a library is built with what only a debugger reads; Qt and its bindings are not."""
    return of_python(name) or _WITH_SYMBOLS.fullmatch(name) is not None


def of_python(name: str) -> bool:
    """Tell whether a file belongs to Python itself."""
    place = parts(name)
    return (
        "lib-dynload" in place
        or "Python.framework" in place
        or re.match(r"libpython3|python3\d*\.dll|Python$", place[-1]) is not None
    )


def lacking(names: Iterable[str], platform: str) -> list[str]:
    """Return a line for all of Qt that a bundle for a platform has to hold, and this one does not."""
    there = [parts(name.casefold()) for name in names]  # Windows knows no upper and lower case
    held = {re.sub(r"(?<=\.so)\..*", "", part) for place in there for part in place}
    found = {plugin("/".join(place), platform) for place in there if "plugins" in place}
    wanted = {(folder, name) for folder, each in plugins(platform).items() for name in each}
    lines = [f"{folder}/{name}: a plugin of Qt" for folder, name in wanted - found]
    libraries = {_LIBRARY[platform].format(part.casefold()) for part in QT_PARTS[platform]}
    lines += [f"{library}: a part of Qt" for library in libraries - held]
    return sorted([*lines, *(f"{name}: words of Qt" for name in TRANSLATIONS - held)])


def refused(names: Iterable[str], platform: str) -> list[str]:
    """Return a line for every file that no bundle may hold."""
    found: list[str] = []
    for name in names:
        found += [f"{name}: {what}" for what, pattern in DENIED.items() if pattern.fullmatch(name)]
        part = _QT_LIBRARY.fullmatch(name)
        if part and part[1] not in QT_PARTS[platform]:
            found.append(f"{name}: a part of Qt that is not used")
        if "/plugins/" in name and not chosen(name, platform):
            found.append(f"{name}: a plugin of Qt that is not used")
    return found
