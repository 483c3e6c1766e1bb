from __future__ import annotations

import ctypes
import locale
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn
from unittest.mock import MagicMock

import pytest

from kzstay import display
from kzstay.i18n import LANGUAGES, Language, system_language
from kzstay.texts.words import Words, words

EN = words("en")
APT = "/usr/bin/apt-get"
X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/1"}
SOCKET = "/run/user/1/wayland-0"
Become = Callable[..., None]


def english() -> Words:
    return EN


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> Become:
    """Pretend to be a Linux with an environment, without some libraries, and with no files but those named.

    Who connects to one of these files is answered.
    """

    def become(
        environment: dict[str, str], *files: str, lacking: tuple[str, ...] = (), x_answers: bool = True
    ) -> None:
        monkeypatch.setattr(sys, "platform", "linux")
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)

        def load(name: str) -> object:
            if name in lacking:
                raise OSError(f"{name}: cannot open shared object file")
            library = MagicMock()
            library.xcb_connect.return_value = 1
            library.xcb_connection_has_error.return_value = 0 if x_answers else 1
            return library

        def connect(path: str) -> None:
            if path not in files:
                raise ConnectionRefusedError

        asked = MagicMock()
        asked.return_value.__enter__.return_value.connect = connect
        monkeypatch.setattr(socket, "socket", asked)
        monkeypatch.setattr(socket, "AF_UNIX", 1, raising=False)
        monkeypatch.setattr(ctypes, "CDLL", load)
        monkeypatch.setattr(os, "access", lambda path, mode: path in files)
        monkeypatch.setattr(Path, "exists", lambda path: path.as_posix() in files)

    return become


@pytest.mark.parametrize("environment", [X11, WAYLAND, X11 | WAYLAND])
def test_nothing_is_missing_where_there_is_a_display_and_every_library(
    linux: Become, environment: dict[str, str]
) -> None:
    linux(environment, SOCKET)
    assert display.missing_display(english) == ""


@pytest.mark.parametrize(
    "environment",
    [{}, {"DISPLAY": ""}, {"QT_QPA_PLATFORM": "xcb"}, {"WAYLAND_DISPLAY": ""}, WAYLAND, {"WAYLAND_DISPLAY": "x"}],
)
def test_without_a_display_the_commands_that_need_none_are_named(
    linux: Become, environment: dict[str, str]
) -> None:
    linux(environment)
    told = display.missing_display(english)
    assert told.startswith("No display was found")
    assert "kzstay check" in told
    assert "kzstay report" in told


def test_wayland_alone_is_no_display_where_only_x_is_there(linux: Become) -> None:
    linux(X11 | {"QT_QPA_PLATFORM": "wayland"})
    assert display.missing_display(english).startswith("No display was found")


def test_a_display_that_does_not_answer_is_none(linux: Become) -> None:
    """Qt would end the process."""
    linux(X11, x_answers=False)
    assert display.missing_display(english).startswith("No display was found")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such sockets")
