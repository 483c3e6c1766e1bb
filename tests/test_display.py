from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import MagicMock

import pytest

from kzstay import display
from kzstay.i18n import LANGUAGES, Language
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
    """Pretend to be a Linux with an environment, without some libraries, and with no files but those named."""

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

        monkeypatch.setattr(ctypes, "CDLL", load)
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


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc", "vnc:size=800x600"])
def test_a_platform_of_its_own_needs_no_display(linux: Become, platform: str) -> None:
    linux({"QT_QPA_PLATFORM": platform})
    assert display.missing_display(english) == ""


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        (APT, "sudo apt-get install libegl1 libxcb-cursor0"),
        ("/usr/bin/dnf", "sudo dnf install libglvnd-egl xcb-util-cursor"),
        ("/usr/bin/pacman", "sudo pacman -S libglvnd xcb-util-cursor"),
    ],
)
def test_missing_libraries_are_named_with_the_command_that_brings_them(
    linux: Become, tool: str, command: str
) -> None:
    linux(X11, tool, lacking=("libEGL.so.1", "libxcb-cursor.so.0"))
    told = display.missing_display(english)
    assert "libEGL.so.1, libxcb-cursor.so.0" in told
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
    linux(WAYLAND | {"QT_QPA_PLATFORM": "xcb"}, SOCKET, lacking=("libxcb-cursor.so.0",))
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
