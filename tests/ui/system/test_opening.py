"""A file is opened, or shown in its folder, as each system does that."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from kzstay.ui.system import opening


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Note what the system is asked for, and do none of it."""
    found: list[object] = []

    def open_url(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        found.append([program, *arguments])
        return program != "missing", 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    monkeypatch.setattr(QProcess, "startDetached", start)
    return found


def test_a_file_is_opened_by_its_whole_path(
    asked: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert opening.open_file(Path("Әліби 50 %#.pdf"))
    assert asked == [tmp_path / "Әліби 50 %#.pdf"]


@pytest.mark.parametrize(
    ("system", "command"), [("win32", ["explorer.exe", "/select,"]), ("darwin", ["open", "-R"])]
)
def test_windows_and_macos_choose_it_in_its_folder(
    asked: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, command: list[str]
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    path = tmp_path / "a b.pdf"
    assert opening.show_in_folder(path)
    assert asked == [[*command, str(path)]]


def test_elsewhere_the_folder_is_opened(
    asked: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert opening.show_in_folder(tmp_path / "a.pdf")
    assert asked == [tmp_path]


def test_where_the_command_is_missing_the_folder_is_opened(
    asked: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_command", lambda _path: ["missing"])
    assert opening.show_in_folder(tmp_path / "a.pdf")
    assert asked == [["missing"], tmp_path]


@pytest.mark.parametrize(("bundled", "module"), [(True, []), (False, ["-m", "kzstay"])])
def test_another_window_is_another_process_with_an_empty_case(
    asked: list[object], monkeypatch: pytest.MonkeyPatch, bundled: bool, module: list[str]
) -> None:
    monkeypatch.setattr(sys, "frozen", bundled, raising=False)
    assert opening.open_another()
    assert asked == [[sys.executable, *module, "gui", "--new"]]
