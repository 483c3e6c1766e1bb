"""Whether a window can be opened here, and if not, what is missing."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from kzstay.texts import Words

# What Qt loads at run time and a bare system lacks: library, and its package on Debian, Fedora and Arch
_LIBRARIES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
}
_X11 = {
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb"),
}
_TOOLS = (
    ("/usr/bin/apt-get", "sudo apt-get install", 0),
    ("/usr/bin/dnf", "sudo dnf install", 1),
    ("/usr/bin/pacman", "sudo pacman -S", 2),
)


def missing_display(w: Words) -> str:
    """Return why no window can be opened and how to mend it, or nothing where one can.

    Qt itself only aborts the process. Linux alone lacks libraries; elsewhere all of them come with Qt.
    """
    if sys.platform != "linux":
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in ("offscreen", "minimal", "vnc", "linuxfb", "eglfs"):
        return _told(w, _absent(_LIBRARIES))
    wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    if not wayland and not os.environ.get("DISPLAY"):
        return w.gettext(
            "No display was found, so no window can be opened. Start kzstay on a desktop, or use "
            "“kzstay check FILE” and “kzstay report FILE -o OUT.pdf”, which need none."
        )
    return _told(w, _absent(_LIBRARIES if wayland and platform != "xcb" else _LIBRARIES | _X11))


def missing_for_drawing(w: Words) -> str:
    """Return which libraries Qt lacks even to draw on paper, and how to get them."""
    return _told(w, _absent(_LIBRARIES)) if sys.platform == "linux" else ""


def _absent(libraries: dict[str, tuple[str, str, str]]) -> list[tuple[str, tuple[str, str, str]]]:
    found: list[tuple[str, tuple[str, str, str]]] = []
    for name, packages in libraries.items():
        try:
            ctypes.CDLL(name)
        except OSError:
            found.append((name, packages))
    return found


def _told(w: Words, absent: list[tuple[str, tuple[str, str, str]]]) -> str:
    if not absent:
        return ""
    names = ", ".join(name for name, _ in absent)
    for tool, command, place in _TOOLS:
        if Path(tool).exists():
            packages = " ".join(dict.fromkeys(packages[place] for _, packages in absent))
            return w.gettext(
                "The system lacks libraries that Qt needs: {names}. Install them with: {command}"
            ).format(names=names, command=f"{command} {packages}")
    return w.gettext(
        "The system lacks libraries that Qt needs: {names}. Install the packages that hold them."
    ).format(names=names)
