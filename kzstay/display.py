"""The display: whether a window can be opened here, and if not, what is missing; how Qt starts without one."""

from __future__ import annotations

import ctypes
import locale
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, suppress
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from kzstay.paths import resource
from kzstay.patterns import pattern

if TYPE_CHECKING:
    from kzstay.texts import Words

# A rule for Qt: it tells of every font that lacks a script, whatever is drawn in its stead
SILENCE = "qt.text.font.db.info=false"

# What Qt loads at run time and a bare system lacks: library, and its package on Debian, Fedora and Arch
_LIBRARIES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd"),
    "libX11.so.6": ("libx11-6", "libX11", "libx11"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype", "freetype2"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
}
_X11 = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "libx11"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb"),
}
_WAYLAND = {
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor", "wayland"),
}
_FRAMEBUFFERS = "/dev/fb0", "/dev/graphics/fb0"  # which Qt looks for where none is named
_NO_LIBRARY = pattern(r"(\S+\.so[.\d]*): cannot open shared object file")
_OF_PYSIDE = pattern(r"lib(Qt6|pyside6|shiboken6)")  # which no package of the system brings
_TOOLS = (
    ("/usr/bin/apt-get", "sudo apt-get install", 0),
    ("/usr/bin/dnf", "sudo dnf install", 1),
    ("/usr/bin/pacman", "sudo pacman -S", 2),
)


def missing_display(words: Callable[[], Words]) -> str:
    """Return why no window can be opened and how to mend it, or nothing where one can.

    ``words`` makes the language that it is told in, which takes longer than finding nothing. Qt itself only aborts
    the process. Linux alone lacks libraries; elsewhere all of them come with Qt.
    """
    if sys.platform != "linux":
        return ""
    platform, _, options = os.environ.get("QT_QPA_PLATFORM", "").partition(":")
    if platform == "linuxfb" and not _framebuffer_opens(options):
        return _no_display(words())
    if platform in ("offscreen", "minimal", "vnc", "linuxfb", "eglfs"):
        return _told(words, _absent(_LIBRARIES))
    wayland = platform != "xcb" and _wayland_answers()
    if wayland or (platform != "wayland" and os.environ.get("DISPLAY")):
        if reason := _told(words, _absent(_LIBRARIES | (_WAYLAND if wayland else _X11))):
            return reason
        if wayland or _x_answers():
            return ""
    return _no_display(words())


def _no_display(w: Words) -> str:
    return w.gettext(
        "No display was found, so no window can be opened. Start kzstay on a desktop, or use "
        "“kzstay check FILE” and “kzstay report FILE -o OUT.pdf”, which need none."
    )


def _framebuffer_opens(options: str) -> bool:
    """Look for what Qt would draw on, since a window without a screen ends the process."""
    named = [option.removeprefix("fb=") for option in options.split(":") if option.startswith("fb=")]
    places = named[:1] or _FRAMEBUFFERS
    return "QT_QPA_FB_DRM" in os.environ or any(os.access(place, os.R_OK | os.W_OK) for place in places)


def _wayland_answers() -> bool:
    """Ask whoever WAYLAND_DISPLAY names: one that is gone may have left the file, and Qt would end the process."""
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    import socket  # which nobody else needs at the start

    with socket.socket(socket.AF_UNIX) as asked:
        try:
            asked.connect(str(Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)))
        except OSError:
            return False
    return True


def _x_answers() -> bool:
    """Ask the X server of DISPLAY, since Qt ends the process where it does not answer."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    with _libraries_silenced():
        connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers


@contextmanager
def _libraries_silenced() -> Iterator[None]:
    """Keep off standard error what libraries in C print: why no window can be opened is said in a sentence."""
    try:
        kept = os.dup(2)
    except OSError:  # it is closed
        yield
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)


@contextmanager
def pyside_silenced() -> Iterator[None]:
    """Keep off standard error what PySide6 prints where it cannot be loaded: that is said in a sentence."""
    said = StringIO()
    with redirect_stderr(said):
        yield
    print(said.getvalue(), end="", file=sys.stderr)  # of what can be loaded, such as a warning


def write_in_utf_8() -> None:
    """Let texts be in UTF-8 for Qt, which else complains and does the same; the language stays what it is."""
    if sys.platform != "linux" or locale.nl_langinfo(locale.CODESET).upper() in ("UTF-8", "UTF8"):
        return
    with suppress(locale.Error):  # a system that has no such locale
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
        if of_all := os.environ.pop("LC_ALL", ""):
            os.environ["LC_MESSAGES"] = of_all
        os.environ["LC_CTYPE"] = "C.UTF-8"


def offscreen() -> list[str]:
    """Return the arguments to start Qt with where nothing is shown, and see to what it would complain of.

    On Windows Qt then knows no fonts but those of a folder, and complains where that is not there.
    """
    write_in_utf_8()
    if sys.platform == "win32":
        os.environ.setdefault("QT_QPA_FONTDIR", str(resource("fonts")))
    return ["kzstay", "-platform", "offscreen"]


def missing_for_drawing(w: Words) -> str:
    """Return which libraries Qt lacks even to draw on paper, and how to get them."""
    return _told(lambda: w, _absent(_LIBRARIES)) if sys.platform == "linux" else ""


def not_loaded(words: Callable[[], Words], error: ImportError) -> str:
    """Say what keeps Python from loading Qt and how to mend it. Raises the error again where that is not Qt's."""
    # Of what cannot be loaded Python names the last part only, such as QtCore, and the file
    parts = (*(error.name or "").split(".")[:1], *Path(error.path or "").parts)
    if not {"PySide6", "shiboken6"}.intersection(parts):
        raise error
    library = _NO_LIBRARY.match(str(error))
    if library and not _OF_PYSIDE.match(library[1]):
        return _lacking(words(), library[1])
    from kzstay.texts import foreign

    return (
        words()
        .gettext(
            "PySide6, which kzstay needs for its window and its report, cannot be loaded ({reason}). Run "
            "“python -m pip install -e .” again in the folder of kzstay."
        )
        .format(reason=foreign.message(str(error)))
    )


def _absent(libraries: dict[str, tuple[str, str, str]]) -> list[tuple[str, tuple[str, str, str]]]:
    found: list[tuple[str, tuple[str, str, str]]] = []
    for name, packages in libraries.items():
        try:
            ctypes.CDLL(name)
        except OSError:
            found.append((name, packages))
    return found


def _told(words: Callable[[], Words], absent: list[tuple[str, tuple[str, str, str]]]) -> str:
    if not absent:
        return ""
    w = words()
    names = ", ".join(name for name, _ in absent)
    for tool, command, place in _TOOLS:
        if Path(tool).exists():
            packages = " ".join(dict.fromkeys(packages[place] for _, packages in absent))
            return w.gettext(
                "The system lacks libraries that Qt needs: {names}. Install them with: {command}"
            ).format(names=names, command=f"{command} {packages}")
    return _lacking(w, names)


def _lacking(w: Words, names: str) -> str:
    return w.gettext(
        "The system lacks libraries that Qt needs: {names}. Install the packages that hold them."
    ).format(names=names)