def test_a_socket_of_wayland_that_nobody_answers_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt would end the process."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(display, "_absent", lambda libraries: [])
    for name in ("DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as compositor:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        compositor.bind(f"{folder}/wayland-0")
        assert display.missing_display(english).startswith("No display was found")
        compositor.listen()
        assert display.missing_display(english) == ""
        monkeypatch.setenv("XDG_RUNTIME_DIR", f"{folder}/{'long' * 50}")
        assert display.missing_display(english).startswith("No display was found")


@pytest.mark.skipif(sys.platform == "win32", reason="asks no X server")
def test_what_libraries_print_while_the_display_is_asked_is_not_shown(
    linux: Become, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An X server that refuses the cookie makes libxcb print lines."""
    linux(X11)

    def connect(*_: object) -> int:
        os.write(2, b"Authorization required, but no authorization protocol specified\n")
        return 1

    xcb = MagicMock(xcb_connect=connect)
    xcb.xcb_connection_has_error.return_value = 1
    monkeypatch.setattr(ctypes, "CDLL", lambda name: xcb)
    assert display.missing_display(english).startswith("No display was found")
    os.write(2, b"after it\n")
    assert capfd.readouterr().err == "after it\n"


def test_without_a_display_no_library_is_asked_for(linux: Become) -> None:
    """It would bring no window."""
    for environment in ({}, WAYLAND, X11 | {"QT_QPA_PLATFORM": "wayland"}):
        linux(environment, APT, lacking=("libEGL.so.1", "libxcb-cursor.so.0"))
        assert display.missing_display(english).startswith("No display was found")


def test_a_framebuffer_is_a_display_where_it_can_be_opened(linux: Become) -> None:
    """A window without a screen is none."""
    linux({"QT_QPA_PLATFORM": "linuxfb"})
    assert display.missing_display(english).startswith("No display was found")
    linux({"QT_QPA_PLATFORM": "linuxfb:fb=/dev/fb1"}, "/dev/fb0")
    assert display.missing_display(english).startswith("No display was found")
    linux({"QT_QPA_PLATFORM": "linuxfb"}, "/dev/fb0")
    assert display.missing_display(english) == ""
    linux({"QT_QPA_PLATFORM": "linuxfb:size=800x600:fb=/dev/fb1"}, "/dev/fb1")
    assert display.missing_display(english) == ""


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc", "vnc:size=800x600"])
def test_a_platform_of_its_own_needs_no_display(linux: Become, platform: str) -> None:
    linux({"QT_QPA_PLATFORM": platform})
    assert display.missing_display(english) == ""


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        (APT, "sudo apt-get install libegl1 libglib2.0-0 libxcb-cursor0"),
        ("/usr/bin/dnf", "sudo dnf install libglvnd-egl glib2 xcb-util-cursor"),
        ("/usr/bin/pacman", "sudo pacman -S libglvnd glib2 xcb-util-cursor"),
    ],
)
def test_missing_libraries_are_named_with_the_command_that_brings_them(
    linux: Become, tool: str, command: str
) -> None:
    linux(X11, tool, lacking=("libEGL.so.1", "libgthread-2.0.so.0", "libxcb-cursor.so.0"))
    told = display.missing_display(english)
    assert "libEGL.so.1, libgthread-2.0.so.0, libxcb-cursor.so.0" in told
    assert told.endswith(command)


def test_a_package_that_holds_two_libraries_is_named_once(linux: Become) -> None:
    linux(X11, "/usr/bin/pacman", lacking=("libEGL.so.1", "libGL.so.1"))
    assert display.missing_display(english).endswith("sudo pacman -S libglvnd")


def test_without_a_known_tool_the_libraries_alone_are_named(linux: Become) -> None:
    linux(X11, lacking=("libEGL.so.1",))
    told = display.missing_display(english)
    assert "libEGL.so.1" in told
    assert "sudo" not in told


def test_wayland_needs_no_library_of_x11(linux: Become) -> None:
    linux(WAYLAND, SOCKET, lacking=("libxcb-cursor.so.0",))
    assert display.missing_display(english) == ""
    linux(X11 | WAYLAND | {"QT_QPA_PLATFORM": "xcb"}, SOCKET, lacking=("libxcb-cursor.so.0",))
    assert "libxcb-cursor.so.0" in display.missing_display(english)


def test_drawing_on_paper_needs_libraries_but_no_display(linux: Become) -> None:
    linux({})
    assert display.missing_for_drawing(EN) == ""
    linux({}, lacking=("libxcb-cursor.so.0",))
    assert display.missing_for_drawing(EN) == ""
    linux({}, lacking=("libfontconfig.so.1",))
    assert "libfontconfig.so.1" in display.missing_for_drawing(EN)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_everything_comes_with_qt(linux: Become, platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    linux({}, lacking=("libEGL.so.1",))
    monkeypatch.setattr(sys, "platform", platform)
    assert display.missing_display(english) == ""
    assert display.missing_for_drawing(EN) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_missing_is_told_in_every_language(linux: Become, language: Language) -> None:
    w = words(language)
    linux({})
    without_display = display.missing_display(lambda: w)
    linux(X11, APT, lacking=("libEGL.so.1",))
    without_library = display.missing_display(lambda: w)
    assert "kzstay check" in without_display
    assert "sudo apt-get install libegl1" in without_library
    assert "{" not in without_display + without_library


@pytest.mark.skipif(sys.platform != "linux", reason="what is written elsewhere is UTF-8 for Qt")
@pytest.mark.parametrize(
    ("environment", "then"),
    [
        ({"LC_ALL": "C"}, {"LC_CTYPE": "C.UTF-8", "LC_MESSAGES": "C"}),
        ({"LC_ALL": "ru_RU.KOI8-R"}, {"LC_CTYPE": "C.UTF-8", "LC_MESSAGES": "ru_RU.KOI8-R"}),
        ({"LANG": "kk_KZ"}, {"LC_CTYPE": "C.UTF-8", "LANG": "kk_KZ"}),
    ],
)
def test_qt_writes_in_utf_8_in_the_language_that_was_asked_for(
    environment: dict[str, str], then: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[tuple[int, str]] = []
    monkeypatch.setattr(locale, "setlocale", lambda *given: chosen.append(given))
    monkeypatch.setattr(locale, "nl_langinfo", lambda _: "ANSI_X3.4-1968")
    names = ("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG")
    with monkeypatch.context() as patch:
        for name in names:
            patch.setenv(name, environment.get(name, ""))
        asked = system_language()
        display.write_in_utf_8()
        assert {name: os.environ[name] for name in names if os.environ.get(name)} == then
        assert system_language() == asked
    assert chosen == [(locale.LC_CTYPE, "C.UTF-8")]


def test_a_system_that_writes_in_utf_8_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locale, "nl_langinfo", lambda _: "UTF-8", raising=False)
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    display.write_in_utf_8()
    assert os.environ["LC_ALL"] == "ru_RU.UTF-8"


def test_what_pyside_prints_is_not_shown_where_it_cannot_be_loaded(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> NoReturn:
        print("PySide6/__init__.py: Unable to import Shiboken", file=sys.stderr)
        raise ImportError

    with pytest.raises(ImportError), display.pyside_silenced():
        fail()
    assert capsys.readouterr().err == ""
    with display.pyside_silenced():
        print("a warning", file=sys.stderr)
    assert capsys.readouterr().err == "a warning\n"


@pytest.mark.parametrize(("platform", "named"), [("win32", True), ("linux", False), ("darwin", False)])
def test_where_nothing_is_shown_windows_takes_the_bundled_fonts(
    platform: str, named: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("QT_QPA_FONTDIR", raising=False)
    assert display.offscreen()[1:] == ["-platform", "offscreen"]
    folder = os.environ.get("QT_QPA_FONTDIR")
    monkeypatch.delenv("QT_QPA_FONTDIR", raising=False)
    assert (folder is not None and list(Path(folder).glob("*.ttf")) != []) is named
